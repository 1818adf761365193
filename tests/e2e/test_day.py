"""A whole day on the real application: two processes, ptys, files and HTTP, and then the books."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import zxingcpp
from PIL import Image

from kiosk.boot.processes import MAIN
from kiosk.domain.event import Event
from kiosk.wire.facts import event_from_json

DAY = ("--seed", "7", "--cars", "1")
PATIENCE_SECONDS = 600


def play(out: Path) -> subprocess.CompletedProcess[str]:
    """Play the day as a person would, without a display."""
    return subprocess.run(
        [sys.executable, str(MAIN), "day", "--out", str(out), *DAY],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )


def test_a_day_ends_well_and_everything_it_leaves_agrees(tmp_path: Path) -> None:
    played = play(tmp_path)
    assert played.returncode == 0, played.stdout + played.stderr
    for name in ("booth.db", "centre.db"):
        assert (tmp_path / name).stat().st_size, name
    assert list((tmp_path / "screens").glob("*.png"))
    every_invariant_holds(tmp_path / "summary.json")
    events = whole_events(tmp_path / "journal.jsonl")
    papers_read_as_the_journal_says(tmp_path / "tickets", events)
    is_never_played_over(tmp_path)


def every_invariant_holds(path: Path) -> None:
    """The summary says so itself, and has something to say."""
    summary = json.loads(path.read_text("utf-8"))
    assert [each for each in summary["invariants"] if not each["pass"]] == []
    assert len(summary["invariants"]) >= 14
    assert summary["unsent"] == 0
    assert summary["head"]["booth"] == summary["head"]["centre"]
    assert summary["cents"]["card"] > 0


def whole_events(path: Path) -> list[Event]:
    """Every line of the journal, read strictly; the booth's own are numbered without a gap."""
    events = [event_from_json(line) for line in path.read_bytes().splitlines()]
    booth = [event for event in events if event.origin == "booth-1"]
    assert [event.seq for event in booth] == list(range(1, len(booth) + 1))
    assert {"session.started", "payment.succeeded", "lane.passage_completed"} <= {
        event.kind for event in booth
    }
    return events


def papers_read_as_the_journal_says(folder: Path, events: list[Event]) -> None:
    """The eyes of another program: what the QR on the picture of each paper says."""
    issued = {event.body.payload for event in events if event.kind == "ticket.issued"}
    papers = sorted(folder.glob("*.png"))
    read = [
        code.text
        for paper in papers
        for code in zxingcpp.read_barcodes(Image.open(paper))
        if code.format == zxingcpp.BarcodeFormat.QRCode  # dense ones look like line codes at times
    ]
    assert papers
    assert len(read) == len(papers), "every paper of the day carries one QR"
    assert set(read) <= issued
    assert len(set(read)) == len(read), "no paper came out twice"


def is_never_played_over(folder: Path) -> None:
    """A second day in the same folder is refused, and the first one kept."""
    before = (folder / "booth.db").read_bytes()
    again = play(folder)
    assert again.returncode == 2
    assert "holds a day already" in again.stdout
    assert (folder / "booth.db").read_bytes() == before
