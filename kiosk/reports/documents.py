"""The papers a driver gets: entry ticket, receipt, slip of a debt, exit pass; as rows, not bytes.

The receipt holds what an EU simplified invoice needs (Directive 2006/112/EC, article 226b): date,
supplier, kind of service, VAT or what it is computed from. A correction is a new paper: a reprint
says COPY and is otherwise the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Quote
from kiosk.domain.ticket import Ticket, spoken_code
from kiosk.domain.wording import NOTHING, Text
from kiosk.reports.sheet import Gap, Heading, Pair, Qr, Row, Rule, Say, Sheet, ShortCode, Words

_METHODS = {Method.CASH: Text("Cash"), Method.CARD: Text("Card")}
_AMOUNT = Text("{amount}")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who gives the paper, and where. `vat_basis_points`: 1900 is 19 %, None leaves VAT out."""

    site: str
    place: str
    zone: ZoneInfo
    supplier: tuple[str, ...] = ()
    tariff: Text = NOTHING
    vat_basis_points: int | None = None
    pay_later: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One payment: `amount` was paid now, `earlier` is what had been paid for the stay before."""

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
        Pair(say(Text("Entered")), _when(ticket.issued_at, issuer), bold=True),
        Qr(ticket.payload),
        ShortCode(spoken_code(ticket.code)),
        Gap(),
        Words(say(issuer.tariff)),
        Words(say(Text("Please pay before you leave.")), bold=True),
    )


def receipt_sheet(receipt: Receipt, issuer: Issuer, say: Say) -> Sheet:
    """The receipt of one payment."""
    copy: Sheet = (Heading(say(Text("COPY"))),) if receipt.copy else ()
    leave: Sheet = ()
    if receipt.leave_by_at is not None:
        text = Text("Please leave by {time}").with_values(time=_time(receipt.leave_by_at, issuer))
        leave = (Rule(), Words(say(text), bold=True))
    return (
        *copy,
        *_supplier(issuer),
        Rule(),
        Pair(say(Text("Receipt")), receipt.number),
        Pair(say(Text("Date")), _when(receipt.paid_at, issuer)),
        *_stay(receipt.code, receipt.entered_at, receipt.plate, issuer, say),
        Rule(),
        *_lines(receipt.quote, say),
        *_paid_parts(receipt, say),
        *_vat(receipt.amount, issuer, say),
        Rule(),
        *_payment(receipt, say),
        Rule(),
        Pair(say(Text("Booth")), receipt.booth),
        Pair(say(Text("Session")), receipt.session_id),
        *leave,
    )


def debt_sheet(debt: Debt, issuer: Issuer, say: Say) -> Sheet:
    """The slip for a driver who was let go owing money."""
    later: Sheet = (Words(issuer.pay_later, bold=True),) if issuer.pay_later else ()
    code: Sheet = (Qr(debt.payload),) if debt.payload else ()
    return (
        *_supplier(issuer),
        Rule(),
        Words(say(Text("Payment still due")), bold=True),
        Pair(say(Text("Left")), _when(debt.released_at, issuer)),
        *_stay(debt.code, debt.entered_at, debt.plate, issuer, say),
        Rule(),
        *_lines(debt.quote, say),
        Pair(say(Text("To pay")), _money(debt.amount, say), bold=True),
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
        Pair(say(Text("Paid")), _money(paid.amount, say)),
        Pair(say(Text("Leave by")), _when(paid.leave_by_at, issuer), bold=True),
        Words(say(Text("Hold this code to the reader at the exit."))),
    )


def vat_within(gross: Money, basis_points: int) -> Money:
    """The tax inside a gross amount, rounded half up to a minor unit."""
    tax, rest = divmod(gross.minor * basis_points, 10_000 + basis_points)
    return Money(tax + (2 * rest >= 10_000 + basis_points), gross.currency)


def _supplier(issuer: Issuer) -> Sheet:
    return (Heading(issuer.site), *(Words(line) for line in issuer.supplier))


def _stay(code: str, entered_at: datetime, plate: str, issuer: Issuer, say: Say) -> Sheet:
    rows: tuple[Row, ...] = (
        Pair(say(Text("Ticket")), spoken_code(code)),
        Pair(say(Text("Entered")), _when(entered_at, issuer)),
    )
    return (*rows, Pair(say(Text("Plate")), plate)) if plate else rows


def _lines(quote: Quote, say: Say) -> Sheet:
    """What was bought, and why it costs what it costs."""
    lines = (Pair(say(line.text), _money(line.amount, say)) for line in quote.lines)
    total = Pair(say(Text("Total")), _money(quote.total, say), bold=True)
    return (Words(say(Text("Parking")), centre=False, bold=True), *lines, total)


def _paid_parts(receipt: Receipt, say: Say) -> Sheet:
    if not receipt.earlier and receipt.amount == receipt.quote.total:
        return ()
    return (
        Pair(say(Text("Paid before")), _money(receipt.earlier, say)),
        Pair(say(Text("Paid now")), _money(receipt.amount, say), bold=True),
    )


def _vat(gross: Money, issuer: Issuer, say: Say) -> Sheet:
    if issuer.vat_basis_points is None:
        return ()
    tax = vat_within(gross, issuer.vat_basis_points)
    whole, part = divmod(issuer.vat_basis_points, 100)
    percent = f"{whole}.{part:02}".rstrip("0").rstrip(".")
    return (
        Pair(say(Text("Net")), _money(gross - tax, say)),
        Pair(say(Text("VAT {percent} %").with_values(percent=percent)), _money(tax, say)),
    )


def _payment(receipt: Receipt, say: Say) -> Sheet:
    given = receipt.amount if receipt.tendered is None else receipt.tendered
    rows: list[Row] = [Pair(say(_METHODS[receipt.method]), _money(given, say))]
    if receipt.change:
        rows.append(Pair(say(Text("Change")), _money(receipt.change, say)))
    if receipt.reference:
        rows.append(Pair(say(Text("Approval")), receipt.reference))
    return tuple(rows)


def _money(amount: Money, say: Say) -> str:
    return say(_AMOUNT.with_values(amount=amount))


def _when(instant: datetime, issuer: Issuer) -> str:
    """Date and time where the gate stands, in the one order nobody misreads (ISO 8601)."""
    return f"{instant.astimezone(issuer.zone):%Y-%m-%d %H:%M}"


def _time(instant: datetime, issuer: Issuer) -> str:
    return f"{instant.astimezone(issuer.zone):%H:%M}"
