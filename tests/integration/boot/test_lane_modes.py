"""One order for the mode of several entries, and what each lane keeps of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.signals import LaneMode
from kiosk.domain.staff import Role
from tests.support.counter_window import CounterWindow
from tests.support.site import ENTRY, EXIT, Rig, new_clock, new_settings, open_booth

WHY = "Closing time"


@pytest.fixture
def garage(tmp_path: Path, qtbot: QtBot) -> Iterator[CounterWindow]:
    """Two entries to the roof, one into the rest, one exit; a supervisor at the counter."""
    settings = new_settings(tmp_path)
    entry, exit_ = settings.lane
    bare = replace(entry, board=None, printer=None, scanner=None)
    lanes = (
        replace(entry, zone="roof"),
        replace(bare, id="entry-2", name="entry-2", number=3, zone="roof"),
        replace(bare, id="entry-3", name="entry-3", number=4),
        exit_,
    )
    clock = new_clock()
    rig = Rig(open_booth(tmp_path, clock, replace(settings, lane=lanes)), clock)
    made = CounterWindow(rig)
    made.show(qtbot)
    made.sit_down(Role.SUPERVISOR)
    yield made
    made.close()


def modes(garage: CounterWindow) -> dict[str, LaneMode]:
    for lane_id in garage.rig.lanes.runners:
        garage.rig.turn(lane_id)
    runners = garage.rig.lanes.runners
    return {lane_id: runner.state.mode for lane_id, runner in runners.items()}


@pytest.mark.parametrize(
    ("lane_id", "everywhere", "closed"),
    [
        (ENTRY, True, {ENTRY, "entry-2", "entry-3"}),
        (ENTRY, False, {ENTRY, "entry-2"}),
        ("entry-3", False, {"entry-3"}),
    ],
)
def test_the_entries_that_are_meant_close_and_no_exit_does(
    garage: CounterWindow, lane_id: str, everywhere: bool, closed: set[str]
) -> None:
    garage.window.modes_ordered.emit(lane_id, everywhere, LaneMode.CLOSED.value, WHY)
    garage.settle()
    found = modes(garage)
    assert {each for each, mode in found.items() if mode is LaneMode.CLOSED} == closed
    assert found[EXIT] is LaneMode.OPEN
    assert len(garage.rig.kinds("lane.mode_set")) == len(closed)
