"""A command of ours in a process of its own, for work that would keep a processor busy.

A busy Python thread beside the lanes stretches their answers from a tenth of a millisecond to forty
(design/speed.md). The process is nice: lanes go first also where there are few processors.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import IO

from kiosk.boot.processes import MAIN

NICENESS = "10"
INPUT = "/dev/stdin"
"""The path under which the process finds what it was given."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How it ended, all that it wrote, and the last line that it said."""

    code: int
    output: str
    last_words: str


class SideProcess:
    """`kiosk ARGUMENTS ...` with a text to read. Standard error is told line by line.

    `told` and `ended` are called on a thread of this object, `ended` exactly once; after `cancel`
    neither is.
    """

    def __init__(
        self,
        arguments: list[str],
        given: str,
        told: Callable[[str], None],
        ended: Callable[[Ended], None],
    ) -> None:
        """Starts it. Raises OSError where no process can be made."""
        self._told, self._ended = told, ended
        self._cancelled = False
        # Files, not pipes: nobody reads before the end, and a pipe that is full makes it wait.
        self._output = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - `_listen` closes
        with tempfile.TemporaryFile("w+", encoding="utf-8") as text:
            text.write(given)
            text.flush()
            self._process = subprocess.Popen(
                ["nice", "-n", NICENESS, sys.executable, str(MAIN), *arguments],
                stdin=text,
                stdout=self._output,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        self._thread = Thread(target=self._listen, name="side-process", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """End it, and tell nobody; harmless after its end."""
        self._cancelled = True
        self._process.terminate()

    def join(self) -> None:
        """Wait until it has ended and everything was told."""
        self._thread.join()

    def _listen(self) -> None:
        words = ""
        with self._output, self._process:
            for line in _lines(self._process.stderr):
                words = line or words
                if not self._cancelled:
                    self._told(line)
            code = self._process.wait()
            self._output.seek(0)
            output = self._output.read()
        if not self._cancelled:
            self._ended(Ended(code, output, words))


def _lines(pipe: IO[str] | None) -> list[str] | map[str]:
    return [] if pipe is None else map(str.strip, pipe)
