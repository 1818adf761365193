"""PINs: who proves to be who they say, alone at the desk or as the second person behind an order.

A failure is counted on disk *before* the PIN is looked at, so that pulling the plug in the middle
of a guess costs a try all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from kiosk.domain.facts import booth
from kiosk.domain.staff import PIN_DIGITS_MIN, PIN_FAILURES_MAX, Right, Staff, short_pin
from kiosk.runtime.answers import SecondNeeded, SecondRefused
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction

CORNER_FAILURES = "corner_failures"
"""A local value: wrong PINs at the drivers' screens, one after another."""
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's minimum for argon2id: about 20 ms, one core."""


@dataclass(frozen=True, slots=True)
class Second:
    """A second person's word: who, and the PIN they typed."""

    staff_id: str
    pin: str


@dataclass(frozen=True, slots=True)
class WrongPin:
    """Not this person, or locked; `left` tries remain before the lock."""

    left: int


class Pins:
    """Checks PINs against the booth's own table. `pepper` never leaves the booth's folder."""

    def __init__(self, site: Site, pepper: bytes) -> None:
        self._site = site
        self._pepper = pepper.hex()

    def hashed(self, pin: str) -> str:
        """What is kept of a PIN; ValueError for one that is too short or no digits."""
        if short_pin(pin):
            raise ValueError(f"a PIN has at least {PIN_DIGITS_MIN} digits")
        return _HASHER.hash(pin + self._pepper)

    def check(
        self, staff_id: str, pin: str, then: Callable[[Transaction, Staff], None] | None = None
    ) -> Staff | WrongPin:
        """Who this is. What happens `then` is recorded together with the success."""
        store = self._site.store
        with store.write() as unit:
            staff = unit.staff.find(staff_id)
            secret = unit.secrets.pin(staff_id)
            if staff is None or secret is None or not staff.active:
                return WrongPin(0)
            hashed, failures = secret
            if failures >= PIN_FAILURES_MAX:
                return WrongPin(0)
            unit.secrets.note_failure(staff_id)
        if not self._matches(hashed, pin):
            with store.write() as unit:
                unit.record(booth.SignOnRefused(staff_id, failures + 1), self._site.here())
            return WrongPin(PIN_FAILURES_MAX - failures - 1)
        with store.write() as unit:
            unit.secrets.note_success(staff_id)
            if then is not None:
                then(unit, staff)
        return staff

    def leave_kiosk(self, lane_id: str, pin: str) -> Staff | None:
        """Who closes the program from this lane's screen: a PIN alone, of whoever may.

        Wrong ones count together, on disk, since they are nobody's: after ten the corner is dead
        until somebody signs on at the booth.
        """
        store, here = self._site.store, self._site.here(lane_id)
        with store.write() as unit:
            failures = int(unit.local.get(CORNER_FAILURES) or 0)
            if failures >= PIN_FAILURES_MAX:
                return None
            unit.local.set(CORNER_FAILURES, str(failures + 1))
            people = [each for each in unit.staff.all() if each.may(Right.LEAVE_KIOSK)]
            secrets = [(each, unit.secrets.pin(each.staff_id)) for each in people]
        for staff, secret in secrets:
            if secret is None or secret.failures >= PIN_FAILURES_MAX:
                continue
            if self._matches(secret.pin_hash, pin):
                with store.write() as unit:
                    unit.local.set(CORNER_FAILURES, "0")
                    left = booth.KioskLeft(staff.staff_id)
                    unit.record(left, replace(here, actor=staff.staff_id))
                return staff
        with store.write() as unit:
            unit.record(booth.SignOnRefused("", failures + 1), here)
        return None

    def agreed(
        self, second: Second | None, right: Right, first: str
    ) -> str | SecondNeeded | SecondRefused:
        """The second person's id, if they are another than `first`, may do it, and prove it."""
        if second is None:
            return SecondNeeded(right)
        with self._site.store.read() as unit:
            person = unit.staff.find(second.staff_id)
        if person is None or person.staff_id == first or not person.may(right):
            return SecondRefused(0)
        checked = self.check(second.staff_id, second.pin)
        return SecondRefused(checked.left) if isinstance(checked, WrongPin) else checked.staff_id

    def _matches(self, hashed: str, pin: str) -> bool:
        try:
            return _HASHER.verify(hashed, pin + self._pepper)
        except (VerifyMismatchError, InvalidHashError):
            return False
