"""Connections: one writer and many readers of one database, SQLite or PostgreSQL.

SQLite (booth, demo): WAL and FULL, so that a commit survives a power cut; every writer says BEGIN
IMMEDIATE, because a transaction that reads first and writes later is refused at once when another
wrote in between; exactly one writing connection, because SQLite before 3.51.3 can corrupt a WAL
that two connections reset. Sources: design/trust.md rule 3, reliability.md 4.1 and 4.2.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from kiosk.store.ways import Kept, Pooled, driver_of

BUSY_SECONDS = 5
CHECKPOINT_PAGES = 2000
"""A decision writes a dozen pages. At SQLite's own 1000 more than one in a hundred of them has to
carry the log into the file before its paper comes (design/speed.md row 1, p99)."""

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "mmap_size=0",
    "cell_size_check=ON",
    "trusted_schema=OFF",
    f"wal_autocheckpoint={CHECKPOINT_PAGES}",
    "journal_size_limit=67108864",
    f"busy_timeout={BUSY_SECONDS * 1000}",
)
_READER_PRAGMAS = ("query_only=ON", f"busy_timeout={BUSY_SECONDS * 1000}", "trusted_schema=OFF")


@dataclass(frozen=True, slots=True)
class Engines:
    """The two ways into one database; `path` is its file, or None for a server."""

    writer: Kept | Pooled
    reader: Kept | Pooled
    path: Path | None

    @property
    def shared(self) -> bool:
        """Whether other processes write here too: nothing read may be remembered."""
        return self.path is None

    def dispose(self) -> None:
        """Close every connection, the writer last: it tidies the WAL away."""
        self.reader.dispose()
        self.writer.dispose()


def database_url(where: str | Path) -> URL:
    """A file's path, or a SQLAlchemy URL (`postgresql://` means psycopg 3)."""
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    url = make_url(where)
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def file_of(url: URL) -> Path | None:
    """The SQLite file behind this URL; None for a server."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def open_engines(url: URL) -> Engines:
    """Engines for this database. Nothing is opened before the first use."""
    path = file_of(url)
    if path is None:
        return Engines(Pooled(create_engine(url, pool_pre_ping=True)), _postgres_reader(url), None)
    return Engines(
        _sqlite(url, _PRAGMAS, "BEGIN IMMEDIATE", single=True),
        _sqlite(url, _READER_PRAGMAS, "BEGIN", single=False),
        path,
    )


def _postgres_reader(url: URL) -> Pooled:
    engine = create_engine(url, pool_pre_ping=True)
    return Pooled(
        engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    )


def _sqlite(url: URL, pragmas: tuple[str, ...], begin: str, *, single: bool) -> Kept:
    engine = create_engine(
        url,
        poolclass=NullPool,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN, not sqlite3
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def join(connection: Connection) -> None:
        driver = driver_of(connection)
        if driver.in_transaction:  # begun by `Kept.transaction`; Core is asked only now
            return
        try:
            driver.execute(begin)
        except sqlite3.OperationalError as trouble:
            raise OperationalError(begin, None, trouble) from trouble

    return Kept(engine, begin, single=single)
