"""Reads what an auditor must look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, func, select

from kiosk.domain.money import Money
from kiosk.store.schema import exceptions
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of

_UNCLOSED = (
    exceptions.c.facility_id == bindparam("facility"),
    exceptions.c.closed_ms.is_(None),
)
_OPEN = (
    select(exceptions)
    .where(*_UNCLOSED)
    .order_by(exceptions.c.occurred_ms.desc(), exceptions.c.event_id)
    .limit(bindparam("limit"))
)
_COUNT = select(func.count()).select_from(exceptions).where(*_UNCLOSED)
_COUNT_OF = _COUNT.where(exceptions.c.cause == bindparam("cause"))
_FIND_OPEN = select(exceptions).where(*_UNCLOSED, exceptions.c.event_id == bindparam("event"))


@dataclass(frozen=True, slots=True)
class OpenException:
    """Something nobody has dealt with yet. `event_id` is the fact that raised it.

    `cause` is that fact's kind, or `not_applied` for a fact that contradicts the tables; `detail`
    is a machine word or a person's reason.
    """

    event_id: str
    cause: str
    occurred_at: datetime
    actor: str
    lane_id: str | None = None
    session_id: str | None = None
    detail: str = ""
    amount: Money | None = None


class Exceptions:
    """The exceptions of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def open(self, limit: int = 50) -> list[OpenException]:
        """Those not dealt with yet, the newest first."""
        rows = self._scope.connection.execute(
            _OPEN, {"facility": self._scope.facility_id, "limit": limit}
        )
        return [_exception(row) for row in rows.mappings()]

    def find_open(self, event_id: str) -> OpenException | None:
        """The exception that this event raised, while nobody has dealt with it."""
        values = {"facility": self._scope.facility_id, "event": event_id}
        row = self._scope.connection.execute(_FIND_OPEN, values).mappings().first()
        return None if row is None else _exception(row)

    def any_open(self, cause: str) -> bool:
        """Whether an exception of this cause waits to be dealt with."""
        values = {"facility": self._scope.facility_id, "cause": cause}
        return bool(self._scope.connection.execute(_COUNT_OF, values).scalar_one())

    def count(self) -> int:
        """How many are not dealt with yet."""
        counted: int = self._scope.connection.execute(
            _COUNT, {"facility": self._scope.facility_id}
        ).scalar_one()
        return counted


def _exception(row: RowMapping) -> OpenException:
    minor = row["amount_minor"]
    return OpenException(
        event_id=row["event_id"],
        cause=row["cause"],
        occurred_at=instant_of(row["occurred_ms"]),
        actor=row["actor"],
        lane_id=row["lane_id"],
        session_id=row["session_id"],
        detail=row["detail"],
        amount=None if minor is None else Money(minor, row["currency"]),
    )
