"""What every provider promises, and the card terminal over a real pty against a nasty peer."""

import queue
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from kiosk.devices.messages import Fault, FaultRaised, Offline, Online
from kiosk.devices.messages import Report as DeviceReport
from kiosk.devices.transports import open_transport
from kiosk.domain.money import Money
from kiosk.domain.payment import Cancelled, Declined, Intent, Method, Outcome, Paid, Unknown
from kiosk.domain.refund import RefundIntent
from kiosk.payments.card_talk import Patience
from kiosk.payments.cash import Cash, Change, Short
from kiosk.payments.cash import count as count_cash
from kiosk.payments.catalogue import TERMINALS
from kiosk.payments.provider import Provider
from kiosk.payments.simulated_psp import SimulatedPsp
from kiosk.payments.simulated_terminal import Card, Charge, SimulatedTerminal
from kiosk.payments.terminal import Wiring
from kiosk.payments.upi import Upi
from kiosk.payments.upi import Wiring as UpiWiring

DEADLINE_SECONDS = 10.0
MODEL = TERMINALS["card-line"]
_names = count(1)


def new_intent(minor: int = 450) -> Intent:
    return Intent(f"attempt-{next(_names)}", "s1", "exit-1", Method.CARD, Money(minor))


class Rig:
    """A card terminal and its simulated other end, with a clock the test can push forward."""

    def __init__(self, folder: Path, patience: Patience | None = None) -> None:
        self.ahead = 0.0
        self.outcomes: queue.Queue[Outcome] = queue.Queue()
        self.stray: queue.Queue[Outcome] = queue.Queue()
        self.reports: queue.Queue[DeviceReport] = queue.Queue()
        self.far: SimulatedTerminal = MODEL.simulated(folder / "terminal", self.monotonic)
        self.near = MODEL.connect(
            Wiring(
                device="terminal",
                serial="SIM-0001",
                open_port=lambda: open_transport(str(folder / "terminal")),
                deliver=self.reports.put,
                stray=self.stray.put,
                monotonic=self.monotonic,
                jitter=lambda seconds: 0.0,
                patience=patience or Patience(),
            )
        )

    def start(self) -> None:
        self.far.port.start()
        self.near.start()
        self.wait_for(Online("terminal"))

    def stop(self) -> None:
        self.near.stop()
        self.far.port.stop()

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead

    def pass_time(self, seconds: float) -> None:
        self.ahead += seconds
        self.near.cancel(new_intent())  # an attempt nobody knows: wakes the port's thread, no more

    def collect(self, card: Card, intent: Intent | None = None) -> Intent:
        self.far.hold(card)
        intent = intent or new_intent()
        self.near.collect(intent, self.outcomes.put)
        return intent

    def settle(self, intent: Intent) -> Outcome:
        self.near.settle(intent, self.outcomes.put)
        return self.outcome()

    def outcome(self) -> Outcome:
        return self.outcomes.get(timeout=DEADLINE_SECONDS)

    def heard(self, intent: Intent) -> None:
        """Wait until the terminal has surely dealt with everything said so far."""
        answers: queue.Queue[Outcome] = queue.Queue()
        self.near.settle(intent, answers.put)
        answers.get(timeout=DEADLINE_SECONDS)

    def wait_for(self, wanted: DeviceReport | type[DeviceReport]) -> DeviceReport:
        while True:
            report = self.reports.get(timeout=DEADLINE_SECONDS)
            if report == wanted or (isinstance(wanted, type) and isinstance(report, wanted)):
                return report


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    made = Rig(tmp_path)
    made.start()
    yield made
    made.stop()


# --- what every provider promises -------------------------------------------------------------


@pytest.fixture(params=["cash", "card", "upi"])
def provider(request: pytest.FixtureRequest) -> Iterator[Provider]:
    if request.param == "cash":
        yield Cash()
        return
    if request.param == "upi":
        service = SimulatedPsp()
        service.start()
        upi = Upi(UpiWiring("garage@bank", "Garage", service.url, time.monotonic))
        upi.start()
        yield upi
        upi.stop()
        service.stop()
        return
    found: Rig = request.getfixturevalue("rig")
    yield found.near


def test_a_collection_has_exactly_one_outcome_under_the_attempts_id(provider: Provider) -> None:
    outcomes: queue.Queue[Outcome] = queue.Queue()
    intents = [new_intent() for _ in range(3)]
    for intent in intents:
        provider.collect(intent, outcomes.put)
        outcome = outcomes.get(timeout=DEADLINE_SECONDS)
        assert isinstance(outcome, Paid)
        assert outcome.attempt_id == intent.attempt_id
    assert outcomes.empty()


