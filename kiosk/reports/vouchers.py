"""Papers that stand for money: a change voucher, and what a merchant gives to drivers.

Each carries a signed code and is good once: the ledger knows its number. A copy opens nothing that
the first one has not opened already, so none of them says COPY.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.ticket import spoken_code
from kiosk.domain.validation import Benefit
from kiosk.domain.wording import Text
from kiosk.reports.parts import Issuer, money, supplier_rows, when
from kiosk.reports.sheet import Gap, Heading, Pair, Qr, Rule, Say, Sheet, ShortCode, Words
from kiosk.reports.wording import benefit_text


@dataclass(frozen=True, slots=True)
class ChangeVoucher:
    """Change the drawer could not give: `amount`, payable to whoever brings it, once."""

    code: str
    payload: str
    amount: Money
    issued_at: datetime
    expires_at: datetime
    booth: str
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Voucher:
    """One validation on paper. `bound_code`: only for the ticket of this code (a chaser)."""

    merchant: str
    number: int
    benefit: Benefit
    payload: str
    expires_at: datetime
    currency: str = "EUR"
    bound_code: str = ""


def change_voucher_sheet(voucher: ChangeVoucher, issuer: Issuer, say: Say) -> Sheet:
    """The paper for change that could not be given in cash."""
    receipt: Sheet = ()
    if voucher.receipt:
        receipt = (Pair(say(Text("Receipt")), voucher.receipt),)
    return (
        *supplier_rows(issuer),
        Rule(),
        Words(say(Text("Change voucher")), bold=True),
        Heading(money(voucher.amount, say)),
        Qr(voucher.payload),
        ShortCode(spoken_code(voucher.code)),
        Gap(),
        Words(say(Text("Good once: for cash at the till, or to pay for parking."))),
        Pair(say(Text("Valid until")), when(voucher.expires_at, issuer), bold=True),
        Pair(say(Text("Date")), when(voucher.issued_at, issuer)),
        *receipt,
        Pair(say(Text("Booth")), voucher.booth),
    )


def voucher_sheet(voucher: Voucher, issuer: Issuer, say: Say) -> Sheet:
    """One merchant voucher on a roll; a page of them is `voucher_page`."""
    return (
        Heading(issuer.site),
        Words(voucher.merchant),
        Gap(),
        Heading(say(benefit_text(voucher.benefit, voucher.currency))),
        Qr(voucher.payload),
        *_bound(voucher, say),
        Pair(say(Text("Voucher")), str(voucher.number)),
        Pair(say(Text("Valid until")), when(voucher.expires_at, issuer)),
        Words(say(Text("Hold this code to the reader before you pay. Good once."))),
    )


def _bound(voucher: Voucher, say: Say) -> Sheet:
    if not voucher.bound_code:
        return ()
    text = Text("Only for ticket {code}").with_values(code=spoken_code(voucher.bound_code))
    return (Words(say(text), bold=True),)
