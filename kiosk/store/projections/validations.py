"""What facts about merchants and their validations do to the tables.

A voucher counts once: its name is unique in the table, at every booth that hears of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import json
from sqlalchemy import Connection, bindparam, case, insert, update

from kiosk.domain.event import Event
from kiosk.domain.facts import validations as facts
from kiosk.store.prepared import Prepared
from kiosk.store.projections.change import Change, of_its_row
from kiosk.store.schema_money import merchants, validations
from kiosk.wire.instants import ms_of

_ADD_MERCHANT = Prepared(insert(merchants))
_ITS_MERCHANT = of_its_row(merchants, "merchant_id")
_SET_MERCHANT = Prepared(
    update(merchants)
    .where(*_ITS_MERCHANT)
    .values(
        name=bindparam("name_now"),
        benefits=bindparam("benefits_now"),
        daily_count=bindparam("daily_count_now"),
        monthly_minor=bindparam("monthly_minor_now"),
        active=bindparam("active_now"),
    )
)
_PRINT = Prepared(
    update(merchants)
    .where(*_ITS_MERCHANT)
    .values(
        vouchers=case(
            (merchants.c.vouchers < bindparam("last"), bindparam("last")),
            else_=merchants.c.vouchers,
        )
    )
)
_APPLY = Prepared(insert(validations))
_WITHDRAW = Prepared(
    update(validations)
    .where(*of_its_row(validations, "validation_id"))
    .values(withdrawn_ms=bindparam("now_ms"), reason=bindparam("reason_now"))
)


def _validation_id(body: Any) -> str:
    return str(body.validation_id)


CHANGES: Mapping[type, Change] = {
    facts.VouchersIssued: Change(
        "merchant",
        _PRINT,
        lambda body: str(body.merchant_id),
        lambda event: {"last": event.body.last},
    ),
    facts.ValidationWithdrawn: Change(
        "validation",
        _WITHDRAW,
        _validation_id,
        lambda event: {
            "now_ms": ms_of(event.circumstances.occurred_at),
            "reason_now": event.body.reason,
        },
    ),
}


def merchant_set(connection: Connection, event: Event) -> None:
    """A merchant may validate under these limits from now on."""
    merchant, facility = event.body.merchant, event.circumstances.facility_id
    limits: dict[str, object] = {
        "name": merchant.name,
        "benefits": json.encode(merchant.benefits).decode(),
        "daily_count": merchant.daily_count,
        "monthly_minor": merchant.monthly_minor,
        "active": merchant.active,
    }
    now = {f"{name}_now": value for name, value in limits.items()}
    changed = {"its_facility": facility, "its_key": merchant.merchant_id, **now}
    if _SET_MERCHANT.run(connection, changed) == 0:
        added = {"facility_id": facility, "merchant_id": merchant.merchant_id, "vouchers": 0}
        _ADD_MERCHANT.run(connection, {**added, **limits})


def applied(connection: Connection, event: Event) -> None:
    """A benefit counts for this stay."""
    body, where = event.body, event.circumstances
    _APPLY.run(
        connection,
        {
            "facility_id": where.facility_id,
            "validation_id": body.validation_id,
            "origin": event.origin,
            "session_id": body.session_id,
            "merchant_id": body.merchant_id,
            "kind": body.benefit.kind.value,
            "value": body.benefit.value,
            "rate": body.benefit.rate,
            "source": body.source,
            "voucher": body.voucher or None,
            "worth_minor": body.worth.minor,
            "currency": body.worth.currency,
            "shift_id": body.shift_id,
            "actor": where.actor,
            "applied_ms": ms_of(where.occurred_at),
            "withdrawn_ms": None,
            "reason": "",
        },
    )
