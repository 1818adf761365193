"""What a driver does becomes a signal, at once and once; a scanner's keys press nothing."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayoutItem, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.driver.choices import ChoiceButton
from kiosk.ui.driver.drawing import Drawing
from kiosk.ui.driver.window import DriverWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import CONTRAST, DAY, NIGHT
from kiosk.views.driver import Tap
from kiosk.views.samples import DRIVER

ZONE = ZoneInfo("Europe/Bratislava")
LEFT = Qt.MouseButton.LeftButton


class Heard:
    """Every signal of a window, in order, as (name, argument)."""

    def __init__(self, window: DriverWindow) -> None:
        self.all: list[tuple[str, str]] = []
        for name in (
            "ticket_tapped",
            "back_tapped",
            "more_time_tapped",
            "receipt_tapped",
            "help_tapped",
        ):
            getattr(window, name).connect(self._hears(name))
        for name in ("code_typed", "code_scanned", "method_tapped", "language_chosen"):
            getattr(window, name).connect(self._hears_word(name))

    def _hears(self, name: str) -> Callable[[], None]:
        return lambda: self.all.append((name, ""))

    def _hears_word(self, name: str) -> Callable[[str], None]:
        return lambda word: self.all.append((name, word))


@pytest.fixture
def window(qtbot: QtBot) -> DriverWindow:
    languages = [Language(code, ZONE) for code in ("en", "de", "ar")]
    window = DriverWindow(languages, px_per_mm=5.9, motion=False)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    return window


@pytest.fixture
def heard(window: DriverWindow) -> Heard:
    return Heard(window)


def choice(window: DriverWindow, tap: Tap) -> ChoiceButton:
    shown = [b for b in window.findChildren(ChoiceButton) if b.isVisible()]
    return next(b for b in shown if b.choice is not None and b.choice.tap is tap)


@pytest.mark.parametrize(
    ("screen", "tap", "signal"),
    [
        ("entry-choose", Tap.TICKET, ("ticket_tapped", "")),
        ("exit-price", Tap.CARD, ("method_tapped", "card")),
        ("exit-price", Tap.CASH, ("method_tapped", "cash")),
        ("exit-price-with-pass", Tap.WALLET, ("method_tapped", "wallet")),
        ("exit-price-every-way", Tap.UPI, ("method_tapped", "upi")),
        ("exit-voucher-refused", Tap.BACK, ("back_tapped", "")),
        ("entry-still-there", Tap.MORE_TIME, ("more_time_tapped", "")),
        ("entry-refused-void", Tap.BACK, ("back_tapped", "")),
        ("exit-goodbye-paid", Tap.RECEIPT, ("receipt_tapped", "")),
        ("exit-scan", Tap.HELP, ("help_tapped", "")),
    ],
)
def test_a_tap_says_what_the_driver_did(
    window: DriverWindow,
    heard: Heard,
    screen: str,
    tap: Tap,
    signal: tuple[str, str],
) -> None:
    window.render_view(DRIVER[screen])
    QTest.mouseClick(choice(window, tap), LEFT)
    assert heard.all == [signal]


def test_help_is_on_every_screen(window: DriverWindow, heard: Heard) -> None:
    for view in DRIVER.values():
        window.render_view(view)
        QTest.mouseClick(window.foot.help, LEFT)
    assert heard.all == [("help_tapped", "")] * len(DRIVER)


def test_back_is_offered_where_there_is_a_way_back(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["exit-paying"])
    QTest.mouseClick(window.foot.back, LEFT)
    window.render_view(DRIVER["exit-unsettled"])
    assert not window.foot.back.isVisible()
    assert heard.all == [("back_tapped", "")]


def test_a_code_is_typed_on_the_keypad(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["exit-scan"])
    QTest.mouseClick(choice(window, Tap.CODE), LEFT)
    keys = {key.text(): key for key in window.keypad.keys}
    for symbol in "4K72MX8":
        QTest.mouseClick(keys[symbol], LEFT)
    QTest.mouseClick(window.keypad.erase, LEFT)
    assert not window.keypad.done.isEnabled()
    QTest.mouseClick(keys["9"], LEFT)
    QTest.mouseClick(window.keypad.done, LEFT)
    assert heard.all == [("code_typed", "4K72MX9")]
    assert not window.keypad.isVisible()


def test_a_keyboard_types_on_the_keypad_too(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["exit-scan"])
    choice(window, Tap.CODE).click()
    for at, symbol in enumerate("4k7-2mx9"):
        press(window.keypad, Qt.Key.Key_A, symbol, at_ms=1000 * (at + 1))
    assert window.keypad.code == "4K72MX9"
    window.keypad.done.click()
    assert heard.all == [("code_typed", "4K72MX9")]


def test_enter_hands_a_typed_code_over(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["exit-scan"])
    choice(window, Tap.CODE).click()
    for at, symbol in enumerate("4K72MX9"):
        press(window.keypad, Qt.Key.Key_A, symbol, at_ms=1000 * (at + 1))
    press(window.keypad, Qt.Key.Key_Return, at_ms=20_000)
    assert heard.all == [("code_typed", "4K72MX9")]


def test_whoever_types_is_not_asked_whether_they_are_there(
    window: DriverWindow, heard: Heard
) -> None:
    window.render_view(DRIVER["exit-scan"])
    choice(window, Tap.CODE).click()
    window.keypad.keys[4].click()
    window.render_view(DRIVER["exit-still-there"])
    assert heard.all == [("more_time_tapped", "")]
    assert window.keypad.isVisible()
    assert window.keypad.code == "4"


def test_whoever_left_the_keypad_is_asked(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["exit-scan"])
    choice(window, Tap.CODE).click()
    window.keypad.keys[4].click()
    for _ in range(2):
        window.render_view(DRIVER["exit-still-there"])
    assert heard.all == [("more_time_tapped", "")]
    assert window.message.isVisible()


def test_no_button_gets_the_ring_when_the_keypad_goes(window: DriverWindow) -> None:
    window.render_view(DRIVER["exit-scan"])
    window.activateWindow()
    choice(window, Tap.CODE).click()
    assert QApplication.focusWidget() is window.keypad
    window.render_view(DRIVER["exit-price"])
    assert QApplication.focusWidget() is window


def test_a_window_says_which_lane_it_is(window: DriverWindow) -> None:
    view = DRIVER["exit-scan"]
    window.render_view(view)
    assert window.windowTitle() == f"{view.place.site} · {view.place.lane}"


def test_back_leaves_the_keypad_and_not_the_lane(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["exit-scan"])
    choice(window, Tap.CODE).click()
    window.foot.back.click()
    assert window.message.isVisible()
    assert heard.all == []


def test_the_keypad_closes_when_the_lane_goes_on(window: DriverWindow) -> None:
    window.render_view(DRIVER["exit-scan"])
    choice(window, Tap.CODE).click()
    window.render_view(DRIVER["exit-scan"])
    assert window.keypad.isVisible()
    window.render_view(DRIVER["exit-price"])
    assert window.bill.isVisible()


def test_a_ticking_clock_keeps_what_was_typed(window: DriverWindow) -> None:
    view = DRIVER["exit-scan"]
    window.render_view(view)
    choice(window, Tap.CODE).click()
    window.keypad.keys[4].click()
    later = replace(view.place, now=view.place.now + timedelta(minutes=1))
    window.render_view(replace(view, place=later))
    assert window.keypad.code == "4"
    assert "11:59" in window.header.facts.text()


# --- languages and sizes


def test_a_language_changes_everything_at_once(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["entry-take"])
    window.foot.tongues[2].click()
    assert window.message.headline.text() == "يرجى أخذ تذكرتك"
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert heard.all == [("language_chosen", "ar")]


def test_the_next_driver_starts_in_the_sites_language(window: DriverWindow) -> None:
    window.render_view(DRIVER["entry-choose"])
    window.foot.tongues[1].click()
    window.foot.larger.click()
    window.render_view(DRIVER["entry-take"])
    assert window.message.headline.text() == "Bitte Ticket entnehmen"
    window.render_view(DRIVER["entry-welcome"])
    assert window.message.headline.text() == "Welcome"
    assert window.theme.palette is DAY


def test_two_windows_speak_two_languages(qtbot: QtBot, window: DriverWindow) -> None:
    other = DriverWindow([Language("de", ZONE)])
    qtbot.addWidget(other)
    for each in (window, other):
        each.render_view(DRIVER["entry-fire"])
    assert window.message.headline.text() == "Fire alarm"
    assert other.message.headline.text() == "Feueralarm"


def test_larger_is_high_contrast_and_back(window: DriverWindow) -> None:
    window.render_view(DRIVER["entry-choose"])
    window.foot.larger.click()
    assert window.theme.palette is CONTRAST
    window.foot.larger.click()
    window.set_palette(NIGHT)
    assert window.theme.palette is NIGHT


def test_many_languages_have_a_page_of_their_own(qtbot: QtBot) -> None:
    languages = [Language(code, ZONE) for code in ("en", "de", "ar", "de")]
    window = DriverWindow(languages)
    qtbot.addWidget(window)
    window.show()
    window.render_view(DRIVER["entry-choose"])
    window.foot.all_tongues.click()
    assert window.tongues.isVisible()
    window.tongues.findChildren(QAbstractButton)[1].click()
    assert window.language.code == "de"
    assert window.message.isVisible()


# --- keys


def press(widget: QWidget, key: Qt.Key, text: str = "", *, at_ms: int) -> None:
    """A key at an instant of the input clock, as the window system would send it."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(widget, event)


