"""A mood's shape: drawn, so that it needs no typeface and is told apart without colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.views.mood import Mood

_CORNERS = {
    Mood.GO: ((0.5, 0.08), (1.0, 0.95), (0.0, 0.95)),
    Mood.WAIT: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    Mood.STOP: ((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)),
}
"""Triangle, diamond, square in a unit box; calm is a disc."""


class MoodShape(QWidget):
    """The shape in its colour, as large as told."""

    def __init__(self, theme: Theme, px: int) -> None:
        super().__init__()
        self._theme = theme
        self._mood = Mood.CALM
        self.setFixedSize(px, px)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_mood(self, mood: Mood) -> None:
        """Take this mood's shape and colour."""
        if mood is not self._mood:
            self._mood = mood
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        draw_mood(painter, QRectF(self.rect()), self._mood, self._theme)
        painter.end()


def draw_mood(painter: QPainter, box: QRectF, mood: Mood, theme: Theme) -> None:
    """Draw the mood's shape inside `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("muted" if mood is Mood.CALM else mood.value))
    if mood is Mood.CALM:
        inset = box.width() * 0.1
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    else:
        points = [
            QPointF(box.left() + x * box.width(), box.top() + y * box.height())
            for x, y in _CORNERS[mood]
        ]
        painter.drawPolygon(QPolygonF(points))
    painter.restore()
