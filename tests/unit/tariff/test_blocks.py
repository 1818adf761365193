"""Blocks: what every started one costs, and the first one that may differ."""

import pytest

from tests.support.tariffs import bill, stay, tariff

FIRST_DIFFERS = tariff(
    """
    strategy = "blocks"
    [rate.blocks]
    minutes = 30
    price_minor = 150
    first_minutes = 60
    first_price_minor = 400
    """
)


@pytest.mark.parametrize(
    ("parked", "cents"),
    [
        ("0:00", 400),
        ("0:30", 400),
        ("1:00", 400),
        ("1:00+", 550),
        ("1:30", 550),
        ("1:30+", 700),
        ("24:00", 400 + 46 * 150),
    ],
)
def test_the_first_block_has_a_price_of_its_own(parked: str, cents: int) -> None:
    assert stay(FIRST_DIFFERS, "2026-06-01 08:00", parked).total.minor == cents


def test_the_bill_names_the_first_block_and_counts_the_others() -> None:
    assert bill(stay(FIRST_DIFFERS, "2026-06-01 08:00", "0:45")) == [("First 60 min", 400)]
    assert bill(stay(FIRST_DIFFERS, "2026-06-01 08:00", "3:10")) == [
        ("First 60 min", 400),
        ("5 × 30 min", 750),
    ]


def test_blocks_are_elapsed_time_whatever_the_clocks_do() -> None:
    spring = stay(FIRST_DIFFERS, "2026-03-29 01:30", "2026-03-29 03:30")
    autumn = stay(FIRST_DIFFERS, "2026-10-25 01:30", "2026-10-25 03:30")
    assert (spring.total.minor, autumn.total.minor) == (400, 400 + 4 * 150)


def test_the_summary_says_both_prices() -> None:
    summary = FIRST_DIFFERS.summary()
    assert summary.template == "{first} for the first {start} min, then {price} per {minutes} min"
    assert {name for name, _ in summary.values} == {"first", "start", "price", "minutes"}
