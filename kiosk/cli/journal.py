"""`kiosk journal`: check the journal, rebuild the tables from it, or write it out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kiosk.store.store import Store


@click.group(name="journal")
def app() -> None:
    """Check the journal, rebuild the tables from it, or write it out."""


database = click.option(
    "--db", default="booth.db", show_default=True, help="A SQLite file or a SQLAlchemy URL."
)


@app.command()
@database
def verify(db: str) -> None:
    """Check the hash chain, and that every table row is what the journal says; 1 if not."""
    from kiosk.store.verify import verify as check

    with _opened(db) as store:
        findings = check(store)
    for finding in findings:
        print(finding)
    if findings:
        print(f"{len(findings)} findings. The journal is the truth: kiosk journal rebuild")
        sys.exit(1)
    print("The chain holds and every table row is what the journal says.")


@app.command()
@database
def rebuild(db: str) -> None:
    """Empty the tables and fill them again from the journal (the chain is checked first)."""
    from kiosk.store.verify import rebuild as again

    with _opened(db) as store:
        count = again(store)
    print(f"Rebuilt from {count} events.")


@app.command()
@database
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write here instead of standard output."
)
def export(db: str, out: Path | None) -> None:
    """Write the journal as JSON, one event a line."""
    with _opened(db) as store, store.read() as unit:
        target = out.open("w", encoding="utf-8") if out else sys.stdout
        for line in unit.journal.export():
            target.write(line + "\n")
        if out:
            target.close()


@contextmanager
def _opened(db: str) -> Iterator[Store]:
    from kiosk.store.store import Store
    from kiosk.store.trouble import StoreTrouble

    try:
        store = Store.inspect(db)
        try:
            yield store
        finally:
            store.close()
    except StoreTrouble as trouble:
        click.echo(str(trouble), err=True)
        sys.exit(4)
