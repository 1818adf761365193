"""`kiosk day`: a scripted day on the real application, with everything going wrong on cue."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Where the day's files go (made if missing).",
)
@click.option("--seed", type=int, default=1, show_default=True, help="One seed, one day.")
@click.option(
    "--cars",
    type=click.IntRange(0, 1000),
    default=6,
    show_default=True,
    help="Ordinary cars besides the troubled ones.",
)
def day(out: Path, seed: int, cars: int) -> None:
    """Play a day: real process, ptys, files and HTTP; ends with 1 if an invariant fails.

    Leaves booth.db, centre.db, journal.jsonl, tickets/, screens/ and summary.json in OUT.
    """
    from kiosk.boot.day import play_day

    sys.exit(play_day(out, seed=seed, cars=cars, say=print))
