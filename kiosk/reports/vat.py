"""Tax inside amounts: of one rate, of a part of a price, and of many papers together. Pure.

A price may be paid in parts and given back in parts. Each part gets its share of every rate, taken
as the difference of two running shares, so that the parts of a price add up to its tax exactly.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.money import Money
from kiosk.domain.quote import Quote, Tax

Taxes = tuple[Tax, ...]


def vat_within(gross: Money, basis_points: int) -> Money:
    """The tax inside a gross amount, rounded half up to a minor unit."""
    return Money(_rounded(gross.minor * basis_points, 10_000 + basis_points), gross.currency)


def inclusive(gross: Money, basis_points: int, label: str = "") -> Tax:
    """A gross amount and the tax inside it; `basis_points` 1900 is 19 %."""
    tax = vat_within(gross, basis_points)
    return Tax(label, basis_points, gross - tax, tax, gross)


def taxes_of(quote: Quote, before: Money, now: Money, basis_points: int | None) -> Taxes:
    """The taxes inside `now`, paid for a stay of which `before` had been paid already.

    `basis_points` is the house's rate, for tariffs that name no tax; None leaves tax out.
    """
    if quote.taxes and quote.total:
        return part_of(quote.taxes, before, now)
    return () if basis_points is None else (inclusive(now, basis_points),)


def part_of(taxes: Taxes, before: Money, now: Money) -> Taxes:
    """The share of `now` in these taxes, when `before` of their gross is spent already.

    A refund is a part of the receipt it corrects: `before` is what had been refunded of it.
    """
    spent, reached = _first(taxes, before), _first(taxes, before + now)
    return tuple(_tax(whole, *one) for whole, one in zip(taxes, _less(reached, spent), strict=True))


def negated(taxes: Taxes) -> Taxes:
    """The same on a paper that takes them back."""
    return tuple(Tax(tax.label, tax.basis_points, -tax.net, -tax.tax, -tax.gross) for tax in taxes)


def summary(taxes: Iterable[Tax]) -> Taxes:
    """One line for each rate and name, the highest rate first; refunds come in negated."""
    found: dict[tuple[int, str], Tax] = {}
    for tax in taxes:
        key = (-tax.basis_points, tax.label)
        found[key] = _sum(found[key], tax) if key in found else tax
    return tuple(found[key] for key in sorted(found))


def percent(basis_points: int) -> str:
    """A rate as people write it, without needless digits: 1900 is "19", 550 is "5.5"."""
    whole, part = divmod(basis_points, 100)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".")


def _first(taxes: Taxes, amount: Money) -> list[tuple[int, int]]:
    """(gross, tax) of each rate in the first `amount` of a price, in minor units."""
    total = sum(tax.gross.minor for tax in taxes)
    parts: list[tuple[int, int]] = []
    running = spread = 0
    for tax in taxes:
        running += tax.gross.minor
        gross = _rounded(running * amount.minor, total) - spread
        spread += gross
        parts.append((gross, _rounded(tax.tax.minor * gross, tax.gross.minor)))
    return parts


def _less(more: list[tuple[int, int]], less: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(a - c, b - d) for (a, b), (c, d) in zip(more, less, strict=True)]


def _tax(whole: Tax, gross: int, tax: int) -> Tax:
    currency = whole.gross.currency
    return Tax(
        whole.label,
        whole.basis_points,
        Money(gross - tax, currency),
        Money(tax, currency),
        Money(gross, currency),
    )


def _sum(one: Tax, other: Tax) -> Tax:
    return Tax(
        one.label,
        one.basis_points,
        one.net + other.net,
        one.tax + other.tax,
        one.gross + other.gross,
    )


def _rounded(dividend: int, divisor: int) -> int:
    """The quotient, halves rounded up; 0 of nothing."""
    if not divisor:
        return 0
    if divisor < 0:
        dividend, divisor = -dividend, -divisor
    return (2 * dividend + divisor) // (2 * divisor)
