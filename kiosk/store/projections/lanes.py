"""What facts about lanes do to the tables: modes, counts, and the movement in progress."""

from __future__ import annotations

from functools import cache

from sqlalchemy import BindParameter, Connection, bindparam, func, insert, update

from kiosk.domain.event import Event
from kiosk.domain.signals import LaneMode
from kiosk.store.prepared import Prepared
from kiosk.store.schema import lanes

_ITS_LANE = (
    lanes.c.facility_id == bindparam("its_facility"),
    lanes.c.lane_id == bindparam("its_lane"),
)
_INSTALL = Prepared(insert(lanes))
_COUNT = Prepared(
    update(lanes)
    .where(*_ITS_LANE)
    .values(
        passages=lanes.c.passages + bindparam("more_passages"),
        unpaired=lanes.c.unpaired + bindparam("more_unpaired"),
    )
)
_RELEASE = Prepared(
    update(lanes)
    .where(*_ITS_LANE)
    .values(
        entering=func.nullif(lanes.c.entering, bindparam("its_session")),
        leaving=func.nullif(lanes.c.leaving, bindparam("its_session")),
    )
)


def installed(connection: Connection, event: Event) -> None:
    """The lane exists and has a direction."""
    body = event.body
    touch(connection, event, kind=body.kind.value, number=body.number, name=body.name)


def passed(connection: Connection, event: Event) -> None:
    """A car moved through, with a session or without."""
    _count(connection, event, 1, 1 if event.body.session_id is None else 0)


def tailgated(connection: Connection, event: Event) -> None:
    """Another car moved through, without a session."""
    _count(connection, event, 1, 1)


def paired(connection: Connection, event: Event) -> None:
    """A passage that was counted before got its session."""
    _count(connection, event, 0, -1)


def went_out_of_service(connection: Connection, event: Event) -> None:
    """Closed until somebody ends it."""
    touch(connection, event, out_of_service=event.body.reason)


def returned(connection: Connection, event: Event) -> None:
    """Serving again."""
    touch(connection, event, out_of_service="")


def reset(connection: Connection, event: Event) -> None:
    """Back at rest: nothing is authorised any more."""
    touch(connection, event, out_of_service="", entering=None, leaving=None)


def mode_set(connection: Connection, event: Event) -> None:
    """What the lane does by order."""
    touch(connection, event, mode=event.body.mode.value)


def keep_open_set(connection: Connection, event: Event) -> None:
    """The boom is latched up, or released."""
    touch(connection, event, keep_open=event.body.on)


def help_called(connection: Connection, event: Event) -> None:
    """It rings in the booth."""
    touch(connection, event, help_cause=event.body.cause)


def help_answered(connection: Connection, event: Event) -> None:
    """Somebody took the call."""
    touch(connection, event, help_cause="")


def evacuation_started(connection: Connection, event: Event) -> None:
    """Open, whatever happens."""
    touch(connection, event, evacuating=True)


def evacuation_ended(connection: Connection, event: Event) -> None:
    """A person ended it."""
    touch(connection, event, evacuating=False)


def touch(connection: Connection, event: Event, **values: object) -> None:
    """Set these columns of the event's lane, which begins with the first fact about it."""
    _update(connection, event, _setting(tuple(values)), {f"new_{k}": values[k] for k in values})


def release(connection: Connection, event: Event, session_id: str) -> None:
    """Whatever this lane was doing for this session is over."""
    _update(connection, event, _RELEASE, {"its_session": session_id})


def _count(connection: Connection, event: Event, passages: int, unpaired: int) -> None:
    more: dict[str, object] = {"more_passages": passages, "more_unpaired": unpaired}
    _update(connection, event, _COUNT, more)


@cache
def _setting(names: tuple[str, ...]) -> Prepared:
    changes: dict[str, BindParameter[object]] = {n: bindparam(f"new_{n}") for n in names}
    return Prepared(update(lanes).where(*_ITS_LANE).values(changes))


def _update(
    connection: Connection, event: Event, statement: Prepared, values: dict[str, object]
) -> None:
    if event.circumstances.lane_id is None:
        return
    values |= _key(event)
    if statement.run(connection, values) == 0:
        _INSTALL.run(connection, _new_lane(event))
        statement.run(connection, values)


def _key(event: Event) -> dict[str, object]:
    where = event.circumstances
    return {"its_facility": where.facility_id, "its_lane": where.lane_id}


def _new_lane(event: Event) -> dict[str, object]:
    return {
        "facility_id": event.circumstances.facility_id,
        "lane_id": event.circumstances.lane_id,
        "kind": None,
        "number": None,
        "name": "",
        "mode": LaneMode.OPEN.value,
        "keep_open": False,
        "evacuating": False,
        "out_of_service": "",
        "help_cause": "",
        "passages": 0,
        "unpaired": 0,
        "entering": None,
        "leaving": None,
    }
