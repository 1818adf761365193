"""The few moves every part of an engine makes: go to a phase, come to rest, ring, keep an order.

A move returns the lane and what must be done, so that transitions read as one line each. Timers and
the traffic light are in none of them: `clocks` and `outputs` derive both from the lane itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.event import Body
from kiosk.domain.facts import lanes
from kiosk.domain.signals import Device, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.rules import Rules
from kiosk.lane.state import Armed, Idle, Lane, OutOfService, Phase

Step = tuple[Lane, tuple[do.Effect, ...]]
"""The lane after an event, and what to do now, in this order."""

Handler = Callable[[Lane, ev.Event, Rules], Step | None]
"""One part of an engine; None means: not mine, ask the next."""

OVER_WITH_THE_DRIVER = frozenset(
    {
        "help",
        "cash",
        "limit",
        "printer",
        "stalled",
        "board",
        "centre",
        "gateway",
        "internet",
        "device",
    }
)
"""Calls that end by themselves once their driver is gone. The others wait for a person."""


def go(lane: Lane, phase: Phase, *effects: do.Effect) -> Step:
    """Enter a phase."""
    return replace(lane, phase=phase), effects


def rest(lane: Lane, *effects: do.Effect) -> Step:
    """Where a free lane settles: the next car may already be waiting, or the boom be off."""
    lane, hushed = hush(lane)
    lane = replace(lane, senses=replace(lane.senses, present=False))
    if lane.senses.boom_detached is Level.ON:
        lane, stopped = out_of_service(lane, OutOfService("boom_detached"))
        return lane, (*effects, *hushed, *stopped)
    return go(lane, waiting(lane), *effects, *hushed)


def waiting(lane: Lane) -> Phase:
    """`Armed` if a car stands here that may be served, else `Idle`."""
    served = lane.senses.car_waiting and not lane.against and Device.BOARD not in lane.missing
    return Armed() if served else Idle()


def ring(lane: Lane, cause: str) -> Step:
    """Call a person: ring first, write it down then. A lane rings for one cause at a time."""
    if lane.calling == cause:
        return lane, ()
    called = do.Record((lanes.HelpCalled(cause),))
    return replace(lane, calling=cause), (do.CallAttendant(cause), called)


def hush(lane: Lane) -> Step:
    """Stop ringing for a driver who no longer needs it."""
    if lane.calling not in OVER_WITH_THE_DRIVER:
        return lane, ()
    return replace(lane, calling=""), (do.StopCalling(),)


def answered(lane: Lane) -> Step:
    """Stop ringing whatever the cause: a person is here."""
    if not lane.calling:
        return lane, ()
    return replace(lane, calling=""), (do.StopCalling(),)


def ordered(by: ev.Authority, *bodies: Body, session_id: str | None = None) -> do.Record:
    """What a person ordered, under their name."""
    return do.Record(bodies, session_id, actor=by.actor, forced=True)


def out_of_service(lane: Lane, phase: OutOfService, *bodies: Body) -> Step:
    """Stop serving, in the ledger and in the booth."""
    went = do.Record((*bodies, lanes.LaneWentOutOfService(phase.reason)))
    lane, ringing = ring(lane, phase.reason)
    return go(lane, phase, went, *ringing)
