"""Coming back: a car that returns soon goes on with its stay and pays what this visit added."""

import pytest

from kiosk.domain.quote import LineKind
from tests.support.tariffs import HOURLY, bill, stay, tariff

FREE = HOURLY.replace("[", "free_minutes = 30\n[")
PRICES = tariff(FREE, "reentry_minutes = 20")
ALONE = tariff(FREE)


@pytest.mark.parametrize(
    ("earlier", "lines"),
    [
        ((), [("First 30 min free", 0)]),
        # 20 minutes away are still the same stay, 8:00 to 9:20; its first half hour was free.
        (
            (("2026-06-01 08:00", "2026-06-01 08:40"),),
            [("2 × 60 min", 200), ("Charged with the earlier stay", -100)],
        ),
        ((("2026-06-01 08:00", "2026-06-01 08:30"),), [("2 × 60 min", 200)]),
        ((("2026-06-01 08:00", "2026-06-01 08:29"),), [("First 30 min free", 0)]),
        # One joins the other, and a wider gap ends it; in any order.
        (
            (
                ("2026-06-01 08:35", "2026-06-01 08:45"),
                ("2026-06-01 05:00", "2026-06-01 06:00"),
                ("2026-06-01 07:05", "2026-06-01 08:15"),
            ),
            [("3 × 60 min", 300), ("Charged with the earlier stay", -200)],
        ),
        # What is no earlier stay is left out.
        ((("2026-06-01 09:10", "2026-06-01 09:15"),), [("First 30 min free", 0)]),
    ],
)
def test_a_short_way_out_is_part_of_the_stay(
    earlier: tuple[tuple[str, str], ...], lines: list[tuple[str, int]]
) -> None:
    assert bill(stay(PRICES, "2026-06-01 08:50", "0:30", earlier=earlier)) == lines


def test_without_the_rule_every_stay_is_its_own() -> None:
    earlier = (("2026-06-01 08:00", "2026-06-01 08:50"),)
    assert stay(ALONE, "2026-06-01 08:50", "0:30", earlier=earlier).total.minor == 0


def test_two_visits_cost_what_the_whole_costs() -> None:
    first = stay(PRICES, "2026-06-01 08:00", "1:40").total.minor
    earlier = (("2026-06-01 08:00", "2026-06-01 09:40"),)
    second = stay(PRICES, "2026-06-01 09:50", "2:00", earlier=earlier).total.minor
    assert first + second == stay(PRICES, "2026-06-01 08:00", "3:50").total.minor


def test_a_fee_is_charged_once() -> None:
    rules = HOURLY + "[rate.overstay]\nmax_stay_minutes = 60\nprice_minor = 1000\nminutes = 60\n"
    prices = tariff(rules, "reentry_minutes = 20")
    quote = stay(
        prices, "2026-06-01 10:10", "1:00", earlier=(("2026-06-01 08:00", "2026-06-01 10:00"),)
    )
    assert bill(quote) == [
        ("4 × 60 min", 400),
        ("Overstay: 3 × 60 min", 3000),
        ("Charged with the earlier stay", -200),
        ("Charged with the earlier stay", -1000),
    ]
    assert [line.kind for line in quote.lines][2:] == [LineKind.PARKING, LineKind.FEES]


def test_a_drive_through_twice_is_no_drive_through() -> None:
    rules = HOURLY.replace("[", "entry_grace_minutes = 10\n[")
    prices = tariff(rules, "reentry_minutes = 20")
    earlier = (("2026-06-01 08:00", "2026-06-01 08:08"),)
    assert stay(prices, "2026-06-01 08:09", "0:08", earlier=earlier).total.minor == 100
    assert stay(prices, "2026-06-01 08:09", "0:01", earlier=earlier).total.minor == 0


def test_a_fall_of_the_price_gives_nothing_back() -> None:
    rules = 'strategy = "slabs"\n[[rate.slabs]]\nup_to_minutes = 60\nprice_minor = 900\n'
    prices = tariff(rules + "[[rate.slabs]]\nprice_minor = 300", "reentry_minutes = 20")
    earlier = (("2026-06-01 08:00", "2026-06-01 09:00"),)
    assert stay(prices, "2026-06-01 09:10", "0:30", earlier=earlier).total.minor == 0
