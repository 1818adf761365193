"""The corner of a driver's screen, and the PIN behind it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.driver.window import DriverWindow
from kiosk.ui.language import Language
from kiosk.views.samples import DRIVER

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> DriverWindow:
    languages = [Language(code, ZoneInfo("Europe/Bratislava")) for code in ("en", "ar")]
    window = DriverWindow(languages, px_per_mm=5.9, motion=False)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    return window


def touch_corner(window: DriverWindow, times: int, at: QPoint | None = None) -> None:
    for _ in range(times):
        QTest.mouseClick(window, LEFT, pos=at or QPoint(8, 8))


def test_five_touches_of_the_corner_ask_for_a_pin_and_it_is_said_to_nobody(
    window: DriverWindow,
) -> None:
    asked: list[str] = []
    window.leave_asked.connect(asked.append)
    window.render_view(DRIVER["entry-welcome"])
    touch_corner(window, 4)
    assert not window.pin.isVisible()
    touch_corner(window, 1)
    assert window.pin.isVisible()
    for symbol in "274913":
        next(key for key in window.pin.keys if key.text() == symbol).click()
    assert "274913" not in window.pin.display.text()
    window.pin.done.click()
    assert asked == ["274913"]
    assert not window.pin.isVisible()


def test_a_touch_elsewhere_begins_the_count_anew(window: DriverWindow) -> None:
    window.render_view(DRIVER["entry-welcome"])
    touch_corner(window, 4)
    touch_corner(window, 1, QPoint(window.width() // 2, 8))
    touch_corner(window, 4)
    assert not window.pin.isVisible()


def test_the_corner_is_where_lines_begin(window: DriverWindow) -> None:
    window.render_view(DRIVER["entry-welcome"])
    window.foot.language_tapped.emit("ar")
    touch_corner(window, 5)
    assert not window.pin.isVisible()
    touch_corner(window, 5, QPoint(window.width() - 8, 8))
    assert window.pin.isVisible()


@pytest.mark.parametrize("how", ["back", "driver"])
def test_the_pad_goes_by_back_and_when_a_driver_comes(window: DriverWindow, how: str) -> None:
    gone_back: list[bool] = []
    window.back_tapped.connect(lambda: gone_back.append(True))
    window.render_view(DRIVER["entry-welcome"])
    touch_corner(window, 5)
    if how == "back":
        window.foot.back_tapped.emit()
    else:
        window.render_view(DRIVER["entry-choose"])
    assert not window.pin.isVisible()
    assert gone_back == [], "back is the pad's own here"
