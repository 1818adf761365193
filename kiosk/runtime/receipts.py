"""What receipts and corrections say, out of the ledger.

A receipt covers every part that was paid since the receipt before: a price paid in three ways has
one paper. Its number belongs to the last of them, and a copy of it covers the same parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.event import Circumstances
from kiosk.domain.facts.payments import ReceiptIssued
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.session import Session
from kiosk.reports.cards import Sale
from kiosk.reports.corrections import Correction
from kiosk.reports.documents import Receipt
from kiosk.reports.parts import Tender
from kiosk.runtime.reckoning import tax_of
from kiosk.runtime.site import Site
from kiosk.store.payments import Payment
from kiosk.store.unit import Transaction


@dataclass(frozen=True, slots=True)
class Group:
    """The payments of one receipt, what was paid before them, and its number once it has one."""

    payments: tuple[Payment, ...]
    earlier: Money
    number: int | None

    @property
    def last(self) -> Payment:
        """The payment whose number the receipt has."""
        return self.payments[-1]

    @property
    def amount(self) -> Money:
        """What all of them are together."""
        nothing = Money(0, self.earlier.currency)
        return sum((each.amount for each in self.payments), nothing)


def group_of(unit: Transaction, session_id: str, attempt_id: str | None = None) -> Group | None:
    """The receipt that this payment (the last one unless said) is on, or will be."""
    found: list[Payment] = []
    paid = unit.payments.of_session(session_id)
    if not paid:
        return None
    wanted = attempt_id or paid[-1].attempt_id
    earlier = Money(0, paid[0].amount.currency)
    for payment in paid:
        found.append(payment)
        number = unit.payments.receipt_number(payment.attempt_id)
        if number is None:
            continue
        if any(each.attempt_id == wanted for each in found):
            return Group(tuple(found), earlier, number)
        earlier = sum((each.amount for each in found), earlier)
        found = []
    return Group(tuple(found), earlier, None) if found else None


def numbered(unit: Transaction, group: Group, here: Circumstances) -> int:
    """The number of this receipt, used up now if it had none."""
    if group.number is not None:
        return group.number
    number = unit.payments.next_receipt_number()
    unit.record(ReceiptIssued(number, group.last.session_id, group.last.attempt_id), here)
    return number


def receipt(
    site: Site, unit: Transaction, session: Session, booth: str, here: Circumstances
) -> Receipt | None:
    """The receipt of the last payments of a stay, its number used up; None without any."""
    group = group_of(unit, session.session_id)
    if group is None:
        return None
    last = group.last
    # What people changed of the fee after this was paid is no business of this receipt.
    before = (
        each.amount.minor
        for each in unit.adjustments.of_session(session.session_id)
        if each.adjusted_at <= last.paid_at
    )
    then = replace(session, adjusted=Money(sum(before), session.adjusted.currency))
    debt = unit.debts.find(session.session_id)
    single = _tender(unit, last)
    return Receipt(
        number=series(site, numbered(unit, group, here)),
        session_id=session.session_id,
        code=session.code,
        entered_at=session.entered_at,
        paid_at=last.paid_at,
        quote=site.stay(unit, then, last.paid_at).quote,
        amount=group.amount,
        earlier=group.earlier,
        method=last.method,
        booth=booth,
        tendered=single.tendered,
        change=single.change,
        reference=single.reference,
        leave_by_at=session.leave_by_at,
        copy=group.number is not None,
        change_voucher=single.voucher,
        split=tuple(_tender(unit, each) for each in group.payments)
        if len(group.payments) > 1
        else (),
        owed_since_at=debt.owed_at if debt and debt.owed_at <= last.paid_at else None,
    )


def sale(
    site: Site, unit: Transaction, pass_id: str, booth: str, here: Circumstances
) -> Sale | None:
    """The receipt of what was last sold of a pass."""
    group, pass_ = group_of(unit, pass_id), unit.passes.find(pass_id)
    if group is None or pass_ is None:
        return None
    last = group.last
    sold = [each for each in unit.passes.sales(pass_id) if each.attempt_id == last.attempt_id]
    return Sale(
        number=series(site, numbered(unit, group, here)),
        pass_=pass_,
        what=sold[0].what if sold else "sale",
        price=group.amount,
        sold_at=last.paid_at,
        tenders=tuple(_tender(unit, each) for each in group.payments),
        booth=booth,
        taxes=tax_of(site, unit, last.attempt_id),
        copy=group.number is not None,
    )


def correction(site: Site, unit: Transaction, refund_id: str, booth: str) -> Correction | None:
    """The paper of a refund that succeeded; None for one that has no number."""
    refund, paper = unit.refunds.find(refund_id), unit.payments.correction(refund_id)
    if refund is None or paper is None or paper.corrects is None or refund.settled_at is None:
        return None
    first = unit.payments.document(paper.corrects)
    session, pass_ = unit.sessions.find(refund.session_id), unit.passes.find(refund.session_id)
    earlier = sum(
        each.amount.minor
        for each in unit.refunds.of_attempt(refund.attempt_id)
        if each.settled_at is not None and each.settled_at < refund.settled_at
    )
    return Correction(
        number=series(site, paper.number),
        corrects=series(site, paper.corrects),
        corrects_at=first.issued_at if first else paper.issued_at,
        issued_at=paper.issued_at,
        session_id=refund.session_id,
        code=session.code if session else pass_.code if pass_ else "",
        entered_at=session.entered_at if session else paper.issued_at,
        amount=refund.amount,
        earlier=Money(earlier, refund.amount.currency),
        method=refund.method,
        cause=refund.cause,
        reason=refund.reason,
        booth=booth,
        taxes=tax_of(site, unit, refund.attempt_id),
        reference=refund.reference,
    )


def series(site: Site, number: int) -> str:
    """A number of this device's papers as people read it."""
    return f"{site.settings.booth.id}-{number:06}"


def _tender(unit: Transaction, payment: Payment) -> Tender:
    given = unit.change_vouchers.of_session(payment.session_id)
    new = next(
        (
            each.amount
            for each in given
            if each.attempt_id == payment.attempt_id and each.issued_at == payment.paid_at
        ),
        None,
    )
    if payment.method is Method.VOUCHER:
        return _spent(unit, payment, new)
    return Tender(
        payment.method,
        payment.amount,
        payment.reference,
        payment.tendered,
        payment.change,
        new if payment.method is Method.CASH else None,
    )


def _spent(unit: Transaction, payment: Payment, new: Money | None) -> Tender:
    """A change voucher that paid: what it was worth, and how the rest of it went out."""
    voucher = unit.change_vouchers.find(payment.reference)
    if voucher is None:
        return Tender(payment.method, payment.amount, payment.reference)
    nothing = Money(0, payment.amount.currency)
    cash = voucher.amount - payment.amount - (new or nothing)
    return Tender(
        payment.method, payment.amount, payment.reference, voucher.amount, cash or None, new
    )
