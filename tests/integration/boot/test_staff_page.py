"""The staff page at a real desk: enrolled and unlocked people sign on, gone ones do not."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.domain.facts import booth
from kiosk.domain.staff import PIN_FAILURES_MAX, Role, Staff
from kiosk.runtime.desk import SignedOn
from tests.support.counter_window import CounterWindow
from tests.support.people import PIN
from tests.support.stores import Elsewhere

KEY = Qt.Key
NEW = "580316"


def fill(counter: CounterWindow, *words: str) -> None:
    for word in words:
        counter.type(word, enter=True)
    counter.confirm()


def pick(counter: CounterWindow, name: str) -> None:
    """Choose somebody of the list by their key."""
    view = counter.window.staff._view
    assert view is not None
    place = [each.name for each in view.people].index(name)
    counter.press(Qt.Key(KEY.Key_1 + place))


def person(counter: CounterWindow, name: str) -> Staff:
    with counter.rig.services.site.store.read() as unit:
        return next(each for each in unit.staff.all() if each.name == name)


def test_somebody_enrolled_here_is_offered_at_sign_on_and_gets_in(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F10)
    counter.press(KEY.Key_W)
    counter.press(KEY.Key_2)
    fill(counter, "Zuzana", NEW, NEW)
    assert counter.says("Zuzana may sign on now")
    zuzana = person(counter, "Zuzana")
    assert zuzana.role is Role.SUPERVISOR
    counter.press(KEY.Key_Q)
    counter.window.signed_on.emit(zuzana.staff_id, NEW)
    counter.settle()
    assert counter.rig.desk.staff == zuzana


def test_a_name_that_is_taken_is_said_and_what_was_typed_stays(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F10)
    counter.press(KEY.Key_W)
    fill(counter, "supervisor", NEW, NEW)
    assert counter.says("Somebody here has this name.")
    counter.type("Zuzana")
    counter.confirm()
    zuzana = person(counter, "Zuzana")
    assert counter.rig.desk.sign_on(zuzana.staff_id, NEW) == SignedOn(zuzana)


def test_a_locked_person_is_seen_and_let_in_again(counter: CounterWindow) -> None:
    locked = person(counter, "supervisor")
    here = counter.rig.desk.staff
    for _ in range(PIN_FAILURES_MAX):
        counter.rig.desk.sign_on(locked.staff_id, "999999")
    assert counter.rig.desk.staff == here
    counter.plain(KEY.Key_F10)
    assert counter.says("locked: 10 wrong PINs")
    pick(counter, "supervisor")
    counter.press(KEY.Key_P)
    fill(counter, NEW, NEW)
    assert counter.says("has a new PIN at this booth")
    assert not counter.says("locked")
    assert counter.rig.desk.sign_on(locked.staff_id, NEW) == SignedOn(locked)


def test_one_is_let_go_with_a_reason_and_taken_back(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F10)
    pick(counter, "supervisor")
    counter.press(KEY.Key_L)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert counter.says("may do nothing here any more")
    assert not person(counter, "supervisor").active
    pick(counter, "supervisor")
    counter.press(KEY.Key_B)
    fill(counter, NEW, NEW)
    assert person(counter, "supervisor").active
    assert counter.rig.kinds("staff.let_go") == ["staff.let_go"]


def test_ones_own_new_name_stands_on_the_rail(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F10)
    pick(counter, "owner")
    counter.press(KEY.Key_R)
    fill(counter, " Olga")
    assert counter.rig.desk.staff is not None
    assert counter.says("owner Olga")
    assert counter.window.staff._view is not None


def test_an_attendant_changes_their_pin_and_a_wrong_old_one_is_said(
    counter: CounterWindow,
) -> None:
    counter.sit_down(Role.ATTENDANT)
    counter.plain(KEY.Key_F10)
    fill(counter, "999999", NEW, NEW)
    assert counter.says("Wrong PIN.")
    counter.window.staff.form.fields["old"].clear()
    counter.window.staff.take_focus()
    fill(counter, PIN)
    assert counter.says("You have a new PIN at this booth.")
    staff = person(counter, "attendant")
    assert counter.rig.desk.sign_on(staff.staff_id, NEW) == SignedOn(staff)


def test_who_is_let_go_at_another_booth_finds_the_window_locked(counter: CounterWindow) -> None:
    counter.sit_down(Role.ATTENDANT)
    staff = person(counter, "attendant")
    site = counter.rig.services.site
    with site.store.write() as unit:
        event = Elsewhere().seal(booth.StaffLetGo(staff.staff_id, "moved away"))
        unit.receive(event, site.clock.now())
    counter.desk.look()
    counter.settle()
    assert counter.window.sign_on.isVisible()
    assert counter.rig.desk.staff is None
    assert staff.name not in [each.name for each in counter.rig.desk.people()]


def test_another_role_given_elsewhere_changes_what_is_offered(counter: CounterWindow) -> None:
    counter.sit_down(Role.SUPERVISOR)
    staff = counter.rig.desk.staff
    assert staff is not None
    site = counter.rig.services.site
    with site.store.write() as unit:
        event = Elsewhere().seal(booth.StaffEnrolled(staff.staff_id, staff.name, Role.TECHNICIAN))
        unit.receive(event, site.clock.now())
    counter.desk.look()
    counter.settle()
    assert counter.says("Technician")
