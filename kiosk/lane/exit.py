"""The exit lane: show the ticket, see the price, pay, drive out. Nobody is trapped.

The price is a value that came with the stay and goes with it: no amount survives into the next
transaction. Money in flight is never touched by a timer of the screen; what became of it is in
`paying`, and how a car is let go without money is in `mercy`.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.facts import lanes
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Device, LaneMode
from kiosk.domain.ticket import Refusal
from kiosk.lane import clocks, course, mercy, passage, paying
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.moves import Step, go, hush, rest, ring, waiting
from kiosk.lane.orders import UNRECORDED
from kiosk.lane.policy import answer_to, trouble_with
from kiosk.lane.release import price
from kiosk.lane.rules import Rules, Unreachable
from kiosk.lane.state import (
    Armed,
    CashWanted,
    Checking,
    Closing,
    Evacuating,
    Idle,
    Lane,
    Opening,
    OutOfService,
    Passing,
    Paying,
    Quoted,
    Refused,
    Unsettled,
    Waiting,
)
from kiosk.lane.subject import stay_of

Phase = (
    Idle
    | Armed
    | Checking
    | Refused
    | Quoted
    | CashWanted
    | Paying
    | Unsettled
    | Waiting
    | Opening
    | Passing
    | Closing
    | OutOfService
    | Evacuating
)
"""The phases an exit can be in."""

BACK_IN_REACH = {"device", "gateway", "internet", "centre"}


def step(lane: Lane, event: ev.Event, rules: Rules) -> Step:
    """Advance the exit lane by one event."""
    return course.advance(lane, event, rules, _serve)


def _serve(lane: Lane, event: ev.Event, rules: Rules) -> Step | None:  # noqa: C901 - one row a phase
    if isinstance(event, ev.RecordFailed):
        return _cannot_save(lane)
    for part in (mercy.step, paying.step):
        if (step := part(lane, event, rules)) is not None:
            return step
    match lane.phase:
        case Checking(_, Stay() as stay) | Refused(_, _, Stay() as stay) if _goes_back(event):
            return go(lane, Quoted(stay))
        case Armed() | Refused():
            return _asked(lane, event)
        case Checking():
            return _checking(lane, lane.phase, event)
        case Quoted(stay):
            return _quoted(lane, stay, event, rules)
        case CashWanted(stay):
            return _cash_wanted(lane, stay, event, rules)
        case Waiting(cause, stay):
            return _waiting(lane, cause, stay, event)
        case Opening() | Passing() | Closing():
            return _receipt(lane, event)
        case _:
            return None


def _cannot_save(lane: Lane) -> Step:
    """An exit fails attended: a person opens. Their order opens even if it cannot be written."""
    ringing = () if lane.calling == "store" else (do.CallAttendant("store"),)
    lane = replace(lane, calling="store")
    match lane.phase:
        case Opening(going) if going.cause == UNRECORDED and Device.BOARD not in lane.missing:
            once = replace(going, cause="attendant")
            return go(lane, Opening(once), do.OpenBarrier(), *ringing)
        case Opening(going):
            return go(lane, Waiting("store", going.stay), *ringing)
        case Paying(stay, attempt_id=None):
            return go(lane, Waiting("store", stay), *ringing)
        case Armed() | Checking() | Refused() | Quoted() | CashWanted() | Waiting():
            return go(lane, Waiting("store", stay_of(lane.phase)), *ringing)
        case _:
            return lane, ringing


# --- who is it, and what is due


def _asked(lane: Lane, event: ev.Event) -> Step | None:
    match event:
        case ev.CodeOffered(text, typed):
            return _look_up(lane, text, typed=typed)
        case ev.PaidElsewhere(session_id, paid) if _shows(lane, session_id):
            return price(lane, paid)
        case _:
            return None


def _look_up(lane: Lane, text: str, *, typed: bool) -> Step:
    """A first code says who leaves. One beside a price may be a voucher or a pass for it."""
    if not lane.senses.car_waiting:
        return lane, ()
    stay = stay_of(lane.phase)
    if lane.mode is LaneMode.CLOSED_TO_ALL:
        return go(lane, Refused(Refusal.CLOSED, stay=stay))
    beside = stay.session_id if stay is not None else None
    return go(lane, Checking(text, stay), do.LookUp(text, typed, beside))


def _checking(lane: Lane, phase: Checking, event: ev.Event) -> Step | None:
    match event:
        case ev.StayFound(stay):
            return price(lane, stay)
        case ev.CredentialRefused(refusal, refused):
            said = refused or phase.code
            record = do.Record((lanes.CredentialRefused(refusal.value, said),))
            return go(lane, Refused(refusal, said, phase.stay), record)
        case ev.PaidElsewhere(session_id, paid) if _shows(lane, session_id):
            return price(lane, paid)
        case _:
            return None


def _goes_back(event: ev.Event) -> bool:
    """What ends a second code's check, or its no: the price is shown again."""
    match event:
        case ev.TimerFired(clocks.CHECK | clocks.REFUSED) | ev.BackTapped() | ev.MoreTimeTapped():
            return True
        case _:
            return False


