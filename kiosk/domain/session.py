"""A session: one actual stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.ticket import Ticket
from kiosk.domain.wording import Text


class SessionState(StrEnum):
    """`STARTED` has paper but no proven passage; only `ACTIVE` and `LEAVING` count as inside."""

    STARTED = "started"
    ACTIVE = "active"
    LEAVING = "leaving"
    ENDED = "ended"
    BACKED_OUT = "backed_out"


class Admittance(StrEnum):
    """What let the car in."""

    TICKET = "ticket"
    BOOKING = "booking"
    ATTENDANT = "attendant"
    PASS = "pass"  # noqa: S105 - a parking pass


@dataclass(frozen=True, slots=True)
class Session:
    """One stay as the ledger has it now. `paid` is the sum of its payments minus refunds."""

    session_id: str
    facility_id: str
    code: str
    admittance: Admittance
    entry_lane: str
    entered_at: datetime
    state: SessionState
    tariff: str
    tariff_version: int
    vehicle_class: str
    paid: Money
    adjusted: Money
    """What people added to its price, or took off (minus)."""
    booking_id: str | None = None
    leave_by_at: datetime | None = None
    exit_lane: str | None = None
    exited_at: datetime | None = None
    flagged: str | None = None
    fee: Money | None = None
    """What it costs whatever the tariff says (a lost ticket), where somebody fixed it."""
    occupancy_percent: int | None = None
    """How full the facility was when it began, where a demand tariff needs that."""
    continues: str | None = None
    """The earlier session it is priced together with (re-entry in time)."""


@dataclass(frozen=True, slots=True)
class Admission:
    """A car that may drive in: its session, and the paper it gets (none for a booking)."""

    session_id: str
    entered_at: datetime
    admittance: Admittance
    ticket: Ticket | None = None
    booking_id: str | None = None
    pass_id: str | None = None
    note: Text | None = None
    """What the driver should read while the boom opens."""
