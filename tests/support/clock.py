"""A clock that stands still until a test moves it, and names things in the order it is asked."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

from tests.support.stores import NOW


class HandClock:
    """Wall and monotonic clock agree unless `step_wall` sets them apart."""

    def __init__(self, now: datetime = NOW, prefix: str = "id") -> None:
        self._now = now
        self._monotonic = 1000.0
        self._names = (f"{prefix}-{number}" for number in count(1))

    def now(self) -> datetime:
        """See `Clock.now`."""
        return self._now

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return self._monotonic

    def new_id(self) -> str:
        """See `Clock.new_id`."""
        return next(self._names)

    def chance(self) -> float:
        """See `Clock.chance`."""
        return 0.5

    def pass_time(self, seconds: float) -> None:
        """Let time go by on both clocks."""
        self._monotonic += seconds
        self.step_wall(seconds)

    def step_wall(self, seconds: float) -> None:
        """Set the wall clock forward or back, as an operator does."""
        self._now += timedelta(seconds=seconds)
