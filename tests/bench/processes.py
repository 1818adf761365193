"""Processes that are measured from outside: what they said and when, their memory, their time."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

END_SECONDS = 20.0
_UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME")
OFFSCREEN = {name: value for name, value in os.environ.items() if name not in _UNUSUAL} | {
    "QT_QPA_PLATFORM": "offscreen"
}
"""As a person's shell would start it: compiled modules are kept from one start to the next."""


def others_use_qt() -> bool:
    """Whether another process has Qt's libraries mapped: then PSS tells half the truth."""
    for maps in Path("/proc").glob("[0-9]*/maps"):
        with contextlib.suppress(OSError):
            if "libQt6Core" in maps.read_text("utf-8", "replace"):
                return True
    return False


class Watched:
    """`python -m MODULE ...`, started now; ends when its standard input does, or by SIGTERM."""

    def __init__(self, module: str, *arguments: str, log: Path, by_signal: bool = False) -> None:
        with log.open("a", encoding="utf-8") as errors:
            self.began = time.monotonic_ns()
            self._process = subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                bufsize=1,
                env=OFFSCREEN,
            )
        self._log = log
        self._by_signal = by_signal

    def __enter__(self) -> Watched:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        if self._by_signal:
            self._process.terminate()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def until(self, what: str) -> float:
        """Wait until it says that this happened; how many seconds after its start that was."""
        while what not in (said := json.loads(self.hear())):
            continue
        return float(said[what] - self.began) / 1e9

    def say(self, line: str) -> None:
        """Write a line to its standard input."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def hear(self) -> str:
        """Its next line; raises if it has ended."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ChildProcessError(f"ended with {self._process.wait()}; see {self._log}")
        return line.strip()

    def memory_mb(self, what: str = "Pss") -> float:
        """Its proportional set size (or `Rss`, ...): what it costs, shared pages shared fairly."""
        rollup = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text("ascii")
        kib = next(line.split()[1] for line in rollup.splitlines() if line.startswith(f"{what}:"))
        return int(kib) / 1024

    def processor_seconds(self) -> float:
        """Processor time of all its threads so far, by the scheduler's own nanoseconds."""
        tasks = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text("ascii").split()[0]) for task in tasks) / 1e9

    def open_files(self) -> int:
        """How many descriptors it has open."""
        return len(list(Path(f"/proc/{self._process.pid}/fd").iterdir()))
