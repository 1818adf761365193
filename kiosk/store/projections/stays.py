"""What facts about sessions and tickets do to the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, update

from kiosk.domain.event import Event
from kiosk.domain.facts import stays
from kiosk.domain.session import Admittance, SessionState
from kiosk.domain.ticket import TicketState
from kiosk.store.prepared import Prepared
from kiosk.store.projections import lanes
from kiosk.store.projections.change import Change, of_its_row, when
from kiosk.store.schema import sessions, tickets
from kiosk.wire.instants import ms_of

_START = Prepared(insert(sessions))
_ISSUE = Prepared(insert(tickets))

_ITS_SESSION = of_its_row(sessions, "session_id")
_ITS_TICKET = of_its_row(tickets, "code")
_BEFORE_EXIT = (SessionState.STARTED, SessionState.ACTIVE)
_GOOD = (TicketState.ISSUED, TicketState.TAKEN)

_ACTIVATE = Prepared(
    update(sessions)
    .where(*_ITS_SESSION)
    .values(
        activated_ms=bindparam("at_ms"),
        state=when(sessions, (SessionState.STARTED,), SessionState.ACTIVE),
    )
)
_BACK_OUT = Prepared(
    update(sessions)
    .where(*_ITS_SESSION)
    .values(state=when(sessions, _BEFORE_EXIT, SessionState.BACKED_OUT))
)
_AUTHORISE = Prepared(
    update(sessions)
    .where(*_ITS_SESSION)
    .values(
        state=when(sessions, _BEFORE_EXIT, SessionState.LEAVING),
        exit_lane=func.coalesce(bindparam("lane"), sessions.c.exit_lane),
    )
)
_ABANDON = Prepared(
    update(sessions)
    .where(*_ITS_SESSION)
    .values(state=when(sessions, (SessionState.LEAVING,), SessionState.ACTIVE))
)
_END = Prepared(
    update(sessions)
    .where(*_ITS_SESSION)
    .values(
        state=SessionState.ENDED,
        exit_lane=func.coalesce(bindparam("lane"), sessions.c.exit_lane),
        exited_ms=func.coalesce(sessions.c.exited_ms, bindparam("at_ms")),
    )
)
_FLAG = Prepared(update(sessions).where(*_ITS_SESSION).values(flagged=bindparam("reason_now")))
_FIX_FEE = Prepared(
    update(sessions)
    .where(*_ITS_SESSION)
    .values(fee_minor=bindparam("minor"), fee_currency=bindparam("currency"))
)
_FIX_DEMAND = Prepared(
    update(sessions).where(*_ITS_SESSION).values(occupancy_percent=bindparam("percent"))
)
_CONTINUE = Prepared(update(sessions).where(*_ITS_SESSION).values(continues=bindparam("earlier")))
_PROVE = Prepared(update(sessions).where(*_ITS_SESSION).values(entered_ms=bindparam("at_ms")))

_TAKE = Prepared(
    update(tickets)
    .where(*_ITS_TICKET)
    .values(state=when(tickets, (TicketState.ISSUED,), TicketState.TAKEN))
)
_VOID = Prepared(
    update(tickets)
    .where(*_ITS_TICKET)
    .values(state=when(tickets, _GOOD, TicketState.VOID), reason=bindparam("reason_now"))
)
_BLOCK = Prepared(
    update(tickets)
    .where(*_ITS_TICKET)
    .values(state=TicketState.BLOCKED, reason=bindparam("reason_now"))
)


def _session_id(body: Any) -> str:
    return str(body.session_id)


def _at(event: Event) -> dict[str, object]:
    """When it happened: as the body says, else when the fact itself occurred."""
    return {"at_ms": ms_of(event.body.at or event.circumstances.occurred_at)}


def _lane(event: Event) -> dict[str, object]:
    return {"lane": event.circumstances.lane_id}


def _reason(event: Event) -> dict[str, object]:
    return {"reason_now": event.body.reason}


CHANGES: Mapping[type, Change] = {
    stays.SessionActivated: Change("session", _ACTIVATE, _session_id, _at),
    stays.SessionBackedOut: Change("session", _BACK_OUT, _session_id),
    stays.ExitAuthorised: Change("session", _AUTHORISE, _session_id, _lane),
    stays.ExitAbandoned: Change("session", _ABANDON, _session_id),
    stays.SessionEnded: Change(
        "session", _END, _session_id, lambda event: _at(event) | _lane(event)
    ),
    stays.SessionFlagged: Change("session", _FLAG, _session_id, _reason),
    stays.EntryTimeProven: Change(
        "session", _PROVE, _session_id, lambda event: {"at_ms": ms_of(event.body.entered_at)}
    ),
    stays.FeeFixed: Change(
        "session",
        _FIX_FEE,
        _session_id,
        lambda event: {"minor": event.body.fee.minor, "currency": event.body.fee.currency},
    ),
    stays.DemandFixed: Change(
        "session",
        _FIX_DEMAND,
        _session_id,
        lambda event: {"percent": event.body.occupancy_percent},
    ),
    stays.StayContinued: Change(
        "session",
        _CONTINUE,
        _session_id,
        lambda event: {"earlier": event.body.earlier_session_id},
    ),
    stays.TicketTaken: Change("ticket", _TAKE, lambda body: body.code),
    stays.TicketVoided: Change("ticket", _VOID, lambda body: body.code, _reason),
    stays.TicketBlocked: Change("ticket", _BLOCK, lambda body: body.code, _reason),
    stays.TicketReplaced: Change(
        "ticket", _BLOCK, lambda body: body.old_code, lambda _event: {"reason_now": "replaced"}
    ),
}


def started(connection: Connection, event: Event) -> None:
    """A session begins; nothing is inside yet."""
    body, where = event.body, event.circumstances
    _START.run(
        connection,
        {
            "facility_id": where.facility_id,
            "session_id": body.session_id,
            "code": body.code,
            "admittance": body.admittance.value,
            "entry_lane": where.lane_id or "",
            "entered_ms": ms_of(body.entered_at),
            "state": SessionState.STARTED.value,
            "tariff": body.tariff,
            "tariff_version": body.tariff_version,
            "vehicle_class": body.vehicle_class,
            "booking_id": body.booking_id,
            "activated_ms": None,
            "exit_lane": None,
            "exited_ms": None,
            "flagged": None,
            "fee_minor": None,
            "fee_currency": None,
            "occupancy_percent": None,
            "continues": None,
        },
    )
    if body.admittance is not Admittance.ATTENDANT:  # a person's word moves nobody through here
        lanes.touch(connection, event, entering=body.session_id)


def movement_over(connection: Connection, event: Event) -> None:
    """The movement through this lane that was authorised for a session is proven or given up."""
    lanes.release(connection, event, event.body.session_id)


def exit_authorised(connection: Connection, event: Event) -> None:
    """The lane may open for this session."""
    lanes.touch(connection, event, leaving=event.body.session_id)


def issued(connection: Connection, event: Event) -> None:
    """A ticket exists, before its first byte is printed."""
    _add_ticket(connection, event, ms_of(event.body.issued_at))


def replaced(connection: Connection, event: Event) -> None:
    """The successor exists from now; the old one is blocked by its `Change`."""
    _add_ticket(connection, event, ms_of(event.circumstances.occurred_at))


def voided(connection: Connection, event: Event) -> None:
    """Without its paper the entry in progress is over."""
    if session_id := event.circumstances.session_id:
        lanes.release(connection, event, session_id)


def _add_ticket(connection: Connection, event: Event, issued_ms: int) -> None:
    body, where = event.body, event.circumstances
    _ISSUE.run(
        connection,
        {
            "facility_id": where.facility_id,
            "code": body.code,
            "number": body.number,
            "session_id": body.session_id,
            "lane_id": where.lane_id or "",
            "issued_ms": issued_ms,
            "payload": body.payload,
            "state": TicketState.ISSUED.value,
            "reason": "",
        },
    )
