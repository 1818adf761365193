"""`kiosk booth`: run a real site from its settings file."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--site", type=click.Path(path_type=Path), required=True, help="The site's settings (TOML)."
)
@click.option("--windowed", is_flag=True, help="Ordinary windows, not one full screen per lane.")
@click.option(
    "--enrol", default="", help="The one-time code from the centre: trade it for a token first."
)
@click.option(
    "--rehearse",
    is_flag=True,
    help="Take rehearsal commands from standard input (tap, type, grab, advance).",
)
@click.option(
    "--clock-ahead",
    type=float,
    default=0.0,
    help="Rehearsals only: run the clock this many seconds ahead.",
)
def booth(site: Path, windowed: bool, enrol: str, rehearse: bool, clock_ahead: float) -> None:
    """Run the booth: driver screens, attendant's window, devices, journal and sync.

    Ends with code 2 when the settings are wrong (every mistake is listed), 3 when another
    booth already runs on the same data, 4 when the data cannot be used (the message says what
    to do), 5 when the centre did not take the enrolment code.
    """
    from kiosk.boot.booth import run_booth

    sys.exit(
        run_booth(site, windowed=windowed, rehearse=rehearse, clock_ahead=clock_ahead, code=enrol)
    )
