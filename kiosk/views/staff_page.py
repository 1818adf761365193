"""The staff page: who works here, and what may be done about it; for most, their own PIN alone.

PINs leave the page once, inside a wish that does not show them, and are in no view.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.staff import PIN_FAILURES_MAX, Right, Role, Staff, easy_pin, short_pin
from kiosk.domain.wording import Text
from kiosk.views.sign_on import PIN_EASY, PIN_SHORT

REASONS_LET_GO = (
    Text("Left the company"),
    Text("Works elsewhere now"),
    Text("Enrolled by mistake"),
)
PINS_DIFFER = Text("The two PINs are not the same.")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Let another person in."""

    name: str
    role: Role
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """Another name or another role."""

    staff_id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class NewPin:
    """A new PIN for somebody else, who is locked no more."""

    staff_id: str
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MyPin:
    """A new PIN for whoever is signed on."""

    old: str = field(repr=False)
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LetGo:
    """This person works here no more."""

    staff_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Somebody who was let go works here again, under a new PIN."""

    staff_id: str
    role: Role
    pin: str = field(repr=False)


Wish = NewPerson | ChangePerson | NewPin | MyPin | LetGo | TakeBack


class Asking(StrEnum):
    """What a form on the page asks for."""

    NEW = "new"
    CHANGE = "change"
    PIN = "pin"
    MINE = "mine"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody the house knows. `failures` are wrong PINs; None: no PIN at this booth."""

    staff_id: str
    name: str
    role: Role
    active: bool = True
    failures: int | None = 0

    @property
    def locked(self) -> bool:
        """Whether only a new PIN lets this person in again."""
        return self.failures is not None and self.failures >= PIN_FAILURES_MAX


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """What the page is told."""

    people: tuple[Member, ...] = ()
    settled: int = 0
    """How much was done: what is being asked for ends with the next."""
    trouble: Text | None = None
    done: Text | None = None


@dataclass(frozen=True, slots=True)
class StaffView:
    """Everything the page needs to draw itself. `me` is the staff_id of who is signed on.

    `roles` are those this person may give; without `may_enrol` there is their own PIN alone.
    """

    people: tuple[Member, ...]
    me: str
    may_enrol: bool
    roles: tuple[Role, ...]
    settled: int
    trouble: Text | None
    done: Text | None

    def may_change(self, member: Member) -> bool:
        """Whether this one is not above the person at the desk."""
        return self.may_enrol and member.role in self.roles


def staff_view(facts: StaffFacts, staff: Staff) -> StaffView:
    """Show them to this person: who works here first, then who left, each by name."""
    may = staff.may(Right.ENROL_STAFF)
    people = sorted(facts.people, key=lambda one: (not one.active, one.name.casefold()))
    return StaffView(
        people=tuple(people) if may else (),
        me=staff.staff_id,
        may_enrol=may,
        roles=tuple(role for role in Role if role is not Role.ADMIN or staff.role is Role.ADMIN),
        settled=facts.settled,
        trouble=facts.trouble,
        done=facts.done,
    )


def typed_pins_trouble(pin: str, again: str) -> Text | None:
    """What is wrong with two PIN fields while somebody types: said at the key that does it."""
    if not short_pin(pin) and easy_pin(pin):
        return PIN_EASY
    if again and short_pin(pin):
        return PIN_SHORT
    return None if pin.startswith(again) else PINS_DIFFER


def typed_pins_done(pin: str, again: str) -> bool:
    """Whether both fields hold the same good PIN."""
    return pin == again and not short_pin(pin) and not easy_pin(pin)
