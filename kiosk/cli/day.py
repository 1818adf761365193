"""`kiosk day`: a scripted day on the real application, with everything going wrong on cue."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def day(
    out: Annotated[Path, typer.Option(help="Where the day's files go (made if missing).")],
    seed: Annotated[int, typer.Option(help="The same seed plays the same day.")] = 1,
    cars: Annotated[int, typer.Option(help="Ordinary cars besides the troubled ones.")] = 6,
) -> None:
    """Play a day: real process, ptys, files and HTTP; ends with 1 if an invariant fails.

    Leaves booth.db, centre.db, journal.jsonl, tickets/, screens/ and summary.json in OUT.
    """
    from kiosk.boot.day import play_day

    raise typer.Exit(play_day(out, seed=seed, cars=cars, say=print))
