"""Instants as UTC milliseconds since 1970: their only form in tables, hashes and envelopes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def ms_of(instant: datetime) -> int:
    """Whole milliseconds, rounded down. A naive datetime is our bug and raises `TypeError`."""
    return (instant - _EPOCH) // _MILLISECOND


def instant_of(ms: int) -> datetime:
    """The aware UTC datetime of these milliseconds."""
    return _EPOCH + timedelta(milliseconds=ms)
