"""Reads papers that stand for change the drawer could not give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, select

from kiosk.domain.money import Money
from kiosk.store.schema_money import change_vouchers
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of

_VOUCHERS = select(change_vouchers).where(change_vouchers.c.facility_id == bindparam("facility"))
_FIND = _VOUCHERS.where(change_vouchers.c.voucher_id == bindparam("voucher"))
_IN_ORDER = _VOUCHERS.order_by(change_vouchers.c.issued_ms, change_vouchers.c.voucher_id)
_OPEN = _IN_ORDER.where(change_vouchers.c.redeemed_ms.is_(None))
_OF_SESSION = _IN_ORDER.where(change_vouchers.c.session_id == bindparam("session"))


@dataclass(frozen=True, slots=True)
class ChangeVoucher:
    """Paper for `amount`, good once. `redeemed_by` is the attempt it paid, empty for cash."""

    voucher_id: str
    session_id: str
    attempt_id: str
    amount: Money
    issued_at: datetime
    expires_at: datetime
    payload: str
    redeemed_at: datetime | None = None
    redeemed: Money | None = None
    redeemed_by: str = ""


class ChangeVouchers:
    """The change vouchers of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def find(self, voucher_id: str) -> ChangeVoucher | None:
        """The voucher with this id."""
        rows = self._scope.rows(_FIND, voucher=voucher_id)
        return _voucher(rows[0]) if rows else None

    def of_session(self, session_id: str) -> tuple[ChangeVoucher, ...]:
        """What this stay was given as change on paper, oldest first."""
        return tuple(_voucher(row) for row in self._scope.rows(_OF_SESSION, session=session_id))

    def open(self) -> tuple[ChangeVoucher, ...]:
        """Vouchers that have not come back, expired or not, oldest first."""
        return tuple(_voucher(row) for row in self._scope.rows(_OPEN))


def _voucher(row: RowMapping) -> ChangeVoucher:
    at, minor, currency = row["redeemed_ms"], row["redeemed_minor"], row["currency"]
    return ChangeVoucher(
        voucher_id=row["voucher_id"],
        session_id=row["session_id"],
        attempt_id=row["attempt_id"],
        amount=Money(row["amount_minor"], currency),
        issued_at=instant_of(row["issued_ms"]),
        expires_at=instant_of(row["expires_ms"]),
        payload=row["payload"],
        redeemed_at=None if at is None else instant_of(at),
        redeemed=None if minor is None else Money(minor, currency),
        redeemed_by=row["redeemed_by"],
    )
