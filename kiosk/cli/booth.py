"""`kiosk booth`: run a real site from its settings file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def booth(
    site: Annotated[Path, typer.Option(help="The site's settings (TOML).")],
    windowed: Annotated[
        bool, typer.Option(help="Ordinary windows instead of one full screen per lane.")
    ] = False,
    enrol: Annotated[
        str, typer.Option(help="The one-time code from the centre: trade it for a token first.")
    ] = "",
    rehearse: Annotated[
        bool,
        typer.Option(
            help="Take rehearsal commands from standard input (tap, type, grab, advance)."
        ),
    ] = False,
    clock_ahead: Annotated[
        float, typer.Option(help="Rehearsals only: run the clock this many seconds ahead.")
    ] = 0.0,
) -> None:
    """Run the booth: driver screens, attendant's window, devices, journal and sync.

    Ends with code 2 when the settings are wrong (every mistake is listed), 3 when another
    booth already runs on the same data, 4 when the data cannot be used (the message says what
    to do), 5 when the centre did not take the enrolment code.
    """
    from kiosk.boot.booth import run_booth

    raise typer.Exit(
        run_booth(site, windowed=windowed, rehearse=rehearse, clock_ahead=clock_ahead, code=enrol)
    )
