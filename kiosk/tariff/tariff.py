"""A tariff: the rates of one published price list, and the price of a visit under it.

A tariff is a pure function of a visit. It asks no clock and no database, so screen, paper, dispute
and rate simulator get the same answer for the same visit for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain.quote import LineKind, Quote
from kiosk.domain.wording import Text
from kiosk.tariff.civil import to_moment
from kiosk.tariff.demand import Demand
from kiosk.tariff.fare import Fare, total
from kiosk.tariff.rate import Rate
from kiosk.tariff.tax import Rounding, Taxation, settled
from kiosk.tariff.validation import validation_lines
from kiosk.tariff.visit import CAR, Visit


class UnknownVehicleClass(LookupError):
    """The tariff has no rate for this visit; only the short form of a file allows that."""


@dataclass(frozen=True, slots=True)
class Tariff:
    """A published price list. A session keeps the `name` and `version` it began under.

    `rates` are in order of precedence. `zone` is the facility's, `holidays` are ordinals of dates,
    where the file has them. New stays get it from `valid_from` (UTC) on; None: always.
    """

    name: str
    version: int
    currency: str
    rates: tuple[Rate, ...]
    zone: ZoneInfo | None = None
    holidays: frozenset[int] = frozenset()
    valid_from: datetime | None = None
    reentry_minutes: int = 0
    taxation: Taxation | None = None
    rounding: Rounding | None = None

    def price(self, visit: Visit) -> Quote:
        """Price a visit.

        A `left_at` before `entered_at` (a clock was set back) counts as the shortest stay there
        is. Raises `UnknownVehicleClass`, and ValueError for an instant without a zone.
        """
        return self.price_by(self.rate_for(visit), visit)

    def price_by(self, rate: Rate, visit: Visit) -> Quote:
        """Price a visit by a rate of this tariff, whether or not it is for such a visit."""
        fare = Fare.of(visit, rate, self.reentry_minutes)
        lines = [*fare.lines()]
        if visit.validations:
            parking = total(lines, LineKind.PARKING)
            given, by = visit.validations, visit.given_by
            lines += validation_lines(fare, self.rates, given, parking, by)
        return settled(lines, self.currency, self.taxation, self.rounding)

    def quote(self, entered_at: datetime, left_at: datetime, vehicle_class: str = CAR) -> Quote:
        """Price a plain stay between two aware instants; raises what `price` does."""
        return self.price(Visit(entered_at, left_at, vehicle_class))

    def summary(self, vehicle_class: str = CAR, entered_at: datetime | None = None) -> Text:
        """Say a plain stay's price in a sentence. Raises `UnknownVehicleClass`.

        Without `entered_at` (aware), rates that ask when a car came are passed over.
        """
        rates = self.rates
        if entered_at is None:
            rates = (*(rate for rate in rates if rate.when.entered is None),)
        entered_at = entered_at or to_moment(0)
        return self._first_of(rates, Visit(entered_at, entered_at, vehicle_class)).summary()

    @property
    def asks_occupancy(self) -> bool:
        """Whether any price depends on how full the facility was at entry."""
        return any(isinstance(rate.strategy, Demand) for rate in self.rates)

    def covers(self, visit: Visit) -> bool:
        """Whether a rate of its own is there for the visit's pass. Raises what `price` does."""
        return self.rate_for(visit).when.needs_pass

    def rate_for(self, visit: Visit) -> Rate:
        """The first rate that is for this visit. Raises `UnknownVehicleClass`."""
        return self._first_of(self.rates, visit)

    def _first_of(self, rates: Iterable[Rate], visit: Visit) -> Rate:
        for rate in rates:
            if not rate.by_name_only and rate.when.holds(visit, self.reentry_minutes):
                return rate
        classes = (rate.when.vehicle_class or frozenset() for rate in self.rates)
        known = ", ".join(sorted(frozenset().union(*classes)))
        raise UnknownVehicleClass(
            f"tariff {self.name!r} has no price for {visit.vehicle_class!r}, only for {known}"
        )


def in_force(tariffs: Iterable[Tariff], now: datetime) -> Tariff | None:
    """Of the published versions of one tariff, the one that a stay beginning now gets."""
    begun = (each for each in tariffs if each.valid_from is None or each.valid_from <= now)
    return max(begun, key=lambda tariff: tariff.version, default=None)
