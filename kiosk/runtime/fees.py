"""What people change of a fee, and what cars that left still owe: adjust, find, forgive.

Nothing here takes money: a debt is handed to the cashier as a stay like any other.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.facts import booth, payments
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.runtime import owing
from kiosk.runtime.answers import CardRunning, PriceChanged, SecondNeeded, SecondRefused, TooMuch
from kiosk.runtime.counter import Counter
from kiosk.runtime.second import Second
from kiosk.store.debts import Debt
from kiosk.wire.codes import check_code
from kiosk.wire.ticket import DebtSlip, EntryTicket, read_payload


@dataclass(frozen=True, slots=True)
class Adjusted:
    """The fee is another now."""

    stay: Stay


@dataclass(frozen=True, slots=True)
class Forgiven:
    """The house asks for this no more."""

    amount: Money


class FeeDesk:
    """Fees and debts; every change names a reason, the large ones a second person."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    def adjust(
        self, stay: Stay, amount: Money, reason: str, second: Second | None = None
    ) -> Adjusted | TooMuch | PriceChanged | CardRunning | SecondNeeded | SecondRefused:
        """Change what this stay costs by `amount` (minus: cheaper, by what is due at most)."""
        self._counter.need(Right.ADJUST_FEE)
        if not reason or not amount:
            raise ValueError("a changed fee has an amount and a reason")
        if -amount.minor > stay.due.minor:
            return TooMuch(stay.due)
        word = self._counter.word_for(amount, Right.ADJUST_FEE, second)
        if isinstance(word, SecondNeeded | SecondRefused):
            return word
        here = self._counter.here(stay.session_id)
        with self._site.store.write() as unit:
            if refused := owing.changed(self._site, unit, stay):
                return refused
            adjustment_id = self._site.clock.new_id()
            unit.record(
                payments.FeeAdjusted(adjustment_id, stay.session_id, amount, reason, word), here
            )
        return Adjusted(self._counter.announce(stay.session_id))

    def debt(self, text: str) -> Stay | Refusal:
        """What the car of this slip, ticket or code still owes, as a stay to be paid."""
        paper = read_payload(text, self._site.keyring, self._site.settings.facility.id)
        if isinstance(paper, Refusal) and paper is not Refusal.UNREADABLE:
            return paper
        if not isinstance(paper, Refusal | DebtSlip | EntryTicket):
            return Refusal.NOT_ACCEPTED
        code = check_code(text) if isinstance(paper, Refusal) else paper.code
        if code is None:
            return Refusal.UNREADABLE
        with self._site.store.read() as unit:
            session = unit.sessions.by_code(code)
            if session is None:
                return Refusal.UNKNOWN
            debt = owing.open_debt(unit, session)
            if debt is None:
                return Refusal.ALREADY_USED
            return owing.owed_since(self._site.stay(unit, session, self._site.clock.now()), debt)

    def open_debts(self) -> tuple[Debt, ...]:
        """What is still owed, the oldest first."""
        with self._site.store.read() as unit:
            return unit.debts.open()

    def forgive(
        self, session_id: str, reason: str, second: Second | None = None
    ) -> Forgiven | CardRunning | SecondNeeded | SecondRefused | Refusal:
        """Ask no more for what a car that left owes."""
        self._counter.need(Right.FORGIVE_DEBT)
        if not reason:
            raise ValueError("a forgiven debt has a reason")
        with self._site.store.read() as unit:
            debt = unit.debts.find(session_id)
        if debt is None or not debt.left:
            return Refusal.ALREADY_USED
        word = self._counter.word_for(debt.left, Right.FORGIVE_DEBT, second)
        if isinstance(word, SecondNeeded | SecondRefused):
            return word
        with self._site.store.write() as unit:
            if unit.payments.open_attempts(session_id):
                return CardRunning()
            now = unit.debts.find(session_id)
            if now is None or now.left != debt.left:
                return Refusal.ALREADY_USED
            here = self._counter.here(session_id, forced=True)
            if word is not None:
                unit.record(booth.SecondAgreed(word, Right.FORGIVE_DEBT, session_id), here)
            unit.record(payments.DebtSettled(session_id, debt.left, reason=reason), here)
        return Forgiven(debt.left)
