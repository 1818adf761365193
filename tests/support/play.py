"""Plays a script to a lane engine: events happen, numbers are seconds that pass and timers ring.

    lane, done = play(A_ON, SETTLE, ev.TicketRequested(), lane=ENTRY)

`done` holds what the lane asked for, in order, without its timers and its light. Whoever needs the
clock or the light as well uses a `Rehearsal`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.event import Body
from kiosk.domain.signals import Input, LaneKind, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.clocks import clocks
from kiosk.lane.course import light
from kiosk.lane.engine import step
from kiosk.lane.rules import Rules
from kiosk.lane.state import Lane, Phase, Senses

RULES = Rules()
SETTLE = 0.2
"""Seconds after which a loop's new level counts."""
TAIL = 2.0
"""Seconds after which a car that left loop B is taken to be through."""

A_ON = ev.InputChanged(Input.APPROACH, Level.ON)
A_OFF = ev.InputChanged(Input.APPROACH, Level.OFF)
B_ON = ev.InputChanged(Input.SAFETY, Level.ON)
B_OFF = ev.InputChanged(Input.SAFETY, Level.OFF)
C_ON = ev.InputChanged(Input.DEPARTURE, Level.ON)
C_OFF = ev.InputChanged(Input.DEPARTURE, Level.OFF)
BUTTON = ev.InputChanged(Input.TICKET_BUTTON, Level.ON)
TAKEN = ev.InputChanged(Input.TICKET_TAKEN, Level.ON)
FIRE = ev.InputChanged(Input.FIRE, Level.ON)
LEFT_CLOSED = ev.InputChanged(Input.BOOM_CLOSED, Level.OFF)
IS_CLOSED = ev.InputChanged(Input.BOOM_CLOSED, Level.ON)
LEFT_OPEN = ev.InputChanged(Input.BOOM_OPEN, Level.OFF)
IS_OPEN = ev.InputChanged(Input.BOOM_OPEN, Level.ON)
BOOM_UP = (LEFT_CLOSED, IS_OPEN)
BOOM_DOWN = (LEFT_OPEN, IS_CLOSED)

QUIET = Senses(approach=Level.OFF, safety=Level.OFF, boom_open=Level.OFF, boom_closed=Level.ON)
WITH_CAR = replace(QUIET, approach=Level.ON)
UP_WITH_CAR = replace(WITH_CAR, boom_open=Level.ON, boom_closed=Level.OFF)

ENTRY = Lane(LaneKind.ENTRY, senses=QUIET, missing=frozenset(), started=True)
EXIT = Lane(LaneKind.EXIT, senses=QUIET, missing=frozenset(), started=True)

Script = ev.Event | float | tuple[ev.Event, ...]


def entry(phase: Phase, senses: Senses = WITH_CAR) -> Lane:
    """An entry in this phase, everything in order."""
    return replace(ENTRY, phase=phase, senses=senses)


def exit_(phase: Phase, senses: Senses = WITH_CAR) -> Lane:
    """An exit in this phase, everything in order."""
    return replace(EXIT, phase=phase, senses=senses)


class Rehearsal:
    """A lane, its timers and a clock that stands still until it is told to go on."""

    def __init__(self, lane: Lane, rules: Rules = RULES) -> None:
        self.lane = lane
        self.rules = rules
        self.now = 0.0
        self.timers: dict[str, float] = {}
        self.light = light(lane, rules)
        self.done: list[do.Effect] = []
        self._wind()

    def tell(self, *script: Script) -> None:
        """Let all this happen, one after the other."""
        for each in script:
            match each:
                case float() | int():
                    self._wait(each)
                case tuple():
                    self.tell(*each)
                case _:
                    self._step(each)

    def _wind(self) -> None:
        """The clocks of the phase the script begins in run already."""
        self.timers = {name: clock[0] for name, clock in clocks(self.lane, self.rules).items()}

    def _wait(self, seconds: float) -> None:
        until = self.now + seconds
        while self.timers and min(self.timers.values()) <= until:
            name = min(self.timers, key=self.timers.__getitem__)
            self.now = self.timers.pop(name)
            self._step(ev.TimerFired(name))
        self.now = until

    def _step(self, event: ev.Event) -> None:
        self.lane, effects = step(self.lane, event, self.rules)
        for effect in effects:
            match effect:
                case do.StartTimer(name, seconds):
                    self.timers[name] = self.now + seconds
                case do.StopTimer(name):
                    self.timers.pop(name, None)
                case do.SetLight(shown):
                    self.light = shown
                case _:
                    self.done.append(effect)


def play(*script: Script, lane: Lane = ENTRY, rules: Rules = RULES) -> tuple[Lane, list[do.Effect]]:
    """Play the script; return the lane after it, and what it asked for in order."""
    rehearsal = Rehearsal(lane, rules)
    rehearsal.tell(*script)
    return rehearsal.lane, rehearsal.done


def facts(effects: Iterable[do.Effect]) -> list[Body]:
    """Everything these effects write down, in order."""
    return [body for each in effects if isinstance(each, do.Record) for body in each.bodies]
