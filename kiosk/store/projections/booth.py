"""What facts about the booth, its people and what is published do to the tables."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, insert, update

from kiosk.domain.event import Event
from kiosk.domain.facts import booth as facts
from kiosk.store.prepared import Prepared
from kiosk.store.projections.change import Change, of_its_row
from kiosk.store.schema import exceptions, facilities, keys, shifts, staff, tariffs
from kiosk.wire.instants import ms_of

_ITS_FACILITY = facilities.c.facility_id == bindparam("its_facility")
_ADD_FACILITY = Prepared(insert(facilities))
_CAPACITY = Prepared(update(facilities).where(_ITS_FACILITY).values(spaces=bindparam("new_spaces")))
_ADJUST = Prepared(
    update(facilities)
    .where(_ITS_FACILITY)
    .values(adjusted=facilities.c.adjusted + bindparam("more"))
)
_PUBLISH_KEY = Prepared(insert(keys))
_PUBLISH_TARIFF = Prepared(insert(tariffs))
_ENROL = Prepared(insert(staff))
_ENROL_AGAIN = Prepared(
    update(staff)
    .where(*of_its_row(staff, "staff_id"))
    .values(name=bindparam("new_name"), role=bindparam("new_role"))
)
_WORKS_HERE = Prepared(
    update(staff).where(*of_its_row(staff, "staff_id")).values(active=bindparam("now_active"))
)
_OPEN_SHIFT = Prepared(insert(shifts))
_CLOSE_SHIFT = Prepared(
    update(shifts)
    .where(*of_its_row(shifts, "shift_id"))
    .values(closed_ms=bindparam("now_ms"), counted_minor=bindparam("counted"))
)
_CLOSE_EXCEPTION = Prepared(
    update(exceptions)
    .where(*of_its_row(exceptions, "event_id"))
    .values(closed_ms=bindparam("now_ms"), closed_by=bindparam("who"), note=bindparam("new_note"))
)

CHANGES: Mapping[type, Change] = {
    facts.StaffLetGo: Change(
        "staff", _WORKS_HERE, lambda body: body.staff_id, lambda _event: {"now_active": False}
    ),
    facts.StaffTakenBack: Change(
        "staff", _WORKS_HERE, lambda body: body.staff_id, lambda _event: {"now_active": True}
    ),
    facts.ShiftClosed: Change(
        "shift",
        _CLOSE_SHIFT,
        lambda body: body.shift_id,
        lambda event: {
            "now_ms": ms_of(event.circumstances.occurred_at),
            "counted": event.body.counted.minor,
        },
    ),
    facts.ExceptionClosed: Change(
        "exception",
        _CLOSE_EXCEPTION,
        lambda body: body.event_id,
        lambda event: {
            "now_ms": ms_of(event.circumstances.occurred_at),
            "who": event.circumstances.actor,
            "new_note": event.body.note,
        },
    ),
}


def capacity_set(connection: Connection, event: Event) -> None:
    """How many cars the facility holds."""
    facility = event.circumstances.facility_id
    _upsert(
        connection,
        _CAPACITY,
        {"its_facility": facility, "new_spaces": event.body.spaces},
        _ADD_FACILITY,
        {"facility_id": facility, "spaces": event.body.spaces, "adjusted": 0},
    )


def occupancy_adjusted(connection: Connection, event: Event) -> None:
    """A person corrected the count."""
    facility = event.circumstances.facility_id
    _upsert(
        connection,
        _ADJUST,
        {"its_facility": facility, "more": event.body.by},
        _ADD_FACILITY,
        {"facility_id": facility, "spaces": None, "adjusted": event.body.by},
    )


def key_published(connection: Connection, event: Event) -> None:
    """Others can read this booth's tickets."""
    _PUBLISH_KEY.run(
        connection,
        {
            "facility_id": event.circumstances.facility_id,
            "origin": event.origin,
            "key_id": event.body.key_id,
            "public_key": event.body.public_key,
            "published_ms": ms_of(event.circumstances.occurred_at),
        },
    )


def tariff_published(connection: Connection, event: Event) -> None:
    """One version, for ever."""
    _PUBLISH_TARIFF.run(
        connection,
        {
            "facility_id": event.circumstances.facility_id,
            "tariff": event.body.tariff,
            "version": event.body.version,
            "rules": event.body.rules,
            "published_ms": ms_of(event.circumstances.occurred_at),
        },
    )


def staff_enrolled(connection: Connection, event: Event) -> None:
    """A person may sign on; the same person again has a new name or role, and is no less gone."""
    body, facility = event.body, event.circumstances.facility_id
    _upsert(
        connection,
        _ENROL_AGAIN,
        {
            "its_facility": facility,
            "its_key": body.staff_id,
            "new_name": body.name,
            "new_role": body.role.value,
        },
        _ENROL,
        {
            "facility_id": facility,
            "staff_id": body.staff_id,
            "name": body.name,
            "role": body.role.value,
            "active": True,
        },
    )


def shift_opened(connection: Connection, event: Event) -> None:
    """A cashier begins."""
    body = event.body
    _OPEN_SHIFT.run(
        connection,
        {
            "facility_id": event.circumstances.facility_id,
            "shift_id": body.shift_id,
            "staff_id": body.staff_id,
            "opened_ms": ms_of(event.circumstances.occurred_at),
            "float_minor": body.float_.minor,
            "currency": body.float_.currency,
            "closed_ms": None,
            "counted_minor": None,
        },
    )


def _upsert(
    connection: Connection,
    change: Prepared,
    changed: dict[str, object],
    addition: Prepared,
    added: dict[str, object],
) -> None:
    if change.run(connection, changed) == 0:
        addition.run(connection, added)
