"""The two-loop detector both lanes share: from the open pulse to the closed boom.

Loop A arms, loop B lies under the boom, loop C (where there is one) behind it. `Pass` remembers
what the loops have said of the car; this module says what that means. The rows are those of the
design's table of passages; nothing here closes a boom over a car, and nothing opens one twice
on a barrier that counts its pulses.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.event import Body
from kiosk.domain.facts import lanes
from kiosk.domain.signals import Device, Input, Level
from kiosk.lane import clocks, ledger
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.moves import Step, go, hush, out_of_service, rest, ring
from kiosk.lane.rules import NextTransaction, PulseSemantics, Rules
from kiosk.lane.senses import watched
from kiosk.lane.state import Closing, Lane, Opening, OutOfService, Pass, Passing

LIMITS = (Input.BOOM_OPEN, Input.BOOM_CLOSED)
ONTO_B = ev.InputChanged(Input.SAFETY, Level.ON)
OFF_A = ev.InputChanged(Input.APPROACH, Level.OFF)
ONTO_A = ev.InputChanged(Input.APPROACH, Level.ON)

BOARD = "board"
KEPT_OPEN = "keep_open"
TAILGATE = "tailgate"


def open_for(
    lane: Lane,
    going: Pass,
    *bodies: Body,
    paper: tuple[do.Effect, ...] = (),
    actor: str = "lane",
    forced: bool = False,
) -> Step:
    """Authorise a movement: one commit, the `paper` for the driver, then one pulse.

    No pulse goes to a boom that is latched up.
    """
    lane, hushed = hush(lane)
    going = watched(going, lane)
    if lane.keep_open:
        record = do.Record(bodies, going.session_id, actor, forced)
        return go(lane, Passing(going), *((record,) if bodies else ()), *paper, *hushed)
    bodies = (*bodies, lanes.BarrierOrdered(going.cause))
    record = do.Record(bodies, going.session_id, actor, forced)
    phase = Passing(going) if lane.senses.fully_open else Opening(going)
    return go(lane, phase, record, *paper, do.OpenBarrier(), *hushed)


def came_up(lane: Lane, event: ev.Event) -> bool:
    """Whether the limits have just come to say, without contradiction, that the boom is open."""
    return _of_a_limit(event) and lane.senses.fully_open


def came_down(lane: Lane, event: ev.Event) -> bool:
    """Whether the limits have just come to say, without contradiction, that it is closed."""
    return _of_a_limit(event) and lane.senses.fully_closed


def _of_a_limit(event: ev.Event) -> bool:
    return isinstance(event, ev.InputChanged) and event.input in LIMITS


def step(lane: Lane, event: ev.Event, rules: Rules) -> Step | None:
    """Advance a movement by one event."""
    match lane.phase:
        case Opening(going):
            return _opening(lane, going, event, rules)
        case Passing(going):
            return _passing(lane, going, event, rules)
        case Closing(last):
            return _closing(lane, last, event, rules)
        case OutOfService(reason, Pass() as going):
            return _held_up(lane, reason, going, event)
        case _:
            return None


# --- the boom goes up


def _opening(lane: Lane, going: Pass, event: ev.Event, rules: Rules) -> Step | None:
    match event:
        case ev.InputChanged() if event == ONTO_B or came_up(lane, event):
            return go(lane, Passing(going))
        case ev.TimerFired(clocks.OPEN):
            if lane.senses.fully_open or not rules.has_limits:
                return go(lane, Passing(going))
            return _pulse_again(lane, going, rules)
        case ev.TimerFired(clocks.BACK_OUT):
            return _turn_back(lane, going, rules)
        case _:
            return None


def _pulse_again(lane: Lane, going: Pass, rules: Rules) -> Step:
    """The boom did not come up. Once more if that is surely harmless, else a person."""
    if _harmless_again(lane, going, rules):
        return _retry(lane, going)
    return out_of_service(lane, OutOfService("boom_stuck", going), lanes.BarrierFailed("open"))


def _harmless_again(lane: Lane, going: Pass, rules: Rules) -> bool:
    return (
        rules.pulse_semantics is PulseSemantics.NON_MEMORY
        and lane.senses.boom_open is Level.OFF
        and not going.blind  # a pulse from before the board was lost is never sent again
        and going.tries <= rules.open_retries
    )


def _retry(lane: Lane, going: Pass) -> Step:
    ordered = do.Record((lanes.BarrierOrdered("retry"),), going.session_id)
    again = Opening(replace(going, tries=going.tries + 1))
    return go(lane, again, ordered, do.OpenBarrier())


def _held_up(lane: Lane, reason: str, going: Pass, event: ev.Event) -> Step | None:
    """The lane is out of service, the authorised car still here: a hand may lift the boom."""
    match event:
        case ev.InputChanged() if event == ONTO_B or came_up(lane, event):
            return go(lane, Passing(going))
        case ev.InputChanged(Input.APPROACH | Input.SAFETY) if (
            lane.senses.station_free and not lane.senses.under_boom
        ):
            gone = ledger.recorded(ledger.turned_back(lane.kind, going), going.session_id)
            if reason != BOARD:
                return go(lane, OutOfService(reason), *gone)
            returned = do.Record((lanes.LaneReturnedToService(BOARD),))
            return rest(lane, *gone, returned)
        case _:
            return None


# --- the car drives through


def _passing(lane: Lane, going: Pass, event: ev.Event, rules: Rules) -> Step | None:
    senses = lane.senses
    match event:
        case ev.InputChanged() if (
            going.follower and event in (ONTO_B, OFF_A) and (senses.safety is Level.ON)
        ):
            return _tailgate(lane, going)
        case ev.InputChanged() if (
            event == ONTO_A
            and going.follower
            and (rules.next_transaction is NextTransaction.MOTORCADE)
        ):
            return rest(lane, *_count(lane, going))
        case ev.InputChanged() if came_down(lane, event) and not going.entered:
            return _down_too_soon(lane, going, rules)
        case ev.InputChanged(Input.APPROACH | Input.SAFETY, _):
            return go(lane, Passing(going))
        case ev.TimerFired(clocks.TAIL):
            return _left_b(lane, going, rules)
        case ev.TimerFired(clocks.BACK_OUT):
            return _turn_back(lane, going, rules)
        case ev.TimerFired(clocks.STALLED):
            return _stalled(lane, going)
        case _:
            return None


def _left_b(lane: Lane, going: Pass, rules: Rules) -> Step:
    """B has been free for the tail time: through, or back where the car came from?"""
    watched_by_c = lane.senses.departure is not Level.UNKNOWN
    came_back = watched_by_c and not going.departed and lane.senses.car_waiting
    if going.counted:
        return _finish(lane, going, rules)
    if going.cleared and not came_back:
        return _finish(lane, replace(going, counted=True), rules, *_count(lane, going))
    back = replace(going, entered=False, cleared=False, follower=False, nosed=True)
    return go(lane, Passing(back))


def _turn_back(lane: Lane, going: Pass, rules: Rules) -> Step:
    here = not lane.senses.station_free
    bodies = ledger.turned_back(lane.kind, going, here=here)
    return _finish(lane, going, rules, *ledger.recorded(bodies, going.session_id))


def _tailgate(lane: Lane, going: Pass) -> Step:
    """The car before is surely through; the one behind it has no session of its own."""
    bodies = (*ledger.completed(lane.kind, going), lanes.TailgateDetected())
    record = do.Record(bodies, going.session_id)
    return go(lane, Passing(_behind(lane)), record)


def follow(lane: Lane) -> Step:
    """A car went under a boom that was still coming down from the car before."""
    return go(lane, Closing(_behind(lane)), do.Record((lanes.TailgateDetected(),)))


def _behind(lane: Lane) -> Pass:
    follower = Pass(None, TAILGATE, entered=True, cleared=lane.senses.station_free, counted=True)
    return watched(follower, lane)


def _down_too_soon(lane: Lane, going: Pass, rules: Rules) -> Step:
    """The barrier closed by itself before the car was through. It may ask anew, and be let anew."""
    if going.counted:
        return rest(lane)
    here = not lane.senses.station_free
    if here and not going.nosed and _harmless_again(lane, going, rules):
        return _retry(lane, going)
    return _turn_back(lane, going, rules)


def _stalled(lane: Lane, going: Pass) -> Step:
    """The boom stays up. First the driver is asked to go on, then a person."""
    if isinstance(lane.phase, Passing) and lane.phase.stalled:
        lane, ringing = ring(lane, "stalled")
        return lane, ringing
    stalled = do.Record((lanes.PassageStalled(),), going.session_id)
    return go(lane, Passing(going, stalled=True), stalled)


# --- the boom comes down


def _finish(lane: Lane, last: Pass, rules: Rules, *effects: do.Effect) -> Step:
    """Wait for the boom where the next car must wait for it."""
    at_once = rules.next_transaction is not NextTransaction.AFTER_CLOSED
    if lane.keep_open or lane.senses.fully_closed or at_once:
        return rest(lane, *effects)
    lane, hushed = hush(lane)
    return go(lane, Closing(last), *effects, *hushed)


def _closing(lane: Lane, last: Pass, event: ev.Event, rules: Rules) -> Step | None:
    match event:
        case ev.InputChanged() if came_down(lane, event):
            return rest(lane)
        case ev.InputChanged() if event == ONTO_B:
            return _onto_b_again(lane, last, rules)
        case ev.InputChanged() if event == OFF_A and last.follower and lane.senses.under_boom:
            record = do.Record((lanes.TailgateDetected(),))
            return go(lane, Closing(_behind(lane)), record)
        case ev.TimerFired(clocks.CLOSE_PULSE):
            return _close(lane, last)
        case ev.TimerFired(clocks.CLOSE):
            if not rules.has_limits:
                return rest(lane)
            failed = lanes.BarrierFailed("close")
            return out_of_service(lane, OutOfService("boom_up"), failed)
        case _:
            return None


def _onto_b_again(lane: Lane, last: Pass, rules: Rules) -> Step:
    """A follower, the rest of a long vehicle, or a car that only seemed to have given up."""
    reopening: tuple[do.Effect, ...] = ()
    if rules.closes_by_us and Device.BOARD not in lane.missing:
        ordered = do.Record((lanes.BarrierOrdered("reopen"),))
        reopening = (ordered, do.OpenBarrier())
    if last.follower:
        tailgate = do.Record((lanes.TailgateDetected(),))
        return go(lane, Closing(_behind(lane)), tailgate, *reopening)
    if last.counted:
        return go(lane, Closing(last), *reopening)
    if last.session_id is None:
        return go(lane, Passing(last), *reopening)
    lane, ringing = ring(lane, "unauthorised")
    unauthorised = do.Record((lanes.PassageUnauthorised(),))
    return go(lane, Closing(replace(last, counted=True)), unauthorised, *reopening, *ringing)


def _close(lane: Lane, last: Pass) -> Step:
    """One close pulse, and never over a car: the next one on A is none of this cycle."""
    clear = not lane.senses.under_boom and (
        lane.senses.station_free or (last.follower and lane.senses.approach is Level.ON)
    )
    if not clear or Device.BOARD in lane.missing:
        return lane, ()
    return go(lane, Closing(last, asked=True), do.CloseBarrier())


def _count(lane: Lane, going: Pass) -> tuple[do.Effect, ...]:
    return ledger.recorded(ledger.completed(lane.kind, going), going.session_id)
