"""The cashier page: find a stay, explain its price, take cash, and handle what is not ordinary."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.cash import CashPanel
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.quote import QuoteCard
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.cashier import CASHIER_ORDERS, CashierAction, CashierView

TITLE = Text("Cashier")
FIND = Text("Scan, or type the code and press Enter")
RECEIPTS = Text("Receipts of the last payments")
RECEIPTS_SHOWN = 3
CODE_LETTERS_MAX = 400
CASH_MM = 82.0


class CashierPage(QWidget):
    """Code field, quote, orders and receipts on the left; the till on the right."""

    code_offered = Signal(str)
    cash_given = Signal(str, int)
    """(session_id, tendered_minor)."""
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
        self.code = QLineEdit()
        self.code.setObjectName("code")
        self.code.setFont(theme.font(Size.LARGE))
        self.code.setMinimumHeight(theme.touch)
        self.code.setMaxLength(CODE_LETTERS_MAX)
        self.code.returnPressed.connect(self._offer_typed)
        self._quote = QuoteCard(theme)
        self.cash = CashPanel(theme)
        self.cash.given_confirmed.connect(self._paid)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self._stop_asking)
        self.order_buttons = {
            action: KeyedButton(theme, f"Alt+{order.key}", size=Size.SMALL, stacked=True)
            for action, order in CASHIER_ORDERS.items()
        }
        self.receipts = [
            KeyedButton(theme, f"Alt+{number}", size=Size.SMALL, stacked=True)
            for number in range(1, RECEIPTS_SHOWN + 1)
        ]
        self._orders = QWidget()
        self._reprints = QWidget()
        self._connect()
        self._lay_out(theme)

    def render_view(self, view: CashierView, language: Language) -> None:
        """Show the counter; a newly found stay takes the keyboard to the till."""
        found = view.card is not None and view.card.due and self._session(view) != self._session()
        self._view, self._language = view, language
        say = language.say
        asking = self._asking is not None
        self._title.show_words("" if asking else say(TITLE))
        self._today.show_words("" if asking else say(view.today))
        self.code.setPlaceholderText(say(FIND))
        self.code.setAccessibleName(say(FIND))
        self._notice.set_tone(view.notice.mood.value if view.notice else "muted")
        self._notice.show_words(say(view.notice.text) if view.notice else "")
        self._quote.render_view(view.card, language)
        self.cash.render_view(view, language)
        for action, button in self.order_buttons.items():
            button.setVisible(action in view.actions)
            button.say(say(CASHIER_ORDERS[action].label))
        self._show_receipts(view, language)
        if self.isVisible() and (found or not self.cash.given.isEnabled()):
            self.take_focus()

    def offer_scan(self, text: str) -> None:
        """A code from the booth's own scanner: never a keystroke, whatever has the focus."""
        self.code.clear()
        self.code_offered.emit(text)

    def take_focus(self) -> None:
        """Put the keyboard where the work goes on: the reason, the till, or the next code."""
        if self._asking is not None:
            self.reason.note.setFocus()
        elif self.cash.given.isEnabled():
            self.cash.given.setFocus()
        else:
            self.code.setFocus()

    def busy(self) -> bool:
        """Whether leaving now would lose something."""
        return self.cash.busy() or self._asking is not None

    def step_back(self) -> None:
        """Esc: out of the till's question, what was typed, the code, one at a time."""
        if self.cash.busy():
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
            (self._orders, list(self.order_buttons.values())),
            (self._reprints, self.receipts),
        ):
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.space())
            for button in buttons:
                policy = button.sizePolicy()
                policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
                button.setSizePolicy(policy)
                row.addWidget(button, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.25))
        left.addLayout(head)
        left.addWidget(self.code)
        left.addWidget(self._notice)
        left.addWidget(self._quote)
        left.addStretch(1)
        left.addWidget(self._orders)
        left.addWidget(self.reason)
        left.addWidget(self._receipts_title)
        left.addWidget(self._reprints)
        self.reason.hide()
        self.cash.setFixedWidth(theme.px(CASH_MM))
        page = QHBoxLayout(self)
        margin = theme.space(3)
        page.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        page.setSpacing(theme.space(2.5))
        page.addLayout(left, 1)
        page.addWidget(self.cash)

    def _show_receipts(self, view: CashierView, language: Language) -> None:
        for place, button in enumerate(self.receipts):
            used = place < len(view.receipts)
            button.setVisible(used)
            if used:
                row = view.receipts[place]
                at = language.show(row.paid_at)
                button.say(
                    f"{row.code}  {amount_words(language, row.amount)}", f"{at} · Alt {place + 1}"
                )
        shown = bool(view.receipts) and self._asking is None
        self._receipts_title.show_words(language.say(RECEIPTS) if shown else "")
        self._reprints.setVisible(shown)

    def _offer_typed(self) -> None:
        text = self.code.text().strip()
        if text:
            self.code.clear()
            self.code_offered.emit(text)

    def _paid(self, tendered: int) -> None:
        session = self._session()
        if session is not None:
            self.cash_given.emit(session, tendered)

    def _reprint(self) -> None:
        place = int(self.sender().property("place"))
        if self._view is not None and place < len(self._view.receipts):
            self.receipt_ordered.emit(self._view.receipts[place].session_id)

    def _ask(self) -> None:
        if self._view is None or self._language is None:
            return
        self._asking = CashierAction(self.sender().property("action"))
        order = CASHIER_ORDERS[self._asking]
        label = self._language.say(order.label)
        exits = [(e.lane_id, e.name) for e in self._view.exits]
        chosen = self._view.chosen or ""
        self._orders.hide()
        self._receipts_title.hide()
        self._reprints.hide()
        for widget in (self._title, self._today, self.code):
            widget.hide()
        self.reason.show()
        self.reason.ask(self._language, label, order.label, order.reasons, exits, chosen)

    def _confirmed(self, lane_id: str, reason: str) -> None:
        action = self._asking
        code = self.code.text().strip()
        if self._view is not None and self._view.card is not None:
            code = self._view.card.code
        self._stop_asking()
        if action is not None:
            self.ordered.emit(action.value, lane_id, reason, code.replace("-", ""))

    def _stop_asking(self) -> None:
        self._asking = None
        self.reason.hide()
        self._orders.show()
        for widget in (self._title, self._today, self.code):
            widget.show()
        if self._view is not None and self._language is not None:
            self._show_receipts(self._view, self._language)
        self.take_focus()

    def _session(self, view: CashierView | None = None) -> str | None:
        view = view or self._view
        return view.card.session_id if view and view.card else None
