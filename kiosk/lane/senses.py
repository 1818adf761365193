"""Folds every event into what the lane knows, before any phase sees it.

A wire's new level counts once it has settled; what flickers back sooner is noise and only counted.
So the phases never see a raw wire: they get an `InputChanged` when, and only when, a level counts.
Danger does not wait: fire counts at once, a covered B forbids closing at once, and so does not
knowing. But that a car has moved is only written down for a loop that was covered long enough.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kiosk.domain.facts import lanes
from kiosk.domain.signals import Device, Input, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.clocks import debounce, stuck
from kiosk.lane.state import Closing, Lane, Opening, OutOfService, Pass, Passing, Senses

EDGES = frozenset({Input.TICKET_BUTTON, Input.HELP_BUTTON, Input.TICKET_TAKEN})
"""Wires of which only the moment counts; they have no level to remember."""
LOOPS = frozenset({Input.APPROACH, Input.SAFETY, Input.DEPARTURE})
SETTLES = LOOPS | {Input.FIRE, Input.BOOM_DETACHED}
"""Wires that bounce and must hold a level for a while; limit switches count at once."""
DOUBTED = tuple(stuck(wire) for wire in (Input.APPROACH, Input.SAFETY))
UNSEEN = Senses(
    boom_detached=Level.UNKNOWN,
    fire=Level.UNKNOWN,
    on_battery=Level.UNKNOWN,
    door_open=Level.UNKNOWN,
)

_DEBOUNCES = {debounce(wire): wire for wire in SETTLES}


def level_of(senses: Senses, wire: Input) -> Level:
    """What is known about a wire that has a level."""
    level: Level = getattr(senses, wire.value)
    return level


def fold(lane: Lane, event: ev.Event) -> tuple[Lane, ev.Event | None]:
    """Return the lane that knows of `event`, and what the phases must hear (None: nothing)."""
    lane, heard = _fold(lane, event)
    return _watch_passage(_watch_loops(lane), heard), heard


def own_faults(before: Lane, after: Lane) -> tuple[do.Effect, ...]:
    """Write down what only the lane can know of its loops: stuck, and moving again."""
    board = Device.BOARD.value
    was, now = ({word for _, word in each.faults} & set(DOUBTED) for each in (before, after))
    raised = (lanes.DeviceFaultRaised(board, word) for word in DOUBTED if word in now - was)
    cleared = (lanes.DeviceFaultCleared(board, word) for word in DOUBTED if word in was - now)
    bodies = (*raised, *cleared)
    return (do.Record(bodies),) if bodies else ()


def _fold(lane: Lane, event: ev.Event) -> tuple[Lane, ev.Event | None]:
    match event:
        case ev.InputChanged(wire, level):
            return _wire(lane, wire, level)
        case ev.TimerFired(name) if name in _DEBOUNCES:
            wire = _DEBOUNCES[name]
            return _settled(lane, wire, dict(lane.senses.pending)[wire])
        case ev.TimerFired(name) if name in DOUBTED:
            return replace(lane, faults=(*lane.faults, (Device.BOARD, name))), event
        case ev.DeviceChanged(device, ready, fault):
            return _device(lane, device, fault, ready=ready), event
        case ev.FullChanged(full):
            return replace(lane, full=full), event
        case ev.ClockDoubted(doubted):
            return replace(lane, clock_doubted=doubted), event
        case ev.GatewayChanged(cause, reachable):
            others = lane.unreachable - {cause}
            return replace(lane, unreachable=others if reachable else others | {cause}), event
        case _:
            return lane, event


def _wire(lane: Lane, wire: Input, level: Level) -> tuple[Lane, ev.Event | None]:
    if wire in EDGES:
        return lane, ev.InputChanged(wire, level) if level is Level.ON else None
    if wire is Input.SAFETY:
        lane = replace(lane, senses=replace(lane.senses, safety_seen=level is Level.ON))
    known = level_of(lane.senses, wire)
    pending = dict(lane.senses.pending)
    if level is known:
        if wire not in pending:
            return lane, None
        flickers = lane.flickers + (wire in LOOPS)
        return replace(_with(lane, wire, level), flickers=flickers), None
    at_once = Level.UNKNOWN in (level, known) or wire not in SETTLES
    if at_once or (level is Level.ON and _is_danger(lane, wire)):
        return _settled(lane, wire, level)
    pending[wire] = level
    return replace(lane, senses=replace(lane.senses, pending=tuple(pending.items()))), None


def _is_danger(lane: Lane, wire: Input) -> bool:
    """What nobody waits for: fire, and a car under a boom that we have asked to close."""
    return wire is Input.FIRE or (
        wire is Input.SAFETY and isinstance(lane.phase, Closing) and lane.phase.asked
    )


def _settled(lane: Lane, wire: Input, level: Level) -> tuple[Lane, ev.Event]:
    lane = _with(lane, wire, level)
    if wire is Input.SAFETY and level is Level.ON:
        lane = replace(lane, senses=replace(lane.senses, present=False))  # the vouched car moved
    return lane, ev.InputChanged(wire, level)


def _with(lane: Lane, wire: Input, level: Level) -> Lane:
    changes: dict[str, Any] = {
        wire.value: level,
        "pending": tuple(each for each in lane.senses.pending if each[0] is not wire),
    }
    return replace(lane, senses=replace(lane.senses, **changes))


def _device(lane: Lane, device: Device, fault: str, *, ready: bool) -> Lane:
    own = tuple(each for each in lane.faults if each[1] in DOUBTED)
    others = tuple(each for each in lane.faults if each[0] is not device)
    if device is Device.BOARD:
        others = (*others, *own)
    faults = (*others, (device, fault)) if fault else others
    missing = lane.missing - {device} if ready else lane.missing | {device}
    lane = replace(lane, faults=faults, missing=missing)
    if device is Device.BOARD and not ready:
        lane = replace(lane, senses=UNSEEN)
    return lane


def _watch_loops(lane: Lane) -> Lane:
    """A loop that moves, or that nobody sees any more, is not stuck."""
    occupied = {
        stuck(wire)
        for wire in (Input.APPROACH, Input.SAFETY)
        if level_of(lane.senses, wire) is Level.ON
    }
    faults = tuple(each for each in lane.faults if each[1] not in DOUBTED or each[1] in occupied)
    return lane if faults == lane.faults else replace(lane, faults=faults)


def _watch_passage(lane: Lane, heard: ev.Event | None) -> Lane:
    """Whatever phase the authorised car is in, no movement of it is missed."""
    match lane.phase:
        case Opening(going) | Passing(going) | OutOfService(_, Pass() as going):
            return replace(lane, phase=replace(lane.phase, going=watched(going, lane, heard)))
        case Closing(last):
            return replace(lane, phase=replace(lane.phase, last=watched(last, lane, heard)))
        case _:
            return lane


def watched(going: Pass, lane: Lane, heard: ev.Event | None = None) -> Pass:
    """What the loops say about the car that is on its way."""
    senses = lane.senses
    on_b = senses.safety is Level.ON
    fell_together = heard == ev.InputChanged(Input.SAFETY, Level.OFF) and (
        (Input.APPROACH, Level.OFF) in senses.pending
    )
    entered = going.entered or on_b
    past_a = (on_b and senses.station_free) or (going.entered and fell_together)
    return replace(
        going,
        entered=entered,
        cleared=going.cleared or past_a,
        departed=going.departed or (entered and senses.departure is Level.ON),
        follower=going.follower or (going.cleared and senses.car_waiting),
        blind=going.blind or senses.blind,
    )
