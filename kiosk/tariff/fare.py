"""One visit's fare before validations: parking and fees, joined with earlier stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, LineKind
from kiosk.domain.wording import Text
from kiosk.tariff.civil import MINUTE, to_instant
from kiosk.tariff.joining import joined
from kiosk.tariff.meter import NEVER, Span
from kiosk.tariff.rate import Rate
from kiosk.tariff.visit import Visit


@dataclass(frozen=True, slots=True)
class Fare:
    """A visit under its rate, as instants.

    The stay began at `begin`, with the first earlier stay joined; this visit at `entry`. It ends
    before `end` and is never empty. `earlier_end` is when the last stay joined ended.
    """

    rate: Rate
    begin: int
    entry: int
    end: int
    earlier_end: int | None = None
    booking_ends: int | None = None
    occupancy_percent: int | None = None
    pass_valid: tuple[int, int] | None = None

    @classmethod
    def of(cls, visit: Visit, rate: Rate, reentry_minutes: int) -> Fare:
        """Raises ValueError for an instant without a zone."""
        whole = joined(visit, reentry_minutes)
        return cls(
            rate=rate,
            begin=whole.begin,
            entry=whole.entry,
            end=whole.end,
            earlier_end=whole.earlier_end,
            booking_ends=None if visit.booking is None else to_instant(visit.booking[1]),
            occupancy_percent=visit.occupancy_percent,
            pass_valid=_pass_valid(visit),
        )

    def parking(self, rate: Rate, end: int) -> int:
        """Minor units that this visit's parking costs under a rate, had it ended at `end`."""
        if end <= self.entry:
            return 0
        whole = self._whole(rate, end)
        if self.earlier_end is None:
            return whole
        return max(0, whole - self._whole(rate, self.earlier_end))

    def lines(self) -> Sequence[Line]:
        """Parking and fees, explained."""
        if self._in_grace(self.end):
            minutes = self.rate.entry_grace_minutes
            text = Text("Drive-through within {minutes} min").with_values(minutes=minutes)
            return (Line(text, Money(0, self.rate.currency)),)
        lines = [*self.rate.meter(self._span(self.end)).lines()]
        overstay = self.rate.overstay
        if overstay is not None:
            lines += overstay.lines(self.begin, self.end, self.booking_ends)
        if self.earlier_end is None:
            return lines
        parking = total(lines, LineKind.PARKING)
        fees = total(lines, LineKind.FEES)
        lines += self._share(min(parking, self._whole(self.rate, self.earlier_end)))
        lines += self._share(min(fees, self._earlier_fees(self.earlier_end)), LineKind.FEES)
        return lines

    def _whole(self, rate: Rate, end: int) -> int:
        """Parking from `begin`, the earlier stays' share included."""
        return 0 if self._in_grace(end) else rate.meter(self._span(end)).cost(end)

    def _earlier_fees(self, earlier_end: int) -> int:
        overstay = self.rate.overstay
        if overstay is None or self._in_grace(earlier_end):
            return 0
        return overstay.fee(self.begin, earlier_end, self.booking_ends)

    def _in_grace(self, end: int) -> bool:
        grace = self.rate.entry_grace_minutes * MINUTE
        return 0 < end - self.begin <= grace

    def _span(self, end: int) -> Span:
        return Span(self.begin, self.begin, end, self.occupancy_percent, self.pass_valid)

    def _share(self, minor: int, kind: LineKind = LineKind.PARKING) -> Iterable[Line]:
        if minor:
            text = Text("Charged with the earlier stay")
            yield Line(text, Money(-minor, self.rate.currency), kind)


def total(lines: Iterable[Line], *kinds: LineKind) -> int:
    """Minor units of the lines of some kinds."""
    return sum(line.amount.minor for line in lines if line.kind in kinds)


def _pass_valid(visit: Visit) -> tuple[int, int] | None:
    if visit.pass_group is None:
        return NEVER
    if visit.pass_valid is None:
        return None
    return to_instant(visit.pass_valid[0]), to_instant(visit.pass_valid[1])
