"""What a lost ticket does to the ledger: the paper is blocked, and the stay is priced without it.

By the stay itself where it was found, by an instant that was proven, or by the house's flat fee.
"""

from __future__ import annotations

from datetime import datetime

from kiosk.config.settings import LaneAt
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import booth, stays
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admittance, SessionState
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal, Ticket
from kiosk.lane import effects as do
from kiosk.runtime.new_tickets import new_ticket
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction

LOST = "lost"


def declare(site: Site, unit: Transaction, at: LaneAt, lost: do.DeclareLost) -> Stay | Refusal:
    """For the car that stands at this lane: it goes by what is priced now, and needs no paper."""
    session_id = lost.session_id or site.clock.new_id()
    here = site.here(at.id, session_id, lost.actor, forced=True)
    if lost.session_id is None:
        begin_unproven(site, unit, at, here, lost.entered_at)
    elif refusal := not_inside(unit, session_id):
        return refusal
    else:
        for code in unit.tickets.good_of(session_id):
            unit.record(stays.TicketBlocked(code, LOST), here)
    return _priced(site, unit, lost, here)


def replace(
    site: Site, unit: Transaction, at: LaneAt, lost: do.DeclareLost
) -> tuple[Stay, Ticket] | Refusal:
    """For a driver on foot: the same, and a new ticket to pay by and to leave with."""
    session_id = lost.session_id or site.clock.new_id()
    here = site.here(at.id, session_id, lost.actor, forced=True)
    if lost.session_id is None:
        ticket = begin_unproven(site, unit, at, here, lost.entered_at)
        return _priced(site, unit, lost, here), ticket
    session = unit.sessions.find(session_id)
    refusal = not_inside(unit, session_id)
    if session is None or refusal:
        return refusal or Refusal.UNKNOWN
    good = unit.tickets.good_of(session_id) or [session.code]
    ticket = _numbered(site, unit, at, session_id, session.entered_at)
    replaced = stays.TicketReplaced(
        good[0], ticket.code, ticket.number, session_id, ticket.payload, lost.reason
    )
    unit.record(replaced, here)
    for code in good[1:]:
        unit.record(stays.TicketBlocked(code, LOST), here)
    return _priced(site, unit, lost, here), ticket


def begin_unproven(
    site: Site,
    unit: Transaction,
    at: LaneAt,
    here: Circumstances,
    entered_at: datetime | None = None,
) -> Ticket:
    """A session for a car whose own nobody can find; its number comes from this lane.

    Without `entered_at` it begins now.
    """
    session_id = str(here.session_id)
    entered_at = entered_at or here.occurred_at
    tariff, version = site.tariff_now(unit, entered_at)
    ticket = _numbered(site, unit, at, session_id, entered_at)
    started = stays.SessionStarted(
        session_id=session_id,
        code=ticket.code,
        admittance=Admittance.ATTENDANT,
        entered_at=entered_at,
        tariff=tariff,
        tariff_version=version,
        vehicle_class="car",
    )
    unit.record(started, here)
    issued = stays.TicketIssued(ticket.code, ticket.number, session_id, entered_at, ticket.payload)
    unit.record(issued, here)
    return ticket


def not_inside(unit: Transaction, session_id: str) -> Refusal | None:
    """Why this stay cannot be somebody's who is here: unknown, or over."""
    session = unit.sessions.find(session_id)
    if session is None:
        return Refusal.UNKNOWN
    over = session.state in (SessionState.ENDED, SessionState.BACKED_OUT)
    return Refusal.ALREADY_USED if over else None


def _numbered(
    site: Site, unit: Transaction, at: LaneAt, session_id: str, issued_at: datetime
) -> Ticket:
    return new_ticket(site, at, unit.tickets.next_number(at.id), session_id, issued_at)


def _priced(site: Site, unit: Transaction, lost: do.DeclareLost, here: Circumstances) -> Stay:
    """Write down what was proven, or the flat fee; then it is a stay like any other."""
    session_id = str(here.session_id)
    if lost.entered_at is not None:
        proven = stays.EntryTimeProven(session_id, lost.entered_at, lost.reason, lost.second_person)
        unit.record(proven, here)
    elif lost.second_person is not None:
        agreed = booth.SecondAgreed(lost.second_person, Right.LOST_TICKET, session_id)
        unit.record(agreed, here)
    if lost.entered_at is None and lost.fee is not None:
        unit.record(stays.FeeFixed(session_id, lost.fee, lost.reason), here)
    session = unit.sessions.find(session_id)
    assert session is not None  # noqa: S101 - known, or begun above
    return site.stay(unit, session, here.occurred_at)
