"""Merchant vouchers on A4: ten to a page, the size of business cards, with marks to cut along."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import Text
from kiosk.reports.lettering import is_right_to_left
from kiosk.reports.parts import Issuer, when
from kiosk.reports.setter import LEADING, draw_code, draw_text, length
from kiosk.reports.sheet import Say, printable, wrap
from kiosk.reports.vouchers import Voucher
from kiosk.reports.wording import benefit_text

COLUMNS, ROWS = 2, 5
CARD_WIDTH, CARD_HEIGHT = 90 * mm, 54 * mm
_LEFT = (A4[0] - COLUMNS * CARD_WIDTH) / 2
_TOP = (A4[1] + ROWS * CARD_HEIGHT) / 2
_PADDING = 4 * mm
_CODE_SIDE = 40 * mm
_MARK = 4 * mm
_PARAGRAPH = 0.35
"""White between paragraphs, in letter sizes."""
_SMALL, _USUAL, _LARGE = 7.5, 9.0, 14.0


def voucher_pages(vouchers: Sequence[Voucher], issuer: Issuer, say: Say, title: str) -> bytes:
    """Any number of vouchers as one PDF file."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=True)
    canvas.setTitle(printable(title))
    for place, voucher in enumerate(vouchers):
        row, column = divmod(place % (COLUMNS * ROWS), COLUMNS)
        if not row and not column:
            if place:
                canvas.showPage()
            _draw_marks(canvas)
        _draw_card(
            canvas,
            voucher,
            _LEFT + column * CARD_WIDTH,
            _TOP - row * CARD_HEIGHT,
            _words(voucher, issuer, say),
        )
    canvas.save()
    return target.getvalue()


def _words(voucher: Voucher, issuer: Issuer, say: Say) -> list[tuple[str, float, bool]]:
    """(text, size, bold) of each paragraph beside the code."""
    until = Text("Valid until {date}").with_values(date=when(voucher.expires_at, issuer))
    number = Text("Voucher {number}").with_values(number=voucher.number)
    words = [
        (issuer.site, _USUAL, True),
        (say(benefit_text(voucher.benefit, voucher.currency)), _LARGE, True),
        (voucher.merchant, _USUAL, False),
        (say(number), _USUAL, True),
        (say(until), _SMALL, False),
        (say(Text("Hold this code to the reader before you pay. Good once.")), _SMALL, False),
    ]
    if voucher.bound_code:
        bound = Text("Only for ticket {code}").with_values(code=spoken_code(voucher.bound_code))
        words.insert(2, (say(bound), _USUAL, True))
    return [(printable(text), size, bold) for text, size, bold in words]


def _draw_card(
    canvas: Canvas,
    voucher: Voucher,
    left: float,
    top: float,
    words: list[tuple[str, float, bool]],
) -> None:
    """The code at the edge where a reader's line ends, the words at the other."""
    mirrored = is_right_to_left(words[-1][0])
    width = CARD_WIDTH - _CODE_SIDE - 2 * _PADDING
    code_left = left + _PADDING / 2 if mirrored else left + CARD_WIDTH - _CODE_SIDE - _PADDING / 2
    draw_code(
        canvas,
        printable(voucher.payload),
        code_left,
        top - (CARD_HEIGHT - _CODE_SIDE) / 2,
        _CODE_SIDE,
    )
    start = left + CARD_WIDTH - _PADDING - width if mirrored else left + _PADDING
    y = top - _PADDING
    for text, size, bold in words:
        for line in _wrapped(text, width, size, bold):
            slack = width - length(line, size, bold)
            draw_text(canvas, line, start + (slack if mirrored else 0.0), y - size, size, bold)
            y -= size * LEADING
        y -= size * _PARAGRAPH


def _wrapped(text: str, width: float, size: float, bold: bool) -> list[str]:
    return wrap(text, lambda line: length(line, size, bold) <= width)


def _draw_marks(canvas: Canvas) -> None:
    """Short lines in the margin, where a guillotine is set."""
    canvas.setLineWidth(0.3)
    bottom, right = _TOP - ROWS * CARD_HEIGHT, _LEFT + COLUMNS * CARD_WIDTH
    for column in range(COLUMNS + 1):
        x = _LEFT + column * CARD_WIDTH
        canvas.line(x, _TOP, x, _TOP + _MARK)
        canvas.line(x, bottom, x, bottom - _MARK)
    for row in range(ROWS + 1):
        y = _TOP - row * CARD_HEIGHT
        canvas.line(_LEFT, y, _LEFT - _MARK, y)
        canvas.line(right, y, right + _MARK, y)
