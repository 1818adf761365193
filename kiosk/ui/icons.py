"""Line icons (Tabler, MIT) in the ink of whoever asks. An icon never stands without a word."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.theme import RESOURCES

DIRECTIONAL = frozenset({"arrow-left", "arrow-right", "backspace", "logout", "door-exit"})
"""Icons that point along the line of reading, and so turn round in Arabic."""


@cache
def icon_pixmap(name: str, colour: str, px: int, *, mirrored: bool = False) -> QPixmap:
    """The icon `resources/icons/<name>.svg` in one `#RRGGBB` colour, `px` square."""
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    image = QImage(px, px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, px, px))
    painter.end()
    if mirrored and name in DIRECTIONAL:
        image = image.flipped(Qt.Orientation.Horizontal)
    return QPixmap.fromImage(image)


def icon(name: str, colour: str, px: int, *, mirrored: bool = False) -> QIcon:
    """The same as an icon for a button."""
    return QIcon(icon_pixmap(name, colour, px, mirrored=mirrored))
