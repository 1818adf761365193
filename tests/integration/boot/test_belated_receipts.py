"""A driver comes back for a receipt, days after, with the ticket's code or the receipt's number."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.facts import stays
from kiosk.domain.money import Money
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.lost_desk import NewTicket, Proof
from tests.support.counter_window import CounterWindow
from tests.support.site import EXIT, Car, drive_in, stay_of

KEY = Qt.Key
NUMBERED = "payment.receipt_issued"


def leave(counter: CounterWindow, car: Car) -> None:
    """The car drives out; days pass, and other drivers pay."""
    rig, site = counter.rig, counter.rig.services.site
    with site.store.write() as unit:
        unit.record(stays.SessionEnded(car.session_id), site.here(EXIT, car.session_id))
    for _ in range(4):
        pay(counter, drive_in(rig.services))
    rig.clock.pass_time(3 * 24 * 3600)


def pay(counter: CounterWindow, car: Car) -> None:
    stay = stay_of(counter.rig.services, car)
    assert isinstance(counter.rig.desk.take_cash(stay, stay.due), CashTaken)


def look_up(counter: CounterWindow, text: str) -> None:
    counter.plain(KEY.Key_F6)
    counter.type(text, enter=True)


def test_the_receipt_is_printed_by_the_tickets_code_and_again_as_a_copy(
    counter: CounterWindow,
) -> None:
    car = drive_in(counter.rig.services)
    pay(counter, car)
    leave(counter, car)
    look_up(counter, car.code)
    counter.press(KEY.Key_P)
    assert counter.rig.kinds(NUMBERED) == [NUMBERED]
    assert counter.says("The receipt comes out of the printer once more.")
    counter.press(KEY.Key_P)
    assert counter.rig.kinds(NUMBERED) == [NUMBERED], "a copy has the same number"


def test_a_ticket_that_replaced_a_lost_one_finds_what_was_paid(counter: CounterWindow) -> None:
    rig = counter.rig
    car = drive_in(rig.services, rig.clock.now() - timedelta(hours=40))
    given = rig.desk.lost.declare(Proof(car.session_id), "", "Driver lost it")
    assert isinstance(given, NewTicket)
    pay(counter, car)
    leave(counter, car)
    look_up(counter, given.code)
    counter.press(KEY.Key_P)
    with rig.services.site.store.read() as unit:
        (document,) = [unit.payments.document(1)]
    assert document is not None
    assert document.session_id == car.session_id


@pytest.mark.parametrize("paid", [False, True])
def test_where_nothing_was_paid_or_a_pass_was_there_is_no_receipt_to_print(
    counter: CounterWindow, paid: bool
) -> None:
    if paid:
        code = counter.value_pass(Money(2000).minor).code
    else:
        code = drive_in(counter.rig.services).code
    look_up(counter, code)
    counter.press(KEY.Key_P)
    assert counter.rig.kinds(NUMBERED) == []
