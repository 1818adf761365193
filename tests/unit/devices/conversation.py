"""A codec and a clock that only moves when told: conversations without a port or a thread."""

from typing import Generic, TypeVar

from kiosk.devices.codec import Codec
from kiosk.devices.messages import Report
from kiosk.devices.simulated.port import Peer

C = TypeVar("C")


class Conversation(Generic[C]):
    """Drives one codec as its link would, byte by byte and second by second.

    With a `peer` the two talk to each other; without one the test plays the device.
    """

    def __init__(self, codec: Codec[C], peer: Peer | None = None) -> None:
        self.codec = codec
        self.peer = peer
        self.now = 100.0
        self.sent: list[bytes] = []
        self.reports: list[Report] = []
        self._opened = False

    def open(self) -> "Conversation[C]":
        """Plug in."""
        self.codec.opened(self.now)
        self._opened = True
        self._tick()
        return self

    def close(self) -> list[Report]:
        """Unplug; return what that means."""
        self._opened = False
        return self.codec.closed()

    def say(self, command: C, expires_at: float | None = None) -> None:
        """Submit a command."""
        self.reports += self.codec.submit(command, expires_at, self.now)
        self._tick()

    def hear(self, data: bytes) -> None:
        """Let bytes of the device arrive."""
        self.reports += self.codec.feed(data, self.now)
        self._tick()

    def wait(self, seconds: float) -> None:
        """Let time pass, stopping at every deadline of the codec and its peer."""
        end = self.now + seconds
        while (due := self._next_due()) is not None and due <= end:
            assert due > self.now, "a deadline that does not move makes a busy loop"
            self.now = due
            self._tick()
        self.now = max(self.now, end)
        self._tick()

    def until_sent(self) -> None:
        """Let time pass up to the codec's next words, and keep only those."""
        self.sent.clear()
        while not self.sent:
            due = self.codec.due()
            assert due is not None, "the codec has nothing more to say"
            self.wait(due - self.now)

    def heard(self) -> list[Report]:
        """Return the reports since the last call."""
        reports, self.reports = self.reports, []
        return reports

    def _next_due(self) -> float | None:
        dues = [self.codec.due(), self.peer.due() if self.peer else None]
        return min((due for due in dues if due is not None), default=None)

    def _tick(self) -> None:
        while self._opened:
            data, reports = self.codec.tick(self.now)
            self.reports += reports
            if data:
                self.sent.append(data)
            if self.peer is None:
                return
            self.peer.hear(data, self.now)
            answer = self.peer.speak(self.now)
            if not data and not answer:
                return
            if answer:
                self.reports += self.codec.feed(answer, self.now)
