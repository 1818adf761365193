"""Changed fees, debts of cars that left, and the second person behind what is large."""

from __future__ import annotations

import pytest

from kiosk.domain.facts import booth, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.runtime.answers import NotAllowed, SecondNeeded, SecondRefused, TooMuch
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.fees import Adjusted, Forgiven
from kiosk.runtime.second import Second
from kiosk.store.verify import verify
from tests.support.people import PIN, at_the_desk, second
from tests.support.site import EXIT, Car, Rig, drive_in, stay_of


def left_owing(rig: Rig, minor: int = 300) -> Car:
    """A car that was released without paying."""
    car = drive_in(rig.services)
    here = rig.services.site.here(EXIT, car.session_id)
    with rig.services.site.store.write() as unit:
        unit.record(payments.AmountOwed(car.session_id, Money(minor), "iou"), here)
        unit.record(stays.ExitAuthorised(car.session_id, "iou"), here)
        unit.record(stays.SessionEnded(car.session_id), here)
    return car


def debt_of(rig: Rig, car: Car) -> Stay:
    """Its debt on the counter."""
    found = rig.desk.fees.debt(car.code)
    assert isinstance(found, Stay)
    return found


@pytest.mark.parametrize(("by", "due"), [(-100, 200), (-300, 0), (150, 450)])
def test_a_changed_fee_is_another_price_with_a_reason(rig: Rig, by: int, due: int) -> None:
    at_the_desk(rig, Role.SUPERVISOR)
    stay = stay_of(rig.services, drive_in(rig.services))
    changed = rig.desk.fees.adjust(stay, Money(by), "long queue")
    assert isinstance(changed, Adjusted)
    assert changed.stay.due == Money(due)
    assert rig.kinds()[-1] == "payment.fee_adjusted"


def test_a_fee_never_falls_below_nothing(rig: Rig) -> None:
    at_the_desk(rig, Role.SUPERVISOR)
    stay = stay_of(rig.services, drive_in(rig.services))
    assert rig.desk.fees.adjust(stay, Money(-301), "long queue") == TooMuch(Money(300))
    assert rig.kinds("payment.") == []


def test_a_changed_fee_names_its_reason_and_needs_the_right(rig: Rig) -> None:
    at_the_desk(rig, Role.SUPERVISOR)
    stay = stay_of(rig.services, drive_in(rig.services))
    with pytest.raises(ValueError, match="reason"):
        rig.desk.fees.adjust(stay, Money(-100), "")
    at_the_desk(rig, Role.ATTENDANT)
    with pytest.raises(NotAllowed):
        rig.desk.fees.adjust(stay, Money(-100), "long queue")


def test_a_large_change_needs_another_person_who_may(rig: Rig) -> None:
    staff = at_the_desk(rig, Role.SUPERVISOR)
    stay = stay_of(rig.services, drive_in(rig.services))
    large, why = Money(2001), "damaged barrier"
    ask = rig.desk.fees.adjust
    assert isinstance(ask(stay, large, why), SecondNeeded)
    assert ask(stay, large, why, Second(staff.staff_id, PIN)) == SecondRefused(0), "the same"
    assert ask(stay, large, why, second(rig, Role.ATTENDANT)) == SecondRefused(0), "no right"
    word = second(rig)
    assert ask(stay, large, why, Second(word.staff_id, "111111")) == SecondRefused(9)
    assert rig.kinds("payment.") == []
    assert isinstance(ask(stay, large, why, word), Adjusted)
    with rig.services.site.store.read() as unit:
        (adjusted,) = unit.adjustments.of_session(stay.session_id)
    assert (adjusted.actor, adjusted.second_person) == (staff.staff_id, word.staff_id)


def test_a_debt_is_found_and_paid_in_parts(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    car = left_owing(rig)
    debt = debt_of(rig, car)
    assert debt.due == Money(300)
    first = rig.desk.cashier.take_cash(debt, Money(100), part=Money(100))
    assert isinstance(first, CashTaken)
    assert first.stay.due == Money(200)
    assert [each.left for each in rig.desk.fees.open_debts()] == [Money(200)]
    last = rig.desk.cashier.take_cash(first.stay, Money(500))
    assert isinstance(last, CashTaken)
    assert last.change == Money(300)
    assert rig.desk.fees.open_debts() == ()
    assert rig.desk.fees.debt(car.code) is Refusal.ALREADY_USED
    assert verify(rig.services.site.store) == []


def test_a_debt_stands_still(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    car = left_owing(rig)
    rig.clock.pass_time(86_400)
    assert debt_of(rig, car).due == Money(300)


def test_a_car_inside_has_no_debt(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    assert rig.desk.fees.debt(drive_in(rig.services).code) is Refusal.ALREADY_USED
    assert rig.desk.fees.debt("nonsense") is Refusal.UNREADABLE


def test_a_debt_is_forgiven_with_a_reason_and_the_right(rig: Rig) -> None:
    at_the_desk(rig, Role.SUPERVISOR)
    car = left_owing(rig)
    assert rig.desk.fees.forgive(car.session_id, "our fault") == Forgiven(Money(300))
    assert rig.desk.fees.open_debts() == ()
    assert rig.desk.fees.forgive(car.session_id, "again") is Refusal.ALREADY_USED
    assert rig.kinds("staff.second_agreed") == []
    at_the_desk(rig, Role.ATTENDANT)
    with pytest.raises(NotAllowed):
        rig.desk.fees.forgive(car.session_id, "our fault")


def test_a_large_debt_is_forgiven_by_two(rig: Rig) -> None:
    at_the_desk(rig, Role.SUPERVISOR)
    car = left_owing(rig, 2001)
    assert isinstance(rig.desk.fees.forgive(car.session_id, "our fault"), SecondNeeded)
    other = second(rig, Role.OWNER)
    assert rig.desk.fees.forgive(car.session_id, "our fault", other) == Forgiven(Money(2001))
    with rig.services.site.store.read() as unit:
        settled = unit.journal.arrived(unit.journal.last_arrival())
        agreed = unit.journal.arrived(unit.journal.last_arrival() - 1)
    assert settled.body == payments.DebtSettled(car.session_id, Money(2001), reason="our fault")
    assert agreed.body == booth.SecondAgreed(other.staff_id, "forgive_debt", car.session_id)
    assert agreed.circumstances == settled.circumstances
