"""The store: a thread-safe handle to one database, its one writer and its readers.

SQLite's errors are told apart where they surface: what contradicts the ledger is `Contradicted`, a
full or broken disk is `StoreTrouble`; both leave nothing half-written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from kiosk.domain.event import Event
from kiosk.store.chain import Chain, Ends
from kiosk.store.engine import Engines, database_url, open_engines
from kiosk.store.journal import Journal
from kiosk.store.migrate import check, upgrade
from kiosk.store.scope import Identity, Scope
from kiosk.store.trouble import Contradicted, StoreTrouble
from kiosk.store.unit import Transaction
from kiosk.store.ways import WRITER_BUSY
from kiosk.wire.facts import Head, chain_hash

CHECKED_EVENTS = 100
"""How much of the journal's end is proved at every start."""

_SIGNS = (
    ("disk is full", "The disk is full; nothing was written.", "Free some space."),
    ("readonly", "The database cannot be written.", "Check the disk and the file's owner."),
    ("disk I/O error", "The disk failed.", "Stop, check the disk, then start again."),
    ("malformed", "The database file is damaged.", "Keep it and run: kiosk journal verify"),
    ("is locked", "Another program holds the database.", "Close it and try again."),
    (WRITER_BUSY, "Another writer did not finish in time.", "Try again."),
)


class Store:
    """Each transaction has its own connection; writers wait for each other, readers for nobody."""

    def __init__(self, engines: Engines, identity: Identity, ids: Callable[[], str]) -> None:
        self.engines = engines
        self.identity = identity
        self._ids = ids
        self._ends = Ends()

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        facility_id: str,
        origin: str,
        ids: Callable[[], str],
        epoch: int = 1,
        currency: str = "EUR",
        create: bool = True,
    ) -> Store:
        """Open a database, bringing it to this program's schema (a file is copied first).

        `ids` makes event ids (UUIDv7). `epoch` must be higher than any before where a journal
        begins anew (a new disk, a restored copy); a journal that goes on keeps its own.
        Raises `StoreTrouble` for a database that is newer, foreign, damaged or out of reach.
        """
        upgrade(where, create=create)
        engines = open_engines(database_url(where))
        store = cls(engines, Identity(facility_id, origin, epoch, currency), ids)
        with _first_look(store) as unit:
            head = unit.journal.head(origin)
            _check_end(unit.journal, head)
        store.identity = Identity(facility_id, origin, max(epoch, head.epoch), currency)
        return store

    @classmethod
    def inspect(cls, where: str | Path) -> Store:
        """Open a database to look at it or mend it, for the facility and device that began it.

        Nothing is upgraded. Raises `StoreTrouble` where `open` would.
        """
        check(where)
        engines = open_engines(database_url(where))
        store = cls(engines, Identity("", ""), _no_ids)
        with _first_look(store) as unit:
            store.identity = unit.journal.first_author()
        return store

    def close(self) -> None:
        """Close every connection."""
        self.engines.dispose()

    @contextmanager
    def read(self, facility_id: str | None = None) -> Iterator[Transaction]:
        """A consistent snapshot that never waits for a writer. For our facility, unless said."""
        reader = self.engines.reader
        try:
            with reader.connect() as connection, reader.transaction(connection):
                scope = self._scope(connection, facility_id)
                yield Transaction(scope, Chain(scope, None), self._ids)
        except SQLAlchemyError as trouble:
            raise _named(trouble) from trouble

    @contextmanager
    def write(self, facility_id: str | None = None) -> Iterator[Transaction]:
        """All or nothing: commits when the block ends, rolls back when it raises."""
        known, writer = None if self.engines.shared else self._ends, self.engines.writer
        try:
            with writer.connect() as connection:
                scope = self._scope(connection, facility_id)
                chain = Chain(scope, known)
                try:
                    with writer.transaction(connection):
                        yield Transaction(scope, chain, self._ids)
                        chain.flush()
                except BaseException:
                    self._ends.clear()
                    raise
                if known is not None:
                    known.update(chain.ends)  # while the only writing connection is still ours
        except SQLAlchemyError as trouble:
            raise _named(trouble) from trouble

    def _scope(self, connection: Connection, facility_id: str | None) -> Scope:
        return Scope(connection, facility_id or self.identity.facility_id, self.identity)


@contextmanager
def _first_look(store: Store) -> Iterator[Transaction]:
    """Read what may be damaged; whatever goes wrong closes the store and is trouble with it."""
    try:
        with store.read() as unit:
            yield unit
    except StoreTrouble:
        store.close()
        raise
    except (ValueError, TypeError, OverflowError) as trouble:  # a cell that holds no such value
        store.close()
        raise StoreTrouble(
            f"The journal cannot be read ({trouble}).",
            "Keep the file and run: kiosk journal verify",
        ) from trouble


def _check_end(journal: Journal, head: Head) -> None:
    """The newest events must hold; the whole chain is `kiosk journal verify`'s work."""
    events = journal.since(head.origin, head.epoch, max(0, head.seq - CHECKED_EVENTS), head.seq)
    for before, event in pairwise(events):
        if event.prev_hash != before.hash or event.seq != before.seq + 1:
            raise _broken(event)
    for event in events:
        if chain_hash(event) != event.hash:
            raise _broken(event)


def _broken(event: Event) -> StoreTrouble:
    return StoreTrouble(
        f"The journal is damaged at event {event.origin}/{event.epoch}/{event.seq}.",
        "Keep the file and run: kiosk journal verify",
    )


def _no_ids() -> str:
    raise StoreTrouble("This store was opened to be looked at, not to record.")


def _named(trouble: SQLAlchemyError) -> StoreTrouble:
    if isinstance(trouble, IntegrityError):
        return Contradicted(f"The ledger does not allow this: {trouble.orig}.")
    words = str(trouble.orig if isinstance(trouble, DBAPIError) else trouble)
    for sign, message, remedy in _SIGNS:
        if sign in words:
            return StoreTrouble(message, remedy)
    return StoreTrouble(f"The database failed: {words}.", "See the log; nothing was half-written.")
