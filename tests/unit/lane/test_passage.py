"""The table of passages: one test a row, at an entry and at an exit where they differ."""

import pytest

from kiosk.domain.facts import lanes, stays
from kiosk.lane import effects as do
from kiosk.lane.listing import PAID, WITH_BOOKING, WITH_TICKET
from kiosk.lane.rules import NextTransaction, PulseSemantics, Rules
from kiosk.lane.state import Armed, Closing, Idle, Lane, Opening, OutOfService, Pass, Passing
from tests.support.play import (
    A_OFF,
    A_ON,
    B_OFF,
    B_ON,
    BOOM_DOWN,
    BOOM_UP,
    C_OFF,
    C_ON,
    IS_CLOSED,
    IS_OPEN,
    LEFT_CLOSED,
    LEFT_OPEN,
    QUIET,
    SETTLE,
    TAIL,
    WITH_CAR,
    Script,
    entry,
    exit_,
    facts,
    play,
)

IN = entry(Opening(Pass("session", "ticket", WITH_TICKET)))
OUT = exit_(Opening(Pass("session", "paid", stay=PAID)))
ENTERED = [stays.SessionActivated("session"), lanes.PassageCompleted("session")]
LEFT = [stays.SessionEnded("session"), lanes.PassageCompleted("session")]
BACK_OUT = 7.0

FORWARD: tuple[Script, ...] = (BOOM_UP, B_ON, 1.0, A_OFF, 1.0, B_OFF, TAIL)


@pytest.mark.parametrize(("lane", "proven"), [(IN, ENTERED), (OUT, LEFT)])
def test_a_forward_passage_counts_and_makes_the_step_final(
    lane: Lane, proven: list[object]
) -> None:
    after, done = play(*FORWARD, lane=lane)
    assert done == [do.Record(tuple(proven), "session")]
    assert isinstance(after.phase, Closing)


def test_the_lane_is_free_once_the_boom_is_down() -> None:
    after, _ = play(*FORWARD, BOOM_DOWN, lane=IN)
    assert after.phase == Idle()


def test_the_next_car_is_served_once_the_boom_is_down() -> None:
    after, _ = play(*FORWARD, A_ON, SETTLE, lane=IN)
    assert isinstance(after.phase, Closing)
    after, _ = play(*FORWARD, A_ON, SETTLE, BOOM_DOWN, lane=IN)
    assert after.phase == Armed()


def test_a_booking_becomes_active_with_its_car() -> None:
    lane = entry(Opening(Pass("session", "booking", WITH_BOOKING)))
    _, done = play(*FORWARD, lane=lane)
    assert [type(body).__name__ for body in facts(done)][-1] == "BookingActivated"


def test_a_and_b_together_from_the_start_are_one_passage() -> None:
    lane = entry(Armed())
    lane, _ = play(B_ON, SETTLE, lane=lane)
    lane = entry(Opening(Pass("session", "ticket", WITH_TICKET)), lane.senses)
    _, done = play(BOOM_UP, 1.0, A_OFF, 1.0, B_OFF, TAIL, lane=lane)
    assert facts(done) == ENTERED


def test_a_and_b_that_fall_together_are_one_passage() -> None:
    _, done = play(BOOM_UP, B_ON, 1.0, B_OFF, A_OFF, TAIL, lane=IN)
    assert facts(done) == ENTERED


def test_a_gap_between_the_loops_is_no_back_out() -> None:
    _, done = play(BOOM_UP, A_OFF, 3.0, B_ON, 1.0, B_OFF, TAIL, lane=IN)
    assert facts(done) == ENTERED


def test_a_car_quicker_than_the_boom_is_seen() -> None:
    _, done = play(B_ON, 0.5, A_OFF, 0.5, B_OFF, TAIL, lane=IN)
    assert facts(done) == ENTERED


def test_a_back_out_at_the_entry_kills_the_session_and_its_paper() -> None:
    after, done = play(BOOM_UP, A_OFF, BACK_OUT, lane=IN)
    assert facts(done) == [
        stays.SessionBackedOut("session"),
        stays.TicketVoided("4K72MX9", "backed_out"),
    ]
    assert isinstance(after.phase, Closing)


def test_a_back_out_at_the_exit_keeps_what_was_paid() -> None:
    _, done = play(BOOM_UP, A_OFF, BACK_OUT, lane=OUT)
    assert facts(done) == [stays.ExitAbandoned("session")]


