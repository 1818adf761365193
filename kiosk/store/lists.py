"""Reads the lists an owner takes out, row by row: a year takes no more memory than a day.

Each list is one statement over one snapshot, in the order of time; `reports.lists` says what its
columns are. Periods are half open: from `since`, before `until`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    and_,
    bindparam,
    cast,
    func,
    select,
)

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.reports.lists import CashRow, ExceptionRow, PaymentRow, RefundRow, SessionRow, ZRow
from kiosk.store.books import ItemKind
from kiosk.store.past_stays import LAST_MS, Period
from kiosk.store.payments import DocumentKind
from kiosk.store.refunds import RefundState, given_back
from kiosk.store.schema import exceptions, payments, receipts, sessions, staff
from kiosk.store.schema_money import cash_moves, refunds, z_items, z_reports
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of, ms_of

ROWS_AT_ONCE = 500


def _within(at: ColumnElement[int]) -> tuple[ColumnElement[bool], ...]:
    return (at >= bindparam("since"), at < bindparam("until"))


def _name(staff_id: ColumnElement[str]) -> ColumnElement[str]:
    """A person's name, or the word that stands there where it is no person's."""
    name = (
        select(staff.c.name)
        .where(staff.c.facility_id == bindparam("facility"), staff.c.staff_id == staff_id)
        .scalar_subquery()
    )
    return func.coalesce(name, staff_id, "")


def _session(session_id: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(
        sessions.c.facility_id == bindparam("facility"), sessions.c.session_id == session_id
    )


def _item(kind: ItemKind, item_id: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(
        z_items.c.facility_id == bindparam("facility"),
        z_items.c.kind == kind,
        z_items.c.item_id == item_id,
    )


_PAYMENTS = (
    select(
        payments,
        sessions.c.code,
        z_items.c.number.label("z"),
        receipts.c.origin,
        receipts.c.number.label("receipt"),
    )
    .outerjoin_from(payments, sessions, _session(payments.c.session_id))
    .outerjoin(z_items, _item(ItemKind.PAYMENT, payments.c.attempt_id))
    .outerjoin(
        receipts,
        and_(
            receipts.c.facility_id == bindparam("facility"),
            receipts.c.origin == z_items.c.origin,
            receipts.c.attempt_id == payments.c.attempt_id,
            receipts.c.kind == DocumentKind.RECEIPT,
        ),
    )
    .where(payments.c.facility_id == bindparam("facility"), *_within(payments.c.paid_ms))
    .order_by(payments.c.paid_ms, payments.c.attempt_id)
)
_REFUNDS = (
    select(
        refunds,
        sessions.c.code,
        z_items.c.number.label("z"),
        receipts.c.number.label("correction"),
        receipts.c.corrects,
        _name(refunds.c.second_person).label("second_name"),
    )
    .outerjoin_from(refunds, sessions, _session(refunds.c.session_id))
    .outerjoin(z_items, _item(ItemKind.REFUND, refunds.c.refund_id))
    .outerjoin(
        receipts,
        and_(
            receipts.c.facility_id == bindparam("facility"),
            receipts.c.origin == refunds.c.origin,
            receipts.c.refund_id == refunds.c.refund_id,
        ),
    )
    .where(
        refunds.c.facility_id == bindparam("facility"),
        refunds.c.state == RefundState.SUCCEEDED,
        *_within(refunds.c.settled_ms),
    )
    .order_by(refunds.c.settled_ms, refunds.c.refund_id)
)
_OF_SESSION = (
    payments.c.facility_id == sessions.c.facility_id,
    payments.c.session_id == sessions.c.session_id,
)
_SESSIONS = (
    select(
        sessions,
        select(cast(func.sum(payments.c.amount_minor), BigInteger))
        .where(*_OF_SESSION)
        .scalar_subquery()
        .label("paid_minor"),
        given_back(sessions.c.facility_id, sessions.c.session_id).label("given_back_minor"),
        select(func.max(payments.c.currency))
        .where(*_OF_SESSION)
        .scalar_subquery()
        .label("currency"),
    )
    .where(sessions.c.facility_id == bindparam("facility"), *_within(sessions.c.entered_ms))
    .order_by(sessions.c.entered_ms, sessions.c.session_id)
)
_CASH = (
    select(
        cash_moves,
        _name(cash_moves.c.actor).label("name"),
        _name(cash_moves.c.second_person).label("second_name"),
    )
    .where(cash_moves.c.facility_id == bindparam("facility"), *_within(cash_moves.c.moved_ms))
    .order_by(cash_moves.c.moved_ms, cash_moves.c.event_id)
)
_ZS = (
    select(z_reports, _name(z_reports.c.actor).label("name"))
    .where(z_reports.c.facility_id == bindparam("facility"), *_within(z_reports.c.taken_ms))
    .order_by(z_reports.c.taken_ms, z_reports.c.origin, z_reports.c.number)
)
_EXCEPTIONS = (
    select(
        exceptions,
        _name(exceptions.c.actor).label("name"),
        _name(exceptions.c.closed_by).label("closed_name"),
    )
    .where(exceptions.c.facility_id == bindparam("facility"), *_within(exceptions.c.occurred_ms))
    .order_by(exceptions.c.occurred_ms, exceptions.c.event_id)
)


class Lists:
    """The lists of one facility. Each is read while it is walked through, inside the unit."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def payments(self, period: Period) -> Iterator[PaymentRow]:
        """Money that came in for stays and passes, by when it was paid."""
        return map(_payment_row, self._rows(_PAYMENTS, period))

    def refunds(self, period: Period) -> Iterator[RefundRow]:
        """Money that went back, by when it did."""
        return map(_refund_row, self._rows(_REFUNDS, period))

    def sessions(self, period: Period) -> Iterator[SessionRow]:
        """Stays, by when they began."""
        currency = self._scope.own.currency
        return (_session_row(row, currency) for row in self._rows(_SESSIONS, period))

    def cash(self, period: Period) -> Iterator[CashRow]:
        """Movements of the drawers."""
        return map(_cash_row, self._rows(_CASH, period))

    def z_reports(self, period: Period) -> Iterator[ZRow]:
        """The Z reports of every device."""
        return map(_z_row, self._rows(_ZS, period))

    def exceptions(self, period: Period) -> Iterator[ExceptionRow]:
        """What an auditor must look at, open and closed."""
        return map(_exception_row, self._rows(_EXCEPTIONS, period))

    def _rows(self, query: Select[Any], period: Period) -> Iterator[Any]:
        values = {
            "facility": self._scope.facility_id,
            "since": 0 if period.since is None else ms_of(period.since),
            "until": LAST_MS if period.until is None else ms_of(period.until),
        }
        at_once = {"yield_per": ROWS_AT_ONCE}
        connection = self._scope.connection
        with connection.execute(query, values, execution_options=at_once) as found:
            yield from found


