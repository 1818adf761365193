"""The start-up table, row by row."""

from dataclasses import replace

import pytest

from kiosk.domain.facts import bookings, lanes, stays
from kiosk.domain.payment import Declined, Paid, Unknown
from kiosk.domain.signals import Device, LaneKind, LaneMode
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.listing import BY, OWING, WITH_BOOKING, WITH_TICKET
from kiosk.lane.rules import PulseSemantics, Rules
from kiosk.lane.state import (
    Armed,
    Evacuating,
    Idle,
    Lane,
    Opening,
    OutOfService,
    Passing,
    Quoted,
    Senses,
    Unsettled,
)
from tests.support.play import (
    A_OFF,
    A_ON,
    B_OFF,
    B_ON,
    BOOM_DOWN,
    BOOM_UP,
    BUTTON,
    QUIET,
    SETTLE,
    TAIL,
    UP_WITH_CAR,
    WITH_CAR,
    facts,
    play,
)

UP = replace(UP_WITH_CAR, approach=QUIET.approach)


def asleep(kind: LaneKind, senses: Senses = QUIET) -> Lane:
    """A lane whose board has answered and which has not been told where it is."""
    return Lane(kind, senses=senses, missing=frozenset())


ENTRY, EXIT = asleep(LaneKind.ENTRY), asleep(LaneKind.EXIT)
LET_GO = ev.Restarted(ev.OpenStep(authorised_session="session", authorised_booking="booking"))
ASSUMED = [
    stays.SessionEnded("session", assumed=True),
    stays.SessionFlagged("session", "passage_unseen"),
]


def test_a_lane_serves_nobody_before_it_knows_where_it_is() -> None:
    after, done = play(
        A_ON, SETTLE, BUTTON, ev.CodeOffered("X"), ev.ManualOpenOrdered(BY), lane=ENTRY
    )
    assert (after.phase, done) == (Idle(), [])


def test_no_open_step_is_rest() -> None:
    after, done = play(ev.Restarted(ev.OpenStep()), lane=ENTRY)
    assert (after.phase, after.started, done) == (Idle(), True, [])


def test_a_car_that_waited_for_the_start_is_served() -> None:
    after, _ = play(ev.Restarted(ev.OpenStep()), lane=asleep(LaneKind.ENTRY, WITH_CAR))
    assert after.phase == Armed()


def test_what_was_ordered_before_still_holds() -> None:
    found = ev.Restarted(ev.OpenStep(), mode=LaneMode.CLOSED, keep_open=True)
    after, done = play(found, lane=asleep(LaneKind.ENTRY, UP))
    assert (after.mode, after.keep_open, after.phase) == (LaneMode.CLOSED, True, Idle())
    assert done == [do.KeepOpenBarrier(True)]


def test_a_ticket_issued_and_not_known_to_be_taken_is_flagged_and_stays_valid() -> None:
    after, done = play(ev.Restarted(ev.OpenStep(WITH_TICKET)), lane=ENTRY)
    assert facts(done) == [stays.SessionFlagged("session", "taken_unknown")]
    assert after.phase == Idle()


def test_an_exit_authorised_in_a_clear_lane_is_assumed_passed() -> None:
    after, done = play(LET_GO, lane=EXIT)
    assert facts(done) == ASSUMED
    assert after.phase == Idle()


@pytest.mark.parametrize("kind", list(LaneKind))
def test_an_authorised_car_still_on_a_gets_its_pulse_once(kind: LaneKind) -> None:
    step = ev.OpenStep(WITH_TICKET, taken=True, authorised_session="session")
    found = ev.Restarted(step)
    after, done = play(found, lane=asleep(kind, WITH_CAR))
    assert done == [do.Record((lanes.BarrierOrdered("resumed"),), "session"), do.OpenBarrier()]
    assert isinstance(after.phase, Opening)
    after, done = play(11.0, lane=after)
    assert do.OpenBarrier() not in done
    assert isinstance(after.phase, OutOfService)


def test_an_authorised_car_under_an_open_boom_needs_no_pulse() -> None:
    rules = Rules(pulse_semantics=PulseSemantics.MEMORY)
    after, done = play(LET_GO, lane=asleep(LaneKind.EXIT, UP_WITH_CAR), rules=rules)
    assert do.OpenBarrier() not in done
    assert isinstance(after.phase, Passing)
    _, done = play(B_ON, 1.0, A_OFF, 1.0, B_OFF, TAIL, lane=after, rules=rules)
    assert facts(done)[0] == stays.SessionEnded("session")


