"""The tokens keep their promises: contrast, sizes, typefaces, and a style sheet without gaps."""

from __future__ import annotations

import math
import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from pytestqt.qtbot import QtBot

from kiosk.ui.language import CATALOGUES, TONGUES
from kiosk.ui.screenshots import PANELS, Panel
from kiosk.ui.theme import (
    CAP_HEIGHT,
    CONTRAST,
    DAY,
    FAMILIES,
    FAR_MM,
    NEAR_MM,
    NIGHT,
    RESOURCES,
    SMALL_PANEL_MM,
    Palette,
    Size,
    contrast_ratio,
    driver_theme,
    register_fonts,
    staff_theme,
    style_sheet,
)
from kiosk.ui.translations import read
from kiosk.views.mood import Mood

PALETTES = {"day": DAY, "night": NIGHT, "contrast": CONTRAST}
WORDS = ("ink", "muted", "brand", "go", "wait", "stop")
ENHANCED, OBJECTS = 7.0, 3.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("ground", ["background", "surface"])
@pytest.mark.parametrize("ink", WORDS)
def test_every_text_colour_is_seven_to_one(palette: Palette, ground: str, ink: str) -> None:
    assert contrast_ratio(getattr(palette, ink), getattr(palette, ground)) >= ENHANCED


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_on_filled_surfaces_are_seven_to_one(palette: Palette) -> None:
    for mood in (Mood.GO, Mood.WAIT, Mood.STOP):
        assert contrast_ratio(palette.on_fill, palette.fill(mood)) >= ENHANCED
    assert contrast_ratio(palette.on_brand, palette.brand) >= ENHANCED
    assert contrast_ratio(palette.background, palette.ink) >= ENHANCED
    assert contrast_ratio(palette.fill_shade, palette.on_fill) >= ENHANCED


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_focus_ring_stands_out(palette: Palette) -> None:
    assert contrast_ratio(palette.focus, palette.background) >= OBJECTS
    assert contrast_ratio(palette.focus, palette.surface) >= OBJECTS


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_capitals_are_as_high_as_the_standard_wants(panel: Panel) -> None:
    theme = driver_theme(DAY, panel.width, panel.height, panel.px_per_mm)
    diagonal = math.hypot(panel.width, panel.height) / panel.px_per_mm
    distance = NEAR_MM if diagonal <= SMALL_PANEL_MM else FAR_MM
    capital_mm = theme.text_px(Size.BODY) * CAP_HEIGHT / panel.px_per_mm
    assert math.degrees(math.atan(capital_mm / distance)) == pytest.approx(0.7, abs=0.02)
    assert theme.text_px(Size.HEADLINE) == pytest.approx(2 * theme.text_px(Size.BODY), abs=1)


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_larger_is_never_smaller(panel: Panel) -> None:
    usual = driver_theme(DAY, panel.width, panel.height, panel.px_per_mm)
    larger = driver_theme(DAY, panel.width, panel.height, panel.px_per_mm, larger=True)
    assert all(larger.text_px(size) >= usual.text_px(size) for size in Size)
    assert larger.palette is CONTRAST


def test_fingers_get_twenty_millimetres_from_drivers_and_twelve_from_staff() -> None:
    assert driver_theme(DAY, 1280, 800, 5.9).touch == round(20 * 5.9)
    assert staff_theme().touch == round(12 * 3.78)


def test_a_small_type_is_still_readable_to_staff() -> None:
    assert staff_theme().text_px(Size.SMALL) >= 14


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_style_sheet_has_no_token_left(palette: Palette) -> None:
    sheet = style_sheet(staff_theme(palette))
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet)
    assert palette.background in sheet


def test_no_colour_is_named_outside_the_theme() -> None:
    sheet = (RESOURCES / "styles" / "boomgate.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet) == []
    assert all(re.fullmatch(r"#[0-9A-F]{6}", getattr(DAY, f.name)) for f in fields(Palette))


def test_the_bundled_typefaces_are_found(qapp: object) -> None:
    assert set(FAMILIES) <= set(register_fonts())
    assert set(FAMILIES) <= set(QFontDatabase.families())


@pytest.mark.parametrize("code", TONGUES)
def test_the_typefaces_have_every_letter_of_every_sentence(qtbot: QtBot, code: str) -> None:
    faces = [QRawFont(str(path), 20) for path in (RESOURCES / "fonts").glob("*-Regular.ttf")]
    letters = {letter for s in read(CATALOGUES / f"boomgate_{code}.ts").values() for letter in s}
    letters |= {letter for tongue in TONGUES.values() for letter in tongue.name}
    unknown = {x for x in letters if not any(face.supportsCharacter(ord(x)) for face in faces)}
    assert unknown == set()
