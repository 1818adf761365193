"""The entry: every line of its part of the design, as conversations."""

from dataclasses import replace

import pytest

from kiosk.domain.facts import lanes, stays
from kiosk.domain.session import Admittance
from kiosk.domain.signals import Device, LaneMode
from kiosk.domain.ticket import Refusal
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.listing import TICKET, WITH_BOOKING, WITH_TICKET
from kiosk.lane.rules import Rules
from kiosk.lane.state import (
    Armed,
    Checking,
    Idle,
    Opening,
    OutOfService,
    Pass,
    Passing,
    Printing,
    Refused,
    Registering,
    Taking,
    Waiting,
)
from tests.support.play import (
    A_OFF,
    A_ON,
    B_ON,
    BUTTON,
    QUIET,
    SETTLE,
    TAKEN,
    entry,
    facts,
    play,
)

PRINTED = ev.TicketPrinted("4K72MX9")
BEGUN = ev.SessionBegun(WITH_TICKET)
NEXT = replace(WITH_TICKET, session_id="next", ticket=replace(TICKET, code="NEXT", number=8))


def void(reason: str) -> do.Record:
    """The session and its paper never happened."""
    return do.Record(
        (stays.SessionBackedOut("session"), stays.TicketVoided("4K72MX9", reason)), "session"
    )


def test_a_car_wakes_the_lane() -> None:
    after, done = play(A_ON, SETTLE)
    assert after.phase == Armed()
    assert done == []


@pytest.mark.parametrize("press", [BUTTON, ev.TicketRequested()])
def test_no_ticket_without_a_car_on_a(press: ev.Event) -> None:
    after, done = play(press)
    assert (after.phase, done) == (Idle(), [])


def test_the_session_is_saved_before_anything_is_printed() -> None:
    after, done = play(A_ON, SETTLE, BUTTON)
    assert done == [do.BeginSession()]
    after, done = play(BEGUN, lane=after)
    assert done == [do.PrintTicket(TICKET)]
    assert after.phase == Printing(WITH_TICKET)


def test_two_presses_print_one_ticket() -> None:
    _, done = play(A_ON, SETTLE, BUTTON, BUTTON, BEGUN, BUTTON, PRINTED, BUTTON)
    assert done == [do.BeginSession(), do.PrintTicket(TICKET)]


def test_the_boom_rises_only_after_the_ticket_is_taken() -> None:
    after, done = play(PRINTED, lane=entry(Printing(WITH_TICKET)))
    assert (after.phase, done) == (Taking(WITH_TICKET), [])
    after, done = play(TAKEN, lane=after)
    taken = (stays.TicketTaken("4K72MX9"), lanes.BarrierOrdered("ticket"))
    assert done == [do.Record(taken, "session"), do.OpenBarrier()]
    assert isinstance(after.phase, Opening)


def test_a_driver_quicker_than_the_printers_own_word_need_not_take_it_twice() -> None:
    after, done = play(TAKEN, lane=entry(Printing(WITH_TICKET)))
    assert done == []
    after, done = play(PRINTED, lane=after)
    assert done[-1] == do.OpenBarrier()


def test_silence_is_no_confirmation() -> None:
    after, done = play(21.0, lane=entry(Printing(WITH_TICKET)))
    assert done == [void("no_answer"), do.BeginSession()]
    assert after.phase == Registering(attempt=2)


def test_another_tickets_confirmation_is_not_this_ones() -> None:
    lane = entry(Printing(WITH_TICKET))
    after, done = play(ev.TicketPrinted("OTHER"), ev.PrintFailed("OTHER", "error"), lane=lane)
    assert (after.phase, done) == (lane.phase, [])


def test_a_ticket_that_did_not_print_is_void_and_offered_once_more() -> None:
    lane = entry(Printing(WITH_TICKET))
    after, done = play(ev.PrintFailed("4K72MX9", "error"), ev.SessionBegun(NEXT), lane=lane)
    assert done == [void("error"), do.BeginSession(), do.PrintTicket(NEXT.ticket or TICKET)]
    assert after.phase == Printing(NEXT, attempt=2)


def test_the_second_failure_calls_the_attendant() -> None:
    lane = entry(Printing(WITH_TICKET, attempt=2))
    after, done = play(ev.PrintFailed("4K72MX9", "error"), lane=lane)
    assert done[:2] == [void("error"), do.CallAttendant("printer")]
    assert after.phase == Waiting("printer")


