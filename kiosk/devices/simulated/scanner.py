"""The other end of `codecs.scanner`: a presentation scanner that reads what it is shown."""

from collections.abc import Callable
from pathlib import Path

from kiosk.devices.simulated.port import Mischief, SimulatedPort


class ScannerPeer:
    """The scanner itself: it only speaks."""

    def __init__(self) -> None:
        self.output = bytearray()

    def hear(self, data: bytes, now: float) -> None:
        """A scanner in presentation mode does not listen."""

    def speak(self, now: float) -> bytes:
        """Return what was scanned since."""
        said = bytes(self.output)
        self.output.clear()
        return said

    def due(self) -> float | None:
        """Nothing happens by itself."""
        return None


class SimulatedScanner:
    """A code scanner on a pty; `prefix` and `suffix` as a set-up bar code would set them."""

    def __init__(
        self,
        path: Path,
        monotonic: Callable[[], float],
        *,
        prefix: bytes = b"",
        suffix: bytes = b"\r",
    ) -> None:
        self._prefix = prefix
        self._suffix = suffix
        self._peer = ScannerPeer()
        self.port = SimulatedPort(path, self._peer, monotonic)

    def scan(self, text: str) -> None:
        """Show the scanner a code."""
        self.emit(self._prefix + text.encode() + self._suffix)

    def emit(self, data: bytes) -> None:
        """Put raw bytes on the wire, for codes that are none."""
        self.port.run(lambda: self._peer.output.extend(data))

    def misbehave(self, mischief: Mischief) -> None:
        """Break the cable; see `Mischief`."""
        self.port.misbehave(mischief)
