"""Validations at a real ledger: by paper and by word, once, within limits, in any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from kiosk.domain.money import Money
from kiosk.domain.quote import LineKind, Stay
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.domain.validation import Benefit, BenefitKind, Merchant
from kiosk.domain.wording import Text
from kiosk.lane import events as ev
from kiosk.runtime.answers import NotAllowed
from kiosk.runtime.validating import PrintedVoucher, Validated
from kiosk.store.verify import verify
from tests.support.people import at_the_desk
from tests.support.site import EXIT, Car, Rig, drive_in, stay_of

EURO_OFF = Benefit(BenefitKind.AMOUNT, 100)
HALF = Benefit(BenefitKind.PERCENT, 50)
CINEMA = Merchant("cinema", "Cinema", (EURO_OFF, HALF))


@pytest.fixture
def car(rig: Rig) -> Car:
    """A car that owes three euros, a cinema, and a supervisor at the desk."""
    at_the_desk(rig, Role.SUPERVISOR)
    rig.desk.validating.set_merchant(CINEMA)
    return drive_in(rig.services)


def vouchers(rig: Rig, number: int = 1, bound: str = "") -> tuple[PrintedVoucher, ...]:
    """Vouchers for a euro off."""
    until = rig.clock.now() + timedelta(days=30)
    made = rig.desk.validating.issue("cinema", EURO_OFF, number, until, bound)
    assert isinstance(made, tuple)
    return made


def validated(answer: object) -> Validated:
    """It counted."""
    assert isinstance(answer, Validated), answer
    return answer


def test_a_voucher_takes_its_worth_off_and_counts_once(rig: Rig, car: Car) -> None:
    (voucher,) = vouchers(rig)
    now = validated(rig.desk.validating.by_paper(car.session_id, voucher.payload))
    assert (now.stay.due, now.worth) == (Money(200), Money(100))
    again = rig.desk.validating.by_paper(drive_in(rig.services).session_id, voucher.payload)
    assert again is Refusal.VOUCHER_USED
    assert stay_of(rig.services, car).entered_at == now.stay.entered_at
    assert verify(rig.services.site.store) == []


def test_vouchers_are_numbered_on(rig: Rig, car: Car) -> None:
    numbers = [each.number for _ in range(2) for each in vouchers(rig, 3)]
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_a_chaser_counts_for_its_own_ticket_only(rig: Rig, car: Car) -> None:
    (chaser,) = vouchers(rig, bound=car.code)
    other = drive_in(rig.services)
    refused = rig.desk.validating.by_paper(other.session_id, chaser.payload)
    assert refused is Refusal.OTHER_TICKET
    assert validated(rig.desk.validating.by_paper(car.session_id, chaser.payload)).worth


def test_the_attendant_gives_what_a_merchant_may_give(rig: Rig, car: Car) -> None:
    now = validated(rig.desk.validating.by_merchant(car.session_id, "cinema", HALF))
    assert (now.stay.due, now.worth) == (Money(150), Money(150))
    free = Benefit(BenefitKind.FULL)
    other = drive_in(rig.services).session_id
    assert rig.desk.validating.by_merchant(other, "cinema", free) is Refusal.NOT_ACCEPTED
    assert rig.desk.validating.by_merchant(other, "bakery", HALF) is Refusal.NOT_ACCEPTED


def test_a_merchant_counts_once_for_each_stay(rig: Rig, car: Car) -> None:
    validated(rig.desk.validating.by_merchant(car.session_id, "cinema", HALF))
    (voucher,) = vouchers(rig)
    again = rig.desk.validating.by_paper(car.session_id, voucher.payload)
    assert again is Refusal.ALREADY_VALIDATED


def test_a_merchants_day_and_month_have_limits(rig: Rig, car: Car) -> None:
    rig.desk.validating.set_merchant(replace(CINEMA, daily_count=1))
    validated(rig.desk.validating.by_merchant(car.session_id, "cinema", HALF))
    other = drive_in(rig.services)
    give = rig.desk.validating.by_merchant
    assert give(other.session_id, "cinema", HALF) is Refusal.LIMIT_REACHED
    rig.clock.pass_time(86_400)
    rig.desk.validating.set_merchant(replace(CINEMA, monthly_minor=200))
    fresh = drive_in(rig.services)
    assert give(fresh.session_id, "cinema", HALF) is Refusal.LIMIT_REACHED, "150 of 200 are gone"
    rig.clock.pass_time(timedelta(days=15).total_seconds())
    assert rig.clock.now().month == 12
    december = drive_in(rig.services)
    assert validated(give(december.session_id, "cinema", HALF)).worth == Money(150)


def test_an_old_or_edited_voucher_has_its_named_no(rig: Rig, car: Car) -> None:
    (voucher,) = vouchers(rig)
    ask = rig.desk.validating.by_paper
    assert ask(car.session_id, "nonsense") is Refusal.UNREADABLE
    assert ask(car.session_id, car.payload) is Refusal.NOT_ACCEPTED
    rig.clock.pass_time(timedelta(days=31).total_seconds())
    assert ask(car.session_id, voucher.payload) is Refusal.EXPIRED
    assert rig.kinds("validation.applied") == []


def test_a_withdrawn_validation_counts_no_more_and_its_voucher_stays_used(
    rig: Rig, car: Car
) -> None:
    (voucher,) = vouchers(rig)
    validated(rig.desk.validating.by_paper(car.session_id, voucher.payload))
    (given,) = rig.desk.validating.given(car.session_id)
    now = rig.desk.validating.withdraw(car.session_id, given.validation_id, "wrong car")
    assert isinstance(now, Stay)
    assert now.due == Money(300)
    again = rig.desk.validating.by_paper(car.session_id, voucher.payload)
    assert again is Refusal.VOUCHER_USED


def test_whatever_the_order_the_price_is_the_same(rig: Rig, car: Car) -> None:
    for name in ("bakery", "gym"):
        rig.desk.validating.set_merchant(replace(CINEMA, merchant_id=name, name=name))
    gifts = [("cinema", HALF), ("bakery", EURO_OFF), ("gym", EURO_OFF)]
    prices = set()
    for order in permutations(gifts):
        fresh = drive_in(rig.services)
        for merchant_id, benefit in order:
            validated(rig.desk.validating.by_merchant(fresh.session_id, merchant_id, benefit))
        prices.add(stay_of(rig.services, fresh).due)
    assert len(prices) == 1


def test_a_stays_lines_say_who_gave_what(rig: Rig, car: Car) -> None:
    rig.desk.validating.set_merchant(replace(CINEMA, merchant_id="gym", name="Gym"))
    for merchant_id in ("gym", "cinema"):
        validated(rig.desk.validating.by_merchant(car.session_id, merchant_id, EURO_OFF))
    (line,) = (
        each for each in stay_of(rig.services, car).quote.lines if each.kind is LineKind.VALIDATION
    )
    said = Text("{by}: {amount} off").with_values(by="Cinema, Gym", amount=Money(200))
    assert (line.text, line.amount) == (said, Money(-200))


def test_validations_are_counted_by_shift(rig: Rig, car: Car) -> None:
    validated(rig.desk.validating.by_merchant(car.session_id, "cinema", HALF))
    ((name, tally),) = rig.desk.shifts.x().validations
    assert (name, tally.count, tally.amount) == ("Cinema", 1, Money(150))


def test_a_voucher_at_the_exit_lowers_the_price_on_the_screen(rig: Rig, car: Car) -> None:
    (voucher,) = vouchers(rig)
    rig.arrive(EXIT)
    rig.tell(EXIT, ev.CodeOffered(car.payload))
    before = stay_of(rig.services, car).due
    rig.tell(EXIT, ev.CodeOffered(voucher.payload))
    assert rig.phase(EXIT) == "Quoted"
    assert stay_of(rig.services, car).due == before - Money(100)


def test_terms_are_set_by_those_who_may(rig: Rig, car: Car) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    with pytest.raises(NotAllowed):
        rig.desk.validating.set_merchant(CINEMA)
    with pytest.raises(NotAllowed):
        rig.desk.validating.issue("cinema", EURO_OFF, 1, rig.clock.now())