def test_paper_that_ends_in_mid_ticket_voids_it_and_says_so() -> None:
    lost = ev.DeviceChanged(Device.PRINTER, ready=False, fault="paper_out")
    lane = entry(Printing(WITH_TICKET))
    after, done = play(lost, ev.PrintFailed("4K72MX9", "paper_out"), lane=lane)
    assert done[:2] == [void("paper_out"), do.CallAttendant("printer")]
    assert after.phase == Refused(Refusal.NO_PAPER)


def test_without_a_printer_tickets_are_refused_and_bookings_enter() -> None:
    lane = replace(entry(Armed()), missing=frozenset({Device.PRINTER}))
    after, done = play(BUTTON, lane=lane)
    assert (after.phase, done) == (Refused(Refusal.NO_PAPER), [])
    _, done = play(ev.CodeOffered("B"), ev.EntryGranted(Admittance.BOOKING, "booking"), lane=lane)
    assert done == [do.LookUp("B"), do.BeginSession(Admittance.BOOKING, "booking")]


def test_a_driver_who_waits_for_paper_is_served_when_it_is_back() -> None:
    back = ev.DeviceChanged(Device.PRINTER, ready=True)
    after, _ = play(back, lane=entry(Waiting("printer")))
    assert after.phase == Armed()


def test_a_booking_opens_without_paper() -> None:
    lane = entry(Registering())
    after, done = play(ev.SessionBegun(WITH_BOOKING), lane=lane)
    assert done == [do.Record((lanes.BarrierOrdered("booking"),), "session"), do.OpenBarrier()]
    assert isinstance(after.phase, Opening)


def test_a_refusal_is_named_and_kept_and_the_driver_may_try_again() -> None:
    lane = entry(Checking("B"))
    after, done = play(ev.CredentialRefused(Refusal.TOO_EARLY, "B"), lane=lane)
    assert done == [do.Record((lanes.CredentialRefused("too_early", "B"),))]
    assert after.phase == Refused(Refusal.TOO_EARLY, "B")
    again, _ = play(ev.CodeOffered("C"), lane=after)
    assert again.phase == Checking("C")
    later, _ = play(13.0, lane=after)
    assert later.phase == Armed()


def test_the_driver_is_reminded_and_then_the_ticket_is_void() -> None:
    after, done = play(31.0, lane=entry(Taking(WITH_TICKET)))
    assert (after.phase, done) == (Taking(WITH_TICKET, reminded=True), [])
    after, done = play(61.0, lane=entry(Taking(WITH_TICKET)))
    assert done == [void("not_taken")]
    assert after.phase == Armed()


@pytest.mark.parametrize("phase", [Printing(WITH_TICKET), Taking(WITH_TICKET)])
def test_a_car_gone_with_the_ticket_in_the_slot_voids_it(phase: Printing | Taking) -> None:
    after, done = play(A_OFF, SETTLE, lane=entry(phase))
    assert done == [void("car_gone")]
    assert after.phase == Idle()


def test_a_car_that_breaks_through_with_a_ticket_in_the_slot_is_an_alarm_as_well() -> None:
    after, done = play(B_ON, 1.0, A_OFF, SETTLE, lane=entry(Taking(WITH_TICKET)))
    assert facts(done)[:3] == [
        stays.SessionBackedOut("session"),
        stays.TicketVoided("4K72MX9", "car_gone"),
        lanes.PassageUnauthorised(),
    ]
    assert after.calling == "unauthorised"


def test_a_car_gone_while_its_session_is_written_leaves_nothing_behind() -> None:
    after, done = play(BEGUN, lane=entry(Registering(), QUIET))
    assert done == [void("car_gone")]
    assert after.phase == Idle()


def test_without_a_taken_sensor_the_boom_rises_after_a_short_delay_and_that_is_flagged() -> None:
    rules = Rules(has_taken_sensor=False)
    lane = entry(Printing(WITH_TICKET))
    _, done = play(PRINTED, 2.0, lane=lane, rules=rules)
    assert done == []
    _, done = play(PRINTED, 4.0, lane=lane, rules=rules)
    assert facts(done) == [
        stays.TicketTaken("4K72MX9", verified=False),
        stays.SessionFlagged("session", "take_unverified"),
        lanes.BarrierOrdered("ticket"),
    ]
    assert done[-1] == do.OpenBarrier()


