"""The simulated barrier behaves as barriers with a controller of their own do."""

from __future__ import annotations

from kiosk.devices.codecs.board_map import WAVESHARE_8IO
from kiosk.devices.simulated.barrier import SimulatedBarrier

OPEN = WAVESHARE_8IO.open_coil or 0
KEEP = WAVESHARE_8IO.keep_open_coil or 0


def run(barrier: SimulatedBarrier, start: float, seconds: float) -> float:
    ticks = round(seconds / 0.05)
    for n in range(ticks + 1):
        barrier.tick(start + n * 0.05)
    return start + seconds


def opened() -> tuple[SimulatedBarrier, float]:
    barrier = SimulatedBarrier()
    barrier.on_coil(OPEN, True)
    barrier.on_coil(OPEN, False)
    return barrier, run(barrier, 0.0, 2.0)


def test_one_pulse_opens_it() -> None:
    barrier, _ = opened()
    assert barrier.is_open
    assert not barrier.is_closed


def test_it_closes_itself_when_the_car_has_passed() -> None:
    barrier, now = opened()
    barrier.on_safety(True, now)
    now = run(barrier, now, 20.0)
    assert barrier.is_open
    barrier.on_safety(False, now)
    run(barrier, now, 3.0)
    assert barrier.is_closed


def test_it_closes_itself_when_nobody_came() -> None:
    barrier, now = opened()
    run(barrier, now, 12.0)
    assert barrier.is_closed


def test_it_reopens_for_a_car_under_the_closing_arm() -> None:
    barrier, now = opened()
    barrier.on_safety(True, now)
    barrier.on_safety(False, now)
    now = run(barrier, now, 1.2)
    assert not barrier.is_open
    assert not barrier.is_closed
    barrier.on_safety(True, now)
    run(barrier, now, 3.0)
    assert barrier.is_open


def test_latched_open_it_stays_open() -> None:
    barrier = SimulatedBarrier()
    barrier.on_coil(KEEP, True)
    now = run(barrier, 0.0, 60.0)
    assert barrier.is_open
    barrier.on_coil(KEEP, False)
    run(barrier, now, 30.0)
    assert barrier.is_closed


def test_a_stuck_arm_does_not_move() -> None:
    barrier = SimulatedBarrier()
    barrier.state.stuck = True
    barrier.on_coil(OPEN, True)
    run(barrier, 0.0, 5.0)
    assert barrier.is_closed


def test_a_broken_arm_reports_no_limit() -> None:
    barrier = SimulatedBarrier()
    barrier.state.broken = True
    assert not (barrier.is_closed)
    assert not (barrier.is_open)
