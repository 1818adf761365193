"""One place for every colour, size and typeface: millimetres in, pixels out.

Screens differ in density, so nothing else in `ui` may name a pixel or a colour. Body text follows
EN 301 549 5.1.4: a capital as high as 0.7 degrees at the distance the screen is read from; `LARGER`
is the enlargement that standard asks for. Palettes are the table in the design's screens page.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from kiosk.views.mood import Mood

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FAMILIES = ("Atkinson Hyperlegible Next", "Noto Sans Arabic")
CAP_HEIGHT = 0.668
"""Capital height of the Latin face, as a part of its size."""
READING_DEGREES = 0.7
NEAR_MM, FAR_MM = 400.0, 700.0
"""Reading distance of a small panel at the car's window, and of a pillar's screen."""
SMALL_PANEL_MM = 300.0
"""Up to this diagonal (12 inches) a driver screen is read from near."""
OFFICE_PX_PER_MM = 3.78
"""The density assumed until a technician calibrates: 96 dots per inch."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colour tokens. A filled mood surface carries `on_fill`; a filled brand button `on_brand`."""

    background: str
    surface: str
    ink: str
    muted: str
    line: str
    brand: str
    go: str
    wait: str
    stop: str
    focus: str
    on_brand: str
    fill_go: str
    fill_wait: str
    fill_stop: str
    on_fill: str
    fill_shade: str

    def fill(self, mood: Mood) -> str:
        """The colour a whole surface takes in this mood."""
        return {
            Mood.CALM: self.background,
            Mood.GO: self.fill_go,
            Mood.WAIT: self.fill_wait,
            Mood.STOP: self.fill_stop,
        }[mood]

    def accent(self, mood: Mood) -> str:
        """The colour of words and shapes in this mood, on background or surface."""
        return {
            Mood.CALM: self.muted,
            Mood.GO: self.go,
            Mood.WAIT: self.wait,
            Mood.STOP: self.stop,
        }[mood]


DAY = Palette(
    background="#F3F5F7",
    surface="#FFFFFF",
    ink="#0F1E2B",
    muted="#3F4F5E",
    line="#CBD4DC",
    brand="#0A4F70",
    go="#0A5A32",
    wait="#6B4300",
    stop="#8E1616",
    focus="#B35C00",
    on_brand="#FFFFFF",
    fill_go="#0A5A32",
    fill_wait="#6B4300",
    fill_stop="#8E1616",
    on_fill="#FFFFFF",
    fill_shade="#0C2E1E",
)
NIGHT = Palette(
    background="#0D141A",
    surface="#15202A",
    ink="#F2F6F9",
    muted="#B7C5D1",
    line="#314150",
    brand="#6CCBF5",
    go="#4FD793",
    wait="#FFCB66",
    stop="#FF9A92",
    focus="#FFB000",
    on_brand="#0D141A",
    # A whole screen of the light tokens would dazzle in a dark lane: fills keep the day's depth.
    fill_go="#0A5A32",
    fill_wait="#6B4300",
    fill_stop="#8E1616",
    on_fill="#FFFFFF",
    fill_shade="#0C2E1E",
)
CONTRAST = Palette(
    background="#000000",
    surface="#000000",
    ink="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    brand="#FFE14D",
    go="#7CFFB2",
    wait="#FFE14D",
    stop="#FFB3AD",
    focus="#FF9E1B",
    on_brand="#000000",
    fill_go="#003D1F",
    fill_wait="#3D2600",
    fill_stop="#5C0000",
    on_fill="#FFFFFF",
    fill_shade="#000000",
)


class Size(StrEnum):
    """The five text sizes. `SMALL` is for what nobody needs in order to act."""

    SMALL = "small"
    BODY = "body"
    LARGE = "large"
    HEADLINE = "headline"
    GIANT = "giant"


DRIVER_STEPS = {Size.SMALL: 0.72, Size.BODY: 1, Size.LARGE: 1.3, Size.HEADLINE: 2, Size.GIANT: 2.6}
STAFF_STEPS = {Size.SMALL: 0.8, Size.BODY: 1, Size.LARGE: 1.25, Size.HEADLINE: 1.5, Size.GIANT: 2.2}
LARGER_STEPS = {Size.SMALL: 1, Size.BODY: 1.2, Size.LARGE: 1.5, Size.HEADLINE: 2.1, Size.GIANT: 2.7}


