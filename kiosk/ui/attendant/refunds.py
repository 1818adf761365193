"""The refunds page: find what was paid, give it back; what came too late; what is on its way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.refund import RefundCause
from kiosk.domain.wording import Text
from kiosk.reports.wording import METHODS
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.pick import Item, PickList
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card
from kiosk.views.refunds import (
    LATE,
    REASONS,
    REASONS_LATE,
    AskAgain,
    Flying,
    GiveBack,
    Late,
    LookUp,
    Paid,
    PrintReceipt,
    RefundsView,
    Way,
    ways_for,
)

TITLE = Text("Refunds")
FIND = Text("Scan, or type a code or a receipt's number and press Enter")
HINT = Text("Pick a payment to give it back, whole or in part.")
LATE_TITLE = Text("Came too late: give it back")
FLYING_TITLE = Text("On their way back")
NONE_LATE, NONE_FLYING = Text("Nothing came too late."), Text("Nothing is on its way.")
PAID_AT = Text("{method}, {at:moment}")
RECEIPT = Text("Receipt {number}")
LEFT = Text("{left} left of {amount}")
ALL_BACK = Text("All of it went back.")
NO_ANSWER = Text("No answer yet: pick it to ask again")
GIVE_BACK = Text("Refund")
AGAIN = Text("Print the receipt again")
CODE_LETTERS_MAX = 400
SIDE_MM = 88.0


class RefundsPage(QWidget):
    """Search and payments on the left; tasks and refunds in flight on the right."""

    asked = Signal(object)
    """One of `views.refunds`' wishes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._language: Language | None = None
        self._view: RefundsView | None = None
        self._chosen: Paid | Late | None = None
        self._given = 0
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._notice = StaffWords(Size.BODY, bold=True)
        self._found = StaffWords(Size.LARGE, bold=True)
        self._hint = StaffWords(Size.BODY, tone="muted")
        self._heads = [StaffWords(Size.BODY, bold=True) for _ in range(2)]
        self._none = [StaffWords(Size.BODY, tone="muted") for _ in range(2)]
        words = (self._title, self._notice, self._found, self._hint, *self._heads, *self._none)
        for each in words:
            each.dress(theme)
        self.code = StaffField()
        self.code.setObjectName("code")
        self.code.setFont(theme.font(Size.LARGE))
        self.code.setMinimumHeight(theme.touch)
        self.code.setMaxLength(CODE_LETTERS_MAX)
        self.code.returnPressed.connect(self._look_up)
        self.payments = PickList(theme)
        self.payments.picked.connect(self._picked)
        self.tasks = PickList(theme, keyed=False)
        self.tasks.picked.connect(self._picked_late)
        self.flying = PickList(theme, keyed=False)
        self.flying.picked.connect(self._picked_flying)
        self.receipt = KeyedButton(theme, "Alt+P")
        self.receipt.setObjectName("receipt")
        self.receipt.clicked.connect(self._print_receipt)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self._stop_asking)
        self._lay_out(theme)

    def render_view(self, view: RefundsView, language: Language) -> None:
        """Show what was found; a refund being asked for stays until it was begun."""
        self._view, self._language = view, language
        say = language.say
        self._title.show_words(say(TITLE))
        self.code.setPlaceholderText(say(FIND))
        self.code.setAccessibleName(say(FIND))
        told = view.trouble or view.done
        self._notice.set_tone("stop" if view.trouble else "go")
        self._notice.show_words(say(told) if told else "")
        if view.given != self._given:
            self._given = view.given
            self._stop_asking()
        self._found.show_words(say(view.found) if view.found else "")
        left = any(each.left for each in view.payments)
        picking = left and view.may_refund and self._chosen is None
        self._hint.show_words(say(HINT) if picking else "")
        chosen = self._chosen.attempt_id if isinstance(self._chosen, Paid) else ""
        self.receipt.say(say(AGAIN))
        self.receipt.setVisible(bool(view.receipt_of) and self._chosen is None)
        self.payments.listen(keyed=self._chosen is None)
        self.payments.show_items([self._paid_item(each) for each in view.payments], chosen)
        self.tasks.show_items([self._late_item(each) for each in view.tasks])
        self.flying.show_items([self._flying_item(each) for each in view.flying])
        lists = (self.tasks, self.flying)
        for head, text in zip(self._heads, (LATE_TITLE, FLYING_TITLE), strict=True):
            head.show_words(say(text))
        for none, text, shown, rows in zip(
            self._none, (NONE_LATE, NONE_FLYING), lists, (view.tasks, view.flying), strict=True
        ):
            none.show_words("" if rows else say(text))
            shown.setVisible(bool(rows))

    def offer_scan(self, text: str) -> None:
        """A code from the booth's own scanner."""
        self._stop_asking()
        self.asked.emit(LookUp(text))

    def take_focus(self) -> None:
        """Where the work goes on."""
        if self._chosen is not None:
            self.reason.take_focus()
        else:
            self.code.setFocus()

    def busy(self) -> bool:
        """Whether leaving now would lose something."""
        return self._chosen is not None

    def step_back(self) -> None:
        """Esc: out of the refund, then out of what was typed."""
        if self._chosen is None:
            self.code.clear()
        self._stop_asking()

    def _lay_out(self, theme: Theme) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.25))
        for widget in (self._title, self.code, self._notice, self._found, self._hint):
            left.addWidget(widget)
        left.addWidget(self.payments, 1)
        left.addWidget(self.receipt, 0, Qt.AlignmentFlag.AlignLeading)
        left.addWidget(self.reason)
        self.receipt.hide()
        self.reason.hide()
        side = Card()
        side.setFixedWidth(theme.px(SIDE_MM))
        right = QVBoxLayout(side)
        margin = theme.space(2)
        right.setContentsMargins(margin, margin, margin, margin)
        right.setSpacing(theme.space())
        for head, none, rows in zip(
            self._heads, self._none, (self.tasks, self.flying), strict=True
        ):
            if head is not self._heads[0]:
                right.addSpacing(theme.space())
            right.addWidget(head)
            right.addWidget(none)
            right.addWidget(rows, 4)
        right.addStretch(1)
        page = QHBoxLayout(self)
        margin = theme.space(3)
        page.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        page.setSpacing(theme.space(2.5))
        page.addLayout(left, 1)
        page.addWidget(side)

    def _print_receipt(self) -> None:
        if self._view is not None and self._view.receipt_of:
            self.asked.emit(PrintReceipt(self._view.receipt_of))

    def _look_up(self) -> None:
        text = self.code.text().strip()
        if text:
            self.code.clear()
            self.asked.emit(LookUp(text))

    def _picked(self, attempt_id: str) -> None:
        view = self._view
        paid = (
            next((p for p in view.payments if p.attempt_id == attempt_id), None) if view else None
        )
        if view is None or paid is None or not paid.left or not view.may_refund:
            return
        ways = ways_for(paid, view.ways)
        self._ask(paid, tuple(ways.values()), REASONS)

    def _picked_late(self, attempt_id: str) -> None:
        view = self._view
        late = next((t for t in view.tasks if t.attempt_id == attempt_id), None) if view else None
        if view is not None and late is not None and view.may_refund:
            self._ask(late, (LATE,), REASONS_LATE)

    def _picked_flying(self, refund_id: str) -> None:
        if self._view is not None and self._view.may_refund:
            self.asked.emit(AskAgain(refund_id))

    def _ask(self, what: Paid | Late, ways: tuple[Way, ...], reasons: tuple[Text, ...]) -> None:
        language = self._language
        if language is None:
            return
        self._chosen = what
        say = language.say
        title = (
            f"{say(GIVE_BACK)} · {say(METHODS[what.method])} {amount_words(language, what.left)}"
        )
        choices = [(way.key, say(way.label)) for way in ways]
        self._hint.hide()
        self.reason.show()
        self.reason.ask(language, title, GIVE_BACK, reasons, choices, ways[0].key, most=what.left)
        self._redraw()

    def _confirmed(self, choice: str, reason: str) -> None:
        what, amount = self._chosen, self.reason.amount()
        if what is None or amount is None or self._view is None:
            return
        way = next((each for each in self._view.ways if each.key == choice), LATE)
        cause = RefundCause.ORPHAN if isinstance(what, Late) else way.cause
        self.asked.emit(GiveBack(what.attempt_id, amount, reason, cause, way.in_cash))

    def _stop_asking(self) -> None:
        if self._chosen is not None:
            self._chosen = None
            self.reason.hide()
            self.code.setFocus()
            self._redraw()

    def _redraw(self) -> None:
        if self._view is not None and self._language is not None:
            self.receipt.setVisible(bool(self._view.receipt_of) and self._chosen is None)
            chosen = self._chosen.attempt_id if isinstance(self._chosen, Paid) else ""
            self.payments.listen(keyed=self._chosen is None)
            self.payments.show_items(
                [self._paid_item(each) for each in self._view.payments], chosen
            )

    def _paid_item(self, paid: Paid) -> Item:
        language, say = self._language, self._say
        assert language is not None  # noqa: S101 - a view was shown in it
        title = say(PAID_AT.with_values(method=say(METHODS[paid.method]), at=paid.paid_at))
        receipt = say(RECEIPT.with_values(number=paid.receipt)) if paid.receipt else ""
        if not paid.left:
            left = say(ALL_BACK)
        elif paid.left == paid.amount:
            left = ""
        else:
            left = say(LEFT.with_values(left=paid.left, amount=paid.amount))
        detail = " · ".join(filter(None, (receipt, left)))
        tone = "ink" if paid.left else "muted"
        return Item(paid.attempt_id, title, detail, amount_words(language, paid.amount), tone)

    def _late_item(self, late: Late) -> Item:
        title = self._say(
            PAID_AT.with_values(method=self._say(METHODS[late.method]), at=late.arrived_at)
        )
        return Item(late.attempt_id, title, "", self._money(late.left), "wait")

    def _flying_item(self, flying: Flying) -> Item:
        title = self._say(
            PAID_AT.with_values(method=self._say(METHODS[flying.method]), at=flying.started_at)
        )
        detail = self._say(NO_ANSWER) if flying.unknown else ""
        return Item(flying.refund_id, title, detail, self._money(flying.amount), "wait")

    def _say(self, text: Text) -> str:
        return self._language.say(text) if self._language else ""

    def _money(self, amount: Money) -> str:
        return amount_words(self._language, amount) if self._language else ""
