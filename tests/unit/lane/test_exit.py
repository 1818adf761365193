"""The exit: every line of its part of the design, as conversations."""

from dataclasses import replace

import pytest

from kiosk.domain.facts import lanes, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Device, LaneMode
from kiosk.domain.ticket import Refusal
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.listing import BY, FREE, OWING, PAID
from kiosk.lane.rules import Rules, Unreachable
from kiosk.lane.state import (
    Armed,
    CashWanted,
    Checking,
    Closing,
    Idle,
    Lane,
    Opening,
    Pass,
    Passing,
    Paying,
    Quoted,
    Refused,
    Unsettled,
    Waiting,
)
from tests.support.play import (
    A_OFF,
    A_ON,
    EXIT,
    SETTLE,
    UP_WITH_CAR,
    exit_,
    facts,
    play,
)

CODE = ev.CodeOffered("4K72MX9")
GATEWAY_DOWN = ev.GatewayChanged("gateway", reachable=False)
GATEWAY_UP = ev.GatewayChanged("gateway", reachable=True)
UNANSWERED = 125.0


def opened(cause: str) -> list[do.Effect]:
    """One commit and one pulse."""
    bodies = (stays.ExitAuthorised("session", cause), lanes.BarrierOrdered(cause))
    return [do.Record(bodies, "session"), do.OpenBarrier()]


def test_a_code_is_looked_up_only_for_a_car_on_a() -> None:
    _, done = play(CODE, lane=EXIT)
    assert done == []
    after, done = play(A_ON, SETTLE, CODE, lane=EXIT)
    assert done == [do.LookUp("4K72MX9")]
    assert after.phase == Checking("4K72MX9")


@pytest.mark.parametrize(
    ("stay", "cause"), [(FREE, "free"), (PAID, "grace"), (replace(PAID, leave_by_at=None), "paid")]
)
def test_a_stay_with_nothing_due_goes_on_by_itself(stay: Stay, cause: str) -> None:
    after, done = play(ev.StayFound(stay), lane=exit_(Checking("4K72MX9")))
    assert done == opened(cause)
    assert after.phase == Opening(Pass("session", cause, stay=stay))


def test_a_stay_with_something_due_is_shown() -> None:
    after, done = play(ev.StayFound(OWING), lane=exit_(Checking("4K72MX9")))
    assert (after.phase, done) == (Quoted(OWING), [])


def test_a_previous_drivers_amount_does_not_survive() -> None:
    after, _ = play(A_OFF, SETTLE, A_ON, SETTLE, lane=exit_(Quoted(OWING)))
    assert after.phase == Armed()
    _, done = play(ev.MethodChosen(Method.CARD), ev.StayFound(OWING), lane=after)
    assert done == []


@pytest.mark.parametrize("refusal", list(Refusal))
def test_every_refusal_is_named_and_kept(refusal: Refusal) -> None:
    lane = exit_(Checking("4K72MX9"))
    after, done = play(ev.CredentialRefused(refusal, "X"), lane=lane)
    assert after.phase == Refused(refusal, "X")
    assert done == [do.Record((lanes.CredentialRefused(refusal.value, "X"),))]


def test_a_voucher_after_the_ticket_is_looked_up_too() -> None:
    after, done = play(ev.CodeOffered("VOUCHER"), lane=exit_(Quoted(OWING)))
    assert done == [do.LookUp("VOUCHER", beside=OWING.session_id)]
    assert after.phase == Checking("VOUCHER", OWING)


def test_a_lane_closed_to_all_says_so() -> None:
    lane = replace(exit_(Armed()), mode=LaneMode.CLOSED_TO_ALL)
    after, _ = play(CODE, lane=lane)
    assert after.phase == Refused(Refusal.CLOSED)


def test_an_idle_price_is_asked_about_then_forgotten() -> None:
    after, _ = play(46.0, lane=exit_(Quoted(OWING)))
    assert after.phase == Quoted(OWING, still_there=True)
    later, _ = play(21.0, lane=after)
    assert later.phase == Armed()
    _, done = play(ev.MoreTimeTapped(), lane=after)
    assert done == [do.Requote("session")]


def test_paying_begins_with_the_price_that_was_shown() -> None:
    after, done = play(ev.MethodChosen(Method.CARD), lane=exit_(Quoted(OWING)))
    assert done == [do.BeginPayment(OWING, Method.CARD)]
    assert after.phase == Paying(OWING, Method.CARD)


def test_cash_calls_the_booth_and_the_till_opens() -> None:
    after, done = play(ev.MethodChosen(Method.CASH), lane=exit_(Quoted(OWING)))
    assert after.phase == CashWanted(OWING)
    assert done[0] == do.CallAttendant("cash")
    after, done = play(ev.PaidElsewhere("session", PAID), lane=after)
    assert done[:2] == opened("grace")
    assert after.calling == ""


def test_money_for_another_car_opens_nothing() -> None:
    for phase in (Quoted(OWING), CashWanted(OWING), Waiting("device", OWING)):
        _, done = play(ev.PaidElsewhere("other", PAID), lane=exit_(phase))
        assert done == []


