"""Reads bookings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from kiosk.domain.booking import Booking, BookingState
from kiosk.store.prepared import Prepared
from kiosk.store.schema import bookings
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of, ms_of

EXPECTED = (BookingState.PENDING, BookingState.CONFIRMED)

_BOOKING = select(bookings).where(bookings.c.facility_id == bindparam("facility"))
_FIND = Prepared(_BOOKING.where(bookings.c.booking_id == bindparam("booking")))
_BY_CODE = Prepared(_BOOKING.where(bookings.c.code == bindparam("code")))
_UPCOMING = (
    _BOOKING.where(bookings.c.ends_ms > bindparam("now"), bookings.c.state.in_(EXPECTED))
    .order_by(bookings.c.starts_ms, bookings.c.booking_id)
    .limit(bindparam("limit"))
)


class Bookings:
    """The planned stays of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def find(self, booking_id: str) -> Booking | None:
        """The booking with this id."""
        return self._first(_FIND, booking=booking_id)

    def by_code(self, code: str) -> Booking | None:
        """The booking its QR or its driver names."""
        return self._first(_BY_CODE, code=code)

    def upcoming(self, now: datetime, limit: int = 50) -> list[Booking]:
        """Bookings still expected at `now`, the next one first."""
        values = {"facility": self._scope.facility_id, "now": ms_of(now), "limit": limit}
        rows = self._scope.connection.execute(_UPCOMING, values).mappings()
        return [_booking(row) for row in rows]

    def _first(self, query: Prepared, **values: object) -> Booking | None:
        values["facility"] = self._scope.facility_id
        found = query.rows(self._scope.connection, values)
        return _booking(found[0]) if found else None


def _booking(row: Mapping[Any, Any]) -> Booking:
    return Booking(
        booking_id=row["booking_id"],
        facility_id=row["facility_id"],
        code=row["code"],
        starts_at=instant_of(row["starts_ms"]),
        ends_at=instant_of(row["ends_ms"]),
        state=BookingState(row["state"]),
        name=row["name"],
        plate=row["plate"],
        vehicle_class=row["vehicle_class"],
    )
