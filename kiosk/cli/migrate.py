"""`kiosk migrate`: bring a database to the program's schema."""

from __future__ import annotations

import sys

import click


@click.command()
@click.option(
    "--db", default="booth.db", show_default=True, help="A SQLite file or a SQLAlchemy URL."
)
def migrate(db: str) -> None:
    """Upgrade a database, after copying the file; a newer or foreign one is refused and kept."""
    from kiosk.store.migrate import upgrade
    from kiosk.store.trouble import StoreTrouble

    try:
        upgrade(db)
    except StoreTrouble as trouble:
        click.echo(str(trouble), err=True)
        sys.exit(4)
    print(f"{db} is up to date.")
