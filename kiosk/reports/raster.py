"""One-bit pictures for thermal paper: lines of any script, and QR codes where there are none."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageDraw, ImageFont

from kiosk.reports.lettering import directed, face_path, is_right_to_left, runs, visual
from kiosk.reports.qr import QUIET_MODULES, modules
from kiosk.reports.sheet import fold_pair, wrap

TEXT_DOTS = 26
LARGE_DOTS = 48
_LEADING = 1.5
_BASELINE = 1.05
"""Both in letter sizes; Arabic reaches further below the line than Latin."""
_MOST_QR_DOTS = 8
_PAPER, _INK = 1, 0
_DLE = 0x10
_REAL_TIME = (0x04, 0x05, 0x14)


def words(text: str, width: int, *, dots: int, bold: bool, centre: bool) -> Image.Image:
    """A paragraph `width` dots wide, wrapped; aligned to the edge its script begins at."""
    lines = wrap(text, lambda line: _length(line, dots, bold) <= width)
    image = _blank(width, len(lines), dots)
    for number, line in enumerate(directed(line, text) for line in lines):
        rest = width - _length(line, dots, bold)
        left = rest / 2 if centre else rest if is_right_to_left(text) else 0.0
        _draw(image, line, left, number, dots, bold)
    return image


def pair(label: str, value: str, width: int, *, bold: bool) -> Image.Image:
    """A label at the edge where its script begins, and its value at the other."""
    mirrored = is_right_to_left(label)
    lines = fold_pair(label, value, lambda line: _length(line, TEXT_DOTS, bold) <= width)
    image = _blank(width, len(lines), TEXT_DOTS)
    for number, line in enumerate(lines):
        words, figure = directed(line[0], label), line[1]
        at_left, at_right = (figure, words) if mirrored else (words, figure)
        _draw(image, at_left, 0.0, number, TEXT_DOTS, bold)
        left = width - _length(at_right, TEXT_DOTS, bold)
        _draw(image, at_right, left, number, TEXT_DOTS, bold)
    return image


def code(payload: str, width: int) -> Image.Image:
    """A QR code with its quiet zone in the middle of `width` dots, as large as is sensible."""
    matrix = modules(payload)
    side = len(matrix)
    scale = max(1, min(_MOST_QR_DOTS, width // (side + 2 * QUIET_MODULES)))
    drawn = Image.new("1", (side, side), _PAPER)
    drawn.putdata([_INK if dark else _PAPER for row in matrix for dark in row])
    scaled = drawn.resize((side * scale, side * scale), Image.Resampling.NEAREST)
    image = Image.new("1", (width, scaled.height + 2 * QUIET_MODULES * scale), _PAPER)
    image.paste(scaled, ((width - scaled.width) // 2, QUIET_MODULES * scale))
    return image


def harmless(image: Image.Image) -> Image.Image:
    """The picture without bytes that some printers obey even inside a picture.

    Epson's real-time commands (DLE EOT, DLE ENQ, DLE DC4; the last opens a drawer) are looked for
    in whatever arrives. Where dots happen to spell one, a single dot is added. The width must be a
    multiple of 8, so that the picture's bytes are the bytes on the wire.
    """
    ink = bytearray(byte ^ 0xFF for byte in image.tobytes())
    for at in range(1, len(ink)):
        if ink[at - 1] == _DLE and ink[at] in _REAL_TIME:
            ink[at] |= 0x20
    return Image.frombytes("1", image.size, bytes(byte ^ 0xFF for byte in ink))


def _blank(width: int, rows: int, dots: int) -> Image.Image:
    return Image.new("1", (width, round(rows * dots * _LEADING)), _PAPER)


def _draw(image: Image.Image, text: str, left: float, row: int, dots: int, bold: bool) -> None:
    pen = ImageDraw.Draw(image)
    pen.fontmode = "1"  # thermal heads know no grey
    baseline = (row * _LEADING + _BASELINE) * dots
    for face, letters in runs(visual(text)):
        font = _font(face, dots, bold)
        pen.text((left, baseline), letters, _INK, font, anchor="ls")
        left += font.getlength(letters)


def _length(text: str, dots: int, bold: bool) -> float:
    return sum(_font(face, dots, bold).getlength(part) for face, part in runs(visual(text)))


@cache
def _font(face: str, dots: int, bold: bool) -> ImageFont.FreeTypeFont:
    # BASIC: the line is in visual order already, and must not be reordered a second time.
    path = face_path(face, bold)
    return ImageFont.truetype(str(path), dots, layout_engine=ImageFont.Layout.BASIC)
