"""Refunds, shift, reports and passes at a real desk, from the key to the fact in the ledger."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from kiosk.domain.facts import passes as pass_facts
from kiosk.domain.facts.validations import VouchersIssued
from kiosk.domain.passes import PassState, Presence
from kiosk.domain.staff import Role
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.runtime.office import Office
from kiosk.views.cashier import CashierAction
from kiosk.views.passes import PassAction
from kiosk.views.shift import ShiftAction
from tests.support.counter_window import FLOAT, CounterWindow
from tests.support.people import PIN
from tests.support.site import Car, drive_in

KEY = Qt.Key


# --- refunds


def test_a_small_refund_needs_one_person_and_a_reason(counter: CounterWindow, car: Car) -> None:
    counter.press(KEY.Key_E)
    counter.enter()
    refund(counter, car.code, "1")
    assert counter.says("Given back")
    (paid,) = counter.payments(car.session_id)
    with counter.rig.services.site.store.read() as unit:
        assert unit.refunds.refunded_minor(paid.attempt_id) == 100


def refund(counter: CounterWindow, code: str, amount: str) -> None:
    counter.plain(KEY.Key_F6)
    counter.type(code, enter=True)
    counter.press(KEY.Key_1)
    counter.type(amount)
    counter.press(KEY.Key_4)
    counter.confirm()


def dear_stay(counter: CounterWindow) -> Car:
    """A stay that was paid with more than one person may give back."""
    car = drive_in(counter.rig.services)
    counter.plain(KEY.Key_F3)
    counter.type(car.code, enter=True)
    counter.press(KEY.Key_F)
    counter.press(KEY.Key_2)
    counter.type("19")
    counter.press(KEY.Key_3)
    counter.confirm()
    counter.press(KEY.Key_E)
    counter.enter()
    assert counter.payments(car.session_id)
    return car


def test_a_large_refund_waits_for_another_person_and_keeps_what_was_typed(
    counter: CounterWindow,
) -> None:
    car = dear_stay(counter)
    refund(counter, car.code, "21")
    (paid,) = counter.payments(car.session_id)
    assert counter.window.second.isVisible()
    counter.type("000000", enter=True)
    assert counter.says("Wrong PIN")
    counter.plain(KEY.Key_Escape)
    assert counter.window.refunds.reason.sum.text() == "21"
    counter.confirm()
    counter.type(PIN, enter=True)
    assert not counter.window.second.isVisible()
    with counter.rig.services.site.store.read() as unit:
        (given,) = unit.refunds.of_attempt(paid.attempt_id)
    assert given.amount.minor == 2100
    assert given.second_person is not None


def test_more_than_is_left_is_not_even_asked_for(counter: CounterWindow, car: Car) -> None:
    counter.press(KEY.Key_E)
    counter.enter()
    refund(counter, car.code, "99")
    assert not counter.window.refunds.reason.confirm.isEnabled()
    (paid,) = counter.payments(car.session_id)
    with counter.rig.services.site.store.read() as unit:
        assert unit.refunds.refunded_minor(paid.attempt_id) == 0


# --- the cashier


def test_a_validation_given_by_mistake_is_taken_back_with_a_reason(
    counter: CounterWindow, car: Car
) -> None:
    before = counter.due
    counter.press(KEY.Key_V)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert before is not None
    assert counter.due is not None
    assert counter.due < before
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_2)
    counter.confirm()
    assert counter.due == before
    assert counter.rig.kinds("validation.withdrawn") == ["validation.withdrawn"]
    assert not counter.window.cashier.order_buttons[CashierAction.WITHDRAW].isVisible()
    assert counter.window.cashier.order_buttons[CashierAction.VALIDATE].isVisible()


# --- the shift


def test_a_shift_opens_with_a_counted_float_and_closes_exactly(counter: CounterWindow) -> None:
    counter.open_shift()
    assert counter.says("Float €75.00")
    counter.press(KEY.Key_C)
    counter.count(FLOAT)
    counter.confirm()
    assert counter.says("The drawer is exact.")
    with counter.rig.services.site.store.read() as unit:
        assert unit.books.last_z() is not None
        assert unit.shifts.current() is None


def test_a_drawer_far_off_needs_another_person_and_the_count_stays(
    counter: CounterWindow,
) -> None:
    counter.open_shift()
    counter.press(KEY.Key_C)
    counter.count({2000: "1"})
    counter.confirm()
    assert counter.window.second.isVisible()
    counter.plain(KEY.Key_Escape)
    assert counter.window.shift.count.numbers() == {2000: 1}
    counter.confirm()
    counter.type(PIN, enter=True)
    assert counter.says("Short by €55.00")
    with counter.rig.services.site.store.read() as unit:
        assert unit.shifts.current() is None


def test_nothing_tells_what_the_drawer_must_hold_before_the_count(
    counter: CounterWindow,
) -> None:
    counter.open_shift()
    counter.press(KEY.Key_X)
    assert counter.says("X report")
    assert not counter.says("Must be in the drawer")


def test_the_next_person_takes_the_drawer_over_with_their_pin(counter: CounterWindow) -> None:
    counter.open_shift()
    before = counter.rig.desk.staff
    counter.press(KEY.Key_H)
    counter.count(FLOAT)
    counter.confirm()
    counter.type(PIN, enter=True)
    assert counter.rig.desk.staff != before
    with counter.rig.services.site.store.read() as unit:
        shift = unit.shifts.current()
    assert shift is not None
    assert counter.rig.desk.staff is not None
    assert shift.staff_id == counter.rig.desk.staff.staff_id


def test_a_drop_leaves_the_drawer_with_its_reason(counter: CounterWindow) -> None:
    counter.open_shift()
    counter.press(KEY.Key_D)
    counter.type("20")
    counter.press(KEY.Key_1)
    counter.confirm()
    with counter.rig.services.site.store.read() as unit:
        shift = unit.shifts.current()
        assert shift is not None
        moves = [(each.cause, each.amount.minor) for each in unit.drawer.moves(shift.shift_id)]
    assert moves == [("float", 7500), ("drop", -2000)]


def test_a_z_is_shown_again_as_it_was_taken(counter: CounterWindow) -> None:
    counter.open_shift()
    counter.press(KEY.Key_C)
    counter.count(FLOAT)
    counter.confirm()
    counter.plain(KEY.Key_F8)
    assert counter.says("Z report 1")
    counter.press(KEY.Key_1)
    assert counter.says("The drawer is exact.")
    counter.press(KEY.Key_P)
    assert counter.says("A copy of Z 1 is printed.")


# --- passes


def sell(counter: CounterWindow) -> None:
    """A value pass with 20 on it, for somebody who gives 20."""
    counter.plain(KEY.Key_F5)
    counter.press(KEY.Key_S)
    counter.type("Jana Nova")
    counter.press(KEY.Key_3)
    form = counter.window.passes.form
    form.fields["price"].setFocus()
    counter.type("20", enter=True)
    counter.type("20")
    counter.confirm()


def test_a_value_pass_is_sold_topped_up_and_blocked(counter: CounterWindow) -> None:
    sell(counter)
    assert counter.says("Done: €20.00 for the pass of Jana Nova.")
    chosen = counter.desk._passes.facts.chosen
    assert chosen is not None
    counter.press(KEY.Key_T)
    counter.type("5", enter=True)
    counter.type("10")
    counter.confirm()
    assert counter.says("Give back €5.00")
    counter.press(KEY.Key_B)
    counter.press(KEY.Key_1)
    counter.confirm()
    now = counter.pass_now(chosen.pass_id)
    assert (now.balance.minor, now.state) == (2500, PassState.BLOCKED)
    assert PassAction.UNBLOCK in counter.window.passes._view.actions  # type: ignore[union-attr]


def test_a_pass_is_found_by_a_part_of_its_holders_name_and_made_neutral(
    counter: CounterWindow,
) -> None:
    stored = counter.value_pass(minor=500)
    counter.plain(KEY.Key_F5)
    counter.type("horn", enter=True)
    assert counter.says("Mira Horn")
    counter.press(KEY.Key_N)
    if counter.window.passes.reason.isVisible():
        counter.press(KEY.Key_1)
        counter.confirm()
    assert counter.pass_now(stored.pass_id).presence is Presence.NEUTRAL


# --- rights


def test_an_attendant_sees_nothing_they_may_not_do(counter: CounterWindow) -> None:
    counter.window.signed_off.emit("")
    counter.settle()
    counter.sit_down(Role.ATTENDANT)
    car = drive_in(counter.rig.services)
    counter.type(car.code, enter=True)
    assert not counter.window.cashier.order_buttons[CashierAction.ADJUST].isVisible()
    counter.press(KEY.Key_E)
    counter.enter()
    counter.plain(KEY.Key_F6)
    counter.type(car.code, enter=True)
    counter.press(KEY.Key_1)
    view = counter.window.refunds._view
    assert view is not None
    assert [way.key for way in view.ways] == ["refund"]
    counter.plain(KEY.Key_F4)
    assert ShiftAction.CLOSE in counter.window.shift._view.actions  # type: ignore[union-attr]


def test_after_a_gate_stood_open_a_whole_group_is_forgotten(counter: CounterWindow) -> None:
    pass_ = counter.value_pass(500)
    site = counter.rig.services.site
    with site.store.write() as unit:
        unit.record(pass_facts.PassMoved(pass_.pass_id, Presence.INSIDE), site.here())
    assert counter.pass_now(pass_.pass_id).presence is Presence.INSIDE
    counter.plain(KEY.Key_F5)
    counter.press(KEY.Key_W)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_3)
    counter.confirm()
    assert counter.pass_now(pass_.pass_id).presence is Presence.NEUTRAL
    assert counter.says("Done. The next use of each pass decides where it is.")
    with site.store.read() as unit:
        last = unit.journal.arrived(unit.journal.last_arrival())
    assert last.body == pass_facts.PassesNeutralised("guests", "Gate stood open")


def test_an_attendant_does_not_forget_a_whole_group(counter: CounterWindow) -> None:
    counter.sit_down(Role.ATTENDANT)
    counter.plain(KEY.Key_F5)
    counter.press(KEY.Key_W)
    assert not counter.window.passes.order_buttons[PassAction.NEUTRALISE_GROUP].isVisible()
    assert counter.rig.kinds("pass.neutralised") == []


# --- vouchers


def test_vouchers_of_a_shop_are_made_and_numbered_on(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F5)
    for _ in range(2):
        counter.press(KEY.Key_V)
        counter.type("3")
        counter.confirm()
    assert counter.says("Vouchers 4 to 6 are printed.")
    assert not counter.window.passes.busy()
    site = counter.rig.services.site
    with site.store.read() as unit:
        last = unit.journal.arrived(unit.journal.last_arrival())
    assert last.body == VouchersIssued("kino", Benefit(BenefitKind.TIME, 30), 4, 6)


def test_a_sheet_of_vouchers_is_kept_as_a_pdf(counter: CounterWindow, tmp_path: Path) -> None:
    counter.rig.desk.papers.pages = Office("", "a4", tmp_path / "sheets")
    counter.plain(KEY.Key_F5)
    counter.press(KEY.Key_V)
    counter.press(KEY.Key_P)
    assert counter.rig.kinds("validation.vouchers_issued") == [], "nobody said how many"
    counter.type("12")
    counter.press(KEY.Key_P)
    (file,) = (tmp_path / "sheets").iterdir()
    assert counter.says(f"Vouchers 1 to 12 are on A4 pages: {file}")
    assert not counter.window.passes.busy()


def test_no_vouchers_too_many_vouchers_and_no_right_print_nothing(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F5)
    counter.press(KEY.Key_V)
    for count in ("0", "999"):
        counter.window.passes.vouchers.count.setText(count)
        counter.confirm()
    counter.plain(KEY.Key_Escape)
    counter.sit_down(Role.ATTENDANT)
    counter.plain(KEY.Key_F5)
    counter.press(KEY.Key_V)
    assert not counter.window.passes.busy()
    assert counter.rig.kinds("validation.vouchers_issued") == []


def test_escape_lets_go_of_the_search_and_then_of_the_pass(counter: CounterWindow) -> None:
    pass_ = counter.value_pass(500)
    counter.plain(KEY.Key_F5)
    counter.scan(pass_.code)
    counter.type("mi")
    vouchers = counter.window.passes.order_buttons[PassAction.VOUCHERS]
    counter.plain(KEY.Key_Escape)
    assert counter.window.passes.code.text() == ""
    assert counter.says("Mira Horn")
    assert not vouchers.isVisible()
    counter.plain(KEY.Key_Escape)
    assert counter.says("No pass chosen")
    assert vouchers.isVisible()
