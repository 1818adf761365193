"""What facts about planned stays do to the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from kiosk.domain.booking import BookingState
from kiosk.domain.event import Event
from kiosk.domain.facts import bookings as facts
from kiosk.store.bookings import EXPECTED
from kiosk.store.prepared import Prepared
from kiosk.store.projections.change import Change, of_its_row, when
from kiosk.store.schema import bookings
from kiosk.wire.instants import ms_of

_CONFIRM = Prepared(insert(bookings))

_ITS_BOOKING = of_its_row(bookings, "booking_id")
_CANCEL = Prepared(
    update(bookings)
    .where(*_ITS_BOOKING)
    .values(state=when(bookings, EXPECTED, BookingState.CANCELLED), reason=bindparam("reason_now"))
)
# A car that drove in is a fact, whatever was said of its booking before.
_ACTIVATE = Prepared(
    update(bookings)
    .where(*_ITS_BOOKING)
    .values(
        state=when(bookings, (*EXPECTED, BookingState.CANCELLED), BookingState.ACTIVE),
        session_id=bindparam("session"),
    )
)
_COMPLETE = Prepared(update(bookings).where(*_ITS_BOOKING).values(state=BookingState.COMPLETED))


def _booking_id(body: Any) -> str:
    return str(body.booking_id)


CHANGES: Mapping[type, Change] = {
    facts.BookingCancelled: Change(
        "booking", _CANCEL, _booking_id, lambda event: {"reason_now": event.body.reason}
    ),
    facts.BookingActivated: Change(
        "booking", _ACTIVATE, _booking_id, lambda event: {"session": event.body.session_id}
    ),
    facts.BookingCompleted: Change("booking", _COMPLETE, _booking_id),
}


def confirmed(connection: Connection, event: Event) -> None:
    """The centre promised a space."""
    body = event.body
    _CONFIRM.run(
        connection,
        {
            "facility_id": event.circumstances.facility_id,
            "booking_id": body.booking_id,
            "code": body.code,
            "starts_ms": ms_of(body.starts_at),
            "ends_ms": ms_of(body.ends_at),
            "state": BookingState.CONFIRMED.value,
            "name": body.name,
            "plate": body.plate,
            "vehicle_class": body.vehicle_class,
            "session_id": None,
            "reason": "",
        },
    )
