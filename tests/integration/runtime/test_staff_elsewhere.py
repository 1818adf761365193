"""People of two booths: what is said of them elsewhere counts here, and their PINs do not."""

from __future__ import annotations

import pytest

from kiosk.domain.event import Body
from kiosk.domain.facts import booth
from kiosk.domain.staff import Role, Staff
from kiosk.lane import events as ev
from kiosk.runtime.answers import NotAllowed
from kiosk.runtime.desk import SignedOn, SignOnRefused
from kiosk.runtime.staff_desk import Known
from kiosk.store.verify import verify
from tests.support.people import PIN, at_the_desk, known, let_in
from tests.support.site import ENTRY, Rig
from tests.support.stores import Elsewhere

NEW = "580316"
WHY = "moved away"


def hear(rig: Rig, *bodies: Body, origin: str = "booth-2") -> None:
    """The centre tells what happened at another booth."""
    other = Elsewhere(origin)
    with rig.services.site.store.write() as unit:
        for body in bodies:
            unit.receive(other.seal(body), rig.clock.now())


# --- at the desk here


def test_who_is_let_go_elsewhere_is_refused_at_the_next_order(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    assert rig.desk.sign_on(ben.staff_id, PIN) == SignedOn(ben)
    rig.desk.order(ENTRY, ev.ManualOpenOrdered(rig.desk.authority("a pram")))
    hear(rig, booth.StaffLetGo(ben.staff_id, WHY))
    with pytest.raises(NotAllowed):
        rig.desk.order(ENTRY, ev.ManualOpenOrdered(rig.desk.authority("a pram")))


def test_another_role_given_elsewhere_counts_at_the_next_order(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig, role=Role.SUPERVISOR)
    rig.desk.sign_on(ben.staff_id, PIN)
    hear(rig, booth.StaffEnrolled(ben.staff_id, "Ben", Role.ATTENDANT))
    with pytest.raises(NotAllowed):
        rig.desk.order(ENTRY, ev.LaneResetOrdered(rig.desk.authority("stuck")))
    rig.desk.order(ENTRY, ev.ManualOpenOrdered(rig.desk.authority("a pram")))


# --- another booth's people


def test_people_of_another_booth_get_a_pin_of_their_own_here(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    hear(rig, booth.StaffEnrolled("eve", "Eve", Role.ATTENDANT))
    eve = Staff("eve", "Eve", Role.ATTENDANT)
    assert known(rig, "eve") == Known(eve, None)
    assert eve not in rig.desk.people()
    assert rig.desk.sign_on("eve", PIN) == SignOnRefused(0)
    assert rig.desk.staff_desk.new_pin("eve", NEW) == eve
    assert rig.desk.sign_on("eve", NEW) == SignedOn(eve)


def test_a_booth_that_heard_of_others_first_still_has_its_first_start(rig: Rig) -> None:
    hear(rig, booth.StaffEnrolled("eve", "Eve", Role.OWNER))
    assert rig.desk.look().first_start
    ada = rig.desk.enrol("Ada", PIN, Role.OWNER)
    assert rig.desk.sign_on(ada.staff_id, PIN) == SignedOn(ada)
    assert not rig.desk.look().first_start


def test_a_booth_whose_people_are_all_gone_lets_nobody_enrol_themselves(rig: Rig) -> None:
    ada = rig.desk.enrol("Ada", PIN, Role.OWNER)
    hear(rig, booth.StaffLetGo(ada.staff_id, WHY))
    assert rig.desk.people() == []
    assert not rig.desk.look().first_start
    with pytest.raises(NotAllowed):
        rig.desk.enrol("Mallory", PIN, Role.OWNER)


def test_who_left_before_we_heard_of_them_is_gone(rig: Rig) -> None:
    at_the_desk(rig, Role.OWNER)
    hear(rig, booth.StaffLetGo("eve", WHY), origin="booth-3")
    hear(rig, booth.StaffEnrolled("eve", "Eve", Role.OWNER), origin="booth-2")
    assert not known(rig, "eve").staff.active
    assert verify(rig.services.site.store) == []


@pytest.mark.parametrize("renamed_first", [True, False])
def test_a_name_given_elsewhere_brings_nobody_back_who_was_let_go(
    rig: Rig, renamed_first: bool
) -> None:
    at_the_desk(rig, Role.OWNER)
    ben = let_in(rig)
    renamed = booth.StaffEnrolled(ben.staff_id, "Benno", Role.SUPERVISOR)
    if renamed_first:
        hear(rig, renamed)
    rig.desk.staff_desk.let_go(ben.staff_id, WHY)
    if not renamed_first:
        hear(rig, renamed)
    gone = Staff(ben.staff_id, "Benno", Role.SUPERVISOR, active=False)
    assert known(rig, ben.staff_id).staff == gone
    assert rig.desk.sign_on(ben.staff_id, PIN) == SignOnRefused(0)
