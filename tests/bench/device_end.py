"""The devices of one entry and one exit, in a process of their own, with a stopwatch at the wire.

The booth's interpreter is not shared, so nothing here waits for it or makes it wait. Commands come
as lines on standard input, one JSON answer each:

    press        at a poll soon from now the ticket button is down for one answer of the board;
                 answers the seconds from that answer's bytes to the last byte of the ticket
    scan TEXT    the exit's scanner says this; answers the seconds from its bytes to the last byte
                 of the open pulse
    car LANE on|off   a car stands on loop A of that lane

Run as `python -m tests.bench.device_end PORTS`.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType

from kiosk.devices.codecs.board_map import WAVESHARE_8IO
from kiosk.devices.simulated.board import BoardPeer
from kiosk.devices.simulated.port import Peer, SimulatedPort
from kiosk.devices.simulated.printer import PrinterPeer
from kiosk.devices.simulated.scanner import ScannerPeer
from kiosk.domain.signals import Input
from tests.bench.site import ENTRY, EXIT

QUIET_READS = 3
"""Reads without the button before it is pressed again: two make the lane forget it."""
_READ_INPUTS, _WRITE_COIL, _FLASH = 0x02, 0x05, 0x02
PATIENCE_SECONDS = 20.0


@dataclass(slots=True)
class TimedBoard:
    """A board whose button can be pressed for exactly one answer, and which times the pulse."""

    peer: BoardPeer = field(
        default_factory=lambda: BoardPeer(WAVESHARE_8IO, lambda _coil, _on: None, 1)
    )
    pulsed: queue.SimpleQueue[float] = field(default_factory=queue.SimpleQueue)
    pressed: queue.SimpleQueue[float] = field(default_factory=queue.SimpleQueue)
    press_wanted: bool = False
    _quiet: int = 0
    _carries_press: bool = False

    def __post_init__(self) -> None:
        self.set(Input.BOOM_CLOSED, active=True)

    def set(self, signal: Input, *, active: bool) -> None:
        """Make an input active or not."""
        pin = WAVESHARE_8IO.inputs[signal]
        self.peer.lines[pin.line] = active != pin.inverted

    def hear(self, data: bytes, now: float) -> None:
        """See `Peer.hear`; `now` is just after the bytes were read."""
        if len(data) == 8 and data[1] == _WRITE_COIL and data[2] == _FLASH:
            self.pulsed.put(now)
        self._quiet += 1
        press = self.press_wanted and self._quiet > QUIET_READS and data[1:2] == b"\x02"
        if press:
            self.press_wanted, self._quiet, self._carries_press = False, 0, True
            self.set(Input.TICKET_BUTTON, active=True)
        self.peer.hear(data, now)
        if press:
            self.set(Input.TICKET_BUTTON, active=False)

    def speak(self, now: float) -> bytes:
        """See `Peer.speak`; `now` is just before the bytes are written."""
        if self._carries_press:
            self._carries_press = False
            self.pressed.put(now)
        return self.peer.speak(now)

    def due(self) -> float | None:
        """See `Peer.due`."""
        return self.peer.due()


class TimedPrinter(PrinterPeer):
    """A printer that says when the last byte of a ticket had arrived."""

    def __init__(self) -> None:
        super().__init__(self._came, presenter=False)
        self.done: queue.SimpleQueue[float] = queue.SimpleQueue()
        self._now = 0.0

    def hear(self, data: bytes, now: float) -> None:
        """See `Peer.hear`; `now` is just after the bytes were read."""
        self._now = now
        super().hear(data, now)

    def _came(self, _ticket: bytes) -> None:
        self.done.put(self._now)


class TimedScanner(ScannerPeer):
    """A scanner that says when it spoke."""

    def __init__(self) -> None:
        super().__init__()
        self.spoke: queue.SimpleQueue[float] = queue.SimpleQueue()

    def speak(self, now: float) -> bytes:
        """See `Peer.speak`; `now` is just before the bytes are written."""
        said = super().speak(now)
        if said:
            self.spoke.put(now)
        return said


def serve(ports: Path) -> None:
    """Plug everything in and obey standard input until it ends."""
    boards = {lane: TimedBoard() for lane in (ENTRY, EXIT)}
    printer, scanner = TimedPrinter(), TimedScanner()
    peers: dict[str, Peer] = {f"{lane}-board": board for lane, board in boards.items()}
    others: dict[str, Peer] = {
        f"{ENTRY}-printer": printer,
        f"{EXIT}-scanner": scanner,
        f"{ENTRY}-scanner": TimedScanner(),
        f"{EXIT}-printer": TimedPrinter(),
    }
    plugged = {
        name: SimulatedPort(ports / name, peer, time.monotonic)
        for name, peer in (peers | others).items()
    }
    for port in plugged.values():
        port.start()
    _answer({"ready": True})
    for line in sys.stdin:
        match line.split():
            case ["press"]:
                boards[ENTRY].press_wanted = True
                began = boards[ENTRY].pressed.get(timeout=PATIENCE_SECONDS)
                _answer({"seconds": printer.done.get(timeout=PATIENCE_SECONDS) - began})
            case ["scan", text]:
                code = f"{text}\r".encode()
                plugged[f"{EXIT}-scanner"].run(partial(scanner.output.extend, code))
                began = scanner.spoke.get(timeout=PATIENCE_SECONDS)
                _answer({"seconds": boards[EXIT].pulsed.get(timeout=PATIENCE_SECONDS) - began})
            case ["car", lane, on]:
                boards[lane].set(Input.APPROACH, active=on == "on")
                _answer({"ready": True})
    for port in plugged.values():
        port.stop()


def _answer(answer: dict[str, float | bool]) -> None:
    print(json.dumps(answer), flush=True)


class DeviceEnd:
    """The other process, seen from the one that is measured."""

    def __init__(self, ports: Path) -> None:
        ports.mkdir(parents=True, exist_ok=True)
        self.ports = ports
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.device_end", str(ports)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.hear()

    def __enter__(self) -> DeviceEnd:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE_SECONDS)

    def say(self, command: str) -> None:
        """Give a command; `hear` its answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()

    def hear(self) -> float:
        """Wait for the answer; its seconds, if it has any."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ChildProcessError(f"the devices ended with {self._process.wait()}")
        return float(json.loads(line).get("seconds", 0.0))

    def ask(self, command: str) -> float:
        """Give a command and wait for its answer."""
        self.say(command)
        return self.hear()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
