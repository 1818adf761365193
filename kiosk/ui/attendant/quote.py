"""The stay on the counter: its price explained line by line, and what is to pay."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.reports.wording import METHODS
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card, Rule
from kiosk.views.cashier import StayCard

TO_PAY = Text("To pay")
ALREADY_PAID = Text("Already paid")
NOTHING = Text("Nothing to pay")
GIVEN_BACK = Text("Given back")
PART = Text("{method}, {time}")
EMPTY = Text("No ticket on the counter")
EMPTY_HINT = Text("Scan it at any time, or type the code printed under the QR.")


Shown = tuple[str, Money]
"""A line of the bill in shown words."""


class LinesArea(QScrollArea):
    """Wants the height of what it holds now; Qt's own remembers what it held first."""

    def sizeHint(self) -> QSize:
        """All lines, without scrolling."""
        inner = self.widget()
        return super().sizeHint() if inner is None else inner.sizeHint()


class QuoteCard(Card):
    """Ticket, stay, lines, total."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scroll = LinesArea()
        self._lines: list[tuple[StaffWords, StaffWords, Rule]] = []
        self._title = StaffWords(Size.LARGE, bold=True)
        self._lasted = StaffWords(Size.BODY, tone="muted", trailing=True)
        self._label = StaffWords(Size.LARGE, bold=True)
        self._total = StaffWords(Size.GIANT, bold=True, wrap=False, trailing=True)
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
        self._fill([*_priced(card, language), *_paid(card, language)], language)
        self._label.show_words(say(TO_PAY if card.due else NOTHING))
        self._total.show_words(amount_words(language, card.due))
        self._total.set_tone("ink" if card.due else "go")
        self._leave_by.set_tone("go")
        self._leave_by.show_words(say(card.leave_by) if card.leave_by else "")

    def _fill(self, lines: list[Shown], language: Language) -> None:
        while len(self._lines) < len(lines):
            self._lines.append(self._row(2 * len(self._lines)))
        for place, (text, amount, rule) in enumerate(self._lines):
            used = place < len(lines)
            words, money = lines[place] if used else ("", None)
            text.show_words(words)
            amount.show_words(amount_words(language, money) if money is not None else "")
            rule.setVisible(used)
            tone = "go" if money is not None and money.minor < 0 else "ink"
            text.set_tone(tone)
            amount.set_tone(tone)

        # As tall as its lines, so that the total stands right below them; less only in need.
        self._grid.invalidate()  # Qt forgets how high it was only at the next event
        needed = self._grid.sizeHint().height() + self._theme.border
        self._scroll.setMinimumHeight(min(needed, self._theme.space(3)))
        self._scroll.setMaximumHeight(needed)
        self._scroll.updateGeometry()

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
        for line in (head, foot):  # amounts end where those beside a scroll bar do
            line.setContentsMargins(0, 0, theme.space(), 0)
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


def _priced(card: StayCard, language: Language) -> list[Shown]:
    return [(language.say(line.text), line.amount) for line in card.lines]


def _paid(card: StayCard, language: Language) -> list[Shown]:
    """Every part that was taken, and what of them went back; where nobody lists them, their sum."""
    if not card.parts:
        return [(language.say(ALREADY_PAID), -card.paid)] if card.paid else []
    shown = [
        (
            language.say(
                PART.with_values(method=language.say(METHODS[part.method]), time=part.paid_at)
            ),
            -part.amount,
        )
        for part in card.parts
    ]
    back = sum(part.amount.minor for part in card.parts) - card.paid.minor
    if back > 0:
        shown.append((language.say(GIVEN_BACK), Money(back, card.paid.currency)))
    return shown
