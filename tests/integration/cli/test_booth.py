"""`kiosk booth` on bad input: every mistake is named, nothing is touched, the exit code says it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.boot.demo_site import write_site
from kiosk.boot.processes import MAIN, BoothProcess
from kiosk.runtime.clock import SystemClock
from kiosk.store.store import Store

BAD_SETTINGS, ALREADY_RUNNING, NO_STORE, NOT_ENROLLED = 2, 3, 4, 5
NOBODY = "http://127.0.0.1:9"
PATIENCE_SECONDS = 60


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the booth as a person would, without a display."""
    return subprocess.run(
        [sys.executable, str(MAIN), "booth", "--windowed", *map(str, words)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A good site whose devices are not there; its data lies in the same folder."""
    return write_site(tmp_path, tmp_path, NOBODY)


@pytest.fixture
def database(site: Path) -> Path:
    """A booth's database with a little in it."""
    path = site.with_name("booth.db")
    Store.open(path, facility_id="hlavna", origin="booth-1", ids=SystemClock().new_id).close()
    return path


def test_every_mistake_of_the_settings_is_named_at_once(site: Path) -> None:
    text = site.read_text("utf-8")
    for good, bad in (
        ('zone = "Europe/Bratislava"', 'zone = "Europe/Atlantis"'),
        ('model = "waveshare-8io"', 'model = "modbus9"'),
        ('model = "card-line"', 'model = "cash-line"'),
        ("number = 2", "number = 1"),
        ("spaces = 132", "spaces = 132"),
    ):
        assert good in text
        text = text.replace(good, bad)
    site.write_text(text, "utf-8")
    ended = run("--site", site)
    assert ended.returncode == BAD_SETTINGS
    assert ended.stdout == ""
    said = ended.stderr.splitlines()
    assert said[0] == f"{site}: 6 mistakes"
    assert [line.split(":")[0].strip() for line in said[1:]] == [
        "facility.zone",
        "lane[2].number",
        "booth.terminal.model",
        "lane[1].board.model",
        "lane[2].board.model",
        "lane[2].terminal.model",
    ]
    assert "Known boards: waveshare-8io" in said[4]
    assert not site.with_name("booth.db").exists()


@pytest.mark.parametrize(
    ("content", "word"),
    [(None, "there is no such file"), (b"\xff", "cannot be read"), (b"facility = [", "not TOML")],
)
def test_settings_that_cannot_be_read_say_so(
    tmp_path: Path, content: bytes | None, word: str
) -> None:
    path = tmp_path / "site.toml"
    if content is not None:
        path.write_bytes(content)
    ended = run("--site", path)
    assert ended.returncode == BAD_SETTINGS
    assert word in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'strategy = "blocks"', ["tariff.toml", "name: is missing", "prices"]),
        (b"name = [", ["tariff.toml", "not TOML"]),
        (b"\xff\xfe", ["tariff.toml", "utf-8"]),
    ],
)
def test_a_bad_tariff_is_a_mistake_of_the_settings(
    site: Path, content: bytes, words: list[str]
) -> None:
    site.with_name("tariff.toml").write_bytes(content)
    ended = run("--site", site)
    assert ended.returncode == BAD_SETTINGS
    assert [word for word in words if word not in ended.stderr] == []
    assert "Traceback" not in ended.stderr
    assert not site.with_name("booth.db").exists()


def test_a_printer_profile_nobody_has_is_a_mistake_of_the_settings(site: Path) -> None:
    text = site.read_text("utf-8")
    site.write_text(
        text.replace('model = "escpos"', 'model = "escpos", profile = "laser"'), "utf-8"
    )
    ended = run("--site", site)
    assert ended.returncode == BAD_SETTINGS
    assert "printer.profile: no printer profile 'laser'" in ended.stderr
    assert "TM-T88III" in ended.stderr


# --- data that cannot be used


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.commit()


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _overwritten(path: Path) -> None:
    data = path.read_bytes()
    middle = len(data) // 2 // 4096 * 4096
    path.write_bytes(data[:middle] + b"\xa5" * 8192 + data[middle + 8192 :])


def _no_database(path: Path) -> None:
    path.write_bytes(b"This is a letter to my aunt. " * 400)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_newer, ["newer program", "Install that version"]),
        (_foreign, ["another program", "path"]),
        (_truncated, ["damaged", "restore a backup"]),
        (_emptied, ["is empty", "restore a backup"]),
        (_overwritten, ["damaged", "restore a backup"]),
        (_no_database, ["damaged", "restore a backup"]),
    ],
)
def test_a_database_it_must_not_touch_is_refused_with_a_remedy_and_kept(
    site: Path, database: Path, spoil: Callable[[Path], None], words: list[str]
) -> None:
    spoil(database)
    before = database.read_bytes()
    ended = run("--site", site)
    assert ended.returncode == NO_STORE
    assert [word for word in words if word not in ended.stderr] == []
    assert "Traceback" not in ended.stderr
    assert database.read_bytes() == before


def test_a_key_of_the_wrong_size_is_refused_and_kept(site: Path, database: Path) -> None:
    key = database.with_name("signing.key")
    key.write_bytes(b"half a key")
    ended = run("--site", site)
    assert ended.returncode == NO_STORE
    assert "Restore it from a backup" in ended.stderr
    assert key.read_bytes() == b"half a key"


def test_a_data_folder_that_is_a_file_is_refused(site: Path) -> None:
    folder = site.parent
    (folder / "occupied").write_text("a letter")
    text = site.read_text("utf-8")
    site.write_text(text.replace(f'data = "{folder}"', 'data = "occupied"'), "utf-8")
    ended = run("--site", site)
    assert ended.returncode == NO_STORE
    assert "occupied" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_second_booth_on_the_same_data_is_told_who_runs(site: Path) -> None:
    booth = BoothProcess(site, site.with_name("booth.log"))
    booth.start()
    second = run("--site", site)
    lanes = booth.ask("lanes")
    booth.stop()
    assert second.returncode == ALREADY_RUNNING
    assert "already runs here as process" in second.stderr
    assert set(lanes) == {"entry-1", "exit-1"}, "the first one goes on"


# --- enrolment


def test_a_code_without_a_centre_is_refused_in_words(site: Path) -> None:
    text = site.read_text("utf-8")
    site.write_text(text.replace(f'[centre]\nurl = "{NOBODY}"', ""), "utf-8")
    ended = run("--site", site, "--enrol", "4K72MX94K")
    assert ended.returncode == NOT_ENROLLED
    assert "no [centre]" in ended.stderr


def test_a_centre_out_of_reach_is_named(site: Path) -> None:
    ended = run("--site", site, "--enrol", "4K72MX94K")
    assert ended.returncode == NOT_ENROLLED
    assert "did not let this booth in" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not site.with_name("centre.token").exists()


def test_the_shipped_example_is_a_site_that_starts(tmp_path: Path) -> None:
    """Its ports are not there; every other word of it must do."""
    examples = MAIN.parent / "resources" / "config"
    for name in ("site.toml", "tariff.toml"):
        shutil.copyfile(examples / name, tmp_path / name)
    text = (tmp_path / "site.toml").read_text("utf-8")
    lines = ['data = "data"' if line.startswith("data =") else line for line in text.splitlines()]
    (tmp_path / "site.toml").write_text("\n".join(lines), "utf-8")
    booth = BoothProcess(tmp_path / "site.toml", tmp_path / "booth.log")
    booth.start()
    assert set(booth.ask("lanes")) == {"entry-1", "exit-1"}
    booth.stop()
