"""Giving money back: a refund has an id and a durable intent of its own, like an attempt.

Its outcomes are those of `domain.payment`, under the refund's id: `Paid` means that the money moved
(back), `Declined` that certainly nothing did, `Unknown` that nobody knows yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.payment import Method


class RefundCause(StrEnum):
    """Why money goes back: the words of `RefundStarted.cause`."""

    REFUND = "refund"
    """The price goes down with it: nothing is due again."""
    VOID = "void"
    """That payment should not have been: what it paid is due again."""
    ORPHAN = "orphan"
    """Money that came for an attempt that had been given up: it never paid anything."""


@dataclass(frozen=True, slots=True)
class RefundIntent:
    """Recorded before the outside world is asked; `refund_id` (UUIDv7) names it for ever.

    `attempt_id` is what is given back; `method` and `lane_id` say who moved it and moves it back.
    """

    refund_id: str
    attempt_id: str
    session_id: str
    lane_id: str
    method: Method
    amount: Money
