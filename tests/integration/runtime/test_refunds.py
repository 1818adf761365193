"""Giving back at a real ledger: the way it came, and never more than came."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.refund import RefundCause
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.runtime.answers import (
    DrawerShort,
    NotAllowed,
    SecondNeeded,
    SecondRefused,
    TooMuch,
)
from kiosk.runtime.cashier import CashTaken, Rest, VoucherTaken, WalletTaken
from kiosk.runtime.desk import Found
from kiosk.runtime.refund_desk import Progress, Refundable, RefundBegun
from kiosk.runtime.shift_desk import Opened
from kiosk.store.verify import verify
from tests.support.passes import sell_wallet
from tests.support.people import at_the_desk, second
from tests.support.site import Rig, drive_in, stay_of

DEADLINE_SECONDS = 10.0
PRICE = Money(300)
ANSWER, IN_FLIGHT = 60.0, 90.0
WHY = "wrong price"


def begun(answer: object) -> RefundBegun:
    """The refund is on disk."""
    assert isinstance(answer, RefundBegun), answer
    return answer


def look(rig: Rig, text: str) -> Refundable:
    """What can be given back."""
    found = rig.desk.refunds.look(text)
    assert isinstance(found, Refundable)
    return found


def paid_in_cash(rig: Rig) -> tuple[Stay, str]:
    """A stay that was paid in cash, and the attempt."""
    stay = stay_of(rig.services, drive_in(rig.services))
    taken = rig.desk.cashier.take_cash(stay, PRICE)
    assert isinstance(taken, CashTaken)
    (part,) = rig.desk.cashier.parts(stay.session_id)
    return taken.stay, part.attempt_id


@pytest.fixture
def cashier(rig: Rig) -> Rig:
    """A cashier at the desk."""
    at_the_desk(rig, Role.ATTENDANT)
    return rig


# --- out of our own hands


def test_a_refund_lowers_the_fee_with_it_and_is_numbered_on_paper(cashier: Rig) -> None:
    stay, attempt_id = paid_in_cash(cashier)
    done = begun(cashier.desk.refunds.give_back(attempt_id, Money(100), WHY))
    assert done.progress is Progress.DONE
    assert cashier.kinds("payment.")[-5:] == [
        "payment.refund_started",
        "payment.refunded",
        "payment.fee_adjusted",
        "payment.receipt_issued",
        "payment.correction_issued",
    ]
    cashier.clock.pass_time(3600)
    with cashier.services.site.store.read() as unit:
        session = unit.sessions.find(stay.session_id)
        correction = unit.payments.correction(done.refund_id)
    assert session is not None
    assert (session.paid, session.adjusted) == (Money(200), Money(-100))
    assert correction is not None
    assert (correction.number, correction.corrects) == (2, 1)
    assert verify(cashier.services.site.store) == []


def test_a_receipt_that_was_given_is_the_one_that_is_corrected(cashier: Rig) -> None:
    stay, attempt_id = paid_in_cash(cashier)
    cashier.desk.print_receipt(stay.session_id)
    for _ in range(2):
        begun(cashier.desk.refunds.give_back(attempt_id, Money(100), WHY))
    with cashier.services.site.store.read() as unit:
        papers = [unit.payments.document(number) for number in (1, 2, 3)]
    assert [each.corrects for each in papers if each] == [None, 1, 1]
    assert look(cashier, "booth-1-000001").session_id == stay.session_id


def test_a_void_makes_the_fee_due_again(cashier: Rig) -> None:
    at_the_desk(cashier, Role.SUPERVISOR)
    stay, attempt_id = paid_in_cash(cashier)
    begun(cashier.desk.refunds.give_back(attempt_id, PRICE, WHY, cause=RefundCause.VOID))
    with cashier.services.site.store.read() as unit:
        session = unit.sessions.find(stay.session_id)
    assert session is not None
    assert (session.paid, session.adjusted) == (Money(0), Money(0))
    again = cashier.desk.find(session.code)
    assert isinstance(again, Found)
    assert again.stay.due.minor >= PRICE.minor


def test_never_more_goes_back_than_came(cashier: Rig) -> None:
    _, attempt_id = paid_in_cash(cashier)
    give = cashier.desk.refunds.give_back
    assert give(attempt_id, Money(301), WHY) == TooMuch(PRICE)
    begun(give(attempt_id, Money(200), WHY))
    assert give(attempt_id, Money(101), WHY) == TooMuch(Money(100))
    begun(give(attempt_id, Money(100), WHY))
    assert give(attempt_id, Money(1), WHY) == TooMuch(Money(0))


@pytest.mark.parametrize(("minor", "why"), [(0, WHY), (-1, WHY), (100, "")])
def test_a_refund_has_an_amount_and_a_reason(cashier: Rig, minor: int, why: str) -> None:
    _, attempt_id = paid_in_cash(cashier)
    with pytest.raises(ValueError, match="amount and a reason"):
        cashier.desk.refunds.give_back(attempt_id, Money(minor), why)


def test_cash_goes_back_out_of_a_drawer_that_can_give_it(cashier: Rig) -> None:
    assert isinstance(cashier.desk.shifts.open({500: 1}), Opened)
    _, attempt_id = paid_in_cash(cashier)
    short = cashier.desk.refunds.give_back(attempt_id, Money(50), WHY)
    assert short == DrawerShort(Money(800))
    done = begun(cashier.desk.refunds.give_back(attempt_id, PRICE, WHY))
    assert done.pieces == ((200, 1), (100, 1))
    assert cashier.desk.shifts.pieces() == {500: 1}


def test_much_money_goes_back_only_by_two_also_in_small_parts(cashier: Rig) -> None:
    long_ago = cashier.clock.now() - timedelta(days=5)
    stay = stay_of(cashier.services, drive_in(cashier.services, long_ago))
    assert stay.due.minor > 2000
    taken = cashier.desk.cashier.take_cash(stay, stay.due)
    assert isinstance(taken, CashTaken)
    (part,) = cashier.desk.cashier.parts(stay.session_id)
    give = cashier.desk.refunds.give_back
    assert isinstance(give(part.attempt_id, stay.due, WHY), SecondNeeded)
    begun(give(part.attempt_id, Money(2000), WHY))
    assert isinstance(give(part.attempt_id, Money(1), WHY), SecondNeeded)
    nobody = second(cashier, Role.TECHNICIAN)
    assert give(part.attempt_id, Money(1), WHY, second=nobody) == SecondRefused(0)
    begun(give(part.attempt_id, Money(1), WHY, second=second(cashier)))


def test_a_void_and_cash_for_other_money_need_their_rights(cashier: Rig) -> None:
    _, attempt_id = paid_in_cash(cashier)
    with pytest.raises(NotAllowed):
        cashier.desk.refunds.give_back(attempt_id, PRICE, WHY, cause=RefundCause.VOID)
    with pytest.raises(NotAllowed):
        cashier.desk.refunds.give_back(attempt_id, PRICE, WHY, in_cash=True)


def test_stored_money_goes_back_onto_its_pass(cashier: Rig) -> None:
    pass_ = sell_wallet(cashier, Money(1000))
    stay = stay_of(cashier.services, drive_in(cashier.services))
    assert isinstance(cashier.desk.cashier.take_wallet(stay, pass_.code), WalletTaken)
    (part,) = cashier.desk.cashier.parts(stay.session_id)
    begun(cashier.desk.refunds.give_back(part.attempt_id, Money(200), WHY))
    with cashier.services.site.store.read() as unit:
        now = unit.passes.find(pass_.pass_id)
    assert now is not None
    assert now.balance == Money(1000 - 300 + 200)
    assert verify(cashier.services.site.store) == []


def test_what_a_voucher_paid_goes_back_as_a_voucher(cashier: Rig) -> None:
    assert isinstance(cashier.desk.shifts.open({500: 1}), Opened)
    first = stay_of(cashier.services, drive_in(cashier.services))
    taken = cashier.desk.cashier.take_cash(first, Money(1000), rest=Rest.VOUCHER)
    assert isinstance(taken, CashTaken)
    assert taken.voucher is not None
    stay = stay_of(cashier.services, drive_in(cashier.services))
    used = cashier.desk.cashier.take_voucher(stay, taken.voucher.payload)
    assert isinstance(used, VoucherTaken)
    (part,) = cashier.desk.cashier.parts(stay.session_id)
    done = begun(cashier.desk.refunds.give_back(part.attempt_id, Money(150), WHY))
    assert done.voucher is not None
    assert done.voucher.amount == Money(150)
    other = stay_of(cashier.services, drive_in(cashier.services))
    again = cashier.desk.cashier.take_voucher(other, done.voucher.payload)
    assert isinstance(again, VoucherTaken)
    assert again.taken == Money(150)


def test_money_nobody_paid_is_not_given_back(cashier: Rig) -> None:
    _, attempt_id = paid_in_cash(cashier)
    give = cashier.desk.refunds.give_back
    assert give("no attempt", PRICE, WHY) is Refusal.UNKNOWN
    assert give(attempt_id, PRICE, WHY, cause=RefundCause.ORPHAN) is Refusal.NOT_ACCEPTED
    assert cashier.desk.refunds.look("booth-1-000099") is Refusal.UNKNOWN
    assert cashier.desk.refunds.look("nonsense") is Refusal.UNREADABLE