def test_a_keypad_alone_is_enough(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["entry-choose"])
    window.activateWindow()
    reached: set[str] = set()
    for step in range(12):
        press(window, Qt.Key.Key_Down, at_ms=1000 * step)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QAbstractButton)
        reached.add(focused.accessibleName())
    buttons = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
    assert reached == {button.accessibleName() for button in buttons}
    choice(window, Tap.TICKET).setFocus()
    press(choice(window, Tap.TICKET), Qt.Key.Key_Return, at_ms=60_000)
    assert heard.all == [("ticket_tapped", "")]


def test_a_wedge_scan_presses_nothing(window: DriverWindow, heard: Heard) -> None:
    window.render_view(DRIVER["entry-choose"])
    button = choice(window, Tap.TICKET)
    button.setFocus()
    for at, symbol in enumerate("4K7 2MX9"):
        press(button, Qt.Key.Key_Space if symbol == " " else Qt.Key.Key_A, symbol, at_ms=10 * at)
    press(button, Qt.Key.Key_Return, at_ms=85)
    assert heard.all == [("code_scanned", "4K7 2MX9")]


def test_a_tap_leaves_no_ring(window: DriverWindow) -> None:
    window.render_view(DRIVER["entry-choose"])
    QTest.mouseClick(choice(window, Tap.TICKET), LEFT)
    assert not isinstance(QApplication.focusWidget(), QAbstractButton)


