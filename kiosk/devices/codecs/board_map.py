"""Which wire of a gate board is what: data, so that a new wiring is not new code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kiosk.domain.signals import Input


@dataclass(frozen=True, slots=True)
class Pin:
    """One input terminal; `inverted` for a contact that is closed while nothing is the matter."""

    line: int
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class BoardMap:
    """The wiring of one board. Coils and lines count from 0; None means not wired.

    `open_coil` and `close_coil` are only ever pulsed, for `pulse_tenths` tenths of a second, and
    the board ends the pulse itself: the contact drops even if this program dies.
    """

    inputs: Mapping[Input, Pin] = field(hash=False)
    lines: int = 8
    open_coil: int | None = 0
    close_coil: int | None = None
    keep_open_coil: int | None = None
    go_coil: int | None = None
    stop_coil: int | None = None
    full_coil: int | None = None
    pulse_tenths: int = 5
    linkage_register: int | None = None
    """First of one register per coil; not 0, and that input drives its relay by itself."""
    counter_register: int | None = None
    """First of two holding registers with the board's own passage count, high word first."""


WAVESHARE_8IO = BoardMap(
    inputs=MappingProxyType(
        {
            Input.APPROACH: Pin(0),
            Input.SAFETY: Pin(1),
            Input.TICKET_BUTTON: Pin(2),
            Input.HELP_BUTTON: Pin(3),
            Input.BOOM_OPEN: Pin(4),
            Input.BOOM_CLOSED: Pin(5),
            Input.TICKET_TAKEN: Pin(6),
            # Normally closed, so that a cut wire raises the alarm and not silence.
            Input.FIRE: Pin(7, inverted=True),
        }
    ),
    close_coil=1,
    keep_open_coil=2,
    go_coil=3,
    stop_coil=4,
    full_coil=5,
    linkage_register=0x1000,
)
"""Waveshare Modbus RTU IO 8CH, wired as the handbook shows."""
