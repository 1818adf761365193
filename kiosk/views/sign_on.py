"""Who may take the booth: the people to choose from, and what is wrong with a PIN.

The PIN itself never enters a view: the window holds its digits, shows dots, hands them over once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.domain.staff import (
    PIN_DIGITS_MIN,
    PIN_FAILURES_MAX,
    Role,
    Staff,
    easy_pin,
    short_pin,
)
from kiosk.domain.wording import Text

PIN_SHORT = Text("A PIN has at least {digits} digits.").with_values(digits=PIN_DIGITS_MIN)
PIN_EASY = Text("This PIN is too easy to guess. Please choose another.")
NOBODY_LEFT = Text("Nobody who may sign on here works here any more. Call the owner.")

ROLES: Mapping[Role, Text] = {
    Role.ATTENDANT: Text("Attendant"),
    Role.SUPERVISOR: Text("Supervisor"),
    Role.TECHNICIAN: Text("Technician"),
    Role.OWNER: Text("Owner"),
    Role.ADMIN: Text("Administrator"),
}
FIRST_ROLES = (Role.OWNER, Role.ADMIN)
"""Whom a booth without any staff may enrol: somebody who can enrol the others."""


@dataclass(frozen=True, slots=True)
class Person:
    """One name on the sign-on page."""

    staff_id: str
    name: str
    role: Text
    locked: bool = False


@dataclass(frozen=True, slots=True)
class SignOnView:
    """The sign-on page. `enrolling`: nobody is known yet, so the first person enrols."""

    people: tuple[Person, ...]
    enrolling: bool = False
    trouble: Text | None = None
    hint: Text | None = None


def sign_on_view(
    staff: Iterable[Staff],
    failures: Mapping[str, int],
    refused: str | None = None,
    hint: Text | None = None,
    *,
    first_start: bool = True,
) -> SignOnView:
    """Show the active staff by name; `refused` is the staff_id whose PIN was just wrong.

    Where nobody is left, the first start enrols; a later one does not let just anybody in.
    """
    active = sorted((one for one in staff if one.active), key=lambda one: one.name.casefold())
    people = tuple(
        Person(one.staff_id, one.name, ROLES[one.role], _left(failures, one.staff_id) == 0)
        for one in active
    )
    trouble = None if refused is None else wrong_pin(_left(failures, refused))
    if not people and not first_start:
        trouble = NOBODY_LEFT
    return SignOnView(people, not people and first_start, trouble, hint)


def pin_trouble(pin: str, again: str) -> Text | None:
    """What keeps a new PIN, typed twice, from being accepted; None when nothing does."""
    if short_pin(pin):
        return PIN_SHORT
    if easy_pin(pin):
        return PIN_EASY
    if pin != again:
        return Text("The two PINs are not the same. Please type both again.")
    return None


def _left(failures: Mapping[str, int], staff_id: str) -> int:
    return max(0, PIN_FAILURES_MAX - failures.get(staff_id, 0))


def wrong_pin(left: int) -> Text:
    """What to say of a wrong PIN, with so many tries left before it locks."""
    if left == 0:
        return Text("Too many wrong PINs. Somebody with a right to enrol must set a new one.")
    if left <= 3:
        return Text("Wrong PIN. Tries left before it locks: {left}").with_values(left=left)
    return Text("Wrong PIN. Please try again.")
