"""Owns one lane: its state, its timers, its thread. Everyone else sees only what it publishes.

Timers live in this loop's own wait, so a stopped timer can never fire. Effects are carried out in
order; one that cannot be made durable cancels the rest of its step and tells the engine so.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum, auto

from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.engine import Event, Step
from kiosk.lane.rules import Rules
from kiosk.lane.state import Lane, OutOfService
from kiosk.store.trouble import StoreTrouble

IDLE_SECONDS = 3600.0
"""How long an undisturbed lane sleeps: nothing is polled, the mailbox wakes it."""

CRASHES_MAX = 5
"""Crashes in a row after which a lane stays down: its screen says so, its barrier guards itself."""

log = logging.getLogger(__name__)


class _Nudge(Enum):
    STOP = auto()
    LOOK_AT_TIMERS = auto()


class LaneRunner:
    """Feeds one engine from one mailbox and carries out what it asks for."""

    def __init__(
        self,
        lane: Lane,
        engine: Callable[[Lane, Event, Rules], Step],
        rules: Rules,
        perform: Callable[[do.Effect], Iterable[Event]],
        publish: Callable[[Lane], None],
        monotonic: Callable[[], float],
        recover: Callable[[Lane], tuple[Lane, Event]],
    ) -> None:
        """`recover` says how to begin again after a bug: a fresh lane, and what to tell it."""
        self._state = lane
        self._engine = engine
        self._rules = rules
        self._perform = perform
        self._publish = publish
        self._monotonic = monotonic
        self._recover = recover
        self._timers: dict[str, float] = {}
        self._mailbox: queue.SimpleQueue[Event | _Nudge] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> Lane:
        """The lane as it is now; frozen, so any thread may look."""
        return self._state

    def post(self, event: Event) -> None:
        """Tell the lane something; callable from any thread."""
        self._mailbox.put(event)

    def turn(self, wait: float = IDLE_SECONDS) -> bool:
        """Handle one event or due timer, waiting at most `wait` seconds; False: asked to stop."""
        if due := self._due_timer():
            self._advance(ev.TimerFired(due))
            return True
        try:
            event = self._mailbox.get(timeout=self._until_next_timer(wait))
        except queue.Empty:
            return True
        if event is _Nudge.STOP:
            return False
        if event is not _Nudge.LOOK_AT_TIMERS:
            self._advance(event)
        return True

    def start(self, name: str) -> None:
        """Run turns on a thread of its own."""
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def clock_moved(self) -> None:
        """Look at the timers again: the clock was moved under us (rehearsals)."""
        self._mailbox.put(_Nudge.LOOK_AT_TIMERS)

    def stop(self) -> None:
        """Finish what is in the mailbox before this call, then end the thread."""
        self._mailbox.put(_Nudge.STOP)
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        crashes, fallen = 0, False
        while crashes < CRASHES_MAX:
            try:
                if fallen:
                    self._begin_again()
                    fallen = False
                if not self.turn():
                    return
                crashes = 0
            except Exception:  # a bug ends here, in words, and never takes the booth along
                log.exception("lane crashed")
                crashes, fallen = crashes + 1, True
        log.critical("lane gave up after %s crashes", crashes)
        self._state = replace(self._state, phase=OutOfService("crashed"), started=True)
        self._publish(self._state)

    def _begin_again(self) -> None:
        """Nothing half-done survives a bug: no timer, no phase; what is true is in the journal."""
        self._timers.clear()
        self._state, event = self._recover(self._state)
        self.post(event)
        self._publish(self._state)

    def _advance(self, event: Event) -> None:
        waiting = deque([event])
        while waiting:
            event = waiting.popleft()
            self._state, effects = self._engine(self._state, event, self._rules)
            for effect in effects:
                try:
                    waiting.extend(self._carry_out(effect))
                except StoreTrouble as trouble:
                    log.error("%s not recorded: %s", type(effect).__name__, trouble)
                    waiting.append(ev.RecordFailed(str(trouble)))
                    break
        self._publish(self._state)

    def _carry_out(self, effect: do.Effect) -> Iterable[Event]:
        match effect:
            case do.StartTimer(name, seconds):
                self._timers[name] = self._monotonic() + seconds
            case do.StopTimer(name):
                self._timers.pop(name, None)
            case _:
                return self._perform(effect)
        return ()

    def _due_timer(self) -> str | None:
        if not self._timers:
            return None
        name = min(self._timers, key=self._timers.__getitem__)
        if self._timers[name] > self._monotonic():
            return None
        del self._timers[name]
        return name

    def _until_next_timer(self, wait: float) -> float:
        if not self._timers:
            return wait
        return max(0.0, min(wait, min(self._timers.values()) - self._monotonic()))
