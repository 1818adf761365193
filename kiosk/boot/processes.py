"""Other processes of ours: a centre, and a booth that takes rehearsal commands.

The demo and the day start them as a person would, by `main.py`, and speak to them by what a
person has: the line that says where, standard input, and signals.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

MAIN = Path(__file__).parents[2] / "main.py"
END_SECONDS = 15.0
_READY = re.compile(r"ready on (http://\S+:(\d+))")
_ADMIN = re.compile(r"admin token[^:]*: (\S+)", re.IGNORECASE)


class DidNotStart(Exception):
    """A process of ours ended before it said that it was ready; its own words follow."""


class CentreProcess:
    """`kiosk centre` on a SQLite file, on loopback. After `kill`, `start` takes the same port."""

    def __init__(self, database: Path, log: Path) -> None:
        self._database = database
        self._log = log
        self._port = 0
        self._process: subprocess.Popen[str] | None = None
        self.url = ""
        self.admin_token = ""

    def start(self) -> None:
        """Start it and wait until it takes connections. Raises `DidNotStart`."""
        command = [sys.executable, str(MAIN), "centre", "--db", f"sqlite:///{self._database}"]
        with self._log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [*command, "--port", str(self._port)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None  # noqa: S101 - we asked for a pipe
        for line in self._process.stdout:
            if found := _ADMIN.search(line):
                self.admin_token = found[1]
            if found := _READY.search(line):
                self.url, self._port = found[1], int(found[2])
                return
        raise DidNotStart(f"the centre ended with {self._process.wait()}; see {self._log}")

    def stop(self) -> None:
        """End it politely."""
        if self._process is not None:
            self._process.terminate()
            _bury(self._process)
            self._process = None


class BoothProcess:
    """`kiosk booth --rehearse`: a real booth whose person types into a pipe."""

    def __init__(self, site: Path, log: Path) -> None:
        self._site = site
        self._log = log
        self._process: subprocess.Popen[str] | None = None
        self.ahead = 0.0

    def start(self) -> None:
        """Start it, with the clock where the last one left it, and wait until it answers."""
        command = [sys.executable, str(MAIN), "booth", "--site", str(self._site)]
        with self._log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [*command, "--windowed", "--rehearse", "--clock-ahead", str(self.ahead)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                bufsize=1,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )
        self.ask("ready")

    def tell(self, **order: Any) -> dict[str, Any]:
        """Give a rehearsal order (see `ui.rehearsal`) and return its answer."""
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            raise DidNotStart("the booth was not started")
        pipe, answers = self._process.stdin, self._process.stdout
        pipe.write(json.dumps(order) + "\n")
        pipe.flush()
        line = answers.readline()
        if not line:
            raise DidNotStart(f"the booth ended with {self._process.wait()}; see {self._log}")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise LookupError(answer["error"])
        return answer

    def ask(self, what: str) -> Any:
        """Ask how something stands."""
        return self.tell(do="ask", what=what)["answer"]

    def advance(self, seconds: float) -> None:
        """Let time pass without waiting for it."""
        self.ahead += seconds
        self.tell(do="advance", seconds=seconds)

    def kill(self) -> None:
        """Pull its plug: kill -9."""
        if self._process is None:
            raise DidNotStart("the booth was not started")
        self._process.send_signal(signal.SIGKILL)
        _bury(self._process)

    def stop(self) -> None:
        """Close its windows, as a person would at night."""
        if self._process is not None and self._process.poll() is None:
            self.tell(do="quit")
            _bury(self._process)


def _bury(process: subprocess.Popen[str]) -> None:
    """Wait for its end and close our ends of its pipes."""
    process.wait(END_SECONDS)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
