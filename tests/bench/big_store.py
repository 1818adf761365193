"""A million stays in the real schema, put there by plain SQL in half a minute.

Every stay has its session, ticket, attempt and payment (in a Z), and a fact of another booth in the
journal, so that every table and index that the exit reads or writes is as deep as after years.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from kiosk.wire.codes import short_code
from tests.bench.site import ENTRY, EXIT, FACILITY

LANE_NUMBER = 63
"""A lane of another booth: its short codes are no other lane's."""
FIRST_MS = 1_700_000_000_000
STEP_MS = 30_000
STAY_MS = 7_200_000
RARE = 50
"""One stay of so many was adjusted and partly refunded."""
BATCH = 50_000

_TABLES = {
    "sessions": 19,
    "tickets": 9,
    "payment_attempts": 11,
    "payments": 14,
    "z_items": 10,
    "adjustments": 10,
    "refunds": 19,
    "journal": 20,
}


def fill(database: Path, stays: int) -> None:
    """Add so many ended stays to a booth's database that nobody has open."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-262144"):
            connection.execute(f"PRAGMA {pragma}")
        (arrival,) = connection.execute("SELECT max(arrival) FROM journal").fetchone()
        connection.execute("BEGIN")
        for table, columns in _TABLES.items():
            places = ",".join("?" * columns)
            rows = _ROWS[table](stays, arrival)
            connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")


Rows = Iterator[tuple[Any, ...]]


def _session_id(n: int) -> str:
    return f"018c0000-0000-7000-8000-{n:012x}"


def _sessions(stays: int, _arrival: int) -> Rows:
    for n in range(stays):
        at = FIRST_MS + n * STEP_MS
        code = short_code(LANE_NUMBER, n)
        yield (
            *(FACILITY, _session_id(n), code, "ticket", "entry-9", at, "ended", "standard", 1),
            *("car", None, None, None, at, EXIT, at + STAY_MS, None, None, None),
        )


def _tickets(stays: int, _arrival: int) -> Rows:
    payload = "BG1" + "A" * 160
    for n in range(stays):
        at = FIRST_MS + n * STEP_MS
        code = short_code(LANE_NUMBER, n)
        yield (FACILITY, code, n + 1, _session_id(n), "entry-9", at, payload, "taken", "")


def _attempts(stays: int, _arrival: int) -> Rows:
    for n in range(stays):
        at = FIRST_MS + n * STEP_MS + STAY_MS
        yield (
            *(FACILITY, f"a-{n:012x}", "booth-2", _session_id(n), EXIT, "card", 600, "EUR", at),
            *("paid", ""),
        )


def _payments(stays: int, _arrival: int) -> Rows:
    for n in range(stays):
        at = FIRST_MS + n * STEP_MS + STAY_MS
        yield (
            *(FACILITY, f"a-{n:012x}", _session_id(n), EXIT, "card", 600, "EUR", at, at + 900_000),
            *("A00001", None, None, None, "booth"),
        )


def _items(stays: int, _arrival: int) -> Rows:
    for n in range(stays):
        at = FIRST_MS + n * STEP_MS + STAY_MS
        yield (FACILITY, "payment", f"a-{n:012x}", "booth-2", 1, "card", 600, "EUR", at, n // 1000)


def _adjustments(stays: int, _arrival: int) -> Rows:
    for n in range(0, stays, RARE):
        at = FIRST_MS + n * STEP_MS
        yield (
            *(FACILITY, f"adj-{n:012x}", "booth-2", _session_id(n), -100, "EUR", "waited", None),
            *("anna", at),
        )


def _refunds(stays: int, _arrival: int) -> Rows:
    for n in range(0, stays, RARE):
        at = FIRST_MS + n * STEP_MS + STAY_MS
        yield (
            *(FACILITY, f"r-{n:012x}", "booth-2", f"a-{n:012x}", _session_id(n), EXIT, "card"),
            *(100, "EUR", "refund", "waited", None, "anna", at, "succeeded", at, "A9", "", None),
        )


def _facts(stays: int, arrival: int) -> Rows:
    body, link = b"{" + b" " * 220 + b"}", bytes(32)
    for n in range(stays):
        at = FIRST_MS + n * STEP_MS
        yield (
            *(FACILITY, "booth-2", 1, n + 1, arrival + n + 1, f"e-{n:012x}", "session_started", 1),
            *(body, link, link, at, n, ENTRY, _session_id(n), "booth", False, False, at, link),
        )


_ROWS = {
    "sessions": _sessions,
    "tickets": _tickets,
    "payment_attempts": _attempts,
    "payments": _payments,
    "z_items": _items,
    "adjustments": _adjustments,
    "refunds": _refunds,
    "journal": _facts,
}
