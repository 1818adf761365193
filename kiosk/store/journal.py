"""Reads journals: every fact, whole, in the order of its origin or of its arrival here."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Executable, RowMapping, bindparam, func, select

from kiosk.domain.event import Circumstances, Event
from kiosk.store.schema import journal
from kiosk.store.scope import Identity, Scope
from kiosk.wire.facts import Head, event_json, read_body
from kiosk.wire.instants import instant_of

STREAM_ROWS = 500

_HERE = select(journal).where(journal.c.facility_id == bindparam("facility"))
_END = select(journal.c.epoch, journal.c.seq, journal.c.hash).where(
    journal.c.facility_id == bindparam("facility"), journal.c.origin == bindparam("origin")
)
_LATEST_HEAD = _END.order_by(journal.c.epoch.desc(), journal.c.seq.desc()).limit(1)
_HEAD = _END.where(journal.c.epoch == bindparam("epoch")).order_by(journal.c.seq.desc()).limit(1)
_SINCE = (
    _HERE.where(
        journal.c.origin == bindparam("origin"),
        journal.c.epoch == bindparam("epoch"),
        journal.c.seq > bindparam("seq"),
    )
    .order_by(journal.c.seq)
    .limit(bindparam("limit"))
)
_AT = _HERE.where(
    journal.c.origin == bindparam("origin"),
    journal.c.epoch == bindparam("epoch"),
    journal.c.seq == bindparam("seq"),
)
_WITH_ID = _HERE.where(journal.c.event_id == bindparam("event"))
_ARRIVED = _HERE.where(journal.c.arrival == bindparam("arrival"))
_LAST_ARRIVAL = select(func.max(journal.c.arrival)).where(
    journal.c.facility_id == bindparam("facility")
)
_OF_LANE = journal.c.facility_id == bindparam("facility"), journal.c.lane_id == bindparam("lane")
_LAST_OF_KIND = (
    select(journal)
    .where(*_OF_LANE, journal.c.kind == bindparam("kind"))
    .order_by(journal.c.arrival.desc())
    .limit(1)
)
_UNPAIRED = select(func.count()).where(
    *_OF_LANE,
    journal.c.kind == bindparam("kind"),
    journal.c.session_id.is_(None),
    journal.c.arrival > bindparam("after"),
)
_ALL = select(journal).order_by(journal.c.facility_id, journal.c.arrival)
_FIRST = _ALL.limit(1)
_FEED = (
    _HERE.where(
        journal.c.arrival > bindparam("cursor"),
        journal.c.arrival <= bindparam("newest"),
        journal.c.origin != bindparam("not_origin"),
    )
    .order_by(journal.c.arrival)
    .limit(bindparam("limit"))
)


class Journal:
    """The journals of one facility that this store holds: its own, and those it received."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def head(self, origin: str | None = None, epoch: int | None = None) -> Head:
        """The end of our own journal, or of another origin's (its latest epoch unless said)."""
        if origin is None:
            origin, epoch = self._scope.own.origin, self._scope.own.epoch
        values: dict[str, object] = {"facility": self._scope.facility_id, "origin": origin}
        if epoch is not None:
            values["epoch"] = epoch
        query = _LATEST_HEAD if epoch is None else _HEAD
        row = self._scope.connection.execute(query, values).first()
        if row is None:
            return Head(origin, epoch or 1)
        return Head(origin, row.epoch, row.seq, row.hash)

    def first_author(self) -> Identity:
        """Whose event came first into this store, of all facilities."""
        row = self._scope.connection.execute(_FIRST).first()
        return Identity("", "") if row is None else Identity(row.facility_id, row.origin, row.epoch)

    def since(self, origin: str, epoch: int, seq: int, limit: int) -> list[Event]:
        """The events after `seq` in one journal, in order."""
        return self._events(_SINCE, origin=origin, epoch=epoch, seq=seq, limit=limit)

    def at(self, origin: str, epoch: int, seq: int) -> Event | None:
        """The event with this place."""
        return next(iter(self._events(_AT, origin=origin, epoch=epoch, seq=seq)), None)

    def with_id(self, event_id: str) -> Event | None:
        """The event with this id."""
        return next(iter(self._events(_WITH_ID, event=event_id)), None)

    def arrived(self, arrival: int) -> Event:
        """The event that was the `arrival`-th to come. Raises `LookupError` for none."""
        for event in self._events(_ARRIVED, arrival=arrival):
            return event
        raise LookupError(f"nothing has the arrival number {arrival}")

    def last_arrival(self) -> int:
        """How many events this store took for the facility."""
        last: int | None = self._scope.connection.execute(
            _LAST_ARRIVAL, {"facility": self._scope.facility_id}
        ).scalar_one()
        return last or 0

    def last_at(self, lane_id: str, kind: str) -> tuple[Event, int] | None:
        """The last fact of this kind at a lane, and its number of arrival."""
        values = {"facility": self._scope.facility_id, "lane": lane_id, "kind": kind}
        row = self._scope.connection.execute(_LAST_OF_KIND, values).mappings().first()
        return None if row is None else (event_of_row(row), row["arrival"])

    def without_stay(self, lane_id: str, kind: str, after: int) -> int:
        """How many facts of this kind came to a lane after that arrival and name no stay."""
        values = {"facility": self._scope.facility_id, "lane": lane_id, "kind": kind}
        counted: int = self._scope.connection.execute(
            _UNPAIRED, {**values, "after": after}
        ).scalar_one()
        return counted

    def export(self) -> Iterator[str]:
        """Every event of every facility in the store, one JSON line each, in order of arrival."""
        rows = self._scope.connection.execute(_ALL, execution_options={"yield_per": STREAM_ROWS})
        for row in rows.mappings():
            yield event_json(event_of_row(row)).decode()

    def _events(self, query: Executable, **values: object) -> list[Event]:
        values["facility"] = self._scope.facility_id
        rows = self._scope.connection.execute(query, values)
        return [event_of_row(row) for row in rows.mappings()]


class Feed:
    """What came to this store for one facility, by number: what a booth pulls from the centre.

    Numbers are given under a lock that ends with the transaction (`store.chain`), so no number
    appears after a higher one was seen, and a cursor never passes an event.
    """

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def since(
        self, facility_id: str, cursor: int, not_origin: str, limit: int
    ) -> tuple[list[Event], int]:
        """Events after `cursor` that others made, and the cursor to ask with next time."""
        connection = self._scope.connection
        newest = connection.execute(_LAST_ARRIVAL, {"facility": facility_id}).scalar_one() or 0
        values = {
            "facility": facility_id,
            "cursor": cursor,
            "newest": newest,
            "not_origin": not_origin,
            "limit": limit,
        }
        rows = connection.execute(_FEED, values).mappings().all()
        full = len(rows) == limit
        return [event_of_row(row) for row in rows], rows[-1]["arrival"] if full else newest


def event_of_row(row: RowMapping) -> Event:
    """The event in a row of the journal, its hash as stored."""
    return Event(
        event_id=row["event_id"],
        origin=row["origin"],
        epoch=row["epoch"],
        seq=row["seq"],
        prev_hash=row["prev_hash"],
        hash=row["hash"],
        circumstances=Circumstances(
            facility_id=row["facility_id"],
            occurred_at=instant_of(row["occurred_ms"]),
            monotonic_ms=row["monotonic_ms"],
            actor=row["actor"],
            lane_id=row["lane_id"],
            session_id=row["session_id"],
            offline=row["offline"],
            forced=row["forced"],
        ),
        body=read_body(row["kind"], row["version"], row["body"]),
        version=row["version"],
        data=row["body"],
    )
