"""The cashier's page with real keys: codes, cash, what is not ordinary, and stray scanners."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.money import Money
from kiosk.ui.attendant.pages import CASHIER, LANES
from kiosk.views.cashier import CashierAction, Counter, Settled
from kiosk.views.tilling import TakeCash
from tests.support import booth_views as booth
from tests.support.booth_window import (
    WEDGE,
    Open,
    enter,
    heard,
    opener,
    press,
    type_into,
    watch_buttons,
)


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    return opener(qtbot)


# --- the counter


def test_a_typed_code_is_offered_once(opened: Open) -> None:
    window = opened(booth.attendant(counter_=Counter()))
    offered = heard(window.code_offered)
    type_into(window, "4k7-2mx-9")
    enter(window)
    enter(window)
    assert offered == [("4k7-2mx-9",)]


def test_exact_cash_is_booked_by_one_enter(opened: Open) -> None:
    window = opened()
    given = heard(window.asked)
    type_into(window, "3.60")
    enter(window)
    assert given == [(TakeCash("session-9", Money(360)),)]


def test_too_much_cash_shows_the_change_and_asks_once_more(opened: Open) -> None:
    window = opened()
    given = heard(window.asked)
    type_into(window, "10")
    enter(window)
    assert given == []
    assert window.cashier.cash._change.text() == "€6.40"
    enter(window)
    assert given == [(TakeCash("session-9", Money(1000)),)]


def test_typing_on_takes_the_question_about_the_change_back(opened: Open) -> None:
    window = opened()
    given = heard(window.asked)
    type_into(window, "10")
    enter(window)
    type_into(window, "0")
    enter(window)
    assert given == []


@pytest.mark.parametrize("typed", ["3", "", "4K72MX9", "3.601"])
def test_too_little_or_nonsense_is_refused_and_stays_typed(opened: Open, typed: str) -> None:
    window = opened()
    given = heard(window.asked)
    type_into(window, typed)
    enter(window)
    enter(window)
    assert given == []
    assert window.cashier.cash.given.text() == typed
    assert window.cashier.cash._line.text().strip()


def test_notes_add_up_and_the_keypad_types(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    cash = window.cashier.cash
    for button in (cash.notes[0], cash.notes[0]):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert cash.given.text() == "10"
    QTest.mouseClick(cash.keys["5"], Qt.MouseButton.LeftButton)
    assert cash.given.text() == "105"
    press(window, Qt.Key.Key_E)
    assert cash.given.text() == "3.60"


def test_the_keypad_types_into_the_part_while_somebody_is_at_it(opened: Open) -> None:
    window = opened()
    cash = window.cashier.cash
    press(window, Qt.Key.Key_P)
    QTest.mouseClick(cash.keys["2"], Qt.MouseButton.LeftButton)
    assert (cash.part.text(), cash.given.text()) == ("2", "")
    enter(window)
    QTest.mouseClick(cash.keys["5"], Qt.MouseButton.LeftButton)
    assert (cash.part.text(), cash.given.text()) == ("2", "5")


def test_a_part_that_is_no_part_is_said_so(opened: Open) -> None:
    window = opened()
    press(window, Qt.Key.Key_P)
    type_into(window, "3.60")
    assert window.cashier.cash._line.text() == "A part is less than €3.60."


def test_what_opens_no_boom_does_not_promise_it(opened: Open) -> None:
    window = opened()
    assert window.cashier.cash.pay.words() == "Paid, open Exit 2"
    press(window, Qt.Key.Key_P)
    assert window.cashier.cash.pay.words() == "Paid"


def test_a_key_that_means_nothing_now_types_nothing(opened: Open) -> None:
    window = opened()
    type_into(window, "3")
    press(window, Qt.Key.Key_7)
    press(window, Qt.Key.Key_Z)
    assert window.cashier.cash.given.text() == "3"


def test_another_line_of_the_bill_is_seen_at_once(opened: Open, qtbot: QtBot) -> None:
    stay = booth.counter().stay
    assert stay is not None
    short = replace(stay, quote=replace(stay.quote, lines=stay.quote.lines[:1]))
    window = opened(booth.attendant(counter_=booth.counter(short)))
    paid = replace(stay, paid=Money(100))
    window.render_view(booth.attendant(counter_=booth.counter(paid)))
    area = window.cashier._quote._scroll
    quote = window.cashier._quote
    qtbot.waitUntil(lambda: area.height() == quote._inner.sizeHint().height())
    window.render_view(booth.attendant(counter_=Counter()))
    assert area.maximumHeight() < quote._theme.space(1)


def test_a_refreshed_view_of_the_same_stay_keeps_what_was_typed(opened: Open) -> None:
    window = opened()
    type_into(window, "10")
    window.render_view(booth.attendant())
    assert window.cashier.cash.given.text() == "10"
    window.render_view(booth.attendant(counter_=Counter()))
    assert window.cashier.cash.given.text() == ""


def test_the_change_stays_in_sight_after_booking(opened: Open) -> None:
    window = opened()
    settled = Counter(settled=Settled("session-9", Money(360), Money(1000), Money(640)))
    window.render_view(booth.attendant(counter_=settled))
    assert window.cashier.cash._change.text() == "€6.40"
    assert not window.cashier.cash.pay.isEnabled()


@pytest.mark.parametrize(
    ("key", "name", "expected"),
    [
        (Qt.Key.Key_N, "nil_exit_ordered", ("exit-2", "Complaint accepted")),
        (Qt.Key.Key_I, "iou_ordered", ("exit-2", "No money at hand")),
        (Qt.Key.Key_G, "reissue_ordered", ("4K72MX9", "exit-2", "Torn")),
    ],
)
def test_what_is_not_ordinary_is_ordered_with_a_reason_for_the_right_exit(
    opened: Open, key: Qt.Key, name: str, expected: tuple[str, ...]
) -> None:
    window = opened()
    ordered = heard(getattr(window, name))
    press(window, key)
    press(window, Qt.Key.Key_Return)
    assert ordered == []
    press(window, Qt.Key.Key_3)
    press(window, Qt.Key.Key_Return)
    assert ordered == [expected]


def test_another_exit_may_be_chosen(opened: Open) -> None:
    window = opened()
    ordered = heard(window.nil_exit_ordered)
    press(window, Qt.Key.Key_N)
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_4)
    press(window, Qt.Key.Key_Return)
    assert ordered == [("exit-1", "Our fault")]


def test_an_earlier_receipt_is_printed_again(opened: Open) -> None:
    window = opened(booth.attendant(counter_=booth.counter(stay=None)))
    ordered = heard(window.receipt_ordered)
    press(window, Qt.Key.Key_2)
    assert ordered == [("session-2",)]


# --- scanners


def test_a_serial_scan_reaches_the_counter_from_any_page_and_presses_nothing(opened: Open) -> None:
    window = opened()
    offered = heard(window.code_offered)
    pressed = watch_buttons(window)
    window.show_page(LANES)
    window.offer_scan("BG1 OKAMRQ\n")
    assert offered == [("BG1 OKAMRQ\n",)]
    assert pressed == []
    assert window.cashier.isVisible()


@pytest.mark.parametrize("page", [LANES, CASHIER])
def test_a_wedge_scanner_typing_into_any_page_opens_and_books_nothing(
    opened: Open, page: int
) -> None:
    window = opened()
    orders = [
        heard(signal)
        for signal in (
            window.open_ordered,
            window.keep_open_ordered,
            window.mode_ordered,
            window.reset_ordered,
            window.asked,
            window.nil_exit_ordered,
        )
    ]
    pressed = watch_buttons(window)
    window.show_page(page)
    type_into(window, WEDGE)
    enter(window)
    assert pressed == []
    assert not any(orders)


def test_a_wedge_scanner_in_the_reason_field_confirms_nothing(opened: Open) -> None:
    window = opened()
    window.show_page(LANES)
    ordered = heard(window.open_ordered)
    press(window, Qt.Key.Key_O)
    type_into(window, WEDGE)
    enter(window)
    assert ordered == []
    assert window.lanes.reason.isVisible()


def test_no_button_takes_the_focus_even_after_a_click(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    QTest.mouseClick(window.cashier.order_buttons[CashierAction.LOST], Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.cashier.cash.keys["7"], Qt.MouseButton.LeftButton)
    assert not isinstance(window.focusWidget(), QAbstractButton)
    assert all(b.focusPolicy() is Qt.FocusPolicy.NoFocus for b in window.findChildren(QPushButton))
