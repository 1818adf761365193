"""A lane's runner turned by hand: timers, the order of effects, failed records, our own bugs."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import pytest

from kiosk.domain.facts import lanes as facts
from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, Input, LaneKind, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.engine import Event, Step
from kiosk.lane.rules import Rules
from kiosk.lane.state import Idle, Lane, OutOfService, Registering
from kiosk.runtime.lane_runner import CRASHES_MAX, LaneRunner
from kiosk.store.trouble import StoreTrouble
from tests.support.clock import HandClock
from tests.support.stores import NOW

DEADLINE_SECONDS = 10.0
START, STOP, ASK = ev.TicketRequested(), ev.BackTapped(), ev.HelpTapped()
BUG = ev.ReceiptWanted()
RECORD = do.Record((facts.PassageCompleted("s1"),))

Script = dict[Event, tuple[do.Effect, ...]]


class Bug(Exception):
    """A mistake of ours, somewhere in an engine."""


@dataclass(slots=True)
class Bench:
    """A runner over a scripted engine: `heard` is what it was told, `done` what it asked for."""

    script: Script = field(default_factory=dict)
    answers: dict[do.Effect, tuple[Event, ...]] = field(default_factory=dict)
    full: set[do.Effect] = field(default_factory=set)
    clock: HandClock = field(default_factory=HandClock)
    heard: list[Event] = field(default_factory=list)
    done: list[do.Effect] = field(default_factory=list)
    published: queue.SimpleQueue[Lane] = field(default_factory=queue.SimpleQueue)
    recover: Callable[[Lane], tuple[Lane, Event]] = lambda lane: (lane, ASK)
    lane: Lane = field(default_factory=lambda: Lane(LaneKind.ENTRY))

    def runner(self) -> LaneRunner:
        """A runner of its own, not started."""
        return LaneRunner(
            self.lane,
            self.engine,
            Rules(),
            self.perform,
            self.published.put,
            self.clock.monotonic,
            self.recover,
        )

    def engine(self, lane: Lane, event: Event, _rules: Rules) -> Step:
        """Do what the script says."""
        self.heard.append(event)
        if event == BUG:
            raise Bug
        if isinstance(event, ev.InputChanged):
            lane = replace(lane, senses=replace(lane.senses, approach=event.level))
        return lane, self.script.get(event, ())

    def perform(self, effect: do.Effect) -> Iterable[Event]:
        """Carry it out, unless the disk is full for it."""
        if effect in self.full:
            raise StoreTrouble("The disk is full.")
        self.done.append(effect)
        return self.answers.get(effect, ())


def turn(runner: LaneRunner, *events: Event) -> None:
    """Post these and let the runner handle each, or one due timer."""
    for event in events:
        runner.post(event)
    for _ in events or (None,):
        assert runner.turn(0)


def test_a_timer_fires_once_and_not_before_its_time() -> None:
    bench = Bench({START: (do.StartTimer("take", 5.0),)})
    runner = bench.runner()
    turn(runner, START)
    bench.clock.pass_time(4.9)
    turn(runner)
    assert bench.heard == [START]
    bench.clock.pass_time(0.2)
    turn(runner)
    turn(runner)
    assert bench.heard == [START, ev.TimerFired("take")]


def test_a_stopped_timer_never_fires() -> None:
    bench = Bench({START: (do.StartTimer("take", 5.0),), STOP: (do.StopTimer("take"),)})
    runner = bench.runner()
    turn(runner, START, STOP)
    bench.clock.pass_time(60)
    turn(runner)
    assert bench.heard == [START, STOP]


def test_a_timer_that_is_started_again_begins_anew() -> None:
    bench = Bench({START: (do.StartTimer("take", 5.0),)})
    runner = bench.runner()
    turn(runner, START)
    bench.clock.pass_time(4)
    turn(runner, START)
    bench.clock.pass_time(4)
    turn(runner)
    assert bench.heard == [START, START]
    bench.clock.pass_time(2)
    turn(runner)
    assert bench.heard[-1] == ev.TimerFired("take")


def test_timers_ring_in_the_order_they_are_due_whatever_they_are_called() -> None:
    bench = Bench({START: (do.StartTimer("a", 3.0), do.StartTimer("z", 1.0))})
    runner = bench.runner()
    turn(runner, START)
    bench.clock.pass_time(10)
    turn(runner)
    turn(runner)
    assert bench.heard[1:] == [ev.TimerFired("z"), ev.TimerFired("a")]


def test_stopping_a_timer_that_does_not_run_is_harmless() -> None:
    bench = Bench({STOP: (do.StopTimer("never started"), RECORD)})
    turn(bench.runner(), STOP)
    assert bench.done == [RECORD]


def test_effects_are_carried_out_in_their_order_and_then_the_lane_is_published() -> None:
    effects = (RECORD, do.OpenBarrier(), do.StopCalling())
    bench = Bench({START: effects})
    bench.published = queue.SimpleQueue()
    turn(bench.runner(), START)
    assert tuple(bench.done) == effects
    assert bench.published.get_nowait() == bench.lane
    assert bench.published.empty()


def test_answers_are_told_before_anything_that_was_posted_meanwhile() -> None:
    begin = do.BeginSession()
    begun = ev.SessionBegun(Admission("s1", NOW, Admittance.TICKET))
    bench = Bench({START: (begin,), begun: (do.OpenBarrier(),)}, answers={begin: (begun,)})
    runner = bench.runner()
    runner.post(START)
    runner.post(STOP)
    turn(runner)
    assert bench.heard == [START, begun]
    assert bench.done == [begin, do.OpenBarrier()]


def test_a_failed_record_cancels_the_rest_of_its_step_and_comes_back() -> None:
    bench = Bench(
        {START: (do.StopCalling(), RECORD, do.OpenBarrier(), do.StartTimer("open", 1.0))},
        full={RECORD},
    )
    runner = bench.runner()
    turn(runner, START)
    assert bench.done == [do.StopCalling()]
    assert bench.heard == [START, ev.RecordFailed("The disk is full.")]
    bench.clock.pass_time(60)
    turn(runner)
    assert len(bench.heard) == 2, "the timer belonged to what did not happen"


def test_answers_from_before_the_failure_still_count() -> None:
    look = do.LookUp("K1")
    found = ev.CredentialRefused(refusal="unknown")  # type: ignore[arg-type]
    bench = Bench({START: (look, RECORD)}, answers={look: (found,)}, full={RECORD})
    turn(bench.runner(), START)
    assert bench.heard == [START, found, ev.RecordFailed("The disk is full.")]


def test_the_engine_may_react_to_its_failed_record() -> None:
    failed = ev.RecordFailed("The disk is full.")
    call = do.CallAttendant("store_trouble")
    bench = Bench({START: (RECORD, do.OpenBarrier()), failed: (call,)}, full={RECORD})
    turn(bench.runner(), START)
    assert bench.done == [call]


def test_a_stop_finishes_what_was_posted_before_it_and_takes_nothing_after() -> None:
    bench = Bench()
    runner = bench.runner()
    runner.post(START)
    runner.stop()
    runner.post(STOP)
    assert runner.turn(0)
    assert not runner.turn(0)
    assert bench.heard == [START]


def test_a_moved_clock_wakes_the_lane_for_its_timers() -> None:
    bench = Bench({START: (do.StartTimer("take", 3600.0),)})
    runner = bench.runner()
    turn(runner, START)
    runner.start("lane")
    bench.clock.pass_time(3600)
    runner.clock_moved()
    runner.stop()
    assert ev.TimerFired("take") in bench.heard


# --- bugs of ours, on the lane's own thread


def wait_for(bench: Bench, wanted: Callable[[Lane], bool]) -> Lane:
    """The first published lane that is like this."""
    while True:
        lane = bench.published.get(timeout=DEADLINE_SECONDS)
        if wanted(lane):
            return lane


def test_after_a_crash_the_lane_begins_again_with_its_wires_as_last_seen() -> None:
    bench = Bench({START: (do.StartTimer("print", 1.0),)})
    bench.lane = replace(bench.lane, phase=Registering(), missing=frozenset({Device.PRINTER}))
    restarted = ev.Restarted(ev.OpenStep())
    told: list[Lane] = []

    def recover(crashed: Lane) -> tuple[Lane, Event]:
        told.append(crashed)
        return Lane(crashed.kind, senses=crashed.senses, missing=crashed.missing), restarted

    bench.recover = recover
    runner = bench.runner()
    for event in (ev.InputChanged(Input.APPROACH, Level.ON), START, BUG):
        runner.post(event)
    runner.start("lane")
    lane = wait_for(bench, lambda lane: isinstance(lane.phase, Idle))
    bench.clock.pass_time(60)
    runner.post(STOP)
    runner.stop()
    assert (lane.senses.approach, lane.missing) == (Level.ON, frozenset({Device.PRINTER}))
    assert isinstance(told[0].phase, Registering)
    assert bench.heard[-2:] == [restarted, STOP], "no timer from before the crash fired"


def test_what_was_posted_around_a_crash_is_not_lost() -> None:
    bench = Bench()
    runner = bench.runner()
    for event in (BUG, START, STOP):
        runner.post(event)
    runner.start("lane")
    runner.stop()
    assert bench.heard[:3] == [BUG, START, STOP]


def test_a_lane_that_crashes_again_and_again_gives_up_and_says_out_of_service() -> None:
    bench = Bench()
    bench.recover = lambda lane: (lane, BUG)
    runner = bench.runner()
    runner.post(BUG)
    runner.start("lane")
    lane = wait_for(bench, lambda lane: isinstance(lane.phase, OutOfService))
    runner.stop()
    assert bench.heard == [BUG] * CRASHES_MAX
    assert lane.started
    assert runner.state == lane


def test_crashes_with_good_turns_between_them_never_add_up() -> None:
    bench = Bench()
    runner = bench.runner()
    for _ in range(CRASHES_MAX):
        runner.post(BUG)
        runner.post(START)
    runner.start("lane")
    runner.stop()
    assert bench.heard.count(START) == CRASHES_MAX


@pytest.mark.parametrize("trouble", [StoreTrouble("The disk failed."), Bug()])
def test_a_lane_whose_recovery_fails_tries_again(trouble: Exception) -> None:
    bench = Bench()
    failures = [trouble, trouble]

    def recover(lane: Lane) -> tuple[Lane, Event]:
        if failures:
            raise failures.pop()
        return lane, ASK

    bench.recover = recover
    runner = bench.runner()
    runner.post(BUG)
    runner.start("lane")
    wait_for(bench, lambda _lane: True)
    runner.stop()
    assert bench.heard == [BUG, ASK]
