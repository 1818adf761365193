"""The only place that reads clocks and makes identities.

Instants are aware UTC, cut to milliseconds because that is what the journal keeps; intervals come
from the monotonic clock, which no operator can set.
"""

from __future__ import annotations

import os
import random
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Time and names, as the rest of the house asks for them."""

    def now(self) -> datetime:
        """The instant, aware UTC, whole milliseconds."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...

    def new_id(self) -> str:
        """A fresh UUIDv7 (RFC 9562): identity only, never order."""
        ...

    def chance(self) -> float:
        """A number in [0, 1), so that what failed together does not come back in step."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        """See `Clock.now`."""
        return datetime.fromtimestamp(time.time_ns() // 1_000_000 / 1000, UTC)

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return time.monotonic()

    def new_id(self) -> str:
        """See `Clock.new_id`."""
        return uuid7(time.time_ns() // 1_000_000, os.urandom(10))

    def chance(self) -> float:
        """See `Clock.chance`."""
        return random.random()  # noqa: S311 - spreads retries, keeps no secret


class ShiftedClock:
    """A clock that runs ahead, for rehearsals: hours pass without anybody waiting for them."""

    def __init__(self, clock: Clock, ahead_seconds: float = 0.0) -> None:
        self._clock = clock
        self.ahead_seconds = ahead_seconds

    def now(self) -> datetime:
        """See `Clock.now`."""
        return self._clock.now() + timedelta(seconds=self.ahead_seconds)

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return self._clock.monotonic() + self.ahead_seconds

    def new_id(self) -> str:
        """See `Clock.new_id`."""
        return self._clock.new_id()

    def chance(self) -> float:
        """See `Clock.chance`."""
        return self._clock.chance()


def uuid7(unix_ms: int, noise: bytes) -> str:
    """Lay out a version 7 UUID: 48 bits of milliseconds, 74 bits of `noise` (10 bytes given)."""
    value = (unix_ms & (1 << 48) - 1) << 80 | int.from_bytes(noise, "big")
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
