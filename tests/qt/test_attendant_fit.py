"""Nothing clipped or overlapping in the booth's windows, whatever the size and language."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.pages import CASHIER, LANES
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.garage.window import GarageWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import Theme, register_fonts, staff_theme
from kiosk.ui.widgets import Words
from kiosk.views.cashier import CashierAction, Counter, Settled
from kiosk.views.lanes_board import LaneAction
from tests.support import booth_views as booth
from tests.support.garage_views import garage_view
from tests.support.money_views import SCENES
from tests.support.staff_views import STAFF_SCENES

ZONE = ZoneInfo("Europe/Bratislava")
SIZES = ((1024, 768), (1280, 800), (1920, 1080))
LANGUAGES = ("en", "de", "ar")
BANNER = Text("Simulated garage: real wires, no real money")


def attendant_pages(theme: Theme, language: Language) -> Iterator[tuple[str, QWidget]]:
    def window(**parts: object) -> AttendantWindow:
        made = AttendantWindow(theme, language)
        made.render_view(booth.attendant(banner=BANNER, **parts))  # type: ignore[arg-type]
        return made

    yield "sign on", window(staff=None, failures={"s-2": 9}, refused="s-2")
    yield "enrol", window(staff=None, people=())
    lanes = window()
    lanes.show_page(LANES)
    yield "lanes", lanes
    zoned = window(lanes_=booth.zoned_lanes())
    zoned.show_page(LANES)
    yield "lanes, in zones", zoned
    for_all = window(lanes_=booth.zoned_lanes())
    for_all.show_page(LANES)
    for_all.lanes.order_buttons[LaneAction.MODE_ALL].click()
    yield "lanes, mode of all", for_all
    mode = window()
    mode.show_page(LANES)
    mode.lanes.order_buttons[LaneAction.MODE].click()
    yield "lanes, asked for a reason", mode
    paying = window()
    paying.cashier.cash.given.setText("50")
    paying.cashier.cash.pay.click()
    yield "cashier, change", paying
    short = window()
    short.cashier.cash.given.setText("1")
    short.cashier.cash.pay.click()
    yield "cashier, not enough", short
    reason = window()
    reason.show_page(CASHIER)
    reason.cashier.order_buttons[CashierAction.NIL_EXIT].click()
    yield "cashier, asked for a reason", reason
    yield "cashier, empty", window(counter_=Counter())
    for name, make in (*SCENES.items(), *STAFF_SCENES.items()):
        yield name, make(theme, language)
    yield (
        "cashier, booked",
        window(counter_=Counter(settled=Settled("s", Money(360), Money(5000), Money(4640)))),
    )


def garage_pages(theme: Theme, language: Language) -> Iterator[tuple[str, QWidget]]:
    for lane_id in ("entry-1", "exit-1"):
        garage = GarageWindow(theme, language)
        garage.render_view(garage_view())
        garage.choose(lane_id)
        yield f"garage, {lane_id}", garage


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_everything_fits(qtbot: QtBot, size: tuple[int, int], code: str) -> None:
    register_fonts()
    theme, language = staff_theme(), Language(code, ZONE)
    troubles: list[str] = []
    for pages in (attendant_pages, garage_pages):
        for name, window in pages(theme, language):
            qtbot.addWidget(window)
            window.resize(*size)
            window.show()
            QApplication.processEvents()
            QApplication.processEvents()
            if (window.width(), window.height()) != size:
                troubles.append(f"{name}: needs {window.width()}x{window.height()}")
            troubles += [f"{name}: {trouble}" for trouble in misfits(window)]
            window.hide()
    assert troubles == []


def misfits(window: QWidget) -> list[str]:
    """What is cut or covered: words against their label, widgets against parent and siblings."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, Words) and not roomy(widget):
            found.append(f"words cut: {widget.text()!r} in {widget.size().toTuple()}")
        if isinstance(widget, KeyedButton) and not widget.fits():
            found.append(f"button cut: {widget.words()!r} in {widget.size().toTuple()}")
        if speaks(widget) and not scrolled(widget) and sticks_out(widget, window):
            found.append(f"sticks out: {name_of(widget)}")
    return found + overlaps(window)


def roomy(words: Words) -> bool:
    if not words.text().strip():
        return True
    inside = words.contentsRect()
    needed = words.needed(inside.width())
    return needed.width() <= inside.width() + 1 and needed.height() <= inside.height() + 1


def overlaps(window: QWidget) -> list[str]:
    shown = [w for w in window.findChildren(QWidget) if w.isVisible() and speaks(w)]
    boxes = [(w, on_window(w, window)) for w in shown]
    return [
        f"{name_of(one)} covers {name_of(other)}"
        for place, (one, box) in enumerate(boxes)
        for other, other_box in boxes[place + 1 :]
        if box.adjusted(1, 1, -1, -1).intersects(other_box.adjusted(1, 1, -1, -1))
        and not one.isAncestorOf(other)
        and not other.isAncestorOf(one)
        and not (scrolled(one) or scrolled(other))
    ]


def speaks(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text().strip())
    return isinstance(widget, QPushButton | QLineEdit)


def sticks_out(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    outside = parent is not None and not parent.rect().contains(widget.geometry())
    return outside or not window.rect().contains(on_window(widget, window))


def scrolled(widget: QWidget) -> bool:
    """Inside a staff list that scrolls: it may reach below the fold."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent.verticalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        parent = parent.parentWidget()
    return False


def on_window(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def name_of(widget: QWidget) -> str:
    return repr(widget.accessibleName() or type(widget).__name__)
