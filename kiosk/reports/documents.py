"""The papers of one stay: entry ticket, receipt, slip of a debt, exit pass; as rows, not bytes.

The receipt holds what an EU simplified invoice needs (Directive 2006/112/EC, article 226b): date,
supplier, kind of service, VAT or what it is computed from. It is never changed: a reprint says COPY
and is otherwise the same, and whatever was wrong is put right by a paper of its own
(`corrections`). Its amounts are the ledger's; only the words are the reader's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Quote, Tax
from kiosk.domain.ticket import Ticket, spoken_code
from kiosk.domain.wording import Text
from kiosk.reports.parts import (
    Issuer,
    Tender,
    copy_rows,
    money,
    stay_rows,
    supplier_rows,
    tax_rows,
    tender_rows,
    time_of_day,
    when,
)
from kiosk.reports.sheet import Gap, Heading, Pair, Qr, Row, Rule, Say, Sheet, ShortCode, Words
from kiosk.reports.vat import taxes_of

__all__ = [
    "Debt",
    "Issuer",
    "PaidStay",
    "Receipt",
    "Tender",
    "debt_sheet",
    "pass_sheet",
    "receipt_sheet",
    "receipt_taxes",
    "ticket_sheet",
]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was paid now (`amount`); `earlier` is what had been paid for the stay before.

    One payment says its own method, tender and reference; where the amount came in several ways,
    `split` lists them all. `adjusted` is what people changed about the price. `issued_at` is there
    when the paper was asked for on a later day, `owed_since_at` when it settles a debt.
    """

    number: str
    session_id: str
    code: str
    entered_at: datetime
    paid_at: datetime
    quote: Quote
    amount: Money
    earlier: Money
    method: Method
    booth: str
    tendered: Money | None = None
    change: Money | None = None
    reference: str = ""
    plate: str = ""
    leave_by_at: datetime | None = None
    copy: bool = False
    change_voucher: Money | None = None
    split: tuple[Tender, ...] = ()
    adjusted: Money | None = None
    issued_at: datetime | None = None
    owed_since_at: datetime | None = None

    @property
    def tenders(self) -> tuple[Tender, ...]:
        """Every way in which the amount was paid."""
        return self.split or (
            Tender(
                self.method,
                self.amount,
                self.reference,
                self.tendered,
                self.change,
                self.change_voucher,
            ),
        )

    @property
    def price(self) -> Money:
        """What the stay costs: the tariff's total, and what people changed about it."""
        return self.quote.total + self.adjusted if self.adjusted else self.quote.total


@dataclass(frozen=True, slots=True)
class Debt:
    """A car that was let go owing `amount`; `payload` is signed, empty where nothing is."""

    session_id: str
    code: str
    entered_at: datetime
    released_at: datetime
    quote: Quote
    amount: Money
    plate: str = ""
    payload: str = ""


@dataclass(frozen=True, slots=True)
class PaidStay:
    """What an exit pass proves: paid, and free to leave until `leave_by_at`."""

    code: str
    payload: str
    amount: Money
    leave_by_at: datetime


def ticket_sheet(ticket: Ticket, issuer: Issuer, say: Say) -> Sheet:
    """The entry ticket."""
    return (
        Heading(issuer.site),
        Words(issuer.place),
        Gap(),
        Pair(say(Text("Entered")), when(ticket.issued_at, issuer), bold=True),
        Qr(ticket.payload),
        ShortCode(spoken_code(ticket.code)),
        Gap(),
        Words(say(issuer.tariff)),
        Words(say(Text("Please pay before you leave.")), bold=True),
    )


