"""What facts about the drawer and about change vouchers do to the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from kiosk.domain.event import Event
from kiosk.domain.facts import cash as facts
from kiosk.domain.facts.cash import Pieces
from kiosk.store.prepared import Prepared
from kiosk.store.projections.change import Change, of_its_row
from kiosk.store.schema_money import cash_moves, change_vouchers, drawer_counts
from kiosk.wire.instants import ms_of

_MOVE = Prepared(insert(cash_moves))
_COUNT = Prepared(insert(drawer_counts))
_ISSUE = Prepared(insert(change_vouchers))
# A voucher that came back already is refused by the guard of the table.
_REDEEM = Prepared(
    update(change_vouchers)
    .where(*of_its_row(change_vouchers, "voucher_id"))
    .values(
        redeemed_ms=bindparam("now_ms"),
        redeemed_minor=bindparam("minor"),
        redeemed_by=bindparam("attempt"),
    )
)


def _voucher_id(body: Any) -> str:
    return str(body.voucher_id)


CHANGES: Mapping[type, Change] = {
    facts.ChangeVoucherRedeemed: Change(
        "voucher",
        _REDEEM,
        _voucher_id,
        lambda event: {
            "now_ms": ms_of(event.circumstances.occurred_at),
            "minor": event.body.amount.minor,
            "attempt": event.body.attempt_id,
        },
    ),
}


def moved(connection: Connection, event: Event) -> None:
    """Cash came into the drawer or left it."""
    body, where = event.body, event.circumstances
    _MOVE.run(
        connection,
        {
            "facility_id": where.facility_id,
            "event_id": event.event_id,
            "origin": event.origin,
            "shift_id": body.shift_id,
            "cause": body.cause,
            "amount_minor": body.amount.minor,
            "currency": body.amount.currency,
            "pieces": _written(body.pieces),
            "reference": body.reference,
            "reason": body.reason,
            "second_person": body.second_person,
            "actor": where.actor,
            "moved_ms": ms_of(where.occurred_at),
        },
    )


def counted(connection: Connection, event: Event) -> None:
    """Somebody counted the drawer without knowing what had to be in it."""
    body, where = event.body, event.circumstances
    _COUNT.run(
        connection,
        {
            "facility_id": where.facility_id,
            "event_id": event.event_id,
            "origin": event.origin,
            "shift_id": body.shift_id,
            "counted_minor": body.counted.minor,
            "expected_minor": body.expected.minor,
            "over_short_minor": body.over_short.minor,
            "currency": body.counted.currency,
            "pieces": _written(body.pieces),
            "second_person": body.second_person,
            "actor": where.actor,
            "counted_ms": ms_of(where.occurred_at),
        },
    )


def voucher_issued(connection: Connection, event: Event) -> None:
    """Paper stands for change that the drawer could not give."""
    body, where = event.body, event.circumstances
    _ISSUE.run(
        connection,
        {
            "facility_id": where.facility_id,
            "voucher_id": body.voucher_id,
            "origin": event.origin,
            "session_id": body.session_id,
            "attempt_id": body.attempt_id,
            "amount_minor": body.amount.minor,
            "currency": body.amount.currency,
            "issued_ms": ms_of(where.occurred_at),
            "expires_ms": ms_of(body.expires_at),
            "payload": body.payload,
            "redeemed_ms": None,
            "redeemed_minor": None,
            "redeemed_by": "",
        },
    )


def _written(pieces: Pieces) -> str:
    return ",".join(f"{minor}:{count}" for minor, count in pieces)