def test_a_driver_who_changes_their_mind_about_cash_may_pay_by_card() -> None:
    lane, _ = play(ev.MethodChosen(Method.CASH), lane=exit_(Quoted(OWING)))
    after, done = play(ev.BackTapped(), lane=lane)
    assert (after.phase, done) == (Quoted(OWING), [do.StopCalling()])
    _, done = play(ev.MethodChosen(Method.CARD), lane=lane)
    assert done[0] == do.BeginPayment(OWING, Method.CARD)


def test_a_car_that_leaves_takes_its_call_with_it() -> None:
    lane, _ = play(ev.MethodChosen(Method.CASH), lane=exit_(Quoted(OWING)))
    after, done = play(A_OFF, SETTLE, lane=lane)
    assert (after.phase, after.calling) == (Idle(), "")
    assert do.StopCalling() in done


def test_the_receipt_is_printed_once_while_leaving() -> None:
    going = Pass("session", "paid", stay=PAID)
    for phase in (Opening(going), Passing(going), Closing(replace(going, counted=True))):
        senses = UP_WITH_CAR
        _, done = play(ev.ReceiptWanted(), ev.ReceiptWanted(), lane=exit_(phase, senses))
        assert done == [do.PrintReceipt("session")]


def test_without_a_board_a_paid_car_waits_and_shows_its_ticket_when_it_is_back() -> None:
    lane = replace(exit_(Checking("4K72MX9")), missing=frozenset({Device.BOARD}))
    lane, done = play(ev.StayFound(PAID), lane=lane)
    assert do.OpenBarrier() not in done
    assert lane.phase == Waiting("board", PAID)
    lost = replace(lane, senses=type(lane.senses)())
    after, done = play(ev.DeviceChanged(Device.BOARD, ready=True), A_ON, lane=lost)
    assert (after.phase, done) == (Armed(), [do.StopCalling()])


# --- nobody is trapped


def waiting_for_money(cause: str = "gateway") -> Lane:
    """A driver who could not pay by card, with nobody answering."""
    lane = replace(exit_(Quoted(OWING)), unreachable=frozenset({cause}))
    lane, _ = play(ev.MethodChosen(Method.CARD), lane=lane)
    return lane


@pytest.mark.parametrize("cause", ["gateway", "internet"])
def test_a_card_that_cannot_be_tried_calls_a_person_by_its_cause(cause: str) -> None:
    lane = waiting_for_money(cause)
    assert lane.phase == Waiting(cause, OWING)
    assert lane.calling == cause


def test_a_missing_terminal_is_a_cause_of_its_own() -> None:
    lane = replace(exit_(Quoted(OWING)), missing=frozenset({Device.TERMINAL}))
    after, done = play(ev.MethodChosen(Method.CARD), lane=lane)
    assert after.phase == Waiting("device", OWING)
    back = ev.DeviceChanged(Device.TERMINAL, ready=True)
    after, done = play(back, lane=after)
    assert (after.phase, done) == (Quoted(OWING), [do.StopCalling()])


def test_an_unreachable_centre_alone_stops_no_card() -> None:
    lane = replace(exit_(Quoted(OWING)), unreachable=frozenset({"centre"}))
    after, _ = play(ev.MethodChosen(Method.CARD), lane=lane)
    assert after.phase == Paying(OWING, Method.CARD)


def test_release_and_record_prints_what_is_owed_and_opens() -> None:
    after, done = play(UNANSWERED, lane=waiting_for_money())
    owed = (
        payments.AmountOwed("session", Money(350), "released", "gateway"),
        stays.ExitAuthorised("session", "released"),
        lanes.BarrierOrdered("released"),
    )
    assert done == [
        do.Record(owed, "session"),
        do.PrintSlip("session", OWING, "released"),
        do.OpenBarrier(),
        do.StopCalling(),
    ]
    assert isinstance(after.phase, Opening)


def test_an_answered_call_is_a_persons_business() -> None:
    after, done = play(60.0, ev.HelpAnswered(BY), 600.0, lane=waiting_for_money())
    assert do.OpenBarrier() not in done
    assert after.phase == Waiting("gateway", OWING)


@pytest.mark.parametrize(
    "policy", [Unreachable.CALL_ATTENDANT, Unreachable.KEEP_CLOSED, Unreachable.COLLECT_CASH_ONLY]
)
def test_every_other_policy_releases_nobody(policy: Unreachable) -> None:
    rules = Rules(unreachable=(("gateway", policy),))
    _, done = play(3600.0, lane=waiting_for_money(), rules=rules)
    assert do.OpenBarrier() not in done


def test_collect_cash_only_sends_a_card_to_the_booth() -> None:
    rules = Rules(unreachable=(("gateway", Unreachable.COLLECT_CASH_ONLY),))
    lane = replace(exit_(Quoted(OWING)), unreachable=frozenset({"gateway"}))
    after, done = play(ev.MethodChosen(Method.CARD), lane=lane, rules=rules)
    assert after.phase == CashWanted(OWING)
    assert done[0] == do.CallAttendant("cash")


