"""Thousands of cars through one booth: its memory and its open files stay flat.

The real booth with its windows (offscreen), every device simulated on ptys in another process, a
car every few hundred milliseconds: ticket, entry, payment by card, exit. The first cars fill what
is meant to fill (raw logs of the wires, pages of SQLite); what they left measures the rest.

Run as `python -m tests.bench.soak [--cars 10000] [--pairs 2]`; ends with 1 if it is not flat.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Line
from tests.bench.processes import Watched
from tests.bench.site import HURRIED, write_site

WARM_UP_CARS = 200
LOOKS = 10
FLAT = 1.05
NO_GRACE = """name = "standard"
version = 1
currency = "EUR"
zone = "Europe/Berlin"
strategy = "blocks"

[blocks]
minutes = 30
grace_minutes = 0
grace_counts = true
cap_day = "calendar"

[prices.car]
price_minor = 150
"""
"""Everybody pays."""


@dataclass(frozen=True, slots=True)
class Look:
    """The booth after so many cars."""

    cars: int
    memory_mb: float
    open_files: int
    seconds: float


def soak(folder: Path, cars: int, pairs: int, *, tell: bool = False) -> list[Look]:
    """Let the cars through; the first look is after the warm-up."""
    site = write_site(folder, pairs=pairs, rules=HURRIED, tariff=NO_GRACE)
    (folder / "ports").mkdir(exist_ok=True)
    log = folder / "processes.log"
    ports = str(folder / "ports")
    with Watched("tests.bench.traffic", ports, "--pairs", str(pairs), log=log) as traffic:
        traffic.hear()
        arguments = ("--traffic", "booth", "--site", str(site), "--windowed")
        with Watched("tests.bench.watched_booth", *arguments, log=log, by_signal=True) as booth:
            booth.until("armed")
            looks: list[Look] = []
            began, through = time.monotonic(), 0
            for share in (WARM_UP_CARS, *[cars // LOOKS] * LOOKS):
                traffic.say(str(share))
                traffic.hear()
                through += -(-share // pairs) * pairs
                seconds = time.monotonic() - began
                looks.append(Look(through, booth.memory_mb(), booth.open_files(), seconds))
                if tell:
                    print(looks[-1], flush=True)
            return looks


def lines(looks: list[Look]) -> list[Line]:
    """The goals of row 5 that speak of time."""
    first, last = looks[0], looks[-1]
    cars = last.cars - first.cars
    grown, opened = last.memory_mb / first.memory_mb, last.open_files / first.open_files
    what, beside = f"after {cars:,} cars more", f"itself after {first.cars:,} cars"
    return [
        Line(5, f"memory (PSS) {what}", beside, "MB", last.memory_mb, first.memory_mb, grown, FLAT),
        Line(5, f"open files {what}", beside, "", last.open_files, first.open_files, opened, FLAT),
    ]


def main() -> int:
    """Soak, print every look, judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--cars", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=2, help="entries, each with an exit")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = lines(soak(Path(folder), asked.cars, asked.pairs, tell=True))
    for line in found:
        print(f"{line.what}: {line.ours:.1f} {line.unit}, {line.measured:.3f} x {line.beside_what}")
    return 0 if all(line.met for line in found) else 1


if __name__ == "__main__":
    sys.exit(main())
