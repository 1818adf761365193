"""`kiosk demo`: a whole garage on this computer, driven by mouse and keys."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Keep the demo's data here (default: a fresh folder).",
)
def demo(data: Path | None) -> None:
    """Start the demo site: a centre on SQLite, a booth with an entry and an exit, and the garage.

    The garage's devices are simulated, their wires are real. Without a display it says so
    and plays a scripted day instead.
    """
    headless = not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if headless and sys.platform == "linux" and not os.environ.get("QT_QPA_PLATFORM"):
        print("There is no display here, so the demo plays its scripted day without windows.")
        from kiosk.boot.day import play_day

        sys.exit(play_day(data or Path("boomgate-day"), seed=1, cars=6, say=print))
    from kiosk.boot.demo import run_demo

    sys.exit(run_demo(data))
