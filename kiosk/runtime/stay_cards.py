"""Cards that pay for stays at the counter: all that is due, or a part of it.

A card is asked: the intent is durable first, and its outcome comes whenever it comes, from another
thread, perhaps to the next run of the program. Until then nobody pays for that stay; once the money
is in the ledger, the boom or an exit pass follows, as after cash.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kiosk.domain.counter import device_place
from kiosk.domain.money import Money
from kiosk.domain.payment import Intent, Method
from kiosk.domain.quote import Stay
from kiosk.domain.staff import Right
from kiosk.runtime import owing
from kiosk.runtime.answers import CardRunning, PriceChanged
from kiosk.runtime.counter import Counter
from kiosk.runtime.orders import Asked, MoneyBack, NotPaid, Order
from kiosk.runtime.till import Till
from kiosk.store.payments import AttemptState


@dataclass(frozen=True, slots=True)
class CardPaid:
    """Paid: the stay as it is now, and what the card paid of it."""

    stay: Stay
    taken: Money


class StayCards:
    """Cards at the counter. Called from the jobs thread only.

    `told` is told the attempt of every news, on any thread; `became` says what the news are.
    """

    def __init__(self, counter: Counter, till: Till) -> None:
        self._counter = counter
        self._site = counter.site
        self._till = till
        self._unannounced: set[str] = set()
        self.told: Callable[[str], None] = lambda _attempt_id: None

    def offered(self) -> bool:
        """Whether a card can be taken at the counter."""
        return self._till.counter_place(Method.CARD) is not None

    def ask(
        self, stay: Stay, part: Money | None = None
    ) -> Asked | NotPaid | PriceChanged | CardRunning:
        """Ask a card for all or a `part` of what is due: the durable intent, then the terminal."""
        self._counter.need(Right.TAKE_MONEY)
        place = self._till.counter_place(Method.CARD)
        if place is None:
            return NotPaid("no_provider")
        amount = owing.at_most(part, stay)
        intent = Intent(self._site.clock.new_id(), stay.session_id, place, Method.CARD, amount)
        order = Order(intent, self._counter.actor, self._news, shown_at=stay.quoted_at)
        self._unannounced.add(intent.attempt_id)
        no = self._till.collect(order, partial(owing.changed, self._site, stay=stay))
        if no is not None:
            self._unannounced.discard(intent.attempt_id)
            return no
        return Asked(intent.attempt_id, device_place(place))

    def became(self, attempt_id: str) -> CardPaid | Asked | NotPaid | MoneyBack:
        """What the ledger knows of a card that was asked; the first to hear of money lets go."""
        with self._site.store.read() as unit:
            attempt = unit.payments.attempt(attempt_id)
        if attempt is None:
            raise LookupError(f"no attempt {attempt_id!r}, and yet it was begun")
        intent = attempt.intent
        match attempt.state:
            case AttemptState.OPEN | AttemptState.UNKNOWN:
                doubt = attempt_id in self._till.orders.doubtful()
                return Asked(attempt_id, device_place(intent.lane_id), doubt)
            case AttemptState.PAID:
                return CardPaid(self._after(attempt_id, intent.session_id), intent.amount)
            case AttemptState.FAILED:
                self._unannounced.discard(attempt_id)
                return NotPaid(attempt.reason)
            case AttemptState.ORPHANED:
                return MoneyBack()

    def give_up(self, attempt_id: str) -> None:
        """Wish that a card is no longer asked; its outcome decides."""
        self._till.cancel(attempt_id)

    def take_up(self) -> None:
        """Wait again for what an earlier run of the program asked cards for."""
        with self._site.store.read() as unit:
            stays = [
                each.intent
                for each in self._till.left_over(unit)
                if unit.sessions.find(each.intent.session_id) is not None
            ]
        for intent in stays:
            self._unannounced.add(intent.attempt_id)
            self._till.orders.place(Order(intent, "booth", self._news), doubtful=True)

    def _news(self, attempt_id: str) -> None:
        self.told(attempt_id)

    def _after(self, attempt_id: str, session_id: str) -> Stay:
        """The stay with this money; once, its lane or an exit pass goes by it."""
        if attempt_id in self._unannounced:
            self._unannounced.discard(attempt_id)
            return self._counter.money_came(session_id)
        return self._counter.shown(session_id)
