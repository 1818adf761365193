"""`kiosk centre`: the server booths report to and bookings come from."""

from __future__ import annotations

from typing import Annotated

import typer


def centre(
    db: Annotated[
        str,
        typer.Option(help="SQLAlchemy URL: sqlite:///centre.db or postgresql+psycopg://..."),
    ] = "sqlite:///centre.db",
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one and prints it.")] = 8080,
) -> None:
    """Run the centre until it is stopped.

    The first start prints the admin's token once; it is kept only as a hash.
    """
    from kiosk.boot.centre import run_centre

    raise typer.Exit(run_centre(db, host, port))
