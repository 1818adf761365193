"""What every way of charging looks like: it opens a meter for a stay, and the meter can be read.

A meter knows what the stay would have cost had it ended at any moment before its end. Daily caps,
demand and passes are meters around a meter: they read the inner one at the edges of a day and never
look at single blocks, so a month costs hardly more to price than an hour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.quote import Line
from kiosk.domain.wording import Text

NEVER = (0, 0)
"""The validity of a pass where there is none."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time to charge, in microseconds since 1970 UTC, and what else prices depend on.

    The stay began at `begin`; paying starts at `start`; the stay ends before `end` and is never
    empty. `pass_valid` None: a pass is valid always; `NEVER`: there is no pass.
    """

    begin: int
    start: int
    end: int
    occupancy_percent: int | None = None
    pass_valid: tuple[int, int] | None = None


class Meter(Protocol):
    """The running price of one stay."""

    def cost(self, until: int) -> int:
        """Minor units, had the stay ended at `until`; 0 up to `start`; `until` is not after `end`.

        Never negative; never falls with time, unless the tariff's own table does.
        """
        ...

    def lines(self) -> Sequence[Line]:
        """The price of the whole stay, explained: at least one line, their sum is `cost(end)`."""
        ...


class Strategy(Protocol):
    """One way of charging."""

    def meter(self, span: Span) -> Meter:
        """Open the meter for one stay."""
        ...

    def summary(self) -> Text:
        """Say the price in one sentence for the entry screen and the ticket."""
        ...


def started(elapsed: int, length: int) -> int:
    """How many blocks of a length have begun within an elapsed time; none before it began."""
    return max(0, -(-elapsed // length))
