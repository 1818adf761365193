"""Reading what tariffs speak of beyond numbers: days, hours, dates, periods and other rates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from kiosk.tariff.civil import DAY_MINUTES, Calendar, first_showing, to_moment
from kiosk.tariff.meter import Strategy
from kiosk.tariff.period import CIVIL, Per, Period
from kiosk.tariff.reading import Table, nearest
from kiosk.tariff.timetable import ALL_DAYS, Hours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday")
"""The words for kinds of day; their place here is the kind."""
LAST_MINUTE = DAY_MINUTES - 1


@dataclass(slots=True)
class Rules:
    """What the head of the file says to every rate in it.

    `below` has the rates further down by name, None for one with mistakes of its own. `needs_zone`
    is set when something asks for the wall clock.
    """

    currency: str
    zone: ZoneInfo | None
    holidays: frozenset[int] = frozenset()
    below: Mapping[str, Strategy | None] = field(default_factory=dict)
    needs_zone: bool = False

    def calendar(self) -> Calendar:
        """Where midnight is; the file is refused later if it does not say so."""
        self.needs_zone = True
        return Calendar(self.zone or ZoneInfo("UTC"), self.holidays)


def read_days(table: Table, key: str) -> frozenset[int]:
    """Kinds of day (`civil.Calendar.kind`); all where the key is left out."""
    remedy = f'Write {key} = ["mon", "sat", "holiday"], or leave it out for all days'
    value = table.take(key, remedy, required=False)
    if value is None:
        return ALL_DAYS
    if isinstance(value, list) and value and all(day in DAYS for day in value):
        return frozenset(map(DAYS.index, value))
    table.refuse(key, f"{value!r} is no list of days", remedy)
    return ALL_DAYS


def read_minute(table: Table, key: str, last: int, default: int | None = None) -> int:
    """A time of day as minutes since midnight, at most `last`; required without a default."""
    remedy = f'Write hours and minutes in quotes, such as {key} = "06:30"'
    value = table.take(key, remedy, required=default is None)
    if value is None:
        return default or 0
    shown = re.fullmatch("([0-2][0-9]):([0-5][0-9])", value) if isinstance(value, str) else None
    minute = int(shown[1]) * 60 + int(shown[2]) if shown else last + 1
    if minute <= last:
        return minute
    table.refuse(key, f"{value!r} is no time of day", remedy)
    return 0


def read_hours(table: Table, rules: Rules, prefix: str = "") -> Hours:
    """`days`, `from` and `to`: all days from 00:00 to 24:00 where they are left out."""
    rules.calendar()
    days = read_days(table, f"{prefix}days")
    begins = read_minute(table, f"{prefix}from", LAST_MINUTE, default=0)
    ends = read_minute(table, f"{prefix}to", DAY_MINUTES, default=DAY_MINUTES)
    if begins == ends:
        to = f"{prefix}to"
        table.refuse(to, "is when it begins", f'Write {to} = "24:00" for the end of the day')
    return Hours(days, begins, ends)


def read_period(
    table: Table,
    choices: tuple[Per, ...],
    rules: Rules,
    key: str = "per",
    default: Per | None = None,
) -> Period:
    """What a day is, with its hours where it has any: `from` and `to`, or `<key>_from`."""
    word = table.read_choice(key, choices, required=default is None)
    per = Per(word) if word else default or Per.ENTRY
    begins = ends = 0
    if per in (Per.BUSINESS_DAY, Per.NIGHT):
        start = "from" if key == "per" else f"{key}_from"
        begins = ends = read_minute(table, start, LAST_MINUTE)
    if per is Per.NIGHT:
        ends = read_minute(table, "to", DAY_MINUTES)
        if begins == ends:
            table.refuse("to", "is when it begins", "Write a night of less than 24 hours")
    return Period(per, rules.calendar().zone if per in CIVIL else None, begins, ends)


def read_rate(table: Table, key: str, rules: Rules) -> Strategy | None:
    """A rate further down, by its name; None after a mistake, here or there."""
    name = table.read_text(key, f'Write the name of a rate further down, {key} = "visitors"')
    if name and name not in rules.below:
        below = ", ".join(map(repr, rules.below)) or "there is none"
        problem = f"no rate further down is called {name!r}{nearest(name, (*rules.below,))}"
        table.refuse(key, problem, f"Write the name of one that stands below this one: {below}")
    return rules.below.get(name)


def read_dates(table: Table, key: str) -> frozenset[int]:
    """Dates as ordinals; none where the key is left out."""
    remedy = f"Write a list of dates, such as {key} = [2026-12-25, 2026-12-26]"
    value = table.take(key, remedy, required=False)
    if value is None:
        return frozenset()
    dates = [_date(each) for each in value] if isinstance(value, list) else [None]
    if None in dates:
        table.refuse(key, f"{value!r} is no list of dates", remedy)
    return frozenset(each.toordinal() for each in dates if each is not None)


def read_moment(table: Table, key: str, rules: Rules) -> datetime | None:
    """A date, or a date and time, as a UTC datetime; without an offset it is local."""
    remedy = f"Write a date, such as {key} = 2026-12-01, or a date and time"
    value = table.take(key, remedy, required=False)
    if value is None:
        return None
    moment = _moment(value)
    if moment is None:
        table.refuse(key, f"{value!r} is neither a date nor a date and time", remedy)
        return None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    return to_moment(first_showing(rules.calendar().zone, moment))


def _date(value: object) -> date | None:
    """A date of TOML, or one written as text, as JSON has to."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _moment(value: object) -> datetime | None:
    """The same for a date and time; a date is its first moment."""
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value
    day = _date(value)
    return None if day is None else datetime(day.year, day.month, day.day)  # noqa: DTZ001 - local
