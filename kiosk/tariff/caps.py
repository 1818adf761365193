"""Caps: the most that a day, a night, a week or the whole stay may cost.

A cap is a meter around a meter. What a day costs is what the stay costs up to the day's end minus
what it costs up to its beginning; what that is above the cap is taken back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.civil import Calendar, local_ordinal
from kiosk.tariff.meter import Meter, Span
from kiosk.tariff.period import DAILY, Per, Period
from kiosk.tariff.reading import Table
from kiosk.tariff.terms import Rules, read_days, read_period


@dataclass(frozen=True, slots=True)
class Days:
    """Kinds of day (`civil.Calendar.kind`), and the calendar that tells them."""

    kinds: frozenset[int]
    calendar: Calendar

    def has(self, instant: int) -> bool:
        """Whether the date of an instant is of such a kind."""
        return self.calendar.kind(local_ordinal(self.calendar.zone, instant)) in self.kinds


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that each stretch of `period` costs.

    With `days`, it is for those only that begin on such a kind of day. `name` is what the line
    says; the usual words where it is empty.
    """

    amount: Money
    period: Period
    days: Days | None = None
    name: str = ""

    def around(self, inner: Meter, span: Span) -> _CapMeter:
        """The meter with this cap."""
        stretches: list[_Stretch] = []
        taken = 0
        for begin, end in self.period.between(span.begin, span.start, span.end):
            if self.days is not None and not self.days.has(begin):
                continue
            at_begin = inner.cost(begin)
            back = max(0, inner.cost(min(end, span.end)) - at_begin - self.amount.minor)
            stretches.append(_Stretch(begin, end, at_begin, taken, back))
            taken += back
        return _CapMeter(self, inner, span, stretches, [each.begin for each in stretches])


class _Stretch(NamedTuple):
    """A day: instants [begin, end), what the stay cost up to it, taken back before it and in it."""

    begin: int
    end: int
    at_begin: int
    before: int
    back: int


@dataclass(frozen=True, slots=True)
class _CapMeter:
    cap: Cap
    inner: Meter
    span: Span
    stretches: list[_Stretch]
    begins: list[int]

    def cost(self, until: int) -> int:
        cost = self.inner.cost(until)
        index = bisect_right(self.begins, until) - 1
        if index < 0:
            return cost
        _, end, at_begin, before, back = self.stretches[index]
        if until < end:
            back = max(0, cost - at_begin - self.cap.amount.minor)
        return max(0, cost - before - back)

    def lines(self) -> Sequence[Line]:
        end = self.span.end
        saved = self.cost(end) - self.inner.cost(end)
        lines = self.inner.lines()
        if not saved:
            return lines
        count = sum(each.back > 0 for each in self.stretches)
        return [*lines, Line(self._text(count), Money(saved, self.cap.amount.currency))]

    def _text(self, count: int) -> Text:
        if name := self.cap.name:
            many = Text("{name} × {count}").with_values(name=name, count=count)
            return Text("{name}").with_values(name=name) if count == 1 else many
        per = self.cap.period.per
        if per is Per.ENTRY:
            return Text("Cap for the stay")
        if per in DAILY:
            many = Text("Daily cap × {days}").with_values(days=count)
            return Text("Daily cap") if count == 1 else many
        if per is Per.NIGHT:
            many = Text("Night cap × {nights}").with_values(nights=count)
            return Text("Night cap") if count == 1 else many
        many = Text("Weekly cap × {weeks}").with_values(weeks=count)
        return Text("Weekly cap") if count == 1 else many


def load(table: Table, rules: Rules) -> tuple[Cap, ...]:
    """Read `[[rate.caps]]`."""
    caps: list[Cap] = []
    if not table.has("caps"):
        return ()
    for row in table.read_tables("caps", "Write per and amount_minor, or remove it"):
        caps.append(_cap(row, rules))
        row.finish()
    return (*caps,)


def _cap(row: Table, rules: Rules) -> Cap:
    amount = Money(row.read_minor("amount_minor"), rules.currency)
    period = read_period(row, (*Per,), rules)
    days = Days(read_days(row, "days"), rules.calendar()) if row.has("days") else None
    name = ""
    if row.has("name"):
        name = row.read_text("name", 'Write what the receipt shall say, such as name = "Sundays"')
    return Cap(amount, period, days, name)
