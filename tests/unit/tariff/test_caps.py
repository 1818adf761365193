"""Caps: every meaning of a day, one cap after another, and charges at the very edges."""

import pytest

from tests.support.tariffs import HOURLY, bill, stay, tariff


def capped(*caps: str, rate: str = HOURLY) -> str:
    return rate + "".join(f"[[rate.caps]]\n{cap}\n" for cap in caps)


def cap(per: str, most: int, begins: str = "", ends: str = "") -> str:
    hours = (f'from = "{begins}"\n' if begins else "") + (f'to = "{ends}"\n' if ends else "")
    return f'per = "{per}"\namount_minor = {most}\n{hours}'


@pytest.mark.parametrize(
    ("per", "came", "left", "cents"),
    [
        (cap("calendar_day", 500), "2026-06-01 20:00", "2026-06-02 04:00", 400 + 400),
        (cap("calendar_day", 500), "2026-06-01 10:00", "2026-06-02 04:00", 500 + 400),
        (cap("calendar_day", 500), "2026-06-01 10:30", "2026-06-02 00:30", 500),
        (cap("calendar_day", 500), "2026-06-01 10:30", "2026-06-02 00:31", 500 + 100),
        (cap("calendar_day", 2400), "2026-10-25 00:00", "2026-10-26 00:00", 2400),
        (cap("24h_from_entry", 2400), "2026-10-25 00:00", "2026-10-26 00:00", 2500),
        (cap("24h_from_entry", 500), "2026-06-01 20:00", "2026-06-02 04:00", 500),
        (cap("24h_from_entry", 500), "2026-06-01 20:00", "24:00", 500),
        (cap("24h_from_entry", 500), "2026-06-01 20:00", "24:00+", 600),
        (cap("business_day", 500, "04:00"), "2026-06-01 20:00", "2026-06-02 04:00", 500),
        (cap("business_day", 500, "04:00"), "2026-06-01 20:00", "2026-06-02 05:00", 600),
        (
            cap("night", 300, "20:00", "06:00"),
            "2026-06-01 18:00",
            "2026-06-02 08:00",
            200 + 300 + 200,
        ),
        (
            cap("night", 300, "00:00", "06:00"),
            "2026-06-01 18:00",
            "2026-06-02 08:00",
            600 + 300 + 200,
        ),
        (cap("night", 300, "20:00", "06:00"), "2026-03-28 20:00", "9:00", 300),
        (cap("calendar_week", 5000), "2026-06-01 00:00", "2026-06-08 00:00", 5000),
        (cap("calendar_week", 5000), "2026-06-07 00:00", "2026-06-09 00:00", 2400 + 2400),
        (cap("7d_from_entry", 5000), "2026-06-07 00:00", "2026-06-14 01:00", 5000 + 100),
        (cap("entry", 700), "2026-06-01 00:00", "2026-06-14 01:00", 700),
        (cap("entry", 0), "2026-06-01 00:00", "2026-06-14 01:00", 0),
    ],
)
def test_no_day_costs_more_than_its_cap(per: str, came: str, left: str, cents: int) -> None:
    assert stay(tariff(capped(per)), came, left).total.minor == cents


def test_caps_apply_one_after_another_and_each_has_its_line() -> None:
    prices = tariff(
        capped(
            cap("night", 200, "20:00", "06:00"),
            cap("calendar_day", 900),
            cap("calendar_week", 2000),
            cap("entry", 2500),
        )
    )
    assert bill(stay(prices, "2026-06-01 12:00", "2026-06-09 12:00")) == [
        ("192 × 60 min", 19_200),
        ("Night cap × 8", -6400),  # 8 nights of 10 hours
        ("Daily cap × 8", -100 - 7 * 700),  # 8 hours and a night; 14 hours and a night
        ("Weekly cap", -4300),  # the first has 7 days at 9.00
        ("Cap for the stay", -1000),
    ]


@pytest.mark.parametrize(
    ("per", "line"),
    [
        (cap("calendar_day", 500), "Daily cap × 2"),
        (cap("night", 300, "20:00", "06:00"), "Night cap"),
        (cap("7d_from_entry", 500), "Weekly cap"),
        (cap("entry", 500), "Cap for the stay"),
    ],
)
def test_a_cap_is_named_for_what_it_is(per: str, line: str) -> None:
    assert bill(stay(tariff(capped(per)), "2026-06-01 12:00", "24:00"))[-1][0] == line


