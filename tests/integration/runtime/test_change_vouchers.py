"""Change vouchers worth more than the price: what is left is cash or a new voucher, never lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random

import pytest

from kiosk.devices.messages import PrintJob
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.runtime import change_vouchers
from kiosk.runtime.cashier import PaidOut, Rest, VoucherTaken
from kiosk.runtime.shift_desk import Opened
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.verify import verify
from kiosk.ui.garage.paper import codes_on
from tests.support.people import at_the_desk
from tests.support.site import EXIT, Car, Rig, drive_in, stay_of

PRICE, WORTH = 300, 500
AT_EXIT = 450
"""What the car at the exit owes: another half hour has begun."""
RACES = 12


@pytest.fixture
def car(rig: Rig) -> Car:
    """A car at the exit whose price is on the screen, and a cashier."""
    at_the_desk(rig, Role.ATTENDANT)
    made = drive_in(rig.services)
    rig.arrive(EXIT)
    rig.tell(EXIT, ev.CodeOffered(made.payload))
    assert rig.phase(EXIT) == "Quoted"
    return made


def voucher_for(rig: Rig, minor: int = WORTH) -> ChangeVoucher:
    """Paper somebody was given for change."""
    site = rig.services.site
    with site.store.write() as unit:
        return change_vouchers.issue(site, unit, site.here(), "an older stay", "a1", Money(minor))


def still_good(rig: Rig) -> list[ChangeVoucher]:
    """Vouchers nobody has redeemed."""
    with rig.services.site.store.read() as unit:
        return list(unit.change_vouchers.open())


def on_paper(rig: Rig) -> list[str]:
    """The codes on what the exit's printer was told to print since the last time."""
    link = rig.lanes.papers[EXIT].link
    assert link is not None
    found: list[str] = []
    while not link._commands.empty():
        command, _ = link._commands.get()
        if isinstance(command, PrintJob):
            found += codes_on(command.data)
    return found


def counter_stay(rig: Rig) -> Stay:
    """A car whose driver stands at the counter."""
    return stay_of(rig.services, drive_in(rig.services))


# --- at a lane


def test_at_the_exit_the_rest_comes_out_as_a_new_voucher_and_the_boom_opens(
    rig: Rig, car: Car
) -> None:
    rig.tell(EXIT, ev.CodeOffered(voucher_for(rig).payload))
    assert rig.phase(EXIT) == "Opening"
    (left,) = still_good(rig)
    assert (left.amount, left.session_id) == (Money(WORTH - AT_EXIT), car.session_id)
    assert on_paper(rig) == [left.payload]
    (paid,) = rig.desk.cashier.parts(car.session_id)
    assert (paid.method, paid.amount) == (Method.VOUCHER, Money(AT_EXIT))
    assert verify(rig.services.site.store) == []


def test_a_lane_that_cannot_print_takes_no_voucher_that_is_worth_more(rig: Rig, car: Car) -> None:
    rig.lanes.papers[EXIT].link = None
    voucher = voucher_for(rig)
    rig.tell(EXIT, ev.CodeOffered(voucher.payload))
    assert rig.phase(EXIT) == "Refused"
    assert [each.voucher_id for each in still_good(rig)] == [voucher.voucher_id]
    exact = voucher_for(rig, PRICE)
    assert isinstance(rig.lanes.till.redeem(EXIT, car.session_id, exact.payload), Stay)


def test_nothing_is_taken_from_a_voucher_where_nothing_is_due(rig: Rig, car: Car) -> None:
    assert isinstance(
        rig.desk.cashier.take_voucher(
            stay_of(rig.services, car), voucher_for(rig, AT_EXIT).payload
        ),
        VoucherTaken,
    )
    voucher = voucher_for(rig)
    handed: list[ChangeVoucher] = []
    answer = rig.lanes.till.redeem(EXIT, car.session_id, voucher.payload, handed.append)
    assert answer is Refusal.NOT_ACCEPTED
    assert handed == []
    assert [each.voucher_id for each in still_good(rig)] == [voucher.voucher_id]


def test_a_voucher_that_is_left_can_be_left_of_again(rig: Rig, car: Car) -> None:
    handed = [voucher_for(rig, 700)]
    for _ in range(3):
        waiting = drive_in(rig.services)
        rig.lanes.till.redeem(EXIT, waiting.session_id, handed[-1].payload, handed.append)
    assert [each.amount.minor for each in handed] == [700, 400, 100]
    assert still_good(rig) == [], "the last one paid a part"


