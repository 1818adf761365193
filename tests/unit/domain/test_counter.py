"""The counter's name among the places where money is asked for."""

from __future__ import annotations

import pytest

from kiosk.domain.counter import COUNTER, at_counter, counter_by, device_place


@pytest.mark.parametrize(
    ("place", "is_counter", "device"),
    [
        (COUNTER, True, COUNTER),
        (counter_by("exit-1"), True, "exit-1"),
        ("exit-1", False, "exit-1"),
        ("counter-2", False, "counter-2"),
        ("", False, ""),
    ],
)
def test_a_place_is_the_counter_or_a_lane_and_has_one_device(
    place: str, is_counter: bool, device: str
) -> None:
    assert at_counter(place) is is_counter
    assert device_place(place) == device
