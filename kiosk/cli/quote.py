"""`kiosk quote`: the price of a stay, line by line."""

from __future__ import annotations

import typer


def quote() -> None:
    """Being written."""
    raise typer.Exit(1)
