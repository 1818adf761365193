"""Which facts an auditor must look at, and what the list says of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert

from kiosk.domain.cash import CashCause
from kiosk.domain.event import Event
from kiosk.domain.facts import booth, cash, lanes, passes, payments, stays, validations
from kiosk.domain.money import Money
from kiosk.domain.staff import PIN_FAILURES_MAX
from kiosk.store.prepared import Prepared
from kiosk.store.projections.change import of_its_row
from kiosk.store.schema import exceptions
from kiosk.wire.instants import ms_of

NOT_APPLIED = "not_applied"
"""The cause of a fact that is in the journal and contradicts the tables, or cannot be read."""

PAID = (CashCause.PAID_IN, CashCause.PAID_OUT)
"""Cash that came or went for no stay."""

_NOTE = Prepared(insert(exceptions))
_FORGET = Prepared(delete(exceptions).where(*of_its_row(exceptions, "event_id")))


@dataclass(frozen=True, slots=True)
class Remark:
    """What the list says beside who, when and where."""

    detail: str = ""
    amount: Money | None = None


def _reason(body: Any) -> Remark:
    return Remark(body.reason)


def _always(_body: object) -> Remark:
    return Remark()


def _if_late(body: Any) -> Remark | None:
    return Remark("late") if body.late else None


REMARKS: Mapping[type, Callable[[Any], Remark | None]] = {
    stays.SessionBackedOut: _if_late,
    stays.ExitAbandoned: _if_late,
    stays.SessionEnded: lambda body: Remark("assumed") if body.assumed else None,
    stays.SessionFlagged: _reason,
    stays.EntryTimeProven: _reason,
    stays.FeeFixed: lambda body: Remark(body.reason, body.fee),
    stays.TicketVoided: _reason,
    stays.TicketBlocked: _reason,
    stays.TicketReplaced: lambda body: Remark(body.old_code),
    payments.PaymentUnknown: _always,
    payments.PaymentOrphaned: lambda body: Remark(amount=body.amount),
    payments.PaymentSettledByWord: lambda body: Remark(
        f"{'paid' if body.paid else 'not_paid'}: {body.reason}", body.amount
    ),
    payments.AmountOwed: lambda body: Remark(body.cause, body.amount),
    payments.FeeAdjusted: lambda body: Remark(body.reason, body.amount),
    payments.RefundStarted: lambda body: Remark(f"{body.cause}: {body.reason}", body.amount),
    payments.RefundFailed: _reason,
    payments.RefundUnknown: _always,
    payments.DebtSettled: lambda body: Remark(body.reason or "paid", body.amount),
    cash.CashMoved: lambda body: Remark(body.reason, body.amount) if body.cause in PAID else None,
    cash.DrawerCounted: lambda body: Remark("", body.over_short) if body.over_short else None,
    passes.PassBlocked: _reason,
    passes.PassUsed: lambda body: Remark(body.soft) if body.soft else None,
    passes.PassMoved: lambda body: Remark(body.reason) if body.reason else None,
    passes.PassesNeutralised: _reason,
    passes.ResyncProposed: lambda body: Remark(str(body.passages or "")),
    validations.ValidationWithdrawn: _reason,
    lanes.TailgateDetected: _always,
    lanes.TailgateAccepted: _reason,
    lanes.PassageUnauthorised: _always,
    lanes.WrongWayDetected: _always,
    lanes.BarrierFailed: lambda body: Remark(body.stage),
    lanes.LaneWentOutOfService: _reason,
    lanes.LaneModeSet: _reason,
    lanes.ManualOpened: _reason,
    lanes.KeepOpenSet: lambda body: Remark(body.reason) if body.on else None,
    lanes.PresenceForced: _reason,
    lanes.LaneReset: _reason,
    lanes.BoomUpAtStart: _always,
    lanes.EvacuationStarted: _always,
    booth.ClockStepped: lambda body: Remark(f"{body.by_ms} ms"),
    booth.OccupancyAdjusted: _reason,
    booth.SignOnRefused: lambda body: (
        Remark("locked") if body.failures >= PIN_FAILURES_MAX else None
    ),
    booth.StaffPinSet: lambda body: Remark("unlocked") if body.unlocked else None,
    booth.DrawerOpened: lambda body: None if body.cause == "sale" else Remark(body.cause),
    booth.SyncAlarmRaised: lambda body: Remark(body.alarm),
}


def note(connection: Connection, event: Event) -> bool:
    """Put the event on the list if it belongs there; says whether it does."""
    remark = REMARKS.get(type(event.body), lambda _body: None)(event.body)
    if remark is None:
        return False
    _add(connection, event, event.kind, remark)
    return True


def note_not_applied(connection: Connection, event: Event) -> None:
    """Put an event on the list that the tables could not take."""
    _FORGET.run(
        connection, {"its_facility": event.circumstances.facility_id, "its_key": event.event_id}
    )
    _add(connection, event, NOT_APPLIED, Remark(event.kind))


def _add(connection: Connection, event: Event, cause: str, remark: Remark) -> None:
    where = event.circumstances
    _NOTE.run(
        connection,
        {
            "facility_id": where.facility_id,
            "event_id": event.event_id,
            "cause": cause,
            "occurred_ms": ms_of(where.occurred_at),
            "lane_id": where.lane_id,
            "session_id": where.session_id,
            "actor": where.actor,
            "detail": remark.detail,
            "amount_minor": None if remark.amount is None else remark.amount.minor,
            "currency": None if remark.amount is None else remark.amount.currency,
            "closed_ms": None,
            "closed_by": None,
            "note": "",
        },
    )
