"""Hundreds of thousands of random stays: the tariff engine and the reference model agree on each.

Every difference is shrunk to the smallest file and visit that still show it, and printed whole.

Run as `python -m tests.soak.tariffs [--stays 200000] [--seed N]`; ends with 1 if there is one.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from random import Random
from typing import Any

from kiosk.tariff.visit import Visit
from tests.soak.shrink import shrunk
from tests.support.slow_cases import any_tariff
from tests.support.slow_compare import broken_law, loaded
from tests.support.slow_visits import any_visit

Table = dict[str, Any]
STAYS_OF_A_TARIFF = 20
SHOWN = 5
TELL_SECONDS = 20.0


def main() -> int:
    """Compare and tell; 1 when something differed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--stays", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    began = told = time.monotonic()
    done = broken = 0
    for table, visit, wrong in _runs(args.seed, args.stays):
        done += 1
        if wrong:
            broken += 1
            _tell(f"{wrong}\n{json.dumps(table)}\n{visit}\n")
        if broken == SHOWN:
            break
        if time.monotonic() - told > TELL_SECONDS:
            told = time.monotonic()
            _tell(f"{done} stays, {broken} differ")
    _tell(f"{done} stays in {time.monotonic() - began:.0f} s, seed {args.seed}: {broken} differ")
    return 1 if broken else 0


def _runs(seed: int, stays: int) -> Iterator[tuple[Table, Visit, str]]:
    for number in range(-(-stays // STAYS_OF_A_TARIFF)):
        chance = Random(f"{seed}/{number}")
        table = any_tariff(chance)
        tariff = loaded(table)
        for _ in range(min(STAYS_OF_A_TARIFF, stays - number * STAYS_OF_A_TARIFF)):
            visit = any_visit(chance, table)
            wrong = broken_law(table, tariff, visit, Random(number))
            yield _smallest(table, visit) if wrong else (table, visit, "")


def _smallest(table: Table, visit: Visit) -> tuple[Table, Visit, str]:
    small, short = shrunk(table, visit, lambda less, simpler: bool(_wrong(less, simpler)))
    return small, short, _wrong(small, short)


def _wrong(table: Table, visit: Visit) -> str:
    """What is wrong with a pair; nothing when it is no tariff (any more)."""
    try:
        return broken_law(table, loaded(table), visit, Random(0))
    except (ValueError, LookupError, TypeError):
        return ""


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
