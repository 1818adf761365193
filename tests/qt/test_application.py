"""The application's edges: messages from threads, bugs in the log, signals, and a light start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from kiosk.ui.bridge import Bridge
from kiosk.ui.sound import Player, Sound, Speaker

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "escpos", "reportlab", "fastapi", "httpx2", "cryptography", "PIL")
OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env=OFFSCREEN,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_messages_arrive_in_order_on_the_main_thread(qtbot: QtBot) -> None:
    seen: list[tuple[object, bool]] = []
    main = QThread.currentThread()
    bridge = Bridge(lambda message: seen.append((message, QThread.currentThread() is main)))

    def post_many() -> None:
        for number in range(200):
            bridge.post(number)

    thread = threading.Thread(target=post_many)
    thread.start()
    thread.join()
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 200)
    assert seen == [(number, True) for number in range(200)]


def test_the_first_screen_needs_nothing_heavy() -> None:
    done = run(
        "import sys, kiosk.ui.application, kiosk.ui.driver.window\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_pythons_own_import_stays_and_no_source_is_kept() -> None:
    done = run(
        "import builtins, linecache\n"
        "own = builtins.__import__\n"
        "import kiosk.ui.application, kiosk.ui.driver.window\n"
        "kept = [name for name in linecache.cache if '/kiosk/' in name]\n"
        "print(builtins.__import__ is own, kept)"
    )
    assert (done.stdout.strip(), done.stderr) == ("True []", "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_program_politely(number: signal.Signals) -> None:
    done = run(
        "import os, sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from kiosk.ui.application import create_application\n"
        "app = create_application(sys.argv)\n"
        f"QTimer.singleShot(0, lambda: os.kill(os.getpid(), {int(number)}))\n"
        "code = app.exec()\n"
        "print('closed in order')\n"
        "sys.exit(code)"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "closed in order")


def test_a_bug_in_a_slot_is_logged_and_the_window_lives() -> None:
    done = run(
        "import logging, sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from kiosk.ui.application import create_application\n"
        "logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')\n"
        "app = create_application(sys.argv)\n"
        "QTimer.singleShot(0, lambda: 1 / 0)\n"
        "QTimer.singleShot(20, app.quit)\n"
        "sys.exit(app.exec())"
    )
    assert done.returncode == 0
    assert "CRITICAL bug: division by zero" in done.stdout


def test_qts_own_words_go_to_the_log() -> None:
    done = run(
        "import logging, sys\n"
        "from PySide6.QtCore import qWarning\n"
        "from kiosk.ui.application import create_application\n"
        "logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')\n"
        "app = create_application(sys.argv)\n"
        "qWarning('a loose screw')"
    )
    assert "WARNING default: a loose screw" in done.stdout


def _program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_without_a_player_the_booth_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    player = Player()
    player.play(Sound.CLICK)
    assert not player.works
    assert not Speaker().works


def test_a_sound_is_played_by_what_the_system_has(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard"
    _program(tmp_path, "aplay", f'echo "$@" > {heard}.part && /bin/mv {heard}.part {heard}')
    monkeypatch.setenv("PATH", str(tmp_path))
    Player().play(Sound.GO)
    qtbot.waitUntil(heard.exists)
    quiet, file = heard.read_text(encoding="utf-8").split()
    assert quiet == "-q"
    assert Path(file).read_bytes().startswith(b"RIFF")


def test_words_are_spoken_as_data_and_never_as_options(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard"
    _program(
        tmp_path,
        "espeak-ng",
        f'(echo "$@"; /bin/cat) > {heard}.part && /bin/mv {heard}.part {heard}',
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    speaker = Speaker()
    assert speaker.works
    speaker.say("--version; Bitte", "de")
    qtbot.waitUntil(heard.exists)
    assert heard.read_text(encoding="utf-8") == "-v de -s 150 --stdin\n--version; Bitte"
    speaker.stop()


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_is_there(sound: Sound) -> None:
    assert (ROOT / "resources" / "sounds" / f"{sound}.wav").read_bytes()[8:12] == b"WAVE"


KIOSK = """
import os, signal, sys
from zoneinfo import ZoneInfo
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from kiosk.ui.application import create_application
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.driver.window import DriverWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import staff_theme
app = create_application(sys.argv)
english = Language("en", ZoneInfo("Europe/Berlin"))
driver, booth = DriverWindow([english]), AttendantWindow(staff_theme(), english)
kiosk = sys.argv[1] == "kiosk"
driver.enter_kiosk() if kiosk else driver.show()
booth.stays = kiosk
booth.show()
class FromOutside(QCloseEvent):  # as Alt F4 or a gesture makes it: only a window system can
    def spontaneous(self):
        return True
def close():
    for window in (driver, booth):
        event = FromOutside()
        app.sendEvent(window, event)
        if event.isAccepted():
            window.hide()
    print(driver.isVisible(), booth.isVisible(), booth.isMinimized(), flush=True)
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))
QTimer.singleShot(0, close)
sys.exit(app.exec())
"""


@pytest.mark.parametrize(
    ("how", "left"), [("kiosk", "True True True"), ("windowed", "False False False")]
)
def test_a_kiosk_is_closed_by_its_own_end_and_by_nothing_else(how: str, left: str) -> None:
    done = run(KIOSK, how)
    assert (done.returncode, done.stdout.strip()) == (0, left)
