"""Strategy *slabs*: the length of the stay decides the price of the whole of it.

A table may cost less for longer; the loader takes it and `check` warns.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.blocks import Block
from kiosk.tariff.civil import MINUTE
from kiosk.tariff.meter import Span, started
from kiosk.tariff.period import DAILY, Period
from kiosk.tariff.reading import MOST_MINUTES, Table
from kiosk.tariff.terms import Rules, read_period


@dataclass(frozen=True, slots=True)
class Slab:
    """A stay up to and including `up_to_minutes` costs `price`."""

    up_to_minutes: int
    price: Money


@dataclass(frozen=True, slots=True)
class Slabs:
    """The first slab that is long enough counts; beyond all of them, `beyond` does.

    `beyond` is a price for any longer stay, or a block: the last slab's price and so much for each
    started block after it. With `restart`, each such day of the stay is priced by itself.
    """

    slabs: tuple[Slab, ...]
    beyond: Money | Block
    restart: Period | None = None

    def meter(self, span: Span) -> _SlabsMeter:
        """Open the meter for one stay."""
        pieces: tuple[tuple[int, int], ...] = ((span.start, span.end),)
        if self.restart is not None:
            days = self.restart.between(span.begin, span.start, span.end)
            pieces = (*((max(at, span.start), min(to, span.end)) for at, to in days),)
        prices = [self.price(to - at) for at, to in pieces]
        return _SlabsMeter(self, pieces, (0, *accumulate(prices)))

    def price(self, length: int) -> int:
        """Minor units for one piece of `length` microseconds."""
        row = self.row(length)
        if row < len(self.slabs):
            return self.slabs[row].price.minor
        if isinstance(self.beyond, Money):
            return self.beyond.minor
        return self._last_minor() + self.further(length) * self.beyond.price.minor

    def row(self, length: int) -> int:
        """The index of the slab that counts; one past the last where `beyond` does."""
        for index, slab in enumerate(self.slabs):
            if length <= slab.up_to_minutes * MINUTE:
                return index
        return len(self.slabs)

    def further(self, length: int) -> int:
        """How many blocks have started beyond the last slab."""
        if isinstance(self.beyond, Money):
            return 0
        last = self.slabs[-1].up_to_minutes if self.slabs else 0
        return started(length - last * MINUTE, self.beyond.minutes * MINUTE)

    def _last_minor(self) -> int:
        return self.slabs[-1].price.minor if self.slabs else 0

    def summary(self) -> Text:
        """Say the price in one sentence."""
        if self.slabs:
            first = self.slabs[0]
            sentence = Text("{price} up to {minutes} min, more by length of stay")
            return sentence.with_values(price=first.price, minutes=first.up_to_minutes)
        if isinstance(self.beyond, Money):
            return Text("{price} for the whole stay").with_values(price=self.beyond)
        sentence = Text("{price} per {minutes} min")
        return sentence.with_values(price=self.beyond.price, minutes=self.beyond.minutes)


@dataclass(frozen=True, slots=True)
class _SlabsMeter:
    """`pieces` are instants [from, to); `before` is what the pieces before each of them cost."""

    rule: Slabs
    pieces: tuple[tuple[int, int], ...]
    before: tuple[int, ...]

    def cost(self, until: int) -> int:
        index = bisect_right(self.pieces, until, key=_begin) - 1
        if index < 0:
            return 0
        at, to = self.pieces[index]
        if until <= at:
            return self.before[index]
        return self.before[index] + self.rule.price(min(until, to) - at)

    def lines(self) -> Sequence[Line]:
        rule = self.rule
        lengths = [to - at for at, to in self.pieces]
        # Blocks beyond the last slab come on top of its price, a price beyond it stands alone.
        last = len(rule.slabs) - isinstance(rule.beyond, Block)
        counts = Counter(min(rule.row(length), last) for length in lengths)
        lines = [
            Line(_up_to(counts[row], slab.up_to_minutes), _times(slab.price, counts[row]))
            for row, slab in enumerate(rule.slabs)
            if counts[row]
        ]
        if isinstance(rule.beyond, Money):
            if beyond := counts[len(rule.slabs)]:
                lines.append(self._over(rule.beyond, beyond))
        elif further := sum(map(rule.further, lengths)):
            block = rule.beyond
            text = Text("{count} × {minutes} min").with_values(count=further, minutes=block.minutes)
            lines.append(Line(text, _times(block.price, further)))
        return lines

    def _over(self, price: Money, count: int) -> Line:
        if not self.rule.slabs:
            many = Text("Flat price × {count}").with_values(count=count)
            return Line(Text("Flat price") if count == 1 else many, _times(price, count))
        minutes = self.rule.slabs[-1].up_to_minutes
        many = Text("{count} × over {minutes} min").with_values(count=count, minutes=minutes)
        one = Text("Over {minutes} min").with_values(minutes=minutes)
        return Line(one if count == 1 else many, _times(price, count))


def _begin(piece: tuple[int, int]) -> int:
    return piece[0]


def _up_to(count: int, minutes: int) -> Text:
    many = Text("{count} × up to {minutes} min").with_values(count=count, minutes=minutes)
    return Text("Up to {minutes} min").with_values(minutes=minutes) if count == 1 else many


def _times(price: Money, count: int) -> Money:
    return Money(price.minor * count, price.currency)


def load(table: Table, rules: Rules) -> Slabs | None:
    """Read `[[rate.slabs]]` and `slabs_restart`; None where there are no rows."""
    rows = table.read_tables("slabs", "Add [[rate.slabs]] with up_to_minutes and price_minor")
    slabs = tuple(_slab(row, rules) for row in rows[:-1])
    beyond = [_beyond(row, rules) for row in rows[-1:]]
    restart = None
    if table.has("slabs_restart") or table.has("slabs_restart_from"):
        restart = read_period(table, DAILY, rules, key="slabs_restart")
    return Slabs(slabs, beyond[0], restart) if beyond else None


def _slab(row: Table, rules: Rules) -> Slab:
    minutes = row.read_whole("up_to_minutes", 1, MOST_MINUTES)
    price = row.read_minor("price_minor")
    row.finish()
    return Slab(minutes, Money(price, rules.currency))


def _beyond(row: Table, rules: Rules) -> Money | Block:
    """The last row: a price for any longer stay, or one for each further block."""
    if row.has("up_to_minutes"):
        remedy = "Add a last [[rate.slabs]] without up_to_minutes, for any longer stay"
        row.refuse("up_to_minutes", "the last slab must be open", remedy)
        return _slab(row, rules).price
    if row.has("each_minutes") or row.has("each_minor"):
        minutes = row.read_whole("each_minutes", 1, MOST_MINUTES)
        each = Block(minutes, Money(row.read_minor("each_minor"), rules.currency))
        row.finish()
        return each
    price = Money(row.read_minor("price_minor"), rules.currency)
    row.finish()
    return price
