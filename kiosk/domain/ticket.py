"""Credentials a driver holds in the hand: the entry ticket and the exit pass, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TicketState(StrEnum):
    """What the ledger says of a ticket; only `ISSUED` and `TAKEN` open anything."""

    ISSUED = "issued"
    TAKEN = "taken"
    USED = "used"
    VOID = "void"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Ticket:
    """An entry ticket. `code` (7 characters, the last a check character) is printed under the QR
    and is its key in the ledger; `payload` is the signed text inside the QR (`wire.ticket`)."""

    code: str
    number: int
    facility_id: str
    lane_id: str
    session_id: str
    issued_at: datetime
    payload: str
    tariff: str = "standard"
    vehicle_class: str = "car"


class Refusal(StrEnum):
    """Why a credential did not open a lane. Machine code here, sentence in `views.wording`."""

    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    OTHER_FACILITY = "other_facility"
    FORGED = "forged"
    ALREADY_USED = "already_used"
    ALREADY_INSIDE = "already_inside"
    VOID = "void"
    BLOCKED = "blocked"
    EXPIRED = "expired"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    WRONG_LANE = "wrong_lane"
    CANCELLED = "cancelled"
    FULL = "full"
    CLOSED = "closed"
    PASS_BLOCKED = "pass_blocked"  # noqa: S105 - a parking pass
    PASS_EXPIRED = "pass_expired"  # noqa: S105 - a parking pass
    NOT_YET_VALID = "not_yet_valid"
    PASSBACK = "passback"
    GROUP_FULL = "group_full"
    NO_ENTRIES_LEFT = "no_entries_left"
    EMPTY_WALLET = "empty_wallet"
    NO_STAY = "no_stay"
    NOT_ACCEPTED = "not_accepted"
    LIMIT_REACHED = "limit_reached"
    ALREADY_VALIDATED = "already_validated"
    VOUCHER_USED = "voucher_used"
    OTHER_TICKET = "other_ticket"
    TICKET_FIRST = "ticket_first"
    NO_PAPER = "no_paper"
    STORE_TROUBLE = "store_trouble"


def spoken_code(code: str) -> str:
    """A code in groups of three, as people read it aloud: `4K7-2MX-9`."""
    return "-".join(code[start : start + 3] for start in range(0, len(code), 3))
