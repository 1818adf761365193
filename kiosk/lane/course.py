"""The course every event takes through an engine: fold, ask, wind the clocks, set the outputs."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.signals import Device, Light
from kiosk.lane import approach, clocks, evacuation, orders, passage, recovery, senses
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.moves import Handler, Step
from kiosk.lane.rules import Rules
from kiosk.lane.state import Evacuating, Lane, Opening, OutOfService, Passing


def advance(lane: Lane, event: ev.Event, rules: Rules, serve: Handler) -> Step:
    """Advance by one event; `serve` is what one kind of lane does for its drivers.

    Timers, light and latch come first: they need no record, so no failing one may cancel them.
    """
    if isinstance(event, ev.TimerFired) and event.name not in clocks.clocks(lane, rules):
        return lane, ()
    known, heard = senses.fold(lane, event)
    after, effects = (known, ()) if heard is None else _ask(known, heard, rules, serve)
    if isinstance(event, ev.RecordFailed):
        after = replace(after, keep_open=after.keep_open and after.senses.fully_open)
    return after, (
        *clocks.wind(lane, after, event, rules),
        *_outputs(lane, after, rules),
        *effects,
        *senses.own_faults(lane, after),
    )


def _ask(lane: Lane, event: ev.Event, rules: Rules, serve: Handler) -> Step:
    """The first part with something to say decides. A lane that has not started serves nobody."""
    parts: tuple[Handler, ...] = (recovery.step, evacuation.step)
    if lane.started:
        parts = (*parts, orders.step, passage.step, serve, approach.step)
    for part in parts:
        if (step := part(lane, event, rules)) is not None:
            return step
    return lane, ()


def light(lane: Lane, rules: Rules) -> Light:
    """Green says exactly this: the boom is up for you."""
    match lane.phase:
        case Evacuating() | Passing():
            return Light.GO
        case Opening() if not rules.has_limits:
            return Light.GO
        case OutOfService():
            return Light.STOP
        case _:
            return Light.GO if lane.keep_open else Light.STOP


def _outputs(before: Lane, after: Lane, rules: Rules) -> tuple[do.Effect, ...]:
    """Set what has changed; a board that has come back is told everything again."""
    back = Device.BOARD in before.missing and Device.BOARD not in after.missing
    shown = light(after, rules)
    light_up = (do.SetLight(shown),) if back or shown is not light(before, rules) else ()
    latched = after.keep_open or isinstance(after.phase, Evacuating)
    latch = (do.KeepOpenBarrier(True),) if back and latched else ()
    return (*light_up, *latch)
