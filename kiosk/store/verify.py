"""Proves journal and tables, or says exactly what is wrong; rebuilds the tables from the journal.

First the chain, event by event; then every row of every table beside the row that the journal
makes in an empty database. The journal is the truth: from a broken one nothing is rebuilt.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Table, delete, text
from sqlalchemy.exc import SQLAlchemyError

from kiosk.store.audit import journal_findings
from kiosk.store.engine import Engines, database_url, open_engines
from kiosk.store.finding import Finding
from kiosk.store.guards import guards_lifted
from kiosk.store.migrate import upgrade
from kiosk.store.replay import replay
from kiosk.store.rows import Key, Raw, key_of, raw_reading, raw_rows
from kiosk.store.schema import PROJECTIONS
from kiosk.store.store import Store
from kiosk.store.trouble import StoreTrouble

MAX_FINDINGS = 1000
_WANTED, _FOUND = 0, 1


def verify(store: Store) -> list[Finding]:
    """Everything that is not as it must be, at most `MAX_FINDINGS`; empty when all is well.

    Tables are compared only where the journal itself is whole.
    """
    engines = store.engines
    try:
        findings = list(islice(_journal(engines), MAX_FINDINGS))
        return findings or list(islice(_tables(engines), MAX_FINDINGS))
    except (SQLAlchemyError, StoreTrouble, UnicodeDecodeError) as trouble:
        return [Finding("database", (), "", "readable", str(trouble))]


def rebuild(store: Store) -> int:
    """Empty the tables and fill them again from the journal; returns how many events it has.

    One transaction: the old tables or the new ones. Raises `StoreTrouble` when the journal is not
    whole or does not fit this program, and changes nothing then.
    """
    engines = store.engines
    broken = next(_journal(engines), None)
    if broken is not None:
        raise StoreTrouble(f"The journal is broken: {broken}.", "Run: kiosk journal verify")
    try:
        with engines.writer.begin() as target:
            if engines.shared:  # nobody may add an event between our looking and our commit
                target.execute(text("LOCK TABLE journal IN SHARE MODE"))
            with guards_lifted(target):
                for table in PROJECTIONS:
                    target.execute(delete(table))
            with engines.reader.connect() as source:
                return replay(source, target)
    except SQLAlchemyError as trouble:
        raise StoreTrouble(f"The tables could not be rebuilt: {trouble}.") from trouble


def _journal(engines: Engines) -> Iterator[Finding]:
    with raw_reading(engines) as connection:
        if engines.path is not None:
            for (verdict,) in connection.execute(text("PRAGMA integrity_check(10)")):
                if verdict != "ok":
                    yield Finding("database", (), "integrity", "ok", verdict)
        yield from journal_findings(connection)


def _tables(engines: Engines) -> Iterator[Finding]:
    with TemporaryDirectory(prefix="boomgate-verify-") as folder:
        path = Path(folder) / "expected.db"
        upgrade(path)
        expected = open_engines(database_url(path))
        try:
            with engines.reader.connect() as source, expected.writer.begin() as target:
                replay(source, target)
            with raw_reading(engines) as found, raw_reading(expected) as wanted:
                for table in PROJECTIONS:
                    yield from _differences(table, wanted, found)
        finally:
            expected.dispose()


def _differences(table: Table, wanted: Connection, found: Connection) -> Iterator[Finding]:
    """Walk both tables in the order of their keys, as one merges two sorted lists."""
    names = tuple(column.name for column in table.columns)
    key = tuple(column.name for column in table.primary_key.columns)
    places = tuple(names.index(name) for name in key)
    keyed = (
        _keyed(_WANTED, raw_rows(wanted, table, key), places),
        _keyed(_FOUND, raw_rows(found, table, key), places),
    )
    merged = merge(*keyed, key=itemgetter(0, 1))
    for _, group in groupby(merged, key=itemgetter(0)):
        rows = {side: row for _, side, row in group}
        row = rows.get(_WANTED) or rows[_FOUND]
        named = tuple(row[place] for place in places)
        if _FOUND not in rows:
            yield Finding(table.name, named, "", "a row", "none")
        elif _WANTED not in rows:
            yield Finding(table.name, named, "", "no row", "a row")
        else:
            for name, one, other in zip(names, rows[_WANTED], rows[_FOUND], strict=True):
                if (type(one), one) != (type(other), other):
                    yield Finding(table.name, named, name, one, other)


def _keyed(
    side: int, rows: Iterator[Raw], places: tuple[int, ...]
) -> Iterator[tuple[Key, int, Raw]]:
    return ((key_of(row, places), side, row) for row in rows)
