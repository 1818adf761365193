"""Cards that are asked to pay for stays: which of them run, and what became of each.

A card may answer when its stay lies on the counter no more: the ticket of the next driver does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from kiosk.boot.attendant.places import place_name
from kiosk.boot.attendant.road import Road
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.wording import Text
from kiosk.runtime.answers import CardRunning, PriceChanged
from kiosk.runtime.orders import Asked, MoneyBack, NotPaid
from kiosk.runtime.stay_cards import CardPaid
from kiosk.views.charging import Charging

DECLINED = Text("The card was declined. Nothing was charged.")
NOT_PAID = {
    "cancelled": Text("Nothing was charged."),
    "busy": Text("The card terminal is busy with another payment. Try again in a moment."),
    "no_terminal": Text("The card terminal does not answer. Take cash, or try again."),
    "no_provider": Text("No card terminal works here. Take cash."),
}
"""By the provider's word; any other is a card that was declined."""
MONEY_BACK = Text("{price} came too late for that. Give them back (F6).")

Answer = CardPaid | NotPaid | MoneyBack | PriceChanged | CardRunning


@dataclass(frozen=True, slots=True)
class Running:
    """A card that is asked for this stay: its attempt, and what the page says of it."""

    session_id: str
    code: str
    charging: Charging
    attempt_id: str = ""


class CardTaking:
    """The cards of one counter. At most one runs for a stay."""

    def __init__(self, road: Road, became: Callable[[Running, Answer], None]) -> None:
        """`became` hears what came of each."""
        self._road = road
        self._became = became
        self._running: dict[str, Running] = {}
        self._begun: set[str] = set()
        self._ended: set[str] = set()
        road.desk.stay_cards.told = self._told

    def charging(self, session_id: str) -> Charging | None:
        """The card that is asked to pay for this stay."""
        running = self._running.get(session_id)
        return running.charging if running else None

    def take(self, stay: Stay, part: Money | None) -> None:
        """Ask a card; a second wish for the same stay is the second tap of the first."""
        session_id, cards = stay.session_id, self._road.desk.stay_cards
        if session_id in self._running or session_id in self._begun:
            return
        self._begun.add(session_id)
        wanted = Running(session_id, stay.code, Charging(part or stay.due, ""))

        def answered(answer: Asked | NotPaid | PriceChanged | CardRunning) -> None:
            self._begun.discard(session_id)
            if isinstance(answer, Asked):
                self._runs(wanted, answer)
            else:
                self._became(wanted, answer)

        self._road.ask(lambda: cards.ask(stay, part), answered)

    def give_up(self, session_id: str) -> None:
        """Wish that the card of this stay is no longer asked; its terminal decides."""
        running, cards = self._running.get(session_id), self._road.desk.stay_cards
        if running is not None:
            self._road.ask(lambda: cards.give_up(running.attempt_id), lambda _: None)

    def _told(self, attempt_id: str) -> None:
        """There is news of an attempt; on a provider's thread."""
        self._road.post(partial(self._look_at, attempt_id))

    def _look_at(self, attempt_id: str) -> None:
        cards = self._road.desk.stay_cards
        self._road.ask(lambda: cards.became(attempt_id), partial(self._heard, attempt_id))

    def _heard(self, attempt_id: str, answer: CardPaid | Asked | NotPaid | MoneyBack) -> None:
        """Each end is told once; of an earlier run's cards only the money."""
        found = (each for each in self._running.values() if each.attempt_id == attempt_id)
        running = next(found, None)
        if isinstance(answer, Asked):
            if running is not None:
                self._runs(running, answer)
            return
        if attempt_id in self._ended:
            return
        self._ended.add(attempt_id)
        if running is not None:
            del self._running[running.session_id]
            self._became(running, answer)
        elif isinstance(answer, CardPaid):
            stay, charged = answer.stay, Charging(answer.taken, "")
            self._became(Running(stay.session_id, stay.code, charged), answer)

    def _runs(self, running: Running, asked: Asked) -> None:
        place = place_name(self._road.desk.counter.site, asked.lane_id)
        charging = replace(running.charging, place=place, doubt=asked.doubt)
        self._running[running.session_id] = replace(
            running, charging=charging, attempt_id=asked.attempt_id
        )
        self._road.changed()


def not_paid(answer: NotPaid) -> Text:
    """Why a card paid nothing."""
    return NOT_PAID.get(answer.reason, DECLINED)
