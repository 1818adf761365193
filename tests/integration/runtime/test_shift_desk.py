"""A drawer's day: float, drops, blind count, the next person, and every movement in one Z."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config.settings import Booth
from kiosk.domain.cash import Miscounted
from kiosk.domain.facts.payments import AmountOwed
from kiosk.domain.facts.stays import SessionEnded
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.refund import RefundCause
from kiosk.domain.staff import Role
from kiosk.runtime.answers import (
    DrawerShort,
    NoShift,
    NotAllowed,
    SecondNeeded,
    SecondRefused,
)
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.second import Second
from kiosk.runtime.shift_desk import AlreadyOpen, Closed, HandedOver, Moved, Opened
from kiosk.store.verify import verify
from tests.support.people import PIN, at_the_desk, enrol, second
from tests.support.site import Rig, drive_in, new_clock, new_settings, open_booth, stay_of

FLOAT = {1000: 2, 500: 4, 100: 10}
"""Fifty euros."""


@pytest.fixture
def counted(rig: Rig) -> Rig:
    """A cashier with fifty euros in small money."""
    at_the_desk(rig, Role.ATTENDANT)
    assert isinstance(rig.desk.shifts.open(FLOAT), Opened)
    return rig


def sell(rig: Rig, given: int = 500) -> CashTaken:
    """A car pays its three euros with a note."""
    stay = stay_of(rig.services, drive_in(rig.services))
    taken = rig.desk.cashier.take_cash(stay, Money(given))
    assert isinstance(taken, CashTaken)
    return taken


def lying_there(rig: Rig) -> dict[int, int]:
    """What an honest count finds."""
    return rig.desk.shifts.pieces()


def closed(answer: object) -> Closed:
    """The shift ended."""
    assert isinstance(answer, Closed), answer
    return answer


def test_a_float_is_counted_into_the_shift_that_sign_on_began(counted: Rig) -> None:
    assert counted.kinds("shift.") == ["shift.opened", "shift.cash_moved"]
    again = counted.desk.shifts.open(FLOAT)
    assert isinstance(again, AlreadyOpen)


def test_a_count_of_what_is_no_money_is_refused_whole(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    assert rig.desk.shifts.open({1000: 1, 700: 3}) == Miscounted((700,))
    assert rig.kinds("shift.cash") == []


def test_drops_and_odd_cash_leave_a_drawer_that_adds_up(counted: Rig) -> None:
    sell(counted)
    assert counted.desk.shifts.drop(Money(2000)) == Moved(Money(2000), ((1000, 2),))
    paid_out = counted.desk.shifts.paid_out(Money(350), "window cleaner")
    assert isinstance(paid_out, DrawerShort), "no fifty cents there"
    assert isinstance(counted.desk.shifts.paid_out(Money(300), "window cleaner"), Moved)
    counted.desk.shifts.paid_in(Money(50), "found on the floor")
    done = closed(counted.desk.shifts.close(lying_there(counted)))
    assert done.over_short == Money(0)
    drawer = done.z.drawer
    assert drawer is not None
    moved = {name: tally.amount.minor for name, tally in drawer.moves}
    assert moved == {
        "float": 5000, "sale": 300, "drop": -2000, "paid_out": -300, "paid_in": 50,
    }  # fmt: skip
    assert drawer.expected == drawer.counted == Money(3050)
    assert all(piece.over_short == Money(0) for piece in drawer.pieces)


def test_odd_cash_names_its_reason(counted: Rig) -> None:
    with pytest.raises(ValueError, match="reason"):
        counted.desk.shifts.paid_out(Money(100), "")
    with pytest.raises(ValueError, match="no amount"):
        counted.desk.shifts.drop(Money(0))


def test_a_small_difference_is_in_the_z_and_a_large_one_takes_two(counted: Rig) -> None:
    sell(counted)
    lying = lying_there(counted)
    far_off = {**lying, 500: lying[500] - 2}
    ask = counted.desk.shifts.close
    assert isinstance(ask(far_off), SecondNeeded)
    assert counted.kinds("shift.")[-1] == "shift.drawer_counted", "the count is on record"
    assert ask(far_off, Second(second(counted).staff_id, "111111")) == SecondRefused(9)
    done = closed(ask(far_off, second(counted)))
    assert done.over_short == Money(-1000)
    assert counted.desk.shifts.current() is None
    assert verify(counted.services.site.store) == []


def test_five_euros_are_within_the_limit(counted: Rig) -> None:
    lying = lying_there(counted)
    done = closed(counted.desk.shifts.close({**lying, 500: lying[500] + 1}))
    assert done.over_short == Money(500)


def test_every_payment_is_in_exactly_one_z_and_the_total_is_perpetual(counted: Rig) -> None:
    sell(counted)
    first = closed(counted.desk.shifts.close(lying_there(counted))).z
    at_the_desk(counted, Role.SUPERVISOR)
    sell(counted)
    sell(counted)
    x = counted.desk.shifts.x()
    done = counted.desk.shifts.close({500: 2, 100: 1}, second(counted, Role.OWNER))
    z = closed(done).z
    assert (first.number, z.number, z.previous) == (1, 2, 1)
    assert first.gross.amount + z.gross.amount == z.perpetual == Money(900)
    assert (x.gross, x.perpetual) == (z.gross, z.perpetual)
    assert z.payments == ((Method.CASH, z.gross),)
    assert z.records.upto_seq > first.records.upto_seq
    assert counted.desk.shifts.z(1) == first, "a copy says what the Z said"
    assert counted.desk.shifts.z(2) == z
    assert [each.number for each in counted.desk.shifts.last()] == [2, 1]


def test_the_next_person_begins_with_what_was_counted(counted: Rig) -> None:
    sell(counted)
    before = counted.desk.staff
    assert before is not None
    to = Second(enrol(counted, Role.SUPERVISOR).staff_id, PIN)
    counted.desk.staff = before
    handed = counted.desk.shifts.hand_over(lying_there(counted), to)
    assert isinstance(handed, HandedOver)
    assert counted.desk.staff == handed.staff
    assert handed.shift.float_ == Money(5300)
    assert lying_there(counted) != {}
    assert closed(counted.desk.shifts.close(lying_there(counted))).over_short == Money(0)


def test_who_does_not_run_shifts_takes_none_over(counted: Rig) -> None:
    before = counted.desk.staff
    to = Second(enrol(counted, Role.TECHNICIAN).staff_id, PIN)
    counted.desk.staff = before
    assert counted.desk.shifts.hand_over(lying_there(counted), to) == SecondRefused(0)
    assert counted.desk.shifts.current() is not None


def test_a_z_says_what_happened_beside_the_money(counted: Rig) -> None:
    sell(counted)
    z = closed(counted.desk.shifts.close(lying_there(counted))).z
    assert z.tickets is not None
    assert (z.tickets.issued, z.tickets.collected, z.tickets.inside) == (1, 0, 1)
    assert z.tickets.missing == 0
    assert z.passages is not None
    assert (z.passages.cars_in, z.passages.sessions_in) == (1, 1)
    assert z.records.unsent == z.records.upto_seq, "nothing was sent yet"
    assert z.shift is not None
    assert z.shift.closed_at is not None


def test_the_tax_of_a_z_is_that_of_its_payments_less_its_refunds(tmp_path: Path) -> None:
    clock = new_clock()
    rig = Rig(open_booth(tmp_path, clock, new_settings(tmp_path, vat_percent=20)), clock)
    at_the_desk(rig, Role.SUPERVISOR)
    taken = sell(rig)
    (part,) = rig.desk.cashier.parts(taken.stay.session_id)
    rig.desk.refunds.give_back(part.attempt_id, Money(100), "wrong price", cause=RefundCause.VOID)
    x = rig.desk.shifts.x()
    (tax,) = x.taxes
    assert (tax.basis_points, tax.gross, tax.tax) == (2000, Money(200), Money(33))
    assert (x.voids.count, x.voids.amount) == (1, Money(100))
    assert (x.gross.amount, x.refunded.amount, x.net) == (Money(300), Money(100), Money(200))
    assert x.first_receipt == "booth-1-000001"
    assert x.last_receipt == "booth-1-000002"
    rig.close()


def test_promises_are_counted_when_made_and_when_kept(counted: Rig) -> None:
    at_the_desk(counted, Role.SUPERVISOR)
    car = drive_in(counted.services)
    here = counted.services.site.here("exit-1", car.session_id)
    with counted.services.site.store.write() as unit:
        unit.record(AmountOwed(car.session_id, Money(300), "iou"), here)
        unit.record(SessionEnded(car.session_id), here)
    debt = counted.desk.fees.debt(car.code)
    assert isinstance(debt, Stay)
    counted.desk.cashier.take_cash(debt, Money(100), part=Money(100))
    counted.desk.fees.forgive(car.session_id, "our fault")
    x = counted.desk.shifts.x()
    assert dict(x.exceptions)["payment.owed.iou"] == 1
    promises = {name: tally.amount for name, tally in x.promises}
    assert promises == {
        "debt_issued": Money(300),
        "debt_settled": Money(100),
        "debt_forgiven": Money(200),
    }


def test_a_technician_sees_no_figures(rig: Rig) -> None:
    at_the_desk(rig, Role.TECHNICIAN)
    with pytest.raises(NotAllowed):
        rig.desk.shifts.x()


def test_a_booth_that_asks_for_a_float_takes_no_cash_before_it(tmp_path: Path) -> None:
    clock = new_clock()
    settings = replace(new_settings(tmp_path), booth=Booth(float_required=True))
    rig = Rig(open_booth(tmp_path, clock, settings), clock)
    at_the_desk(rig, Role.ATTENDANT)
    assert rig.kinds("shift.") == []
    stay = stay_of(rig.services, drive_in(rig.services))
    assert rig.desk.cashier.take_cash(stay, Money(300)) == NoShift()
    assert rig.desk.shifts.drop(Money(300)) == NoShift()
    assert isinstance(rig.desk.shifts.open(FLOAT), Opened)
    assert isinstance(rig.desk.cashier.take_cash(stay, Money(300)), CashTaken)
    rig.close()
