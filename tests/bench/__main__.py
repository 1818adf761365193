"""Measures rows 1 to 8 of the speed goals: `python -m tests.bench` (or `make bench`).

Prints the table and writes bench.json; with `--write-readme` the table goes into README.md too.
Takes about twelve minutes; `--quick` takes three and shows that everything runs, not figures.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench import decision, leaving, pdfs, repricing, soak, tariffs, windows, wires
from tests.bench.figures import Line
from tests.bench.report import markdown, tell, write_json, write_readme

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Size:
    """How much to measure."""

    rounds: int
    each: int
    stays: int
    starts: int
    idles: int
    cars: int
    quotes: int
    papers: int
    month: int


FULL = Size(
    rounds=7,
    each=60,
    stays=1_000_000,
    starts=9,
    idles=3,
    cars=500,
    quotes=200,
    papers=20,
    month=100_000,
)
QUICK = Size(
    rounds=2, each=15, stays=20_000, starts=2, idles=1, cars=40, quotes=40, papers=5, month=5_000
)


def measure(size: Size, folder: Path, rows: frozenset[int]) -> list[Line]:
    """Every goal, row by row."""
    parts: list[tuple[frozenset[int], Callable[[], list[Line]]]] = [
        (
            frozenset({1}),
            lambda: decision.measure(folder / "1", rounds=size.rounds, each=size.each),
        ),
        (frozenset({2}), lambda: wires.measure(folder / "2", rounds=size.rounds, each=size.each)),
        (
            frozenset({3}),
            lambda: leaving.measure(
                folder / "3", rounds=size.rounds, each=size.each, stays_before=size.stays
            ),
        ),
        (
            frozenset({4, 5, 6}),
            lambda: windows.measure(folder / "4", starts=size.starts, idles=size.idles),
        ),
        (frozenset({5}), lambda: soak.lines(soak.soak(folder / "5", size.cars, pairs=2))),
        (frozenset({7}), lambda: tariffs.measure(rounds=size.rounds, each=size.quotes)),
        (frozenset({8}), lambda: pdfs.measure(rounds=size.rounds, each=size.papers)),
        (frozenset({8}), lambda: repricing.measure(folder / "8", stays=size.month)),
    ]
    found: list[Line] = []
    for numbers, part in parts:
        if numbers & rows:
            tell(f"measuring row {', '.join(map(str, sorted(numbers)))} ...")
            found += part()
    return sorted(found, key=lambda line: line.row)


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="Speed and memory, each beside its limit.")
    parser.add_argument("--quick", action="store_true", help="see that everything runs")
    parser.add_argument("--rows", type=int, nargs="+", default=[*range(1, 9)])
    parser.add_argument("--write-readme", action="store_true")
    parser.add_argument("--json", type=Path, default=ROOT / "bench.json")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    size = QUICK if asked.quick else FULL
    with tempfile.TemporaryDirectory(prefix="boomgate-bench-") as folder:
        lines = measure(size, Path(folder), frozenset(asked.rows))
    print(markdown(lines))
    write_json(asked.json, lines)
    if asked.write_readme:
        write_readme(ROOT / "README.md", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
