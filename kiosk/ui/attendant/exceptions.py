"""The exceptions page: open exceptions, or open debts, and what a person does about one of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import Text
from kiosk.reports.wording import EXCEPTIONS, worded
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.pick import KEYS_MAX, Item, PickList
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.exceptions import (
    REASONS_CLOSED,
    REASONS_FORGIVEN,
    Close,
    ExceptionsView,
    Forgive,
    Owed,
    Remarkable,
    ToCashier,
)

TITLE = Text("Exceptions")
LOOK, OWED = Text("To look at: {count}"), Text("Still owed: {count}")
NOTHING, NOTHING_OWED = Text("Nothing waits for a look."), Text("Nobody owes anything.")
PICK = Text("Pick one to close it with a note.")
PICK_OWED = Text("Pick one to take the money, or to ask no more for it.")
FOR_OTHERS = Text("A supervisor closes them.")
MORE = Text("Next ones")
CLOSE, FORGIVE, TAKE = Text("Close"), Text("Forgive the debt"), Text("Take at the cashier")
MOMENT = Text("{at:moment}")


class ExceptionsPage(QWidget):
    """One list at a time, nine rows of it with keys; below it what can be done with the chosen."""

    asked = Signal(object)
    """One of `views.exceptions`' wishes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view: ExceptionsView | None = None
        self._language: Language | None = None
        self._chosen = ""
        self._asking = False
        self._first = 0
        self._settled = 0
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._notice = StaffWords(Size.BODY, bold=True)
        self._hint = StaffWords(Size.BODY, tone="muted")
        for words in (self._title, self._notice, self._hint):
            words.dress(theme)
        self.look, self.owed = KeyedButton(theme, "Alt+X"), KeyedButton(theme, "Alt+D")
        self.more = KeyedButton(theme, "Alt+N")
        self.take, self.forgive = KeyedButton(theme, "Alt+C"), KeyedButton(theme, "Alt+F")
        self.list = PickList(theme)
        self.list.picked.connect(self._picked)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self.step_back)
        self._connect()
        self._lay_out(theme)

    def render_view(self, view: ExceptionsView, language: Language) -> None:
        """Show what is open; a note being written stays until it is on record."""
        self._view, self._language = view, language
        if view.settled != self._settled:
            self._settled = view.settled
            self._leave()
        say = language.say
        self._title.show_words(say(TITLE))
        self.look.say(say(LOOK.with_values(count=view.count)))
        self.owed.say(say(OWED.with_values(count=len(view.debts))))
        self.more.say(say(MORE))
        self.take.say(say(TAKE))
        self.forgive.say(say(FORGIVE))
        told = view.trouble or view.done
        self._notice.set_tone("stop" if view.trouble else "go")
        self._notice.show_words(say(told) if told else "")
        self._draw()

    def show_debts(self, *, shown: bool) -> None:
        """Go to the debts, or back to the exceptions."""
        (self.owed if shown else self.look).setChecked(True)
        self._first = 0
        self._leave()
        self._draw()

    def take_focus(self) -> None:
        """Nothing is typed here but a note."""
        if self._asking:
            self.reason.take_focus()
        else:
            self.setFocus()

    def busy(self) -> bool:
        """Whether leaving now would lose something."""
        return self._asking

    def step_back(self) -> None:
        """Esc: out of the note, then out of the chosen debt."""
        if self._asking:
            self._asking = False
            self.reason.hide()
            self._chosen = self._chosen if self.owed.isChecked() else ""
        else:
            self._chosen = ""
        self._draw()
        self.take_focus()

    def _connect(self) -> None:
        for name, tab in (("look", self.look), ("owed", self.owed)):
            tab.setObjectName(name)
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.clicked.connect(self._turned)
        self.look.setChecked(True)
        self.more.clicked.connect(self._next_ones)
        self.take.clicked.connect(self._to_cashier)
        self.forgive.clicked.connect(self._ask_forgiven)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space())
        head.addWidget(self._title)
        for button in (self.look, self.owed):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            head.addWidget(button)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space())
        for button in (self.take, self.forgive, self.more):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        margin = theme.space(3)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space(1.25))
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        column.addWidget(self.reason)
        self.reason.hide()

    def _draw(self) -> None:
        view, language = self._view, self._language
        if view is None or language is None:
            return
        rows = self._rows(view, language)
        if self._first >= len(rows):
            self._first = 0
        for tab in (self.look, self.owed):
            tab.setVisible(tab.isChecked() or not self._asking)
        debt = self._debt()
        self._hint.show_words("" if self._asking else language.say(self._hint_for(view)))
        self.list.listen(keyed=not self._asking)
        self.list.show_items(rows[self._first : self._first + KEYS_MAX], self._chosen)
        self.more.setVisible(len(rows) > KEYS_MAX and not self._asking)
        can_take = debt is not None and bool(debt.code) and view.may_take_money
        self.take.setVisible(can_take and not self._asking)
        self.forgive.setVisible(debt is not None and view.may_settle and not self._asking)

    def _rows(self, view: ExceptionsView, language: Language) -> list[Item]:
        if self.owed.isChecked():
            return [_owed_item(each, language) for each in view.debts]
        return [_item(each, language) for each in view.exceptions]

    def _hint_for(self, view: ExceptionsView) -> Text:
        if self.owed.isChecked():
            return PICK_OWED if view.debts else NOTHING_OWED
        if not view.exceptions:
            return NOTHING
        return PICK if view.may_settle else FOR_OTHERS

    def _debt(self) -> Owed | None:
        """The debt that is chosen, if debts are shown and it is still open."""
        if self._view is None or not self.owed.isChecked():
            return None
        return next((d for d in self._view.debts if d.session_id == self._chosen), None)

    def _turned(self) -> None:
        if not self._asking:
            self.show_debts(shown=self.owed.isChecked())

    def _next_ones(self) -> None:
        self._first += KEYS_MAX
        self._chosen = ""
        self._draw()

    def _picked(self, key: str) -> None:
        view, language = self._view, self._language
        if view is None or language is None or self._asking:
            return
        if self.owed.isChecked():
            self._chosen = key
            self._draw()
            return
        one = next((each for each in view.exceptions if each.event_id == key), None)
        if one is not None and view.may_settle:
            self._chosen = key
            self._ask(f"{language.say(CLOSE)} · {_what(one, language)}", CLOSE, REASONS_CLOSED)

    def _ask_forgiven(self) -> None:
        debt, language = self._debt(), self._language
        if debt is not None and language is not None:
            title = f"{language.say(FORGIVE)} · {amount_words(language, debt.left)}"
            self._ask(title, FORGIVE, REASONS_FORGIVEN)

    def _ask(self, title: str, go: Text, reasons: tuple[Text, ...]) -> None:
        if self._language is not None:
            self._asking = True
            self.reason.show()
            self._draw()
            self.reason.ask(self._language, title, go, reasons)

    def _to_cashier(self) -> None:
        debt = self._debt()
        if debt is not None:
            self.asked.emit(ToCashier(debt.code))

    def _confirmed(self, _choice: str, reason: str) -> None:
        debt = self._debt()
        if debt is not None:
            self.asked.emit(Forgive(debt.session_id, debt.left, reason))
        elif self._chosen and not self.owed.isChecked():
            self.asked.emit(Close(self._chosen, reason))

    def _leave(self) -> None:
        """Nothing is chosen and nothing asked any more."""
        self._chosen, self._asking = "", False
        self.reason.hide()
        self.setFocus()


def _what(one: Remarkable, language: Language) -> str:
    """What it is; for a debt also how it came about."""
    special = EXCEPTIONS.get(f"{one.cause}.{one.detail}")
    return language.say(special or worded(EXCEPTIONS, one.cause))


def _item(one: Remarkable, language: Language) -> Item:
    at = language.say(MOMENT.with_values(at=one.occurred_at))
    said = "" if f"{one.cause}.{one.detail}" in EXCEPTIONS else one.detail.replace("_", " ")
    detail = " · ".join(filter(None, (at, one.lane, one.who, said)))
    figure = amount_words(language, one.amount) if one.amount is not None else ""
    return Item(one.event_id, _what(one, language), detail, figure)


def _owed_item(debt: Owed, language: Language) -> Item:
    at = language.say(MOMENT.with_values(at=debt.owed_at))
    cause = language.say(worded(EXCEPTIONS, f"payment.owed.{debt.cause}"))
    figure = amount_words(language, debt.left)
    title = spoken_code(debt.code) if debt.code else cause
    detail = f"{at} · {cause}" if debt.code else at
    return Item(debt.session_id, title, detail, figure, "wait")
