"""Wires bounce, stick, contradict and vanish; a lane believes none of it too soon or too long."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.facts import lanes
from kiosk.domain.signals import Device, Input, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.senses import fold
from kiosk.lane.state import Armed, Idle, OutOfService, Senses
from tests.support.play import (
    A_OFF,
    A_ON,
    B_OFF,
    B_ON,
    ENTRY,
    SETTLE,
    Rehearsal,
    entry,
    facts,
    play,
)

BOARD_LOST = ev.DeviceChanged(Device.BOARD, ready=False, fault="unplugged")
BOARD_BACK = ev.DeviceChanged(Device.BOARD, ready=True)


def test_a_flicker_is_noise_and_counted() -> None:
    after, done = play(A_ON, 0.1, A_OFF, 1.0, A_ON, 0.1, A_OFF, 1.0)
    assert (after.phase, done) == (Idle(), [])
    assert after.flickers == 2


def test_the_rate_of_noise_is_written_down_once_an_hour() -> None:
    after, done = play(A_ON, 0.1, A_OFF, 1.0, A_ON, 0.1, A_OFF, 3700.0)
    assert facts(done) == [lanes.NoiseCounted(2)]
    assert after.flickers == 0


def test_a_quiet_lane_writes_no_noise_down() -> None:
    _, done = play(7200.0)
    assert done == []


def test_a_rising_safety_loop_is_danger_at_once_and_falls_slowly() -> None:
    after, _ = play(B_ON)
    assert after.senses.under_boom
    after, _ = play(B_ON, 1.0, B_OFF)
    assert after.senses.under_boom
    after, _ = play(B_ON, 1.0, B_OFF, SETTLE)
    assert not after.senses.under_boom


def test_a_flicker_of_the_safety_loop_is_no_car() -> None:
    after, done = play(B_ON, 0.1, B_OFF, 1.0)
    assert (after.flickers, after.senses.under_boom, done) == (1, False, [])


@pytest.mark.parametrize("wire", [Input.APPROACH, Input.SAFETY])
def test_not_knowing_counts_at_once_and_so_does_the_first_knowledge(wire: Input) -> None:
    after, _ = play(ev.InputChanged(wire, Level.UNKNOWN))
    assert after.senses.blind
    after, _ = play(ev.InputChanged(wire, Level.OFF), lane=after)
    assert not after.senses.blind


@pytest.mark.parametrize(("on", "off"), [(A_ON, A_OFF), (B_ON, B_OFF)])
def test_a_loop_that_does_not_change_is_stuck_until_it_does(
    on: ev.InputChanged, off: ev.InputChanged
) -> None:
    word = f"{on.input.value}_stuck"
    after, done = play(on, 700.0)
    assert (Device.BOARD, word) in after.faults
    assert lanes.DeviceFaultRaised("board", word) in facts(done)
    assert after.calling
    after, done = play(off, SETTLE, lane=after)
    assert after.faults == ()
    assert lanes.DeviceFaultCleared("board", word) in facts(done)


def test_a_stuck_loop_is_reported_once() -> None:
    _, done = play(A_ON, 5000.0)
    raised = [body for body in facts(done) if isinstance(body, lanes.DeviceFaultRaised)]
    assert len(raised) == 1


def test_a_lost_board_makes_every_sense_unknown() -> None:
    after, _ = play(BOARD_LOST, lane=entry(Armed()))
    assert {after.senses.approach, after.senses.safety, after.senses.boom_open} == {Level.UNKNOWN}
    assert after.faults == ((Device.BOARD, "unplugged"),)


def test_a_board_that_is_back_is_told_its_outputs_again() -> None:
    rehearsal = Rehearsal(replace(ENTRY, keep_open=True))
    rehearsal.tell(BOARD_LOST, BOARD_BACK)
    assert rehearsal.done == [do.KeepOpenBarrier(True)]


def test_a_boom_that_breaks_off_stops_the_lane_until_it_is_mended() -> None:
    off = ev.InputChanged(Input.BOOM_DETACHED, Level.ON)
    after, done = play(off, SETTLE)
    assert after.phase == OutOfService("boom_detached")
    assert lanes.LaneWentOutOfService("boom_detached") in facts(done)
    after, done = play(ev.InputChanged(Input.BOOM_DETACHED, Level.OFF), SETTLE, lane=after)
    assert after.phase == Idle()
    assert facts(done) == [lanes.LaneReturnedToService("boom_attached")]


WIRES = st.builds(ev.InputChanged, st.sampled_from(Input), st.sampled_from(Level))


@given(st.lists(WIRES, max_size=30))
def test_whatever_a_wire_does_its_last_level_counts_once_it_has_settled(
    moves: list[ev.InputChanged],
) -> None:
    after, _ = play(*moves, 5.0)
    last = {move.input: move.level for move in moves}
    for wire in (Input.APPROACH, Input.SAFETY, Input.DEPARTURE, Input.BOOM_OPEN):
        if wire in last:
            assert getattr(after.senses, wire.value) is last[wire]
    assert after.senses.pending == ()


@given(st.lists(WIRES, max_size=30))
def test_a_phase_never_hears_of_a_level_that_does_not_count(
    moves: list[ev.InputChanged],
) -> None:
    lane = replace(ENTRY, senses=Senses())
    for move in moves:
        lane, heard = fold(lane, move)
        if isinstance(heard, ev.InputChanged) and heard.input.value in Senses.__slots__:
            assert getattr(lane.senses, heard.input.value) is heard.level
