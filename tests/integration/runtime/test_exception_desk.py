"""Exceptions at the desk: notes, and payments whose terminal is gone before their outcome came."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config.settings import Settings
from kiosk.domain.facts import lanes, payments
from kiosk.domain.money import Money
from kiosk.domain.payment import Method, Paid
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.runtime.answers import CardRunning, NotAllowed, SecondNeeded, SecondRefused
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.exception_desk import SettledByWord
from kiosk.store.payments import AttemptState
from kiosk.store.verify import verify
from tests.support.people import at_the_desk, second
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

ATTEMPT = "attempt-1"
SMALL, LARGE = Money(300), Money(2001)


def without_terminal(folder: Path) -> Settings:
    """The site after its exit lost the card terminal."""
    settings = new_settings(folder)
    entry, exit_ = settings.lane
    return replace(settings, lane=(entry, replace(exit_, terminal=None)))


def without_lane(folder: Path) -> Settings:
    """The site after its exit was built anew, under another name."""
    settings = without_terminal(folder)
    entry, exit_ = settings.lane
    return replace(settings, lane=(entry, replace(exit_, id="exit-9")))


LOST = [without_terminal, without_lane]


@pytest.fixture
def reopened(tmp_path: Path) -> Iterator[Callable[[Settings], Rig]]:
    """Starts the booth of this folder again, with these settings."""
    open_now: list[Rig] = []

    def start(settings: Settings) -> Rig:
        for rig in open_now:
            rig.close()
        clock = new_clock()
        open_now[:] = [Rig(open_booth(tmp_path, clock, settings), clock)]
        return open_now[0]

    yield start
    for rig in open_now:
        rig.close()


def ask_card(rig: Rig, amount: Money = SMALL, *, unknown: bool = False) -> Car:
    """A car at the exit is asked for its card; then the program dies."""
    car = drive_in(rig.services)
    here = rig.services.site.here(EXIT, car.session_id)
    with rig.services.site.store.write() as unit:
        unit.record(payments.PaymentStarted(ATTEMPT, car.session_id, Method.CARD, amount), here)
        if unknown:
            unit.record(payments.PaymentUnknown(ATTEMPT, car.session_id), here)
    return car


def strand(
    reopened: Callable[[Settings], Rig],
    folder: Path,
    lost: Callable[[Path], Settings] = without_terminal,
    amount: Money = SMALL,
) -> tuple[Rig, Car]:
    """The same, and the terminal is gone when it starts again; a supervisor sits at the desk."""
    car = ask_card(reopened(new_settings(folder)), amount)
    rig = reopened(lost(folder))
    at_the_desk(rig, Role.SUPERVISOR)
    rig.desk.look()
    return rig, car


def state_of(rig: Rig) -> AttemptState:
    with rig.services.site.store.read() as unit:
        attempt = unit.payments.attempt(ATTEMPT)
    assert attempt is not None
    return attempt.state


@pytest.mark.parametrize("lost", LOST)
def test_a_payment_nobody_can_be_asked_about_is_seen(
    reopened: Callable[[Settings], Rig], tmp_path: Path, lost: Callable[[Path], Settings]
) -> None:
    rig, car = strand(reopened, tmp_path, lost)
    assert [each.intent.attempt_id for each in rig.desk.exceptions.stranded()] == [ATTEMPT]
    with rig.services.site.store.read() as unit:
        seen = [(each.cause, each.session_id) for each in unit.exceptions.open()]
    assert seen == [("payment.unknown", car.session_id)]
    stay = stay_of(rig.services, car)
    assert rig.desk.cashier.take_cash(stay, stay.due) == CardRunning()


def test_it_is_put_on_record_once_however_often_it_is_looked_at(
    reopened: Callable[[Settings], Rig], tmp_path: Path
) -> None:
    rig, _ = strand(reopened, tmp_path)
    rig.lanes.till.settle(ATTEMPT)
    rig.desk.look()
    rig = reopened(without_terminal(tmp_path))
    rig.desk.look()
    assert rig.kinds("payment.unknown") == ["payment.unknown"]


def test_a_terminal_that_is_there_is_asked_and_nobody_else(
    reopened: Callable[[Settings], Rig], tmp_path: Path
) -> None:
    ask_card(reopened(new_settings(tmp_path)), unknown=True)
    rig = reopened(new_settings(tmp_path))
    at_the_desk(rig, Role.SUPERVISOR)
    assert rig.desk.exceptions.stranded() == ()
    assert rig.desk.exceptions.settle(ATTEMPT, "I say so", paid=True) is Refusal.ALREADY_USED
    assert state_of(rig) is AttemptState.UNKNOWN


@pytest.mark.parametrize("lost", LOST)
def test_said_to_be_paid_it_is_a_payment_and_the_car_may_go(
    reopened: Callable[[Settings], Rig], tmp_path: Path, lost: Callable[[Path], Settings]
) -> None:
    rig, car = strand(reopened, tmp_path, lost)
    supervisor = rig.desk.staff
    assert supervisor is not None
    done = rig.desk.exceptions.settle(ATTEMPT, "bank: booked", paid=True)
    assert done == SettledByWord(SMALL, paid=True)
    assert rig.kinds("payment.")[-2:] == ["payment.settled_by_word", "payment.succeeded"]
    with rig.services.site.store.read() as unit:
        (payment,) = unit.payments.of_session(car.session_id)
        said = {each.cause: each.detail for each in unit.exceptions.open()}
    assert (payment.amount, payment.reference) == (SMALL, "bank: booked")
    assert payment.actor == supervisor.staff_id
    assert said["payment.settled_by_word"] == "paid: bank: booked"
    assert not stay_of(rig.services, car).due
    assert rig.kinds("ticket.exit_pass_issued") == ["ticket.exit_pass_issued"]
    assert rig.desk.exceptions.stranded() == ()
    again = rig.desk.exceptions.settle(ATTEMPT, "twice", paid=False)
    assert again is Refusal.ALREADY_USED
    assert verify(rig.services.site.store) == []


def test_said_not_to_be_paid_the_stay_can_be_paid_again(
    reopened: Callable[[Settings], Rig], tmp_path: Path
) -> None:
    rig, car = strand(reopened, tmp_path)
    rig.desk.exceptions.settle(ATTEMPT, "bank: nothing", paid=False)
    assert state_of(rig) is AttemptState.FAILED
    assert rig.kinds("ticket.exit_pass_issued") == []
    stay = stay_of(rig.services, car)
    assert stay.due
    assert isinstance(rig.desk.cashier.take_cash(stay, stay.due), CashTaken)


def test_money_that_comes_after_all_is_somebodys_refund(
    reopened: Callable[[Settings], Rig], tmp_path: Path
) -> None:
    rig, _ = strand(reopened, tmp_path)
    rig.desk.exceptions.settle(ATTEMPT, "bank: nothing", paid=False)
    rig.lanes.till.report(Paid(ATTEMPT))
    assert [each.attempt_id for each in rig.desk.refunds.tasks()] == [ATTEMPT]


def test_the_word_survives_a_restart_with_the_terminal_back(
    reopened: Callable[[Settings], Rig], tmp_path: Path
) -> None:
    rig, _ = strand(reopened, tmp_path)
    rig.desk.exceptions.settle(ATTEMPT, "bank: booked", paid=True)
    rig = reopened(new_settings(tmp_path))
    assert state_of(rig) is AttemptState.PAID
    assert rig.published[EXIT].settling == ()
    assert rig.published[EXIT].calling == ""


def test_the_lane_that_called_for_it_falls_silent(
    reopened: Callable[[Settings], Rig], tmp_path: Path
) -> None:
    rig, _ = strand(reopened, tmp_path)
    assert rig.published[EXIT].calling == "unsettled"
    rig.desk.exceptions.settle(ATTEMPT, "bank: nothing", paid=False)
    rig.turn(EXIT)
    assert rig.published[EXIT].calling == ""
    assert rig.published[EXIT].settling == ()


def test_a_large_one_takes_two(reopened: Callable[[Settings], Rig], tmp_path: Path) -> None:
    rig, _ = strand(reopened, tmp_path, amount=LARGE)
    settle = rig.desk.exceptions.settle
    assert isinstance(settle(ATTEMPT, "bank: booked", paid=True), SecondNeeded)
    attendant = second(rig, Role.ATTENDANT)
    assert settle(ATTEMPT, "booked", paid=True, second=attendant) == SecondRefused(0)
    assert state_of(rig) is AttemptState.UNKNOWN
    owner = second(rig, Role.OWNER)
    assert settle(ATTEMPT, "bank: booked", paid=True, second=owner) == SettledByWord(LARGE, True)
    with rig.services.site.store.read() as unit:
        events = unit.journal.since("booth-1", 1, 0, 10_000)
    words = [e.body for e in events if isinstance(e.body, payments.PaymentSettledByWord)]
    assert [word.second_person for word in words] == [owner.staff_id]


def test_an_attendant_settles_and_closes_nothing(
    reopened: Callable[[Settings], Rig], tmp_path: Path
) -> None:
    rig, _ = strand(reopened, tmp_path)
    at_the_desk(rig, Role.ATTENDANT)
    with rig.services.site.store.read() as unit:
        (one,) = unit.exceptions.open()
    with pytest.raises(NotAllowed):
        rig.desk.exceptions.settle(ATTEMPT, "bank: booked", paid=True)
    with pytest.raises(NotAllowed):
        rig.desk.exceptions.close(one.event_id, "looked at")
    assert state_of(rig) is AttemptState.UNKNOWN


def test_an_exception_is_closed_once_with_a_note(rig: Rig) -> None:
    supervisor = at_the_desk(rig, Role.SUPERVISOR)
    with rig.services.site.store.write() as unit:
        raised = unit.record(lanes.ManualOpened("Ambulance"), rig.services.site.here(ENTRY))
    with pytest.raises(ValueError, match="note"):
        rig.desk.exceptions.close(raised.event_id, "")
    assert rig.desk.exceptions.close(raised.event_id, "it was one")
    assert not rig.desk.exceptions.close(raised.event_id, "again")
    assert not rig.desk.exceptions.close("event-nobody-knows", "what?")
    with rig.services.site.store.read() as unit:
        last = unit.journal.arrived(unit.journal.last_arrival())
        assert unit.exceptions.count() == 0
    assert (last.kind, last.body.note) == ("system.exception_closed", "it was one")
    assert last.circumstances.actor == supervisor.staff_id


def test_money_for_a_pass_that_was_never_handed_over_goes_back(
    reopened: Callable[[Settings], Rig], tmp_path: Path
) -> None:
    rig = reopened(new_settings(tmp_path))
    asked = payments.PaymentStarted(ATTEMPT, "pass-nobody-has", Method.CARD, SMALL)
    with rig.services.site.store.write() as unit:
        unit.record(asked, rig.services.site.here(EXIT, asked.session_id))
    rig = reopened(without_terminal(tmp_path))
    at_the_desk(rig, Role.SUPERVISOR)
    rig.desk.exceptions.settle(ATTEMPT, "bank: booked", paid=True)
    assert state_of(rig) is AttemptState.ORPHANED
    assert [each.attempt_id for each in rig.desk.refunds.tasks()] == [ATTEMPT]
