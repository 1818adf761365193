"""Passes paid by card, against a real terminal's wire: sold once, or the money goes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.boot.services import Services
from kiosk.domain.counter import counter_by
from kiosk.domain.facts import passes as pass_facts
from kiosk.domain.facts.payments import PaymentStarted
from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind
from kiosk.domain.payment import Method, Paid
from kiosk.domain.refund import RefundCause
from kiosk.domain.ticket import Refusal
from kiosk.payments.simulated_terminal import Card
from kiosk.runtime import receipts
from kiosk.runtime.answers import CardRunning
from kiosk.runtime.desk import Desk
from kiosk.runtime.orders import Asked, MoneyBack, NotPaid
from kiosk.runtime.pass_sales import Charge, PassSold, Tender
from kiosk.runtime.refund_desk import RefundBegun
from kiosk.runtime.till import Till
from kiosk.store.trouble import StoreTrouble
from tests.support.card_desk import ANSWER, IN_FLIGHT, MONTH, PRICE, CardDesk
from tests.support.clock import HandClock
from tests.support.site import (
    EXIT,
    Rig,
    drive_in,
    journal_kinds,
    read_only_disk,
    stay_of,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CardDesk]:
    """An open desk with a card terminal."""
    made = CardDesk(tmp_path)
    made.open()
    yield made
    made.stop()
    made.far.port.stop()


def sold(answer: object) -> PassSold:
    """It was sold."""
    assert isinstance(answer, PassSold), answer
    return answer


def test_a_pass_changes_hands_in_the_commit_that_accepts_the_money(desk: CardDesk) -> None:
    attempt = desk.ask(Card.LATE)
    assert desk.passes() == []
    desk.heard()
    desk.far.finish(attempt)
    done = sold(desk.news())
    assert done.change == Money(0)
    assert desk.passes() == [done.pass_]
    with desk.services.site.store.read() as unit:
        events = unit.journal.since("booth-1", 1, 0, 10_000)
        (payment,) = unit.payments.of_session(done.pass_.pass_id)
    at = [each.kind for each in events].index("payment.succeeded")
    assert [each.kind for each in events[at:]] == ["payment.succeeded", "pass.issued", "pass.sold"]
    assert len({each.circumstances for each in events[at:]}) == 1
    assert desk.desk.staff is not None
    assert (payment.method, payment.reference) == (Method.CARD, "A00001")
    assert (payment.actor, payment.lane_id) == (desk.desk.staff.staff_id, counter_by(EXIT))
    desk.books_agree()


def test_every_kind_of_sale_is_paid_by_card(desk: CardDesk) -> None:
    sales = desk.desk.pass_sales
    assert sales.methods() == (Method.CASH, Method.CARD)
    assert isinstance(sales.sell(desk.wanted(PassKind.VALUE, Money(2000)), desk.charge()), Asked)
    pass_ = sold(desk.news()).pass_
    assert pass_.balance == Money(2000)
    until = pass_.valid_until + MONTH
    assert isinstance(sales.renew(pass_.pass_id, until, desk.charge()), Asked)
    assert sold(desk.news()).pass_.valid_until == until
    assert isinstance(sales.top_up(pass_.pass_id, desk.charge(price=Money(500))), Asked)
    assert sold(desk.news()).pass_.balance == Money(2500)
    assert isinstance(sales.sell(desk.wanted(PassKind.MULTI_ENTRY), desk.charge()), Asked)
    assert sold(desk.news()).pass_.entries_left == 10
    figures = desk.desk.shifts.x()
    assert [name for name, _ in figures.pass_sales] == ["renewal", "sale", "top_up"]
    assert [(method, tally.count) for method, tally in figures.payments] == [(Method.CARD, 4)]
    desk.books_agree()


def test_the_receipt_of_a_card_says_so(desk: CardDesk) -> None:
    desk.ask()
    done = sold(desk.news())
    site = desk.services.site
    with site.store.write() as unit:
        paper = receipts.sale(site, unit, done.pass_.pass_id, "Exit 1", site.here())
    assert paper is not None
    (tender,) = paper.tenders
    assert (paper.price, tender.method, tender.amount) == (PRICE, Method.CARD, PRICE)
    assert (tender.reference, tender.tendered) == ("A00001", None)


def test_the_intent_is_on_disk_before_the_terminal_is_asked(desk: CardDesk) -> None:
    with read_only_disk(desk.services), pytest.raises(StoreTrouble):
        desk.ask()
    desk.heard()
    assert desk.far.ledger == ()
    assert desk.nothing_was_sold()


# --- no money, no pass


def test_a_declined_card_buys_nothing(desk: CardDesk) -> None:
    desk.ask(Card.DECLINE)
    assert desk.news() == NotPaid("insufficient_funds")
    assert desk.nothing_was_sold()
    desk.books_agree()


def test_a_card_that_is_given_up_buys_nothing(desk: CardDesk) -> None:
    attempt = desk.ask(Card.LATE)
    desk.heard()
    desk.desk.pass_sales.give_up(attempt)
    assert desk.news() == NotPaid("cancelled")
    assert desk.nothing_was_sold()


def test_a_terminal_that_takes_a_drivers_money_is_busy(desk: CardDesk) -> None:
    car = drive_in(desk.services, desk.clock.now() - timedelta(minutes=50))
    charge = desk.charge(Card.LATE)
    desk.till.begin(EXIT, stay_of(desk.services, car), Method.CARD)
    desk.desk.pass_sales.sell(desk.wanted(), charge)
    assert desk.news() == NotPaid("busy")
    assert desk.nothing_was_sold()


def test_where_no_terminal_is_only_cash_is_taken(desk: CardDesk) -> None:
    bare = Till(desk.services.site, {EXIT: {}}, lambda _lane, _event: None)
    sales = Desk(desk.services.site, bare, {}, {}, desk.services.pepper).pass_sales
    assert sales.methods() == (Method.CASH,)
    sales._counter.staff = desk.desk.staff
    assert sales.sell(desk.wanted(), desk.charge()) == NotPaid("no_provider")
    assert "payment.started" not in journal_kinds(desk.services)


def test_what_cannot_be_had_is_not_even_asked_for(desk: CardDesk) -> None:
    sales = desk.desk.pass_sales
    assert sales.top_up("nobody", desk.charge()) is Refusal.UNKNOWN
    desk.ask()
    season = sold(desk.news()).pass_
    assert sales.top_up(season.pass_id, desk.charge()) is Refusal.NOT_ACCEPTED
    with pytest.raises(ValueError, match="nothing"):
        sales.sell(desk.wanted(), desk.charge(price=Money(0)))
    assert len(desk.far.ledger) == 1


def test_a_pass_that_is_being_paid_is_not_paid_twice(desk: CardDesk) -> None:
    desk.ask()
    pass_ = sold(desk.news()).pass_
    until, sales = pass_.valid_until + MONTH, desk.desk.pass_sales
    asked = sales.renew(pass_.pass_id, until, desk.charge(Card.LATE))
    assert isinstance(asked, Asked)
    assert sales.renew(pass_.pass_id, until, Tender(PRICE, PRICE)) == CardRunning()
    again = Charge(PRICE, Method.CARD, desk.told.put)
    assert sales.renew(pass_.pass_id, until, again) == CardRunning()
    desk.heard()
    desk.far.finish(asked.attempt_id)
    assert sold(desk.news()).pass_.valid_until == until
    desk.books_agree()


# --- doubts


@pytest.mark.parametrize("card", [Card.SILENT, Card.MUTE, Card.HIDDEN, Card.STUBBORN])
def test_a_doubt_waits_until_the_terminal_says(desk: CardDesk, card: Card) -> None:
    attempt = desk.ask(card)
    desk.pass_time(ANSWER)
    assert desk.news() == Asked(attempt, EXIT, doubt=True)
    assert desk.passes() == []
    if card is not Card.SILENT:
        desk.desk.look()
        desk.heard()
        desk.far.finish(attempt)
    else:
        desk.desk.look()
    while isinstance(news := desk.news(), Asked):
        pass
    assert len(desk.passes()) == 1
    assert sold(news).pass_ == desk.passes()[0]
    desk.books_agree()


def test_money_that_the_disk_did_not_take_is_asked_for_again(desk: CardDesk) -> None:
    attempt = desk.ask(Card.LATE)
    desk.heard()
    with read_only_disk(desk.services):
        desk.far.finish(attempt)
        assert desk.news() == Asked(attempt, EXIT, doubt=True)
    desk.desk.look()
    sold(desk.news())
    desk.books_agree()


def test_an_answer_said_three_times_sells_one_pass(desk: CardDesk) -> None:
    desk.ask(Card.DUPLICATE)
    sold(desk.news())
    desk.heard()
    assert desk.told.empty()
    assert len(desk.passes()) == 1
    desk.books_agree()


def test_money_that_comes_after_all_goes_back(desk: CardDesk) -> None:
    attempt = desk.ask(Card.HIDDEN)
    desk.pass_time(ANSWER)
    assert desk.news() == Asked(attempt, EXIT, doubt=True)
    desk.pass_time(IN_FLIGHT)
    desk.desk.look()
    assert desk.news() == NotPaid("not_found")
    desk.far.finish(attempt)
    desk.heard()
    assert desk.nothing_was_sold()
    assert desk.desk.pass_sales.became(attempt) == MoneyBack()
    desk.books_agree()


# --- what is no order any more


@pytest.mark.parametrize("card", [Card.SILENT, Card.LATE])
def test_money_for_an_order_of_the_run_before_is_a_refund_task(desk: CardDesk, card: Card) -> None:
    attempt = desk.ask(card)
    desk.heard()
    desk.restart()
    desk.clock.ahead_seconds += IN_FLIGHT
    if card is Card.LATE:
        desk.far.finish(attempt)
        desk.heard()
    desk.till.settle(attempt)
    desk.heard()
    assert desk.nothing_was_sold()
    (task,) = desk.desk.refunds.tasks()
    assert (task.attempt_id, task.left) == (attempt, PRICE)
    desk.books_agree()
    desk.clock.ahead_seconds += IN_FLIGHT
    desk.far.hold(Card.APPROVE)
    back = desk.desk.refunds.give_back(attempt, Money(2000), "late", cause=RefundCause.ORPHAN)
    assert isinstance(back, RefundBegun)
    desk.heard()
    assert [(each.original, each.amount) for each in desk.far.returned] == [(attempt, Money(2000))]


def test_an_order_of_the_run_before_that_was_never_paid_is_over(desk: CardDesk) -> None:
    attempt = desk.ask(Card.LOST)
    desk.heard()
    desk.restart()
    desk.till.settle(attempt)
    desk.pass_time(IN_FLIGHT)
    desk.till.settle(attempt)
    desk.heard()
    assert desk.desk.pass_sales.became(attempt) == NotPaid("not_found")
    assert desk.nothing_was_sold()
    assert desk.desk.refunds.tasks() == ()


def test_money_for_a_renewal_that_would_make_a_pass_shorter_by_now_goes_back(
    desk: CardDesk,
) -> None:
    desk.ask()
    pass_ = sold(desk.news()).pass_
    sales, site = desk.desk.pass_sales, desk.services.site
    asked = sales.renew(pass_.pass_id, pass_.valid_until + MONTH, desk.charge(Card.LATE))
    assert isinstance(asked, Asked)
    elsewhere = pass_facts.PassRenewed(pass_.pass_id, pass_.valid_until + 12 * MONTH)
    with site.store.write() as unit:
        unit.record(elsewhere, site.here())
    desk.heard()
    desk.far.finish(asked.attempt_id)
    assert desk.news() == MoneyBack()
    assert desk.passes()[0].valid_until == elsewhere.valid_until
    desk.books_agree()


# --- the lane whose terminal it is


def test_a_restarted_lane_asks_for_a_passs_money_and_is_quiet_once_it_is_known(
    services: Services, clock: HandClock
) -> None:
    site = services.site
    with site.store.write() as unit:
        started = PaymentStarted("a-1", "pass-1", Method.CARD, PRICE)
        unit.record(started, site.here(EXIT, "pass-1"))
    rig = Rig(services, clock)
    lane = rig.lanes.runners[EXIT].state
    assert (lane.settling, lane.calling) == ((("a-1", "pass-1"),), "unsettled")
    rig.lanes.till.report(Paid("a-1", "A00001"))
    rig.turn(EXIT)
    lane = rig.lanes.runners[EXIT].state
    assert (lane.settling, lane.calling) == ((), "")
    assert rig.phase(EXIT) == "Idle"
    assert [each.attempt_id for each in rig.desk.refunds.tasks()] == ["a-1"]
    rig.close()
