"""From a tariff file to a tariff: the list of strategies and the loader that checks everything."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.tariff.blocks import Blocks, CapDay, DailyCap
from kiosk.tariff.reading import ZONE_REMEDY, Table, TariffError, TariffErrors
from kiosk.tariff.tariff import Strategy, Tariff

MOST_MINOR = 100_000_000
"""No price or cap above a million in the usual currencies: a slipped finger, not a tariff."""
DAY_MINUTES = 1_440

Loader = Callable[[Table, str, ZoneInfo | None], Mapping[str, Strategy]]
"""Reads the rest of the file (given its currency and zone) into a strategy per vehicle class."""


def load_tariff(toml_text: str) -> Tariff:
    """Read a tariff file. Raises `TariffErrors` naming every mistake in it."""
    try:
        values = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as trouble:
        remedy = "Mend the line; every text needs quotes"
        raise TariffErrors((TariffError("file", f"is not TOML: {trouble}", remedy),)) from None
    errors: list[TariffError] = []
    table = Table(values, errors)
    name = table.read_text("name", 'Write a short name, such as name = "standard"')
    version = table.read_whole("version", 1, 1_000_000, default=1)
    currency = _currency(table)
    zone = table.read_zone("zone")
    strategy = table.read_choice("strategy", tuple(STRATEGIES), required=True)
    rates = STRATEGIES[strategy](table, currency, zone) if strategy else {}
    if strategy:  # without one, every key of its own would be called unknown
        table.finish()
    if errors:
        raise TariffErrors(tuple(errors))
    return Tariff(name, version, currency, MappingProxyType(dict(rates)), zone)


def _load_blocks(table: Table, currency: str, zone: ZoneInfo | None) -> Mapping[str, Strategy]:
    blocks = table.read_table("blocks", "Add a table [blocks] with minutes = 30")
    minutes = blocks.read_whole("minutes", 1, DAY_MINUTES)
    grace = blocks.read_whole("grace_minutes", 0, DAY_MINUTES, default=0)
    counts = blocks.read_flag("grace_counts", default=True)
    prices = table.read_table("prices", "Add a table [prices.car] with price_minor = 150")
    amounts = {name: _prices(prices, name) for name in prices.keys()}  # noqa: SIM118 - not a dict
    if not amounts:
        prices.refuse("car", "is missing", "Add a table [prices.car] with price_minor = 150")
    capped = any(cap is not None for _, cap in amounts.values())
    cap_day = blocks.read_choice("cap_day", tuple(CapDay), required=capped)
    calendar = cap_day == CapDay.CALENDAR
    if calendar:
        table.require("zone", ZONE_REMEDY)
    blocks.finish()
    return {
        name: Blocks(
            price=Money(price, currency),
            minutes=minutes,
            grace_minutes=grace,
            grace_counts=counts,
            cap=None if cap is None else DailyCap(Money(cap, currency), zone if calendar else None),
        )
        for name, (price, cap) in amounts.items()
    }


def _prices(prices: Table, vehicle_class: str) -> tuple[int, int | None]:
    """The price of one block and the daily cap, both in minor units."""
    remedy = f"Write a table [prices.{vehicle_class}] with price_minor = 150"
    table = prices.read_table(vehicle_class, remedy)
    price = table.read_whole("price_minor", 0, MOST_MINOR)
    cap = table.read_whole("daily_cap_minor", 0, MOST_MINOR, default=-1)
    if 0 <= cap < price:
        problem = f"{cap} is less than one block costs ({price})"
        table.refuse("daily_cap_minor", problem, f"Write at least {price}, or lower price_minor")
    table.finish()
    return price, None if cap < 0 else cap


def _currency(table: Table) -> str:
    remedy = 'Write the three letters of ISO 4217, such as currency = "EUR"'
    currency = table.read_text("currency", remedy)
    if currency and not re.fullmatch("[A-Z]{3}", currency):
        table.refuse("currency", f"{currency!r} is not a currency code", remedy)
    return currency


STRATEGIES: Mapping[str, Loader] = MappingProxyType({"blocks": _load_blocks})
