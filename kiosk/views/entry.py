"""The entry driver's screen: drive up, press, take the ticket, drive in."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, LaneMode
from kiosk.domain.wording import NOTHING, Text
from kiosk.lane import state
from kiosk.lane.state import Lane
from kiosk.views.driver import (
    Choice,
    DriverView,
    Picture,
    SiteFacts,
    Tap,
    code_text,
    place_of,
)
from kiosk.views.mood import Mood
from kiosk.views.notices import (
    CHECKING,
    OUT_OF_SERVICE,
    PLEASE_WAIT,
    STARTING,
    STILL_THERE,
    Notice,
    fire,
    refused,
)


def entry_view(lane: Lane, site: SiteFacts) -> DriverView:
    """What the driver at this entry should see now."""
    notice = _notice(lane, site)
    place = place_of(lane, site, shows_free=not isinstance(lane.phase, state.Evacuating))
    return notice.as_view(place, resting=isinstance(lane.phase, state.Idle))


def _notice(lane: Lane, site: SiteFacts) -> Notice:
    """What stands above any phase comes first: fire, a start, a dead board."""
    if isinstance(lane.phase, state.Evacuating):
        return fire(entry=True)
    if not lane.started:
        return STARTING
    if isinstance(lane.phase, state.OutOfService) or Device.BOARD in lane.missing:
        return OUT_OF_SERVICE
    return _phase(lane, site)


def _phase(lane: Lane, site: SiteFacts) -> Notice:  # noqa: C901 - one row per phase
    match lane.phase:
        case state.Idle():
            return _attract(lane, site)
        case state.Armed(still_there=True):
            return STILL_THERE
        case state.Armed():
            return _choose(lane, site)
        case state.Checking():
            return CHECKING
        case state.Refused(refusal):
            return refused(refusal, may_type=site.takes_bookings)
        case state.Registering():
            return _printing(again=False)
        case state.Printing(attempt=attempt):
            return _printing(again=attempt > 1)
        case state.Taking(admission, reminded):
            return _take(admission, reminded=reminded)
        case state.Opening(going):
            return _opening(going)
        case state.Passing(going, stalled):
            return _drive_in(going, stalled=stalled)
        case state.Closing():
            return CLOSING
        case (
            state.Waiting()
            | state.Quoted()
            | state.CashWanted()
            | state.Paying()
            | state.Unsettled()
        ):
            return PLEASE_WAIT
        case state.OutOfService() | state.Evacuating():
            return OUT_OF_SERVICE
        case phase:
            assert_never(phase)


CLOSING = Notice(
    Text("One moment"),
    Text("The barrier is closing. Please do not follow the car ahead."),
    mood=Mood.WAIT,
    picture=Picture.STOP,
)


def _attract(lane: Lane, site: SiteFacts) -> Notice:
    if lane.mode is LaneMode.CLOSED_TO_ALL:
        return _closed(site, bookings=False)
    if lane.mode is LaneMode.CLOSED:
        return _closed(site, bookings=site.takes_bookings)
    if lane.full or lane.mode is LaneMode.FULL:
        return _full(site)
    welcome = Notice(Text("Welcome"), Text("Please drive up to the barrier."), picture=Picture.CAR)
    if site.free is not None:
        free = Text("{count}").with_values(count=site.free)
        welcome = replace(welcome, fact=free, fact_note=Text("free spaces"))
    return replace(welcome, note=site.tariff)


def _choose(lane: Lane, site: SiteFacts) -> Notice:
    """A car stands here: everything that works, and nothing that does not."""
    booking = _booking_choices(lane, site)
    if lane.mode is LaneMode.CLOSED_TO_ALL:
        return _closed(site, bookings=False)
    if lane.mode is LaneMode.CLOSED:
        return replace(_closed(site, bookings=site.takes_bookings), choices=booking)
    if lane.full or lane.mode is LaneMode.FULL:
        return replace(_full(site), choices=booking)
    if Device.PRINTER in lane.missing or lane.clock_doubted:
        return _no_tickets(booking)
    ticket = Choice(
        Tap.TICKET,
        Text("Take a ticket"),
        Text("or press the button below"),
        Picture.TICKET,
        main=True,
    )
    return Notice(Text("Welcome"), site.tariff, choices=(ticket, *booking))


def _booking_choices(lane: Lane, site: SiteFacts) -> tuple[Choice, ...]:
    if not site.takes_bookings or lane.mode is LaneMode.CLOSED_TO_ALL:
        return ()
    if Device.SCANNER in lane.missing:
        hint = Text("Type your code")
    else:
        hint = Text("Hold the code to the reader, or type it")
    return (Choice(Tap.CODE, Text("Booking or pass"), hint, Picture.SCAN),)


def _no_tickets(booking: tuple[Choice, ...]) -> Notice:
    return Notice(
        Text("No tickets right now"),
        Text("Use a booking or another lane, or press Help."),
        mood=Mood.WAIT,
        picture=Picture.TICKET,
        choices=booking,
    )


def _full(site: SiteFacts) -> Notice:
    return Notice(
        Text("Full"),
        Text("Bookings can still enter.") if site.takes_bookings else NOTHING,
        mood=Mood.STOP,
        picture=Picture.STOP,
        note=Text("Please come back later."),
    )


def _closed(site: SiteFacts, *, bookings: bool) -> Notice:
    return Notice(
        Text("Closed"),
        Text("Bookings can still enter.") if bookings else NOTHING,
        mood=Mood.STOP,
        picture=Picture.STOP,
        note=Text("Please do not wait here."),
    )


def _printing(*, again: bool) -> Notice:
    return Notice(
        Text("Your ticket is printing"),
        Text("The first one did not come out right. Here is another.") if again else NOTHING,
        picture=Picture.PRINTING,
    )


def _take(admission: Admission, *, reminded: bool) -> Notice:
    entered = Text("Entered {at} · {at:date}").with_values(at=admission.entered_at)
    return Notice(
        Text("Please take your ticket"),
        Text("Without it, you cannot drive in.")
        if reminded
        else Text("The barrier opens as soon as you have it."),
        mood=Mood.WAIT if reminded else Mood.GO,
        picture=Picture.TAKE,
        fact=code_text(admission.ticket.code) if admission.ticket else NOTHING,
        fact_note=entered,
        note=Text("Keep it with you. You pay with it before you leave."),
    )


def _opening(going: state.Pass) -> Notice:
    return Notice(
        _greeting(going.admission),
        Text("The barrier is opening."),
        mood=Mood.GO,
        picture=Picture.OPENING,
        note=_told(going),
    )


def _greeting(admission: Admission | None) -> Text:
    """Nobody is named: whoever stands behind reads it too."""
    match admission.admittance if admission else None:
        case Admittance.PASS:
            return Text("Welcome back")
        case Admittance.BOOKING:
            return Text("Your booking is valid")
        case _:
            return Text("Thank you")


def _told(going: state.Pass) -> Text:
    """What the driver should know of their pass."""
    return (going.admission.note if going.admission else None) or NOTHING


def _drive_in(going: state.Pass, *, stalled: bool) -> Notice:
    return Notice(
        Text("Drive in"),
        Text("Please drive on. The barrier stays open.")
        if stalled
        else Text("One car only, please."),
        mood=Mood.GO,
        picture=Picture.DRIVE,
        note=_told(going),
    )
