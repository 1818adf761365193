"""Pictures of every driver screen, for the handbook and for eyes: never made by hand.

    python -m kiosk.ui.screenshots DIRECTORY [FILTER ...]

draws each sample in each size, language and palette offscreen; a filter keeps the names it is in.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.staff import PIN_DIGITS_MIN
from kiosk.ui.application import create_application
from kiosk.ui.driver.window import DriverWindow
from kiosk.ui.language import TONGUES, Language
from kiosk.ui.theme import DAY, NIGHT, Palette
from kiosk.views.driver import Tap
from kiosk.views.samples import DRIVER
from kiosk.wire.codes import ALPHABET

ZONE = ZoneInfo("Europe/Bratislava")
PALETTES: Mapping[str, Palette] = MappingProxyType({"day": DAY, "night": NIGHT})
KEYPAD, STAFF_PIN = "exit-keypad", "exit-staff-pin"


@dataclass(frozen=True, slots=True)
class Panel:
    """A screen we must fit: pixels, and their density as such panels are sold."""

    name: str
    width: int
    height: int
    px_per_mm: float


PANELS = (
    Panel("7in-800x480", 800, 480, 5.2),
    Panel("15in-1024x768", 1024, 768, 3.37),
    Panel("10in-1280x800", 1280, 800, 5.9),
    Panel("21in-1080x1920", 1080, 1920, 4.03),
    Panel("21in-1920x1080", 1920, 1080, 4.03),
)


def driver_window(panel: Panel, code: str, palette: Palette) -> DriverWindow:
    """A still window of this panel in this language, others to choose from."""
    codes = (code, *(other for other in TONGUES if other != code))
    languages = [Language(each, ZONE) for each in codes]
    window = DriverWindow(languages, px_per_mm=panel.px_per_mm, palette=palette, motion=False)
    window.resize(panel.width, panel.height)
    window.show()
    return window


def screens(window: DriverWindow, *, larger: bool = False) -> Iterator[str]:
    """Show one sample after another and name it; the keypad comes last."""
    for name, view in DRIVER.items():
        window.render_view(view)
        if larger is not window.theme.larger:
            window.foot.larger.click()
        QApplication.processEvents()
        yield name
    window.render_view(DRIVER["exit-scan"])
    window.message.tapped.emit(Tap.CODE)
    for symbol in "4K72":
        window.keypad.keys[ALPHABET.index(symbol)].click()
    QApplication.processEvents()
    yield KEYPAD
    window.ask_for_pin()
    for place in range(PIN_DIGITS_MIN):
        window.pin.keys[place].click()
    QApplication.processEvents()
    yield STAFF_PIN


def draw_all(directory: Path, filters: Sequence[str] = ()) -> int:
    """Write `<directory>/<panel>/<language>-<palette>/<screen>.png`; returns how many."""
    drawn = 0
    for panel in PANELS:
        for code in TONGUES:
            for mood, palette in PALETTES.items():
                place = directory / panel.name / f"{code}-{mood}"
                if _wanted(str(place), filters):
                    drawn += _draw(place, driver_window(panel, code, palette), filters)
    return drawn


def _draw(place: Path, window: DriverWindow, filters: Sequence[str]) -> int:
    place.mkdir(parents=True, exist_ok=True)
    drawn = 0
    for name in screens(window):
        if not filters or any(part == name for part in filters) or _only_places(filters):
            _save(window, place / f"{name}.png")
            drawn += 1
    window.close()
    return drawn


def _save(window: QWidget, path: Path) -> None:
    if not window.grab().save(str(path)):
        raise OSError(f"cannot write {path}")


def _wanted(place: str, filters: Sequence[str]) -> bool:
    places = [part for part in filters if part not in (*DRIVER, KEYPAD, STAFF_PIN)]
    return all(part in place for part in places)


def _only_places(filters: Sequence[str]) -> bool:
    return all(part not in (*DRIVER, KEYPAD, STAFF_PIN) for part in filters)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    APPLICATION = create_application(sys.argv[:1])
    sys.exit(0 if draw_all(Path(sys.argv[1]), sys.argv[2:]) else 1)
