"""What a movement means for the ledger. Entry and exit share one passage and differ here alone."""

from __future__ import annotations

from kiosk.domain.event import Body
from kiosk.domain.facts import bookings, lanes, stays
from kiosk.domain.session import Admission
from kiosk.domain.signals import LaneKind
from kiosk.lane import effects as do
from kiosk.lane.state import Pass

Effects = tuple[do.Effect, ...]


def completed(kind: LaneKind, going: Pass) -> tuple[Body, ...]:
    """The loops proved that the car drove through."""
    if going.counted:
        return ()
    session_id = going.session_id
    passed = lanes.PassageCompleted(session_id)
    if session_id is None:
        return (passed,)
    booking_id = _booking_of(going)
    if kind is LaneKind.ENTRY:
        entered = (stays.SessionActivated(session_id), passed)
        if booking_id is None:
            return entered
        return (*entered, bookings.BookingActivated(booking_id, session_id))
    ended = (stays.SessionEnded(session_id), passed)
    if booking_id is None:
        return ended
    return (*ended, bookings.BookingCompleted(booking_id, session_id))


def turned_back(kind: LaneKind, going: Pass, *, here: bool = False) -> tuple[Body, ...]:
    """The car left backwards; or, when nobody could see it for a while, it may have.

    `here`: a car stands on A, and after a blind while nobody knows whether it is that one.
    """
    session_id = going.session_id
    if session_id is None or going.counted:
        return ()
    if going.blind:
        return unseen(kind, session_id, here=here)
    if kind is LaneKind.EXIT:
        return (stays.ExitAbandoned(session_id, late=going.nosed),)
    if going.admission is None:
        return (stays.SessionBackedOut(session_id, late=going.nosed),)
    return withdrawn(going.admission, "backed_out", late=going.nosed)


def unseen(kind: LaneKind, session_id: str, *, here: bool = False) -> tuple[Body, ...]:
    """The car is gone and no loop saw which way.

    An exit is assumed (soft, an exception). An entry only asks for a look: the ticket stays valid
    and proves the entry itself once it shows up at an exit.
    """
    flagged = stays.SessionFlagged(session_id, "passage_unseen")
    if kind is LaneKind.ENTRY or here:
        return (flagged,)
    return (stays.SessionEnded(session_id, assumed=True), flagged)


def withdrawn(admission: Admission, reason: str, *, late: bool = False) -> tuple[Body, ...]:
    """This admission never happened; its paper is dead."""
    backed_out = stays.SessionBackedOut(admission.session_id, late)
    if admission.ticket is None:
        return (backed_out,)
    return (backed_out, stays.TicketVoided(admission.ticket.code, reason))


def recorded(bodies: tuple[Body, ...], session_id: str | None) -> Effects:
    """One commit for all of them; no commit for none."""
    return (do.Record(bodies, session_id),) if bodies else ()


def _booking_of(going: Pass) -> str | None:
    if going.admission is not None:
        return going.admission.booking_id
    return going.stay.booking_id if going.stay is not None else going.booking_id
