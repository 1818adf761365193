"""How a lane starts: the journal says what was unfinished, the wires say the rest.

No pulse from before is sent again by itself. Only a car that was let go, that still stands on A
under a boom that is not up, gets its one pulse; what nobody saw is written down as not seen.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.facts import lanes, stays
from kiosk.domain.signals import Device, LaneKind, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane import ledger, passage
from kiosk.lane.moves import Step, go, out_of_service, rest, ring
from kiosk.lane.rules import Rules
from kiosk.lane.senses import watched
from kiosk.lane.state import Evacuating, Lane, OutOfService, Pass, Passing
from kiosk.lane.subject import remember

RESUMED = "resumed"


def step(lane: Lane, event: ev.Event, _rules: Rules) -> Step | None:
    """Handle `Restarted`, and nothing else, before anybody is served."""
    match event:
        case ev.Restarted() if not lane.started:
            return _start(lane, event)
        case ev.Restarted():
            return lane, ()
        case _:
            return None


def _start(lane: Lane, found: ev.Restarted) -> Step:
    lane = replace(lane, started=True, mode=found.mode, keep_open=found.keep_open)
    lane, settle = _settle(lane, found.step)
    if found.evacuating or isinstance(lane.phase, Evacuating):
        return go(lane, Evacuating(), do.KeepOpenBarrier(True), *settle)
    latch = (do.KeepOpenBarrier(True),) if lane.keep_open else ()
    lane, effects = _resume(lane, found.step)
    return lane, (*latch, *settle, *effects)


def _settle(lane: Lane, found: ev.OpenStep) -> Step:
    """Before anything else, ask what became of the money.

    Whoever stands on A now may not be the one who paid: they show their ticket, and if it is the
    one, `release.price` finds its open attempt and starts no second one.
    """
    attempts = found.more_attempts
    if found.open_attempt is not None:
        attempts = ((found.open_attempt, found.attempt_session or ""), *attempts)
    if not attempts:
        return lane, ()
    for attempt_id, session_id in attempts:
        lane = remember(lane, attempt_id, session_id)
    lane, ringing = ring(lane, "unsettled")
    return lane, (*(do.SettlePayment(attempt_id) for attempt_id, _ in attempts), *ringing)


def _resume(lane: Lane, found: ev.OpenStep) -> Step:
    """The start-up table."""
    going = _unfinished(lane.kind, found)
    if going is not None:
        return _finish(lane, going)
    if found.admission is not None:
        flagged = stays.SessionFlagged(found.admission.session_id, "taken_unknown")
        return rest(lane, do.Record((flagged,), found.admission.session_id))
    if lane.senses.boom_open is Level.ON and not lane.keep_open:
        return out_of_service(lane, OutOfService("boom_up_at_start"), lanes.BoomUpAtStart())
    return rest(lane)


def _unfinished(kind: LaneKind, found: ev.OpenStep) -> Pass | None:
    """The movement that had been authorised and was never proven. Nobody watched it meanwhile."""
    if kind is LaneKind.EXIT:
        if found.authorised_session is None:
            return None
        booking_id = found.authorised_booking
        return Pass(found.authorised_session, RESUMED, blind=True, booking_id=booking_id)
    admission = found.admission
    if admission is None or (admission.ticket is not None and not found.taken):
        return None
    return Pass(admission.session_id, RESUMED, admission, blind=True)


def _finish(lane: Lane, going: Pass) -> Step:
    """A clear lane: it must have gone. A car on A: it may be that one, so it is let go, once."""
    senses = lane.senses
    if Device.BOARD in lane.missing or senses.blind:
        return out_of_service(lane, OutOfService(passage.BOARD, going))
    if senses.fully_open and (senses.car_waiting or senses.under_boom):
        return go(lane, Passing(watched(going, lane)))
    if senses.car_waiting or senses.under_boom:
        return passage.open_for(lane, going)  # once: what nobody watched gets no second pulse
    bodies = ledger.turned_back(lane.kind, going)
    return rest(lane, *ledger.recorded(bodies, going.session_id))
