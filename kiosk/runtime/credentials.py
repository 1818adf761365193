"""Decides what a scanned or typed code may do at a lane. Every no has a name.

Checks in the order of the design: known? blocked? valid now? this lane? already inside? space?
A valid signature alone never opens: the ledger decides. Only when the ledger has never heard of a
ticket that one of our own booths signed does the paper itself tell the stay.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.domain.booking import Booking, BookingState
from kiosk.domain.facts import stays
from kiosk.domain.passes import Pass
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admittance, Session, SessionState
from kiosk.domain.signals import LaneKind
from kiosk.domain.ticket import Refusal, TicketState
from kiosk.lane import events as ev
from kiosk.runtime import holders
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction
from kiosk.wire.ticket import (
    ChangeVoucherPaper,
    EntryTicket,
    ExitPass,
    VoucherPaper,
    check_code,
    read_payload,
)

Answer = holders.Answer

PAPER = "paper"
"""The actor of facts that only a signed paper told us."""
TICKET_SYMBOLS = 7
"""A ticket's short code; a pass's is longer (`wire.codes.secret_code`)."""
LONGEST_CODE = 64
"""Characters of a code that the ledger is asked about; what is longer is not one of ours."""

_TICKET_REFUSALS = {
    TicketState.USED: Refusal.ALREADY_USED,
    TicketState.VOID: Refusal.VOID,
    TicketState.BLOCKED: Refusal.BLOCKED,
}


def look_up(
    site: Site, kind: LaneKind, text: str, lane_id: str | None = None, beside: str | None = None
) -> Answer:
    """Say what `text` (any text at all) may do at a lane of this kind, now.

    `beside` is the session whose price is on the screen: a pass may pay for it.
    """
    now = site.clock.now()
    paper = read_payload(text, site.keyring, site.settings.facility.id)
    if isinstance(paper, Refusal) and paper is not Refusal.UNREADABLE:
        return ev.CredentialRefused(paper)
    if isinstance(paper, VoucherPaper | ChangeVoucherPaper):
        return ev.CredentialRefused(Refusal.TICKET_FIRST)
    code = check_code(text) or text.strip().upper() if isinstance(paper, Refusal) else paper.code
    if not code or len(code) > LONGEST_CODE or not code.isprintable():
        return ev.CredentialRefused(Refusal.UNREADABLE)
    if len(code) > TICKET_SYMBOLS and (pass_ := _pass(site, code)):
        return holders.admit(site, kind, pass_, now, lane_id, beside)
    with site.store.read() as unit:
        answer = _ask_ledger(site, unit, kind, code, now)
    if kind is LaneKind.ENTRY or not _unheard_of(answer):
        return answer
    match paper:
        case EntryTicket():
            return _believe(site, paper, text, now)
        case ExitPass() if now > paper.leave_by_at:
            return ev.CredentialRefused(Refusal.EXPIRED, paper.code)
        case ExitPass():
            return ev.StayFound(_paid_by_paper(site, paper, text, now))
        case _:
            return answer


def _pass(site: Site, code: str) -> Pass | None:
    with site.store.read() as unit:
        return unit.passes.by_code(code)


def _unheard_of(answer: Answer) -> bool:
    return isinstance(answer, ev.CredentialRefused) and answer.refusal is Refusal.UNKNOWN


def _ask_ledger(site: Site, unit: Transaction, kind: LaneKind, code: str, now: datetime) -> Answer:
    ticket = unit.tickets.find(code) if len(code) == TICKET_SYMBOLS else None
    if ticket is None and (booking := unit.bookings.by_code(code)):
        if kind is LaneKind.ENTRY:
            return _may_enter(site, booking, now)
        session = unit.sessions.by_code(code)
        if session is None:
            return ev.CredentialRefused(Refusal.WRONG_LANE, code)
        return _may_leave(site, unit, session, now)
    if ticket is None:
        return ev.CredentialRefused(Refusal.UNKNOWN, code)
    if kind is LaneKind.ENTRY:
        return ev.CredentialRefused(Refusal.WRONG_LANE, code)
    if refusal := _TICKET_REFUSALS.get(ticket.state):
        return ev.CredentialRefused(refusal, code)
    session = unit.sessions.find(ticket.session_id)
    if session is None:
        return ev.CredentialRefused(Refusal.UNKNOWN, code)
    return _may_leave(site, unit, session, now)


def _may_leave(site: Site, unit: Transaction, session: Session, now: datetime) -> Answer:
    if session.state is SessionState.ENDED:
        return ev.CredentialRefused(Refusal.ALREADY_USED, session.code)
    if session.state is SessionState.BACKED_OUT:
        return ev.CredentialRefused(Refusal.VOID, session.code)
    return ev.StayFound(site.stay(unit, session, now))


def _may_enter(site: Site, booking: Booking, now: datetime) -> Answer:
    facility = site.settings.facility
    early = timedelta(minutes=facility.booking_early_minutes)
    late = timedelta(minutes=facility.booking_late_minutes)
    match booking.state:
        case BookingState.CANCELLED | BookingState.NO_SHOW:
            return ev.CredentialRefused(Refusal.CANCELLED, booking.code)
        case BookingState.ACTIVE:
            return ev.CredentialRefused(Refusal.ALREADY_INSIDE, booking.code)
        case BookingState.COMPLETED:
            return ev.CredentialRefused(Refusal.ALREADY_USED, booking.code)
        case BookingState.PENDING:
            return ev.CredentialRefused(Refusal.UNKNOWN, booking.code)
        case BookingState.CONFIRMED:
            pass
    if now < booking.opens_at(early):
        return ev.CredentialRefused(Refusal.TOO_EARLY, booking.code)
    if not booking.admits(now, early, late):
        return ev.CredentialRefused(Refusal.TOO_LATE, booking.code)
    return ev.EntryGranted(Admittance.BOOKING, booking.booking_id)


def _believe(site: Site, paper: EntryTicket, text: str, now: datetime) -> Answer:
    """Write down the stay that only the signed paper knows, flagged for a person to look at.

    A paper whose tariff or vehicle class nobody here can price stays unknown.
    """
    try:
        return ev.StayFound(_known_from_paper(site, paper, text, now))
    except LookupError:
        return ev.CredentialRefused(Refusal.UNKNOWN, paper.code)


def _known_from_paper(site: Site, paper: EntryTicket, text: str, now: datetime) -> Stay:
    with site.store.write() as unit:
        tariff = site.tariff_now(unit, paper.issued_at, paper.tariff)
        session_id = _begun_on_paper(
            site, unit, paper.code, paper.number, text, paper.issued_at, tariff, paper.vehicle_class
        )
        return _stay_of(site, unit, session_id, now)


def _paid_by_paper(site: Site, paper: ExitPass, text: str, now: datetime) -> Stay:
    """A stay that was paid where we cannot look: it owes nothing, and a person is told."""
    with site.store.write() as unit:
        tariff = site.tariff_now(unit, now)
        session_id = _begun_on_paper(site, unit, paper.code, 0, text, now, tariff, "car")
        fixed = stays.FeeFixed(session_id, site.nothing(), "exit_pass")
        unit.record(fixed, site.here(session_id=session_id, actor=PAPER, forced=True))
        return _stay_of(site, unit, session_id, now)


def _begun_on_paper(
    site: Site,
    unit: Transaction,
    code: str,
    number: int,
    text: str,
    entered_at: datetime,
    tariff: tuple[str, int],
    vehicle_class: str,
) -> str:
    """The session and its ticket, so that the same paper is known the next time it shows up."""
    session_id = site.clock.new_id()
    here = site.here(session_id=session_id, actor=PAPER, forced=True)
    unit.record(
        stays.SessionStarted(
            session_id=session_id,
            code=code,
            admittance=Admittance.TICKET,
            entered_at=entered_at,
            tariff=tariff[0],
            tariff_version=tariff[1],
            vehicle_class=vehicle_class,
        ),
        here,
    )
    unit.record(stays.TicketIssued(code, number, session_id, entered_at, text.strip()), here)
    unit.record(stays.SessionActivated(session_id, entered_at), here)
    unit.record(stays.SessionFlagged(session_id, "known_from_paper_only"), here)
    return session_id


def _stay_of(site: Site, unit: Transaction, session_id: str, now: datetime) -> Stay:
    session = unit.sessions.find(session_id)
    assert session is not None  # noqa: S101 - recorded in this very transaction
    return site.stay(unit, session, now)
