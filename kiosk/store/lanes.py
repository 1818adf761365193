"""Reads lanes: their mode and counts, and the step they were in when the program stopped."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Executable, RowMapping, bindparam, select

from kiosk.domain.session import Admission, Admittance, SessionState
from kiosk.domain.signals import LaneKind, LaneMode
from kiosk.domain.ticket import Ticket, TicketState
from kiosk.lane.events import OpenStep
from kiosk.store.payments import IS_UNSETTLED
from kiosk.store.schema import lanes, sessions, tickets
from kiosk.store.schema import payment_attempts as attempts
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of

_LANES = select(lanes).where(lanes.c.facility_id == bindparam("facility"))
_LANE = _LANES.where(lanes.c.lane_id == bindparam("lane"))
_ALL = _LANES.order_by(lanes.c.number, lanes.c.lane_id)
_SESSION = select(sessions).where(
    sessions.c.facility_id == bindparam("facility"),
    sessions.c.session_id == bindparam("session"),
)
_GOOD_TICKET = (
    select(tickets)
    .where(
        tickets.c.facility_id == bindparam("facility"),
        tickets.c.session_id == bindparam("session"),
        tickets.c.state.in_((TicketState.ISSUED, TicketState.TAKEN)),
    )
    .order_by(tickets.c.number.desc())
    .limit(1)
)
_OPEN_ATTEMPTS = (
    select(attempts.c.attempt_id, attempts.c.session_id)
    .where(
        attempts.c.facility_id == bindparam("facility"),
        attempts.c.lane_id == bindparam("lane"),
        IS_UNSETTLED,
    )
    .order_by(attempts.c.started_ms.desc())
)


@dataclass(frozen=True, slots=True)
class LaneState:
    """A lane as the ledger has it now. `kind` is None until the lane was installed.

    `entries` and `exits` count proven passages, `unpaired` those of them that belong to no session.
    """

    lane_id: str
    kind: LaneKind | None = None
    number: int | None = None
    name: str = ""
    mode: LaneMode = LaneMode.OPEN
    keep_open: bool = False
    evacuating: bool = False
    out_of_service: str = ""
    help_cause: str = ""
    entries: int = 0
    exits: int = 0
    unpaired: int = 0


class Lanes:
    """The lanes of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def all(self) -> list[LaneState]:
        """Every lane that was heard of, by number."""
        rows = self._scope.connection.execute(_ALL, {"facility": self._scope.facility_id})
        return [_state(row) for row in rows.mappings()]

    def state(self, lane_id: str) -> LaneState:
        """This lane; one that nothing is known of is open and has counted nothing."""
        row = self._lane(lane_id)
        return LaneState(lane_id) if row is None else _state(row)

    def unpaired(self, lane_id: str) -> int:
        """How many passages of this lane belong to no session yet."""
        return self.state(lane_id).unpaired

    def open_step(self, lane_id: str) -> OpenStep:
        """What was authorised here, or asked for, and not finished."""
        lane = self._lane(lane_id)
        entering, leaving = (lane["entering"], lane["leaving"]) if lane else (None, None)
        admission, taken = self._admission(entering)
        newest, *older = [
            (row["attempt_id"], row["session_id"])
            for row in self._rows(_OPEN_ATTEMPTS, lane=lane_id)
        ] or [(None, None)]
        session = self._first(_SESSION, session=leaving) if leaving else None
        return OpenStep(
            admission=admission,
            taken=taken,
            authorised_session=leaving,
            authorised_booking=session["booking_id"] if session else None,
            open_attempt=newest[0],
            attempt_session=newest[1],
            more_attempts=tuple(older),
        )

    def _admission(self, session_id: str | None) -> tuple[Admission | None, bool]:
        if session_id is None:
            return None, False
        session = self._first(_SESSION, session=session_id)
        if session is None or session["state"] != SessionState.STARTED:
            return None, False
        row = self._first(_GOOD_TICKET, session=session_id)
        ticket = None
        if row is not None:
            ticket = Ticket(
                code=row["code"],
                number=row["number"],
                facility_id=row["facility_id"],
                lane_id=row["lane_id"],
                session_id=session_id,
                issued_at=instant_of(row["issued_ms"]),
                payload=row["payload"],
                tariff=session["tariff"],
                vehicle_class=session["vehicle_class"],
            )
        admission = Admission(
            session_id=session_id,
            entered_at=instant_of(session["entered_ms"]),
            admittance=Admittance(session["admittance"]),
            ticket=ticket,
            booking_id=session["booking_id"],
        )
        return admission, row is not None and row["state"] == TicketState.TAKEN

    def _lane(self, lane_id: str) -> RowMapping | None:
        return self._first(_LANE, lane=lane_id)

    def _rows(self, query: Executable, **values: object) -> list[RowMapping]:
        values["facility"] = self._scope.facility_id
        return list(self._scope.connection.execute(query, values).mappings())

    def _first(self, query: Executable, **values: object) -> RowMapping | None:
        return next(iter(self._rows(query, **values)), None)


def _state(row: RowMapping) -> LaneState:
    kind = None if row["kind"] is None else LaneKind(row["kind"])
    return LaneState(
        lane_id=row["lane_id"],
        kind=kind,
        number=row["number"],
        name=row["name"],
        mode=LaneMode(row["mode"]),
        keep_open=row["keep_open"],
        evacuating=row["evacuating"],
        out_of_service=row["out_of_service"],
        help_cause=row["help_cause"],
        entries=row["passages"] if kind is LaneKind.ENTRY else 0,
        exits=row["passages"] if kind is LaneKind.EXIT else 0,
        unpaired=row["unpaired"],
    )
