"""`kiosk journal`, `kiosk migrate` and `kiosk doctor` on real files, and the help of everything."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import app
from tests.support.stores import open_store, record_one_of_each

NO_STORE = 4


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A booth's database with every kind of fact in it."""
    path = tmp_path / "booth.db"
    store = open_store(path)
    with store.write() as unit:
        record_one_of_each(unit)
    store.close()
    return path


def change(path: Path, *statements: str) -> None:
    """Somebody writes into the database behind our back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_whole_journal_verifies(database: Path) -> None:
    result = run("journal", "verify", "--db", database)
    assert result.exit_code == 0
    assert "The chain holds" in result.stdout


def test_a_changed_fact_is_found_and_nothing_is_rebuilt_from_it(database: Path) -> None:
    change(
        database,
        "DROP TRIGGER journal_no_update",
        "UPDATE journal SET actor = 'nobody' WHERE seq = 20",
    )
    result = run("journal", "verify", "--db", database)
    assert result.exit_code == 1
    assert "20" in result.stdout
    before = database.read_bytes()
    rebuilt = run("journal", "rebuild", "--db", database)
    assert rebuilt.exit_code == NO_STORE
    assert "journal is broken" in rebuilt.stderr
    assert database.read_bytes() == before


def test_a_changed_table_is_found_and_rebuilt(database: Path) -> None:
    change(database, "UPDATE sessions SET state = 'active' WHERE session_id = 's1'")
    assert run("journal", "verify", "--db", database).exit_code == 1
    rebuilt = run("journal", "rebuild", "--db", database)
    assert rebuilt.exit_code == 0
    assert "Rebuilt from" in rebuilt.stdout
    assert run("journal", "verify", "--db", database).exit_code == 0


def test_every_event_is_written_out_as_a_line_of_json(database: Path, tmp_path: Path) -> None:
    out = tmp_path / "journal.jsonl"
    assert run("journal", "export", "--db", database, "--out", out).exit_code == 0
    lines = out.read_text("utf-8").splitlines()
    assert [json.loads(line)["seq"] for line in lines] == list(range(1, len(lines) + 1))
    printed = run("journal", "export", "--db", database)
    assert printed.stdout.splitlines() == lines


@pytest.mark.parametrize("command", ["verify", "rebuild", "export"])
@pytest.mark.parametrize("what", ["missing", "no database", "newer"])
def test_a_database_that_cannot_be_used_is_refused_in_words(
    database: Path, command: str, what: str
) -> None:
    match what:
        case "missing":
            database.unlink()
        case "no database":
            database.write_bytes(b"a letter " * 1000)
        case "newer":
            change(database, "UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes() if database.exists() else None
    result = run("journal", command, "--db", database)
    assert result.exit_code == NO_STORE
    assert str(database) in result.stderr
    assert (database.read_bytes() if database.exists() else None) == before


def test_migrating_makes_a_database_and_doing_it_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    first, second = (run("migrate", "--db", path) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "up to date" in second.stdout
    assert run("journal", "verify", "--db", path).exit_code == 0


def test_migrating_a_newer_database_is_refused_and_it_is_kept(database: Path) -> None:
    change(database, "UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()
    result = run("migrate", "--db", database)
    assert result.exit_code == NO_STORE
    assert "newer program" in result.stderr
    assert database.read_bytes() == before


def test_the_doctor_finds_everything_needed_on_the_machine_that_runs_the_tests() -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    said = [line[8:].split(":")[0] for line in result.stdout.splitlines() if line[:2] == "ok"]
    assert {"Python", "Qt", "sqlalchemy", "pymodbus", "Disk"} <= set(said)
    assert "MISSING" not in result.stdout


# --- help


def _commands() -> list[tuple[str, ...]]:
    names: list[tuple[str, ...]] = [()]
    for name, command in app.commands.items():
        names.append((name,))
        names += [(name, inner) for inner in getattr(command, "commands", {})]
    return names


@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_every_command_says_what_it_is_for(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_the_commands_are_those_the_readme_tells_of() -> None:
    assert {words[0] for words in _commands() if words} == {
        "demo",
        "booth",
        "centre",
        "day",
        "quote",
        "tariff",
        "migrate",
        "journal",
        "export",
        "doctor",
    }


def test_an_unknown_command_ends_with_2() -> None:
    assert run("boat").exit_code == 2
