"""Demand: another rate's price, multiplied by how full it was at entry."""

import pytest

from tests.support.tariffs import RATE, bill, stay, tariff

STEPS = """
[[rate]]
name = "today"
strategy = "demand"
[rate.demand]
rate = "visitors"
{most}
[[rate.demand.steps]]
from_percent = 90
price_percent = 250
[[rate.demand.steps]]
from_percent = 20
price_percent = 75
"""
PLAIN = RATE + 'strategy = "blocks"\n[rate.blocks]\nminutes = 60\nprice_minor = 150\n'
CAPPED = '[[rate.caps]]\nper = "entry"\namount_minor = {most}\n'
PRICES = tariff(STEPS.format(most="") + PLAIN)


@pytest.mark.parametrize(
    ("occupancy", "cents"),
    [(None, 150), (0, 150), (19, 150), (20, 113), (89, 113), (90, 375), (140, 375)],
)
def test_the_highest_step_that_is_reached_counts(occupancy: int | None, cents: int) -> None:
    quote = stay(PRICES, "2026-06-01 08:00", "1:00", occupancy=occupancy)
    assert quote.total.minor == cents


def test_the_bill_shows_the_plain_price_and_the_change() -> None:
    assert bill(stay(PRICES, "2026-06-01 08:00", "3:00", occupancy=95)) == [
        ("3 × 60 min", 450),
        ("Demand 250 %", 675),
    ]
    assert bill(stay(PRICES, "2026-06-01 08:00", "3:00")) == [("3 × 60 min", 450)]


def test_there_is_a_most() -> None:
    prices = tariff(STEPS.format(most="most_percent = 120") + PLAIN)
    assert stay(prices, "2026-06-01 08:00", "1:00", occupancy=95).total.minor == 180


def test_the_named_rates_caps_come_before_and_the_own_ones_after() -> None:
    own = CAPPED.format(most=900)
    prices = tariff(STEPS.format(most="") + own + PLAIN + CAPPED.format(most=400))
    assert bill(stay(prices, "2026-06-01 08:00", "5:00", occupancy=95)) == [
        ("5 × 60 min", 750),
        ("Cap for the stay", -350),
        ("Demand 250 %", 600),
        ("Cap for the stay", -100),
    ]


def test_the_named_rates_free_minutes_count_its_grace_and_fee_do_not() -> None:
    other = 'strategy = "blocks"\nentry_grace_minutes = 120\nfree_minutes = 30\n'
    other += "free_minutes_count = false\n[rate.blocks]\nminutes = 60\nprice_minor = 100\n"
    other += "[rate.overstay]\nmax_stay_minutes = 1\nprice_minor = 9000\n"
    prices = tariff(STEPS.format(most="") + RATE + other)
    assert bill(stay(prices, "2026-06-01 08:00", "1:45", occupancy=95)) == [
        ("First 30 min free", 0),
        ("2 × 60 min", 200),
        ("Demand 250 %", 300),
    ]


def test_the_summary_is_that_of_quiet_hours() -> None:
    assert PRICES.summary() == PRICES.rates[1].summary()
    assert PRICES.asks_occupancy
    assert not tariff(PLAIN).asks_occupancy
