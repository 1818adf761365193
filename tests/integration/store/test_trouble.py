"""When the disk is full, locked or damaged: a clear word, nothing half-written, and on again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.store import engine, ways
from kiosk.store.store import Store
from kiosk.store.trouble import Contradicted, StoreTrouble
from kiosk.store.unit import Transaction
from kiosk.store.verify import verify
from kiosk.store.ways import driver_of
from tests.support.stores import here, open_store, record, started


def limit_pages(store: Store, pages: int) -> None:
    """Let the disk be full at this size."""
    with store.engines.writer.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def fill(store: Store) -> None:
    """Record until something gives."""
    for number in range(1, 500):
        record(store, started(f"s{number}"))


def test_a_full_disk_takes_nothing_and_works_again_once_there_is_space(
    sqlite_store: Store,
) -> None:
    record(sqlite_store, started("s0"))
    limit_pages(sqlite_store, 1)  # SQLite rounds it up to what is in use
    with pytest.raises(StoreTrouble, match="disk is full") as trouble:
        fill(sqlite_store)
    assert trouble.value.remedy
    with sqlite_store.read() as unit:
        last = unit.journal.head().seq
    limit_pages(sqlite_store, 1_000_000)
    (event,) = record(sqlite_store, started("after"))
    assert event.seq == last + 1
    assert verify(sqlite_store) == []


def test_a_database_somebody_else_holds_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "booth.db"
    open_store(path).close()
    pragmas = [p for p in engine._PRAGMAS if not p.startswith("busy_timeout")]
    monkeypatch.setattr(engine, "_PRAGMAS", (*pragmas, "busy_timeout=0"))
    store = open_store(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreTrouble, match="Another program holds"):
            record(store, started("s1"))
        other.execute("ROLLBACK")
    (event,) = record(store, started("s1"))
    assert event.seq == 1
    store.close()


def test_another_writer_of_the_same_file_is_noticed_and_nothing_forks(tmp_path: Path) -> None:
    """The writer remembers where the journal ends; a stale memory fails once and is forgotten."""
    one, two = open_store(tmp_path / "booth.db"), open_store(tmp_path / "booth.db")
    record(one, started("s1"))
    record(two, started("s2"))
    with pytest.raises(StoreTrouble):
        record(one, started("s3"))
    (event,) = record(one, started("s3"))
    assert event.seq == 3
    assert verify(one) == []
    one.close()
    two.close()


def test_a_start_notices_damage_at_the_journals_end(tmp_path: Path) -> None:
    path = tmp_path / "booth.db"
    store = open_store(path)
    record(store, started("s1"), started("s2"), started("s3"))
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER journal_no_update")
        connection.execute("UPDATE journal SET actor = 'nobody' WHERE seq = 2")
        connection.commit()
    with pytest.raises(StoreTrouble, match="damaged at event booth-1/1/2") as trouble:
        open_store(path)
    assert "journal verify" in trouble.value.remedy


def test_a_store_opened_to_be_looked_at_records_nothing(tmp_path: Path) -> None:
    path = tmp_path / "booth.db"
    store = open_store(path)
    record(store, started("s1"))
    store.close()
    store = Store.inspect(path)
    assert (store.identity.facility_id, store.identity.origin) == ("garage-1", "booth-1")
    with pytest.raises(StoreTrouble, match="looked at"):
        record(store, started("s2"))
    store.close()


def test_a_booth_file_has_the_pragmas_that_survive_a_power_cut(sqlite_store: Store) -> None:
    with sqlite_store.engines.writer.connect() as connection:
        said = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "mmap_size")
        }
    assert said == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "mmap_size": 0}


def test_only_one_connection_ever_writes(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes second waits, and is told so when the wait is long."""
    monkeypatch.setattr(ways, "WRITER_WAIT_SECONDS", 0.01)
    with sqlite_store.write():
        with pytest.raises(StoreTrouble, match="Another writer"), sqlite_store.write():
            pass
        with sqlite_store.read() as unit:
            assert unit.journal.head().seq == 0
    (event,) = record(sqlite_store, started("s1"))
    assert event.seq == 1


def test_the_writing_connection_is_the_same_one_for_everybody(sqlite_store: Store) -> None:
    seen = set()
    for _ in range(3):
        with sqlite_store.write() as unit:
            seen.add(id(driver_of(unit._scope.connection)))
    with sqlite_store.engines.writer.connect() as connection:
        seen.add(id(driver_of(connection)))
    assert len(seen) == 1


def test_readers_never_wait_and_their_connections_are_used_again(sqlite_store: Store) -> None:
    record(sqlite_store, started("s1"))

    def heads(depth: int) -> list[tuple[int, int]]:
        """(connection, last seq) of so many reads that are under way at the same time."""
        with sqlite_store.read() as unit:
            seen = (id(driver_of(unit._scope.connection)), unit.journal.head().seq)
            return [seen, *(heads(depth - 1) if depth else [])]

    first = heads(9)
    assert len({connection for connection, _ in first}) == 10
    record(sqlite_store, started("s2"))
    again = heads(9)
    assert {connection for connection, _ in again} == {connection for connection, _ in first}
    assert {seq for _, seq in again} == {2}


def test_what_a_borrower_left_open_is_rolled_back(sqlite_store: Store) -> None:
    with sqlite_store.engines.writer.connect() as connection:
        driver_of(connection).execute("BEGIN IMMEDIATE")
        driver_of(connection).execute("DELETE FROM local_state")
    with sqlite_store.engines.writer.connect() as connection:
        connection.execute(text("DELETE FROM local_state"))
    with sqlite_store.engines.writer.connect() as connection:
        assert not connection.in_transaction()
        assert not driver_of(connection).in_transaction


def test_a_connection_that_broke_is_replaced(sqlite_store: Store) -> None:
    record(sqlite_store, started("s1"))
    with pytest.raises(StoreTrouble, match="closed database"), sqlite_store.write() as unit:
        driver_of(unit._scope.connection).close()
    (event,) = record(sqlite_store, started("s2"))
    assert event.seq == 2


def test_core_and_the_driver_share_one_transaction(sqlite_store: Store) -> None:
    """What Core is asked for joins what was begun: both are undone together, or kept together."""
    with pytest.raises(Contradicted), sqlite_store.write() as unit:
        _note_and_contradict(unit)
    with sqlite_store.write() as unit:
        assert unit.local.get("note") is None
        assert unit.sessions.find("s1") is None
        unit.local.set("note", "kept")
        unit.record(started("s1"), here())
    with sqlite_store.read() as unit:
        assert unit.local.get("note") == "kept"
        assert unit.sessions.find("s1") is not None


def _note_and_contradict(unit: Transaction) -> None:
    unit.local.set("note", "undone")
    unit.record(started("s1"), here())
    unit.record(started("s1"), here())
