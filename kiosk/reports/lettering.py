"""Letters for papers that are drawn: the bundled fonts, and Arabic joined and put in visual order.

ESC/POS raster and PDF both draw letters one after the other from left to right and know nothing of
scripts. So a line is prepared here: shaped, reordered, and cut into runs that one font can draw.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FACES = ("AtkinsonHyperlegibleNext", "NotoSans", "NotoSansArabic")
"""In the order in which they are asked for a letter; what none has is drawn as a box."""

_RIGHT_TO_LEFT = ("R", "AL")
_ISOLATES = ("LRI", "RLI", "FSI")
_FROM_THE_RIGHT = "\N{RIGHT-TO-LEFT MARK}"


def face_path(face: str, bold: bool) -> Path:
    """Where the font file of a face lies."""
    return FONTS / f"{face}-{'Bold' if bold else 'Regular'}.ttf"


def is_right_to_left(text: str) -> bool:
    """Whether a line reads from the right: its first letter that has a direction says so.

    A name that was put in between (`ui.language` isolates each) has no say, as in Unicode's own
    rule (UAX 9, P2); where there is nothing else, it has.
    """
    depth, first = 0, ""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in _ISOLATES:
            depth += 1
        elif direction == "PDI":
            depth = max(0, depth - 1)
        elif direction in ("L", *_RIGHT_TO_LEFT):
            first = first or direction
            if not depth:
                return direction != "L"
    return first in _RIGHT_TO_LEFT


def directed(line: str, paragraph: str) -> str:
    """A line that a paragraph was broken into, marked to read from the side the paragraph does."""
    return _FROM_THE_RIGHT + line if line and is_right_to_left(paragraph) else line


def needs_drawing(text: str) -> bool:
    """Whether a printer's text mode cannot do this line justice, whatever code page it has."""
    return any(
        unicodedata.bidirectional(letter) in (*_RIGHT_TO_LEFT, "AN", "NSM") for letter in text
    )


@lru_cache(maxsize=512)
def visual(text: str) -> str:
    """The line in the order and the shapes in which it is drawn from left to right."""
    if needs_drawing(text):
        # Imported at first use: only sites that print such scripts pay for it.
        from arabic_reshaper import reshape
        from bidi import get_display

        text = str(get_display(reshape(text)))
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def runs(text: str) -> list[tuple[str, str]]:
    """A visual line as (face, letters) from left to right."""
    return [(face, "".join(letters)) for face, letters in groupby(text, _face_of)]


def _face_of(letter: str) -> str:
    covering = (face for face in FACES if ord(letter) in _letters(face))
    return next(covering, FACES[0])


@cache
def _letters(face: str) -> frozenset[int]:
    """The characters a face has, from the font itself."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    return frozenset(TTFontFile(str(face_path(face, bold=False))).charToGlyph)
