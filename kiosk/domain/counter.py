"""The counter among the places where money is asked for: it is no lane, and has a name like one.

A payment or refund says at which place it was asked for (`lane_id` of its circumstances). At the
counter that is `counter`, by the counter's own card terminal, or `counter/exit-1`, by the terminal
of that exit: whoever asks again later must ask the same device. No lane's id has a slash.
"""

from __future__ import annotations

COUNTER = "counter"
"""No lane may have this id."""
_BY = f"{COUNTER}/"


def counter_by(lane_id: str) -> str:
    """The counter, asking by the terminal of this lane."""
    return _BY + lane_id


def at_counter(place: str) -> bool:
    """Whether the counter asked, and no lane."""
    return place == COUNTER or place.startswith(_BY)


def device_place(place: str) -> str:
    """Where the device stands that was asked: a lane's id, or the counter's."""
    return place.removeprefix(_BY)
