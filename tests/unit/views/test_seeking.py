"""When a car came in, as people type it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.wording import Text
from kiosk.views.seeking import HOW_TO_WRITE, STILL_TO_COME, read_came

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


def at(*wall: int) -> datetime:
    """A time on the wall, in UTC."""
    return datetime(*wall, tzinfo=ZONE).astimezone(UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("typed", "came"),
    [
        ("8:15", at(2026, 11, 20, 8, 15)),
        ("08:15", at(2026, 11, 20, 8, 15)),
        (" 8.15 ", at(2026, 11, 20, 8, 15)),
        ("8h15", at(2026, 11, 20, 8, 15)),
        ("21:00", at(2026, 11, 20, 21, 0)),
        ("21:01", at(2026, 11, 19, 21, 1)),
        ("18.11. 22:30", at(2026, 11, 18, 22, 30)),
        ("18/11 22:30", at(2026, 11, 18, 22, 30)),
        ("18.11.2026, 22:30", at(2026, 11, 18, 22, 30)),
        ("2026-11-18 22:30", at(2026, 11, 18, 22, 30)),
        ("31.12. 23:00", at(2025, 12, 31, 23, 0)),
        ("29.2. 8:00", at(2024, 2, 29, 8, 0)),
        ("\u0668:\u0661\u0665", at(2026, 11, 20, 8, 15)),
    ],
)
def test_what_people_type_is_the_last_such_moment(typed: str, came: datetime) -> None:
    assert read_came(typed, ZONE, NOW) == came


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_nothing_said(typed: str) -> None:
    assert read_came(typed, ZONE, NOW) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("8", HOW_TO_WRITE),
        ("noon", HOW_TO_WRITE),
        ("24:00", HOW_TO_WRITE),
        ("8:60", HOW_TO_WRITE),
        ("31.2. 8:00", HOW_TO_WRITE),
        ("30.2.2026 8:00", HOW_TO_WRITE),
        ("0000-01-01 00:00", HOW_TO_WRITE),
        ("0001-01-01 00:00", HOW_TO_WRITE),
        ("4K72MX9", HOW_TO_WRITE),
        ("2026-11-21 08:00", STILL_TO_COME),
        ("9999-12-31 23:59", STILL_TO_COME),
    ],
)
def test_what_is_wrong_is_said_with_what_to_write(typed: str, why: Text) -> None:
    assert read_came(typed, ZONE, NOW) == why


def test_a_time_that_clocks_skip_is_the_jump_and_one_that_comes_twice_the_first() -> None:
    after = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)
    assert read_came("2:30", ZONE, after) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    after = datetime(2026, 10, 25, 12, 0, tzinfo=UTC)
    assert read_came("2:30", ZONE, after) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(st.text(max_size=30) | st.from_regex(r"\d{1,4}[-./]\d{1,2}[-./ ]\d{0,4} ?\d{1,2}:\d{2}"))
def test_no_text_breaks_it_and_no_answer_lies_ahead(typed: str) -> None:
    came = read_came(typed, ZONE, NOW)
    assert came is None or isinstance(came, Text) or came <= NOW


@given(st.integers(0, 8 * 365 * 24 * 60))
def test_every_minute_of_eight_years_is_read_back_from_what_the_list_shows(minutes: int) -> None:
    moment = NOW - timedelta(minutes=minutes)
    wall = moment.astimezone(ZONE)
    if wall.fold:
        return
    assert read_came(f"{wall:%Y-%m-%d %H:%M}", ZONE, NOW) == moment
