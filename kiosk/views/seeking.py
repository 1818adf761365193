"""Stays that somebody looks for without their paper: by the time the car came in."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.wording import Text
from kiosk.tariff.civil import first_showing, to_moment

HOW_TO_WRITE = Text("Write a time, such as 8:15, or a date and a time: 18.11. 22:30")
STILL_TO_COME = Text("That is still to come.")

YEARS_BACK = 9

_CAME = re.compile(
    r"(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})[ T]"
    r"|(?P<on>\d{1,2})[./](?P<of>\d{1,2})[./]?(?P<in>\d{4})?,? )?"
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})"
)


@dataclass(frozen=True, slots=True)
class FoundStay:
    """A stay without its paper at hand: `total` is what it costs in all, paid or not."""

    session_id: str
    code: str
    entered_at: datetime
    lasted: timedelta
    lane: str
    """The name of the entry."""
    total: Money


def found_stay(stay: Stay, lane: str) -> FoundStay:
    """What the list shows of a stay."""
    lasted = max(timedelta(0), stay.quoted_at - stay.entered_at)
    return FoundStay(stay.session_id, stay.code, stay.entered_at, lasted, lane, stay.quote.total)


def read_came(typed: str, zone: ZoneInfo, now: datetime) -> datetime | Text | None:
    """When a car came in, as it was typed; None for nothing typed, a sentence for what is wrong.

    A time alone is its last one before `now`; a day without a year is its last one. Times are those
    of `zone`, read as the tariff reads its own.
    """
    text = " ".join(typed.split())
    if not text:
        return None
    said = _CAME.fullmatch(text)
    if said is None:
        return HOW_TO_WRITE
    try:
        at = time(int(said["hour"]), int(said["minute"]))
        came = _last(said, at, zone, now)
    except (ValueError, OverflowError):  # no such time, no such day
        return HOW_TO_WRITE
    return STILL_TO_COME if came > now else came


def _last(said: re.Match[str], at: time, zone: ZoneInfo, now: datetime) -> datetime:
    """The last moment before `now` that is meant, or the one moment that is; else ValueError."""
    today = now.astimezone(zone).date()
    if said["year"]:
        days = [date(int(said["year"]), int(said["month"]), int(said["day"]))]
    elif said["in"]:
        days = [date(int(said["in"]), int(said["of"]), int(said["on"]))]
    elif said["on"]:
        days = _days(int(said["on"]), int(said["of"]), today.year)
    else:
        days = [today, today - timedelta(days=1)]
    came = [to_moment(first_showing(zone, datetime.combine(day, at))) for day in days]
    return next((moment for moment in came if moment <= now), came[0])


def _days(day: int, month: int, year: int) -> list[date]:
    """This day in this year and those before, the 29th of February in eight of them at least."""
    found = []
    for back in range(YEARS_BACK):
        with contextlib.suppress(ValueError):
            found.append(date(year - back, month, day))
    if not found:
        raise ValueError(f"there is no {day}.{month}.")
    return found
