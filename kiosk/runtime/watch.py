"""Looks at the clock and the counter now and then: heartbeat, clock steps, full or free."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from kiosk.domain.facts import booth
from kiosk.runtime.site import Site
from kiosk.store.trouble import StoreTrouble
from kiosk.store.unit import Transaction

BEAT_SECONDS = 5.0
STEP_MS = 2_000
"""The wall clock may drift; a difference to the monotonic clock above this is a step."""

HEARTBEAT = "heartbeat"
CLOCK_DOUBTED = "clock_doubted"
"""Names of two local values; the second is "yes" from a step back until a person confirms."""
log = logging.getLogger(__name__)


class Watch:
    """One small thread. `turn` is the whole of it."""

    def __init__(
        self,
        site: Site,
        clock_stepped: Callable[[int], None],
        full_changed: Callable[[bool], None],
    ) -> None:
        self._site = site
        self._clock_stepped = clock_stepped
        self._full_changed = full_changed
        self._offset_ms = self._offset()
        self._full: bool | None = None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def turn(self) -> None:
        """Beat once; a step of the wall clock is journaled before anybody acts on it."""
        try:
            self._beat()
        except StoreTrouble as trouble:
            log.error("no heartbeat: %s", trouble)

    def start(self) -> None:
        """Beat until stopped."""
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        self.turn()
        while not self._stop.wait(BEAT_SECONDS):
            self.turn()

    def _beat(self) -> None:
        offset = self._offset()
        stepped_ms = offset - self._offset_ms
        with self._site.store.write() as unit:
            unit.local.set(HEARTBEAT, self._site.clock.now().isoformat())
            if abs(stepped_ms) >= STEP_MS:
                note_step(unit, self._site, stepped_ms)
            spaces, inside = unit.sessions.spaces(), unit.sessions.occupancy()
        self._offset_ms = offset  # only now: a step that was not journaled is found again
        if abs(stepped_ms) >= STEP_MS:
            self._clock_stepped(stepped_ms)
        full = spaces is not None and inside >= spaces
        if full != self._full:
            self._full = full
            self._full_changed(full)

    def _offset(self) -> int:
        clock = self._site.clock
        return int(clock.now().timestamp() * 1000) - int(clock.monotonic() * 1000)


def note_step(unit: Transaction, site: Site, by_ms: int) -> None:
    """Journal a step of the wall clock; one back stays in doubt over restarts, until confirmed."""
    unit.record(booth.ClockStepped(by_ms), site.here())
    if by_ms < 0:
        unit.local.set(CLOCK_DOUBTED, "yes")


def gap_seconds(heartbeat: str | None, now: datetime) -> int | None:
    """Whole seconds since the last heartbeat; None when there never was one."""
    if heartbeat is None:
        return None
    return max(0, int((now - datetime.fromisoformat(heartbeat)).total_seconds()))
