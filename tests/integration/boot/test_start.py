"""A booth's start: what each step may import, and that everything comes though no device answers.

A real booth in a process of its own, with wires that lead nowhere; it says what it has imported.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.boot.demo_site import write_site
from kiosk.runtime.clock import SystemClock
from kiosk.store.store import Store

ROOT = Path(__file__).resolve().parents[3]
NOBODY = "http://127.0.0.1:9"
PATIENCE_SECONDS = 60

NOT_BEFORE_THE_PAINT = {
    "PIL",
    "asyncio",
    "babel",
    "cryptography",
    "email",
    "escpos",
    "kiosk.boot.lanes",
    "kiosk.store.store",
    "pymodbus",
    "serial",
    "sqlalchemy",
    "ssl",
    "subprocess",
}
NOT_BEFORE_THE_LANES = {
    "PIL",
    "alembic",
    "escpos",
    "httpx2",
    "kiosk.boot.syncing",
    "kiosk.ui.attendant.window",
    "pygments",
    "qrcode",
    "reportlab",
    "rich",
    "sqlalchemy.orm",
    "yaml",
}

START = """
import gc, json, sys
from pathlib import Path
from kiosk.boot import booth as house

imported = {}

class Watched(house.Booth):
    def assemble(self):
        imported["painted"] = sorted(sys.modules)
        super().assemble()
        imported["lanes"] = sorted(sys.modules)
        self.assembled.append(self.end)

    def end(self):
        imported["all"] = sorted(sys.modules)
        self._jobs.ask(lambda: None, lambda _: house.end_application(0), lambda _: None)

house.Booth = Watched
code = house.run_booth(Path(sys.argv[1]), windowed=True)
print(json.dumps(imported | {"collects": [str(gc.isenabled()), str(gc.get_freeze_count() > 0)]}))
sys.exit(code)
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a booth had imported when it painted, when its lanes ran, and when it stood."""
    folder = tmp_path_factory.mktemp("booth")
    site = write_site(folder, folder, NOBODY)
    Store.open(  # as after yesterday: only the first start of all makes the tables
        folder / "booth.db", facility_id="hlavna", origin="booth-1", ids=SystemClock().new_id
    ).close()
    ended = subprocess.run(
        [sys.executable, "-c", START, str(site)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found: dict[str, list[str]] = json.loads(ended.stdout)
    return found


def test_the_first_paint_waits_for_nothing_that_is_not_painted(
    imported: dict[str, list[str]],
) -> None:
    assert NOT_BEFORE_THE_PAINT.intersection(imported["painted"]) == set()


def test_the_lanes_wait_for_nothing_that_follows_them(imported: dict[str, list[str]]) -> None:
    assert NOT_BEFORE_THE_LANES.intersection(imported["lanes"]) == set()


def test_the_rest_follows_though_no_board_answers(imported: dict[str, list[str]]) -> None:
    assert {"kiosk.boot.syncing", "kiosk.ui.attendant.window"} <= set(imported["all"])


def test_the_names_above_are_modules_of_a_booth(imported: dict[str, list[str]]) -> None:
    """A name nobody imports any more would forbid nothing."""
    assert set(imported["lanes"]) >= NOT_BEFORE_THE_PAINT - {"PIL", "babel", "escpos"}


def test_the_collector_works_again_once_the_booth_stands(imported: dict[str, list[str]]) -> None:
    assert imported["collects"] == ["True", "True"]
