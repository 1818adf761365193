"""Every meaning of "a day" that a price list may have, and of a night and a week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from kiosk.tariff.civil import DAY, local_ordinal, wall_instant


class Per(StrEnum):
    """What a price or a cap is for."""

    ENTRY = "entry"
    CALENDAR_DAY = "calendar_day"
    FROM_ENTRY = "24h_from_entry"
    BUSINESS_DAY = "business_day"
    NIGHT = "night"
    CALENDAR_WEEK = "calendar_week"
    WEEK_FROM_ENTRY = "7d_from_entry"


CIVIL = (Per.CALENDAR_DAY, Per.BUSINESS_DAY, Per.NIGHT, Per.CALENDAR_WEEK)
"""Those that begin and end by the wall clock."""
DAILY = (Per.CALENDAR_DAY, Per.FROM_ENTRY, Per.BUSINESS_DAY)
WEEKLY = (Per.CALENDAR_WEEK, Per.WEEK_FROM_ENTRY)


@dataclass(frozen=True, slots=True)
class Period:
    """A row of stretches of time that never overlap.

    `zone` is needed by the civil ones. `from_minute` and `to_minute` are minutes of the day; where
    `to_minute` is not later, the stretch ends on the next date.
    """

    per: Per
    zone: ZoneInfo | None = None
    from_minute: int = 0
    to_minute: int = 0

    def between(self, entry: int, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches that share time with [begin, end), in order, as instants [from, to)."""
        if self.per is Per.ENTRY:
            yield entry, end
        elif self.zone is not None:
            yield from self._civil(self.zone, begin, end)
        else:
            length = 7 * DAY if self.per is Per.WEEK_FROM_ENTRY else DAY
            first = entry + (begin - entry) // length * length
            yield from ((at, at + length) for at in range(first, end, length))

    def _civil(self, zone: ZoneInfo, begin: int, end: int) -> Iterator[tuple[int, int]]:
        step = 7 if self.per is Per.CALENDAR_WEEK else 1
        days = step if self.to_minute <= self.from_minute else 0
        ordinal = local_ordinal(zone, begin) - step
        ordinal -= (ordinal - 1) % step  # back to a Monday
        while (starts := wall_instant(zone, ordinal, self.from_minute)) < end:
            ends = wall_instant(zone, ordinal + days, self.to_minute)
            if ends > begin and ends > starts:
                yield starts, ends
            ordinal += step
