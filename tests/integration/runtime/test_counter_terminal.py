"""The counter's own card terminal beside the lanes: it is no lane, and opens a lane's boom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.boot.services import Services
from kiosk.config.settings import Booth, DeviceAt
from kiosk.devices.messages import Fault, FaultRaised
from kiosk.domain.counter import COUNTER, counter_by
from kiosk.domain.facts import payments
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.staff import Role
from kiosk.lane.events import CodeOffered
from kiosk.runtime.orders import Asked
from tests.support.card_stays import paid
from tests.support.clock import HandClock
from tests.support.scripted import Scripted
from tests.support.site import (
    ENTRY,
    EXIT,
    Car,
    Rig,
    drive_in,
    new_clock,
    new_settings,
    open_booth,
    stay_of,
)

PART = Money(100)


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """A booth whose counter has a terminal of its own."""
    clock = new_clock()
    own = DeviceAt(str(tmp_path / "counter-terminal"), "card-line", serial="SIM-0002")
    settings = replace(new_settings(tmp_path), booth=Booth(terminal=own))
    made = Rig(open_booth(tmp_path, clock, settings), clock)
    made.desk.staff = made.desk.enrol("Mila", "274913", Role.OWNER)
    yield made
    made.close()


def at_the_exit(rig: Rig) -> Car:
    """A car at the exit, its price on the screen."""
    car = drive_in(rig.services)
    rig.arrive(EXIT)
    rig.tell(EXIT, CodeOffered(car.payload))
    assert rig.phase(EXIT) == "Quoted"
    return car


def test_the_boom_of_the_exit_where_the_car_stands_opens(rig: Rig) -> None:
    car, card = at_the_exit(rig), Scripted()
    rig.lanes.till._providers[COUNTER] = {Method.CARD: card}  # type: ignore[index]
    asked = rig.desk.stay_cards.ask(stay_of(rig.services, car))
    assert isinstance(asked, Asked)
    assert asked.lane_id == COUNTER
    card.pay(asked.attempt_id)
    rig.turn(EXIT)
    assert rig.phase(EXIT) == "Quoted"
    paid(rig.desk.stay_cards.became(asked.attempt_id))
    rig.turn(EXIT)
    assert rig.phase(EXIT) == "Opening"


def test_the_counters_own_terminal_belongs_to_no_lane(rig: Rig) -> None:
    own, exits = (rig.lanes.till._providers[each][Method.CARD] for each in (COUNTER, EXIT))
    assert own is not exits
    assert {own, exits} == set(rig.lanes.terminals)
    assert COUNTER not in rig.lanes.runners
    own.link._deliver(FaultRaised("counter-terminal", Fault.UNPLUGGED, ""))  # type: ignore[attr-defined]
    assert rig.kinds("device") == ["device.fault_raised"]
    with rig.services.site.store.read() as unit:
        assert {each.lane_id for each in unit.lanes.all()} == {ENTRY, EXIT}


def test_a_lane_is_not_told_of_what_the_counter_asked_before_the_restart(
    services: Services, clock: HandClock
) -> None:
    car = drive_in(services)
    with services.site.store.write() as unit:
        started = payments.PaymentStarted("a-1", car.session_id, Method.CARD, PART)
        unit.record(started, services.site.here(counter_by(EXIT), car.session_id))
    rig = Rig(services, clock)
    lane = rig.lanes.runners[EXIT].state
    assert (lane.settling, lane.calling) == ((), "")
    rig.close()
