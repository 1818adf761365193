"""Row 2: from the ticket button's bytes to the last byte of the ticket, on ptys.

Ours is the real thing without its windows: links, codecs, lane thread, engine, performer, store.
The devices sit in another process and hold the stopwatch. Asking the printer how it is before a
job is part of ours; what that alone costs the bare loop stands in a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kiosk.domain.ticket import Ticket
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.state import Armed, Taking
from kiosk.reports.paper import ticket_paper
from tests.bench.decision import entry_performer, record_entries
from tests.bench.device_end import DeviceEnd
from tests.bench.figures import Line, at_most, interleaved, pause, times
from tests.bench.raw_lane import RawEntry, RawPaper
from tests.bench.raw_sqlite import Entry, RawBooth
from tests.bench.site import ENTRY, FACILITY, RunningLanes, services_of, write_site

WARM_UP = 5
GONE = ev.VoidOrdered(ev.Authority("bench", "next"))
"""Sends the driver away again after each measurement."""


def measure(folder: Path, *, rounds: int, each: int) -> list[Line]:
    """The goals of row 2; `each` tickets a round."""
    write_site(folder / "ours", terminals=False)
    rows = iter(record_entries(folder / "recorded", 2 * rounds * (each + WARM_UP)))
    booth = RawBooth(folder / "recorded" / "before.db", FACILITY, ENTRY)
    paper = example_paper(folder / "example")
    with DeviceEnd(folder / "ours" / "ports") as devices:
        ours, limit, asking = interleaved(
            rounds,
            [
                partial(_ours, folder / "ours", devices, each),
                partial(_raw, devices, booth, paper, rows, each, asks=False),
                partial(_raw, devices, booth, paper, rows, each, asks=True),
            ],
        )
    booth.close()
    what = "button's bytes to last byte of the ticket"
    return [
        times(2, what, "raw pty, raw commit, ticket by hand", "ms", ours, limit, 2.5),
        times(2, what, "the same, asking the printer first", "ms", ours, asking, 2.5),
        at_most(2, f"{what}, median", "ms", ours.median, 2.0),
        at_most(2, f"{what}, p99", "ms", ours.p99, 10.0),
    ]


def example_paper(folder: Path) -> RawPaper:
    """A ticket as a booth prints it."""
    write_site(folder)
    services = services_of(folder)
    performer = entry_performer(services)
    (begun,) = performer(do.BeginSession())
    assert isinstance(begun, ev.SessionBegun)
    ticket = begun.admission.ticket
    assert isinstance(ticket, Ticket)
    papers = performer.paperwork
    printed = ticket_paper(ticket, papers.issuer(), papers.say, papers._profile)
    services.close()
    return RawPaper(printed, ticket.payload)


def _ours(folder: Path, devices: DeviceEnd, each: int) -> list[float]:
    lanes = RunningLanes(services_of(folder))
    devices.ask(f"car {ENTRY} on")
    found = []
    for number in range(WARM_UP + each):
        lanes.until(ENTRY, lambda lane: isinstance(lane.phase, Armed), "to wait for a press")
        pause()
        seconds = devices.ask("press")
        lanes.until(ENTRY, lambda lane: isinstance(lane.phase, Taking), "to offer its ticket")
        lanes.tell(ENTRY, GONE)
        if number >= WARM_UP:
            found.append(seconds * 1000)
    devices.ask(f"car {ENTRY} off")
    lanes.stop()
    return found


def _raw(
    devices: DeviceEnd,
    booth: RawBooth,
    paper: RawPaper,
    rows: Iterator[Entry],
    each: int,
    *,
    asks: bool,
) -> list[float]:
    raw = RawEntry(devices, booth, paper, asks=asks)
    found = []
    for number in range(WARM_UP + each):
        pause()
        seconds = raw.serve(next(rows))
        if number >= WARM_UP:
            found.append(seconds * 1000)
    raw.close()
    return found
