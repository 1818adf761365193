"""Random stays for a random tariff: mostly at the boundaries the tariff names.

Nights in which clocks change, leap days and turns of the year come far more often than they should.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.tariff.visit import Interval, Visit
from tests.support.slow_clock import first_moment

Table = dict[str, Any]

ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "Atlantic/Azores",
    "America/New_York",
    "America/Chicago",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Havana",
    "America/Santiago",
    "America/Asuncion",
    "America/Nuuk",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Beirut",
    "Asia/Tehran",
    "Asia/Gaza",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Antarctica/Troll",
    "UTC",
)
"""Clocks that change at midnight, by half an hour, by two hours, by a whole day, and never."""

YEARS = (2011, 2017, 2024, 2026, 2028)
CLOCKS = (
    *("00:00", "01:00", "02:00", "02:30", "03:00", "06:00", "08:00", "12:00", "18:00", "20:00"),
    *("22:30", "23:59", "24:00"),
)
CLASSES = ("car", "motorcycle", "truck")


def any_visit(chance: Random, tariff: Table) -> Visit:
    """A stay, mostly at the boundaries the tariff names."""
    zone = tariff.get("zone", "UTC")
    edges = tuple(_numbers(tariff)) or (60,)
    clocks = (*_clocks(tariff), *CLOCKS)
    year = (
        date.fromisoformat(tariff["holidays"][0]).year
        if tariff.get("holidays")
        else chance.choice(YEARS)
    )
    entered = _a_moment(chance, zone, year, clocks)
    left = _an_end(chance, zone, entered, edges, clocks)
    groups = (None, None, "staff", "residents")
    group = chance.choice(groups)
    shown = ZoneInfo(zone) if chance.random() < 0.2 else UTC
    return Visit(
        entered_at=entered.astimezone(shown),
        left_at=left.astimezone(shown),
        vehicle_class=chance.choice(CLASSES),
        spot_type=chance.choice(("", "charging")),
        zone=chance.choice(("", "roof")),
        occupancy_percent=chance.choice((None, 0, 49, 50, 69, 70, 89, 90, 100)),
        booking=_near(chance, entered, left, edges) if chance.random() < 0.4 else None,
        pass_group=group,
        pass_valid=_near(chance, entered, left, edges) if group and chance.random() < 0.6 else None,
        earlier=tuple(_earlier(chance, tariff, entered, edges)),
        validations=_validations(chance, tariff, edges),
    )


@cache
def changes(zone: str, year: int) -> tuple[datetime, ...]:
    """The hours of a year in which the clocks of a zone change, in UTC."""
    hours = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(8760)]
    offsets = [hour.astimezone(ZoneInfo(zone)).utcoffset() for hour in hours]
    return tuple(
        b for a, b, c, d in zip(hours, hours[1:], offsets, offsets[1:], strict=False) if c != d
    )


def a_date(chance: Random, zone: str, year: int) -> date:
    near = changes(zone, year)
    if near and chance.random() < 0.6:
        day = chance.choice(near).astimezone(ZoneInfo(zone)).date()
    else:
        ends = (date(year, 12, 31), date(year, 2, 28), date(year, 6, 14))
        day = chance.choice(ends)
    return day + timedelta(days=chance.choice((-2, -1, -1, 0, 0, 1)))


def _a_moment(chance: Random, zone: str, year: int, clocks: tuple[str, ...]) -> datetime:
    day = a_date(chance, zone, year)
    if chance.random() < 0.4:
        wall = datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(
            seconds=chance.randrange(86_400)
        )
        return wall.astimezone(UTC)
    return first_moment(zone, day, chance.choice(clocks)) + _nudge(chance)


def _an_end(
    chance: Random, zone: str, entered: datetime, edges: tuple[int, ...], clocks: tuple[str, ...]
) -> datetime:
    kind = chance.random()
    if kind < 0.45:
        length = timedelta(minutes=chance.choice(edges) * chance.choice((1, 1, 1, 2, 3)))
        return entered + length + _nudge(chance)
    if kind < 0.75:
        days = chance.choice((0, 0, 1, 1, 2, 4, 9))
        day = entered.astimezone(ZoneInfo(zone)).date() + timedelta(days=days)
        return first_moment(zone, day, chance.choice(clocks)) + _nudge(chance)
    longest = chance.choice((3600, 10_800, 86_400, 259_200)) if kind < 0.98 else 2_600_000
    return entered + timedelta(seconds=chance.randrange(longest))


def _nudge(chance: Random) -> timedelta:
    nudges = (0, 0, 0, 1, -1, 1_000_000, -1_000_000, 60_000_000, 600_000_000)
    return timedelta(microseconds=chance.choice(nudges))


def _near(chance: Random, entered: datetime, left: datetime, edges: tuple[int, ...]) -> Interval:
    begin = chance.choice((entered, left)) + timedelta(
        minutes=chance.choice((-1, 0, 0, 1)) * chance.choice(edges)
    )
    end = max(begin, left - timedelta(minutes=chance.choice(edges) * chance.choice((0, 0, 1, -1))))
    return begin, end + max(timedelta(), _nudge(chance))


def _earlier(
    chance: Random, tariff: Table, entered: datetime, edges: tuple[int, ...]
) -> list[Interval]:
    """Stays before this one: near enough and not, overlapping, and once backwards."""
    found: list[Interval] = []
    until = entered
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3)) if "reentry_minutes" in tariff else 0):
        gap = timedelta(minutes=tariff["reentry_minutes"] * chance.choice((-1, 0, 1, 1, 1, 2)))
        end = until - gap - _nudge(chance)
        begin = end - timedelta(minutes=chance.choice(edges)) - abs(_nudge(chance))
        found.append((end, begin) if chance.random() < 0.03 else (begin, end))
        until = begin
    chance.shuffle(found)
    return found


def _validations(chance: Random, tariff: Table, edges: tuple[int, ...]) -> tuple[Benefit, ...]:
    if chance.random() < 0.6:
        return ()
    names = [rate["name"] for rate in tariff.get("rate", ())] + ["nowhere"]
    values = {
        BenefitKind.TIME: (1, 30, 60, 1440, *edges),
        BenefitKind.AMOUNT: (0, 1, 100, 500, -50),
        BenefitKind.PERCENT: (0, 1, 25, 33, 50, 80),
        BenefitKind.FULL: (0,),
        BenefitKind.RATE: (0,),
    }
    given = []
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        kind = chance.choice((*BenefitKind, BenefitKind.TIME, BenefitKind.RATE))
        rate = chance.choice(names) if kind is BenefitKind.RATE else ""
        given.append(Benefit(kind, chance.choice(values[kind]), rate))
    return tuple(given)


def _numbers(part: object, key: str = "") -> Iterator[int]:
    """Every length in minutes that a tariff names."""
    if isinstance(part, dict):
        for name, each in part.items():
            yield from _numbers(each, name)
    elif isinstance(part, list):
        for each in part:
            yield from _numbers(each, key)
    elif isinstance(part, int) and "minutes" in key and not isinstance(part, bool):
        yield part


def _clocks(part: object, key: str = "") -> Iterator[str]:
    """Every time of day that a tariff names."""
    if isinstance(part, dict):
        for name, each in part.items():
            yield from _clocks(each, name)
    elif isinstance(part, list):
        for each in part:
            yield from _clocks(each, key)
    elif isinstance(part, str) and key.endswith(("from", "to")):
        yield part
