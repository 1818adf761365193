"""The drawer: exact change against brute force, and what is said before money is taken."""

from itertools import product
from math import prod

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.domain.cash import (
    DENOMINATIONS,
    RARE,
    CashCause,
    Change,
    Counted,
    Exactly,
    Miscounted,
    Nearest,
    TooLittle,
    Unchecked,
    before_accepting,
    change,
    count,
    countable,
    leaving,
    together,
    usual,
    worth,
)
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money

currencies = st.sampled_from(sorted(DENOMINATIONS))
drawers = st.dictionaries(st.integers(1, 60), st.integers(-1, 4), min_size=1, max_size=5)
heaps = st.lists(st.tuples(st.integers(1, 60), st.integers(-4, 4)), max_size=6).map(tuple)


def brute_force(drawer: dict[int, int], amount: int) -> tuple[int, int]:
    """The most that can be given without exceeding the amount, and by how few pieces at best."""
    values = list(drawer)
    ways = product(*(range(max(0, drawer[value]) + 1) for value in values))
    sums = ((sum(v * n for v, n in zip(values, way, strict=True)), sum(way)) for way in ways)
    return max(((given, -pieces) for given, pieces in sums if given <= amount))


def fits(pieces: Pieces, drawer: dict[int, int]) -> bool:
    return all(0 < number <= drawer[value] for value, number in pieces)


@pytest.mark.parametrize(
    ("drawer", "amount", "answer"),
    [
        # Largest first would take the 50 and stand there.
        ({50: 1, 20: 3}, 60, Exactly(((20, 3),))),
        ({200: 1, 50: 5, 20: 5}, 80, Exactly(((20, 4),))),
        # 25 + 5 x 1 is six pieces, 3 x 10 are three.
        ({25: 1, 10: 3, 1: 9}, 30, Exactly(((10, 3),))),
        ({500: 2, 100: 9}, 1000, Exactly(((500, 2),))),
        ({500: 1, 100: 9}, 1000, Exactly(((500, 1), (100, 5)))),
        # Two ways with as many pieces: the one with the largest piece.
        ({40: 1, 30: 2, 20: 1}, 60, Exactly(((40, 1), (20, 1)))),
        ({500: 1}, 0, Exactly(())),
        ({500: 0, 200: 0}, 0, Exactly(())),
        ({1000: 4, 200: 2, 50: 1}, 700, Nearest(((200, 2), (50, 1)), Money(250))),
        ({1000: 4}, 700, Nearest((), Money(700))),
        ({1000: 0}, 700, Nearest((), Money(700))),
        ({200: -3, 100: 2}, 700, Nearest(((100, 2),), Money(500))),
        ({0: 9, -100: 9, 100: 1}, 100, Exactly(((100, 1),))),  # no such pieces
        # Less than the most that could be given would be asked of the driver.
        ({30: 1, 20: 1}, 45, Nearest(((30, 1),), Money(15))),
        ({}, 640, Unchecked(((500, 1), (100, 1), (20, 2)))),
        ({}, 0, Unchecked(())),
    ],
)
def test_the_change_is_what_the_drawer_can_give(
    drawer: dict[int, int], amount: int, answer: Change
) -> None:
    assert change(drawer, Money(amount)) == answer


@given(drawers, st.integers(0, 300))
def test_change_is_exact_whenever_it_can_be_and_never_takes_a_piece_too_many(
    drawer: dict[int, int], amount: int
) -> None:
    assume(prod(max(0, number) + 1 for number in drawer.values()) <= 2_000)
    most, pieces_at_best = brute_force(drawer, amount)
    answer = change(drawer, Money(amount))
    assert not isinstance(answer, Unchecked)
    assert fits(answer.pieces, drawer)
    assert worth(answer.pieces) == most
    assert sum(number for _, number in answer.pieces) == -pieces_at_best
    match answer:
        case Exactly():
            assert most == amount
        case Nearest(short=short):
            assert short == Money(amount - most)
            assert short.minor > 0


@given(currencies, st.data())
def test_a_real_drawer_never_gives_what_it_does_not_hold(
    currency: str, data: st.DataObject
) -> None:
    drawer = {
        value: data.draw(st.sampled_from([0, 0, 1, 2, 7, 40, 500]))
        for value in DENOMINATIONS[currency]
    }
    held = worth(tuple(drawer.items()))
    amount = data.draw(st.integers(0, held + 1_000))
    answer = change(drawer, Money(amount, currency))
    assert not isinstance(answer, Unchecked)
    assert fits(answer.pieces, drawer)
    given_back = worth(answer.pieces)
    short = answer.short.minor if isinstance(answer, Nearest) else 0
    assert given_back + short == amount
    assert list(answer.pieces) == sorted(answer.pieces, reverse=True)


