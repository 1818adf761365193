"""The entry lane: arrive, ask for a ticket or show a booking, take the paper, drive in.

Nothing is printed before it is on disk, and the boom rises only for paper that was taken. Every
way out of a half-issued ticket makes it void in the same breath.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.event import Body
from kiosk.domain.facts import lanes, stays
from kiosk.domain.session import Admission
from kiosk.domain.signals import Device, Input, LaneMode, Level
from kiosk.domain.ticket import Refusal
from kiosk.lane import approach, clocks, course, ledger, passage
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.moves import Step, go, ordered, rest, ring, waiting
from kiosk.lane.passage import OFF_A
from kiosk.lane.rules import Rules
from kiosk.lane.state import (
    Armed,
    Checking,
    Closing,
    Evacuating,
    Idle,
    Lane,
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
from kiosk.lane.subject import pass_of

Phase = (
    Idle
    | Armed
    | Checking
    | Refused
    | Registering
    | Printing
    | Taking
    | Opening
    | Passing
    | Closing
    | Waiting
    | OutOfService
    | Evacuating
)
"""The phases an entry can be in."""

TAKEN = ev.InputChanged(Input.TICKET_TAKEN, Level.ON)
ATTEMPTS = 2
"""A ticket that did not print is offered once more, then a person is called."""


def step(lane: Lane, event: ev.Event, rules: Rules) -> Step:
    """Advance the entry lane by one event."""
    return course.advance(lane, event, rules, _serve)


def _serve(lane: Lane, event: ev.Event, rules: Rules) -> Step | None:
    if isinstance(event, ev.RecordFailed):
        return _cannot_save(lane)
    match lane.phase:
        case Armed() | Refused():
            return _asked(lane, event)
        case Waiting():
            return _waiting(lane, event)
        case Checking(code):
            return _checking(lane, code, event)
        case Registering(attempt):
            return _registering(lane, attempt, event)
        case Printing():
            return _printing(lane, lane.phase, event, rules)
        case Taking(admission):
            return _taking(lane, admission, event)
        case _:
            return None


def _cannot_save(lane: Lane) -> Step:
    """An entry fails closed: what cannot be written down is not let in."""
    ringing = () if lane.calling == "store" else (do.CallAttendant("store"),)
    stopped = OutOfService("store", pass_of(lane.phase))
    return go(replace(lane, calling="store"), stopped, *ringing)


# --- asking


def _asked(lane: Lane, event: ev.Event) -> Step | None:
    match event:
        case ev.TicketRequested() | ev.InputChanged(Input.TICKET_BUTTON, _):
            return _ticket(lane)
        case ev.CodeOffered(text, typed):
            return _look_up(lane, text, typed=typed)
        case _:
            return None


def _ticket(lane: Lane) -> Step:
    if not lane.senses.car_waiting:
        return lane, ()
    if refusal := no_ticket(lane):
        return _refuse_ticket(lane, refusal)
    return go(lane, Registering(), do.BeginSession())


def no_ticket(lane: Lane) -> Refusal | None:
    """Why this lane gives no tickets now."""
    if lane.mode in (LaneMode.CLOSED, LaneMode.CLOSED_TO_ALL) or lane.clock_doubted:
        return Refusal.CLOSED
    if lane.full or lane.mode is LaneMode.FULL:
        return Refusal.FULL
    if Device.PRINTER in lane.missing:
        return Refusal.NO_PAPER
    return None


def _refuse_ticket(lane: Lane, refusal: Refusal) -> Step:
    ringing: tuple[do.Effect, ...] = ()
    if lane.clock_doubted:
        lane, ringing = ring(lane, "clock")
    return go(lane, Refused(refusal), *ringing)


def _look_up(lane: Lane, text: str, *, typed: bool) -> Step:
    if not lane.senses.car_waiting:
        return lane, ()
    if lane.mode is LaneMode.CLOSED_TO_ALL:
        return go(lane, Refused(Refusal.CLOSED))
    return go(lane, Checking(text), do.LookUp(text, typed))


def _checking(lane: Lane, code: str, event: ev.Event) -> Step | None:
    match event:
        case ev.EntryGranted() if not lane.senses.car_waiting:
            return rest(lane)
        case ev.EntryGranted(admittance, booking_id, pass_id, soft, note):
            begin = do.BeginSession(admittance, booking_id, pass_id, soft, note)
            return go(lane, Registering(), begin)
        case ev.CredentialRefused(refusal):
            refused = do.Record((lanes.CredentialRefused(refusal.value, event.code or code),))
            return go(lane, Refused(refusal, event.code or code), refused)
        case _:
            return None


def _waiting(lane: Lane, event: ev.Event) -> Step | None:
    """A person was called because no ticket came out; a booking still enters."""
    match event:
        case ev.CodeOffered(text, typed):
            return _look_up(lane, text, typed=typed)
        case ev.DeviceChanged(Device.PRINTER, ready=True) | ev.VoidOrdered() | ev.BackTapped():
            return go(lane, waiting(lane))
        case _:
            return None


# --- paper


def _registering(lane: Lane, attempt: int, event: ev.Event) -> Step | None:
    """The session is on disk. Whoever left in that moment leaves no paper behind."""
    match event:
        case ev.SessionBegun(admission) if not lane.senses.car_waiting:
            return rest(lane, _withdraw(admission, "car_gone"))
        case ev.SessionBegun(Admission(ticket=None) as admission):
            return _authorise(lane, admission, admission.admittance.value)
        case ev.SessionBegun(Admission(ticket=ticket) as admission) if ticket is not None:
            return go(lane, Printing(admission, attempt), do.PrintTicket(ticket))
        case _:
            return None


def _printing(lane: Lane, phase: Printing, event: ev.Event, rules: Rules) -> Step | None:
    admission = phase.admission
    code = admission.ticket.code if admission.ticket is not None else ""
    match event:
        case ev.TicketPrinted(printed) if printed == code and phase.taken:
            return _taken(lane, admission)
        case ev.TicketPrinted(printed) if printed == code:
            return go(lane, Taking(admission))
        case ev.InputChanged() if event == TAKEN and rules.has_taken_sensor:
            return go(lane, Printing(admission, phase.attempt, taken=True))
        case ev.PrintFailed(failed, reason) if failed == code:
            return _not_printed(lane, phase, reason)
        case ev.TimerFired(clocks.PRINT):
            return _not_printed(lane, phase, "no_answer")
        case _:
            return _withdrawn(lane, admission, event)


def _not_printed(lane: Lane, phase: Printing, reason: str) -> Step:
    """That ticket is void, whatever came out. Once more, then a person."""
    void = _withdraw(phase.admission, reason)
    if not lane.senses.car_waiting:
        return rest(lane, void)
    if Device.PRINTER in lane.missing:
        lane, ringing = ring(lane, "printer")
        return go(lane, Refused(Refusal.NO_PAPER), void, *ringing)
    if phase.attempt < ATTEMPTS:
        return go(lane, Registering(phase.attempt + 1), void, do.BeginSession())
    lane, ringing = ring(lane, "printer")
    return go(lane, Waiting("printer"), void, *ringing)


def _taking(lane: Lane, admission: Admission, event: ev.Event) -> Step | None:
    match event:
        case ev.InputChanged() if event == TAKEN:
            return _taken(lane, admission)
        case ev.TimerFired(clocks.UNVERIFIED):
            return _taken(lane, admission, verified=False)
        case ev.TimerFired(clocks.REMIND):
            return go(lane, Taking(admission, reminded=True))
        case ev.TimerFired(clocks.VOID):
            return go(lane, waiting(lane), _withdraw(admission, "not_taken"))
        case _:
            return _withdrawn(lane, admission, event)


def _withdrawn(lane: Lane, admission: Admission, event: ev.Event) -> Step | None:
    """The car is gone or a person ends it: nobody may harvest the paper."""
    match event:
        case ev.InputChanged() if event == OFF_A:
            bodies = ledger.withdrawn(admission, "car_gone")
            lane, effects = approach.left(lane, *bodies, session_id=admission.session_id)
            return rest(lane, *effects)
        case ev.VoidOrdered(by):
            bodies = ledger.withdrawn(admission, by.reason)
            return go(lane, waiting(lane), ordered(by, *bodies, session_id=admission.session_id))
        case _:
            return None


def _withdraw(admission: Admission, reason: str) -> do.Record:
    return do.Record(ledger.withdrawn(admission, reason), admission.session_id)


# --- driving in


def _taken(lane: Lane, admission: Admission, *, verified: bool = True) -> Step:
    code = admission.ticket.code if admission.ticket is not None else ""
    taken: tuple[Body, ...] = (stays.TicketTaken(code, verified),)
    if not verified:
        taken = (*taken, stays.SessionFlagged(admission.session_id, "take_unverified"))
    return _authorise(lane, admission, "ticket", *taken)


def _authorise(lane: Lane, admission: Admission, cause: str, *bodies: Body) -> Step:
    """Let it in; without a board nobody can, and the paper would be a lie."""
    if Device.BOARD in lane.missing:
        withdrawn = do.Record(
            (*bodies, *ledger.withdrawn(admission, "no_board")), admission.session_id
        )
        lane, ringing = ring(lane, "board")
        return go(lane, waiting(lane), withdrawn, *ringing)
    return passage.open_for(lane, Pass(admission.session_id, cause, admission), *bodies)
