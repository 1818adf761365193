"""Money in flight: four outcomes, one attempt, and nobody charged twice."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain.facts import lanes, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Cancelled, Declined, Method, Outcome, Paid, Unknown
from kiosk.domain.signals import Device
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.listing import BY, OWING, PAID
from kiosk.lane.state import (
    Armed,
    Checking,
    Idle,
    Opening,
    Paying,
    Quoted,
    Unsettled,
    Waiting,
)
from tests.support.play import A_OFF, A_ON, QUIET, SETTLE, exit_, facts, play

LEAVE_BY = datetime(2030, 1, 1, 12, 15, tzinfo=UTC)
PAYING = exit_(Paying(OWING, Method.CARD, "attempt"))
UNSETTLED = replace(
    exit_(Unsettled(OWING, "attempt")), settling=(("attempt", "session"),), calling="unsettled"
)


def reported(outcome: Outcome) -> ev.PaymentReported:
    """The provider's word."""
    return ev.PaymentReported(outcome, LEAVE_BY if isinstance(outcome, Paid) else None)


def test_paid_is_authorised_and_opened_in_one_step() -> None:
    after, done = play(reported(Paid("attempt")), lane=PAYING)
    bodies = (stays.ExitAuthorised("session", "paid"), lanes.BarrierOrdered("paid"))
    assert done == [do.Record(bodies, "session"), do.OpenBarrier()]
    assert isinstance(after.phase, Opening)
    nothing_due = replace(OWING, paid=OWING.due, due=Money(0), leave_by_at=LEAVE_BY)
    assert after.phase.going.stay == nothing_due


def test_declined_shows_the_same_price_again() -> None:
    after, done = play(reported(Declined("attempt")), lane=PAYING)
    assert (after.phase, done) == (Quoted(OWING, declined=True), [])


def test_back_asks_the_provider_once_and_its_answer_decides() -> None:
    after, done = play(ev.BackTapped(), ev.BackTapped(), lane=PAYING)
    assert done == [do.CancelPayment("attempt")]
    assert after.phase == Paying(OWING, Method.CARD, "attempt", cancelling=True)
    cancelled, _ = play(reported(Cancelled("attempt")), lane=after)
    assert cancelled.phase == Quoted(OWING)
    _, done = play(reported(Paid("attempt")), lane=after)
    assert do.OpenBarrier() in done


def test_unknown_is_asked_again_by_its_id_and_a_person_is_called() -> None:
    after, done = play(reported(Unknown("attempt")), 11.0, lane=PAYING)
    assert after.phase == Unsettled(OWING, "attempt")
    assert done[0] == do.CallAttendant("unsettled")
    assert done[2:] == [do.SettlePayment("attempt"), do.SettlePayment("attempt")]


def test_silence_of_the_provider_is_unknown() -> None:
    after, _ = play(121.0, lane=PAYING)
    assert after.phase == Unsettled(OWING, "attempt")


def test_an_unsettled_driver_cannot_start_a_second_attempt() -> None:
    events = (ev.MethodChosen(Method.CARD), ev.BackTapped(), ev.CodeOffered("4K72MX9"))
    after, done = play(*events, lane=UNSETTLED)
    assert (after.phase, done) == (UNSETTLED.phase, [])


def test_a_settled_payment_opens() -> None:
    after, done = play(reported(Paid("attempt")), lane=UNSETTLED)
    assert do.OpenBarrier() in done
    assert (after.settling, after.calling) == ((), "")


@pytest.mark.parametrize("outcome", [Declined("attempt"), Cancelled("attempt")])
def test_a_payment_that_certainly_failed_may_be_tried_again(outcome: Outcome) -> None:
    after, done = play(reported(outcome), lane=UNSETTLED)
    assert after.phase == Quoted(OWING, declined=isinstance(outcome, Declined))
    assert done == [do.StopCalling()]
    _, done = play(20.0, lane=after)
    assert done == []


def test_still_unknown_stays_unknown() -> None:
    after, done = play(reported(Unknown("attempt")), lane=UNSETTLED)
    assert (after, done) == (UNSETTLED, [])


@pytest.mark.parametrize("outcome", [Paid("other"), Declined("other"), Cancelled("other")])
def test_the_outcome_of_another_attempt_is_not_ours(outcome: Outcome) -> None:
    for lane in (PAYING, UNSETTLED):
        after, done = play(reported(outcome), lane=lane)
        assert (after, done) == (lane, [])


def test_a_car_that_backs_out_while_paying_is_not_let_go_of_before_its_outcome() -> None:
    after, done = play(A_OFF, SETTLE, lane=PAYING)
    assert done == [do.CancelPayment("attempt")]
    assert after.phase == Paying(OWING, Method.CARD, "attempt", cancelling=True, left=True)


