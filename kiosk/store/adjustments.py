"""Reads what people changed of a fee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, select

from kiosk.domain.money import Money
from kiosk.store.schema_money import adjustments
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of, ms_of

_ADJUSTMENTS = (
    select(adjustments)
    .where(adjustments.c.facility_id == bindparam("facility"))
    .order_by(adjustments.c.adjusted_ms, adjustments.c.adjustment_id)
)
_OF_SESSION = _ADJUSTMENTS.where(adjustments.c.session_id == bindparam("session"))
_SINCE = _ADJUSTMENTS.where(adjustments.c.adjusted_ms >= bindparam("since"))


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A person changed what a stay costs by `amount` (minus: cheaper)."""

    adjustment_id: str
    session_id: str
    amount: Money
    reason: str
    adjusted_at: datetime
    actor: str
    second_person: str | None = None


class Adjustments:
    """The adjustments of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of_session(self, session_id: str) -> tuple[Adjustment, ...]:
        """Its adjustments, oldest first."""
        return tuple(_adjustment(row) for row in self._scope.rows(_OF_SESSION, session=session_id))

    def since(self, at: datetime) -> tuple[Adjustment, ...]:
        """Every adjustment since then, oldest first."""
        return tuple(_adjustment(row) for row in self._scope.rows(_SINCE, since=ms_of(at)))


def _adjustment(row: RowMapping) -> Adjustment:
    return Adjustment(
        adjustment_id=row["adjustment_id"],
        session_id=row["session_id"],
        amount=Money(row["amount_minor"], row["currency"]),
        reason=row["reason"],
        adjusted_at=instant_of(row["adjusted_ms"]),
        actor=row["actor"],
        second_person=row["second_person"],
    )
