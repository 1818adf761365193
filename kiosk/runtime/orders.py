"""What is bought at the counter by card and is no stay: it changes hands with its money, or never.

An order lives in memory from its durable intent to its outcome; what was bought is recorded in the
commit that accepts the money. Money for an order that nobody remembers (the program died in
between), or for what cannot be had any more, is never kept: it becomes a refund task.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from kiosk.domain.event import Body, Circumstances
from kiosk.domain.facts import payments
from kiosk.domain.payment import Intent, Outcome, Unknown
from kiosk.domain.ticket import Refusal
from kiosk.runtime import drawer
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
    """Goods whose price a provider is asked for. `intent.session_id` names the goods.

    `told` hears its attempt's id (on the provider's thread) whenever there is news; the ledger says
    which.
    """

    intent: Intent
    actor: str
    goods: Goods
    told: Callable[[str], None]


class Orders:
    """Every order without an outcome. Placed on the desk's thread, heard of on the providers'."""

    def __init__(self) -> None:
        self._placed: dict[str, Order] = {}
        self._doubtful: set[str] = set()

    def place(self, order: Order) -> None:
        """Remember it; its intent is durable, and nobody has been asked yet."""
        self._placed[order.intent.attempt_id] = order

    def doubtful(self) -> tuple[str, ...]:
        """The attempts of this run whose money may have moved: somebody must ask again."""
        return tuple(self._doubtful)

    def book(self, unit: Transaction, intent: Intent, body: Body, here: Circumstances) -> None:
        """Record what became of an attempt: of a stay as it is, of an order with its goods."""
        if (
            not isinstance(body, payments.PaymentSucceeded)
            or unit.sessions.find(intent.session_id) is not None
        ):
            unit.record(body, here)
            return
        order = self._placed.get(intent.attempt_id)
        if order is None or order.goods.refused(unit) is not None:
            self._give_up(unit, intent, here)
            return
        here = replace(here, actor=order.actor)
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

    def _give_up(self, unit: Transaction, intent: Intent, here: Circumstances) -> None:
        """The money must go back: for the ledger it came for an attempt that had been given up."""
        log.error("money came for an order that cannot be filled: %s", intent.attempt_id)
        name, subject = intent.attempt_id, intent.session_id
        unit.record(payments.PaymentFailed(name, subject, NO_ORDER), here)
        unit.record(payments.PaymentOrphaned(name, subject, intent.amount), here)
