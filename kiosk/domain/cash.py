"""Cash in the drawer: which pieces there are, which go back, and whether that is the whole change.

Change is looked for exactly, among the pieces the drawer really holds: largest first would find no
60 in a drawer of one 50 and three 20s. Where there is none, the answer is the largest amount below
it that can be given, and how much is short, so that it can be said before money is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import gcd

from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money

DENOMINATIONS: Mapping[str, tuple[int, ...]] = {
    "EUR": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "USD": (10000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1),
    "GBP": (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "CHF": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "CZK": (200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100),
    "PLN": (20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "INR": (50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100),
    "AED": (50000, 20000, 10000, 5000, 2000, 1000, 500, 100, 50, 25),
    "SAR": (50000, 20000, 10000, 5000, 1000, 500, 200, 100, 50, 25, 10, 5),
    "KWD": (20000, 10000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5),
    "JPY": (10000, 5000, 1000, 500, 100, 50, 10, 5, 1),
}
"""Notes and coins in use, largest first, in minor units (central banks' lists, 2026)."""

RARE: Mapping[str, tuple[int, ...]] = {
    "EUR": (50000, 20000),
    "USD": (200, 50),
    "GBP": (10000,),
    "CHF": (100000, 20000),
    "CZK": (500000,),
    "PLN": (50000,),
    "INR": (200000, 50),
    "AED": (100000,),
    "JPY": (2000,),
}
"""Legal tender that is counted when it lies there, but never expected."""

PIECES_MAX = 9_999
"""More of one piece than this was mistyped."""


class CashCause(StrEnum):
    """Why cash moved: the words of `CashMoved.cause`. What was given back of a sale is in it."""

    FLOAT = "float"
    SALE = "sale"
    REFUND = "refund"
    DROP = "drop"
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    CHANGE_VOUCHER = "change_voucher"

    @property
    def comes_in(self) -> bool:
        """Whether it fills the drawer; everything else leaves it, with a minus."""
        return self in (CashCause.FLOAT, CashCause.SALE, CashCause.PAID_IN)


@dataclass(frozen=True, slots=True)
class Exactly:
    """The drawer can give all of it, with these pieces, the fewest there are."""

    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Nearest:
    """The most the drawer can give without giving too much, and what is short then."""

    pieces: Pieces
    short: Money


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Nobody counted this drawer: the usual pieces for the amount, if it has them."""

    pieces: Pieces


@dataclass(frozen=True, slots=True)
class TooLittle:
    """What was offered does not reach the price."""

    missing: Money


@dataclass(frozen=True, slots=True)
class Counted:
    """A count by denominations: what lies in the drawer, and what it is worth."""

    total: Money
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Miscounted:
    """No count: these values are no notes or coins of the currency, or their number is absurd."""

    values: tuple[int, ...]


Change = Exactly | Nearest | Unchecked


def change(drawer: Mapping[int, int], amount: Money) -> Change:
    """The pieces that give `amount` back, from what the drawer holds (value to number).

    An empty `drawer` is one that nobody counted. Numbers below zero, which stand where a piece
    was given that nobody had counted in, count as none. Of the ways with the fewest pieces it is
    the one with the largest ones. ValueError for an amount below zero.
    """
    if amount.minor < 0:
        raise ValueError("change is never less than nothing")
    if not drawer:
        return Unchecked(usual(amount))
    held = sorted(((v, n) for v, n in drawer.items() if v > 0 and n > 0), reverse=True)
    unit = gcd(*(value for value, _ in held)) or 1
    scaled = [(value // unit, number) for value, number in held]
    sums = _sums(scaled, min(amount.minor, worth(held)) // unit)
    most = sums[0].bit_length() - 1
    pieces = tuple((value * unit, number) for value, number in _fewest(scaled, sums, most))
    if most * unit == amount.minor:
        return Exactly(pieces)
    return Nearest(pieces, Money(amount.minor - most * unit, amount.currency))


def before_accepting(
    drawer: Mapping[int, int], due: Money, tendered: Money, pieces: Pieces = ()
) -> Change | TooLittle:
    """What would go back for `tendered`, asked before it is taken; nothing is short if it is exact.

    `pieces` of the tender, where they are known, may go straight back: they are in the drawer then.
    """
    back = tendered - due
    if back.minor < 0:
        return TooLittle(-back)
    if not drawer:
        return change(drawer, back)
    joined = {value: max(0, drawer.get(value, 0)) + number for value, number in together(pieces)}
    return change({**drawer, **joined}, back)


def usual(amount: Money) -> Pieces:
    """The fewest pieces from a drawer that has everything; what no coin fits is left out."""
    left = amount.minor
    pieces: list[tuple[int, int]] = []
    for value in DENOMINATIONS.get(amount.currency, ()):
        count, left = divmod(left, value)
        if count:
            pieces.append((value, count))
    return tuple(pieces)


def worth(pieces: Sequence[tuple[int, int]]) -> int:
    """What pieces sum up to, in minor units."""
    return sum(value * number for value, number in pieces)


def together(*heaps: Pieces) -> Pieces:
    """Heaps of pieces as one, largest first; what came and went alike is gone."""
    heap: dict[int, int] = {}
    for value, number in (piece for pieces in heaps for piece in pieces):
        heap[value] = heap.get(value, 0) + number
    return tuple(
        sorted(((value, number) for value, number in heap.items() if number), reverse=True)
    )


def leaving(pieces: Pieces) -> Pieces:
    """The same pieces on their way out of the drawer."""
    return tuple((value, -number) for value, number in pieces)


def countable(currency: str) -> tuple[int, ...]:
    """Every note and coin somebody may find in a drawer, largest first."""
    known = DENOMINATIONS.get(currency, ()) + RARE.get(currency, ())
    return tuple(sorted(known, reverse=True))


def count(numbers: Mapping[int, int], currency: str) -> Counted | Miscounted:
    """What a drawer holds by this count (value to number); all of it is refused if any is wrong."""
    known = countable(currency)
    wrong = tuple(
        value
        for value, number in numbers.items()
        if value not in known or not 0 <= number <= PIECES_MAX
    )
    if wrong:
        return Miscounted(wrong)
    pieces = together(tuple(numbers.items()))
    return Counted(Money(worth(pieces), currency), pieces)


def _sums(held: Sequence[tuple[int, int]], most: int) -> list[int]:
    """Bit `n` of element `i`: the pieces from `i` on can give `n`. Nothing above `most` counts."""
    window = (1 << most + 1) - 1
    sums = [1]
    for value, number in reversed(held):
        reach, batch = sums[-1], 1
        number = min(number, most // value)
        while number:
            batch = min(batch, number)  # 1, 2, 4, ... and the rest make every number up to it
            reach |= reach << value * batch & window
            number -= batch
            batch *= 2
        sums.append(reach)
    sums.reverse()
    return sums


def _fewest(held: Sequence[tuple[int, int]], sums: Sequence[int], target: int) -> Pieces:
    """The fewest pieces for a target that `sums` says can be given: branch and bound.

    With a large piece less it takes more pieces in all, so a branch ends as soon as the best
    imaginable rest would not beat what was found, and where the same rest was already looked at
    with fewer pieces; `sums` keeps every branch off dead ends.
    """
    best: Pieces = ()
    fewest = target + 1
    seen: dict[tuple[int, int], int] = {}

    def look(place: int, left: int, taken: Pieces, used: int) -> None:
        nonlocal best, fewest
        if not left:
            best, fewest = taken, used
            return
        if seen.get((place, left), fewest) <= used:
            return
        seen[place, left] = used
        value, number = held[place]
        for times in range(min(number, left // value), -1, -1):
            rest = left - times * value
            if used + times + _at_least(held[place + 1 :], rest) >= fewest:
                return
            if sums[place + 1] >> rest & 1:
                more = ((value, times),) if times else ()
                look(place + 1, rest, taken + more, used + times)

    look(0, target, (), 0)
    return best


def _at_least(held: Sequence[tuple[int, int]], left: int) -> int:
    """Fewer pieces than this cannot make `left`, even if the last of them could be cut."""
    pieces = 0
    for value, number in held:
        times = min(number, -(-left // value))
        left -= times * value
        pieces += times
        if left <= 0:
            break
    return pieces
