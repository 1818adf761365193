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
class PaymentSettledByWord:
    """A person said what became of an attempt that nobody can be asked about any more.

    The outcome itself, `PaymentSucceeded` or `PaymentFailed`, stands beside it.
    """

    attempt_id: str
    session_id: str
    amount: Money
    paid: bool
    reason: str
    second_person: str | None = None


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


@dataclass(frozen=True, slots=True)
class FeeAdjusted:
    """A person changed what a stay costs by `amount` (minus: cheaper). Past payments stay."""

    adjustment_id: str
    session_id: str
    amount: Money
    reason: str
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class RefundStarted:
    """The intent: about to give `amount` of this payment back, by the way it came (`method`).

    `cause`: refund, void (a payment that should not have been), orphan (money for an attempt that
    had been given up). The database refuses more than was paid.
    """

    refund_id: str
    attempt_id: str
    session_id: str
    method: Method
    amount: Money
    cause: str
    reason: str
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class RefundSucceeded:
    """The money went back."""

    refund_id: str
    attempt_id: str
    session_id: str
    method: Method
    amount: Money
    reference: str = ""
    shift_id: str | None = None


@dataclass(frozen=True, slots=True)
class RefundFailed:
    """Certainly nothing went back; it may be tried again under another id."""

    refund_id: str
    attempt_id: str
    session_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class RefundUnknown:
    """No answer came; the refund stays open until settled by its id."""

    refund_id: str
    attempt_id: str
    session_id: str


@dataclass(frozen=True, slots=True)
class CorrectionIssued:
    """A numbered paper that corrects an earlier receipt, in the receipts' own gap-free series."""

    number: int
    corrects: int
    session_id: str
    refund_id: str


@dataclass(frozen=True, slots=True)
class DebtSettled:
    """What a released car owed was paid by this attempt, or forgiven (`attempt_id` empty)."""

    session_id: str
    amount: Money
    attempt_id: str = ""
    reason: str = ""
