"""A real attendant's window under a real keyboard."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import register_fonts, staff_theme
from kiosk.views.attendant import AttendantView
from tests.support import booth_views as booth

ZONE = ZoneInfo("Europe/Bratislava")
ALT = Qt.KeyboardModifier.AltModifier
WEDGE = "4K72MX9 okamrq 3.60"
"""What a keyboard-wedge scanner might type: letters of our keys, spaces, an amount, then Enter."""
Open = Callable[..., AttendantWindow]


def opener(qtbot: QtBot) -> Open:
    """Opens windows, shown and active."""
    register_fonts()

    def show(view: AttendantView | None = None, lock_seconds: float = 300) -> AttendantWindow:
        window = AttendantWindow(staff_theme(), Language("en", ZONE), lock_seconds)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.render_view(view or booth.attendant())
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


def heard(signal: object) -> list[tuple[object, ...]]:
    calls: list[tuple[object, ...]] = []
    signal.connect(lambda *given: calls.append(given))  # type: ignore[attr-defined]
    return calls


def type_into(window: QWidget, text: str) -> None:
    QTest.keyClicks(focused(window), text)


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT) -> None:
    QTest.keyClick(focused(window), key, modifier)


def enter(window: QWidget) -> None:
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)


def focused(window: QWidget) -> QWidget:
    within: QWidget | None = window.focusWidget()
    return window if within is None else within


def watch_buttons(window: QWidget) -> list[str]:
    pressed: list[str] = []
    for button in window.findChildren(QPushButton):
        button.pressed.connect(lambda b=button: pressed.append(b.accessibleName()))
    return pressed