def test_a_cap_that_was_not_reached_has_no_line() -> None:
    prices = tariff(capped(cap("calendar_day", 500)))
    assert bill(stay(prices, "2026-06-01 12:00", "5:00")) == [("5 × 60 min", 500)]


def test_days_from_entry_begin_at_the_entry_not_after_the_free_minutes() -> None:
    rate = HOURLY.replace("[", "free_minutes = 60\nfree_minutes_count = false\n[")
    prices = tariff(capped(cap("24h_from_entry", 500), rate=rate))
    assert stay(prices, "2026-06-01 08:00", "24:00").total.minor == 500
    assert stay(prices, "2026-06-01 08:00", "24:01").total.minor == 600


def test_a_price_that_falls_never_becomes_negative_under_a_cap() -> None:
    rate = """
        strategy = "slabs"
        [[rate.slabs]]
        up_to_minutes = 1440
        price_minor = 2000
        [[rate.slabs]]
        price_minor = 300
    """
    prices = tariff(capped(cap("24h_from_entry", 1000), rate=rate))
    assert stay(prices, "2026-06-01 08:00", "24:00").total.minor == 1000
    assert bill(stay(prices, "2026-06-01 08:00", "25:00")) == [
        ("Over 1440 min", 300),
        ("Daily cap", -300),
    ]


@pytest.mark.parametrize(
    ("per", "days", "came", "left", "cents"),
    [
        (
            cap("calendar_day", 500),
            ["sun"],
            "2026-06-06 14:00",
            "2026-06-08 10:00",
            1000 + 500 + 1000,
        ),
        (
            cap("calendar_day", 500),
            ["mon"],
            "2026-06-06 14:00",
            "2026-06-08 10:00",
            1000 + 2400 + 500,
        ),
        (cap("calendar_day", 500), ["holiday"], "2026-12-25 10:00", "10:00", 500),
        (cap("calendar_day", 500), ["fri"], "2026-12-25 10:00", "10:00", 1000),  # it is a holiday
        # A night and a business day are their first date's.
        (cap("night", 300, "20:00", "06:00"), ["sun"], "2026-06-07 20:00", "10:00", 300),
        (cap("night", 300, "20:00", "06:00"), ["mon"], "2026-06-07 20:00", "10:00", 1000),
        (cap("business_day", 300, "04:00"), ["sun"], "2026-06-08 00:00", "10:00", 300 + 600),
        # 24 hours from the entry, the stay: the entry's. A calendar week: its Monday's.
        (cap("24h_from_entry", 500), ["sat"], "2026-06-06 20:00", "48:00", 500 + 2400),
        (cap("entry", 500), ["sat"], "2026-06-06 20:00", "48:00", 500),
        (cap("entry", 500), ["sun"], "2026-06-06 20:00", "48:00", 4800),
        (cap("calendar_week", 500), ["mon"], "2026-06-03 10:00", "10:00", 500),
        (cap("calendar_week", 500), ["wed"], "2026-06-03 10:00", "10:00", 1000),
    ],
)
def test_a_cap_for_some_days_is_for_what_begins_on_them(
    per: str, days: list[str], came: str, left: str, cents: int
) -> None:
    prices = tariff(capped(f"{per}days = {days}\n"), "holidays = [2026-12-25]")
    assert stay(prices, came, left).total.minor == cents


def test_a_cap_says_its_name_where_it_has_one() -> None:
    named = capped(cap("calendar_day", 500) + 'days = ["sat", "sun"]\nname = "Weekend price"\n')
    one = bill(stay(tariff(named), "2026-06-06 10:00", "10:00"))
    assert one == [("10 × 60 min", 1000), ("Weekend price", -500)]
    two = bill(stay(tariff(named), "2026-06-06 14:00", "24:00"))
    assert two == [("24 × 60 min", 2400), ("Weekend price × 2", -1400)]


def test_a_cap_for_some_days_is_no_daily_price() -> None:
    some = tariff(capped(cap("calendar_day", 500) + 'days = ["sun"]\n'))
    assert some.summary().template == "{price} per {minutes} min"
