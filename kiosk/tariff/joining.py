"""Coming back: which earlier stays a visit goes on with, and so when the whole stay began."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.tariff.civil import MINUTE, to_instant
from kiosk.tariff.visit import Interval, Visit


class Whole(NamedTuple):
    """A visit with the earlier stays joined, as instants.

    The whole began at `begin`, this visit at `entry`; it ends before `end` and is never empty.
    `earlier_end` is when the last stay joined ended; None where none is.
    """

    begin: int
    entry: int
    end: int
    earlier_end: int | None


def joined(visit: Visit, reentry_minutes: int) -> Whole:
    """Join what lies at most so many minutes apart. Raises ValueError for a naive datetime."""
    entry, end = _instants((visit.entered_at, visit.left_at))
    begin, earlier_end = entry, None
    gap = reentry_minutes * MINUTE
    if not gap:
        return Whole(begin, entry, end, earlier_end)
    for starts, ends in sorted(map(_instants, visit.earlier), reverse=True):
        if starts >= entry:
            continue
        if begin - ends > gap:
            break
        begin = starts
        earlier_end = ends if earlier_end is None else earlier_end
    return Whole(begin, entry, end, earlier_end)


def _instants(interval: Interval) -> tuple[int, int]:
    """Begin and end; a stay without length counts as the shortest there is."""
    begin, end = to_instant(interval[0]), to_instant(interval[1])
    return begin, max(end, begin + 1)
