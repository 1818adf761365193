"""A planned stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class BookingState(StrEnum):
    """The life of a booking."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


@dataclass(frozen=True, slots=True)
class Booking:
    """A planned stay in `[starts_at, ends_at)`. `code` is what its QR says and people type."""

    booking_id: str
    facility_id: str
    code: str
    starts_at: datetime
    ends_at: datetime
    state: BookingState = BookingState.CONFIRMED
    name: str = ""
    plate: str = ""
    vehicle_class: str = "car"

    def opens_at(self, early: timedelta) -> datetime:
        """The first instant at which its car may enter."""
        return self.starts_at - early

    def admits(self, now: datetime, early: timedelta, late: timedelta) -> bool:
        """Whether its car may enter now, tolerances included."""
        return self.opens_at(early) <= now <= self.starts_at + late or (
            self.starts_at <= now < self.ends_at
        )
