"""A rate's composition: entry grace, free minutes, for whom it is, and the fee for overstaying."""

import pytest

from kiosk.domain.quote import LineKind
from kiosk.domain.validation import Benefit, BenefitKind
from tests.support.tariffs import HOURLY, RATE, bill, stay, tariff

GRACE = HOURLY.replace("[", "entry_grace_minutes = 10\n[")
FREE = HOURLY.replace("[", "free_minutes = 30\n[")
LATER = HOURLY.replace("[", "free_minutes = 30\nfree_minutes_count = false\n[")
BOTH = LATER.replace("[", "entry_grace_minutes = 10\n[")


@pytest.mark.parametrize(
    ("rate", "parked", "lines"),
    [
        (GRACE, "0:00", [("Drive-through within 10 min", 0)]),
        (GRACE, "0:10", [("Drive-through within 10 min", 0)]),
        (GRACE, "0:10+", [("1 × 60 min", 100)]),
        (GRACE, "1:00+", [("2 × 60 min", 200)]),
        (FREE, "0:30", [("First 30 min free", 0)]),
        (FREE, "0:30+", [("1 × 60 min", 100)]),
        (FREE, "1:00+", [("2 × 60 min", 200)]),
        (LATER, "0:30", [("First 30 min free", 0)]),
        (LATER, "0:30+", [("First 30 min free", 0), ("1 × 60 min", 100)]),
        (LATER, "1:30", [("First 30 min free", 0), ("1 × 60 min", 100)]),
        (LATER, "1:30+", [("First 30 min free", 0), ("2 × 60 min", 200)]),
        (BOTH, "0:10", [("Drive-through within 10 min", 0)]),
        (BOTH, "0:10+", [("First 30 min free", 0)]),
    ],
)
def test_grace_and_free_minutes_end_where_they_say(
    rate: str, parked: str, lines: list[tuple[str, int]]
) -> None:
    assert bill(stay(tariff(rate), "2026-06-01 08:00", parked)) == lines


def test_a_clock_set_back_is_the_shortest_stay() -> None:
    assert stay(tariff(HOURLY), "2026-06-01 08:00", "2026-05-01 08:00").total.minor == 100
    assert stay(tariff(GRACE), "2026-06-01 08:00", "2026-05-01 08:00").total.minor == 0


# --- for whom


def for_whom(name: str, when: str, cents: int) -> str:
    price = f'strategy = "flat"\n[rate.flat]\nprice_minor = {cents}\n'
    return f'[[rate]]\nname = "{name}"\nwhen = {{ {when} }}\n{price}'


CHOICE = tariff(
    for_whom("vans", 'vehicle_class = ["van", "bus"], booked = true', 1)
    + for_whom("charging", 'spot_type = "charging"', 2)
    + for_whom("roof", 'zone = ["P2", "P3"], booked = false', 3)
    + for_whom("staff", 'pass_group = "staff"', 4)
    + for_whom("passes", "with_pass = true", 5)
    + for_whom("no pass on the roof", 'zone = "P2", with_pass = false', 6)
    + RATE
    + HOURLY
)
BOOKED = ("2026-06-01 08:00", "2026-06-01 10:00")


@pytest.mark.parametrize(
    ("vehicle", "spot", "zone", "booking", "group", "cents"),
    [
        ("van", "", "", BOOKED, None, 1),
        ("bus", "charging", "P2", BOOKED, "staff", 1),
        ("van", "", "", None, None, 100),
        ("car", "charging", "P2", None, None, 2),
        ("car", "", "P3", None, "staff", 3),
        ("car", "", "P3", BOOKED, "staff", 4),
        ("car", "", "P3", BOOKED, "club", 5),
        ("car", "", "P2", BOOKED, None, 6),
        ("car", "", "P3", BOOKED, None, 100),
    ],
)
def test_the_first_rate_whose_conditions_all_hold_applies(
    vehicle: str,
    spot: str,
    zone: str,
    booking: tuple[str, str] | None,
    group: str | None,
    cents: int,
) -> None:
    quote = stay(
        CHOICE,
        "2026-06-01 08:00",
        "0:30",
        vehicle,
        spot_type=spot,
        zone=zone,
        booking=booking,
        pass_group=group,
    )
    assert quote.total.minor == cents


