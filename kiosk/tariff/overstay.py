"""Overstaying: the fee for a stay that is longer than allowed, or than it was booked."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, LineKind
from kiosk.domain.wording import Text
from kiosk.tariff.civil import MINUTE
from kiosk.tariff.meter import started
from kiosk.tariff.reading import MOST_MINUTES, Table
from kiosk.tariff.terms import Rules


@dataclass(frozen=True, slots=True)
class Overstay:
    """`price` once, or for each started `minutes` beyond the earlier of the two limits.

    Nothing while no more than `tolerance_minutes` over; then it counts from the limit itself.
    """

    price: Money
    max_stay_minutes: int | None = None
    after_booking: bool = False
    tolerance_minutes: int = 0
    minutes: int | None = None
    most: Money | None = None

    def fee(self, begin: int, end: int, booking_ends: int | None) -> int:
        """Minor units for a stay between two instants."""
        fee = self._count(begin, end, booking_ends) * self.price.minor
        return fee if self.most is None else min(fee, self.most.minor)

    def lines(self, begin: int, end: int, booking_ends: int | None) -> tuple[Line, ...]:
        """Explain the fee; no line when there is none to explain."""
        count = self._count(begin, end, booking_ends)
        if not count:
            return ()
        text = Text("Overstay")
        if self.minutes is not None:
            text = Text("Overstay: {count} × {minutes} min")
            text = text.with_values(count=count, minutes=self.minutes)
        full = Money(count * self.price.minor, self.price.currency)
        line = Line(text, full, LineKind.FEES)
        saved = self.fee(begin, end, booking_ends) - full.minor
        if not saved:
            return (line,)
        capped = Money(saved, self.price.currency)
        return (line, Line(Text("Cap on overstay"), capped, LineKind.FEES))

    def _count(self, begin: int, end: int, booking_ends: int | None) -> int:
        limits: list[int] = []
        if self.max_stay_minutes is not None:
            limits.append(begin + self.max_stay_minutes * MINUTE)
        if self.after_booking and booking_ends is not None:
            limits.append(booking_ends)
        if not limits or end - min(limits) <= self.tolerance_minutes * MINUTE:
            return 0
        return 1 if self.minutes is None else started(end - min(limits), self.minutes * MINUTE)


def load(table: Table, rules: Rules) -> Overstay | None:
    """Read `[rate.overstay]`."""
    if not table.has("overstay"):
        return None
    remedy = "Write a table [rate.overstay] with price_minor and a limit, or remove it"
    overstay = table.read_table("overstay", remedy)
    max_stay = overstay.read_optional("max_stay_minutes", 1, MOST_MINUTES)
    after_booking = overstay.read_flag("after_booking", default=False)
    if max_stay is None and not after_booking and not overstay.has("max_stay_minutes"):
        limit = "Write max_stay_minutes = 240, after_booking = true, or both"
        overstay.refuse("max_stay_minutes", "is missing", limit)
    tolerance = overstay.read_whole("tolerance_minutes", 0, MOST_MINUTES, default=0)
    price = Money(overstay.read_minor("price_minor"), rules.currency)
    minutes = overstay.read_optional("minutes", 1, MOST_MINUTES)
    most = None
    if overstay.has("most_minor"):
        most = Money(overstay.read_minor("most_minor"), rules.currency)
    overstay.finish()
    return Overstay(price, max_stay, after_booking, tolerance, minutes, most)
