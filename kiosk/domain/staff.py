"""People of the house: roles, what each may do, and where a second person is needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


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
    VALIDATE = "validate"
    SELL_PASS = "sell_pass"  # noqa: S105 - a parking pass
    BLOCK_PASS = "block_pass"  # noqa: S105 - a parking pass
    SET_TERMS = "set_terms"
    """Pass groups, and merchants with what they may give."""
    MOVE_CASH = "move_cash"
    """Drops, money paid in and out."""
    CLOSE_SHIFT = "close_shift"
    REFUND = "refund"
    VOID_PAYMENT = "void_payment"
    REFUND_IN_CASH = "refund_in_cash"
    """Give cash back for money that did not come as cash."""
    ADJUST_FEE = "adjust_fee"
    FORGIVE_DEBT = "forgive_debt"
    SETTLE_PAYMENT = "settle_payment"
    """Say what became of a payment that nobody can be asked about any more."""
    CLOSE_EXCEPTION = "close_exception"
    """Write down what came of something an auditor must look at."""
    ENROL_STAFF = "enrol_staff"
    SERVICE_DEVICES = "service_devices"
    LEAVE_KIOSK = "leave_kiosk"
    """Close the program from a driver's screen."""
    TRY_TARIFF = "try_tariff"
    """Price any stay, check a tariff file, and price past stays again under it."""
    SET_TARIFF = "set_tariff"
    """Publish a tariff for new stays."""


_BOOTH = frozenset(
    {
        Right.TAKE_MONEY,
        Right.OPEN_LANE,
        Right.KEEP_LANE_OPEN,
        Right.NIL_EXIT,
        Right.LOST_TICKET,
        Right.ANSWER_HELP,
        Right.RUN_SHIFT,
        Right.VALIDATE,
        Right.SELL_PASS,
        Right.MOVE_CASH,
        Right.CLOSE_SHIFT,
        Right.REFUND,
    }
)
_SUPERVISION = frozenset(
    {
        Right.SET_LANE_MODE,
        Right.RESET_LANE,
        Right.VOID_TICKET,
        Right.END_EVACUATION,
        Right.BLOCK_PASS,
        Right.SET_TERMS,
        Right.VOID_PAYMENT,
        Right.REFUND_IN_CASH,
        Right.ADJUST_FEE,
        Right.FORGIVE_DEBT,
        Right.SETTLE_PAYMENT,
        Right.CLOSE_EXCEPTION,
    }
)
_SERVICE = frozenset(
    {
        Right.SERVICE_DEVICES,
        Right.LEAVE_KIOSK,
        Right.OPEN_LANE,
        Right.RESET_LANE,
        Right.TRY_TARIFF,
    }
)
_OWNING = frozenset({Right.ENROL_STAFF, Right.TRY_TARIFF, Right.SET_TARIFF, Right.LEAVE_KIOSK})

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ATTENDANT: _BOOTH,
    Role.SUPERVISOR: _BOOTH | _SUPERVISION,
    Role.TECHNICIAN: _SERVICE,
    Role.OWNER: _BOOTH | _SUPERVISION | _OWNING,
    Role.ADMIN: frozenset(Right),
}
"""Rights per role (design: trust.md, Access)."""

PIN_DIGITS_MIN, PIN_DIGITS_MAX = 6, 12
PIN_FAILURES_MAX = 10
NAME_LETTERS_MAX = 40


def short_pin(pin: str) -> bool:
    """Whether this is no PIN at all: too few digits, or something else than 0 to 9."""
    return len(pin) < PIN_DIGITS_MIN or not (pin.isascii() and pin.isdecimal())


def easy_pin(pin: str) -> bool:
    """One step between all neighbours of a PIN's digits: 111111, 123456, 987654."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return len(steps) == 1 and steps <= {0, 1, 9}


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
