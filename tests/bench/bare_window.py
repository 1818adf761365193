"""The limit of rows 4 to 6: an empty PySide6 window as anybody would write it, with a style sheet.

Run as `python -m tests.bench.bare_window [--timer]`: full screen, eight buttons, a table. Says on
standard output when its first paint began; ends with standard input. With `--timer` a 50 ms timer
runs, which does nothing.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QTableWidget, QVBoxLayout, QWidget

TIMER_MS = 50
_STYLE = """
QWidget { background: #f4f4f0; color: #202428; font-size: 16px; }
QPushButton { background: #1f5fbf; color: white; border-radius: 6px; padding: 10px; }
QTableWidget { background: white; gridline-color: #d0d0d0; }
"""


class FirstPaint(QObject):
    """Watches one window until it paints, then says so and stops watching."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See `QObject.eventFilter`."""
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            say("painted")
        return False


def say(what: str) -> None:
    """Tell the other process that it happened now (monotonic nanoseconds)."""
    print(json.dumps({what: time.monotonic_ns()}), flush=True)


def main() -> int:
    """Show the window until standard input ends."""
    application = QApplication(sys.argv[:1])
    application.setStyleSheet(_STYLE)
    window = QWidget()
    layout = QVBoxLayout(window)
    for number in range(8):
        layout.addWidget(QPushButton(f"Button {number}"))
    layout.addWidget(QTableWidget(20, 5))
    watch = FirstPaint(window)
    window.showFullScreen()
    ended = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ended.activated.connect(application.quit)
    timer = QTimer()
    timer.timeout.connect(lambda: None)
    if "--timer" in sys.argv:
        timer.start(TIMER_MS)
    code = application.exec()
    del watch
    return code


if __name__ == "__main__":
    sys.exit(main())
