"""Strategy *bands*: prices by time of day, kind of day and holiday.

Paying walks from block to block: each belongs to the band in which it begins, however far it
reaches. A band with a flat price is paid once for each of its windows; the first block of a window
may have a length and a price of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.blocks import Block, read_first
from kiosk.tariff.civil import MINUTE
from kiosk.tariff.meter import Span, started
from kiosk.tariff.reading import MOST_MINUTES, Table
from kiosk.tariff.terms import Rules, read_hours
from kiosk.tariff.timetable import NOBODY, Hours, Timetable


@dataclass(frozen=True, slots=True)
class Band:
    """Hours with a price: per block of `minutes`, or flat per window where `minutes` is None.

    `first` is the block that is charged first in each window, where it differs.
    """

    name: str
    hours: Hours
    price: Money
    minutes: int | None = None
    first: Block | None = None


@dataclass(frozen=True, slots=True)
class Bands:
    """Bands in order of precedence: where two overlap the first holds; where none, time is free."""

    bands: tuple[Band, ...]
    timetable: Timetable = field(compare=False)

    def meter(self, span: Span) -> _BandsMeter:
        """Open the meter for one stay: walk through it once, a band's stretch at a time."""
        runs: list[_Run] = []
        opened: set[tuple[int, int]] = set()
        at, cost = span.start, 0
        for _, until, window, date in self.timetable.stretches(span.start, span.end):
            if at >= span.end:
                break  # the last block reaches over the end of the stay
            if at >= until:
                continue  # or over all of this stretch
            if window == NOBODY:
                at = until
                continue
            band = self.bands[window]
            if band.minutes is None:
                if (window, date) not in opened:
                    opened.add((window, date))
                    runs.append(_Run(at, cost, window, 1))
                    cost += band.price.minor
                at = until
                continue
            if band.first is not None and (window, date) not in opened:
                opened.add((window, date))
                runs.append(_Run(at, cost, window, 1, first=True))
                cost += band.first.price.minor
                at += band.first.minutes * MINUTE
            length = band.minutes * MINUTE
            if count := started(min(until, span.end) - at, length):
                runs.append(_Run(at, cost, window, count))
                cost += count * band.price.minor
                at += count * length
        return _BandsMeter(self.bands, runs, [run.begin for run in runs])

    def summary(self) -> Text:
        """Say the price in one sentence."""
        prices = [band.price for band in self.bands]
        prices += (band.first.price for band in self.bands if band.first is not None)
        cheapest = min(prices, key=_minor)
        return Text("From {price}, by time of day").with_values(price=cheapest)


class _Run(NamedTuple):
    """Blocks of one band (by its place) in a row; `before` is what all before them cost.

    `first` is a run of one: the first block of a window, where it differs.
    """

    begin: int
    before: int
    window: int
    blocks: int
    first: bool = False


@dataclass(frozen=True, slots=True)
class _BandsMeter:
    bands: tuple[Band, ...]
    runs: list[_Run]
    begins: list[int]

    def cost(self, until: int) -> int:
        index = bisect_left(self.begins, until) - 1
        if index < 0:
            return 0
        begin, before, window, count, first = self.runs[index]
        band = self.bands[window]
        if first and band.first is not None:
            return before + band.first.price.minor
        if band.minutes is not None:
            count = min(count, started(until - begin, band.minutes * MINUTE))
        return before + count * band.price.minor

    def lines(self) -> Sequence[Line]:
        counts: Counter[int] = Counter()
        firsts: Counter[int] = Counter()
        for run in self.runs:
            (firsts if run.first else counts)[run.window] += run.blocks
        lines: list[Line] = []
        for window, band in enumerate(self.bands):
            if band.first is not None and (count := firsts[window]):
                price = Money(count * band.first.price.minor, band.price.currency)
                lines.append(Line(_first_text(band.name, band.first, count), price))
            if count := counts[window]:
                price = Money(count * band.price.minor, band.price.currency)
                lines.append(Line(_text(band, count), price))
        nothing = Money(0, self.bands[0].price.currency)
        return lines or [Line(Text("No charge at this time"), nothing)]


def _minor(price: Money) -> int:
    return price.minor


def _text(band: Band, count: int) -> Text:
    if band.minutes is not None:
        text = Text("{band}: {count} × {minutes} min")
        return text.with_values(band=band.name, count=count, minutes=band.minutes)
    if count == 1:
        return Text("{band}").with_values(band=band.name)
    return Text("{band} × {count}").with_values(band=band.name, count=count)


def _first_text(name: str, first: Block, count: int) -> Text:
    if count == 1:
        return Text("{band}: first {minutes} min").with_values(band=name, minutes=first.minutes)
    many = Text("{band}: {count} × first {minutes} min")
    return many.with_values(band=name, count=count, minutes=first.minutes)


def load(table: Table, rules: Rules) -> Bands:
    """Read `[[rate.bands]]`."""
    rows = table.read_tables("bands", "Add [[rate.bands]] with name, from, to and a price")
    bands = [_band(row, rules) for row in rows]
    calendar = rules.calendar()
    hours = (*(band.hours for band in bands),)
    return Bands((*bands,), Timetable(hours, calendar))


def _band(row: Table, rules: Rules) -> Band:
    name = row.read_text("name", 'Write what the receipt shall say, such as name = "Night"')
    hours = read_hours(row, rules)
    minutes = first = None
    if row.has("flat_minor"):
        price = row.read_minor("flat_minor")
    else:
        minutes = row.read_whole("minutes", 1, MOST_MINUTES)
        price = row.read_minor("price_minor")
        first = read_first(row, rules.currency)
    row.finish()
    return Band(name, hours, Money(price, rules.currency), minutes, first)
