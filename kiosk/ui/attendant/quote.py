"""The stay on the counter: its price explained line by line, and what is to pay."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card, Rule
from kiosk.views.cashier import StayCard

TO_PAY = Text("To pay")
ALREADY_PAID = Text("Already paid")
NOTHING = Text("Nothing to pay")
EMPTY = Text("No ticket on the counter")
EMPTY_HINT = Text("Scan it at any time, or type the code printed under the QR.")


class QuoteCard(Card):
    """Ticket, stay, lines, total."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scroll = QScrollArea()
        self._lines: list[tuple[StaffWords, StaffWords, Rule]] = []
        self._title = StaffWords(Size.LARGE, bold=True)
        self._lasted = StaffWords(Size.BODY, tone="muted", trailing=True)
        self._label = StaffWords(Size.LARGE, bold=True)
        self._total = StaffWords(Size.GIANT, bold=True, wrap=False)
        self._leave_by = StaffWords(Size.BODY, bold=True, tone="go")
        for words in (self._title, self._lasted, self._label, self._total, self._leave_by):
            words.dress(theme)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.space(0.5))
        self._grid.setColumnStretch(0, 1)
        self._lay_out(theme)

    def render_view(self, card: StayCard | None, language: Language) -> None:
        """Show the stay, or that there is none."""
        say = language.say
        if card is None:
            self._title.show_words(say(EMPTY))
            self._lasted.show_words("")
            self._fill([], language)
            self._label.show_words("")
            self._total.show_words("")
            self._leave_by.set_tone("muted")
            self._leave_by.show_words(say(EMPTY_HINT))
            return
        self._title.show_words(card.code)
        self._lasted.show_words(say(card.lasted))
        lines = list(card.lines)
        if card.paid:
            lines.append(Line(ALREADY_PAID, -card.paid))
        self._fill(lines, language)
        self._label.show_words(say(TO_PAY if card.due else NOTHING))
        self._total.show_words(amount_words(language, card.due))
        self._total.set_tone("ink" if card.due else "go")
        self._leave_by.set_tone("go")
        self._leave_by.show_words(say(card.leave_by) if card.leave_by else "")

    def _fill(self, lines: list[Line], language: Language) -> None:
        while len(self._lines) < len(lines):
            self._lines.append(self._row(2 * len(self._lines)))
        for place, (text, amount, rule) in enumerate(self._lines):
            used = place < len(lines)
            text.show_words(language.say(lines[place].text) if used else "")
            amount.show_words(amount_words(language, lines[place].amount) if used else "")
            rule.setVisible(used)
            if used:
                tone = (
                    "go" if lines[place].amount < Money(0, lines[place].amount.currency) else "ink"
                )
                text.set_tone(tone)
                amount.set_tone(tone)

        # As tall as its lines, so that the total stands right below them; less only in need.
        needed = self._grid.sizeHint().height() + self._theme.border
        self._scroll.setMinimumHeight(min(needed, self._theme.space(3)))
        self._scroll.setMaximumHeight(needed)

    def _row(self, row: int) -> tuple[StaffWords, StaffWords, Rule]:
        text, amount, rule = StaffWords(), StaffWords(bold=True, wrap=False, trailing=True), Rule()
        text.dress(self._theme)
        amount.dress(self._theme)
        rule.dress(self._theme)
        self._grid.addWidget(text, row, 0)
        self._grid.addWidget(amount, row, 1)
        self._grid.addWidget(rule, row + 1, 0, 1, 2)
        return text, amount, rule

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._lasted, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._label, 1)
        foot.addWidget(self._total)
        self._inner = QWidget()
        lines = QVBoxLayout(self._inner)
        lines.setContentsMargins(0, 0, theme.space(), 0)
        lines.addLayout(self._grid)
        lines.addStretch(1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._inner)
        column = QVBoxLayout(self)
        margin = theme.space(3)
        column.setContentsMargins(margin, theme.space(2), margin, theme.space(2))
        column.setSpacing(theme.space())
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addWidget(self._leave_by)
        column.addLayout(foot)
