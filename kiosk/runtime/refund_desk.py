"""Refunds at the counter: what can be given back, who must agree, and by which way it goes.

A refund lowers the fee with it (goodwill); a void makes the fee due again; an orphan is money that
came for an attempt given up. All go back the way they came; cash for anything else is a choice that
needs its own right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.refund import RefundCause, RefundIntent
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.runtime import drawer
from kiosk.runtime.answers import (
    DrawerShort,
    NoShift,
    SecondNeeded,
    SecondRefused,
    TooMuch,
)
from kiosk.runtime.counter import Counter
from kiosk.runtime.refunds import Order, Refunds
from kiosk.runtime.second import Second
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.payments import AttemptState
from kiosk.store.refunds import Orphan, Refund
from kiosk.store.unit import Transaction
from kiosk.wire.codes import check_code
from kiosk.wire.ticket import read_payload

_RIGHTS = {
    RefundCause.REFUND: Right.REFUND,
    RefundCause.VOID: Right.VOID_PAYMENT,
    RefundCause.ORPHAN: Right.REFUND,
}


@dataclass(frozen=True, slots=True)
class Returnable:
    """One payment, and how much of it has not gone back (nor is about to)."""

    attempt_id: str
    method: Method
    amount: Money
    left: Money
    paid_at: datetime
    receipt: int | None


@dataclass(frozen=True, slots=True)
class Refundable:
    """What was paid for one stay or pass."""

    session_id: str
    code: str
    payments: tuple[Returnable, ...]
    refunds: tuple[Refund, ...]
    of_pass: bool = False
    """`session_id` is a pass's."""


class Progress(StrEnum):
    """How far a refund is when the counter is told: `RUNNING` waits for somebody's answer."""

    DONE = "done"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class RefundBegun:
    """It is on disk. `pieces` of cash to give, or the `voucher` to print, where it is done."""

    refund_id: str
    progress: Progress
    pieces: Pieces = ()
    voucher: ChangeVoucher | None = None


@dataclass(frozen=True, slots=True)
class Nobody:
    """This way back is closed: its terminal or service is not there, or the pass is gone."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The money in question: a payment, or an orphan."""

    session_id: str
    lane_id: str
    method: Method
    left: Money
    reference: str


Answer = (
    RefundBegun | TooMuch | SecondNeeded | SecondRefused | NoShift | DrawerShort | Nobody | Refusal
)


