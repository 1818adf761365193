"""Draws every screen for eyes and the handbook; no picture of ours is made by hand.

    python -m tests.screenshots [--all-sizes | --handbook]

writes every driver state, the staff's windows and the garage into `out/screens`, and the pictures
that README and handbook show into `resources/handbook/pictures`; the lanes' diagrams go into the
README. The views are fixed, the clock in them too, so drawing twice gives the same files.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.signals import Level, Light
from kiosk.domain.ticket import Ticket
from kiosk.domain.wording import Text
from kiosk.reports.documents import Issuer
from kiosk.reports.paper import ticket_paper
from kiosk.ui.application import create_application
from kiosk.ui.attendant.pages import CASHIER, LANES
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.garage.paper_image import paper_image
from kiosk.ui.garage.window import GarageWindow
from kiosk.ui.language import TONGUES, Language
from kiosk.ui.screenshots import PANELS, draw_all, driver_window
from kiosk.ui.theme import DAY, register_fonts, staff_theme
from kiosk.views import samples
from kiosk.views.garage import STATION_METRES, Frame, GarageFault, GarageView, Paper
from kiosk.views.mood import Mood
from kiosk.wire.ticket import EntryTicket, Signer, entry_ticket_payload
from tests.support import booth_views as booth
from tests.support.garage_views import garage_view
from tests.support.money_views import SCENES
from tests.support.readme import README, redraw
from tests.support.staff_views import STAFF_SCENES

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "out" / "screens"
PICTURES = ROOT / "resources" / "handbook" / "pictures"
ZONE = ZoneInfo("Europe/Bratislava")
USUAL_PANELS = ("7in-800x480", "21in-1920x1080")
HANDBOOK_PANEL = next(panel for panel in PANELS if panel.name == "10in-1280x800")
STAFF_SIZE = (1280, 800)
LARGEST_BYTES = 120_000
"""A handbook is read over slow lines, and a repository keeps every picture for good."""
PALETTE_COLOURS = 128

DRIVER_PICTURES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "entry-choose": ("entry-choose", "en"),
        "entry-take": ("entry-take", "en"),
        "entry-drive-in": ("entry-drive-in", "en"),
        "exit-pay": ("exit-price", "en"),
        "exit-goodbye": ("exit-goodbye-paid", "en"),
        "exit-pay-with-pass": ("exit-price-with-pass", "en"),
        "exit-pay-upi": ("exit-paying-upi", "en"),
        "exit-scan-german": ("exit-scan", "de"),
        "entry-choose-arabic": ("entry-choose", "ar"),
    }
)
"""A picture's name: the sample it shows, and its language."""


STAFF_PICTURES = (
    "attendant-lanes",
    "attendant-cashier",
    "attendant-cashier-lost-sought",
    "attendant-shift-counting",
    "attendant-passes-chosen",
    "attendant-refunds-asked",
    "attendant-staff",
    "garage",
)


def main(arguments: list[str]) -> int:
    """Draw everything; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tests.screenshots", description=__doc__.splitlines()[0])
    extent = parser.add_mutually_exclusive_group()
    extent.add_argument("--all-sizes", action="store_true", help="every panel, not two")
    extent.add_argument(
        "--handbook", action="store_true", help="only what README and handbook show"
    )
    wanted = parser.parse_args(arguments)
    register_fonts()
    drawn = 0
    for panel in PANELS:
        if wanted.all_sizes or (panel.name in USUAL_PANELS and not wanted.handbook):
            drawn += draw_all(SCREENS, [panel.name])
    drawn += 0 if wanted.handbook else draw_staff(SCREENS)
    chosen = draw_pictures(PICTURES)
    README.write_text(redraw(README.read_text("utf-8")), "utf-8")
    sys.stdout.write(f"{drawn} screens in {SCREENS}, {len(chosen)} pictures in {PICTURES}\n")
    return 0


def draw_staff(directory: Path) -> int:
    """The attendant's window and the garage in every language; returns how many."""
    drawn = 0
    for code in TONGUES:
        for name, make in STAFF_WINDOWS.items():
            _save(_grab(make(Language(code, ZONE))), directory / "staff" / code / f"{name}.png")
            drawn += 1
    return drawn


