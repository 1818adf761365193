"""The demo's first shift begins with a counted float, so that its drawer can give change."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.boot.demo import FLOAT, PEOPLE
from kiosk.domain.cash import worth
from kiosk.domain.money import Money
from kiosk.runtime.cashier import CashTaken
from tests.support.counter_window import CounterWindow
from tests.support.people import PIN
from tests.support.site import Rig, drive_in, new_clock, open_booth, stay_of


def test_the_first_of_the_demos_people_counts_the_float_once(tmp_path: Path, qtbot: QtBot) -> None:
    clock = new_clock()
    rig = Rig(open_booth(tmp_path, clock), clock)
    counter = CounterWindow(rig)
    counter.show(qtbot)
    for _ in range(2):
        counter.desk.enrol_first(PEOPLE, PIN, FLOAT)
        counter.settle()
    assert rig.desk.staff is None, "nobody sits there yet"
    assert [each.name for each in rig.desk.people()] == [name for name, _ in PEOPLE]
    assert rig.desk.shifts.pieces() == FLOAT
    assert rig.kinds("shift.") == ["shift.opened", "shift.cash_moved"]
    demo = next(each for each in rig.desk.people() if each.name == PEOPLE[0][0])
    counter.window.signed_on.emit(demo.staff_id, PIN)
    counter.settle()
    stay = stay_of(rig.services, drive_in(rig.services))
    taken = rig.desk.cashier.take_cash(stay, Money(1000))
    assert isinstance(taken, CashTaken)
    assert worth(taken.pieces) == taken.change.minor == 700
    counter.close()