@pytest.mark.parametrize("outcome", [Paid("attempt"), Declined("attempt"), Cancelled("attempt")])
def test_its_outcome_never_opens_for_the_next_car(outcome: Outcome) -> None:
    after, done = play(A_OFF, SETTLE, A_ON, SETTLE, reported(outcome), lane=PAYING)
    assert after.phase == Armed()
    assert do.OpenBarrier() not in done
    after, _ = play(A_OFF, SETTLE, reported(outcome), lane=PAYING)
    assert after.phase == Idle()


def test_an_unknown_outcome_of_a_car_that_left_is_still_asked_about() -> None:
    after, done = play(A_OFF, SETTLE, reported(Unknown("attempt")), 6.0, lane=PAYING)
    assert after.phase == Idle()
    assert after.calling == "unsettled"
    assert done[-1] == do.SettlePayment("attempt")


def test_a_car_that_comes_back_before_its_outcome_is_known_cannot_pay_twice() -> None:
    lane = replace(exit_(Checking("4K72MX9")), settling=(("attempt", "session"),))
    after, _ = play(ev.StayFound(OWING), lane=lane)
    assert after.phase == Unsettled(OWING, "attempt")


def test_an_unsettled_car_that_leaves_frees_the_lane_but_not_the_question() -> None:
    after, done = play(A_OFF, SETTLE, 6.0, lane=UNSETTLED)
    assert after.phase == Idle()
    assert after.settling == (("attempt", "session"),)
    assert done[-1] == do.SettlePayment("attempt")


def test_a_car_nobody_could_see_for_a_while_must_show_its_ticket_again() -> None:
    lost = ev.DeviceChanged(Device.BOARD, ready=False, fault="unplugged")
    back = ev.DeviceChanged(Device.BOARD, ready=True)
    after, done = play(lost, back, A_ON, reported(Paid("attempt")), lane=PAYING)
    assert done == [do.CancelPayment("attempt")]
    assert after.phase == Armed()
    after, _ = play(lost, back, A_ON, lane=UNSETTLED)
    assert after.phase == Armed()
    assert after.settling == (("attempt", "session"),)


def test_money_in_flight_knows_no_idle_screen() -> None:
    after, done = play(119.0, lane=PAYING)
    assert (after.phase, done) == (PAYING.phase, [])


def test_cash_at_the_till_while_a_card_is_tried_cancels_the_card_and_opens() -> None:
    after, done = play(ev.PaidElsewhere("session", PAID), lane=PAYING)
    assert done == [do.CancelPayment("attempt")]
    _, done = play(reported(Cancelled("attempt")), lane=after)
    assert do.OpenBarrier() in done


def test_the_till_may_end_an_unsettled_payment() -> None:
    _, done = play(ev.PaidElsewhere("session", PAID), lane=UNSETTLED)
    assert do.OpenBarrier() in done


def test_a_person_who_opens_for_an_unsettled_car_flags_it_and_owes_nothing_in_its_name() -> None:
    for order in (ev.ManualOpenOrdered(BY), ev.NilExitOrdered(BY)):
        after, done = play(order, lane=UNSETTLED)
        assert stays.SessionFlagged("session", "unsettled") in facts(done)
        assert not any(type(body).__name__ == "AmountOwed" for body in facts(done))
        assert after.settling == (("attempt", "session"),)


def test_an_unsettled_driver_is_released_when_nobody_comes() -> None:
    _, done = play(125.0, lane=UNSETTLED)
    assert do.PrintSlip("session", OWING, "unsettled") in done
    assert do.OpenBarrier() in done


def test_a_manual_opening_while_paying_keeps_asking_about_the_attempt() -> None:
    after, done = play(ev.ManualOpenOrdered(BY), lane=PAYING)
    assert do.CancelPayment("attempt") in done
    assert after.settling == (("attempt", "session"),)
    after, _ = play(reported(Cancelled("attempt")), lane=after)
    assert after.settling == ()


def test_a_late_answer_to_a_resting_lane_is_only_noted() -> None:
    lane = exit_(Idle(), QUIET)
    after, done = play(reported(Paid("attempt")), lane=lane)
    assert (after, done) == (lane, [])


def test_money_that_comes_while_the_disk_is_full_is_not_asked_for_again() -> None:
    full = exit_(Waiting("store", OWING))
    ours = replace(full, settling=(("attempt", "session"),))
    after, done = play(reported(Paid("attempt")), lane=ours)
    assert isinstance(after.phase, Opening)
    assert after.settling == ()
    assert facts(done)[0] == stays.ExitAuthorised("session", "paid")
    of_another_car = replace(full, settling=(("attempt", "another"),))
    after, _ = play(reported(Paid("attempt")), lane=of_another_car)
    assert after.phase == Waiting("store", OWING)
