"""`kiosk centre`: the server booths report to and bookings come from."""

from __future__ import annotations

import sys

import click


@click.command()
@click.option(
    "--db",
    default="sqlite:///centre.db",
    show_default=True,
    help="SQLAlchemy URL: sqlite:///centre.db or postgresql+psycopg://...",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8080,
    show_default=True,
    help="Port; 0 takes a free one and prints it.",
)
def centre(db: str, host: str, port: int) -> None:
    """Run the centre until it is stopped.

    The first start prints the admin's token once; it is kept only as a hash.
    """
    from kiosk.boot.centre import run_centre

    sys.exit(run_centre(db, host, port))
