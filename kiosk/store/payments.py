"""Reads attempts, payments and receipt numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Executable,
    RowMapping,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    select,
    text,
)

from kiosk.domain.money import Money
from kiosk.domain.payment import Intent, Method
from kiosk.store.books import ItemKind
from kiosk.store.refunds import given_back
from kiosk.store.schema import payment_attempts as attempts
from kiosk.store.schema import payments, receipts
from kiosk.store.schema_money import z_items
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of, ms_of


class AttemptState(StrEnum):
    """How far an attempt got; `OPEN` and `UNKNOWN` are not settled yet."""

    OPEN = "open"
    UNKNOWN = "unknown"
    PAID = "paid"
    FAILED = "failed"
    ORPHANED = "orphaned"


class DocumentKind(StrEnum):
    """What a number of the receipts' series was used for."""

    RECEIPT = "receipt"
    CORRECTION = "correction"


UNSETTLED = (AttemptState.OPEN, AttemptState.UNKNOWN)
IS_UNSETTLED = text("payment_attempts.state IN ('open', 'unknown')")
"""The same in SQL, in the partial index's own words: without them SQLite does not use it."""

_ATTEMPTS = select(attempts).where(attempts.c.facility_id == bindparam("facility"))
_ATTEMPT = _ATTEMPTS.where(attempts.c.attempt_id == bindparam("attempt"))
_OPEN = _ATTEMPTS.where(IS_UNSETTLED).order_by(attempts.c.started_ms)
_OPEN_OF_SESSION = _OPEN.where(attempts.c.session_id == bindparam("session"))
_OF_SESSION = (
    select(payments)
    .where(
        payments.c.facility_id == bindparam("facility"),
        payments.c.session_id == bindparam("session"),
    )
    .order_by(payments.c.paid_ms, payments.c.attempt_id)
)
_SUM = cast(func.sum(payments.c.amount_minor), BigInteger).label("minor")
_PAID = select(
    _SUM,
    func.max(payments.c.currency).label("currency"),
    given_back(bindparam("facility", type_=String), bindparam("session", type_=String)).label(
        "given_back"
    ),
).where(
    payments.c.facility_id == bindparam("facility"),
    payments.c.session_id == bindparam("session"),
)
_BY_METHOD = (
    select(payments.c.method, payments.c.currency, _SUM)
    .where(
        payments.c.facility_id == bindparam("facility"),
        payments.c.paid_ms >= bindparam("since"),
    )
    .group_by(payments.c.method, payments.c.currency)
    .order_by(payments.c.method, payments.c.currency)
)
# Payments as their own table has them: whoever changes money there changes this sum.
_TAKINGS = (
    select(
        z_items.c.currency,
        cast(
            func.sum(
                case(
                    (z_items.c.kind == ItemKind.REFUND, -z_items.c.amount_minor),
                    else_=func.coalesce(payments.c.amount_minor, 0),
                )
            ),
            BigInteger,
        ).label("minor"),
    )
    .outerjoin_from(
        z_items,
        payments,
        and_(
            payments.c.facility_id == z_items.c.facility_id,
            payments.c.attempt_id == z_items.c.item_id,
        ),
    )
    .where(
        z_items.c.facility_id == bindparam("facility"),
        z_items.c.origin == bindparam("origin"),
        z_items.c.kind != ItemKind.ORPHAN,
    )
    .group_by(z_items.c.currency)
)
_LAST_RECEIPT = select(func.max(receipts.c.number)).where(
    receipts.c.facility_id == bindparam("facility"),
    receipts.c.origin == bindparam("origin"),
)
_RECEIPT_OF = select(receipts.c.number).where(
    receipts.c.facility_id == bindparam("facility"),
    receipts.c.origin == bindparam("origin"),
    receipts.c.attempt_id == bindparam("attempt"),
    receipts.c.kind == DocumentKind.RECEIPT,
)
_DOCUMENTS = (
    select(receipts)
    .where(
        receipts.c.facility_id == bindparam("facility"),
        receipts.c.origin == bindparam("origin"),
    )
    .order_by(receipts.c.number)
)
_DOCUMENT = _DOCUMENTS.where(receipts.c.number == bindparam("number"))
_CORRECTIONS = _DOCUMENTS.where(receipts.c.refund_id == bindparam("refund"))
_RECENT = (
    select(payments)
    .where(payments.c.facility_id == bindparam("facility"))
    .order_by(payments.c.paid_ms.desc(), payments.c.attempt_id)
    .limit(bindparam("limit"))
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to get money, and what became of it. `origin` is the booth that tries."""

    intent: Intent
    state: AttemptState
    origin: str
    started_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that moved. `tendered` and `change` for cash only."""

    attempt_id: str
    session_id: str
    lane_id: str
    method: Method
    amount: Money
    paid_at: datetime
    leave_by_at: datetime
    reference: str = ""
    tendered: Money | None = None
    change: Money | None = None
    shift_id: str | None = None
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A number of this device's receipts, and what it was used for.

    A correction names the receipt it `corrects` and its refund, and no attempt.
    """

    number: int
    kind: DocumentKind
    session_id: str
    issued_at: datetime
    attempt_id: str = ""
    corrects: int | None = None
    refund_id: str | None = None


class Payments:
    """The money of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def attempt(self, attempt_id: str) -> Attempt | None:
        """What is known of this attempt."""
        found = self._attempts(_ATTEMPT, attempt=attempt_id)
        return found[0] if found else None

    def open_attempts(self, session_id: str | None = None) -> list[Attempt]:
        """Attempts whose outcome is not known yet, of one session or of all; oldest first."""
        if session_id is None:
            return self._attempts(_OPEN)
        return self._attempts(_OPEN_OF_SESSION, session=session_id)

    def paid(self, session_id: str) -> Money:
        """What this session has paid, less what went back of it."""
        row = self._rows(_PAID, session=session_id)[0]
        minor = (row["minor"] or 0) - row["given_back"]
        return Money(minor, row["currency"] or self._scope.own.currency)

    def of_session(self, session_id: str) -> list[Payment]:
        """Its payments, oldest first."""
        return [_payment(row) for row in self._rows(_OF_SESSION, session=session_id)]

    def by_method(self, since: datetime) -> dict[Method, Money]:
        """What came in since then, by method."""
        rows = self._rows(_BY_METHOD, since=ms_of(since))
        return {Method(row["method"]): Money(row["minor"], row["currency"]) for row in rows}

    def takings(self, origin: str) -> dict[str, int]:
        """All that one device was ever paid less what it gave back, minor units by currency."""
        return {row["currency"]: row["minor"] for row in self._rows(_TAKINGS, origin=origin)}

    def next_receipt_number(self) -> int:
        """This device's next receipt number: no gaps."""
        last = self._scope.connection.execute(
            _LAST_RECEIPT, {"facility": self._scope.facility_id, "origin": self._scope.own.origin}
        ).scalar_one()
        return (last or 0) + 1

    def receipt_number(self, attempt_id: str) -> int | None:
        """The number of the receipt this payment got, if it got one here."""
        number: int | None = self._scope.connection.execute(
            _RECEIPT_OF,
            {
                "facility": self._scope.facility_id,
                "origin": self._scope.own.origin,
                "attempt": attempt_id,
            },
        ).scalar_one_or_none()
        return number

    def document(self, number: int) -> Document | None:
        """The receipt or correction with this number of this device."""
        rows = self._rows(_DOCUMENT, number=number, origin=self._scope.own.origin)
        return _document(rows[0]) if rows else None

    def correction(self, refund_id: str) -> Document | None:
        """The correction that this device issued for a refund."""
        rows = self._rows(_CORRECTIONS, refund=refund_id, origin=self._scope.own.origin)
        return _document(rows[0]) if rows else None

    def recent(self, limit: int) -> list[Payment]:
        """The last payments, newest first."""
        return [_payment(row) for row in self._rows(_RECENT, limit=limit)]

    def _attempts(self, query: Executable, **values: object) -> list[Attempt]:
        return [_attempt(row) for row in self._rows(query, **values)]

    def _rows(self, query: Executable, **values: object) -> list[RowMapping]:
        values["facility"] = self._scope.facility_id
        return list(self._scope.connection.execute(query, values).mappings())


def _attempt(row: RowMapping) -> Attempt:
    return Attempt(
        intent=Intent(
            attempt_id=row["attempt_id"],
            session_id=row["session_id"],
            lane_id=row["lane_id"],
            method=Method(row["method"]),
            amount=Money(row["amount_minor"], row["currency"]),
        ),
        state=AttemptState(row["state"]),
        origin=row["origin"],
        started_at=instant_of(row["started_ms"]),
        reason=row["reason"],
    )


def _payment(row: RowMapping) -> Payment:
    currency, tendered, change = row["currency"], row["tendered_minor"], row["change_minor"]
    return Payment(
        attempt_id=row["attempt_id"],
        session_id=row["session_id"],
        lane_id=row["lane_id"],
        method=Method(row["method"]),
        amount=Money(row["amount_minor"], currency),
        paid_at=instant_of(row["paid_ms"]),
        leave_by_at=instant_of(row["leave_by_ms"]),
        reference=row["reference"],
        tendered=None if tendered is None else Money(tendered, currency),
        change=None if change is None else Money(change, currency),
        shift_id=row["shift_id"],
        actor=row["actor"],
    )


def _document(row: RowMapping) -> Document:
    return Document(
        number=row["number"],
        kind=DocumentKind(row["kind"]),
        session_id=row["session_id"],
        issued_at=instant_of(row["issued_ms"]),
        attempt_id=row["attempt_id"],
        corrects=row["corrects"],
        refund_id=row["refund_id"],
    )
