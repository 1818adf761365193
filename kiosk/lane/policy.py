"""Nobody is trapped: what an exit does when money cannot be taken and nobody answers.

Causes are kept apart, because owners answer them differently; the one nearest to the lane decides.
"""

from __future__ import annotations

from kiosk.domain.payment import Method
from kiosk.domain.signals import Device, LaneKind
from kiosk.lane.rules import Rules, Unreachable
from kiosk.lane.state import Armed, CashWanted, Lane, Quoted, Refused, Unsettled, Waiting

NEAREST_FIRST = ("device", "gateway", "internet", "centre")
STOPS_CARDS = ("device", "gateway", "internet")
"""An unreachable centre alone does not: the terminal has its own way to its bank."""


def causes(lane: Lane) -> tuple[str, ...]:
    """Why money cannot be taken as usual, the nearest cause first."""
    present = set(lane.unreachable)
    if Device.TERMINAL in lane.missing:
        present.add("device")
    match lane.phase:
        case Unsettled():
            present.add("gateway")
        case Waiting(cause):
            present.add(cause)
        case _:
            pass
    return tuple(cause for cause in NEAREST_FIRST if cause in present)


def card_trouble(lane: Lane) -> str | None:
    """Why a card cannot be tried at all, or None."""
    return next((cause for cause in causes(lane) if cause in STOPS_CARDS), None)


def trouble_with(method: Method, lane: Lane) -> str | None:
    """Why this way of paying cannot be tried at all, or None."""
    match method:
        case Method.CARD:
            return card_trouble(lane)
        case Method.UPI:  # the driver's own phone pays; we hear of it over the internet
            return "internet" if "internet" in lane.unreachable else None
        case Method.CASH | Method.WALLET | Method.VOUCHER:
            return None


def answer_to(cause: str, rules: Rules) -> Unreachable:
    """What the owner set for this cause; a cause nobody set is a person's business."""
    return dict(rules.unreachable).get(cause, Unreachable.CALL_ATTENDANT)


def releases(lane: Lane, rules: Rules) -> bool:
    """Whether the release time runs: a driver rings unanswered, and money cannot be taken."""
    if lane.kind is not LaneKind.EXIT or not lane.calling or not lane.senses.car_waiting:
        return False
    match lane.phase:
        case Waiting("store" | "board"):
            return False
        case Armed() | Refused() | Quoted() | CashWanted() | Unsettled() | Waiting():
            present = causes(lane)
            return bool(present) and (
                answer_to(present[0], rules) is Unreachable.RELEASE_AND_RECORD
            )
        case _:
            return False
