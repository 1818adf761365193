"""Fire: every lane opens and stays open, whatever it was doing, until a person ends it.

The boom goes up before anything is written: safety beats the ledger, and a broken disk must not
keep anybody in.
"""

from __future__ import annotations

from kiosk.domain.event import Body
from kiosk.domain.facts import lanes, stays
from kiosk.domain.signals import Input, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.moves import Step, answered, go, ordered, rest
from kiosk.lane.rules import Rules
from kiosk.lane.state import Closing, Evacuating, Lane, Pass, Paying
from kiosk.lane.subject import session_of, settle_later

FIRE = ev.InputChanged(Input.FIRE, Level.ON)
ENDED = "evacuation"


def step(lane: Lane, event: ev.Event, _rules: Rules) -> Step | None:
    """Begin, hold or end an evacuation; nothing else counts while it lasts."""
    if isinstance(lane.phase, Evacuating):
        return _evacuating(lane, event)
    if event == FIRE:
        return _begin(lane, do.SpreadEvacuation())
    if isinstance(event, ev.EvacuationSignalled):
        return _begin(lane)
    return None


def _begin(lane: Lane, *spread: do.Effect) -> Step:
    session_id = session_of(lane.phase)
    facts: tuple[Body, ...] = (lanes.EvacuationStarted(),)
    if session_id is not None:
        facts = (*facts, stays.SessionFlagged(session_id, ENDED))
    cancel: tuple[do.Effect, ...] = ()
    if isinstance(lane.phase, Paying) and lane.phase.attempt_id is not None:
        cancel = (do.CancelPayment(lane.phase.attempt_id),)
    lane = settle_later(lane)
    record = do.Record(facts, session_id)
    return go(lane, Evacuating(), do.KeepOpenBarrier(True), *spread, *cancel, record)


def _evacuating(lane: Lane, event: ev.Event) -> Step | None:
    match event:
        case ev.EvacuationEnded(by) if lane.senses.fire is not Level.ON:
            lane, silence = answered(lane)
            ended = ordered(by, lanes.EvacuationEnded(by.reason))
            if lane.keep_open:
                return rest(lane, ended, *silence)
            last = Closing(Pass(None, ENDED, counted=True))
            return go(lane, last, ended, do.KeepOpenBarrier(False), *silence)
        case ev.PaymentReported() | ev.TimerFired() | ev.HelpAnswered() | ev.ReissueOrdered():
            return None
        case ev.ClockDoubted() | ev.TicketReissued():
            return None
        case _:
            return lane, ()
