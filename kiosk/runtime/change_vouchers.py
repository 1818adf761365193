"""Paper that stands for money we hold: change the drawer could not give, or a refund of such paper.

Signed, typed by its code or scanned, good once: the database refuses a second redemption. Whoever
redeems one uses it up whole, and in the same commit what it did not pay goes out as cash or as a
new voucher.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from kiosk.domain.event import Circumstances
from kiosk.domain.facts.cash import ChangeVoucherIssued, ChangeVoucherRedeemed
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.ticket import Refusal
from kiosk.domain.validation import voucher_refusal
from kiosk.runtime import owing
from kiosk.runtime.clock import Clock
from kiosk.runtime.site import Site
from kiosk.runtime.taking import Taking
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.unit import Transaction
from kiosk.wire.codes import check_code, secret_code
from kiosk.wire.ticket import read_payload
from kiosk.wire.vouchers import ChangeVoucherPaper, change_voucher_payload


def issue(
    site: Site,
    unit: Transaction,
    here: Circumstances,
    session_id: str,
    attempt_id: str,
    amount: Money,
) -> ChangeVoucher:
    """Record a new voucher, before any of it is printed."""
    days = timedelta(days=site.settings.facility.change_voucher_days)
    expires_at = (here.occurred_at + days).replace(microsecond=0)
    facility_id = site.settings.facility.id
    code = new_code(site.clock)
    paper = ChangeVoucherPaper(facility_id, code, amount, expires_at, site.settings.booth.id)
    payload = change_voucher_payload(paper, site.signer)
    unit.record(
        ChangeVoucherIssued(code, session_id, attempt_id, amount, expires_at, payload), here
    )
    return ChangeVoucher(
        code, session_id, attempt_id, amount, here.occurred_at, expires_at, payload
    )


def find(site: Site, unit: Transaction, text: str) -> ChangeVoucher | Refusal:
    """The voucher behind a scan or a typed code, if it still stands."""
    paper = read_payload(text, site.keyring, site.settings.facility.id)
    if isinstance(paper, Refusal) and paper is not Refusal.UNREADABLE:
        return paper
    if not isinstance(paper, Refusal | ChangeVoucherPaper):
        return Refusal.NOT_ACCEPTED
    code = check_code(text) if isinstance(paper, Refusal) else paper.code
    if code is None:
        return Refusal.UNREADABLE
    voucher = unit.change_vouchers.find(code)
    if voucher is None:
        return Refusal.UNKNOWN
    refusal = voucher_refusal(
        now=site.clock.now(),
        expires_at=voucher.expires_at,
        used=voucher.redeemed_at is not None,
    )
    return refusal or voucher


def redeem(
    unit: Transaction, here: Circumstances, voucher: ChangeVoucher, attempt_id: str = ""
) -> None:
    """It is used up, whole, whatever it paid; what is left of it is cash or a new voucher."""
    unit.record(ChangeVoucherRedeemed(voucher.voucher_id, voucher.amount, attempt_id), here)


def spend(
    taking: Taking, stay: Stay, voucher: ChangeVoucher, cash: Money | None = None
) -> ChangeVoucher | None:
    """Pay with a voucher as far as it goes. What is left and not `cash` is the new one, if any.

    `cash` has left the drawer in the same transaction.
    """
    due = owing.at_most(voucher.amount, stay)
    attempt_id = taking.paid(stay, due, Method.VOUCHER, voucher.voucher_id)
    redeem(taking.unit, taking.here, voucher, attempt_id)
    left = voucher.amount - due - (cash or taking.site.nothing())
    if not left:
        return None
    return issue(taking.site, taking.unit, taking.here, stay.session_id, attempt_id, left)


def new_code(clock: Clock) -> str:
    """A code for paper that is as good as money, out of a fresh id's 74 random bits."""
    return secret_code(sha256(clock.new_id().encode()).digest()[:5])
