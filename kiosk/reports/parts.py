"""What several papers share: who gives them, and the rows for stays, taxes and ways to pay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Tax
from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import NOTHING, Text
from kiosk.reports.sheet import Heading, Pair, Row, Say, Sheet, Table, Words
from kiosk.reports.vat import percent
from kiosk.reports.wording import METHODS, worded

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
class Tender:
    """One way in which `amount` was paid.

    Cash, and a change voucher, say what was `tendered`, the `change` that went back, and what went
    back as a `voucher`; what is missing then was never given back, and the paper says so.
    """

    method: Method
    amount: Money
    reference: str = ""
    tendered: Money | None = None
    change: Money | None = None
    voucher: Money | None = None

    @property
    def kept(self) -> Money:
        """Change that was owed and given in no form."""
        nothing = Money(0, self.amount.currency)
        given = self.amount if self.tendered is None else self.tendered
        return given - self.amount - (self.change or nothing) - (self.voucher or nothing)


_REFERENCES = {Method.VOUCHER: Text("Voucher"), Method.WALLET: Text("Pass")}
"""What a reference is, where it is not a terminal's or a bank's word."""


def supplier_rows(issuer: Issuer) -> Sheet:
    """The site, and the lines that say who is behind it."""
    return (Heading(issuer.site), *(Words(line) for line in issuer.supplier))


def copy_rows(copy: bool, say: Say) -> Sheet:
    """The mark of a reprint."""
    return (Heading(say(Text("COPY"))),) if copy else ()


def stay_rows(code: str, entered_at: datetime, plate: str, issuer: Issuer, say: Say) -> Sheet:
    """Which stay a paper is about."""
    rows: tuple[Row, ...] = (
        Pair(say(Text("Ticket")), spoken_code(code)),
        Pair(say(Text("Entered")), when(entered_at, issuer)),
    )
    return (*rows, Pair(say(Text("Plate")), plate)) if plate else rows


def tax_rows(taxes: tuple[Tax, ...], say: Say) -> Sheet:
    """Net and tax: two lines for one rate, a table for several, nothing where there is no tax."""
    if not taxes:
        return ()
    if len(taxes) == 1:
        (tax,) = taxes
        return (
            Pair(say(Text("Net")), money(tax.net, say)),
            Pair(_rate(tax, say), money(tax.tax, say)),
        )
    return (tax_table(taxes, say),)


def tax_table(taxes: tuple[Tax, ...], say: Say) -> Table:
    """Every rate with net, tax and gross, and their sums."""
    amounts = [(tax.net, tax.tax, tax.gross) for tax in taxes]
    first, *others = amounts
    total = first
    for one in others:
        total = (total[0] + one[0], total[1] + one[1], total[2] + one[2])
    return Table(
        say(Text("VAT")),
        tuple(
            (
                f"{tax.label} {percent(tax.basis_points)} %".strip(),
                *(money(amount, say) for amount in row),
            )
            for tax, row in zip(taxes, amounts, strict=True)
        ),
        (say(Text("Net")), say(Text("Tax")), say(Text("Gross"))),
        (say(Text("Total")), *(money(amount, say) for amount in total)),
    )


def tender_rows(tender: Tender, say: Say) -> Sheet:
    """How a part was paid, down to the change nobody could give."""
    given = tender.amount if tender.tendered is None else tender.tendered
    rows: list[Row] = [Pair(say(worded(METHODS, tender.method)), money(given, say))]
    if tender.change:
        rows.append(Pair(say(Text("Change")), money(tender.change, say)))
    if tender.voucher:
        rows.append(Pair(say(Text("Change as a voucher")), money(tender.voucher, say)))
    if tender.kept.minor > 0:
        rows.append(Pair(say(Text("Change not given")), money(tender.kept, say)))
    if tender.reference:
        label = _REFERENCES.get(tender.method, Text("Approval"))
        rows.append(Pair(say(label), tender.reference))
    return tuple(rows)


def money(amount: Money, say: Say) -> str:
    """An amount as the reader writes it."""
    return say(_AMOUNT.with_values(amount=amount))


def when(instant: datetime, issuer: Issuer) -> str:
    """Date and time where the gate stands, in the one order nobody misreads (ISO 8601)."""
    return f"{instant.astimezone(issuer.zone):%Y-%m-%d %H:%M}"


def time_of_day(instant: datetime, issuer: Issuer) -> str:
    """The time alone, where the gate stands."""
    return f"{instant.astimezone(issuer.zone):%H:%M}"


def _rate(tax: Tax, say: Say) -> str:
    """A rate by the name the tariff gives it, or simply as VAT."""
    shown = percent(tax.basis_points)
    if tax.label:
        return f"{tax.label} {shown} %"
    return say(Text("VAT {percent} %").with_values(percent=shown))