def test_a_late_back_out_is_flagged() -> None:
    _, done = play(BOOM_UP, B_ON, 1.0, B_OFF, 3.0, A_OFF, BACK_OUT, lane=IN)
    assert facts(done) == [
        stays.SessionBackedOut("session", late=True),
        stays.TicketVoided("4K72MX9", "backed_out"),
    ]


def test_a_quick_late_back_out_is_no_passage() -> None:
    _, done = play(BOOM_UP, B_ON, 1.0, B_OFF, 0.8, A_OFF, BACK_OUT, lane=OUT)
    assert facts(done) == [stays.ExitAbandoned("session", late=True)]


def test_a_car_that_nosed_over_b_may_still_drive_on() -> None:
    _, done = play(BOOM_UP, B_ON, 1.0, B_OFF, 3.0, B_ON, 1.0, A_OFF, 1.0, B_OFF, TAIL, lane=OUT)
    assert facts(done) == LEFT


def test_an_approach_abandoned_is_only_a_statistic() -> None:
    after, done = play(A_OFF, SETTLE, lane=entry(Armed()))
    assert done == [do.Record((lanes.ApproachAbandoned(),))]
    assert after.phase == Idle()


def test_a_stalled_car_is_asked_to_go_on_then_a_person_is_called_and_the_boom_stays_up() -> None:
    after, done = play(BOOM_UP, 61.0, lane=OUT)
    assert done == [do.Record((lanes.PassageStalled(),), "session")]
    assert isinstance(after.phase, Passing)
    assert after.phase.stalled
    after, done = play(BOOM_UP, 130.0, lane=OUT)
    assert done[1] == do.CallAttendant("stalled")
    assert isinstance(after.phase, Passing)


def test_a_stalled_car_that_moves_is_no_longer_stalled() -> None:
    after, _ = play(BOOM_UP, 61.0, B_ON, SETTLE, lane=OUT)
    assert isinstance(after.phase, Passing)
    assert not after.phase.stalled


def test_a_car_on_b_without_authorisation_is_an_alarm() -> None:
    after, done = play(B_ON, SETTLE, lane=entry(Idle(), QUIET))
    assert facts(done) == [lanes.PassageUnauthorised(), lanes.HelpCalled("unauthorised")]
    assert after.calling == "unauthorised"


def test_a_car_that_drives_through_the_closed_boom_is_an_alarm() -> None:
    after, done = play(B_ON, 1.0, A_OFF, SETTLE, lane=exit_(Armed()))
    assert lanes.PassageUnauthorised() in facts(done)
    assert lanes.ApproachAbandoned() not in facts(done)
    assert after.calling == "unauthorised"


def test_a_long_bonnet_at_the_station_is_no_alarm() -> None:
    after, done = play(B_ON, 5.0, lane=exit_(Armed()))
    assert done == []
    assert after.phase == Armed()


def test_a_tailgater_counts_without_a_session() -> None:
    script = (BOOM_UP, B_ON, 1.0, A_OFF, 0.5, A_ON, 0.5, A_OFF, 0.5, B_OFF, TAIL)
    _, done = play(*script, lane=OUT)
    assert facts(done) == [*LEFT, lanes.TailgateDetected()]


def test_a_tailgater_before_the_boom_is_down_counts_too() -> None:
    _, done = play(*FORWARD, A_ON, SETTLE, B_ON, 1.0, A_OFF, 1.0, B_OFF, TAIL, lane=OUT)
    assert facts(done) == [*LEFT, lanes.TailgateDetected()]


def test_two_tailgaters_are_two() -> None:
    follow = (A_ON, 0.5, A_OFF, 0.5)
    _, done = play(BOOM_UP, B_ON, 1.0, A_OFF, 0.5, *follow, *follow, B_OFF, TAIL, lane=OUT)
    assert facts(done) == [*LEFT, lanes.TailgateDetected(), lanes.TailgateDetected()]


def test_a_queue_that_waits_is_no_tailgate() -> None:
    after, done = play(BOOM_UP, B_ON, 1.0, A_OFF, 0.5, A_ON, 0.5, B_OFF, TAIL, BOOM_DOWN, lane=OUT)
    assert facts(done) == LEFT
    assert after.phase == Armed()


