"""The world around a booth: devices on ptys and cars that drive, in a process of its own.

Run as `python -m tests.bench.traffic PORTS --pairs N`. Each number on standard input lets so many
cars through, shared among the pairs; each car takes a ticket, drives in, shows it at the exit, pays
and drives out. `done` answers. Everything reaches the booth as bytes on a wire.
"""

from __future__ import annotations

import argparse
import contextlib
import queue
import re
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.boot.simulation import SimulatedLane
from kiosk.devices.simulated.barrier import SimulatedBarrier
from kiosk.domain.signals import Input
from tests.bench.site import lanes_of

LOOK_SECONDS = 0.005
HOLD_SECONDS, HOLD_READS = 0.05, 4
"""Longer than the hurried debounce, and as many polls as a level takes to be believed, on a machine
that is busy with something else too."""
PATIENCE_SECONDS = 60.0
AGAIN_SECONDS = 1.0
SHOWINGS, SHOWING_SECONDS = 10, 4.0
"""A scanner says the same code again after 2.5 s at the earliest."""

_PAYLOAD = re.compile(rb"BG1[A-Z2-7]{60,}")


class Pair:
    """An entry and an exit, and the cars between them."""

    def __init__(self, entry: SimulatedLane, exit_: SimulatedLane) -> None:
        self.entry, self.exit = entry, exit_
        self._papers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._inside: queue.Queue[str | None] = queue.Queue(maxsize=20)
        entry.on_paper = self._papers.put
        for lane in (entry, exit_):
            lane.barrier = SimulatedBarrier(travel_seconds=0.02, clear_seconds=0.02)

    def let_through(self, cars: int) -> None:
        """So many cars in and out; entry and exit work at the same time."""
        with ThreadPoolExecutor(1) as exit_lane:
            leaving = exit_lane.submit(self._drive_out)
            try:
                for _ in range(cars):
                    self._inside.put(self._drive_in(), timeout=PATIENCE_SECONDS)
            finally:
                self._inside.put(None, timeout=PATIENCE_SECONDS)
            leaving.result()

    def _drive_in(self) -> str:
        lane = self.entry
        _arrive(lane)
        paper = self._take_a_ticket()
        lane.set(Input.TICKET_TAKEN, True)
        _pass(lane)
        lane.set(Input.TICKET_TAKEN, False)
        found = _PAYLOAD.search(paper)
        if found is None:
            raise ValueError("the ticket has no payload")
        return found[0].decode()

    def _take_a_ticket(self) -> bytes:
        """Press until paper comes, as people do."""
        while not self._papers.empty():
            self._papers.get()
        while True:
            _hold(self.entry, Input.TICKET_BUTTON, on=True)
            self.entry.set(Input.TICKET_BUTTON, False)
            try:
                return self._papers.get(timeout=AGAIN_SECONDS)
            except queue.Empty:
                continue

    def _drive_out(self) -> None:
        while (payload := self._inside.get()) is not None:
            _arrive(self.exit)
            self._show(payload)
            _pass(self.exit)

    def _show(self, payload: str) -> None:
        """Hold the ticket to the reader until the boom goes up."""
        for _ in range(SHOWINGS):
            self.exit.scanner.scan(payload)
            with contextlib.suppress(TimeoutError):
                up = f"the boom of {self.exit.lane_id} to open"
                until(lambda: self.exit.barrier.is_open, up, SHOWING_SECONDS)
                return


def _arrive(lane: SimulatedLane) -> None:
    until(lambda: lane.barrier.is_closed, "the boom to be down")
    pause(HOLD_SECONDS)
    _hold(lane, Input.APPROACH, on=True)


def _pass(lane: SimulatedLane) -> None:
    until(lambda: lane.barrier.is_open, f"the boom of {lane.lane_id} to open")
    pause(HOLD_SECONDS)
    _hold(lane, Input.SAFETY, on=True)
    _hold(lane, Input.APPROACH, on=False)
    _hold(lane, Input.SAFETY, on=False)


def _hold(lane: SimulatedLane, signal: Input, *, on: bool) -> None:
    """Set an input, and leave it until the booth has read it."""
    lane.set(signal, on)
    read = lane.board.reads
    pause(HOLD_SECONDS)
    until(lambda: lane.board.reads >= read + HOLD_READS, "the board to be read")


def pause(seconds: float) -> None:
    """Hold still."""
    threading.Event().wait(seconds)


def until(holds: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until it holds. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"waited for {what}")
        pause(LOOK_SECONDS)


def serve(ports: Path, pairs: int) -> None:
    """Plug everything in; let cars through until standard input ends."""
    made = [SimulatedLane(name, kind, ports, time.monotonic) for name, kind in lanes_of(pairs)]
    roads = [Pair(*made[n : n + 2]) for n in range(0, len(made), 2)]
    for lane in made:
        lane.start()
    print("ready", flush=True)
    for line in sys.stdin:
        share = -(-int(line) // pairs)
        with ThreadPoolExecutor(pairs) as drivers:
            list(drivers.map(Pair.let_through, roads, [share] * pairs))
        print("done", flush=True)
    for lane in made:
        lane.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ports", type=Path)
    parser.add_argument("--pairs", type=int, default=1)
    asked = parser.parse_args()
    serve(asked.ports, asked.pairs)
