"""Reads refunds, and the money that still has to go back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Executable,
    RowMapping,
    ScalarSelect,
    bindparam,
    cast,
    func,
    select,
    text,
)

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.store.books import ItemKind
from kiosk.store.schema import payment_attempts as attempts
from kiosk.store.schema import payments
from kiosk.store.schema_money import refunds, z_items
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of

ORPHAN = "orphan"
"""The cause of a refund of money that came for an attempt given up."""


class RefundState(StrEnum):
    """How far a refund got; `OPEN` and `UNKNOWN` are not settled yet."""

    OPEN = "open"
    UNKNOWN = "unknown"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


def given_back(
    facility_id: ColumnElement[str], session_id: ColumnElement[str]
) -> ScalarSelect[int]:
    """What went back of the payments of one session: what it has paid is less by that, in SQL.

    Money that came for an attempt given up was never counted as paid, nor is its way back here.
    """
    return (
        select(cast(func.coalesce(func.sum(refunds.c.amount_minor), 0), BigInteger))
        .join_from(
            refunds,
            payments,
            (payments.c.facility_id == refunds.c.facility_id)
            & (payments.c.attempt_id == refunds.c.attempt_id),
        )
        .where(
            refunds.c.facility_id == facility_id,
            refunds.c.session_id == session_id,
            refunds.c.state == RefundState.SUCCEEDED,
            refunds.c.cause != ORPHAN,
        )
        .correlate_except(refunds, payments)
        .scalar_subquery()
    )


_REFUNDS = select(refunds).where(refunds.c.facility_id == bindparam("facility"))
_FIND = _REFUNDS.where(refunds.c.refund_id == bindparam("refund"))
_IN_ORDER = _REFUNDS.order_by(refunds.c.started_ms, refunds.c.refund_id)
_OF_ATTEMPT = _IN_ORDER.where(refunds.c.attempt_id == bindparam("attempt"))
_OF_SESSION = _IN_ORDER.where(refunds.c.session_id == bindparam("session"))
_OF_SHIFT = _IN_ORDER.where(refunds.c.shift_id == bindparam("shift"))
_OPEN = _IN_ORDER.where(text("refunds.state IN ('open', 'unknown')"))
"""In the partial index's own words: without them SQLite does not use it."""
_COUNTS = refunds.c.state != RefundState.FAILED
_REFUNDED = select(
    cast(func.coalesce(func.sum(refunds.c.amount_minor), 0), BigInteger).label("minor")
).where(
    refunds.c.facility_id == bindparam("facility"),
    refunds.c.attempt_id == bindparam("attempt"),
    _COUNTS,
)
_GIVEN_BACK = (
    select(cast(func.coalesce(func.sum(refunds.c.amount_minor), 0), BigInteger))
    .where(
        refunds.c.facility_id == z_items.c.facility_id,
        refunds.c.attempt_id == z_items.c.item_id,
        _COUNTS,
    )
    .scalar_subquery()
)
_ORPHANS = (
    select(z_items, attempts.c.session_id, attempts.c.lane_id, _GIVEN_BACK.label("given_minor"))
    .join_from(
        z_items,
        attempts,
        (attempts.c.facility_id == z_items.c.facility_id)
        & (attempts.c.attempt_id == z_items.c.item_id),
    )
    .where(
        z_items.c.facility_id == bindparam("facility"),
        z_items.c.kind == ItemKind.ORPHAN,
        z_items.c.amount_minor > _GIVEN_BACK,
    )
    .order_by(z_items.c.moved_ms, z_items.c.item_id)
)


@dataclass(frozen=True, slots=True)
class Refund:
    """Money given back, or about to be. `origin` is the booth that does it.

    `cause`: refund, void or orphan. `failure` says why a failed one failed.
    """

    refund_id: str
    attempt_id: str
    session_id: str
    lane_id: str
    method: Method
    amount: Money
    cause: str
    reason: str
    state: RefundState
    origin: str
    actor: str
    started_at: datetime
    second_person: str | None = None
    settled_at: datetime | None = None
    reference: str = ""
    failure: str = ""
    shift_id: str | None = None


@dataclass(frozen=True, slots=True)
class Orphan:
    """Money that came for an attempt given up; `left` of it has not been given back."""

    attempt_id: str
    session_id: str
    lane_id: str
    origin: str
    method: Method
    amount: Money
    left: Money
    arrived_at: datetime


class Refunds:
    """The refunds of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def find(self, refund_id: str) -> Refund | None:
        """The refund with this id."""
        return next(iter(self._refunds(_FIND, refund=refund_id)), None)

    def of_attempt(self, attempt_id: str) -> tuple[Refund, ...]:
        """Every refund of this payment, oldest first."""
        return self._refunds(_OF_ATTEMPT, attempt=attempt_id)

    def of_session(self, session_id: str) -> tuple[Refund, ...]:
        """Every refund of this stay, oldest first."""
        return self._refunds(_OF_SESSION, session=session_id)

    def of_shift(self, shift_id: str) -> tuple[Refund, ...]:
        """Every refund that succeeded in this shift, oldest first."""
        return self._refunds(_OF_SHIFT, shift=shift_id)

    def refunded_minor(self, attempt_id: str) -> int:
        """What of this payment went back or may have: everything that has not failed."""
        (row,) = self._scope.rows(_REFUNDED, attempt=attempt_id)
        minor: int = row["minor"]
        return minor

    def open(self) -> tuple[Refund, ...]:
        """Refunds whose outcome is not known yet, oldest first."""
        return self._refunds(_OPEN)

    def orphans(self) -> tuple[Orphan, ...]:
        """Money that somebody must give back, oldest first."""
        return tuple(_orphan(row) for row in self._scope.rows(_ORPHANS))

    def _refunds(self, query: Executable, **values: object) -> tuple[Refund, ...]:
        return tuple(_refund(row) for row in self._scope.rows(query, **values))


def _refund(row: RowMapping) -> Refund:
    settled = row["settled_ms"]
    return Refund(
        refund_id=row["refund_id"],
        attempt_id=row["attempt_id"],
        session_id=row["session_id"],
        lane_id=row["lane_id"],
        method=Method(row["method"]),
        amount=Money(row["amount_minor"], row["currency"]),
        cause=row["cause"],
        reason=row["reason"],
        state=RefundState(row["state"]),
        origin=row["origin"],
        actor=row["actor"],
        started_at=instant_of(row["started_ms"]),
        second_person=row["second_person"],
        settled_at=None if settled is None else instant_of(settled),
        reference=row["reference"],
        failure=row["failure"],
        shift_id=row["shift_id"],
    )


def _orphan(row: RowMapping) -> Orphan:
    return Orphan(
        attempt_id=row["item_id"],
        session_id=row["session_id"],
        lane_id=row["lane_id"],
        origin=row["origin"],
        method=Method(row["method"]),
        amount=Money(row["amount_minor"], row["currency"]),
        left=Money(row["amount_minor"] - row["given_minor"], row["currency"]),
        arrived_at=instant_of(row["moved_ms"]),
    )
