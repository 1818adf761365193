"""Card refunds against a real terminal's wire: whatever it does, the books hold what it did."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.boot.services import Services
from kiosk.devices.transports import open_transport
from kiosk.domain.money import Money
from kiosk.domain.payment import Intent, Method, Outcome, Paid
from kiosk.domain.refund import RefundCause, RefundIntent
from kiosk.domain.staff import Role
from kiosk.payments.catalogue import TERMINALS
from kiosk.payments.simulated_terminal import Card, SimulatedTerminal
from kiosk.payments.terminal import CardTerminal, Wiring
from kiosk.runtime.answers import (
    TooMuch,
)
from kiosk.runtime.clock import ShiftedClock, SystemClock
from kiosk.runtime.desk import Desk
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.refund_desk import Nobody, RefundBegun
from kiosk.runtime.till import Till
from kiosk.store.refunds import Refund, RefundState
from kiosk.store.verify import verify
from tests.support.site import EXIT, Car, drive_in, open_booth, stay_of

DEADLINE_SECONDS = 10.0
PRICE = Money(300)
ANSWER, IN_FLIGHT = 60.0, 90.0
WHY = "wrong price"


def begun(answer: object) -> RefundBegun:
    """The refund is on disk."""
    assert isinstance(answer, RefundBegun), answer
    return answer


@dataclass(slots=True)
class Garage:
    """A desk with a card terminal on a real wire, and a supervisor."""

    folder: Path
    clock: ShiftedClock = field(default_factory=lambda: ShiftedClock(SystemClock()))
    far: SimulatedTerminal = field(init=False)
    services: Services = field(init=False)
    near: CardTerminal = field(init=False)
    till: Till = field(init=False)
    desk: Desk = field(init=False)
    told: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        """Plug the terminal in, start the booth, enrol somebody."""
        self.far = TERMINALS["card-line"].simulated(self.folder / "terminal", time.monotonic)
        self.far.port.start()
        self.start()
        self.desk.enrol("Mila", "274913", Role.OWNER)
        self.desk.staff = self.desk.people()[0]

    def start(self) -> None:
        """Start the booth (again) on what is on the disk."""
        self.services = open_booth(self.folder, self.clock)
        online = threading.Event()
        self.near = TERMINALS["card-line"].connect(
            Wiring(
                device="terminal",
                serial="SIM-0001",
                open_port=lambda: open_transport(str(self.folder / "terminal")),
                deliver=lambda _report: online.set(),
                stray=self._stray,
                monotonic=self.clock.monotonic,
                jitter=lambda _seconds: 0.0,
            )
        )
        lanes = {EXIT: {Method.CARD: self.near}}
        self.till = Till(self.services.site, lanes, lambda _lane, _event: self.told.set())
        papers = {EXIT: Paperwork(self.services.site, EXIT, "Exit 1", "TM-T88III")}
        self.desk = Desk(self.services.site, self.till, {}, papers, self.services.pepper)
        people = self.desk.people()
        self.desk.staff = people[0] if people else None
        self.near.start()
        assert online.wait(DEADLINE_SECONDS)

    def _stray(self, outcome: Outcome) -> None:
        self.till.report(outcome)

    def drive_in(self) -> Car:
        """A car that has parked for most of an hour."""
        return drive_in(self.services, self.clock.now() - timedelta(minutes=50))

    def stop(self) -> None:
        """End the booth in an orderly way."""
        self.near.stop()
        self.services.close()

    def paid_by_card(self) -> str:
        """A stay that a card paid; returns the attempt."""
        car = self.drive_in()
        self.far.hold(Card.APPROVE)
        self.told.clear()
        attempt = self.till.begin(EXIT, stay_of(self.services, car), Method.CARD).attempt_id
        assert self.told.wait(DEADLINE_SECONDS)
        return attempt

    def give_back(self, attempt_id: str, amount: Money = PRICE, card: Card = Card.APPROVE) -> str:
        """Ask for a refund; returns its id once the terminal has surely dealt with it."""
        self.clock.ahead_seconds += IN_FLIGHT  # probes are attempts too, and out of doubt then
        self.far.hold(card)
        refund_id = begun(self.desk.refunds.give_back(attempt_id, amount, WHY)).refund_id
        self.heard()
        return refund_id

    def heard(self) -> None:
        """Wait until the terminal has surely dealt with everything said so far."""
        answered = threading.Event()
        probe = Intent(self.clock.new_id(), "s0", EXIT, Method.CARD, PRICE)
        self.near.settle(probe, lambda _outcome: answered.set())
        assert answered.wait(DEADLINE_SECONDS)

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and the terminal's thread notice."""
        self.clock.ahead_seconds += seconds
        self.heard()

    def settle(self, refund_id: str) -> None:
        """Ask what became of it, and wait for the answer."""
        self.till.refunds.settle(refund_id)
        self.heard()

    def refund(self, refund_id: str) -> Refund:
        """How the ledger has it."""
        with self.services.site.store.read() as unit:
            found = unit.refunds.find(refund_id)
        assert found is not None
        return found

    def books_agree(self) -> None:
        """Every refund the terminal made is one in the books, and the ledger is whole."""
        with self.services.site.store.read() as unit:
            attempts = {each.original for each in self.far.returned}
            booked = sorted(
                each.amount.minor
                for attempt in attempts
                for each in unit.refunds.of_attempt(attempt)
                if each.state is RefundState.SUCCEEDED
            )
        assert booked == sorted(each.amount.minor for each in self.far.returned)
        assert verify(self.services.site.store) == []


