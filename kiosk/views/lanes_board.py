"""The attendant's lanes: one tile each, and what this person may order there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Device, LaneKind, LaneMode
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.lane import state
from kiosk.views.codes import grouped
from kiosk.views.mood import Mood
from kiosk.views.wording import cause_text, fault_text, refusal_text


class LaneAction(Enum):
    """What an attendant can order of a lane."""

    ANSWER = "answer"
    OPEN = "open"
    KEEP_OPEN = "keep_open"
    RELEASE = "release"
    MODE = "mode"
    MODE_ZONE = "mode_zone"
    MODE_ALL = "mode_all"
    RESET = "reset"
    PRESENCE = "presence"
    VOID = "void"
    CLOCK = "clock"
    END_EVACUATION = "end_evacuation"


@dataclass(frozen=True, slots=True)
class Order:
    """An action's right, its letter (pressed with Alt), its words, and the reasons usually given.

    Reasons are recorded by their English template, so that figures can group them in any language.
    No reasons: the action is carried out at once.
    """

    right: Right
    key: str
    label: Text
    reasons: tuple[Text, ...] = ()


_CAR_REASONS = (
    Text("Ticket not readable"),
    Text("Device out of order"),
    Text("Delivery or emergency"),
    Text("Staff or guest"),
)

_MODE_REASONS = (
    Text("Garage is full"),
    Text("Closing time"),
    Text("Maintenance"),
    Text("Back to normal"),
)

ORDERS: Mapping[LaneAction, Order] = {
    LaneAction.ANSWER: Order(Right.ANSWER_HELP, "A", Text("Answer help")),
    LaneAction.OPEN: Order(Right.OPEN_LANE, "O", Text("Open once"), _CAR_REASONS),
    LaneAction.KEEP_OPEN: Order(
        Right.KEEP_LANE_OPEN,
        "K",
        Text("Keep open"),
        (Text("Traffic jam"), Text("Event"), Text("Device out of order"), Text("Police or fire")),
    ),
    LaneAction.RELEASE: Order(
        Right.KEEP_LANE_OPEN,
        "K",
        Text("End keep open"),
        (Text("Back to normal"), Text("Started by mistake")),
    ),
    LaneAction.MODE: Order(Right.SET_LANE_MODE, "M", Text("Change mode"), _MODE_REASONS),
    LaneAction.MODE_ZONE: Order(Right.SET_LANE_MODE, "Z", Text("Mode of the zone"), _MODE_REASONS),
    LaneAction.MODE_ALL: Order(
        Right.SET_LANE_MODE, "G", Text("Mode of all entries"), _MODE_REASONS
    ),
    LaneAction.RESET: Order(
        Right.RESET_LANE,
        "R",
        Text("Reset"),
        (Text("Fault repaired"), Text("Lane is stuck"), Text("After a test")),
    ),
    LaneAction.PRESENCE: Order(
        Right.OPEN_LANE,
        "P",
        Text("Car is there"),
        (Text("Motorcycle"), Text("Loop does not see the car")),
    ),
    LaneAction.VOID: Order(
        Right.VOID_TICKET,
        "V",
        Text("Void"),
        (Text("Driver changed their mind"), Text("Printed by mistake"), Text("Bad print")),
    ),
    LaneAction.CLOCK: Order(Right.RESET_LANE, "C", Text("Clock is right")),
    LaneAction.END_EVACUATION: Order(
        Right.END_EVACUATION,
        "E",
        Text("End evacuation"),
        (Text("Fire service gave the all-clear"), Text("False alarm")),
    ),
}

MODES: Mapping[LaneMode, Text] = {
    LaneMode.OPEN: Text("Open"),
    LaneMode.FULL: Text("Full"),
    LaneMode.CLOSED: Text("Closed"),
    LaneMode.CLOSED_TO_ALL: Text("Closed to all"),
}
_DEVICES: Mapping[Device, Text] = {
    Device.BOARD: Text("Gate board"),
    Device.PRINTER: Text("Printer"),
    Device.SCANNER: Text("Scanner"),
    Device.TERMINAL: Text("Card terminal"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A device in trouble, and how."""

    device: Text
    fault: Text


