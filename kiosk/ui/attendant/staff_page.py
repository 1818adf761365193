"""The staff page: a list of people and what can be done about the chosen one.

Whoever may not enrol finds one thing here: a new PIN for themselves.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.person_form import PersonForm
from kiosk.ui.attendant.pick import KEYS_MAX, Item, PickList
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.sign_on import ROLES
from kiosk.views.staff_page import REASONS_LET_GO, Asking, LetGo, Member, StaffView

TITLE = Text("Staff")
PICK = Text("Pick a person to change something, or let another one in.")
FOR_ADMINS = Text("Only an administrator may do that to an administrator.")
NEW, CHANGE = Text("New person"), Text("Name and role")
NEW_PIN, MY_PIN = Text("New PIN"), Text("Change my PIN")
LET_GO, BACK, MORE = Text("Let go"), Text("Take back"), Text("Next ones")
HERE, LEFT = Text("signed on"), Text("left")
LOCKED = Text("locked: {count} wrong PINs")
NO_PIN = Text("no PIN at this booth")


class StaffPage(QWidget):
    """Nine people at a time, with keys; a form takes the list's place while it asks."""

    asked = Signal(object)
    """One of `views.staff_page`'s wishes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view: StaffView | None = None
        self._language: Language | None = None
        self._chosen = ""
        self._asking: Asking | None = None
        self._letting_go = False
        self._first = 0
        self._settled = -1
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._notice = StaffWords(Size.BODY, bold=True)
        self._hint = StaffWords(Size.BODY, tone="muted")
        for words in (self._title, self._notice, self._hint):
            words.dress(theme)
        self.list = PickList(theme)
        self.list.picked.connect(self._picked)
        self.form = PersonForm(theme)
        self.form.filled.connect(self.asked)
        self.form.cancelled.connect(self.step_back)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._let_go)
        self.reason.cancelled.connect(self.step_back)
        self.new, self.pin = KeyedButton(theme, "Alt+W"), KeyedButton(theme, "Alt+P")
        self.change, self.let_go = KeyedButton(theme, "Alt+R"), KeyedButton(theme, "Alt+L")
        self.back, self.more = KeyedButton(theme, "Alt+B"), KeyedButton(theme, "Alt+N")
        self._buttons = (self.new, self.pin, self.change, self.let_go, self.back, self.more)
        self._connect()
        self._lay_out(theme)

    def render_view(self, view: StaffView, language: Language) -> None:
        """Show who works here; what is being typed stays until it is on record."""
        self._view, self._language = view, language
        if view.settled != self._settled:
            self._settled = view.settled
            self._leave()
        say = language.say
        self._title.show_words(say(TITLE))
        told = view.trouble or view.done
        self._notice.set_tone("stop" if view.trouble else "go")
        self._notice.show_words(say(told) if told else "")
        labels = (NEW, MY_PIN if self._is_me() else NEW_PIN, CHANGE, LET_GO, BACK, MORE)
        for button, label in zip(self._buttons, labels, strict=True):
            button.say(say(label))
        if self._asking is not None:
            self.form.speak(language, view)
        elif not view.may_enrol:
            self._ask(Asking.MINE)
        self._draw()

    def take_focus(self) -> None:
        """Where something is typed, if anything is."""
        if self._asking is not None:
            self.form.take_focus()
        elif self._letting_go:
            self.reason.take_focus()
        else:
            self.setFocus()

    def busy(self) -> bool:
        """A form left alone does not keep the window from locking: there are PINs in it."""
        return False

    def step_back(self) -> None:
        """Esc: out of what is asked, then out of what is chosen."""
        if self._asking is None and not self._letting_go:
            self._chosen = ""
        self._leave()
        if self._view is not None and not self._view.may_enrol:
            self._ask(Asking.MINE)
        self._draw()

    def _connect(self) -> None:
        for button, kind in (
            (self.new, Asking.NEW),
            (self.change, Asking.CHANGE),
            (self.back, Asking.BACK),
        ):
            button.setObjectName(kind.value)
            button.setProperty("kind_asked", kind.value)
            button.clicked.connect(self._pressed)
        self.pin.setObjectName("new_pin")
        self.pin.clicked.connect(self._ask_pin)
        self.let_go.setObjectName("let_go")
        self.let_go.clicked.connect(self._ask_reason)
        self.more.clicked.connect(self._next_ones)

    def _lay_out(self, theme: Theme) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.space())
        for button in self._buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        margin = theme.space(3)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space(1.25))
        column.addWidget(self._title)
        column.addWidget(self._notice)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        column.addWidget(self.form)
        column.addWidget(self.reason)
        column.addStretch(0)
        self.form.hide()
        self.reason.hide()

    def _draw(self) -> None:
        view, language = self._view, self._language
        if view is None or language is None:
            return
        asking = self._asking is not None
        free = view.may_enrol and not asking and not self._letting_go
        people = [_item(each, view, language) for each in view.people]
        if self._first >= len(people):
            self._first = 0
        self.list.setVisible(view.may_enrol and not asking)
        self.list.listen(keyed=free)
        self.list.show_items(people[self._first : self._first + KEYS_MAX], self._chosen)
        one = self._member()
        reach = one is not None and view.may_change(one)
        here = reach and one is not None and one.active
        self._hint.show_words(language.say(FOR_ADMINS if one and not reach else PICK))
        self._hint.setVisible(free)
        self.new.setVisible(free)
        self.pin.setVisible(free and here)
        self.change.setVisible(free and here)
        self.let_go.setVisible(free and here and not self._is_me())
        self.back.setVisible(free and reach and not here)
        self.more.setVisible(free and len(people) > KEYS_MAX)
        self.pin.say(language.say(MY_PIN if self._is_me() else NEW_PIN))

    def _member(self) -> Member | None:
        people = self._view.people if self._view else ()
        return next((each for each in people if each.staff_id == self._chosen), None)

    def _is_me(self) -> bool:
        return self._view is not None and self._chosen == self._view.me

    def _picked(self, staff_id: str) -> None:
        if self._asking is None and not self._letting_go:
            self._chosen = staff_id
            self._draw()

    def _next_ones(self) -> None:
        self._first += KEYS_MAX
        self._chosen = ""
        self._draw()

    def _pressed(self) -> None:
        self._ask(Asking(self.sender().property("kind_asked")))

    def _ask_pin(self) -> None:
        self._ask(Asking.MINE if self._is_me() else Asking.PIN)

    def _ask(self, kind: Asking) -> None:
        if self._view is None or self._language is None:
            return
        about = None if kind in (Asking.NEW, Asking.MINE) else self._member()
        self._asking = kind
        self.form.show()
        self._draw()
        self.form.ask(self._language, kind, self._view, about)

    def _ask_reason(self) -> None:
        one, language = self._member(), self._language
        if one is not None and language is not None:
            self._letting_go = True
            self.reason.show()
            self._draw()
            title = f"{language.say(LET_GO)} · {one.name}"
            self.reason.ask(language, title, LET_GO, REASONS_LET_GO)

    def _let_go(self, _choice: str, reason: str) -> None:
        self.asked.emit(LetGo(self._chosen, reason))

    def _leave(self) -> None:
        """Nothing is asked any more, and nothing typed is kept."""
        self._asking, self._letting_go = None, False
        self.form.wipe()
        self.form.hide()
        self.reason.hide()
        self.setFocus()


def _item(one: Member, view: StaffView, language: Language) -> Item:
    say = language.say
    figure, tone = "", "muted"
    if not one.active:
        figure = say(LEFT)
    elif one.locked:
        figure, tone = say(LOCKED.with_values(count=one.failures or 0)), "stop"
    elif one.failures is None:
        figure, tone = say(NO_PIN), "wait"
    elif one.staff_id == view.me:
        figure, tone = say(HERE), "go"
    return Item(one.staff_id, one.name, say(ROLES[one.role]), figure, tone)