@dataclass(frozen=True, slots=True)
class Theme:
    """Tokens of one screen. Lengths are in millimetres; `px` turns them into pixels."""

    palette: Palette
    px_per_mm: float
    text_mm: float
    """Size of body text: the height of the type, not of its capitals."""
    touch_mm: float
    steps: tuple[tuple[Size, float], ...]
    larger: bool = False
    motion: bool = True
    """False: nothing on the screen moves by itself."""

    def px(self, mm: float) -> int:
        """Millimetres as whole pixels, never less than one."""
        return max(1, round(mm * self.px_per_mm))

    def space(self, steps: float = 1) -> int:
        """A distance in steps of two millimetres, in pixels."""
        return self.px(2 * steps)

    @property
    def touch(self) -> int:
        """The smallest side of anything a finger should hit, in pixels."""
        return self.px(self.touch_mm)

    @property
    def radius(self) -> int:
        """The one corner radius, in pixels."""
        return self.px(self.touch_mm * 0.15)

    @property
    def border(self) -> int:
        """The one border width, in pixels."""
        return max(2, self.px(0.4))

    @property
    def focus_border(self) -> int:
        """The focus ring's width, in pixels: at least three, so that it is seen."""
        return max(3, self.px(0.9))

    def text_px(self, size: Size) -> int:
        """The type size in pixels."""
        return max(9, round(dict(self.steps)[size] * self.text_mm * self.px_per_mm))

    def font(self, size: Size = Size.BODY, *, bold: bool = False, scale: float = 1.0) -> QFont:
        """The typeface at a size; `scale` shrinks it where a screen must fit more words."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(max(9, round(self.text_px(size) * scale)))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def colour(self, name: str) -> QColor:
        """A palette token as Qt's colour."""
        value: str = getattr(self.palette, name)
        return QColor(value)

    def repainted(self, palette: Palette) -> Theme:
        """The same sizes in other colours: night falls, day breaks."""
        return replace(self, palette=palette)


def driver_theme(
    palette: Palette, width: int, height: int, px_per_mm: float, *, larger: bool = False
) -> Theme:
    """The theme of a driver screen of this many pixels, read from near or far by its diagonal.

    `larger` is high contrast and, where the panel has the room, larger type: a small panel is
    already set as large as its words allow.
    """
    is_small = math.hypot(width, height) / px_per_mm <= SMALL_PANEL_MM
    distance = NEAR_MM if is_small else FAR_MM
    return Theme(
        palette=CONTRAST if larger else palette,
        px_per_mm=px_per_mm,
        text_mm=reading_mm(distance),
        touch_mm=20.0,
        steps=tuple((LARGER_STEPS if larger and not is_small else DRIVER_STEPS).items()),
        larger=larger,
    )


def staff_theme(palette: Palette = NIGHT, px_per_mm: float = OFFICE_PX_PER_MM) -> Theme:
    """The theme of the attendant's, technician's and garage windows, read from a chair."""
    return Theme(
        palette=palette,
        px_per_mm=px_per_mm,
        text_mm=5.0,
        touch_mm=12.0,
        steps=tuple(STAFF_STEPS.items()),
    )


def reading_mm(distance_mm: float) -> float:
    """The type size whose capitals are `READING_DEGREES` high at a distance."""
    return distance_mm * math.tan(math.radians(READING_DEGREES)) / CAP_HEIGHT


@cache
def register_fonts() -> tuple[str, ...]:
    """Give Qt the bundled typefaces, once; returns the families it found."""
    found: list[str] = []
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        found += QFontDatabase.applicationFontFamilies(number)
    return tuple(found)


@cache
def style_sheet(theme: Theme, sheet: str = "boomgate") -> str:
    """A style sheet with this theme's tokens in it; an unknown `@token` is a KeyError."""
    template = (RESOURCES / "styles" / f"{sheet}.qss").read_text(encoding="utf-8")
    tokens = {field.name: getattr(theme.palette, field.name) for field in fields(Palette)}
    tokens |= {
        "radius": f"{theme.radius}px",
        "border": f"{theme.border}px",
        "ring": f"{theme.focus_border}px",
        "space": f"{theme.space()}px",
        "half_space": f"{theme.space(0.5)}px",
        "touch": f"{theme.touch}px",
        "small_text": f"{theme.text_px(Size.SMALL)}px",
    }
    return re.sub(r"@([a-z_]+)", lambda match: tokens[match[1]], template)


def qt_palette(theme: Theme) -> QPalette:
    """Qt's own palette, for what a style sheet does not reach (selections, carets, disabled)."""
    roles = {
        QPalette.ColorRole.Window: "background",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "background",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "brand",
        QPalette.ColorRole.HighlightedText: "on_brand",
    }
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, theme.colour(token))
    return palette


def contrast_ratio(one: str, other: str) -> float:
    """WCAG 2.1's contrast of two `#RRGGBB` colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