# --- for every eye and ear


def test_every_control_has_a_name(window: DriverWindow) -> None:
    for name, view in DRIVER.items():
        window.render_view(view)
        for button in window.findChildren(QAbstractButton):
            if button.isVisible():
                face = QAccessible.queryAccessibleInterface(button)
                assert face.text(QAccessible.Text.Name), name


def test_a_press_is_seen_at_once(window: DriverWindow) -> None:
    window.render_view(DRIVER["entry-choose"])
    button = choice(window, Tap.TICKET)
    corner = QPoint(button.width() // 2, 8)
    resting = button.grab().toImage().pixelColor(corner).name().upper()
    QTest.mousePress(button, LEFT)
    pressed = button.grab().toImage().pixelColor(corner).name().upper()
    QTest.mouseRelease(button, LEFT)
    assert (resting, pressed) == (DAY.brand, DAY.ink)


def test_a_screen_that_tells_to_act_is_filled_with_its_colour(window: DriverWindow) -> None:
    for name, colour in (
        ("entry-take", DAY.fill_go),
        ("exit-unsettled", DAY.fill_wait),
        ("entry-fire", DAY.fill_stop),
        ("exit-price", DAY.background),
    ):
        window.render_view(DRIVER[name])
        page = window.message if DRIVER[name].bill is None else window.bill
        seen = page.grab().toImage().pixelColor(3, page.height() // 2)
        assert seen.name().upper() == colour


def test_nothing_moves_where_motion_is_reduced(qtbot: QtBot, window: DriverWindow) -> None:
    window.render_view(DRIVER["entry-take"])
    assert not window.message.drawing.moves
    lively = DriverWindow([Language("en", ZONE)])
    qtbot.addWidget(lively)
    lively.show()
    lively.render_view(DRIVER["entry-take"])
    assert lively.message.drawing.moves
    lively.render_view(DRIVER["entry-welcome"])
    assert not any(drawing.moves for drawing in lively.findChildren(Drawing))


def test_the_cursor_hides_in_a_kiosk(window: DriverWindow) -> None:
    window.enter_kiosk()
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    assert window.isFullScreen()


def test_a_window_keeps_nothing_of_the_drivers_before(window: DriverWindow) -> None:
    counts = []
    for _ in range(6):
        for view in DRIVER.values():
            window.render_view(view)
            QApplication.processEvents()
        gc.collect()
        counts.append(sum(isinstance(each, QLayoutItem) for each in gc.get_objects()))
    assert counts[-1] <= counts[1], counts  # fewer: what tests before this one left is gone
