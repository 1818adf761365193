"""What is paid at the counter by card: goods that change hands with their money, or a stay's price.

An order lives in memory from its durable intent to its outcome; what was bought is recorded in the
commit that accepts the money. Money for goods that nobody remembers (the program died in between),
or that cannot be had any more, is never kept: it becomes a refund task. A stay is in the ledger:
money for it is its money, whoever remembers.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from kiosk.domain.counter import at_counter
from kiosk.domain.event import Body, Circumstances
from kiosk.domain.facts import payments
from kiosk.domain.payment import Intent, Outcome, Unknown
from kiosk.domain.session import Session
from kiosk.domain.ticket import Refusal
from kiosk.runtime import drawer, owing
from kiosk.runtime.site import Site
from kiosk.store.payments import Attempt
from kiosk.store.unit import Transaction

NO_ORDER = "no_order"
"""Why such an attempt failed though money moved."""
log = logging.getLogger(__name__)


class Goods(Protocol):
    """What was ordered; both are asked inside the commit that accepts the money."""

    def refused(self, unit: Transaction) -> Refusal | None:
        """Why it cannot be had (any more)."""
        ...

    def hand_over(self, unit: Transaction, here: Circumstances, attempt_id: str) -> None:
        """Record that it changed hands, paid by this attempt."""
        ...


@dataclass(frozen=True, slots=True)
class Order:
    """A price that a provider is asked for. `intent.session_id` names the goods.

    Without `goods` it is a stay, whose price was shown as of `shown_at`. `told` hears its attempt's
    id (on the provider's thread) whenever there is news; the ledger says which.
    """

    intent: Intent
    actor: str
    told: Callable[[str], None]
    goods: Goods | None = None
    shown_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The money is being asked for at this lane's device, or the counter's own (`counter`).

    In `doubt` it may have moved.
    """

    attempt_id: str
    lane_id: str
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class NotPaid:
    """Certainly no money moved (declined, cancelled, `busy`, `no_terminal`); nothing was sold."""

    reason: str


@dataclass(frozen=True, slots=True)
class MoneyBack:
    """Money came for what cannot be had any more: a refund task says so."""


class Orders:
    """Every order without an outcome. Placed on the desk's thread, heard of on the providers'."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._placed: dict[str, Order] = {}
        self._doubtful: set[str] = set()

    def place(self, order: Order, *, doubtful: bool = False) -> None:
        """Remember it; its intent is durable. `doubtful`: an earlier run asked, and went away."""
        self._placed[order.intent.attempt_id] = order
        if doubtful:
            self._doubtful.add(order.intent.attempt_id)

    def knows(self, attempt_id: str) -> bool:
        """Whether it was placed, and has no outcome yet."""
        return attempt_id in self._placed

    def doubtful(self) -> tuple[str, ...]:
        """The attempts whose money may have moved: somebody must ask again."""
        return tuple(self._doubtful)

    def book(self, unit: Transaction, attempt: Attempt, body: Body, here: Circumstances) -> None:
        """Record what became of an attempt: of a lane's as it is, of an order with its goods."""
        intent = attempt.intent
        order = self._placed.get(intent.attempt_id)
        session = unit.sessions.find(intent.session_id)
        of_a_lane = session is not None and not at_counter(intent.lane_id)
        if of_a_lane or not isinstance(body, payments.PaymentSucceeded):
            unit.record(body, here)
            return
        here = here if order is None else replace(here, actor=order.actor)
        if session is not None:
            shown_at = order.shown_at if order is not None else None
            self._paid(unit, session, shown_at or attempt.started_at, body, here)
        elif order is None or order.goods is None or order.goods.refused(unit) is not None:
            self._give_up(unit, intent, here)
        else:
            unit.record(replace(body, shift_id=drawer.current_shift(unit)), here)
            order.goods.hand_over(unit, here, intent.attempt_id)

    def tell(self, outcome: Outcome) -> None:
        """After the commit: tell whoever placed it. A doubt leaves it open."""
        attempt_id = outcome.attempt_id
        if isinstance(outcome, Unknown):
            order = self._placed.get(attempt_id)
            if order is not None:
                self._doubtful.add(attempt_id)
        else:
            order = self._placed.pop(attempt_id, None)
            self._doubtful.discard(attempt_id)
        if order is not None:
            order.told(attempt_id)

    def _paid(
        self,
        unit: Transaction,
        session: Session,
        shown_at: datetime,
        body: payments.PaymentSucceeded,
        here: Circumstances,
    ) -> None:
        """A stay's price, or a part of it: only who has paid all may take time to leave.

        All is what was due when the price was shown, though it may have grown since.
        """
        debt = owing.open_debt(unit, session)
        due = self._site.stay(unit, session, shown_at).due
        graced = debt is None and body.amount.minor >= due.minor
        leave_by_at = body.leave_by_at if graced else session.entered_at
        shift_id = drawer.current_shift(unit)
        unit.record(replace(body, leave_by_at=leave_by_at, shift_id=shift_id), here)
        if debt is not None:
            settled = min(body.amount, debt.left, key=lambda money: money.minor)
            unit.record(payments.DebtSettled(session.session_id, settled, body.attempt_id), here)

    def _give_up(self, unit: Transaction, intent: Intent, here: Circumstances) -> None:
        """The money must go back: for the ledger it came for an attempt that had been given up."""
        log.error("money came for an order that cannot be filled: %s", intent.attempt_id)
        name, subject = intent.attempt_id, intent.session_id
        unit.record(payments.PaymentFailed(name, subject, NO_ORDER), here)
        unit.record(payments.PaymentOrphaned(name, subject, intent.amount), here)