@given(currencies, st.integers(0, 500_000))
def test_a_drawer_with_plenty_gives_the_usual_pieces_or_fewer(currency: str, amount: int) -> None:
    plenty = dict.fromkeys(DENOMINATIONS[currency], 9_999)
    answer = change(plenty, Money(amount, currency))
    proposed = usual(Money(amount, currency))
    assert not isinstance(answer, Unchecked)
    assert worth(answer.pieces) == worth(proposed)
    assert sum(n for _, n in answer.pieces) <= sum(n for _, n in proposed)


def test_nobody_gives_less_than_nothing_back() -> None:
    with pytest.raises(ValueError, match="never less"):
        change({100: 5}, Money(-1))


# --- before the money is taken ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("drawer", "tendered", "pieces", "answer"),
    [
        ({100: 9}, 300, (), TooLittle(Money(60))),
        ({100: 9}, 360, (), Exactly(())),
        ({}, 360, (), Unchecked(())),
        ({}, 1000, ((1000, 1),), Unchecked(((500, 1), (100, 1), (20, 2)))),
        ({100: 3, 20: 2}, 500, (), Exactly(((100, 1), (20, 2)))),
        ({100: 3}, 500, (), Nearest(((100, 1),), Money(40))),
        # A counted drawer that is empty is not an unknown one.
        ({100: 0}, 500, (), Nearest((), Money(140))),
        ({100: 0}, 500, ((500, 1),), Nearest((), Money(140))),
        # What the driver just gave may go straight back.
        ({100: 1, 20: 2}, 700, ((500, 1), (200, 1)), Exactly(((200, 1), (100, 1), (20, 2)))),
        ({200: -4, 20: 2}, 600, ((500, 1), (200, 1)), Exactly(((200, 1), (20, 2)))),
    ],
)
def test_what_goes_back_is_known_before_the_money_is_taken(
    drawer: dict[int, int], tendered: int, pieces: Pieces, answer: Change | TooLittle
) -> None:
    assert before_accepting(drawer, Money(360), Money(tendered), pieces) == answer


# --- heaps -----------------------------------------------------------------------------------


@given(heaps, heaps)
def test_heaps_together_are_worth_what_they_are_worth_apart(one: Pieces, other: Pieces) -> None:
    both = together(one, other)
    assert worth(both) == worth(one) + worth(other)
    assert both == together(other, one) == together(both)
    assert len({value for value, _ in both}) == len(both)


@given(heaps)
def test_what_comes_and_goes_alike_leaves_nothing(heap: Pieces) -> None:
    assert together(heap, leaving(heap)) == ()
    assert worth(leaving(heap)) == -worth(heap)


# --- counting --------------------------------------------------------------------------------


def test_a_count_is_worth_its_pieces() -> None:
    counted = count({20: 3, 10000: 2, 5: 0, 20000: 1}, "EUR")
    assert counted == Counted(Money(40060), ((20000, 1), (10000, 2), (20, 3)))


def test_an_empty_drawer_can_be_counted() -> None:
    assert count({}, "JPY") == Counted(Money(0, "JPY"), ())


@pytest.mark.parametrize(
    ("numbers", "currency", "wrong"),
    [
        ({25: 4, 100: 1}, "EUR", (25,)),
        ({100: -1}, "EUR", (100,)),
        ({100: 10_000}, "EUR", (100,)),
        ({100: 1}, "XTS", (100,)),
        ({0: 1, -5: 1}, "EUR", (0, -5)),
    ],
)
def test_a_count_of_what_does_not_exist_is_refused_whole(
    numbers: dict[int, int], currency: str, wrong: tuple[int, ...]
) -> None:
    assert count(numbers, currency) == Miscounted(wrong)


@given(currencies, st.data())
def test_every_piece_of_a_currency_can_be_counted(currency: str, data: st.DataObject) -> None:
    values = countable(currency)
    numbers = data.draw(st.dictionaries(st.sampled_from(values), st.integers(0, 9_999)))
    counted = count(numbers, currency)
    assert isinstance(counted, Counted)
    assert counted.total == Money(sum(v * n for v, n in numbers.items()), currency)


@pytest.mark.parametrize("currency", sorted(DENOMINATIONS))
def test_the_lists_of_pieces_run_from_large_to_small_and_do_not_overlap(currency: str) -> None:
    listed = DENOMINATIONS[currency]
    assert list(listed) == sorted(set(listed), reverse=True)
    assert not set(listed) & set(RARE.get(currency, ()))


def test_what_fills_the_drawer_and_what_leaves_it() -> None:
    assert {cause for cause in CashCause if cause.comes_in} == {
        CashCause.FLOAT,
        CashCause.SALE,
        CashCause.PAID_IN,
    }
