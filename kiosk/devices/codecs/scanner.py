"""Serial code scanner in presentation mode: text frames, one way, nothing asked.

Scanners end a code with CR, LF, CRLF or ETX, or with nothing but a pause, and may put STX or an
AIM identifier (`]Q1`) before it. The same code comes several times a second while it is held there.
"""

import re

from kiosk.devices.messages import Offline, Online, Report, Scanned, ScanRefused

MAX_LENGTH = 512
"""Longer than any ticket of ours, shorter than any attack worth its bytes."""
FRAME_GAP_SECONDS = 0.1
REPEAT_SECONDS = 2.5
TOO_LONG = "too long"
UNREADABLE = "unreadable"

_STX, _ETX = 0x02, 0x03
_ENDS = frozenset({_ETX, 0x0A, 0x0D})
_IGNORED = frozenset({0x00, _STX})
_AIM_IDENTIFIER = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_READABLE = re.compile(rb"[\x20-\x7e]+")


class Scanner:
    """Codec of one scanner, for any command type since it takes none; see `Codec`."""

    patient = False

    def __init__(self, device: str) -> None:
        self._device = device
        self._open = False
        self._frame = bytearray()
        self._ends_at: float | None = None
        self._last: tuple[str, float] | None = None
        self._announced = False

    def opened(self, now: float) -> None:
        """A scanner that is there says nothing, so an open port has to do."""
        self._open = True
        self._announced = False
        self._frame.clear()
        self._ends_at = None
        self._last = None

    def closed(self) -> list[Report]:
        """A frame cut off by the loss of the port is no code."""
        was_online = self._open and self._announced
        self._open = False
        self._frame.clear()
        self._ends_at = None
        return [Offline(self._device)] if was_online else []

    def submit(self, command: object, expires_at: float | None, now: float) -> list[Report]:
        """A scanner in presentation mode is told nothing."""
        return []

    def feed(self, data: bytes, now: float) -> list[Report]:
        """Take bytes as they come; return the codes they complete."""
        reports = self._end_by_pause(now)
        for byte in data:
            if byte in _ENDS:
                reports += self._end(now)
            elif byte not in _IGNORED and len(self._frame) <= MAX_LENGTH:
                self._frame.append(byte)
        self._ends_at = now + FRAME_GAP_SECONDS if self._frame else None
        return reports

    def tick(self, now: float) -> tuple[bytes, list[Report]]:
        """End a frame by its pause; say once that the port is open."""
        reports = self._end_by_pause(now)
        if self._open and not self._announced:
            self._announced = True
            reports.insert(0, Online(self._device))
        return b"", reports

    def due(self) -> float | None:
        """When the pause after an unfinished frame ends it."""
        return self._ends_at

    def _end_by_pause(self, now: float) -> list[Report]:
        if self._ends_at is None or now < self._ends_at:
            return []
        return self._end(now)

    def _end(self, now: float) -> list[Report]:
        frame = bytes(self._frame)
        self._frame.clear()
        self._ends_at = None
        if not frame:
            return []
        if len(frame) > MAX_LENGTH:
            return [ScanRefused(TOO_LONG)]
        if not _READABLE.fullmatch(frame):
            return [ScanRefused(UNREADABLE)]
        text = _AIM_IDENTIFIER.sub("", frame.decode("ascii")).strip()
        return self._read(text, now) if text else []

    def _read(self, text: str, now: float) -> list[Report]:
        if self._last is not None:
            last, at = self._last
            if text == last and now < at + REPEAT_SECONDS:
                return []
        self._last = (text, now)
        return [Scanned(text)]
