"""People of the house: roles, what each may do, and where a second person is needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who somebody is to the booth; rights follow from it."""

    ATTENDANT = "attendant"
    SUPERVISOR = "supervisor"
    TECHNICIAN = "technician"
    OWNER = "owner"
    ADMIN = "admin"


class Right(StrEnum):
    """One thing a person may do."""

    TAKE_MONEY = "take_money"
    OPEN_LANE = "open_lane"
    KEEP_LANE_OPEN = "keep_lane_open"
    SET_LANE_MODE = "set_lane_mode"
    RESET_LANE = "reset_lane"
    NIL_EXIT = "nil_exit"
    LOST_TICKET = "lost_ticket"
    VOID_TICKET = "void_ticket"
    ANSWER_HELP = "answer_help"
    END_EVACUATION = "end_evacuation"
    RUN_SHIFT = "run_shift"
    ENROL_STAFF = "enrol_staff"
    SERVICE_DEVICES = "service_devices"


_BOOTH = frozenset(
    {
        Right.TAKE_MONEY,
        Right.OPEN_LANE,
        Right.KEEP_LANE_OPEN,
        Right.NIL_EXIT,
        Right.LOST_TICKET,
        Right.ANSWER_HELP,
        Right.RUN_SHIFT,
    }
)
_SUPERVISION = frozenset(
    {Right.SET_LANE_MODE, Right.RESET_LANE, Right.VOID_TICKET, Right.END_EVACUATION}
)
_SERVICE = frozenset({Right.SERVICE_DEVICES, Right.OPEN_LANE, Right.RESET_LANE})

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ATTENDANT: _BOOTH,
    Role.SUPERVISOR: _BOOTH | _SUPERVISION,
    Role.TECHNICIAN: _SERVICE,
    Role.OWNER: _BOOTH | _SUPERVISION | {Right.ENROL_STAFF},
    Role.ADMIN: frozenset(Right),
}
"""Rights per role (design: trust.md, Access)."""

PIN_DIGITS_MIN = 6
PIN_FAILURES_MAX = 10


@dataclass(frozen=True, slots=True)
class Staff:
    """A person who signs on at the booth. The PIN's hash lives in the store, never here."""

    staff_id: str
    name: str
    role: Role
    active: bool = True

    def may(self, right: Right) -> bool:
        """Whether this person may do that."""
        return self.active and right in RIGHTS[self.role]
