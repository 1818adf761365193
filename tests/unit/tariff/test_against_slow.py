"""The engine beside a second reading of the handbook page: the same lines, total and taxes.

The reference model (`tests/support/slow_tariff.py`) is slow and shares nothing with the engine.
Here are some thousand stays; `python -m tests.soak.tariffs` runs hundreds of thousands.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kiosk.tariff.visit import Visit
from tests.support.slow_cases import any_tariff
from tests.support.slow_compare import broken_law, difference, loaded, warns_of_falling
from tests.support.slow_visits import ZONES, any_visit, changes

chances = st.randoms(use_true_random=False)
thorough = settings(max_examples=120, suppress_health_check=list(HealthCheck))
"""A tariff is large for Hypothesis, and making one may take longer than pricing by it."""

TARIFFS, STAYS = 200, 12
GROUPS = 10


@pytest.mark.parametrize("group", range(GROUPS))
def test_random_stays_cost_what_the_page_says(group: int) -> None:
    for number in range(group, TARIFFS, GROUPS):
        chance = Random(number)
        table = any_tariff(chance)
        tariff = loaded(table)
        for _ in range(STAYS):
            visit = any_visit(chance, table)
            assert not broken_law(table, tariff, visit, chance), (table, visit)


@thorough
@given(chances)
def test_no_stay_is_found_that_costs_anything_else(chance: Random) -> None:
    table = any_tariff(chance)
    visit = any_visit(chance, table)
    assert not broken_law(table, loaded(table), visit, chance)


@pytest.mark.parametrize("zone", ZONES)
def test_days_and_nights_hold_where_clocks_change(zone: str) -> None:
    table = {**BY_THE_CLOCK, "zone": zone}
    tariff = loaded(table)
    for change in changes(zone, 2026) or (datetime(2028, 2, 29, tzinfo=UTC),):
        for hours in (-25, -3, -1, 0, 1):
            begin = change + timedelta(hours=hours)
            for minutes in (1, 59, 60, 61, 180, 1439, 1440, 1441, 3000):
                visit = Visit(begin, begin + timedelta(minutes=minutes))
                assert not difference(table, tariff, visit), (begin, minutes)


BANDS = [
    {"name": "Night", "from": "22:00", "to": "02:30", "flat_minor": 300},
    {"name": "Jump", "days": ["sat", "sun"], "from": "02:30", "to": "03:30", "flat_minor": 70},
    {"name": "Sunday", "days": ["sun"], "minutes": 45, "price_minor": 90},
    {"name": "Day", "minutes": 60, "price_minor": 110},
]
CAPS = [{"per": "calendar_day", "amount_minor": 900}]
BY_THE_CLOCK = {
    "name": "clocks",
    "currency": "EUR",
    "rate": [{"name": "all", "strategy": "bands", "bands": BANDS, "caps": CAPS}],
}


@thorough
@given(chances, st.integers(0, 100))
def test_going_out_and_coming_straight_back_costs_what_staying_does(
    chance: Random, percent: int
) -> None:
    table = any_tariff(chance)
    for key in ("tax", "rounding"):
        table.pop(key, None)
    if "rate" in table:
        table["reentry_minutes"] = 5
    tariff = loaded(table)
    visit = replace(any_visit(chance, table), earlier=(), validations=())
    length = visit.left_at.astimezone(UTC) - visit.entered_at.astimezone(UTC)
    middle = visit.entered_at.astimezone(UTC) + length * percent / 100
    first = replace(visit, left_at=middle)
    second = replace(visit, entered_at=middle, earlier=((visit.entered_at, middle),))
    assume("rate" in table and visit.entered_at < middle < visit.left_at)
    paid = tariff.price(first).total.minor + tariff.price(second).total.minor
    once = tariff.price(visit).total.minor
    assert paid == once or (paid > once and warns_of_falling(tariff, visit))


def test_the_model_sees_a_wrong_price() -> None:
    """The comparison itself can fail: the same stay under two files that differ by a cent."""
    visit = Visit(datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC))
    assert not difference(_flat(100), loaded(_flat(100)), visit)
    said = difference(_flat(100), loaded(_flat(101)), visit)
    assert said.startswith("total 101, the page says 100")


def _flat(minor: int) -> dict[str, Any]:
    rate = {"name": "all", "strategy": "flat", "flat": {"price_minor": minor}}
    return {"name": "flat", "currency": "EUR", "rate": [rate]}
