"""Plays a day on the real application and leaves everything an auditor could ask for.

`booth.db`, `centre.db`, `journal.jsonl`, `tickets/`, `screens/` and `summary.json` in one folder;
the exit code is 1 when an invariant fails or a scene does not come to its end.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random  # noqa: TID251 - the seeded dice of a script

from kiosk.boot.checks import Check, check_day, summary
from kiosk.boot.scenes import Scenes
from kiosk.boot.stage import Stage
from kiosk.runtime.clock import SystemClock
from kiosk.store.store import Store
from kiosk.ui.application import create_application
from kiosk.ui.garage.paper_image import paper_image

FAILED = 1


def play_day(out: Path, *, seed: int, cars: int, say: Callable[[str], None]) -> int:
    """Play the day of this seed into `out`; returns the exit code."""
    if (out / "booth.db").exists():
        say(f"{out} holds a day already: give an empty folder.")
        return 2
    out.mkdir(parents=True, exist_ok=True)
    out = out.resolve()
    stage = Stage(out)
    scenes = Scenes(stage, Random(seed))  # noqa: S311 - dice of a script, not a secret
    broken = ""
    try:
        stage.open()
        _play(scenes, cars, say)
        stage.everything_sent()
    except Exception as trouble:  # noqa: BLE001 - whatever a scene met belongs into the summary
        broken = f"{trouble}"
        say("".join(traceback.format_exception(trouble)))
    finally:
        stage.close()
    _keep_papers(stage, out)
    checks = _audit(stage, scenes, out, broken)
    for check in checks:
        say(f"{'pass' if check.holds else 'FAIL'}  {check.name}: {check.found[:300]}")
    return 0 if all(check.holds for check in checks) else FAILED


def _play(scenes: Scenes, cars: int, say: Callable[[str], None]) -> None:
    """Ordinary cars first and between; the troubled scenes in the dice's order."""
    scenes.open_the_booth()
    for _ in range(2):
        scenes.enters()
    troubles = scenes.troubles()
    scenes.dice.shuffle(troubles)
    ordinary = [n * len(troubles) // max(1, cars) for n in range(cars)]
    for n, (name, scene) in enumerate(troubles):
        for _ in range(ordinary.count(n)):
            scenes.enters()
            scenes.passes_time()
            scenes.leaves()
        say(f"scene {n + 1:2} of {len(troubles)}: {name.replace('_', ' ')}")
        scene()


def _keep_papers(stage: Stage, out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = create_application(["day"])
    folder = out / "tickets"
    folder.mkdir(exist_ok=True)
    for number, (_, data) in enumerate(stage.papers, 1):
        (folder / f"{number:03}.bin").write_bytes(data)
        paper_image(data).save(str(folder / f"{number:03}.png"))
    application.quit()


def _audit(stage: Stage, scenes: Scenes, out: Path, broken: str) -> list[Check]:
    ids = SystemClock().new_id
    booth = Store.open(out / "booth.db", facility_id="hlavna", origin="booth-1", ids=ids)
    centre = Store.open(out / "centre.db", facility_id="hlavna", origin="centre", ids=ids)
    try:
        checks = check_day(stage, scenes.tally, booth, centre)
        checks.append(Check("every scene came to its end", not broken, broken or "all"))
        figures = summary(stage, scenes.tally, booth, centre, checks)
        (out / "summary.json").write_text(json.dumps(figures, indent=2), "utf-8")
        with booth.read() as unit, (out / "journal.jsonl").open("w", encoding="utf-8") as journal:
            for line in unit.journal.export():
                journal.write(line + "\n")
    finally:
        booth.close()
        centre.close()
    return checks
