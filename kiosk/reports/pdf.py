"""Papers as PDF, for A4 office printers, 80 mm rolls without ESC/POS, and mail.

Drawn straight on reportlab's canvas, so that nothing a plate or a name contains is ever read as
markup. The same sheet gives the same bytes: a reprint can be compared with what was first printed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import assert_never

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.ticket import Ticket
from kiosk.reports.documents import (
    Debt,
    Issuer,
    PaidStay,
    Receipt,
    debt_sheet,
    pass_sheet,
    receipt_sheet,
    ticket_sheet,
)
from kiosk.reports.lettering import face_path, is_right_to_left, runs, visual
from kiosk.reports.qr import QUIET_MODULES, modules
from kiosk.reports.sheet import (
    Gap,
    Heading,
    Pair,
    Qr,
    Row,
    Rule,
    Say,
    Sheet,
    ShortCode,
    Words,
    fold_pair,
    printable,
    wrap,
)

_LEADING = 1.35
_LARGE = 1.8
_BASELINE = 1.05


class Format(Enum):
    """A kind of page: width, height (None: as long as the paper gets), column and letter size.

    All in points; the column stands in the middle of the page.
    """

    A4 = (A4[0], A4[1], 110 * mm, 11.0)
    ROLL_80 = (80 * mm, None, 72 * mm, 9.0)


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a height that stays on one page; `draw` gets its upper edge."""

    height: float
    draw: Callable[[Canvas, float], None]


def ticket_pdf(ticket: Ticket, issuer: Issuer, say: Say, page: Format = Format.ROLL_80) -> bytes:
    """The entry ticket."""
    return set_pdf(ticket_sheet(ticket, issuer, say), page, ticket.code)


def receipt_pdf(receipt: Receipt, issuer: Issuer, say: Say, page: Format = Format.A4) -> bytes:
    """The receipt."""
    return set_pdf(receipt_sheet(receipt, issuer, say), page, receipt.number)


def slip_pdf(debt: Debt, issuer: Issuer, say: Say, page: Format = Format.ROLL_80) -> bytes:
    """The slip of a debt."""
    return set_pdf(debt_sheet(debt, issuer, say), page, debt.code)


def exit_pass_pdf(paid: PaidStay, issuer: Issuer, say: Say, page: Format = Format.ROLL_80) -> bytes:
    """The exit pass."""
    return set_pdf(pass_sheet(paid, issuer, say), page, paid.code)


def set_pdf(sheet: Sheet, page: Format, title: str) -> bytes:
    """Any sheet as one PDF file; on A4 it goes on over as many pages as it needs."""
    width, fixed_height, column, size = page.value
    setter = Setter((width - column) / 2, column, size)
    blocks = [block for row in sheet for block in setter.blocks(row)]
    margin = (width - column) / 2 if fixed_height is None else 20 * mm
    height = fixed_height or sum(block.height for block in blocks) + 2 * margin
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(width, height), invariant=True)
    canvas.setTitle(printable(title))
    y = height - margin
    for block in blocks:
        if y - block.height < margin - 0.01:  # points of rounding, not of paper
            canvas.showPage()
            y = height - margin
        block.draw(canvas, y)
        y -= block.height
    canvas.save()
    return target.getvalue()


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
                yield Block(self.size * _LEADING, lambda canvas, top: None)
            case _:
                assert_never(row)

    def _words(self, text: str, size: float, bold: bool, centre: bool) -> Iterator[Block]:
        share = 0.5 if centre else 1.0 if is_right_to_left(text) else 0.0
        for line in wrap(text, lambda line: _length(line, size, bold) <= self.width):
            yield self._line([(line, share)], size, bold)

    def _pair(self, label: str, value: str, bold: bool) -> Iterator[Block]:
        first, second = (1.0, 0.0) if is_right_to_left(label) else (0.0, 1.0)
        for left, right in fold_pair(
            label, value, lambda line: _length(line, self.size, bold) <= self.width
        ):
            yield self._line([(left, first), (right, second)], self.size, bold)

    def _line(self, texts: list[tuple[str, float]], size: float, bold: bool) -> Block:
        """Texts on one line; a share of 0 stands at the left edge, 1 at the right, 0.5 between."""

        def draw(canvas: Canvas, top: float) -> None:
            for text, share in texts:
                x = self.left + share * (self.width - _length(text, size, bold))
                for face, letters in runs(visual(text)):
                    font = _font(face, bold)
                    canvas.setFont(font, size)
                    canvas.drawString(x, top - _BASELINE * size, letters)
                    x += pdfmetrics.stringWidth(letters, font, size)

        return Block(size * _LEADING, draw)

    def _code(self, payload: str) -> Block:
        matrix = modules(payload)
        side = min(self.width, 45 * mm)
        step = side / (len(matrix) + 2 * QUIET_MODULES)
        left = self.left + (self.width - side) / 2 + QUIET_MODULES * step

        def draw(canvas: Canvas, top: float) -> None:
            path = canvas.beginPath()
            for y, row in enumerate(matrix):
                for x, dark in enumerate(row):
                    if dark:
                        lower = top - (QUIET_MODULES + y + 1) * step
                        path.rect(left + x * step, lower, step, step)
            canvas.drawPath(path, stroke=0, fill=1)

        return Block(side, draw)

    def _rule(self, canvas: Canvas, top: float) -> None:
        canvas.setLineWidth(0.5)
        canvas.line(self.left, top - self.size / 2, self.left + self.width, top - self.size / 2)


def _length(text: str, size: float, bold: bool) -> float:
    parts = runs(visual(text))
    return sum(pdfmetrics.stringWidth(letters, _font(face, bold), size) for face, letters in parts)


@cache
def _font(face: str, bold: bool) -> str:
    name = f"{face}-{'Bold' if bold else 'Regular'}"
    pdfmetrics.registerFont(TTFont(name, str(face_path(face, bold))))
    return name
