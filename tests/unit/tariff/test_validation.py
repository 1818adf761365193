"""Validations: what each kind takes off, and that their order never matters."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.quote import LineKind
from kiosk.domain.validation import Benefit, BenefitKind
from tests.support.tariffs import HOURLY, RATE, bill, stay, tariff

NAMED = '[[rate]]\nname = "{name}"\nby_name_only = true\nstrategy = "{strategy}"\n{rules}\n'
EVENING = NAMED.format(name="evening", strategy="flat", rules="[rate.flat]\nprice_minor = 450")
SHORT = NAMED.format(
    name="short", strategy="blocks", rules="[rate.blocks]\nminutes = 120\nprice_minor = 150"
)
RULES = HOURLY + "[rate.overstay]\nmax_stay_minutes = 600\nprice_minor = 5000\n"
PRICES = tariff(EVENING + SHORT + RATE + RULES, "reentry_minutes = 20")
GRACE = tariff(HOURLY.replace("[", "entry_grace_minutes = 10\n["))

HOUR = Benefit(BenefitKind.TIME, 60)
DAY = Benefit(BenefitKind.TIME, 1440)
QUARTER = Benefit(BenefitKind.PERCENT, 25)
MOST = Benefit(BenefitKind.PERCENT, 90)
TWO = Benefit(BenefitKind.AMOUNT, 200)
TEN = Benefit(BenefitKind.AMOUNT, 1000)
ALL = Benefit(BenefitKind.FULL)
TO_EVENING = Benefit(BenefitKind.RATE, rate="evening")
TO_SHORT = Benefit(BenefitKind.RATE, rate="short")
TO_NOTHING = Benefit(BenefitKind.RATE, rate="summer")
TO_OLD = Benefit(BenefitKind.RATE, rate="1999")
NEGATIVE = Benefit(BenefitKind.AMOUNT, -100)
OTHER = {
    kind: BenefitKind.FULL if kind is BenefitKind.TIME else BenefitKind.TIME for kind in BenefitKind
}
"""Some kind that is not this one."""


@pytest.mark.parametrize(
    ("parked", "given", "lines"),
    [
        ("3:00", (HOUR,), [("Validation 60 min", -100)]),
        ("3:00+", (HOUR,), [("Validation 60 min", -100)]),
        ("0:50", (HOUR,), [("Validation 60 min", -100)]),
        ("1:00", (HOUR,), [("Validation 60 min", -100)]),
        ("1:00+", (HOUR,), [("Validation 60 min", -100)]),
        ("3:00", (HOUR, HOUR), [("Validation 120 min", -200)]),
        ("3:00", (DAY,), [("Validation 1440 min", -300)]),
        ("3:00", (QUARTER,), [("Validation 25 %", -75)]),
        ("3:00", (QUARTER, MOST), [("Validation 100 %", -300)]),
        ("3:00", (TWO,), [("Validation 200 EUR", -200)]),
        ("3:00", (TWO, TWO), [("Validation 400 EUR", -300)]),
        ("3:00", (ALL,), [("Validation in full", -300)]),
        ("3:00", (NEGATIVE,), [("Validation 0 EUR", 0)]),
        ("9:00", (TO_EVENING,), [("Validated rate evening", -450)]),
        ("3:00", (TO_EVENING,), [("Validated rate evening", 0)]),
        ("9:00", (TO_EVENING, TO_SHORT), [("Validated rate evening", -450)]),
        ("3:00", (TO_EVENING, TO_SHORT), [("Validated rate evening", 0)]),
        ("4:00", (TO_EVENING, TO_SHORT), [("Validated rate short", -100)]),
        ("3:00", (TO_NOTHING,), [("Validated rate summer", 0)]),
        ("3:00", (TO_NOTHING, TO_OLD), [("Validated rate 1999", 0)]),
        # Nine hours for 4.50 or eight for 8.00: the hour is worth nothing any more.
        ("9:00", (TO_EVENING, HOUR), [("Validated rate evening", -450), ("Validation 60 min", 0)]),
        # 2 h by 120 min cost 1.50, 2.00 by the hour; an hour off makes the hour cheaper.
        ("2:00", (TO_SHORT, HOUR), [("Validated rate short", 0), ("Validation 60 min", -100)]),
        (
            "5:00",
            (ALL, TWO, QUARTER, HOUR, TO_SHORT),
            [
                ("Validated rate short", -50),
                ("Validation 60 min", -150),
                ("Validation 25 %", -75),
                ("Validation 200 EUR", -200),
                ("Validation in full", -25),
            ],
        ),
    ],
)
def test_what_validations_take_off(
    parked: str, given: tuple[Benefit, ...], lines: list[tuple[str, int]]
) -> None:
    plain = bill(stay(PRICES, "2026-06-01 08:00", parked))
    validated = bill(stay(PRICES, "2026-06-01 08:00", parked, validations=given))
    assert validated == plain + lines


def test_a_percent_is_rounded_half_up() -> None:
    cents = HOURLY.replace("100", "150")
    one = Benefit(BenefitKind.PERCENT, 1)
    assert stay(tariff(cents), "2026-06-01 08:00", "1:00", validations=(one,)).total.minor == 148


def test_a_fee_for_overstaying_stays() -> None:
    quote = stay(PRICES, "2026-06-01 08:00", "11:00", validations=(ALL, DAY, MOST, TEN))
    assert quote.total.minor == 5000


def test_time_reaches_back_to_the_entry_grace() -> None:
    assert stay(GRACE, "2026-06-01 08:00", "1:10", validations=(HOUR,)).total.minor == 0
    assert stay(GRACE, "2026-06-01 08:00", "1:10+", validations=(HOUR,)).total.minor == 100


def test_time_takes_off_this_visit_and_not_the_one_before() -> None:
    earlier = (("2026-06-01 08:00", "2026-06-01 10:00"),)
    quote = stay(PRICES, "2026-06-01 10:10", "2:00", earlier=earlier, validations=(HOUR,))
    assert bill(quote) == [
        ("5 × 60 min", 500),
        ("Charged with the earlier stay", -200),
        ("Validation 60 min", -100),
    ]


def test_their_lines_say_what_they_are() -> None:
    lines = stay(PRICES, "2026-06-01 08:00", "3:00", validations=(HOUR, ALL)).lines
    assert [line.kind for line in lines[1:]] == [LineKind.VALIDATION] * 2


@pytest.mark.parametrize(
    ("given", "by", "line"),
    [
        (HOUR, ("Cinema Lux",), ("Cinema Lux: 60 min free", -100)),
        (QUARTER, ("Cinema Lux",), ("Cinema Lux: 25 % off", -75)),
        (TWO, ("Cinema Lux",), ("Cinema Lux: 200 EUR off", -200)),
        (ALL, ("Cinema Lux",), ("Cinema Lux: free parking", -300)),
        (TO_EVENING, ("Cinema Lux",), ("Cinema Lux: rate evening", 0)),
        (HOUR, ("Gym", "Cinema Lux", "Gym"), ("Cinema Lux, Gym: 60 min free", -100)),
        (HOUR, ("",), ("Validation 60 min", -100)),
    ],
)
def test_a_line_names_everybody_who_gave_its_kind(
    given: Benefit, by: tuple[str, ...], line: tuple[str, int]
) -> None:
    names = (*((given.kind, each) for each in by), (OTHER[given.kind], "Bakery"))
    quote = stay(PRICES, "2026-06-01 08:00", "3:00", validations=(given,), given_by=names)
    assert bill(quote)[1:] == [line]


def test_whoever_came_first_the_quote_is_the_same() -> None:
    gifts = [(HOUR, "Gym"), (HOUR, "Cinema"), (QUARTER, "Bakery"), (QUARTER, "Arena")]
    quotes = {
        stay(
            PRICES,
            "2026-06-01 08:00",
            "5:00",
            validations=tuple(given for given, _ in order),
            given_by=tuple((given.kind, name) for given, name in order),
        )
        for order in permutations(gifts)
    }
    assert len(quotes) == 1


@pytest.mark.parametrize("parked", ["0:30", "3:00", "9:00", "11:00"])
def test_five_kinds_in_all_orders_cost_the_same(parked: str) -> None:
    quotes = {
        stay(PRICES, "2026-06-01 08:00", parked, validations=order)
        for order in permutations((HOUR, QUARTER, TWO, TO_EVENING, TO_SHORT))
    }
    assert len(quotes) == 1


benefits = st.lists(
    st.sampled_from([HOUR, DAY, QUARTER, MOST, TWO, TEN, ALL, TO_EVENING, TO_SHORT, TO_NOTHING]),
    max_size=6,
)


@given(benefits, benefits, st.integers(0, 2_000))
def test_one_more_never_costs_more_and_nothing_is_given_away(
    some: list[Benefit], more: list[Benefit], minutes: int
) -> None:
    parked = f"{minutes // 60}:{minutes % 60}"
    plain = stay(PRICES, "2026-06-01 08:00", parked).total.minor
    few = stay(PRICES, "2026-06-01 08:00", parked, validations=tuple(some)).total.minor
    by = tuple((each.kind, f"Shop {place}") for place, each in enumerate((*more, *some)))
    many = stay(
        PRICES, "2026-06-01 08:00", parked, validations=(*more, *some), given_by=by
    ).total.minor
    fees = 5000 if minutes > 600 else 0
    assert fees <= many <= few <= plain
