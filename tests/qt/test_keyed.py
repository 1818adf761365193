"""Keyed buttons as they are painted: words in their reader's order, the key at the other end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.theme import register_fonts, staff_theme

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
PAID = "تم الدفع، افتح Exit 2"
CINEMA = "Kino Lumière: 120 دقيقة"
FROM_THE_RIGHT, FROM_THE_LEFT, END = "\u202b", "\u202a", "\u202c"
"""Unicode's own marks for a line's direction: with them nothing is left to the painter."""


@pytest.fixture(params=[LEFT, RIGHT])
def application(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QApplication]:
    """A program started in either direction: each window has its own all the same."""
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(request.param)
    yield qapp
    qapp.setLayoutDirection(before)


def painted(
    qtbot: QtBot, words: str, direction: Qt.LayoutDirection, *, hint: str, stacked: bool = False
) -> QImage:
    """A button, wide enough, in one direction."""
    register_fonts()
    button = KeyedButton(staff_theme(), stacked=stacked)
    qtbot.addWidget(button)
    button.setLayoutDirection(direction)
    button.say(words, hint)
    button.resize(520, 80)
    return button.grab().toImage()


def differing(one: QImage, other: QImage) -> int:
    """How many dots are not the same: a mark may shift a letter by a part of one."""
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for y in range(one.height())
        for x in range(one.width())
    )


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize("words", [PAID, CINEMA])
@pytest.mark.parametrize(("direction", "mark"), [(RIGHT, FROM_THE_RIGHT), (LEFT, FROM_THE_LEFT)])
def test_words_of_two_scripts_stand_in_their_readers_order(
    qtbot: QtBot, words: str, stacked: bool, direction: Qt.LayoutDirection, mark: str
) -> None:
    shown = painted(qtbot, words, direction, hint="F4", stacked=stacked)
    marked = painted(qtbot, f"{mark}{words}{END}", direction, hint="F4", stacked=stacked)
    other = FROM_THE_LEFT if mark == FROM_THE_RIGHT else FROM_THE_RIGHT
    wrong = painted(qtbot, f"{other}{words}{END}", direction, hint="F4", stacked=stacked)
    assert differing(shown, marked) < differing(shown, wrong) / 4


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize(("direction", "key_is_left"), [(RIGHT, True), (LEFT, False)])
def test_the_key_stands_where_the_line_ends(
    qtbot: QtBot, direction: Qt.LayoutDirection, key_is_left: bool
) -> None:
    alone = painted(qtbot, "", direction, hint="F4")
    empty = painted(qtbot, "", direction, hint="")
    middle = alone.width() // 2
    inked = [
        x
        for x in range(alone.width())
        if any(alone.pixel(x, y) != empty.pixel(x, y) for y in range(alone.height()))
    ]
    assert inked
    assert all((x < middle) is key_is_left for x in inked)
