"""What facts about passes do to the tables: rights, stored money, and where a pass is.

Stored money is added and taken by the database itself, and a balance below zero is refused by the
table: two tills that spend the same money cannot both succeed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, insert, select, update

from kiosk.domain.event import Event
from kiosk.domain.facts import passes as facts
from kiosk.domain.passes import PassState, Presence
from kiosk.store.prepared import Prepared
from kiosk.store.projections.change import Change, of_its_row
from kiosk.store.schema_money import pass_groups, pass_presence, pass_sales, pass_uses, passes
from kiosk.wire.instants import ms_of

_ADD_GROUP = Prepared(insert(pass_groups))
_SET_GROUP = Prepared(
    update(pass_groups)
    .where(*of_its_row(pass_groups, "group_id"))
    .values(
        name=bindparam("name_now"),
        spaces=bindparam("spaces_now"),
        quota=bindparam("quota_now"),
        passback=bindparam("passback_now"),
        zone=bindparam("zone_now"),
        warn_days=bindparam("warn_days_now"),
    )
)
_ISSUE = Prepared(insert(passes))
_SELL = Prepared(insert(pass_sales))
_USE = Prepared(insert(pass_uses))

_ITS_PASS = of_its_row(passes, "pass_id")
_RENEW = Prepared(
    update(passes)
    .where(*_ITS_PASS)
    .values(
        valid_until_ms=bindparam("until_ms"),
        entries_left=passes.c.entries_left + bindparam("more"),
    )
)
_STATE = Prepared(
    update(passes)
    .where(*_ITS_PASS)
    .values(state=bindparam("state_now"), reason=bindparam("reason_now"))
)
_ENTER = Prepared(update(passes).where(*_ITS_PASS).values(entries_left=passes.c.entries_left - 1))
_CREDIT = Prepared(
    update(passes)
    .where(*_ITS_PASS)
    .values(
        balance_minor=passes.c.balance_minor + bindparam("more"),
        currency=func.coalesce(passes.c.currency, bindparam("its_currency")),
    )
)
_DEBIT = Prepared(
    update(passes)
    .where(*_ITS_PASS)
    .values(balance_minor=passes.c.balance_minor - bindparam("less"))
)

# Where a pass is, is what happened last there, not what was heard of last.
_IS_NEWS = pass_presence.c.since_ms <= bindparam("now_ms")
_PLACE = Prepared(insert(pass_presence))
_MOVE = Prepared(
    update(pass_presence)
    .where(*of_its_row(pass_presence, "pass_id"), pass_presence.c.zone == bindparam("its_zone"))
    .values(
        presence=case((_IS_NEWS, bindparam("presence_now")), else_=pass_presence.c.presence),
        reason=case((_IS_NEWS, bindparam("reason_now")), else_=pass_presence.c.reason),
        since_ms=case((_IS_NEWS, bindparam("now_ms")), else_=pass_presence.c.since_ms),
    )
)
_NEUTRALISE = (
    update(pass_presence)
    .where(pass_presence.c.facility_id == bindparam("its_facility"), _IS_NEWS)
    .values(
        presence=Presence.NEUTRAL,
        reason=bindparam("reason_now"),
        since_ms=bindparam("now_ms"),
    )
)
_NEUTRALISE_ALL = Prepared(_NEUTRALISE)
_NEUTRALISE_GROUP = Prepared(
    _NEUTRALISE.where(
        pass_presence.c.pass_id.in_(
            select(passes.c.pass_id).where(
                passes.c.facility_id == bindparam("its_facility"),
                passes.c.group_id == bindparam("its_group"),
            )
        )
    )
)


def _pass_id(body: Any) -> str:
    return str(body.pass_id)


def _state(state: PassState) -> Callable[[Event], dict[str, object]]:
    return lambda event: {"state_now": state.value, "reason_now": event.body.reason}


CHANGES: Mapping[type, Change] = {
    facts.PassRenewed: Change(
        "pass",
        _RENEW,
        _pass_id,
        lambda event: {
            "until_ms": ms_of(event.body.valid_until),
            "more": event.body.more_entries,
        },
    ),
    facts.PassBlocked: Change("pass", _STATE, _pass_id, _state(PassState.BLOCKED)),
    facts.PassUnblocked: Change("pass", _STATE, _pass_id, _state(PassState.ACTIVE)),
    facts.PassUsed: Change("pass", _ENTER, _pass_id),
    facts.WalletCredited: Change(
        "pass",
        _CREDIT,
        _pass_id,
        lambda event: {
            "more": event.body.amount.minor,
            "its_currency": event.body.amount.currency,
        },
    ),
    facts.WalletDebited: Change(
        "pass",
        _DEBIT,
        _pass_id,
        lambda event: {"less": event.body.amount.minor},
        must_find=True,
    ),
}


def group_set(connection: Connection, event: Event) -> None:
    """A group has these rules from now on."""
    group, facility = event.body.group, event.circumstances.facility_id
    rules: dict[str, object] = {
        "name": group.name,
        "spaces": group.spaces,
        "quota": group.quota.value,
        "passback": group.passback.value,
        "zone": group.zone,
        "warn_days": group.warn_days,
    }
    now = {f"{name}_now": value for name, value in rules.items()}
    changed = {"its_facility": facility, "its_key": group.group_id, **now}
    if _SET_GROUP.run(connection, changed) == 0:
        _ADD_GROUP.run(connection, {"facility_id": facility, "group_id": group.group_id, **rules})


def issued(connection: Connection, event: Event) -> None:
    """A pass exists; its stored money comes by facts of its own."""
    body, where = event.body, event.circumstances
    _ISSUE.run(
        connection,
        {
            "facility_id": where.facility_id,
            "pass_id": body.pass_id,
            "code": body.code,
            "kind": body.kind.value,
            "group_id": body.group_id,
            "holder": body.holder,
            "plate": body.plate,
            "vehicle_class": body.vehicle_class,
            "issued_ms": ms_of(where.occurred_at),
            "valid_from_ms": ms_of(body.valid_from),
            "valid_until_ms": ms_of(body.valid_until),
            "payload": body.payload,
            "state": PassState.ACTIVE.value,
            "reason": "",
            "balance_minor": 0,
            "currency": None,
            "entries_left": body.entries,
        },
    )


def sold(connection: Connection, event: Event) -> None:
    """Money was taken for a pass."""
    body, where = event.body, event.circumstances
    _SELL.run(
        connection,
        {
            "facility_id": where.facility_id,
            "event_id": event.event_id,
            "origin": event.origin,
            "pass_id": body.pass_id,
            "attempt_id": body.attempt_id,
            "what": body.what,
            "price_minor": body.price.minor,
            "currency": body.price.currency,
            "actor": where.actor,
            "sold_ms": ms_of(where.occurred_at),
        },
    )


def used(connection: Connection, event: Event) -> None:
    """A stay began on a pass; its `Change` takes the entry off."""
    body, where = event.body, event.circumstances
    _USE.run(
        connection,
        {
            "facility_id": where.facility_id,
            "session_id": body.session_id,
            "pass_id": body.pass_id,
            "used_ms": ms_of(where.occurred_at),
            "soft": body.soft,
        },
    )


def moved(connection: Connection, event: Event) -> None:
    """A pass is here now."""
    body, where = event.body, event.circumstances
    now_ms = ms_of(where.occurred_at)
    changed = {
        "its_facility": where.facility_id,
        "its_key": body.pass_id,
        "its_zone": body.zone,
        "presence_now": body.presence.value,
        "reason_now": body.reason,
        "now_ms": now_ms,
    }
    if _MOVE.run(connection, changed):
        return
    _PLACE.run(
        connection,
        {
            "facility_id": where.facility_id,
            "pass_id": body.pass_id,
            "zone": body.zone,
            "presence": body.presence.value,
            "since_ms": now_ms,
            "reason": body.reason,
        },
    )


def neutralised(connection: Connection, event: Event) -> None:
    """Nobody knows where they are: the next use of each decides."""
    body, where = event.body, event.circumstances
    values: dict[str, object] = {
        "its_facility": where.facility_id,
        "reason_now": body.reason,
        "now_ms": ms_of(where.occurred_at),
    }
    if body.group_id:
        _NEUTRALISE_GROUP.run(connection, {**values, "its_group": body.group_id})
    else:
        _NEUTRALISE_ALL.run(connection, values)
