"""Money with a real ledger and a real terminal's wire: whatever a card does, it is booked once."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from kiosk.boot.services import Services
from kiosk.devices.transports import open_transport
from kiosk.domain.money import Money
from kiosk.domain.payment import Cancelled, Declined, Intent, Method, Outcome, Paid, Unknown
from kiosk.lane import events as ev
from kiosk.payments.cash import Cash
from kiosk.payments.catalogue import TERMINALS
from kiosk.payments.provider import Provider
from kiosk.payments.simulated_terminal import Card, SimulatedTerminal
from kiosk.payments.terminal import CardTerminal, Wiring
from kiosk.runtime.clock import ShiftedClock, SystemClock
from kiosk.runtime.till import Till, Told
from kiosk.store.payments import AttemptState, Payment
from kiosk.store.trouble import StoreTrouble
from kiosk.store.verify import verify
from tests.support.site import (
    EXIT,
    Car,
    drive_in,
    journal_kinds,
    open_booth,
    read_only_disk,
    stay_of,
)

DEADLINE_SECONDS = 10.0
PRICE = Money(300)
ANSWER, IN_FLIGHT = 60.0, 90.0
"""How long an answer is waited for, and how long a charge may take to appear."""


_probes = count(1)


def probe() -> Intent:
    """An attempt no terminal has heard of."""
    return Intent(f"probe-{next(_probes)}", "s0", EXIT, Method.CARD, PRICE)


@dataclass(slots=True)
class Counter:
    """A till with one card terminal; `told` is what the lane heard."""

    folder: Path
    clock: ShiftedClock = field(default_factory=lambda: ShiftedClock(SystemClock()))
    told: queue.Queue[Told] = field(default_factory=queue.Queue)
    far: SimulatedTerminal = field(init=False)
    services: Services = field(init=False)
    near: CardTerminal = field(init=False)
    till: Till = field(init=False)
    car: Car = field(init=False)

    def open(self) -> None:
        """Plug the terminal in and start the booth."""
        self.far = TERMINALS["card-line"].simulated(self.folder / "terminal", time.monotonic)
        self.far.port.start()
        self.start()
        entered_at = self.clock.now() - timedelta(minutes=50)
        self.car = drive_in(self.services, entered_at)

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
        methods: dict[Method, Provider] = {Method.CARD: self.near, Method.CASH: Cash()}
        self.till = Till(self.services.site, {EXIT: methods}, lambda _lane, it: self.told.put(it))
        self.near.start()
        assert online.wait(DEADLINE_SECONDS)

    def _stray(self, outcome: Outcome) -> None:
        self.till.report(outcome)

    def stop(self) -> None:
        """End the booth in an orderly way."""
        self.near.stop()
        self.services.close()

    def close(self) -> None:
        """End everything."""
        self.stop()
        self.far.port.stop()

    def pay(self, card: Card = Card.APPROVE) -> str:
        """Hold a card to the terminal; returns the attempt's id."""
        self.far.hold(card)
        return self.till.begin(EXIT, stay_of(self.services, self.car), Method.CARD).attempt_id

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and the terminal's thread notice."""
        self.heard()
        self.clock.ahead_seconds += seconds
        self.near.cancel(probe())  # of an attempt nobody knows: it only wakes the port's thread

    def heard(self) -> None:
        """Wait until the terminal has surely dealt with everything said so far."""
        answered = threading.Event()
        self.near.settle(probe(), lambda _outcome: answered.set())
        assert answered.wait(DEADLINE_SECONDS)

    def outcome(self) -> Outcome:
        """What the lane hears next."""
        told = self.told.get(timeout=DEADLINE_SECONDS)
        assert isinstance(told, ev.PaymentReported)
        return told.outcome

    def settle(self, attempt_id: str) -> Outcome:
        """Ask what became of it."""
        self.till.settle(attempt_id)
        return self.outcome()

    def state(self, attempt_id: str) -> AttemptState:
        """How the ledger has this attempt."""
        with self.services.site.store.read() as unit:
            attempt = unit.payments.attempt(attempt_id)
        assert attempt is not None
        return attempt.state

    def payments(self) -> list[Payment]:
        """The money in the books."""
        with self.services.site.store.read() as unit:
            return unit.payments.of_session(self.car.session_id)

    def books_agree(self) -> None:
        """Every charge has its one payment, and journal and tables are whole."""
        booked = {payment.attempt_id: payment.amount for payment in self.payments()}
        assert booked == {charge.attempt_id: charge.amount for charge in self.far.ledger}
        assert verify(self.services.site.store) == []


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """An open till and a car that has parked for most of an hour."""
    made = Counter(tmp_path)
    made.open()
    yield made
    made.close()


