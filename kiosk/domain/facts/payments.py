"""Facts about money. Every attempt has a durable intent before the outside world hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.payment import Method


@dataclass(frozen=True, slots=True)
class PaymentStarted:
    """The intent: about to ask for this money."""

    attempt_id: str
    session_id: str
    method: Method
    amount: Money


@dataclass(frozen=True, slots=True)
class PaymentSucceeded:
    """Money moved. `tendered` and `change` for cash; `leave_by_at` starts the exit grace."""

    attempt_id: str
    session_id: str
    method: Method
    amount: Money
    leave_by_at: datetime
    reference: str = ""
    tendered: Money | None = None
    change: Money | None = None
    shift_id: str | None = None


@dataclass(frozen=True, slots=True)
class PaymentFailed:
    """Certainly no money moved. `reason`: declined, cancelled, or the provider's word."""

    attempt_id: str
    session_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaymentUnknown:
    """No answer came; the attempt stays open until settled by its id."""

    attempt_id: str
    session_id: str


@dataclass(frozen=True, slots=True)
class PaymentOrphaned:
    """Money arrived for an attempt that had been given up: somebody must refund it."""

    attempt_id: str
    session_id: str
    amount: Money


@dataclass(frozen=True, slots=True)
class ReceiptIssued:
    """A receipt number was used up; numbers are gap-free per device."""

    number: int
    session_id: str
    attempt_id: str


@dataclass(frozen=True, slots=True)
class AmountOwed:
    """The car was released without paying. `cause`: iou, released (offline), nil_exit."""

    session_id: str
    amount: Money
    cause: str
    reason: str = ""
