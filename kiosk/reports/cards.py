"""Papers of passes: the card that opens a lane, and the receipt of what was paid for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind
from kiosk.domain.quote import Tax
from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import Text
from kiosk.reports.parts import (
    Issuer,
    Tender,
    copy_rows,
    money,
    supplier_rows,
    tax_rows,
    tender_rows,
    when,
)
from kiosk.reports.sheet import Gap, Heading, Pair, Qr, Row, Rule, Say, Sheet, ShortCode, Words
from kiosk.reports.wording import PASS_KINDS, PASS_SALES, worded


@dataclass(frozen=True, slots=True)
class Sale:
    """Money was taken for a pass (`what`: sale, renewal or top_up), by every way in `tenders`.

    `pass_` is as it is afterwards. `taxes` stay empty for a top-up: stored money is taxed when it
    is spent on parking.
    """

    number: str
    pass_: Pass
    what: str
    price: Money
    sold_at: datetime
    tenders: tuple[Tender, ...]
    booth: str
    taxes: tuple[Tax, ...] = ()
    copy: bool = False


def card_sheet(pass_: Pass, issuer: Issuer, say: Say) -> Sheet:
    """The card of a pass: whose it is, how long it is good, and the code that opens a lane."""
    return (
        Heading(issuer.site),
        Words(say(worded(PASS_KINDS, pass_.kind)), bold=True),
        Gap(),
        Pair(say(Text("Holder")), pass_.holder, bold=True),
        *_holds(pass_, issuer, say),
        Qr(pass_.payload),
        ShortCode(spoken_code(pass_.code)),
        Gap(),
        Words(say(Text("Hold this code to the reader when you drive in and out."))),
    )


def sale_sheet(sale: Sale, issuer: Issuer, say: Say) -> Sheet:
    """The receipt of a pass that was sold, renewed or topped up."""
    return (
        *copy_rows(sale.copy, say),
        *supplier_rows(issuer),
        Rule(),
        Pair(say(Text("Receipt")), sale.number),
        Pair(say(Text("Date")), when(sale.sold_at, issuer)),
        Rule(),
        Words(say(worded(PASS_SALES, sale.what)), centre=False, bold=True),
        Pair(say(worded(PASS_KINDS, sale.pass_.kind)), money(sale.price, say)),
        Pair(say(Text("Total")), money(sale.price, say), bold=True),
        *tax_rows(sale.taxes, say),
        Rule(),
        *(row for tender in sale.tenders for row in tender_rows(tender, say)),
        Rule(),
        Pair(say(Text("Pass")), spoken_code(sale.pass_.code)),
        Pair(say(Text("Holder")), sale.pass_.holder),
        *_holds(sale.pass_, issuer, say),
        Rule(),
        Pair(say(Text("Booth")), sale.booth),
    )


def _holds(pass_: Pass, issuer: Issuer, say: Say) -> Sheet:
    """How long a pass is good, for which car, and what is on it."""
    rows: list[Row] = [
        Pair(say(Text("Valid from")), when(pass_.valid_from, issuer)),
        Pair(say(Text("Valid until")), when(pass_.valid_until, issuer)),
    ]
    if pass_.plate:
        rows.append(Pair(say(Text("Plate")), pass_.plate))
    if pass_.entries_left is not None:
        rows.append(Pair(say(Text("Entries left")), str(pass_.entries_left)))
    if pass_.kind is PassKind.VALUE:
        rows.append(Pair(say(Text("Stored money")), money(pass_.balance, say)))
    return tuple(rows)
