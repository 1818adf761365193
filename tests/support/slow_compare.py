"""The engine beside the reference model: every way in which a quote may differ, in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, timedelta
from random import Random
from typing import Any

from kiosk.domain.money import Money
from kiosk.domain.quote import Quote
from kiosk.domain.wording import Text
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.check import Problem, check
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.visit import Visit
from tests.support.slow_tariff import Bill, SlowLine, SlowTax, money, slow_price

Table = Mapping[str, Any]


def loaded(table: Table) -> Tariff:
    """The engine's tariff of a decoded file."""
    return load_tariff(json.dumps(table))


def difference(table: Table, tariff: Tariff, visit: Visit) -> str:
    """How the engine's quote differs from the model's; empty when it does not."""
    expected, quoted = slow_price(table, visit), tariff.price(visit)
    got = as_bill(quoted)
    if got.total != expected.total:
        return f"total {got.total}, the page says {expected.total}\n{_beside(got, expected)}"
    if got.lines != expected.lines:
        return f"lines differ\n{_beside(got, expected)}"
    if got.taxes != expected.taxes:
        return f"taxes differ\n{got.taxes}\n{expected.taxes}"
    return _unlawful(quoted)


def broken_law(table: Table, tariff: Tariff, visit: Visit, chance: Random) -> str:
    """Which law a visit breaks: the model, the order of validations, its length. Empty: none."""
    if found := difference(table, tariff, visit):
        return found
    quoted = tariff.price(visit)
    if visit.validations and tariff.price(shuffled(visit, chance)) != quoted:
        return f"another order of validations: {shuffled(visit, chance).validations}"
    by = timedelta(minutes=chance.choice((1, 15, 60, 600)), microseconds=chance.choice((0, 1)))
    later = tariff.price(longer(visit, by)).total
    if later < quoted.total and not warns_of_falling(tariff, visit):
        return f"{by} more cost {later} instead of {quoted.total}, and check is silent"
    return ""


def warns_of_falling(tariff: Tariff, visit: Visit) -> bool:
    """Whether `check` says that a longer stay may cost less."""
    found = check(tariff, visit.entered_at.year)
    return any(finding.problem is Problem.FALLS for finding in found)


def _unlawful(quote: Quote) -> str:
    if quote.total.minor < 0:
        return f"negative: {quote.total.minor}"
    if quote.taxes and sum(part.gross.minor for part in quote.taxes) != quote.total.minor:
        return f"taxes do not add up: {quote.taxes}"
    if any(part.net + part.tax != part.gross for part in quote.taxes):
        return f"net and tax are not gross: {quote.taxes}"
    return ""


def shuffled(visit: Visit, chance: Random) -> Visit:
    """The same visit with its validations in another order."""
    order = list(visit.validations)
    chance.shuffle(order)
    return with_changes(visit, validations=tuple(order))


def longer(visit: Visit, by: timedelta) -> Visit:
    """The same visit, leaving later."""
    return with_changes(visit, left_at=visit.left_at.astimezone(UTC) + by)


def with_changes(visit: Visit, **changes: object) -> Visit:
    """The same visit but for some fields."""
    fields = {name: getattr(visit, name) for name in Visit.__slots__}
    return Visit(**{**fields, **changes})


def as_bill(quote: Quote) -> Bill:
    """A quote in the model's words."""
    lines = tuple(
        SlowLine(_english(line.text), line.amount.minor, line.kind.value) for line in quote.lines
    )
    taxes = tuple(
        SlowTax(part.label, part.basis_points, part.net.minor, part.tax.minor, part.gross.minor)
        for part in quote.taxes
    )
    return Bill(lines, taxes)


def _english(text: Text) -> str:
    values = {n: money(v) if isinstance(v, Money) else v for n, v in text.values}
    return text.template.format(**values)


def _beside(got: Bill, expected: Bill) -> str:
    rows = [f"  engine {line.minor:>8} {line.kind:<10} {line.text}" for line in got.lines]
    rows += [f"  page   {line.minor:>8} {line.kind:<10} {line.text}" for line in expected.lines]
    return "\n".join(rows)
