"""Subscriptions: what a pass covers is free, every stretch beside it is a stay of its own."""

import pytest

from tests.support.tariffs import HOURLY, RATE, bill, stay, tariff

ALWAYS = tariff(
    """
    [[rate]]
    name = "pass"
    when = { with_pass = true }
    strategy = "subscription"
    [rate.subscription]
    otherwise = "visitors"
    """
    + RATE
    + HOURLY
)
NIGHTS = tariff(
    """
    [[rate]]
    name = "residents"
    when = { pass_group = "residents" }
    strategy = "subscription"
    [rate.subscription]
    otherwise = "visitors"
    [[rate.subscription.covers]]
    from = "18:00"
    to = "08:00"
    [[rate.subscription.covers]]
    days = ["sat", "sun"]
    """
    + RATE
    + HOURLY.replace("[", "free_minutes = 15\n[")
)

HOURS = [("1 × 60 min", 100), ("10 × 60 min", 1000), ("1 × 60 min", 100)]
"""An evening's, a day's and a morning's."""


def test_a_pass_that_is_always_valid_covers_everything() -> None:
    quote = stay(ALWAYS, "2026-06-01 08:00", "900:00", pass_group="any")
    assert bill(quote) == [("Covered by a pass", 0)]


def test_without_a_pass_it_is_not_for_them() -> None:
    assert bill(stay(ALWAYS, "2026-06-01 08:00", "3:00")) == [("3 × 60 min", 300)]


@pytest.mark.parametrize(
    ("valid", "lines"),
    [
        (("2026-06-01 08:00", "2026-06-01 12:00"), [("Covered by a pass", 0)]),
        (
            ("2026-06-01 09:30", "2026-06-01 10:30"),
            [("Covered by a pass", 0), ("2 × 60 min", 200), ("2 × 60 min", 200)],
        ),
        (("2026-06-01 08:00", "2026-06-01 11:59"), [("Covered by a pass", 0), ("1 × 60 min", 100)]),
        (("2026-05-01 00:00", "2026-06-01 08:00"), [("4 × 60 min", 400)]),
        (("2026-06-01 12:00", "2026-07-01 00:00"), [("4 × 60 min", 400)]),
    ],
)
def test_time_outside_the_validity_is_paid(
    valid: tuple[str, str], lines: list[tuple[str, int]]
) -> None:
    quote = stay(ALWAYS, "2026-06-01 08:00", "4:00", pass_group="any", pass_valid=valid)
    assert bill(quote) == lines


@pytest.mark.parametrize(
    ("came", "left", "lines"),
    [
        ("2026-06-01 18:00", "14:00", [("Covered by a pass", 0)]),
        ("2026-06-01 18:00", "14:10", [("Covered by a pass", 0), ("First 15 min free", 0)]),
        ("2026-06-01 18:00", "14:20", [("Covered by a pass", 0), ("1 × 60 min", 100)]),
        ("2026-06-01 09:00", "1:30", [("2 × 60 min", 200)]),
        ("2026-06-05 18:00", "2026-06-08 08:00", [("Covered by a pass", 0)]),
        ("2026-10-24 17:50", "2026-10-25 08:00", [("Covered by a pass", 0)]),
        (
            "2026-06-01 17:00",
            "2026-06-03 09:00",
            [("Covered by a pass", 0), *HOURS],
        ),
    ],
)
def test_time_outside_its_hours_is_paid_stretch_by_stretch(
    came: str, left: str, lines: list[tuple[str, int]]
) -> None:
    assert bill(stay(NIGHTS, came, left, pass_group="residents")) == lines


def test_a_tariff_says_whether_it_has_a_rate_for_a_pass() -> None:
    assert ALWAYS.summary("car").template == "{price} per {minutes} min"
    assert ALWAYS.rates[0].summary().template == "Covered by a pass"
