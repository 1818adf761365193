"""Receipts and corrections out of a real ledger: what each covers, and what it is numbered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.cash import CashCause
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.refund import RefundCause
from kiosk.domain.staff import Role
from kiosk.reports.corrections import Correction
from kiosk.reports.documents import Receipt
from kiosk.runtime import receipts
from kiosk.runtime.cashier import CashTaken, Rest, WalletTaken
from kiosk.runtime.pass_sales import PassSold, Tender
from kiosk.runtime.refund_desk import RefundBegun
from kiosk.runtime.shift_desk import Opened
from tests.support.passes import sell_wallet, set_group, wanted
from tests.support.people import at_the_desk
from tests.support.site import Rig, drive_in, stay_of


@pytest.fixture
def stay(rig: Rig) -> Stay:
    """A car that owes three euros, and a supervisor."""
    at_the_desk(rig, Role.SUPERVISOR)
    return stay_of(rig.services, drive_in(rig.services))


def receipt(rig: Rig, stay: Stay) -> Receipt:
    """The paper of its last payments."""
    made = rig.desk.counter.paperwork().receipt(stay.session_id)
    assert made is not None
    return made


def correction(rig: Rig, attempt_id: str, minor: int, cause: RefundCause) -> Correction:
    """The paper of a refund that is made now."""
    begun = rig.desk.refunds.give_back(attempt_id, Money(minor), "wrong price", cause=cause)
    assert isinstance(begun, RefundBegun)
    assert rig.desk.papers.correction(begun.refund_id)
    with rig.services.site.store.read() as unit:
        made = receipts.correction(rig.services.site, unit, begun.refund_id, "Exit 1")
    assert made is not None
    return made


def pay_in_parts(rig: Rig, stay: Stay) -> None:
    """A euro in cash, the rest with stored money."""
    pass_ = sell_wallet(rig, Money(1000))
    first = rig.desk.cashier.take_cash(stay, Money(200), part=Money(100))
    assert isinstance(first, CashTaken)
    assert isinstance(rig.desk.cashier.take_wallet(first.stay, pass_.code), WalletTaken)


def test_a_price_paid_in_parts_has_one_receipt(rig: Rig, stay: Stay) -> None:
    pay_in_parts(rig, stay)
    paper = receipt(rig, stay)
    assert (paper.number, paper.amount, paper.earlier) == ("booth-1-000001", Money(300), Money(0))
    assert [(each.method, each.amount.minor) for each in paper.tenders] == [
        (Method.CASH, 100),
        (Method.WALLET, 200),
    ]
    again = receipt(rig, stay)
    assert again.copy
    assert (again.number, again.tenders) == (paper.number, paper.tenders)


def test_a_second_payment_later_has_a_receipt_of_its_own(rig: Rig, stay: Stay) -> None:
    assert isinstance(rig.desk.cashier.take_cash(stay, stay.due), CashTaken)
    receipt(rig, stay)
    rig.clock.pass_time(timedelta(hours=2).total_seconds())
    later = rig.desk.find(stay.code)
    more = getattr(later, "stay", None)
    assert isinstance(more, Stay)
    assert isinstance(rig.desk.cashier.take_cash(more, more.due), CashTaken)
    paper = receipt(rig, stay)
    assert (paper.number, paper.earlier, paper.amount) == (
        "booth-1-000002",
        Money(300),
        more.due,
    )


def test_change_on_paper_and_a_changed_fee_are_on_the_receipt(rig: Rig, stay: Stay) -> None:
    assert isinstance(rig.desk.shifts.open({500: 1}), Opened)
    taken = rig.desk.cashier.take_cash(stay, Money(1000), rest=Rest.VOUCHER)
    assert isinstance(taken, CashTaken)
    assert taken.voucher is not None
    rig.desk.papers.change_voucher(taken.voucher)
    paper = receipt(rig, stay)
    assert (paper.tendered, paper.change, paper.change_voucher) == (
        Money(1000),
        Money(500),
        Money(200),
    )


def test_a_correction_points_to_the_receipt_of_all_parts(rig: Rig, stay: Stay) -> None:
    pay_in_parts(rig, stay)
    receipt(rig, stay)
    first, second = rig.desk.cashier.parts(stay.session_id)
    one = correction(rig, first.attempt_id, 100, RefundCause.VOID)
    other = correction(rig, second.attempt_id, 50, RefundCause.REFUND)
    assert [each.corrects for each in (one, other)] == ["booth-1-000001"] * 2
    assert [each.number for each in (one, other)] == ["booth-1-000002", "booth-1-000003"]
    assert (other.amount, other.method, other.code) == (Money(50), Method.WALLET, stay.code)


def test_a_refund_later_changes_no_receipt_of_before(rig: Rig, stay: Stay) -> None:
    assert isinstance(rig.desk.cashier.take_cash(stay, stay.due), CashTaken)
    before = receipt(rig, stay)
    rig.clock.pass_time(60)
    (part,) = rig.desk.cashier.parts(stay.session_id)
    correction(rig, part.attempt_id, 100, RefundCause.REFUND)
    assert receipt(rig, stay).quote == before.quote


def test_a_pass_has_a_receipt_for_what_was_sold(rig: Rig, stay: Stay) -> None:
    set_group(rig)
    price = Money(9000)
    sold = rig.desk.pass_sales.sell(wanted(rig), Tender(price, price))
    assert isinstance(sold, PassSold)
    rig.desk.papers.card(sold.pass_)
    assert rig.desk.papers.sale(sold.pass_.pass_id)
    site = rig.services.site
    with site.store.write() as unit:
        paper = receipts.sale(site, unit, sold.pass_.pass_id, "Exit 1", site.here())
    assert paper is not None
    assert (paper.what, paper.price, paper.copy) == ("sale", price, True)
    assert rig.desk.papers.sale("nobody") is False


def test_a_z_can_be_set_on_paper(rig: Rig, stay: Stay) -> None:
    assert isinstance(rig.desk.cashier.take_cash(stay, stay.due), CashTaken)
    figures = rig.desk.shifts.x()
    assert figures.drawer is not None
    assert dict(figures.drawer.moves)[CashCause.SALE.value].amount == stay.due
    rig.desk.papers.closing(figures)
