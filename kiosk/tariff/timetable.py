"""Hours of the week by name: which of a list of windows holds at a moment, the first in the list.

A window belongs to the date on which it begins, also where it runs over midnight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kiosk.tariff.civil import DAY_MINUTES, Calendar, local_ordinal, wall_instant

ALL_DAYS = frozenset(range(8))
NOBODY = -1
"""The index of a stretch in which no window holds."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From one minute of the day to another, on these kinds of day (`civil.Calendar.kind`).

    Where `to_minute` is not later than `from_minute`, they end on the next date.
    """

    days: frozenset[int] = ALL_DAYS
    from_minute: int = 0
    to_minute: int = DAY_MINUTES

    @property
    def overnight(self) -> bool:
        """Whether they run into the next date."""
        return self.to_minute <= self.from_minute


class Stretch(NamedTuple):
    """Time in which one window holds: instants [begin, end), which, and its window's date."""

    begin: int
    end: int
    window: int
    date: int


@dataclass(frozen=True, slots=True, eq=False)
class Timetable:
    """Windows in order of precedence. Compared by identity: it is the key of a cache."""

    hours: tuple[Hours, ...]
    calendar: Calendar

    def stretches(self, begin: int, end: int) -> Iterator[Stretch]:
        """Everything from `begin` to `end` without a gap; the first and the last may reach out."""
        ordinal = local_ordinal(self.calendar.zone, begin)
        while True:
            for stretch in _of_date(self, ordinal):
                if stretch.begin >= end:
                    return
                if stretch.end > begin:
                    yield stretch
            ordinal += 1


def day_pattern(
    hours: tuple[Hours, ...], yesterday: int, today: int
) -> list[tuple[int, int, int, bool]]:
    """A date of kind `today` after one of kind `yesterday`, cut where another window holds.

    Rows are first minute, minute after the last, index, and whether the window began yesterday.
    """
    windows: list[tuple[int, int, int, bool]] = []
    for index, each in enumerate(hours):
        if each.overnight and yesterday in each.days:
            windows.append((0, each.to_minute, index, True))
        if today in each.days:
            ends = DAY_MINUTES if each.overnight else each.to_minute
            windows.append((each.from_minute, ends, index, False))
    cuts = sorted({0, DAY_MINUTES, *(w[0] for w in windows), *(w[1] for w in windows)})
    pattern = []
    for begin, end in pairwise(cuts):
        holds = (w for w in windows if w[0] <= begin and end <= w[1])
        _, _, index, before = next(holds, (0, 0, NOBODY, False))
        pattern.append((begin, end, index, before))
    return pattern


@lru_cache(maxsize=8_192)
def _of_date(table: Timetable, ordinal: int) -> tuple[Stretch, ...]:
    """The stretches of one date, remembered: the same dates come up in every stay."""
    calendar = table.calendar
    pattern = day_pattern(table.hours, calendar.kind(ordinal - 1), calendar.kind(ordinal))
    stretches = (
        Stretch(
            wall_instant(calendar.zone, ordinal, begin),
            wall_instant(calendar.zone, ordinal, end),
            index,
            ordinal - before,
        )
        for begin, end, index, before in pattern
    )
    return (*(each for each in stretches if each.begin < each.end),)
