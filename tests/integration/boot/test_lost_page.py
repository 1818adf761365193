"""A lost ticket at a real counter: found by its time, priced, paid on foot or at the exit."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from kiosk.domain.money import Money
from kiosk.domain.ticket import TicketState
from kiosk.lane import events as ev
from kiosk.views.lost import ON_FOOT, Declare
from tests.support.counter_window import CounterWindow
from tests.support.people import PIN
from tests.support.site import EXIT, Car, drive_in, stay_of

KEY = Qt.Key
FEE = 2500


def hours(counter: CounterWindow, count: int) -> Car:
    """A car that came so many hours ago."""
    rig = counter.rig
    return drive_in(rig.services, rig.clock.now() - timedelta(hours=count))


def wall(counter: CounterWindow, hours_ago: int) -> str:
    """What the driver says: when it was, on the garage's clock."""
    then = counter.rig.clock.now() - timedelta(hours=hours_ago)
    return f"{then.astimezone(ZoneInfo('Europe/Bratislava')):%d.%m.%Y %H:%M}"


def good(counter: CounterWindow, car: Car) -> bool:
    """Whether the paper the driver had still counts."""
    with counter.rig.services.site.store.read() as unit:
        ticket = unit.tickets.find(car.code)
    return ticket is not None and ticket.state is TicketState.TAKEN


def at_exit(counter: CounterWindow) -> None:
    """A car stands at the exit, and the window knows."""
    counter.rig.arrive(EXIT)
    tell(counter)


def tell(counter: CounterWindow) -> None:
    """The exit takes its turns and publishes itself."""
    counter.rig.turn(EXIT)
    counter.desk.lane_changed(EXIT, counter.rig.published[EXIT])
    counter.settle()


def ask(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F3)
    counter.press(KEY.Key_L)


def test_on_foot_the_stay_found_by_its_time_lies_on_the_counter(counter: CounterWindow) -> None:
    tell(counter)
    hours(counter, 20)
    car = hours(counter, 40)
    ask(counter)
    assert counter.says("Flat fee")
    counter.type(wall(counter, 40))
    counter.press(KEY.Key_3)  # after the flat fee and the time itself
    assert counter.window.cashier.lost.reason.isVisible()
    counter.press(KEY.Key_3)  # the driver lost it; nobody stands at the exit, so it is on foot
    counter.confirm()
    assert not good(counter, car)
    assert counter.due == stay_of(counter.rig.services, car).due.minor
    assert counter.says("The new ticket is")
    assert not counter.window.cashier.busy()
    counter.press(KEY.Key_E)
    counter.enter()
    assert [each.amount for each in counter.payments(car.session_id)] == [
        Money(stay_of(counter.rig.services, car).quote.total.minor)
    ]


def test_at_the_exit_the_price_is_shown_in_both_places(counter: CounterWindow) -> None:
    car = hours(counter, 40)
    at_exit(counter)
    ask(counter)
    counter.press(KEY.Key_2)
    counter.press(KEY.Key_3)
    counter.confirm()
    assert counter.due is None
    tell(counter)
    assert counter.rig.phase(EXIT) == "Quoted"
    stay = counter.desk.counter.stay
    assert stay is not None
    assert stay.session_id == car.session_id


def test_what_is_dealt_with_at_the_exit_lies_on_the_counter_no_more(
    counter: CounterWindow,
) -> None:
    hours(counter, 40)
    at_exit(counter)
    ask(counter)
    counter.press(KEY.Key_2)
    counter.press(KEY.Key_3)
    counter.confirm()
    tell(counter)
    assert counter.due
    desk = counter.rig.desk
    desk.order(EXIT, ev.NilExitOrdered(desk.authority("Our fault")))
    tell(counter)
    assert counter.rig.phase(EXIT) == "Opening"
    assert counter.due is None


def test_the_flat_fee_is_there_whatever_was_typed(counter: CounterWindow) -> None:
    at_exit(counter)
    ask(counter)
    counter.type("soon")
    counter.settle()
    assert counter.says("Write a time")
    counter.press(KEY.Key_1)
    counter.type("left on the beach")
    counter.confirm()
    tell(counter)
    assert counter.due == FEE


def test_confirmed_twice_it_is_one_lost_ticket(counter: CounterWindow) -> None:
    tell(counter)
    flat = Declare(ON_FOOT, "Driver lost it", Money(FEE))
    counter.window.asked.emit(flat)
    counter.window.asked.emit(flat)
    counter.settle()
    assert counter.rig.kinds("session.fee_fixed") == ["session.fee_fixed"]
    counter.window.asked.emit(flat)
    counter.settle()
    assert len(counter.rig.kinds("session.fee_fixed")) == 2, "another driver"


def test_esc_goes_back_one_step_at_a_time(counter: CounterWindow) -> None:
    car = hours(counter, 40)
    ask(counter)
    counter.press(KEY.Key_2)
    page = counter.window.cashier
    assert page.lost.reason.isVisible()
    counter.plain(KEY.Key_Escape)
    assert page.lost.seek.isVisible()
    assert page.busy()
    counter.plain(KEY.Key_Escape)
    assert not page.lost.isVisible()
    assert not page.busy()
    assert good(counter, car)


def test_where_no_car_stands_it_is_said_and_another_place_can_be_chosen(
    counter: CounterWindow,
) -> None:
    tell(counter)
    car = hours(counter, 40)
    ask(counter)
    counter.press(KEY.Key_2)
    counter.press(KEY.Key_1)  # the exit
    counter.press(KEY.Key_3)
    counter.confirm()
    assert counter.says("No car waits there")
    assert good(counter, car)
    counter.press(KEY.Key_2)  # on foot
    counter.confirm()
    assert not good(counter, car)


def test_far_below_the_flat_fee_somebody_else_is_asked(counter: CounterWindow) -> None:
    tell(counter)
    car = hours(counter, 1)
    ask(counter)
    counter.press(KEY.Key_2)
    counter.press(KEY.Key_3)
    counter.confirm()
    assert good(counter, car)
    assert counter.says("less than the flat fee")
    counter.type(PIN, enter=True)
    assert not good(counter, car)
    assert counter.due == stay_of(counter.rig.services, car).due.minor


def test_the_next_person_finds_nothing_of_it(counter: CounterWindow) -> None:
    hours(counter, 40)
    ask(counter)
    counter.press(KEY.Key_Q)
    assert not counter.window.cashier.lost.isVisible()
