"""What people with a PIN order, at an entry and at an exit alike. Every order names who and why.

An order is a person's own authority: it is written down under their name and then obeyed, but
never against a fire, and never by sending a pulse to a board that is not there.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.event import Body
from kiosk.domain.facts import lanes, payments, stays
from kiosk.domain.signals import Device, Input, LaneKind
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane import ledger, passage
from kiosk.lane.moves import Step, answered, go, ordered, rest, ring, waiting
from kiosk.lane.rules import Rules
from kiosk.lane.state import (
    Armed,
    Closing,
    Idle,
    Lane,
    Opening,
    OutOfService,
    Pass,
    Passing,
    Paying,
    Printing,
    Taking,
    Unsettled,
    Waiting,
)
from kiosk.lane.subject import admission_of, pass_of, settle_later, stay_of

ATTENDANT = "attendant"
UNRECORDED = "attendant_unrecorded"
"""A manual opening at an exit whose disk is broken: it opens even if it cannot be written."""


def step(lane: Lane, event: ev.Event, _rules: Rules) -> Step | None:
    """Obey, or call for a person; None for what is no order."""
    match event:
        case ev.HelpTapped() | ev.InputChanged(Input.HELP_BUTTON, _):
            return ring(lane, "help") if not lane.calling else (lane, ())
        case ev.HelpAnswered(by):
            return _answer(lane, by)
        case ev.ManualOpenOrdered(by):
            return _open(lane, by) if Device.BOARD not in lane.missing else (lane, ())
        case ev.KeepOpenOrdered(by, on):
            return _keep_open(lane, by, on=on)
        case ev.ModeOrdered(by, mode):
            set_mode = ordered(by, lanes.LaneModeSet(mode, by.reason))
            return replace(lane, mode=mode), (set_mode,)
        case ev.PresenceForced(by):
            return _force_presence(lane, by)
        case ev.LaneResetOrdered(by):
            return _reset(lane, by)
        case ev.ReissueOrdered(by, code):
            return lane, (do.ReissueTicket(code, by.actor, by.reason),)
        case ev.TicketReissued(ticket):
            return lane, (do.PrintTicket(ticket),)
        case _:
            return None


def _answer(lane: Lane, by: ev.Authority) -> Step:
    if not lane.calling:
        return lane, ()
    lane, silence = answered(lane)
    return lane, (*silence, ordered(by, lanes.HelpAnswered()))


def _open(lane: Lane, by: ev.Authority) -> Step:
    """Open for one car: the one on its way, the one that stands here, or any."""
    cancel: tuple[do.Effect, ...] = ()
    if isinstance(lane.phase, Paying) and lane.phase.attempt_id is not None:
        cancel = (do.CancelPayment(lane.phase.attempt_id),)
    bodies: tuple[Body, ...] = (lanes.ManualOpened(by.reason), *_consequences(lane, by))
    if isinstance(lane.phase, OutOfService):
        bodies = (*bodies, lanes.LaneReturnedToService(ATTENDANT))
    match lane.phase:
        case Waiting("store") if lane.kind is LaneKind.EXIT:
            going = _whom(lane, UNRECORDED)
        case _:
            going = _whom(lane, ATTENDANT)
    lane, silence = answered(settle_later(lane))
    lane, effects = passage.open_for(lane, going, *bodies, actor=by.actor, forced=True)
    return lane, (*effects, *cancel, *silence)


def _whom(lane: Lane, cause: str) -> Pass:
    if going := pass_of(lane.phase):
        return replace(going, tries=1)
    if admission := admission_of(lane.phase):
        return Pass(admission.session_id, cause, admission)
    if stay := stay_of(lane.phase):
        return Pass(stay.session_id, cause, stay=stay)
    return Pass(None, cause)


def _consequences(lane: Lane, by: ev.Authority) -> tuple[Body, ...]:
    """A stay that is let go unpaid is owed; where money may be moving, a person must look."""
    stay = stay_of(lane.phase)
    if stay is None:
        return ()
    authorised = stays.ExitAuthorised(stay.session_id, ATTENDANT)
    if isinstance(lane.phase, Paying | Unsettled):
        return (authorised, stays.SessionFlagged(stay.session_id, "unsettled"))
    if stay.due.minor <= 0:
        return (authorised,)
    owed = payments.AmountOwed(stay.session_id, stay.due, "manual_open", by.reason)
    return (owed, authorised)


def _keep_open(lane: Lane, by: ev.Authority, *, on: bool) -> Step:
    effects = (ordered(by, lanes.KeepOpenSet(on, by.reason)), do.KeepOpenBarrier(on))
    lane = replace(lane, keep_open=on)
    if on and isinstance(lane.phase, Closing):
        return rest(lane, *effects)
    if not on and isinstance(lane.phase, Idle | Armed) and not lane.senses.fully_closed:
        return go(lane, Closing(Pass(None, passage.KEPT_OPEN, counted=True)), *effects)
    return lane, effects


def _force_presence(lane: Lane, by: ev.Authority) -> Step:
    forced = ordered(by, lanes.PresenceForced(by.reason))
    lane = replace(lane, senses=replace(lane.senses, present=True), against=False)
    phase = waiting(lane) if isinstance(lane.phase, Idle) else lane.phase
    return go(lane, phase, forced)


def _reset(lane: Lane, by: ev.Authority) -> Step:
    """Back to rest. What was half done is undone in the ledger, or flagged where it may be done."""
    bodies: tuple[Body, ...] = (lanes.LaneReset(by.reason),)
    if isinstance(lane.phase, OutOfService):
        bodies = (*bodies, lanes.LaneReturnedToService("reset"))
    match lane.phase:
        case Printing(admission) | Taking(admission):
            bodies = (*bodies, *ledger.withdrawn(admission, "reset"))
        case Opening(going) | Passing(going) | OutOfService(_, Pass() as going):
            if going.session_id is not None and not going.counted:
                bodies = (*bodies, stays.SessionFlagged(going.session_id, "reset"))
        case _:
            pass
    cancel: tuple[do.Effect, ...] = ()
    if isinstance(lane.phase, Paying) and lane.phase.attempt_id is not None:
        cancel = (do.CancelPayment(lane.phase.attempt_id),)
    lane, silence = answered(replace(settle_later(lane), against=False))
    return rest(lane, ordered(by, *bodies), *cancel, *silence)
