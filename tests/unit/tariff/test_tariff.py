"""A tariff as a whole: which version new stays get, and what it refuses to guess."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.quote import Quote
from kiosk.tariff.tariff import in_force
from kiosk.tariff.visit import Visit
from tests.support.tariffs import HOURLY, RATE, at, stay, tariff

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
OLD = tariff(HOURLY, "version = 1")
NEW = tariff(HOURLY, "version = 2\nvalid_from = 2026-12-01")
LATER = tariff(HOURLY, "version = 3\nvalid_from = 2026-12-24 18:00:00")


@pytest.mark.parametrize(
    ("now", "version"),
    [
        ("2026-11-30 23:59", 1),
        ("2026-12-01 00:00", 2),
        ("2026-12-24 17:59", 2),
        ("2026-12-24 18:00", 3),
    ],
)
def test_new_stays_get_the_newest_version_whose_time_has_come(now: str, version: int) -> None:
    found = in_force((LATER, OLD, NEW), at(now))
    assert found is not None
    assert found.version == version


def test_before_the_first_there_is_none() -> None:
    assert in_force((NEW, LATER), at("2026-11-01 00:00")) is None


def test_an_instant_without_a_zone_is_our_bug() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        OLD.quote(NOON.replace(tzinfo=None), NOON)


def test_quoting_twice_gives_the_same() -> None:
    assert OLD.quote(NOON, NOON + timedelta(days=9)) == OLD.quote(NOON, NOON + timedelta(days=9))


def test_any_rate_can_price_any_visit_for_a_simulator() -> None:
    prices = tariff(
        RATE.replace("visitors", "x") + "when = {zone = 'X'}\n" + HOURLY + RATE + HOURLY
    )
    visit = Visit(NOON, NOON + timedelta(hours=2))
    assert prices.price_by(prices.rates[0], visit) == prices.price(visit)


def test_a_pass_is_covered_by_a_rate_of_its_own_only() -> None:
    visit = Visit(NOON, NOON, pass_group="staff")
    own = RATE.replace("visitors", "staff") + "when = {pass_group = 'staff'}\n" + HOURLY
    prices = tariff(own + RATE + HOURLY)
    assert prices.covers(visit)
    assert not prices.covers(replace(visit, pass_group="club"))
    assert not OLD.covers(visit)


def test_a_quote_of_nothing_is_a_quote() -> None:
    free = HOURLY.replace("[", "free_minutes = 60\n[")
    quote = stay(tariff(free), "2026-06-01 08:00", "1:00")
    assert isinstance(quote, Quote)
    assert (quote.total.minor, len(quote.lines)) == (0, 1)
