"""Tax and rounding: inside the price or on top of it, and always the same total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, LineKind, Quote
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.domain.wording import Text
from kiosk.tariff.tax import Mode, Rounding, Taxation, divided, settled
from tests.support.tariffs import HOURLY, bill, stay, tariff

VAT = '[tax]\nlabel = "VAT"\nbasis_points = 1900\n'
ON_TOP = VAT + "inclusive = false\n"
NO_TAX_ON_FEES = "[tax.kinds]\nfees = 0\n"
FEE = HOURLY + "[rate.overstay]\nmax_stay_minutes = 60\nprice_minor = 1000\n"


def parts(quote: Quote) -> list[tuple[str, int, int, int, int]]:
    return [
        (tax.label, tax.basis_points, tax.net.minor, tax.tax.minor, tax.gross.minor)
        for tax in quote.taxes
    ]


@pytest.mark.parametrize(
    ("head", "total", "lines", "taxes"),
    [
        ("", 1200, [], []),
        (VAT, 1200, [], [("VAT", 1900, 1008, 192, 1200)]),
        (
            VAT + NO_TAX_ON_FEES,
            1200,
            [],
            [("VAT", 1900, 168, 32, 200), ("VAT", 0, 1000, 0, 1000)],
        ),
        (ON_TOP, 1428, [("VAT 19 %", 228)], [("VAT", 1900, 1200, 228, 1428)]),
        (
            ON_TOP + NO_TAX_ON_FEES,
            1238,
            [("VAT 19 %", 38)],
            [("VAT", 1900, 200, 38, 238), ("VAT", 0, 1000, 0, 1000)],
        ),
        (
            ON_TOP.replace("1900", "1925"),
            1431,
            [("VAT 19.25 %", 231)],
            [("VAT", 1925, 1200, 231, 1431)],
        ),
        (
            ON_TOP.replace("1900", "950") + "[tax.kinds]\nparking = 700\n",
            1309,
            [("VAT 7 %", 14), ("VAT 9.5 %", 95)],
            [("VAT", 700, 200, 14, 214), ("VAT", 950, 1000, 95, 1095)],
        ),
    ],
)
def test_two_hours_and_a_fee(
    head: str, total: int, lines: list[tuple[str, int]], taxes: list[object]
) -> None:
    quote = stay(tariff(FEE, head), "2026-06-01 08:00", "2:00")
    assert quote.total.minor == total
    assert bill(quote)[2:] == lines
    assert parts(quote) == taxes


def test_validations_take_off_parking_before_it_is_taxed() -> None:
    half = Benefit(BenefitKind.PERCENT, 50)
    prices = tariff(FEE, ON_TOP + NO_TAX_ON_FEES)
    quote = stay(prices, "2026-06-01 08:00", "2:00", validations=(half,))
    assert parts(quote) == [("VAT", 1900, 100, 19, 119), ("VAT", 0, 1000, 0, 1000)]


def test_nothing_due_is_nothing_taxed() -> None:
    free = HOURLY.replace("[", "free_minutes = 60\n[")
    assert stay(tariff(free, VAT), "2026-06-01 08:00", "1:00").taxes == ()
    assert (
        bill(stay(tariff(free, ON_TOP), "2026-06-01 08:00", "1:00"))
        == [
            ("First 60 min free", 0),
            ("VAT 19 %", 0),
        ][:1]
    )


# --- rounding

STEP = '[rounding]\nstep_minor = 50\nmode = "{mode}"\n'


@pytest.mark.parametrize(
    ("mode", "cents", "total"),
    [
        ("half_up", 124, 100),
        ("half_up", 125, 150),
        ("half_even", 125, 100),
        ("half_even", 175, 200),
        ("half_even", 176, 200),
        ("down", 149, 100),
        ("up", 101, 150),
        ("up", 100, 100),
        ("up", 0, 0),
    ],
)
def test_the_total_is_a_multiple_of_the_step(mode: str, cents: int, total: int) -> None:
    prices = tariff(HOURLY.replace("= 100", f"= {cents}"), STEP.format(mode=mode))
    quote = stay(prices, "2026-06-01 08:00", "1:00")
    assert quote.total.minor == total
    assert bill(quote)[1:] == ([("Rounding", total - cents)] if total != cents else [])


def test_inside_the_price_the_rounded_price_is_taxed() -> None:
    prices = tariff(HOURLY.replace("= 100", "= 124"), STEP.format(mode="up") + VAT)
    quote = stay(prices, "2026-06-01 08:00", "1:00")
    assert parts(quote) == [("VAT", 1900, 126, 24, 150)]


def test_what_parking_cannot_give_to_rounding_the_fees_do() -> None:
    rules = FEE.replace("= 100\n", "= 10\n").replace("1000", "1020")
    prices = tariff(rules, STEP.format(mode="down") + VAT + NO_TAX_ON_FEES)
    quote = stay(prices, "2026-06-01 08:00", "2:00")
    assert parts(quote) == [("VAT", 0, 1000, 0, 1000)]


def test_on_top_the_sum_is_rounded_and_rounding_is_not_taxed() -> None:
    prices = tariff(HOURLY.replace("= 100", "= 124"), STEP.format(mode="up") + ON_TOP)
    quote = stay(prices, "2026-06-01 08:00", "1:00")
    assert bill(quote) == [("1 × 60 min", 124), ("VAT 19 %", 24), ("Rounding", 2)]
    assert parts(quote) == [("VAT", 1900, 124, 24, 148), ("Rounding", 0, 2, 0, 2)]


# --- laws


@given(st.integers(0, 10_000), st.integers(1, 500))
def test_rounding_is_what_it_is_called(number: int, step: int) -> None:
    down, up = divided(number, step, Mode.DOWN), divided(number, step, Mode.UP)
    half_up, half_even = divided(number, step, Mode.HALF_UP), divided(number, step, Mode.HALF_EVEN)
    assert down * step <= number <= up * step < number + step
    assert {half_up, half_even} <= {down, up}
    if 2 * (number - down * step) == step:
        assert half_up == up
        assert half_even % 2 == 0
    else:
        assert half_up == half_even == min((down, up), key=lambda n: abs(n * step - number))


points = st.integers(0, 10_000)
minor = st.integers(0, 100_000)
modes = st.sampled_from(Mode)
taxations = st.one_of(
    st.none(), st.builds(Taxation, st.just("VAT"), st.booleans(), points, points, modes)
)
roundings = st.one_of(st.none(), st.builds(Rounding, st.integers(1, 500), modes))


@given(minor, minor, minor, taxations, roundings)
def test_the_parts_add_up_to_the_total_and_each_of_them_is_whole(
    parking: int, off: int, fees: int, taxation: Taxation | None, rounding: Rounding | None
) -> None:
    nothing = Text("")
    lines = [
        Line(nothing, Money(parking)),
        Line(nothing, Money(-min(off, parking)), LineKind.VALIDATION),
        Line(nothing, Money(fees), LineKind.FEES),
    ]
    quote = settled(lines, "EUR", taxation, rounding)
    assert quote.total.minor >= 0
    assert rounding is None or quote.total.minor % rounding.step_minor == 0
    assert all(tax.net + tax.tax == tax.gross for tax in quote.taxes)
    if taxation is not None:
        assert sum(tax.gross.minor for tax in quote.taxes) == quote.total.minor
        on_top = sum(line.amount.minor for line in quote.lines if line.kind is LineKind.TAX)
        assert taxation.inclusive or on_top == sum(tax.tax.minor for tax in quote.taxes)