def _shows(lane: Lane, session_id: str) -> bool:
    """Whether this session's price is what the screen comes back to."""
    stay = stay_of(lane.phase)
    return stay is not None and stay.session_id == session_id


def _quoted(lane: Lane, stay: Stay, event: ev.Event, rules: Rules) -> Step | None:
    match event:
        case ev.MethodChosen(method):
            return _pay(lane, stay, method, rules)
        case ev.MoreTimeTapped():
            lane, hushed = hush(lane)
            return go(lane, Checking(stay.code, stay), do.Requote(stay.session_id), *hushed)
        case ev.CodeOffered(text, typed):
            return _look_up(lane, text, typed=typed)
        case ev.PaidElsewhere(session_id, paid) if session_id == stay.session_id:
            return price(lane, paid)
        case ev.BackTapped() | ev.VoidOrdered():
            return go(lane, waiting(lane))
        case _:
            return None


def _pay(lane: Lane, stay: Stay, method: Method, rules: Rules) -> Step:
    """Take the shown price. Where no card can be tried, the owner's answer to the cause decides."""
    if method is Method.CASH:
        return _want_cash(lane, stay)
    if method is Method.VOUCHER or (method is Method.WALLET and not stay.covered_by_wallet):
        return lane, ()  # a voucher is shown to the reader; a wallet pays all of it or nothing
    if method is not Method.WALLET and 0 < rules.payment_limit_minor < stay.due.minor:
        lane, ringing = ring(lane, "limit")
        return go(lane, Waiting("limit", stay), *ringing)
    trouble = trouble_with(method, lane)
    if trouble is None:
        lane, hushed = hush(lane)
        return go(lane, Paying(stay, method), do.BeginPayment(stay, method), *hushed)
    if answer_to(trouble, rules) is Unreachable.COLLECT_CASH_ONLY:
        return _want_cash(lane, stay)
    lane, ringing = ring(lane, trouble)
    return go(lane, Waiting(trouble, stay), *ringing)


def _want_cash(lane: Lane, stay: Stay) -> Step:
    lane, ringing = ring(lane, "cash")
    return go(lane, CashWanted(stay), *ringing)


def _cash_wanted(lane: Lane, stay: Stay, event: ev.Event, rules: Rules) -> Step | None:
    match event:
        case ev.PaidElsewhere(session_id, paid) if session_id == stay.session_id:
            return price(lane, paid)
        case ev.MethodChosen(method) if method is not Method.CASH:
            return _pay(lane, stay, method, rules)
        case ev.CodeOffered(text, typed):
            lane, hushed = hush(lane)
            lane, effects = _look_up(lane, text, typed=typed)
            return lane, (*hushed, *effects)
        case ev.BackTapped() | ev.VoidOrdered():
            lane, hushed = hush(lane)
            return go(lane, Quoted(stay), *hushed)
        case _:
            return None


# --- somebody is needed


def _waiting(lane: Lane, cause: str, stay: Stay | None, event: ev.Event) -> Step | None:
    match event:
        case ev.PaidElsewhere(session_id, paid) if stay and session_id == stay.session_id:
            return price(lane, paid)
        case ev.CodeOffered(text, typed):
            return _look_up(lane, text, typed=typed)
        case ev.GatewayChanged() | ev.DeviceChanged(Device.TERMINAL) if (
            stay and cause in BACK_IN_REACH and _works_again(lane, cause)
        ):
            lane, hushed = hush(lane)
            return go(lane, Quoted(stay), *hushed)
        case ev.DeviceChanged(Device.BOARD) if cause == passage.BOARD:
            return rest(lane)  # whoever stands there now shows the ticket (again)
        case ev.BackTapped() | ev.VoidOrdered():
            lane, hushed = hush(lane)
            return go(lane, Quoted(stay) if stay and stay.due else waiting(lane), *hushed)
        case _:
            return None


def _works_again(lane: Lane, cause: str) -> bool:
    if cause == "device":
        return Device.TERMINAL not in lane.missing and "device" not in lane.unreachable
    return cause not in lane.unreachable


def _receipt(lane: Lane, event: ev.Event) -> Step | None:
    """While leaving, and once: a receipt keeps nobody waiting."""
    match lane.phase, event:
        case ((Opening(going) | Passing(going)), ev.ReceiptWanted()) if (
            going.stay and not going.receipt_wanted
        ):
            wanted = replace(lane.phase, going=replace(going, receipt_wanted=True))
            return go(lane, wanted, do.PrintReceipt(going.stay.session_id))
        case Closing(last), ev.ReceiptWanted() if last.stay and not last.receipt_wanted:
            wanted_late = replace(lane.phase, last=replace(last, receipt_wanted=True))
            return go(lane, wanted_late, do.PrintReceipt(last.stay.session_id))
        case _:
            return None
