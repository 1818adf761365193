"""The exit beside a shown price: vouchers, passes, stored money, a bank's app, a limit."""

from dataclasses import replace

import pytest

from kiosk.domain.facts import lanes
from kiosk.domain.money import Money
from kiosk.domain.payment import Declined, Method, Paid
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.listing import ATTEMPT, NOON, OWING, PAID, WITH_WALLET
from kiosk.lane.rules import Rules
from kiosk.lane.state import CashWanted, Checking, Opening, Paying, Phase, Quoted, Refused, Waiting
from tests.support.play import exit_, play

CHEAPER = replace(OWING, due=Money(100))
VOUCHER = ev.CodeOffered("VOUCHER")
BESIDE = do.LookUp("VOUCHER", beside="session")
UPI = "upi://pay?tr=attempt"


@pytest.mark.parametrize("phase", [Quoted(OWING), Waiting("device", OWING), CashWanted(OWING)])
def test_a_second_code_is_looked_up_for_the_stay_that_is_shown(phase: Phase) -> None:
    after, done = play(VOUCHER, lane=exit_(phase))
    assert after.phase == Checking("VOUCHER", OWING)
    assert done == [BESIDE]


def test_a_voucher_that_counts_shows_the_new_price() -> None:
    after, _ = play(ev.StayFound(CHEAPER), lane=exit_(Checking("VOUCHER", OWING)))
    assert after.phase == Quoted(CHEAPER)


def test_a_voucher_that_pays_everything_opens() -> None:
    free = replace(OWING, due=Money(0))
    after, _ = play(ev.StayFound(free), lane=exit_(Checking("VOUCHER", OWING)))
    assert isinstance(after.phase, Opening)


def test_a_refused_voucher_leaves_the_price_as_it_was() -> None:
    lane = exit_(Checking("VOUCHER", OWING))
    refused, done = play(ev.CredentialRefused(Refusal.EXPIRED), lane=lane)
    assert refused.phase == Refused(Refusal.EXPIRED, "VOUCHER", OWING)
    assert done == [do.Record((lanes.CredentialRefused("expired", "VOUCHER"),))]
    for back in (ev.BackTapped(), ev.MoreTimeTapped(), 12.5):
        assert play(back, lane=refused)[0].phase == Quoted(OWING)


def test_an_answer_that_never_comes_leaves_the_price_as_it_was() -> None:
    checking, _ = play(VOUCHER, lane=exit_(Quoted(OWING)))
    after, _ = play(20.0, lane=checking)
    assert after.phase == Quoted(OWING)


@pytest.mark.parametrize(
    "phase", [Checking("VOUCHER", OWING), Refused(Refusal.EXPIRED, "VOUCHER", OWING)]
)
def test_the_till_may_pay_while_a_second_code_is_looked_at(phase: Phase) -> None:
    after, _ = play(ev.PaidElsewhere("session", PAID), lane=exit_(phase))
    assert isinstance(after.phase, Opening)


def test_stored_money_pays_what_it_covers() -> None:
    lane = exit_(Quoted(WITH_WALLET))
    after, done = play(ev.MethodChosen(Method.WALLET), lane=lane)
    assert after.phase == Paying(WITH_WALLET, Method.WALLET)
    assert done == [do.BeginPayment(WITH_WALLET, Method.WALLET)]


def test_stored_money_that_is_not_enough_is_not_asked_for() -> None:
    poor = replace(WITH_WALLET, wallet=Money(349))
    after, done = play(ev.MethodChosen(Method.WALLET), lane=exit_(Quoted(poor)))
    assert (after.phase, done) == (Quoted(poor), [])


def test_a_bank_app_gets_its_code_shown_and_pays() -> None:
    lane, _ = play(ev.MethodChosen(Method.UPI), lane=exit_(Quoted(OWING)))
    shown, _ = play(ev.PaymentBegun(ATTEMPT, Method.UPI, UPI), lane=lane)
    assert shown.phase == Paying(OWING, Method.UPI, ATTEMPT, show=UPI)
    paid, _ = play(ev.PaymentReported(Paid(ATTEMPT), NOON), lane=shown)
    assert isinstance(paid.phase, Opening)
    declined, _ = play(ev.PaymentReported(Declined(ATTEMPT)), lane=shown)
    assert declined.phase == Quoted(OWING, declined=True)


def test_a_bank_app_needs_the_internet_and_no_card_terminal() -> None:
    offline = replace(exit_(Quoted(OWING)), unreachable=frozenset({"internet"}))
    after, _ = play(ev.MethodChosen(Method.UPI), lane=offline)
    assert isinstance(after.phase, Waiting)
    no_gateway = replace(exit_(Quoted(OWING)), unreachable=frozenset({"gateway"}))
    after, _ = play(ev.MethodChosen(Method.UPI), lane=no_gateway)
    assert after.phase == Paying(OWING, Method.UPI)


def test_above_the_limit_of_this_machine_a_person_takes_the_money() -> None:
    rules = Rules(payment_limit_minor=349)
    for method in (Method.CARD, Method.UPI):
        after, done = play(ev.MethodChosen(method), lane=exit_(Quoted(OWING)), rules=rules)
        assert after.phase == Waiting("limit", OWING)
        assert do.CallAttendant("limit") in done
    at_limit = Rules(payment_limit_minor=350)
    after, _ = play(ev.MethodChosen(Method.CARD), lane=exit_(Quoted(OWING)), rules=at_limit)
    assert after.phase == Paying(OWING, Method.CARD)
    paid, _ = play(
        ev.MethodChosen(Method.CARD),
        ev.PaidElsewhere("session", PAID),
        lane=exit_(Quoted(OWING)),
        rules=rules,
    )
    assert isinstance(paid.phase, Opening)


ENDS = Text("Your pass is valid until {ends_at:moment}").with_values(ends_at=NOON)


@pytest.mark.parametrize("due", [Money(0), Money(350)])
def test_what_the_driver_should_know_of_the_pass_stays_until_the_boom_opens(due: Money) -> None:
    stay = replace(WITH_WALLET, due=due, note=ENDS)
    after, _ = play(ev.StayFound(stay), lane=exit_(Checking("PASS")))
    if due:
        after, _ = play(
            ev.MethodChosen(Method.WALLET),
            ev.PaymentBegun(ATTEMPT, Method.WALLET),
            ev.PaymentReported(Paid(ATTEMPT), NOON),
            lane=after,
        )
    assert isinstance(after.phase, Opening)
    assert after.phase.going.stay is not None
    assert after.phase.going.stay.note == ENDS
