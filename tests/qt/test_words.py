"""Words that wrap stand flush at the side they are read from, and lose no letter there."""

from __future__ import annotations

from itertools import groupby

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from kiosk.ui.theme import DAY, Size, driver_theme, register_fonts
from kiosk.ui.widgets import Words, broken

ARABIC = "الحاجز يُغلق. يرجى عدم اللحاق بالسيارة التي أمامك."
ENGLISH = "The barrier is closing. Please do not follow the car ahead."
PAPER = 255


def drawn(qtbot: QtBot, words: str, width: int) -> tuple[Words, QImage]:
    register_fonts()
    label = Words(Size.BODY, bold=True)
    qtbot.addWidget(label)
    right_to_left = words is not ENGLISH
    label.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    label.dress(driver_theme(DAY, 1280, 800, 5.9))
    label.setStyleSheet("background: white; color: black")
    label.show_words(words)
    label.setFixedSize(width, label.heightForWidth(width))
    label.show()
    return label, label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def lines(image: QImage) -> list[tuple[int, int]]:
    """The first and last inked column of each line of type, marks above and below included."""

    def inked(y: int) -> list[int]:
        return [x for x in range(image.width()) if image.pixelColor(x, y).red() < PAPER // 2]

    rows = [inked(y) for y in range(image.height())]
    bands = [list(group) for has_ink, group in groupby(rows, bool) if has_ink]
    spans = [(min(x for row in b for x in row), max(x for row in b for x in row)) for b in bands]
    return [span for span in spans if span[1] - span[0] > image.width() // 4]


@pytest.mark.parametrize("words", [ENGLISH, ARABIC], ids=["English", "Arabic"])
def test_every_line_begins_at_the_same_side(qtbot: QtBot, words: str) -> None:
    label, image = drawn(qtbot, words, 420)
    found = lines(image)
    assert len(found) >= 3
    edges = [last if words is ARABIC else first for first, last in found]
    assert max(edges) - min(edges) < QFontMetrics(label.font()).horizontalAdvance(" ") // 2


@pytest.mark.parametrize("width", range(300, 620, 20))
def test_no_letter_is_cut_off_at_the_end_of_a_line(qtbot: QtBot, width: int) -> None:
    _, narrow = drawn(qtbot, ARABIC, width)
    assert all(first > 0 and last < width - 1 for first, last in lines(narrow))


@pytest.mark.parametrize("words", ["أهلًا وسهلًا", "إلّا", "وقت"])
def test_no_sign_above_or_below_a_letter_is_cut_off(qtbot: QtBot, words: str) -> None:
    label, image = drawn(qtbot, words, 900)
    assert label.isRightToLeft()
    rows = (0, image.height() - 1)
    assert all(image.pixelColor(x, y).red() > PAPER // 2 for x in range(900) for y in rows)


def test_breaking_loses_no_word_and_fills_no_line_over(qtbot: QtBot) -> None:
    label, _ = drawn(qtbot, ARABIC, 420)
    metrics = QFontMetrics(label.font())
    text = broken(ARABIC, label.font(), 420)
    assert text.split() == ARABIC.split()
    assert all(metrics.horizontalAdvance(line) <= 420 for line in text.split("\n"))
    room = metrics.boundingRect(QRect(0, 0, 420, 9999), Qt.TextFlag.TextWordWrap.value, ARABIC)
    assert text.count("\n") + 1 == round(room.height() / metrics.lineSpacing())
