"""The short form: a price per vehicle class; published versions cost what they always did."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.tariff import Tariff, UnknownVehicleClass

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",  # the clocks go back from 01:00 to midnight
    "Africa/Cairo",  # they go forward at midnight: that day begins at 01:00
    "Australia/Lord_Howe",  # by half an hour
    "Asia/Kathmandu",
    "Pacific/Apia",
    "UTC",
]
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


@dataclass(frozen=True)
class Short:
    """What the short form can say."""

    price: int = 150
    minutes: int = 30
    grace: int = 10
    counts: bool = True
    cap: int | None = None
    zone: str | None = None
    """Where a capped day is a calendar day; None for 24 hours from entry."""


def tariff(short: Short) -> Tariff:
    zone = f'zone = "{short.zone}"' if short.zone else ""
    cap = "" if short.cap is None else f"daily_cap_minor = {short.cap}"
    return load_tariff(
        f"""
        name = "standard"
        currency = "EUR"
        strategy = "blocks"
        {zone}
        [blocks]
        minutes = {short.minutes}
        grace_minutes = {short.grace}
        grace_counts = {str(short.counts).lower()}
        cap_day = "{"calendar" if short.zone else "24h_from_entry"}"
        [prices.car]
        price_minor = {short.price}
        {cap}
        """
    )


@pytest.mark.parametrize(
    ("parked", "counts", "cents"),
    [
        (timedelta(0), True, 0),
        (timedelta(minutes=10), True, 0),
        (timedelta(minutes=10, microseconds=1), True, 150),
        (timedelta(minutes=30), True, 150),
        (timedelta(minutes=30, seconds=1), True, 300),
        (timedelta(minutes=40), False, 150),
        (timedelta(minutes=40, seconds=1), False, 300),
        (timedelta(hours=24), True, 48 * 150),
    ],
)
def test_a_started_block_is_paid_and_the_grace_is_free(
    parked: timedelta, counts: bool, cents: int
) -> None:
    quote = tariff(Short(counts=counts)).quote(NOON, NOON + parked)
    assert quote.total == euros(cents)


def test_without_a_grace_the_shortest_stay_costs_a_block() -> None:
    assert tariff(Short(grace=0)).quote(NOON, NOON).total == euros(150)


def test_a_clock_set_back_costs_no_more_than_the_shortest_stay() -> None:
    quote = tariff(Short(grace=0)).quote(NOON, NOON - timedelta(days=3))
    assert quote.total == euros(150)


@pytest.mark.parametrize(
    ("night", "begin", "end", "cents"),
    [
        ("ordinary", "2026-06-01T22:00+02:00", "2026-06-02T06:00+02:00", 600 + 1200),
        ("spring forward", "2026-03-28T22:00+01:00", "2026-03-29T06:00+02:00", 600 + 1200),
        ("fall back", "2026-10-24T22:00+02:00", "2026-10-25T06:00+01:00", 600 + 1200),
        ("spring, 5 hours", "2026-03-29T00:00+01:00", "2026-03-29T06:00+02:00", 1200),
        ("spring, 3 hours", "2026-03-29T00:00+01:00", "2026-03-29T04:00+02:00", 900),
        ("autumn, 4 hours", "2026-10-25T00:00+02:00", "2026-10-25T03:00+01:00", 1200),
        ("leap day", "2028-02-28T23:00+01:00", "2028-03-01T01:00+01:00", 300 + 1200 + 300),
    ],
)
def test_calendar_days_end_at_local_midnight_even_when_the_clocks_change(
    night: str, begin: str, end: str, cents: int
) -> None:
    prices = tariff(Short(cap=1200, zone="Europe/Berlin"))
    quote = prices.quote(datetime.fromisoformat(begin), datetime.fromisoformat(end))
    assert quote.total == euros(cents), night


def test_24_hours_from_entry_do_not_care_about_midnight() -> None:
    prices = tariff(Short(cap=1200))
    begin = datetime(2026, 3, 28, 22, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    whole_day = begin.astimezone(UTC) + timedelta(hours=24)
    assert prices.quote(begin, whole_day).total == euros(1200)
    assert prices.quote(begin, whole_day + timedelta(seconds=1)).total == euros(1350)


def test_a_quote_explains_itself_line_by_line() -> None:
    quote = tariff(Short(counts=False, cap=1000)).quote(NOON, NOON + timedelta(hours=50))
    assert quote.lines == (
        Line(Text("First {minutes} min free", (("minutes", 10),)), euros(0)),
        Line(Text("{count} × {minutes} min", (("count", 100), ("minutes", 30))), euros(15_000)),
        Line(Text("Daily cap × {days}", (("days", 2),)), euros(-12_400)),
    )


def test_one_capped_day_needs_no_number() -> None:
    lines = tariff(Short(cap=1000)).quote(NOON, NOON + timedelta(hours=10)).lines
    assert lines[-1] == Line(Text("Daily cap"), euros(-2000))


@pytest.mark.parametrize(
    ("short", "template"),
    [
        (Short(grace=0), "{price} per {minutes} min"),
        (Short(), "Up to {grace} min free, {price} per {minutes} min"),
        (Short(grace=0, cap=900), "{price} per {minutes} min, at most {cap} in 24 hours"),
        (
            Short(cap=900, zone="Europe/Berlin"),
            "Up to {grace} min free, {price} per {minutes} min, at most {cap} a day",
        ),
    ],
)
def test_the_summary_says_what_the_tariff_has_and_fills_every_place(
    short: Short, template: str
) -> None:
    summary = tariff(short).summary()
    assert summary.template == template
    assert {name for name, _ in summary.values} == set(re.findall(r"{(\w+)}", template))


def test_a_vehicle_class_without_a_price_is_named() -> None:
    with pytest.raises(UnknownVehicleClass, match="no price for 'bus', only for car"):
        tariff(Short()).quote(NOON, NOON, "bus")


# --- laws -------------------------------------------------------------------------------------


def model(short: Short, entered_at: datetime, left_at: datetime) -> int:
    """Walk the stay minute by minute with a purse per day: slow, obvious, no arithmetic tricks."""
    grace = timedelta(minutes=short.grace)
    if short.grace and left_at - entered_at <= grace:
        return 0
    begin = entered_at if short.counts else entered_at + grace
    purses: Counter[date | int] = Counter()
    minute = 0
    while minute == 0 or begin + timedelta(minutes=minute) < left_at:
        if minute % short.minutes == 0:
            purses[_day(short.zone, entered_at, begin + timedelta(minutes=minute))] += 1
        minute += 1
    costs = [count * short.price for count in purses.values()]
    return sum(cost if short.cap is None else min(cost, short.cap) for cost in costs)


def _day(zone: str | None, entered_at: datetime, instant: datetime) -> date | int:
    if zone is None:
        return (instant - entered_at) // timedelta(days=1)
    return instant.astimezone(ZoneInfo(zone)).date()


shorts = st.builds(
    Short,
    price=st.integers(0, 500),
    minutes=st.integers(1, 1_440),
    grace=st.one_of(st.just(0), st.integers(1, 1_440)),
    counts=st.booleans(),
    cap=st.one_of(st.none(), st.integers(500, 3_000)),
    zone=st.one_of(st.none(), st.sampled_from(ZONES)),
)
eves = st.sampled_from(
    [
        datetime(2026, 3, 28, 12, tzinfo=UTC),
        datetime(2026, 10, 24, 12, tzinfo=UTC),
        datetime(2026, 3, 7, 12, tzinfo=UTC),
        datetime(2026, 10, 31, 12, tzinfo=UTC),
        datetime(2026, 4, 23, 12, tzinfo=UTC),
    ]
)
instants = st.builds(
    lambda eve, minutes: eve + timedelta(minutes=minutes), eves, st.integers(0, 2_880)
)
stays = st.one_of(
    st.timedeltas(timedelta(0), timedelta(days=4)),
    st.integers(0, 5_760).map(lambda minutes: timedelta(minutes=minutes)),
)


@given(short=shorts, entered_at=instants, parked=stays)
def test_the_price_is_that_of_a_walk_over_every_minute(
    short: Short, entered_at: datetime, parked: timedelta
) -> None:
    quote = tariff(short).quote(entered_at, entered_at + parked)
    assert quote.total.minor == model(short, entered_at, entered_at + parked)


@given(short=shorts, entered_at=instants, parked=stays, zone=st.sampled_from(ZONES))
def test_the_zone_an_instant_is_written_in_does_not_change_the_price(
    short: Short, entered_at: datetime, parked: timedelta, zone: str
) -> None:
    left_at, there = entered_at + parked, ZoneInfo(zone)
    written = tariff(short).quote(entered_at.astimezone(there), left_at.astimezone(there))
    assert written == tariff(short).quote(entered_at, left_at)
