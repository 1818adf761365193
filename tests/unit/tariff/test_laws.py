"""Laws of every tariff that can be written: never negative, never cheaper for longer, and more."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.civil import to_instant
from kiosk.tariff.meter import Span
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.visit import Visit

Draw = Callable[[st.SearchStrategy[Any]], Any]

ZONES = [
    "Africa/Cairo",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Apia",
    "UTC",
]
NIGHTS = [
    date(2026, 3, 7),
    date(2026, 3, 28),
    date(2026, 4, 4),
    date(2026, 4, 23),
    date(2026, 10, 3),
    date(2026, 10, 24),
    date(2026, 10, 31),
    date(2028, 2, 28),
]
"""Clocks change after them somewhere, or the leap day follows."""
WORDS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday")

minor = st.integers(0, 900)
minutes = st.sampled_from([1, 7, 15, 30, 60, 90, 240, 1440])
clocks = st.builds(
    lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.sampled_from([0, 30, 59])
)


@st.composite
def hours(draw: Draw) -> dict[str, Any]:
    begins, ends = draw(st.lists(clocks, min_size=2, max_size=2, unique=True))
    days = draw(st.lists(st.sampled_from(WORDS), min_size=1, unique=True))
    return {"from": begins, "to": ends, **({"days": days} if draw(st.booleans()) else {})}


@st.composite
def periods(draw: Draw, night: bool = True) -> dict[str, Any]:
    every = ["entry", "calendar_day", "24h_from_entry", "business_day", "calendar_week"]
    per = draw(st.sampled_from([*every, "7d_from_entry", *(["night"] if night else [])]))
    begins, ends = draw(st.lists(clocks, min_size=2, max_size=2, unique=True))
    edges = {"business_day": {"from": begins}, "night": {"from": begins, "to": ends}}
    return {"per": per, **edges.get(per, {})}


@st.composite
def bands(draw: Draw) -> dict[str, Any]:
    rows = []
    for number in range(draw(st.integers(1, 4))):
        block = {"minutes": draw(minutes), "price_minor": draw(minor)}
        price = block if draw(st.booleans()) else {"flat_minor": draw(minor)}
        rows.append({"name": f"band {number}", **draw(hours()), **price})
    return {"strategy": "bands", "bands": rows}


@st.composite
def slabs(draw: Draw, falling: bool = False) -> dict[str, Any]:
    """Rows that never fall, unless they may."""
    count = draw(st.integers(0, 4))
    ends = sorted(draw(st.sets(st.integers(1, 3_000), min_size=count, max_size=count)))
    prices = draw(st.lists(minor, min_size=count + 1, max_size=count + 1))
    prices = prices if falling else sorted(prices)
    rows = [
        {"up_to_minutes": end, "price_minor": price}
        for end, price in zip(ends, prices, strict=False)
    ]
    further = {"each_minutes": draw(minutes), "each_minor": draw(minor)}
    last = further if draw(st.booleans()) else {"price_minor": prices[-1]}
    restart = draw(st.sampled_from([None, "calendar_day", "24h_from_entry"]))
    return {
        "strategy": "slabs",
        "slabs": [*rows, last],
        **({"slabs_restart": restart} if restart else {}),
    }


@st.composite
def blocks(draw: Draw) -> dict[str, Any]:
    rule = {"minutes": draw(minutes), "price_minor": draw(minor)}
    if draw(st.booleans()):
        rule |= {"first_minutes": draw(minutes), "first_price_minor": draw(minor)}
    return {"strategy": "blocks", "blocks": rule}


@st.composite
def flats(draw: Draw) -> dict[str, Any]:
    return {"strategy": "flat", "flat": {"price_minor": draw(minor), **draw(periods(night=False))}}


@st.composite
def demands(draw: Draw) -> dict[str, Any]:
    steps = [
        {"from_percent": level, "price_percent": draw(st.integers(0, 300))}
        for level in draw(st.sets(st.integers(0, 100), min_size=1, max_size=3))
    ]
    return {"strategy": "demand", "demand": {"rate": "last", "steps": steps}}


@st.composite
def subscriptions(draw: Draw) -> dict[str, Any]:
    covers = draw(st.lists(hours(), max_size=2))
    rule = {"otherwise": "last", **({"covers": covers} if covers else {})}
    return {"strategy": "subscription", "when": {"with_pass": True}, "subscription": rule}


@st.composite
def composed(draw: Draw, plain: st.SearchStrategy[Any]) -> dict[str, Any]:
    """A strategy with grace, free minutes, caps and a fee."""
    rate = dict(draw(plain))
    rate["entry_grace_minutes"] = draw(st.sampled_from([0, 0, 10]))
    rate["free_minutes"] = draw(st.sampled_from([0, 0, 15, 120]))
    rate["free_minutes_count"] = draw(st.booleans())
    caps = [
        {"amount_minor": draw(minor), **draw(periods())} for _ in range(draw(st.integers(0, 3)))
    ]
    if caps:
        rate["caps"] = caps
    if draw(st.booleans()):
        rate["overstay"] = {"max_stay_minutes": draw(st.integers(1, 2_000)), "price_minor": 5_000}
        rate["overstay"] |= {"minutes": draw(minutes), "most_minor": 20_000}
    return rate


@st.composite
def tariffs(draw: Draw, falling: bool = False) -> Tariff:
    """A rate for passes, one by demand, and one for everybody that they name."""
    last = composed(st.one_of(flats(), blocks(), slabs(falling), bands()))
    first = composed(st.one_of(flats(), blocks(), slabs(falling), bands(), demands()))
    rates = [
        {"name": "passes", **draw(composed(subscriptions()))},
        {"name": "first", "when": {"vehicle_class": "car"}, **draw(first)},
        {"name": "last", **draw(last)},
    ]
    head: dict[str, Any] = {"name": "n", "currency": "EUR", "zone": draw(st.sampled_from(ZONES))}
    head["holidays"] = ["2026-03-29", "2026-10-25"]
    head["reentry_minutes"] = draw(st.sampled_from([0, 30]))
    if draw(st.booleans()):
        head["tax"] = {"label": "VAT", "basis_points": 1900, "inclusive": draw(st.booleans())}
        head["tax"]["kinds"] = {"fees": draw(st.sampled_from([0, 700, 1900]))}
    if draw(st.booleans()):
        head["rounding"] = {"step_minor": draw(st.sampled_from([5, 10, 100]))}
        head["rounding"]["mode"] = draw(st.sampled_from(["half_up", "half_even", "down", "up"]))
    return load_tariff(json.dumps({**head, "rate": rates}))


entries = st.builds(
    lambda night, minutes: (
        datetime(night.year, night.month, night.day, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    st.sampled_from(NIGHTS),
    st.integers(0, 2_880),
)
lengths = st.one_of(
    st.integers(0, 300).map(lambda count: timedelta(minutes=count)),
    st.integers(0, 15_000).map(lambda count: timedelta(minutes=count, microseconds=1)),
    st.timedeltas(timedelta(0), timedelta(days=12)),
)
benefits = st.lists(
    st.one_of(
        st.builds(
            Benefit,
            st.sampled_from([BenefitKind.TIME, BenefitKind.PERCENT, BenefitKind.AMOUNT]),
            st.integers(0, 200),
        ),
        st.builds(Benefit, st.just(BenefitKind.RATE), rate=st.sampled_from(["first", "last"])),
        st.just(Benefit(BenefitKind.FULL)),
    ),
    max_size=3,
)


@st.composite
def visits(draw: Draw) -> Visit:
    begin, parked = draw(entries), draw(lengths)
    away, before = (timedelta(minutes=draw(st.integers(0, 60))) for _ in range(2))
    booked = timedelta(minutes=draw(st.integers(0, 1_000)))
    shown = draw(st.booleans())
    return Visit(
        begin,
        begin + parked,
        draw(st.sampled_from(["car", "van"])),
        occupancy_percent=draw(st.one_of(st.none(), st.integers(0, 100))),
        booking=draw(st.sampled_from([None, (begin, begin + booked)])),
        pass_group="any" if shown else None,
        pass_valid=(begin, begin + booked) if shown and draw(st.booleans()) else None,
        earlier=draw(st.sampled_from([(), ((begin - away - before, begin - away),)])),
        validations=tuple(draw(benefits)),
    )


@given(tariffs(falling=True), visits())
def test_no_price_is_negative_and_every_quote_explains_itself(tariff: Tariff, visit: Visit) -> None:
    quote = tariff.price(visit)
    assert quote.lines
    assert quote.total.minor >= 0
    assert quote == tariff.price(visit)
    assert all(line.amount.currency == "EUR" for line in quote.lines)
    if quote.taxes:
        assert sum(tax.gross.minor for tax in quote.taxes) == quote.total.minor


@given(tariffs(), visits(), lengths)
def test_no_stay_is_cheaper_for_being_longer(
    tariff: Tariff, visit: Visit, longer: timedelta
) -> None:
    later = replace(visit, left_at=visit.left_at + longer)
    assert tariff.price(visit).total.minor <= tariff.price(later).total.minor


@given(tariffs(falling=True), visits())
def test_a_validation_never_makes_it_dearer(tariff: Tariff, visit: Visit) -> None:
    plain = replace(visit, validations=())
    assert tariff.price(visit).total.minor <= tariff.price(plain).total.minor


@given(tariffs(falling=True), entries, lengths, lengths)
def test_a_meter_read_on_the_way_is_the_price_of_the_stay_that_ends_there(
    tariff: Tariff, begin: datetime, parked: timedelta, longer: timedelta
) -> None:
    start, middle = to_instant(begin), to_instant(begin + parked + timedelta(microseconds=1))
    end = to_instant(begin + parked + longer + timedelta(microseconds=1))
    strategy = tariff.rates[-1].strategy
    long, short = (strategy.meter(Span(start, start, until)) for until in (end, middle))
    assert long.cost(middle) == short.cost(middle)
    assert long.cost(start) == 0
    assert sum(line.amount.minor for line in long.lines()) == long.cost(end)


@given(tariffs(), entries, lengths, lengths, st.integers(0, 30))
def test_leaving_for_a_moment_changes_nothing(
    tariff: Tariff, begin: datetime, first: timedelta, second: timedelta, away: int
) -> None:
    """The price of the whole is that of its visits, where coming back goes on with the stay."""
    tariff = replace(tariff, reentry_minutes=30, rounding=None, taxation=None)
    out = begin + first + timedelta(microseconds=1)
    back = out + timedelta(minutes=away)
    left = back + second + timedelta(microseconds=1)
    whole = tariff.price(Visit(begin, left)).total.minor
    before = tariff.price(Visit(begin, out)).total.minor
    rest = tariff.price(Visit(back, left, earlier=((begin, out),))).total.minor
    assert before + rest == whole
