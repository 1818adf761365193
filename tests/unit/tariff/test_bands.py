"""Bands: prices by time of day, kind of day and holiday, cases a site owner can read."""

import pytest

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from tests.support.tariffs import bill, stay, tariff

CITY = tariff(
    """
    strategy = "bands"
    [[rate.bands]]
    name = "Peak"
    days = ["mon", "tue", "wed", "thu", "fri"]
    from = "07:00"
    to = "09:30"
    minutes = 30
    price_minor = 200
    [[rate.bands]]
    name = "Night"
    from = "20:00"
    to = "06:00"
    flat_minor = 500
    [[rate.bands]]
    name = "Sunday"
    days = ["sun", "holiday"]
    minutes = 60
    price_minor = 100
    [[rate.bands]]
    name = "Day"
    minutes = 60
    price_minor = 250
    """,
    "holidays = [2026-05-01]",
)
OFFICE = tariff(
    """
    strategy = "bands"
    [[rate.bands]]
    name = "Office"
    days = ["mon", "tue", "wed", "thu", "fri"]
    from = "08:00"
    to = "18:00"
    minutes = 60
    price_minor = 300
    """
)
"""Nothing holds at night and at weekends."""
HALF_PAST_TWO = tariff(
    """
    strategy = "bands"
    [[rate.bands]]
    name = "Early"
    to = "02:30"
    minutes = 10
    price_minor = 1
    [[rate.bands]]
    name = "Late"
    from = "02:30"
    minutes = 10
    price_minor = 100
    """
)


@pytest.mark.parametrize(
    ("why", "came", "left", "lines"),
    [
        ("a peak hour", "2026-06-01 08:00", "1:00", [("Peak: 2 × 30 min", 400)]),
        ("no peak on Saturday", "2026-06-06 08:00", "1:00", [("Day: 1 × 60 min", 250)]),
        ("Sunday", "2026-06-07 08:00", "1:00", [("Sunday: 1 × 60 min", 100)]),
        ("a holiday on Friday", "2026-05-01 08:00", "1:00", [("Sunday: 1 × 60 min", 100)]),
        ("to the very edge", "2026-06-01 09:00", "0:30", [("Peak: 1 × 30 min", 200)]),
        (
            "and just beyond it",
            "2026-06-01 09:00",
            "0:30+",
            [("Peak: 1 × 30 min", 200), ("Day: 1 × 60 min", 250)],
        ),
        ("a block reaches over the edge", "2026-06-01 09:15", "0:30", [("Peak: 1 × 30 min", 200)]),
        (
            "and the next begins in the other band",
            "2026-06-01 19:30",
            "1:00",
            [("Day: 1 × 60 min", 250)],
        ),
        (
            "the night from 20:30, when the day's block is over",
            "2026-06-01 19:30",
            "1:01",
            [("Night", 500), ("Day: 1 × 60 min", 250)],
        ),
        ("a night is paid once", "2026-06-01 20:00", "2026-06-02 06:00", [("Night", 500)]),
        (
            "a day between two nights",
            "2026-06-01 23:00",
            "2026-06-02 21:00",
            [("Peak: 5 × 30 min", 1000), ("Night × 2", 1000), ("Day: 12 × 60 min", 3000)],
        ),
        ("the Friday night ends on Saturday", "2026-06-05 20:00", "10:00", [("Night", 500)]),
        ("the spring night has 9 hours", "2026-03-28 20:00", "9:00", [("Night", 500)]),
        ("the autumn night has 11", "2026-10-24 20:00", "11:00", [("Night", 500)]),
    ],
)
def test_a_block_belongs_to_the_band_in_which_it_begins(
    why: str, came: str, left: str, lines: list[tuple[str, int]]
) -> None:
    assert bill(stay(CITY, came, left)) == lines, why


@pytest.mark.parametrize(
    ("came", "left", "lines"),
    [
        ("2026-06-01 06:00", "2:00", [("No charge at this time", 0)]),
        ("2026-06-01 06:00", "2:00+", [("Office: 1 × 60 min", 300)]),
        ("2026-06-01 17:30", "13:00", [("Office: 1 × 60 min", 300)]),
        ("2026-06-05 17:30", "2026-06-08 08:00", [("Office: 1 × 60 min", 300)]),
        ("2026-06-05 17:30", "2026-06-08 08:30", [("Office: 2 × 60 min", 600)]),
    ],
)
def test_where_no_band_holds_time_is_free(
    came: str, left: str, lines: list[tuple[str, int]]
) -> None:
    assert bill(stay(OFFICE, came, left)) == lines


