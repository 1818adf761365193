"""What facts about money that moved do to the books: each movement goes into one Z report.

A Z closes everything of its device (origin and epoch) that no Z has taken yet.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, exists, insert, select, update

from kiosk.domain.event import Event
from kiosk.domain.payment import Method
from kiosk.store.books import ItemKind
from kiosk.store.prepared import Prepared
from kiosk.store.projections.change import insert_if, new
from kiosk.store.schema import payment_attempts as attempts
from kiosk.store.schema_money import z_items, z_reports
from kiosk.wire.instants import ms_of

_ITEM = Prepared(insert(z_items))
_ITEM_ONCE = Prepared(
    insert_if(
        z_items,
        ~exists().where(
            z_items.c.facility_id == bindparam("new_facility_id"),
            z_items.c.kind == bindparam("new_kind"),
            z_items.c.item_id == bindparam("new_item_id"),
        ),
    )
)
_METHOD = Prepared(
    select(attempts.c.method).where(
        attempts.c.facility_id == bindparam("its_facility"),
        attempts.c.attempt_id == bindparam("its_key"),
    )
)
_CLOSE = Prepared(
    update(z_items)
    .where(
        z_items.c.facility_id == bindparam("its_facility"),
        z_items.c.origin == bindparam("its_origin"),
        z_items.c.epoch == bindparam("its_epoch"),
        z_items.c.number.is_(None),
    )
    .values(number=bindparam("its_number"))
)
_REPORT = Prepared(insert(z_reports))


def paid(connection: Connection, event: Event) -> None:
    """Money came in."""
    body = event.body
    _ITEM.run(connection, _item(event, ItemKind.PAYMENT, body.attempt_id, body.method))


def orphaned(connection: Connection, event: Event) -> None:
    """Money came for an attempt given up; heard twice, it is the same money."""
    key = {"its_facility": event.circumstances.facility_id, "its_key": event.body.attempt_id}
    found = _METHOD.rows(connection, key)
    # Only a terminal answers after it was given up.
    method = Method(found[0]["method"]) if found else Method.CARD
    item = _item(event, ItemKind.ORPHAN, event.body.attempt_id, method)
    _ITEM_ONCE.run(connection, new(item))


def refunded(connection: Connection, event: Event) -> None:
    """Money went back."""
    body = event.body
    item = _item(event, ItemKind.REFUND, body.refund_id, body.method)
    _ITEM_ONCE.run(connection, new(item))


def z_taken(connection: Connection, event: Event) -> None:
    """A period of this device is over: what it moved is in this Z and in no other."""
    body, where = event.body, event.circumstances
    _CLOSE.run(
        connection,
        {
            "its_facility": where.facility_id,
            "its_origin": event.origin,
            "its_epoch": event.epoch,
            "its_number": body.number,
        },
    )
    _REPORT.run(
        connection,
        {
            "facility_id": where.facility_id,
            "origin": event.origin,
            "epoch": event.epoch,
            "number": body.number,
            "shift_id": body.shift_id,
            "upto_seq": body.upto_seq,
            "currency": body.currency,
            "gross_minor": body.gross_minor,
            "refunded_minor": body.refunded_minor,
            "perpetual_minor": body.perpetual_minor,
            "payments": body.payments,
            "refunds": body.refunds,
            "unsent": body.unsent,
            "head": body.head,
            "actor": where.actor,
            "taken_ms": ms_of(where.occurred_at),
        },
    )


def _item(event: Event, kind: ItemKind, item_id: str, method: Method) -> dict[str, object]:
    body, where = event.body, event.circumstances
    return {
        "facility_id": where.facility_id,
        "kind": kind.value,
        "item_id": item_id,
        "origin": event.origin,
        "epoch": event.epoch,
        "method": method.value,
        "amount_minor": body.amount.minor,
        "currency": body.amount.currency,
        "moved_ms": ms_of(where.occurred_at),
        "number": None,
    }
