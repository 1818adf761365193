"""Ways into a database: they lend a connection at a time, and say BEGIN and COMMIT on it.

A file's connections are kept open. A pool that checks out, resets and checks in what never changes,
and a transaction object for each commit, cost more than SQLite's own work between a button and its
ticket (design/speed.md row 1). So BEGIN and COMMIT go straight to the driver; Core notices when it
is first asked something inside, and joins the transaction that is already open.
"""

from __future__ import annotations

import queue
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as WaitedTooLong

WRITER_WAIT_SECONDS = 10
WRITER_BUSY = "another writer did not finish"


class Pooled:
    """A server: SQLAlchemy's own pool and transactions, which notice when it is lost."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def connect(self) -> AbstractContextManager[Connection]:
        """A connection until the end of the block; what is not committed then is rolled back."""
        return self.engine.connect()

    def begin(self) -> AbstractContextManager[Connection]:
        """A connection inside one transaction."""
        return self.engine.begin()

    def transaction(self, connection: Connection) -> AbstractContextManager[object]:
        """All or nothing on a connection that was lent."""
        return connection.begin()

    def dispose(self) -> None:
        """Close every connection that is not lent."""
        self.engine.dispose()


class Kept:
    """A file: connections stay open and go from hand to hand.

    The one that writes is alone (`single`): who comes second waits. Readers never wait: another
    connection is opened for them, so there are as many as ever read at the same time.
    """

    def __init__(self, engine: Engine, begin: str, *, single: bool) -> None:
        """`engine` pools nothing; `begin` is the statement that opens a transaction."""
        self.engine = engine
        self._begin = begin
        self._single = single
        self._free: queue.SimpleQueue[Connection | None] = queue.SimpleQueue()
        if single:
            self._free.put(None)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection until the end of the block; what is not committed then is rolled back."""
        connection = self._take()
        try:
            yield connection
        finally:
            self._give_back(connection)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A connection inside one transaction of Core's own, for those who look for it."""
        with self.connect() as connection, connection.begin():
            yield connection

    def transaction(self, connection: Connection) -> AbstractContextManager[object]:
        """All or nothing on a connection that was lent, by the driver."""
        return _Begun(connection, self._begin)

    def dispose(self) -> None:
        """Close every connection that is not lent."""
        for _ in range(self._free.qsize()):
            connection = self._free.get()
            if connection is not None:
                connection.close()
            if self._single:
                self._free.put(None)
        self.engine.dispose()

    def _take(self) -> Connection:
        try:
            free = self._free.get(self._single, WRITER_WAIT_SECONDS)
        except queue.Empty:
            if self._single:
                raise WaitedTooLong(WRITER_BUSY) from None
            free = None
        if free is not None:
            return free
        try:
            return self.engine.connect()
        except BaseException:
            if self._single:
                self._free.put(None)
            raise

    def _give_back(self, connection: Connection) -> None:
        """Roll back what was left open. A connection that cannot do even that is not used again."""
        kept = None
        with suppress(sqlite3.Error, SQLAlchemyError):  # why it is open is being raised already
            if connection.get_transaction() is not None:
                connection.rollback()
            driver = driver_of(connection)
            if driver.in_transaction:
                driver.rollback()
            kept = connection
        if kept is None:
            connection.invalidate()
            connection.close()
        if kept is not None or self._single:
            self._free.put(kept)


class _Begun:
    """One transaction of a file, by the driver; whoever lent the connection rolls it back."""

    __slots__ = ("_begin", "_connection")

    def __init__(self, connection: Connection, begin: str) -> None:
        self._connection = connection
        self._begin = begin

    def __enter__(self) -> None:
        self._say(self._begin)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            return
        if self._connection.get_transaction() is None:
            self._say("COMMIT")
        else:
            self._connection.commit()

    def _say(self, word: str) -> None:
        try:
            driver_of(self._connection).execute(word)
        except sqlite3.Error as trouble:
            raise OperationalError(word, None, trouble) from trouble


def driver_of(connection: Connection) -> Any:
    """The driver's own connection: `sqlite3.Connection`, or psycopg's."""
    return connection.connection.dbapi_connection