@pytest.mark.parametrize(
    ("came", "left", "early", "late"),
    [
        ("2026-06-01 02:00", "2026-06-01 03:00", 3, 3),
        ("2026-03-29 01:00", "2026-03-29 04:00", 6, 6),  # 02:30 is the jump to 03:00
        ("2026-10-25 01:00", "2026-10-25 04:00", 9, 15),  # 02:30 is the first of the two
    ],
)
def test_a_band_that_begins_in_the_hour_that_is_skipped_or_comes_twice(
    came: str, left: str, early: int, late: int
) -> None:
    assert stay(HALF_PAST_TWO, came, left).total.minor == early + 100 * late


def test_a_flat_window_that_is_interrupted_is_paid_once() -> None:
    prices = tariff(
        """
        strategy = "bands"
        [[rate.bands]]
        name = "Concert"
        from = "22:00"
        to = "23:00"
        minutes = 60
        price_minor = 900
        [[rate.bands]]
        name = "Night"
        from = "20:00"
        to = "06:00"
        flat_minor = 500
        """
    )
    night = bill(stay(prices, "2026-06-01 20:00", "10:00"))
    assert night == [("Concert: 1 × 60 min", 900), ("Night", 500)]


def test_a_flat_whole_day_is_paid_for_each_date() -> None:
    prices = tariff('strategy = "bands"\n[[rate.bands]]\nname = "Day"\nflat_minor = 700')
    assert bill(stay(prices, "2026-06-01 20:00", "28:00")) == [("Day × 2", 1400)]
    assert bill(stay(prices, "2026-06-01 20:00", "28:00+")) == [("Day × 3", 2100)]


def test_the_summary_says_the_lowest_price() -> None:
    summary = CITY.summary()
    assert summary == Text("From {price}, by time of day").with_values(price=Money(100))


FIRST = tariff(
    """
    strategy = "bands"
    [[rate.bands]]
    name = "Concert"
    days = ["mon"]
    from = "12:00"
    to = "13:00"
    flat_minor = 1000
    [[rate.bands]]
    name = "Day"
    from = "07:00"
    to = "19:00"
    first_minutes = 60
    first_price_minor = 200
    minutes = 30
    price_minor = 50
    [[rate.bands]]
    name = "Night"
    from = "19:00"
    to = "07:00"
    minutes = 120
    price_minor = 10
    """
)
DAY, MORE, NIGHT = "Day: first 60 min", "Day: {} × 30 min", "Night: {} × 120 min"


@pytest.mark.parametrize(
    ("came", "parked", "lines"),
    [
        ("2026-06-02 08:00", "0:01", [(DAY, 200)]),
        ("2026-06-02 08:00", "1:00", [(DAY, 200)]),
        ("2026-06-02 08:00", "1:00+", [(DAY, 200), (MORE.format(1), 50)]),
        ("2026-06-02 08:00", "2:00", [(DAY, 200), (MORE.format(2), 100)]),
        # It reaches over the end of its window; what follows begins after it.
        ("2026-06-02 18:30", "1:00", [(DAY, 200)]),
        ("2026-06-02 18:30", "1:00+", [(DAY, 200), (NIGHT.format(1), 10)]),
        # A night's block that reaches into the day: the day's first begins after it.
        ("2026-06-02 06:00", "2:00", [(NIGHT.format(1), 10)]),
        ("2026-06-02 06:00", "2:00+", [(DAY, 200), (NIGHT.format(1), 10)]),
        # Each day's window has one of its own.
        (
            "2026-06-02 18:00",
            "14:00",
            [("Day: 2 × first 60 min", 400), (NIGHT.format(6), 60)],
        ),
        # A window that an earlier band interrupts is still the same.
        (
            "2026-06-01 11:00",
            "3:00",
            [("Concert", 1000), (DAY, 200), (MORE.format(2), 100)],
        ),
    ],
)
def test_the_first_block_of_each_window_may_differ(
    came: str, parked: str, lines: list[tuple[str, int]]
) -> None:
    assert bill(stay(FIRST, came, parked)) == lines


def test_a_first_block_counts_as_the_lowest_price() -> None:
    cheap = 'strategy = "bands"\n[[rate.bands]]\nname = "Day"\nminutes = 60\nprice_minor = 300\n'
    first = "first_minutes = 15\nfirst_price_minor = 40\n"
    assert tariff(cheap + first).summary().values == (("price", Money(40)),)
