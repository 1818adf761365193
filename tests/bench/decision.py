"""Row 1: one durable lane decision beside the same rows by raw sqlite3, and beside the disk.

Ours is the entry's `BeginSession` as the performer carries it out: identity, number, signed
payload, two sealed facts, four tables, one commit (WAL, FULL). The raw side writes the same rows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kiosk.boot.lanes import build_lanes
from kiosk.boot.services import Services
from kiosk.lane import effects as do
from kiosk.runtime.performer import Performer
from kiosk.store.migrate import back_up
from tests.bench.figures import Line, interleaved, pause, times
from tests.bench.raw_sqlite import Entry, RawBooth, SyncedFile, entries
from tests.bench.site import ENTRY, FACILITY, services_of, write_site

WARM_UP = 10


def measure(folder: Path, *, rounds: int, each: int) -> list[Line]:
    """The three goals of row 1; `each` decisions a round."""
    rows = record_entries(folder / "recorded", rounds * (each + WARM_UP))
    raw = RawBooth(folder / "recorded" / "before.db", FACILITY, ENTRY)
    disk = SyncedFile(folder / "appended")
    write_site(folder / "ours")
    services = services_of(folder / "ours")
    performer = entry_performer(services)
    ours, by_raw, by_disk = interleaved(
        rounds,
        [
            partial(timed, partial(_begin, performer), each),
            partial(timed, partial(_write_next, raw, iter(rows)), each),
            partial(timed, disk.append, each),
        ],
    )
    services.close()
    raw.close()
    disk.close()
    p99_over_sync = ours.p99 / by_disk.median
    return [
        times(1, "durable lane decision", "raw sqlite3, same rows", "ms", ours, by_raw, 2.0),
        times(1, "durable lane decision", "append 4 KiB + fdatasync", "ms", ours, by_disk, 2.5),
        Line(
            1,
            "durable lane decision, p99",
            "append 4 KiB + fdatasync, median",
            "ms",
            ours.p99,
            by_disk.median,
            p99_over_sync,
            5.0,
            note=f"raw sqlite3 p99 {by_raw.p99:.3f} ms, fdatasync p99 {by_disk.p99:.3f} ms",
        ),
    ]


def record_entries(folder: Path, count: int) -> list[Entry]:
    """Let `count` cars in, in a booth of its own; `before.db` is its file without them."""
    write_site(folder)
    services = services_of(folder)
    database = folder / "data" / "booth.db"
    back_up(database, folder / "before.db")
    performer = entry_performer(services)
    for _ in range(count):
        _begin(performer)
    services.close()
    return entries(database, FACILITY)


def entry_performer(services: Services) -> Performer:
    """The entry lane's hands, without the lane's thread."""
    lanes = build_lanes(services, lambda _lane_id, _lane: None)
    perform = lanes.runners[ENTRY]._perform
    assert isinstance(perform, Performer)
    return perform


def timed(act: Callable[[], object], count: int) -> list[float]:
    """Milliseconds of each of `count` acts after a warm-up, with gaps between."""
    found = []
    for number in range(WARM_UP + count):
        pause()
        began = time.perf_counter()
        act()
        if number >= WARM_UP:
            found.append((time.perf_counter() - began) * 1000)
    return found


def _begin(performer: Performer) -> None:
    performer(do.BeginSession())


def _write_next(raw: RawBooth, rows: Iterator[Entry]) -> None:
    raw.let_in(next(rows))
