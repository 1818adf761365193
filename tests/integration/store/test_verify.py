"""Verifying: no single changed cell, row or bit of what happened stays hidden."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import BigInteger, Integer, Table, text

from kiosk.store.guards import guards_lifted
from kiosk.store.schema import PROJECTIONS, journal
from kiosk.store.store import Store
from kiosk.store.trouble import StoreTrouble
from kiosk.store.verify import rebuild, verify
from tests.support.stores import (
    open_store,
    receive_from_elsewhere,
    record,
    record_one_of_each,
    started,
)

CELLS = [(table, column.name) for table in (journal, *PROJECTIONS) for column in table.columns]


@pytest.fixture(scope="module")
def written_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A booth's file in which every table has rows, closed."""
    path = tmp_path_factory.mktemp("written") / "booth.db"
    store = open_store(path)
    with store.write() as unit:
        record_one_of_each(unit)
        receive_from_elsewhere(unit)
    assert verify(store) == []
    store.close()
    return path


@pytest.fixture
def written(written_file: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of it without any guard, to be damaged."""
    path = tmp_path / "damaged.db"
    copyfile(written_file, path)
    connection = sqlite3.connect(path, isolation_level=None)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        connection.execute(f"DROP TRIGGER {name}")
    yield connection
    connection.close()


def key_columns(table: Table) -> str:
    return ", ".join(column.name for column in table.primary_key.columns)


def last(table: Table) -> str:
    order = ", ".join(f"{column.name} DESC" for column in table.primary_key.columns)
    return f"ORDER BY {order} LIMIT 1"


def findings(path: Path) -> list[str]:
    store = Store.inspect(path)
    try:
        return [str(finding) for finding in verify(store)]
    finally:
        store.close()


@pytest.mark.parametrize("table", PROJECTIONS, ids=lambda table: table.name)
def test_the_sample_has_a_row_in_every_table(written: sqlite3.Connection, table: Table) -> None:
    assert written.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] > 0


@pytest.mark.parametrize(("table", "column"), CELLS, ids=lambda each: getattr(each, "name", each))
def test_a_changed_cell_is_found(
    written: sqlite3.Connection, tmp_path: Path, table: Table, column: str
) -> None:
    """In the last row of every table, each column in turn, changed as little as possible."""
    (value,) = written.execute(f"SELECT {column} FROM {table.name} {last(table)}").fetchone()
    match value:
        case int():
            other: object = value + 2
        case str():
            other = f"{value}x"
        case bytes():
            other = value[:-1] + bytes([value[-1] ^ 1])
        case _:
            other = 7
    key = f"({key_columns(table)})"
    where = f"{key} = (SELECT {key_columns(table)} FROM {table.name} {last(table)})"
    written.execute(f"UPDATE {table.name} SET {column} = ? WHERE {where}", (other,))
    found = findings(tmp_path / "damaged.db")
    assert found
    assert found[0].startswith(f"{table.name} ")


@pytest.mark.parametrize("table", [journal, *PROJECTIONS], ids=lambda table: table.name)
def test_a_missing_row_is_found(written: sqlite3.Connection, tmp_path: Path, table: Table) -> None:
    key = key_columns(table)
    first = f"SELECT {key} FROM {table.name} ORDER BY {key} LIMIT 1"
    written.execute(f"DELETE FROM {table.name} WHERE ({key}) = ({first})")
    assert findings(tmp_path / "damaged.db")


@pytest.mark.parametrize("table", PROJECTIONS, ids=lambda table: table.name)
def test_an_invented_row_is_found(
    written: sqlite3.Connection, tmp_path: Path, table: Table
) -> None:
    """A copy of the last row under another key, beside every unique value of the sample."""
    other_key = table.primary_key.columns.values()[-1].name
    made = [
        f"{name} || 'x'" if name in {other_key, "code", "voucher"} else name
        for name in (column.name for column in table.columns)
    ]
    if isinstance(table.c[other_key].type, Integer | BigInteger):
        made[table.columns.keys().index(other_key)] = f"{other_key} + 1000"
    written.execute("DROP INDEX uq_payment_attempts_one_open")
    written.execute(
        f"INSERT INTO {table.name} SELECT {', '.join(made)} FROM {table.name} {last(table)}"
    )
    assert findings(tmp_path / "damaged.db")


def test_a_finding_names_the_cell_and_both_values(
    written: sqlite3.Connection, tmp_path: Path
) -> None:
    written.execute("UPDATE payments SET amount_minor = 1 WHERE attempt_id = 'a2'")
    assert findings(tmp_path / "damaged.db") == [
        "payments garage-1/a2 amount_minor: expected 1000, found 1"
    ]


def test_swapped_events_are_found(written: sqlite3.Connection, tmp_path: Path) -> None:
    written.execute("UPDATE journal SET arrival = 100000 WHERE arrival = 3")
    written.execute("UPDATE journal SET arrival = 3 WHERE arrival = 4")
    written.execute("UPDATE journal SET arrival = 4 WHERE arrival = 100000")
    assert findings(tmp_path / "damaged.db")


def test_a_wrong_table_is_mended_by_a_rebuild(store: Store) -> None:
    with store.write() as unit:
        record_one_of_each(unit)
        receive_from_elsewhere(unit)
    with store.engines.writer.begin() as connection, guards_lifted(connection):
        connection.execute(text("DELETE FROM payments"))
        connection.execute(text("UPDATE sessions SET state = 'active'"))
        connection.execute(text("UPDATE lanes SET passages = passages + 1"))
    assert verify(store)
    rebuild(store)
    assert verify(store) == []


def test_nothing_is_rebuilt_from_a_broken_journal(
    written: sqlite3.Connection, tmp_path: Path
) -> None:
    written.execute("UPDATE journal SET actor = 'nobody' WHERE arrival = 5")
    written.execute("UPDATE sessions SET state = 'active'")
    store = Store.inspect(tmp_path / "damaged.db")
    with pytest.raises(StoreTrouble, match="journal is broken"):
        rebuild(store)
    store.close()
    assert set(written.execute("SELECT DISTINCT state FROM sessions")) == {("active",)}


def test_the_guards_stand_again_after_a_rebuild(store: Store) -> None:
    with store.write() as unit:
        record_one_of_each(unit)
    rebuild(store)
    with pytest.raises(Exception, match="append only"), store.engines.writer.begin() as connection:
        connection.execute(text("UPDATE payments SET amount_minor = 0"))


def test_our_journal_goes_on_after_a_rebuild(store: Store) -> None:
    record(store, started("s1"))
    rebuild(store)
    (event,) = record(store, started("s2"))
    assert event.seq == 2
    assert verify(store) == []


@pytest.fixture(scope="module")
def pristine(written_file: Path) -> str:
    """What the undamaged file says."""
    return content_digest(written_file)


@settings(max_examples=80)
@given(place=st.integers(0, 2**31))
def test_a_flipped_bit_that_changed_anything_is_found_or_the_file_is_refused(
    written_file: Path, pristine: str, tmp_path_factory: pytest.TempPathFactory, place: int
) -> None:
    data = bytearray(written_file.read_bytes())
    data[place // 8 % len(data)] ^= 1 << place % 8
    folder = tmp_path_factory.mktemp("flipped")
    path, opened = folder / "booth.db", folder / "opened.db"
    path.write_bytes(data)
    opened.write_bytes(data)
    with suppress(StoreTrouble):  # a start refuses it in words, or takes it
        open_store(opened).close()
    try:
        found = findings(path)
    except StoreTrouble:
        return
    assert found or content_digest(path) == pristine


def content_digest(path: Path) -> str:
    """Every row of the file with the type of each value; what cannot be read is different too."""
    digest = sha256()
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        for table in (journal, *PROJECTIONS):
            names = ", ".join(column.name for column in table.columns)
            try:
                rows = connection.execute(f"SELECT {names} FROM {table.name}").fetchall()
            except (sqlite3.DatabaseError, UnicodeDecodeError) as trouble:
                rows = [(str(trouble),)]
            digest.update(repr(sorted(rows, key=repr)).encode())
    return digest.hexdigest()
