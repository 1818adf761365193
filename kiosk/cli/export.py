"""`kiosk export`: payments, refunds, stays, cash, Z reports and exceptions for other programs."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zoneinfo import ZoneInfo

import click

from kiosk.cli.quote import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.reports.export import Export
    from kiosk.store.past_stays import Period
    from kiosk.store.unit import Transaction

LISTS = ("payments", "refunds", "sessions", "cash", "z", "exceptions")
NO_STORE = 4


@click.command()
@click.argument("what", metavar="LIST", type=click.Choice(LISTS))
@click.option(
    "--db", default="booth.db", show_default=True, help="A SQLite file or a SQLAlchemy URL."
)
@click.option(
    "--format", "form", type=click.Choice(("csv", "xlsx")), default="csv", show_default=True
)
@click.option("--since", help="From this date or instant (ISO 8601) on.")
@click.option("--until", help="Before this one.")
@click.option("--zone", help="Where dates are midnights and XLSX shows times; else the tariff's.")
@click.option(
    "--language",
    type=click.Choice(("en", "de", "ar")),
    default="en",
    show_default=True,
    help="Headings and words of XLSX; those of CSV never change.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write here instead of standard output."
)
def export(
    what: str,
    db: str,
    form: str,
    since: str | None,
    until: str | None,
    zone: str | None,
    language: str,
    out: Path | None,
) -> None:
    """Write a LIST: payments, refunds, sessions, cash, z or exceptions.

    Ends with 2 for options that cannot be used, with 4 for a database that cannot.
    """
    from kiosk.store.store import Store
    from kiosk.store.trouble import StoreTrouble

    try:
        store = Store.inspect(db)
        try:
            with store.read() as unit:
                local = _zone(zone, unit)
                period = _period(since, until, local)
                rows = _rows(unit, what, period)
                with _whole(out) if out else nullcontext(sys.stdout.buffer) as target:
                    count = _write(_export(what), rows, target, form, language, local)
        finally:
            store.close()
    except StoreTrouble as trouble:
        click.echo(str(trouble), err=True)
        sys.exit(NO_STORE)
    except OSError as trouble:
        refuse(f"--out: {out}: {trouble.strerror}. Name a file that can be written.")
    if out:
        click.echo(f"{count} rows.", err=True)


@contextmanager
def _whole(out: Path) -> Iterator[BinaryIO]:
    """The file appears when it is complete: half a list looks like a list."""
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("wb") as target:
            yield target
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _export(what: str) -> Export[Any]:
    from kiosk.reports import lists

    found: dict[str, Export[Any]] = {
        "payments": lists.PAYMENTS,
        "refunds": lists.REFUNDS,
        "sessions": lists.SESSIONS,
        "cash": lists.CASH,
        "z": lists.Z_REPORTS,
        "exceptions": lists.EXCEPTIONS_LIST,
    }
    return found[what]


def _rows(unit: Transaction, what: str, period: Period) -> Iterable[object]:
    """The list's rows, read while they are written."""
    lists = unit.lists
    read = {
        "payments": lists.payments,
        "refunds": lists.refunds,
        "sessions": lists.sessions,
        "cash": lists.cash,
        "z": lists.z_reports,
        "exceptions": lists.exceptions,
    }
    return read[what](period)


def _write(
    chosen: Export[Any],
    rows: Iterable[object],
    target: BinaryIO,
    form: str,
    language: str,
    zone: ZoneInfo,
) -> int:
    from kiosk.reports.export import write_csv, write_xlsx

    if form == "csv":
        return write_csv(chosen, rows, target)
    from kiosk.ui.language import Language

    say = Language(language, zone).say
    return write_xlsx(chosen, rows, target, say, zone, datetime.now(UTC))


def _zone(name: str | None, unit: Transaction) -> ZoneInfo:
    """The zone asked for, else that of the tariff that new stays get, else UTC."""
    from kiosk.store.price_lists import STANDARD
    from kiosk.tariff.catalogue import load_tariff

    if name is not None:
        try:
            return ZoneInfo(name)
        except (ValueError, LookupError, OSError):
            refuse(f"--zone: {name!r} is no time zone. Write one such as Europe/Berlin.")
    try:
        tariff = load_tariff(unit.tariffs.rules(*unit.tariffs.latest(STANDARD)))
    except (LookupError, ValueError):
        return ZoneInfo("UTC")
    return tariff.zone or ZoneInfo("UTC")


def _period(since: str | None, until: str | None, zone: ZoneInfo) -> Period:
    from kiosk.store.past_stays import Period

    return Period(_instant("--since", since, zone), _instant("--until", until, zone))


def _instant(option: str, text: str | None, zone: ZoneInfo) -> datetime | None:
    """An instant as written; without an offset a time of day, read as tariffs read theirs."""
    from kiosk.tariff.civil import first_showing, to_moment

    if text is None:
        return None
    try:
        instant = datetime.fromisoformat(text)
        return instant if instant.tzinfo else to_moment(first_showing(zone, instant))
    except (ValueError, OverflowError):
        refuse(f"{option}: {text!r} is no instant. Write it like 2026-11-20 or 2026-11-20T08:15.")