@pytest.fixture
def garage(tmp_path: Path) -> Iterator[Garage]:
    """An open desk with a card terminal."""
    made = Garage(tmp_path)
    made.open()
    yield made
    made.stop()
    made.far.port.stop()


def test_a_card_gets_its_money_back_by_the_same_terminal(garage: Garage) -> None:
    attempt = garage.paid_by_card()
    refund_id = garage.give_back(attempt)
    refund = garage.refund(refund_id)
    assert (refund.state, refund.reference, refund.method) == (
        RefundState.SUCCEEDED,
        "R00001",
        Method.CARD,
    )
    assert [(each.attempt_id, each.original) for each in garage.far.returned] == [
        (refund_id, attempt)
    ]
    garage.books_agree()


def test_a_refused_refund_moved_nothing_and_may_be_tried_again(garage: Garage) -> None:
    attempt = garage.paid_by_card()
    failed = garage.refund(garage.give_back(attempt, card=Card.DECLINE))
    assert (failed.state, failed.failure) == (RefundState.FAILED, "not_possible")
    assert garage.refund(garage.give_back(attempt)).state is RefundState.SUCCEEDED
    garage.books_agree()


@pytest.mark.parametrize("card", [Card.SILENT, Card.DUPLICATE, Card.LATE, Card.HIDDEN, Card.MUTE])
def test_whatever_a_terminal_does_a_refund_is_booked_once(garage: Garage, card: Card) -> None:
    attempt = garage.paid_by_card()
    refund_id = garage.give_back(attempt, card=card)
    garage.pass_time(ANSWER)
    garage.settle(refund_id)
    if card in (Card.LATE, Card.HIDDEN, Card.MUTE):
        if card is Card.MUTE:
            garage.pass_time(ANSWER)
        assert garage.refund(refund_id).state is RefundState.UNKNOWN
        garage.far.finish(refund_id)
        garage.heard()
    assert garage.refund(refund_id).state is RefundState.SUCCEEDED
    assert len(garage.far.returned) == 1
    garage.books_agree()


def test_while_a_refund_is_unknown_no_second_one_is_given(garage: Garage) -> None:
    attempt = garage.paid_by_card()
    garage.give_back(attempt, card=Card.LATE)
    garage.pass_time(ANSWER)
    assert garage.desk.refunds.give_back(attempt, Money(1), WHY) == TooMuch(Money(0))


