"""What stands on a paper, row by row, before anybody asks which printer it goes to.

A sheet is made once (`documents`) and set twice: as ESC/POS bytes (`paper`) and as PDF (`pdf`).
Rows hold finished words in the reader's language. They are data: whatever a plate or a name
contains, `printable` is what reaches a printer, and no command is ever made from it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.domain.wording import Text

Say: TypeAlias = Callable[[Text], str]
"""Translates a text and fills it in for the reader of the paper."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The largest words of a paper, in the middle."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence; it wraps."""

    text: str
    centre: bool = True
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """What something is, and how much or which: at the two edges of one line."""

    label: str
    value: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ShortCode:
    """What a person can type when the QR cannot be read."""

    text: str


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code, error correction level M."""

    payload: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


Cells: TypeAlias = tuple[str, ...]
"""One line of a table: first what it is about, then its figures."""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in columns; every line has as many cells.

    The title stands above the words, `headings` above the figures; `headings` and `total` (the
    last line, bold) may be empty.
    """

    title: str
    rows: tuple[Cells, ...]
    headings: Cells = ()
    total: Cells = ()


Row: TypeAlias = Heading | Words | Pair | ShortCode | Qr | Rule | Gap | Table
Sheet: TypeAlias = tuple[Row, ...]

_KEPT_FORMATS = frozenset("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
"""Joiners and direction marks: they shape a line in raster and PDF, and never reach text mode."""


def printable(text: str) -> str:
    """The text without control characters of any kind; every other space becomes a plain one."""
    if text.isprintable():  # nearly always: then there is nothing of the kind in it
        return text.strip()
    return "".join(
        " " if letter.isspace() else letter for letter in text if _is_shown(letter)
    ).strip()


def wrap(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Break a printable text into lines that fit, between words where that is possible."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if fits(longer := f"{line} {word}".strip()):
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, fits)
        lines += full
    return [*lines, line] if line or not lines else lines


def fold_pair(label: str, value: str, fits: Callable[[str], bool]) -> list[tuple[str, str]]:
    """A pair as lines of (label, value): on one line, or else the value below its label."""
    if fits(f"{label}  {value}"):
        return [(label, value)]
    above = [(line, "") for line in wrap(label, fits)]
    return [*above, *(("", line) for line in wrap(value, fits))]


def _pieces(word: str, fits: Callable[[str], bool]) -> list[str]:
    """A word too long for any line, cut; a single letter stays even when it does not fit."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and not fits(pieces[-1] + letter):
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _is_shown(letter: str) -> bool:
    category = unicodedata.category(letter)
    if category == "Cf":
        return letter in _KEPT_FORMATS
    # A lone line break inside a name still parts two words; every other control is nothing.
    return letter in "\t\n\r" or category not in ("Cc", "Cs", "Co", "Cn")
