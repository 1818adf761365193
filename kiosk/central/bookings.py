"""Bookings over HTTP: the centre promises, the booths hear of it by the next pull.

`Idempotency-Key` makes a repeated request harmless: the booking's id is made of it, so the same key
names the same booking, whichever server process is asked and whatever became of the first answer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID, uuid5

from fastapi import APIRouter, Header, Request, Response

from kiosk.central.centre import Centre
from kiosk.central.door import FacilityId, Refused, answer, describe, read
from kiosk.domain.booking import Booking, BookingState
from kiosk.domain.facts.bookings import BookingConfirmed
from kiosk.store.trouble import Contradicted
from kiosk.wire.codes import secret_code
from kiosk.wire.instants import instant_of, ms_of
from kiosk.wire.messages import BookingMade, BookingWanted

LONGEST = timedelta(days=366)
FURTHEST = timedelta(days=2 * 366)

_NAMES = UUID("0192f7a4-6c1e-7d5b-9a30-5f1e0c4b7d21")
_TRIES = 3

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[!-~]{8,64}$",
        description="Chosen by the caller, one per booking (a UUID, for example)",
    ),
]


def routes(centre: Centre) -> APIRouter:
    """`POST /v1/facilities/{facility_id}/bookings`."""
    router = APIRouter(tags=["bookings"])

    @router.post(
        "/v1/facilities/{facility_id}/bookings",
        **describe(
            BookingWanted, BookingMade, status=201, refuses=(400, 401, 404, 409, 413, 415, 422, 503)
        ),
    )
    async def book(facility_id: FacilityId, key: Key, request: Request) -> Response:
        """Promise a stay (administrator). The same key gets the same booking again."""
        await centre.admin(request)
        wanted = await read(request, BookingWanted, centre.settings.max_body_bytes)
        fact = _checked(wanted, str(uuid5(_NAMES, f"{facility_id}/{key}")), centre)
        made = await centre.work(lambda: _book(centre, facility_id, fact))
        centre.bell.ring(facility_id)
        return answer(made, 201)

    return router


def _checked(wanted: BookingWanted, booking_id: str, centre: Centre) -> BookingConfirmed:
    """The fact to record, its instants in whole milliseconds, its code still to be drawn."""
    now = centre.settings.clock.now()
    if not now - LONGEST < wanted.starts_at < wanted.ends_at <= now + FURTHEST:
        raise Refused(422, "bad_times", f"a stay lies within {FURTHEST.days} days from now")
    starts_at, ends_at = (_whole(instant) for instant in (wanted.starts_at, wanted.ends_at))
    if not now < ends_at or not starts_at < ends_at <= starts_at + LONGEST:
        raise Refused(
            422, "bad_times", f"a stay ends in the future and lasts {LONGEST.days} days at most"
        )
    return BookingConfirmed(
        booking_id=booking_id,
        code="",
        starts_at=starts_at,
        ends_at=ends_at,
        name=wanted.name,
        plate=wanted.plate,
        vehicle_class=wanted.vehicle_class,
    )


def _book(centre: Centre, facility_id: str, fact: BookingConfirmed) -> BookingMade:
    with centre.store.read(facility_id) as unit:
        known = bool(unit.devices.all())
    if not known:
        raise Refused(404, "unknown_facility", "no booth of this facility is enrolled")
    for _ in range(_TRIES):
        try:
            return _made(_find_or_record(centre, facility_id, fact), fact)
        except Contradicted:
            # Somebody else used the same key or drew the same code a moment ago: look again.
            continue
    raise Refused(503, "busy", "too many bookings at the same moment; ask again")


def _find_or_record(centre: Centre, facility_id: str, fact: BookingConfirmed) -> Booking:
    with centre.store.write(facility_id) as unit:
        found = unit.bookings.find(fact.booking_id)
        if found is not None:
            return found
        drawn = replace(fact, code=secret_code(centre.settings.chance(5)))
        unit.record(drawn, centre.circumstances(facility_id, "admin"))
        return _booking(facility_id, drawn)


def _made(booking: Booking, fact: BookingConfirmed) -> BookingMade:
    if _booking(booking.facility_id, replace(fact, code=booking.code)) != replace(
        booking, state=BookingState.CONFIRMED
    ):
        raise Refused(409, "key_used", "this Idempotency-Key was used for another booking")
    return BookingMade(
        booking_id=booking.booking_id,
        facility_id=booking.facility_id,
        code=booking.code,
        qr_text=booking.code,
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        name=booking.name,
        plate=booking.plate,
        vehicle_class=booking.vehicle_class,
    )


def _booking(facility_id: str, fact: BookingConfirmed) -> Booking:
    return Booking(
        booking_id=fact.booking_id,
        facility_id=facility_id,
        code=fact.code,
        starts_at=fact.starts_at,
        ends_at=fact.ends_at,
        name=fact.name,
        plate=fact.plate,
        vehicle_class=fact.vehicle_class,
    )


def _whole(instant: datetime) -> datetime:
    return instant_of(ms_of(instant))
