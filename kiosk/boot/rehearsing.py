"""What a rehearsal may ask of a booth: its windows, the time, and how it stands, as plain data."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from kiosk.lane.state import Lane
from kiosk.sync.outbox import standing
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

    answers: dict[str, Callable[[], Any]] = {
        "ready": lambda: booth.desk is not None,
        "lanes": lambda: {lane_id: _lane(lane) for lane_id, lane in booth.states.items()},
        "sync": lambda: _sync(booth),
        "bookings": booth.bookings_ahead,
        "counter": lambda: _counter(booth),
    }

    def ask(what: str) -> Any:
        if what not in answers:
            raise LookupError(f"nobody knows about {what!r}")
        return answers[what]()

    return Rehearsal(window, partial(pass_time, booth), ask)


def pass_time(booth: Booth, seconds: float) -> None:
    """Let this booth's clock run ahead by so many seconds, at once."""
    booth.clock.ahead_seconds += seconds
    if booth.lanes is not None:
        for runner in booth.lanes.runners.values():
            runner.clock_moved()
    booth.try_sync_now()


def _lane(lane: Lane) -> dict[str, Any]:
    stay = stay_at(lane)
    return {
        "phase": type(lane.phase).__name__,
        "missing": sorted(device.value for device in lane.missing),
        "calling": lane.calling,
        "started": lane.started,
        "faults": [fault for _, fault in lane.faults],
        "due_minor": None if stay is None else stay.due.minor,
    }


def _sync(booth: Booth) -> dict[str, Any] | None:
    """As people are shown it, but what is unsent is counted now, not at the worker's last turn."""
    facts, services = booth.sync_facts, booth.services
    if facts is None or services is None:
        return None
    with services.site.store.read() as unit:
        unsent = standing(unit).unsent
    return {"reachable": facts.reachable, "unsent": unsent, "alarm": facts.alarm}


def _counter(booth: Booth) -> int | None:
    stay = booth.desk.counter.stay if booth.desk else None
    return None if stay is None else stay.due.minor
