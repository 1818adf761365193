"""Every driver screen in every size and language: nothing clipped, elided or overlapping."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.driver.choices import ChoiceButton
from kiosk.ui.driver.fitting import OVERFULL, FittedPage
from kiosk.ui.driver.window import DriverWindow
from kiosk.ui.language import TONGUES
from kiosk.ui.screenshots import KEYPAD, PANELS, STAFF_PIN, Panel, driver_window, screens
from kiosk.ui.theme import DAY
from kiosk.ui.widgets import TouchButton, Words

FINGER_MM = 20.0
KEY_MM = 12.0


@pytest.fixture(params=PANELS, ids=lambda panel: panel.name)
def panel(request: pytest.FixtureRequest) -> Panel:
    chosen = request.param
    assert isinstance(chosen, Panel)
    return chosen


@pytest.mark.parametrize("larger", [False, True], ids=["normal", "larger"])
@pytest.mark.parametrize("code", TONGUES)
def test_every_screen_fits(qtbot: QtBot, panel: Panel, code: str, larger: bool) -> None:
    window = driver_window(panel, code, DAY)
    qtbot.addWidget(window)
    troubles: list[str] = []
    for name in screens(window, larger=larger):
        troubles += [f"{name}: {trouble}" for trouble in _troubles(window)]
        if name not in (KEYPAD, STAFF_PIN):
            troubles += [f"{name}: {small}" for small in _too_small(window, FINGER_MM)]
        else:
            troubles += [f"{name}: {small}" for small in _too_small(window, KEY_MM)]
    assert not troubles, "\n".join(troubles)


def _troubles(window: DriverWindow) -> Iterator[str]:
    """What a driver could not read or could not tell apart."""
    shown = [part for part in window.findChildren(QWidget) if part.isVisible()]
    pages = [part for part in shown if isinstance(part, FittedPage)]
    if window.size().width() > window.screen().size().width() and not pages:
        yield "no page is shown"
    for page in pages:
        if page.scale == OVERFULL:
            yield f"{type(page).__name__} does not fit in any type size"
    for part in shown:
        box = _on(window, part)
        if not window.rect().contains(box):
            yield f"{_name(part)} leaves the window: {box}"
        yield from _clipped(part)
    things = [part for part in shown if isinstance(part, QLabel | QAbstractButton)]
    for one, other in combinations(things, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        both = _on(window, one).intersected(_on(window, other))
        if not both.isEmpty():
            yield f"{_name(one)} covers {_name(other)}: {both}"


def _clipped(part: QWidget) -> Iterator[str]:
    match part:
        case Words():
            needed = part.needed(part.width())
            if needed.width() > part.width() or needed.height() > part.height():
                yield f"{_name(part)} needs {needed}, has {part.size()}"
        case ChoiceButton():
            face = part.face()
            if not face.fits:
                yield f"{_name(part)} has no face that fits {part.size()}"
            for box in (face.title, face.hint, face.picture):
                if not box.isEmpty() and not part.rect().contains(box):
                    yield f"{_name(part)} draws outside itself: {box}"
        case TouchButton():
            wide = part.fontMetrics().boundingRect(part.text()).width()
            if not part.icon().isNull():
                wide += part.iconSize().width()
            if wide > part.width() or part.fontMetrics().height() > part.height():
                yield f"{_name(part)} needs {wide}, has {part.width()}"


def _too_small(window: DriverWindow, least_mm: float) -> Iterator[str]:
    least = round(least_mm * window.theme.px_per_mm) - 1
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and min(button.width(), button.height()) < least:
            yield f"{_name(button)} is smaller than a finger: {button.size()}"


def _on(window: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def _name(part: QWidget) -> str:
    return f"{type(part).__name__}({part.accessibleName()!r})"
