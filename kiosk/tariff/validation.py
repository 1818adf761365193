"""Validations: what a third party takes off a stay's parking price, in any number and any order.

Whatever order they were given in, they apply as: rate switch and time together, then percent, then
amount, then full (handbook, "Validations"). None of them changes when the car came, and none takes
off a fee for overstaying.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, LineKind
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.domain.wording import Text, Value
from kiosk.tariff.civil import MINUTE
from kiosk.tariff.fare import Fare
from kiosk.tariff.rate import Rate

ALL_PERCENT = 100


GivenBy = Sequence[tuple[BenefitKind, str]]
"""Who gave which kind of benefit, by the name people know."""

_NAMELESS: Mapping[BenefitKind, Text] = MappingProxyType(
    {
        BenefitKind.RATE: Text("Validated rate {rate}"),
        BenefitKind.TIME: Text("Validation {minutes} min"),
        BenefitKind.PERCENT: Text("Validation {percent} %"),
        BenefitKind.AMOUNT: Text("Validation {amount}"),
        BenefitKind.FULL: Text("Validation in full"),
    }
)
_NAMED: Mapping[BenefitKind, Text] = MappingProxyType(
    {
        BenefitKind.RATE: Text("{by}: rate {rate}"),
        BenefitKind.TIME: Text("{by}: {minutes} min free"),
        BenefitKind.PERCENT: Text("{by}: {percent} % off"),
        BenefitKind.AMOUNT: Text("{by}: {amount} off"),
        BenefitKind.FULL: Text("{by}: free parking"),
    }
)


def validation_lines(
    fare: Fare,
    rates: Sequence[Rate],
    benefits: Sequence[Benefit],
    parking: int,
    given_by: GivenBy = (),
) -> list[Line]:
    """One line for each kind of benefit given; they never take off more than `parking`.

    `rates` are all of the file, in its order; `parking` is the fare's, in minor units. A line names
    everybody who gave its kind, by the alphabet, where `given_by` says who did.
    """
    kinds = {benefit.kind for benefit in benefits}
    currency, left = fare.rate.currency, parking
    lines: list[Line] = []

    def take(kind: BenefitKind, minor: int, **given: Value) -> None:
        if kind in kinds:
            text = _text(kind, given_by, given)
            lines.append(Line(text, Money(-minor, currency), LineKind.VALIDATION))

    switched = _switched(fare, rates, benefits, parking)
    take(BenefitKind.RATE, switched.by_rate, rate=switched.name)
    take(BenefitKind.TIME, switched.by_time, minutes=_sum(benefits, BenefitKind.TIME))
    left -= switched.by_rate + switched.by_time
    percent = min(ALL_PERCENT, _sum(benefits, BenefitKind.PERCENT))
    off = (left * percent + 50) // 100
    take(BenefitKind.PERCENT, off, percent=percent)
    left -= off
    amount = _sum(benefits, BenefitKind.AMOUNT)
    take(BenefitKind.AMOUNT, min(left, amount), amount=Money(amount, currency))
    left -= min(left, amount)
    take(BenefitKind.FULL, left)
    return lines


def _text(kind: BenefitKind, given_by: GivenBy, given: Mapping[str, Value]) -> Text:
    """What was given, and by whom: in one order, whatever order it came in."""
    names = sorted({name for each, name in given_by if each is kind and name})
    if not names:
        return _NAMELESS[kind].with_values(**given)
    return _NAMED[kind].with_values(by=", ".join(names), **given)


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
