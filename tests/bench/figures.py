"""Samples of several rounds, and a figure beside its limit.

A ratio is taken round by round and then its median, so that a machine that becomes slower halfway
through slows both sides of it.
"""

from __future__ import annotations

import gc
import math
import statistics
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

GAP_SECONDS = 0.01
"""Between events whose latency is measured: a tight loop flatters."""


@dataclass(slots=True)
class Samples:
    """What was measured of one thing, round by round, all in one unit."""

    rounds: list[list[float]] = field(default_factory=list)

    @property
    def all(self) -> list[float]:
        """Every sample of every round."""
        return [each for samples in self.rounds for each in samples]

    @property
    def medians(self) -> list[float]:
        """The median of each round."""
        return [statistics.median(samples) for samples in self.rounds]

    @property
    def median(self) -> float:
        """The median of the rounds' medians."""
        return statistics.median(self.medians)

    @property
    def p99(self) -> float:
        """What 99 of 100 samples do not exceed."""
        ordered = sorted(self.all)
        return ordered[math.ceil(len(ordered) * 0.99) - 1]


def ratio(ours: Samples, beside: Samples) -> float:
    """How many times the other side, by the median of the rounds."""
    pairs = zip(ours.medians, beside.medians, strict=True)
    return statistics.median(one / other for one, other in pairs)


@dataclass(frozen=True, slots=True)
class Line:
    """One goal of the table: ours, what stands beside it, and whether it is met.

    `beside` is None where the goal is absolute: then `measured` is ours itself, else their ratio.
    """

    row: int
    what: str
    beside_what: str
    unit: str
    ours: float
    beside: float | None
    measured: float
    goal: float
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether what was measured is within the goal."""
        return self.measured <= self.goal


def times(
    row: int, what: str, beside_what: str, unit: str, ours: Samples, beside: Samples, goal: float
) -> Line:
    """A goal of the form: at most `goal` times the median of the other side."""
    measured = ratio(ours, beside)
    return Line(row, what, beside_what, unit, ours.median, beside.median, measured, goal)


def at_most(row: int, what: str, unit: str, ours: float, goal: float) -> Line:
    """A goal of the form: at most so much."""
    return Line(row, what, "", unit, ours, None, ours, goal)


def interleaved(rounds: int, cases: Sequence[Callable[[], list[float]]]) -> list[Samples]:
    """Run every case once a round, one after the other, so that all meet the same weather."""
    found = [Samples() for _ in cases]
    for number in range(rounds):
        order = list(zip(cases, found, strict=True))
        for case, samples in order if number % 2 == 0 else reversed(order):
            with quiet():
                samples.rounds.append(case())
    return found


@contextmanager
def quiet() -> Iterator[None]:
    """Collect garbage before, so that nobody pays for what another left behind."""
    gc.collect()
    yield


def pause(seconds: float = GAP_SECONDS) -> None:
    """Let the machine fall idle, as it is between two drivers."""
    threading.Event().wait(seconds)
