"""Killing the program while it writes: what was acknowledged is there, and nothing is half there.

This proves the program's own order of steps. What a power cut does below it is WAL with
synchronous=FULL, which a killed process cannot test (reliability.md, decision 3).
"""

import random
import signal
import subprocess
import sys
from pathlib import Path

from kiosk.store.verify import verify
from tests.support.stores import open_store

KILLS = 20
ROOT = Path(__file__).parents[3]


def test_twenty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(20)
    path = tmp_path / "booth.db"
    acknowledged = {run: _killed_writer(path, run, chance) for run in range(1, KILLS + 1)}
    store = open_store(path, epoch=KILLS)
    with store.read() as unit:
        for run, seq in acknowledged.items():
            head = unit.journal.head("booth-1", run)
            assert head.seq >= seq
            assert head.seq % 3 == 0, "a transaction was torn"
    assert verify(store) == []
    store.close()


def _killed_writer(path: Path, run: int, chance: random.Random) -> int:
    """Start it, kill it somewhere in its work, and return the last number it acknowledged."""
    command = [sys.executable, "-m", "tests.support.busy_writer", str(path), str(run)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(chance.randrange(1, 60))]
        for _ in range(chance.randrange(20_000)):  # up to a few transactions further
            pass
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    return max(int(line) for line in said if line.endswith("\n"))
