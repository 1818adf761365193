"""A lane drawn from its wires: what the loops and the boom say, and what nobody knows."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.signals import Level
from kiosk.domain.wording import Text
from kiosk.lane.state import Senses
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme

ON, OFF, UNKNOWN = Text("on"), Text("off"), Text("unknown")
LEVELS = {Level.ON: ON, Level.OFF: OFF, Level.UNKNOWN: UNKNOWN}
BOOM_UP, BOOM_DOWN, BOOM_BETWEEN = Text("Up"), Text("Down"), Text("Moving")
BOOM_UNKNOWN, BOOM_OFF = Text("Unknown"), Text("Broken off")
A, B = "A", "B"
CAPTION_PART = 0.4
LOOP_A, LOOP_B = Text("Loop A {level}"), Text("Loop B {level}")
LEAST_MM, MOST_MM = 22.0, 44.0
ROAD_PART = 0.62
"""How much of the height is road; the rest holds the captions."""
BOOM_AT = 0.5


class LaneSketch(QWidget):
    """Loop A, boom, loop B in the direction of reading; lit where a wire says so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._senses = Senses()
        self._captions = ("", "", "")
        self.setMinimumHeight(theme.px(LEAST_MM))
        self.setMaximumHeight(theme.px(MOST_MM))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_senses(self, senses: Senses, language: Language) -> None:
        """Take what the wires say now."""
        self._senses = senses
        say = language.say
        self._captions = (
            say(LOOP_A.with_values(level=say(LEVELS[senses.approach]))),
            say(_boom(senses)),
            say(LOOP_B.with_values(level=say(LEVELS[senses.safety]))),
        )
        self.setAccessibleName(", ".join(self._captions))
        self.update()

    def sizeHint(self) -> QSize:
        """The least that can be read; it grows where there is room."""
        return QSize(self._theme.px(50), self._theme.px(LEAST_MM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Road, loops, boom, captions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        road = QRectF(0, 0, self.width(), self.height() * ROAD_PART)
        if self.isRightToLeft():
            painter.save()
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
            self._paint_road(painter, road)
            painter.restore()
        else:
            self._paint_road(painter, road)
        self._paint_captions(painter, road.bottom())
        painter.end()

    def _paint_road(self, painter: QPainter, road: QRectF) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("background"))
        painter.drawRoundedRect(road, theme.radius, theme.radius)
        inset = road.height() * 0.2
        width = road.width() * 0.3
        for level, left in (
            (self._senses.approach, road.width() * 0.08),
            (self._senses.safety, road.width() * 0.62),
        ):
            box = QRectF(left, road.top() + inset, width, road.height() - 2 * inset)
            self._paint_loop(painter, box, level)
        self._paint_boom(painter, road)

    def _paint_loop(self, painter: QPainter, box: QRectF, level: Level) -> None:
        theme = self._theme
        colour = theme.colour({Level.ON: "go", Level.OFF: "muted", Level.UNKNOWN: "wait"}[level])
        fill = theme.colour("fill_go") if level is Level.ON else theme.colour("background")
        painter.setBrush(fill)
        style = Qt.PenStyle.SolidLine if level is Level.ON else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, theme.border, style))
        painter.drawRoundedRect(box, theme.radius / 2, theme.radius / 2)

    def _paint_boom(self, painter: QPainter, road: QRectF) -> None:
        """Down lies across the road, up is short, unknown is dotted, broken is only a post."""
        theme = self._theme
        senses = self._senses
        at = road.width() * BOOM_AT
        post = QPointF(at, road.top() + theme.border)
        reach = road.height() - 2 * theme.border
        if senses.boom_open is Level.ON:
            reach *= 0.22
        elif senses.boom_closed is not Level.ON:
            reach *= 0.6
        if senses.boom_detached is not Level.ON:
            unknown = Level.UNKNOWN in (senses.boom_open, senses.boom_closed)
            style = Qt.PenStyle.DotLine if unknown else Qt.PenStyle.SolidLine
            pen = QPen(theme.colour("wait" if unknown else "ink"), theme.px(1.4), style)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QLineF(post, QPointF(at, post.y() + reach)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("wait"))
        side = theme.px(3)
        painter.drawRoundedRect(QRectF(at - side / 2, road.top(), side, side), 2, 2)

    def _paint_captions(self, painter: QPainter, top: float) -> None:
        """The loops' letters in the colour of what they say, the boom's state between them."""
        theme = self._theme
        painter.setFont(theme.font(Size.SMALL, bold=True))
        loops = [(A, self._senses.approach, 0.23), (B, self._senses.safety, 0.77)]
        for letter, level, at in loops:
            tone = {Level.ON: "go", Level.OFF: "muted", Level.UNKNOWN: "wait"}[level]
            shown = f"{letter} ?" if level is Level.UNKNOWN else letter
            self._caption(painter, shown, tone, 1 - at if self.isRightToLeft() else at, top)
        boom, between = self._captions[1], self.width() * (loops[1][2] - loops[0][2]) - theme.px(8)
        advance = painter.fontMetrics().horizontalAdvance(boom)
        if advance > between:  # a narrow tile: smaller, rather than into the letters
            painter.setFont(theme.font(Size.SMALL, bold=True, scale=between / advance))
        self._caption(painter, boom, "muted", BOOM_AT, top)

    def _caption(self, painter: QPainter, words: str, tone: str, at: float, top: float) -> None:
        theme, wide = self._theme, self.width() * CAPTION_PART
        box = QRectF(at * self.width() - wide / 2, top + theme.space(0.5), wide, theme.px(8))
        painter.setPen(theme.colour(tone))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(box, int(flags | Qt.TextFlag.TextDontClip), words)


def _boom(senses: Senses) -> Text:
    if senses.boom_detached is Level.ON:
        return BOOM_OFF
    if Level.UNKNOWN in (senses.boom_open, senses.boom_closed):
        return BOOM_UNKNOWN
    if senses.boom_open is Level.ON:
        return BOOM_UP
    return BOOM_DOWN if senses.boom_closed is Level.ON else BOOM_BETWEEN
