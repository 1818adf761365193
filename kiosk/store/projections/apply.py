"""Applies one event to the tables: at its arrival, or again when a rebuild repeats the journal.

Both must come to the same rows. So an event that the tables cannot take is decided by the
tables alone, never by what else the machine knew.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, bindparam, delete, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from kiosk.domain.event import Event, Unread
from kiosk.store.prepared import Prepared
from kiosk.store.projections.catalogue import CHANGES, STEPS, SUBJECTS
from kiosk.store.projections.exceptions import note, note_not_applied
from kiosk.store.schema import waiting
from kiosk.store.trouble import Contradicted

_WAIT = Prepared(insert(waiting))
_WAITERS = (
    select(waiting.c.arrival)
    .where(
        waiting.c.facility_id == bindparam("its_facility"),
        waiting.c.subject == bindparam("its_subject"),
    )
    .order_by(waiting.c.arrival)
)
_WAIT_NO_MORE = Prepared(
    delete(waiting).where(
        waiting.c.facility_id == bindparam("its_facility"),
        waiting.c.subject == bindparam("its_subject"),
    )
)

_CONTRADICTIONS = (IntegrityError, DataError, OverflowError)
"""Unique keys and triggers, and numbers that no column holds."""

Recall = Callable[[int], Event]
"""Gives the journaled event with this arrival number."""


def apply_own(connection: Connection, event: Event, arrival: int) -> None:
    """Apply a fact of this store. What contradicts the tables raises `IntegrityError`.

    Nobody can be waiting for what it brings: its names were made here, just now. Raises
    `Contradicted` where money would leave against something that is not here.
    """
    _, found = _apply(connection, event, arrival)
    if not found and CHANGES[type(event.body)].must_find:
        subject = CHANGES[type(event.body)].subject(event)
        raise Contradicted(f"There is no {subject} that {event.kind} could be about.")


def apply_foreign(connection: Connection, event: Event, arrival: int, recall: Recall) -> str:
    """Apply a fact made elsewhere, as far as the tables let it. Never raises for its content.

    Returns "", `waiting` (its subject is not known yet) or `not_applied` (it contradicts the
    tables or cannot be read; it is on the exception list).
    """
    if isinstance(event.body, Unread):
        note_not_applied(connection, event)
        return "not_applied"
    savepoint = connection.begin_nested()
    try:
        brought, found = _apply(connection, event, arrival)
    except _CONTRADICTIONS:
        savepoint.rollback()
        note_not_applied(connection, event)
        return "not_applied"
    savepoint.commit()
    for subject in brought:
        _wake(connection, event.circumstances.facility_id, subject, recall)
    return "" if found else "waiting"


def _apply(connection: Connection, event: Event, arrival: int) -> tuple[list[str], bool]:
    """Returns the subjects it brought, and whether it found its own."""
    kind = type(event.body)
    if step := STEPS.get(kind):
        step(connection, event)
    brought = [f"exception:{event.event_id}"] if note(connection, event) else []
    change = CHANGES.get(kind)
    found = change is None or change.apply(connection, event)
    if kind in SUBJECTS and (found or step):  # what waits itself brings nothing yet
        brought.append(SUBJECTS[kind](event.body))
    if change is None or found:
        return brought, True
    _WAIT.run(
        connection,
        {
            "facility_id": event.circumstances.facility_id,
            "arrival": arrival,
            "subject": change.subject(event),
        },
    )
    return brought, False


def _wake(connection: Connection, facility_id: str, subject: str, recall: Recall) -> None:
    """Carry out the changes that waited for this subject, in the order of their arrival."""
    key = {"its_facility": facility_id, "its_subject": subject}
    arrivals = connection.execute(_WAITERS, key).scalars().all()
    if not arrivals:
        return
    _WAIT_NO_MORE.run(connection, key)
    for arrival in arrivals:
        late = recall(arrival)
        kind = type(late.body)
        savepoint = connection.begin_nested()
        try:
            CHANGES[kind].apply(connection, late)
        except _CONTRADICTIONS:
            savepoint.rollback()
            note_not_applied(connection, late)
            continue
        savepoint.commit()
        if kind in SUBJECTS and kind not in STEPS:
            _wake(connection, facility_id, SUBJECTS[kind](late.body), recall)
