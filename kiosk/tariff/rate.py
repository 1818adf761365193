"""A rate: for whom it is, and its composition of grace, free minutes, strategy, caps and overstay.

A rate is itself a strategy (its free minutes, its strategy and its caps), which is how demand and
subscriptions price by another rate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text, Value
from kiosk.tariff.blocks import Blocks
from kiosk.tariff.caps import Cap
from kiosk.tariff.civil import MINUTE
from kiosk.tariff.meter import Meter, Span, Strategy
from kiosk.tariff.overstay import Overstay
from kiosk.tariff.period import DAILY, Per
from kiosk.tariff.when import ANYBODY, When


@dataclass(frozen=True, slots=True)
class Rate:
    """One price list for one kind of stay.

    A stay no longer than `free_minutes` is free. A longer one pays from its first minute
    (`free_minutes_count`), or from the end of the free minutes.
    """

    name: str
    strategy: Strategy
    currency: str = "EUR"
    when: When = ANYBODY
    by_name_only: bool = False
    entry_grace_minutes: int = 0
    free_minutes: int = 0
    free_minutes_count: bool = True
    caps: tuple[Cap, ...] = ()
    overstay: Overstay | None = None

    def meter(self, span: Span) -> Meter:
        """Open the meter for one stay that begins at `span.start`."""
        free = self.free_minutes * MINUTE
        if not free:
            return self._charging(span)
        if span.end - span.begin <= free:
            return _FreeMeter(self._free_line())
        if self.free_minutes_count:
            return self._charging(span)
        charging = self._charging(replace(span, start=span.begin + free))
        return _AfterFreeMeter(self._free_line(), charging)

    def summary(self) -> Text:
        """Say the price in one sentence for the entry screen and the ticket."""
        blocks = self.strategy
        if isinstance(blocks, Blocks) and blocks.first is None and self._plain_caps():
            return self._blocks_summary(blocks)
        return self.strategy.summary()

    def _charging(self, span: Span) -> Meter:
        meter: Meter = self.strategy.meter(span)
        for cap in self.caps:
            meter = cap.around(meter, span)
        return meter

    def _free_line(self) -> Line:
        text = Text("First {minutes} min free").with_values(minutes=self.free_minutes)
        return Line(text, Money(0, self.currency))

    def _plain_caps(self) -> bool:
        if not self.caps:
            return True
        cap = self.caps[0]
        return len(self.caps) == 1 and cap.period.per in DAILY and cap.days is None

    def _blocks_summary(self, blocks: Blocks) -> Text:
        if not self.caps:
            plain = Text("{price} per {minutes} min")
            graced = Text("Up to {grace} min free, {price} per {minutes} min")
        elif self.caps[0].period.per is Per.FROM_ENTRY:
            plain = Text("{price} per {minutes} min, at most {cap} in 24 hours")
            graced = Text(
                "Up to {grace} min free, {price} per {minutes} min, at most {cap} in 24 hours"
            )
        else:
            plain = Text("{price} per {minutes} min, at most {cap} a day")
            graced = Text("Up to {grace} min free, {price} per {minutes} min, at most {cap} a day")
        values: dict[str, Value] = {"price": blocks.block.price, "minutes": blocks.block.minutes}
        if self.free_minutes:
            values["grace"] = self.free_minutes
        if self.caps:
            values["cap"] = self.caps[0].amount
        return (graced if self.free_minutes else plain).with_values(**values)


@dataclass(frozen=True, slots=True)
class _FreeMeter:
    line: Line

    def cost(self, until: int) -> int:
        return 0

    def lines(self) -> Sequence[Line]:
        return (self.line,)


@dataclass(frozen=True, slots=True)
class _AfterFreeMeter:
    line: Line
    charging: Meter

    def cost(self, until: int) -> int:
        return self.charging.cost(until)

    def lines(self) -> Sequence[Line]:
        return (self.line, *self.charging.lines())
