"""Row 8: a month of stays priced again beside an open window, which must not notice.

The simulator is the command that the window starts, in a process of its own. Beside it stands the
same window at rest.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.bench.big_store import fill
from tests.bench.figures import Line, Samples
from tests.bench.processes import Watched
from tests.bench.site import services_of, write_site
from tests.bench.tariffs import HARDEST

IDLE_SECONDS = 10.0
MONTH_MS = 30 * 86_400_000
LENGTHS_MS = (600_000, 2_400_000, 5_400_000, 14_400_000, 32_400_000, 180_000_000)
"""Ten minutes to two days and two hours, in turn."""


def measure(folder: Path, *, stays: int) -> list[Line]:
    """The goal of row 8 that is a window's."""
    database = _month(folder, stays)
    with Watched(
        "tests.bench.rate_window",
        str(database),
        str(HARDEST),
        str(IDLE_SECONDS),
        log=folder / "window.log",
    ) as window:
        seen = json.loads(window.hear())
    if seen["stays"] != stays or seen["drawn"] < stays // 1_000:
        raise ValueError(f"{seen['stays']} of {stays} stays, drawn {seen['drawn']} times")
    idle, busy = Samples([seen["idle"]]), Samples([seen["busy"]])
    speed = seen["stays"] / seen["seconds"]
    note = f"{speed:,.0f} stays a second under both tariffs, progress drawn {seen['drawn']} times; "
    note += f"the same window at rest: p99 {idle.p99:.2f} ms, longest {max(idle.all):.1f} ms; "
    note += f"longest meanwhile {max(busy.all):.1f} ms"
    what = f"window's stalls while {stays:,} stays are priced again beside it, p99"
    return [Line(8, what, "", "ms", busy.p99, None, busy.p99, 16.0, note=note)]


def _month(folder: Path, stays: int) -> Path:
    """A booth's file with so many stays of one month."""
    write_site(folder)
    services_of(folder).close()
    database = folder / "data" / "booth.db"
    fill(database, stays)
    with closing(sqlite3.connect(database)) as connection:
        (first,) = connection.execute("SELECT min(entered_ms) FROM sessions").fetchone()
        step = MONTH_MS / stays
        cases = " ".join(f"WHEN {number} THEN {length}" for number, length in enumerate(LENGTHS_MS))
        nth = "(entered_ms - :first) / :apart"
        connection.execute(
            f"UPDATE sessions SET exited_ms = CAST(:first + {nth} * :step AS INT)"
            f" + CASE {nth} % {len(LENGTHS_MS)} {cases} END,"
            f" occupancy_percent = {nth} % 101,"
            f" entered_ms = CAST(:first + {nth} * :step AS INT)",
            {"first": first, "apart": 30_000, "step": step},
        )
        connection.commit()
    return database
