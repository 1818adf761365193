"""`kiosk journal`: check the journal, rebuild the tables from it, or write it out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kiosk.store.store import Store

app = typer.Typer(
    help="Check the journal, rebuild the tables from it, or write it out.", no_args_is_help=True
)
Db = Annotated[str, typer.Option(help="A SQLite file or a SQLAlchemy URL.")]


@app.command()
def verify(db: Db = "booth.db") -> None:
    """Check the hash chain, and that every table row is what the journal says; 1 if not."""
    from kiosk.store.verify import verify as check

    with _opened(db) as store:
        findings = check(store)
    for finding in findings:
        print(finding)
    if findings:
        print(f"{len(findings)} findings. The journal is the truth: kiosk journal rebuild")
        raise typer.Exit(1)
    print("The chain holds and every table row is what the journal says.")


@app.command()
def rebuild(db: Db = "booth.db") -> None:
    """Empty the tables and fill them again from the journal (the chain is checked first)."""
    from kiosk.store.verify import rebuild as again

    with _opened(db) as store:
        count = again(store)
    print(f"Rebuilt from {count} events.")


@app.command()
def export(
    db: Db = "booth.db",
    out: Annotated[Path | None, typer.Option(help="Write here instead of standard output.")] = None,
) -> None:
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
        typer.echo(str(trouble), err=True)
        raise typer.Exit(4) from None
