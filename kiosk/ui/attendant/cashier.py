"""The cashier page: find a stay, explain its price, take money, and handle what is not ordinary."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.reports.wording import benefit_text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.cash import CashPanel
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.lost import MOST, LostPanel
from kiosk.ui.attendant.quote import QuoteCard
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.cashier import (
    CASHIER_ORDERS,
    CHEAPER,
    DEARER,
    CashierAction,
    CashierView,
    Counting,
    Offer,
)
from kiosk.views.charging import Charging
from kiosk.views.codes import grouped
from kiosk.views.tilling import (
    AdjustFee,
    ForgiveDebt,
    GiveUpCard,
    TakeCard,
    TakeVoucher,
    TakeWallet,
    Validate,
    Wish,
    Withdraw,
)

TITLE = Text("Cashier")
FIND = Text("Scan, or type the code and press Enter")
RECEIPTS = Text("Receipts of the last payments")
RECEIPTS_SHOWN = 3
CODE_LETTERS_MAX = 400
CASH_MM = 82.0
PURSE = Text("Pass of {holder}: {balance} stored")
VOUCHER_CODE = Text("Scan the voucher, or type its code")
ADJUSTMENTS = {CHEAPER: Text("Cheaper"), DEARER: Text("Dearer")}
ANY_TIME = frozenset(
    {
        CashierAction.LOST,
        CashierAction.DAMAGED,
        CashierAction.NIL_EXIT,
        CashierAction.IOU,
        CashierAction.VOUCHER,
    }
)
"""What may be done whatever lies on the counter; the others are about its price."""
AT_ONCE = frozenset({CashierAction.CARD, CashierAction.CANCEL_CARD, CashierAction.WALLET})
"""What asks nothing first."""


class CashierPage(QWidget):
    """Code field, quote, orders and receipts on the left; the till on the right."""

    code_offered = Signal(str)
    asked = Signal(object)
    """One of `views.tilling`'s wishes."""
    receipt_ordered = Signal(str)
    ordered = Signal(str, str, str, str)
    """(CashierAction, exit lane_id, reason, code of the ticket on the counter or typed)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._language: Language | None = None
        self._view: CashierView | None = None
        self._asking: CashierAction | None = None
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._today = StaffWords(Size.BODY, tone="muted", wrap=False)
        self._notice = StaffWords(Size.BODY, bold=True)
        self._receipts_title = StaffWords(Size.SMALL, tone="muted", wrap=False)
        for words in (self._title, self._today, self._notice, self._receipts_title):
            words.dress(theme)
        self.code = StaffField()
        self.code.setObjectName("code")
        self.code.setFont(theme.font(Size.LARGE))
        self.code.setMinimumHeight(theme.touch)
        self.code.setMaxLength(CODE_LETTERS_MAX)
        self.code.returnPressed.connect(self._offer_typed)
        self._quote = QuoteCard(theme)
        self.cash = CashPanel(theme)
        self.cash.given_confirmed.connect(self.asked)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self._stop_asking)
        self.lost = LostPanel(theme)
        self.lost.asked.connect(self.asked)
        self.lost.cancelled.connect(self._stop_asking)
        self.order_buttons = {
            action: KeyedButton(
                theme, f"Alt+{order.key}", size=Size.SMALL, stacked=action is not CashierAction.CARD
            )
            for action, order in CASHIER_ORDERS.items()
        }
        self.receipts = [
            KeyedButton(theme, f"Alt+{number}", size=Size.SMALL, stacked=True)
            for number in range(1, RECEIPTS_SHOWN + 1)
        ]
        self._orders, self._money_orders = QWidget(), QWidget()
        self._reprints = QWidget()
        self._connect()
        self._lay_out(theme)

    def render_view(self, view: CashierView, language: Language) -> None:
        """Show the counter; a newly found stay, and one free again, take the keyboard to the till.

        Receipts of earlier payments give way to a price that is being paid.
        """
        found = view.card is not None and view.card.due and self._session(view) != self._session()
        if self._asking is CashierAction.LOST:
            self._show_lost(view, language)
        freed = self._charging() is not None and view.charging is None
        self._view, self._language = view, language
        say = language.say
        asking = self._asking is not None
        self._title.show_words("" if asking else say(TITLE))
        self._today.show_words("" if asking else say(view.today))
        self.code.setPlaceholderText(say(FIND))
        self.code.setAccessibleName(say(FIND))
        self._notice.set_tone(view.notice.mood.value if view.notice else "muted")
        self._notice.show_words(say(view.notice.text) if view.notice else self._purse_words())
        self._quote.render_view(view.card, language)
        self.cash.render_view(view, language)
        for action, button in self.order_buttons.items():
            button.setVisible(action in view.actions)
            button.say(say(CASHIER_ORDERS[action].label))
        self._money_orders.setVisible(not asking)
        self._show_receipts(view, language)
        if self.isVisible() and (found or freed or not self.cash.given.isEnabled()):
            self.take_focus()

    def offer_scan(self, text: str) -> None:
        """A code from the booth's own scanner: never a keystroke, whatever has the focus."""
        if self._asking is CashierAction.VOUCHER:
            self._stop_asking()
            self.asked.emit(TakeVoucher(text))
            return
        self.code.clear()
        self.code_offered.emit(text)

    def take_focus(self) -> None:
        """Put the keyboard where the work goes on: the reason, the till, or the next code."""
        if self._asking is CashierAction.LOST:
            self.lost.take_focus()
        elif self._asking is not None:
            self.reason.take_focus()
        elif self.cash.given.isEnabled():
            self.cash.given.setFocus()
        else:
            self.code.setFocus()

    def busy(self) -> bool:
        """Whether leaving now would lose something."""
        return self.cash.busy() or self._asking is not None

    def step_back(self) -> None:
        """Esc: out of the question, the card, the till's, what was typed, the code: one at a time.

        The card's own terminal decides whether it is given up.
        """
        charging = self._charging()
        if self._asking is CashierAction.LOST:
            self.lost.step_back()
        elif self._asking is not None:
            self._stop_asking()
        elif charging is not None and not charging.doubt:
            self.order_buttons[CashierAction.CANCEL_CARD].click()
        elif self.cash.busy():
            self.cash.step_back()
        else:
            self.code.clear()
            self.code.setFocus()

    def _connect(self) -> None:
        for action, button in self.order_buttons.items():
            button.setObjectName(action.value)
            button.setProperty("action", action.value)
            button.clicked.connect(self._ask)
        for place, button in enumerate(self.receipts):
            button.setObjectName(f"receipt-{place + 1}")
            button.setProperty("place", place)
            button.clicked.connect(self._reprint)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._today)
        for box, buttons in (
            (self._orders, [b for a, b in self.order_buttons.items() if a in ANY_TIME]),
            (
                self._money_orders,
                [
                    b
                    for a, b in self.order_buttons.items()
                    if a not in (*ANY_TIME, CashierAction.CARD)
                ],
            ),
            (self._reprints, self.receipts),
        ):
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.space())
            for button in buttons:
                policy = button.sizePolicy()
                policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
                policy.setRetainSizeWhenHidden(box is self._reprints)  # one is as wide as three
                button.setSizePolicy(policy)
                row.addWidget(button, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.25))
        left.addLayout(head)
        left.addWidget(self.code)
        left.addWidget(self._notice)
        left.addWidget(self._quote)
        left.addStretch(1)
        left.addWidget(self._money_orders)
        left.addWidget(self._orders)
        left.addWidget(self.reason)
        left.addWidget(self.lost, MOST)
        left.addWidget(self._receipts_title)
        left.addWidget(self._reprints)
        self.reason.hide()
        self.lost.hide()
        self.cash.stand_beside(self.order_buttons[CashierAction.CARD])
        self.cash.setFixedWidth(theme.px(CASH_MM))
        page = QHBoxLayout(self)
        margin = theme.space(3)
        page.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        page.setSpacing(theme.space(2.5))
        page.addLayout(left, 1)
        page.addWidget(self.cash)

    def _show_lost(self, view: CashierView, language: Language) -> None:
        """What was found; or nothing more is asked, since it is done."""
        before = self._view.lost.settled if self._view else 0
        if view.lost.settled == before:
            self.lost.render_view(view, language)
        else:
            self._stop_asking()

    def _show_receipts(self, view: CashierView, language: Language) -> None:
        for place, button in enumerate(self.receipts):
            used = place < len(view.receipts)
            button.setVisible(used)
            if used:
                row = view.receipts[place]
                at = language.show(row.paid_at)
                code = grouped(row.code) or row.code
                said = f"{code}  {amount_words(language, row.amount)}"
                button.say(said, f"{at} · Alt {place + 1}")
        serving = view.card is not None and bool(view.card.due)
        shown = bool(view.receipts) and self._asking is None and not serving
        self._receipts_title.show_words(language.say(RECEIPTS) if shown else "")
        self._reprints.setVisible(shown)

    def _offer_typed(self) -> None:
        text = self.code.text().strip()
        if text:
            self.code.clear()
            self.code_offered.emit(text)

    def _reprint(self) -> None:
        place = int(self.sender().property("place"))
        if self._view is not None and place < len(self._view.receipts):
            self.receipt_ordered.emit(self._view.receipts[place].session_id)

    def _ask(self) -> None:
        if self._view is None or self._language is None:
            return
        action = CashierAction(self.sender().property("action"))
        if action in AT_ONCE:
            if session_id := self._session():
                self.asked.emit(self._at_once(action, session_id))
            return
        self._asking = action
        for widget in (
            *(self._orders, self._money_orders, self._receipts_title, self._reprints),
            *(self._title, self._today, self.code),
        ):
            widget.hide()
        if action is CashierAction.LOST:
            self._quote.hide()  # it is of another stay
            self.lost.show()
            self.lost.begin(self._view, self._language)
            return
        self.reason.show()
        self._question(action, self._view, self._language)

    def _at_once(self, action: CashierAction, session_id: str) -> Wish:
        """What needs no question; of a price that is split, the part that was typed."""
        match action:
            case CashierAction.CARD:
                return TakeCard(session_id, self.cash.asked_part())
            case CashierAction.CANCEL_CARD:
                return GiveUpCard(session_id)
            case _:
                return TakeWallet(session_id, self.cash.asked_part())

    def _question(self, action: CashierAction, view: CashierView, language: Language) -> None:
        """What has to be said before this is done."""
        order, ask = CASHIER_ORDERS[action], self.reason.ask
        label = language.say(order.label)
        match action:
            case CashierAction.VALIDATE:
                offers = [
                    (str(place), f"{offer.merchant}: {language.say(self._benefit(offer))}")
                    for place, offer in enumerate(view.offers)
                ]
                ask(language, label, order.label, (), offers, needs_reason=False)
            case CashierAction.WITHDRAW:
                counting = [
                    (each.validation_id, f"{each.merchant}: {language.say(self._benefit(each))}")
                    for each in view.counting
                ]
                chosen = counting[0][0] if len(counting) == 1 else ""
                ask(language, label, order.label, order.reasons, counting, chosen)
            case CashierAction.VOUCHER:
                ask(language, label, order.label, (), note=VOUCHER_CODE)
            case CashierAction.ADJUST:
                ways = [(key, language.say(words)) for key, words in ADJUSTMENTS.items()]
                nothing = Money(0, view.card.due.currency if view.card else "EUR")
                ask(language, label, order.label, order.reasons, ways, CHEAPER, most=nothing)
            case CashierAction.FORGIVE:
                ask(language, label, order.label, order.reasons)
            case _:
                exits = [(e.lane_id, e.name) for e in view.exits]
                ask(language, label, order.label, order.reasons, exits, view.chosen or "")

    def _confirmed(self, choice: str, reason: str) -> None:
        action, view, session_id = self._asking, self._view, self._session()
        amount = self.reason.amount()
        code = self.code.text().strip()
        if view is not None and view.card is not None:
            code = view.card.code
        self._stop_asking()
        match action:
            case None:
                pass
            case CashierAction.VOUCHER:
                self.asked.emit(TakeVoucher(reason))
            case CashierAction.VALIDATE if session_id and view is not None:
                offer = view.offers[int(choice)]
                self.asked.emit(Validate(session_id, offer.merchant_id, offer.benefit))
            case CashierAction.WITHDRAW if session_id:
                self.asked.emit(Withdraw(session_id, choice, reason))
            case CashierAction.ADJUST if session_id and amount is not None:
                signed = -amount if choice == CHEAPER else amount
                self.asked.emit(AdjustFee(session_id, signed, reason))
            case CashierAction.FORGIVE if session_id:
                self.asked.emit(ForgiveDebt(session_id, reason))
            case _:
                self.ordered.emit(action.value, choice, reason, code.replace("-", ""))

    def _benefit(self, offer: Offer | Counting) -> Text:
        due = self._view.card.due if self._view and self._view.card else Money(0)
        return benefit_text(offer.benefit, due.currency)

    def _purse_words(self) -> str:
        """The pass that lies beside the price, and what is on it."""
        view, language = self._view, self._language
        if view is None or language is None or view.purse is None or view.card is None:
            return ""
        holder, balance = view.purse.holder, view.purse.balance
        return language.say(PURSE.with_values(holder=holder, balance=balance))

    def _stop_asking(self) -> None:
        self._asking = None
        self.reason.hide()
        self.lost.hide()
        self._quote.show()
        for widget in (self._orders, self._money_orders, self._title, self._today, self.code):
            widget.show()
        if self._view is not None and self._language is not None:
            self._show_receipts(self._view, self._language)
        self.take_focus()

    def _charging(self) -> Charging | None:
        return self._view.charging if self._view else None

    def _session(self, view: CashierView | None = None) -> str | None:
        view = view or self._view
        return view.card.session_id if view and view.card else None
