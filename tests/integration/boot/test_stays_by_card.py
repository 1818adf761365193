"""Stays paid by card at a real desk, from the key to the fact, with a terminal that obeys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.counter import COUNTER
from kiosk.domain.payment import Declined, Method
from kiosk.domain.staff import Role
from kiosk.lane import events as ev
from kiosk.ui.attendant.pages import CASHIER, LANES
from kiosk.views.cashier import CashierAction
from tests.support.counter_window import CounterWindow
from tests.support.scripted import Scripted
from tests.support.site import EXIT, Car, drive_in

KEY = Qt.Key
DUE = 300
"""An hour by the tariff of the examples, in minor units."""
PAYS = "The driver pays €3.00 by card. Terminal: "
DOUBT = "Nobody knows yet whether €3.00 were taken. Do not take them again."
DECLINED = "The card was declined. Nothing was charged."


@pytest.fixture
def card(counter: CounterWindow) -> Scripted:
    """The terminal of the exit."""
    made = Scripted()
    counter.rig.lanes.till._providers[EXIT][Method.CARD] = made  # type: ignore[index]
    return made


def ask(counter: CounterWindow, card: Scripted) -> str:
    """Alt C; returns the attempt that the terminal was asked for."""
    before = set(card.waiting)
    counter.press(KEY.Key_C)
    (attempt_id,) = set(card.waiting) - before
    return attempt_id


def offered(counter: CounterWindow, action: CashierAction) -> bool:
    return counter.window.cashier.order_buttons[action].isVisible()


def ways(counter: CounterWindow, car: Car) -> list[tuple[Method, int]]:
    """What was taken for it, part by part."""
    return [(each.method, each.amount.minor) for each in counter.payments(car.session_id)]


def test_a_card_pays_a_stay(counter: CounterWindow, card: Scripted, car: Car) -> None:
    attempt = ask(counter, card)
    assert counter.says(PAYS + "exit-1")
    assert not counter.window.cashier.cash.given.isEnabled()
    assert not offered(counter, CashierAction.CARD)
    assert not offered(counter, CashierAction.ADJUST)
    assert ways(counter, car) == []
    card.pay(attempt)
    counter.settle()
    assert counter.due is None
    assert counter.says("Booked")
    assert not counter.says(PAYS)
    assert ways(counter, car) == [(Method.CARD, DUE)]
    assert len([kind for kind in counter.rig.kinds() if "exit_pass" in kind]) == 1


def test_the_counters_own_terminal_is_asked_first(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    own = Scripted()
    counter.rig.lanes.till._providers[COUNTER] = {Method.CARD: own}  # type: ignore[index]
    attempt = ask(counter, own)
    assert counter.says(PAYS + "Counter")
    assert card.waiting == {}
    own.pay(attempt)
    counter.settle()
    assert ways(counter, car) == [(Method.CARD, DUE)]


def test_where_no_terminal_is_no_card_is_offered(counter: CounterWindow) -> None:
    counter.rig.lanes.till._providers.clear()  # type: ignore[attr-defined]
    counter.plain(KEY.Key_F3)
    counter.type(drive_in(counter.rig.services).code, enter=True)
    assert counter.due == DUE
    assert not offered(counter, CashierAction.CARD)


def test_a_part_in_cash_and_the_rest_by_card(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    counter.type("1")
    counter.press(KEY.Key_P)
    counter.enter()
    attempt = ask(counter, card)
    assert counter.says("The driver pays €2.00 by card")
    card.pay(attempt)
    counter.settle()
    assert ways(counter, car) == [(Method.CASH, 100), (Method.CARD, DUE - 100)]
    assert counter.due is None


def test_a_part_by_card_and_the_rest_in_cash(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    counter.press(KEY.Key_P)
    counter.type("1")
    card.pay(ask(counter, card))
    counter.settle()
    assert counter.due == DUE - 100
    assert counter.says("Taken: €1.00. Still to pay: €2.00.")
    counter.press(KEY.Key_E)
    counter.enter()
    assert ways(counter, car) == [(Method.CARD, 100), (Method.CASH, DUE - 100)]
    assert counter.due is None


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("insufficient_funds", DECLINED),
        ("busy", "The card terminal is busy with another payment."),
        ("no_terminal", "The card terminal does not answer."),
    ],
)
def test_a_card_that_pays_nothing_leaves_the_price_as_it_was(
    counter: CounterWindow, card: Scripted, car: Car, reason: str, said: str
) -> None:
    card.say(Declined(ask(counter, card), reason))
    counter.settle()
    assert counter.says(said)
    assert counter.due == DUE
    assert counter.window.cashier.cash.given.hasFocus()
    again = ask(counter, card)
    assert counter.says(PAYS)
    assert not counter.says(said)
    card.decline(again)
    counter.settle()
    counter.press(KEY.Key_E)
    counter.enter()
    assert ways(counter, car) == [(Method.CASH, DUE)]


@pytest.mark.parametrize("key", ["esc", "alt c"])
def test_the_terminals_word_decides_whether_a_card_is_cancelled(
    counter: CounterWindow, card: Scripted, car: Car, key: str
) -> None:
    attempt = ask(counter, card)
    assert offered(counter, CashierAction.CANCEL_CARD)
    if key == "esc":
        counter.plain(KEY.Key_Escape)
    else:
        counter.press(KEY.Key_C)
    assert card.unwanted == [attempt]
    assert counter.says(PAYS)
    card.cancelled(attempt)
    counter.settle()
    assert counter.says("Nothing was charged.")
    assert counter.due == DUE
    assert ways(counter, car) == []


def test_while_a_card_is_asked_nothing_else_takes_money(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    attempt = ask(counter, card)
    for key in (KEY.Key_E, KEY.Key_P, KEY.Key_W, KEY.Key_F, KEY.Key_V):
        counter.press(key)
        counter.enter()
    assert list(card.waiting) == [attempt]
    assert ways(counter, car) == []
    assert counter.says(PAYS)


def test_a_doubt_is_said_asked_about_and_ends_by_itself(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    attempt = ask(counter, card)
    card.lose(attempt)
    counter.settle()
    assert counter.says(DOUBT)
    assert not offered(counter, CashierAction.CARD)
    assert not offered(counter, CashierAction.CANCEL_CARD)
    counter.press(KEY.Key_C)
    assert counter.rig.kinds("payment.started") == ["payment.started"]
    card.move(attempt)
    counter.desk.look()
    counter.settle()
    assert counter.due is None
    assert ways(counter, car) == [(Method.CARD, DUE)]


def test_the_next_driver_is_served_while_a_card_is_in_doubt(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    attempt = ask(counter, card)
    card.lose(attempt)
    counter.settle()
    other = drive_in(counter.rig.services)
    counter.type(other.code, enter=True)
    assert not counter.says(DOUBT)
    assert counter.window.cashier.cash.given.isEnabled()
    card.pay(attempt)
    counter.settle()
    assert counter.says("Paid by card: €3.00 for")
    assert counter.due == DUE
    counter.press(KEY.Key_E)
    counter.enter()
    assert ways(counter, car) == [(Method.CARD, DUE)]
    assert ways(counter, other) == [(Method.CASH, DUE)]


def test_a_stay_that_is_looked_at_again_still_says_that_a_card_is_asked(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    attempt = ask(counter, card)
    counter.type(drive_in(counter.rig.services).code, enter=True)
    counter.scan(car.payload)
    assert counter.says(PAYS)
    card.decline(attempt)
    counter.settle()
    assert counter.says(DECLINED)


def test_who_sits_down_meanwhile_hears_of_the_card(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    attempt = ask(counter, card)
    counter.sit_down(Role.ATTENDANT)
    card.pay(attempt)
    counter.settle()
    assert counter.says("Paid by card: €3.00 for")
    assert ways(counter, car) == [(Method.CARD, DUE)]


def test_a_price_that_was_paid_meanwhile_is_said_and_no_card_is_asked(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    stay = counter.desk.counter.stay
    assert stay is not None
    counter.rig.desk.take_cash(stay, stay.due)
    counter.press(KEY.Key_C)
    assert card.waiting == {}
    assert counter.says("The price has changed.")
    assert ways(counter, car) == [(Method.CASH, DUE)]


def test_a_card_that_runs_at_the_lane_is_not_asked_again_here(
    counter: CounterWindow, card: Scripted, car: Car
) -> None:
    stay = counter.desk.counter.stay
    assert stay is not None
    begun = counter.rig.lanes.till.begin(EXIT, stay, Method.CARD)
    counter.press(KEY.Key_C)
    assert list(card.waiting) == [begun.attempt_id]
    assert counter.says("A card payment is running for this ticket.")


# --- who comes with cash


def test_an_answered_call_for_cash_brings_its_stay_to_an_empty_counter(
    counter: CounterWindow,
) -> None:
    car = wants_cash(counter)
    counter.plain(KEY.Key_F2)
    counter.window.help_answered.emit(EXIT)
    counter.settle()
    assert counter.window.place == CASHIER
    assert counter.desk.counter.stay is not None
    assert counter.desk.counter.stay.session_id == car.session_id


def test_an_answered_call_leaves_what_lies_on_the_counter(counter: CounterWindow) -> None:
    first = drive_in(counter.rig.services)
    counter.plain(KEY.Key_F3)
    counter.type(first.code, enter=True)
    wants_cash(counter)
    counter.plain(KEY.Key_F2)
    counter.window.help_answered.emit(EXIT)
    counter.settle()
    assert counter.window.place == LANES
    assert counter.desk.counter.stay is not None
    assert counter.desk.counter.stay.session_id == first.session_id


def wants_cash(counter: CounterWindow) -> Car:
    """A car at the exit whose driver goes for cash at the booth."""
    rig = counter.rig
    car = drive_in(rig.services)
    rig.arrive(EXIT)
    rig.tell(EXIT, ev.CodeOffered(car.payload), ev.MethodChosen(Method.CASH))
    assert rig.phase(EXIT) == "CashWanted"
    counter.desk.lane_changed(EXIT, rig.published[EXIT])
    return car
