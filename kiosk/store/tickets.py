"""Reads tickets as the ledger has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, func, select

from kiosk.domain.session import SessionState
from kiosk.domain.ticket import TicketState
from kiosk.store.prepared import Prepared
from kiosk.store.schema import sessions, tickets
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of

_FIND = Prepared(
    select(tickets, sessions.c.state.label("session_state"))
    .join_from(
        tickets,
        sessions,
        and_(
            sessions.c.facility_id == tickets.c.facility_id,
            sessions.c.session_id == tickets.c.session_id,
        ),
        isouter=True,
    )
    .where(
        tickets.c.facility_id == bindparam("facility"),
        tickets.c.code == bindparam("code"),
    )
)
_GOOD_OF_SESSION = select(tickets.c.code).where(
    tickets.c.facility_id == bindparam("facility"),
    tickets.c.session_id == bindparam("session"),
    tickets.c.state.in_((TicketState.ISSUED, TicketState.TAKEN)),
)
_LAST_NUMBER = Prepared(
    select(func.max(tickets.c.number).label("last")).where(
        tickets.c.facility_id == bindparam("facility"),
        tickets.c.lane_id == bindparam("lane"),
    )
)
_AFTER = {
    SessionState.ENDED: TicketState.USED,
    SessionState.BACKED_OUT: TicketState.VOID,
}


@dataclass(frozen=True, slots=True)
class LedgerTicket:
    """A ticket as the ledger has it now. `reason` says why it is void or blocked."""

    code: str
    number: int
    session_id: str
    lane_id: str
    issued_at: datetime
    payload: str
    state: TicketState
    reason: str = ""


class Tickets:
    """The tickets of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def find(self, code: str) -> LedgerTicket | None:
        """The ticket with this code. A good ticket of a session that is over is used, or void."""
        values = {"facility": self._scope.facility_id, "code": code}
        rows = _FIND.rows(self._scope.connection, values)
        if not rows:
            return None
        row = rows[0]
        state, reason = TicketState(row["state"]), row["reason"]
        if state in (TicketState.ISSUED, TicketState.TAKEN) and row["session_state"] in _AFTER:
            state, reason = _AFTER[row["session_state"]], row["session_state"]
        return LedgerTicket(
            code=row["code"],
            number=row["number"],
            session_id=row["session_id"],
            lane_id=row["lane_id"],
            issued_at=instant_of(row["issued_ms"]),
            payload=row["payload"],
            state=state,
            reason=reason,
        )

    def good_of(self, session_id: str) -> list[str]:
        """The codes of this session's tickets that nothing has made void, blocked or replaced."""
        values = {"facility": self._scope.facility_id, "session": session_id}
        return list(self._scope.connection.execute(_GOOD_OF_SESSION, values).scalars())

    def next_number(self, lane_id: str) -> int:
        """The number of this lane's next ticket. Numbers of void tickets are not used again."""
        values = {"facility": self._scope.facility_id, "lane": lane_id}
        (row,) = _LAST_NUMBER.rows(self._scope.connection, values)
        return (row["last"] or 0) + 1
