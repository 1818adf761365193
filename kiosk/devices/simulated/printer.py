"""The other end of `codecs.escpos`: a receipt printer that collects its tickets' exact bytes.

Real-time commands (DLE EOT) are answered at once. Everything else goes through the printer's
buffer, which stands still while there is no paper or the cover is open, `GS r` included, and goes
on when that is over: as with real printers, a ticket given up long ago may still come out.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from kiosk.devices.messages import Paper
from kiosk.devices.simulated.escpos_commands import command_length, is_cut
from kiosk.devices.simulated.port import Mischief, SimulatedPort

OnTicket: TypeAlias = Callable[[bytes], None]

_REAL_TIME = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
_ASK_PAPER = b"\x1dr"
_KICK = b"\x1bp"
_FEED_LINES = b"\x1bd"
_LINE_FEED = b"\n"


class PrinterPeer:
    """The printer itself."""

    def __init__(self, on_ticket: OnTicket, *, presenter: bool) -> None:
        self.tickets: list[bytes] = []
        self.drawer_kicks = 0
        self.paper = Paper.OK
        self.lines_left: int | None = None
        self.cover_open = False
        self.failed = False
        self.switched_on = True
        self.ticket_in_mouth = False
        self._on_ticket = on_ticket
        self._presenter = presenter
        self._heard = bytearray()
        self._buffer: deque[bytes] = deque()
        self._paper_path = bytearray()
        self._answers = bytearray()

    def hear(self, data: bytes, now: float) -> None:
        """Answer real-time commands at once, buffer the others."""
        if not self.switched_on:
            return
        self._heard += data
        while self._heard and (length := command_length(bytes(self._heard))):
            command = bytes(self._heard[:length])
            del self._heard[:length]
            if command.startswith(_REAL_TIME):
                self._answers += self._status(command)
            else:
                self._buffer.append(command)
        self.work()

    def speak(self, now: float) -> bytes:
        """Return the answers."""
        answers = bytes(self._answers)
        self._answers.clear()
        return answers

    def due(self) -> float | None:
        """Nothing happens by itself."""
        return None

    def work(self) -> None:
        """Work through the buffer as far as paper and cover allow."""
        while self._buffer and not self._stopped:
            self._execute(self._buffer.popleft())

    def load(self, paper: Paper, lines_left: int | None) -> None:
        """Have this much paper, for good or for so many lines."""
        self.paper = paper
        self.lines_left = lines_left
        self.work()

    def open_cover(self, is_open: bool) -> None:
        """Stand still, or go on."""
        self.cover_open = is_open
        self.work()

    def break_down(self, broken: bool) -> None:
        """Stand still, or go on."""
        self.failed = broken
        self.work()

    def switch(self, on: bool) -> None:
        """Lose everything that is not on paper yet."""
        self.switched_on = on
        self._heard.clear()
        self._buffer.clear()
        self._paper_path.clear()

    def take(self) -> None:
        """Lose the ticket in the mouth."""
        self.ticket_in_mouth = False

    @property
    def _stopped(self) -> bool:
        return self.paper is Paper.OUT or self.cover_open or self.failed

    def _execute(self, command: bytes) -> None:
        if command.startswith(_ASK_PAPER):
            low = 0x03 if self.paper is Paper.LOW else 0x00
            self._answers.append(low)
            return
        if command.startswith(_KICK):
            self.drawer_kicks += 1
            if not self._paper_path:
                return
        self._paper_path += command
        if command == _LINE_FEED:
            self._feed(1)
        elif command.startswith(_FEED_LINES):
            self._feed(command[2])
        elif is_cut(command):
            self._cut()

    def _feed(self, lines: int) -> None:
        if self.lines_left is None:
            return
        self.lines_left = max(0, self.lines_left - lines)
        if self.lines_left == 0:
            self.paper = Paper.OUT

    def _cut(self) -> None:
        ticket = bytes(self._paper_path)
        self._paper_path.clear()
        self.tickets.append(ticket)
        self.ticket_in_mouth = self._presenter
        self._on_ticket(ticket)

    def _status(self, command: bytes) -> bytes:
        paper_out = self.paper is Paper.OUT
        match command:
            case b"\x10\x04\x01":
                return bytes([0x16 | 0x08 * self._stopped])
            case b"\x10\x04\x02":
                causes = 0x04 * self.cover_open | 0x20 * paper_out | 0x40 * self.failed
                return bytes([0x12 | causes])
            case b"\x10\x04\x03":
                return bytes([0x12 | 0x08 * self.failed])
            case b"\x10\x04\x04":
                return bytes([0x12 | 0x60 * paper_out | 0x0C * (self.paper is not Paper.OK)])
            case b"\x10\x04\x14" if self._presenter:
                low = 0x04 * (self.paper is Paper.LOW)
                paper = 0x01 * paper_out | low | 0x20 * self.ticket_in_mouth
                return bytes([0x10, 0x0F, paper, 0x02 * self.cover_open, 0x00, 0x00])
            case _:
                return b""


class SimulatedPrinter:
    """A receipt printer on a pty; with `presenter`, it holds a ticket in its mouth until taken.

    `on_ticket(data)` is called on the printer's own thread with the exact bytes of each ticket:
    from the first byte after the last cut up to and including the cut, status queries left out.
    """

    def __init__(
        self,
        path: Path,
        monotonic: Callable[[], float],
        *,
        presenter: bool = False,
        on_ticket: OnTicket = lambda data: None,
    ) -> None:
        self._peer = PrinterPeer(on_ticket, presenter=presenter)
        self.port = SimulatedPort(path, self._peer, monotonic)

    @property
    def tickets(self) -> tuple[bytes, ...]:
        """What came out so far, oldest first."""
        return tuple(self._peer.tickets)

    @property
    def drawer_kicks(self) -> int:
        """How often the drawer was opened."""
        return self._peer.drawer_kicks

    @property
    def ticket_in_mouth(self) -> bool:
        """Whether a ticket waits to be taken (presenter only)."""
        return self._peer.ticket_in_mouth

    def take(self) -> None:
        """Take the ticket out of the mouth."""
        self.port.run(self._peer.take)

    def set_paper(self, paper: Paper, *, lines_left: int | None = None) -> None:
        """Load paper, or let it run low or out; with `lines_left` it ends after so many lines."""
        self.port.run(partial(self._peer.load, paper, lines_left))

    def open_cover(self, is_open: bool = True) -> None:
        """Open the cover, or close it."""
        self.port.run(partial(self._peer.open_cover, is_open))

    def break_down(self, broken: bool = True) -> None:
        """Let the cutter jam, or mend it."""
        self.port.run(partial(self._peer.break_down, broken))

    def switch(self, *, on: bool) -> None:
        """Use the power switch; the cable stays plugged in."""
        self.port.run(partial(self._peer.switch, on))

    def misbehave(self, mischief: Mischief) -> None:
        """Break the cable; see `Mischief`."""
        self.port.misbehave(mischief)