def test_a_rate_that_is_only_named_never_applies_by_itself() -> None:
    named = RATE.replace("visitors", "cinema") + "by_name_only = true\n" + HOURLY
    prices = tariff(named.replace("100", "1") + RATE + HOURLY)
    assert stay(prices, "2026-06-01 08:00", "0:30").total.minor == 100
    cinema = Benefit(BenefitKind.RATE, rate="cinema")
    assert stay(prices, "2026-06-01 08:00", "0:30", validations=(cinema,)).total.minor == 1


# --- overstaying


def overstay(rules: str) -> str:
    return GRACE + f"[rate.overstay]\n{rules}"


ONCE = "max_stay_minutes = 120\ntolerance_minutes = 15\nprice_minor = 1000\n"
BLOCKS = ONCE + "minutes = 30\n"
MOST = BLOCKS + "most_minor = 2500\n"


@pytest.mark.parametrize(
    ("rules", "parked", "fees"),
    [
        (ONCE, "2:15", []),
        (ONCE, "2:15+", [("Overstay", 1000)]),
        (ONCE, "50:00", [("Overstay", 1000)]),
        (BLOCKS, "2:15", []),
        (BLOCKS, "2:15+", [("Overstay: 1 × 30 min", 1000)]),
        (BLOCKS, "2:30", [("Overstay: 1 × 30 min", 1000)]),
        (BLOCKS, "2:30+", [("Overstay: 2 × 30 min", 2000)]),
        (MOST, "3:30", [("Overstay: 3 × 30 min", 3000), ("Cap on overstay", -500)]),
    ],
)
def test_beyond_the_longest_stay_there_is_a_fee(
    rules: str, parked: str, fees: list[tuple[str, int]]
) -> None:
    quote = stay(tariff(overstay(rules)), "2026-06-01 08:00", parked)
    assert bill(quote)[1:] == fees
    assert all(line.kind is LineKind.FEES for line in quote.lines[1:])


@pytest.mark.parametrize(
    ("rules", "booking", "fee"),
    [
        ("after_booking = true\nprice_minor = 700", None, 0),
        ("after_booking = true\nprice_minor = 700", "2026-06-01 11:00", 0),
        ("after_booking = true\nprice_minor = 700", "2026-06-01 10:59", 700),
        ("max_stay_minutes = 60\nprice_minor = 700", "2026-06-01 11:00", 700),
        (
            "max_stay_minutes = 120\nafter_booking = true\nminutes = 30\nprice_minor = 700",
            "2026-06-01 09:00",
            4 * 700,
        ),
        (
            "max_stay_minutes = 120\nafter_booking = true\nminutes = 30\nprice_minor = 700",
            "2026-06-01 11:00",
            2 * 700,
        ),
    ],
)
def test_beyond_the_booking_too_whichever_limit_comes_first(
    rules: str, booking: str | None, fee: int
) -> None:
    interval = ("2026-06-01 07:00", booking) if booking else None
    quote = stay(tariff(overstay(rules)), "2026-06-01 08:00", "3:00", booking=interval)
    assert quote.total.minor == 300 + fee


def test_a_drive_through_pays_no_fee() -> None:
    booking = ("2026-06-01 06:00", "2026-06-01 07:00")
    prices = tariff(overstay("after_booking = true\nprice_minor = 700"))
    assert stay(prices, "2026-06-01 08:00", "0:10", booking=booking).total.minor == 0
    assert stay(prices, "2026-06-01 08:00", "0:10+", booking=booking).total.minor == 800


@pytest.mark.parametrize(
    ("rate", "template"),
    [
        (HOURLY, "{price} per {minutes} min"),
        (FREE, "Up to {grace} min free, {price} per {minutes} min"),
        (
            HOURLY + '[[rate.caps]]\nper = "business_day"\nfrom = "04:00"\namount_minor = 1',
            "{price} per {minutes} min, at most {cap} a day",
        ),
        (
            HOURLY + '[[rate.caps]]\nper = "entry"\namount_minor = 1',
            "{price} per {minutes} min",
        ),
    ],
)
def test_the_summary_says_free_minutes_and_a_daily_cap(rate: str, template: str) -> None:
    assert tariff(rate).summary().template == template
