"""The cashier's page at a real desk, from the key that is pressed to the fact in the ledger."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.facts import payments as payment_facts
from kiosk.domain.facts import stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.runtime import change_vouchers, drawer
from kiosk.views.cashier import CashierAction
from kiosk.wire.vouchers import VoucherPaper, voucher_payload
from tests.support.counter_window import CINEMA, CounterWindow
from tests.support.site import EXIT, Car, drive_in

KEY = Qt.Key
DUE = 300
"""An hour by the tariff of the examples, in minor units."""


def test_a_typed_code_and_exact_cash_pay_a_stay(counter: CounterWindow, car: Car) -> None:
    assert counter.due == DUE
    counter.press(KEY.Key_E)
    counter.enter()
    assert [each.method for each in counter.payments(car.session_id)] == [Method.CASH]
    assert counter.due is None


def test_a_price_is_paid_in_parts_by_cash_and_stored_money(
    counter: CounterWindow, car: Car
) -> None:
    stored = counter.value_pass(minor=1000)
    counter.type("1")
    counter.press(KEY.Key_P)
    counter.enter()
    assert counter.due == DUE - 100
    assert counter.says("Cash, ")
    counter.scan(stored.code)
    assert counter.says("Mira Horn")
    counter.press(KEY.Key_W)
    amounts = [(each.method, each.amount.minor) for each in counter.payments(car.session_id)]
    assert amounts == [(Method.CASH, 100), (Method.WALLET, DUE - 100)]
    assert counter.pass_now(stored.pass_id).balance.minor == 1000 - (DUE - 100)


def test_a_pass_that_holds_too_little_pays_what_it_holds(counter: CounterWindow, car: Car) -> None:
    stored = counter.value_pass(minor=50)
    counter.scan(stored.code)
    counter.press(KEY.Key_W)
    assert counter.due == DUE - 50
    assert counter.pass_now(stored.pass_id).balance.minor == 0
    assert car.session_id


def test_a_merchants_benefit_lowers_the_price_once(counter: CounterWindow, car: Car) -> None:
    counter.press(KEY.Key_V)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert counter.due is not None
    assert counter.due < DUE
    with counter.rig.services.site.store.read() as unit:
        assert len(unit.validations.of_session(car.session_id)) == 1
    assert not counter.window.cashier.order_buttons[CashierAction.VALIDATE].isVisible()


def uneven(counter: CounterWindow) -> Car:
    """A stay of 2.70 on the counter, and a drawer that cannot give 2.30 of change."""
    counter.open_shift()
    car = drive_in(counter.rig.services)
    counter.plain(KEY.Key_F3)
    counter.type(car.code, enter=True)
    counter.press(KEY.Key_F)
    counter.type("0.30")
    counter.press(KEY.Key_3)
    counter.confirm()
    counter.type("5")
    return car


def test_change_that_the_drawer_cannot_give_becomes_a_voucher_that_pays_the_next_stay(
    counter: CounterWindow,
) -> None:
    first = uneven(counter)
    assert counter.says("the drawer cannot give €0.30")
    counter.enter()
    assert counter.payments(first.session_id) == []
    counter.enter()
    with counter.rig.services.site.store.read() as unit:
        (voucher,) = unit.change_vouchers.open()
    assert voucher.amount.minor == 30
    second = drive_in(counter.rig.services)
    counter.type(second.code, enter=True)
    counter.scan(voucher.payload)
    assert counter.due == DUE - 30
    assert [each.method for each in counter.payments(second.session_id)] == [Method.VOUCHER]


@pytest.mark.parametrize(("worth", "as_paper"), [(DUE + 200, 0), (DUE + 30, 30)])
def test_the_rest_of_a_voucher_is_cash_else_a_new_voucher(
    counter: CounterWindow, worth: int, as_paper: int
) -> None:
    counter.open_shift()
    site = counter.rig.services.site
    with site.store.write() as unit:
        old = change_vouchers.issue(site, unit, site.here(), "before", "a1", Money(worth))
        before = unit.drawer.expected(drawer.current_shift(unit) or "")
    car = drive_in(counter.rig.services)
    counter.plain(KEY.Key_F3)
    counter.type(car.code, enter=True)
    counter.scan(old.payload)
    (paid,) = counter.payments(car.session_id)
    assert (paid.method, paid.amount.minor) == (Method.VOUCHER, DUE)
    with site.store.read() as unit:
        left = [each.amount.minor for each in unit.change_vouchers.open()]
        after = unit.drawer.expected(drawer.current_shift(unit) or "")
    assert left == [as_paper] * bool(as_paper)
    assert before.minor - after.minor == worth - DUE - as_paper


def test_a_waived_rest_of_the_change_is_kept_without_a_voucher(counter: CounterWindow) -> None:
    car = uneven(counter)
    counter.enter()
    counter.press(KEY.Key_K)
    (paid,) = counter.payments(car.session_id)
    assert (paid.amount.minor, paid.tendered and paid.tendered.minor) == (270, 500)
    with counter.rig.services.site.store.read() as unit:
        assert unit.change_vouchers.open() == ()


def test_a_change_voucher_is_paid_out_where_no_stay_lies_on_the_counter(
    counter: CounterWindow,
) -> None:
    uneven(counter)
    counter.enter()
    counter.enter()
    with counter.rig.services.site.store.read() as unit:
        (voucher,) = unit.change_vouchers.open()
    counter.plain(KEY.Key_F4)
    counter.press(KEY.Key_I)
    counter.type("0.30")
    counter.press(KEY.Key_1)
    counter.confirm()
    counter.plain(KEY.Key_F3)
    counter.press(KEY.Key_U)
    counter.type(voucher.voucher_id)
    counter.confirm()
    with counter.rig.services.site.store.read() as unit:
        assert unit.change_vouchers.open() == ()


def test_a_fee_is_changed_by_a_reason_and_an_amount(counter: CounterWindow, car: Car) -> None:
    counter.press(KEY.Key_F)
    counter.type("1")
    counter.press(KEY.Key_3)
    counter.confirm()
    assert counter.due == DUE - 100
    assert counter.payments(car.session_id) == []


def owe(counter: CounterWindow, minor: int) -> Car:
    """A car that left and still owes this much."""
    car = drive_in(counter.rig.services)
    site = counter.rig.services.site
    with site.store.write() as unit:
        here = site.here(EXIT, car.session_id)
        unit.record(payment_facts.AmountOwed(car.session_id, Money(minor), "iou"), here)
        unit.record(stays.SessionEnded(car.session_id, site.clock.now()), here)
    return car


def test_a_slip_of_a_car_that_left_owing_is_paid_like_a_price(counter: CounterWindow) -> None:
    car = owe(counter, 420)
    counter.plain(KEY.Key_F3)
    counter.scan(car.payload)
    assert counter.due == 420
    counter.press(KEY.Key_E)
    counter.enter()
    with counter.rig.services.site.store.read() as unit:
        debt = unit.debts.find(car.session_id)
    assert debt is not None
    assert not debt.left


def test_a_debt_is_forgiven_by_a_reason(counter: CounterWindow) -> None:
    car = owe(counter, 420)
    counter.plain(KEY.Key_F3)
    counter.type(car.code, enter=True)
    assert not counter.window.cashier.order_buttons[CashierAction.NIL_EXIT].isVisible()
    counter.press(KEY.Key_F)
    counter.press(KEY.Key_3)
    counter.confirm()
    with counter.rig.services.site.store.read() as unit:
        assert unit.debts.open() == ()
    assert counter.payments(car.session_id) == []


def test_a_shops_voucher_lowers_the_price_and_counts_once(counter: CounterWindow, car: Car) -> None:
    site = counter.rig.services.site
    expires_at = site.clock.now().replace(microsecond=0) + timedelta(days=1)
    paper = VoucherPaper(site.settings.facility.id, "kino", 7, CINEMA.benefits[0], expires_at)
    voucher = voucher_payload(paper, site.signer)
    counter.scan(voucher)
    lowered = counter.due
    assert lowered is not None
    assert lowered < DUE
    counter.scan(voucher)
    assert counter.due == lowered
    assert counter.says("already used")
    assert car.session_id


def test_a_voucher_without_a_ticket_is_told_to_wait(counter: CounterWindow) -> None:
    site = counter.rig.services.site
    expires_at = site.clock.now().replace(microsecond=0) + timedelta(days=1)
    paper = VoucherPaper(site.settings.facility.id, "kino", 8, CINEMA.benefits[0], expires_at)
    counter.scan(voucher_payload(paper, site.signer))
    assert counter.says("A voucher comes after the ticket")
    assert counter.due is None
