"""The reference model's calendar: days and windows by the letter of the handbook, without haste.

Where clocks stand still the wall time is an offset away; where they change within a day of the
question, the model looks at every single minute. Instants are UTC, local times naive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

Rule = Mapping[str, Any]
Span = tuple[datetime, datetime]

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
KINDS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def local(moment: datetime, zone: str) -> datetime:
    """What the wall clock shows at a moment."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


@cache
def first_moment(zone: str, day: date, clock: str) -> datetime:
    """The first moment at which the wall clock shows `clock` of `day`, or something later."""
    hours, minutes = map(int, clock.split(":"))
    wanted = datetime.combine(day, time()) + timedelta(hours=hours, minutes=minutes)
    around = [wanted.replace(tzinfo=UTC) + hours * HOUR for hours in range(-28, 29, 4)]
    offsets = {_offset(moment, zone) for moment in around}
    moment = wanted.replace(tzinfo=UTC) - max(offsets)
    while len(offsets) > 1 and local(moment, zone) < wanted:
        moment += MINUTE
    return moment


def _offset(moment: datetime, zone: str) -> timedelta:
    return local(moment, zone) - moment.replace(tzinfo=None)


def windows(
    rule: Rule, zone: str, holidays: frozenset[date], begin: datetime, end: datetime
) -> list[Span]:
    """The windows of a band (or of covered hours) that touch the time from `begin` to `end`."""
    hours = rule.get("from", "00:00"), rule.get("to", "24:00")
    wanted = rule.get("days", (*KINDS, "holiday"))
    dates = [day for day in _dates(zone, begin, end) if kind(day, holidays) in wanted]
    return _touching([_window(zone, day, *hours) for day in dates], begin, end)


def kind(day: date, holidays: frozenset[date]) -> str:
    """The kind of day of a date."""
    return "holiday" if day in holidays else KINDS[day.weekday()]


def date_of(moment: datetime, zone: str) -> date:
    """The date between whose 00:00 and the next a moment lies."""
    days = _dates(zone, moment, moment)
    return next(day for day in days if first_moment(zone, day + DAY, "00:00") > moment)


def periods(rule: Rule, zone: str | None, begin: datetime, end: datetime) -> list[Span]:
    """The days (nights, weeks) that touch the stay from `begin` to `end`, as `per` says."""
    per = rule["per"]
    if per == "entry":
        return [(begin, end)]
    if per == "24h_from_entry":
        return _lengths(begin, end, DAY)
    if per == "7d_from_entry":
        return _lengths(begin, end, 7 * DAY)
    assert zone is not None
    found = []
    for day in _dates(zone, begin, end):
        if per == "night":
            found.append(_window(zone, day, rule["from"], rule["to"]))
        elif per == "calendar_week":
            monday = day - timedelta(days=day.weekday())
            ends = monday + timedelta(days=7)
            week = (first_moment(zone, monday, "00:00"), first_moment(zone, ends, "00:00"))
            found += [week] if week not in found else []
        else:
            clock = rule["from"] if per == "business_day" else "00:00"
            found.append((first_moment(zone, day, clock), first_moment(zone, day + DAY, clock)))
    return _touching(found, begin, end)


def _window(zone: str, day: date, begins: str, ends: str) -> Span:
    last = day if ends > begins else day + DAY
    return first_moment(zone, day, begins), first_moment(zone, last, ends)


def _dates(zone: str, begin: datetime, end: datetime) -> Iterator[date]:
    day = local(begin, zone).date() - 2 * DAY
    while day <= local(end, zone).date() + 2 * DAY:
        yield day
        day += DAY


def _lengths(begin: datetime, end: datetime, length: timedelta) -> list[Span]:
    found = []
    while begin < end:
        found.append((begin, begin + length))
        begin += length
    return found


def _touching(spans: list[Span], begin: datetime, end: datetime) -> list[Span]:
    return [(a, b) for a, b in spans if a < b and a < end and b > begin]