def test_a_refund_that_never_arrived_fails_only_when_it_cannot_come_any_more(
    garage: Garage,
) -> None:
    attempt = garage.paid_by_card()
    refund_id = garage.give_back(attempt, card=Card.LOST)
    garage.pass_time(ANSWER)
    garage.settle(refund_id)
    assert garage.refund(refund_id).state is RefundState.UNKNOWN
    garage.pass_time(IN_FLIGHT)
    garage.settle(refund_id)
    assert garage.refund(refund_id).failure == "not_found"
    assert garage.refund(garage.give_back(attempt)).state is RefundState.SUCCEEDED
    garage.books_agree()


@pytest.mark.parametrize("card", [Card.SILENT, Card.LATE])
def test_a_refund_of_the_run_before_is_settled_by_its_id(garage: Garage, card: Card) -> None:
    attempt = garage.paid_by_card()
    refund_id = garage.give_back(attempt, card=card)
    garage.stop()
    garage.clock.ahead_seconds += IN_FLIGHT
    garage.start()
    if card is Card.LATE:
        garage.far.finish(refund_id)
    garage.till.refunds.settle_open()
    garage.heard()
    assert garage.refund(refund_id).state is RefundState.SUCCEEDED
    garage.books_agree()


def test_money_that_went_back_after_all_is_a_refund_of_its_own(garage: Garage) -> None:
    attempt = garage.paid_by_card()
    refund_id = garage.give_back(attempt, Money(100), card=Card.DECLINE)
    for _ in range(2):
        garage.till.refunds.report(Paid(refund_id, "R99"))
    with garage.services.site.store.read() as unit:
        states = [(each.state, each.reference) for each in unit.refunds.of_attempt(attempt)]
    assert states == [(RefundState.FAILED, ""), (RefundState.SUCCEEDED, "R99")]


def test_late_money_is_a_task_and_goes_back_without_touching_the_fee(garage: Garage) -> None:
    car = garage.drive_in()
    garage.far.hold(Card.HIDDEN)
    attempt = garage.till.begin(EXIT, stay_of(garage.services, car), Method.CARD).attempt_id
    garage.heard()
    garage.pass_time(ANSWER + IN_FLIGHT)
    garage.till.settle(attempt)
    garage.heard()
    garage.far.finish(attempt)
    garage.heard()
    (task,) = garage.desk.refunds.tasks()
    assert (task.attempt_id, task.left) == (attempt, PRICE)
    garage.far.hold(Card.APPROVE)
    garage.clock.ahead_seconds += IN_FLIGHT
    begun(garage.desk.refunds.give_back(attempt, PRICE, "late", cause=RefundCause.ORPHAN))
    garage.heard()
    assert garage.desk.refunds.tasks() == ()
    assert [each.original for each in garage.far.returned] == [attempt]
    assert stay_of(garage.services, car).paid == Money(0)
    garage.books_agree()


def test_a_supervisor_may_choose_cash_for_a_card(garage: Garage) -> None:
    attempt = garage.paid_by_card()
    done = begun(garage.desk.refunds.give_back(attempt, PRICE, WHY, in_cash=True))
    assert garage.refund(done.refund_id).method is Method.CASH
    assert garage.far.returned == ()


def test_without_its_terminal_a_card_gets_nothing_back(garage: Garage) -> None:
    attempt = garage.paid_by_card()
    bare = Till(garage.services.site, {EXIT: {}}, lambda _lane, _event: None)
    desk = Desk(garage.services.site, bare, {}, {}, garage.services.pepper)
    desk.staff = desk.people()[0]
    assert desk.refunds.give_back(attempt, PRICE, WHY) == Nobody()
    with garage.services.site.store.read() as unit:
        assert unit.refunds.of_attempt(attempt) == ()


def test_an_answer_for_nobodys_refund_is_only_logged(garage: Garage) -> None:
    garage.till.refunds.report(Paid("of-another-booth", "R1"))
    garage.near.refund(
        RefundIntent("probe", "none", "s0", EXIT, Method.CARD, PRICE), lambda _: None
    )
    garage.heard()
    assert garage.far.returned == ()
