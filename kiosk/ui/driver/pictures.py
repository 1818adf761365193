"""The drawings beside a driver's words: tickets, slots, readers, barriers, seen from two metres.

Each is drawn in a box of 100 by 100 from a few solid shapes in two inks, so that it takes the
colours of any theme and mood. `t` runs from 0 to 1 and round again for those that move.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.views.driver import Picture

MOVING = frozenset({Picture.PRINTING, Picture.TAKE, Picture.DRIVE, Picture.WAIT, Picture.CARD})
PAPER, PRINT, FAINT_PRINT = QColor("#FFFFFF"), QColor("#0F1E2B"), QColor("#CBD4DC")
LASER = QColor("#E5383B")
STILL = 0.35
"""The moment shown where nothing may move."""


@dataclass(frozen=True, slots=True)
class Inks:
    """`ink` draws on `ground`, the surface's own; `slot` is a dark housing, `light` a detail.

    Paper is white and its print dark in every theme, as it is in the driver's hand.
    """

    ink: QColor
    ground: QColor
    slot: QColor
    light: QColor


def draw(painter: QPainter, picture: Picture, box: QRectF, inks: Inks, t: float) -> None:
    """Draw a picture in the largest square in the middle of `box`."""
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / 100, side / 100)
    painter.setPen(Qt.PenStyle.NoPen)
    _DRAWINGS[picture](painter, inks, t)
    painter.restore()


def _nothing(_painter: QPainter, _inks: Inks, _t: float) -> None:
    """Words alone."""


def _fill(painter: QPainter, colour: QColor, *boxes: tuple[float, ...], radius: float = 0) -> None:
    painter.setBrush(colour)
    for box in boxes:
        painter.drawRoundedRect(QRectF(*box), radius, radius)


def _line(painter: QPainter, colour: QColor, width: float, *points: tuple[float, float]) -> None:
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
    painter.setPen(Qt.PenStyle.NoPen)


def _arc(
    painter: QPainter, ink: QColor, width: float, centre: tuple[float, ...], *d: float
) -> None:
    """An arc of radius `d[0]` from `d[1]` over `d[2]` degrees."""
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = centre
    box = QRectF(x - d[0], y - d[0], 2 * d[0], 2 * d[0])
    painter.drawArc(box, round(d[1] * 16), round(d[2] * 16))
    painter.setPen(Qt.PenStyle.NoPen)


def _shape(painter: QPainter, colour: QColor, *points: tuple[float, float]) -> None:
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))


def _disc(painter: QPainter, colour: QColor, x: float, y: float, radius: float) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _square_code(painter: QPainter, x: float, y: float, side: float) -> None:
    """The three eyes and a few dots everybody takes for a QR code."""
    unit = side / 7
    for column, row in ((0, 0), (4, 0), (0, 4)):
        left, top = x + column * unit, y + row * unit
        _fill(painter, PRINT, (left, top, 3 * unit, 3 * unit))
        _fill(painter, PAPER, (left + unit * 0.6, top + unit * 0.6, unit * 1.8, unit * 1.8))
        _fill(painter, PRINT, (left + unit, top + unit, unit, unit))
    for column, row in ((4, 4), (6, 4), (5, 5), (4, 6), (6, 6)):
        _fill(painter, PRINT, (x + column * unit, y + row * unit, unit, unit))


def _paper(painter: QPainter, x: float, y: float, width: float) -> None:
    """A ticket: code above, two lines of print below."""
    height = width * 1.36
    _fill(painter, PAPER, (x, y, width, height), radius=width * 0.06)
    _square_code(painter, x + width * 0.18, y + width * 0.16, width * 0.64)
    for part, share in ((0.98, 0.64), (1.13, 0.42)):
        line = (x + width * 0.18, y + width * part, width * share, width * 0.07)
        _fill(painter, FAINT_PRINT, line)


def _ticket(painter: QPainter, _inks: Inks, _t: float) -> None:
    _paper(painter, 18, 6, 64)


def _slot(painter: QPainter, inks: Inks) -> None:
    _fill(painter, inks.slot, (4, 2, 92, 12), radius=4)


def _printing(painter: QPainter, inks: Inks, t: float) -> None:
    _slot(painter, inks)
    out = min(1.0, t * 1.25)
    painter.save()
    painter.setClipRect(QRectF(0, 8, 100, 92))
    _paper(painter, 20, 8 - 81 * (1 - out), 60)
    painter.restore()


def _take(painter: QPainter, inks: Inks, t: float) -> None:
    _slot(painter, inks)
    painter.save()
    painter.setClipRect(QRectF(0, 8, 100, 92))
    _paper(painter, 25, 6, 50)
    painter.restore()
    drop = 4 * math.sin(t * 2 * math.pi)
    _shape(painter, inks.ink, (32, 80 + drop), (68, 80 + drop), (50, 96 + drop))


def _boom(painter: QPainter, inks: Inks, degrees: float) -> None:
    """A post at the right and a striped boom, raised by some degrees."""
    painter.save()
    painter.translate(78, 52)
    painter.rotate(degrees)
    _fill(painter, inks.ink, (-74, -4.5, 80, 9), radius=4)
    for start in (-62, -44, -26):
        _fill(painter, inks.ground, (start, -4.5, 8, 9))
    painter.restore()
    _fill(painter, inks.ink, (70, 44, 16, 48), radius=4)
    _fill(painter, inks.ink, (64, 88, 28, 7), radius=2)


def _opening(painter: QPainter, inks: Inks, _t: float) -> None:
    _boom(painter, inks, 40)  # any higher, and its tip leaves the box
    _line(painter, inks.ink, 6, (22, 88), (22, 56))
    _line(painter, inks.ink, 6, (10, 66), (22, 54), (34, 66))


def _car(painter: QPainter, inks: Inks, _t: float) -> None:
    _boom(painter, inks, 0)
    body = QPainterPath()
    body.addRoundedRect(QRectF(4, 68, 54, 17), 6, 6)
    roof = QPainterPath()
    roof.moveTo(12, 70)
    for x, y in ((20, 57), (40, 57), (49, 70)):
        roof.lineTo(x, y)
    painter.setBrush(inks.light)
    painter.drawPath(body.united(roof))
    _shape(painter, inks.ground, (18, 68), (23, 60.5), (30, 60.5), (30, 68))
    _shape(painter, inks.ground, (33, 68), (33, 60.5), (38.5, 60.5), (43, 68))
    for x in (17, 45):
        _disc(painter, inks.slot, x, 86, 7)
        _disc(painter, inks.light, x, 86, 2.8)
    _fill(painter, inks.ink, (0, 93, 100, 2.4))


def _drive(painter: QPainter, inks: Inks, t: float) -> None:
    """An arrow up the lane; what is behind it moves the same way."""
    _shape(
        painter,
        inks.ink,
        *((50, 4), (88, 42), (65, 42), (65, 60), (35, 60), (35, 42), (12, 42)),
    )
    for place in range(2):
        faded = QColor(inks.ink)
        faded.setAlphaF(0.25 + 0.65 * (0.5 + 0.5 * math.cos(2 * math.pi * (t + 0.3 * place))))
        _fill(painter, faded, (35, 68 + 15 * place, 30, 9))


def _scan(painter: QPainter, inks: Inks, _t: float) -> None:
    """A reader with its window of light, and the ticket held to it."""
    _fill(painter, inks.slot, (58, 8, 36, 84), radius=6)
    _fill(painter, inks.light, (64, 28, 24, 40), radius=3)
    _line(painter, LASER, 3, (66, 48), (86, 48))
    _paper(painter, 2, 26, 34)
    _line(painter, inks.ink, 4, (40, 48), (53, 48))
    _line(painter, inks.ink, 4, (47, 41), (54, 48), (47, 55))


def _keys(painter: QPainter, inks: Inks, _t: float) -> None:
    for row in range(3):
        for column in range(3):
            _fill(painter, inks.ink, (14 + 26 * column, 14 + 26 * row, 20, 20), radius=5)


def _card(painter: QPainter, inks: Inks, t: float) -> None:
    """A card before a reader that beckons."""
    _fill(painter, inks.slot, (62, 6, 34, 88), radius=6)
    _fill(painter, inks.light, (67, 13, 24, 20), radius=2)
    for row in range(3):
        for column in range(3):
            _fill(painter, inks.light, (68 + 8.5 * column, 64 + 8.5 * row, 5.5, 5.5), radius=1)
    for ring in range(3):
        faded = QColor(inks.ink)
        near = (t * 3 - (2 - ring)) % 3
        faded.setAlphaF(1.0 if near < 1 else 0.35)
        _arc(painter, faded, 3.5, (62, 48), 7 + 6 * ring, 145, 70)
    _fill(painter, inks.ink, (0, 34, 36, 25), radius=4)
    _fill(painter, inks.ground, (0, 40, 36, 5))
    _fill(painter, inks.ground, (5, 50, 12, 4), radius=1)


def _cash(painter: QPainter, inks: Inks, _t: float) -> None:
    _fill(painter, inks.ink, (4, 22, 80, 44), radius=5)
    _fill(painter, inks.ground, (9, 27, 70, 34), radius=3)
    _disc(painter, inks.ink, 44, 44, 12)
    for x in (17, 71):
        _disc(painter, inks.ink, x, 44, 3.5)
    for x, y in ((78, 70), (62, 76)):
        _disc(painter, inks.ground, x, y, 18)
        _disc(painter, inks.ink, x, y, 15.5)
    _disc(painter, inks.ground, 62, 76, 10)


def _wait(painter: QPainter, inks: Inks, t: float) -> None:
    for place in range(3):
        faded = QColor(inks.ink)
        wave = 0.5 + 0.5 * math.cos(2 * math.pi * (t - place / 3))
        faded.setAlphaF(0.3 + 0.7 * wave)
        _disc(painter, faded, 22 + 28 * place, 50, 8 + 3 * wave)


def _stop(painter: QPainter, inks: Inks, _t: float) -> None:
    _disc(painter, inks.ink, 50, 50, 46)
    _fill(painter, inks.ground, (20, 41, 60, 18), radius=3)


def _fire(painter: QPainter, inks: Inks, _t: float) -> None:
    flame = QPainterPath(QPointF(52, 2))
    flame.cubicTo(56, 24, 84, 34, 84, 64)
    flame.cubicTo(84, 84, 68, 98, 50, 98)
    flame.cubicTo(30, 98, 16, 84, 16, 64)
    flame.cubicTo(16, 50, 24, 40, 30, 34)
    flame.cubicTo(32, 42, 36, 46, 40, 46)
    flame.cubicTo(36, 28, 42, 12, 52, 2)
    painter.setBrush(inks.ink)
    painter.drawPath(flame)
    heart = QPainterPath(QPointF(52, 52))
    heart.cubicTo(54, 62, 66, 66, 66, 78)
    heart.cubicTo(66, 87, 59, 92, 50, 92)
    heart.cubicTo(41, 92, 34, 87, 34, 78)
    heart.cubicTo(34, 68, 46, 64, 52, 52)
    painter.setBrush(inks.ground)
    painter.drawPath(heart)


def _help(painter: QPainter, inks: Inks, _t: float) -> None:
    """Somebody with a headset: head, shoulders, and the microphone."""
    _disc(painter, inks.ink, 50, 36, 20)
    shoulders = QPainterPath(QPointF(10, 94))
    shoulders.cubicTo(10, 70, 28, 62, 50, 62)
    shoulders.cubicTo(72, 62, 90, 70, 90, 94)
    shoulders.closeSubpath()
    painter.drawPath(shoulders)
    _arc(painter, inks.ink, 4.5, (50, 34), 29, 0, 180)
    for x in (17, 75):
        _fill(painter, inks.ink, (x, 30, 8, 18), radius=4)
    _arc(painter, inks.ink, 3.5, (62, 44), 17, 270, 80)


def _clock(painter: QPainter, inks: Inks, _t: float) -> None:
    _disc(painter, inks.ink, 50, 50, 44)
    _disc(painter, inks.ground, 50, 50, 35)
    _line(painter, inks.ink, 7, (50, 28), (50, 52), (66, 62))


def _receipt(painter: QPainter, inks: Inks, _t: float) -> None:
    edge = [(74 - 8 * step, 88 if step % 2 else 96) for step in range(7)]
    _shape(painter, inks.ink, (26, 6), (74, 6), *edge)
    for y, width in ((22, 32), (36, 32), (50, 20)):
        _fill(painter, inks.ground, (34, y, width, 6))


def _member(painter: QPainter, inks: Inks, _t: float) -> None:
    """A card with somebody's likeness, and a tick."""
    _fill(painter, inks.ink, (4, 20, 84, 56), radius=7)
    _disc(painter, inks.ground, 28, 40, 9)
    shoulders = QPainterPath(QPointF(12, 67))
    shoulders.cubicTo(12, 56, 19, 52, 28, 52)
    shoulders.cubicTo(37, 52, 44, 56, 44, 67)
    shoulders.closeSubpath()
    painter.drawPath(shoulders)
    for y, width in ((33, 30), (45, 22)):
        _fill(painter, inks.ground, (52, y, width, 5), radius=2.5)
    _disc(painter, inks.ground, 78, 74, 20)
    _disc(painter, inks.ink, 78, 74, 17)
    _line(painter, inks.ground, 5, (70, 75), (76, 81), (87, 68))


def _phone(painter: QPainter, inks: Inks, _t: float) -> None:
    """A phone that looks at a code."""
    _fill(painter, inks.ink, (24, 2, 52, 96), radius=9)
    _fill(painter, PAPER, (30, 13, 40, 70), radius=3)
    _square_code(painter, 34, 32, 32)
    _disc(painter, inks.ground, 50, 90.5, 3)


_DRAWINGS: Mapping[Picture, Callable[[QPainter, Inks, float], None]] = {
    Picture.NONE: _nothing,
    Picture.CAR: _car,
    Picture.TICKET: _ticket,
    Picture.PRINTING: _printing,
    Picture.TAKE: _take,
    Picture.OPENING: _opening,
    Picture.DRIVE: _drive,
    Picture.SCAN: _scan,
    Picture.KEYS: _keys,
    Picture.CARD: _card,
    Picture.CASH: _cash,
    Picture.WAIT: _wait,
    Picture.STOP: _stop,
    Picture.FIRE: _fire,
    Picture.HELP: _help,
    Picture.CLOCK: _clock,
    Picture.RECEIPT: _receipt,
    Picture.MEMBER: _member,
    Picture.PHONE: _phone,
}
