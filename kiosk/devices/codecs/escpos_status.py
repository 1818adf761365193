"""What the bytes a receipt printer sends back mean.

Bit tables: Epson TM-L60II (DLE EOT, GS r, automatic status) and Custom KPM150H (DLE EOT 20).
Replies carry no header; fixed bits tell the kinds apart:

========================  ==========================  =====================================
reply                     fixed bits                  length
========================  ==========================  =====================================
DLE EOT 1, 2, 4           ``b & 0x93 == 0x12``        1
GS r 1                    ``b & 0x90 == 0x00``        1, paper bits in equal pairs
automatic status (ASB)    first ``b & 0x93 == 0x10``  4, never asked for, swallowed
DLE EOT 20                ``10 0F``                   6
XON, XOFF                 ``11``, ``13``              1, swallowed
========================  ==========================  =====================================
"""

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.devices.messages import Paper, PrinterFault

BLOCK_GAP_SECONDS = 0.2
"""A block whose next byte is later than this was cut off."""
_XON, _XOFF = 0x11, 0x13
_BLOCK_LENGTH = 4
_PRESENTER_HEADER = b"\x10\x0f"
_PRESENTER_LENGTH = 6
_TICKET_PRESENT = 0x20


@dataclass(frozen=True, slots=True)
class StatusByte:
    """A reply to one of DLE EOT 1, 2, 4; which one, only the order tells."""

    value: int


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A reply to GS r 1: everything before it was worked through."""

    paper_out: bool


@dataclass(frozen=True, slots=True)
class Mouth:
    """A reply to DLE EOT 20: whether paper is in the printer's mouth."""

    paper_present: bool


@dataclass(frozen=True, slots=True)
class Noise:
    """A byte that no query of ours is answered with."""


Reply: TypeAlias = StatusByte | Confirmation | Mouth | Noise


@dataclass(frozen=True, slots=True)
class Status:
    """The answers to DLE EOT 1, 2 and 4 asked together."""

    printer: int
    cause: int
    paper: int

    @property
    def offline(self) -> bool:
        """Whether the printer says that it is offline, for whatever reason."""
        return bool(self.printer & 0x08)

    @property
    def cover_open(self) -> bool:
        """Whether the cover is open."""
        return bool(self.cause & 0x04)

    @property
    def failed(self) -> bool:
        """Whether the printer reports an error: cutter, head, voltage."""
        return bool(self.cause & 0x40)

    @property
    def paper_level(self) -> Paper:
        """How much paper is left; printing stopped by paper end counts as out."""
        if self.paper & 0x60 or self.cause & 0x20:
            return Paper.OUT
        return Paper.LOW if self.paper & 0x0C else Paper.OK

    @property
    def trouble(self) -> PrinterFault | None:
        """Why nothing can be printed now, the most helpful reason first; None when it can."""
        if self.cover_open:
            return PrinterFault.COVER_OPEN
        if self.paper_level is Paper.OUT:
            return PrinterFault.PAPER_OUT
        if self.failed:
            return PrinterFault.ERROR
        return PrinterFault.OFFLINE if self.offline else None


class Replies:
    """Cuts the printer's bytes into replies."""

    def __init__(self) -> None:
        self._block = bytearray()
        self._fed_at = 0.0

    def feed(self, data: bytes, now: float) -> list[Reply]:
        """Take bytes as they come; return the replies that are complete."""
        if now - self._fed_at > BLOCK_GAP_SECONDS:
            self._block.clear()
        self._fed_at = now
        replies = (self._next(byte) for byte in data)
        return [reply for reply in replies if reply is not None]

    def _next(self, byte: int) -> Reply | None:
        if self._block or byte & 0x93 == 0x10:
            self._block.append(byte)
            return self._close_block()
        if byte in (_XON, _XOFF):
            return None
        if byte & 0x93 == 0x12:
            return StatusByte(byte)
        if byte & 0x90 == 0 and byte & 0x03 in (0x00, 0x03) and byte & 0x0C in (0x00, 0x0C):
            return Confirmation(paper_out=bool(byte & 0x0C))
        return Noise()

    def _close_block(self) -> Reply | None:
        presenter = self._block.startswith(_PRESENTER_HEADER)
        if len(self._block) < (_PRESENTER_LENGTH if presenter else _BLOCK_LENGTH):
            return None
        block = bytes(self._block)
        self._block.clear()
        return Mouth(bool(block[2] & _TICKET_PRESENT)) if presenter else None
