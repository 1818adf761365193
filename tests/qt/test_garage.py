"""The garage's window with real mouse and keys, and the paper drawn from a printer's bytes."""

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
import zxingcpp
from escpos.printer import Dummy
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.reports.paper import code_pages, receipt_paper, set_paper
from kiosk.reports.sheet import Words
from kiosk.ui.garage.paper import Cut, QrCode, Raster, TextLine, codes_on, read_paper
from kiosk.ui.garage.paper_image import paper_image
from kiosk.ui.garage.window import GarageWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import register_fonts, staff_theme
from kiosk.views.garage import STATION_METRES, Card, Frame, GarageFault, loops_covered
from tests.support.garage_views import PAYLOAD, garage_view, ticket_bytes
from tests.support.paper import ISSUER, RECEIPT

Keys = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> GarageWindow:
    register_fonts()
    made = GarageWindow(staff_theme(), Language("en", ZoneInfo("Europe/Bratislava")))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.render_view(garage_view())
    with qtbot.waitExposed(made):
        made.show()
    return made


def heard(signal: object) -> list[tuple[object, ...]]:
    calls: list[tuple[object, ...]] = []
    signal.connect(lambda *given: calls.append(given))  # type: ignore[attr-defined]
    return calls


# --- driving


def test_a_car_is_pushed_with_the_mouse_until_the_lying_boom(window: GarageWindow) -> None:
    driven = heard(window.driven)
    card = window.cards["entry-1"]
    card.new_car()
    road = card.road
    grip = road._car_box(card.road.cars[0]).center().toPoint()
    QTest.mousePress(road, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(road, grip + QPoint(road.width(), 0))
    QTest.mouseRelease(road, Qt.MouseButton.LeftButton, pos=grip)
    assert driven[-1] == ("entry-1", (0.0,))
    assert loops_covered(road.cars).approach


def test_an_open_boom_lets_the_car_through_and_off_the_road(window: GarageWindow) -> None:
    driven = heard(window.driven)
    card = window.cards["exit-1"]
    card.new_car()
    card.drive(0, 99.0)
    assert driven[-1] == ("exit-1", ())


def test_an_arrow_key_drives_while_it_is_held(window: GarageWindow, qtbot: QtBot) -> None:
    card = window.cards["entry-1"]
    card.new_car()
    start = card.road.cars[0]
    QTest.keyPress(window, Keys.Key_Right)
    qtbot.waitUntil(lambda: card.road.cars[0] > start + 0.3)
    QTest.keyRelease(window, Keys.Key_Right)
    assert not window._motor.isActive()


def test_a_key_held_too_long_brings_no_next_car_to_the_boom(window: GarageWindow) -> None:
    card = window.cards["exit-1"]
    seen: list[int] = []
    acts: tuple[Callable[[], None], ...] = (
        lambda: card.step(0.1),
        lambda: card.drive(0, 99.0),
        lambda: card.step(0.1),
        card.new_car,
    )
    for act in acts:
        act()
        seen.append(len(card.road.cars))
    assert seen == [1, 0, 0, 1]


def test_the_road_stops_two_cars_from_touching(window: GarageWindow) -> None:
    card = window.cards["exit-1"]
    card.put_cars((2.0,))
    card.new_car()
    card.drive(1, 9.0)
    assert card.road.cars[1] < 2.0 - 4.4


# --- what hands do


@pytest.mark.parametrize(
    ("key", "name", "expected"),
    [
        (Keys.Key_Space, "button_pressed", ("entry-1",)),
        (Keys.Key_H, "help_pressed", ("entry-1",)),
        (Keys.Key_T, "ticket_taken", ("entry-1",)),
        (Keys.Key_S, "scanned", ("entry-1", "BG1SECOND")),
        (Keys.Key_B, "shown_at_booth", ("BG1SECOND",)),
    ],
)
def test_each_key_is_a_hand(
    window: GarageWindow, key: Qt.Key, name: str, expected: tuple[str, ...]
) -> None:
    done = heard(getattr(window, name))
    QTest.keyClick(window, key)
    assert done == [expected]


def test_an_hour_passes_while_nobody_waits(window: GarageWindow) -> None:
    passed = heard(window.hour_passed)
    QTest.keyClick(window, Keys.Key_P)
    window.render_view(replace(garage_view(), nobody_waits=False))
    QTest.keyClick(window, Keys.Key_P)
    assert passed == [()]


def test_a_long_frame_does_not_widen_the_window(window: GarageWindow) -> None:
    before = window.width()
    frame = Frame("09:41:07.214", "exit-1-scanner", False, "42 " * 60, "BG1ABC" * 20)
    window.render_view(replace(garage_view(), frames=(frame,)))
    for _ in range(3):  # a card asks its window for room by a posted event
        QApplication.processEvents()
    assert window.width() == before


def test_an_earlier_paper_can_be_scanned_at_the_other_lane(window: GarageWindow) -> None:
    scanned = heard(window.scanned)
    QTest.keyClick(window, Keys.Key_PageUp)
    QTest.keyClick(window, Keys.Key_Down)
    QTest.keyClick(window, Keys.Key_S)
    assert scanned == [("exit-1", PAYLOAD)]


def test_nothing_is_scanned_without_a_paper(window: GarageWindow) -> None:
    view = garage_view()
    window.render_view(type(view)(view.lanes))
    scanned = heard(window.scanned)
    QTest.keyClick(window, Keys.Key_S)
    assert scanned == []


def test_faults_belong_to_the_chosen_lane_or_to_the_site(
    window: GarageWindow, qtbot: QtBot
) -> None:
    toggled = heard(window.fault_toggled)
    for fault in (GarageFault.PAPER_OUT, GarageFault.BOOM_STUCK, GarageFault.CENTRE_DOWN):
        QTest.mouseClick(window.mischief.faults[fault], Qt.MouseButton.LeftButton)
    assert toggled == [
        ("entry-1", "paper_out", True),
        ("entry-1", "boom_stuck", False),
        ("", "centre_down", False),
    ]


def test_a_card_is_held_to_the_chosen_lanes_terminal(window: GarageWindow, qtbot: QtBot) -> None:
    presented = heard(window.card_presented)
    assert not window.mischief.cards[Card.DECLINE].isVisible()
    window.choose("exit-1")
    QTest.mouseClick(window.mischief.cards[Card.DECLINE], Qt.MouseButton.LeftButton)
    assert presented == [("exit-1", "decline")]


def test_cars_stay_where_they_are_when_the_view_changes(window: GarageWindow) -> None:
    window.cards["entry-1"].put_cars((STATION_METRES,))
    window.render_view(garage_view())
    assert window.cards["entry-1"].road.cars == (STATION_METRES,)


# --- paper


def test_a_ticket_is_read_line_by_line_from_its_bytes() -> None:
    items = read_paper(ticket_bytes())
    lines = ["".join(run.text for run in item.runs) for item in items if isinstance(item, TextLine)]
    assert "GARAGE HLAVNÁ" in lines
    assert "Entry 1 · 20.11.2026 09:41" in lines
    assert "4K7-2MX-9" in lines
    assert isinstance(items[-1], Cut)


def words_on(data: bytes, profile: str) -> str:
    """What a printer of this kind sets in letters."""
    lines = (item for item in read_paper(data, code_pages(profile)) if isinstance(item, TextLine))
    return " ".join("".join(run.text for run in line.runs) for line in lines)


@pytest.mark.parametrize("profile", ["POS-5890", "TM-T88III"])
def test_the_picture_has_a_german_receipts_letters(profile: str) -> None:
    say = Language("de", ZoneInfo("Europe/Berlin")).say
    words = words_on(receipt_paper(RECEIPT, ISSUER, say, profile), profile)
    assert {"Tageshöchstpreis", "Rückgeld", "×", "€"} <= set(words.split())
    assert "\N{REPLACEMENT CHARACTER}" not in words


def test_a_page_only_this_printer_has_is_read_by_its_own_number(window: GarageWindow) -> None:
    job = set_paper((Words("Kaviareň Slávia 4 €", centre=False),), "POS-5890")
    assert "Kaviareň Slávia 4 €" in words_on(job, "POS-5890")
    assert paper_image(job, 384, "POS-5890") != paper_image(job, 384)


def test_a_page_nobody_knows_shows_no_wrong_letter() -> None:
    (line, *_) = read_paper(b"\x1bt\xfaR\x81ckgeld\n")
    assert isinstance(line, TextLine)
    assert line.runs[0].text == "R\N{REPLACEMENT CHARACTER}ckgeld"


def test_sizes_and_weight_are_the_printers() -> None:
    title = next(item for item in read_paper(ticket_bytes()) if isinstance(item, TextLine))
    assert {(run.face.wide, run.face.high, run.face.bold) for run in title.runs} == {(2, 2, True)}


def test_codes_are_known_without_a_camera() -> None:
    assert codes_on(ticket_bytes()) == (PAYLOAD,)


@given(st.binary(max_size=400))
def test_any_bytes_are_some_paper(data: bytes) -> None:
    read_paper(data)


def test_a_foreign_reader_reads_the_drawn_paper(window: GarageWindow) -> None:
    assert decoded(paper_image(ticket_bytes())) == PAYLOAD


def test_a_raster_picture_is_drawn_bit_by_bit(window: GarageWindow) -> None:
    paper = Dummy(profile="TM-T20II")
    paper.qr(PAYLOAD, native=False, size=6)
    paper.cut()
    assert any(isinstance(item, Raster) for item in read_paper(bytes(paper.output)))
    assert not any(isinstance(item, QrCode) for item in read_paper(bytes(paper.output)))
    assert decoded(paper_image(bytes(paper.output))) == PAYLOAD


def decoded(image: QImage) -> str:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.bytesPerLine(), grey.height())
    found = zxingcpp.read_barcode(Image.frombytes("L", size, bytes(grey.constBits())))
    assert found is not None
    return str(found.text)
