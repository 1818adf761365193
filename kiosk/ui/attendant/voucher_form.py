"""Printing a shop's vouchers: which benefit, good for how long, and how many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.wording import Text
from kiosk.reports.wording import benefit_text
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card
from kiosk.views.cashier import Offer
from kiosk.views.passes import (
    PASS_ORDERS,
    TERMS,
    VOUCHERS_MAX,
    PassAction,
    PrintVouchers,
    Term,
)

CANCEL = Text("Cancel")
ON_PAGES = Text("A4 pages (PDF)")
HOW_MANY = Text("How many, up to {most}").with_values(most=VOUCHERS_MAX)
COUNT_MM = 36.0


class VoucherForm(Card):
    """By keys: Alt G for the benefit, Alt and a number for the term.

    Alt Enter prints one paper each, Alt P pages of them to be cut.
    """

    filled = Signal(object)
    """A `PrintVouchers`."""
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._language: Language | None = None
        self._currency = ""
        self._offers: tuple[Offer, ...] = ()
        self._place = 0
        self._title = StaffWords(Size.LARGE, bold=True)
        self._label = StaffWords(Size.SMALL, tone="muted")
        for words in (self._title, self._label):
            words.dress(theme)
        self.benefit = KeyedButton(theme, "Alt+G", size=Size.SMALL, stacked=True)
        self.benefit.clicked.connect(self._next_benefit)
        self.terms = {
            term: KeyedButton(theme, f"Alt+{place}", size=Size.SMALL, stacked=True)
            for place, term in enumerate(Term, 1)
        }
        for chip in self.terms.values():
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
        self.count = StaffField()
        self.count.setObjectName("count")
        self.count.setFont(theme.font(Size.LARGE))
        self.count.setMinimumHeight(theme.touch)
        self.count.setFixedWidth(theme.px(COUNT_MM))
        self.count.setValidator(QRegularExpressionValidator(r"\d{0,3}"))
        self.count.textChanged.connect(self._judge)
        self.confirm = KeyedButton(theme, "Alt+Return", kind="main")
        self.confirm.setObjectName("print")
        self.confirm.clicked.connect(self._confirm)
        self.pages = KeyedButton(theme, "Alt+P", size=Size.SMALL)
        self.pages.setObjectName("pages")
        self.pages.clicked.connect(self._confirm)
        self._cancel = KeyedButton(theme)  # its key is the page's own
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out(theme)

    def ask(self, language: Language, offers: Sequence[Offer], currency: str) -> None:
        """Begin anew, with the first benefit and a month."""
        self._offers, self._place, self._currency = tuple(offers), 0, currency
        self.terms[Term.MONTH].setChecked(True)
        self.count.clear()
        self.speak(language)
        self.count.setFocus()

    def speak(self, language: Language) -> None:
        """Take the reader's language; what was typed stays."""
        self._language = language
        say = language.say
        label = say(PASS_ORDERS[PassAction.VOUCHERS].label)
        self._title.show_words(label)
        self._label.show_words(say(HOW_MANY))
        self.count.setAccessibleName(say(HOW_MANY))
        self.confirm.say(label, "Alt Enter")
        self.pages.say(say(ON_PAGES))
        self._cancel.say(say(CANCEL), "Esc")
        for term, chip in self.terms.items():
            chip.say(say(TERMS[term][0]))
        if self._offers:
            offer = self._offers[self._place]
            given = say(benefit_text(offer.benefit, self._currency))
            self.benefit.say(f"{offer.merchant}: {given}")
        self._judge()

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._cancel)
        terms = QHBoxLayout()
        terms.setSpacing(theme.space(0.75))
        for chip in self.terms.values():
            terms.addWidget(chip, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.pages)
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        margin = theme.space(2)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space())
        column.addLayout(head)
        column.addWidget(self.benefit)
        column.addLayout(terms)
        column.addWidget(self._label)
        column.addLayout(foot)

    def _next_benefit(self) -> None:
        if self._offers and self._language is not None:
            self._place = (self._place + 1) % len(self._offers)
            self.speak(self._language)

    def _number(self) -> int:
        return int(self.count.text() or 0)

    def _judge(self) -> None:
        for button in (self.confirm, self.pages):
            button.setEnabled(bool(self._offers) and 1 <= self._number() <= VOUCHERS_MAX)

    def _confirm(self) -> None:
        offer = self._offers[self._place]
        term = next((t for t, chip in self.terms.items() if chip.isChecked()), Term.MONTH)
        on_pages = self.sender() is self.pages
        self.filled.emit(PrintVouchers(offer, self._number(), term, on_pages))

    def focusNextPrevChild(self, _next: bool) -> bool:
        """There is one field."""
        self.count.setFocus()
        return True
