"""From a priced stay to an open boom: free, in grace and paid go the same way."""

from __future__ import annotations

from kiosk.domain.facts import stays
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Device
from kiosk.lane import passage
from kiosk.lane.moves import Step, go, ring
from kiosk.lane.state import Lane, Pass, Quoted, Unsettled, Waiting
from kiosk.lane.subject import open_attempt


def price(lane: Lane, stay: Stay) -> Step:
    """Show what is due, or go on by itself if nothing is.

    A stay whose last payment has no known outcome is not priced again: it might be paid twice.
    """
    if stay.due.minor <= 0:
        return release(lane, stay, _cause(stay))
    if (attempt_id := open_attempt(lane, stay.session_id)) is not None:
        lane, ringing = ring(lane, "unsettled")
        return go(lane, Unsettled(stay, attempt_id), *ringing)
    return go(lane, Quoted(stay))


def release(lane: Lane, stay: Stay, cause: str) -> Step:
    """Authorise the exit and open; without a board only a person's hand can."""
    if Device.BOARD in lane.missing:
        lane, ringing = ring(lane, passage.BOARD)
        return go(lane, Waiting(passage.BOARD, stay), *ringing)
    authorised = stays.ExitAuthorised(stay.session_id, cause)
    return passage.open_for(lane, Pass(stay.session_id, cause, stay=stay), authorised)


def _cause(stay: Stay) -> str:
    if stay.leave_by_at is not None:
        return "grace"
    return "paid" if stay.paid else "free"
