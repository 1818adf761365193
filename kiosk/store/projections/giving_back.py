"""What facts about refunds, adjustments and debts do to the tables.

A refund waits for the money it gives back, where that was taken elsewhere and not heard of yet;
our own never waits. How much may go back is the database's business (migration 0004).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, Connection, bindparam, case, exists, func, insert, null, update

from kiosk.domain.event import Event
from kiosk.domain.facts import payments as facts
from kiosk.store.books import IS_MONEY_IN
from kiosk.store.prepared import Prepared
from kiosk.store.projections.change import Change, insert_if, new, of_its_row, when
from kiosk.store.refunds import RefundState
from kiosk.store.schema_money import adjustments, debts, refunds, z_items
from kiosk.wire.instants import ms_of

_START = Prepared(
    insert_if(
        refunds,
        exists().where(
            z_items.c.facility_id == bindparam("its_facility"),
            IS_MONEY_IN,
            z_items.c.item_id == bindparam("its_key"),
        ),
    )
)
_ITS_REFUND = of_its_row(refunds, "refund_id")
_UNSETTLED = refunds.c.settled_ms.is_(None)
_NOW = func.coalesce(refunds.c.settled_ms, bindparam("now_ms"))
# The same result again changes nothing; another one, or another amount, is refused by the guard of
# the table.
_SUCCEED = Prepared(
    update(refunds)
    .where(*_ITS_REFUND)
    .values(
        state=RefundState.SUCCEEDED,
        amount_minor=bindparam("minor"),
        currency=bindparam("its_currency"),
        settled_ms=_NOW,
        reference=case((_UNSETTLED, bindparam("reference_now")), else_=refunds.c.reference),
        shift_id=case((_UNSETTLED, bindparam("shift")), else_=refunds.c.shift_id),
    )
)
_FAIL = Prepared(
    update(refunds)
    .where(*_ITS_REFUND)
    .values(
        state=RefundState.FAILED,
        settled_ms=_NOW,
        failure=case((_UNSETTLED, bindparam("reason_now")), else_=refunds.c.failure),
    )
)
_DOUBT = Prepared(
    update(refunds)
    .where(*_ITS_REFUND)
    .values(state=when(refunds, (RefundState.OPEN,), RefundState.UNKNOWN))
)
_ADJUST = Prepared(insert(adjustments))
_OWE = Prepared(insert(debts))
_ITS_DEBT = of_its_row(debts, "session_id")
_OWE_ANEW = Prepared(
    update(debts)
    .where(*_ITS_DEBT)
    .values(
        amount_minor=bindparam("owed", type_=BigInteger),
        cause=bindparam("cause_now"),
        reason=bindparam("reason_now"),
        actor=bindparam("who"),
        owed_ms=bindparam("now_ms"),
        settled_minor=0,
        settled_ms=null(),
        attempt_id="",
    )
)
_SETTLE = Prepared(
    update(debts)
    .where(*_ITS_DEBT)
    .values(
        settled_minor=debts.c.settled_minor + bindparam("more"),
        settled_ms=bindparam("now_ms"),
        attempt_id=bindparam("attempt"),
    )
)


def _refund_id(body: Any) -> str:
    return str(body.refund_id)


def _now(event: Event) -> dict[str, object]:
    return {"now_ms": ms_of(event.circumstances.occurred_at)}


def _begun(event: Event) -> dict[str, object]:
    body, where = event.body, event.circumstances
    return new(
        {
            "facility_id": where.facility_id,
            "refund_id": body.refund_id,
            "origin": event.origin,
            "attempt_id": body.attempt_id,
            "session_id": body.session_id,
            "lane_id": where.lane_id or "",
            "method": body.method.value,
            "amount_minor": body.amount.minor,
            "currency": body.amount.currency,
            "cause": body.cause,
            "reason": body.reason,
            "second_person": body.second_person,
            "actor": where.actor,
            "started_ms": ms_of(where.occurred_at),
            "state": RefundState.OPEN.value,
            "settled_ms": None,
            "reference": "",
            "failure": "",
            "shift_id": None,
        }
    )


CHANGES: Mapping[type, Change] = {
    facts.RefundStarted: Change(
        "money", _START, lambda body: str(body.attempt_id), _begun, must_find=True
    ),
    facts.RefundSucceeded: Change(
        "refund",
        _SUCCEED,
        _refund_id,
        lambda event: {
            **_now(event),
            "minor": event.body.amount.minor,
            "its_currency": event.body.amount.currency,
            "reference_now": event.body.reference,
            "shift": event.body.shift_id,
        },
    ),
    facts.RefundFailed: Change(
        "refund",
        _FAIL,
        _refund_id,
        lambda event: {**_now(event), "reason_now": event.body.reason},
    ),
    facts.RefundUnknown: Change("refund", _DOUBT, _refund_id),
    facts.DebtSettled: Change(
        "debt",
        _SETTLE,
        lambda body: str(body.session_id),
        lambda event: {
            **_now(event),
            "more": event.body.amount.minor,
            "attempt": event.body.attempt_id,
        },
    ),
}


def adjusted(connection: Connection, event: Event) -> None:
    """A stay costs another amount from now on; what was paid stays paid."""
    body, where = event.body, event.circumstances
    _ADJUST.run(
        connection,
        {
            "facility_id": where.facility_id,
            "adjustment_id": body.adjustment_id,
            "origin": event.origin,
            "session_id": body.session_id,
            "amount_minor": body.amount.minor,
            "currency": body.amount.currency,
            "reason": body.reason,
            "second_person": body.second_person,
            "actor": where.actor,
            "adjusted_ms": ms_of(where.occurred_at),
        },
    )


def owed(connection: Connection, event: Event) -> None:
    """A car left without paying. What it owes after leaving again is all it owes."""
    body, where = event.body, event.circumstances
    again = {
        "its_facility": where.facility_id,
        "its_key": body.session_id,
        "owed": body.amount.minor,
        "cause_now": body.cause,
        "reason_now": body.reason,
        "who": where.actor,
        "now_ms": ms_of(where.occurred_at),
    }
    if _OWE_ANEW.run(connection, again):
        return
    _OWE.run(
        connection,
        {
            "facility_id": where.facility_id,
            "session_id": body.session_id,
            "amount_minor": body.amount.minor,
            "currency": body.amount.currency,
            "cause": body.cause,
            "reason": body.reason,
            "actor": where.actor,
            "owed_ms": ms_of(where.occurred_at),
            "settled_minor": 0,
            "settled_ms": None,
            "attempt_id": "",
        },
    )
