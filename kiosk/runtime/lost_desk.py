"""Lost tickets at the counter: find the stay by when the car came, or ask for the flat fee.

The stay that was found, or an instant the driver can prove, may cost less than the flat fee. Above
the house's limit of what is so given up, a second person agrees.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.quote import Quote, Stay
from kiosk.domain.session import Session
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.mercy import stands_here
from kiosk.runtime import lost_tickets
from kiosk.runtime.answers import SecondNeeded, SecondRefused
from kiosk.runtime.counter import Counter
from kiosk.runtime.second import Second
from kiosk.runtime.seeking import BY_PAPER, stays_near
from kiosk.store.unit import Transaction
from kiosk.tariff.visit import CAR, Visit


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of a stay without its ticket: itself, when it began, or nothing (flat fee)."""

    session_id: str | None = None
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What a lost ticket may cost: the flat fee, the price since an instant, that of a stay."""

    fee: Money
    since: Money | None
    stays: tuple[tuple[Session, Stay], ...]


@dataclass(frozen=True, slots=True)
class AtLane:
    """The lane where the car stands was told; the price is shown there."""

    lane_id: str


@dataclass(frozen=True, slots=True)
class NewTicket:
    """A new ticket was handed out to a driver on foot; `printed` is false where it has no paper."""

    stay: Stay
    code: str
    printed: bool


@dataclass(frozen=True, slots=True)
class NoCar:
    """No car stands at that lane, or something is under way there."""


class LostDesk:
    """Lost tickets, on the counter that everything else is on."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    @property
    def fee(self) -> Money:
        """What a lost ticket costs when the stay cannot be proven."""
        facility = self._site.settings.facility
        return Money(facility.lost_ticket_minor, facility.currency)

    def options(self, came_at: datetime | None = None) -> Options:
        """The stays that began nearest to this instant (without one: the last ones), priced."""
        self._counter.need(Right.LOST_TICKET)
        now = self._site.clock.now()
        with self._site.store.read() as unit:
            near = stays_near(self._site, unit, came_at or now, now, BY_PAPER)
            since = None if came_at is None else self._since(unit, came_at, now).total
        return Options(self.fee, since, near)

    def declare(
        self, proof: Proof, lane_id: str, reason: str, second: Second | None = None
    ) -> AtLane | NewTicket | NoCar | SecondNeeded | SecondRefused | Refusal:
        """Block what was lost, and price the stay at this lane; `""` is a driver on foot."""
        self._counter.need(Right.LOST_TICKET)
        if not reason:
            raise ValueError("a lost ticket has a reason")
        runner = self._counter.lanes[lane_id] if lane_id else None
        if runner is not None and not stands_here(runner.state):
            return NoCar()
        given_up = self._given_up(proof)
        if isinstance(given_up, Refusal):
            return given_up
        word = self._counter.word_for(given_up, Right.LOST_TICKET, second)
        if isinstance(word, SecondNeeded | SecondRefused):
            return word
        flat = proof == Proof()
        fee, actor = self.fee if flat else None, self._counter.actor
        if runner is not None:
            by = ev.Authority(actor, reason, word)
            runner.post(ev.LostTicketOrdered(by, fee, proof.session_id, proof.entered_at))
            return AtLane(lane_id)
        lost = do.DeclareLost(actor, reason, fee, proof.session_id, proof.entered_at, word)
        return self._on_foot(lost)

    def _on_foot(self, lost: do.DeclareLost) -> NewTicket | Refusal:
        at = self._counter.nearest_exit()
        with self._site.store.write() as unit:
            replaced = lost_tickets.replace(self._site, unit, at, lost)
        if isinstance(replaced, Refusal):
            return replaced
        stay, ticket = replaced
        failed: Iterable[ev.PrintFailed] = self._counter.papers[at.id].print_ticket(ticket)
        return NewTicket(stay, ticket.code, printed=not tuple(failed))

    def _given_up(self, proof: Proof) -> Money | Refusal:
        """How much less than the flat fee is asked for."""
        now, nothing = self._site.clock.now(), self._site.nothing()
        with self._site.store.read() as unit:
            if proof.session_id is not None:
                refusal = lost_tickets.not_inside(unit, proof.session_id)
                session = unit.sessions.find(proof.session_id)
                if session is None or refusal:
                    return refusal or Refusal.UNKNOWN
                total = self._site.stay(unit, session, now).quote.total
            elif proof.entered_at is not None:
                total = self._since(unit, proof.entered_at, now).total
            else:
                return nothing
        return max(nothing, self.fee - total, key=lambda money: money.minor)

    def _since(self, unit: Transaction, came_at: datetime, now: datetime) -> Quote:
        tariff = self._site.tariff(unit, *self._site.tariff_now(unit, came_at))
        return tariff.price(Visit(entered_at=came_at, left_at=now, vehicle_class=CAR))