def draw_pictures(directory: Path) -> list[str]:
    """What README and handbook show; returns the names."""
    pictures: dict[str, QImage] = {}
    for name, (sample, code) in DRIVER_PICTURES.items():
        window = driver_window(HANDBOOK_PANEL, code, DAY)
        window.render_view(samples.DRIVER[sample])
        pictures[name] = _grab(window)
    english = Language("en", ZONE)
    for name in STAFF_PICTURES:
        pictures[name] = _grab(STAFF_WINDOWS[name](english))
    pictures["ticket"] = paper_image(printed_ticket(english))
    for name, image in pictures.items():
        path = directory / f"{name}.png"
        _save(image, path)
        _shrink(path)
        if path.stat().st_size > LARGEST_BYTES:
            raise OSError(f"{path} has {path.stat().st_size} bytes, more than {LARGEST_BYTES}")
    return list(pictures)


def printed_ticket(language: Language) -> bytes:
    """The bytes of a real, signed ticket, as an entry lane sends them to its printer."""
    signer = Signer(bytes(range(32)), key_id=1)
    signed = EntryTicket("hlavna", 1, 1042, samples.ENTERED, "standard", "car")
    ticket = Ticket(
        signed.code,
        signed.number,
        signed.facility_id,
        "entry-1",
        "session",
        signed.issued_at,
        entry_ticket_payload(signed, signer),
    )
    issuer = Issuer("Garage Hlavná", "Entry 1", ZONE, tariff=samples.TARIFF)
    return ticket_paper(ticket, issuer, language.say)


def lanes_page(language: Language) -> QWidget:
    """Four lanes in four moods; one of them calls."""
    window = AttendantWindow(staff_theme(), language)
    window.render_view(booth.attendant())
    window.show_page(LANES)
    return window


def cashier_page(language: Language) -> QWidget:
    """A stay on the counter, five euros given, the change counted out."""
    window = AttendantWindow(staff_theme(), language)
    window.render_view(booth.attendant())
    window.show_page(CASHIER)
    window.cashier.cash.given.setText("5")
    return window


def sign_on_page(language: Language) -> QWidget:
    """Who is it, and the PIN."""
    window = AttendantWindow(staff_theme(), language)
    window.render_view(booth.attendant(staff=None))
    return window


def garage(language: Language) -> QWidget:
    """A car takes its ticket at the entry; a boom that does not open is waiting to happen."""
    window = GarageWindow(staff_theme(), language)
    window.render_view(_garage_now(language))
    window.choose("entry-1")
    window.cards["entry-1"].put_cars((STATION_METRES,))
    return window


def _garage_now(language: Language) -> GarageView:
    view = garage_view()
    entry, leaving = view.lanes
    paper = printed_ticket(language)
    entry = replace(
        entry,
        light=Light.STOP,
        slot=Paper(1, paper),
        faults=frozenset({GarageFault.BOOM_STUCK}),
    )
    leaving = replace(
        leaving,
        approach=Level.OFF,
        safety=Level.OFF,
        boom_degrees=0,
        light=Light.STOP,
        mood=Mood.CALM,
        headline=Text("Free"),
    )
    raw = paper.hex(" ").upper()[:60]
    frames = (
        Frame("09:41:06.120", "entry-1-printer", True, raw, f"{len(paper)} bytes to print"),
        Frame("09:41:02.344", "entry-1-board", True, "01 05 00 04 FF 00 CD FB", "contact 4 on"),
        Frame("09:41:02.301", "entry-1-board", True, "01 05 00 03 00 00 3D CA", "contact 3 off"),
    )
    return replace(view, lanes=(entry, leaving), hand=(), faults=frozenset(), frames=frames)


STAFF_WINDOWS: Mapping[str, Callable[[Language], QWidget]] = MappingProxyType(
    {
        "attendant-lanes": lanes_page,
        "attendant-cashier": cashier_page,
        "attendant-sign-on": sign_on_page,
        "garage": garage,
        **{
            f"attendant-{name}": partial(make, staff_theme())
            for name, make in (*SCENES.items(), *STAFF_SCENES.items())
        },
    }
)


def _grab(window: QWidget) -> QImage:
    """The window as a still picture."""
    if not window.isVisible():
        window.resize(*STAFF_SIZE)
        window.show()
    QApplication.processEvents()
    image = window.grab().toImage()
    window.close()
    return image


def _save(image: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise OSError(f"cannot write {path}")


def _shrink(path: Path) -> None:
    """Store a picture in a palette of its own: our screens have few colours and their edges."""
    with Image.open(path) as full:
        small = full.convert("RGB").quantize(PALETTE_COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    APPLICATION = create_application(sys.argv[:1])
    sys.exit(main(sys.argv[1:]))