def receipt_sheet(receipt: Receipt, issuer: Issuer, say: Say) -> Sheet:
    """The receipt of a payment, or of several that were made together."""
    leave: Sheet = ()
    if receipt.leave_by_at is not None:
        text = Text("Please leave by {time}").with_values(
            time=time_of_day(receipt.leave_by_at, issuer)
        )
        leave = (Rule(), Words(say(text), bold=True))
    return (
        *copy_rows(receipt.copy, say),
        *supplier_rows(issuer),
        Rule(),
        Pair(say(Text("Receipt")), receipt.number),
        *_dates(receipt, issuer, say),
        *stay_rows(receipt.code, receipt.entered_at, receipt.plate, issuer, say),
        *_owed_since(receipt, issuer, say),
        Rule(),
        *_lines(receipt.quote, receipt.adjusted, say),
        *_paid_parts(receipt, say),
        *tax_rows(receipt_taxes(receipt, issuer), say),
        Rule(),
        *(row for tender in receipt.tenders for row in tender_rows(tender, say)),
        Rule(),
        Pair(say(Text("Booth")), receipt.booth),
        Pair(say(Text("Session")), receipt.session_id),
        *leave,
    )


def receipt_taxes(receipt: Receipt, issuer: Issuer) -> tuple[Tax, ...]:
    """The taxes inside what was paid now; a Z adds up the same ones."""
    return taxes_of(receipt.quote, receipt.earlier, receipt.amount, issuer.vat_basis_points)


def debt_sheet(debt: Debt, issuer: Issuer, say: Say) -> Sheet:
    """The slip for a driver who was let go owing money."""
    later: Sheet = (Words(issuer.pay_later, bold=True),) if issuer.pay_later else ()
    code: Sheet = (Qr(debt.payload),) if debt.payload else ()
    return (
        *supplier_rows(issuer),
        Rule(),
        Words(say(Text("Payment still due")), bold=True),
        Pair(say(Text("Left")), when(debt.released_at, issuer)),
        *stay_rows(debt.code, debt.entered_at, debt.plate, issuer, say),
        Rule(),
        *_lines(debt.quote, None, say),
        Pair(say(Text("To pay")), money(debt.amount, say), bold=True),
        Gap(),
        *later,
        *code,
        Pair(say(Text("Session")), debt.session_id),
    )


def pass_sheet(paid: PaidStay, issuer: Issuer, say: Say) -> Sheet:
    """The exit pass: opens an exit that can reach nobody."""
    return (
        Heading(issuer.site),
        Words(say(Text("Exit pass")), bold=True),
        Qr(paid.payload),
        ShortCode(spoken_code(paid.code)),
        Gap(),
        Pair(say(Text("Paid")), money(paid.amount, say)),
        Pair(say(Text("Leave by")), when(paid.leave_by_at, issuer), bold=True),
        Words(say(Text("Hold this code to the reader at the exit."))),
    )


def _dates(receipt: Receipt, issuer: Issuer, say: Say) -> Sheet:
    """When the paper was issued; and when it was paid, if that was another time."""
    if receipt.issued_at is None:
        return (Pair(say(Text("Date")), when(receipt.paid_at, issuer)),)
    return (
        Pair(say(Text("Date")), when(receipt.issued_at, issuer)),
        Pair(say(Text("Paid")), when(receipt.paid_at, issuer)),
    )


def _owed_since(receipt: Receipt, issuer: Issuer, say: Say) -> Sheet:
    if receipt.owed_since_at is None:
        return ()
    return (Pair(say(Text("Owed since")), when(receipt.owed_since_at, issuer)),)


def _lines(quote: Quote, adjusted: Money | None, say: Say) -> Sheet:
    """What was bought, and why it costs what it costs."""
    rows: list[Row] = [Pair(say(line.text), money(line.amount, say)) for line in quote.lines]
    total = quote.total
    if adjusted:
        rows.append(Pair(say(Text("Price changed by hand")), money(adjusted, say)))
        total += adjusted
    rows.append(Pair(say(Text("Total")), money(total, say), bold=True))
    return (Words(say(Text("Parking")), centre=False, bold=True), *rows)


def _paid_parts(receipt: Receipt, say: Say) -> Sheet:
    """What of the price this paper is for, unless it is all of it."""
    if not receipt.earlier and receipt.amount == receipt.price:
        return ()
    rest = receipt.price - receipt.earlier - receipt.amount
    due: Sheet = (Pair(say(Text("Still due")), money(rest, say)),) if rest.minor > 0 else ()
    return (
        Pair(say(Text("Paid before")), money(receipt.earlier, say)),
        Pair(say(Text("Paid now")), money(receipt.amount, say), bold=True),
        *due,
    )
