"""`kiosk migrate`: bring a database to the program's schema."""

from __future__ import annotations

from typing import Annotated

import typer


def migrate(
    db: Annotated[str, typer.Option(help="A SQLite file or a SQLAlchemy URL.")] = "booth.db",
) -> None:
    """Upgrade a database, after copying the file; a newer or foreign one is refused and kept."""
    from kiosk.store.migrate import upgrade
    from kiosk.store.trouble import StoreTrouble

    try:
        upgrade(db)
    except StoreTrouble as trouble:
        typer.echo(str(trouble), err=True)
        raise typer.Exit(4) from None
    print(f"{db} is up to date.")
