"""Repeats the journal into empty tables, event by event, in the order in which they came."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from kiosk.store.journal import Journal, event_of_row
from kiosk.store.projections.apply import apply_foreign, apply_own
from kiosk.store.schema import journal
from kiosk.store.scope import Identity, Scope
from kiosk.store.trouble import StoreTrouble

STREAM_ROWS = 1000

_ALL = select(journal).order_by(journal.c.facility_id, journal.c.arrival)


def replay(source: Connection, target: Connection) -> int:
    """Apply every event of `source` to the empty tables of `target`; returns how many.

    Raises `StoreTrouble` for one of our own events that the tables do not take.
    """
    count = 0
    rows = source.execute(_ALL, execution_options={"yield_per": STREAM_ROWS})
    for row in rows.mappings():
        event, arrival = event_of_row(row), row["arrival"]
        if row["received_ms"] is None:
            try:
                apply_own(target, event, arrival)
            except IntegrityError as trouble:
                place = f"{event.origin}/{event.epoch}/{event.seq}"
                raise StoreTrouble(
                    f"Event {place} ({event.kind}) cannot be applied: {trouble.orig}.",
                    "Keep the file and report this.",
                ) from trouble
        else:
            scope = Scope(source, event.circumstances.facility_id, Identity("", ""))
            apply_foreign(target, event, arrival, Journal(scope).arrived)
        count += 1
    return count
