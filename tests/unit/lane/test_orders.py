"""Attendants' orders: each with a person and a reason, at an entry and an exit alike."""

from dataclasses import replace

import pytest

from kiosk.domain.facts import lanes, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.signals import Device, LaneKind, LaneMode
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.listing import BY, OWING, TICKET, WITH_TICKET
from kiosk.lane.state import (
    Armed,
    Closing,
    Idle,
    Lane,
    Opening,
    OutOfService,
    Pass,
    Passing,
    Paying,
    Quoted,
    Taking,
)
from tests.support.play import (
    A_OFF,
    A_ON,
    B_OFF,
    B_ON,
    BOOM_DOWN,
    BOOM_UP,
    BUTTON,
    ENTRY,
    EXIT,
    QUIET,
    SETTLE,
    TAIL,
    UP_WITH_CAR,
    entry,
    exit_,
    facts,
    play,
)

LANES = pytest.mark.parametrize("lane", [ENTRY, EXIT])
OPEN = ev.ManualOpenOrdered(BY)


def by_order(*bodies: object, session_id: str | None = None) -> do.Record:
    """What stands under the name of the person who ordered it."""
    return do.Record(bodies, session_id, "somebody", True)


@LANES
def test_manual_open_is_written_down_and_opens_for_one_car(lane: Lane) -> None:
    after, done = play(OPEN, lane=lane)
    bodies = (lanes.ManualOpened("because"), lanes.BarrierOrdered("attendant"))
    assert done == [by_order(*bodies), do.OpenBarrier()]
    _, done = play(*BOOM_UP, A_ON, 1.0, B_ON, 1.0, A_OFF, 1.0, B_OFF, TAIL, lane=after)
    assert facts(done) == [lanes.PassageCompleted(None)]


def test_a_car_that_comes_late_through_a_manual_opening_still_counts() -> None:
    script = (OPEN, BOOM_UP, 8.0, B_ON, 1.0, B_OFF, TAIL)
    _, done = play(*script, lane=ENTRY)
    assert lanes.PassageCompleted(None) in facts(done)
    assert lanes.PassageUnauthorised() not in facts(done)


def test_manual_open_at_an_exit_ends_the_stay_it_opens_for_and_writes_what_is_owed() -> None:
    _, done = play(OPEN, lane=exit_(Quoted(OWING)))
    assert facts(done) == [
        lanes.ManualOpened("because"),
        payments.AmountOwed("session", Money(350), "manual_open", "because"),
        stays.ExitAuthorised("session", "attendant"),
        lanes.BarrierOrdered("attendant"),
    ]


def test_manual_open_at_an_entry_keeps_the_session_whose_ticket_hangs_in_the_slot() -> None:
    after, _ = play(OPEN, lane=entry(Taking(WITH_TICKET)))
    assert after.phase == Opening(Pass("session", "attendant", WITH_TICKET))


def test_manual_open_ends_an_out_of_service_for_the_car_it_held_up() -> None:
    going = Pass("session", "paid", stay=OWING)
    lane = replace(exit_(OutOfService("boom_stuck", going)), calling="boom_stuck")
    after, done = play(OPEN, lane=lane)
    assert lanes.LaneReturnedToService("attendant") in facts(done)
    assert after.phase == Opening(going)
    assert after.calling == ""


@LANES
def test_no_order_sends_a_pulse_to_a_board_that_is_not_there(lane: Lane) -> None:
    lane = replace(lane, missing=frozenset({Device.BOARD}))
    _, done = play(OPEN, lane=lane)
    assert done == []


@LANES
def test_keep_open_is_written_down_then_latched_and_released(lane: Lane) -> None:
    after, done = play(ev.KeepOpenOrdered(BY, on=True), *BOOM_UP, lane=lane)
    assert done == [by_order(lanes.KeepOpenSet(True, "because")), do.KeepOpenBarrier(True)]
    assert after.keep_open
    after, done = play(ev.KeepOpenOrdered(BY, on=False), lane=after)
    assert done == [by_order(lanes.KeepOpenSet(False, "because")), do.KeepOpenBarrier(False)]
    assert isinstance(after.phase, Closing)
    after, _ = play(*BOOM_DOWN, lane=after)
    assert after.phase == Idle()


@LANES
def test_cars_through_a_kept_open_boom_are_counted_unpaired(lane: Lane) -> None:
    lane, _ = play(ev.KeepOpenOrdered(BY, on=True), *BOOM_UP, lane=lane)
    after, done = play(A_ON, 1.0, B_ON, 1.0, A_OFF, 1.0, B_OFF, TAIL, lane=lane)
    assert facts(done) == [lanes.PassageCompleted(None)]
    assert after.phase == Idle()


