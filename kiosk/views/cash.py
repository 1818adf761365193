"""Cash in the hand: what was typed, what is given, and which notes and coins go back."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.wording import Text

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

AMOUNT_SYMBOLS_MAX = 12
QUICK_NOTES = 3


@dataclass(frozen=True, slots=True)
class Tender:
    """What a typed amount means for a price. `given` is None when it is no amount at all.

    `change` is None while it is not enough; `pieces` are proposed (value, count), largest first.
    """

    given: Money | None
    change: Money | None
    pieces: tuple[tuple[Money, int], ...] = ()
    trouble: Text | None = None


def tender(typed: str, due: Money, decimal: str = ".") -> Tender:
    """Judge a typed amount against the price; nothing typed is nothing given, and no trouble."""
    if not typed.strip():
        return Tender(None, None)
    given = amount(typed, due.currency, decimal)
    if given is None:
        return Tender(None, None, trouble=Text("This is not an amount."))
    change = given - due
    if change.minor < 0:
        short = Text("Not enough: {missing} missing").with_values(missing=-change)
        return Tender(given, None, trouble=short)
    return Tender(given, change, pieces(change))


def amount(typed: str, currency: str, decimal: str = ".") -> Money | None:
    """Read an amount as people write it here; None if it is none.

    `decimal` is the reader's decimal sign; the other one groups thousands, and is taken for a
    decimal sign too where it cannot be grouping ("3,60" typed in English). Digits of any script.
    """
    text = _latin("".join(typed.split()))[: AMOUNT_SYMBOLS_MAX + 1]
    digits = Money(0, currency).digits
    group = "," if decimal == "." else "."
    if decimal not in text and text.count(group) == 1 and len(text.split(group)[1]) != 3:
        text = text.replace(group, decimal)
    whole, _, fraction = text.partition(decimal)
    parts = whole.split(group)
    if len(parts) > 1 and (
        not 1 <= len(parts[0]) <= 3 or any(len(part) != 3 for part in parts[1:])
    ):
        return None
    number = "".join(parts) + fraction
    if len(text) > AMOUNT_SYMBOLS_MAX or len(fraction) > digits or not _plain(number):
        return None
    return Money(
        int("".join(parts) or "0") * 10**digits + int(fraction.ljust(digits, "0") or "0"), currency
    )


def pieces(change: Money) -> tuple[tuple[Money, int], ...]:
    """The fewest notes and coins by taking the largest first; what no coin fits is left out."""
    left = change.minor
    proposed: list[tuple[Money, int]] = []
    for value in DENOMINATIONS.get(change.currency, ()):
        count, left = divmod(left, value)
        if count:
            proposed.append((Money(value, change.currency), count))
    return tuple(proposed)


def quick_notes(due: Money) -> tuple[Money, ...]:
    """The notes a driver is likely to hand over for this price, smallest first."""
    notes: Sequence[int] = sorted(
        value for value in DENOMINATIONS.get(due.currency, ()) if value >= _smallest_note(due)
    )
    enough = next((i for i, value in enumerate(notes) if value >= due.minor), len(notes))
    first = max(0, min(enough - 1, len(notes) - QUICK_NOTES))
    return tuple(Money(value, due.currency) for value in notes[first : first + QUICK_NOTES])


def _smallest_note(due: Money) -> int:
    """Below this it is a coin, and coins are typed."""
    by_currency = {"USD": 100, "CZK": 10000, "INR": 1000, "JPY": 1000, "KWD": 250}
    return by_currency.get(due.currency, 5 * int(10**due.digits))


def _latin(text: str) -> str:
    """Any script's digits as 0-9, and Arabic's separators (U+066B, U+066C) as the Latin ones."""
    table = {"\u066b": ".", "\u066c": ","}
    return "".join(
        table.get(sign, str(unicodedata.decimal(sign)) if sign.isdecimal() else sign)
        for sign in text
    )


def _plain(number: str) -> bool:
    return number.isascii() and number.isdecimal()
