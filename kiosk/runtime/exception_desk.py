"""What people do about exceptions: close one with a note, and say what became of a payment.

A payment whose terminal, service or lane is gone from the settings can be asked about nowhere: it
would wait for ever, and nobody could pay for that stay again. A person who has asked the bank says
it, with a reason, and above the house's limit another person agrees.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.facts import booth, passes, payments
from kiosk.domain.money import Money
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.runtime.answers import SecondNeeded, SecondRefused
from kiosk.runtime.counter import Counter
from kiosk.runtime.resync import PROPOSED
from kiosk.runtime.second import Second
from kiosk.runtime.till import Till
from kiosk.store.payments import Attempt


@dataclass(frozen=True, slots=True)
class SettledByWord:
    """On record: this money came, or certainly did not."""

    amount: Money
    paid: bool


class ExceptionDesk:
    """Exceptions at the counter, and the attempts that only a person can settle."""

    def __init__(self, counter: Counter, till: Till) -> None:
        self._counter = counter
        self._till = till
        self._site = counter.site

    def close(self, event_id: str, note: str) -> bool:
        """Write down what came of an exception; False where somebody else has done so."""
        self._counter.need(Right.CLOSE_EXCEPTION)
        if not note:
            raise ValueError("a closed exception has a note")
        with self._site.store.write() as unit:
            if unit.exceptions.find_open(event_id) is None:
                return False
            unit.record(booth.ExceptionClosed(event_id, note), self._counter.here())
        return True

    def forget_passes(self, event_id: str, reason: str) -> bool:
        """Do what was proposed after a gate stood open; False where it is dealt with already."""
        self._counter.need(Right.BLOCK_PASS)
        if not reason:
            raise ValueError("what a person does to passes has a reason")
        with self._site.store.write() as unit:
            found = unit.exceptions.find_open(event_id)
            if found is None or found.cause != PROPOSED:
                return False
            here = self._counter.here(forced=True)
            unit.record(passes.PassesNeutralised("", reason), here)
            unit.record(booth.ExceptionClosed(event_id, reason), here)
        return True

    def stranded(self) -> tuple[Attempt, ...]:
        """Attempts that nobody can be asked about any more, the oldest first."""
        with self._site.store.read() as unit:
            return self._till.stranded(unit)

    def settle(
        self, attempt_id: str, reason: str, *, paid: bool, second: Second | None = None
    ) -> SettledByWord | SecondNeeded | SecondRefused | Refusal:
        """Say what became of one of them. Money that comes later all the same is a refund task."""
        self._counter.need(Right.SETTLE_PAYMENT)
        if not reason:
            raise ValueError("what is settled by word has a reason")
        found = (each for each in self.stranded() if each.intent.attempt_id == attempt_id)
        attempt = next(found, None)
        if attempt is None:
            return Refusal.ALREADY_USED
        intent = attempt.intent
        word = self._counter.word_for(intent.amount, Right.SETTLE_PAYMENT, second)
        if isinstance(word, SecondNeeded | SecondRefused):
            return word
        said = payments.PaymentSettledByWord(
            attempt_id, intent.session_id, intent.amount, paid, reason, word
        )
        standing = self._counter.lane_of(intent.session_id)
        self._till.settle_by_word(said, self._counter.actor)
        if paid and standing != intent.lane_id:
            self._let_go(intent.session_id)
        return SettledByWord(intent.amount, paid)

    def _let_go(self, session_id: str) -> None:
        """The lane that asked has heard it; a car elsewhere goes by its lane's price, or paper."""
        with self._site.store.read() as unit:
            known = unit.sessions.find(session_id) is not None
        if known:  # else it was for a pass
            self._counter.announce(session_id)
