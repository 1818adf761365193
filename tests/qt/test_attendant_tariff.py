"""The tariff page with real keys, and that everything on it fits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.attendant.columns import Columns
from kiosk.ui.attendant.pages import CASHIER, TARIFF
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import register_fonts, staff_theme
from kiosk.views.stay_form import Field
from kiosk.views.tariff import (
    OpenFile,
    PriceStay,
    PublishFile,
    StopTrial,
    TariffView,
    Trial,
    TryFile,
    tariff_view,
)
from tests.qt.test_attendant_fit import LANGUAGES, SIZES, ZONE, misfits
from tests.support import booth_views as booth
from tests.support import tariff_views as told
from tests.support.booth_window import Open, enter, heard, opener, press, type_into

NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    return opener(qtbot)


def at_tariff(opened: Open, view: TariffView | None = None) -> AttendantWindow:
    window = opened(booth.attendant(staff=told.OWNER, tariff=view or told.views()["opened"]))
    press(window, Qt.Key.Key_F7, NO)
    return window


def test_f7_goes_there_only_for_those_who_may(opened: Open) -> None:
    allowed = at_tariff(opened)
    assert allowed._place == TARIFF
    others = opened(booth.attendant())
    press(others, Qt.Key.Key_F7, NO)
    assert others._place == CASHIER
    assert not others._rail.buttons[TARIFF].isVisible()


def test_every_key_press_asks_for_the_price(opened: Open) -> None:
    window = at_tariff(opened)
    asked = heard(window.asked)
    field = window.tariff.stay.fields[Field.OCCUPANCY]
    field.setFocus()
    type_into(window, "90")
    assert [wish.typed[Field.OCCUPANCY] for (wish,) in asked if isinstance(wish, PriceStay)] == [
        "9",
        "90",
    ]


def test_the_entry_has_the_keyboard_and_tab_goes_from_field_to_field(opened: Open) -> None:
    window = at_tariff(opened)
    order = []
    for _ in Field:
        within = window.focusWidget()
        assert within is not None
        order.append(within.objectName())
        QTest.keyClick(within, Qt.Key.Key_Tab)
    assert order == [field.value for field in Field]


def test_what_is_shown_while_somebody_types_does_not_move_the_cursor(opened: Open) -> None:
    window = at_tariff(opened)
    field = window.tariff.stay.fields[Field.LEFT]
    field.setFocus()
    field.setCursorPosition(1)
    window.render_view(booth.attendant(staff=told.OWNER, tariff=told.views()["opened"]))
    assert (field.text(), field.cursorPosition()) == (told.TYPED[Field.LEFT], 1)


def test_a_path_and_enter_open_a_file(opened: Open) -> None:
    window = at_tariff(opened)
    asked = heard(window.asked)
    press(window, Qt.Key.Key_2)
    type_into(window, " /media/prices.toml ")
    enter(window)
    assert asked == [(OpenFile("/media/prices.toml"),)]


def test_publishing_takes_two_presses_and_esc_takes_the_first_one_back(opened: Open) -> None:
    window = at_tariff(opened)
    asked = heard(window.asked)
    press(window, Qt.Key.Key_2)
    for _ in range(3):
        press(window, Qt.Key.Key_P)
        press(window, Qt.Key.Key_Escape, NO)
    assert asked == []
    press(window, Qt.Key.Key_P)
    assert window.tariff.file.publish.words() == "Press again: new stays pay this"
    press(window, Qt.Key.Key_P)
    assert asked == [(PublishFile(),)]


def test_another_file_takes_the_first_press_back(opened: Open) -> None:
    window = at_tariff(opened)
    asked = heard(window.asked)
    press(window, Qt.Key.Key_2)
    press(window, Qt.Key.Key_P)
    window.render_view(booth.attendant(staff=told.OWNER, tariff=told.views()["in force"]))
    window.render_view(booth.attendant(staff=told.OWNER, tariff=told.views()["opened"]))
    press(window, Qt.Key.Key_P)
    assert asked == []


def test_a_file_with_mistakes_cannot_be_published_or_tried(opened: Open) -> None:
    window = at_tariff(opened, told.views()["broken"])
    asked = heard(window.asked)
    press(window, Qt.Key.Key_2)
    press(window, Qt.Key.Key_P)
    press(window, Qt.Key.Key_P)
    press(window, Qt.Key.Key_3)
    press(window, Qt.Key.Key_T)
    enter(window)
    assert asked == []


def test_past_stays_are_tried_over_two_dates_and_stopped_again(opened: Open) -> None:
    window = at_tariff(opened)
    asked = heard(window.asked)
    press(window, Qt.Key.Key_3)
    type_into(window, "2026-11-01")
    press(window, Qt.Key.Key_T)
    assert asked == [(TryFile("2026-11-01", ""),)]
    window.render_view(booth.attendant(staff=told.OWNER, tariff=told.views()["running"]))
    assert (window.tariff.trial.bar.value(), window.tariff.trial.bar.maximum()) == (41_500, 100_000)
    press(window, Qt.Key.Key_T)
    press(window, Qt.Key.Key_X)
    assert asked[1:] == [(StopTrial(),)]


def test_the_bar_waits_before_anybody_knows_how_many_stays_there_are(opened: Open) -> None:
    waiting = tariff_view(told.facts(opened=told.opened(), trial=Trial(running=True)), told.OWNER)
    window = at_tariff(opened, waiting)
    press(window, Qt.Key.Key_3)
    bar = window.tariff.trial.bar
    assert bar.isVisible()
    assert (bar.minimum(), bar.maximum()) == (0, 0)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_everything_fits(qtbot: QtBot, size: tuple[int, int], code: str) -> None:
    register_fonts()
    theme, language = staff_theme(), Language(code, ZONE)
    troubles: list[str] = []
    for name, view in told.views().items():
        window = AttendantWindow(theme, language)
        qtbot.addWidget(window)
        window.render_view(booth.attendant(staff=told.OWNER, tariff=view))
        window.show_page(TARIFF)
        window.resize(*size)
        window.show()
        for part in range(3):
            window.tariff.show_part(part)
            QApplication.processEvents()
            QApplication.processEvents()
            if (window.width(), window.height()) != size:
                troubles.append(f"{name} {part}: needs {window.width()}x{window.height()}")
            troubles += [f"{name} {part}: {trouble}" for trouble in misfits(window)]
            tables = window.tariff.findChildren(Columns)
            troubles += [f"{name} {part}: a table is cut" for each in tables if not each.fits()]
        window.hide()
    assert troubles == []