# --- whatever a card does


def test_an_approved_card_is_one_payment_and_the_lane_hears_until_when(counter: Counter) -> None:
    attempt = counter.pay()
    reported = counter.told.get(timeout=DEADLINE_SECONDS)
    (payment,) = counter.payments()
    assert reported == ev.PaymentReported(Paid(attempt, "A00001"), payment.leave_by_at)
    assert (payment.amount, payment.method, payment.reference) == (PRICE, Method.CARD, "A00001")
    assert stay_of(counter.services, counter.car).due == Money(0)
    counter.books_agree()


def test_the_intent_is_on_disk_before_the_terminal_is_asked(counter: Counter) -> None:
    with read_only_disk(counter.services), pytest.raises(StoreTrouble):
        counter.pay()
    counter.heard()
    assert counter.far.ledger == ()
    assert counter.told.empty()


def test_a_declined_card_moves_no_money(counter: Counter) -> None:
    attempt = counter.pay(Card.DECLINE)
    assert counter.outcome() == Declined(attempt, "insufficient_funds")
    assert counter.state(attempt) is AttemptState.FAILED
    counter.books_agree()


def test_a_slow_card_is_paid_when_it_answers(counter: Counter) -> None:
    attempt = counter.pay(Card.LATE)
    counter.heard()
    assert counter.state(attempt) is AttemptState.OPEN
    counter.far.finish(attempt)
    assert counter.outcome() == Paid(attempt, "A00001")
    counter.books_agree()


def test_a_slow_card_can_be_cancelled(counter: Counter) -> None:
    attempt = counter.pay(Card.LATE)
    counter.heard()
    counter.till.cancel(attempt)
    assert counter.outcome() == Cancelled(attempt)
    assert counter.state(attempt) is AttemptState.FAILED
    counter.books_agree()


def test_a_card_that_takes_no_cancelling_is_asked_until_it_says(counter: Counter) -> None:
    attempt = counter.pay(Card.STUBBORN)
    counter.heard()
    counter.till.cancel(attempt)
    counter.pass_time(ANSWER)
    assert counter.outcome() == Unknown(attempt)
    assert counter.settle(attempt) == Unknown(attempt)
    assert counter.state(attempt) is AttemptState.UNKNOWN
    counter.far.finish(attempt)
    assert counter.outcome() == Paid(attempt, "A00001")
    counter.books_agree()


def test_an_unknown_outcome_stays_open_until_it_is_known(counter: Counter) -> None:
    attempt = counter.pay(Card.SILENT)
    counter.pass_time(ANSWER)
    assert counter.outcome() == Unknown(attempt)
    with counter.services.site.store.read() as unit:
        (open_attempt,) = unit.payments.open_attempts(counter.car.session_id)
    assert open_attempt.intent.attempt_id == attempt
    assert counter.payments() == []
    assert counter.settle(attempt) == Paid(attempt, "A00001")
    counter.books_agree()


def test_a_mute_card_is_unknown_however_often_it_is_asked(counter: Counter) -> None:
    attempt = counter.pay(Card.MUTE)
    counter.pass_time(ANSWER)
    assert counter.outcome() == Unknown(attempt)
    counter.till.settle(attempt)
    counter.pass_time(ANSWER)
    assert counter.outcome() == Unknown(attempt)
    counter.far.finish(attempt)
    assert counter.outcome() == Paid(attempt, "A00001")
    assert journal_kinds(counter.services, "payment.").count("payment.unknown") == 1
    counter.books_agree()


def test_a_request_that_never_arrived_fails_only_when_it_cannot_come_any_more(
    counter: Counter,
) -> None:
    attempt = counter.pay(Card.LOST)
    counter.pass_time(ANSWER)
    assert counter.outcome() == Unknown(attempt)
    assert counter.settle(attempt) == Unknown(attempt)
    counter.pass_time(IN_FLIGHT)
    assert counter.settle(attempt) == Declined(attempt, "not_found")
    assert counter.state(attempt) is AttemptState.FAILED
    counter.books_agree()


