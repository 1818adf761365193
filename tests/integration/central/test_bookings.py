"""Bookings over HTTP, against a real centre."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.domain.booking import BookingState
from kiosk.wire.ticket import check_code
from tests.support.centre import FACILITY, Booth, Site

BOOKINGS = f"/v1/facilities/{FACILITY}/bookings"
TIMES = {"starts_at": "2026-11-20T13:00:00Z", "ends_at": "2026-11-20T15:00:00Z"}


def test_a_booking_made_at_the_centre_reaches_the_booth(site: Site, north: Booth) -> None:
    made = site.book(name="Ada", plate="B OO 1")
    north.worker.turn()
    with north.store.read() as unit:
        booking = unit.bookings.by_code(made["code"])
    assert booking is not None
    assert (booking.booking_id, booking.name, booking.plate, booking.state) == (
        made["booking_id"],
        "Ada",
        "B OO 1",
        BookingState.CONFIRMED,
    )
    assert check_code(made["qr_text"]) == booking.code


def test_the_same_key_is_the_same_booking(site: Site, north: Booth) -> None:
    assert site.book() == site.book()
    assert len(site.journal("centre")) == 1


def test_the_same_key_for_another_stay_is_refused(site: Site, north: Booth) -> None:
    site.book(name="Ada")
    headers = {"Idempotency-Key": "booking-0001"}
    again = site.admin.post(BOOKINGS, json=TIMES | {"name": "Bob"}, headers=headers)
    assert (again.status_code, again.json()["error"]) == (409, "key_used")


def test_many_at_once_with_one_key_make_one_booking(site: Site, north: Booth) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: site.book()["code"], range(16)))
    assert len(set(made)) == 1
    assert len(site.journal("centre")) == 1


def test_bookings_of_different_keys_have_different_codes(site: Site, north: Booth) -> None:
    codes = {site.book(key=f"booking-{number:04}")["code"] for number in range(20)}
    assert len(codes) == 20


@pytest.mark.parametrize(
    "times",
    [
        {"starts_at": "2026-11-20T15:00:00Z", "ends_at": "2026-11-20T15:00:00Z"},
        {"starts_at": "2026-11-20T15:00:00Z", "ends_at": "2026-11-20T14:00:00Z"},
        {"starts_at": "2026-11-20T08:00:00Z", "ends_at": "2026-11-20T09:00:00Z"},
        {"starts_at": "2026-11-21T08:00:00Z", "ends_at": "2027-11-29T09:00:00Z"},
        {"starts_at": "9998-11-21T08:00:00Z", "ends_at": "9999-12-31T23:59:59Z"},
        {"starts_at": "0001-01-01T00:00:00+14:00", "ends_at": "0001-01-02T00:00:00Z"},
        {"starts_at": "2026-11-20T13:00:00", "ends_at": "2026-11-20T15:00:00"},
        {"starts_at": 1, "ends_at": 2},
    ],
)
def test_times_that_make_no_sense_are_refused(
    site: Site, north: Booth, times: dict[str, object]
) -> None:
    headers = {"Idempotency-Key": "booking-0001"}
    refused = site.admin.post(BOOKINGS, json=times, headers=headers)
    assert refused.status_code == 422
    assert site.journal("centre") == []


def test_a_facility_nobody_knows_sells_nothing(site: Site, north: Booth) -> None:
    headers = {"Idempotency-Key": "booking-0001"}
    refused = site.admin.post("/v1/facilities/south/bookings", json=TIMES, headers=headers)
    assert (refused.status_code, refused.json()["error"]) == (404, "unknown_facility")


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "short"}])
def test_a_booking_needs_a_key(site: Site, north: Booth, headers: dict[str, str]) -> None:
    refused = site.admin.post(BOOKINGS, json=TIMES, headers=headers)
    assert (refused.status_code, refused.json()["error"]) == (422, "bad_request")


def test_a_booking_needs_the_administrator(site: Site, north: Booth) -> None:
    headers = {"Idempotency-Key": "booking-0001", "Authorization": "Bearer nonsense"}
    refused = site.admin.post(BOOKINGS, json=TIMES, headers=headers)
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