def test_a_booking_let_in_and_not_seen_to_pass_is_flagged() -> None:
    _, done = play(ev.Restarted(ev.OpenStep(WITH_BOOKING)), lane=ENTRY)
    assert facts(done) == [stays.SessionFlagged("session", "passage_unseen")]


def test_a_boom_up_at_start_is_an_alarm_and_we_do_not_close_it() -> None:
    rules = Rules(closes_by_us=True)
    lane = asleep(LaneKind.EXIT, UP)
    after, done = play(ev.Restarted(ev.OpenStep()), 600.0, lane=lane, rules=rules)
    assert facts(done)[:2] == [
        lanes.BoomUpAtStart(),
        lanes.LaneWentOutOfService("boom_up_at_start"),
    ]
    assert do.CloseBarrier() not in done
    assert after.phase == OutOfService("boom_up_at_start")
    after, _ = play(BOOM_DOWN, lane=after)
    assert after.phase == Idle()


def unsettled() -> tuple[Lane, list[do.Effect]]:
    """An exit that starts, a car on A, with payments nobody knows the outcome of."""
    step = ev.OpenStep(
        open_attempt="attempt", attempt_session="session", more_attempts=(("old", "gone"),)
    )
    return play(ev.Restarted(step), lane=asleep(LaneKind.EXIT, WITH_CAR))


def test_payments_without_an_outcome_are_settled_before_anything_else() -> None:
    after, done = unsettled()
    asked = [do.SettlePayment("attempt"), do.SettlePayment("old")]
    assert done[:3] == [*asked, do.CallAttendant("unsettled")]
    _, done = play(6.0, lane=after)
    assert done == asked


def test_whoever_stands_there_shows_a_ticket_and_is_not_charged_a_second_time() -> None:
    lane, _ = unsettled()
    assert lane.phase == Armed()
    lane, _ = play(ev.CodeOffered("4K72MX9"), ev.StayFound(OWING), lane=lane)
    assert lane.phase == Unsettled(OWING, "attempt")
    lane, done = play(ev.PaymentReported(Unknown("attempt")), lane=lane)
    assert done == []
    _, done = play(ev.PaymentReported(Paid("attempt")), lane=lane)
    assert do.OpenBarrier() in done
    after, _ = play(ev.PaymentReported(Declined("attempt")), lane=lane)
    assert after.phase == Quoted(OWING, declined=True)


def test_the_outcome_of_a_car_that_has_gone_opens_nothing() -> None:
    lane, _ = unsettled()
    script = (Paid("attempt"), Paid("old"))
    after, done = play(*(ev.PaymentReported(outcome) for outcome in script), lane=lane)
    assert done == [do.StopCalling()]
    assert (after.phase, after.settling) == (Armed(), ())


def test_a_dead_board_at_start_concludes_nothing_until_it_is_back() -> None:
    lane = replace(asleep(LaneKind.EXIT, Senses()), missing=frozenset({Device.BOARD}))
    after, done = play(LET_GO, lane=lane)
    assert do.OpenBarrier() not in done
    assert isinstance(after.phase, OutOfService)
    clear, done = play(ev.DeviceChanged(Device.BOARD, ready=True), A_OFF, B_OFF, lane=after)
    assert facts(done)[:2] == ASSUMED
    assert clear.phase == Idle()
    held, done = play(ev.DeviceChanged(Device.BOARD, ready=True), A_ON, B_OFF, 600.0, lane=after)
    assert do.OpenBarrier() not in done
    opened, done = play(ev.ManualOpenOrdered(BY), *BOOM_UP, lane=held)
    assert do.OpenBarrier() in done
    assert isinstance(opened.phase, Passing)


def test_an_evacuation_outlives_a_restart() -> None:
    found = ev.Restarted(ev.OpenStep(), evacuating=True)
    after, done = play(found, lane=EXIT)
    assert after.phase == Evacuating()
    assert done == [do.KeepOpenBarrier(True)]


def test_a_second_start_changes_nothing() -> None:
    lane, _ = play(ev.Restarted(ev.OpenStep()), A_ON, SETTLE, lane=ENTRY)
    after, done = play(LET_GO, lane=lane)
    assert (after, done) == (lane, [])


def test_a_resumed_booking_is_completed_when_its_car_is_gone() -> None:
    lane, _ = play(LET_GO, lane=asleep(LaneKind.EXIT, WITH_CAR))
    _, done = play(*BOOM_UP, B_ON, 1.0, A_OFF, 1.0, B_OFF, TAIL, lane=lane)
    assert bookings.BookingCompleted("booking", "session") in facts(done)
