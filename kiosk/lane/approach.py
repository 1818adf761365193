"""Who comes to the station and who leaves it, and what moves although nothing was authorised.

Both lanes share this: it is asked last, so a phase that means more by an event has already said so.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.event import Body
from kiosk.domain.facts import lanes
from kiosk.domain.signals import Device, Input, Level
from kiosk.lane import clocks, passage
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.moves import Step, go, out_of_service, rest, ring, waiting
from kiosk.lane.passage import KEPT_OPEN, OFF_A, ONTO_A, ONTO_B
from kiosk.lane.rules import Rules
from kiosk.lane.senses import DOUBTED, watched
from kiosk.lane.state import (
    Armed,
    CashWanted,
    Checking,
    Idle,
    Lane,
    OutOfService,
    Pass,
    Passing,
    Quoted,
    Refused,
    Unsettled,
    Waiting,
)

DETACHED = ev.InputChanged(Input.BOOM_DETACHED, Level.ON)
ATTACHED = ev.InputChanged(Input.BOOM_DETACHED, Level.OFF)


def step(lane: Lane, event: ev.Event, _rules: Rules) -> Step | None:
    """What the loops, the clocks and the board mean when no phase had more to say."""
    match event:
        case ev.TimerFired(name) if name in DOUBTED:
            return (lane, ()) if lane.calling else ring(lane, "loop_stuck")
        case ev.TimerFired(clocks.NOISE):
            counted = do.Record((lanes.NoiseCounted(lane.flickers),))
            return replace(lane, flickers=0), (counted,)
        case ev.TimerFired(clocks.AGAINST):
            return replace(lane, against=False), ()
        case _:
            return _in_phase(lane, event)


def lost_sight(event: ev.Event) -> bool:
    """Whether from now on nobody can tell this driver from the next one."""
    match event:
        case ev.DeviceChanged(Device.BOARD, ready=False):
            return True
        case ev.InputChanged(Input.APPROACH, Level.UNKNOWN):
            return True
        case _:
            return False


def left(lane: Lane, *bodies: Body, session_id: str | None = None) -> Step:
    """The car is off A. Onto B without being let is an alarm; away is only a statistic.

    `bodies` are the facts of what it leaves behind, in the same commit; if there are any, nobody
    merely drove up and away.
    """
    if lane.senses.safety is Level.ON:
        lane, ringing = ring(lane, "unauthorised")
        alarm = do.Record((*bodies, lanes.PassageUnauthorised()), session_id)
        return lane, (alarm, *ringing)
    return lane, (do.Record(bodies or (lanes.ApproachAbandoned(),), session_id),)


def _in_phase(lane: Lane, event: ev.Event) -> Step | None:
    match lane.phase:
        case Idle():
            return _idle(lane, event)
        case OutOfService(reason):
            return _out_of_service(lane, reason, event)
        case Armed() | Checking() | Refused() | Quoted() | CashWanted() | Waiting():
            return _at_station(lane, event)
        case Unsettled() if event == OFF_A:
            lane, effects = left(lane)
            return rest(lane, *effects)
        case Unsettled() if lost_sight(event):
            return rest(lane)
        case _:
            return _stray(lane) if event == ONTO_B else None


def _idle(lane: Lane, event: ev.Event) -> Step | None:
    match event:
        case ev.InputChanged() if event == ONTO_A and lane.against:
            lane, ringing = ring(lane, "wrong_way")
            return lane, (do.Record((lanes.WrongWayDetected(),)), *ringing)
        case ev.InputChanged() if event == ONTO_B:
            return _onto_b(lane)
        case ev.InputChanged() if event == DETACHED:
            return out_of_service(lane, OutOfService("boom_detached"))
        case ev.InputChanged(Input.APPROACH | Input.SAFETY) | ev.DeviceChanged(Device.BOARD):
            return go(lane, waiting(lane))
        case _:
            return None


def _out_of_service(lane: Lane, reason: str, event: ev.Event) -> Step | None:
    """What ends it by itself; everything else a person ends."""
    closed = reason in ("boom_up", "boom_up_at_start") and passage.came_down(lane, event)
    mended = reason == "boom_detached" and event == ATTACHED
    if closed or mended:
        ended_by = "boom_closed" if closed else "boom_attached"
        returned = do.Record((lanes.LaneReturnedToService(ended_by),))
        return rest(lane, returned)
    if event == ONTO_B:
        return lane, (do.Record((lanes.PassageUnauthorised(),)),)
    return None


def _at_station(lane: Lane, event: ev.Event) -> Step | None:
    match event:
        case ev.InputChanged() if event == OFF_A:
            lane, effects = left(lane)
            return rest(lane, *effects)
        case ev.InputChanged() if event == ONTO_B:
            return _onto_b(lane)
        case ev.InputChanged() if event == DETACHED:
            return out_of_service(lane, OutOfService("boom_detached"))
        case _ if lost_sight(event):
            return rest(lane)  # whoever stands here later may be somebody else
        case ev.TimerFired(clocks.IDLE) if isinstance(lane.phase, Armed | Quoted):
            return go(lane, replace(lane.phase, still_there=True))
        case ev.TimerFired(clocks.STILL_THERE) if isinstance(lane.phase, Armed):
            return rest(lane)  # a car only vouched for is given up here, one on loop A is not
        case ev.TimerFired(clocks.STILL_THERE | clocks.REFUSED | clocks.CHECK):
            return go(lane, waiting(lane))
        case ev.BackTapped() | ev.MoreTimeTapped() if isinstance(lane.phase, Armed | Refused):
            return go(lane, waiting(lane))
        case _:
            return None


def _onto_b(lane: Lane) -> Step:
    """B is covered although nothing was authorised: what the boom says tells what it is."""
    if lane.keep_open:
        return go(lane, Passing(watched(Pass(None, KEPT_OPEN), lane)))
    if lane.senses.boom_closed is Level.OFF:
        return passage.follow(lane)
    return _stray(lane)


def _stray(lane: Lane) -> Step:
    """A long bonnet may reach B from the station; without a car there it is an alarm at once."""
    if lane.senses.car_waiting:
        return lane, ()
    lane, ringing = ring(replace(lane, against=True), "unauthorised")
    return lane, (do.Record((lanes.PassageUnauthorised(),)), *ringing)
