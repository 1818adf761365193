"""Reads what released cars owe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, select, text

from kiosk.domain.money import Money
from kiosk.store.schema_money import debts
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of

_DEBTS = select(debts).where(debts.c.facility_id == bindparam("facility"))
_FIND = _DEBTS.where(debts.c.session_id == bindparam("session"))
_OPEN = _DEBTS.where(text("debts.settled_minor < debts.amount_minor")).order_by(
    debts.c.owed_ms, debts.c.session_id
)


@dataclass(frozen=True, slots=True)
class Debt:
    """What a stay owed when its car left without paying; `left` of it is neither paid nor forgiven.

    `attempt_id` is the payment that settled the last of it, empty where nobody paid.
    """

    session_id: str
    amount: Money
    left: Money
    cause: str
    reason: str
    actor: str
    owed_at: datetime
    settled_at: datetime | None = None
    attempt_id: str = ""


class Debts:
    """The debts of one facility, one per stay."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def find(self, session_id: str) -> Debt | None:
        """What this stay owes or owed."""
        rows = self._scope.rows(_FIND, session=session_id)
        return _debt(rows[0]) if rows else None

    def open(self) -> tuple[Debt, ...]:
        """What is still owed, oldest first."""
        return tuple(_debt(row) for row in self._scope.rows(_OPEN))


def _debt(row: RowMapping) -> Debt:
    settled, currency = row["settled_ms"], row["currency"]
    return Debt(
        session_id=row["session_id"],
        amount=Money(row["amount_minor"], currency),
        left=Money(row["amount_minor"] - row["settled_minor"], currency),
        cause=row["cause"],
        reason=row["reason"],
        actor=row["actor"],
        owed_at=instant_of(row["owed_ms"]),
        settled_at=None if settled is None else instant_of(settled),
        attempt_id=row["attempt_id"],
    )
