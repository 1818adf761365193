"""Fire: the boom goes up before anything else, and only a person brings it down."""

from dataclasses import replace

import pytest

from kiosk.domain.facts import lanes, stays
from kiosk.domain.payment import Method
from kiosk.domain.signals import Input, LaneKind, Level, Light
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.listing import BY, EVENTS, OWING, PHASES
from kiosk.lane.state import Closing, Evacuating, Idle, Lane, Paying, Phase
from tests.support.play import (
    BOOM_DOWN,
    ENTRY,
    EXIT,
    FIRE,
    SETTLE,
    UP_WITH_CAR,
    WITH_CAR,
    Rehearsal,
    exit_,
    facts,
    play,
)

NO_FIRE = ev.InputChanged(Input.FIRE, Level.OFF)
BURNING = exit_(Evacuating(), UP_WITH_CAR)


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: type(phase).__name__)
@pytest.mark.parametrize("kind", list(LaneKind))
def test_every_phase_gives_way_to_fire_at_once(kind: LaneKind, phase: Phase) -> None:
    if isinstance(phase, Evacuating):
        return
    lane = Lane(kind, phase, WITH_CAR, missing=frozenset(), started=True)
    for alarm in (FIRE, ev.EvacuationSignalled()):
        rehearsal = Rehearsal(lane)
        rehearsal.tell(alarm)
        assert rehearsal.lane.phase == Evacuating()
        assert rehearsal.done[0] == do.KeepOpenBarrier(True)
        assert rehearsal.light is Light.GO
        assert lanes.EvacuationStarted() in facts(rehearsal.done)


def test_fire_counts_even_before_the_lane_has_started() -> None:
    after, done = play(FIRE, ev.Restarted(ev.OpenStep()), lane=replace(EXIT, started=False))
    assert after.phase == Evacuating()
    assert after.started
    assert done[0] == do.KeepOpenBarrier(True)


def test_our_own_alarm_goes_to_every_lane_and_one_from_elsewhere_goes_no_further() -> None:
    _, done = play(FIRE, lane=ENTRY)
    assert done.count(do.SpreadEvacuation()) == 1
    assert done.index(do.SpreadEvacuation()) < done.index(do.Record((lanes.EvacuationStarted(),)))
    _, done = play(ev.EvacuationSignalled(), lane=ENTRY)
    assert do.SpreadEvacuation() not in done


def test_the_session_in_the_lane_is_flagged_and_its_payment_is_not_forgotten() -> None:
    after, done = play(FIRE, lane=exit_(Paying(OWING, Method.CARD, "attempt")))
    assert do.CancelPayment("attempt") in done
    assert stays.SessionFlagged("session", "evacuation") in facts(done)
    assert after.settling == (("attempt", "session"),)
    _, done = play(6.0, lane=after)
    assert done == [do.SettlePayment("attempt")]


def test_nothing_but_a_person_ends_it() -> None:
    for event in EVENTS:
        if not isinstance(event, ev.EvacuationEnded):
            after, done = play(event, lane=BURNING)
            assert after.phase == Evacuating(), event
            assert do.KeepOpenBarrier(False) not in done


def test_a_person_cannot_end_it_while_the_alarm_still_sounds() -> None:
    lane, _ = play(FIRE, lane=EXIT)
    after, _ = play(ev.EvacuationEnded(BY), lane=lane)
    assert after.phase == Evacuating()
    after, done = play(NO_FIRE, SETTLE, ev.EvacuationEnded(BY), lane=lane)
    assert isinstance(after.phase, Closing)
    assert done == [
        do.Record((lanes.EvacuationEnded("because"),), None, "somebody", True),
        do.KeepOpenBarrier(False),
    ]


def test_the_lane_serves_again_once_the_boom_is_down() -> None:
    after, _ = play(ev.EvacuationEnded(BY), *BOOM_DOWN, lane=replace(BURNING, senses=UP_WITH_CAR))
    assert not isinstance(after.phase, Idle | Evacuating)
    after, _ = play(ev.EvacuationEnded(BY), lane=replace(BURNING, keep_open=True))
    assert not isinstance(after.phase, Evacuating)


def test_a_broken_disk_keeps_nobody_in() -> None:
    lane, _ = play(FIRE, lane=EXIT)
    after, done = play(ev.RecordFailed("full"), lane=lane)
    assert (after.phase, done) == (Evacuating(), [])
