"""The attendant's window with real keys: signing on, and orders to lanes with their reasons."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.domain.signals import LaneMode
from kiosk.ui.attendant.pages import CASHIER, LANES
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import staff_theme
from kiosk.ui.widgets import Words
from kiosk.views.cashier import Counter
from kiosk.views.lanes_board import LaneAction
from tests.support import booth_views as booth
from tests.support.booth_window import (
    ZONE,
    Open,
    enter,
    heard,
    opener,
    press,
    type_into,
)


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    return opener(qtbot)


# --- signing on


def test_a_person_signs_on_by_keyboard_alone(opened: Open) -> None:
    window = opened(booth.attendant(staff=None))
    signed = heard(window.signed_on)
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    type_into(window, "482915")
    enter(window)
    assert signed == [("s-1", "482915")]
    assert window.sign_on.pin.text() == ""


def test_a_short_pin_is_not_even_offered(opened: Open) -> None:
    window = opened(booth.attendant(staff=None))
    signed = heard(window.signed_on)
    type_into(window, "12345")
    enter(window)
    assert signed == []


def test_a_pin_is_dots_and_only_digits(opened: Open) -> None:
    window = opened(booth.attendant(staff=None))
    type_into(window, "48a2 9")
    assert window.sign_on.pin.text() == "4829"
    assert set(window.sign_on.pin.displayText()) == {window.sign_on.pin.displayText()[0]}
    assert "4" not in window.sign_on.pin.displayText()


def test_a_wrong_pin_is_said_and_the_same_person_may_try_again(opened: Open) -> None:
    window = opened(booth.attendant(staff=None))
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    signed = heard(window.signed_on)
    window.render_view(booth.attendant(staff=None, failures={"s-1": 1}, refused="s-1"))
    shown = [label.text() for label in window.sign_on.findChildren(Words) if label.isVisible()]
    assert "Wrong PIN. Please try again." in shown
    type_into(window, "482915")
    enter(window)
    assert signed == [("s-1", "482915")]


def test_a_locked_person_cannot_type_a_pin(opened: Open) -> None:
    view = booth.attendant(staff=None, failures={"s-2": 10})
    window = opened(view)
    assert not window.sign_on.pin.isEnabled()


def test_the_first_person_enrols_with_a_pin_typed_twice(opened: Open) -> None:
    window = opened(booth.attendant(staff=None, people=()))
    enrolled = heard(window.enrolled)
    for text in ("Mira  Kovac", "482915", "482915"):
        type_into(window, text)
        enter(window)
    assert enrolled == [("Mira Kovac", "owner", "482915")]


def test_two_different_pins_enrol_nobody_and_ask_again(opened: Open) -> None:
    window = opened(booth.attendant(staff=None, people=()))
    enrolled = heard(window.enrolled)
    for text in ("Mira", "482915", "482916"):
        type_into(window, text)
        enter(window)
    assert enrolled == []
    assert window.focusWidget() is window.enrol.pin


def test_locked_means_no_page_no_scan_but_the_status_bar(opened: Open) -> None:
    window = opened(booth.attendant(staff=None))
    offered = heard(window.code_offered)
    window.offer_scan("BG1ABC")
    assert offered == []
    assert not window.lanes.isVisible()
    assert not window.cashier.isVisible()
    assert window._status.isVisible()


def test_an_idle_booth_locks_itself(opened: Open, qtbot: QtBot) -> None:
    view = booth.attendant(counter_=Counter())
    window = AttendantWindow(staff_theme(), Language("en", ZONE), lock_seconds=0.01)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.signed_off) as off:
        window.render_view(view)
    assert off.args == ["idle"]


def test_counted_money_keeps_the_booth_from_locking(opened: Open) -> None:
    window = opened()
    off = heard(window.signed_off)
    type_into(window, "10")
    window._lock_idle()
    assert off == []


# --- lanes


def test_opening_a_lane_needs_a_reason(opened: Open) -> None:
    window = opened()
    ordered = heard(window.open_ordered)
    press(window, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    press(window, Qt.Key.Key_2)
    press(window, Qt.Key.Key_O)
    press(window, Qt.Key.Key_Return)
    assert ordered == []
    press(window, Qt.Key.Key_3)
    type_into(window, "DHL")
    press(window, Qt.Key.Key_Return)
    assert ordered == [("entry-2", "Delivery or emergency: DHL")]
    assert not window.lanes.reason.isVisible()


def test_a_word_of_ones_own_is_a_reason_too_but_a_letter_is_not(opened: Open) -> None:
    window = opened()
    window.show_page(LANES)
    ordered = heard(window.reset_ordered)
    press(window, Qt.Key.Key_R)
    type_into(window, "x")
    press(window, Qt.Key.Key_Return)
    assert ordered == []
    type_into(window, "yz ")
    press(window, Qt.Key.Key_Return)
    assert ordered == [("entry-1", "xyz")]


@pytest.mark.parametrize(("key", "everywhere"), [(Qt.Key.Key_Z, False), (Qt.Key.Key_G, True)])
def test_a_mode_is_ordered_of_all_entries_or_of_those_into_the_zone(
    opened: Open, key: Qt.Key, everywhere: bool
) -> None:
    window = opened(booth.attendant(lanes_=booth.zoned_lanes()))
    window.show_page(LANES)
    ordered = heard(window.modes_ordered)
    press(window, key)
    press(window, Qt.Key.Key_3)  # any of the four: other lanes may be in another
    press(window, Qt.Key.Key_6)
    press(window, Qt.Key.Key_Return)
    assert ordered == [("entry-1", everywhere, LaneMode.CLOSED.value, "Closing time")]


def test_a_mode_is_chosen_with_its_reason(opened: Open) -> None:
    window = opened()
    window.show_page(LANES)
    ordered = heard(window.mode_ordered)
    press(window, Qt.Key.Key_M)
    press(window, Qt.Key.Key_5)
    press(window, Qt.Key.Key_Return)
    assert ordered == []
    press(window, Qt.Key.Key_2)
    press(window, Qt.Key.Key_Return)
    assert ordered == [("entry-1", "closed", "Closing time")]


def test_keep_open_is_an_order_and_so_is_its_end(opened: Open) -> None:
    window = opened()
    window.show_page(LANES)
    ordered = heard(window.keep_open_ordered)
    for lane_id in ("entry-1", "exit-1"):
        window.lanes.choose(lane_id)
        press(window, Qt.Key.Key_K)
        press(window, Qt.Key.Key_1)
        press(window, Qt.Key.Key_Return)
    assert ordered == [("entry-1", True, "Traffic jam"), ("exit-1", False, "Back to normal")]


def test_escape_takes_an_order_back(opened: Open) -> None:
    window = opened()
    window.show_page(LANES)
    ordered = heard(window.open_ordered)
    press(window, Qt.Key.Key_O)
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    press(window, Qt.Key.Key_Return)
    assert ordered == []
    assert window.lanes.order_buttons[LaneAction.OPEN].isVisible()


def test_choosing_another_lane_drops_the_order_begun(opened: Open) -> None:
    window = opened()
    window.show_page(LANES)
    press(window, Qt.Key.Key_O)
    window.lanes.choose("exit-2")
    assert not window.lanes.reason.isVisible()


def test_a_ringing_lane_is_answered_from_any_page(opened: Open) -> None:
    window = opened()
    answered = heard(window.help_answered)
    for page in (LANES, CASHIER):
        window.show_page(page)
        press(window, Qt.Key.Key_A)
    assert answered == [("exit-1",), ("exit-1",)]
