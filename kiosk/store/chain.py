"""Writes journals: gives each event its place here, inside one transaction.

The single writer of a SQLite file remembers where its journals end, and forgets it when a
transaction fails. A server is shared with other processes: there, an advisory lock for the facility
is taken first and held until the commit, so that places are given in the order of commits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, func, insert, select

from kiosk.domain.event import Event
from kiosk.store.journal import Journal
from kiosk.store.prepared import Prepared
from kiosk.store.schema import journal
from kiosk.store.scope import Scope
from kiosk.wire.facts import Head
from kiosk.wire.instants import ms_of

LOCK_CLASS = 0x424D
"""First half of the advisory lock's key: only journals use it."""

_APPEND = Prepared(insert(journal))
_LOCK = select(func.pg_advisory_xact_lock(LOCK_CLASS, func.hashtext(bindparam("facility"))))


@dataclass(slots=True)
class Ends:
    """Where journals end: (facility, origin, epoch) -> head, and facility -> last arrival."""

    heads: dict[tuple[str, str, int], Head] = field(default_factory=dict)
    arrivals: dict[str, int] = field(default_factory=dict)

    def update(self, newer: Ends) -> None:
        """Remember what a transaction added, once it is committed."""
        self.heads.update(newer.heads)
        self.arrivals.update(newer.arrivals)

    def clear(self) -> None:
        """Forget; the next transaction asks the database."""
        self.heads.clear()
        self.arrivals.clear()


class Chain:
    """Appends to the journals of one facility in one transaction."""

    def __init__(self, scope: Scope, known: Ends | None) -> None:
        """`known` is the writer's memory; None when others write too."""
        self._scope = scope
        self._known = known
        self._unwritten: list[dict[str, object]] = []
        self._locked = known is not None
        self.ends = Ends()

    def head(self, origin: str, epoch: int) -> Head:
        """What the next event of this journal is chained to."""
        key = (self._scope.facility_id, origin, epoch)
        found = self.ends.heads.get(key)
        if found is None:
            self._lock()
            found = self._known.heads.get(key) if self._known else None
            found = found or Journal(self._scope).head(origin, epoch)
            self.ends.heads[key] = found
        return found

    def append(self, event: Event, received_at: datetime | None = None) -> int:
        """Give the event its arrival number here; it is written by `flush`, before any commit."""
        arrival = self._last_arrival() + 1
        where = event.circumstances
        self._unwritten.append(
            {
                "facility_id": where.facility_id,
                "origin": event.origin,
                "epoch": event.epoch,
                "seq": event.seq,
                "arrival": arrival,
                "event_id": event.event_id,
                "kind": event.kind,
                "version": event.version,
                "body": event.data,
                "prev_hash": event.prev_hash,
                "hash": event.hash,
                "occurred_ms": ms_of(where.occurred_at),
                "monotonic_ms": where.monotonic_ms,
                "lane_id": where.lane_id,
                "session_id": where.session_id,
                "actor": where.actor,
                "offline": where.offline,
                "forced": where.forced,
                **_receipt(event, arrival, received_at),
            }
        )
        head = Head(event.origin, event.epoch, event.seq, event.hash)
        self.ends.heads[where.facility_id, event.origin, event.epoch] = head
        self.ends.arrivals[where.facility_id] = arrival
        return arrival

    def flush(self) -> None:
        """Write what was appended, all in one statement."""
        if self._unwritten:
            rows, self._unwritten = self._unwritten, []
            _APPEND.run_all(self._scope.connection, rows)

    def _last_arrival(self) -> int:
        facility = self._scope.facility_id
        last = self.ends.arrivals.get(facility)
        if last is None and self._known is not None:
            last = self._known.arrivals.get(facility)
        if last is None:
            self._lock()
            last = Journal(self._scope).last_arrival()
        return last

    def _lock(self) -> None:
        """Wait until no other process is adding to this facility."""
        if not self._locked:
            self._scope.connection.execute(_LOCK, {"facility": self._scope.facility_id})
            self._locked = True


def received_digest(event_hash: bytes, arrival: int, received_ms: int) -> bytes:
    """Guards what a receiver adds to an event and no origin's hash can cover."""
    return sha256(b"%b %d %d" % (event_hash, arrival, received_ms)).digest()


def _receipt(event: Event, arrival: int, received_at: datetime | None) -> dict[str, object]:
    if received_at is None:
        return {"received_ms": None, "received_digest": None}
    received_ms = ms_of(received_at)
    digest = received_digest(event.hash, arrival, received_ms)
    return {"received_ms": received_ms, "received_digest": digest}
