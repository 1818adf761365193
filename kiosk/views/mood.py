"""The mood of a lane: what colour, shape and word say together, on every screen that shows one."""

from __future__ import annotations

from enum import StrEnum


class Mood(StrEnum):
    """Calm is neutral; go, wait and stop each own a colour and a shape (arrow, clock, bar)."""

    CALM = "calm"
    GO = "go"
    WAIT = "wait"
    STOP = "stop"
