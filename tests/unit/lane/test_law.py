"""The law: every phase, under every sense, before every event. Nothing here depends on a story."""

from dataclasses import replace
from itertools import product
from typing import get_args

import pytest

from kiosk.domain.facts import lanes
from kiosk.domain.signals import Device, Input, LaneKind, Level
from kiosk.lane import clocks as clock
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane import state
from kiosk.lane.engine import ENGINES, step
from kiosk.lane.entry import Phase as EntryPhase
from kiosk.lane.exit import Phase as ExitPhase
from kiosk.lane.listing import CLOCKS, EVENTS, PHASES
from kiosk.lane.orders import UNRECORDED
from kiosk.lane.rules import NextTransaction, PulseSemantics, Rules
from tests.support.play import facts

OF_KIND = {LaneKind.ENTRY: get_args(EntryPhase), LaneKind.EXIT: get_args(ExitPhase)}
BOOMS = ((Level.OFF, Level.ON), (Level.ON, Level.OFF), (Level.UNKNOWN, Level.UNKNOWN))
SENSES = tuple(
    state.Senses(approach, safety, boom_open=up, boom_closed=down)
    for approach, safety, (up, down) in product(Level, Level, BOOMS)
)
RULES = (
    Rules(),
    Rules(closes_by_us=True, next_transaction=NextTransaction.MOTORCADE),
    Rules(
        closes_by_us=True,
        pulse_semantics=PulseSemantics.MEMORY,
        has_limits=False,
        has_taken_sensor=False,
    ),
)
COMMITS = (do.Record, do.BeginSession, do.BeginPayment, do.ReissueTicket, do.DeclareLost)


def situations(kind: LaneKind, phase: state.Phase) -> list[state.Lane]:
    """This phase under every sense; and under some, everything else that can be the matter."""
    works = [
        state.Lane(kind, phase, senses, missing=frozenset(), started=True) for senses in SENSES
    ]
    some = works[::5]
    pending = ((Input.APPROACH, Level.OFF), (Input.SAFETY, Level.OFF))
    touched = [replace(lane, senses=replace(lane.senses, safety_seen=True)) for lane in some]
    return [
        *works,
        *touched,
        *(replace(lane, keep_open=True) for lane in some),
        *(replace(lane, missing=frozenset(Device)) for lane in some),
        *(replace(lane, started=False) for lane in some),
        *(replace(lane, senses=replace(lane.senses, pending=pending)) for lane in some),
        *(
            replace(
                lane,
                settling=(("attempt", "session"),),
                calling="cash",
                unreachable=frozenset({"gateway"}),
            )
            for lane in some
        ),
    ]


CASES = [
    pytest.param(kind, phase, rules, id=f"{kind.value}-{type(phase).__name__}-{number}")
    for kind in LaneKind
    for phase in PHASES
    if isinstance(phase, OF_KIND[kind])
    for number, rules in enumerate(RULES)
]


@pytest.mark.parametrize(("kind", "phase", "rules"), CASES)
def test_the_law_holds_in_every_phase_under_every_sense_for_every_event(
    kind: LaneKind, phase: state.Phase, rules: Rules
) -> None:
    every = 1 if rules == Rules() else 4
    for lane in situations(kind, phase)[::every]:
        for event in EVENTS:
            after, effects = step(lane, event, rules)
            check(lane, event, after, effects, rules)


def check(
    lane: state.Lane,
    event: ev.Event,
    after: state.Lane,
    effects: tuple[do.Effect, ...],
    rules: Rules,
) -> None:
    """Every clause of the law, for one step."""
    case = (lane, event, effects)
    assert isinstance(after.phase, OF_KIND[lane.kind]), case
    if do.CloseBarrier() in effects:
        assert rules.closes_by_us, case
        assert after.senses.safety is Level.OFF, case
        assert not after.senses.safety_seen, case
        assert after.senses.approach is not Level.UNKNOWN, case
        follower = isinstance(after.phase, state.Closing) and after.phase.last.follower
        assert after.senses.station_free or follower, case
    if do.OpenBarrier() in effects:
        assert _may_open(lane, event, effects), case
        assert Device.BOARD not in lane.missing, case
        assert effects.count(do.OpenBarrier()) == 1, case
    if lanes.BarrierOrdered("retry") in facts(effects):
        assert rules.pulse_semantics is PulseSemantics.NON_MEMORY, case
        assert isinstance(lane.phase, state.Opening | state.Passing), case
        assert not lane.phase.going.counted, case
        assert not lane.phase.going.blind, case
    if do.KeepOpenBarrier(False) in effects:
        assert isinstance(event, ev.KeepOpenOrdered | ev.EvacuationEnded), case
    if any(isinstance(each, do.BeginSession) for each in effects):
        assert after.senses.car_waiting, case
        assert lane.started, case
    if any(isinstance(each, do.BeginPayment) for each in effects):
        assert isinstance(lane.phase, state.Quoted | state.CashWanted), case
    if isinstance(event, ev.RecordFailed):
        assert not any(isinstance(each, COMMITS) for each in effects), case
    if not lane.started and not isinstance(event, ev.Restarted):
        assert not any(isinstance(each, do.BeginSession | do.LookUp) for each in effects), case
    if isinstance(after.phase, state.Unsettled) and not isinstance(lane.phase, state.Unsettled):
        assert after.settling, case
    _timers_follow_the_lane(lane, event, after, effects, rules)


def _may_open(lane: state.Lane, event: ev.Event, effects: tuple[do.Effect, ...]) -> bool:
    """Behind a record of this very pulse; or the one exit order a broken disk must not stop."""
    before = effects[: effects.index(do.OpenBarrier())]
    recorded = any(isinstance(body, lanes.BarrierOrdered) for body in facts(before))
    egress = (
        lane.kind is LaneKind.EXIT
        and isinstance(event, ev.RecordFailed)
        and isinstance(lane.phase, state.Opening)
        and lane.phase.going.cause == UNRECORDED
    )
    return recorded or egress


def _timers_follow_the_lane(
    lane: state.Lane,
    event: ev.Event,
    after: state.Lane,
    effects: tuple[do.Effect, ...],
    rules: Rules,
) -> None:
    """No timer leaks and none is forgotten, and no failing record can cancel one."""
    if isinstance(event, ev.TimerFired) and event.name not in clock.clocks(lane, rules):
        assert (after, effects) == (lane, ())
        return
    running = set(clock.clocks(lane, rules))
    if isinstance(event, ev.TimerFired):
        running.discard(event.name)
    for number, each in enumerate(effects):
        if isinstance(each, do.StopTimer | do.StartTimer):
            running = (
                running - {each.name} if isinstance(each, do.StopTimer) else running | {each.name}
            )
            assert not any(isinstance(earlier, COMMITS) for earlier in effects[:number])
    assert running == set(clock.clocks(after, rules)), (lane, event, effects)


def test_the_lists_are_complete() -> None:
    assert {type(phase) for phase in PHASES} == set(get_args(state.Phase))
    assert {type(event) for event in EVENTS} == set(get_args(ev.Event))
    assert set(get_args(EntryPhase)) | set(get_args(ExitPhase)) == set(get_args(state.Phase))
    wires = {(event.input, event.level) for event in EVENTS if isinstance(event, ev.InputChanged)}
    assert wires == set(product(Input, Level))
    assert set(ENGINES) == set(LaneKind)


def test_every_clock_is_listed() -> None:
    words = {
        value for name, value in vars(clock).items() if name.isupper() and isinstance(value, str)
    }
    assert words <= set(CLOCKS)
