"""Lost tickets at the counter: by the stay, a proven time or the flat fee; at a lane, on foot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.facts import booth as facts
from kiosk.domain.facts import stays
from kiosk.domain.money import Money
from kiosk.domain.session import Session
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal, TicketState
from kiosk.lane import events as ev
from kiosk.lane.subject import stay_of as stay_in
from kiosk.runtime.answers import NotAllowed, SecondNeeded, SecondRefused
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.credentials import look_up
from kiosk.runtime.lost_desk import AtLane, NewTicket, NoCar, Proof
from kiosk.store.verify import verify
from tests.support.people import at_the_desk, second
from tests.support.site import (
    EXIT,
    Car,
    Rig,
    drive_in,
    new_clock,
    new_settings,
    open_booth,
    stay_of,
)

FEE = 6000
HOUR = timedelta(hours=1)
WHY = "Driver lost it"
FLAT = Proof()
ON_FOOT = ""


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Rig]:
    """A booth where a lost ticket costs 60.00, and an attendant is signed on."""
    clock = new_clock()
    settings = new_settings(tmp_path, lost_ticket_minor=FEE)
    rig = Rig(open_booth(tmp_path, clock, settings), clock)
    at_the_desk(rig, Role.ATTENDANT)
    yield rig
    rig.close()


def state_of(rig: Rig, code: str) -> TicketState:
    with rig.services.site.store.read() as unit:
        ticket = unit.tickets.find(code)
    assert ticket is not None
    return ticket.state


def session_of(rig: Rig, session_id: str) -> Session:
    with rig.services.site.store.read() as unit:
        session = unit.sessions.find(session_id)
    assert session is not None
    return session


def hours(rig: Rig, count: float) -> Car:
    """A car that came so many hours ago."""
    return drive_in(rig.services, rig.clock.now() - count * HOUR)


def settled(rig: Rig) -> None:
    """Tables are what the journal says."""
    assert verify(rig.services.site.store) == []


def test_the_stays_nearest_to_the_time_stand_first_and_all_are_priced(booth: Rig) -> None:
    far, near, last = hours(booth, 9), hours(booth, 5), hours(booth, 1)
    at = booth.clock.now() - timedelta(hours=5, minutes=10)
    options = booth.desk.lost.options(at)
    assert [each.session_id for each, _ in options.stays] == [
        near.session_id,
        far.session_id,
        last.session_id,
    ]
    assert options.fee == Money(FEE)
    assert options.since == stay_of(booth.services, near).quote.total
    assert [stay.quote.total for _, stay in options.stays] == [
        stay_of(booth.services, car).quote.total for car in (near, far, last)
    ]


def test_without_a_time_the_last_that_came_stands_first(booth: Rig) -> None:
    first, last = hours(booth, 3), hours(booth, 1)
    options = booth.desk.lost.options()
    assert options.since is None
    assert [each.session_id for each, _ in options.stays] == [last.session_id, first.session_id]


def test_a_car_that_has_left_is_nobodys_lost_ticket(booth: Rig) -> None:
    car, site = hours(booth, 2), booth.services.site
    with site.store.write() as unit:
        unit.record(stays.SessionEnded(car.session_id), site.here(EXIT, car.session_id))
    assert booth.desk.lost.options().stays == ()
    proof = Proof(car.session_id)
    assert booth.desk.lost.declare(proof, ON_FOOT, WHY) is Refusal.ALREADY_USED
    assert booth.desk.lost.declare(Proof("nobody"), ON_FOOT, WHY) is Refusal.UNKNOWN


def test_at_the_exit_the_stay_that_was_found_is_priced_and_its_paper_blocked(booth: Rig) -> None:
    car = hours(booth, 40)
    booth.arrive(EXIT)
    done = booth.desk.lost.declare(Proof(car.session_id), EXIT, WHY)
    assert done == AtLane(EXIT)
    booth.turn(EXIT)
    stay = stay_in(booth.lanes.runners[EXIT].state.phase)
    assert stay is not None
    assert (stay.session_id, stay.due) == (car.session_id, stay_of(booth.services, car).due)
    assert state_of(booth, car.code) is TicketState.BLOCKED
    answer = look_up(booth.services.site, LaneKind.EXIT, car.payload, EXIT)
    assert isinstance(answer, ev.CredentialRefused)
    assert answer.refusal is Refusal.BLOCKED
    settled(booth)


def test_paid_at_the_counter_the_car_at_the_exit_goes(booth: Rig) -> None:
    car = hours(booth, 40)
    booth.arrive(EXIT)
    booth.desk.lost.declare(Proof(car.session_id), EXIT, WHY)
    booth.turn(EXIT)
    stay = stay_in(booth.lanes.runners[EXIT].state.phase)
    assert stay is not None
    assert isinstance(booth.desk.take_cash(stay, stay.due), CashTaken)
    booth.turn(EXIT)
    assert booth.phase(EXIT) == "Opening"


def test_nothing_known_is_the_flat_fee_of_a_new_stay(booth: Rig) -> None:
    booth.arrive(EXIT)
    assert booth.desk.lost.declare(FLAT, EXIT, WHY) == AtLane(EXIT)
    booth.turn(EXIT)
    stay = stay_in(booth.lanes.runners[EXIT].state.phase)
    assert stay is not None
    assert stay.due == Money(FEE)
    settled(booth)


def test_a_driver_on_foot_pays_for_the_stay_and_leaves_with_a_new_ticket(booth: Rig) -> None:
    car = hours(booth, 40)
    owed = stay_of(booth.services, car).due
    given = booth.desk.lost.declare(Proof(car.session_id), ON_FOOT, WHY)
    assert isinstance(given, NewTicket)
    assert (given.stay.session_id, given.stay.due, given.printed) == (car.session_id, owed, True)
    assert state_of(booth, car.code) is TicketState.BLOCKED
    assert state_of(booth, given.code) is TicketState.ISSUED
    assert isinstance(booth.desk.take_cash(given.stay, given.stay.due), CashTaken)
    answer = look_up(booth.services.site, LaneKind.EXIT, given.code, EXIT)
    assert isinstance(answer, ev.StayFound)
    assert not answer.stay.due
    settled(booth)


def test_a_ticket_lost_after_it_was_replaced_blocks_the_one_that_was_good(booth: Rig) -> None:
    car = hours(booth, 40)
    first = booth.desk.lost.declare(Proof(car.session_id), ON_FOOT, WHY)
    again = booth.desk.lost.declare(Proof(car.session_id), ON_FOOT, WHY)
    assert isinstance(first, NewTicket)
    assert isinstance(again, NewTicket)
    states = [state_of(booth, code) for code in (car.code, first.code, again.code)]
    assert states == [TicketState.BLOCKED, TicketState.BLOCKED, TicketState.ISSUED]
    booth.arrive(EXIT)
    booth.desk.lost.declare(Proof(car.session_id), EXIT, WHY)
    booth.turn(EXIT)
    assert state_of(booth, again.code) is TicketState.BLOCKED
    settled(booth)


def test_a_proven_time_prices_a_stay_that_nobody_found(booth: Rig) -> None:
    came = booth.clock.now() - timedelta(hours=40)
    given = booth.desk.lost.declare(Proof(entered_at=came), ON_FOOT, WHY)
    assert isinstance(given, NewTicket)
    assert given.stay.entered_at == came
    assert given.stay.due == booth.desk.lost.options(came).since
    assert session_of(booth, given.stay.session_id).entered_at == came
    settled(booth)


@pytest.mark.parametrize("found", [True, False])
def test_far_below_the_flat_fee_a_second_person_agrees(booth: Rig, found: bool) -> None:
    car = hours(booth, 1)
    proof = Proof(car.session_id) if found else Proof(entered_at=booth.clock.now() - HOUR)
    assert isinstance(booth.desk.lost.declare(proof, ON_FOOT, WHY), SecondNeeded)
    assert state_of(booth, car.code) is TicketState.TAKEN
    wrong = second(booth, Role.TECHNICIAN)
    assert isinstance(booth.desk.lost.declare(proof, ON_FOOT, WHY, wrong), SecondRefused)
    other = second(booth)
    given = booth.desk.lost.declare(proof, ON_FOOT, WHY, other)
    assert isinstance(given, NewTicket)
    assert given.stay.due.minor < FEE
    with booth.services.site.store.read() as unit:
        last = unit.journal.last_arrival()
        bodies = [unit.journal.arrived(arrival).body for arrival in range(1, last + 1)]
    agreed = [
        body.staff_id if isinstance(body, facts.SecondAgreed) else body.second_person
        for body in bodies
        if isinstance(body, facts.SecondAgreed | stays.EntryTimeProven)
    ]
    assert agreed == [other.staff_id]
    settled(booth)


def test_where_no_car_stands_the_lane_is_told_nothing(booth: Rig) -> None:
    car = hours(booth, 40)
    assert booth.desk.lost.declare(Proof(car.session_id), EXIT, WHY) == NoCar()
    assert booth.desk.lost.declare(FLAT, EXIT, WHY) == NoCar()
    booth.turn(EXIT)
    assert state_of(booth, car.code) is TicketState.TAKEN


def test_a_lost_ticket_takes_the_right_and_a_reason(booth: Rig) -> None:
    with pytest.raises(ValueError, match="reason"):
        booth.desk.lost.declare(FLAT, ON_FOOT, "")
    at_the_desk(booth, Role.TECHNICIAN)
    with pytest.raises(NotAllowed):
        booth.desk.lost.options()
    with pytest.raises(NotAllowed):
        booth.desk.lost.declare(FLAT, ON_FOOT, WHY)


def test_on_foot_nothing_is_begun_at_the_exit(booth: Rig) -> None:
    """A restart must not take the stay for a car in that lane."""
    booth.desk.lost.declare(FLAT, ON_FOOT, WHY)
    with booth.services.site.store.read() as unit:
        assert unit.lanes.open_step(EXIT).admission is None
