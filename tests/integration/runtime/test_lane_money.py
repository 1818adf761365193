"""Money at the exit without a till: stored money, vouchers at the reader, a driver's phone."""

from __future__ import annotations

import queue
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.boot.lanes import build_lanes
from kiosk.boot.services import Services
from kiosk.config.settings import Upi as Account
from kiosk.domain.facts.passes import WalletDebited
from kiosk.domain.money import Money
from kiosk.domain.passes import Pass
from kiosk.domain.payment import Declined, Method, Paid
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.lane.state import Quoted
from kiosk.payments.simulated_psp import Bank, SimulatedPsp
from kiosk.payments.upi import Patience, Upi, Wiring
from kiosk.runtime.cashier import CashTaken, Rest
from kiosk.runtime.shift_desk import Opened
from kiosk.runtime.till import Till, Told
from kiosk.store.payments import AttemptState
from kiosk.store.verify import verify
from tests.support.passes import sell_wallet
from tests.support.people import at_the_desk
from tests.support.scripted import Scripted
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

DEADLINE_SECONDS = 10.0


@pytest.fixture
def car(rig: Rig) -> Car:
    """A car at the exit whose price is on the screen, and a cashier."""
    at_the_desk(rig, Role.ATTENDANT)
    made = drive_in(rig.services)
    rig.arrive(EXIT)
    rig.tell(EXIT, ev.CodeOffered(made.payload))
    assert rig.phase(EXIT) == "Quoted"
    return made


def balance(rig: Rig, pass_: Pass) -> Money:
    """What is stored on it now."""
    with rig.services.site.store.read() as unit:
        now = unit.passes.find(pass_.pass_id)
    assert now is not None
    return now.balance


def states(rig: Rig, car: Car) -> list[tuple[Method, AttemptState]]:
    """Every attempt of this car, by the journal."""
    with rig.services.site.store.read() as unit:
        events = unit.journal.since("booth-1", 1, 0, 10_000)
        started = [e.body for e in events if e.kind == "payment.started"]
        found = [unit.payments.attempt(each.attempt_id) for each in started]
    of_car = (each for each in found if each and each.intent.session_id == car.session_id)
    return [(each.intent.method, each.state) for each in of_car]


# --- stored money


def test_a_value_pass_at_the_reader_pays_and_the_boom_opens(rig: Rig, car: Car) -> None:
    pass_ = sell_wallet(rig, Money(1000))
    due = stay_of(rig.services, car).due
    rig.tell(EXIT, ev.CodeOffered(pass_.payload))
    rig.tell(EXIT, ev.MethodChosen(Method.WALLET))
    assert rig.phase(EXIT) == "Opening"
    assert balance(rig, pass_) == Money(1000) - due
    assert states(rig, car) == [(Method.WALLET, AttemptState.PAID)]
    assert verify(rig.services.site.store) == []


def test_stored_money_that_went_meanwhile_is_a_no_and_no_overdraft(rig: Rig, car: Car) -> None:
    pass_ = sell_wallet(rig, Money(1000))
    rig.tell(EXIT, ev.CodeOffered(pass_.payload))
    with rig.services.site.store.write() as unit:
        spent = WalletDebited(pass_.pass_id, Money(900), "elsewhere")
        unit.record(spent, rig.services.site.here())
    rig.tell(EXIT, ev.MethodChosen(Method.WALLET))
    phase = rig.lanes.runners[EXIT].state.phase
    assert isinstance(phase, Quoted)
    assert phase.declined
    assert balance(rig, pass_) == Money(100)
    assert states(rig, car) == [(Method.WALLET, AttemptState.FAILED)]


def test_a_pass_that_was_blocked_meanwhile_pays_nothing(rig: Rig, car: Car) -> None:
    pass_ = sell_wallet(rig, Money(1000))
    rig.tell(EXIT, ev.CodeOffered(pass_.payload))
    at_the_desk(rig, Role.SUPERVISOR)
    rig.desk.passes.block(pass_.pass_id, "stolen")
    rig.tell(EXIT, ev.MethodChosen(Method.WALLET))
    assert rig.phase(EXIT) == "Quoted"
    assert balance(rig, pass_) == Money(1000)


def test_a_price_that_changed_meanwhile_is_shown_anew_and_not_taken(rig: Rig, car: Car) -> None:
    at_the_desk(rig, Role.SUPERVISOR)
    shown = stay_of(rig.services, car)
    told: list[Told] = []
    lanes = {EXIT: {Method.CARD: Scripted()}}
    till = Till(rig.services.site, lanes, lambda _lane, it: told.append(it))
    rig.desk.fees.adjust(shown, Money(-100), "our fault")
    till.begin(EXIT, shown, Method.CARD)
    assert isinstance(told[1], ev.PaidElsewhere)
    assert told[1].stay.due == shown.due - Money(100)
    assert states(rig, car) == []


