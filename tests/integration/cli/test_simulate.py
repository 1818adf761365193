"""`kiosk tariff simulate` as a person or a program calls it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from kiosk.cli.tariff import app
from kiosk.domain.facts import booth, stays
from kiosk.domain.session import Admittance
from kiosk.tariff.comparison import Comparison, Share
from tests.support.stores import NOW, here, open_store

OWN = (
    'name = "standard"\ncurrency = "EUR"\nzone = "Europe/Berlin"\n'
    '[[rate]]\nname = "visitors"\nstrategy = "flat"\n[rate.flat]\nprice_minor = 200\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A booth's database with three stays, and another tariff beside it."""
    store = open_store(tmp_path / "booth.db")
    with store.write() as unit:
        unit.record(booth.TariffPublished("standard", 1, OWN), here())
        for name in ("a", "b", "c"):
            began = stays.SessionStarted(name, name, Admittance.TICKET, NOW, "standard", 1, "car")
            for body in (began, stays.SessionActivated(name), stays.SessionEnded(name, NOW)):
                unit.record(body, here("entry-1", name))
    store.close()
    (tmp_path / "other.toml").write_text(OWN.replace("200", "500"), "utf-8")
    return tmp_path


def run(folder: Path, *words: str, tariff: str = "other.toml") -> Result:
    where = ["--db", str(folder / "booth.db"), "--tariff", str(folder / tariff)]
    return CliRunner().invoke(app, ["simulate", *where, *words])


def test_a_program_gets_the_whole_comparison_and_its_progress(folder: Path) -> None:
    ran = run(folder, "--json")
    assert ran.exit_code == 0
    found = msgspec.json.decode(ran.stdout, type=Comparison)
    assert found.total == Share(3, 600, 1500)
    assert found.doubled == 3
    assert ran.stderr.splitlines() == ["0/3", "3/3"]


def test_a_spreadsheet_gets_one_row_a_group(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(folder, "--csv").stdout.lstrip("\ufeff"))))
    assert [(row["by"], row["name"], row["change"]) for row in rows] == [
        ("all", "", "9.00"),
        ("dearer", "", "9.00"),
        ("cheaper", "", "0.00"),
        ("day", "2026-11-20", "9.00"),
        ("rate", "visitors", "9.00"),
        ("length", "15", "9.00"),
    ]


def test_a_person_gets_a_table(folder: Path) -> None:
    shown = run(folder).stdout
    assert "All" in shown.splitlines()[1]
    assert "€9.00" in shown
    assert "More than double: 3." in shown


def test_a_date_is_midnight_where_the_car_park_is(folder: Path) -> None:
    assert "2/" not in run(folder, "--since", "2026-11-21", "--json").stderr
    assert run(folder, "--since", "2026-11-20", "--until", "2026-11-21").stderr.endswith("3/3\n")


@pytest.mark.parametrize(
    ("rules", "words", "told"),
    [
        (OWN.replace("flat", "flt"), (), "rate[1].strategy"),
        (OWN.replace("EUR", "USD"), (), "cannot be compared"),
        (OWN, ("--since", "2026-11-21", "--until", "2026-11-20"), "--until is before --since"),
        (OWN, ("--since", "yesterday"), "is no instant"),
    ],
)
def test_input_that_cannot_be_used_ends_with_2(
    folder: Path, rules: str, words: tuple[str, ...], told: str
) -> None:
    (folder / "bad.toml").write_text(rules, "utf-8")
    ran = run(folder, *words, tariff="bad.toml")
    assert ran.exit_code == 2
    assert told in ran.stderr


def test_a_database_that_is_none_ends_with_4_and_is_not_made(folder: Path) -> None:
    missing = folder / "no.db"
    words = ["simulate", "--db", str(missing), "--tariff", str(folder / "other.toml")]
    assert CliRunner().invoke(app, words).exit_code == 4
    assert not missing.exists()
