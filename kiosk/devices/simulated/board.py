"""The other end of `codecs.modbus8`: a Modbus RTU board with inputs, relays and timed pulses.

Written by hand from the Modbus specification and not with the codec's library, so that one
misreading cannot hide on both sides of the wire.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from kiosk.devices.codecs.board_map import WAVESHARE_8IO, BoardMap
from kiosk.devices.simulated.port import Mischief, SimulatedPort
from kiosk.domain.signals import Input

OnCoil: TypeAlias = Callable[[int, bool], None]

_REQUEST_LENGTH = 8
_FLASH_ON = 0x0200
_FLASH_UNIT_SECONDS = 0.1
_ILLEGAL_FUNCTION, _ILLEGAL_ADDRESS, _ILLEGAL_VALUE = 1, 2, 3


class BoardPeer:
    """The board itself: lines in, coils out, and the protocol between."""

    def __init__(self, board: BoardMap, on_coil: OnCoil, unit: int) -> None:
        self.lines = [False] * board.lines
        for pin in board.inputs.values():
            self.lines[pin.line] = pin.inverted
        self.coils = [False] * board.lines
        self.linkage = [0] * board.lines
        self.passages = 0
        self.reads = 0
        self.refuse_writes = False
        self._board = board
        self._on_coil = on_coil
        self._unit = unit
        self._off_at: dict[int, float] = {}
        self._heard = bytearray()
        self._answers = bytearray()

    def hear(self, data: bytes, now: float) -> None:
        """Answer every valid request to us; skip what is none, byte by byte."""
        self._heard += data
        while len(self._heard) >= _REQUEST_LENGTH:
            request = bytes(self._heard[:_REQUEST_LENGTH])
            if crc16(request[:-2]) != request[-2:]:
                del self._heard[0]
                continue
            del self._heard[:_REQUEST_LENGTH]
            if request[0] == self._unit:
                self._answer(request, now)

    def count_passage(self) -> None:
        """Count one vehicle, as the board's firmware does by itself."""
        self.passages += 1

    def speak(self, now: float) -> bytes:
        """End the pulses that are over; return the answers."""
        for coil in [coil for coil, at in self._off_at.items() if now >= at]:
            del self._off_at[coil]
            self._switch(coil, on=False)
        answers = bytes(self._answers)
        self._answers.clear()
        return answers

    def due(self) -> float | None:
        """The end of the nearest pulse."""
        return min(self._off_at.values(), default=None)

    def _answer(self, request: bytes, now: float) -> None:
        function = request[1]
        first = int.from_bytes(request[2:4], "big")
        value = int.from_bytes(request[4:6], "big")
        match function:
            case 0x01:
                body = _bits(self.coils, first, value)
            case 0x02:
                self.reads += 1
                body = _bits(self.lines, first, value)
            case 0x03:
                body = self._registers(first, value)
            case 0x05:
                body = self._write(first, value, now) or request[2:6]
            case _:
                body = bytes([_ILLEGAL_FUNCTION])
        refused = len(body) == 1
        reply = bytes([self._unit, function | (0x80 if refused else 0)]) + body
        self._answers += reply + crc16(reply)

    def _registers(self, first: int, count: int) -> bytes:
        known: dict[int, int] = {}
        if self._board.linkage_register is not None:
            known |= dict(enumerate(self.linkage, self._board.linkage_register))
        if self._board.counter_register is not None:
            words = (self.passages >> 16, self.passages & 0xFFFF)
            known |= dict(enumerate(words, self._board.counter_register))
        wanted = range(first, first + count)
        if not wanted or any(register not in known for register in wanted):
            return bytes([_ILLEGAL_ADDRESS])
        words_out = b"".join(known[register].to_bytes(2, "big") for register in wanted)
        return bytes([len(words_out)]) + words_out

    def _write(self, address: int, value: int, now: float) -> bytes:
        if self.refuse_writes:
            return bytes([4])
        coil, flash = address & 0xFF, address & 0xFF00
        if coil >= len(self.coils) or flash not in (0, _FLASH_ON):
            return bytes([_ILLEGAL_ADDRESS])
        if flash:
            self._off_at[coil] = now + value * _FLASH_UNIT_SECONDS
            self._switch(coil, on=True)
        elif value in (0x0000, 0xFF00):
            self._off_at.pop(coil, None)
            self._switch(coil, on=value != 0)
        else:
            return bytes([_ILLEGAL_VALUE])
        return b""

    def _switch(self, coil: int, *, on: bool) -> None:
        self.coils[coil] = on
        self._on_coil(coil, on)


class SimulatedBoard:
    """A gate board on a pty.

    `on_coil(coil, on)` is called on the board's own thread for every write and at the end of every
    pulse: this is where a simulated barrier hangs on. Inputs are set by name; the wiring (line,
    inversion) is the map's.
    """

    def __init__(
        self,
        path: Path,
        monotonic: Callable[[], float],
        *,
        board: BoardMap = WAVESHARE_8IO,
        on_coil: OnCoil = lambda coil, on: None,
        unit: int = 1,
    ) -> None:
        self._board = board
        self._peer = BoardPeer(board, on_coil, unit)
        self.port = SimulatedPort(path, self._peer, monotonic)

    def set_input(self, signal: Input, *, active: bool) -> None:
        """Make an input active or not, as seen by the lane. Raises KeyError if not wired."""
        pin = self._board.inputs[signal]
        self.port.run(partial(self._peer.lines.__setitem__, pin.line, active != pin.inverted))

    @property
    def reads(self) -> int:
        """How often its inputs were asked for."""
        return self._peer.reads

    def coil(self, number: int) -> bool:
        """Whether this relay is on now."""
        return self._peer.coils[number]

    def set_linkage(self, channel: int, mode: int) -> None:
        """Let an input drive its relay by itself, as a badly set up board does (0 is normal)."""
        self.port.run(partial(self._peer.linkage.__setitem__, channel, mode))

    def count_passage(self) -> None:
        """Let the board's own counter count one."""
        self.port.run(self._peer.count_passage)

    def refuse_writes(self, refuse: bool = True) -> None:
        """Answer every write with exception 4 (device failure) from now on."""
        self._peer.refuse_writes = refuse

    def misbehave(self, mischief: Mischief) -> None:
        """Break the cable; see `Mischief`."""
        self.port.misbehave(mischief)


def crc16(data: bytes) -> bytes:
    """Modbus CRC, low byte first, bit by bit as the specification prints it."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc.to_bytes(2, "little")


def _bits(values: list[bool], first: int, count: int) -> bytes:
    if not count or first + count > len(values):
        return bytes([_ILLEGAL_ADDRESS])
    packed = sum(1 << n for n, on in enumerate(values[first : first + count]) if on)
    length = -(-count // 8)
    return bytes([length]) + packed.to_bytes(length, "little")
