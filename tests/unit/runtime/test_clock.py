"""The clock's identities and the rehearsal's shifted time."""

from __future__ import annotations

import uuid
from datetime import UTC, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.runtime.clock import ShiftedClock, SystemClock, uuid7


@given(ms=st.integers(0, 2**48 - 1), noise=st.binary(min_size=10, max_size=10))
def test_an_identity_is_a_version_7_uuid_that_begins_with_its_time(ms: int, noise: bytes) -> None:
    made = uuid.UUID(uuid7(ms, noise))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == ms


def test_an_instant_is_utc_and_whole_milliseconds() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert now.microsecond % 1000 == 0


def test_a_shifted_clock_moves_both_clocks_alike() -> None:
    clock = ShiftedClock(SystemClock())
    before, mono = clock.now(), clock.monotonic()
    clock.ahead_seconds += 3600
    assert clock.now() - before >= timedelta(hours=1)
    assert clock.monotonic() - mono >= 3600
