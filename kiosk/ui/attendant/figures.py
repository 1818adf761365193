"""Figures in two columns: what it is, and how much; sums stand out. For X, Z, a pass, a payment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.theme import Size, Theme


@dataclass(frozen=True, slots=True)
class Figure:
    """One line in shown words. `strong`: a sum; `tone` as `StaffWords` has them."""

    label: str
    value: str
    strong: bool = False
    tone: str = "ink"


class Figures(QWidget):
    """A table of figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[tuple[StaffWords, StaffWords, StaffWords]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.space(0.5))
        self._grid.setHorizontalSpacing(theme.space(1.5))
        self._grid.setColumnStretch(0, 1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these lines."""
        while len(self._lines) < len(figures):
            self._add_line()
        for place, (label, value, total) in enumerate(self._lines):
            used = place < len(figures)
            figure = figures[place] if used else Figure("", "")
            label.show_words(figure.label)
            value.show_words("" if figure.strong else figure.value)
            total.show_words(figure.value if figure.strong else "")
            for words in (value, total):
                words.set_tone(figure.tone)

    def _add_line(self) -> None:
        label = StaffWords(Size.BODY, tone="muted")
        value = StaffWords(Size.BODY, bold=True, wrap=False, trailing=True)
        total = StaffWords(Size.LARGE, bold=True, wrap=False, trailing=True)
        for column, words in ((0, label), (1, value), (1, total)):
            words.dress(self._theme)
            self._grid.addWidget(words, len(self._lines), column)
        self._lines.append((label, value, total))
