"""Clicks, chimes and a voice, through programs the system has; without them the booth is silent.

Qt's own sound is in its GPL-era add-ons, so sounds go to the first player found and speech to
espeak-ng, as detached programs: a missing or hanging sound card never holds up a screen.
"""

from __future__ import annotations

import shutil
from enum import StrEnum

from PySide6.QtCore import QObject, QProcess

from kiosk.ui.theme import RESOURCES

PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"))
WORDS_PER_MINUTE = "150"


class Sound(StrEnum):
    """The sounds of the house; files in `resources/sounds`."""

    CLICK = "click"
    GO = "go"
    ATTENTION = "attention"


class Player:
    """Plays short sounds; `works` is False where the system has no player."""

    def __init__(self) -> None:
        found = (command for command in PLAYERS if shutil.which(command[0]))
        self._command = next(found, None)

    @property
    def works(self) -> bool:
        """Whether anything will be heard."""
        return self._command is not None

    def play(self, sound: Sound) -> None:
        """Start a sound and forget it."""
        if self._command is not None:
            program, *options = self._command
            path = RESOURCES / "sounds" / f"{sound}.wav"
            QProcess.startDetached(program, [*options, str(path)])


class Speaker(QObject):
    """Reads a screen aloud; a new text interrupts the one before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = shutil.which("espeak-ng") or ""
        self._process: QProcess | None = None

    @property
    def works(self) -> bool:
        """Whether there is a voice."""
        return bool(self._program)

    def say(self, words: str, language: str) -> None:
        """Say these words, now. They go in by the standard input: data, never an option."""
        self.stop()
        if not self._program:
            return
        self._process = QProcess(self)
        self._process.start(self._program, ["-v", language, "-s", WORDS_PER_MINUTE, "--stdin"])
        self._process.write(words.encode())
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """Be silent."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.waitForFinished(200)
        process.deleteLater()