# --- on the receipt, and on paper once more


def test_the_receipt_says_what_the_voucher_was_worth_and_what_came_back(rig: Rig, car: Car) -> None:
    rig.tell(EXIT, ev.CodeOffered(voucher_for(rig).payload))
    receipt = rig.lanes.papers[EXIT].receipt(car.session_id)
    assert receipt is not None
    (tender,) = receipt.tenders
    assert (tender.tendered, tender.change, tender.voucher) == (
        Money(WORTH),
        None,
        Money(WORTH - AT_EXIT),
    )
    assert not tender.kept


def test_cash_that_came_back_is_on_the_receipt(rig: Rig, car: Car) -> None:
    assert isinstance(rig.desk.shifts.open({100: 10}), Opened)
    stay = counter_stay(rig)
    taken = rig.desk.cashier.take_voucher(stay, voucher_for(rig).payload, Rest.CASH)
    assert isinstance(taken, VoucherTaken)
    receipt = rig.desk.counter.paperwork().receipt(stay.session_id)
    assert receipt is not None
    (tender,) = receipt.tenders
    assert (tender.tendered, tender.change, tender.voucher) == (Money(500), Money(200), None)
    assert not tender.kept


def test_paper_that_never_came_out_comes_with_the_copy_of_its_receipt(rig: Rig, car: Car) -> None:
    rig.tell(EXIT, ev.CodeOffered(voucher_for(rig).payload))
    (left,) = still_good(rig)
    assert on_paper(rig) == [left.payload]
    rig.desk.print_receipt(car.session_id)
    assert on_paper(rig) == [], "a first receipt"
    rig.desk.print_receipt(car.session_id)
    assert on_paper(rig) == [left.payload]
    assert isinstance(rig.desk.shifts.open({50: 1}), Opened)
    assert isinstance(rig.desk.cashier.pay_out(left.payload), PaidOut)
    rig.desk.print_receipt(car.session_id)
    assert on_paper(rig) == [], "nobody can use it any more"


def test_an_expired_voucher_is_not_printed_again(rig: Rig, car: Car) -> None:
    rig.tell(EXIT, ev.CodeOffered(voucher_for(rig).payload))
    rig.desk.print_receipt(car.session_id)
    rig.clock.pass_time(timedelta(days=91).total_seconds())
    on_paper(rig)
    rig.desk.print_receipt(car.session_id)
    assert on_paper(rig) == []


# --- two at once


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_two_who_redeem_one_voucher_at_once_one_is_refused_and_no_cent_is_lost(
    rig: Rig, car: Car, seed: int
) -> None:
    dice = Random(seed)
    assert isinstance(rig.desk.shifts.open({100: 60}), Opened)
    with ThreadPoolExecutor(2) as threads:
        for _ in range(RACES):
            voucher = voucher_for(rig)
            handed: list[ChangeVoucher] = []
            at_counter, at_exit = counter_stay(rig), drive_in(rig.services)
            rest = dice.choice([Rest.CASH, Rest.VOUCHER])
            roads = [
                lambda v=voucher, s=at_counter, r=rest: rig.desk.cashier.take_voucher(
                    s, v.payload, r
                ),
                lambda v=voucher, c=at_exit, h=handed: rig.lanes.till.redeem(
                    EXIT, c.session_id, v.payload, h.append
                ),
            ]
            dice.shuffle(roads)
            answers = [each.result() for each in [threads.submit(road) for road in roads]]
            assert answers.count(Refusal.VOUCHER_USED) == 1, answers
            (won,) = [each for each in answers if not isinstance(each, Refusal)]
            paid = [
                *rig.desk.cashier.parts(at_counter.session_id),
                *rig.desk.cashier.parts(at_exit.session_id),
            ]
            assert [each.amount.minor for each in paid] == [PRICE]
            cash = won.cash.minor if isinstance(won, VoucherTaken) else 0
            left = sum(each.amount.minor for each in still_good(rig))
            assert PRICE + cash + left == WORTH
            for each in still_good(rig):
                assert isinstance(rig.desk.cashier.pay_out(each.payload), PaidOut)
    assert verify(rig.services.site.store) == []
