"""The staff page with real keys: nothing needs the mouse, no mistake loses what was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import Role, Staff
from kiosk.domain.wording import Text
from kiosk.ui.attendant.pages import CASHIER, STAFF
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.views.staff_page import (
    ChangePerson,
    LetGo,
    MyPin,
    NewPerson,
    NewPin,
    StaffFacts,
    TakeBack,
)
from tests.support import booth_views as booth
from tests.support.booth_window import (
    WEDGE,
    Open,
    enter,
    focused,
    heard,
    opener,
    press,
    type_into,
    watch_buttons,
)
from tests.support.staff_views import ADMIN, FACTS, MANY, OWNER

NO = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key
PLACE = {"s-9": KEY.Key_1, "s-4": KEY.Key_2, "s-2": KEY.Key_3, "s-0": KEY.Key_6, "s-5": KEY.Key_7}
"""Where each stands in the list."""


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    return opener(qtbot)


def at_staff(opened: Open, staff: Staff = OWNER, facts: StaffFacts = FACTS) -> AttendantWindow:
    window = opened(booth.attendant(staff=staff, members=facts))
    press(window, KEY.Key_F10, NO)
    assert window.place == STAFF
    return window


def fill(window: AttendantWindow, *words: str) -> None:
    for word in words:
        type_into(window, word)
        enter(window)


def test_another_person_is_let_in_by_keys_alone(opened: Open) -> None:
    window = at_staff(opened)
    asked = heard(window.asked)
    press(window, KEY.Key_W)
    press(window, KEY.Key_2)
    fill(window, "Zuzana Mala", "274913", "274913")
    assert asked == [], "Enter goes from field to field, and books nothing"
    press(window, KEY.Key_Return)
    assert asked == [(NewPerson("Zuzana Mala", Role.SUPERVISOR, "274913"),)]


@pytest.mark.parametrize(
    ("who", "keys", "typed", "wish"),
    [
        ("s-2", [KEY.Key_P], ["580316", "580316"], NewPin("s-2", "580316")),
        ("s-0", [KEY.Key_P], ["274913", "580316", "580316"], MyPin("274913", "580316")),
        ("s-2", [KEY.Key_R, KEY.Key_3], [], ChangePerson("s-2", "Jonas Weber", Role.TECHNICIAN)),
        ("s-2", [KEY.Key_R], [" II"], ChangePerson("s-2", "Jonas Weber II", Role.ATTENDANT)),
        ("s-2", [KEY.Key_L, KEY.Key_1], [], LetGo("s-2", "Left the company")),
        ("s-2", [KEY.Key_L], ["fell ill"], LetGo("s-2", "fell ill")),
        (
            "s-5",
            [KEY.Key_B, KEY.Key_2],
            ["580316", "580316"],
            TakeBack("s-5", Role.SUPERVISOR, "580316"),
        ),
    ],
)
def test_everything_about_a_person_has_its_keys(
    opened: Open, who: str, keys: list[Qt.Key], typed: list[str], wish: object
) -> None:
    window = at_staff(opened)
    asked = heard(window.asked)
    press(window, PLACE[who])
    for key in keys:
        press(window, key)
    fill(window, *typed)
    press(window, KEY.Key_Return)
    assert asked == [(wish,)]


def test_nobody_is_offered_what_they_may_not(opened: Open) -> None:
    page = (window := at_staff(opened)).staff
    press(window, PLACE["s-9"])
    assert not any(b.isVisible() for b in (page.pin, page.change, page.let_go, page.back))
    press(window, PLACE["s-0"])
    assert (page.pin.isVisible(), page.let_go.isVisible()) == (True, False)
    press(window, KEY.Key_R)
    assert not any(chip.isVisible() for chip in page.form.roles.values()), "one's own role"
    press(window, KEY.Key_Escape, NO)
    press(window, PLACE["s-5"])
    assert (page.back.isVisible(), page.pin.isVisible()) == (True, False)


def test_only_an_admin_is_offered_an_admins_role(opened: Open) -> None:
    for staff, offered in ((OWNER, False), (ADMIN, True)):
        window = at_staff(opened, staff)
        press(window, KEY.Key_W)
        assert window.staff.form.roles[Role.ADMIN].isVisible() is offered


def test_a_second_pin_that_differs_is_said_at_once_and_nothing_is_lost(opened: Open) -> None:
    window = at_staff(opened)
    asked = heard(window.asked)
    form = window.staff.form
    press(window, KEY.Key_W)
    press(window, KEY.Key_4)
    fill(window, "Zuzana", "274913")
    type_into(window, "2748")
    assert "not the same" in form._line.text()
    assert not form.confirm.isEnabled()
    press(window, KEY.Key_Return)
    assert asked == []
    assert [form.fields[name].text() for name in ("name", "pin", "again")] == [
        "Zuzana",
        "274913",
        "2748",
    ]
    press(window, KEY.Key_Backspace, NO)
    assert "not the same" not in form._line.text()
    fill(window, "913")
    press(window, KEY.Key_Return)
    assert asked == [(NewPerson("Zuzana", Role.OWNER, "274913"),)]


def test_a_refusal_keeps_what_was_typed_and_a_success_wipes_it(opened: Open) -> None:
    window = at_staff(opened)
    form = window.staff.form
    press(window, KEY.Key_W)
    fill(window, "Mira", "274913", "274913")
    refused = replace(FACTS, trouble=Text("Somebody here has this name."))
    window.render_view(booth.attendant(staff=OWNER, members=refused))
    assert [field.text() for field in form.fields.values()] == ["Mira", "", "274913", "274913"]
    window.render_view(booth.attendant(staff=OWNER, members=replace(FACTS, settled=1)))
    assert not form.isVisible()
    assert not any(field.text() for field in form.fields.values())


def test_others_find_their_own_pin_and_nobody_elses(opened: Open) -> None:
    window = at_staff(opened, booth.JONAS)
    asked = heard(window.asked)
    page = window.staff
    assert not page.list.isVisible()
    assert not page.new.isVisible()
    fill(window, "274913", "580316", "580316")
    press(window, KEY.Key_Return)
    assert asked == [(MyPin("274913", "580316"),)]
    press(window, KEY.Key_Escape, NO)
    assert page.form.isVisible()
    assert not any(field.text() for field in page.form.fields.values())


def test_the_pad_types_into_the_field_that_has_the_keyboard(opened: Open) -> None:
    window = at_staff(opened, booth.JONAS)
    form = window.staff.form
    three = next(b for b in form._pad.findChildren(QPushButton) if b.property("sign") == "3")
    three.click()
    enter(window)
    three.click()
    three.click()
    assert [form.fields[name].text() for name in ("old", "pin", "again")] == ["3", "33", ""]


def test_a_scanner_that_plays_keyboard_presses_nothing(opened: Open) -> None:
    window = at_staff(opened)
    asked = heard(window.asked)
    press(window, KEY.Key_W)
    pressed = watch_buttons(window)
    type_into(window, WEDGE)
    enter(window)
    assert (pressed, asked) == ([], [])


def test_the_tenth_is_reached_by_keys_and_esc_leads_back(opened: Open) -> None:
    window = at_staff(opened, facts=StaffFacts(MANY))
    press(window, KEY.Key_N)
    press(window, KEY.Key_1)
    assert window.staff._chosen == "s-3"
    press(window, KEY.Key_R)
    assert focused(window).objectName() == "name"
    press(window, KEY.Key_Escape, NO)
    assert window.staff._chosen == "s-3"
    press(window, KEY.Key_Escape, NO)
    assert window.staff._chosen == ""


def test_a_form_left_alone_does_not_keep_the_window_open(opened: Open) -> None:
    window = at_staff(opened)
    left = heard(window.signed_off)
    press(window, KEY.Key_W)
    type_into(window, "Zu")
    window._idle.timeout.emit()
    assert left == [("idle",)]


def test_an_open_form_goes_when_somebody_else_sits_down(opened: Open) -> None:
    window = at_staff(opened)
    press(window, KEY.Key_W)
    fill(window, "Zuzana", "274913")
    window.render_view(booth.attendant(staff=None))
    facts = replace(FACTS, settled=1)
    window.render_view(booth.attendant(staff=booth.JONAS, members=facts))
    assert window.place == CASHIER
    press(window, KEY.Key_F10, NO)
    assert not any(field.text() for field in window.staff.form.fields.values())
