"""Calls on the window's thread come when the window stands, or again and again."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.ticker import Ticker


class Sheet(QWidget):
    """Notes that it was painted."""

    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self._seen = seen

    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen.append("painted")
        super().paintEvent(event)


def test_what_follows_the_first_paint_comes_after_it_and_once(qtbot: QtBot) -> None:
    seen: list[str] = []
    window, ticker = Sheet(seen), Ticker()
    qtbot.addWidget(window)
    window.show()
    ticker.after_paint(window, lambda: seen.append("called"))
    qtbot.waitUntil(lambda: "called" in seen)
    window.repaint()
    assert seen[0] == "painted"
    assert seen.count("called") == 1


def test_a_window_that_nobody_sees_holds_nothing_up(qtbot: QtBot) -> None:
    seen: list[str] = []
    window, ticker = Sheet(seen), Ticker()
    qtbot.addWidget(window)
    ticker.after_paint(window, lambda: seen.append("called"))
    qtbot.waitUntil(lambda: seen == ["called"])


def test_a_single_call_comes_once(qtbot: QtBot) -> None:
    seen: list[str] = []
    ticker = Ticker()
    ticker.once(0, lambda: seen.append("once"))
    ticker.every(0, lambda: seen.append("again"))
    qtbot.waitUntil(lambda: seen.count("again") > 3)
    assert seen.count("once") == 1
