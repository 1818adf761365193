"""Rows of a tariff that can never apply, in words: rates, slabs and caps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, product

from kiosk.tariff.caps import Cap
from kiosk.tariff.civil import HOLIDAY, to_moment
from kiosk.tariff.period import Per
from kiosk.tariff.rate import Rate
from kiosk.tariff.slabs import Slabs
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.timetable import ALL_DAYS, Hours, day_pattern
from kiosk.tariff.visit import Visit
from kiosk.tariff.when import When

OTHER = "(any other)"
MONDAY = 0


def day_pairs(holidays: bool) -> list[tuple[int, int]]:
    """Kinds of a date and the next: a week's, and where there are holidays, any with them."""
    week = [(day, (day + 1) % 7) for day in range(7)]
    if not holidays:
        return week
    around = [(day, HOLIDAY) for day in ALL_DAYS] + [(HOLIDAY, day) for day in range(7)]
    return week + around


def dead_rates(tariff: Tariff) -> Iterator[tuple[str, str]]:
    """Names and reasons. Tries every combination of the words in all conditions (and one word
    that is in none) with every set of entry windows that hold at the same moment.
    """
    rates = [rate for rate in tariff.rates if not rate.by_name_only]
    entries = _open_together(rates, holidays=bool(tariff.holidays))
    cases = product(_every_visit([rate.when for rate in rates]), entries)
    reached = {_first(rates, visit, held) for visit, held in cases}
    for rate in rates:
        if rate.name in reached:
            continue
        if any(rate.name in held for held in entries):
            yield rate.name, "can never apply: the rates before it take every case"
        else:
            yield rate.name, "can never apply: no date is of the kind on which it is entered"


def _first(rates: list[Rate], visit: Visit, held: frozenset[str]) -> str | None:
    mine = (rate.name for rate in rates if rate.name in held and rate.when.suits(visit))
    return next(mine, None)


def _open_together(rates: list[Rate], holidays: bool) -> set[frozenset[str]]:
    """For every moment of a week (and of holidays): the rates that take an entry then."""
    always = [rate.name for rate in rates if rate.when.entered is None]
    hours = {rate.name: rate.when.entered.hours for rate in rates if rate.when.entered}
    every = (*(each for own in hours.values() for each in own),)
    return {
        frozenset(always).union(name for name in hours if _holds(hours[name], days, begin))
        for days in day_pairs(holidays)
        for begin, *_ in day_pattern(every, *days)
    }


def _holds(hours: tuple[Hours, ...], days: tuple[int, int], minute: int) -> bool:
    return any(
        begin <= minute < end and index >= 0 for begin, end, index, _ in day_pattern(hours, *days)
    )


def _every_visit(conditions: list[When]) -> Iterator[Visit]:
    moment = to_moment(0)
    classes = _words([when.vehicle_class for when in conditions])
    spots = _words([when.spot_type for when in conditions])
    zones = _words([when.zone for when in conditions])
    groups = (None, *_words([when.pass_group for when in conditions]))
    for vehicle, spot, zone, group, booking in product(
        classes, spots, zones, groups, (None, (moment, moment))
    ):
        yield Visit(moment, moment, vehicle, spot, zone, booking=booking, pass_group=group)


def _words(conditions: list[frozenset[str] | None]) -> tuple[str, ...]:
    return (OTHER, *sorted(frozenset().union(*(words or frozenset() for words in conditions))))


def dead_slabs(slabs: Slabs) -> Iterator[str]:
    """Rows that are not longer than one before them."""
    longest = accumulate((slab.up_to_minutes for slab in slabs.slabs), max, initial=0)
    for number, (before, slab) in enumerate(zip(longest, slabs.slabs, strict=False), start=1):
        if slab.up_to_minutes <= before:
            text = f"slab {number} (up to {slab.up_to_minutes} min) is never reached: "
            yield text + f"an earlier one goes up to {before} min"


def dead_caps(caps: tuple[Cap, ...]) -> Iterator[str]:
    """Caps for kinds of day on which none of their periods begins."""
    for number, cap in enumerate(caps, start=1):
        if cap.days is None:
            continue
        kinds = {MONDAY} if cap.period.per is Per.CALENDAR_WEEK else set(range(7))
        if cap.days.calendar.holidays:
            kinds.add(HOLIDAY)
        if not kinds & cap.days.kinds:
            yield f"cap {number} never applies: none of its periods begins on such a day"
