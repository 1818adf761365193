"""`kiosk quote`: what a stay costs under a tariff file, and why."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kiosk.wire.english import english, shown

if TYPE_CHECKING:
    from kiosk.domain.quote import Quote
    from kiosk.domain.validation import Benefit
    from kiosk.tariff.tariff import Tariff
    from kiosk.tariff.visit import Interval

BAD_INPUT = 2
NUMBERED = ("time", "percent", "amount")
"""Validations with a number: minutes, whole percent, minor units."""


@click.command()
@click.option("--tariff", type=click.Path(path_type=Path), required=True, help="The tariff file.")
@click.option(
    "--in",
    "entered",
    required=True,
    help="When the car came, ISO 8601, such as 2026-11-20T08:15+01:00.",
)
@click.option(
    "--out",
    "left",
    required=True,
    help="When it leaves. Without an offset: the tariff's zone.",
)
@click.option("--vehicle", default="car", show_default=True, help="A vehicle class the tariff has.")
@click.option("--spot-type", default="", help="The type of spot, such as charging.")
@click.option("--zone", default="", help="The zone of the car park.")
@click.option("--occupancy", type=click.IntRange(0), help="How full it was at entry, in percent.")
@click.option("--booking", help="START/END of a booking.")
@click.option("--pass-group", help="The group of the pass that was shown.")
@click.option("--pass-valid", help="START/END of the pass's validity.")
@click.option("--earlier", multiple=True, help="START/END of an earlier stay; may be repeated.")
@click.option(
    "--validation",
    "validations",
    multiple=True,
    help="time:MINUTES, percent:PERCENT, amount:MINOR, rate:NAME or full; may be repeated.",
)
@click.option("--json", is_flag=True, help="One JSON object, for programs.")
def quote(
    tariff: Path,
    entered: str,
    left: str,
    vehicle: str,
    spot_type: str,
    zone: str,
    occupancy: int | None,
    booking: str | None,
    pass_group: str | None,
    pass_valid: str | None,
    earlier: tuple[str, ...],
    validations: tuple[str, ...],
    json: bool,
) -> None:
    """Price a stay line by line; ends with 2 and every mistake if the input cannot be used."""
    from kiosk.tariff.tariff import UnknownVehicleClass
    from kiosk.tariff.visit import Visit

    prices = load_file(tariff)
    visit = Visit(
        *_in_and_out(entered, left, prices),
        vehicle,
        spot_type,
        zone,
        occupancy_percent=occupancy,
        booking=_interval("--booking", booking, prices) if booking else None,
        pass_group=pass_group,
        pass_valid=_interval("--pass-valid", pass_valid, prices) if pass_valid else None,
        earlier=tuple(_interval("--earlier", each, prices) for each in earlier),
        validations=tuple(_benefit(each, prices) for each in validations),
    )
    try:
        found = prices.price(visit)
    except UnknownVehicleClass as unknown:
        refuse(f"--vehicle: {unknown}.")
    print(_as_json(found) if json else _as_table(found))


def load_file(path: Path) -> Tariff:
    """Read a tariff file, or end the program with every mistake in it."""
    from kiosk.tariff.catalogue import load_tariff
    from kiosk.tariff.reading import TariffErrors

    try:
        return load_tariff(path.read_text(encoding="utf-8"))
    except OSError as trouble:
        refuse(f"{path}: {trouble.strerror}. Give the path of a tariff file.")
    except UnicodeDecodeError:
        refuse(f"{path}: is not UTF-8 text. Save it as UTF-8.")
    except TariffErrors as errors:
        refuse("\n".join(f"{path}: {error}" for error in errors.errors))


def read_instant(option: str, text: str, tariff: Tariff) -> datetime:
    """An instant as written in an option, or the end of the program.

    Without an offset it is a time of day, read as the tariff reads its own.
    """
    from kiosk.tariff.civil import first_showing, to_moment

    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        refuse(f"{option}: {text!r} is no instant. Write it like 2026-11-20T08:15+01:00.")
    if instant.tzinfo is not None:
        return instant
    if tariff.zone is None:
        refuse(f"{option}: {text!r} has no offset and the tariff no zone. Add one, such as +01:00.")
    return to_moment(first_showing(tariff.zone, instant)).astimezone(tariff.zone)


def refuse(message: str) -> NoReturn:
    """End the program for input that cannot be used."""
    click.echo(message, err=True)
    sys.exit(BAD_INPUT)


def _in_and_out(entered: str, left: str, tariff: Tariff) -> Interval:
    begin, end = read_instant("--in", entered, tariff), read_instant("--out", left, tariff)
    if end < begin:
        refuse("--out is before --in. Swap them, or mend the one that is wrong.")
    return begin, end


def _interval(option: str, text: str, tariff: Tariff) -> Interval:
    begin, _, end = text.partition("/")
    interval = read_instant(option, begin, tariff), read_instant(option, end, tariff)
    if interval[1] < interval[0]:
        refuse(f"{option}: {text!r} ends before it begins. Write START/END.")
    return interval


def _benefit(text: str, tariff: Tariff) -> Benefit:
    from kiosk.domain.validation import Benefit, BenefitKind

    kind, _, value = text.partition(":")
    if kind in NUMBERED and value.isascii() and value.isdecimal():
        return Benefit(BenefitKind(kind), int(value))
    if kind == BenefitKind.RATE and value in {rate.name for rate in tariff.rates}:
        return Benefit(BenefitKind.RATE, rate=value)
    if kind == BenefitKind.FULL and not value:
        return Benefit(BenefitKind.FULL)
    names = ", ".join(rate.name for rate in tariff.rates)
    refuse(
        f"--validation: {text!r} is none. Write time:60, percent:25, amount:500 (minor units), "
        f"full, or rate: and one of {names}."
    )


def _as_json(quote: Quote) -> str:
    from msgspec import json

    from kiosk.wire.quotes import quoted

    return json.encode(quoted(quote)).decode()


def _as_table(quote: Quote) -> str:
    rows = [(english(line.text), shown(line.amount)) for line in quote.lines]
    rows.append(("Total", shown(quote.total)))
    rows += (
        (f"  {tax.label}, {tax.basis_points / 100:g} % of {shown(tax.net)}", shown(tax.tax))
        for tax in quote.taxes
    )
    width = max(32, *(len(text) for text, _ in rows))
    return "\n".join(f"{text:<{width}} {amount:>14}" for text, amount in rows)
