"""Draws a paper as it came out of the printer, dot for dot, from the bytes it got."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from kiosk.reports.paper import DEFAULT_PROFILE, code_pages
from kiosk.ui.garage.paper import (
    CODE_PAGES,
    Align,
    Cut,
    Feed,
    Item,
    QrCode,
    Raster,
    Run,
    TextLine,
    read_paper,
)

DOTS_WIDE = 576
"""An 80 mm printer's line: 72 mm at 203 dots per inch."""
MARGIN = 28
CELL_A, CELL_B = (12, 24), (9, 17)
"""Font A and font B: a character's width and height in dots."""
LINE_GAP = 6
CUT_DOTS = 34
HEIGHT_MAX = 6000
MONO = "Atkinson Hyperlegible Mono"
_CORRECTION = {"L": 1, "M": 0, "Q": 3, "H": 2}
"""qrcode's numbers for the levels (ISO 18004, table 25)."""
PAPER, INK, KNIFE = QColor("#FFFFFF"), QColor("#16191C"), QColor("#8A9299")


@lru_cache(maxsize=32)
def paper_image(data: bytes, dots_wide: int = DOTS_WIDE, profile: str = DEFAULT_PROFILE) -> QImage:
    """The paper with these bytes on it, one pixel per dot, white margins around.

    `profile` is the printer's, whose code pages are read. Raises `UnknownProfile`.
    """
    items = read_paper(data, {**CODE_PAGES, **code_pages(profile)})
    height = min(HEIGHT_MAX, 2 * MARGIN + sum(_height(item) for item in items))
    image = QImage(dots_wide + 2 * MARGIN, height, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.translate(MARGIN, MARGIN)
    y = 0
    for item in items:
        _draw(painter, item, y, dots_wide)
        y += _height(item)
    painter.end()
    return image


def _height(item: Item) -> int:
    match item:
        case TextLine(runs):
            cells = [_cell(run)[1] for run in runs] or [CELL_A[1]]
            return max(cells) + LINE_GAP
        case QrCode(dots=dots):
            return len(_modules(item.payload, item.level)) * dots
        case Raster():
            return item.height
        case Feed(dots):
            return dots
        case Cut():
            return CUT_DOTS


def _draw(painter: QPainter, item: Item, y: int, wide: int) -> None:
    match item:
        case TextLine():
            _draw_line(painter, item, y, wide)
        case QrCode():
            _draw_code(painter, item, y, wide)
        case Raster():
            _draw_raster(painter, item, y, wide)
        case Cut():
            _draw_cut(painter, y, wide)
        case Feed():
            pass


def _draw_line(painter: QPainter, line: TextLine, y: int, wide: int) -> None:
    """Each character in its own cell, as a printer sets them; all on one base line."""
    cells = [_cell(run) for run in line.runs]
    width = sum(len(run.text) * cell[0] for run, cell in zip(line.runs, cells, strict=True))
    height = max((cell[1] for cell in cells), default=0)
    x = _left(line.align, width, wide)
    for run, (cell_width, cell_height) in zip(line.runs, cells, strict=True):
        box = QRect(x, y + height - cell_height, len(run.text) * cell_width, cell_height)
        _draw_run(painter, run, box, cell_width)
        x += box.width()


def _draw_run(painter: QPainter, run: Run, box: QRect, cell_width: int) -> None:
    ink, ground = (PAPER, INK) if run.face.inverse else (INK, PAPER)
    if run.face.inverse:
        painter.fillRect(box, ground)
    font = QFont(MONO)
    font.setPixelSize(round(_base(run)[1] * 0.86))
    font.setBold(run.face.bold)
    font.setUnderline(run.face.underlined)
    advance = QFontMetricsF(font).horizontalAdvance("M")
    painter.save()
    painter.translate(box.left(), box.top())
    painter.scale(cell_width / advance, run.face.high)
    painter.setFont(font)
    painter.setPen(ink)
    for place, sign in enumerate(run.text):
        cell = QRectF(place * advance, 0, advance, _base(run)[1])
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), sign)
    painter.restore()


def _draw_code(painter: QPainter, code: QrCode, y: int, wide: int) -> None:
    modules = _modules(code.payload, code.level)
    left = _left(code.align, len(modules) * code.dots, wide)
    for row, line in enumerate(modules):
        for column, black in enumerate(line):
            if black:
                box = QRect(left + column * code.dots, y + row * code.dots, code.dots, code.dots)
                painter.fillRect(box, INK)


def _draw_raster(painter: QPainter, raster: Raster, y: int, wide: int) -> None:
    bits = raster.bits.ljust(raster.width * raster.height, b"\x00")
    width = raster.width * 8
    image = QImage(bits, width, raster.height, raster.width, QImage.Format.Format_Mono)
    image.setColorTable([PAPER.rgb(), INK.rgb()])
    painter.drawImage(_left(raster.align, width, wide), y, image)


def _draw_cut(painter: QPainter, y: int, wide: int) -> None:
    pen = painter.pen()
    pen.setColor(KNIFE)
    pen.setWidth(2)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(0, y + CUT_DOTS // 2, wide, y + CUT_DOTS // 2)


def _base(run: Run) -> tuple[int, int]:
    return CELL_B if run.face.narrow else CELL_A


def _cell(run: Run) -> tuple[int, int]:
    width, height = _base(run)
    return width * run.face.wide, height * run.face.high


def _left(align: Align, width: int, wide: int) -> int:
    return {Align.LEFT: 0, Align.CENTRE: (wide - width) // 2, Align.RIGHT: wide - width}[align]


@lru_cache(maxsize=32)
def _modules(payload: str, level: str) -> tuple[tuple[bool, ...], ...]:
    """The code's modules with the quiet zone a reader needs."""
    import qrcode

    code = qrcode.QRCode(error_correction=_CORRECTION[level], border=2)
    code.add_data(payload)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())
