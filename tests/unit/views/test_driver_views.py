"""What drivers see: a table over every phase, then what stands above all phases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, Protocol, get_args

import pytest

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.signals import Device, LaneKind, LaneMode
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import NOTHING, Text
from kiosk.lane import state
from kiosk.lane.state import Lane
from kiosk.views.driver import DriverView, HelpCall, Picture, Tap
from kiosk.views.entry import entry_view
from kiosk.views.exit import exit_view
from kiosk.views.mood import Mood
from kiosk.views.samples import (
    ADMISSION,
    ENDS,
    ENTRY,
    ENTRY_SITE,
    EXIT,
    EXIT_SITE,
    LONG,
    PAID,
    STAY,
)
from kiosk.views.wording import ADVICE


class Look(Protocol):
    """The view of a ready lane in this phase, with changes to the lane."""

    def __call__(self, phase: state.Phase, **changes: Any) -> DriverView: ...


ENDING = replace(STAY, due=Money(0), note=ENDS)
ACTS = frozenset({Mood.GO, Mood.WAIT, Mood.STOP})


def entry(phase: state.Phase, **changes: Any) -> DriverView:
    lane = Lane(LaneKind.ENTRY, phase, missing=frozenset(), started=True)
    return entry_view(replace(lane, **changes), ENTRY_SITE)


def leave(phase: state.Phase, **changes: Any) -> DriverView:
    lane = Lane(LaneKind.EXIT, phase, missing=frozenset(), started=True)
    return exit_view(replace(lane, **changes), EXIT_SITE)


def taps(view: DriverView) -> list[Tap]:
    return [choice.tap for choice in view.choices]


PHASES: tuple[state.Phase, ...] = (
    state.Idle(),
    state.Armed(),
    state.Checking("x"),
    state.Refused(Refusal.UNKNOWN),
    state.Opening(state.Pass("s", "paid", stay=PAID)),
    state.Passing(state.Pass("s", "paid", stay=PAID)),
    state.Closing(state.Pass("s", "paid")),
    state.OutOfService("boom_stuck"),
    state.Evacuating(),
    state.Registering(),
    state.Printing(ADMISSION),
    state.Taking(ADMISSION),
    state.Quoted(STAY),
    state.CashWanted(STAY),
    state.Paying(STAY, Method.CARD, "attempt"),
    state.Unsettled(STAY, "attempt"),
    state.Waiting("device", STAY),
)


def test_the_table_of_phases_is_complete() -> None:
    assert {type(phase) for phase in PHASES} == set(get_args(state.Phase))


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: type(phase).__name__)
@pytest.mark.parametrize("look", [entry, leave])
@pytest.mark.parametrize("mode", LaneMode)
@pytest.mark.parametrize("missing", [frozenset(), *({device} for device in Device), set(Device)])
def test_every_lane_has_a_screen_that_says_something(
    look: Look, phase: state.Phase, mode: LaneMode, missing: set[Device]
) -> None:
    view = look(phase, mode=mode, missing=frozenset(missing))
    assert view.headline is not NOTHING
    assert sum(choice.main for choice in view.choices) <= 1
    assert len(set(taps(view))) == len(view.choices) <= 4


@pytest.mark.parametrize(
    ("name", "mood", "headline"),
    [
        ("starting", Mood.WAIT, "One moment"),
        ("welcome", Mood.CALM, "Welcome"),
        ("full", Mood.STOP, "Full"),
        ("closed", Mood.STOP, "Closed"),
        ("choose", Mood.CALM, "Welcome"),
        ("still-there", Mood.CALM, "Are you still there?"),
        ("registering", Mood.CALM, "Your ticket is printing"),
        ("take", Mood.GO, "Please take your ticket"),
        ("take-reminded", Mood.WAIT, "Please take your ticket"),
        ("drive-in", Mood.GO, "Drive in"),
        ("closing", Mood.WAIT, "One moment"),
        ("waiting", Mood.WAIT, "Please wait"),
        ("out-of-service", Mood.STOP, "Out of service"),
        ("no-board", Mood.STOP, "Out of service"),
        ("fire", Mood.STOP, "Fire alarm"),
    ],
)
def test_the_entry_says(name: str, mood: Mood, headline: str) -> None:
    assert (ENTRY[name].mood, ENTRY[name].headline.template) == (mood, headline)


@pytest.mark.parametrize(
    ("name", "mood", "headline"),
    [
        ("rest", Mood.CALM, "Exit"),
        ("scan", Mood.CALM, "Hold your ticket to the reader"),
        ("price", Mood.CALM, "Your stay"),
        ("cash", Mood.CALM, "Please pay at the booth"),
        ("paying-begins", Mood.CALM, "One moment"),
        ("paying", Mood.CALM, "Hold your card or phone to the reader"),
        ("paying-cancelling", Mood.CALM, "Cancelling"),
        ("unsettled", Mood.WAIT, "Please do not pay again"),
        ("waiting", Mood.WAIT, "Please wait"),
        ("goodbye-paid", Mood.GO, "Thank you, drive safely"),
        ("goodbye-free", Mood.GO, "Goodbye, drive safely"),
        ("goodbye-owing", Mood.GO, "Drive out"),
        ("fire", Mood.STOP, "Fire alarm"),
    ],
)
def test_the_exit_says(name: str, mood: Mood, headline: str) -> None:
    assert (EXIT[name].mood, EXIT[name].headline.template) == (mood, headline)


# --- the entry


def test_a_ticket_is_offered_first_and_a_booking_beside_it() -> None:
    view = entry(state.Armed())
    assert taps(view) == [Tap.TICKET, Tap.CODE]
    assert view.choices[0].main


@pytest.mark.parametrize(
    "changes",
    [
        {"missing": frozenset({Device.PRINTER})},
        {"full": True},
        {"mode": LaneMode.FULL},
        {"mode": LaneMode.CLOSED},
        {"clock_doubted": True},
    ],
)
def test_without_tickets_bookings_still_enter(changes: dict[str, Any]) -> None:
    assert taps(entry(state.Armed(), **changes)) == [Tap.CODE]


def test_closed_to_all_offers_nothing() -> None:
    assert taps(entry(state.Armed(), mode=LaneMode.CLOSED_TO_ALL)) == []


def test_without_a_reader_a_booking_is_typed() -> None:
    view = entry(state.Armed(), missing=frozenset({Device.SCANNER}))
    assert view.choices[1].hint.template == "Type your code"


def test_the_code_is_shown_as_it_is_read_aloud() -> None:
    assert ("code", "4K7-2MX-9") in entry(state.Taking(ADMISSION)).fact.values


def test_nobody_taps_while_the_ticket_is_made() -> None:
    for phase in (state.Registering(), state.Printing(ADMISSION), state.Taking(ADMISSION)):
        assert taps(entry(phase)) == []


# --- the exit


@pytest.mark.parametrize(
    ("changes", "methods"),
    [
        ({}, [Tap.CARD, Tap.CASH]),
        ({"missing": frozenset({Device.TERMINAL})}, [Tap.CASH]),
        ({"unreachable": frozenset({"gateway"})}, [Tap.CASH]),
        ({"unreachable": frozenset({"internet"})}, [Tap.CASH]),
        ({"unreachable": frozenset({"centre"})}, [Tap.CARD, Tap.CASH]),
    ],
)
def test_only_what_works_is_offered(changes: dict[str, Any], methods: list[Tap]) -> None:
    view = leave(state.Quoted(STAY), **changes)
    assert taps(view) == methods
    assert view.choices[0].main


def test_without_any_way_to_pay_somebody_is_called() -> None:
    assert taps(EXIT["price-no-way"]) == [Tap.HELP]


def test_the_price_shown_is_the_price_due() -> None:
    bill = leave(state.Quoted(STAY)).bill
    assert bill is not None
    assert (bill.due, bill.lines, bill.paid) == (STAY.due, STAY.quote.lines, None)
    assert ("until", STAY.quoted_at + timedelta(minutes=5)) in bill.note.values


def test_what_was_paid_before_is_told() -> None:
    bill = leave(state.Quoted(LONG)).bill
    assert bill is not None
    assert bill.paid == LONG.paid
    assert bill.since.template == "Since {at:moment}"


def test_a_declined_card_is_told_and_may_be_tried_again() -> None:
    view = leave(state.Quoted(STAY, declined=True))
    assert view.detail.template == "The card was declined. Nothing was charged."
    assert taps(view) == [Tap.CARD, Tap.CASH]


def test_nothing_can_be_tapped_while_money_is_in_flight() -> None:
    for phase in (
        state.Paying(STAY, Method.CARD),
        state.Paying(STAY, Method.CARD, "attempt", cancelling=True),
        state.Unsettled(STAY, "attempt"),
    ):
        assert taps(leave(phase)) == []
        assert not leave(phase).can_go_back


def test_a_card_payment_can_be_cancelled_once_it_runs() -> None:
    assert leave(state.Paying(STAY, Method.CARD, "attempt")).can_go_back


def test_a_receipt_is_offered_once_to_who_paid() -> None:
    paid = state.Pass("s", "paid", stay=PAID)
    assert taps(leave(state.Passing(paid))) == [Tap.RECEIPT]
    assert taps(leave(state.Passing(replace(paid, receipt_wanted=True)))) == []
    assert taps(leave(state.Passing(state.Pass("s", "free")))) == []
    assert taps(leave(state.Passing(paid), missing=frozenset({Device.PRINTER}))) == []


def test_a_goodbye_says_until_when() -> None:
    view = leave(state.Passing(state.Pass("s", "paid", stay=PAID)))
    assert view.fact.values == (("at", PAID.leave_by_at),)


def test_a_released_car_is_told_what_it_owes() -> None:
    view = leave(state.Passing(state.Pass("s", "released", stay=STAY)))
    assert view.fact.values == (("amount", STAY.due),)


# --- everywhere


@pytest.mark.parametrize("refusal", Refusal)
@pytest.mark.parametrize("look", [entry, leave])
def test_every_refusal_says_why_and_what_next(look: Look, refusal: Refusal) -> None:
    view = look(state.Refused(refusal))
    assert (view.headline, view.detail) == (ADVICE[refusal].why, ADVICE[refusal].next)
    assert view.mood is Mood.STOP
    assert Tap.BACK in taps(view)


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: type(phase).__name__)
@pytest.mark.parametrize("look", [entry, leave])
def test_fire_outranks_and_a_start_serves_nobody(look: Look, phase: state.Phase) -> None:
    view = look(phase, started=False)
    expected = "Fire alarm" if isinstance(phase, state.Evacuating) else "One moment"
    assert (view.headline.template, taps(view)) == (expected, [])


@pytest.mark.parametrize(
    ("calling", "answered", "call"),
    [
        ("", False, HelpCall.NONE),
        ("help", False, HelpCall.RINGING),
        ("help", True, HelpCall.RINGING),
        ("", True, HelpCall.ANSWERED),
    ],
)
def test_a_call_is_seen_on_every_screen(calling: str, answered: bool, call: HelpCall) -> None:
    lane = Lane(LaneKind.EXIT, started=True, missing=frozenset(), calling=calling)
    view = exit_view(lane, replace(EXIT_SITE, help_answered=answered))
    assert view.place.help is call


def test_the_language_goes_back_only_when_nobody_is_here() -> None:
    assert [name for name, view in ENTRY.items() if view.resting and view.mood not in ACTS] == [
        "welcome"
    ]
    assert not entry(state.Armed()).resting


@pytest.mark.parametrize(
    ("phase", "note"),
    [
        (state.Opening(state.Pass("s", "free", stay=ENDING)), ENDS),
        (state.Passing(state.Pass("s", "free", stay=ENDING)), ENDS),
        (state.Passing(state.Pass("s", "free", stay=ENDING), stalled=True), ENDS),
        (state.Passing(state.Pass("s", "paid", stay=replace(PAID, note=ENDS))), ENDS),
        (state.Passing(state.Pass("s", "iou", stay=replace(STAY, note=ENDS))), ENDS),
        (state.Passing(state.Pass("s", "free", stay=replace(ENDING, note=None))), NOTHING),
        (state.Passing(state.Pass(None, "manual")), NOTHING),
    ],
)
def test_a_pass_that_ends_soon_is_said_beside_the_goodbye(phase: state.Phase, note: Text) -> None:
    view = leave(phase)
    assert view.note == note
    assert view.picture in (Picture.OPENING, Picture.DRIVE)


def test_a_receipt_and_where_to_drive_come_before_the_passs_end() -> None:
    printing = state.Pass("s", "paid", stay=replace(PAID, note=ENDS), receipt_wanted=True)
    assert leave(state.Passing(printing)).note == Text("Your receipt is printing.")
    owing = state.Pass("s", "iou", stay=replace(STAY, note=ENDS))
    stalled = leave(state.Passing(owing, stalled=True))
    assert stalled.note == Text("Please drive on. The barrier stays open.")
