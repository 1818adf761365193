"""Cash in the hand: what was typed, what is given, and which notes and coins go back."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.domain import cash
from kiosk.domain.cash import DENOMINATIONS
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.wording import Text

AMOUNT_SYMBOLS_MAX = 12
QUICK_NOTES = 3
NOBODY_COUNTED: Mapping[int, int] = MappingProxyType({})
"""A drawer whose pieces nobody knows."""


@dataclass(frozen=True, slots=True)
class Tender:
    """What a typed amount means for a price. `given` is None when it is no amount at all.

    `change` is None while it is not enough; `pieces` are proposed (value, count), largest first.
    `warning` says that the drawer cannot give `short` of the change, before anything is taken.
    """

    given: Money | None
    change: Money | None
    pieces: tuple[tuple[Money, int], ...] = ()
    trouble: Text | None = None
    short: Money | None = None
    warning: Text | None = None


def tender(
    typed: str, due: Money, decimal: str = ".", drawer: Mapping[int, int] = NOBODY_COUNTED
) -> Tender:
    """Judge a typed amount against the price; nothing typed is nothing given, and no trouble.

    `drawer` (value to number) is what the change must come from; what is given lies in it too, in
    the fewest pieces, as the till takes it to be where nobody says otherwise.
    """
    if not typed.strip():
        return Tender(None, None)
    given = amount(typed, due.currency, decimal)
    if given is None:
        return Tender(None, None, trouble=Text("This is not an amount."))
    match cash.before_accepting(drawer, due, given, cash.usual(given)):
        case cash.TooLittle(missing):
            trouble = Text("Not enough: {missing} missing").with_values(missing=missing)
            return Tender(given, None, trouble=trouble)
        case cash.Nearest(held, short):
            warning = Text("Change is short: the drawer cannot give {short}")
            return Tender(
                given,
                given - due,
                _as_money(held, due.currency),
                short=short,
                warning=warning.with_values(short=short),
            )
        case cash.Exactly(held) | cash.Unchecked(held):
            return Tender(given, given - due, _as_money(held, due.currency))


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
    """The usual notes and coins for this change, as amounts, largest first."""
    return _as_money(cash.usual(change), change.currency)


def quick_notes(due: Money) -> tuple[Money, ...]:
    """The notes a driver is likely to hand over for this price, smallest first."""
    notes: Sequence[int] = sorted(
        value for value in DENOMINATIONS.get(due.currency, ()) if value >= _smallest_note(due)
    )
    enough = next((i for i, value in enumerate(notes) if value >= due.minor), len(notes))
    first = max(0, min(enough - 1, len(notes) - QUICK_NOTES))
    return tuple(Money(value, due.currency) for value in notes[first : first + QUICK_NOTES])


def _as_money(held: Pieces, currency: str) -> tuple[tuple[Money, int], ...]:
    return tuple((Money(value, currency), number) for value, number in held)


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
