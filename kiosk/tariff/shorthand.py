"""The short form of a tariff file: one strategy, and a price for each class of vehicle.

It is short for a rate per class; files written before there were rates keep their prices.
"""

from __future__ import annotations

from kiosk.domain.money import Money
from kiosk.tariff.blocks import Block, Blocks
from kiosk.tariff.caps import Cap
from kiosk.tariff.civil import DAY_MINUTES
from kiosk.tariff.period import Per, Period
from kiosk.tariff.rate import Rate
from kiosk.tariff.reading import MOST_MINOR, Table
from kiosk.tariff.terms import Rules
from kiosk.tariff.when import When

CAP_DAYS = {"24h_from_entry": Per.FROM_ENTRY, "calendar": Per.CALENDAR_DAY}


def load(head: Table, rules: Rules) -> tuple[Rate, ...] | None:
    """Read `strategy = "blocks"`, `[blocks]` and `[prices.*]`; None for another strategy."""
    if head.read_choice("strategy", ("blocks",), required=True) is None:
        return None
    blocks = head.read_table("blocks", "Add a table [blocks] with minutes = 30")
    minutes = blocks.read_whole("minutes", 1, DAY_MINUTES)
    grace = blocks.read_whole("grace_minutes", 0, DAY_MINUTES, default=0)
    counts = blocks.read_flag("grace_counts", default=True)
    prices = head.read_table("prices", "Add a table [prices.car] with price_minor = 150")
    amounts = {name: _prices(prices, name) for name in prices.keys()}  # noqa: SIM118 - not a dict
    if not amounts:
        prices.refuse("car", "is missing", "Add a table [prices.car] with price_minor = 150")
    capped = any(cap is not None for _, cap in amounts.values())
    cap_day = blocks.read_choice("cap_day", tuple(CAP_DAYS), required=capped)
    per = CAP_DAYS[cap_day or "24h_from_entry"]
    period = Period(per, rules.calendar().zone if per is Per.CALENDAR_DAY else None)
    blocks.finish()
    return tuple(
        Rate(
            name=name,
            strategy=Blocks(Block(minutes, Money(price, rules.currency))),
            currency=rules.currency,
            when=When(vehicle_class=frozenset({name})),
            free_minutes=grace,
            free_minutes_count=counts,
            caps=() if cap is None else (Cap(Money(cap, rules.currency), period),),
        )
        for name, (price, cap) in amounts.items()
    )


def _prices(prices: Table, vehicle_class: str) -> tuple[int, int | None]:
    """The price of one block and the daily cap, both in minor units."""
    remedy = f"Write a table [prices.{vehicle_class}] with price_minor = 150"
    table = prices.read_table(vehicle_class, remedy)
    price = table.read_minor("price_minor")
    cap = table.read_whole("daily_cap_minor", 0, MOST_MINOR, default=-1)
    if 0 <= cap < price:
        problem = f"{cap} is less than one block costs ({price})"
        table.refuse("daily_cap_minor", problem, f"Write at least {price}, or lower price_minor")
    table.finish()
    return price, None if cap < 0 else cap
