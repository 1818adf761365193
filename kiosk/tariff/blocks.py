"""Strategy *blocks*: a price for each started block of minutes, free at first, capped by the day.

What the words mean:

* A block begins when the stay begins to cost and every `minutes` after that. A started block is
  paid in full; at exactly 60 minutes the third half hour has not started yet.
* A stay no longer than `grace_minutes` is free. A longer one pays from its first minute
  (`grace_counts`), or from the end of the grace (`grace_counts = false`).
* A block belongs to the day in which it begins. The blocks of one day never cost more than
  `daily_cap`. A day is either 24 hours of elapsed time since entry or a calendar day of the
  facility's zone, which is 23 or 25 hours long when the clocks change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text, Value

DAY = timedelta(days=1)


class CapDay(StrEnum):
    """What a daily cap means by a day."""

    FROM_ENTRY = "24h_from_entry"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class DailyCap:
    """The most one day costs. `zone` says where midnight is; None for 24 hours from entry."""

    amount: Money
    zone: ZoneInfo | None = None


@dataclass(frozen=True, slots=True)
class Blocks:
    """Charge `price` for every started `minutes` of a stay."""

    price: Money
    minutes: int
    grace_minutes: int = 0
    grace_counts: bool = True
    cap: DailyCap | None = None

    def lines(self, entered_at: datetime, left_at: datetime) -> tuple[Line, ...]:
        """Explain the price of a stay; a stay beyond the grace has at least one block."""
        grace = timedelta(minutes=self.grace_minutes)
        if grace and left_at - entered_at <= grace:
            return (self._free_line(),)
        charged_from = entered_at if self.grace_counts else entered_at + grace
        free = () if self.grace_counts or not grace else (self._free_line(),)
        count = max(1, self._blocks(left_at - charged_from))
        parked = Text("{count} × {minutes} min").with_values(count=count, minutes=self.minutes)
        charge = Line(parked, Money(count * self.price.minor, self.price.currency))
        return (*free, charge, *self._cap_lines(entered_at, charged_from, left_at))

    def summary(self) -> Text:
        """Say grace, price and cap in one sentence."""
        if self.cap is None:
            plain = Text("{price} per {minutes} min")
            graced = Text("Up to {grace} min free, {price} per {minutes} min")
        elif self.cap.zone is None:
            plain = Text("{price} per {minutes} min, at most {cap} in 24 hours")
            graced = Text(
                "Up to {grace} min free, {price} per {minutes} min, at most {cap} in 24 hours"
            )
        else:
            plain = Text("{price} per {minutes} min, at most {cap} a day")
            graced = Text("Up to {grace} min free, {price} per {minutes} min, at most {cap} a day")
        values: dict[str, Value] = {"price": self.price, "minutes": self.minutes}
        if self.grace_minutes:
            values["grace"] = self.grace_minutes
        if self.cap is not None:
            values["cap"] = self.cap.amount
        return (graced if self.grace_minutes else plain).with_values(**values)

    def _free_line(self) -> Line:
        text = Text("First {minutes} min free").with_values(minutes=self.grace_minutes)
        return Line(text, Money(0, self.price.currency))

    def _cap_lines(
        self, entered_at: datetime, charged_from: datetime, left_at: datetime
    ) -> tuple[Line, ...]:
        """One line taking back what the full days cost above the cap, if any did."""
        if self.cap is None:
            return ()
        days = saved = 0
        for day_begins, day_ends in _days(entered_at, left_at, self.cap.zone):
            # Blocks that begin before an instant, at both edges of the day: no walk over blocks.
            before = self._blocks(day_begins - charged_from)
            until = max(before, self._blocks(min(day_ends, left_at) - charged_from))
            above = (until - before) * self.price.minor - self.cap.amount.minor
            if above > 0:
                days, saved = days + 1, saved + above
        if not days:
            return ()
        text = Text("Daily cap") if days == 1 else Text("Daily cap × {days}").with_values(days=days)
        return (Line(text, Money(-saved, self.price.currency)),)

    def _blocks(self, elapsed: timedelta) -> int:
        """How many blocks have started after this time; none before it began."""
        return max(0, -(-elapsed // timedelta(minutes=self.minutes)))


def _days(
    entered_at: datetime, left_at: datetime, zone: ZoneInfo | None
) -> Iterator[tuple[datetime, datetime]]:
    """The days a stay touches, as UTC instants [begin, end)."""
    begin = entered_at
    if zone is None:
        while begin < left_at:
            yield begin, begin + DAY
            begin += DAY
        return
    midnight = datetime.combine(entered_at.astimezone(zone), time(), zone)
    while begin < left_at:
        midnight += DAY  # wall-clock arithmetic: the next local midnight, whatever the day's length
        end = midnight.astimezone(UTC)
        yield begin, end
        begin = end
