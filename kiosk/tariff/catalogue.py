"""From a tariff file to a tariff: the list of strategies and the loader that checks everything."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from kiosk.tariff import bands, blocks, caps, demand, flat, overstay, shorthand, slabs, subscription
from kiosk.tariff import when as conditions
from kiosk.tariff.civil import DAY_MINUTES
from kiosk.tariff.meter import Strategy
from kiosk.tariff.rate import Rate
from kiosk.tariff.reading import MOST_MINUTES, ZONE_REMEDY, Table, TariffError, TariffErrors
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.tax import load_rounding, load_tax
from kiosk.tariff.terms import Rules, read_dates, read_moment

Loader = Callable[[Table, Rules], Strategy | None]
"""Reads a strategy's keys of a rate; None where the rate it names has mistakes of its own."""

STRATEGIES: Mapping[str, Loader] = MappingProxyType(
    {
        "flat": flat.load,
        "blocks": blocks.load,
        "slabs": slabs.load,
        "bands": bands.load,
        "demand": demand.load,
        "subscription": subscription.load,
    }
)


def load_tariff(text: str) -> Tariff:
    """Read a tariff file, TOML or JSON. Raises `TariffErrors` naming every mistake in it."""
    errors: list[TariffError] = []
    head = Table(_decoded(text), errors)
    name = head.read_text("name", 'Write a short name, such as name = "standard"')
    version = head.read_whole("version", 1, 1_000_000, default=1)
    currency = _currency(head)
    rules = Rules(currency, head.read_zone("zone"), read_dates(head, "holidays"))
    valid_from = read_moment(head, "valid_from", rules)
    reentry = head.read_whole("reentry_minutes", 0, DAY_MINUTES, default=0)
    taxation, rounding = load_tax(head), load_rounding(head)
    short = head.has("strategy") and not head.has("rate")
    rates = shorthand.load(head, rules) if short else _rates(head, rules, errors)
    if rules.needs_zone:
        head.require("zone", ZONE_REMEDY)
    if rates is not None:  # a short form of an unknown strategy has keys nobody asked for
        head.finish()
    if errors:
        raise TariffErrors(tuple(errors))
    return Tariff(
        name=name,
        version=version,
        currency=currency,
        rates=rates or (),
        zone=rules.zone,
        holidays=rules.holidays,
        valid_from=valid_from,
        reentry_minutes=reentry,
        taxation=taxation,
        rounding=rounding,
    )


def _decoded(text: str) -> Mapping[str, object]:
    if text.lstrip().startswith("{"):  # which no TOML file does
        try:
            values = json.loads(text, object_pairs_hook=_once)
        except (ValueError, RecursionError) as trouble:
            remedy = "Mend it; every text and every key needs double quotes"
            raise TariffErrors((TariffError("file", f"is not JSON: {trouble}", remedy),)) from None
        return dict(values)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as trouble:
        remedy = "Mend the line; every text needs quotes"
        raise TariffErrors((TariffError("file", f"is not TOML: {trouble}", remedy),)) from None


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; a key written twice is a mistake, as it is in TOML."""
    values: dict[str, object] = {}
    for key, value in pairs:
        if key in values:
            raise ValueError(f"{key!r} is there twice")
        values[key] = value
    return values


def _currency(head: Table) -> str:
    remedy = 'Write the three letters of ISO 4217, such as currency = "EUR"'
    currency = head.read_text("currency", remedy)
    if currency and not re.fullmatch("[A-Z]{3}", currency):
        head.refuse("currency", f"{currency!r} is not a currency code", remedy)
    return currency


def _rates(head: Table, rules: Rules, errors: list[TariffError]) -> tuple[Rate, ...]:
    """All rates, read from the last to the first: a rate may name those below it."""
    tables = head.read_tables("rate", "Add a [[rate]] with a name and a strategy")
    rates: list[Rate] = []
    below: dict[str, Strategy | None] = {}
    rules.below = below
    mistakes: list[list[TariffError]] = []
    last = _last_for_all(tables)
    for table in reversed(tables):
        mark = len(errors)
        name = table.read_text("name", 'Write a name of its own, such as name = "visitors"')
        if name in below:
            table.refuse("name", f"another rate is called {name!r} too", "Give it another name")
        rate = _rate(table, name, rules, last=table is last)
        if name:
            below[name] = rate
        if rate is not None:
            rates.append(rate)
        mistakes.append(errors[mark:])
        del errors[mark:]
    for found in reversed(mistakes):
        errors.extend(found)
    return tuple(reversed(rates))


def _last_for_all(tables: list[Table]) -> Table | None:
    """The last rate that applies by itself; where there is none, the last of all."""
    found = [table for table in tables if table.peek("by_name_only") is not True]
    return next(reversed(found or tables), None)


def _rate(table: Table, name: str, rules: Rules, last: bool) -> Rate | None:
    when = conditions.load(table, rules)
    by_name_only = table.read_flag("by_name_only")
    if by_name_only and table.has("when"):
        table.refuse("when", "a rate that is only named has no conditions", "Remove one of the two")
    if last and (by_name_only or table.has("when")):
        remedy = "Add a last [[rate]] without when and by_name_only"
        table.refuse("when", "the last rate must be for everybody", remedy)
    strategy = table.read_choice("strategy", tuple(STRATEGIES), required=True)
    if strategy == "subscription" and not when.needs_pass:
        remedy = "Write when = { with_pass = true }, or the pass_group"
        table.refuse("when", "a subscription is for passes", remedy)
    grace = table.read_whole("entry_grace_minutes", 0, DAY_MINUTES, default=0)
    free = table.read_whole("free_minutes", 0, MOST_MINUTES, default=0)
    counts = table.read_flag("free_minutes_count", default=True)
    charging = STRATEGIES[strategy](table, rules) if strategy else None
    capped, fee = caps.load(table, rules), overstay.load(table, rules)
    if strategy:  # without one, every key of its own would be called unknown
        table.finish()
    if charging is None:
        return None
    return Rate(
        name, charging, rules.currency, when, by_name_only, grace, free, counts, capped, fee
    )
