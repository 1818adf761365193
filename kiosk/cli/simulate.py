"""`kiosk tariff simulate`: what the stays of a period would have cost under another tariff."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.quote import load_file, read_instant, refuse
from kiosk.wire.english import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.store.past_stays import Period
    from kiosk.tariff.comparison import Comparison, Share
    from kiosk.tariff.tariff import Tariff

NO_STORE = 4


@click.command()
@click.option("--db", required=True, help="A booth's SQLite file or a SQLAlchemy URL.")
@click.option(
    "--tariff", type=click.Path(path_type=Path), required=True, help="The other tariff's file."
)
@click.option("--since", help="Stays that began then or later: a date, or an instant (ISO 8601).")
@click.option("--until", help="Stays that began before then.")
@click.option("--json", "form", flag_value="json", help="One JSON object, for programs.")
@click.option("--csv", "form", flag_value="csv", help="Rows by day, rate and length of stay.")
def simulate(db: str, tariff: Path, since: str | None, until: str | None, form: str | None) -> None:
    """Price the stays in DB again under another tariff, and compare.

    How far it is stands on standard error, as DONE/ALL. Ends with 2 for input that cannot be used,
    with 4 for a database that cannot.
    """
    other = load_file(tariff)
    found = _compared(db, other, _period(since, until, other))
    if form == "json":
        import msgspec

        print(msgspec.json.encode(found).decode())
    elif form == "csv":
        from kiosk.reports.comparison_list import COMPARISON, comparison_rows
        from kiosk.reports.export import write_csv

        write_csv(COMPARISON, comparison_rows(found), sys.stdout.buffer)
    else:
        print("\n".join(_table(found)))


def _compared(db: str, other: Tariff, period: Period) -> Comparison:
    from kiosk.runtime.repricing import reprice
    from kiosk.store.store import Store
    from kiosk.store.trouble import StoreTrouble
    from kiosk.tariff.comparison import OtherCurrency

    try:
        store = Store.inspect(db)
        try:
            return reprice(store, other, period, _tell)
        finally:
            store.close()
    except OtherCurrency as trouble:
        refuse(f"--tariff: {trouble}. Give a tariff in the currency of the booth.")
    except (StoreTrouble, LookupError) as trouble:
        click.echo(str(trouble), err=True)
        sys.exit(NO_STORE)


def _period(since: str | None, until: str | None, other: Tariff) -> Period:
    from kiosk.store.past_stays import Period

    period = Period(
        read_instant("--since", since, other) if since else None,
        read_instant("--until", until, other) if until else None,
    )
    if period.since is not None and period.until is not None and period.until < period.since:
        refuse("--until is before --since. Swap them, or mend the one that is wrong.")
    return period


def _tell(done: int, of: int) -> None:
    click.echo(f"{done}/{of}", err=True)


def _table(found: Comparison) -> Iterable[str]:
    """The figures for a person at a terminal."""
    from kiosk.tariff.comparison import LONGER

    heads = ("", "stays", "as it is", "under the other", "change")
    yield _row(*heads)
    yield _share("All", found.total, found)
    yield _share("Dearer", found.dearer, found)
    yield _share("Cheaper", found.cheaper, found)
    yield _row("Unchanged", str(found.unchanged), "", "", "")
    yield f"More than double: {found.doubled}."
    yield f"Free so far, and charged then: {found.newly_charged}."
    yield f"The most that one stay would cost more: {shown(found.money(found.most_more_minor))}."
    for name, count in found.unpriced:
        yield f"No price for vehicle class {name!r}: {count} stays, counted nowhere."
    lengths = [
        ("longer" if minutes == LONGER else f"up to {minutes} min", share)
        for minutes, share in found.by_length
    ]
    days = [(day.isoformat(), share) for day, share in found.by_day]
    for title, shares in (("By rate", found.by_rate), ("By length", lengths), ("By day", days)):
        yield f"\n{title}"
        yield from (_share(f"  {name}", share, found) for name, share in shares)


def _share(name: str, share: Share, found: Comparison) -> str:
    amounts = (share.before_minor, share.after_minor, share.change_minor)
    return _row(name, str(share.stays), *(shown(found.money(minor)) for minor in amounts))


def _row(name: str, *cells: str) -> str:
    return f"{name:<24}" + "".join(f"{cell:>18}" for cell in cells)
