"""Which card terminals there are: a model's name, our side of it, and its simulated other end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.payments.simulated_terminal import SimulatedTerminal
from kiosk.payments.terminal import CardTerminal, Wiring


@dataclass(frozen=True, slots=True)
class Model:
    """One model of terminal. Both ends speak the same bytes."""

    connect: Callable[[Wiring], CardTerminal]
    simulated: Callable[..., SimulatedTerminal]


TERMINALS: Mapping[str, Model] = MappingProxyType(
    {"card-line": Model(CardTerminal, SimulatedTerminal)},
)
