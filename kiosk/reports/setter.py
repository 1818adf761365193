"""Rows of a sheet as blocks for a PDF page: each knows its height and how to draw itself.

Drawn straight on reportlab's canvas, so that nothing a plate or a name contains is ever read as
markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import assert_never

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kiosk.reports.grid import Grid, Line, lay_out, listed
from kiosk.reports.lettering import directed, face_path, is_right_to_left, runs, visual
from kiosk.reports.qr import QUIET_MODULES, modules
from kiosk.reports.sheet import (
    Gap,
    Heading,
    Pair,
    Qr,
    Row,
    Rule,
    ShortCode,
    Table,
    Words,
    fold_pair,
    printable,
    wrap,
)

LEADING = 1.35
_LARGE = 1.8
_BASELINE = 1.05
_TABLE_LEADING = 1.45
_HAIRLINE, _HAIRLINE_GREY = 0.4, 0.6
_QR_SIDE = 45 * mm
_TOGETHER = 3
"""Lines of a table that never part: its title, its headings, its first figures."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a height that stays on one page; `draw` gets its upper edge."""

    height: float
    draw: Callable[[Canvas, float], None]


@dataclass(frozen=True, slots=True)
class Setter:
    """Makes blocks of rows, for a column of this place, width and letter size, in points."""

    left: float
    width: float
    size: float

    def blocks(self, row: Row) -> Iterator[Block]:
        """One row as blocks, a block for each line."""
        match row:
            case Heading(text) | ShortCode(text):
                yield from self._words(printable(text), self.size * _LARGE, True, True)
            case Words(text, centre, bold):
                yield from self._words(printable(text), self.size, bold, centre)
            case Pair(label, value, bold):
                yield from self._pair(printable(label), printable(value), bold)
            case Qr(payload):
                yield self._code(printable(payload))
            case Rule():
                yield Block(self.size, self._rule)
            case Gap():
                yield Block(self.size * LEADING, lambda canvas, top: None)
            case Table():
                yield from self._table(row)
            case _:
                assert_never(row)

    def _words(self, text: str, size: float, bold: bool, centre: bool) -> Iterator[Block]:
        share = 0.5 if centre else 1.0 if is_right_to_left(text) else 0.0
        for line in wrap(text, lambda line: length(line, size, bold) <= self.width):
            line = directed(line, text)
            yield self._line([(line, share * (self.width - length(line, size, bold)))], size, bold)

    def _pair(self, label: str, value: str, bold: bool) -> Iterator[Block]:
        mirrored = is_right_to_left(label)
        for line in fold_pair(
            label, value, lambda line: length(line, self.size, bold) <= self.width
        ):
            words, figure = directed(line[0], label), line[1]
            at_left, at_right = (figure, words) if mirrored else (words, figure)
            right = self.width - length(at_right, self.size, bold)
            yield self._line([(at_left, 0.0), (at_right, right)], self.size, bold)

    def _table(self, table: Table) -> Iterator[Block]:
        # Measured bold, as the widest letters are: so a total fits its column too.
        grid = lay_out(table, self.width, self.size, lambda text: length(text, self.size, True))
        if grid is None:
            for row in listed(table):
                yield from self.blocks(row)
            return
        mirrored = is_right_to_left(table.title)
        lines = [self._grid_line(line, grid, mirrored) for line in grid.lines]
        yield stacked(lines[:_TOGETHER])  # a title never stands alone at the foot of a page
        yield from lines[_TOGETHER:]

    def _grid_line(self, line: Line, grid: Grid, mirrored: bool) -> Block:
        """Figures end where their column ends; a hairline leads the eye to them from the words."""
        label, *figures = line.cells
        words = self.width - length(label, self.size, line.bold) if mirrored else 0.0
        texts = [(label, words)]
        edge = 0.0 if mirrored else self.width
        for cell, column in zip(reversed(figures), reversed(grid.widths[1:]), strict=True):
            right = edge + column if mirrored else edge
            texts.append((cell, right - length(cell, self.size, line.bold)))
            edge += column + self.size if mirrored else -column - self.size
        return self._line(texts, self.size, line.bold, _TABLE_LEADING, ruled=True)

    def _line(
        self,
        texts: Sequence[tuple[str, float]],
        size: float,
        bold: bool,
        leading: float = LEADING,
        ruled: bool = False,
    ) -> Block:
        """Texts on one line, each with its distance from the column's left edge."""
        height = size * leading

        def draw(canvas: Canvas, top: float) -> None:
            for text, x in texts:
                draw_text(canvas, text, self.left + x, top - _BASELINE * size, size, bold)
            if ruled:
                canvas.setLineWidth(_HAIRLINE)
                canvas.setStrokeGray(_HAIRLINE_GREY)
                canvas.line(self.left, top - height, self.left + self.width, top - height)
                canvas.setStrokeGray(0)

        return Block(height, draw)

    def _code(self, payload: str) -> Block:
        side = min(self.width, _QR_SIDE)
        left = self.left + (self.width - side) / 2
        return Block(side, lambda canvas, top: draw_code(canvas, payload, left, top, side))

    def _rule(self, canvas: Canvas, top: float) -> None:
        canvas.setLineWidth(0.5)
        canvas.line(self.left, top - self.size / 2, self.left + self.width, top - self.size / 2)


def stacked(blocks: Sequence[Block]) -> Block:
    """Blocks that stay together, one below the other."""

    def draw(canvas: Canvas, top: float) -> None:
        for block in blocks:
            block.draw(canvas, top)
            top -= block.height

    return Block(sum(block.height for block in blocks), draw)


def draw_text(
    canvas: Canvas, text: str, x: float, baseline: float, size: float, bold: bool = False
) -> None:
    """A printable line of any script from `x` on."""
    for font, letters, width in _pieces(text, size, bold):
        canvas.setFont(font, size)
        canvas.drawString(x, baseline, letters)
        x += width


def draw_code(canvas: Canvas, payload: str, left: float, top: float, side: float) -> None:
    """A QR code with its quiet zone, `side` points wide."""
    matrix = modules(payload)
    step = side / (len(matrix) + 2 * QUIET_MODULES)
    path = canvas.beginPath()
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                lower = top - (QUIET_MODULES + y + 1) * step
                path.rect(left + (QUIET_MODULES + x) * step, lower, step, step)
    canvas.drawPath(path, stroke=0, fill=1)


def length(text: str, size: float, bold: bool = False) -> float:
    """How wide a printable line gets, in points."""
    return sum(width for _, _, width in _pieces(text, size, bold))


@lru_cache(maxsize=1024)
def _pieces(text: str, size: float, bold: bool) -> tuple[tuple[str, str, float], ...]:
    """(font, letters, width) from left to right; a line is measured more than once."""
    return tuple(
        (font, letters, pdfmetrics.stringWidth(letters, font, size))
        for face, letters in runs(visual(text))
        for font in (_font(face, bold),)
    )


@cache
def _font(face: str, bold: bool) -> str:
    name = f"{face}-{'Bold' if bold else 'Regular'}"
    pdfmetrics.registerFont(TTFont(name, str(face_path(face, bold))))
    return name
