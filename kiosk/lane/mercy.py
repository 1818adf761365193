"""How a car leaves without paying: a person's word, or the release time when nobody can help.

Each of these writes what is owed, then prints how to pay it, then opens.
"""

from __future__ import annotations

from kiosk.domain.event import Body
from kiosk.domain.facts import payments, stays
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Device
from kiosk.lane import clocks, passage, policy
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.moves import Step, go
from kiosk.lane.rules import Rules
from kiosk.lane.state import (
    Armed,
    CashWanted,
    Checking,
    Lane,
    Pass,
    Paying,
    Quoted,
    Refused,
    Unsettled,
    Waiting,
)
from kiosk.lane.subject import stay_of

IOU = "iou"
LOST = "lost"
RELEASED = "released"
OWED_BY = {"nil": "nil_exit", IOU: IOU}
"""The word of an exit's cause in the list of what is owed."""


def step(lane: Lane, event: ev.Event, _rules: Rules) -> Step | None:
    """The orders and the clock that let a car go."""
    match event:
        case ev.TimerFired(clocks.RELEASE):
            return _release(lane)
        case ev.NilExitOrdered(by) if stay := _may_go(lane):
            return _let_go(lane, stay, "nil", by)
        case ev.IouOrdered(by) if stay := _may_go(lane):
            return _let_go(lane, stay, IOU, by)
        case ev.LostTicketOrdered(by, fee, session_id, entered_at):
            lost = do.DeclareLost(
                by.actor, by.reason, fee, session_id, entered_at, by.second_person
            )
            return _declare(lane, lost)
        case _:
            return None


def _may_go(lane: Lane) -> Stay | None:
    """The stay a person may let go: known, here, and with no attempt running beside it."""
    if Device.BOARD in lane.missing or isinstance(lane.phase, Paying):
        return None
    return stay_of(lane.phase)


def _let_go(lane: Lane, stay: Stay, cause: str, by: ev.Authority) -> Step:
    owed = payments.AmountOwed(stay.session_id, stay.due, OWED_BY[cause], by.reason)
    authorised = stays.ExitAuthorised(stay.session_id, cause)
    bodies: tuple[Body, ...] = (owed, authorised) if stay.due.minor > 0 else (authorised,)
    if isinstance(lane.phase, Unsettled):
        bodies = (authorised, stays.SessionFlagged(stay.session_id, "unsettled"))
    paper = (do.PrintSlip(stay.session_id, stay, cause),) if cause == IOU else ()
    going = Pass(stay.session_id, cause, stay=stay)
    return passage.open_for(lane, going, *bodies, paper=paper, actor=by.actor, forced=True)


def _release(lane: Lane) -> Step:
    """Nobody answered in time. Who is known gets a slip with what is owed; others are counted."""
    stay = stay_of(lane.phase)
    if stay is None:
        return passage.open_for(lane, Pass(None, RELEASED))
    present = policy.causes(lane)
    owed = payments.AmountOwed(stay.session_id, stay.due, RELEASED, present[0] if present else "")
    authorised = stays.ExitAuthorised(stay.session_id, RELEASED)
    why = "unsettled" if isinstance(lane.phase, Unsettled) else RELEASED
    slip = do.PrintSlip(stay.session_id, stay, why)
    going = Pass(stay.session_id, RELEASED, stay=stay)
    return passage.open_for(lane, going, owed, authorised, paper=(slip,))


def stands_here(lane: Lane) -> bool:
    """Whether a car is here whose driver may say that its ticket is lost: nothing is under way."""
    return isinstance(lane.phase, Armed | Refused | Quoted | CashWanted | Waiting)


def _declare(lane: Lane, lost: do.DeclareLost) -> Step:
    """The driver here has no ticket: the ledger blocks the lost one and prices what is proven."""
    return go(lane, Checking(LOST), lost) if stands_here(lane) else (lane, ())
