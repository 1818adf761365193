"""Somebody at a real counter: shared by the tests of every page of money."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import Role
from tests.support.counter_window import CounterWindow
from tests.support.people import enrol
from tests.support.site import Car, Rig, drive_in, new_clock, open_booth


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[CounterWindow]:
    """An owner at the counter of an open booth; a supervisor is enrolled too."""
    clock = new_clock()
    made = CounterWindow(Rig(open_booth(tmp_path, clock), clock))
    enrol(made.rig, Role.SUPERVISOR)
    made.show(qtbot)
    made.set_terms()
    made.sit_down(Role.OWNER)
    yield made
    made.close()


@pytest.fixture
def car(counter: CounterWindow) -> Car:
    """A car inside for an hour, its ticket on the counter."""
    car = drive_in(counter.rig.services)
    counter.plain(Qt.Key.Key_F3)
    counter.type(car.code, enter=True)
    return car
