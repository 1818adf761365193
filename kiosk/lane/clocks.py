"""Which timers run follows from the lane alone: none can leak, and none can be forgotten.

After every step the clocks of the lane before and after are compared: one that is no longer wanted
is stopped, a new one is started, one that goes on being wanted goes on running. A clock that rang
and is still wanted starts again, which is how a payment is asked about every few seconds.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from kiosk.domain.signals import Device, Input, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.policy import releases
from kiosk.lane.rules import Rules
from kiosk.lane.state import (
    Armed,
    Checking,
    Closing,
    Lane,
    Opening,
    Passing,
    Paying,
    Printing,
    Quoted,
    Refused,
    Taking,
)

AGAINST = "against"
BACK_OUT = "back_out"
CHECK = "check"
CLOSE = "close"
CLOSE_PULSE = "close_pulse"
IDLE = "idle"
NOISE = "noise"
OPEN = "open"
PAY = "pay"
PRINT = "print"
REFUSED = "refused"
RELEASE = "release"
REMIND = "remind"
SETTLE = "settle"
STALLED = "stalled"
STILL_THERE = "still_there"
TAIL = "tail"
UNVERIFIED = "unverified"
VOID = "void"

NOISE_SECONDS = 3600.0
"""Flickers are written down once an hour, and only if there were any."""

Clock = tuple[str, float, Hashable]
"""Name, seconds, and what it is about: the same name about something else starts anew."""


def debounce(wire: Input) -> str:
    """The clock that makes a level count."""
    return f"debounce:{wire.value}"


def stuck(wire: Input) -> str:
    """The clock that doubts a loop, and the fault word it raises."""
    return f"{wire.value}_stuck"


def clocks(lane: Lane, rules: Rules) -> Mapping[str, tuple[float, Hashable]]:
    """Every clock this lane wants to run now: seconds, and what it is about."""
    wanted = (*_of_senses(lane, rules), *_of_phase(lane, rules), *_of_lane(lane, rules))
    return {name: (seconds, about) for name, seconds, about in wanted}


def wind(before: Lane, after: Lane, event: ev.Event, rules: Rules) -> tuple[do.Effect, ...]:
    """Stop and start what changed between two states of a lane."""
    running = dict(clocks(before, rules))
    if isinstance(event, ev.TimerFired):
        running.pop(event.name, None)
    wanted = clocks(after, rules)
    stops = tuple(do.StopTimer(name) for name in running if name not in wanted)
    starts = tuple(
        do.StartTimer(name, clock[0])
        for name, clock in wanted.items()
        if running.get(name) != clock
    )
    return (*stops, *starts)


def _of_senses(lane: Lane, rules: Rules) -> Iterator[Clock]:
    for wire, level in lane.senses.pending:
        yield debounce(wire), rules.debounce_seconds, level
    loops = ((Input.APPROACH, lane.senses.approach), (Input.SAFETY, lane.senses.safety))
    for wire, level in loops:
        if level is Level.ON and (Device.BOARD, stuck(wire)) not in lane.faults:
            yield stuck(wire), rules.stuck_seconds, None


def _of_lane(lane: Lane, rules: Rules) -> Iterator[Clock]:
    if lane.flickers:
        yield NOISE, NOISE_SECONDS, None
    if lane.settling:
        yield SETTLE, rules.settle_seconds, None
    if lane.against and not lane.senses.under_boom and lane.senses.station_free:
        yield AGAINST, rules.back_out_seconds, None
    if releases(lane, rules):
        yield RELEASE, rules.release_seconds, None


def _of_phase(lane: Lane, rules: Rules) -> Iterator[Clock]:
    match lane.phase:
        case Armed() | Quoted() if lane.calling:
            pass  # whoever waits for a person is not asked whether they are still there
        case Armed(still_there) | Quoted(still_there=still_there):
            if still_there:
                yield STILL_THERE, rules.still_there_seconds, None
            else:
                yield IDLE, rules.idle_seconds, lane.phase
        case Checking(code):
            yield CHECK, rules.refused_seconds, code
        case Refused():
            yield REFUSED, rules.refused_seconds, lane.phase
        case Printing(admission):
            yield PRINT, rules.print_seconds, admission
        case Taking(admission, reminded):
            yield from _taking(rules, reminded=reminded)
        case Paying(attempt_id=str(attempt_id)):
            yield PAY, rules.release_seconds, attempt_id
        case Opening() | Passing() | Closing():
            yield from _of_passage(lane, rules)
        case _:
            pass


def _taking(rules: Rules, *, reminded: bool) -> Iterator[Clock]:
    if not rules.has_taken_sensor:
        yield UNVERIFIED, rules.take_unverified_seconds, None
        return
    if not reminded:
        yield REMIND, rules.take_remind_seconds, None
    yield VOID, rules.take_void_seconds, None


def _of_passage(lane: Lane, rules: Rules) -> Iterator[Clock]:
    """Without a board nothing is measured: its silence is nobody's fault in front of it."""
    if Device.BOARD in lane.missing:
        return
    senses = lane.senses
    free = senses.station_free and not senses.under_boom
    match lane.phase:
        case Opening(going):
            yield OPEN, rules.open_seconds, going.tries
            if free and not going.entered:
                yield BACK_OUT, rules.back_out_seconds, None
        case Passing(going, stalled):
            if going.entered and not senses.under_boom:
                yield TAIL, rules.tail_seconds, None
            elif free:
                yield BACK_OUT, rules.back_out_seconds, None
            else:
                yield STALLED, rules.stalled_seconds, (stalled, senses.approach, senses.safety)
        case Closing(_, asked) if not senses.under_boom:
            yield CLOSE, rules.close_seconds, None
            if rules.closes_by_us and not asked:
                yield CLOSE_PULSE, rules.tail_seconds, None
        case _:
            pass
