"""Facts about the booth itself: its starts and clocks, its people and their shifts."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.staff import Role


@dataclass(frozen=True, slots=True)
class BoothStarted:
    """The program started. `gap_seconds` since its last heartbeat (None: the first start ever)."""

    version: str
    gap_seconds: int | None = None
    sqlite: str = ""


@dataclass(frozen=True, slots=True)
class ClockStepped:
    """The wall clock jumped against the monotonic one; tickets stop if it went back."""

    by_ms: int


@dataclass(frozen=True, slots=True)
class ClockConfirmed:
    """A person looked at the clock and says it is right."""


@dataclass(frozen=True, slots=True)
class KeyPublished:
    """The booth's Ed25519 public key (hex), so that others can read its tickets."""

    key_id: int
    public_key: str


@dataclass(frozen=True, slots=True)
class TariffPublished:
    """One immutable version of a tariff; `rules` is its TOML text."""

    tariff: str
    version: int
    rules: str


@dataclass(frozen=True, slots=True)
class CapacitySet:
    """How many cars the facility holds."""

    spaces: int


@dataclass(frozen=True, slots=True)
class OccupancyAdjusted:
    """A person corrected the count; kept apart from passages."""

    by: int
    reason: str


@dataclass(frozen=True, slots=True)
class StaffEnrolled:
    """A person may sign on. The PIN's hash never leaves the booth's own table."""

    staff_id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class StaffLetGo:
    """A person works here no more, and may do nothing from now on.

    Another name or role that is heard of later does not bring them back: `StaffTakenBack` does.
    """

    staff_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class StaffTakenBack:
    """Somebody who was let go works here again."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class StaffPinSet:
    """A person's PIN is a new one at this booth; the actor set it. `unlocked`: it was locked."""

    staff_id: str
    unlocked: bool = False


@dataclass(frozen=True, slots=True)
class StaffSignedOn:
    """A person took the booth."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class StaffSignedOff:
    """That person left it, or it locked itself (`reason`)."""

    staff_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SignOnRefused:
    """A wrong PIN, or a locked person. `failures` since the last success."""

    staff_id: str
    failures: int


@dataclass(frozen=True, slots=True)
class KioskLeft:
    """Somebody closed the program from a driver's screen, by PIN. The lane is the screen's."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class SecondAgreed:
    """Another person agreed, by PIN, to the fact beside it, whose body has no place for a name.

    `to` is the right that took two people, `subject` the id of what it was about.
    """

    staff_id: str
    to: str
    subject: str


@dataclass(frozen=True, slots=True)
class ShiftOpened:
    """A cashier's shift began with `float_` in the drawer."""

    shift_id: str
    staff_id: str
    float_: Money


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    """The shift ended with `counted` in the drawer."""

    shift_id: str
    counted: Money


@dataclass(frozen=True, slots=True)
class DrawerOpened:
    """The drawer was opened; `cause`: sale, or an attendant's word."""

    cause: str


@dataclass(frozen=True, slots=True)
class SyncAlarmRaised:
    """Booth and centre disagree: `gap`, `fork` or `sum`. Never settled silently."""

    alarm: str
    detail: str


@dataclass(frozen=True, slots=True)
class ExceptionClosed:
    """Somebody dealt with an exception; `event_id` is the event that raised it."""

    event_id: str
    note: str