def test_the_wrong_way_is_an_alarm_and_never_arms() -> None:
    after, done = play(B_ON, 1.0, A_ON, 1.0, B_OFF, 1.0, lane=entry(Idle(), QUIET))
    assert lanes.WrongWayDetected() in facts(done)
    assert after.phase == Idle()
    after, _ = play(A_OFF, 8.0, A_ON, SETTLE, lane=after)
    assert after.phase == Armed()


def test_a_trailer_that_releases_b_twice_is_one_passage() -> None:
    script = (BOOM_UP, B_ON, 1.0, A_OFF, 0.5, B_OFF, 0.8, B_ON, 0.5, B_OFF, TAIL)
    _, done = play(*script, lane=OUT)
    assert facts(done) == LEFT


def test_a_trailer_slower_than_the_tail_time_is_still_no_second_car() -> None:
    _, done = play(*FORWARD, B_ON, 1.0, B_OFF, BOOM_DOWN, lane=OUT)
    assert facts(done) == LEFT


def test_a_car_that_came_back_from_b_is_known_by_loop_c() -> None:
    back = (BOOM_UP, B_ON, 1.0, A_OFF, 0.5, A_ON, 0.5, B_OFF, TAIL)
    _, without = play(*back, lane=OUT)
    assert facts(without) == LEFT
    _, known = play(C_OFF, *back, A_OFF, BACK_OUT, lane=OUT)
    assert facts(known) == [stays.ExitAbandoned("session", late=True)]
    _, gone = play(C_OFF, BOOM_UP, B_ON, A_OFF, 1.0, C_ON, A_ON, 0.5, B_OFF, TAIL, lane=OUT)
    assert facts(gone) == LEFT


# --- the boom


def test_a_boom_that_did_not_leave_closed_is_asked_once_more_and_then_the_lane_stops() -> None:
    after, done = play(11.0, lane=OUT)
    assert done == [do.Record((lanes.BarrierOrdered("retry"),), "session"), do.OpenBarrier()]
    after, done = play(21.0, lane=OUT)
    assert done.count(do.OpenBarrier()) == 1
    assert facts(done)[1:3] == [
        lanes.BarrierFailed("open"),
        lanes.LaneWentOutOfService("boom_stuck"),
    ]
    assert isinstance(after.phase, OutOfService)
    assert after.calling == "boom_stuck"


def test_a_barrier_that_counts_its_pulses_is_never_asked_twice() -> None:
    rules = Rules(pulse_semantics=PulseSemantics.MEMORY)
    after, done = play(11.0, lane=OUT, rules=rules)
    assert do.OpenBarrier() not in done
    assert isinstance(after.phase, OutOfService)


def test_a_boom_whose_limit_says_nothing_is_not_asked_twice() -> None:
    lane = play(LEFT_CLOSED, lane=OUT)[0]
    lane = entry(lane.phase, QUIET.__class__(approach=WITH_CAR.approach, safety=WITH_CAR.safety))
    _, done = play(11.0, lane=lane)
    assert do.OpenBarrier() not in done


def test_a_lane_without_limits_assumes_the_boom_open_after_its_time() -> None:
    after, done = play(11.0, lane=OUT, rules=Rules(has_limits=False))
    assert done == []
    assert isinstance(after.phase, Passing)


def test_a_boom_lifted_by_hand_lets_the_authorised_car_through() -> None:
    after, done = play(21.0, *FORWARD, lane=OUT)
    assert set(LEFT) <= set(facts(done))
    assert isinstance(after.phase, Closing)


def test_a_car_that_gives_up_under_a_stuck_boom_has_not_passed() -> None:
    _, done = play(21.0, A_OFF, SETTLE, lane=OUT)
    assert facts(done)[-1] == stays.ExitAbandoned("session")


def test_a_boom_that_comes_down_before_the_car_has_moved_goes_up_again() -> None:
    after, done = play(BOOM_UP, 5.0, BOOM_DOWN, lane=OUT)
    assert done == [do.Record((lanes.BarrierOrdered("retry"),), "session"), do.OpenBarrier()]
    assert isinstance(after.phase, Opening)


def test_a_car_that_came_back_under_a_boom_that_came_down_is_let_anew() -> None:
    nosed = (BOOM_UP, B_ON, 1.0, B_OFF, TAIL, BOOM_DOWN)
    after, done = play(*nosed, lane=OUT)
    assert facts(done) == [stays.ExitAbandoned("session", late=True)]
    assert after.phase == Armed()


