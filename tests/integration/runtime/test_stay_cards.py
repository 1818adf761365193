"""Stays paid by card at the counter, on a real terminal's wire: paid once, or certainly not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.counter import COUNTER, counter_by
from kiosk.domain.facts.booth import ShiftOpened
from kiosk.domain.money import Money
from kiosk.domain.payment import Declined, Method
from kiosk.domain.quote import Stay
from kiosk.lane.events import PaymentReported
from kiosk.payments.simulated_terminal import Card
from kiosk.runtime.answers import CardRunning, PriceChanged
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.orders import Asked, NotPaid
from kiosk.store.trouble import StoreTrouble
from tests.support.card_desk import ANSWER, IN_FLIGHT, CardDesk
from tests.support.card_stays import (
    ask,
    books_agree,
    leave_owing,
    listen,
    news,
    paid,
    parts,
    receipt_of,
    restart,
)
from tests.support.site import (
    EXIT,
    Car,
    drive_in,
    journal_kinds,
    read_only_disk,
    stay_of,
)

PART = Money(100)


@pytest.fixture(params=[EXIT, COUNTER])
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[CardDesk]:
    """An open desk, with the terminal of the exit or one of its own."""
    made = CardDesk(tmp_path, request.param)
    made.open()
    listen(made)
    yield made
    made.stop()
    made.far.port.stop()


@pytest.fixture
def car(desk: CardDesk) -> Car:
    """A car inside, with a price to pay."""
    return drive_in(desk.services, desk.clock.now() - timedelta(minutes=50))


def test_a_card_pays_all_and_an_exit_pass_follows(desk: CardDesk, car: Car) -> None:
    due = stay_of(desk.services, car).due
    attempt = ask(desk, car)
    done = paid(news(desk))
    assert (done.taken, done.stay.due.minor) == (due, 0)
    (payment,) = parts(desk, car)
    assert desk.desk.staff is not None
    assert (payment.attempt_id, payment.method, payment.amount) == (attempt, Method.CARD, due)
    assert payment.actor == desk.desk.staff.staff_id
    assert payment.lane_id == (COUNTER if desk.place == COUNTER else counter_by(EXIT))
    assert payment.leave_by_at > desk.clock.now()
    assert journal_kinds(desk.services, "payment.") == ["payment.started", "payment.succeeded"]
    assert desk.lane_told == []
    books_agree(desk)


def test_the_exit_pass_is_made_once_however_often_it_is_asked(desk: CardDesk, car: Car) -> None:
    attempt = ask(desk, car)
    paid(news(desk))
    passes = [kind for kind in journal_kinds(desk.services) if "pass" in kind]
    paid(desk.desk.stay_cards.became(attempt))
    assert [kind for kind in journal_kinds(desk.services) if "pass" in kind] == passes
    assert any("exit_pass" in kind for kind in passes)


def test_the_shift_that_is_open_and_its_figures_count_it(desk: CardDesk, car: Car) -> None:
    due = stay_of(desk.services, car).due
    site = desk.services.site
    attempt = ask(desk, car, Card.LATE)
    with site.store.write() as unit:
        unit.record(ShiftOpened("s-1", "olga", Money(0)), site.here())
    desk.heard()
    desk.far.finish(attempt)
    paid(news(desk))
    assert parts(desk, car)[0].shift_id == "s-1"
    figures = desk.desk.shifts.x()
    assert [(way, tally.count, tally.amount) for way, tally in figures.payments] == [
        (Method.CARD, 1, due)
    ]


def test_the_intent_is_on_disk_before_the_terminal_is_asked(desk: CardDesk, car: Car) -> None:
    stay = stay_of(desk.services, car)
    with read_only_disk(desk.services), pytest.raises(StoreTrouble):
        desk.desk.stay_cards.ask(stay)
    desk.heard()
    assert desk.far.ledger == ()
    assert journal_kinds(desk.services, "payment.") == []


# --- no money


def test_a_declined_card_loses_nothing_and_may_be_followed_by_cash(
    desk: CardDesk, car: Car
) -> None:
    ask(desk, car, Card.DECLINE)
    assert news(desk) == NotPaid("insufficient_funds")
    stay = stay_of(desk.services, car)
    assert stay.due
    assert isinstance(desk.desk.cashier.take_cash(stay, stay.due), CashTaken)
    books_agree(desk)


def test_a_card_that_is_cancelled_pays_nothing(desk: CardDesk, car: Car) -> None:
    attempt = ask(desk, car, Card.LATE)
    desk.heard()
    desk.desk.stay_cards.give_up(attempt)
    assert news(desk) == NotPaid("cancelled")
    assert parts(desk, car) == []
    books_agree(desk)


def test_without_any_terminal_no_card_is_offered(desk: CardDesk, car: Car) -> None:
    desk.till._providers.clear()  # type: ignore[attr-defined]
    assert not desk.desk.stay_cards.offered()
    asked = desk.desk.stay_cards.ask(stay_of(desk.services, car))
    assert asked == NotPaid("no_provider")


# --- doubts


@pytest.mark.parametrize("card", [Card.SILENT, Card.MUTE])
def test_a_doubt_is_asked_about_until_it_is_paid(desk: CardDesk, car: Car, card: Card) -> None:
    attempt = ask(desk, car, card)
    desk.pass_time(ANSWER)
    assert news(desk) == Asked(attempt, desk.place, doubt=True)
    stay = stay_of(desk.services, car)
    assert desk.desk.stay_cards.ask(stay) == CardRunning()
    assert desk.desk.cashier.take_cash(stay, stay.due) == CardRunning()
    desk.desk.look()
    desk.heard()
    if card is Card.MUTE:
        desk.far.finish(attempt)
    while isinstance(told := news(desk), Asked):
        pass
    assert paid(told).stay.due.minor == 0
    assert len(parts(desk, car)) == 1
    books_agree(desk)


def test_a_doubt_ends_without_money_where_the_terminal_never_heard_of_it(
    desk: CardDesk, car: Car
) -> None:
    attempt = ask(desk, car, Card.LOST)
    desk.pass_time(ANSWER)
    assert news(desk) == Asked(attempt, desk.place, doubt=True)
    desk.pass_time(IN_FLIGHT)
    desk.desk.look()
    assert news(desk) == NotPaid("not_found")
    ask(desk, car)
    assert paid(news(desk)).stay.due.minor == 0
    books_agree(desk)


# --- a restart in between


@pytest.mark.parametrize("card", [Card.SILENT, Card.LATE])
def test_a_card_of_the_run_before_is_taken_up_by_the_first_look(
    desk: CardDesk, car: Car, card: Card
) -> None:
    attempt = ask(desk, car, card)
    desk.heard()
    restart(desk)
    desk.desk.look()
    desk.heard()
    if card is Card.LATE:
        desk.far.finish(attempt)
    while isinstance(told := news(desk), Asked):
        pass
    assert paid(told).stay.due.minor == 0
    (payment,) = parts(desk, car)
    assert payment.leave_by_at > desk.clock.now()
    assert any("exit_pass" in kind for kind in journal_kinds(desk.services))
    books_agree(desk)


@pytest.mark.parametrize("looked", [True, False])
def test_a_part_of_the_run_before_is_still_a_part(desk: CardDesk, car: Car, looked: bool) -> None:
    due = stay_of(desk.services, car).due
    attempt = ask(desk, car, Card.LATE, PART)
    desk.heard()
    restart(desk)
    if looked:
        desk.desk.look()
        desk.heard()
    desk.far.finish(attempt)
    desk.heard()
    assert stay_of(desk.services, car).due == due - PART
    books_agree(desk)


def test_a_card_of_the_run_before_that_was_never_asked_is_over(desk: CardDesk, car: Car) -> None:
    attempt = ask(desk, car, Card.LOST)
    desk.heard()
    restart(desk)
    desk.desk.look()
    desk.pass_time(IN_FLIGHT)
    desk.desk.look()
    desk.heard()
    assert desk.desk.stay_cards.became(attempt) == NotPaid("not_found")
    books_agree(desk)


# --- in parts


def test_cash_then_card_pay_one_stay(desk: CardDesk, car: Car) -> None:
    stay = stay_of(desk.services, car)
    taken = desk.desk.cashier.take_cash(stay, PART, part=PART)
    assert isinstance(taken, CashTaken)
    ask(desk, car)
    assert paid(news(desk)).taken == stay.due - PART
    assert [each.method for each in parts(desk, car)] == [Method.CASH, Method.CARD]
    receipt = receipt_of(desk, car)
    assert [each.method for each in receipt.tenders] == [Method.CASH, Method.CARD]
    books_agree(desk)


def test_card_then_cash_pay_one_stay_and_only_the_last_gives_time_to_leave(
    desk: CardDesk, car: Car
) -> None:
    due = stay_of(desk.services, car).due
    ask(desk, car, part=PART)
    assert paid(news(desk)).stay.due == due - PART
    assert not any("exit_pass" in kind for kind in journal_kinds(desk.services))
    stay = stay_of(desk.services, car)
    assert stay.due == due - PART
    taken = desk.desk.cashier.take_cash(stay, stay.due)
    assert isinstance(taken, CashTaken)
    assert (taken.stay.due.minor, taken.stay.leave_by_at is None) == (0, False)
    books_agree(desk)


def test_a_price_that_grows_while_the_card_is_asked_is_not_asked_again_within_the_grace(
    desk: CardDesk, car: Car
) -> None:
    due = stay_of(desk.services, car).due
    attempt = ask(desk, car, Card.LATE)
    desk.pass_time(55.0)
    desk.clock.ahead_seconds += timedelta(hours=1).total_seconds()
    desk.far.finish(attempt)
    while isinstance(told := news(desk), Asked):
        pass
    assert paid(told).taken == due
    assert stay_of(desk.services, car).due.minor == 0


# --- others who want the same money


def test_nobody_else_takes_money_while_a_card_is_asked(desk: CardDesk, car: Car) -> None:
    attempt = ask(desk, car, Card.LATE)
    stay = stay_of(desk.services, car)
    assert desk.desk.cashier.take_cash(stay, stay.due) == CardRunning()
    desk.till.begin(EXIT, stay, Method.CARD)
    (told,) = desk.lane_told
    assert isinstance(told, PaymentReported)
    assert isinstance(told.outcome, Declined)
    desk.heard()
    desk.far.finish(attempt)
    paid(news(desk))
    assert len(parts(desk, car)) == 1
    books_agree(desk)


def test_a_price_that_was_paid_meanwhile_is_not_asked_of_a_card(desk: CardDesk, car: Car) -> None:
    before = stay_of(desk.services, car)
    assert isinstance(desk.desk.cashier.take_cash(before, before.due), CashTaken)
    answer = desk.desk.stay_cards.ask(before)
    assert isinstance(answer, PriceChanged)
    assert answer.stay.due.minor == 0
    desk.heard()
    assert desk.far.ledger == ()


def test_a_card_pays_what_a_car_that_left_still_owes(desk: CardDesk, car: Car) -> None:
    owed = leave_owing(desk, car)
    desk.far.hold(Card.APPROVE)
    asked = desk.desk.stay_cards.ask(owed, PART)
    assert isinstance(asked, Asked)
    assert paid(news(desk)).stay.due == owed.due - PART
    rest = desk.desk.fees.debt(car.code)
    assert isinstance(rest, Stay)
    asked = desk.desk.stay_cards.ask(rest)
    assert isinstance(asked, Asked)
    assert paid(news(desk)).stay.due.minor == 0
    with desk.services.site.store.read() as unit:
        assert unit.debts.open() == ()
    books_agree(desk)
