"""The price curve of a stay: how its price grows while the car stays, and where it is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.tariff.curve import Point
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme

NAME = Text("Price by length of stay, up to {amount}")
HOURS = Text("{hours} h")
HOURS_APART = 12
LINES = 2
LEAST_MM = 30.0


class PriceChart(QWidget):
    """Time runs from left to right in every language, as clocks and graphs do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._points: tuple[Point, ...] = ()
        self._parked: int | None = None
        self._language: Language | None = None
        self.setMinimumHeight(theme.px(LEAST_MM))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def render_view(self, points: Sequence[Point], parked: int | None, language: Language) -> None:
        """Show a curve, and the length that was asked for (minutes)."""
        if (tuple(points), parked, language) == (self._points, self._parked, self._language):
            return
        self._points, self._parked, self._language = tuple(points), parked, language
        if points:
            self.setAccessibleName(language.say(NAME.with_values(amount=self._dearest())))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Grid, curve, and the mark."""
        if not self._points or self._language is None:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font(Size.SMALL))
        frame = self._frame(QFontMetrics(painter.font()))
        self._paint_grid(painter, frame)
        painter.setPen(QPen(self._theme.colour("brand"), self._theme.border))
        painter.drawPolyline(self._steps(frame))
        self._paint_mark(painter, frame)
        painter.end()

    def _frame(self, metrics: QFontMetrics) -> QRect:
        widest = max(metrics.horizontalAdvance(self._amount(line)) for line in range(LINES + 1))
        left, line = widest + self._theme.space(), metrics.height()
        right = metrics.horizontalAdvance("00 h")
        return self.rect().adjusted(left, line // 2, -right, -line - self._theme.space())

    def _paint_grid(self, painter: QPainter, frame: QRect) -> None:
        assert self._language is not None  # noqa: S101 - paintEvent looked
        metrics = painter.fontMetrics()
        line, ink = self._theme.colour("line"), self._theme.colour("muted")
        for number in range(LINES + 1):
            y = frame.bottom() - frame.height() * number // LINES
            painter.setPen(line)
            painter.drawLine(frame.left(), y, frame.right(), y)
            painter.setPen(ink)
            box = QRect(0, y - metrics.height() // 2, frame.left(), metrics.height())
            box.setRight(frame.left() - self._theme.space(0.5))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), self._amount(number))
        for hours in range(0, self._points[-1].minutes // 60 + 1, HOURS_APART):
            x = self._x(hours * 60, frame)
            painter.setPen(line)
            painter.drawLine(x, frame.top(), x, frame.bottom())
            painter.setPen(ink)
            box = QRect(
                x - frame.left(),
                frame.bottom() + self._theme.space(0.5),
                2 * frame.left(),
                2 * metrics.height(),
            )
            shown = self._language.say(HOURS.with_values(hours=hours))
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), shown
            )

    def _paint_mark(self, painter: QPainter, frame: QRect) -> None:
        parked = self._parked
        if parked is None or parked > self._points[-1].minutes:
            return
        x = self._x(parked, frame)
        painter.setPen(QPen(self._theme.colour("wait"), self._theme.border))
        painter.drawLine(x, frame.top(), x, frame.bottom())

    def _steps(self, frame: QRect) -> QPolygon:
        """A price holds up to and including its length of stay; then the next one does."""
        found = QPolygon()
        before = self._points[0].minutes
        for point in self._points:
            y = self._y(point.price.minor, frame)
            found.append(QPoint(self._x(before, frame), y))
            found.append(QPoint(self._x(point.minutes, frame), y))
            before = point.minutes
        return found

    def _x(self, minutes: int, frame: QRect) -> int:
        return frame.left() + frame.width() * minutes // max(1, self._points[-1].minutes)

    def _y(self, minor: int, frame: QRect) -> int:
        return frame.bottom() - frame.height() * minor // max(1, self._dearest().minor)

    def _amount(self, line: int) -> str:
        assert self._language is not None  # noqa: S101 - paintEvent looked
        dearest = self._dearest()
        part = Money(dearest.minor * line // LINES, dearest.currency)
        return amount_words(self._language, part)

    def _dearest(self) -> Money:
        return max((point.price for point in self._points), key=lambda price: price.minor)
