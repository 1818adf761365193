"""The paper that puts an earlier receipt right: a refund, a void, money taken by mistake.

A receipt is never edited. A correction is a document of its own with the next number of the same
series; it names the first one without doubt (Directive 2006/112/EC, article 226b (e)), and every
amount on it, tax included, is what it takes back, with a minus.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Tax
from kiosk.domain.wording import Text
from kiosk.reports.parts import (
    Issuer,
    copy_rows,
    money,
    stay_rows,
    supplier_rows,
    tax_rows,
    when,
)
from kiosk.reports.sheet import Pair, Rule, Say, Sheet, Words
from kiosk.reports.vat import Taxes, inclusive, negated, part_of
from kiosk.reports.wording import CORRECTIONS, METHODS, worded


@dataclass(frozen=True, slots=True)
class Correction:
    """`amount` (a plus) of the receipt `corrects` went back by `method`; `cause` says why.

    `taxes` are the receipt's own (`receipt_taxes`), and `earlier` is what had been given back of
    it before: so the parts of a receipt that go back one by one add up to its tax exactly.
    """

    number: str
    corrects: str
    corrects_at: datetime
    issued_at: datetime
    session_id: str
    code: str
    entered_at: datetime
    amount: Money
    earlier: Money
    method: Method
    cause: str
    reason: str
    booth: str
    taxes: tuple[Tax, ...] = ()
    reference: str = ""
    plate: str = ""
    copy: bool = False


def correction_sheet(correction: Correction, issuer: Issuer, say: Say) -> Sheet:
    """The correction document."""
    taken_back = money(-correction.amount, say)
    reference: Sheet = ()
    if correction.reference:
        reference = (Pair(say(Text("Approval")), correction.reference),)
    return (
        *copy_rows(correction.copy, say),
        *supplier_rows(issuer),
        Rule(),
        Words(say(Text("Correction")), bold=True),
        Pair(say(Text("Number")), correction.number),
        Pair(say(Text("Date")), when(correction.issued_at, issuer)),
        Pair(say(Text("Corrects receipt")), correction.corrects, bold=True),
        Pair(say(Text("Receipt dated")), when(correction.corrects_at, issuer), bold=True),
        *stay_rows(correction.code, correction.entered_at, correction.plate, issuer, say),
        Rule(),
        Words(say(Text("Parking")), centre=False, bold=True),
        Pair(say(worded(CORRECTIONS, correction.cause)), taken_back),
        Pair(say(Text("Total")), taken_back, bold=True),
        *tax_rows(correction_taxes(correction, issuer), say),
        Rule(),
        Pair(say(Text("Reason")), correction.reason),
        Pair(say(worded(METHODS, correction.method)), taken_back),
        *reference,
        Rule(),
        Pair(say(Text("Booth")), correction.booth),
        Pair(say(Text("Session")), correction.session_id),
    )


def correction_taxes(correction: Correction, issuer: Issuer) -> Taxes:
    """The taxes this paper takes back, each with a minus; a Z adds up the same ones."""
    if correction.taxes:
        return negated(part_of(correction.taxes, correction.earlier, correction.amount))
    if issuer.vat_basis_points is None:
        return ()
    return negated((inclusive(correction.amount, issuer.vat_basis_points),))
