"""Rates by when the stay began: early bird, evening by entry, weekend; and named rates anywhere."""

import pytest

from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.tariff.tariff import Tariff
from tests.support.tariffs import HOURLY, RATE, after, at, bill, length, stay, tariff


def flat(name: str, when: str, cents: int) -> str:
    price = f'strategy = "flat"\n[rate.flat]\nprice_minor = {cents}\n'
    return f'[[rate]]\nname = "{name}"\nwhen = {{ {when} }}\n{price}'


WORKDAYS = 'entered_days = ["mon", "tue", "wed", "thu", "fri"]'
EARLY = flat("early", f'{WORKDAYS}, entered_from = "06:00", entered_to = "09:30"', 1)
FRIDAY = flat("friday", 'entered_days = ["fri"], entered_from = "20:00", entered_to = "04:00"', 2)
HOLIDAY = flat("holiday", 'entered_days = ["holiday"]', 3)
LATE = flat("late", 'entered_from = "22:00"', 4)
SMALL_HOURS = flat("small hours", 'entered_to = "02:00"', 5)
CHOICE = tariff(
    EARLY + FRIDAY + HOLIDAY + LATE + SMALL_HOURS + RATE + HOURLY, "holidays = [2026-12-25]"
)


@pytest.mark.parametrize(
    ("came", "cents"),
    [
        ("2026-06-01 05:59:59", 100),
        ("2026-06-01 06:00", 1),
        ("2026-06-01 09:29:59", 1),
        ("2026-06-01 09:30", 100),
        ("2026-06-06 08:00", 100),  # a Saturday
        ("2026-06-05 20:00", 2),
        ("2026-06-06 03:59:59", 2),  # still Friday's window
        ("2026-06-06 04:00", 100),
        ("2026-06-05 03:00", 100),  # Thursday's is none
        ("2026-12-24 12:00", 100),
        ("2026-12-25 00:00", 3),
        ("2026-12-25 08:00", 3),  # a Friday, but a holiday
        ("2026-12-25 21:00", 3),
        ("2026-12-26 03:00", 100),
        ("2026-06-01 22:00", 4),
        ("2026-06-01 23:59:59", 4),
        ("2026-06-02 00:00", 5),
        ("2026-06-02 02:00", 100),
    ],
)
def test_the_moment_of_entry_chooses_the_rate(came: str, cents: int) -> None:
    assert stay(CHOICE, came, "1:00").total.minor == cents


def test_how_long_it_stays_changes_nothing() -> None:
    assert stay(CHOICE, "2026-06-01 09:29", "200:00").total.minor == 1


@pytest.mark.parametrize(
    ("came", "cents"),
    [
        ("2026-03-29 01:59", 100),
        ("2026-03-29 03:00", 1),  # the clocks skip 02:30: the window begins at the jump
        ("2026-03-29 03:29", 1),
        ("2026-03-29 03:30", 100),
        ("2026-10-25T02:29:00+02:00", 100),
        ("2026-10-25T02:30:00+02:00", 1),  # of an hour that comes twice the first counts ...
        ("2026-10-25T02:00:00+01:00", 1),  # ... and the window lasts to 03:30
        ("2026-10-25T03:29:00+01:00", 1),
        ("2026-10-25T03:30:00+01:00", 100),
    ],
)
def test_a_window_in_a_night_in_which_the_clocks_change(came: str, cents: int) -> None:
    prices = tariff(
        flat("night", 'entered_from = "02:30", entered_to = "03:30"', 1) + RATE + HOURLY
    )
    assert stay(prices, came, "1:00").total.minor == cents


def test_a_car_that_comes_back_came_when_it_first_came() -> None:
    prices = tariff(EARLY + RATE + HOURLY, "reentry_minutes = 20")
    back = ("2026-06-01 09:40", "2:00")
    assert stay(prices, *back).total.minor == 200
    joined = stay(prices, *back, earlier=(("2026-06-01 09:00", "2026-06-01 09:25"),))
    assert bill(joined) == [("Flat price", 1), ("Charged with the earlier stay", -1)]
    apart = stay(prices, *back, earlier=(("2026-06-01 09:00", "2026-06-01 09:19"),))
    assert apart.total.minor == 200