def test_settling_a_paid_attempt_never_denies_the_money(provider: Provider) -> None:
    outcomes: queue.Queue[Outcome] = queue.Queue()
    intent = new_intent()
    provider.collect(intent, outcomes.put)
    paid = outcomes.get(timeout=DEADLINE_SECONDS)
    provider.settle(intent, outcomes.put)
    assert outcomes.get(timeout=DEADLINE_SECONDS) in (paid, Unknown(intent.attempt_id))


def test_an_attempt_of_an_earlier_run_is_not_called_paid_or_refused_out_of_hand(
    provider: Provider,
) -> None:
    outcomes: queue.Queue[Outcome] = queue.Queue()
    intent = new_intent()
    provider.settle(intent, outcomes.put)
    assert outcomes.get(timeout=DEADLINE_SECONDS) == Unknown(intent.attempt_id)


def test_cancelling_what_does_not_run_is_harmless(provider: Provider) -> None:
    outcomes: queue.Queue[Outcome] = queue.Queue()
    intent = new_intent()
    provider.collect(intent, outcomes.put)
    paid = outcomes.get(timeout=DEADLINE_SECONDS)
    provider.cancel(intent)
    provider.cancel(new_intent())
    provider.settle(intent, outcomes.put)
    assert outcomes.get(timeout=DEADLINE_SECONDS) in (paid, Unknown(intent.attempt_id))
    assert outcomes.empty()


def refund_of(intent: Intent, minor: int | None = None) -> RefundIntent:
    amount = intent.amount if minor is None else Money(minor)
    name = f"refund-{next(_names)}"
    return RefundIntent(name, intent.attempt_id, "s1", "exit-1", Method.CARD, amount)


def test_a_refund_has_exactly_one_outcome_under_its_own_id(provider: Provider) -> None:
    outcomes: queue.Queue[Outcome] = queue.Queue()
    intent = new_intent()
    provider.collect(intent, outcomes.put)
    outcomes.get(timeout=DEADLINE_SECONDS)
    refund = refund_of(intent)
    provider.refund(refund, outcomes.put)
    done = outcomes.get(timeout=DEADLINE_SECONDS)
    assert isinstance(done, Paid)
    assert done.attempt_id == refund.refund_id
    provider.settle_refund(refund, outcomes.put)
    assert outcomes.get(timeout=DEADLINE_SECONDS) in (done, Unknown(refund.refund_id))
    assert outcomes.empty()


# --- cash ---------------------------------------------------------------------------------------


def test_too_much_cash_shows_the_change_and_too_little_is_refused() -> None:
    assert count_cash(Money(450), Money(1000)) == Change(Money(550))
    assert count_cash(Money(450), Money(450)) == Change(Money(0))
    assert count_cash(Money(450), Money(400)) == Short(Money(50))


# --- the card terminal on its wire --------------------------------------------------------------


def test_a_declined_card_moves_no_money(rig: Rig) -> None:
    intent = rig.collect(Card.DECLINE)
    assert rig.outcome() == Declined(intent.attempt_id, "insufficient_funds")
    assert rig.far.ledger == ()


def test_an_answer_said_three_times_is_one_payment(rig: Rig) -> None:
    intent = rig.collect(Card.DUPLICATE)
    assert isinstance(rig.outcome(), Paid)
    rig.heard(intent)
    assert rig.outcomes.empty()
    assert len(rig.far.ledger) == 1


def test_a_charge_without_an_answer_is_unknown_and_found_by_asking(rig: Rig) -> None:
    intent = rig.collect(Card.SILENT)
    rig.heard(new_intent())
    rig.pass_time(60)
    outcomes = [rig.outcome()]
    outcomes.append(rig.settle(intent))
    assert outcomes == [Unknown(intent.attempt_id), Paid(intent.attempt_id, "A00001")]
    assert rig.far.ledger == (Charge(intent.attempt_id, intent.amount, "A00001"),)


def test_a_lost_request_is_declined_only_when_it_cannot_come_any_more(rig: Rig) -> None:
    intent = rig.collect(Card.LOST)
    rig.heard(new_intent())
    rig.pass_time(60)
    assert rig.outcome() == Unknown(intent.attempt_id)
    assert rig.settle(intent) == Unknown(intent.attempt_id)
    rig.pass_time(30)
    assert rig.settle(intent) == Declined(intent.attempt_id, "not_found")
    assert rig.far.ledger == ()


def test_an_attempt_denied_while_in_flight_and_charged_later_is_never_lost(rig: Rig) -> None:
    intent = rig.collect(Card.HIDDEN)
    rig.heard(new_intent())
    rig.pass_time(60)
    assert rig.outcome() == Unknown(intent.attempt_id)
    assert rig.settle(intent) == Unknown(intent.attempt_id)
    rig.far.finish(intent.attempt_id)
    assert rig.outcome() == Paid(intent.attempt_id, "A00001")
    assert len(rig.far.ledger) == 1


