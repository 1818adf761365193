"""What is legal in a tariff and yet looks wrong: gaps, overlaps, dead rows, prices that fall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from kiosk.domain.money import Money
from kiosk.tariff.bands import Bands
from kiosk.tariff.civil import DAY, DAY_MINUTES, MINUTE, to_moment, wall_instant
from kiosk.tariff.rate import Rate
from kiosk.tariff.reach import day_pairs, dead_caps, dead_rates, dead_slabs
from kiosk.tariff.slabs import Slabs
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.terms import DAYS
from kiosk.tariff.timetable import NOBODY, Hours, Timetable, day_pattern
from kiosk.tariff.visit import Visit

WEEK_MINUTES = 7 * DAY_MINUTES
FINE_MINUTES, COARSE_MINUTES = 5, 15
"""How far apart the lengths of stay are that are compared: on the first day, and after it."""


class Problem(StrEnum):
    """Kinds of finding."""

    GAP = "gap"
    OVERLAP = "overlap"
    UNREACHABLE = "unreachable"
    FALLS = "falls"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: which rate it is about, and what is odd. An overlap is only a remark."""

    problem: Problem
    rate: str
    text: str

    @property
    def warns(self) -> bool:
        """Whether it is more than a remark."""
        return self.problem is not Problem.OVERLAP

    def __str__(self) -> str:
        return f"{self.problem}: rate {self.rate!r}: {self.text}"


def check(tariff: Tariff, year: int) -> tuple[Finding, ...]:
    """Everything odd in a tariff; prices are swept through a week at several times of `year`."""
    findings = [Finding(Problem.UNREACHABLE, *found) for found in dead_rates(tariff)]
    for rate in tariff.rates:
        rows = [*dead_caps(rate.caps)]
        if isinstance(rate.strategy, Slabs):
            rows = [*dead_slabs(rate.strategy), *rows]
        findings += (Finding(Problem.UNREACHABLE, rate.name, text) for text in rows)
        if isinstance(rate.strategy, Bands):
            findings += _in_bands(rate, rate.strategy)
        findings += _falls(tariff, rate, year)
    return tuple(findings)


# --- bands


def _in_bands(rate: Rate, bands: Bands) -> Iterator[Finding]:
    hours = bands.timetable.hours
    holds: set[int] = set()
    gaps: dict[tuple[int, int, int], None] = {}
    for yesterday, today in day_pairs(bool(bands.timetable.calendar.holidays)):
        for begin, end, window, _ in day_pattern(hours, yesterday, today):
            holds.add(window)
            if window == NOBODY:
                gaps[today, begin, end] = None
    for today, begin, end in gaps:
        text = f"{DAYS[today]} {_clock(begin)} to {_clock(end)}: no band holds, parking is free"
        yield Finding(Problem.GAP, rate.name, text)
    for window, band in enumerate(bands.bands):
        if window not in holds:
            text = f"band {band.name!r} never holds: earlier bands take all of its hours"
            yield Finding(Problem.UNREACHABLE, rate.name, text)
        elif band.hours != Hours():
            yield from _overlaps(rate, bands, window)


def _overlaps(rate: Rate, bands: Bands, window: int) -> Iterator[Finding]:
    """Earlier bands that take a part of this one's hours on some day."""
    band = bands.bands[window]
    for earlier in range(window):
        pair = (bands.timetable.hours[earlier], band.hours)
        if any(
            _both(pair, yesterday, today, begin)
            for yesterday, today in day_pairs(holidays=True)
            for begin, end, _, _ in day_pattern(pair, yesterday, today)
        ):
            text = f"band {bands.bands[earlier].name!r} takes a part of {band.name!r}"
            yield Finding(Problem.OVERLAP, rate.name, text)


def _both(pair: tuple[Hours, Hours], yesterday: int, today: int, minute: int) -> bool:
    return all(
        any(
            begin <= minute < end and window != NOBODY
            for begin, end, window, _ in day_pattern((hours,), yesterday, today)
        )
        for hours in pair
    )


# --- prices that fall


def _falls(tariff: Tariff, rate: Rate, year: int) -> Iterator[Finding]:
    """The first fall of a rate; one that its caps hide at most hours shows without them."""
    entries = _entries_of(rate, [*_entries(tariff, year)])
    fall = _first_fall(tariff, rate, entries)
    if fall is None and rate.caps and isinstance(rate.strategy, Slabs):
        fall = _first_fall(tariff, replace(rate, caps=()), entries)
        fall = fall and f"before the caps, {fall}"
    if fall is not None:
        yield Finding(Problem.FALLS, rate.name, fall)


def _first_fall(tariff: Tariff, rate: Rate, entries: list[int]) -> str | None:
    """Sweep a week from several entries, the clocks' changes included."""
    lengths = [*range(0, DAY_MINUTES, FINE_MINUTES)]
    lengths += range(DAY_MINUTES, WEEK_MINUTES + 1, COARSE_MINUTES)
    if isinstance(rate.strategy, Slabs):
        lengths += (slab.up_to_minutes for slab in rate.strategy.slabs)
    lengths = sorted(set(lengths))
    for entry in entries:
        prices = [_just_after(tariff, rate, entry, minutes) for minutes in lengths]
        for (short, cheap), (long, dear) in pairwise(zip(lengths, prices, strict=True)):
            if dear.minor < cheap.minor:
                local = to_moment(entry).astimezone(tariff.zone) if tariff.zone else None
                came = f" from {local:%a %Y-%m-%d %H:%M}" if local else ""
                text = f"a stay{came} of just over {_clock(long)} h costs {dear.minor}, "
                return text + f"just over {_clock(short)} h costs {cheap.minor}"
    return None


def _entries_of(rate: Rate, entries: list[int]) -> list[int]:
    """The same entries; for a rate with an entry window, each moved to when it next opens."""
    if rate.when.entered is None:
        return entries
    moved = (_next_open(rate.when.entered, entry) for entry in entries)
    return sorted({entry for entry in moved if entry is not None})


def _next_open(window: Timetable, entry: int) -> int | None:
    for stretch in window.stretches(entry, entry + 366 * DAY):
        if stretch.window != NOBODY:
            return max(entry, stretch.begin)
    return None


def _just_after(tariff: Tariff, rate: Rate, entry: int, minutes: int) -> Money:
    """The price one microsecond after a length: what begins at exactly that length counts."""
    entered_at = to_moment(entry)
    left_at = entered_at + timedelta(minutes=minutes, microseconds=1)
    return tariff.price_by(rate, Visit(entered_at, left_at)).total


def _entries(tariff: Tariff, year: int) -> Iterator[int]:
    """A Monday morning, a Friday evening, a Saturday night, and the eve of each clock change."""
    if tariff.zone is None:
        yield 0
        return
    monday = date(year, 6, 1).toordinal()
    monday -= (monday - 1) % 7
    for day, minute in ((0, 480), (4, 1_050), (5, 1_395)):
        yield wall_instant(tariff.zone, monday + day, minute)
    new_year = date(year, 1, 1).toordinal()
    for ordinal in range(new_year, new_year + 365):
        midnights = (wall_instant(tariff.zone, ordinal + day, 0) for day in (0, 1))
        begin, end = midnights
        if end - begin != DAY_MINUTES * MINUTE:
            yield wall_instant(tariff.zone, ordinal - 1, 1_290)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
