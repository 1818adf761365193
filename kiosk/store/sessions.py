"""Reads sessions and the count of cars."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Executable,
    RowMapping,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
)

from kiosk.domain.money import Money
from kiosk.domain.session import Admittance, Session, SessionState
from kiosk.domain.signals import LaneKind
from kiosk.store.prepared import Prepared
from kiosk.store.refunds import given_back
from kiosk.store.schema import facilities, lanes, payments, sessions, tickets
from kiosk.store.schema_money import adjustments
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of, ms_of

INSIDE = (SessionState.ACTIVE, SessionState.LEAVING)

_OF_SESSION = (
    payments.c.facility_id == sessions.c.facility_id,
    payments.c.session_id == sessions.c.session_id,
)
_SESSION = select(
    sessions,
    select(cast(func.sum(payments.c.amount_minor), BigInteger))
    .where(*_OF_SESSION)
    .scalar_subquery()
    .label("paid_minor"),
    select(func.max(payments.c.currency)).where(*_OF_SESSION).scalar_subquery().label("currency"),
    select(func.max(payments.c.leave_by_ms))
    .where(*_OF_SESSION)
    .scalar_subquery()
    .label("leave_by_ms"),
    given_back(sessions.c.facility_id, sessions.c.session_id).label("given_back_minor"),
    select(cast(func.sum(adjustments.c.amount_minor), BigInteger))
    .where(
        adjustments.c.facility_id == sessions.c.facility_id,
        adjustments.c.session_id == sessions.c.session_id,
    )
    .scalar_subquery()
    .label("adjusted_minor"),
).where(sessions.c.facility_id == bindparam("facility"))

_FIND = Prepared(_SESSION.where(sessions.c.session_id == bindparam("session")))
_BY_CODE = Prepared(
    _SESSION.where(sessions.c.code == bindparam("code"))
    .order_by(sessions.c.entered_ms.desc())
    .limit(1)
)
_BY_TICKET = Prepared(
    _SESSION.where(
        sessions.c.session_id
        == select(tickets.c.session_id)
        .where(
            tickets.c.facility_id == bindparam("facility"),  # once, and not for every session
            tickets.c.code == bindparam("code"),
        )
        .scalar_subquery()
    )
)
"""By a ticket that replaced another one: the session keeps the code it began with."""
_LAST_ENDED = Prepared(
    _SESSION.where(sessions.c.code == bindparam("code"), sessions.c.exited_ms.is_not(None))
    .order_by(sessions.c.exited_ms.desc())
    .limit(1)
)
_INSIDE = _SESSION.where(sessions.c.state.in_(INSIDE)).order_by(sessions.c.entered_ms)
_SEARCH = (
    _SESSION.where(sessions.c.code.like(bindparam("pattern"), escape="\\"))
    .order_by(sessions.c.entered_ms.desc())
    .limit(bindparam("limit"))
)
_MAY_BE_INSIDE = (
    sessions.c.exited_ms.is_(None),
    or_(
        sessions.c.state == SessionState.ACTIVE,
        and_(sessions.c.state == SessionState.STARTED, sessions.c.flagged.is_not(None)),
    ),
)
"""Proven inside and not on its way out, or let in unseen."""
_NOT_AFTER = (
    _SESSION.where(*_MAY_BE_INSIDE, sessions.c.entered_ms <= bindparam("at"))
    .order_by(sessions.c.entered_ms.desc(), sessions.c.session_id)
    .limit(bindparam("limit"))
)
_AFTER = (
    _SESSION.where(*_MAY_BE_INSIDE, sessions.c.entered_ms > bindparam("at"))
    .order_by(sessions.c.entered_ms, sessions.c.session_id)
    .limit(bindparam("limit"))
)
_OCCUPANCY = select(
    cast(
        func.coalesce(
            func.sum(
                case(
                    (lanes.c.kind == LaneKind.ENTRY.value, lanes.c.passages),
                    (lanes.c.kind == LaneKind.EXIT.value, -lanes.c.passages),
                    else_=0,
                )
            ),
            0,
        ),
        BigInteger,
    )
).where(lanes.c.facility_id == bindparam("facility"))
_FACILITY = select(facilities.c.spaces, facilities.c.adjusted).where(
    facilities.c.facility_id == bindparam("facility")
)


class Sessions:
    """The stays of one facility, as frozen values."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def find(self, session_id: str) -> Session | None:
        """The session with this id."""
        return self._first(_FIND, session=session_id)

    def by_code(self, code: str) -> Session | None:
        """The latest session that began with this ticket or booking code, or got this ticket."""
        return self._first(_BY_CODE, code=code) or self._first(_BY_TICKET, code=code)

    def last_ended(self, code: str) -> Session | None:
        """The last stay with this booking's or pass's code that is over."""
        return self._first(_LAST_ENDED, code=code)

    def inside(self) -> list[Session]:
        """Every car that is inside, the longest stay first."""
        return self._all(_INSIDE)

    def search(self, text: str, limit: int = 20) -> list[Session]:
        """Sessions whose code begins with `text`, newest first."""
        escaped = text.upper().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return self._all(_SEARCH, pattern=f"{escaped}%", limit=limit)

    def near(self, at: datetime, limit: int) -> list[Session]:
        """Stays whose car may still be inside and that began nearest to `at`, the nearest first."""
        values = {"at": ms_of(at), "limit": limit}
        found = [*self._all(_NOT_AFTER, **values), *self._all(_AFTER, **values)]
        return sorted(found, key=lambda each: abs(each.entered_at - at))[:limit]

    def occupancy(self) -> int:
        """Cars that drove in minus cars that drove out, plus what people corrected."""
        counted: int = self._scope.connection.execute(
            _OCCUPANCY, {"facility": self._scope.facility_id}
        ).scalar_one()
        facility = self._facility()
        return counted + (facility["adjusted"] if facility else 0)

    def spaces(self) -> int | None:
        """How many cars the facility holds; None when nobody said."""
        facility = self._facility()
        return facility["spaces"] if facility else None

    def _facility(self) -> RowMapping | None:
        rows = self._scope.connection.execute(_FACILITY, {"facility": self._scope.facility_id})
        return rows.mappings().first()

    def _first(self, query: Prepared, **values: object) -> Session | None:
        values["facility"] = self._scope.facility_id
        rows = query.rows(self._scope.connection, values)
        return self._session(rows[0]) if rows else None

    def _all(self, query: Executable, **values: object) -> list[Session]:
        rows = self._scope.connection.execute(
            query, {"facility": self._scope.facility_id, **values}
        )
        return [self._session(row) for row in rows.mappings()]

    def _session(self, row: Mapping[Any, Any]) -> Session:
        leave_by, exited, fee = row["leave_by_ms"], row["exited_ms"], row["fee_minor"]
        currency = row["currency"] or self._scope.own.currency
        return Session(
            session_id=row["session_id"],
            facility_id=row["facility_id"],
            code=row["code"],
            admittance=Admittance(row["admittance"]),
            entry_lane=row["entry_lane"],
            entered_at=instant_of(row["entered_ms"]),
            state=SessionState(row["state"]),
            tariff=row["tariff"],
            tariff_version=row["tariff_version"],
            vehicle_class=row["vehicle_class"],
            paid=Money((row["paid_minor"] or 0) - row["given_back_minor"], currency),
            adjusted=Money(row["adjusted_minor"] or 0, currency),
            booking_id=row["booking_id"],
            leave_by_at=None if leave_by is None else instant_of(leave_by),
            exit_lane=row["exit_lane"],
            exited_at=None if exited is None else instant_of(exited),
            flagged=row["flagged"],
            fee=None if fee is None else Money(fee, row["fee_currency"]),
            occupancy_percent=row["occupancy_percent"],
            continues=row["continues"],
        )
