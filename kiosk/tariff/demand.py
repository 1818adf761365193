"""Strategy *demand*: another rate's price, multiplied by how full the facility was at entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.meter import Meter, Span, Strategy
from kiosk.tariff.reading import Table
from kiosk.tariff.terms import Rules, read_rate

UNCHANGED = 100
MOST_PERCENT = 10_000


@dataclass(frozen=True, slots=True)
class Step:
    """From so full on, so many percent of the price."""

    from_percent: int
    price_percent: int


@dataclass(frozen=True, slots=True)
class Demand:
    """`rate` at the percentage of the highest step that the occupancy reaches.

    Below the first step, and where nobody knows how full it was, the price is unchanged.
    """

    rate: Strategy
    steps: tuple[Step, ...]
    currency: str
    most_percent: int | None = None

    def meter(self, span: Span) -> _DemandMeter:
        """Open the meter for one stay."""
        inner = self.rate.meter(replace(span, begin=span.start))
        return _DemandMeter(inner, span, self._percent(span.occupancy_percent), self.currency)

    def summary(self) -> Text:
        """Say the price of quiet hours; the quote at the exit says the rest."""
        return self.rate.summary()

    def _percent(self, occupancy: int | None) -> int:
        if occupancy is None:
            return UNCHANGED
        reached = (step for step in self.steps if step.from_percent <= occupancy)
        step = max(reached, key=lambda step: step.from_percent, default=Step(0, UNCHANGED))
        percent = step.price_percent
        return percent if self.most_percent is None else min(percent, self.most_percent)


@dataclass(frozen=True, slots=True)
class _DemandMeter:
    inner: Meter
    span: Span
    percent: int
    currency: str

    def cost(self, until: int) -> int:
        return (self.inner.cost(until) * self.percent + 50) // 100

    def lines(self) -> Sequence[Line]:
        lines = self.inner.lines()
        if self.percent == UNCHANGED:
            return lines
        change = self.cost(self.span.end) - self.inner.cost(self.span.end)
        text = Text("Demand {percent} %").with_values(percent=self.percent)
        return [*lines, Line(text, Money(change, self.currency))]


def load(table: Table, rules: Rules) -> Demand | None:
    """Read `[rate.demand]`."""
    demand = table.read_table("demand", "Add a table [rate.demand] with rate and steps")
    rate = read_rate(demand, "rate", rules)
    most = None
    if demand.has("most_percent"):
        most = demand.read_whole("most_percent", UNCHANGED, MOST_PERCENT)
    steps = [
        _step(row)
        for row in demand.read_tables(
            "steps", "Add [[rate.demand.steps]] with from_percent and price_percent"
        )
    ]
    levels = [step.from_percent for step in steps]
    for level in sorted({level for level in levels if levels.count(level) > 1}):
        demand.refuse("steps", f"two of them begin at {level} %", "Remove one of the two")
    demand.finish()
    return None if rate is None else Demand(rate, (*steps,), rules.currency, most)


def _step(row: Table) -> Step:
    step = Step(
        row.read_whole("from_percent", 0, UNCHANGED),
        row.read_whole("price_percent", 0, MOST_PERCENT),
    )
    row.finish()
    return step
