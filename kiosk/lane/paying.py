"""Money in flight: an attempt has one id and one end, and until its end is known it is asked about.

Never a second attempt beside an open one, never an outcome taken for ours because the session
fits: only the exact attempt id counts. A car that backs out does not stop money that moves.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.payment import Cancelled, Declined, Outcome, Paid, Unknown
from kiosk.domain.quote import Stay
from kiosk.lane import clocks
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.approach import lost_sight
from kiosk.lane.moves import Step, go, rest, ring
from kiosk.lane.passage import OFF_A
from kiosk.lane.release import price, release
from kiosk.lane.rules import Rules
from kiosk.lane.state import Lane, Paying, Quoted, Unsettled, Waiting
from kiosk.lane.subject import forget, remember


def step(lane: Lane, event: ev.Event, _rules: Rules) -> Step | None:
    """Everything about attempts, in whatever phase the lane is by now."""
    match lane.phase, event:
        case _, ev.TimerFired(clocks.SETTLE):
            return lane, tuple(do.SettlePayment(attempt) for attempt, _ in lane.settling)
        case Paying(), ev.PaymentReported(outcome) if outcome.attempt_id == lane.phase.attempt_id:
            return _ended(lane, lane.phase, event)
        case Unsettled(stay, attempt_id), ev.PaymentReported(outcome) if (
            outcome.attempt_id == attempt_id
        ):
            return _settled(lane, stay, event)
        case _, ev.PaymentReported(outcome):
            return _another(lane, event, outcome)
        case Paying(), _:
            return _paying(lane, lane.phase, event)
        case Unsettled(stay), ev.PaidElsewhere(session_id, paid) if session_id == stay.session_id:
            return price(lane, paid)
        case Unsettled(), ev.VoidOrdered():
            return rest(lane)
        case _:
            return None


def _paying(lane: Lane, phase: Paying, event: ev.Event) -> Step | None:
    match event:
        case ev.PaymentBegun(attempt_id, show=show):
            return go(lane, replace(phase, attempt_id=attempt_id, show=show))
        case ev.BackTapped() | ev.VoidOrdered():
            return _cancel(lane, phase)
        case _ if event == OFF_A or lost_sight(event):
            return _cancel(lane, replace(phase, left=True), again=phase.cancelling)
        case ev.PaidElsewhere(session_id, paid) if session_id == phase.stay.session_id:
            return _cancel(lane, replace(phase, stay=paid))
        case ev.TimerFired(clocks.PAY) if phase.attempt_id is not None:
            return _unknown(lane, phase, phase.attempt_id)
        case _:
            return None


def _cancel(lane: Lane, phase: Paying, *, again: bool = False) -> Step:
    """Ask the provider to give up, once. Its answer decides, so the phase waits for it."""
    if phase.attempt_id is None or phase.cancelling or again:
        return go(lane, phase)
    asked = replace(phase, cancelling=True)
    return go(lane, asked, do.CancelPayment(phase.attempt_id))


def _ended(lane: Lane, phase: Paying, event: ev.PaymentReported) -> Step:
    match event.outcome:
        case Unknown(attempt_id):
            return _unknown(lane, phase, attempt_id)
        case _ if phase.left:
            return rest(lane)  # paid or not, this car is gone; paid stays paid
        case Paid():
            return release(lane, _paid(phase.stay, event), "paid")
        case Declined():
            return _owing(lane, phase.stay, declined=True)
        case Cancelled():
            return _owing(lane, phase.stay, declined=False)


def _paid(stay: Stay, event: ev.PaymentReported) -> Stay:
    """The stay as the ledger has it now: nothing is due, so nobody can ask for it again."""
    paid, nothing = stay.paid + stay.due, stay.due - stay.due
    return replace(stay, paid=paid, due=nothing, leave_by_at=event.leave_by_at)


def _owing(lane: Lane, stay: Stay, *, declined: bool) -> Step:
    """Certainly nothing moved: the shown price stands, unless the till has cleared it meanwhile."""
    if stay.due.minor <= 0:
        return price(lane, stay)
    return go(lane, Quoted(stay, declined))


def _unknown(lane: Lane, phase: Paying, attempt_id: str) -> Step:
    """Money may have moved: keep asking, call a person, never try a second time."""
    lane = remember(lane, attempt_id, phase.stay.session_id)
    lane, ringing = ring(lane, "unsettled")
    if phase.left:
        lane, effects = rest(lane)
        return lane, (*effects, *ringing)
    return go(lane, Unsettled(phase.stay, attempt_id), *ringing)


def _settled(lane: Lane, stay: Stay, event: ev.PaymentReported) -> Step:
    if isinstance(event.outcome, Unknown):
        return lane, ()
    lane, silence = _clear(lane, event.outcome.attempt_id)
    if isinstance(event.outcome, Paid):
        lane, effects = release(lane, _paid(stay, event), "paid")
    else:
        lane, effects = _owing(lane, stay, declined=isinstance(event.outcome, Declined))
    return lane, (*effects, *silence)


def _clear(lane: Lane, attempt_id: str) -> Step:
    """An attempt has its end; once none is open, nobody needs to come for it."""
    lane = forget(lane, attempt_id)
    if lane.settling or lane.calling != "unsettled":
        return lane, ()
    return replace(lane, calling=""), (do.StopCalling(),)


def _another(lane: Lane, event: ev.PaymentReported, outcome: Outcome) -> Step:
    """An attempt that this phase is not about has its end at last.

    Mostly of an earlier car, or of a start before this one. But a full disk may have led away from
    the car that stands here (`Waiting`): money that came for it is never asked for again.
    """
    if isinstance(outcome, Unknown):
        return lane, ()
    session_id = dict(lane.settling).get(outcome.attempt_id)
    lane, silence = _clear(lane, outcome.attempt_id)
    match lane.phase:
        case Waiting(_, Stay() as stay) if isinstance(outcome, Paid) and (
            stay.session_id == session_id
        ):
            lane, effects = release(lane, _paid(stay, event), "paid")
            return lane, (*effects, *silence)
        case _:
            return lane, silence