def test_a_way_to_pay_that_is_gone_is_a_no_and_leaves_nothing_open(rig: Rig, car: Car) -> None:
    told: list[Told] = []
    till = Till(rig.services.site, {EXIT: {}}, lambda _lane, it: told.append(it))
    begun = till.begin(EXIT, stay_of(rig.services, car), Method.UPI)
    assert told == [ev.PaymentReported(Declined(begun.attempt_id, "no_provider"))]
    till.settle(begun.attempt_id)
    till.cancel(begun.attempt_id)
    assert states(rig, car) == []


# --- vouchers for change


def test_a_change_voucher_at_the_reader_pays_as_far_as_it_goes(rig: Rig, car: Car) -> None:
    assert isinstance(rig.desk.shifts.open({500: 1}), Opened)
    other = stay_of(rig.services, drive_in(rig.services))
    taken = rig.desk.cashier.take_cash(other, Money(1000), rest=Rest.VOUCHER)
    assert isinstance(taken, CashTaken)
    assert taken.voucher is not None
    before = stay_of(rig.services, car).due
    rig.tell(EXIT, ev.CodeOffered(taken.voucher.payload))
    assert rig.phase(EXIT) == "Quoted"
    assert stay_of(rig.services, car).due == before - taken.voucher.amount
    rig.tell(EXIT, ev.CodeOffered(taken.voucher.payload))
    assert rig.phase(EXIT) == "Refused"
    assert rig.lanes.till.redeem(EXIT, car.session_id, taken.voucher.payload) is (
        Refusal.VOUCHER_USED
    )


def test_a_ticket_is_no_voucher(rig: Rig, car: Car) -> None:
    assert rig.lanes.till.redeem(EXIT, car.session_id, car.payload) is None
    assert rig.lanes.till.redeem(EXIT, car.session_id, "nonsense") is None


# --- the driver's own phone


def booth_in_india(folder: Path, url: str) -> Services:
    """A booth with an account for UPI."""
    settings = new_settings(folder)
    account = Account("garage@bank", "Garage", url)
    facility = replace(settings.facility, currency="INR", upi=account)
    settings = replace(settings, facility=facility)
    return open_booth(folder, new_clock(), settings)


def test_a_phone_pays_what_the_screen_shows(tmp_path: Path) -> None:
    service = SimulatedPsp()
    service.start()
    service.hold(Bank.LATE)
    services = booth_in_india(tmp_path, service.url)
    patience = Patience(poll=0.01)
    upi = Upi(Wiring("garage@bank", "Garage", service.url, time.monotonic, "", patience))
    upi.start()
    told: queue.Queue[Told] = queue.Queue()
    till = Till(services.site, {EXIT: {Method.UPI: upi}}, lambda _lane, it: told.put(it))
    car = drive_in(services)
    begun = till.begin(EXIT, stay_of(services, car), Method.UPI)
    assert begun.show.startswith("upi://pay?pa=garage@bank")
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not service.pay(begun.show):
        assert time.monotonic() < deadline
    reported = told.get(timeout=DEADLINE_SECONDS)
    assert isinstance(reported, ev.PaymentReported)
    assert reported.outcome == Paid(begun.attempt_id, "000000000001")
    assert stay_of(services, car).due.minor == 0
    upi.stop()
    service.stop()
    services.close()


def test_without_its_service_nothing_moves_and_the_driver_chooses_again(tmp_path: Path) -> None:
    services = booth_in_india(tmp_path, "http://127.0.0.1:9")
    lanes = build_lanes(services, lambda _lane, _state: None)
    assert lanes.upi is not None
    told: queue.Queue[Told] = queue.Queue()
    till = Till(services.site, {EXIT: {Method.UPI: lanes.upi}}, lambda _lane, it: told.put(it))
    lanes.upi.start()
    car = drive_in(services)
    begun = till.begin(EXIT, stay_of(services, car), Method.UPI)
    reported = told.get(timeout=DEADLINE_SECONDS)
    assert isinstance(reported, ev.PaymentReported)
    assert reported.outcome == Declined(begun.attempt_id, "no_provider")
    lanes.upi.stop()
    for link in (*lanes.links, *(each.link for each in lanes.terminals)):
        link.close()
    services.close()
