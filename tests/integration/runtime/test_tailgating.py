"""Cars that followed another one: each gets its stay from a person, once, and the books balance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.facts import bookings, lanes, passes, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind, Presence
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admittance, Session, SessionState
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Right, Role
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.runtime.answers import CardRunning, NotAllowed
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.credentials import look_up
from kiosk.runtime.pass_sales import PassSold, Tender
from kiosk.runtime.tailgating import TAILGATED, Gone, NoTailgate, TicketGiven
from kiosk.store.price_lists import STANDARD
from kiosk.store.verify import verify
from tests.support.passes import set_group, wanted
from tests.support.people import at_the_desk
from tests.support.site import (
    ENTRY,
    EXIT,
    HOUR,
    Car,
    Rig,
    drive_in,
    new_clock,
    new_settings,
    open_booth,
    stay_of,
)
from tests.support.tailgates import follow, open_exceptions, unpaired

NOTHING = Money(0)
WHY = "Seen on the camera"


@pytest.fixture
def booth(rig: Rig) -> Rig:
    """An attendant at the counter."""
    at_the_desk(rig, Role.ATTENDANT)
    return rig


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Rig]:
    """An attendant where no lane has a printer."""
    clock, settings = new_clock(), new_settings(tmp_path)
    lanes_ = tuple(replace(at, printer=None) for at in settings.lane)
    made = Rig(open_booth(tmp_path, clock, replace(settings, lane=lanes_)), clock)
    at_the_desk(made, Role.ATTENDANT)
    yield made
    made.close()


def session_of(rig: Rig, session_id: str) -> Session:
    """The stay as the ledger has it."""
    with rig.services.site.store.read() as unit:
        found = unit.sessions.find(session_id)
    assert found is not None
    return found


def given(answer: object) -> TicketGiven:
    """It got a ticket."""
    assert isinstance(answer, TicketGiven), answer
    return answer


def occupancy(rig: Rig) -> int:
    """Cars that are inside, by the loops."""
    with rig.services.site.store.read() as unit:
        return unit.sessions.occupancy()


def shown_at_exit(rig: Rig, code: str) -> ev.StayFound:
    """What an exit answers to this code."""
    answer = look_up(rig.services.site, LaneKind.EXIT, code)
    assert isinstance(answer, ev.StayFound), answer
    return answer


def causes(rig: Rig) -> list[str]:
    """What is open, in no order."""
    return sorted(each.cause for each in open_exceptions(rig))


# --- in


def test_a_car_that_followed_in_has_a_stay_since_it_was_seen(booth: Rig) -> None:
    event_id, seen_at = follow(booth, ENTRY), booth.clock.now()
    inside = occupancy(booth)
    booth.clock.pass_time(HOUR.total_seconds())
    ticket = given(booth.desk.tailgates.let_in(event_id, WHY))
    stay = shown_at_exit(booth, ticket.code).stay
    assert (stay.entered_at, stay.due) == (seen_at, Money(300))
    session = session_of(booth, stay.session_id)
    assert (session.state, session.entry_lane) == (SessionState.ACTIVE, ENTRY)
    assert ticket.printed
    assert unpaired(booth, ENTRY) == 0
    assert occupancy(booth) == inside == 1, "the loops had counted it"
    assert causes(booth) == ["lane.tailgate_accepted"]
    assert verify(booth.services.site.store) == []


def test_it_drives_out_like_any_other(booth: Rig) -> None:
    ticket = given(booth.desk.tailgates.let_in(follow(booth, ENTRY), WHY))
    booth.clock.pass_time(HOUR.total_seconds())
    stay = shown_at_exit(booth, ticket.code).stay
    assert isinstance(booth.desk.cashier.take_cash(stay, stay.due), CashTaken)
    assert not shown_at_exit(booth, ticket.code).stay.due
    booth.arrive(EXIT)
    booth.tell(EXIT, ev.CodeOffered(ticket.code))
    assert booth.phase(EXIT) == "Opening"


def test_a_car_gets_one_ticket_however_often_it_is_asked_for(booth: Rig) -> None:
    event_id = follow(booth, ENTRY)
    given(booth.desk.tailgates.let_in(event_id, WHY))
    assert booth.desk.tailgates.let_in(event_id, WHY) == NoTailgate()
    assert booth.kinds("ticket.issued") == ["ticket.issued"]
    assert unpaired(booth, ENTRY) == 0


def test_without_a_printer_the_code_is_all_there_is(bare: Rig) -> None:
    ticket = given(bare.desk.tailgates.let_in(follow(bare, ENTRY), WHY))
    assert not ticket.printed
    assert shown_at_exit(bare, ticket.code).stay.code == ticket.code


def test_a_restart_opens_no_boom_for_it(booth: Rig) -> None:
    given(booth.desk.tailgates.let_in(follow(booth, ENTRY), WHY))
    with booth.services.site.store.read() as unit:
        step = unit.lanes.open_step(ENTRY)
    assert (step.admission, step.authorised_session) == (None, None)


# --- out


def test_a_car_that_followed_out_owes_what_was_due_then(booth: Rig) -> None:
    car = drive_in(booth.services)
    event_id, seen_at = follow(booth, EXIT), booth.clock.now()
    booth.clock.pass_time(5 * HOUR.total_seconds())
    assert booth.desk.tailgates.let_out(event_id, car.session_id, WHY) == Gone(Money(300))
    session = session_of(booth, car.session_id)
    assert (session.state, session.exited_at) == (SessionState.ENDED, seen_at)
    assert session.exit_lane == EXIT
    with booth.services.site.store.read() as unit:
        debt = unit.debts.find(car.session_id)
    assert debt is not None
    assert (debt.left, debt.cause, debt.reason) == (Money(300), TAILGATED, WHY)
    assert unpaired(booth, EXIT) == 0
    assert occupancy(booth) == 0
    assert causes(booth) == ["lane.tailgate_accepted", "payment.owed"]
    assert verify(booth.services.site.store) == []


def test_what_it_owes_can_be_paid_and_its_ticket_opens_nothing(booth: Rig) -> None:
    car = drive_in(booth.services)
    booth.desk.tailgates.let_out(follow(booth, EXIT), car.session_id, WHY)
    refused = look_up(booth.services.site, LaneKind.EXIT, car.payload)
    assert refused == ev.CredentialRefused(Refusal.ALREADY_USED, car.code)
    owed = booth.desk.fees.debt(car.code)
    assert isinstance(owed, Stay), owed
    assert isinstance(booth.desk.cashier.take_cash(owed, owed.due), CashTaken)
    with booth.services.site.store.read() as unit:
        assert unit.debts.open() == ()


def test_what_was_paid_is_not_owed(booth: Rig) -> None:
    car = drive_in(booth.services)
    stay = stay_of(booth.services, car)
    assert isinstance(booth.desk.cashier.take_cash(stay, stay.due), CashTaken)
    event_id = follow(booth, EXIT)
    assert booth.desk.tailgates.let_out(event_id, car.session_id, WHY) == Gone(NOTHING)
    assert booth.kinds("payment.owed") == []
    assert causes(booth) == ["lane.tailgate_accepted"]


def test_a_tailgate_takes_one_stay_with_it(booth: Rig) -> None:
    first, other = drive_in(booth.services), drive_in(booth.services)
    event_id = follow(booth, EXIT)
    let_out = booth.desk.tailgates.let_out
    assert isinstance(let_out(event_id, first.session_id, WHY), Gone)
    assert let_out(event_id, other.session_id, WHY) == NoTailgate()
    assert session_of(booth, other.session_id).state is SessionState.ACTIVE


@pytest.mark.parametrize("accepted_first", [True, False])
def test_what_somebody_closed_is_not_accepted_and_the_other_way_round(
    booth: Rig, accepted_first: bool
) -> None:
    at_the_desk(booth, Role.SUPERVISOR)
    car, event_id = drive_in(booth.services), follow(booth, EXIT)
    if accepted_first:
        assert isinstance(booth.desk.tailgates.let_out(event_id, car.session_id, WHY), Gone)
        assert not booth.desk.exceptions.close(event_id, "looked at")
    else:
        assert booth.desk.exceptions.close(event_id, "looked at")
        assert booth.desk.tailgates.stays_near(event_id) == NoTailgate()
        assert booth.desk.tailgates.let_out(event_id, car.session_id, WHY) == NoTailgate()
        assert session_of(booth, car.session_id).state is SessionState.ACTIVE


def test_money_on_its_way_is_waited_for(booth: Rig) -> None:
    car, event_id = drive_in(booth.services), follow(booth, EXIT)
    site = booth.services.site
    with site.store.write() as unit:
        started = payments.PaymentStarted("a-1", car.session_id, Method.CARD, Money(300))
        unit.record(started, site.here(EXIT, car.session_id))
    assert booth.desk.tailgates.let_out(event_id, car.session_id, WHY) == CardRunning()
    assert session_of(booth, car.session_id).state is SessionState.ACTIVE
    assert unpaired(booth, EXIT) == 1


def over(rig: Rig, car: Car) -> None:
    record(rig, stays.SessionEnded(car.session_id), car)


def leaving(rig: Rig, car: Car) -> None:
    record(rig, stays.ExitAuthorised(car.session_id, "paid"), car)


def record(rig: Rig, body: stays.SessionEnded | stays.ExitAuthorised, car: Car) -> None:
    """The ledger hears of it at the exit."""
    site = rig.services.site
    with site.store.write() as unit:
        unit.record(body, site.here(EXIT, car.session_id))


@pytest.mark.parametrize(
    ("since", "refusal"), [(over, Refusal.ALREADY_USED), (leaving, Refusal.NO_STAY)]
)
def test_a_car_that_is_gone_or_at_the_exit_now_is_not_the_one(
    booth: Rig, since: Callable[[Rig, Car], None], refusal: Refusal
) -> None:
    car, event_id = drive_in(booth.services), follow(booth, EXIT)
    since(booth, car)
    kinds = booth.kinds()
    assert booth.desk.tailgates.let_out(event_id, car.session_id, WHY) is refusal
    assert booth.desk.tailgates.stays_near(event_id) == ()
    assert booth.kinds() == kinds


def test_a_car_that_came_later_did_not_leave_before(booth: Rig) -> None:
    event_id = follow(booth, EXIT)
    booth.clock.pass_time(60)
    later = drive_in(booth.services, booth.clock.now())
    assert booth.desk.tailgates.stays_near(event_id) == ()
    assert booth.desk.tailgates.let_out(event_id, later.session_id, WHY) is Refusal.NO_STAY
    assert booth.desk.tailgates.let_out(event_id, "nobody", WHY) is Refusal.UNKNOWN


def test_the_stays_stand_nearest_first_with_their_price_then(booth: Rig) -> None:
    now = booth.clock.now()
    early, late = (drive_in(booth.services, now - HOUR * hours) for hours in (6, 1))
    event_id = follow(booth, EXIT)
    booth.clock.pass_time(HOUR.total_seconds())

    def listed(came_at: datetime | None) -> list[tuple[str, int]]:
        near = booth.desk.tailgates.stays_near(event_id, came_at)
        assert not isinstance(near, NoTailgate)
        return [(session.session_id, stay.due.minor) for session, stay in near]

    assert listed(None) == [(late.session_id, 300), (early.session_id, 1500)]
    assert listed(now - HOUR * 5) == [(early.session_id, 1500), (late.session_id, 300)]


# --- who came in by something else than a ticket


def stay_on(rig: Rig, session_id: str, code: str, admittance: Admittance) -> None:
    """A car drove in an hour ago, without a ticket of its own."""
    site = rig.services.site
    began = site.clock.now() - HOUR
    with site.store.write() as unit:
        here = site.here(ENTRY, session_id)
        booking = "b-1" if admittance is Admittance.BOOKING else None
        tariff, version = unit.tariffs.latest(STANDARD)
        started = stays.SessionStarted(
            session_id, code, admittance, began, tariff, version, "car", booking
        )
        unit.record(started, here)
        unit.record(stays.SessionActivated(session_id, began), here)
        unit.record(lanes.PassageCompleted(session_id), here)


def pass_inside(rig: Rig, pass_id: str, session_id: str) -> None:
    """Its holder drives in with it."""
    stay_on(rig, session_id, f"pass-{session_id}", Admittance.PASS)
    site = rig.services.site
    with site.store.write() as unit:
        here = site.here(ENTRY, session_id)
        unit.record(passes.PassUsed(pass_id, session_id), here)
        unit.record(passes.PassMoved(pass_id, Presence.INSIDE), here)


def sold_pass(rig: Rig) -> str:
    """A season pass."""
    set_group(rig)
    price = Money(9000)
    sold = rig.desk.pass_sales.sell(wanted(rig, PassKind.SEASON), Tender(price, price))
    assert isinstance(sold, PassSold), sold
    return sold.pass_.pass_id


def presence(rig: Rig, pass_id: str) -> Presence:
    with rig.services.site.store.read() as unit:
        found = unit.passes.find(pass_id)
    assert found is not None
    return found.presence


def test_a_pass_that_followed_out_is_outside(booth: Rig) -> None:
    pass_id = sold_pass(booth)
    pass_inside(booth, pass_id, "s-1")
    assert isinstance(booth.desk.tailgates.let_out(follow(booth, EXIT), "s-1", WHY), Gone)
    assert presence(booth, pass_id) is Presence.OUTSIDE


def test_a_pass_that_came_in_again_since_stays_inside(booth: Rig) -> None:
    pass_id = sold_pass(booth)
    pass_inside(booth, pass_id, "s-1")
    event_id = follow(booth, EXIT)
    booth.clock.pass_time(timedelta(days=1).total_seconds())
    pass_inside(booth, pass_id, "s-2")
    assert isinstance(booth.desk.tailgates.let_out(event_id, "s-1", WHY), Gone)
    assert presence(booth, pass_id) is Presence.INSIDE


def test_a_booking_that_followed_out_is_complete(booth: Rig) -> None:
    site, now = booth.services.site, booth.clock.now()
    with site.store.write() as unit:
        confirmed = bookings.BookingConfirmed("b-1", "BOOK1", now - HOUR, now + HOUR)
        unit.record(confirmed, site.here())
    stay_on(booth, "s-1", "BOOK1", Admittance.BOOKING)
    assert isinstance(booth.desk.tailgates.let_out(follow(booth, EXIT), "s-1", WHY), Gone)
    assert booth.kinds("booking.completed") == ["booking.completed"]
    assert verify(site.store) == []


# --- whose business it is


@pytest.mark.parametrize("role", Role)
def test_it_takes_the_right_of_lost_tickets(rig: Rig, role: Role) -> None:
    staff = at_the_desk(rig, role)
    going_in, going_out = follow(rig, ENTRY), follow(rig, EXIT)
    car = drive_in(rig.services)
    tailgates = rig.desk.tailgates
    if staff.may(Right.LOST_TICKET):
        assert isinstance(tailgates.let_in(going_in, WHY), TicketGiven)
        assert isinstance(tailgates.let_out(going_out, car.session_id, WHY), Gone)
        return
    with pytest.raises(NotAllowed):
        tailgates.stays_near(going_out)
    with pytest.raises(NotAllowed):
        tailgates.let_in(going_in, WHY)
    with pytest.raises(NotAllowed):
        tailgates.let_out(going_out, car.session_id, WHY)
    assert rig.kinds("lane.tailgate_accepted") == []


@pytest.mark.parametrize("lane_id", [EXIT, "entry-elsewhere"])
def test_only_an_entry_of_this_booth_lets_in(booth: Rig, lane_id: str) -> None:
    assert booth.desk.tailgates.let_in(follow(booth, lane_id), WHY) == NoTailgate()


@pytest.mark.parametrize("lane_id", [ENTRY, "exit-elsewhere"])
def test_only_an_exit_of_this_booth_lets_out(booth: Rig, lane_id: str) -> None:
    car, event_id = drive_in(booth.services), follow(booth, lane_id)
    assert booth.desk.tailgates.let_out(event_id, car.session_id, WHY) == NoTailgate()
    assert booth.desk.tailgates.stays_near(event_id) == NoTailgate()


def test_no_other_exception_is_a_tailgate(booth: Rig) -> None:
    site = booth.services.site
    with site.store.write() as unit:
        unit.record(lanes.ManualOpened("Ambulance"), site.here(ENTRY))
    (opened,) = open_exceptions(booth)
    assert booth.desk.tailgates.let_in(opened.event_id, WHY) == NoTailgate()