@pytest.mark.parametrize(
    ("mode", "full", "refusal"),
    [
        (LaneMode.OPEN, True, Refusal.FULL),
        (LaneMode.FULL, False, Refusal.FULL),
        (LaneMode.CLOSED, False, Refusal.CLOSED),
        (LaneMode.CLOSED_TO_ALL, False, Refusal.CLOSED),
    ],
)
def test_every_mode_but_open_refuses_tickets(mode: LaneMode, full: bool, refusal: Refusal) -> None:
    lane = replace(entry(Armed()), mode=mode, full=full)
    after, done = play(BUTTON, lane=lane)
    assert (after.phase, done) == (Refused(refusal), [])


@pytest.mark.parametrize("mode", list(LaneMode))
def test_bookings_enter_in_every_mode_but_closed_to_all(mode: LaneMode) -> None:
    lane = replace(entry(Armed()), mode=mode, full=True)
    after, _ = play(ev.CodeOffered("B"), lane=lane)
    if mode is LaneMode.CLOSED_TO_ALL:
        assert after.phase == Refused(Refusal.CLOSED)
    else:
        assert after.phase == Checking("B")


def test_a_doubted_clock_gives_no_tickets_until_a_person_has_looked() -> None:
    lane, _ = play(ev.ClockDoubted(doubted=True), lane=entry(Armed()))
    after, done = play(BUTTON, lane=lane)
    assert after.phase == Refused(Refusal.CLOSED)
    assert done[0] == do.CallAttendant("clock")
    after, done = play(ev.ClockDoubted(doubted=False), BUTTON, lane=lane)
    assert done == [do.BeginSession()]


def test_an_entry_fails_closed_when_the_disk_does() -> None:
    after, done = play(ev.RecordFailed("full"), lane=entry(Registering()))
    assert after.phase == OutOfService("store")
    assert done == [do.CallAttendant("store")]
    after, done = play(BUTTON, ev.CodeOffered("B"), lane=after)
    assert done == []


def test_a_broken_disk_is_not_called_out_twice() -> None:
    _, done = play(ev.RecordFailed("full"), ev.RecordFailed("full"), lane=entry(Registering()))
    assert done == [do.CallAttendant("store")]


def test_nothing_is_issued_without_a_board() -> None:
    lost = ev.DeviceChanged(Device.BOARD, ready=False, fault="unplugged")
    after, done = play(lost, BUTTON, ev.CodeOffered("B"), lane=entry(Armed()))
    assert (after.phase, done) == (Idle(), [])


def test_a_ticket_taken_from_a_printer_whose_lane_lost_its_board_is_void() -> None:
    lane = replace(entry(Taking(WITH_TICKET)), missing=frozenset({Device.BOARD}))
    _, done = play(TAKEN, lane=lane)
    assert do.OpenBarrier() not in done
    assert stays.TicketVoided("4K72MX9", "no_board") in facts(done)


def test_the_car_is_served_again_when_the_board_is_back() -> None:
    lost = ev.DeviceChanged(Device.BOARD, ready=False, fault="unplugged")
    back = ev.DeviceChanged(Device.BOARD, ready=True)
    lane, _ = play(lost, lane=entry(Armed()))
    after, _ = play(A_ON, back, lane=lane)
    assert after.phase == Armed()
    after, _ = play(back, A_ON, lane=lane)
    assert after.phase == Armed()


def test_a_kept_open_boom_still_gives_sessions_and_nothing_waits_for_it() -> None:
    lane = replace(entry(Taking(WITH_TICKET)), keep_open=True)
    after, done = play(TAKEN, lane=lane)
    assert done == [do.Record((stays.TicketTaken("4K72MX9"),), "session")]
    assert after.phase == Passing(Pass("session", "ticket", WITH_TICKET))


def test_an_idle_driver_is_asked_and_then_the_screen_begins_anew() -> None:
    after, _ = play(46.0, lane=entry(Armed()))
    assert after.phase == Armed(still_there=True)
    more, _ = play(ev.MoreTimeTapped(), lane=after)
    assert more.phase == Armed()
    later, _ = play(21.0, lane=after)
    assert later.phase == Armed()
