"""The blocks strategy: cases a site owner can read, and laws against a slow, obvious model."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import Text
from kiosk.tariff.blocks import Blocks, DailyCap
from kiosk.tariff.tariff import Tariff, UnknownVehicleClass

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/Berlin",
        "America/New_York",
        "America/Havana",  # the clocks go back from 01:00 to midnight
        "Africa/Cairo",  # they go forward at midnight: that day begins at 01:00
        "Australia/Lord_Howe",  # by half an hour
        "Asia/Kathmandu",
        "Pacific/Apia",
        "UTC",
    )
]
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


def blocks(
    price: int = 150,
    minutes: int = 30,
    grace: int = 10,
    counts: bool = True,
    cap: DailyCap | None = None,
) -> Blocks:
    return Blocks(euros(price), minutes, grace, counts, cap)


def tariff(strategy: Blocks) -> Tariff:
    return Tariff("standard", 1, "EUR", {"car": strategy})


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
    quote = tariff(blocks(counts=counts)).quote(NOON, NOON + parked)
    assert quote.total == euros(cents)


def test_without_a_grace_the_shortest_stay_costs_a_block() -> None:
    assert tariff(blocks(grace=0)).quote(NOON, NOON).total == euros(150)


def test_a_clock_set_back_costs_no_more_than_the_shortest_stay() -> None:
    quote = tariff(blocks(grace=0)).quote(NOON, NOON - timedelta(days=3))
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
    strategy = blocks(cap=DailyCap(euros(1200), BERLIN))
    quote = tariff(strategy).quote(datetime.fromisoformat(begin), datetime.fromisoformat(end))
    assert quote.total == euros(cents), night


def test_24_hours_from_entry_do_not_care_about_midnight() -> None:
    strategy = blocks(cap=DailyCap(euros(1200)))
    begin = datetime(2026, 3, 28, 22, 0, tzinfo=BERLIN)
    whole_day = begin.astimezone(UTC) + timedelta(hours=24)
    assert tariff(strategy).quote(begin, whole_day).total == euros(1200)
    assert tariff(strategy).quote(begin, whole_day + timedelta(seconds=1)).total == euros(1350)


def test_a_quote_explains_itself_line_by_line() -> None:
    strategy = blocks(counts=False, cap=DailyCap(euros(1000)))
    quote = tariff(strategy).quote(NOON, NOON + timedelta(hours=50))
    assert quote.lines == (
        Line(Text("First {minutes} min free", (("minutes", 10),)), euros(0)),
        Line(Text("{count} × {minutes} min", (("count", 100), ("minutes", 30))), euros(15_000)),
        Line(Text("Daily cap × {days}", (("days", 2),)), euros(-12_400)),
    )


def test_one_capped_day_needs_no_number() -> None:
    strategy = blocks(cap=DailyCap(euros(1000)))
    lines = tariff(strategy).quote(NOON, NOON + timedelta(hours=10)).lines
    assert lines[-1] == Line(Text("Daily cap"), euros(-2000))


@pytest.mark.parametrize(
    ("strategy", "template"),
    [
        (blocks(grace=0), "{price} per {minutes} min"),
        (blocks(), "Up to {grace} min free, {price} per {minutes} min"),
        (
            blocks(grace=0, cap=DailyCap(euros(900))),
            "{price} per {minutes} min, at most {cap} in 24 hours",
        ),
        (
            blocks(cap=DailyCap(euros(900), BERLIN)),
            "Up to {grace} min free, {price} per {minutes} min, at most {cap} a day",
        ),
    ],
)
def test_the_summary_says_what_the_tariff_has_and_fills_every_place(
    strategy: Blocks, template: str
) -> None:
    summary = tariff(strategy).summary()
    assert summary.template == template
    assert {name for name, _ in summary.values} == set(re.findall(r"{(\w+)}", template))


def test_a_vehicle_class_without_a_price_is_named() -> None:
    with pytest.raises(UnknownVehicleClass, match="no price for 'bus', only for car"):
        tariff(blocks()).quote(NOON, NOON, "bus")


def test_an_instant_without_a_zone_is_our_bug() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        tariff(blocks()).quote(NOON.replace(tzinfo=None), NOON)


# --- laws -------------------------------------------------------------------------------------


def model(strategy: Blocks, entered_at: datetime, left_at: datetime) -> int:
    """Walk the stay minute by minute with a purse per day: slow, obvious, no arithmetic tricks."""
    grace = timedelta(minutes=strategy.grace_minutes)
    if strategy.grace_minutes and left_at - entered_at <= grace:
        return 0
    begin = entered_at if strategy.grace_counts else entered_at + grace
    purses: Counter[date | int] = Counter()
    minute = 0
    while minute == 0 or begin + timedelta(minutes=minute) < left_at:
        if minute % strategy.minutes == 0:
            purses[_day(strategy.cap, entered_at, begin + timedelta(minutes=minute))] += 1
        minute += 1
    costs = [count * strategy.price.minor for count in purses.values()]
    return sum(min(cost, strategy.cap.amount.minor) if strategy.cap else cost for cost in costs)


def _day(cap: DailyCap | None, entered_at: datetime, instant: datetime) -> date | int:
    if cap is None or cap.zone is None:
        return (instant - entered_at) // timedelta(days=1)
    return instant.astimezone(cap.zone).date()


caps = st.one_of(
    st.none(),
    st.builds(
        lambda minor, zone: DailyCap(euros(minor), zone),
        st.integers(500, 3_000),
        st.one_of(st.none(), st.sampled_from(ZONES)),
    ),
)
strategies = st.builds(
    blocks,
    price=st.integers(0, 500),
    minutes=st.integers(1, 1_440),
    grace=st.one_of(st.just(0), st.integers(1, 1_440)),
    counts=st.booleans(),
    cap=caps,
)
instants = st.one_of(
    st.datetimes(datetime(2023, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    # Around the nights on which clocks change, where the bugs live.
    st.builds(
        lambda night, minutes: night + timedelta(minutes=minutes),
        st.sampled_from(
            [
                datetime(2026, 3, 28, 12, tzinfo=UTC),
                datetime(2026, 10, 24, 12, tzinfo=UTC),
                datetime(2026, 3, 7, 12, tzinfo=UTC),
                datetime(2026, 10, 31, 12, tzinfo=UTC),
                datetime(2026, 4, 23, 12, tzinfo=UTC),
            ]
        ),
        st.integers(0, 2_880),
    ),
)
stays = st.one_of(
    st.timedeltas(timedelta(0), timedelta(days=4)),
    st.integers(0, 5_760).map(lambda minutes: timedelta(minutes=minutes)),
)


@given(strategy=strategies, entered_at=instants, parked=stays)
@example(blocks(cap=DailyCap(euros(600), BERLIN)), NOON, timedelta(days=3))
def test_the_price_is_that_of_a_walk_over_every_minute(
    strategy: Blocks, entered_at: datetime, parked: timedelta
) -> None:
    quote = tariff(strategy).quote(entered_at, entered_at + parked)
    assert quote.total.minor == model(strategy, entered_at, entered_at + parked)


@given(strategy=strategies, entered_at=instants, parked=stays, longer=stays)
def test_the_price_is_never_negative_and_never_falls_with_time(
    strategy: Blocks, entered_at: datetime, parked: timedelta, longer: timedelta
) -> None:
    first = tariff(strategy).quote(entered_at, entered_at + parked)
    second = tariff(strategy).quote(entered_at, entered_at + parked + longer)
    assert 0 <= first.total.minor <= second.total.minor


@given(strategy=strategies, entered_at=instants, parked=stays, zone=st.sampled_from(ZONES))
def test_the_zone_an_instant_is_written_in_does_not_change_the_price(
    strategy: Blocks, entered_at: datetime, parked: timedelta, zone: ZoneInfo
) -> None:
    left_at = entered_at + parked
    written = tariff(strategy).quote(entered_at.astimezone(zone), left_at.astimezone(zone))
    assert written == tariff(strategy).quote(entered_at, left_at)


@given(strategy=strategies, entered_at=instants, parked=stays)
def test_every_line_is_in_the_currency_and_only_caps_take_back(
    strategy: Blocks, entered_at: datetime, parked: timedelta
) -> None:
    lines = tariff(strategy).quote(entered_at, entered_at + parked).lines
    assert lines
    assert all(line.amount.currency == "EUR" for line in lines)
    assert all(
        line.text.template.startswith("Daily cap") for line in lines if line.amount.minor < 0
    )
