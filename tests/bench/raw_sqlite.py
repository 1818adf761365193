"""What the bare means reach: the booth's own rows, written with nothing but sqlite3.

The rows are not invented: the real booth writes them into one file, they are read back from there,
and the raw side writes the very same ones into a copy that was made before. Same schema, same
indexes, same triggers, same pragmas; no SQLAlchemy, no hashing, no objects.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.store.engine import _PRAGMAS

PAGE = bytes(4096)

_LATEST = (
    "SELECT tariff, version FROM tariffs WHERE facility_id = ? AND tariff = ?"
    " ORDER BY version DESC LIMIT 1"
)
_LAST_NUMBER = "SELECT max(number) FROM tickets WHERE facility_id = ? AND lane_id = ?"
_ENTERING = "UPDATE lanes SET entering = ? WHERE facility_id = ? AND lane_id = ?"
_LEAVING = "UPDATE lanes SET leaving = ? WHERE facility_id = ? AND lane_id = ?"
_AUTHORISE = (
    "UPDATE sessions SET state = 'leaving', exit_lane = ? WHERE facility_id = ? AND session_id = ?"
)
_TICKET = "SELECT session_id, state FROM tickets WHERE facility_id = ? AND code = ?"
_SESSION = "SELECT * FROM sessions WHERE facility_id = ? AND session_id = ?"
_PAID = (
    "SELECT sum(amount_minor), max(leave_by_ms) FROM payments"
    " WHERE facility_id = ? AND session_id = ?"
)

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """The rows of one car let in: its session, its ticket, and their facts."""

    session: Row
    ticket: Row
    facts: list[Row]


@dataclass(frozen=True, slots=True)
class Leave:
    """The facts of one paid car let out."""

    session_id: str
    facts: list[Row]


def connect(path: Path) -> sqlite3.Connection:
    """A connection set as the booth's own writer is."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def entries(path: Path, facility: str) -> list[Entry]:
    """Every entry a booth has recorded in this file, in order."""
    with sqlite3.connect(path) as connection:
        sessions = connection.execute("SELECT * FROM sessions ORDER BY entered_ms, session_id")
        found = []
        for session in sessions.fetchall():
            facts = connection.execute(
                "SELECT * FROM journal WHERE facility_id = ? AND session_id = ? ORDER BY arrival",
                (facility, session[1]),
            ).fetchall()
            ticket = connection.execute(
                "SELECT * FROM tickets WHERE facility_id = ? AND session_id = ?",
                (facility, session[1]),
            ).fetchone()
            found.append(Entry(session, ticket, facts))
        return found


def leaves(path: Path, facility: str, after: int) -> list[Leave]:
    """What was recorded after this arrival number, by session."""
    with sqlite3.connect(path) as connection:
        facts: dict[str, list[Row]] = {}
        rows = connection.execute(
            "SELECT session_id, journal.* FROM journal WHERE facility_id = ? AND arrival > ?"
            " AND session_id IS NOT NULL ORDER BY arrival",
            (facility, after),
        )
        for session_id, *fact in rows:
            facts.setdefault(session_id, []).append(tuple(fact))
        return [Leave(*each) for each in facts.items()]


class RawBooth:
    """One file, and the statements of the two hot roads."""

    def __init__(self, path: Path, facility: str, lane: str) -> None:
        self._connection = connect(path)
        self._facility = facility
        self._lane = lane

    def let_in(self, entry: Entry) -> None:
        """One durable decision at the entry: two reads, five writes, one commit."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        execute(_LATEST, (self._facility, "standard")).fetchone()
        execute(_LAST_NUMBER, (self._facility, self._lane)).fetchone()
        self._insert("sessions", entry.session)
        execute(_ENTERING, (entry.session[1], self._facility, self._lane))
        self._insert("tickets", entry.ticket)
        self._insert_facts(entry.facts)
        execute("COMMIT")

    def let_out(self, code: str, leave: Leave) -> None:
        """One paid ticket at the exit: three reads, then four writes and one commit."""
        execute = self._connection.execute
        session_id, _ = execute(_TICKET, (self._facility, code)).fetchone()
        execute(_SESSION, (self._facility, session_id)).fetchone()
        execute(_PAID, (self._facility, session_id)).fetchone()
        execute("BEGIN IMMEDIATE")
        self._insert_facts(leave.facts)
        execute(_AUTHORISE, (self._lane, self._facility, session_id))
        execute(_LEAVING, (session_id, self._facility, self._lane))
        execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _insert(self, table: str, row: Row) -> None:
        places = ",".join("?" * len(row))
        self._connection.execute(f"INSERT INTO {table} VALUES ({places})", row)

    def _insert_facts(self, facts: list[Row]) -> None:
        places = ",".join("?" * len(facts[0]))
        self._connection.executemany(f"INSERT INTO journal VALUES ({places})", facts)


class SyncedFile:
    """The disk's own limit: append a page, wait until it is there."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def append(self) -> None:
        """Append 4 KiB durably."""
        os.write(self._handle, PAGE)
        os.fdatasync(self._handle)

    def close(self) -> None:
        """Close the file."""
        os.close(self._handle)
