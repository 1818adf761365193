"""The exceptions page: open exceptions, open debts, or payments in doubt, and what a person does
about one of them.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.exception_rows import debt_item, doubt_item, exception_item, what_it_is
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.pick import KEYS_MAX, Item, PickList
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.attendant.tailgate import ACCEPT, TailgatePanel
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.exceptions import (
    REASONS_CLOSED,
    REASONS_FORGIVEN,
    REASONS_FORGOTTEN,
    REASONS_SETTLED,
    RESYNC,
    Close,
    ExceptionsView,
    ForgetPasses,
    Forgive,
    InDoubt,
    Owed,
    Remarkable,
    Settle,
    ToCashier,
)

TITLE = Text("Exceptions")
LOOK, OWED = Text("To look at: {count}"), Text("Still owed: {count}")
DOUBT = Text("Paid or not: {count}")
NOTHING, NOTHING_OWED = Text("Nothing waits for a look."), Text("Nobody owes anything.")
NOTHING_IN_DOUBT = Text("No payment is in doubt.")
PICK = Text("Pick one to close it with a note.")
PICK_OWED = Text("Pick one to take the money, or to ask no more for it.")
PICK_IN_DOUBT = Text(
    "What took these is gone from the settings. Ask the bank, pick one, say: paid, or not paid."
)
FOR_OTHERS = Text("A supervisor closes them.")
FOLLOWED = Text("Pick a car that followed another one, to give it its stay.")
IN_DOUBT_FOR_OTHERS = Text("What took these is gone from the settings. A supervisor asks the bank.")
MORE = Text("Next ones")
CLOSE, FORGIVE, TAKE = Text("Close"), Text("Forgive the debt"), Text("Take at the cashier")
FORGET = Text("Forget where all passes are")
PAID, NOT_PAID = Text("It was paid"), Text("It was not paid")


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
        self._paid = False
        self._forgetting = False
        self._better: Remarkable | None = None
        """The chosen one, where more can be done about it than to close it."""
        self._first = 0
        self._settled = 0
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._notice = StaffWords(Size.BODY, bold=True)
        self._hint = StaffWords(Size.BODY, tone="muted")
        for words in (self._title, self._notice, self._hint):
            words.dress(theme)
        self.look, self.owed = KeyedButton(theme, "Alt+X"), KeyedButton(theme, "Alt+D")
        self.doubt = KeyedButton(theme, "Alt+B")
        self.more = KeyedButton(theme, "Alt+N")
        self.take, self.forgive = KeyedButton(theme, "Alt+C"), KeyedButton(theme, "Alt+F")
        self.paid, self.unpaid = KeyedButton(theme, "Alt+P"), KeyedButton(theme, "Alt+T")
        self.accept = KeyedButton(theme, "Alt+T")
        self.list = PickList(theme)
        self.list.picked.connect(self._picked)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self.step_back)
        self.tailgate = TailgatePanel(theme)
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
        self.doubt.say(say(DOUBT.with_values(count=len(view.doubts))))
        self.more.say(say(MORE))
        self.take.say(say(TAKE))
        self.forgive.say(say(FORGIVE))
        self.paid.say(say(PAID))
        self.unpaid.say(say(NOT_PAID))
        told = view.trouble or view.done
        self._notice.set_tone("stop" if view.trouble else "go")
        self._notice.show_words(say(told) if told else "")
        self.tailgate.render_view(view.sought, language)
        self._draw()

    def take_focus(self) -> None:
        """Nothing is typed here but a note, and when a car came in."""
        if self._accepting:
            self.tailgate.take_focus()
        elif self._asking:
            self.reason.take_focus()
        else:
            self.setFocus()

    def busy(self) -> bool:
        """Whether leaving now would lose something."""
        return self._asking

    def step_back(self) -> None:
        """Esc: out of the note, then out of what is chosen."""
        if self._accepting:
            self.tailgate.step_back()
            return
        if self._asking:
            self._asking, self._forgetting, self._better = False, False, None
            self.reason.hide()
            self._chosen = "" if self.look.isChecked() else self._chosen
        else:
            self._chosen = ""
        self._draw()
        self.take_focus()

    @property
    def _doing_better(self) -> bool:
        """Whether that is being asked about now."""
        return self._accepting or self._forgetting

    @property
    def _accepting(self) -> bool:
        """Whether a car that followed another one is about to get its stay."""
        return not self.tailgate.isHidden()

    def _connect(self) -> None:
        for name, tab in (("look", self.look), ("owed", self.owed), ("doubt", self.doubt)):
            tab.setObjectName(name)
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.clicked.connect(self._turned)
        self.look.setChecked(True)
        self.more.clicked.connect(self._next_ones)
        self.take.clicked.connect(self._to_cashier)
        self.forgive.clicked.connect(self._ask_forgiven)
        self.paid.clicked.connect(self._ask_paid)
        self.unpaid.clicked.connect(self._ask_unpaid)
        self.accept.clicked.connect(self._accept)
        self.tailgate.asked.connect(self.asked)
        self.tailgate.turned.connect(self._draw)
        self.tailgate.cancelled.connect(self._accept_no_more)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space())
        head.addWidget(self._title)
        for button in (self.look, self.owed, self.doubt):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            head.addWidget(button)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space())
        for button in (self.take, self.forgive, self.paid, self.unpaid, self.accept, self.more):
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
        column.addWidget(self.tailgate)
        self.reason.hide()

    def _draw(self) -> None:
        view, language = self._view, self._language
        if view is None or language is None:
            return
        rows = self._rows(view, language)
        if self._first >= len(rows):
            self._first = 0
        for tab in (self.look, self.owed, self.doubt):
            tab.setVisible(tab.isChecked() or not self._asking)
        if not view.doubts and not self.doubt.isChecked():
            self.doubt.hide()  # it is rare: a list that is nearly always empty is not offered
        debt, doubt = self._debt(), self._doubt()
        self._hint.show_words("" if self._asking else language.say(self._hint_for(view)))
        self.list.listen(keyed=not self._asking)
        self.list.show_items(rows[self._first : self._first + KEYS_MAX], self._chosen)
        self.more.setVisible(len(rows) > KEYS_MAX and not self._asking)
        can_take = debt is not None and bool(debt.code) and view.may_take_money
        self.take.setVisible(can_take and not self._asking)
        self.forgive.setVisible(debt is not None and view.may_forgive and not self._asking)
        for button in (self.paid, self.unpaid):
            button.setVisible(doubt is not None and view.may_settle and not self._asking)
        self.list.setVisible(not self.tailgate.seeking)
        better = self._better
        if better is not None:
            self.accept.say(language.say(ACCEPT[better.tailgate] if better.tailgate else FORGET))
        self.accept.setVisible(better is not None and not self._doing_better)

    def _rows(self, view: ExceptionsView, language: Language) -> list[Item]:
        if self.owed.isChecked():
            return [debt_item(each, language) for each in view.debts]
        if self.doubt.isChecked():
            return [doubt_item(each, language) for each in view.doubts]
        return [exception_item(each, language) for each in view.exceptions]

    def _hint_for(self, view: ExceptionsView) -> Text:
        if self.owed.isChecked():
            return PICK_OWED if view.debts else NOTHING_OWED
        if self.doubt.isChecked() and view.doubts:
            return PICK_IN_DOUBT if view.may_settle else IN_DOUBT_FOR_OTHERS
        if self.doubt.isChecked():
            return NOTHING_IN_DOUBT
        if not view.exceptions:
            return NOTHING
        if view.may_close:
            return PICK
        some = any(each.tailgate for each in view.exceptions)
        return FOLLOWED if some and view.may_accept else FOR_OTHERS

    def _debt(self) -> Owed | None:
        """The debt that is chosen, if debts are shown and it is still open."""
        if self._view is None or not self.owed.isChecked():
            return None
        return next((d for d in self._view.debts if d.session_id == self._chosen), None)

    def _doubt(self) -> InDoubt | None:
        """The payment in doubt that is chosen, if those are shown and it still is in doubt."""
        if self._view is None or not self.doubt.isChecked():
            return None
        return next((d for d in self._view.doubts if d.attempt_id == self._chosen), None)

    def _turned(self) -> None:
        """To the list whose button is down."""
        if not self._asking:
            self._first = 0
            self._leave()
            self._draw()

    def _next_ones(self) -> None:
        self._first += KEYS_MAX
        self._chosen = ""
        self._draw()

    def _picked(self, key: str) -> None:
        view, language = self._view, self._language
        if view is None or language is None or self._asking:
            return
        if not self.look.isChecked():
            self._chosen = key
            self._draw()
            return
        one = next((each for each in view.exceptions if each.event_id == key), None)
        if one is None:
            return
        followed = one.tailgate is not None and view.may_accept
        self._better = one if followed or (one.cause == RESYNC and view.may_forget) else None
        if view.may_close:
            self._chosen = key
            title = f"{language.say(CLOSE)} · {what_it_is(one, language)}"
            self._ask(title, CLOSE, REASONS_CLOSED)
        elif self._better is not None:
            self._chosen = key
            self._accept()

    def _accept(self) -> None:
        """Rather than close it: make a stay of it, or forget where passes are."""
        view, language, one = self._view, self._language, self._better
        if view is None or language is None or one is None:
            return
        if one.tailgate is None:
            self._forgetting = True
            self._ask(language.say(FORGET), FORGET, REASONS_FORGOTTEN)
            return
        self._asking = True
        self.reason.hide()
        self.tailgate.begin(one, language)
        self.tailgate.render_view(view.sought, language)
        self._draw()

    def _accept_no_more(self) -> None:
        """Back to where this began: to closing it, or out of it for whoever may not."""
        one = self._better
        self._leave()
        self._draw()
        if one is not None and self._view is not None and self._view.may_close:
            self._picked(one.event_id)

    def _ask_forgiven(self) -> None:
        debt, language = self._debt(), self._language
        if debt is not None and language is not None:
            title = f"{language.say(FORGIVE)} · {amount_words(language, debt.left)}"
            self._ask(title, FORGIVE, REASONS_FORGIVEN)

    def _ask_paid(self) -> None:
        self._ask_settled(PAID, paid=True)

    def _ask_unpaid(self) -> None:
        self._ask_settled(NOT_PAID, paid=False)

    def _ask_settled(self, go: Text, *, paid: bool) -> None:
        doubt, language = self._doubt(), self._language
        if doubt is not None and language is not None:
            self._paid = paid
            title = f"{language.say(go)} · {amount_words(language, doubt.amount)}"
            self._ask(title, go, REASONS_SETTLED)

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
        debt, doubt = self._debt(), self._doubt()
        if debt is not None:
            self.asked.emit(Forgive(debt.session_id, debt.left, reason))
        elif doubt is not None:
            self.asked.emit(Settle(doubt.attempt_id, doubt.amount, self._paid, reason))
        elif self._forgetting:
            self.asked.emit(ForgetPasses(self._chosen, reason))
        elif self._chosen and self.look.isChecked():
            self.asked.emit(Close(self._chosen, reason))

    def _leave(self) -> None:
        """Nothing is chosen and nothing asked any more."""
        self._chosen, self._asking, self._forgetting, self._better = "", False, False, None
        self.reason.hide()
        self.tailgate.hide()
        self.setFocus()
