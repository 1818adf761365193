"""Flat prices: for the stay, or for every day or week it has a part of."""

import pytest

from tests.support.tariffs import bill, stay, tariff


def flat(per: str, more: str = "") -> str:
    return f'strategy = "flat"\n{more}\n[rate.flat]\nprice_minor = 500\nper = "{per}"'


@pytest.mark.parametrize(
    ("per", "came", "left", "days"),
    [
        ("entry", "2026-06-01 08:00", "2026-06-30 08:00", 1),
        ("calendar_day", "2026-06-01 08:00", "2026-06-01 08:00", 1),
        ("calendar_day", "2026-06-01 08:00", "2026-06-02 00:00", 1),
        ("calendar_day", "2026-06-01 08:00", "2026-06-02 00:01", 2),
        ("calendar_day", "2026-06-01 23:59", "2026-06-03 00:01", 3),
        ("calendar_day", "2026-03-29 00:00", "2026-03-30 00:00", 1),  # 23 hours
        ("calendar_day", "2026-10-25 00:00", "2026-10-26 00:00", 1),  # 25 hours
        ("calendar_day", "2028-02-28 12:00", "2028-03-01 12:00", 3),  # the leap day
        ("24h_from_entry", "2026-10-25 00:00", "2026-10-26 00:00", 2),
        ("24h_from_entry", "2026-06-01 08:00", "24:00", 1),
        ("24h_from_entry", "2026-06-01 08:00", "24:00+", 2),
        ('business_day"\nfrom = "04:00', "2026-06-01 22:00", "2026-06-02 04:00", 1),
        ('business_day"\nfrom = "04:00', "2026-06-01 03:59", "2026-06-01 04:01", 2),
        ("calendar_week", "2026-06-05 08:00", "2026-06-08 00:00", 1),  # Friday to Monday
        ("calendar_week", "2026-06-05 08:00", "2026-06-08 00:01", 2),
        ("7d_from_entry", "2026-06-05 08:00", "168:00", 1),
        ("7d_from_entry", "2026-06-05 08:00", "168:00+", 2),
    ],
)
def test_every_day_that_has_a_part_of_the_stay_is_paid(
    per: str, came: str, left: str, days: int
) -> None:
    assert stay(tariff(flat(per)), came, left).total.minor == days * 500


@pytest.mark.parametrize(
    ("per", "parked", "line"),
    [
        ("entry", "50:00", ("Flat price", 500)),
        ("24h_from_entry", "24:00", ("Day rate", 500)),
        ("24h_from_entry", "50:00", ("Day rate × 3", 1500)),
        ("7d_from_entry", "50:00", ("Weekly rate", 500)),
        ("7d_from_entry", "200:00", ("Weekly rate × 2", 1000)),
    ],
)
def test_the_bill_says_what_was_counted(per: str, parked: str, line: tuple[str, int]) -> None:
    assert bill(stay(tariff(flat(per)), "2026-06-01 08:00", parked)) == [line]


def test_days_from_entry_begin_at_the_entry_not_after_the_free_minutes() -> None:
    free = "free_minutes = 60\nfree_minutes_count = false"
    prices = tariff(flat("24h_from_entry", free))
    assert stay(prices, "2026-06-01 08:00", "24:00").total.minor == 500
    assert stay(prices, "2026-06-01 08:00", "24:01").total.minor == 1000


@pytest.mark.parametrize(
    ("per", "template"),
    [
        ("entry", "{price} for the whole stay"),
        ("calendar_day", "{price} a day"),
        ("calendar_week", "{price} a week"),
    ],
)
def test_the_summary_says_what_the_price_is_for(per: str, template: str) -> None:
    assert tariff(flat(per)).summary().template == template
