"""People at a real ledger: who lets whom in, and what nobody may do to house or self."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.facts import payments
from kiosk.domain.money import Money
from kiosk.domain.staff import PIN_FAILURES_MAX, Right, Role, Staff
from kiosk.runtime.answers import NotAllowed, SecondNeeded
from kiosk.runtime.desk import SignedOn, SignOnRefused
from kiosk.runtime.fees import Forgiven
from kiosk.runtime.second import Second, WrongPin
from kiosk.runtime.staff_desk import StaffRefusal
from kiosk.store.verify import verify
from tests.support.people import PIN, at_the_desk, known, let_in
from tests.support.site import EXIT, Rig, drive_in, new_clock, open_booth

NEW = "580316"
WHY = "moved away"


def new_rig(folder: Path) -> Rig:
    clock = new_clock()
    return Rig(open_booth(folder, clock), clock)


def lock(rig: Rig, staff: Staff) -> None:
    for _ in range(PIN_FAILURES_MAX):
        rig.desk.sign_on(staff.staff_id, "999999")


# --- who may


@pytest.mark.parametrize("role", Role)
def test_only_those_with_the_right_do_anything_about_others(rig: Rig, role: Role) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    at_the_desk(rig, role)
    desk = rig.desk.staff_desk
    before = rig.kinds("staff.")
    deeds: tuple[Callable[[], object], ...] = (
        lambda: desk.enrol("Cyd", Role.ATTENDANT, PIN),
        lambda: desk.change(ben.staff_id, "Benno", Role.SUPERVISOR),
        lambda: desk.new_pin(ben.staff_id, NEW),
        lambda: desk.let_go(ben.staff_id, WHY),
        lambda: desk.take_back(ben.staff_id, Role.ATTENDANT, NEW),
    )
    if role in (Role.OWNER, Role.ADMIN):
        assert all(isinstance(deed(), Staff) for deed in deeds)
        return
    for deed in deeds:
        with pytest.raises(NotAllowed) as no:
            deed()
        assert no.value.right is Right.ENROL_STAFF
    assert rig.kinds("staff.") == before


def test_nobody_at_the_desk_does_nothing(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    rig.desk.sign_off()
    with pytest.raises(NotAllowed):
        rig.desk.staff_desk.enrol("Ben", Role.ATTENDANT, PIN)
    assert rig.desk.staff_desk.change_my_pin(PIN, NEW) == WrongPin(0)


@pytest.mark.parametrize("role", Role)
def test_only_an_admin_makes_or_changes_an_admin(rig: Rig, role: Role) -> None:
    ada = at_the_desk(rig, Role.ADMIN)
    desk = rig.desk.staff_desk
    eve = let_in(rig, "Eve", Role.ADMIN)
    assert desk.let_go(eve.staff_id, WHY) == eve
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig, role=Role.SUPERVISOR)
    no = StaffRefusal.ADMINS_ONLY
    assert desk.enrol("Cyd", Role.ADMIN, PIN) == no
    assert desk.change(ben.staff_id, "Ben", Role.ADMIN) == no
    assert desk.change(ada.staff_id, "Ada", role) == no
    assert desk.new_pin(ada.staff_id, NEW) == no
    assert desk.let_go(ada.staff_id, WHY) == no
    assert desk.take_back(eve.staff_id, role, NEW) == no
    assert isinstance(rig.desk.sign_on(ada.staff_id, PIN), SignedOn)


# --- enrolling


def test_a_second_person_signs_on_and_agrees_to_what_takes_two(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    mira = let_in(rig, "Mira", Role.SUPERVISOR)
    car = drive_in(rig.services)
    with rig.services.site.store.write() as unit:
        here = rig.services.site.here(EXIT, car.session_id)
        unit.record(payments.AmountOwed(car.session_id, Money(9000), "iou"), here)
    forgive = rig.desk.fees.forgive
    assert forgive(car.session_id, "our fault") == SecondNeeded(Right.FORGIVE_DEBT)
    word = Second(mira.staff_id, PIN)
    assert forgive(car.session_id, "our fault", word) == Forgiven(Money(9000))
    assert rig.desk.sign_on(mira.staff_id, PIN) == SignedOn(mira)


@pytest.mark.parametrize(
    ("name", "pin", "no"),
    [
        ("", PIN, StaffRefusal.NO_NAME),
        (" \t ", PIN, StaffRefusal.NO_NAME),
        ("x" * 41, PIN, StaffRefusal.LONG_NAME),
        ("  OWNER ", PIN, StaffRefusal.SAME_NAME),
        ("Ben", "12345", StaffRefusal.SHORT_PIN),
        ("Ben", "27491a", StaffRefusal.SHORT_PIN),
        ("Ben", "٢٧٤٩١٣", StaffRefusal.SHORT_PIN),
        ("Ben", "111111", StaffRefusal.EASY_PIN),
        ("Ben", "123456", StaffRefusal.EASY_PIN),
        ("Ben", "987654", StaffRefusal.EASY_PIN),
    ],
)
def test_a_bad_name_or_pin_enrols_nobody(rig: Rig, name: str, pin: str, no: StaffRefusal) -> None:
    at_the_desk(rig, Role.OWNER)
    before = rig.kinds("staff.")
    assert rig.desk.staff_desk.enrol(name, Role.ATTENDANT, pin) == no
    assert rig.kinds("staff.") == before


def test_a_name_of_forty_letters_and_much_space_is_tidied_and_taken(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    assert let_in(rig, "  " + "x" * 20 + "   " + "y" * 19 + " ").name == "x" * 20 + " " + "y" * 19


def test_the_name_of_somebody_who_left_is_free(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    first = let_in(rig)
    rig.desk.staff_desk.let_go(first.staff_id, WHY)
    second = let_in(rig)
    assert rig.desk.staff_desk.take_back(first.staff_id, Role.ATTENDANT, NEW) == (
        StaffRefusal.SAME_NAME
    )
    assert second.staff_id != first.staff_id


# --- changing


def test_another_name_and_role_count_at_once(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    changed = rig.desk.staff_desk.change(ben.staff_id, "Benno", Role.SUPERVISOR)
    assert changed == Staff(ben.staff_id, "Benno", Role.SUPERVISOR)
    assert rig.desk.sign_on(ben.staff_id, PIN) == SignedOn(changed)


def test_what_is_as_it_was_is_not_recorded(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    before = rig.kinds("staff.")
    assert rig.desk.staff_desk.change(ben.staff_id, " Ben ", Role.ATTENDANT) == ben
    assert rig.kinds("staff.") == before


def test_a_changed_name_is_nobody_elses(rig: Rig) -> None:
    owner = at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    desk = rig.desk.staff_desk
    assert desk.change(ben.staff_id, owner.name, Role.ATTENDANT) == StaffRefusal.SAME_NAME
    assert desk.change(ben.staff_id, "", Role.ATTENDANT) == StaffRefusal.NO_NAME


def test_nobody_demotes_lets_go_or_unlocks_themselves(rig: Rig) -> None:
    owner = at_the_desk(rig, Role.OWNER)
    desk = rig.desk.staff_desk
    assert desk.change(owner.staff_id, "Olga", Role.SUPERVISOR) == StaffRefusal.YOURSELF
    assert desk.let_go(owner.staff_id, WHY) == StaffRefusal.YOURSELF
    assert desk.new_pin(owner.staff_id, NEW) == StaffRefusal.YOURSELF
    assert desk.change(owner.staff_id, "Olga", Role.OWNER) == Staff(
        owner.staff_id, "Olga", Role.OWNER
    )


THREE = st.integers(0, 2)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["change", "let_go", "take_back"]), THREE, THREE, st.sampled_from(Role)
    ),
    min_size=3,
    max_size=12,
)
"""What is done, by which of three people, to which of them, and with which role."""


@settings(max_examples=8, deadline=None)
@given(deeds=DEEDS)
def test_whatever_people_do_to_each_other_somebody_can_still_enrol(
    deeds: list[tuple[str, int, int, Role]],
) -> None:
    with TemporaryDirectory() as folder, closing(new_rig(Path(folder))) as rig:
        ada = at_the_desk(rig, Role.ADMIN)
        people = [let_in(rig, name, Role.ADMIN) for name in ("A", "B", "C")]
        rig.desk.sign_on(people[0].staff_id, PIN)
        rig.desk.staff_desk.let_go(ada.staff_id, "only three")
        for what, who, whom, role in deeds:
            rig.desk.staff = known(rig, people[who].staff_id).staff
            staff_id = people[whom].staff_id
            try:
                if what == "change":
                    rig.desk.staff_desk.change(staff_id, people[whom].name, role)
                elif what == "let_go":
                    rig.desk.staff_desk.let_go(staff_id, WHY)
                else:
                    rig.desk.staff_desk.take_back(staff_id, role, NEW)
            except NotAllowed:
                continue
        assert any(each.may(Right.ENROL_STAFF) for each in rig.desk.people())


# --- leaving and coming back


def test_who_was_let_go_signs_on_no_more_and_comes_back_under_a_new_pin(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    desk = rig.desk.staff_desk
    assert desk.let_go(ben.staff_id, WHY) == ben
    assert ben not in rig.desk.people()
    assert rig.desk.sign_on(ben.staff_id, PIN) == SignOnRefused(0)
    assert desk.let_go(ben.staff_id, WHY) == StaffRefusal.NOT_HERE
    assert desk.new_pin(ben.staff_id, NEW) == StaffRefusal.NOT_HERE
    assert desk.change(ben.staff_id, "Ben", Role.OWNER) == StaffRefusal.NOT_HERE
    back = desk.take_back(ben.staff_id, Role.SUPERVISOR, NEW)
    assert back == Staff(ben.staff_id, "Ben", Role.SUPERVISOR)
    assert isinstance(rig.desk.sign_on(ben.staff_id, PIN), SignOnRefused)
    assert rig.desk.sign_on(ben.staff_id, NEW) == SignedOn(back)


def test_who_never_left_is_not_taken_back(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    desk = rig.desk.staff_desk
    assert desk.take_back(ben.staff_id, Role.OWNER, NEW) == StaffRefusal.STILL_HERE
    assert desk.take_back("nobody", Role.OWNER, NEW) == StaffRefusal.NOT_HERE
    assert desk.take_back(ben.staff_id, Role.OWNER, "1") == StaffRefusal.SHORT_PIN


def test_nobody_is_let_go_without_a_reason(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    with pytest.raises(ValueError, match="reason"):
        rig.desk.staff_desk.let_go(ben.staff_id, "")


# --- PINs


def test_a_new_pin_unlocks_and_an_auditor_sees_it(rig: Rig) -> None:
    owner = at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    lock(rig, ben)
    assert known(rig, ben.staff_id).failures == PIN_FAILURES_MAX
    rig.desk.sign_on(owner.staff_id, PIN)
    assert rig.desk.staff_desk.new_pin(ben.staff_id, NEW) == ben
    with rig.services.site.store.read() as unit:
        seen = [(each.cause, each.detail, each.actor) for each in unit.exceptions.open()]
    assert ("staff.pin_set", "unlocked", owner.staff_id) in seen
    assert rig.desk.sign_on(ben.staff_id, NEW) == SignedOn(ben)
    assert isinstance(rig.desk.sign_on(ben.staff_id, PIN), SignOnRefused)


def test_a_new_pin_for_somebody_who_was_not_locked_is_only_in_the_journal(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    rig.desk.staff_desk.new_pin(ben.staff_id, NEW)
    assert rig.kinds("staff.pin_set") == ["staff.pin_set"]
    with rig.services.site.store.read() as unit:
        assert unit.exceptions.open() == []


@pytest.mark.parametrize("role", Role)
def test_everybody_changes_their_own_pin_by_the_old_one(rig: Rig, role: Role) -> None:
    staff = at_the_desk(rig, role)
    assert rig.desk.staff_desk.change_my_pin(PIN, NEW) == staff
    assert isinstance(rig.desk.sign_on(staff.staff_id, PIN), SignOnRefused)
    assert rig.desk.sign_on(staff.staff_id, NEW) == SignedOn(staff)


def test_a_wrong_old_pin_costs_a_try_and_a_bad_new_one_does_not(rig: Rig) -> None:
    staff = at_the_desk(rig, Role.ATTENDANT)
    desk = rig.desk.staff_desk
    assert desk.change_my_pin(PIN, "123456") == StaffRefusal.EASY_PIN
    assert desk.change_my_pin("999999", "1") == StaffRefusal.SHORT_PIN
    assert known(rig, staff.staff_id).failures == 0
    assert desk.change_my_pin("999999", NEW) == WrongPin(PIN_FAILURES_MAX - 1)
    assert rig.kinds("staff.pin_set") == []
    for _ in range(PIN_FAILURES_MAX - 1):
        desk.change_my_pin("999999", NEW)
    assert desk.change_my_pin(PIN, NEW) == WrongPin(0), "locked: the right one helps no more"


def test_no_pin_is_in_the_journal(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    rig.desk.staff_desk.new_pin(ben.staff_id, NEW)
    with rig.services.site.store.read() as unit:
        events = [unit.journal.arrived(n) for n in range(1, unit.journal.last_arrival() + 1)]
    assert not [each for each in events if PIN.encode() in each.data or NEW.encode() in each.data]


# --- the ledger


def test_journal_and_tables_agree_about_people(rig: Rig) -> None:
    owner = at_the_desk(rig, Role.OWNER)
    desk = rig.desk.staff_desk
    ben, cyd = let_in(rig), let_in(rig, "Cyd")
    desk.change(ben.staff_id, "Benno", Role.TECHNICIAN)
    desk.let_go(ben.staff_id, WHY)
    desk.let_go(cyd.staff_id, WHY)
    desk.take_back(cyd.staff_id, Role.SUPERVISOR, NEW)
    lock(rig, cyd)
    rig.desk.sign_on(owner.staff_id, PIN)
    desk.new_pin(cyd.staff_id, PIN)
    assert verify(rig.services.site.store) == []


def test_people_and_locks_outlive_a_restart(rig: Rig, tmp_path: Path) -> None:
    at_the_desk(rig, Role.OWNER)
    ben, cyd = let_in(rig), let_in(rig, "Cyd")
    rig.desk.staff_desk.let_go(ben.staff_id, WHY)
    lock(rig, cyd)
    rig.services.close()
    with closing(new_rig(tmp_path)) as again:
        assert ben not in again.desk.people()
        assert again.desk.sign_on(cyd.staff_id, PIN) == SignOnRefused(0)
