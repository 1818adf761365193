"""Strategy *flat*: one price for the stay, or for every day or week it touches."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.meter import Span
from kiosk.tariff.period import WEEKLY, Per, Period
from kiosk.tariff.reading import Table
from kiosk.tariff.terms import Rules, read_period

ONCE = Period(Per.ENTRY)


@dataclass(frozen=True, slots=True)
class Flat:
    """Charge `price` once for every stretch of `period`."""

    price: Money
    period: Period = ONCE

    def meter(self, span: Span) -> _FlatMeter:
        """Open the meter for one stay."""
        return _FlatMeter(self, span)

    def summary(self) -> Text:
        """Say the price in one sentence."""
        if self.period.per is Per.ENTRY:
            sentence = Text("{price} for the whole stay")
        elif self.period.per in WEEKLY:
            sentence = Text("{price} a week")
        else:
            sentence = Text("{price} a day")
        return sentence.with_values(price=self.price)


@dataclass(frozen=True, slots=True)
class _FlatMeter:
    flat: Flat
    span: Span

    def cost(self, until: int) -> int:
        return self._count(until) * self.flat.price.minor

    def lines(self) -> tuple[Line, ...]:
        count = self._count(self.span.end)
        return (Line(self._text(count), Money(count * self.flat.price.minor, self._currency)),)

    def _count(self, until: int) -> int:
        if until <= self.span.start:
            return 0
        return sum(1 for _ in self.flat.period.between(self.span.begin, self.span.start, until))

    def _text(self, count: int) -> Text:
        if self.flat.period.per is Per.ENTRY:
            return Text("Flat price")
        if self.flat.period.per in WEEKLY:
            many = Text("Weekly rate × {weeks}").with_values(weeks=count)
            return Text("Weekly rate") if count == 1 else many
        many = Text("Day rate × {days}").with_values(days=count)
        return Text("Day rate") if count == 1 else many

    @property
    def _currency(self) -> str:
        return self.flat.price.currency


def load(table: Table, rules: Rules) -> Flat:
    """Read `[rate.flat]`."""
    flat = table.read_table("flat", "Add a table [rate.flat] with price_minor = 500")
    price = flat.read_minor("price_minor")
    every = (*(per for per in Per if per is not Per.NIGHT),)
    period = read_period(flat, every, rules, default=Per.ENTRY)
    flat.finish()
    return Flat(Money(price, rules.currency), period)
