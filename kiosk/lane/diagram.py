"""Draws a lane's phases as a Mermaid state diagram by stepping its engine, so it cannot lie.

Every listed phase is put before every listed event under a handful of senses; what the engine
really does becomes an arrow. What happens in nearly every phase is told once, in a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import get_args

from kiosk.domain.signals import Input, LaneKind, Level
from kiosk.lane import events as ev
from kiosk.lane import state
from kiosk.lane.engine import step
from kiosk.lane.entry import Phase as EntryPhase
from kiosk.lane.exit import Phase as ExitPhase
from kiosk.lane.listing import EVENTS, PHASES
from kiosk.lane.rules import Rules

OF_KIND: Mapping[LaneKind, tuple[type, ...]] = {
    LaneKind.ENTRY: get_args(EntryPhase),
    LaneKind.EXIT: get_args(ExitPhase),
}
NEARLY_EVERYWHERE = 6
"""An event that leads from at least so many phases to the same one is told in a note."""

_FREE = state.Senses(
    approach=Level.OFF, safety=Level.OFF, boom_open=Level.OFF, boom_closed=Level.ON
)
_CAR = replace(_FREE, approach=Level.ON)


def _settling(senses: state.Senses, wire: Input) -> state.Senses:
    """The same, with one wire about to change."""
    level = Level.OFF if getattr(senses, wire.value) is Level.ON else Level.ON
    return replace(senses, pending=((wire, level),))


def _settlings(senses: state.Senses) -> tuple[state.Senses, ...]:
    wires = (Input.APPROACH, Input.BOOM_DETACHED)
    return (senses, *(_settling(senses, wire) for wire in wires))


def _half_up(senses: state.Senses) -> state.Senses:
    return replace(senses, boom_open=Level.OFF, boom_closed=Level.OFF)


def _up(senses: state.Senses) -> state.Senses:
    return replace(senses, boom_open=Level.ON, boom_closed=Level.OFF)


_ON_B = replace(_FREE, safety=Level.ON)


def _plausible(phase: state.Phase) -> tuple[state.Senses, ...]:
    """What the wires can say in this phase of an ordinary day."""
    match phase:
        case state.Idle():
            return _settlings(_FREE)
        case state.Opening():
            return (*_settlings(_half_up(_CAR)), _FREE)
        case state.Passing() | state.Evacuating():
            return (*_settlings(_up(_CAR)), _up(_FREE), _up(_ON_B), _half_up(_CAR), _half_up(_FREE))
        case state.Closing() | state.OutOfService():
            return (*_settlings(_half_up(_FREE)), _half_up(_CAR), _half_up(_ON_B))
        case _:
            return _settlings(_CAR)


_WORDS: Mapping[type, str] = {
    ev.TicketRequested: "ticket button",
    ev.CodeOffered: "code shown",
    ev.BackTapped: "back",
    ev.StayFound: "stay found",
    ev.EntryGranted: "may enter",
    ev.CredentialRefused: "refused",
    ev.SessionBegun: "on disk",
    ev.TicketPrinted: "printed",
    ev.PrintFailed: "not printed",
    ev.RecordFailed: "cannot save",
    ev.PaidElsewhere: "paid at the till",
}

Arrow = tuple[str, str, str]


def mermaid(kind: LaneKind) -> str:
    """The whole lane of this kind as the text of one `stateDiagram-v2`."""
    labels: dict[tuple[str, str], list[str]] = defaultdict(list)
    notes: dict[str, list[str]] = defaultdict(list)
    arrows = sorted(set(_arrows(kind)))
    for source, label, target in arrows:
        crowd = {from_ for from_, word, to in arrows if (word, to) == (label, target)}
        if len(crowd) < NEARLY_EVERYWHERE:
            labels[source, target].append(label)
        elif label not in notes[target]:
            notes[target].append(label)
    lines = ["stateDiagram-v2", "    [*] --> Idle"]
    lines += [f"    {a} --> {b}: {', '.join(words)}" for (a, b), words in labels.items()]
    lines += [
        f"    note right of {target}: from nearly everywhere by {', '.join(words)}"
        for target, words in sorted(notes.items())
    ]
    return "\n".join(lines) + "\n"


def _arrows(kind: LaneKind) -> Iterator[Arrow]:
    for phase in PHASES:
        if not isinstance(phase, OF_KIND[kind]):
            continue
        for senses in _plausible(phase):
            lane = state.Lane(kind, phase, senses, missing=frozenset(), started=True)
            for event in EVENTS:
                after, _ = step(lane, event, Rules())
                if type(after.phase) is not type(phase):
                    yield type(phase).__name__, _word(event), type(after.phase).__name__


def _word(event: ev.Event) -> str:
    match event:
        case ev.InputChanged(wire, level):
            return f"{wire.value} {level.value}".replace("_", " ")
        case ev.TimerFired(name) if name.startswith("debounce:"):
            return name.removeprefix("debounce:").replace("_", " ") + " settles"
        case ev.TimerFired(name):
            return name.replace("_", " ") + " time"
        case ev.PaymentReported(outcome):
            return type(outcome).__name__.lower()
        case ev.DeviceChanged(device, ready):
            return f"{device.value} {'back' if ready else 'lost'}"
        case ev.MethodChosen(method):
            return method.value
        case _:
            return _WORDS.get(type(event)) or _spaced(type(event).__name__)


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
