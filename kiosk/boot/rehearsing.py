"""What a rehearsal may ask of a booth: its windows, the time, and how it stands, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.lane.state import Lane
from kiosk.ui.rehearsal import Rehearsal
from kiosk.views.lanes_board import stay_at

if TYPE_CHECKING:
    from kiosk.boot.booth import Booth


def open_rehearsal(booth: Booth) -> Rehearsal:
    """Listen on standard input for this booth."""

    def window(name: str) -> Any:
        if name == "attendant":
            return booth.attendant
        return booth.windows[name]

    def advance(seconds: float) -> None:
        booth.clock.ahead_seconds += seconds
        if booth.lanes is not None:
            for runner in booth.lanes.runners.values():
                runner.clock_moved()
        booth.try_sync_now()

    def ask(what: str) -> Any:
        match what:
            case "ready":
                return booth.lanes is not None
            case "lanes":
                return {
                    lane_id: {
                        "phase": type(lane.phase).__name__,
                        "missing": sorted(device.value for device in lane.missing),
                        "calling": lane.calling,
                        "started": lane.started,
                        "faults": [fault for _, fault in lane.faults],
                        "due_minor": _due_minor(lane),
                    }
                    for lane_id, lane in booth.states.items()
                }
            case "sync":
                facts = booth.sync_facts
                return (
                    None
                    if facts is None
                    else {
                        "reachable": facts.reachable,
                        "unsent": facts.unsent,
                        "alarm": facts.alarm,
                    }
                )
            case "bookings":
                return booth.bookings_ahead()
            case "counter":
                stay = booth.desk.counter.stay if booth.desk else None
                return None if stay is None else stay.due.minor
            case other:
                raise LookupError(f"nobody knows about {other!r}")

    return Rehearsal(window, advance, ask)


def _due_minor(lane: Lane) -> int | None:
    stay = stay_at(lane)
    return None if stay is None else stay.due.minor
