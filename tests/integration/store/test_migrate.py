"""Migrating: one chain for both engines; what is not ours or not whole is refused and kept."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine, select, text
from sqlalchemy.exc import IntegrityError

from kiosk.domain.money import Money
from kiosk.store import migrate
from kiosk.store.engine import database_url, open_engines
from kiosk.store.schema import metadata
from kiosk.store.store import Store
from kiosk.store.trouble import StoreTrouble
from kiosk.store.verify import verify
from tests.support.stores import (
    first_of_each,
    open_store,
    receive_from_elsewhere,
    record,
    started,
)

MIGRATIONS = Path(__file__).parents[3] / "migrations"


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_the_program_knows_every_revision_and_which_is_the_last() -> None:
    assert scripts().get_heads() == [migrate.HEAD]
    assert {each.revision for each in scripts().walk_revisions()} == set(migrate.KNOWN)


def test_the_migrations_make_exactly_the_tables_the_program_uses(database: str) -> None:
    migrate.upgrade(database)
    engines = open_engines(database_url(database))
    with engines.writer.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engines.dispose()


def test_a_file_is_exactly_what_the_program_would_make(tmp_path: Path) -> None:
    """Also what Alembic's comparison does not look at: checks, partial indexes, row order."""
    migrate.upgrade(tmp_path / "migrated.db")
    made = create_engine(database_url(tmp_path / "made.db"))
    metadata.create_all(made)
    made.dispose()
    wanted = statements(tmp_path / "made.db")
    migrated = statements(tmp_path / "migrated.db")
    assert {name: migrated.get(name) for name in wanted} == wanted


def statements(path: Path) -> dict[str, list[str]]:
    """The words of every table and index; the order of a table's constraints means nothing."""
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(query).fetchall()
    return {name: sorted(re.findall(r"\w+|\S", sql)) for name, sql in rows}


def test_an_empty_server_database_gets_the_schema(postgres_blank_url: str) -> None:
    assert migrate.current(postgres_blank_url) is None
    migrate.upgrade(postgres_blank_url)
    assert migrate.current(postgres_blank_url) == migrate.HEAD


@pytest.mark.parametrize("revision", migrate.KNOWN[:-1])
def test_an_old_database_keeps_its_content_and_gets_what_is_new(
    database: str, tmp_path: Path, revision: str
) -> None:
    """Filled by the facts of its time, upgraded: every row is what its journal makes of it."""
    old_database(database, revision, tmp_path)
    store = open_store(database)
    assert verify(store) == []
    with store.read() as unit:
        assert unit.sessions.spaces() == 120
        moved = unit.books.pending()
        assert unit.debts.open()
    assert (moved.gross, moved.payment_count) == (Money(2000, "EUR"), 2)
    with pytest.raises(IntegrityError), store.engines.writer.begin() as connection:
        connection.execute(text("DELETE FROM receipts"))
    store.close()


def test_an_old_file_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "booth.db"
    old_database(str(path), "0001", tmp_path)
    open_store(path).close()
    assert migrate.current(tmp_path / f"booth.db.before-{migrate.HEAD}") == "0001"


def old_database(where: str, revision: str, scratch: Path) -> None:
    """Make a database of an earlier release, with the facts there were then."""
    engines = open_engines(database_url(where))
    with engines.writer.begin() as connection:
        if engines.shared:  # the fixture's has the schema of today
            connection.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        if not engines.shared:
            connection.execute(text(f"PRAGMA application_id = {migrate.APPLICATION_ID}"))
    sample = open_store(scratch / "sample.db")
    with sample.write() as unit:
        for body, circumstances in first_of_each():
            unit.record(body, circumstances)
        receive_from_elsewhere(unit)
    tables = MetaData()
    with engines.writer.begin() as target, sample.engines.reader.connect() as source:
        tables.reflect(target)
        for table in tables.sorted_tables:
            if table.name == "alembic_version":
                continue
            kept = [metadata.tables[table.name].c[column.name] for column in table.columns]
            rows = [dict(row) for row in source.execute(select(*kept)).mappings()]
            if rows:
                target.execute(table.insert(), rows)
    sample.close()
    engines.dispose()


def test_a_migration_that_fails_leaves_the_old_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All revisions run in one transaction: without the last there is not even the first."""
    path = tmp_path / "booth.db"
    broken = tmp_path / "migrations"
    (broken / "versions").mkdir(parents=True)
    (broken / "env.py").write_text((MIGRATIONS / "env.py").read_text())
    for script in (MIGRATIONS / "versions").glob("*.py"):
        words = script.read_text()
        if script.name.startswith(migrate.HEAD):
            upgrade = "def upgrade() -> None:\n"
            words = words.replace(upgrade, f"{upgrade}    op.execute('nonsense')\n")
        (broken / "versions" / script.name).write_text(words)
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "_scripts", lambda: broken)
        with pytest.raises(StoreTrouble):
            migrate.upgrade(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    open_store(path).close()


def test_a_newer_database_is_refused_and_kept(database: str) -> None:
    store = open_store(database)
    record(store, started("s1"))
    with store.engines.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    for _ in range(2):
        with pytest.raises(StoreTrouble, match="newer program") as refusal:
            open_store(database)
        assert refusal.value.remedy
    with pytest.raises(StoreTrouble, match="newer program"):
        Store.inspect(database)


def test_another_programs_file_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE contacts (name TEXT)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreTrouble, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_another_programs_server_database_is_refused(postgres_blank_url: str) -> None:
    engines = open_engines(database_url(postgres_blank_url))
    with engines.writer.begin() as connection:
        connection.execute(text("CREATE TABLE contacts (name TEXT)"))
    engines.dispose()
    with pytest.raises(StoreTrouble, match="another program"):
        open_store(postgres_blank_url)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _data: b"", id="emptied"),
        pytest.param(lambda data: data[:3000], id="cut inside the first page"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut in half"),
        pytest.param(lambda _data: b"no database at all, just some text", id="something else"),
        pytest.param(lambda data: bytes(4096) + data[4096:], id="first sector zeroed"),
        pytest.param(lambda data: data[:8192] + bytes(4096) + data[12288:], id="a sector zeroed"),
    ],
)
def test_a_damaged_file_is_refused_with_a_remedy_and_kept(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "booth.db"
    store = open_store(path)
    record(store, *[started(f"s{number}") for number in range(50)])
    store.close()
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    with pytest.raises(StoreTrouble) as refusal:
        open_store(path)
    assert refusal.value.remedy
    assert path.read_bytes() == damaged


def test_a_directory_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble):
        open_store(tmp_path)


def test_a_missing_file_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "new" / "booth.db"
    with pytest.raises(StoreTrouble, match="no database"):
        Store.open(path, facility_id="f", origin="o", ids=str, create=False)
    with pytest.raises(StoreTrouble, match="no database"):
        Store.inspect(path)
    assert not path.exists()
    open_store(path).close()
    assert path.exists()


def test_a_server_out_of_reach_is_named_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://booth:secret@/boomgate?host={tmp_path}"
    with pytest.raises(StoreTrouble, match="cannot be used") as refusal:
        open_store(url)
    assert "secret" not in str(refusal.value)


def test_a_file_left_by_a_killed_first_start_is_used(tmp_path: Path) -> None:
    """Killed before its first commit it holds nothing but SQLite's own header."""
    path = tmp_path / "booth.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert path.stat().st_size > 0
    open_store(path).close()
