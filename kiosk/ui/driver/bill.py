"""The page with the price: why, how much, and the ways to pay that work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.ui.driver.fitting import OVERFULL, FittedPage, fit
from kiosk.ui.driver.message import ACROSS, CRAMPED, DOWN, ChoicePanel
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Rule, Words
from kiosk.views.driver import Bill, DriverView, Tap

MOST_LINES, FEW_LINES = 5, 3
"""Lines beyond these (on a crowded page, the few) are summed; the receipt has them all."""
SMALLEST = 0.5
CROWDED_DUE = 0.8
"""The price gives some room too where every line does; it stays the biggest."""
OTHERS = Text("Other charges")
PAID = Text("Already paid")


class BillLines(QWidget):
    """Reason left, amount right, a hair line between."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = [
            (Words(), Words(bold=True, wrap=False, trailing=True), Rule())
            for _ in range(MOST_LINES + 1)
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        for number, (reason, amount, rule) in enumerate(self.rows):
            self._grid.addWidget(reason, 2 * number, 0)
            self._grid.addWidget(amount, 2 * number, 1)
            self._grid.addWidget(rule, 2 * number + 1, 0, 1, 2)

    def show_lines(self, lines: tuple[Line, ...], language: Language) -> None:
        """Show these lines; what lowers the price is green."""
        for number, (reason, amount, rule) in enumerate(self.rows):
            shown = number < len(lines)
            rule.setVisible(shown)
            reason.show_words(language.say(lines[number].text) if shown else "")
            amount.show_words(language.money(lines[number].amount) if shown else "")
            lowers = shown and lines[number].amount.minor < 0
            for part in (reason, amount):
                part.set_tone("go" if lowers else "")

    def dress(self, theme: Theme, scale: float) -> None:
        """Take the theme's sizes."""
        self._grid.setVerticalSpacing(theme.space(0.5 if scale >= 1 else 0.25))
        self._grid.setHorizontalSpacing(theme.space(2))
        for reason, amount, rule in self.rows:
            reason.dress(theme, scale * 0.86)
            amount.dress(theme, scale * 0.86)
            rule.dress(theme)


class BillPage(FittedPage):
    """Shows any view with a bill: the stay and its price beside the choices."""

    tapped = Signal(Tap)

    def __init__(self) -> None:
        super().__init__()
        self.trouble = Words(Size.BODY, bold=True, tone="stop")
        self.headline = Words(Size.LARGE, tone="muted")
        self.since = Words(Size.BODY, bold=True)
        self.lines = BillLines()
        self.to_pay = Words(Size.BODY, bold=True)
        self.due = Words(Size.GIANT, bold=True, wrap=False)
        self.note = Words(Size.SMALL, tone="muted")
        self.hint = Words(Size.SMALL, bold=True)
        self.panel = ChoicePanel()
        self.panel.tapped.connect(self.tapped)
        self._theme: Theme | None = None
        self._is_roomy = True
        self._bill: Bill | None = None
        self._language: Language | None = None
        self._build()

    def _build(self) -> None:
        total = QHBoxLayout()
        total.addWidget(self.to_pay, 1)
        total.addWidget(self.due)
        self._left = QVBoxLayout()
        self._left.addStretch(1)
        self._left.addWidget(self.trouble)
        self._left.addWidget(self.headline)
        self._left.addWidget(self.since)
        self._left.addWidget(self.lines)
        self._left.addLayout(total)
        self._left.addWidget(self.note)
        self._left.addWidget(self.hint)
        self._left.addStretch(1)
        self._halves = QHBoxLayout(self)
        self._halves.addLayout(self._left, 6)
        self._halves.addWidget(self.panel, 5)

    def show_view(self, view: DriverView, bill: Bill, language: Language, theme: Theme) -> None:
        """Show exactly what the view says."""
        self._theme = theme
        self.trouble.show_words(language.say(view.detail))
        self.headline.show_words(language.say(view.headline))
        self.since.show_words(language.say(bill.since))
        self.to_pay.show_words(language.say(Text("To pay")))
        self.due.show_words(language.money(bill.due))
        self.note.show_words(language.say(bill.note))
        self.hint.show_words(language.say(bill.hint))
        self._bill, self._language = bill, language
        self.panel.show_choices(view, language, theme)
        self.arrange()

    def set_out(self) -> float:
        """Lay out for the present shape; on a crowded page, with less."""
        if self._theme is None:
            return OVERFULL
        upright = self.height() > self.width()
        self._halves.setDirection(DOWN if upright else ACROSS)
        scale = OVERFULL
        for most, stacked in ((MOST_LINES, True), (FEW_LINES, True), (FEW_LINES, False)):
            self.panel.arrange(stacked=stacked, upright=True)
            self._halves.setStretch(0, 6 if stacked else 5)
            self._halves.setStretch(1, 5 if stacked else 6)
            self._show_lines(most)
            scale = fit(self, self.size())
            if scale >= (CRAMPED if most == MOST_LINES else SMALLEST):
                break
        return scale

    def _show_lines(self, most: int) -> None:
        """On a crowded page fewer lines say the same, and title and note go without saying."""
        if self._bill is not None and self._language is not None:
            self._is_roomy = most == MOST_LINES
            self.headline.setVisible(self._is_roomy)
            self.note.setVisible(self._is_roomy and bool(self.note.text()))
            self.hint.setVisible(self._is_roomy and bool(self.hint.text()))
            self.lines.show_lines(_shown(self._bill, most), self._language)

    def dress(self, scale: float) -> None:
        """Set all type and spacing."""
        if self._theme is None:
            return
        theme = self._theme
        for part in (self.trouble, self.headline, self.since, self.to_pay, self.note, self.hint):
            part.dress(theme, scale)
        self.due.dress(theme, scale if self._is_roomy else scale * CROWDED_DUE)
        self.lines.dress(theme, scale)
        self.panel.dress(theme)
        margin = theme.space(4 if scale >= 1 else 2)
        self._halves.setContentsMargins(margin, theme.space(1.5), margin, theme.space(2))
        self._halves.setSpacing(theme.space(3 if scale >= 1 else 2))
        self._left.setSpacing(theme.space(1 if scale >= 1 else 0.5))


def _shown(bill: Bill, most: int) -> tuple[Line, ...]:
    """At most `most` lines and what was paid before; they still add up to what is due."""
    lines = bill.lines
    if len(lines) > most:
        kept, rest = lines[: most - 1], lines[most - 1 :]
        others = rest[0].amount
        for line in rest[1:]:
            others += line.amount
        lines = (*kept, Line(OTHERS, others))
    if bill.paid is not None:
        lines = (*lines, Line(PAID, -bill.paid))
    return lines