@dataclass(frozen=True, slots=True)
class LaneFacts:
    """What the board is told of one lane. `last_code` is the last credential it saw.

    `zone` is the one behind it; empty for the way into all.
    """

    lane_id: str
    name: str
    lane: state.Lane
    last_code: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class LaneTile:
    """One lane at a glance."""

    lane_id: str
    name: str
    kind: LaneKind
    mood: Mood
    word: Text
    detail: Text | None
    code: str
    due: Money | None
    ringing: Text | None
    faults: tuple[Fault, ...]
    mode: LaneMode
    keep_open: bool
    senses: state.Senses
    actions: tuple[LaneAction, ...]


def lane_tile(facts: LaneFacts, staff: Staff, among: Sequence[LaneFacts] = ()) -> LaneTile:
    """Draw one lane for this person, `among` all lanes of the booth."""
    lane = facts.lane
    mood, word, detail = _mood(lane)
    return LaneTile(
        lane_id=facts.lane_id,
        name=facts.name,
        kind=lane.kind,
        mood=mood,
        word=word,
        detail=detail,
        code=grouped(code_of(lane.phase) or facts.last_code),
        due=_due(lane.phase),
        ringing=cause_text(lane.calling) if lane.calling else None,
        faults=tuple(Fault(_DEVICES[device], fault_text(fault)) for device, fault in lane.faults),
        mode=lane.mode,
        keep_open=lane.keep_open,
        senses=lane.senses,
        actions=lane_actions(facts, staff, among),
    )


def same_way_in(facts: LaneFacts, among: Sequence[LaneFacts]) -> tuple[int, int]:
    """How many entries lead into the zone of this one, and how many there are; 0 for an exit."""
    if facts.lane.kind is not LaneKind.ENTRY:
        return 0, 0
    zones = [each.zone for each in among if each.lane.kind is LaneKind.ENTRY]
    return zones.count(facts.zone), len(zones)


def lane_actions(
    facts: LaneFacts, staff: Staff, among: Sequence[LaneFacts] = ()
) -> tuple[LaneAction, ...]:
    """What makes sense in this lane now and this person has the right to."""
    lane = facts.lane
    in_zone, entries = same_way_in(facts, among)
    evacuating = isinstance(lane.phase, state.Evacuating)
    sensible = {
        LaneAction.ANSWER: bool(lane.calling),
        LaneAction.OPEN: not evacuating,
        LaneAction.KEEP_OPEN: not lane.keep_open and not evacuating,
        LaneAction.RELEASE: lane.keep_open and not evacuating,
        LaneAction.MODE: not evacuating,
        LaneAction.MODE_ZONE: not evacuating and 1 < in_zone < entries,
        LaneAction.MODE_ALL: not evacuating and entries > 1,
        LaneAction.RESET: not evacuating,
        LaneAction.PRESENCE: not lane.senses.car_waiting and not evacuating,
        LaneAction.VOID: isinstance(lane.phase, state.Printing | state.Taking),
        LaneAction.CLOCK: lane.clock_doubted and not evacuating,
        LaneAction.END_EVACUATION: evacuating,
    }
    return tuple(
        action for action, order in ORDERS.items() if sensible[action] and staff.may(order.right)
    )


def stay_at(lane: state.Lane) -> Stay | None:
    """The stay whose car stands at this exit, whatever it is waiting for."""
    match lane.phase:
        case (
            state.Quoted(stay=stay)
            | state.CashWanted(stay=stay)
            | state.Paying(stay=stay)
            | state.Unsettled(stay=stay)
            | state.Waiting(stay=stay)
        ):
            return stay
        case _:
            return None


def _mood(lane: state.Lane) -> tuple[Mood, Text, Text | None]:
    if isinstance(lane.phase, state.Evacuating):
        return Mood.STOP, Text("Fire: open"), Text("Only a person can end the evacuation.")
    if not lane.started:
        return Mood.WAIT, Text("Starting"), Text("Waiting for the gate board.")
    if Device.BOARD in lane.missing:
        return Mood.STOP, Text("No gate board"), Text("The lane can neither see nor open.")
    if isinstance(lane.phase, state.Idle):
        return _resting(lane)
    if lane.kind is LaneKind.ENTRY:
        return _phase(lane.phase, Text("Drive in"))
    return _phase(lane.phase, Text("Drive out"))


