"""The engines of a lane, and the order in which their parts are asked about an event.

`step(lane, event, rules) -> (lane, effects)`: no clock, no I/O. First the event is folded into what
the lane knows; then the first part that has something to say decides; then timers, light and
latch are brought in line with what the lane has become.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.domain.signals import LaneKind
from kiosk.lane.entry import step as enter
from kiosk.lane.events import Event
from kiosk.lane.exit import step as leave
from kiosk.lane.moves import Step
from kiosk.lane.rules import Rules
from kiosk.lane.state import Lane

__all__ = ["ENGINES", "Event", "Step", "step"]

ENGINES: Mapping[LaneKind, Callable[[Lane, Event, Rules], Step]] = {
    LaneKind.ENTRY: enter,
    LaneKind.EXIT: leave,
}


def step(lane: Lane, event: Event, rules: Rules) -> Step:
    """Advance a lane of either kind by one event."""
    return ENGINES[lane.kind](lane, event, rules)
