"""What a lane can sense and show, in words that devices and lane engines share.

Every input has three values. A board that is silent, stale or contradicts itself says
`UNKNOWN`, and nobody may read that as "off": an unknown safety loop counts as occupied.
"""

from enum import Enum


class Level(Enum):
    """What is known about one input; `ON` means active whatever the wiring (NO or NC)."""

    OFF = "off"
    ON = "on"
    UNKNOWN = "unknown"


class Input(Enum):
    """One signal coming in from a lane."""

    APPROACH = "approach"
    """Loop A: a vehicle at the station."""
    SAFETY = "safety"
    """Loop B: a vehicle under the boom or just past it."""
    DEPARTURE = "departure"
    """Loop C, where there is one: a vehicle that has left."""
    TICKET_BUTTON = "ticket_button"
    HELP_BUTTON = "help_button"
    TICKET_TAKEN = "ticket_taken"
    BOOM_OPEN = "boom_open"
    """Limit switch: the boom stands fully open."""
    BOOM_CLOSED = "boom_closed"
    """Limit switch: the boom lies fully closed."""
    BOOM_DETACHED = "boom_detached"
    DOOR_OPEN = "door_open"
    ON_BATTERY = "on_battery"
    FIRE = "fire"


class Light(Enum):
    """What the lane's traffic light shows."""

    GO = "go"
    STOP = "stop"
    OFF = "off"


class LaneKind(Enum):
    """What a lane is for."""

    ENTRY = "entry"
    EXIT = "exit"


class LaneMode(Enum):
    """What a lane does by order; bookings still enter in `FULL` and `CLOSED`."""

    OPEN = "open"
    FULL = "full"
    CLOSED = "closed"
    CLOSED_TO_ALL = "closed_to_all"


class Device(Enum):
    """One device of a lane; what is missing without it is the engines' business."""

    BOARD = "board"
    PRINTER = "printer"
    SCANNER = "scanner"
    TERMINAL = "terminal"
