"""Strategy *subscription*: time that a pass covers costs nothing; the rest is priced by a rate."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.meter import Meter, Span, Strategy
from kiosk.tariff.reading import Table
from kiosk.tariff.terms import Rules, read_hours, read_rate
from kiosk.tariff.timetable import NOBODY, Hours, Timetable


@dataclass(frozen=True, slots=True)
class Subscription:
    """Each stretch outside the pass's validity or outside its hours is a stay under `otherwise`.

    `timetable` None: the pass covers all hours.
    """

    otherwise: Strategy
    currency: str
    hours: tuple[Hours, ...] = ()
    timetable: Timetable | None = field(default=None, compare=False)

    def meter(self, span: Span) -> _SubscriptionMeter:
        """Open the meter for one stay."""
        open_time = [*_gaps(span.start, span.end, self._covered(span))]
        meters = [
            self.otherwise.meter(replace(span, begin=begin, start=begin, end=end))
            for begin, end in open_time
        ]
        costs = [meter.cost(end) for meter, (_, end) in zip(meters, open_time, strict=True)]
        charged = sum(end - begin for begin, end in open_time)
        some = charged < span.end - span.start
        return _SubscriptionMeter(open_time, meters, (0, *accumulate(costs)), some, self.currency)

    def summary(self) -> Text:
        """Say the price in one sentence."""
        return Text("Covered by a pass")

    def _covered(self, span: Span) -> Iterator[tuple[int, int]]:
        """What the pass covers of the stay, in order of time."""
        begin, end = span.pass_valid or (span.start, span.end)
        begin, end = max(begin, span.start), min(end, span.end)
        if begin >= end:
            return
        if self.timetable is None:
            yield begin, end
            return
        for stretch in self.timetable.stretches(begin, end):
            if stretch.window != NOBODY:
                yield max(begin, stretch.begin), min(end, stretch.end)


@dataclass(frozen=True, slots=True)
class _SubscriptionMeter:
    """`before[i]` is what the first i stretches cost."""

    stretches: list[tuple[int, int]]
    meters: list[Meter]
    before: tuple[int, ...]
    covered: bool
    currency: str

    def cost(self, until: int) -> int:
        index = bisect_right(self.stretches, until, key=lambda stretch: stretch[0]) - 1
        if index < 0:
            return 0
        return self.before[index] + self.meters[index].cost(min(until, self.stretches[index][1]))

    def lines(self) -> Sequence[Line]:
        lines = [line for meter in self.meters for line in meter.lines()]
        if self.covered:
            lines.insert(0, Line(Text("Covered by a pass"), Money(0, self.currency)))
        return lines


def _gaps(begin: int, end: int, covered: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of [begin, end)."""
    for starts, ends in covered:
        if begin < starts:
            yield begin, starts
        begin = ends
    if begin < end:
        yield begin, end


def load(table: Table, rules: Rules) -> Subscription | None:
    """Read `[rate.subscription]`."""
    remedy = 'Add a table [rate.subscription] with otherwise = "visitors"'
    subscription = table.read_table("subscription", remedy)
    otherwise = read_rate(subscription, "otherwise", rules)
    hours: list[Hours] = []
    if subscription.has("covers"):
        for row in subscription.read_tables("covers", "Write days, from and to, or remove it"):
            hours.append(read_hours(row, rules))
            row.finish()
    subscription.finish()
    timetable = Timetable((*hours,), rules.calendar()) if hours else None
    if otherwise is None:
        return None
    return Subscription(otherwise, rules.currency, (*hours,), timetable)