def _payment_row(row: Any) -> PaymentRow:
    return PaymentRow(
        paid_at=instant_of(row.paid_ms),
        receipt=_document(row.origin, row.receipt),
        session_id=row.session_id,
        ticket=row.code or "",
        method=Method(row.method),
        amount=Money(row.amount_minor, row.currency),
        reference=row.reference,
        tendered=_money(row.tendered_minor, row.currency),
        change=_money(row.change_minor, row.currency),
        lane=row.lane_id,
        shift_id=row.shift_id or "",
        z=row.z,
    )


def _refund_row(row: Any) -> RefundRow:
    return RefundRow(
        refunded_at=instant_of(row.settled_ms),
        correction=_document(row.origin, row.correction),
        corrects=_document(row.origin, row.corrects),
        session_id=row.session_id,
        ticket=row.code or "",
        method=Method(row.method),
        amount=Money(row.amount_minor, row.currency),
        cause=row.cause,
        reason=row.reason,
        reference=row.reference,
        second_person=row.second_name,
        shift_id=row.shift_id or "",
        z=row.z,
    )


def _session_row(row: Any, currency: str) -> SessionRow:
    return SessionRow(
        session_id=row.session_id,
        ticket=row.code,
        admittance=row.admittance,
        vehicle_class=row.vehicle_class,
        entered_at=instant_of(row.entered_ms),
        left_at=_moment(row.exited_ms),
        state=row.state,
        tariff=f"{row.tariff} {row.tariff_version}",
        paid=Money((row.paid_minor or 0) - row.given_back_minor, row.currency or currency),
    )


def _cash_row(row: Any) -> CashRow:
    return CashRow(
        moved_at=instant_of(row.moved_ms),
        shift_id=row.shift_id,
        attendant=row.name,
        cause=row.cause,
        amount=Money(row.amount_minor, row.currency),
        reference=row.reference,
        reason=row.reason,
        second_person=row.second_name,
    )


def _z_row(row: Any) -> ZRow:
    return ZRow(
        device=row.origin,
        number=row.number,
        taken_at=instant_of(row.taken_ms),
        shift_id=row.shift_id or "",
        attendant=row.name,
        payments=row.payments,
        gross=Money(row.gross_minor, row.currency),
        refunds=row.refunds,
        refunded=Money(row.refunded_minor, row.currency),
        perpetual=Money(row.perpetual_minor, row.currency),
        upto_seq=row.upto_seq,
        unsent=row.unsent,
        head=row.head,
    )


def _exception_row(row: Any) -> ExceptionRow:
    return ExceptionRow(
        occurred_at=instant_of(row.occurred_ms),
        cause=row.cause,
        detail=row.detail,
        actor=row.name,
        lane=row.lane_id or "",
        session_id=row.session_id or "",
        amount=_money(row.amount_minor, row.currency),
        closed_at=_moment(row.closed_ms),
        closed_by=row.closed_name,
        note=row.note,
    )


def _document(origin: str | None, number: int | None) -> str:
    """A receipt's number as it stands on its paper."""
    return f"{origin}-{number:06}" if number is not None else ""


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _moment(ms: int | None) -> datetime | None:
    return None if ms is None else instant_of(ms)
