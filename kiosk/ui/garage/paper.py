"""Reads the exact bytes a printer got: what stands on the paper, line by line.

An interpreter of the ESC/POS our own papers use (Epson's command reference): text in its code
page, alignment, sizes, bold, native QR, raster pictures, feeds and cuts. What it does not know it
skips by its proper length, as a printer does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum

from kiosk.devices.simulated.escpos_commands import command_length, is_cut

CODE_PAGES = {
    0: "cp437", 2: "cp850", 3: "cp860", 4: "cp863", 5: "cp865", 13: "cp857", 14: "cp737",
    15: "iso8859-7", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858", 33: "cp775", 34: "cp855",
    36: "cp862", 37: "cp864", 39: "iso8859-2", 40: "iso8859-15", 44: "cp1125", 45: "cp1250",
    46: "cp1251", 47: "cp1253", 48: "cp1254", 49: "cp1255", 50: "cp1256", 51: "cp1257",
    52: "cp1258",
}  # fmt: skip
"""`ESC t` numbers of Epson's TM series."""
UNKNOWN_PAGE = "ascii"
"""Any other number: what is not ASCII then shows as the replacement sign, not as some letter."""

QR_DOTS = 4
RASTER_HEAD = 8


class Align(IntEnum):
    """`ESC a`."""

    LEFT = 0
    CENTRE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Face:
    """How characters look: `wide` and `high` are 1 to 8 times the normal cell."""

    bold: bool = False
    wide: int = 1
    high: int = 1
    narrow: bool = False
    underlined: bool = False
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line; no runs is an empty one."""

    runs: tuple[Run, ...]
    align: Align


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code the printer itself draws, `dots` per module, error correction L, M, Q or H."""

    payload: str
    dots: int
    align: Align
    level: str = "L"


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture in bits, rows of `width` bytes, one is black."""

    width: int
    height: int
    bits: bytes
    align: Align


@dataclass(frozen=True, slots=True)
class Feed:
    """Blank paper, in dots."""

    dots: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The knife."""


Item = TextLine | QrCode | Raster | Feed | Cut
LINE_DOTS = 30


@dataclass(slots=True)
class _Printer:
    """What the commands so far have set, and what they have printed."""

    face: Face = Face()
    align: Align = Align.LEFT
    pages: Mapping[int, str] = field(default_factory=lambda: CODE_PAGES)
    page: str = "cp437"
    runs: list[Run] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    stored: bytes = b""
    dots: int = QR_DOTS
    level: str = "L"

    def text(self, byte: int) -> None:
        sign = bytes((byte,)).decode(self.page, errors="replace")
        if self.runs and self.runs[-1].face == self.face:
            self.runs[-1] = replace(self.runs[-1], text=self.runs[-1].text + sign)
        else:
            self.runs.append(Run(sign, self.face))

    def end_line(self) -> None:
        self.items.append(TextLine(tuple(self.runs), self.align))
        self.runs.clear()

    def put(self, item: Item) -> None:
        if self.runs:
            self.end_line()
        self.items.append(item)


def read_paper(data: bytes, pages: Mapping[int, str] = CODE_PAGES) -> tuple[Item, ...]:
    """Everything these bytes print, on a printer with these code pages.

    Never raises: cut off bytes end the paper.
    """
    printer = _Printer(pages=pages)
    while data:
        length = command_length(data)
        if length == 0:
            break
        command, data = data[:length], data[length:]
        if length == 1:
            _character(printer, command[0])
        elif is_cut(command):
            printer.put(Cut())
        else:
            _command(printer, command)
    if printer.runs:
        printer.end_line()
    return tuple(printer.items)


def codes_on(data: bytes) -> tuple[str, ...]:
    """What a scanner reads off this paper's native codes."""
    return tuple(item.payload for item in read_paper(data) if isinstance(item, QrCode))


def _character(printer: _Printer, byte: int) -> None:
    if byte == 0x0A:
        printer.end_line()
    elif byte >= 0x20:
        printer.text(byte)


def _command(printer: _Printer, command: bytes) -> None:  # noqa: C901 - the command table
    value = command[2] if len(command) > 2 else 0
    match command[:2]:
        case b"\x1b@":
            printer.face, printer.align, printer.page = Face(), Align.LEFT, "cp437"
        case b"\x1ba":
            printer.align = Align(value % 48 if value % 48 <= 2 else 0)
        case b"\x1bE" | b"\x1bG":
            printer.face = replace(printer.face, bold=bool(value & 1))
        case b"\x1b-":
            printer.face = replace(printer.face, underlined=value % 48 != 0)
        case b"\x1bM":
            printer.face = replace(printer.face, narrow=value % 48 == 1)
        case b"\x1b!":
            printer.face = _mode(value)
        case b"\x1d!":
            printer.face = replace(printer.face, wide=(value >> 4 & 7) + 1, high=(value & 7) + 1)
        case b"\x1dB":
            printer.face = replace(printer.face, inverse=bool(value & 1))
        case b"\x1bt":
            printer.page = printer.pages.get(value, UNKNOWN_PAGE)
        case b"\x1bd":
            printer.put(Feed(value * LINE_DOTS))
        case b"\x1bJ":
            printer.put(Feed(value))
        case b"\x1d(" if command[2:3] == b"k":
            _code(printer, command)
        case b"\x1dv":
            _raster(printer, command)
        case _:
            pass


def _mode(value: int) -> Face:
    return Face(
        bold=bool(value & 0x08),
        high=2 if value & 0x10 else 1,
        wide=2 if value & 0x20 else 1,
        narrow=bool(value & 0x01),
        underlined=bool(value & 0x80),
    )


def _code(printer: _Printer, command: bytes) -> None:
    """`GS ( k`: module size, store, print."""
    if len(command) < 8 or command[5] != 0x31:
        return
    match command[6]:
        case 67:
            printer.dots = max(1, min(16, command[7]))
        case 69:
            printer.level = "LMQH"[command[7] - 48 & 3]
        case 80:
            printer.stored = command[8:]
        case 81 if printer.stored:
            payload = printer.stored.decode("utf-8", errors="replace")
            printer.put(QrCode(payload, printer.dots, printer.align, printer.level))
        case _:
            pass


def _raster(printer: _Printer, command: bytes) -> None:
    """`GS v 0`: width in bytes and height in dots, little-endian, then the bits."""
    width = int.from_bytes(command[4:6], "little")
    height = int.from_bytes(command[6:8], "little")
    if width and height:
        printer.put(Raster(width, height, command[RASTER_HEAD:], printer.align))
