"""What is written down of a stay when it begins, because later nobody could know it."""

from __future__ import annotations

from datetime import timedelta

from kiosk.domain.facts import booth, stays
from kiosk.domain.money import Money
from kiosk.lane import events as ev
from kiosk.store.price_lists import STANDARD
from tests.integration.runtime.test_passes_at_lanes import drive_on, sell, show
from tests.support.site import ENTRY, EXIT, Rig, drive_in

DEMAND = """
name = "standard"
version = 2
currency = "EUR"
reentry_minutes = 30
{valid_from}

[[rate]]
name = "by demand"
strategy = "demand"
[rate.demand]
rate = "hourly"
[[rate.demand.steps]]
from_percent = 50
price_percent = 200

[[rate]]
name = "hourly"
strategy = "blocks"
[rate.blocks]
minutes = 60
price_minor = 100
"""


def publish(rig: Rig, valid_from: str = "") -> None:
    """The second version of the tariff, for a car park of two spaces."""
    with rig.services.site.store.write() as unit:
        here = rig.services.site.here()
        rules = DEMAND.format(valid_from=valid_from)
        unit.record(booth.TariffPublished(STANDARD, 2, rules), here)
        unit.record(booth.CapacitySet(2), here)


def press(rig: Rig) -> str:
    """A car takes a ticket; returns its session."""
    rig.arrive(ENTRY)
    rig.tell(ENTRY, ev.TicketRequested())
    with rig.services.site.store.read() as unit:
        events = unit.journal.since("booth-1", 1, 0, 10_000)
    begun = [each.body for each in events if isinstance(each.body, stays.SessionStarted)]
    return str(begun[-1].session_id)


def test_a_demand_tariff_remembers_how_full_it_was(rig: Rig) -> None:
    publish(rig)
    drive_in(rig.services)
    session_id = press(rig)
    rig.clock.pass_time(1800)
    with rig.services.site.store.read() as unit:
        session = unit.sessions.find(session_id)
        assert session is not None
        assert session.occupancy_percent == 50
        stay = rig.services.site.stay(unit, session, rig.clock.now())
    assert stay.due == Money(200)


def test_other_tariffs_do_not_ask(rig: Rig) -> None:
    press(rig)
    assert rig.kinds("session.demand") == []


def test_a_version_of_tomorrow_waits_for_tomorrow(rig: Rig) -> None:
    tomorrow = rig.clock.now() + timedelta(days=1)
    publish(rig, f"valid_from = {tomorrow:%Y-%m-%dT%H:%M:%SZ}")
    with rig.services.site.store.read() as unit:
        assert rig.services.site.tariff_now(unit, rig.clock.now()) == (STANDARD, 1)
        assert rig.services.site.tariff_now(unit, tomorrow) == (STANDARD, 2)


def test_a_pass_that_comes_back_in_time_goes_on_with_its_stay(rig: Rig) -> None:
    publish(rig)
    text = sell(rig)
    for _ in range(2):
        rig.arrive(ENTRY)
        show(rig, ENTRY, text)
        drive_on(rig, ENTRY)
        rig.clock.pass_time(600)
        rig.arrive(EXIT)
        show(rig, EXIT, text)
        drive_on(rig, EXIT)
    rig.clock.pass_time(3600)
    rig.arrive(ENTRY)
    show(rig, ENTRY, text)
    assert rig.kinds("session.continued") == ["session.continued"]
