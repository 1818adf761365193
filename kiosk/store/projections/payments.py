"""What facts about money do to the tables. Money that moved is a row that nothing changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from kiosk.domain.event import Event
from kiosk.domain.facts import payments as facts
from kiosk.domain.money import Money
from kiosk.store.payments import UNSETTLED, AttemptState, DocumentKind
from kiosk.store.prepared import Prepared
from kiosk.store.projections import books
from kiosk.store.projections.change import Change, of_its_row, when
from kiosk.store.schema import payment_attempts as attempts
from kiosk.store.schema import payments, receipts
from kiosk.wire.instants import ms_of

_START = Prepared(insert(attempts))
_PAY = Prepared(insert(payments))
_GIVE_RECEIPT = Prepared(insert(receipts))

_ITS_ATTEMPT = of_its_row(attempts, "attempt_id")
_SUCCEED = Prepared(update(attempts).where(*_ITS_ATTEMPT).values(state=AttemptState.PAID))
_ORPHAN = Prepared(update(attempts).where(*_ITS_ATTEMPT).values(state=AttemptState.ORPHANED))
_DOUBT = Prepared(
    update(attempts)
    .where(*_ITS_ATTEMPT)
    .values(state=when(attempts, (AttemptState.OPEN,), AttemptState.UNKNOWN))
)
_FAIL = Prepared(
    update(attempts)
    .where(*_ITS_ATTEMPT)
    .values(state=when(attempts, UNSETTLED, AttemptState.FAILED), reason=bindparam("reason_now"))
)


def _attempt_id(body: Any) -> str:
    return str(body.attempt_id)


CHANGES: Mapping[type, Change] = {
    facts.PaymentSucceeded: Change("attempt", _SUCCEED, _attempt_id),
    facts.PaymentFailed: Change(
        "attempt", _FAIL, _attempt_id, lambda event: {"reason_now": event.body.reason}
    ),
    facts.PaymentUnknown: Change("attempt", _DOUBT, _attempt_id),
    facts.PaymentOrphaned: Change("attempt", _ORPHAN, _attempt_id),
}


def started(connection: Connection, event: Event) -> None:
    """The intent. The database refuses a second open one of this session at this booth."""
    body, where = event.body, event.circumstances
    _START.run(
        connection,
        {
            "facility_id": where.facility_id,
            "attempt_id": body.attempt_id,
            "origin": event.origin,
            "session_id": body.session_id,
            "lane_id": where.lane_id or "",
            "method": body.method.value,
            "amount_minor": body.amount.minor,
            "currency": body.amount.currency,
            "started_ms": ms_of(where.occurred_at),
            "state": AttemptState.OPEN.value,
            "reason": "",
        },
    )


def succeeded(connection: Connection, event: Event) -> None:
    """Money moved. The database refuses a second payment of one attempt."""
    body, where = event.body, event.circumstances
    _PAY.run(
        connection,
        {
            "facility_id": where.facility_id,
            "attempt_id": body.attempt_id,
            "session_id": body.session_id,
            "lane_id": where.lane_id or "",
            "method": body.method.value,
            "amount_minor": body.amount.minor,
            "currency": body.amount.currency,
            "paid_ms": ms_of(where.occurred_at),
            "leave_by_ms": ms_of(body.leave_by_at),
            "reference": body.reference,
            "tendered_minor": _minor(body.tendered),
            "change_minor": _minor(body.change),
            "shift_id": body.shift_id,
            "actor": where.actor,
        },
    )
    books.paid(connection, event)


def receipt_issued(connection: Connection, event: Event) -> None:
    """A number is used up, once."""
    _use_number(connection, event, DocumentKind.RECEIPT, attempt_id=event.body.attempt_id)


def correction_issued(connection: Connection, event: Event) -> None:
    """The next number of the same series stands for a correction."""
    _use_number(
        connection,
        event,
        DocumentKind.CORRECTION,
        corrects=event.body.corrects,
        refund_id=event.body.refund_id,
    )


def _use_number(
    connection: Connection,
    event: Event,
    kind: DocumentKind,
    *,
    attempt_id: str = "",
    corrects: int | None = None,
    refund_id: str | None = None,
) -> None:
    where = event.circumstances
    _GIVE_RECEIPT.run(
        connection,
        {
            "facility_id": where.facility_id,
            "origin": event.origin,
            "number": event.body.number,
            "session_id": event.body.session_id,
            "attempt_id": attempt_id,
            "issued_ms": ms_of(where.occurred_at),
            "kind": kind.value,
            "corrects": corrects,
            "refund_id": refund_id,
        },
    )


def _minor(amount: Money | None) -> int | None:
    return None if amount is None else amount.minor