def _resting(lane: state.Lane) -> tuple[Mood, Text, Text | None]:
    if lane.keep_open:
        return Mood.GO, Text("Kept open"), None
    if lane.mode in (LaneMode.CLOSED, LaneMode.CLOSED_TO_ALL):
        return Mood.CALM, MODES[lane.mode], None
    if lane.kind is LaneKind.ENTRY and (lane.full or lane.mode is LaneMode.FULL):
        return Mood.WAIT, MODES[LaneMode.FULL], None
    if lane.clock_doubted and lane.kind is LaneKind.ENTRY:
        return Mood.STOP, Text("No tickets"), Text("The clock went back. Somebody must confirm it.")
    return Mood.CALM, Text("Free"), None


def _phase(  # noqa: C901 - one row per phase
    phase: state.Phase, drive: Text
) -> tuple[Mood, Text, Text | None]:
    match phase:
        case state.Idle():
            return Mood.CALM, Text("Free"), None
        case state.Armed():
            return Mood.WAIT, Text("Car waiting"), None
        case state.Checking():
            return Mood.WAIT, Text("Checking"), None
        case state.Refused(refusal):
            return Mood.WAIT, Text("Refused"), refusal_text(refusal)
        case state.Registering():
            return Mood.WAIT, Text("Writing the ticket"), None
        case state.Printing():
            return Mood.WAIT, Text("Printing"), None
        case state.Taking(reminded=reminded):
            late = Text("The driver was reminded.") if reminded else None
            return Mood.WAIT, Text("Ticket in the slot"), late
        case state.Opening():
            return Mood.GO, Text("Opening"), None
        case state.Passing(stalled=True):
            return Mood.STOP, Text("Car does not move"), Text("The boom stays up.")
        case state.Passing():
            return Mood.GO, drive, None
        case state.Closing():
            return Mood.GO, Text("Closing"), None
        case state.OutOfService(reason):
            return Mood.STOP, Text("Out of service"), cause_text(reason)
        case state.Evacuating():
            return Mood.STOP, Text("Fire: open"), None
        case state.Quoted(declined=True):
            return Mood.WAIT, Text("To pay"), Text("The card was declined.")
        case state.Quoted():
            return Mood.WAIT, Text("To pay"), None
        case state.CashWanted():
            return Mood.WAIT, Text("Wants to pay cash"), Text("Scan the ticket, or type its code.")
        case state.Paying():
            return Mood.WAIT, Text("Paying by card"), None
        case state.Unsettled():
            return (
                Mood.STOP,
                Text("Payment unclear"),
                Text("Do not charge again. It is being asked."),
            )
        case state.Waiting(cause):
            return Mood.STOP, Text("Needs you"), cause_text(cause)
        case _:
            assert_never(phase)


def _due(phase: state.Phase) -> Money | None:
    match phase:
        case (
            state.Quoted(stay=stay)
            | state.CashWanted(stay=stay)
            | state.Paying(stay=stay)
            | state.Unsettled(stay=stay)
        ):
            return stay.due
        case state.Waiting(stay=stay) if stay is not None:
            return stay.due
        case _:
            return None


def code_of(phase: state.Phase) -> str:
    """The code of the ticket, booking or pass that is being served; empty where there is none."""
    match phase:
        case state.Checking(code=code) | state.Refused(code=code):
            return code
        case state.Printing(admission=admission) | state.Taking(admission=admission):
            return admission.ticket.code if admission.ticket else ""
        case state.Opening(going=going) | state.Passing(going=going) | state.Closing(last=going):
            if going.stay:
                return going.stay.code
            return going.admission.ticket.code if going.admission and going.admission.ticket else ""
        case (
            state.Quoted(stay=stay)
            | state.CashWanted(stay=stay)
            | state.Paying(stay=stay)
            | state.Unsettled(stay=stay)
        ):
            return stay.code
        case state.Waiting(stay=stay):
            return stay.code if stay else ""
        case _:
            return ""
