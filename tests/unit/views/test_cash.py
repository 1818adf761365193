"""Cash: typed amounts, change, and the notes and coins proposed for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cash import DENOMINATIONS
from kiosk.domain.money import Money
from kiosk.views.cash import amount, pieces, quick_notes, tender


@pytest.mark.parametrize(
    ("typed", "decimal", "minor"),
    [
        ("10", ".", 1000),
        ("10.5", ".", 1050),
        ("10,50", ",", 1050),
        ("10.50", ",", 1050),  # a foreign decimal sign where it cannot be grouping
        ("1.000", ",", 100000),
        ("1,000", ".", 100000),
        ("1,000.25", ".", 100025),
        (" 1 000,25 ", ",", 100025),
        (".5", ".", 50),
        ("\u0663\u066b\u0666", ".", 360),  # Arabic digits and decimal sign
        ("0", ".", 0),
    ],
)
def test_an_amount_is_read_as_people_write_it_here(typed: str, decimal: str, minor: int) -> None:
    assert amount(typed, "EUR", decimal) == Money(minor)


@pytest.mark.parametrize(
    "typed", ["", "-5", "4K7", "1.2.3", "10.555", "1,00,000", "1e5", ".", ",", "9" * 13, "1.000,"]
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    assert amount(typed, "EUR", ".") is None


@pytest.mark.parametrize(("currency", "minor"), [("JPY", 500), ("KWD", 500000)])
def test_the_minor_unit_is_the_currencys_own(currency: str, minor: int) -> None:
    assert amount("500", currency) == Money(minor, currency)


@given(st.text(max_size=30), st.sampled_from([".", ","]))
def test_any_text_gives_an_amount_or_none(typed: str, decimal: str) -> None:
    read = amount(typed, "EUR", decimal)
    assert read is None or read.minor >= 0


def test_too_little_says_what_is_missing() -> None:
    short = tender("3", Money(360))
    assert short.change is None
    assert short.trouble is not None
    assert dict(short.trouble.values) == {"missing": Money(60)}


def test_too_much_gives_change_in_the_fewest_pieces() -> None:
    over = tender("10", Money(360))
    assert over.change == Money(640)
    assert over.pieces == ((Money(500), 1), (Money(100), 1), (Money(20), 2))


def test_change_that_the_drawer_cannot_give_is_said_before_it_is_booked() -> None:
    over = tender("10", Money(360), drawer={500: 1, 100: 0, 20: 9})
    assert over.change == Money(640)
    assert over.pieces == ((Money(500), 1), (Money(20), 7))
    assert over.short is None
    short = tender("10", Money(360), drawer={500: 1, 100: 0, 20: 2})
    assert short.change == Money(640)
    assert short.pieces == ((Money(500), 1), (Money(20), 2))
    assert short.short == Money(100)
    assert short.warning is not None
    assert dict(short.warning.values) == {"short": Money(100)}


def test_an_exact_amount_is_never_short() -> None:
    exact = tender("3.60", Money(360), drawer={500: 0})
    assert (exact.change, exact.short, exact.warning) == (Money(0), None, None)


def test_nothing_typed_is_no_trouble_yet() -> None:
    assert tender("  ", Money(360)).trouble is None


@given(st.integers(0, 500_000), st.sampled_from(sorted(DENOMINATIONS)))
def test_the_pieces_never_exceed_the_change_and_leave_less_than_the_smallest_coin(
    minor: int, currency: str
) -> None:
    given_back = sum(value.minor * count for value, count in pieces(Money(minor, currency)))
    assert 0 <= minor - given_back < DENOMINATIONS[currency][-1]


@pytest.mark.parametrize(
    ("due", "notes"),
    [(360, [500, 1000, 2000]), (1200, [1000, 2000, 5000]), (60000, [2000, 5000, 10000])],
)
def test_the_notes_offered_lie_around_the_price(due: int, notes: list[int]) -> None:
    assert [note.minor for note in quick_notes(Money(due))] == notes