def test_a_latch_that_could_not_be_written_down_is_not_believed() -> None:
    lane, _ = play(ev.KeepOpenOrdered(BY, on=True), lane=EXIT)
    after, _ = play(ev.RecordFailed("full"), lane=lane)
    assert not after.keep_open


@LANES
@pytest.mark.parametrize("mode", list(LaneMode))
def test_a_mode_is_set(lane: Lane, mode: LaneMode) -> None:
    after, done = play(ev.ModeOrdered(BY, mode), lane=lane)
    assert after.mode is mode
    assert done == [by_order(lanes.LaneModeSet(mode, "because"))]


def test_a_vouched_motorcycle_is_served_and_its_passage_proven_by_b() -> None:
    after, done = play(ev.PresenceForced(BY), BUTTON, lane=ENTRY)
    assert done == [by_order(lanes.PresenceForced("because")), do.BeginSession()]
    going = Opening(Pass("session", "ticket", WITH_TICKET))
    lane = entry(going, replace(QUIET, present=True))
    after, done = play(*BOOM_UP, 10.0, B_ON, 1.0, B_OFF, TAIL, *BOOM_DOWN, lane=lane)
    assert stays.SessionActivated("session") in facts(done)
    assert (after.phase, after.senses.present) == (Idle(), False)


def test_a_vouched_car_that_is_not_there_is_given_up() -> None:
    after, _ = play(ev.PresenceForced(BY), 70.0, lane=ENTRY)
    assert (after.phase, after.senses.present) == (Idle(), False)


@LANES
def test_reset_ends_an_out_of_service(lane: Lane) -> None:
    lane = replace(lane, phase=OutOfService("boom_stuck"), calling="boom_stuck")
    after, done = play(ev.LaneResetOrdered(BY), lane=lane)
    assert (after.phase, after.calling) == (Idle(), "")
    bodies = (lanes.LaneReset("because"), lanes.LaneReturnedToService("reset"))
    assert done == [by_order(*bodies), do.StopCalling()]


def test_reset_leaves_no_half_issued_ticket() -> None:
    _, done = play(ev.LaneResetOrdered(BY), lane=entry(Taking(WITH_TICKET)))
    assert stays.TicketVoided("4K72MX9", "reset") in facts(done)


def test_reset_flags_a_car_that_was_on_its_way() -> None:
    lane = exit_(Passing(Pass("session", "paid", stay=OWING)), UP_WITH_CAR)
    _, done = play(ev.LaneResetOrdered(BY), lane=lane)
    assert stays.SessionFlagged("session", "reset") in facts(done)


def test_reset_does_not_forget_money_in_flight() -> None:
    lane = exit_(Paying(OWING, Method.CARD, "attempt"))
    after, done = play(ev.LaneResetOrdered(BY), lane=lane)
    assert do.CancelPayment("attempt") in done
    assert after.settling == (("attempt", "session"),)


@pytest.mark.parametrize("reason", ["changed mind"])
def test_void_ends_the_ticket_in_the_slot(reason: str) -> None:
    by = ev.Authority("somebody", reason)
    after, done = play(ev.VoidOrdered(by), lane=entry(Taking(WITH_TICKET)))
    assert stays.TicketVoided("4K72MX9", reason) in facts(done)
    assert after.phase == Armed()


@LANES
def test_a_damaged_ticket_gets_a_successor(lane: Lane) -> None:
    _, done = play(ev.ReissueOrdered(BY, "4K72MX9"), ev.TicketReissued(TICKET), lane=lane)
    assert done == [do.ReissueTicket("4K72MX9", "somebody", "because"), do.PrintTicket(TICKET)]


@LANES
def test_help_rings_once_and_stops_when_somebody_comes(lane: Lane) -> None:
    after, done = play(ev.HelpTapped(), ev.HelpTapped(), lane=lane)
    assert done == [do.CallAttendant("help"), do.Record((lanes.HelpCalled("help"),))]
    after, done = play(ev.HelpAnswered(BY), ev.HelpAnswered(BY), lane=after)
    assert done == [do.StopCalling(), by_order(lanes.HelpAnswered())]


def test_the_wrong_way_is_forgotten_by_order() -> None:
    lane, _ = play(B_ON, 1.0, A_ON, 1.0, B_OFF, SETTLE, lane=ENTRY)
    assert lane.phase == Idle()
    after, _ = play(ev.LaneResetOrdered(BY), lane=lane)
    assert after.phase == Armed()


def test_both_kinds_are_tried() -> None:
    assert {ENTRY.kind, EXIT.kind} == set(LaneKind)
