"""Wall-clock time as whole microseconds since 1970 UTC, so that pricing is integer arithmetic.

A time of day of a date means *the first moment at which the wall clock shows that time of that
date or a later one*: the jump itself where clocks skip it, the first of two where it comes twice
(handbook, "How time is read"). Instants of midnights and the like are remembered, because a month's
stay asks for the same few dozen again and again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE = 60_000_000
DAY = 1_440 * MINUTE
DAY_MINUTES = 1_440
HOLIDAY = 7
"""The kind of day after the weekdays, Monday being 0."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Where midnight is, and which dates are holidays (as proleptic ordinals)."""

    zone: ZoneInfo
    holidays: frozenset[int] = frozenset()

    def kind(self, ordinal: int) -> int:
        """0 for a Monday to 6 for a Sunday; 7 for a holiday, whatever weekday it is."""
        return HOLIDAY if ordinal in self.holidays else (ordinal - 1) % 7


def to_instant(moment: datetime) -> int:
    """Microseconds since 1970 UTC. Raises ValueError for a datetime without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    return (moment - _EPOCH) // _MICROSECOND


def to_moment(instant: int) -> datetime:
    """The aware UTC datetime of an instant."""
    return _EPOCH + instant * _MICROSECOND


@lru_cache(maxsize=65_536)
def wall_instant(zone: ZoneInfo, ordinal: int, minute: int) -> int:
    """When the wall clock first shows this minute (0 to 1440) of this date, or a later time."""
    days, minute = divmod(minute, DAY_MINUTES)
    day = date.fromordinal(ordinal + days)
    return first_showing(zone, datetime.combine(day, time(minute // 60, minute % 60)))


def first_showing(zone: ZoneInfo, wall: datetime) -> int:
    """When the wall clock first shows a time, given without a zone, or a later one."""
    shown = wall.replace(tzinfo=zone, fold=0)
    instant = to_instant(shown)
    if _wall(zone, instant) == shown.replace(tzinfo=None):
        return instant
    # The clocks skip this time: the jump lies between what the offsets after and before it say.
    before, after = to_instant(shown.replace(fold=1)), instant
    while after - before > 1:
        middle = (before + after) // 2
        if _wall(zone, middle) < shown.replace(tzinfo=None):
            before = middle
        else:
            after = middle
    return after


def local_ordinal(zone: ZoneInfo, instant: int) -> int:
    """The date whose midnights (as `wall_instant` has them) enclose an instant."""
    ordinal = _wall(zone, instant).toordinal()
    while instant < wall_instant(zone, ordinal, 0):
        ordinal -= 1
    while instant >= wall_instant(zone, ordinal + 1, 0):
        ordinal += 1
    return ordinal


def _wall(zone: ZoneInfo, instant: int) -> datetime:
    return to_moment(instant).astimezone(zone).replace(tzinfo=None)
