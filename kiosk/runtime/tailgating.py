"""Cars that followed another one: a person gives each its stay, and the exception is closed by it.

In: a stay begins when the car was seen, and its driver gets a ticket. Out: the stay that left with
it ends when it was seen, and owes what it had not paid.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.config.settings import LaneAt
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import bookings, booth, lanes, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.session import Session, SessionState
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.runtime import holders
from kiosk.runtime.answers import CardRunning
from kiosk.runtime.counter import Counter
from kiosk.runtime.lost_tickets import begin_unproven, not_inside
from kiosk.runtime.seeking import stays_near
from kiosk.store.exceptions import OpenException
from kiosk.store.unit import Transaction

TAILGATED = "tailgated"
"""Why a car owes that followed another one out."""
CAUSE = "lane.tailgate_detected"


@dataclass(frozen=True, slots=True)
class TicketGiven:
    """The car has a stay since it came in; `printed` is false where the ticket has no paper."""

    code: str
    printed: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """The stay is over since the car was seen, and owes this (nothing, where it was paid)."""

    owed: Money


@dataclass(frozen=True, slots=True)
class NoTailgate:
    """Nothing waits there any more: somebody was faster, or its lane is none of this booth's."""


class TailgateDesk:
    """Tailgates at the counter."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    def stays_near(
        self, event_id: str, came_at: datetime | None = None
    ) -> tuple[tuple[Session, Stay], ...] | NoTailgate:
        """Stays that may have left with this tailgate, priced as of then, nearest to `came_at`."""
        self._counter.need(Right.LOST_TICKET)
        with self._site.store.read() as unit:
            found = self._open(unit, event_id, LaneKind.EXIT)
            if found is None:
                return NoTailgate()
            then = found[0].occurred_at
            return stays_near(self._site, unit, came_at or then, then)

    def let_in(self, event_id: str, reason: str) -> TicketGiven | NoTailgate:
        """Give the car that followed another one in a stay since then, and a ticket."""
        self._counter.need(Right.LOST_TICKET)
        with self._site.store.write() as unit:
            found = self._open(unit, event_id, LaneKind.ENTRY)
            if found is None:
                return NoTailgate()
            seen, at = found
            session_id = self._site.clock.new_id()
            here = self._here(seen, session_id)
            ticket = begin_unproven(self._site, unit, at, here, seen.occurred_at)
            unit.record(stays.SessionActivated(session_id, seen.occurred_at), here)
            self._accept(unit, seen, session_id, reason, here)
        failed = tuple(self._counter.paperwork().print_ticket(ticket))  # its own lane is far away
        return TicketGiven(ticket.code, printed=not failed)

    def let_out(
        self, event_id: str, session_id: str, reason: str
    ) -> Gone | CardRunning | NoTailgate | Refusal:
        """Say which stay left behind another car; what it had not paid then is owed."""
        self._counter.need(Right.LOST_TICKET)
        with self._site.store.write() as unit:
            found = self._open(unit, event_id, LaneKind.EXIT)
            if found is None:
                return NoTailgate()
            seen, _ = found
            session = unit.sessions.find(session_id)
            refusal = not_inside(unit, session_id)
            if session is None or refusal:
                return refusal or Refusal.UNKNOWN
            if session.state is SessionState.LEAVING or session.entered_at > seen.occurred_at:
                return Refusal.NO_STAY
            if unit.payments.open_attempts(session_id):
                return CardRunning()
            here = self._here(seen, session_id)
            owed = self._site.stay(unit, session, seen.occurred_at).due
            if owed:
                unit.record(payments.AmountOwed(session_id, owed, TAILGATED, reason), here)
            _end(unit, session, seen.occurred_at, here)
            self._accept(unit, seen, session_id, reason, here)
        return Gone(owed)

    def _open(
        self, unit: Transaction, event_id: str, kind: LaneKind
    ) -> tuple[OpenException, LaneAt] | None:
        """The tailgate behind this exception, while nobody has dealt with it, and its lane."""
        found = unit.exceptions.find_open(event_id)
        if found is None or found.cause != CAUSE:
            return None
        lanes_here = self._site.settings.lane
        at = next((at for at in lanes_here if at.id == found.lane_id and at.kind is kind), None)
        return None if at is None else (found, at)

    def _accept(
        self,
        unit: Transaction,
        seen: OpenException,
        session_id: str,
        reason: str,
        here: Circumstances,
    ) -> None:
        unit.record(lanes.TailgateAccepted(session_id, reason), here)
        unit.record(booth.ExceptionClosed(seen.event_id, reason), here)

    def _here(self, seen: OpenException, session_id: str) -> Circumstances:
        """Written down now, of the lane where it happened."""
        return self._site.here(seen.lane_id, session_id, self._counter.actor, forced=True)


def _end(unit: Transaction, session: Session, at: datetime, here: Circumstances) -> None:
    """The car is out since then, and with it what it came in by."""
    ended = stays.SessionEnded(session.session_id, at)
    unit.record(ended, here)
    if session.booking_id is not None:
        completed = bookings.BookingCompleted(session.booking_id, session.session_id)
        unit.record(completed, here)
    pass_ = unit.passes.of_session(session.session_id)
    if pass_ is not None and unit.passes.open_session(pass_.pass_id) is None:
        holders.follow(unit, ended, here)  # a pass that has come in again since stays inside