def test_a_late_approval_of_an_abandoned_attempt_is_told_under_its_own_id(rig: Rig) -> None:
    abandoned = rig.collect(Card.STUBBORN)
    rig.near.cancel(abandoned)
    rig.heard(new_intent())
    rig.pass_time(90)
    assert rig.outcome() == Unknown(abandoned.attempt_id)
    rig.far.finish(abandoned.attempt_id)
    assert rig.outcome() == Paid(abandoned.attempt_id, "A00001")
    following = rig.collect(Card.APPROVE)
    assert rig.outcome() == Paid(following.attempt_id, "A00002")


def test_a_slow_card_can_be_cancelled(rig: Rig) -> None:
    intent = rig.collect(Card.LATE)
    rig.heard(intent)
    rig.near.cancel(intent)
    assert rig.outcome() == Cancelled(intent.attempt_id)
    assert rig.far.ledger == ()


def test_the_next_driver_cannot_pay_for_the_one_before(rig: Rig) -> None:
    first = rig.collect(Card.LATE)
    rig.heard(first)
    second = rig.collect(Card.APPROVE)
    assert rig.outcome() == Declined(second.attempt_id, "busy")
    rig.far.finish(first.attempt_id)
    assert rig.outcome() == Paid(first.attempt_id, "A00001")
    assert [charge.attempt_id for charge in rig.far.ledger] == [first.attempt_id]


def test_a_plug_pulled_after_the_charge_is_unknown_and_settled_when_it_is_back(rig: Rig) -> None:
    intent = rig.collect(Card.HANG_UP)
    assert rig.outcome() == Unknown(intent.attempt_id)
    rig.wait_for(Offline)
    rig.far.port.plug()
    rig.pass_time(10)
    rig.wait_for(Online("terminal"))
    assert rig.settle(intent) == Paid(intent.attempt_id, "A00001")


def test_another_amount_than_asked_is_a_fault_and_not_a_payment(rig: Rig) -> None:
    intent = rig.collect(Card.WRONG_AMOUNT)
    assert rig.outcome() == Unknown(intent.attempt_id)
    raised = rig.wait_for(FaultRaised)
    assert isinstance(raised, FaultRaised)
    assert raised.fault is Fault.BAD_FRAME


def test_a_replaced_terminal_takes_no_money(rig: Rig) -> None:
    rig.far.replace("SIM-0002")
    rig.far.port.unplug()
    rig.wait_for(Offline)
    rig.far.port.plug()
    rig.pass_time(10)
    while True:
        raised = rig.wait_for(FaultRaised)
        if isinstance(raised, FaultRaised) and raised.fault is Fault.BAD_FRAME:
            break
    intent = rig.collect(Card.APPROVE)
    assert rig.outcome() == Declined(intent.attempt_id, "no_terminal")
    assert rig.far.ledger == ()


def test_money_of_an_earlier_run_is_told_to_the_till(rig: Rig) -> None:
    rig.far.say("APPROVED of-yesterday 450 EUR A99")
    assert rig.stray.get(timeout=DEADLINE_SECONDS) == Paid("of-yesterday", "A99")


def test_nonsense_on_the_wire_changes_nothing(rig: Rig) -> None:
    intent = rig.collect(Card.LATE)
    rig.heard(intent)
    for nonsense in ("APPROVED", "APPROVED x", "\x00\x1b", "A" * 5000):
        rig.far.say(nonsense)
    rig.far.finish(intent.attempt_id)
    assert rig.outcome() == Paid(intent.attempt_id, "A00001")
    assert rig.stray.empty()


# --- and back -----------------------------------------------------------------------------------


def paid_by(rig: Rig) -> Intent:
    intent = rig.collect(Card.APPROVE)
    assert isinstance(rig.outcome(), Paid)
    return intent


def test_more_than_was_charged_does_not_go_back(rig: Rig) -> None:
    intent = paid_by(rig)
    first, second = refund_of(intent, 400), refund_of(intent, 51)
    rig.near.refund(first, rig.outcomes.put)
    assert rig.outcome() == Paid(first.refund_id, "R00001")
    rig.near.refund(second, rig.outcomes.put)
    assert rig.outcome() == Declined(second.refund_id, "exceeds")


def test_a_refund_asked_for_twice_is_made_once(rig: Rig) -> None:
    refund = refund_of(paid_by(rig))
    for _ in range(2):
        rig.near.refund(refund, rig.outcomes.put)
        assert rig.outcome() == Paid(refund.refund_id, "R00001")
    assert len(rig.far.returned) == 1


def test_an_approval_is_no_answer_to_a_refund(rig: Rig) -> None:
    intent = paid_by(rig)
    rig.far.hold(Card.LATE)
    refund = refund_of(intent)
    rig.near.refund(refund, rig.outcomes.put)
    rig.heard(intent)
    rig.far.say(f"APPROVED {refund.refund_id} {refund.amount.minor} EUR A99")
    rig.far.finish(refund.refund_id)
    assert rig.outcome() == Paid(refund.refund_id, "R00001")
