"""Reads merchants, what they may give, and what they gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec import json
from sqlalchemy import BigInteger, RowMapping, and_, bindparam, cast, func, select

from kiosk.domain.money import Money
from kiosk.domain.validation import Benefit, BenefitKind, Merchant, Validation
from kiosk.store.prepared import Prepared
from kiosk.store.schema_money import merchants, validations
from kiosk.store.scope import Scope
from kiosk.wire.instants import ms_of

_NAME = func.coalesce(merchants.c.name, validations.c.merchant_id).label("merchant")
_WITH_MERCHANT = and_(
    merchants.c.facility_id == validations.c.facility_id,
    merchants.c.merchant_id == validations.c.merchant_id,
)
_HERE = validations.c.facility_id == bindparam("facility")
_COUNTS = validations.c.withdrawn_ms.is_(None)
_OF_SESSION = Prepared(
    select(validations, _NAME)
    .outerjoin_from(validations, merchants, _WITH_MERCHANT)
    .where(_HERE, _COUNTS, validations.c.session_id == bindparam("session"))
    .order_by(validations.c.applied_ms, validations.c.validation_id)
)
_VOUCHER = select(validations.c.validation_id).where(
    _HERE, validations.c.voucher == bindparam("voucher")
)
_WORTH = cast(func.coalesce(func.sum(validations.c.worth_minor), 0), BigInteger).label("minor")
_USED_SINCE = select(func.count().label("count"), _WORTH).where(
    _HERE,
    _COUNTS,
    validations.c.merchant_id == bindparam("merchant"),
    validations.c.applied_ms >= bindparam("since"),
)
_OF_SHIFT = (
    select(
        validations.c.merchant_id,
        _NAME,
        validations.c.currency,
        func.count().label("count"),
        _WORTH,
    )
    .outerjoin_from(validations, merchants, _WITH_MERCHANT)
    .where(_HERE, _COUNTS, validations.c.shift_id == bindparam("shift"))
    .group_by(validations.c.merchant_id, _NAME, validations.c.currency)
    .order_by(_NAME, validations.c.merchant_id)
)
_MERCHANTS = (
    select(merchants)
    .where(merchants.c.facility_id == bindparam("facility"))
    .order_by(merchants.c.name, merchants.c.merchant_id)
)
_MERCHANT = _MERCHANTS.where(merchants.c.merchant_id == bindparam("merchant"))


@dataclass(frozen=True, slots=True)
class Validated:
    """How often a merchant validated, and what it was worth."""

    merchant_id: str
    merchant: str
    count: int
    worth: Money


class Validations:
    """The validations of one facility. One that was withdrawn counts nowhere."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of_session(self, session_id: str) -> tuple[Validation, ...]:
        """What counts for this stay, in the order in which it came."""
        values = {"facility": self._scope.facility_id, "session": session_id}
        return tuple(map(_validation, _OF_SESSION.rows(self._scope.connection, values)))

    def voucher_used(self, voucher: str) -> bool:
        """Whether this paper voucher was used, also where that was withdrawn later."""
        return bool(self._scope.rows(_VOUCHER, voucher=voucher))

    def merchant(self, merchant_id: str) -> Merchant | None:
        """The merchant with this id."""
        rows = self._scope.rows(_MERCHANT, merchant=merchant_id)
        return _merchant(rows[0]) if rows else None

    def merchants(self) -> tuple[Merchant, ...]:
        """Every merchant, by name."""
        return tuple(_merchant(row) for row in self._scope.rows(_MERCHANTS))

    def used_since(self, merchant_id: str, at: datetime) -> int:
        """How many validations this merchant gave since then."""
        count: int = self._used(merchant_id, at)["count"]
        return count

    def worth_since(self, merchant_id: str, at: datetime) -> int:
        """What they were worth when they were given, minor units."""
        minor: int = self._used(merchant_id, at)["minor"]
        return minor

    def of_shift(self, shift_id: str) -> tuple[Validated, ...]:
        """What this shift took, by merchant."""
        return tuple(
            Validated(
                row["merchant_id"],
                row["merchant"],
                row["count"],
                Money(row["minor"], row["currency"]),
            )
            for row in self._scope.rows(_OF_SHIFT, shift=shift_id)
        )

    def next_voucher(self, merchant_id: str) -> int:
        """The first number this merchant's next paper vouchers may have."""
        rows = self._scope.rows(_MERCHANT, merchant=merchant_id)
        return rows[0]["vouchers"] + 1 if rows else 1

    def _used(self, merchant_id: str, at: datetime) -> RowMapping:
        return self._scope.rows(_USED_SINCE, merchant=merchant_id, since=ms_of(at))[0]


def _validation(row: Mapping[str, Any]) -> Validation:
    return Validation(
        validation_id=row["validation_id"],
        session_id=row["session_id"],
        merchant_id=row["merchant_id"],
        merchant=row["merchant"],
        benefit=Benefit(BenefitKind(row["kind"]), row["value"], row["rate"]),
        source=row["source"],
        voucher=row["voucher"] or "",
    )


def _merchant(row: RowMapping) -> Merchant:
    return Merchant(
        merchant_id=row["merchant_id"],
        name=row["name"],
        benefits=json.decode(row["benefits"], type=tuple[Benefit, ...]),
        daily_count=row["daily_count"],
        monthly_minor=row["monthly_minor"],
        active=row["active"],
    )
