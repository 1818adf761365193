"""The simulated garage as plain values: roads with cars, papers, faults to try, and the wires.

Cars are toys in the driver's hand and belong to the window; everything else shown comes back from
the simulated devices. Physics is only geometry: which loops a car covers, and that a lying boom
stops it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.signals import LaneKind, Level, Light
from kiosk.domain.wording import NOTHING, Text
from kiosk.views.mood import Mood

CAR_METRES = 4.4
ROAD_METRES = (-10.0, 9.0)
"""The drawn road; the boom lies across it at 0, cars drive towards plus."""
APPROACH_METRES = (-4.0, -1.4)
"""Loop A, before the boom."""
SAFETY_METRES = (0.6, 3.2)
"""Loop B, behind the boom."""
START_METRES = -5.6
"""Where a new car's nose stands: on the road, on no loop."""
STATION_METRES = -0.8
"""Where a driver stops to reach the ticket: on loop A, off loop B."""
GAP_METRES = 0.5
CLEAR_DEGREES = 60
"""A boom risen so far lets a car through."""


class GarageFault(StrEnum):
    """What a visitor can make go wrong."""

    PAPER_OUT = "paper_out"
    PRINTER_UNPLUGGED = "printer_unplugged"
    BOARD_UNPLUGGED = "board_unplugged"
    APPROACH_STUCK = "approach_stuck"
    BOOM_STUCK = "boom_stuck"
    BOOM_BROKEN = "boom_broken"
    CARD_SILENT = "card_silent"
    CENTRE_DOWN = "centre_down"
    FIRE = "fire"
    POWER_CUT = "power_cut"


LANE_FAULTS: Mapping[GarageFault, Text] = {
    GarageFault.PAPER_OUT: Text("Paper out"),
    GarageFault.PRINTER_UNPLUGGED: Text("Unplug printer"),
    GarageFault.BOARD_UNPLUGGED: Text("Unplug board"),
    GarageFault.APPROACH_STUCK: Text("Loop A stuck"),
    GarageFault.BOOM_STUCK: Text("Boom stuck"),
    GarageFault.BOOM_BROKEN: Text("Boom broken off"),
    GarageFault.CARD_SILENT: Text("Card: no answer"),
    GarageFault.FIRE: Text("Fire alarm"),
}
SITE_FAULTS: Mapping[GarageFault, Text] = {
    GarageFault.CENTRE_DOWN: Text("Centre down"),
    GarageFault.POWER_CUT: Text("Power cut"),
}


class Card(StrEnum):
    """What the card does that a driver holds to the terminal."""

    APPROVE = "approve"
    DECLINE = "decline"
    LATE = "late"
    SILENT = "silent"


CARDS: Mapping[Card, Text] = {
    Card.APPROVE: Text("Good card"),
    Card.DECLINE: Text("Declined card"),
    Card.LATE: Text("Late answer"),
    Card.SILENT: Text("Charged, no answer"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed paper: the bytes the printer got. `payload` is read where the bytes hide it.

    `title` says what it is, where it did not come out of a slot.
    """

    number: int
    data: bytes
    payload: str = ""
    title: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame on a wire, decoded for a reader. `at` is its time of day, ready to show."""

    at: str
    wire: str
    outgoing: bool
    raw: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class GarageLane:
    """One lane as its simulated devices stand now."""

    lane_id: str
    name: str
    kind: LaneKind
    approach: Level = Level.OFF
    safety: Level = Level.OFF
    boom_degrees: int = 0
    light: Light = Light.STOP
    mood: Mood = Mood.CALM
    headline: Text = NOTHING
    slot: Paper | None = None
    faults: frozenset[GarageFault] = frozenset()
    terminal: Text | None = None
    """What the card terminal's little screen says; None where the lane has no terminal."""


@dataclass(frozen=True, slots=True)
class GarageView:
    """The whole garage. `hand` is what the driver holds, newest last; `frames` newest first.

    `nobody_waits`: an hour may pass now without cutting anybody's doings short.
    """

    lanes: tuple[GarageLane, ...]
    hand: tuple[Paper, ...] = ()
    faults: frozenset[GarageFault] = frozenset()
    frames: tuple[Frame, ...] = ()
    hint: Text | None = None
    nobody_waits: bool = True


@dataclass(frozen=True, slots=True)
class Covered:
    """Which loops have metal above them."""

    approach: bool
    safety: bool


def loops_covered(noses: Iterable[float]) -> Covered:
    """Which loops these cars (metres of each nose) cover."""
    cars = tuple(noses)
    return Covered(
        approach=any(_covers(nose, APPROACH_METRES) for nose in cars),
        safety=any(_covers(nose, SAFETY_METRES) for nose in cars),
    )


def drive(noses: tuple[float, ...], car: int, wanted: float, passable: bool) -> tuple[float, ...]:
    """Move one car towards `wanted` and stop it where something is in its way.

    Cars keep a gap and never change order (first in the list is first on the road). A lying boom
    (`passable` false) stops a nose before it, a tail behind it, and pins a car standing under it.
    """
    nose = noses[car]
    low, high = ROAD_METRES[0], ROAD_METRES[1] + CAR_METRES + GAP_METRES
    if car > 0:
        high = min(high, noses[car - 1] - CAR_METRES - GAP_METRES)
    if car + 1 < len(noses):
        low = max(low, noses[car + 1] + CAR_METRES + GAP_METRES)
    if not passable:
        low, high = _stopped(nose, low, high)
    return (*noses[:car], min(max(wanted, low), high), *noses[car + 1 :])


def passable(lane: GarageLane) -> bool:
    """Whether the boom leaves the way free: up, or not there any more."""
    return GarageFault.BOOM_BROKEN in lane.faults or lane.boom_degrees >= CLEAR_DEGREES


def gone(nose: float) -> bool:
    """Whether this car has left the drawn road for good."""
    return nose - CAR_METRES >= ROAD_METRES[1]


def room_for_a_car(noses: tuple[float, ...]) -> bool:
    """Whether another car fits behind the last one."""
    return not noses or noses[-1] - CAR_METRES - GAP_METRES >= START_METRES


def _covers(nose: float, loop: tuple[float, float]) -> bool:
    return nose > loop[0] and nose - CAR_METRES < loop[1]


def _stopped(nose: float, low: float, high: float) -> tuple[float, float]:
    if nose <= 0:
        return low, min(high, 0.0)
    if nose - CAR_METRES >= 0:
        return max(low, CAR_METRES), high
    return nose, nose
