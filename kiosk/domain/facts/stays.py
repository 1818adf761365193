"""Facts about sessions and the tickets that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.session import Admittance


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """A car was let begin its stay; nothing is inside yet."""

    session_id: str
    code: str
    admittance: Admittance
    entered_at: datetime
    tariff: str
    tariff_version: int
    vehicle_class: str
    booking_id: str | None = None


@dataclass(frozen=True, slots=True)
class SessionActivated:
    """The loops proved that the car drove in: it counts from `at` (None: when this occurred)."""

    session_id: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SessionBackedOut:
    """The car left backwards before it was in; its paper is dead. `late`: it had touched loop B."""

    session_id: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class ExitAuthorised:
    """The gate may open for this session. `cause`: free, paid, grace, nil, iou, released."""

    session_id: str
    cause: str


@dataclass(frozen=True, slots=True)
class ExitAbandoned:
    """An authorised car backed out of the exit: the session goes back to active, money stays."""

    session_id: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The car is gone since `at` (None: when this fact occurred; a lane knows no clock).

    `assumed`: no passage was seen, a restart or a blind board concluded it.
    """

    session_id: str
    at: datetime | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class SessionFlagged:
    """Somebody must look at this session; `reason` is a machine word (`take_unverified`, ...)."""

    session_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class EntryTimeProven:
    """A lost ticket's stay was proven another way; its price follows this instant, not paper."""

    session_id: str
    entered_at: datetime
    reason: str
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class FeeFixed:
    """This session costs `fee`, whatever the tariff says: a lost ticket, an unproven stay."""

    session_id: str
    fee: Money
    reason: str


@dataclass(frozen=True, slots=True)
class TicketIssued:
    """A ticket exists, before a byte of it goes to the printer. `payload` is the signed QR text."""

    code: str
    number: int
    session_id: str
    issued_at: datetime
    payload: str


@dataclass(frozen=True, slots=True)
class TicketTaken:
    """The driver holds the paper. `verified` is false where no sensor saw it."""

    code: str
    verified: bool = True


@dataclass(frozen=True, slots=True)
class TicketVoided:
    """This ticket never opens anything; its number is not used again."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class TicketBlocked:
    """A lost ticket: whoever finds it cannot use it."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class TicketReplaced:
    """A damaged or lost ticket got a successor for the same session."""

    old_code: str
    code: str
    number: int
    session_id: str
    payload: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExitPassIssued:
    """Signed paper that opens an exit without any network until `leave_by_at`."""

    session_id: str
    leave_by_at: datetime
    payload: str


@dataclass(frozen=True, slots=True)
class DemandFixed:
    """How full the facility was when this stay began: a demand tariff prices it by that."""

    session_id: str
    occupancy_percent: int


@dataclass(frozen=True, slots=True)
class StayContinued:
    """This stay goes on with an earlier one (re-entry in time): they are priced as one."""

    session_id: str
    earlier_session_id: str
