"""What happens beside a counter's window, and stands on its exceptions page."""

from __future__ import annotations

from kiosk.domain.facts import lanes, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from tests.support.counter_window import CounterWindow
from tests.support.site import EXIT, Car, drive_in


def happen(counter: CounterWindow, *reasons: str) -> None:
    """Somebody opened the exit by hand, once for each reason."""
    site = counter.rig.services.site
    for reason in reasons:
        counter.rig.clock.pass_time(60)
        with site.store.write() as unit:
            unit.record(lanes.ManualOpened(reason), site.here(EXIT))


def leave_owing(counter: CounterWindow, minor: int) -> Car:
    """A car that left and owes this much."""
    site = counter.rig.services.site
    car = drive_in(counter.rig.services)
    with site.store.write() as unit:
        here = site.here(EXIT, car.session_id)
        unit.record(payments.AmountOwed(car.session_id, Money(minor), "iou"), here)
        unit.record(stays.SessionEnded(car.session_id, site.clock.now()), here)
    return car


def left_of(counter: CounterWindow, car: Car) -> int:
    with counter.rig.services.site.store.read() as unit:
        debt = unit.debts.find(car.session_id)
    assert debt is not None
    return debt.left.minor


def strand(counter: CounterWindow, minor: int) -> Car:
    """A car whose card was asked for at a lane that is gone from the settings since."""
    site = counter.rig.services.site
    car = drive_in(counter.rig.services)
    with site.store.write() as unit:
        here = site.here("exit-old", car.session_id)
        started = payments.PaymentStarted("a-1", car.session_id, Method.CARD, Money(minor))
        unit.record(started, here)
    counter.desk.look()
    counter.settle()
    return car
