"""Papers as PDF, for A4 office printers, 80 mm rolls without ESC/POS, and mail.

The same sheet gives the same bytes: a reprint can be compared with what was first printed.
"""

from __future__ import annotations

import io
from enum import Enum

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
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
from kiosk.reports.setter import Setter
from kiosk.reports.sheet import Say, Sheet, printable


class Format(Enum):
    """A kind of page: width, height (None: as long as the paper gets), column and letter size.

    All in points; the column stands in the middle of the page.
    """

    A4 = (A4[0], A4[1], 110 * mm, 11.0)
    ROLL_80 = (80 * mm, None, 72 * mm, 9.0)


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
