"""Paying: an attempt with a durable intent, and its four outcomes, one of them `Unknown`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.money import Money


class Method(StrEnum):
    """How money reaches us."""

    CASH = "cash"
    CARD = "card"
    WALLET = "wallet"
    """Money stored on a value pass."""
    UPI = "upi"
    """A bank app that scanned the QR on our screen (India's Unified Payments Interface)."""
    VOUCHER = "voucher"
    """Change that was given as paper and comes back."""


@dataclass(frozen=True, slots=True)
class Intent:
    """Recorded before the outside world is asked; `attempt_id` (UUIDv7) names it for ever."""

    attempt_id: str
    session_id: str
    lane_id: str
    method: Method
    amount: Money


@dataclass(frozen=True, slots=True)
class Paid:
    """Money moved. `reference` is the provider's own name for it (auth code, drawer entry)."""

    attempt_id: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """Certainly no money moved."""

    attempt_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The driver or we gave up before any money moved."""

    attempt_id: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer came. Money may have moved: settle by the attempt's id, never assume."""

    attempt_id: str


Outcome = Paid | Declined | Cancelled | Unknown
