"""Money over the counter at a real ledger: parts, change, stored money, vouchers, the drawer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.event import KIND_OF
from kiosk.domain.facts.stays import ExitPassIssued
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.runtime.answers import (
    CardRunning,
    ChangeShort,
    DrawerShort,
    NotAllowed,
    PriceChanged,
    TooLittle,
)
from kiosk.runtime.cashier import (
    BalanceShort,
    CashTaken,
    PaidOut,
    Rest,
    VoucherTaken,
    WalletTaken,
)
from kiosk.runtime.shift_desk import Opened
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.verify import verify
from tests.support.passes import sell_wallet
from tests.support.people import at_the_desk
from tests.support.site import EXIT, Rig, drive_in, stay_of

PRICE = 300


@pytest.fixture
def stay(rig: Rig) -> Stay:
    """A car that owes three euros, and a cashier."""
    at_the_desk(rig, Role.ATTENDANT)
    return stay_of(rig.services, drive_in(rig.services))


def count_in(rig: Rig, numbers: dict[int, int]) -> None:
    """Begin with this float."""
    assert isinstance(rig.desk.shifts.open(numbers), Opened)


def expected(rig: Rig) -> Money:
    """What the drawer must hold."""
    with rig.services.site.store.read() as unit:
        shift = unit.shifts.current()
        assert shift is not None
        return unit.drawer.expected(shift.shift_id)


def paid(rig: Rig, stay: Stay) -> list[tuple[Method, int]]:
    """Every payment of this stay."""
    return [(each.method, each.amount.minor) for each in rig.desk.cashier.parts(stay.session_id)]


def short_changed(rig: Rig, stay: Stay) -> ChangeVoucher:
    """A voucher for the two euros that a drawer with nothing small could not give."""
    count_in(rig, {500: 1})
    taken = rig.desk.cashier.take_cash(stay, Money(1000), rest=Rest.VOUCHER)
    assert isinstance(taken, CashTaken)
    assert taken.voucher is not None
    return taken.voucher


# --- cash in parts


def test_a_price_is_paid_in_parts_and_only_the_last_one_starts_the_grace(
    rig: Rig, stay: Stay
) -> None:
    first = rig.desk.cashier.take_cash(stay, Money(200), part=Money(100))
    assert isinstance(first, CashTaken)
    assert (first.change, first.stay.paid, first.stay.due) == (Money(100), Money(100), Money(200))
    assert KIND_OF[ExitPassIssued] not in rig.kinds()
    last = rig.desk.cashier.take_cash(first.stay, Money(200))
    assert isinstance(last, CashTaken)
    assert last.stay.due == Money(0)
    assert last.stay.leave_by_at == rig.clock.now() + rig.services.site.exit_grace
    assert rig.kinds()[-1] == KIND_OF[ExitPassIssued]
    assert paid(rig, stay) == [(Method.CASH, 100), (Method.CASH, 200)]
    assert expected(rig) == Money(300)


def test_a_part_larger_than_the_price_is_the_price(rig: Rig, stay: Stay) -> None:
    taken = rig.desk.cashier.take_cash(stay, Money(1000), part=Money(900))
    assert isinstance(taken, CashTaken)
    assert taken.change == Money(700)


def test_a_part_of_a_price_that_was_paid_meanwhile_is_not_taken(rig: Rig, stay: Stay) -> None:
    rig.desk.cashier.take_cash(stay, Money(100), part=Money(100))
    again = rig.desk.cashier.take_cash(stay, Money(200), part=Money(200))
    assert isinstance(again, PriceChanged)
    assert again.stay.due == Money(200)
    assert paid(rig, stay) == [(Method.CASH, 100)]


def test_a_changed_fee_changes_the_price_that_is_taken(rig: Rig, stay: Stay) -> None:
    at_the_desk(rig, Role.SUPERVISOR)
    rig.desk.fees.adjust(stay, Money(-100), "long queue")
    changed = rig.desk.cashier.take_cash(stay, Money(300))
    assert isinstance(changed, PriceChanged)
    assert changed.stay.due == Money(200)


def test_time_alone_does_not_change_the_price_that_was_shown(rig: Rig, stay: Stay) -> None:
    rig.clock.pass_time(timedelta(hours=3).total_seconds())
    assert isinstance(rig.desk.cashier.take_cash(stay, Money(300)), CashTaken)


def test_nothing_is_taken_where_nothing_is_due(rig: Rig, stay: Stay) -> None:
    taken = rig.desk.cashier.take_cash(stay, Money(300))
    assert isinstance(taken, CashTaken)
    assert rig.desk.cashier.take_cash(taken.stay, Money(0)) == PriceChanged(taken.stay)


def test_a_part_is_more_than_nothing(rig: Rig, stay: Stay) -> None:
    with pytest.raises(ValueError, match="more than nothing"):
        rig.desk.cashier.take_cash(stay, Money(100), part=Money(0))


def test_the_lane_at_the_car_gets_the_rest_as_its_price(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    car = drive_in(rig.services)
    rig.arrive(EXIT)
    rig.tell(EXIT, ev.CodeOffered(car.payload))
    shown = stay_of(rig.services, car)
    rig.desk.cashier.take_cash(shown, Money(100), part=Money(100))
    rig.turn(EXIT)
    assert rig.phase(EXIT) == "Quoted", "the rest is still due"
    rest = stay_of(rig.services, car)
    rig.desk.cashier.take_cash(rest, rest.due)
    rig.turn(EXIT)
    assert rig.phase(EXIT) == "Opening"


def test_a_technician_takes_no_money(rig: Rig, stay: Stay) -> None:
    at_the_desk(rig, Role.TECHNICIAN)
    with pytest.raises(NotAllowed):
        rig.desk.cashier.take_cash(stay, Money(300))
    assert paid(rig, stay) == []


# --- change


def test_change_comes_from_what_the_drawer_holds(rig: Rig, stay: Stay) -> None:
    count_in(rig, {50: 3, 20: 6})
    taken = rig.desk.cashier.take_cash(stay, Money(500))
    assert isinstance(taken, CashTaken)
    assert taken.pieces == ((50, 2), (20, 5)), "largest first would have found no way"
    assert rig.desk.shifts.pieces() == {500: 1, 50: 1, 20: 1}


def test_short_change_is_said_before_anything_is_recorded(rig: Rig, stay: Stay) -> None:
    count_in(rig, {500: 1})
    before = rig.kinds()
    handed = rig.desk.cashier.before(stay, Money(1000))
    assert not isinstance(handed, TooLittle)
    assert (handed.change, handed.short) == (Money(500), Money(200))
    taken = rig.desk.cashier.take_cash(stay, Money(1000))
    assert taken == ChangeShort(Money(200), Money(500), ((500, 1),))
    assert rig.kinds() == before


def test_exact_money_is_taken_however_empty_the_drawer_is(rig: Rig, stay: Stay) -> None:
    count_in(rig, {500: 1})
    assert isinstance(rig.desk.cashier.take_cash(stay, Money(300)), CashTaken)


def test_a_voucher_stands_for_the_change_that_could_not_be_given(rig: Rig, stay: Stay) -> None:
    voucher = short_changed(rig, stay)
    assert voucher.amount == Money(200)
    assert paid(rig, stay) == [(Method.CASH, PRICE)]
    assert expected(rig) == Money(500 + 1000 - 500)


def test_change_the_driver_waives_is_in_the_drawer_and_in_the_books(rig: Rig, stay: Stay) -> None:
    count_in(rig, {500: 1})
    taken = rig.desk.cashier.take_cash(stay, Money(1000), rest=Rest.KEPT)
    assert isinstance(taken, CashTaken)
    assert (taken.change, taken.kept, taken.voucher) == (Money(500), Money(200), None)
    assert expected(rig) == Money(1000)
    drawer = rig.desk.shifts.x().drawer
    assert drawer is not None
    assert (drawer.kept.count, drawer.kept.amount) == (1, Money(200))


def test_a_drawer_nobody_counted_is_never_short(rig: Rig, stay: Stay) -> None:
    for given in (Money(10_000), Money(500)):
        other = stay_of(rig.services, drive_in(rig.services))
        taken = rig.desk.cashier.take_cash(other, given)
        assert isinstance(taken, CashTaken)
        assert taken.change == given - Money(PRICE)
    assert rig.desk.shifts.pieces() == {}


def test_the_pieces_of_a_tender_may_go_straight_back(rig: Rig, stay: Stay) -> None:
    count_in(rig, {500: 1})
    taken = rig.desk.cashier.take_cash(stay, Money(500), pieces=((200, 2), (100, 1)))
    assert isinstance(taken, CashTaken)
    assert taken.pieces == ((200, 1),)


# --- vouchers for change


def test_a_voucher_pays_and_what_is_left_of_it_is_a_new_one(rig: Rig, stay: Stay) -> None:
    voucher = short_changed(rig, stay)
    short_stay = stay_of(
        rig.services, drive_in(rig.services, rig.clock.now() - timedelta(minutes=40))
    )
    other = rig.desk.cashier.take_cash(short_stay, Money(200), part=Money(200))
    assert isinstance(other, CashTaken)
    taken = rig.desk.cashier.take_voucher(other.stay, voucher.payload)
    assert isinstance(taken, VoucherTaken)
    assert taken.taken == other.stay.due
    assert taken.voucher is not None
    assert taken.taken + taken.voucher.amount == voucher.amount
    assert verify(rig.services.site.store) == []


@pytest.mark.parametrize("by_code", [True, False])
def test_a_voucher_pays_once_by_paper_or_by_code(rig: Rig, stay: Stay, by_code: bool) -> None:
    voucher = short_changed(rig, stay)
    text = voucher.voucher_id if by_code else voucher.payload
    cars = [stay_of(rig.services, drive_in(rig.services)) for _ in range(2)]
    first, second = (rig.desk.cashier.take_voucher(car, text) for car in cars)
    assert isinstance(first, VoucherTaken)
    assert first.stay.due == Money(PRICE - 200)
    assert second is Refusal.VOUCHER_USED


def test_a_voucher_is_paid_out_from_a_drawer_that_can(rig: Rig, stay: Stay) -> None:
    voucher = short_changed(rig, stay)
    short = rig.desk.cashier.pay_out(voucher.payload)
    assert isinstance(short, DrawerShort)
    rig.desk.shifts.paid_in(Money(1000), "change from the bank", pieces=((200, 5),))
    assert rig.desk.cashier.pay_out(voucher.payload) == PaidOut(Money(200), ((200, 1),))
    assert rig.desk.cashier.pay_out(voucher.payload) is Refusal.VOUCHER_USED


def test_the_rest_of_a_voucher_comes_as_cash_if_that_is_wanted(rig: Rig, stay: Stay) -> None:
    voucher = short_changed(rig, stay)
    rig.desk.shifts.paid_in(Money(1000), "change from the bank", pieces=((100, 10),))
    other = stay_of(rig.services, drive_in(rig.services))
    rest = rig.desk.cashier.take_cash(other, Money(200), part=Money(200))
    assert isinstance(rest, CashTaken)
    taken = rig.desk.cashier.take_voucher(rest.stay, voucher.payload, Rest.CASH)
    assert isinstance(taken, VoucherTaken)
    assert (taken.taken, taken.cash, taken.voucher) == (Money(100), Money(100), None)


def test_an_old_forged_or_foreign_voucher_has_its_named_no(rig: Rig, stay: Stay) -> None:
    voucher = short_changed(rig, stay)
    other = stay_of(rig.services, drive_in(rig.services))
    edited = voucher.payload[:-2] + ("A2" if not voucher.payload.endswith("A2") else "B2")
    assert rig.desk.cashier.take_voucher(other, edited) in (Refusal.FORGED, Refusal.UNREADABLE)
    assert rig.desk.cashier.take_voucher(other, "nonsense") is Refusal.UNREADABLE
    assert rig.desk.cashier.take_voucher(other, drive_in(rig.services).payload) is (
        Refusal.NOT_ACCEPTED
    )
    rig.clock.pass_time(timedelta(days=91).total_seconds())
    late = stay_of(rig.services, drive_in(rig.services))
    assert rig.desk.cashier.take_voucher(late, voucher.payload) is Refusal.EXPIRED
    assert paid(rig, other) == []


# --- stored money


def test_stored_money_pays_a_part_or_all_and_is_less_afterwards(rig: Rig, stay: Stay) -> None:
    pass_ = sell_wallet(rig, Money(400))
    part = rig.desk.cashier.take_wallet(stay, pass_.payload, Money(100))
    assert isinstance(part, WalletTaken)
    assert (part.taken, part.balance, part.stay.due) == (Money(100), Money(300), Money(200))
    rest = rig.desk.cashier.take_wallet(part.stay, pass_.code)
    assert isinstance(rest, WalletTaken)
    assert (rest.balance, rest.stay.due) == (Money(100), Money(0))
    assert paid(rig, stay) == [(Method.WALLET, 100), (Method.WALLET, 200)]


def test_stored_money_is_never_overdrawn(rig: Rig, stay: Stay) -> None:
    pass_ = sell_wallet(rig, Money(299))
    assert rig.desk.cashier.take_wallet(stay, pass_.code) == BalanceShort(Money(299))
    assert paid(rig, stay) == []


def test_a_blocked_or_ended_pass_pays_nothing(rig: Rig, stay: Stay) -> None:
    pass_ = sell_wallet(rig, Money(400))
    at_the_desk(rig, Role.SUPERVISOR)
    rig.desk.passes.block(pass_.pass_id, "lost")
    assert rig.desk.cashier.take_wallet(stay, pass_.code) is Refusal.PASS_BLOCKED
    rig.desk.passes.unblock(pass_.pass_id, "found")
    assert isinstance(rig.desk.cashier.take_wallet(stay, pass_.code), WalletTaken)


# --- one payment


def test_nothing_is_taken_while_a_card_has_no_outcome(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    car = drive_in(rig.services)
    rig.arrive(EXIT)
    rig.tell(EXIT, ev.CodeOffered(car.payload))
    shown = stay_of(rig.services, car)
    pass_ = sell_wallet(rig, Money(400))
    rig.tell(EXIT, ev.MethodChosen(Method.CARD))
    assert rig.desk.cashier.take_cash(shown, Money(300)) == CardRunning()
    assert rig.desk.cashier.take_wallet(shown, pass_.code) == CardRunning()
