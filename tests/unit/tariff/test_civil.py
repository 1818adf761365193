"""Wall-clock time: the first moment at which the clock shows a time or a later one."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.tariff.civil import (
    Calendar,
    first_showing,
    local_ordinal,
    to_instant,
    to_moment,
    wall_instant,
)

ZONES = [
    ZoneInfo(name)
    for name in (
        "Africa/Cairo",  # the clocks go forward at midnight: that day begins at 01:00
        "Africa/Casablanca",
        "America/Havana",  # they go back from 01:00 to midnight
        "America/New_York",
        "America/Nuuk",
        "America/Santiago",
        "America/St_Johns",
        "Antarctica/Troll",  # by two hours
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Asia/Tokyo",
        "Atlantic/Azores",
        "Australia/Lord_Howe",  # by half an hour
        "Europe/Berlin",
        "Europe/Dublin",
        "Europe/London",
        "Pacific/Apia",
        "Pacific/Auckland",
        "Pacific/Chatham",
        "UTC",
    )
]


def watched(zone: ZoneInfo, day: date, minute: int) -> datetime:
    """Look at the clock every minute from a day and a half before on."""
    wanted = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001
    moment = wanted.replace(tzinfo=UTC) - timedelta(hours=36)
    while moment.astimezone(zone).replace(tzinfo=None) < wanted:
        moment += timedelta(minutes=1)
    return moment


@pytest.mark.parametrize(
    ("local", "moment"),
    [
        ("2026-06-01 08:00", "2026-06-01T06:00Z"),
        ("2026-03-29 01:59", "2026-03-29T00:59Z"),
        ("2026-03-29 02:00", "2026-03-29T01:00Z"),  # skipped: the jump
        ("2026-03-29 02:30", "2026-03-29T01:00Z"),
        ("2026-03-29 03:00", "2026-03-29T01:00Z"),
        ("2026-10-25 02:30", "2026-10-25T00:30Z"),  # twice: the first
        ("2026-10-25 03:00", "2026-10-25T02:00Z"),
    ],
)
def test_a_skipped_time_is_the_jump_and_a_double_one_the_first(local: str, moment: str) -> None:
    shown = datetime.fromisoformat(local)
    minute = shown.hour * 60 + shown.minute
    found = wall_instant(ZoneInfo("Europe/Berlin"), shown.toordinal(), minute)
    assert to_moment(found) == datetime.fromisoformat(moment)


def test_a_day_that_a_country_left_out_has_no_length() -> None:
    apia, day = ZoneInfo("Pacific/Apia"), date(2011, 12, 30).toordinal()
    assert (
        wall_instant(apia, day, 0) == wall_instant(apia, day, 720) == wall_instant(apia, day, 1440)
    )


def test_24_00_is_the_next_midnight() -> None:
    berlin, day = ZoneInfo("Europe/Berlin"), date(2026, 10, 25).toordinal()
    assert wall_instant(berlin, day, 1440) == wall_instant(berlin, day + 1, 0)


NIGHTS = """2026-03-08 2026-03-29 2026-04-05 2026-04-24 2026-09-06 2026-09-27 2026-10-04
            2026-10-25 2026-10-30 2026-11-01 2028-02-29"""
"""Clocks change on them somewhere, or it is the leap day."""
nights = st.sampled_from([date.fromisoformat(night) for night in NIGHTS.split()])


@given(st.sampled_from(ZONES), nights, st.integers(-1, 1), st.integers(0, 1_440))
def test_it_is_what_somebody_sees_who_watches_the_clock(
    zone: ZoneInfo, night: date, aside: int, minute: int
) -> None:
    day = night + timedelta(days=aside)
    found = to_moment(wall_instant(zone, day.toordinal(), minute))
    assert found == watched(zone, day, minute)


@pytest.mark.parametrize(
    ("local", "moment"),
    [
        ("2026-06-01 08:00:15.25", "2026-06-01T06:00:15.25Z"),
        ("2026-03-29 01:59:59.999999", "2026-03-29T00:59:59.999999Z"),
        ("2026-03-29 02:30:15", "2026-03-29T01:00Z"),  # skipped, the seconds as well
        ("2026-10-25 02:30:15", "2026-10-25T00:30:15Z"),
    ],
)
def test_seconds_are_read_by_the_same_rule(local: str, moment: str) -> None:
    found = first_showing(ZoneInfo("Europe/Berlin"), datetime.fromisoformat(local))
    assert to_moment(found) == datetime.fromisoformat(moment)


@given(st.sampled_from(ZONES), nights, st.integers(-1_500, 3_000))
def test_every_moment_lies_between_its_dates_midnights(
    zone: ZoneInfo, night: date, minutes: int
) -> None:
    moment = datetime(night.year, night.month, night.day, tzinfo=UTC) + timedelta(minutes=minutes)
    day = local_ordinal(zone, to_instant(moment))
    begin, end = wall_instant(zone, day, 0), wall_instant(zone, day + 1, 0)
    assert begin <= to_instant(moment) < end


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_instants_are_exact_to_the_microsecond(moment: datetime) -> None:
    assert to_moment(to_instant(moment)) == moment


def test_a_moment_without_a_zone_is_our_bug() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        to_instant(datetime(2026, 1, 1))  # noqa: DTZ001


def test_a_holiday_is_no_longer_a_weekday() -> None:
    friday = date(2026, 12, 25).toordinal()
    calendar = Calendar(ZoneInfo("Europe/Berlin"), frozenset({friday}))
    assert [calendar.kind(friday + day) for day in (-1, 0, 1, 2, 3)] == [3, 7, 5, 6, 0]
