"""Who works here: enrolling people, their roles and PINs, letting them go and taking them back.

Nobody can be shut out of the house from within: no one lets go or demotes themselves, and whoever
does it to others still has the right. An admin is an admin's business alone, so that an owner
cannot rise above themselves. PINs are of this booth: no hash ever leaves it, so somebody enrolled
at another booth is known here and gets a PIN of their own here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.facts import booth
from kiosk.domain.staff import (
    NAME_LETTERS_MAX,
    PIN_FAILURES_MAX,
    Right,
    Role,
    Staff,
    easy_pin,
    short_pin,
)
from kiosk.runtime.counter import Counter
from kiosk.runtime.second import WrongPin
from kiosk.store.unit import Transaction


class StaffRefusal(StrEnum):
    """Why nothing was done about a person; nothing is recorded."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    SAME_NAME = "same_name"
    """Somebody who works here has this name already."""
    SHORT_PIN = "short_pin"
    EASY_PIN = "easy_pin"
    YOURSELF = "yourself"
    """Nobody lets go or demotes themselves, or gets around their old PIN."""
    ADMINS_ONLY = "admins_only"
    """Only an admin makes or changes an admin."""
    NOT_HERE = "not_here"
    """This person is unknown, or was let go meanwhile."""
    STILL_HERE = "still_here"
    """Nobody is taken back who was never let go."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the house knows. `failures` are wrong PINs; None where they have no PIN here."""

    staff: Staff
    failures: int | None


class StaffDesk:
    """The house's people, at one booth. Everything but one's own PIN is by `Right.ENROL_STAFF`."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    def people(self) -> tuple[Known, ...]:
        """Everybody who ever worked here, by name."""
        with self._site.store.read() as unit:
            pins = ((each, unit.secrets.pin(each.staff_id)) for each in unit.staff.all())
            return tuple(Known(each, pin.failures if pin else None) for each, pin in pins)

    def enrol(self, name: str, role: Role, pin: str) -> Staff | StaffRefusal:
        """Let another person in, with a PIN at this booth."""
        self._counter.need(Right.ENROL_STAFF)
        staff = Staff(self._site.clock.new_id(), _tidy(name), role)
        no = _pin_refusal(pin) or self._out_of_reach(role)
        if no is not None:
            return no
        hashed = self._counter.pins.hashed(pin)
        with self._site.store.write() as unit:
            if (no := _name_refusal(unit, staff)) is not None:
                return no
            self._enrol(unit, staff)
            unit.secrets.set_pin(staff.staff_id, hashed)
        return staff

    def change(self, staff_id: str, name: str, role: Role) -> Staff | StaffRefusal:
        """Another name or another role; nothing is recorded where both are as they were."""
        self._counter.need(Right.ENROL_STAFF)
        changed = Staff(staff_id, _tidy(name), role)
        with self._site.store.write() as unit:
            before = self._changeable(unit, staff_id)
            if isinstance(before, StaffRefusal):
                return before
            if staff_id == self._counter.actor and role is not before.role:
                return StaffRefusal.YOURSELF
            no = self._out_of_reach(role) or _name_refusal(unit, changed)
            if no is not None:
                return no
            if changed != before:
                self._enrol(unit, changed)
        return changed

    def let_go(self, staff_id: str, reason: str) -> Staff | StaffRefusal:
        """This person may do nothing from now on; what they did stays theirs."""
        self._counter.need(Right.ENROL_STAFF)
        if not reason:
            raise ValueError("somebody is let go for a reason")
        with self._site.store.write() as unit:
            person = self._changeable(unit, staff_id)
            if isinstance(person, StaffRefusal):
                return person
            if staff_id == self._counter.actor:
                return StaffRefusal.YOURSELF
            unit.record(booth.StaffLetGo(staff_id, reason), self._counter.here())
        return person

    def take_back(self, staff_id: str, role: Role, pin: str) -> Staff | StaffRefusal:
        """Somebody who was let go works here again, under a new PIN."""
        self._counter.need(Right.ENROL_STAFF)
        if (no := _pin_refusal(pin)) is not None:
            return no
        hashed = self._counter.pins.hashed(pin)
        with self._site.store.write() as unit:
            before = unit.staff.find(staff_id)
            if before is None:
                return StaffRefusal.NOT_HERE
            if before.active:
                return StaffRefusal.STILL_HERE
            again = Staff(staff_id, before.name, role)
            no = self._out_of_reach(before.role, role) or _name_refusal(unit, again)
            if no is not None:
                return no
            if role is not before.role:
                self._enrol(unit, again)
            unit.record(booth.StaffTakenBack(staff_id), self._counter.here())
            self._set_pin(unit, staff_id, hashed)
        return again

    def new_pin(self, staff_id: str, pin: str) -> Staff | StaffRefusal:
        """A new PIN at this booth for somebody else, who is locked no more."""
        self._counter.need(Right.ENROL_STAFF)
        if (no := _pin_refusal(pin)) is not None:
            return no
        hashed = self._counter.pins.hashed(pin)
        with self._site.store.write() as unit:
            person = self._changeable(unit, staff_id)
            if isinstance(person, StaffRefusal):
                return person
            if staff_id == self._counter.actor:
                return StaffRefusal.YOURSELF
            self._set_pin(unit, staff_id, hashed)
        return person

    def change_my_pin(self, old: str, pin: str) -> Staff | StaffRefusal | WrongPin:
        """A new PIN at this booth for whoever is signed on: anybody may, by their old one."""
        if (no := _pin_refusal(pin)) is not None:
            return no
        hashed = self._counter.pins.hashed(pin)

        def then(unit: Transaction, staff: Staff) -> None:
            self._set_pin(unit, staff.staff_id, hashed)

        return self._counter.pins.check(self._counter.actor, old, then)

    def _changeable(self, unit: Transaction, staff_id: str) -> Staff | StaffRefusal:
        """Somebody who works here, and is not above the person at the desk."""
        person = unit.staff.find(staff_id)
        if person is None or not person.active:
            return StaffRefusal.NOT_HERE
        return self._out_of_reach(person.role) or person

    def _out_of_reach(self, *roles: Role) -> StaffRefusal | None:
        mine = self._counter.staff
        above = Role.ADMIN in roles and (mine is None or mine.role is not Role.ADMIN)
        return StaffRefusal.ADMINS_ONLY if above else None

    def _enrol(self, unit: Transaction, staff: Staff) -> None:
        body = booth.StaffEnrolled(staff.staff_id, staff.name, staff.role)
        unit.record(body, self._counter.here())

    def _set_pin(self, unit: Transaction, staff_id: str, hashed: str) -> None:
        before = unit.secrets.pin(staff_id)
        unlocked = before is not None and before.failures >= PIN_FAILURES_MAX
        unit.record(booth.StaffPinSet(staff_id, unlocked), self._counter.here())
        unit.secrets.set_pin(staff_id, hashed)


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _pin_refusal(pin: str) -> StaffRefusal | None:
    if short_pin(pin):
        return StaffRefusal.SHORT_PIN
    return StaffRefusal.EASY_PIN if easy_pin(pin) else None


def _name_refusal(unit: Transaction, staff: Staff) -> StaffRefusal | None:
    if not staff.name:
        return StaffRefusal.NO_NAME
    if len(staff.name) > NAME_LETTERS_MAX:
        return StaffRefusal.LONG_NAME
    others = (each for each in unit.staff.all() if each.active and each.staff_id != staff.staff_id)
    taken = any(each.name.casefold() == staff.name.casefold() for each in others)
    return StaffRefusal.SAME_NAME if taken else None
