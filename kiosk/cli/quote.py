"""`kiosk quote`: what a stay costs under a tariff file, and why; also how a tariff is checked."""

from __future__ import annotations

import json as json_lines
import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kiosk.domain.money import Money
from kiosk.domain.wording import Text, Value

if TYPE_CHECKING:
    from kiosk.domain.quote import Quote
    from kiosk.tariff.tariff import Tariff

BAD_INPUT = 2


@click.command()
@click.option(
    "--tariff", type=click.Path(path_type=Path), required=True, help="The tariff file (TOML)."
)
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
@click.option("--json", is_flag=True, help="One JSON object, for programs.")
def quote(tariff: Path, entered: str, left: str, vehicle: str, json: bool) -> None:
    """Price a stay line by line; ends with 2 and every mistake if the input cannot be used."""
    from kiosk.tariff.tariff import UnknownVehicleClass

    price_list = _load(tariff)
    begin = _instant("--in", entered, price_list)
    end = _instant("--out", left, price_list)
    if end < begin:
        _refuse("--out is before --in. Swap them, or mend the one that is wrong.")
    try:
        found = price_list.quote(begin, end, vehicle)
    except UnknownVehicleClass as unknown:
        _refuse(f"--vehicle: {unknown}.")
    print(_as_json(found) if json else _as_table(found))


def _load(path: Path) -> Tariff:
    from kiosk.tariff.catalogue import load_tariff
    from kiosk.tariff.reading import TariffErrors

    try:
        return load_tariff(path.read_text(encoding="utf-8"))
    except OSError as trouble:
        _refuse(f"{path}: {trouble.strerror}. Give the path of a tariff file.")
    except UnicodeDecodeError:
        _refuse(f"{path}: is not UTF-8 text. Save it as UTF-8.")
    except TariffErrors as errors:
        _refuse("\n".join(f"{path}: {error}" for error in errors.errors))


def _instant(option: str, text: str, tariff: Tariff) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        _refuse(f"{option}: {text!r} is no instant. Write it like 2026-11-20T08:15+01:00.")
    if instant.tzinfo is not None:
        return instant
    if tariff.zone is None:
        _refuse(
            f"{option}: {text!r} has no offset and the tariff no zone. Add one, such as +01:00."
        )
    return instant.replace(tzinfo=tariff.zone)


def _as_json(quote: Quote) -> str:
    lines = [{"text": _english(line.text), "minor": line.amount.minor} for line in quote.lines]
    answer = {"currency": quote.currency, "total_minor": quote.total.minor, "lines": lines}
    return json_lines.dumps(answer, ensure_ascii=False)


def _as_table(quote: Quote) -> str:
    rows = [(_english(line.text), _shown(line.amount)) for line in quote.lines]
    rows.append(("Total", _shown(quote.total)))
    return "\n".join(f"{text:<32} {amount:>14}" for text, amount in rows)


def _english(text: Text) -> str:
    return text.template.format(**{name: _shown(value) for name, value in text.values})


def _shown(value: Value) -> str:
    if not isinstance(value, Money):
        return str(value)
    from babel.numbers import format_currency

    exact = Decimal(value.minor).scaleb(-value.digits)
    return str(format_currency(exact, value.currency, locale="en"))


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(BAD_INPUT)
