"""Two price lists beside each other: the same stays under both, counted while they pass by.

Prices are compared with prices. What was really paid also depends on lost tickets, released cars
and what people changed by hand, and none of that is a tariff's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.domain.passes import Pass
from kiosk.tariff.civil import MINUTE, local_ordinal, to_instant
from kiosk.tariff.passes import price_on_pass
from kiosk.tariff.tariff import Tariff, UnknownVehicleClass
from kiosk.tariff.visit import Visit

LENGTHS = (15, 30, 60, 120, 240, 480, 1_440, 4_320, 10_080)
"""Minutes up to and including which a stay belongs to a class; longer ones belong to the last."""
LONGER = 0
"""The class of all that are longer."""
_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Share:
    """A group of stays: how many, and minor units under the price list they had and the other."""

    stays: int = 0
    before_minor: int = 0
    after_minor: int = 0

    @property
    def change_minor(self) -> int:
        """What the other price list brings more, or less."""
        return self.after_minor - self.before_minor


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a period's stays would have cost under another price list.

    `by_day` goes by the local date of the entry, `by_rate` by the rate of the other price list, in
    its order, `by_length` by the upper end of the class in minutes (`LONGER` for the last).
    `doubled` are stays that cost something and would cost more than twice that, `newly_charged`
    those that cost nothing and would. `unpriced` stays have no price under the other list, by
    vehicle class; they are counted nowhere else.
    """

    currency: str
    total: Share = Share()
    by_day: tuple[tuple[date, Share], ...] = ()
    by_rate: tuple[tuple[str, Share], ...] = ()
    by_length: tuple[tuple[int, Share], ...] = ()
    dearer: Share = Share()
    cheaper: Share = Share()
    doubled: int = 0
    newly_charged: int = 0
    most_more_minor: int = 0
    """The most that one stay would cost more."""
    unpriced: tuple[tuple[str, int], ...] = ()

    @property
    def unchanged(self) -> int:
        """How many stays cost the same under both."""
        return self.total.stays - self.dearer.stays - self.cheaper.stays

    def money(self, minor: int) -> Money:
        """An amount of either list."""
        return Money(minor, self.currency)


class OtherCurrency(ValueError):
    """The two price lists are in different currencies: there is nothing to compare."""


@dataclass(slots=True)
class Comparing:
    """Counts stays one by one; its size depends on days and rates, never on how many they are."""

    other: Tariff
    _days: dict[int, list[int]] = field(default_factory=dict)
    _rates: dict[str, list[int]] = field(default_factory=dict)
    _lengths: dict[int, list[int]] = field(default_factory=dict)
    _dearer: list[int] = field(default_factory=lambda: [0, 0, 0])
    _cheaper: list[int] = field(default_factory=lambda: [0, 0, 0])
    _total: list[int] = field(default_factory=lambda: [0, 0, 0])
    _doubled: int = 0
    _newly_charged: int = 0
    _most_more: int = 0
    _unpriced: Counter[str] = field(default_factory=Counter)

    def take(self, own: Tariff, visit: Visit, pass_: Pass | None = None) -> None:
        """Price one stay under the list it had and under the other.

        Raises `OtherCurrency`.
        """
        if own.currency != self.other.currency:
            raise OtherCurrency(f"{own.currency} and {self.other.currency} cannot be compared")
        try:
            after = price(self.other, visit, pass_)
            shown = visit if pass_ is None else replace(visit, pass_group=pass_.group_id)
            rate = self.other.rate_for(shown).name
        except UnknownVehicleClass:
            self._unpriced[visit.vehicle_class] += 1
            return
        before = price(own, visit, pass_)
        entry = to_instant(visit.entered_at)
        day = local_ordinal(self.other.zone or _UTC, entry)
        length = length_class(to_instant(visit.left_at) - entry)
        for group in (
            self._total,
            self._days.setdefault(day, [0, 0, 0]),
            self._rates.setdefault(rate, [0, 0, 0]),
            self._lengths.setdefault(length, [0, 0, 0]),
        ):
            _count(group, before, after)
        self._weigh(before, after)

    def result(self) -> Comparison:
        """What was counted so far."""
        names = [rate.name for rate in self.other.rates]
        lengths = [length for length in (*LENGTHS, LONGER) if length in self._lengths]
        return Comparison(
            currency=self.other.currency,
            total=Share(*self._total),
            by_day=tuple(
                (date.fromordinal(day), Share(*self._days[day])) for day in sorted(self._days)
            ),
            by_rate=tuple(
                (name, Share(*self._rates[name])) for name in names if name in self._rates
            ),
            by_length=tuple((length, Share(*self._lengths[length])) for length in lengths),
            dearer=Share(*self._dearer),
            cheaper=Share(*self._cheaper),
            doubled=self._doubled,
            newly_charged=self._newly_charged,
            most_more_minor=self._most_more,
            unpriced=tuple(sorted(self._unpriced.items())),
        )

    def _weigh(self, before: int, after: int) -> None:
        if after < before:
            _count(self._cheaper, before, after)
        elif after > before:
            _count(self._dearer, before, after)
            self._most_more = max(self._most_more, after - before)
            if not before:
                self._newly_charged += 1
            elif after > 2 * before:
                self._doubled += 1


def price(tariff: Tariff, visit: Visit, pass_: Pass | None) -> int:
    """Minor units of a stay under a price list. Raises `UnknownVehicleClass`."""
    quote = tariff.price(visit) if pass_ is None else price_on_pass(tariff, visit, pass_)
    return quote.total.minor


def length_class(microseconds: int) -> int:
    """The class of a length of stay: its upper end in minutes, or `LONGER`."""
    started = -(-microseconds // MINUTE)
    place = bisect_left(LENGTHS, started)
    return LENGTHS[place] if place < len(LENGTHS) else LONGER


def _count(group: list[int], before: int, after: int) -> None:
    group[0] += 1
    group[1] += before
    group[2] += after
