"""One lane from above: cars to push with the mouse, loops that light up, a boom that moves."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.signals import Level, Light
from kiosk.domain.wording import Text
from kiosk.ui.attendant.sketch import LEVELS, A, B
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views import garage
from kiosk.views.garage import GarageFault, GarageLane

LEAST_MM = 38.0
CAR_WIDE_METRES = 1.9
ROAD_WIDE_METRES = 2.9
LOOP_WIDE_METRES = 2.4
BOOM_LONG_METRES = 3.0
CAR_PAINTS = ("#6CCBF5", "#F5A86C", "#B9A2F5", "#8FDCA8")
GLASS, CABIN, LAMP = "#83A6BE", "#0D141A", "#FFF6C9"
ASPHALT, PAINT = "#26323D", "#5D6B77"
STRIPES = 9
STRIPE_RED, STRIPE_WHITE = "#D12B2B", "#F5F7F9"
BOOM_CLOSED, BOOM_OPEN = Text("Boom closed"), Text("Boom open")
BOOM_MOVING, BOOM_GONE = Text("Boom moving"), Text("Boom broken off")


class Road(QWidget):
    """Draws the lane; tells where the person wants which car."""

    wanted = Signal(int, float)
    """(car, metres of its nose)."""
    touched = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lane: GarageLane | None = None
        self._language: Language | None = None
        self.cars: tuple[float, ...] = ()
        self._held: tuple[int, float] | None = None
        self.last_held = 0
        self.setMinimumHeight(theme.px(LEAST_MM))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def render_view(self, lane: GarageLane, language: Language) -> None:
        """Show the lane as its devices stand."""
        self._lane, self._language = lane, language
        self.setAccessibleName(lane.name)
        self.update()

    def place_cars(self, noses: tuple[float, ...]) -> None:
        """Put the cars there, first on the road first."""
        self.cars = noses
        self.update()

    def sizeHint(self) -> QSize:
        """Wide, with room above and below the road."""
        return QSize(self._theme.px(150), self._theme.px(52))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the car under the mouse."""
        self.touched.emit()
        at = event.position()
        for car, nose in enumerate(self.cars):
            if self._car_box(nose).contains(at):
                self._held = (car, nose - self._metres(at.x()))
                self.last_held = car

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Push it."""
        if self._held is not None:
            car, offset = self._held
            self.wanted.emit(car, self._metres(event.position().x()) + offset)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Road, loops, cars, boom, captions, in this order."""
        if self._lane is None or self._language is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_road(painter)
        self._paint_loop(painter, garage.APPROACH_METRES, self._lane.approach)
        self._paint_loop(painter, garage.SAFETY_METRES, self._lane.safety)
        for number, nose in enumerate(self.cars):
            self._paint_car(painter, nose, CAR_PAINTS[number % len(CAR_PAINTS)])
        self._paint_boom(painter, self._lane)
        self._paint_captions(painter, self._lane, self._language)
        painter.end()

    def _paint_road(self, painter: QPainter) -> None:
        half = ROAD_WIDE_METRES / 2 * self._scale()
        painter.fillRect(QRectF(0, self._middle() - half, self.width(), 2 * half), QColor(ASPHALT))
        pen = QPen(QColor(PAINT), self._theme.px(0.8), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([11, 12])
        painter.setPen(pen)
        painter.drawLine(QLineF(0, self._middle(), self.width(), self._middle()))

    def _paint_loop(self, painter: QPainter, metres: tuple[float, float], level: Level) -> None:
        colour = {Level.ON: "go", Level.OFF: "", Level.UNKNOWN: "wait"}[level]
        ink = self._theme.colour(colour) if colour else QColor(PAINT)
        fill = QColor(ink)
        fill.setAlpha(70 if level is Level.ON else 0)
        painter.setBrush(fill)
        painter.setPen(QPen(ink, self._theme.px(0.9), Qt.PenStyle.DashLine))
        half = LOOP_WIDE_METRES / 2 * self._scale()
        left, right = self._x(metres[0]), self._x(metres[1])
        box = QRectF(left, self._middle() - half, right - left, 2 * half)
        painter.drawRoundedRect(box, self._theme.radius, self._theme.radius)

    def _paint_car(self, painter: QPainter, nose: float, colour: str) -> None:
        box = self._car_box(nose)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        corner = box.height() * 0.3
        painter.drawRoundedRect(box, corner, corner)
        cabin = box.adjusted(
            box.width() * 0.2, box.height() * 0.14, -box.width() * 0.25, -box.height() * 0.14
        )
        painter.setBrush(QColor(CABIN))
        painter.drawRoundedRect(cabin, corner * 0.6, corner * 0.6)
        roof = cabin.adjusted(
            cabin.width() * 0.14, cabin.height() * 0.1, -cabin.width() * 0.12, -cabin.height() * 0.1
        )
        painter.setBrush(QColor(GLASS))
        painter.drawRoundedRect(roof, corner * 0.4, corner * 0.4)
        painter.setBrush(QColor(LAMP))
        lamp = QRectF(0, 0, box.width() * 0.06, box.height() * 0.2)
        for part in (0.13, 0.67):
            lamp.moveTopLeft(
                QPointF(box.right() - box.width() * 0.085, box.top() + box.height() * part)
            )
            painter.drawRoundedRect(lamp, 3, 3)

    def _paint_boom(self, painter: QPainter, lane: GarageLane) -> None:
        """From above a rising boom grows shorter; broken off, only its post is left."""
        theme, x = self._theme, self._x(0)
        top = self._middle() - ROAD_WIDE_METRES / 2 * self._scale() - theme.px(3)
        width = theme.px(3.6)
        if GarageFault.BOOM_BROKEN not in lane.faults:
            reach = BOOM_LONG_METRES * self._scale() + theme.px(5)
            shown = max(0.16, math.cos(math.radians(min(90, lane.boom_degrees)))) * reach
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            stripe = reach / STRIPES
            for number in range(math.ceil(shown / stripe)):
                painter.setBrush(QColor(STRIPE_WHITE if number % 2 else STRIPE_RED))
                long = min(stripe, shown - number * stripe)
                painter.drawRect(QRectF(x - width / 2, top + number * stripe, width, long))
            painter.restore()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#EBB33A"))
        post = QRectF(x - theme.px(3), top - theme.px(8), theme.px(6), theme.px(11))
        painter.drawRoundedRect(post, 4, 4)
        self._paint_light(painter, lane.light, post)

    def _paint_light(self, painter: QPainter, light: Light, post: QRectF) -> None:
        size = self._theme.px(3)
        for place, (on, colour) in enumerate(((Light.STOP, "#FF5A52"), (Light.GO, "#4FD793"))):
            painter.setBrush(QColor(colour if light is on else "#3A2C0C"))
            left = post.center().x() - size / 2
            painter.drawEllipse(QRectF(left, post.top() + (place + 0.4) * size * 1.25, size, size))

    def _paint_captions(self, painter: QPainter, lane: GarageLane, language: Language) -> None:
        theme, say = self._theme, language.say
        painter.setFont(theme.font(Size.SMALL, bold=True))
        below = self._middle() + ROAD_WIDE_METRES / 2 * self._scale() + theme.space(0.5)
        for letter, metres, level in (
            (A, garage.APPROACH_METRES, lane.approach),
            (B, garage.SAFETY_METRES, lane.safety),
        ):
            tone = {Level.ON: "go", Level.OFF: "muted", Level.UNKNOWN: "wait"}[level]
            painter.setPen(theme.colour(tone))
            middle = (self._x(metres[0]) + self._x(metres[1])) / 2
            box = QRectF(middle - theme.px(25), below, theme.px(50), theme.px(6))
            words = f"{letter} · {say(LEVELS[level])}"
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), words)
        painter.setPen(theme.colour("muted"))
        above = self._middle() - ROAD_WIDE_METRES / 2 * self._scale() - theme.px(8)
        box = QRectF(self._x(0) - theme.px(66), above, theme.px(60), theme.px(6))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), say(_boom_words(lane)))

    def _scale(self) -> float:
        """Pixels per metre: as wide as the widget, and not too tall for it."""
        low, high = garage.ROAD_METRES
        room = self.height() - self._theme.px(20)
        return min(self.width() / (high - low), room / ROAD_WIDE_METRES)

    def _x(self, metres: float) -> float:
        """Cars drive to the right in every language, as arrow keys do."""
        low, high = garage.ROAD_METRES
        return self.width() / 2 + (metres - (low + high) / 2) * self._scale()

    def _metres(self, x: float) -> float:
        low, high = garage.ROAD_METRES
        return (x - self.width() / 2) / self._scale() + (low + high) / 2

    def _middle(self) -> float:
        return self.height() / 2 + self._theme.px(2)

    def _car_box(self, nose: float) -> QRectF:
        wide = CAR_WIDE_METRES * self._scale()
        left = self._x(nose - garage.CAR_METRES)
        return QRectF(left, self._middle() - wide / 2, self._x(nose) - left, wide)


def _boom_words(lane: GarageLane) -> Text:
    if GarageFault.BOOM_BROKEN in lane.faults:
        return BOOM_GONE
    if lane.boom_degrees <= 2:
        return BOOM_CLOSED
    return BOOM_OPEN if lane.boom_degrees >= 88 else BOOM_MOVING