def test_a_counting_barrier_that_came_down_is_not_asked_again_for_the_same_car() -> None:
    rules = Rules(pulse_semantics=PulseSemantics.MEMORY)
    after, done = play(BOOM_UP, 5.0, BOOM_DOWN, lane=OUT, rules=rules)
    assert facts(done) == [stays.ExitAbandoned("session")]
    assert after.phase == Armed()


def test_a_boom_that_stays_up_is_an_alarm_and_ends_when_it_closes() -> None:
    after, done = play(*FORWARD, 31.0, lane=IN)
    assert lanes.BarrierFailed("close") in facts(done)
    assert after.phase == OutOfService("boom_up")
    after, done = play(BOOM_DOWN, lane=after)
    assert facts(done) == [lanes.LaneReturnedToService("boom_closed")]
    assert after.phase == Idle()


def test_a_boom_held_up_by_a_car_on_b_is_no_failure() -> None:
    after, _ = play(*FORWARD, B_ON, 100.0, lane=IN)
    assert isinstance(after.phase, Closing)


def test_a_pass_watched_by_a_blind_board_is_not_taken_for_a_back_out() -> None:
    unknown = QUIET.__class__()
    lane = exit_(Passing(Pass("session", "paid", stay=PAID)), unknown)
    _, done = play(A_OFF, B_OFF, *BOOM_UP, BACK_OUT, lane=lane)
    assert facts(done) == [
        stays.SessionEnded("session", assumed=True),
        stays.SessionFlagged("session", "passage_unseen"),
    ]


# --- who may come next


def test_after_safety_clear_the_next_car_need_not_wait_for_the_boom() -> None:
    rules = Rules(next_transaction=NextTransaction.AFTER_SAFETY_CLEAR)
    after, _ = play(*FORWARD, A_ON, SETTLE, lane=IN, rules=rules)
    assert after.phase == Armed()


def test_in_a_motorcade_the_next_car_is_served_while_the_first_is_still_on_b() -> None:
    rules = Rules(next_transaction=NextTransaction.MOTORCADE)
    after, done = play(BOOM_UP, B_ON, 1.0, A_OFF, 0.5, A_ON, SETTLE, lane=OUT, rules=rules)
    assert facts(done) == LEFT
    assert after.phase == Armed()


def test_a_car_that_slips_under_the_falling_boom_is_a_tailgate() -> None:
    rules = Rules(next_transaction=NextTransaction.AFTER_SAFETY_CLEAR)
    _, done = play(*FORWARD, A_ON, SETTLE, B_ON, SETTLE, lane=OUT, rules=rules)
    assert facts(done)[-1] == lanes.TailgateDetected()


# --- where the barrier does not close itself


CLOSING_BY_US = Rules(closes_by_us=True)


def test_we_send_no_close_to_a_barrier_that_closes_itself() -> None:
    _, done = play(*FORWARD, 20.0, lane=IN)
    assert do.CloseBarrier() not in done


def test_our_close_is_sent_once_and_only_when_b_has_been_clear() -> None:
    _, done = play(*FORWARD, 20.0, lane=IN, rules=CLOSING_BY_US)
    assert done.count(do.CloseBarrier()) == 1
    _, done = play(*FORWARD, 0.5, B_ON, 20.0, lane=IN, rules=CLOSING_BY_US)
    assert do.CloseBarrier() not in done


def test_a_closing_boom_is_opened_again_for_a_car_underneath() -> None:
    _, done = play(*FORWARD, TAIL, B_ON, lane=IN, rules=CLOSING_BY_US)
    assert done[-2:] == [do.Record((lanes.BarrierOrdered("reopen"),)), do.OpenBarrier()]


def test_contradicting_limits_prove_nothing() -> None:
    after, _ = play(IS_OPEN, 1.0, lane=OUT)
    assert isinstance(after.phase, Opening)
    after, _ = play(LEFT_CLOSED, lane=after)
    assert isinstance(after.phase, Passing)
    after, _ = play(*FORWARD, IS_CLOSED, lane=OUT)
    assert isinstance(after.phase, Closing)
    after, _ = play(LEFT_OPEN, lane=after)
    assert after.phase == Idle()