def test_a_charge_the_terminal_denied_at_first_is_booked_when_it_owns_up(counter: Counter) -> None:
    attempt = counter.pay(Card.HIDDEN)
    counter.pass_time(ANSWER)
    assert counter.outcome() == Unknown(attempt)
    assert counter.settle(attempt) == Unknown(attempt)
    counter.far.finish(attempt)
    assert counter.outcome() == Paid(attempt, "A00001")
    counter.books_agree()


def test_an_answer_said_three_times_is_booked_and_told_once(counter: Counter) -> None:
    attempt = counter.pay(Card.DUPLICATE)
    assert counter.outcome() == Paid(attempt, "A00001")
    counter.heard()
    counter.till.report(Paid(attempt, "A00001"))
    assert counter.told.empty()
    counter.books_agree()


def test_another_amount_than_asked_is_never_booked_as_paid(counter: Counter) -> None:
    attempt = counter.pay(Card.WRONG_AMOUNT)
    assert counter.outcome() == Unknown(attempt)
    assert counter.state(attempt) is AttemptState.UNKNOWN
    assert counter.payments() == []


def test_a_plug_pulled_after_the_charge_is_settled_when_it_is_back(counter: Counter) -> None:
    attempt = counter.pay(Card.HANG_UP)
    assert counter.outcome() == Unknown(attempt)
    counter.far.port.plug()
    while isinstance(outcome := counter.settle(attempt), Unknown):
        counter.clock.ahead_seconds += 1  # the line is opened again after a while
    assert outcome == Paid(attempt, "A00001")
    counter.books_agree()


# --- restarts, late answers, two threads


@pytest.mark.parametrize("card", [Card.SILENT, Card.LATE])
def test_an_attempt_of_the_run_before_is_settled_by_its_id(counter: Counter, card: Card) -> None:
    attempt = counter.pay(card)
    counter.heard()
    counter.stop()
    counter.start()
    if card is Card.LATE:
        counter.far.finish(attempt)
    counter.till.settle(attempt)
    while isinstance(outcome := counter.outcome(), Unknown):
        counter.till.settle(attempt)
    assert outcome == Paid(attempt, "A00001")
    counter.books_agree()


def test_money_of_the_run_before_is_booked_even_if_nobody_asks(counter: Counter) -> None:
    attempt = counter.pay(Card.LATE)
    counter.heard()
    counter.stop()
    counter.start()
    counter.far.finish(attempt)
    outcomes = {counter.outcome()}
    while Paid(attempt, "A00001") not in outcomes:
        outcomes.add(counter.outcome())
    counter.books_agree()


def test_a_late_approval_of_a_failed_attempt_is_somebodys_refund_and_no_payment(
    counter: Counter,
) -> None:
    attempt = counter.pay(Card.LOST)
    counter.pass_time(ANSWER)
    assert counter.outcome() == Unknown(attempt)
    counter.pass_time(IN_FLIGHT)
    assert counter.settle(attempt) == Declined(attempt, "not_found")
    counter.far.say(f"APPROVED {attempt} {PRICE.minor} {PRICE.currency} A99")
    counter.heard()
    assert counter.state(attempt) is AttemptState.ORPHANED
    assert counter.payments() == []
    assert stay_of(counter.services, counter.car).due == PRICE
    with counter.services.site.store.read() as unit:
        assert "payment.orphaned" in [each.cause for each in unit.exceptions.open(10)]
    assert counter.told.empty(), "nothing that a lane could take for money"


def test_an_answer_for_nobodys_attempt_is_only_logged(counter: Counter) -> None:
    before = journal_kinds(counter.services)
    counter.till.report(Paid("of-another-booth", "A1"))
    assert counter.told.empty()
    assert journal_kinds(counter.services) == before


def test_an_outcome_that_cannot_be_written_is_unknown_and_asked_again(counter: Counter) -> None:
    attempt = counter.pay(Card.SILENT)
    counter.heard()
    with read_only_disk(counter.services):
        counter.till.report(Paid(attempt, "A00001"))
        assert counter.outcome() == Unknown(attempt)
    assert counter.state(attempt) is AttemptState.OPEN
    assert counter.settle(attempt) == Paid(attempt, "A00001")
    counter.books_agree()


def test_two_threads_with_one_outcome_leave_one_payment(counter: Counter) -> None:
    attempt = counter.pay(Card.SILENT)
    counter.heard()
    together = threading.Barrier(2)

    def report() -> None:
        together.wait()
        counter.till.report(Paid(attempt, "A00001"))

    threads = [threading.Thread(target=report) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.told.qsize() == 1
    counter.books_agree()
