"""People with a PIN, enrolled and signed on at a rig's desk."""

from __future__ import annotations

from kiosk.domain.staff import Role, Staff
from kiosk.runtime.desk import SignedOn
from kiosk.runtime.second import Second
from kiosk.runtime.staff_desk import Known
from tests.support.site import Rig

PIN = "274913"


def enrol(rig: Rig, role: Role) -> Staff:
    """Somebody with this role, enrolled by the one who may."""
    admin = next((each for each in rig.desk.people() if each.role is Role.ADMIN), None)
    if admin is None:
        admin = rig.desk.enrol("Ada", PIN, Role.ADMIN)
    if role is Role.ADMIN:
        return admin
    rig.desk.sign_on(admin.staff_id, PIN)
    return rig.desk.enrol(role.value, PIN, role)


def at_the_desk(rig: Rig, role: Role) -> Staff:
    """The same, and signed on."""
    staff = enrol(rig, role)
    assert rig.desk.sign_on(staff.staff_id, PIN) == SignedOn(staff)
    return staff


def second(rig: Rig, role: Role = Role.SUPERVISOR) -> Second:
    """Another person's word; whoever was signed on stays so."""
    here = rig.desk.staff
    word = Second(enrol(rig, role).staff_id, PIN)
    rig.desk.staff = here
    return word


def let_in(rig: Rig, name: str = "Ben", role: Role = Role.ATTENDANT) -> Staff:
    """Another person, enrolled by whoever is at the desk."""
    staff = rig.desk.staff_desk.enrol(name, role, PIN)
    assert isinstance(staff, Staff)
    return staff


def known(rig: Rig, staff_id: str) -> Known:
    """What the house knows of this person."""
    return next(each for each in rig.desk.staff_desk.people() if each.staff.staff_id == staff_id)
