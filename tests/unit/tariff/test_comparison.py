"""Two price lists beside each other: what is counted where, and sums that agree."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind, PassState, Presence
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.comparison import (
    LENGTHS,
    LONGER,
    Comparing,
    Comparison,
    OtherCurrency,
    Share,
    length_class,
)
from kiosk.tariff.visit import Visit
from tests.support.tariffs import HOURLY, after, at, tariff

OWN = tariff(HOURLY)
DEARER = tariff(
    '[[rate]]\nname = "vans"\nwhen = { vehicle_class = "van" }\nstrategy = "flat"\n'
    "[rate.flat]\nprice_minor = 900\n"
    '[[rate]]\nname = "cars"\nstrategy = "slabs"\nentry_grace_minutes = 10\n'
    "[[rate.slabs]]\nup_to_minutes = 60\nprice_minor = 100\n"
    "[[rate.slabs]]\nup_to_minutes = 120\nprice_minor = 450\n"
    "[[rate.slabs]]\nprice_minor = 500\n"
)
FREE = tariff(f"free_minutes = 30\n{HOURLY}")


def visit(came: str, minutes: int, vehicle_class: str = "car") -> Visit:
    begin = at(came)
    return Visit(begin, after(begin, timedelta(minutes=minutes)), vehicle_class)


def compared(*visits: Visit) -> Comparison:
    comparing = Comparing(DEARER)
    for each in visits:
        comparing.take(OWN, each)
    return comparing.result()


def test_a_stay_is_counted_by_day_rate_and_length() -> None:
    found = compared(
        visit("2026-11-20T23:30", 90),  # 2.00 -> 4.50, the day on which it came
        visit("2026-11-21T09:00", 60),  # 1.00 -> 1.00
        visit("2026-11-21T09:00", 60, "van"),  # 1.00 -> 9.00
        visit("2026-11-21T10:00", 600),  # 10.00 -> 5.00
    )
    assert found.total == Share(4, 1400, 1950)
    assert found.by_day == (
        (date(2026, 11, 20), Share(1, 200, 450)),
        (date(2026, 11, 21), Share(3, 1200, 1500)),
    )
    assert found.by_rate == (("vans", Share(1, 100, 900)), ("cars", Share(3, 1300, 1050)))
    assert found.by_length == (
        (60, Share(2, 200, 1000)),
        (120, Share(1, 200, 450)),
        (1440, Share(1, 1000, 500)),
    )
    assert (found.dearer, found.cheaper) == (Share(2, 300, 1350), Share(1, 1000, 500))
    assert found.unchanged == 1
    assert found.doubled == 2
    assert found.most_more_minor == 800


def test_exactly_double_is_not_more_than_double() -> None:
    assert compared(visit("2026-11-20T08:00", 130)).doubled == 0  # 3.00 -> 5.00
    twice = Comparing(tariff(HOURLY.replace("100", "200")))
    twice.take(OWN, visit("2026-11-20T08:00", 60))
    assert (twice.result().dearer.stays, twice.result().doubled) == (1, 0)


def test_who_parked_free_and_would_pay_is_counted_apart() -> None:
    comparing = Comparing(OWN)
    comparing.take(FREE, visit("2026-11-20T08:00", 20))
    assert (comparing.result().newly_charged, comparing.result().doubled) == (1, 0)


def test_a_vehicle_without_a_price_is_named_and_counted_nowhere() -> None:
    short = load_tariff(
        'name = "short"\ncurrency = "EUR"\nstrategy = "blocks"\n[blocks]\nminutes = 60\n'
        "[prices.car]\nprice_minor = 100\n"
    )
    comparing = Comparing(short)
    for vehicle in ("coach", "car", "coach"):
        comparing.take(OWN, visit("2026-11-20T08:00", 20, vehicle))
    assert comparing.result().unpriced == (("coach", 2),)
    assert comparing.result().total == Share(1, 100, 100)


def test_what_a_pass_covers_costs_nothing_under_either() -> None:
    stay = visit("2026-11-20T08:00", 600)
    season = Pass(
        pass_id="p1",
        code="CODE",
        kind=PassKind.SEASON,
        group_id="staff",
        holder="Kim",
        valid_from=stay.entered_at - timedelta(days=1),
        valid_until=stay.entered_at + timedelta(days=1),
        state=PassState.ACTIVE,
        presence=Presence.OUTSIDE,
        balance=Money(0),
    )
    comparing = Comparing(DEARER)
    comparing.take(OWN, stay, season)
    assert comparing.result().total == Share(1, 0, 0)


def test_another_currency_is_nothing_to_compare_with() -> None:
    dollars = load_tariff(
        'name = "d"\ncurrency = "USD"\n[[rate]]\nname = "v"\nstrategy = "flat"\n'
        "[rate.flat]\nprice_minor = 100\n"
    )
    with pytest.raises(OtherCurrency, match="EUR and USD"):
        Comparing(dollars).take(OWN, visit("2026-11-20T08:00", 20))


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (timedelta(0), 15),
        (timedelta(minutes=15), 15),
        (timedelta(minutes=15, microseconds=1), 30),
        (timedelta(days=7), 10_080),
        (timedelta(days=7, microseconds=1), LONGER),
    ],
)
def test_a_length_belongs_to_the_class_it_still_fits(length: timedelta, expected: int) -> None:
    assert length_class(length // timedelta(microseconds=1)) == expected


stays = st.builds(
    lambda entered, minutes, vehicle: Visit(entered, entered + timedelta(minutes=minutes), vehicle),
    st.datetimes(datetime(2026, 3, 1), datetime(2026, 4, 2), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(0, 30_000),
    st.sampled_from(["car", "van"]),
)


@given(st.lists(stays, max_size=20))
def test_every_way_to_group_the_stays_adds_up_to_the_same(visits: list[Visit]) -> None:
    found = compared(*visits)
    total = Share(
        len(visits),
        sum(OWN.price(each).total.minor for each in visits),
        sum(DEARER.price(each).total.minor for each in visits),
    )
    assert found.total == total
    for groups in (found.by_day, found.by_rate, found.by_length):
        shares = [share for _, share in groups]
        assert sum(share.stays for share in shares) == total.stays
        assert sum(share.before_minor for share in shares) == total.before_minor
        assert sum(share.after_minor for share in shares) == total.after_minor
    assert found.dearer.change_minor + found.cheaper.change_minor == total.change_minor
    assert found.dearer.change_minor >= 0 >= found.cheaper.change_minor
    assert found.doubled + found.newly_charged <= found.dearer.stays


@given(st.lists(stays, max_size=10))
def test_a_price_list_beside_itself_changes_nothing(visits: list[Visit]) -> None:
    comparing = Comparing(OWN)
    for each in visits:
        comparing.take(OWN, each)
    assert comparing.result().unchanged == len(visits)
    assert set(dict(comparing.result().by_length)) <= {*LENGTHS, LONGER}
