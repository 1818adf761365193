"""Facts about planned stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BookingConfirmed:
    """The centre promised a space in `[starts_at, ends_at)`."""

    booking_id: str
    code: str
    starts_at: datetime
    ends_at: datetime
    name: str = ""
    plate: str = ""
    vehicle_class: str = "car"


@dataclass(frozen=True, slots=True)
class BookingCancelled:
    """The promise is withdrawn."""

    booking_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BookingActivated:
    """Its car drove in."""

    booking_id: str
    session_id: str


@dataclass(frozen=True, slots=True)
class BookingCompleted:
    """Its car drove out."""

    booking_id: str
    session_id: str
