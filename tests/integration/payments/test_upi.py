"""UPI against a payment service over real HTTP that is nastier than any bank's."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from itertools import count
from urllib.parse import parse_qs, urlsplit

import pytest

from kiosk.domain.money import Money
from kiosk.domain.payment import Cancelled, Declined, Intent, Method, Outcome, Paid, Unknown
from kiosk.domain.refund import RefundIntent
from kiosk.payments.simulated_psp import Bank, Booked, SimulatedPsp
from kiosk.payments.upi import Patience, Upi, Wiring, transaction_id
from tests.support.evil_server import Manners, drip, evil, flood, hang_up, noise, portal, silent

DEADLINE_SECONDS = 10.0
QUICK = Patience(exchange=0.3, poll=0.01, answer=0.15, late=0.02, in_flight=1e9)
"""Unknown soon, and never sure that what was not found will not come."""
IMPATIENT = Patience(exchange=0.3, poll=0.01, answer=0.3, late=0.02, in_flight=0.1)
"""What was not found for a tenth of a second never comes."""
_names = count(1)


def new_intent(minor: int = 12_50) -> Intent:
    """An attempt nobody has heard of."""
    return Intent(f"attempt-{next(_names)}", "s1", "exit-1", Method.UPI, Money(minor, "INR"))


def refund_of(intent: Intent, minor: int | None = None) -> RefundIntent:
    """All of it back, or a part."""
    amount = intent.amount if minor is None else Money(minor, "INR")
    name = f"refund-{next(_names)}"
    return RefundIntent(name, intent.attempt_id, "s1", "exit-1", Method.UPI, amount)


class Rig:
    """Both ends."""

    def __init__(self, patience: Patience = QUICK) -> None:
        self.far = SimulatedPsp()
        self.far.start()
        self.outcomes: queue.Queue[Outcome] = queue.Queue()
        self.near = near(self.far.url, patience)

    def stop(self) -> None:
        """Hang up."""
        self.near.stop()
        self.far.stop()

    def collect(self, bank: Bank, intent: Intent | None = None) -> Intent:
        """A driver is shown a QR."""
        self.far.hold(bank)
        intent = intent or new_intent()
        self.near.collect(intent, self.outcomes.put)
        return intent

    def outcome(self) -> Outcome:
        """What is reported next."""
        return self.outcomes.get(timeout=DEADLINE_SECONDS)

    def settle(self, intent: Intent) -> Outcome:
        """Ask what became of it."""
        answers: queue.Queue[Outcome] = queue.Queue()
        self.near.settle(intent, answers.put)
        return answers.get(timeout=DEADLINE_SECONDS)

    def paid(self) -> Intent:
        """A payment that went through."""
        intent = self.collect(Bank.APPROVE)
        assert isinstance(self.outcome(), Paid)
        return intent

    def give_back(self, refund: RefundIntent, bank: Bank) -> Outcome:
        """Ask for a refund; its first outcome."""
        self.far.hold(bank)
        self.near.refund(refund, self.outcomes.put)
        return self.outcome()


def near(url: str, patience: Patience = QUICK) -> Upi:
    """Our end, running."""
    upi = Upi(Wiring("garage@bank", "Garage & Söhne", url, time.monotonic, "secret", patience))
    upi.start()
    return upi


@pytest.fixture
def rig() -> Iterator[Rig]:
    """Both ends, running."""
    made = Rig()
    yield made
    made.stop()


def test_the_link_says_whom_how_much_and_for_which_attempt(rig: Rig) -> None:
    intent = new_intent(1205)
    link = rig.near.show(intent)
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc) == ("upi", "pay")
    assert {key: value[0] for key, value in parse_qs(parts.query).items()} == {
        "pa": "garage@bank",
        "pn": "Garage & Söhne",
        "tr": transaction_id(intent.attempt_id),
        "am": "12.05",
        "cu": "INR",
        "tn": "Parking",
    }
    assert link.isascii()


def test_a_uuid_fits_into_a_link() -> None:
    assert len(transaction_id("019f0000-0000-7000-8000-000000000000")) == 32


def test_the_drivers_app_pays_what_the_screen_shows(rig: Rig) -> None:
    intent = rig.collect(Bank.LATE)
    assert rig.outcome() == Unknown(intent.attempt_id)
    assert rig.far.pay(rig.near.show(intent))
    assert rig.outcome() == Paid(intent.attempt_id, "000000000001")
    assert not rig.far.pay(rig.near.show(intent)), "nobody pays twice"
    assert [one.amount for one in rig.far.ledger] == [intent.amount]


@pytest.mark.parametrize("bank", [Bank.APPROVE, Bank.DUPLICATE])
def test_a_payment_is_reported_once(rig: Rig, bank: Bank) -> None:
    intent = rig.collect(bank)
    assert rig.outcome() == Paid(intent.attempt_id, "000000000001")
    assert rig.settle(intent) == Paid(intent.attempt_id, "000000000001")
    assert rig.outcomes.empty()
    assert len(rig.far.ledger) == 1


def test_a_refusal_moves_no_money(rig: Rig) -> None:
    intent = rig.collect(Bank.DECLINE)
    assert rig.outcome() == Declined(intent.attempt_id, "declined")
    assert rig.far.ledger == ()


@pytest.mark.parametrize("bank", [Bank.SILENT, Bank.GARBAGE, Bank.HIDDEN])
def test_what_is_unclear_is_found_in_the_end(rig: Rig, bank: Bank) -> None:
    intent = rig.collect(bank)
    first = rig.outcome()
    if bank is not Bank.SILENT:
        assert first == Unknown(intent.attempt_id)
        rig.far.finish(transaction_id(intent.attempt_id))
        first = rig.outcome()
    assert first == Paid(intent.attempt_id, "000000000001")
    assert len(rig.far.ledger) == 1


def test_another_amount_is_never_called_paid(rig: Rig) -> None:
    intent = rig.collect(Bank.WRONG_AMOUNT)
    assert rig.outcome() == Unknown(intent.attempt_id)
    assert rig.settle(intent) == Unknown(intent.attempt_id)


def test_the_driver_gives_up_and_the_service_decides(rig: Rig) -> None:
    gone = rig.collect(Bank.LATE)
    assert rig.outcome() == Unknown(gone.attempt_id)
    rig.near.cancel(gone)
    assert rig.outcome() == Cancelled(gone.attempt_id)
    assert not rig.far.pay(rig.near.show(gone))
    stays = rig.collect(Bank.STUBBORN)
    assert rig.outcome() == Unknown(stays.attempt_id)
    rig.near.cancel(stays)
    assert rig.far.pay(rig.near.show(stays))
    assert rig.outcome() == Paid(stays.attempt_id, "000000000001")


def test_a_lost_request_is_refused_only_when_it_cannot_come_any_more(rig: Rig) -> None:
    intent = rig.collect(Bank.LOST)
    assert rig.outcome() == Unknown(intent.attempt_id)
    assert rig.settle(intent) == Unknown(intent.attempt_id)
    other = Rig(IMPATIENT)
    lost = other.collect(Bank.LOST)
    assert other.outcome() == Declined(lost.attempt_id, "not_found")
    other.stop()


def test_money_after_a_refusal_is_told_once_more(rig: Rig) -> None:
    other = Rig(IMPATIENT)
    intent = other.collect(Bank.HIDDEN)
    assert other.outcome() == Declined(intent.attempt_id, "not_found")
    other.far.finish(transaction_id(intent.attempt_id))
    assert other.outcome() == Paid(intent.attempt_id, "000000000001")
    other.stop()


def test_a_service_that_is_not_there_knows_of_nothing() -> None:
    far = SimulatedPsp()
    far.start()
    url = far.url
    far.stop()
    outcomes: queue.Queue[Outcome] = queue.Queue()
    upi = near(url)
    intent = new_intent()
    upi.collect(intent, outcomes.put)
    assert outcomes.get(timeout=DEADLINE_SECONDS) == Declined(intent.attempt_id, "no_provider")
    upi.settle(intent, outcomes.put)
    assert outcomes.get(timeout=DEADLINE_SECONDS) in (
        Unknown(intent.attempt_id),
        Declined(intent.attempt_id, "no_provider"),
    )
    upi.stop()


@pytest.mark.parametrize("manners", [silent, drip, hang_up, noise, flood, portal])
def test_something_else_at_the_address_proves_nothing(manners: Manners) -> None:
    with evil(manners) as url:
        outcomes: queue.Queue[Outcome] = queue.Queue()
        upi = near(url)
        intent = new_intent()
        upi.collect(intent, outcomes.put)
        assert outcomes.get(timeout=DEADLINE_SECONDS) == Unknown(intent.attempt_id)
        upi.stop()


def test_whoever_waits_at_the_end_learns_that_nobody_knows(rig: Rig) -> None:
    patient = near(rig.far.url, Patience())
    rig.far.hold(Bank.LATE)
    intent = new_intent()
    patient.collect(intent, rig.outcomes.put)
    assert rig.settle(intent) == Unknown(intent.attempt_id)
    patient.stop()
    assert rig.outcome() == Unknown(intent.attempt_id)


# --- giving back


@pytest.mark.parametrize("bank", [Bank.APPROVE, Bank.DUPLICATE, Bank.SILENT])
def test_a_refund_is_made_once(rig: Rig, bank: Bank) -> None:
    intent = rig.paid()
    refund = refund_of(intent)
    assert rig.give_back(refund, bank) == Paid(refund.refund_id, "000000000002")
    assert rig.far.ledger[1:] == (
        Booked(
            transaction_id(refund.refund_id),
            intent.amount,
            "000000000002",
            transaction_id(intent.attempt_id),
        ),
    )


def test_a_late_refund_is_unknown_and_told_when_it_is_there(rig: Rig) -> None:
    refund = refund_of(rig.paid())
    assert rig.give_back(refund, Bank.LATE) == Unknown(refund.refund_id)
    rig.far.finish(transaction_id(refund.refund_id))
    assert rig.outcome() == Paid(refund.refund_id, "000000000002")
    rig.near.settle_refund(refund, rig.outcomes.put)
    assert rig.outcome() == Paid(refund.refund_id, "000000000002")


def test_more_than_came_does_not_go_back(rig: Rig) -> None:
    intent = rig.paid()
    assert isinstance(rig.give_back(refund_of(intent, 1000), Bank.APPROVE), Paid)
    again = refund_of(intent, 251)
    assert rig.give_back(again, Bank.APPROVE) == Declined(again.refund_id, "exceeds")