class RefundDesk:
    """Giving back at the counter; `refunds` is the road every refund takes."""

    def __init__(self, counter: Counter, refunds: Refunds) -> None:
        self._counter = counter
        self._refunds = refunds
        self._site = counter.site

    def look(self, text: str) -> Refundable | Refusal:
        """What was paid on this ticket, pass or receipt number, and what of it can go back."""
        self._counter.need(Right.REFUND)
        with self._site.store.read() as unit:
            found = self._behind(unit, text)
            if isinstance(found, Refusal):
                return found
            session_id, code = found
            paid = tuple(
                Returnable(
                    attempt_id=each.attempt_id,
                    method=each.method,
                    amount=each.amount,
                    left=_left(unit, each.attempt_id, each.amount),
                    paid_at=each.paid_at,
                    receipt=unit.payments.receipt_number(each.attempt_id),
                )
                for each in unit.payments.of_session(session_id)
            )
            given_back = unit.refunds.of_session(session_id)
            of_pass = unit.sessions.find(session_id) is None
            return Refundable(session_id, code, paid, given_back, of_pass)

    def tasks(self) -> tuple[Orphan, ...]:
        """Money that came too late, and that somebody must give back."""
        with self._site.store.read() as unit:
            return unit.refunds.orphans()

    def in_flight(self) -> tuple[Refund, ...]:
        """Refunds nobody knows the end of yet."""
        with self._site.store.read() as unit:
            return unit.refunds.open()

    def ask_again(self, refund_id: str) -> None:
        """Ask the provider once more what became of a refund."""
        self._counter.need(Right.REFUND)
        self._refunds.settle(refund_id)

    def give_back(
        self,
        attempt_id: str,
        amount: Money,
        reason: str,
        *,
        cause: RefundCause = RefundCause.REFUND,
        in_cash: bool = False,
        second: Second | None = None,
    ) -> Answer:
        """Give (a part of) this money back. Nothing is recorded unless `RefundBegun` comes back."""
        self._counter.need(_RIGHTS[cause])
        if in_cash:
            self._counter.need(Right.REFUND_IN_CASH)
        if not reason or amount.minor <= 0:
            raise ValueError("a refund has an amount and a reason")
        word = self._word_for(attempt_id, amount, cause, second)
        if isinstance(word, SecondNeeded | SecondRefused):
            return word
        with self._site.store.write() as unit:
            source = _source(unit, attempt_id, cause)
            if isinstance(source, Refusal):
                return source
            if amount.minor > source.left.minor:
                return TooMuch(source.left)
            intent = RefundIntent(
                refund_id=self._site.clock.new_id(),
                attempt_id=attempt_id,
                session_id=source.session_id,
                lane_id=source.lane_id,
                method=Method.CASH if in_cash else source.method,
                amount=amount,
            )
            order = Order(intent, cause, reason, word)
            begun = self._begin(unit, order, source)
        self._afterwards(intent, begun)
        return begun

    def _begin(self, unit: Transaction, order: Order, source: _Source) -> Answer:
        """The intent and, where it is in our own hands, all of it."""
        intent, counter = order.intent, self._counter
        here = self._site.here(intent.lane_id or None, intent.session_id, counter.actor)
        done = RefundBegun(intent.refund_id, Progress.DONE)
        match intent.method:
            case Method.CASH:
                shift = drawer.running_shift(self._site, unit, here)
                if shift is None:
                    return NoShift()
                pieces = drawer.outward(unit, shift.shift_id, intent.amount)
                if isinstance(pieces, DrawerShort):
                    return pieces
                self._refunds.from_drawer(unit, order, here, shift.shift_id, pieces)
                return RefundBegun(intent.refund_id, Progress.DONE, pieces)
            case Method.WALLET:
                pass_ = unit.passes.by_code(source.reference)
                if pass_ is None:
                    return Nobody()
                self._refunds.onto_pass(unit, order, here, pass_.pass_id)
                return done
            case Method.VOUCHER:
                voucher = self._refunds.on_paper(unit, order, here)
                return RefundBegun(intent.refund_id, Progress.DONE, voucher=voucher)
            case Method.CARD | Method.UPI:
                if not self._refunds.can(intent.method, intent.lane_id):
                    return Nobody()
                self._refunds.start(unit, order, here)
                return RefundBegun(intent.refund_id, Progress.RUNNING)

    def _afterwards(self, intent: RefundIntent, begun: Answer) -> None:
        """What follows the commit: the provider, the drawer, the lane where the car stands."""
        if not isinstance(begun, RefundBegun):
            return
        if begun.progress is Progress.RUNNING:
            self._refunds.ask(intent)
        elif intent.method is Method.CASH:
            self._counter.paperwork(intent.session_id).kick_drawer()
        if begun.progress is Progress.DONE and self._counter.lane_of(intent.session_id):
            self._counter.announce(intent.session_id)

    def _behind(self, unit: Transaction, text: str) -> tuple[str, str] | Refusal:
        """The session (or pass) and its code behind a ticket, a pass, a code or a receipt."""
        series, _, number = text.strip().rpartition("-")
        if series == self._site.settings.booth.id and number.isdecimal():
            document = unit.payments.document(int(number))
            if document is None:
                return Refusal.UNKNOWN
            return document.session_id, _code_of(unit, document.session_id)
        paper = read_payload(text, self._site.keyring, self._site.settings.facility.id)
        if isinstance(paper, Refusal) and paper is not Refusal.UNREADABLE:
            return paper
        code = check_code(text) if isinstance(paper, Refusal) else getattr(paper, "code", None)
        if not code:
            return Refusal.UNREADABLE
        if session := unit.sessions.by_code(code):
            return session.session_id, session.code
        if pass_ := unit.passes.by_code(code):
            return pass_.pass_id, pass_.code
        return Refusal.UNKNOWN

    def _word_for(
        self, attempt_id: str, amount: Money, cause: RefundCause, second: Second | None
    ) -> str | SecondNeeded | SecondRefused | None:
        """The second person's id where one is needed: small parts of much count together."""
        with self._site.store.read() as unit:
            before = unit.refunds.refunded_minor(attempt_id)
        together = Money(before + amount.minor, amount.currency)
        return self._counter.word_for(together, _RIGHTS[cause], second)


def _source(unit: Transaction, attempt_id: str, cause: RefundCause) -> _Source | Refusal:
    attempt = unit.payments.attempt(attempt_id)
    if attempt is None:
        return Refusal.UNKNOWN
    intent = attempt.intent
    wanted = AttemptState.ORPHANED if cause is RefundCause.ORPHAN else AttemptState.PAID
    if attempt.state is not wanted:
        return Refusal.NOT_ACCEPTED
    paid = unit.payments.of_session(intent.session_id)
    reference = next((each.reference for each in paid if each.attempt_id == attempt_id), "")
    left = _left(unit, attempt_id, intent.amount)
    return _Source(intent.session_id, intent.lane_id, intent.method, left, reference)


def _left(unit: Transaction, attempt_id: str, amount: Money) -> Money:
    return Money(amount.minor - unit.refunds.refunded_minor(attempt_id), amount.currency)


def _code_of(unit: Transaction, session_id: str) -> str:
    if session := unit.sessions.find(session_id):
        return session.code
    pass_ = unit.passes.find(session_id)
    return pass_.code if pass_ else ""
