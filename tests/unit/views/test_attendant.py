"""The attendant's views: tiles, rights, the counter, the status bar."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, LaneKind, LaneMode
from kiosk.domain.staff import RIGHTS, Role, Staff
from kiosk.domain.ticket import Refusal
from kiosk.lane import state
from kiosk.views.attendant import SyncFacts, status_items
from kiosk.views.cashier import Counter, Settled, cashier_view
from kiosk.views.lanes_board import (
    ORDERS,
    LaneAction,
    LaneFacts,
    LaneTile,
    lane_actions,
    lane_tile,
)
from kiosk.views.mood import Mood
from tests.support import booth_views as booth

GOING = state.Pass("session-1", "ticket", stay=booth.STAY)
ADMITTED = Admission("session-1", booth.ENTERED, Admittance.BOOKING)
PHASES: tuple[tuple[state.Phase, Mood, str], ...] = (
    (state.Idle(), Mood.CALM, "Free"),
    (state.Armed(), Mood.WAIT, "Car waiting"),
    (state.Checking("4K72MX9"), Mood.WAIT, "Checking"),
    (state.Refused(Refusal.VOID), Mood.WAIT, "Refused"),
    (state.Registering(), Mood.WAIT, "Writing the ticket"),
    (state.Printing(ADMITTED), Mood.WAIT, "Printing"),
    (state.Taking(ADMITTED, reminded=True), Mood.WAIT, "Ticket in the slot"),
    (state.Opening(GOING), Mood.GO, "Opening"),
    (state.Passing(GOING), Mood.GO, "Drive out"),
    (state.Passing(GOING, stalled=True), Mood.STOP, "Car does not move"),
    (state.Closing(GOING), Mood.GO, "Closing"),
    (state.OutOfService("boom_stuck"), Mood.STOP, "Out of service"),
    (state.Evacuating(), Mood.STOP, "Fire: open"),
    (state.Quoted(booth.STAY), Mood.WAIT, "To pay"),
    (state.CashWanted(booth.STAY), Mood.WAIT, "Wants to pay cash"),
    (state.Paying(booth.STAY, Method.CARD), Mood.WAIT, "Paying by card"),
    (state.Unsettled(booth.STAY, "attempt-1"), Mood.STOP, "Payment unclear"),
    (state.Waiting("lost_ticket"), Mood.STOP, "Needs you"),
)


def tile_of(lane: state.Lane, staff: Staff = booth.MIRA) -> LaneTile:
    return lane_tile(LaneFacts("exit-1", "Exit 1", lane), staff)


def actions_of(lane: state.Lane, staff: Staff = booth.MIRA) -> tuple[LaneAction, ...]:
    return lane_actions(LaneFacts("exit-1", "Exit 1", lane), staff)


def at_exit(phase: state.Phase | None = None) -> state.Lane:
    return booth.lane(LaneKind.EXIT, phase)


@pytest.mark.parametrize(("phase", "mood", "word"), PHASES)
def test_every_phase_has_its_mood_and_word(phase: state.Phase, mood: Mood, word: str) -> None:
    tile = tile_of(at_exit(phase))
    assert (tile.mood, tile.word.template) == (mood, word)


def test_the_table_above_knows_every_phase() -> None:
    assert {type(phase) for phase, _, _ in PHASES} == set(state.Phase.__args__)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"keep_open": True}, "Kept open"),
        ({"mode": LaneMode.CLOSED}, "Closed"),
        ({"mode": LaneMode.CLOSED_TO_ALL}, "Closed to all"),
        ({"full": True}, "Full"),
        ({"mode": LaneMode.FULL}, "Full"),
        ({"clock_doubted": True}, "No tickets"),
        ({"started": False}, "Starting"),
        ({"missing": frozenset({Device.BOARD})}, "No gate board"),
    ],
)
def test_a_resting_entry_says_why_it_serves_nobody(change: dict[str, object], word: str) -> None:
    lane = replace(booth.lane(), **change)  # type: ignore[arg-type]
    assert tile_of(lane).word.template == word


def test_a_full_garage_does_not_change_an_exit() -> None:
    assert tile_of(replace(at_exit(), full=True)).word.template == "Free"


def test_price_and_code_are_shown_while_a_driver_pays() -> None:
    tile = tile_of(at_exit(state.Quoted(booth.STAY)))
    assert (tile.due, tile.code) == (Money(360), "4K7-2MX-9")


def test_a_raw_scan_is_never_shown_as_a_code() -> None:
    assert tile_of(at_exit(state.Checking("BG1" + "X" * 80))).code == ""


@pytest.mark.parametrize("role", list(Role))
def test_nobody_is_offered_what_they_have_no_right_to(role: Role) -> None:
    staff = Staff("s", "S", role)
    for phase, _, _ in PHASES:
        for action in actions_of(replace(at_exit(phase), calling="help"), staff):
            assert ORDERS[action].right in RIGHTS[role]


def test_nobody_signed_on_is_offered_nothing() -> None:
    view = booth.attendant(staff=None)
    assert all(not tile.actions for tile in view.lanes)
    assert view.cashier is None


def test_in_a_fire_the_only_order_is_to_end_it() -> None:
    actions = actions_of(at_exit(state.Evacuating()))
    assert actions == (LaneAction.END_EVACUATION,)


def test_a_call_can_be_answered_and_a_kept_open_boom_released() -> None:
    lane = replace(at_exit(), calling="help", keep_open=True)
    actions = actions_of(lane)
    assert {LaneAction.ANSWER, LaneAction.RELEASE} <= set(actions)
    assert LaneAction.KEEP_OPEN not in actions


def test_paying_opens_the_exit_where_that_car_stands() -> None:
    view = cashier_view(booth.counter(), booth.lanes(), booth.MIRA)
    assert (view.chosen, view.car_at_exit) == ("exit-2", True)


def test_without_a_car_the_calling_exit_is_proposed_and_nothing_opens() -> None:
    stay = replace(booth.STAY, session_id="session-77")
    view = cashier_view(booth.counter(stay), booth.lanes(), booth.MIRA)
    assert (view.chosen, view.car_at_exit) == ("exit-1", False)


def test_a_refused_code_is_said_in_words_and_leaves_no_card() -> None:
    view = cashier_view(Counter(refusal=Refusal.FORGED), booth.lanes(), booth.MIRA)
    assert view.card is None
    assert view.notice is not None
    assert view.notice.mood is Mood.STOP


def test_a_booked_payment_keeps_its_change_in_sight() -> None:
    done = Settled("session-9", Money(360), Money(1000), Money(640), ((Money(500), 1),))
    assert cashier_view(Counter(settled=done), booth.lanes(), booth.MIRA).settled == done


def test_a_technician_may_not_take_money() -> None:
    view = cashier_view(booth.counter(), booth.lanes(), booth.TOMAS)
    assert not view.may_take_money
    assert view.actions == ()


@pytest.mark.parametrize(
    ("sync", "mood", "words"),
    [
        (None, Mood.CALM, "No centre"),
        (SyncFacts(reachable=False, unsent=128), Mood.WAIT, "Offline, {count} waiting"),
        (SyncFacts(reachable=True, unsent=3), Mood.WAIT, "Centre: sending {count}"),
        (SyncFacts(reachable=True), Mood.GO, "Centre: connected"),
        (
            SyncFacts(reachable=True, last_ack_at=booth.NOW - timedelta(seconds=4)),
            Mood.GO,
            "Centre: all sent, {seconds} s ago",
        ),
        (
            SyncFacts(reachable=True, last_ack_at=booth.NOW - timedelta(minutes=3)),
            Mood.GO,
            "Centre: all sent, {ago} ago",
        ),
        (SyncFacts(reachable=True, alarm="fork"), Mood.STOP, "Centre disagrees"),
    ],
)
def test_the_status_bar_says_how_it_stands_with_the_centre(
    sync: SyncFacts | None, mood: Mood, words: str
) -> None:
    item = status_items(replace(booth.booth(), sync=sync), faults=0)[0]
    assert item.mood is mood
    assert item.text.template.startswith(words)


def test_the_status_bar_always_has_its_five_places() -> None:
    quiet = replace(booth.booth(), printer=None, shift=None, exceptions=0)
    assert len(status_items(quiet, faults=0)) == len(status_items(booth.booth(), faults=7)) == 5


@pytest.mark.parametrize(
    ("lane_id", "offered"),
    [
        ("entry-1", {LaneAction.MODE, LaneAction.MODE_ZONE, LaneAction.MODE_ALL}),
        ("entry-3", {LaneAction.MODE, LaneAction.MODE_ALL}),
        ("exit-1", {LaneAction.MODE}),
    ],
)
def test_the_mode_of_several_entries_is_offered_where_there_are_several(
    lane_id: str, offered: set[LaneAction]
) -> None:
    among = booth.zoned_lanes()
    facts = next(each for each in among if each.lane_id == lane_id)
    modes = {each for each in LaneAction if each.value.startswith("mode")}
    assert modes & set(lane_actions(facts, booth.MIRA, among)) == offered
    assert not modes & set(lane_actions(facts, booth.JONAS, among))


def test_where_all_entries_lead_into_one_zone_the_zone_is_not_offered_too() -> None:
    among = [replace(each, zone="") for each in booth.zoned_lanes()]
    assert LaneAction.MODE_ZONE not in lane_actions(among[0], booth.MIRA, among)
    assert LaneAction.MODE_ALL in lane_actions(among[0], booth.MIRA, among)
