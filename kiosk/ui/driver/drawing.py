"""The widget that shows one picture, and moves it only where movement says something."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.reports.qr import QUIET_MODULES, modules
from kiosk.ui.driver.pictures import MOVING, PAPER, PRINT, STILL, Inks, draw
from kiosk.ui.theme import Theme
from kiosk.views.driver import Picture
from kiosk.views.mood import Mood

LEAST_MM = 16.0
LEAST_CODE_MM = 36.0
ROUND_MS = 1600
"""One round of a moving picture: slow enough to be calm, and far from any flicker."""


class Drawing(QWidget):
    """A square-ish picture in the inks of its theme and mood. It says nothing a word does not."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture.NONE
        self._inks: Inks | None = None
        self._t = STILL
        self._theme: Theme | None = None
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(ROUND_MS)
        self._motion.setLoopCount(-1)
        self._motion.setEasingCurve(QEasingCurve.Type.Linear)
        self._motion.valueChanged.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def dress(self, theme: Theme) -> None:
        """Take the theme's sizes, and whether things may move."""
        self._theme = theme
        self._start_or_stop()
        self.updateGeometry()

    def show_picture(self, picture: Picture, inks: Inks) -> None:
        """Show this picture in these inks; `NONE` takes no room."""
        self._picture, self._inks = picture, inks
        self.setVisible(picture is not Picture.NONE)
        self._start_or_stop()
        self.update()

    @property
    def moves(self) -> bool:
        """Whether the picture is moving now."""
        return self._motion.state() == QVariantAnimation.State.Running

    def sizeHint(self) -> QSize:
        """As small as it can be read; a page gives it what the words leave."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as it can be read."""
        side = self._theme.px(LEAST_MM) if self._theme else 1
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the present moment."""
        if self._inks is not None:
            painter = QPainter(self)
            draw(painter, self._picture, QRectF(self.rect()), self._inks, self._t)
            painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Move only while somebody can see it."""
        super().showEvent(event)
        self._start_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden, so that an idle lane costs nothing."""
        super().hideEvent(event)
        self._motion.stop()

    def _start_or_stop(self) -> None:
        may_move = self._theme is not None and self._theme.motion and self._picture in MOVING
        if may_move and self.isVisible():
            if not self.moves:
                self._motion.start()
            return
        self._motion.stop()
        self._t = STILL if self._picture is not Picture.PRINTING else 1.0

    def _move(self, value: float) -> None:
        self._t = value
        self.update()


class PhoneCode(QWidget):
    """A QR code for the driver's own phone: dark on white whatever the theme, as large as fits."""

    def __init__(self) -> None:
        super().__init__()
        self._modules: list[list[bool]] = []
        self._theme: Theme | None = None
        self._payload = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def dress(self, theme: Theme) -> None:
        """Take the theme's sizes."""
        self._theme = theme
        self.updateGeometry()

    def show_code(self, payload: str) -> None:
        """Show this text as a code; with none, take no room."""
        if payload != self._payload:
            self._payload = payload
            self._modules = modules(payload) if payload else []
        self.setVisible(bool(payload))
        self.update()

    def sizeHint(self) -> QSize:
        """As small as a phone reads at arm's length; a page gives it what the words leave."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as a phone reads at arm's length."""
        side = self._theme.px(LEAST_CODE_MM) if self._theme else 1
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Whole pixels for each module: a blurred edge costs a reader its patience."""
        if not self._modules:
            return
        count = len(self._modules) + 2 * QUIET_MODULES
        dot = max(1, min(self.width(), self.height()) // count)
        side = dot * count
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter = QPainter(self)
        painter.fillRect(left, top, side, side, PAPER)
        for row, line in enumerate(self._modules, QUIET_MODULES):
            for column, dark in enumerate(line, QUIET_MODULES):
                if dark:
                    painter.fillRect(left + column * dot, top + row * dot, dot, dot, PRINT)
        painter.end()


def inks_on(theme: Theme, mood: Mood) -> Inks:
    """The inks for a picture on a surface of this mood."""
    palette = theme.palette
    if mood is Mood.CALM:
        return Inks(
            ink=QColor(palette.brand),
            ground=QColor(palette.background),
            slot=QColor(palette.muted),
            light=QColor(palette.line),
        )
    slot, light = QColor("#000000"), QColor(palette.on_fill)
    slot.setAlphaF(0.45)
    light.setAlphaF(0.55)
    return Inks(
        ink=QColor(palette.on_fill), ground=QColor(palette.fill(mood)), slot=slot, light=light
    )


def inks_on_button(theme: Theme, kind: str, *, pressed: bool) -> Inks:
    """The inks for a picture inside a button of this look: main, onFill or plain."""
    palette = theme.palette
    if pressed:
        ink, ground = palette.background, palette.ink
    elif kind == "onFill":
        ink, ground = palette.fill_shade, palette.on_fill
    elif kind == "main":
        ink, ground = palette.on_brand, palette.brand
    else:
        ink, ground = palette.brand, palette.surface
    return Inks(QColor(ink), QColor(ground), QColor(palette.muted), QColor(palette.line))
