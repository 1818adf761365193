"""Slabs: the length of a stay decides the price of the whole of it."""

import pytest

from kiosk.tariff.tariff import Tariff
from tests.support.tariffs import bill, stay, tariff

ROWS = """
    strategy = "slabs"
    {restart}
    [[rate.slabs]]
    up_to_minutes = 60
    price_minor = 200
    [[rate.slabs]]
    up_to_minutes = 180
    price_minor = 500
    [[rate.slabs]]
    {last}
"""
FIXED = tariff(ROWS.format(restart="", last="price_minor = 2000"))
FURTHER = tariff(ROWS.format(restart="", last="each_minutes = 60\neach_minor = 150"))
DAILY = tariff(
    ROWS.format(restart='slabs_restart = "calendar_day"', last="price_minor = 2000"),
)
NIGHTLY = tariff(
    ROWS.format(
        restart='slabs_restart = "business_day"\nslabs_restart_from = "04:00"',
        last="each_minutes = 60\neach_minor = 150",
    )
)
OPEN = tariff('strategy = "slabs"\n[[rate.slabs]]\neach_minutes = 20\neach_minor = 70')
ONE = tariff(
    'strategy = "slabs"\nslabs_restart = "24h_from_entry"\n[[rate.slabs]]\nprice_minor = 70'
)


@pytest.mark.parametrize(
    ("parked", "fixed", "further"),
    [
        ("0:00", 200, 200),
        ("1:00", 200, 200),
        ("1:00+", 500, 500),
        ("3:00", 500, 500),
        ("3:00+", 2000, 650),
        ("4:00", 2000, 650),
        ("4:00+", 2000, 800),
        ("100:00", 2000, 500 + 97 * 150),
    ],
)
def test_a_length_is_in_the_slab_up_to_and_including_its_end(
    parked: str, fixed: int, further: int
) -> None:
    assert stay(FIXED, "2026-06-01 08:00", parked).total.minor == fixed
    assert stay(FURTHER, "2026-06-01 08:00", parked).total.minor == further


@pytest.mark.parametrize(
    ("came", "left", "cents"),
    [
        ("2026-06-01 23:00", "2026-06-02 00:00", 200),
        ("2026-06-01 23:00", "2026-06-02 00:01", 400),
        ("2026-06-01 22:00", "2026-06-03 02:30", 500 + 2000 + 500),
        ("2026-03-29 00:00", "2026-03-29 04:00", 500),  # 3 hours
        ("2026-10-25 00:00", "2026-10-25 03:00", 2000),  # 4 hours
    ],
)
def test_with_a_restart_each_day_is_priced_by_itself(came: str, left: str, cents: int) -> None:
    assert stay(DAILY, came, left).total.minor == cents


def test_a_business_day_restarts_at_its_hour() -> None:
    assert stay(NIGHTLY, "2026-06-01 03:00", "2026-06-01 08:30").total.minor == 200 + 500 + 300


@pytest.mark.parametrize(
    ("prices", "parked", "lines"),
    [
        (FIXED, "0:30", [("Up to 60 min", 200)]),
        (FIXED, "5:00", [("Over 180 min", 2000)]),
        (FURTHER, "5:00", [("Up to 180 min", 500), ("2 × 60 min", 300)]),
        (DAILY, "40:10", [("Up to 60 min", 200), ("2 × over 180 min", 4000)]),
        (DAILY, "49:00", [("3 × over 180 min", 6000)]),
        (NIGHTLY, "22:00", [("2 × up to 180 min", 1000), ("17 × 60 min", 2550)]),
        (OPEN, "1:00", [("3 × 20 min", 210)]),
        (ONE, "1:00", [("Flat price", 70)]),
        (ONE, "30:00", [("Flat price × 2", 140)]),
    ],
)
def test_the_bill_names_the_slab(prices: Tariff, parked: str, lines: list[tuple[str, int]]) -> None:
    assert bill(stay(prices, "2026-06-01 08:00", parked)) == lines


@pytest.mark.parametrize(
    ("prices", "template"),
    [
        (FIXED, "{price} up to {minutes} min, more by length of stay"),
        (OPEN, "{price} per {minutes} min"),
        (ONE, "{price} for the whole stay"),
    ],
)
def test_the_summary_says_how_it_begins(prices: Tariff, template: str) -> None:
    assert prices.summary().template == template


def test_the_length_counts_from_the_end_of_free_minutes_that_do_not_count() -> None:
    rows = ROWS.format(
        restart="free_minutes = 30\nfree_minutes_count = false", last="price_minor = 2000"
    )
    assert stay(tariff(rows), "2026-06-01 08:00", "1:30").total.minor == 200
    assert stay(tariff(rows), "2026-06-01 08:00", "1:30+").total.minor == 500