def test_minutes_off_do_not_move_the_entry() -> None:
    benefit = (Benefit(BenefitKind.TIME, 60),)
    quote = stay(CHOICE, "2026-06-01 09:45", "2:00", validations=benefit)
    assert bill(quote) == [("2 × 60 min", 200), ("Validation 60 min", -100)]


def test_the_other_conditions_must_hold_as_well() -> None:
    vans = flat("vans", 'vehicle_class = "van", entered_days = ["mon"]', 7)
    prices = tariff(vans + RATE + HOURLY)
    assert stay(prices, "2026-06-01 10:00", "1:00", "van").total.minor == 7
    assert stay(prices, "2026-06-01 10:00", "1:00").total.minor == 100
    assert stay(prices, "2026-06-02 10:00", "1:00", "van").total.minor == 100


def test_a_sentence_about_the_price_says_that_of_the_hour_if_it_is_told() -> None:
    assert CHOICE.summary().template == "{price} per {minutes} min"
    early = CHOICE.summary(entered_at=at("2026-06-01 07:00"))
    assert early.template == "{price} for the whole stay"
    noon = CHOICE.summary(entered_at=at("2026-06-01 12:00"))
    assert noon == CHOICE.summary()


def test_a_rate_that_is_only_named_may_stand_behind_the_last() -> None:
    demand = (
        RATE + 'strategy = "demand"\n[rate.demand]\nrate = "board"\n'
        "[[rate.demand.steps]]\nfrom_percent = 0\nprice_percent = 200\n"
    )
    board = RATE.replace("visitors", "board") + "by_name_only = true\n" + HOURLY
    prices: Tariff = tariff(demand + board)
    quote = stay(prices, "2026-06-01 10:00", "1:00", occupancy=50)
    assert bill(quote) == [("1 × 60 min", 100), ("Demand 200 %", 100)]


def test_a_subscription_covers_nothing_for_a_stay_without_a_pass() -> None:
    named = (Benefit(BenefitKind.RATE, rate="pass"),)
    prices = tariff(
        '[[rate]]\nname = "pass"\nwhen = { with_pass = true }\nstrategy = "subscription"\n'
        '[rate.subscription]\notherwise = "visitors"\n' + RATE + HOURLY
    )
    voucher = stay(prices, "2026-06-01 10:00", "2:00", validations=named)
    assert bill(voucher) == [("2 × 60 min", 200), ("Validated rate pass", 0)]
    valid = ("2026-06-01 00:00", "2026-06-02 00:00")
    without = stay(prices, "2026-06-01 10:00", "2:00", pass_valid=valid, validations=named)
    assert without == voucher
    shown = stay(prices, "2026-06-01 10:00", "2:00", pass_group="staff")
    assert bill(shown) == [("Covered by a pass", 0)]


def test_demand_that_names_a_subscription_asks_for_a_pass_too() -> None:
    prices = tariff(
        '[[rate]]\nname = "busy"\nwhen = { booked = true }\nstrategy = "demand"\n'
        '[rate.demand]\nrate = "pass"\n[[rate.demand.steps]]\nfrom_percent = 0\n'
        "price_percent = 100\n"
        '[[rate]]\nname = "pass"\nwhen = { with_pass = true }\nstrategy = "subscription"\n'
        '[rate.subscription]\notherwise = "visitors"\n' + RATE + HOURLY
    )
    booking = ("2026-06-01 10:00", "2026-06-01 12:00")
    assert stay(prices, *booking, booking=booking).total.minor == 200
    assert stay(prices, *booking, booking=booking, pass_group="staff").total.minor == 0


def test_a_stay_that_overlaps_the_one_before_it_is_joined() -> None:
    prices = tariff(HOURLY, "reentry_minutes = 1")
    begin = at("2026-06-01 10:00")
    over = ("2026-06-01 09:00", "2026-06-01 11:00")
    assert after(begin, length("1:00")) == at(over[1])
    quote = stay(prices, "2026-06-01 10:00", "3:00", earlier=(over,))
    assert bill(quote) == [("4 × 60 min", 400), ("Charged with the earlier stay", -200)]
