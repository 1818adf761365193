"""The limit of row 7: `hardest.toml` as loops over integers that know nothing else.

`by_block` is what one would write for this one price list: a table of the year, made once, then
from block to block. `by_stretch` is the fastest that is known: from stretch to stretch. Neither
explains its price, loads a file, or can be told another tariff.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

MINUTE = 60_000_000
FREE, GRACE = 15 * MINUTE, 10 * MINUTE
NIGHT_MOST, DAY_MOST, WEEK_MOST = 700, 2400, 11000
OVERSTAY_AFTER, OVERSTAY_EACH, OVERSTAY_MINOR = 20_160 * MINUTE, 1_440 * MINUTE, 1000
OVERSTAY_MOST = 15_000
PEAK, NIGHT, HOLIDAY, DAY = (20, 110), (60, 90), (60, 120), (30, 100)
ZONE = ZoneInfo("Europe/Berlin")
HOLIDAYS = {(4, 3), (4, 6), (5, 1), (5, 14), (5, 25), (10, 3), (12, 25), (12, 26)}
YEAR = 2026
EDGES = (0, 240, 360, 420, 570, 1_080, 1_320)
"""Minutes of the day at which something may change."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Stretch(NamedTuple):
    """Time in which nothing changes: until when, block and price, and which night, day, week."""

    until: int
    length: int
    minor: int
    night: int
    day: int
    week: int


def stretches() -> tuple[list[int], list[Stretch]]:
    """The year's: where each begins, and what it is."""
    moments: list[tuple[int, date, int]] = []
    at = date(YEAR - 1, 12, 20)
    while at.year <= YEAR:
        moments += ((_instant(at, minute), at, minute) for minute in EDGES)
        at += timedelta(days=1)
    begins = [moment for moment, _, _ in moments]
    found = [
        Stretch(until, *_price(at, minute), *_periods(at, minute))
        for (_, at, minute), until in zip(moments, begins[1:], strict=False)
    ]
    return begins[:-1], found


def _instant(at: date, minute: int) -> int:
    local = datetime(at.year, at.month, at.day, minute // 60, minute % 60, tzinfo=ZONE)
    return (local - _EPOCH) // timedelta(microseconds=1)


def _price(at: date, minute: int) -> tuple[int, int]:
    holiday = at.year == YEAR and (at.month, at.day) in HOLIDAYS
    if 420 <= minute < 570 and at.weekday() < 5 and not holiday:
        band = PEAK
    elif minute >= 1_320 or minute < 360:
        band = NIGHT
    else:
        band = HOLIDAY if holiday or at.weekday() == 6 else DAY
    return band[0] * MINUTE, band[1]


def _periods(at: date, minute: int) -> tuple[int, int, int]:
    """Night (0: none), business day and week, as numbers that differ."""
    day = at.toordinal()
    night = day if minute >= 1_080 else day - 1 if minute < 360 else 0
    return night, day if minute >= 240 else day - 1, (day - 1) // 7


BEGINS, STRETCHES = stretches()


def percent_of(occupancy: int) -> int:
    """The demand step."""
    return 150 if occupancy >= 85 else 115 if occupancy >= 60 else 100


def by_block(begin: int, end: int, percent: int) -> int:
    """Parking of a stay that is longer than its free minutes, block by block."""
    at = begin + FREE
    index = bisect_right(BEGINS, at) - 1
    until, length, minor, night, day, week = STRETCHES[index]
    night_left, day_left, week_left = NIGHT_MOST, DAY_MOST, WEEK_MOST
    plain = before = cost = 0
    while at < end:
        while at >= until:
            index += 1
            now = STRETCHES[index]
            until, length, minor = now.until, now.length, now.minor
            if now.night != night:
                night, night_left = now.night, NIGHT_MOST
            if now.day != day:
                day, day_left = now.day, DAY_MOST
            if now.week != week:
                week, week_left = now.week, WEEK_MOST
        plain += minor
        rounded = (plain * percent + 50) // 100
        charge, before = rounded - before, rounded
        if night:
            charge = min(charge, night_left)
            night_left -= charge
        charge = min(charge, day_left)
        day_left -= charge
        charge = min(charge, week_left)
        week_left -= charge
        cost += charge
        at += length
    return cost


def by_stretch(begin: int, end: int, percent: int) -> int:
    """The same, all blocks that begin in one stretch at once."""
    at = begin + FREE
    index = bisect_right(BEGINS, at) - 1
    _, _, _, night, day, week = STRETCHES[index]
    night_left, day_left, week_left = NIGHT_MOST, DAY_MOST, WEEK_MOST
    plain = before = cost = 0
    while at < end:
        until, length, minor, in_night, in_day, in_week = STRETCHES[index]
        index += 1
        if at >= until:
            continue
        if in_night != night:
            night, night_left = in_night, NIGHT_MOST
        if in_day != day:
            day, day_left = in_day, DAY_MOST
        if in_week != week:
            week, week_left = in_week, WEEK_MOST
        count = -(-(min(until, end) - at) // length)
        plain += count * minor
        rounded = (plain * percent + 50) // 100
        charge, before = rounded - before, rounded
        if night:
            charge = min(charge, night_left)
            night_left -= charge
        charge = min(charge, day_left)
        day_left -= charge
        charge = min(charge, week_left)
        week_left -= charge
        cost += charge
        at += count * length
    return cost


def total(
    begin: int, end: int, occupancy: int, minutes_off: int, percent_off: int, *, jump: bool = False
) -> int:
    """All that the stay costs, tax inside, validations and rounding included."""
    parking_of = by_stretch if jump else by_block
    percent = percent_of(occupancy)
    if end - begin <= FREE:
        return 0
    parking = parking_of(begin, end, percent)
    if minutes_off:
        earlier = end - minutes_off * MINUTE
        parking = parking_of(begin, earlier, percent) if earlier - begin > FREE else 0
    parking -= (parking * percent_off + 50) // 100
    over = end - begin - OVERSTAY_AFTER
    fees = min(OVERSTAY_MOST, -(-over // OVERSTAY_EACH) * OVERSTAY_MINOR) if over > 0 else 0
    rounded = (2 * (parking + fees) + 10) // 20 * 10
    return taxed(rounded - fees, fees)


def taxed(parking: int, fees: int) -> int:
    """The total, put together of net, tax and the untaxed fees."""
    tax = (2 * parking * 1900 + 11_900) // (2 * 11_900)
    return (parking - tax) + tax + fees
