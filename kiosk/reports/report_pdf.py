"""Reports on A4: a head across the page, tables in two columns below, and a foot with page numbers.

Figures that stand 170 mm from their words are hard to read, so the page is set as a newspaper is;
a table stays in one piece wherever a column can hold it. Right-to-left reports begin on the right.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import accumulate

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.wording import Text
from kiosk.reports.lettering import is_right_to_left
from kiosk.reports.setter import Block, Setter, draw_text, length, stacked
from kiosk.reports.sheet import Heading, Say, Sheet, Table, Words, printable

_MARGIN, _GUTTER = 18 * mm, 9 * mm
_WIDTH, _HEIGHT = A4[0] - 2 * _MARGIN, A4[1] - 2 * _MARGIN
_COLUMN = (_WIDTH - _GUTTER) / 2
_SIZE, _HEAD_SIZE, _FOOT_SIZE = 8.5, 10.0, 8.0
_HEAD_GAP = 4 * mm
_FOOT_BASELINE = 10 * mm
_ROUNDING = 0.01

Columns = tuple[Sequence[Block], Sequence[Block]]


def report_pdf(sheet: Sheet, title: str, say: Say) -> bytes:
    """A report as one PDF file; `title` goes into the foot of every page."""
    mirrored = is_right_to_left(title)
    at_left, at_right = _MARGIN, _MARGIN + _COLUMN + _GUTTER
    first, second = (at_right, at_left) if mirrored else (at_left, at_right)
    head, body = _parts(sheet)
    head_height = sum(block.height for block in head) + _HEAD_GAP
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=True)
    canvas.setTitle(printable(title))
    pages = _pages(_blocks(body), head_height)
    for number, columns in enumerate(pages, start=1):
        top = A4[1] - _MARGIN
        if number == 1:
            stacked(head).draw(canvas, top)
            top -= head_height
        for left, column in zip((first, second), columns, strict=True):
            canvas.saveState()
            canvas.translate(left, 0)
            stacked(column).draw(canvas, top)
            canvas.restoreState()
        _foot(canvas, title, number, len(pages), say, mirrored)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _parts(sheet: Sheet) -> tuple[list[Block], Sheet]:
    """The head as blocks (all up to the first row that is no heading or sentence), and the rest."""
    setter = Setter(_MARGIN, _WIDTH, _HEAD_SIZE)
    count = 0
    while count < len(sheet) and isinstance(sheet[count], Heading | Words):
        count += 1
    return [block for row in sheet[:count] for block in setter.blocks(row)], sheet[count:]


def _blocks(sheet: Sheet) -> list[Block]:
    """The rows of the columns as blocks that do not break."""
    setter = Setter(0, _COLUMN, _SIZE)
    found: list[Block] = []
    for row in sheet:
        blocks = list(setter.blocks(row))
        whole = isinstance(row, Table) and sum(block.height for block in blocks) <= _HEIGHT
        found += [stacked(blocks)] if whole else blocks
    return found


def _pages(blocks: list[Block], head_height: float) -> list[Columns]:
    """Which blocks stand in which column of which page; the last page's columns are even."""
    pages: list[Columns] = []
    room = _HEIGHT - head_height
    while blocks or not pages:
        middle = _fitting(blocks, room)
        end = middle + _fitting(blocks[middle:], room)
        if end == len(blocks):
            middle = _even(blocks, room)
        pages.append((blocks[:middle], blocks[middle:end]))
        blocks, room = blocks[end:], _HEIGHT
    return pages


def _fitting(blocks: list[Block], room: float) -> int:
    """How many blocks a column takes: at least one of a whole page, or there would be no end."""
    sums = accumulate(block.height for block in blocks)
    count = sum(1 for height in sums if height <= room + _ROUNDING)
    return max(count, 1) if blocks and room == _HEIGHT else count


def _even(blocks: list[Block], room: float) -> int:
    """How many blocks go first so that two columns end as near each other as they can."""
    sums = [0.0, *accumulate(block.height for block in blocks)]
    whole = sums[-1]
    fits = [at for at, high in enumerate(sums) if max(high, whole - high) <= room + _ROUNDING]
    return min(fits, key=lambda at: (abs(2 * sums[at] - whole), -at), default=len(blocks))


def _foot(canvas: Canvas, title: str, number: int, count: int, say: Say, mirrored: bool) -> None:
    page = printable(say(Text("Page {page} of {pages}").with_values(page=number, pages=count)))
    at_left, at_right = (page, printable(title)) if mirrored else (printable(title), page)
    draw_text(canvas, at_left, _MARGIN, _FOOT_BASELINE, _FOOT_SIZE)
    right = A4[0] - _MARGIN - length(at_right, _FOOT_SIZE)
    draw_text(canvas, at_right, right, _FOOT_BASELINE, _FOOT_SIZE)
