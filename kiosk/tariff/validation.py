"""Validations: what a third party takes off a stay's parking price, in any number and any order.

Whatever order they were given in, they apply as: rate switch and time together, then percent, then
amount, then full (handbook, "Validations"). None of them changes when the car came, and none takes
off a fee for overstaying.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, LineKind
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.domain.wording import Text
from kiosk.tariff.civil import MINUTE
from kiosk.tariff.fare import Fare
from kiosk.tariff.rate import Rate

ALL_PERCENT = 100


def validation_lines(
    fare: Fare, rates: Sequence[Rate], benefits: Sequence[Benefit], parking: int
) -> list[Line]:
    """One line for each kind of benefit given; they never take off more than `parking`.

    `rates` are all of the file, in its order; `parking` is the fare's, in minor units.
    """
    kinds = {benefit.kind for benefit in benefits}
    currency, left = fare.rate.currency, parking
    lines: list[Line] = []
    switched = _switched(fare, rates, benefits, parking)
    if BenefitKind.RATE in kinds:
        text = Text("Validated rate {rate}").with_values(rate=switched.name)
        lines.append(_taken(text, switched.by_rate, currency))
    if BenefitKind.TIME in kinds:
        minutes = _sum(benefits, BenefitKind.TIME)
        text = Text("Validation {minutes} min").with_values(minutes=minutes)
        lines.append(_taken(text, switched.by_time, currency))
    left -= switched.by_rate + switched.by_time
    if BenefitKind.PERCENT in kinds:
        percent = min(ALL_PERCENT, _sum(benefits, BenefitKind.PERCENT))
        taken = (left * percent + 50) // 100
        text = Text("Validation {percent} %").with_values(percent=percent)
        lines.append(_taken(text, taken, currency))
        left -= taken
    if BenefitKind.AMOUNT in kinds:
        amount = _sum(benefits, BenefitKind.AMOUNT)
        text = Text("Validation {amount}").with_values(amount=Money(amount, currency))
        lines.append(_taken(text, min(left, amount), currency))
        left -= min(left, amount)
    if BenefitKind.FULL in kinds:
        lines.append(_taken(Text("Validation in full"), left, currency))
    return lines


@dataclass(frozen=True, slots=True)
class _Switched:
    """What a rate switch and minutes take off, and the rate to name."""

    name: str
    by_rate: int
    by_time: int


def _switched(
    fare: Fare, rates: Sequence[Rate], benefits: Sequence[Benefit], parking: int
) -> _Switched:
    """The cheapest of all rates and both ends of the stay holds."""
    names = {benefit.rate for benefit in benefits if benefit.kind is BenefitKind.RATE}
    credited = fare.end - _sum(benefits, BenefitKind.TIME) * MINUTE
    named = [rate for rate in rates if rate.name in names]
    holds, as_it_was, best = fare.rate, parking, min(parking, fare.parking(fare.rate, credited))
    for rate in named:
        price = fare.parking(rate, fare.end)
        cheapest = min(price, fare.parking(rate, credited))
        if cheapest < best:
            holds, as_it_was, best = rate, price, cheapest
    by_rate = max(0, parking - as_it_was)
    shown = holds.name if holds.name in names else next((rate.name for rate in named), None)
    return _Switched(shown or min(names, default=""), by_rate, parking - best - by_rate)


def _sum(benefits: Sequence[Benefit], kind: BenefitKind) -> int:
    return sum(max(0, benefit.value) for benefit in benefits if benefit.kind is kind)


def _taken(text: Text, minor: int, currency: str) -> Line:
    return Line(text, Money(-minor, currency), LineKind.VALIDATION)