def test_the_nearest_cause_decides() -> None:
    rules = Rules(
        unreachable=(
            ("gateway", Unreachable.KEEP_CLOSED),
            ("centre", Unreachable.RELEASE_AND_RECORD),
        )
    )
    lane = replace(waiting_for_money(), unreachable=frozenset({"gateway", "centre"}))
    _, done = play(600.0, lane=lane, rules=rules)
    assert do.OpenBarrier() not in done


def test_what_is_back_in_reach_can_be_paid_again_at_the_shown_price() -> None:
    after, done = play(GATEWAY_UP, lane=waiting_for_money())
    assert (after.phase, done) == (Quoted(OWING), [do.StopCalling()])


def test_an_unknown_driver_nobody_answers_is_let_go_when_money_is_out_of_reach() -> None:
    lane = exit_(Refused(Refusal.UNKNOWN, "X"))
    _, done = play(ev.HelpTapped(), UNANSWERED, lane=lane)
    assert do.OpenBarrier() not in done
    after, done = play(GATEWAY_DOWN, ev.HelpTapped(), UNANSWERED, lane=lane)
    assert done[-3:-1] == [
        do.Record((lanes.BarrierOrdered("released"),)),
        do.OpenBarrier(),
    ]
    assert isinstance(after.phase, Opening)


def test_cash_that_nobody_comes_for_is_released_only_when_something_is_out_of_reach() -> None:
    lane, _ = play(ev.MethodChosen(Method.CASH), lane=exit_(Quoted(OWING)))
    _, done = play(600.0, lane=lane)
    assert do.OpenBarrier() not in done
    _, done = play(ev.GatewayChanged("centre", reachable=False), UNANSWERED, lane=lane)
    assert do.OpenBarrier() in done


def test_nil_exit_writes_what_is_lost_and_opens() -> None:
    _, done = play(ev.NilExitOrdered(BY), lane=exit_(Quoted(OWING)))
    owed = (
        payments.AmountOwed("session", Money(350), "nil_exit", "because"),
        stays.ExitAuthorised("session", "nil"),
        lanes.BarrierOrdered("nil"),
    )
    assert done == [do.Record(owed, "session", "somebody", True), do.OpenBarrier()]


def test_an_iou_prints_the_promise() -> None:
    _, done = play(ev.IouOrdered(BY), lane=exit_(Waiting("help", OWING)))
    assert done[1:] == [do.PrintSlip("session", OWING, "iou"), do.OpenBarrier()]
    assert payments.AmountOwed("session", Money(350), "iou", "because") in facts(done)


def test_a_car_nobody_knows_cannot_go_without_a_stay() -> None:
    for order in (ev.NilExitOrdered(BY), ev.IouOrdered(BY)):
        _, done = play(order, lane=exit_(Armed()))
        assert done == []


def test_a_lost_ticket_is_blocked_and_priced_by_the_ledger() -> None:
    order = ev.LostTicketOrdered(BY, fee=Money(2000))
    after, done = play(order, lane=exit_(Armed()))
    assert done == [do.DeclareLost("somebody", "because", Money(2000))]
    after, _ = play(ev.StayFound(OWING), lane=after)
    assert after.phase == Quoted(OWING)


# --- a broken disk


@pytest.mark.parametrize(
    "phase",
    [Opening(Pass("session", "paid", stay=OWING)), Paying(OWING, Method.CARD), Quoted(OWING)],
)
def test_an_exit_fails_attended(phase: Opening | Paying | Quoted) -> None:
    after, done = play(ev.RecordFailed("full"), 500.0, lane=exit_(phase))
    assert after.phase == Waiting("store", OWING)
    assert done == [do.CallAttendant("store")]


def test_money_in_flight_is_not_dropped_for_a_broken_disk() -> None:
    for phase in (Paying(OWING, Method.CARD, "attempt"), Unsettled(OWING, "attempt")):
        after, done = play(ev.RecordFailed("full"), lane=exit_(phase))
        assert (after.phase, done) == (phase, [do.CallAttendant("store")])


def test_an_attendant_opens_an_exit_even_if_it_cannot_be_written() -> None:
    lane = exit_(Waiting("store", OWING))
    after, done = play(ev.ManualOpenOrdered(BY), lane=lane)
    assert isinstance(done[0], do.Record)
    after, done = play(ev.RecordFailed("full"), lane=after)
    assert done == [do.OpenBarrier(), do.CallAttendant("store")]
    after, done = play(ev.RecordFailed("full"), lane=after)
    assert do.OpenBarrier() not in done


def test_an_attendants_first_order_still_stands_behind_its_record() -> None:
    lane, _ = play(ev.ManualOpenOrdered(BY), lane=exit_(Quoted(OWING)))
    after, done = play(ev.RecordFailed("full"), lane=lane)
    assert do.OpenBarrier() not in done
    assert after.phase == Waiting("store", OWING)
