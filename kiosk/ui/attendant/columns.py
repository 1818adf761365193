"""A table of words and figures, painted: a year of days is one widget, not two thousand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import Size, Theme

SCALES = (1.0, 0.9, 0.8, 0.7)
"""How much smaller the type may be set where a row is too long for its place."""
LINE_HEIGHT = 1.45


@dataclass(frozen=True, slots=True)
class Row:
    """Shown words, one for each column. A `title` stands above the rows of its own."""

    cells: tuple[str, ...]
    title: bool = False
    tone: str = "ink"


class Columns(QWidget):
    """The first column leans to where lines begin, the others to where they end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self._needed: tuple[tuple[int, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; each has the same number of cells."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._needed = tuple(self._widths(scale) for scale in SCALES)
        self.setAccessibleName("\n".join(" ".join(row.cells) for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the longest cells."""
        return QSize(self._whole(0), self._height())

    def minimumSizeHint(self) -> QSize:
        """The same in the smallest type."""
        return QSize(self._whole(-1), self._height())

    def fits(self) -> bool:
        """Whether nothing is cut: what the layout test asks."""
        return not self._rows or self._whole(-1) <= self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows in sight."""
        if not self._rows:
            return
        place = next((n for n in range(len(SCALES)) if self._whole(n) <= self.width()), -1)
        painter = QPainter(self)
        line = self._line()
        first = max(0, event.rect().top() // line)
        last = min(len(self._rows), event.rect().bottom() // line + 1)
        for number in range(first, last):
            self._paint_row(painter, number, SCALES[place], self._needed[place])
        painter.end()

    def _paint_row(
        self, painter: QPainter, number: int, scale: float, widths: tuple[int, ...]
    ) -> None:
        row, line = self._rows[number], self._line()
        top = number * line
        painter.setFont(self._font(row, scale))
        painter.setPen(self._theme.colour("muted" if row.title else row.tone))
        end = self.width() - self._margin()
        begins, ends = self._sides()
        for cell, width in zip(reversed(row.cells[1:]), reversed(widths[1:]), strict=True):
            box = QRect(end - width, top, width, line)
            painter.drawText(self._mirrored(box), ends, cell)
            end -= width + self._gap()
        box = QRect(0, top, end, line)
        painter.drawText(self._mirrored(box), begins, row.cells[0])
        if row.title:
            painter.fillRect(
                0, top + line - self._theme.border, self.width(), 1, self._theme.colour("line")
            )

    def _sides(self) -> tuple[int, int]:
        """How to draw words where lines begin and where they end."""
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        either = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        if not self.isRightToLeft():
            return (left | either).value, (right | either).value
        forced = Qt.TextFlag.TextForceRightToLeft.value
        return (right | either).value | forced, (left | either).value | forced

    def _mirrored(self, box: QRect) -> QRect:
        if not self.isRightToLeft():
            return box
        return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())

    def _widths(self, scale: float) -> tuple[int, ...]:
        columns = zip(*(self._measured(row, scale) for row in self._rows), strict=True)
        return tuple(map(max, columns))

    def _measured(self, row: Row, scale: float) -> tuple[int, ...]:
        metrics = QFontMetrics(self._font(row, scale))
        return tuple(metrics.horizontalAdvance(cell) + 1 for cell in row.cells)

    def _font(self, row: Row, scale: float) -> QFont:
        return self._theme.font(Size.SMALL if row.title else Size.BODY, scale=scale)

    def _whole(self, place: int) -> int:
        widths = self._needed[place] if self._needed else ()
        return sum(widths) + self._gap() * max(0, len(widths) - 1) + self._margin()

    def _gap(self) -> int:
        return self._theme.space(2)

    def _margin(self) -> int:
        """So that the last column stands clear of what scrolls it."""
        return self._theme.space()

    def _line(self) -> int:
        return round(self._theme.text_px(Size.BODY) * LINE_HEIGHT)

    def _height(self) -> int:
        return self._line() * len(self._rows)
