"""`kiosk export` as a person or a program calls it."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.export import LISTS, _period, export
from tests.support.stores import open_store, record_one_of_each


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A booth's database in which everything happened once."""
    store = open_store(tmp_path / "booth.db")
    with store.write() as unit:
        record_one_of_each(unit)
    store.close()
    return str(tmp_path / "booth.db")


def run(database: str, what: str, *words: str) -> Result:
    return CliRunner().invoke(export, [what, "--db", database, *words])


@pytest.mark.parametrize("what", LISTS)
def test_every_list_comes_out_as_csv_and_as_a_workbook(
    database: str, what: str, tmp_path: Path
) -> None:
    ran = run(database, what)
    assert ran.exit_code == 0, ran.output
    rows = list(csv.DictReader(io.StringIO(ran.stdout.lstrip("\ufeff"))))
    assert rows
    book = tmp_path / "list.xlsx"
    made = run(database, what, "--format", "xlsx", "--language", "de", "--out", str(book))
    assert made.stderr == f"{len(rows)} rows.\n"
    with zipfile.ZipFile(book) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == len(rows) + 1


def test_a_day_is_the_zones_own(database: str) -> None:
    def count(*words: str) -> int:
        return run(database, "sessions", *words).stdout.count("\n") - 1

    assert count("--since", "2026-11-20", "--zone", "Asia/Tokyo") == count()
    assert count("--since", "2026-11-21", "--zone", "Asia/Tokyo") == 0
    assert count("--since", "2026-11-20T17:30", "--zone", "Asia/Tokyo") == count() - 1
    assert count("--until", "2026-11-20T17:30", "--zone", "Asia/Tokyo") == 1
    assert count("--until", "2026-11-20T17:30", "--zone", "UTC") == count()


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2026-03-29T02:30", "2026-03-29T01:00+00:00"),  # clocks go from 2:00 to 3:00
        ("2026-10-25T02:30", "2026-10-25T00:30+00:00"),  # and back: it comes twice
        ("2026-10-25T02:30+01:00", "2026-10-25T01:30+00:00"),
        ("2026-11-20", "2026-11-19T23:00+00:00"),
    ],
)
def test_a_time_of_day_is_read_as_tariffs_read_theirs(written: str, instant: str) -> None:
    period = _period(written, written, ZoneInfo("Europe/Berlin"))
    assert period.since == period.until == datetime.fromisoformat(instant)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--since", "yesterday"), 2),
        (("--since", "0001-01-01", "--zone", "Asia/Tokyo"), 2),
        (("--zone", "Mars/Olympus"), 2),
        (("--out", "/no/such/folder/list.csv"), 2),
        (("--format", "pdf"), 2),
    ],
)
def test_options_that_cannot_be_used_end_with_2(
    database: str, words: tuple[str, ...], code: int
) -> None:
    ran = run(database, "cash", *words)
    assert ran.exit_code == code
    assert words[1] in ran.stderr


def test_a_database_that_is_none_ends_with_4_and_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database", "utf-8")
    target = tmp_path / "list.csv"
    assert run(str(tmp_path / "text.db"), "cash", "--out", str(target)).exit_code == 4
    assert not list(tmp_path.glob("list*"))
