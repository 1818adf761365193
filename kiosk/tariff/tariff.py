"""A tariff: one price rule per vehicle class, and the shape every price rule has.

A tariff is a pure function of a stay. It asks no clock and no database, so screen, paper, dispute
and rate simulator get the same answer for the same stay for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from kiosk.domain.quote import Line, Quote
from kiosk.domain.wording import Text

CAR = "car"


class UnknownVehicleClass(LookupError):
    """The tariff has no price for this vehicle class; the settings should have been refused."""


class Strategy(Protocol):
    """One way of turning a stay into lines; blocks today, others beside it in the catalogue."""

    def lines(self, entered_at: datetime, left_at: datetime) -> tuple[Line, ...]:
        """Explain the price of a stay. Both instants are UTC and `left_at >= entered_at`.

        The sum is never negative and never falls when `left_at` grows.
        """
        ...

    def summary(self) -> Text:
        """Say the price in one sentence for the entry screen and the ticket."""
        ...


@dataclass(frozen=True, slots=True)
class Tariff:
    """A published price list. A session keeps the `name` and `version` it began under.

    `rates` has a strategy per vehicle class; `zone` is the facility's, where the file names one.
    """

    name: str
    version: int
    currency: str
    rates: Mapping[str, Strategy]
    zone: ZoneInfo | None = None

    def quote(self, entered_at: datetime, left_at: datetime, vehicle_class: str = CAR) -> Quote:
        """Price a stay between two aware instants.

        A `left_at` before `entered_at` (a clock was set back) counts as the shortest stay there
        is. Raises `UnknownVehicleClass`, and ValueError for an instant without a zone.
        """
        begin, end = _utc(entered_at), _utc(left_at)
        lines = self._rate(vehicle_class).lines(begin, max(begin, end))
        return Quote(lines, self.currency)

    def summary(self, vehicle_class: str = CAR) -> Text:
        """Say the price of one vehicle class in a sentence. Raises `UnknownVehicleClass`."""
        return self._rate(vehicle_class).summary()

    def _rate(self, vehicle_class: str) -> Strategy:
        try:
            return self.rates[vehicle_class]
        except KeyError:
            known = ", ".join(self.rates)
            raise UnknownVehicleClass(
                f"tariff {self.name!r} has no price for {vehicle_class!r}, only for {known}"
            ) from None


def _utc(instant: datetime) -> datetime:
    """UTC, because Python subtracts two instants of one zone as wall clocks: an hour off at DST."""
    if instant.tzinfo is None:
        raise ValueError(f"{instant.isoformat()} has no time zone")
    return instant.astimezone(UTC)
