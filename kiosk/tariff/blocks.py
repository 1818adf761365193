"""Strategy *blocks*: a price for each started block of minutes; the first block may differ.

A block begins where paying starts and where the one before it ends. A started block is paid in
full; at exactly 60 minutes the third half hour has not started yet.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.civil import MINUTE
from kiosk.tariff.meter import Span, started
from kiosk.tariff.reading import MOST_MINUTES, Table
from kiosk.tariff.terms import Rules


@dataclass(frozen=True, slots=True)
class Block:
    """So many minutes for so much."""

    minutes: int
    price: Money


@dataclass(frozen=True, slots=True)
class Blocks:
    """Charge `block` for every started stretch of its minutes, after the `first` block if any."""

    block: Block
    first: Block | None = None

    def meter(self, span: Span) -> _BlocksMeter:
        """Open the meter for one stay."""
        return _BlocksMeter(self, span)

    def summary(self) -> Text:
        """Say the price in one sentence."""
        price, minutes = self.block.price, self.block.minutes
        if self.first is None:
            return Text("{price} per {minutes} min").with_values(price=price, minutes=minutes)
        sentence = Text("{first} for the first {start} min, then {price} per {minutes} min")
        return sentence.with_values(
            first=self.first.price, start=self.first.minutes, price=price, minutes=minutes
        )


@dataclass(frozen=True, slots=True)
class _BlocksMeter:
    rule: Blocks
    span: Span

    def cost(self, until: int) -> int:
        first = self.rule.first
        if first is None or until <= self.span.start:
            return self._further(until) * self.rule.block.price.minor
        return first.price.minor + self._further(until) * self.rule.block.price.minor

    def lines(self) -> tuple[Line, ...]:
        first, block = self.rule.first, self.rule.block
        count = self._further(self.span.end)
        parked = Text("{count} × {minutes} min").with_values(count=count, minutes=block.minutes)
        further = Line(parked, Money(count * block.price.minor, block.price.currency))
        if first is None:
            return (further,)
        start = Text("First {minutes} min").with_values(minutes=first.minutes)
        return (Line(start, first.price), further) if count else (Line(start, first.price),)

    def _further(self, until: int) -> int:
        """How many blocks other than a first one have started."""
        first = 0 if self.rule.first is None else self.rule.first.minutes * MINUTE
        return started(until - self.span.start - first, self.rule.block.minutes * MINUTE)


def load(table: Table, rules: Rules) -> Blocks:
    """Read `[rate.blocks]`."""
    blocks = table.read_table("blocks", "Add a table [rate.blocks] with minutes and price_minor")
    block = Block(
        blocks.read_whole("minutes", 1, MOST_MINUTES),
        Money(blocks.read_minor("price_minor"), rules.currency),
    )
    first = read_first(blocks, rules.currency)
    blocks.finish()
    return Blocks(block, first)


def read_first(table: Table, currency: str) -> Block | None:
    """`first_minutes` and `first_price_minor`: both, or None where neither is there."""
    if not table.has("first_minutes") and not table.has("first_price_minor"):
        return None
    minutes = table.read_whole("first_minutes", 1, MOST_MINUTES)
    return Block(minutes, Money(table.read_minor("first_price_minor"), currency))
