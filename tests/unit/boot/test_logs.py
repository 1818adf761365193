"""The log: one JSON object per record, whatever a plate, a scan or a bug brings along."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from kiosk.boot.logs import Lines


def line(message: str, *values: object, bug: bool = False) -> str:
    told = sys.exc_info() if bug else None
    record = logging.LogRecord("kiosk.lane", logging.ERROR, "", 0, message, values, told)
    return Lines().format(record)


@pytest.mark.parametrize(
    "scan", ["BG1\nERROR all is lost", "\x1b[2J", "\r", "\x9b2J", "\u2028", '"}']
)
def test_what_was_scanned_cannot_forge_a_line(scan: str) -> None:
    written = line("scan refused: %s", scan)
    assert written.isascii()
    assert written.isprintable()
    assert json.loads(written)["event"] == f"scan refused: {scan}"


def test_a_line_says_who_speaks_how_badly_and_when() -> None:
    said = json.loads(line("no heartbeat"))
    assert (said["logger"], said["level"]) == ("kiosk.lane", "error")
    assert said["timestamp"].endswith("+00:00")


def test_a_bug_brings_its_traceback_in_the_same_line() -> None:
    try:
        raise ValueError("boom")
    except ValueError:
        written = line("lane crashed", bug=True)
    assert "\n" not in written
    assert "ValueError: boom" in json.loads(written)["exception"]
