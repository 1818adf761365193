"""Who closes the program from a driver's screen: a technician's PIN, and nobody who guesses."""

from __future__ import annotations

import pytest

from kiosk.domain.facts import booth
from kiosk.domain.staff import PIN_FAILURES_MAX, Role
from tests.support.people import PIN, at_the_desk, enrol
from tests.support.site import ENTRY, Rig

WRONG = "111222"
LEFT = "staff.kiosk_left"


def leave(rig: Rig, pin: str) -> bool:
    return rig.desk.counter.pins.leave_kiosk(ENTRY, pin) is not None


def test_a_technicians_pin_leaves_and_the_journal_says_who_and_where(rig: Rig) -> None:
    technician = enrol(rig, Role.TECHNICIAN)
    admin = next(each for each in rig.desk.people() if each.role is Role.ADMIN)
    rig.desk.staff_desk.change_my_pin(PIN, "602815")  # else both have the same
    assert leave(rig, PIN)
    with rig.services.site.store.read() as unit:
        last = unit.journal.arrived(unit.journal.last_arrival())
    assert last.body == booth.KioskLeft(technician.staff_id)
    assert (last.circumstances.actor, last.circumstances.lane_id) == (technician.staff_id, ENTRY)
    assert leave(rig, "602815")
    assert rig.kinds(LEFT) == [LEFT, LEFT]
    assert admin.staff_id != technician.staff_id


@pytest.mark.parametrize("role", [Role.ATTENDANT, Role.SUPERVISOR])
def test_a_pin_of_anybody_else_leaves_nothing(rig: Rig, role: Role) -> None:
    enrol(rig, role)
    rig.desk.staff_desk.change_my_pin(PIN, "602815")  # the admin's own
    assert not leave(rig, PIN)
    assert rig.kinds(LEFT) == []


def test_whoever_was_let_go_does_not_leave_either(rig: Rig) -> None:
    technician = enrol(rig, Role.TECHNICIAN)
    rig.desk.staff_desk.change_my_pin(PIN, "602815")
    rig.desk.staff_desk.let_go(technician.staff_id, "gone")
    assert not leave(rig, PIN)


def test_after_ten_wrong_ones_the_corner_is_dead_until_somebody_signs_on(rig: Rig) -> None:
    enrol(rig, Role.TECHNICIAN)
    for _ in range(PIN_FAILURES_MAX):
        assert not leave(rig, WRONG)
    assert not leave(rig, PIN), "even the right one"
    with rig.services.site.store.read() as unit:
        (locked,) = [each for each in unit.exceptions.open() if each.detail == "locked"]
    assert locked.lane_id == ENTRY
    at_the_desk(rig, Role.ATTENDANT)
    assert leave(rig, PIN)


def test_wrong_ones_lock_nobodys_own_pin(rig: Rig) -> None:
    enrol(rig, Role.TECHNICIAN)
    for _ in range(PIN_FAILURES_MAX):
        leave(rig, WRONG)
    assert set(rig.desk.look().failures.values()) == {0}
