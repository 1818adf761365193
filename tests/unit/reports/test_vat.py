"""Tax inside amounts, and inside the parts of amounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, Quote, Tax
from kiosk.domain.wording import Text
from kiosk.reports.vat import (
    inclusive,
    negated,
    part_of,
    percent,
    summary,
    taxes_of,
    vat_within,
)
from tests.support.money_papers import euros, taxed

TWO_RATES = (taxed(1900, 8403, 1597), taxed(700, 935, 65))


def amounts(taxes: tuple[Tax, ...]) -> list[tuple[int, int, int]]:
    return [(tax.net.minor, tax.tax.minor, tax.gross.minor) for tax in taxes]


@pytest.mark.parametrize(
    ("gross", "basis_points", "tax"),
    [(119, 1900, 19), (1500, 1900, 239), (100, 0, 0), (0, 1900, 0), (3, 10_000, 2), (1, 10_000, 1)],
)
def test_the_tax_inside_an_amount_is_rounded_half_up(
    gross: int, basis_points: int, tax: int
) -> None:
    assert vat_within(Money(gross), basis_points) == Money(tax)


@given(gross=st.integers(0, 10**9), basis_points=st.integers(0, 10_000))
def test_the_tax_is_within_half_a_unit_of_the_exact_one(gross: int, basis_points: int) -> None:
    tax = vat_within(Money(gross), basis_points).minor
    whole = 10_000 + basis_points
    assert -whole <= 2 * (tax * whole - gross * basis_points) <= whole


@pytest.mark.parametrize(
    ("basis_points", "shown"), [(1900, "19"), (550, "5.5"), (825, "8.25"), (0, "0")]
)
def test_a_rate_has_no_needless_digits(basis_points: int, shown: str) -> None:
    assert percent(basis_points) == shown


def test_a_part_has_its_share_of_every_rate() -> None:
    assert amounts(part_of(TWO_RATES, euros(0), euros(5500))) == [
        (4201, 799, 5000),
        (467, 33, 500),
    ]


def test_the_rest_gets_what_the_first_part_left() -> None:
    assert amounts(part_of(TWO_RATES, euros(5500), euros(5500))) == [
        (4202, 798, 5000),
        (468, 32, 500),
    ]


rates = st.lists(
    st.builds(
        lambda net, tax, rate: taxed(rate, net, tax),
        st.integers(0, 50_000),
        st.integers(0, 10_000),
        st.sampled_from([0, 700, 1900]),
    ),
    min_size=1,
    max_size=4,
).filter(lambda taxes: sum(tax.gross.minor for tax in taxes) > 0)


@given(rates, st.lists(st.integers(1, 30_000), max_size=6))
def test_parts_add_up_to_the_whole_exactly(taxes: list[Tax], cuts: list[int]) -> None:
    whole = tuple(taxes)
    rest = sum(tax.gross.minor for tax in whole)
    before = 0
    found: list[Tax] = []
    for wanted in (*cuts, rest):
        now = min(wanted, rest)
        part = part_of(whole, euros(before), euros(now))
        assert sum(tax.gross.minor for tax in part) == now
        assert all(tax.gross == tax.net + tax.tax for tax in part)
        found += part
        before, rest = before + now, rest - now
    for at, tax in enumerate(whole):
        pieces = found[at :: len(whole)]
        assert sum(piece.gross.minor for piece in pieces) == tax.gross.minor
        assert sum(piece.tax.minor for piece in pieces) == tax.tax.minor


def test_a_tariff_that_names_taxes_is_believed() -> None:
    quote = Quote((Line(Text("Parking"), euros(11000)),), taxes=TWO_RATES)
    assert taxes_of(quote, euros(0), euros(11000), 1000) == TWO_RATES


def test_a_tariff_without_taxes_has_the_rate_of_the_house() -> None:
    quote = Quote((Line(Text("Parking"), euros(1190)),))
    assert taxes_of(quote, euros(0), euros(1190), 1900) == (taxed(1900, 1000, 190),)
    assert taxes_of(quote, euros(0), euros(1190), None) == ()


def test_what_was_added_to_a_free_stay_has_the_rate_of_the_house() -> None:
    free = Quote((Line(Text("Parking"), euros(0)),), taxes=(taxed(1900, 0, 0),))
    assert taxes_of(free, euros(0), euros(119), 1900) == (inclusive(euros(119), 1900),)


def test_a_summary_has_one_line_for_each_rate_and_name() -> None:
    summed = summary(
        [
            *TWO_RATES,
            taxed(1900, 100, 19),
            taxed(1900, 50, 10, "Fees"),
            *negated((taxed(700, 935, 65),)),
        ]
    )
    assert [(tax.basis_points, tax.label) for tax in summed] == [
        (1900, ""),
        (1900, "Fees"),
        (700, ""),
    ]
    assert amounts(summed) == [(8503, 1616, 10119), (50, 10, 60), (0, 0, 0)]


@given(rates)
def test_a_summary_loses_nothing(taxes: list[Tax]) -> None:
    summed = summary(taxes)
    assert sum(tax.gross.minor for tax in summed) == sum(tax.gross.minor for tax in taxes)
    assert sum(tax.tax.minor for tax in summed) == sum(tax.tax.minor for tax in taxes)
    assert all(tax.gross == tax.net + tax.tax for tax in summed)
