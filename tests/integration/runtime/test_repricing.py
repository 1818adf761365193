"""The rate simulator at a real ledger: the prices people got, and those they would have got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.event import Body
from kiosk.domain.facts import bookings, booth, passes, stays, validations
from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind
from kiosk.domain.session import Admittance
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.runtime.repricing import reprice
from kiosk.store import past_stays
from kiosk.store.past_stays import Period
from kiosk.store.price_lists import PriceLists
from kiosk.store.pricing import quote
from kiosk.store.store import Store
from kiosk.store.unit import Transaction
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.comparison import Share
from kiosk.tariff.tariff import Tariff
from tests.support.money import season, wallet
from tests.support.stores import NOW, here, open_store

HOUR = timedelta(hours=1)
OWN = """
name = "standard"
currency = "EUR"
zone = "Europe/Berlin"
reentry_minutes = 30
[[rate]]
name = "staff"
when = { pass_group = "staff" }
strategy = "subscription"
[rate.subscription]
otherwise = "visitors"
[[rate.subscription.covers]]
from = "06:00"
to = "12:00"
[[rate]]
name = "busy"
when = { booked = false }
strategy = "demand"
[rate.demand]
rate = "visitors"
[[rate.demand.steps]]
from_percent = 80
price_percent = 200
[[rate]]
name = "visitors"
strategy = "blocks"
[rate.blocks]
minutes = 60
price_minor = 200
[rate.overstay]
after_booking = true
price_minor = 1000
"""
OTHER = load_tariff(OWN.replace("price_minor = 200", "price_minor = 500"))


@dataclass(slots=True)
class Ledger:
    """A booth's store and the stays that are in it."""

    store: Store
    ended: list[str] = field(default_factory=list)

    def stay(self, hours: float, *facts: Body, began: datetime = NOW, **start: object) -> None:
        """One more stay, and what else became of it."""
        name = f"s{len(self.ended):04}"
        self.ended.append(name)
        started = stays.SessionStarted(
            name,
            f"C-{name}",
            Admittance(str(start.get("admittance", Admittance.TICKET))),
            began,
            "standard",
            1,
            "car",
            str(start["booking"]) if "booking" in start else None,
        )
        left = began + timedelta(hours=hours)
        with self.store.write() as unit:
            for body in (started, stays.SessionActivated(name), *facts):
                unit.record(body, here("entry-1", name))
            unit.record(stays.SessionEnded(name, left), here("exit-1", name))

    def record(self, *bodies: Body) -> None:
        with self.store.write() as unit:
            for body in bodies:
                unit.record(body, here())

    def reprice(self, period: Period | None = None, other: Tariff = OTHER) -> Share:
        return reprice(self.store, other, period or Period(), lambda _done, _of: None).total


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A store with a published tariff."""
    store = open_store(tmp_path / "booth.db")
    made = Ledger(store)
    made.record(booth.TariffPublished("standard", 1, OWN))
    yield made
    store.close()


def every_kind(ledger: Ledger) -> None:
    """Stays whose price depends on everything a price can depend on."""
    value, credited = wallet("p2")
    ledger.record(
        season("p1"),
        value,
        credited,
        passes.PassIssued(
            "p3", "P3", PassKind.SEASON, "guests", "Lee", NOW, NOW + HOUR, "PAYLOAD-p3"
        ),
        bookings.BookingConfirmed("b1", "BOOK1", NOW, NOW + HOUR),
    )
    hour_off = Benefit(BenefitKind.TIME, 60)
    ledger.stay(1.5)
    ledger.stay(5, stays.DemandFixed("s0001", 90))
    ledger.stay(3, admittance="booking", booking="b1")
    ledger.stay(6, passes.PassUsed("p1", "s0003"), admittance="pass")
    ledger.stay(2, passes.PassUsed("p2", "s0004"), admittance="pass")
    ledger.stay(4, passes.PassUsed("p3", "s0005"), admittance="pass")
    ledger.stay(4, *(_given(n, "s0006", hour_off) for n in range(2)))
    withdrawn = validations.ValidationWithdrawn("v9", "s0007", "wrong ticket")
    ledger.stay(4, _given(9, "s0007", hour_off), withdrawn)
    ledger.stay(1, stays.StayContinued("s0008", "s0000"), began=NOW + 1.7 * HOUR)


def _given(number: int, session: str, benefit: Benefit) -> Body:
    return validations.ValidationApplied(
        f"v{number}", session, f"m{number}", benefit, "attendant", Money(0)
    )


def test_every_stay_is_priced_as_the_exit_priced_it(ledger: Ledger) -> None:
    every_kind(ledger)
    with ledger.store.read() as unit:
        prices = [_price_at_exit(ledger, unit, name) for name in ledger.ended]
    assert len(set(prices)) > 5, "the cases are different ones"
    before = ledger.reprice().before_minor
    assert before == sum(prices)


def _price_at_exit(ledger: Ledger, unit: Transaction, name: str) -> int:
    session = unit.sessions.find(name)
    assert session is not None
    assert session.exited_at is not None
    return quote(PriceLists(), unit, session, session.exited_at).total.minor


def test_pages_neither_lose_a_stay_nor_count_one_twice(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = past_stays._PAGE.limit(3)
    monkeypatch.setattr(past_stays, "_PAGE", pages)
    monkeypatch.setattr(past_stays, "PAGE_STAYS", 3)
    for _ in range(11):
        ledger.stay(1)  # all began at the same moment
    seen: list[tuple[int, int]] = []
    found = reprice(ledger.store, OTHER, Period(), lambda done, of: seen.append((done, of)))
    assert found.total == Share(11, 2200, 5500)
    assert seen == [(0, 11), (3, 11), (6, 11), (9, 11), (11, 11)]


def test_a_period_is_half_open_and_goes_by_the_entry(ledger: Ledger) -> None:
    for hours in range(4):
        ledger.stay(10, began=NOW + hours * HOUR)
    assert ledger.reprice(Period(NOW + HOUR, NOW + 3 * HOUR)).stays == 2
    assert ledger.reprice(Period(since=NOW + HOUR)).stays == 3
    assert ledger.reprice(Period(until=NOW + HOUR)).stays == 1
    assert ledger.reprice(Period(since=NOW + 9 * HOUR)).stays == 0


def test_a_lost_tickets_fixed_price_and_a_car_inside_are_left_out(ledger: Ledger) -> None:
    ledger.stay(2)
    ledger.stay(2, stays.FeeFixed("s0001", Money(2500), "lost ticket"))
    inside = stays.SessionStarted("in", "C-in", Admittance.TICKET, NOW, "standard", 1, "car")
    ledger.record(inside, stays.SessionActivated("in"))
    assert ledger.reprice() == Share(1, 400, 1000)


def test_every_stay_keeps_the_version_it_had(ledger: Ledger) -> None:
    ledger.stay(1)
    ledger.record(booth.TariffPublished("standard", 2, OWN.replace("= 200", "= 300")))
    assert ledger.reprice().before_minor == 200
