"""The garage's geometry: loops under cars, and what stops a car."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.signals import LaneKind
from kiosk.views.garage import (
    CAR_METRES,
    GAP_METRES,
    LANE_FAULTS,
    SITE_FAULTS,
    START_METRES,
    STATION_METRES,
    Covered,
    GarageFault,
    GarageLane,
    drive,
    gone,
    loops_covered,
    passable,
    room_for_a_car,
)


def test_a_new_car_stands_on_no_loop_and_the_station_on_loop_a_alone() -> None:
    assert loops_covered([START_METRES]) == Covered(approach=False, safety=False)
    assert loops_covered([STATION_METRES]) == Covered(approach=True, safety=False)


def test_a_passing_car_covers_a_then_both_then_b_then_none() -> None:
    seen: list[tuple[bool, bool]] = []
    for step in range(160):
        covered = loops_covered([START_METRES + step * 0.1])
        if not seen or seen[-1] != (covered.approach, covered.safety):
            seen.append((covered.approach, covered.safety))
    assert seen == [(False, False), (True, False), (True, True), (False, True), (False, False)]


def test_a_lying_boom_stops_a_nose_and_a_tail_and_pins_a_car_under_it() -> None:
    assert drive((-1.0,), 0, 3.0, passable=False) == (0.0,)
    assert drive((CAR_METRES + 1,), 0, 0.0, passable=False) == (CAR_METRES,)
    assert drive((2.0,), 0, 6.0, passable=False) == (2.0,)
    assert drive((-1.0,), 0, 3.0, passable=True) == (3.0,)


def test_a_broken_boom_stops_nobody() -> None:
    lane = GarageLane("entry-1", "Entry 1", LaneKind.ENTRY)
    assert not passable(lane)
    broken = frozenset({GarageFault.BOOM_BROKEN})
    assert passable(GarageLane("entry-1", "Entry 1", LaneKind.ENTRY, faults=broken))
    assert passable(GarageLane("entry-1", "Entry 1", LaneKind.ENTRY, boom_degrees=90))


@given(
    st.lists(st.tuples(st.integers(0, 1), st.floats(-30, 30), st.booleans()), max_size=40),
)
def test_two_cars_never_touch_and_never_change_places(
    moves: list[tuple[int, float, bool]],
) -> None:
    cars: tuple[float, ...] = (1.0, START_METRES)
    for car, wanted, free in moves:
        cars = drive(cars, car, wanted, free)
        assert cars[0] - CAR_METRES - GAP_METRES >= cars[1] - 1e-9


def test_a_car_is_gone_when_its_tail_has_left() -> None:
    assert not gone(9.0)
    assert gone(9.0 + CAR_METRES)


def test_no_car_comes_on_top_of_another() -> None:
    assert room_for_a_car(())
    assert not room_for_a_car((START_METRES,))
    assert room_for_a_car((START_METRES + CAR_METRES + GAP_METRES,))


def test_every_fault_has_its_button() -> None:
    assert set(LANE_FAULTS) | set(SITE_FAULTS) == set(GarageFault)
