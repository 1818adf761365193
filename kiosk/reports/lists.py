"""The lists an owner takes out: payments, refunds, stays, cash, Z reports, exceptions.

Rows come in as plain values, in the order the caller wants them; each list says its columns once,
for CSV and XLSX alike (`export`). An amount always stands beside its currency.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.wording import Text
from kiosk.reports.export import Column, Export, Word
from kiosk.reports.wording import CASH_CAUSES, CORRECTIONS, EXCEPTIONS, METHODS, worded


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment that succeeded. `z` is None until a Z took it."""

    paid_at: datetime
    receipt: str
    session_id: str
    ticket: str
    method: Method
    amount: Money
    reference: str = ""
    tendered: Money | None = None
    change: Money | None = None
    lane: str = ""
    shift_id: str = ""
    z: int | None = None


@dataclass(frozen=True, slots=True)
class RefundRow:
    """One refund that succeeded; `amount` is a plus."""

    refunded_at: datetime
    correction: str
    corrects: str
    session_id: str
    ticket: str
    method: Method
    amount: Money
    cause: str
    reason: str
    reference: str = ""
    second_person: str = ""
    shift_id: str = ""
    z: int | None = None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One stay. `left_at` is None while the car is inside."""

    session_id: str
    ticket: str
    admittance: str
    vehicle_class: str
    entered_at: datetime
    left_at: datetime | None
    state: str
    tariff: str
    paid: Money


@dataclass(frozen=True, slots=True)
class CashRow:
    """One movement of a drawer, signed."""

    moved_at: datetime
    shift_id: str
    attendant: str
    cause: str
    amount: Money
    reference: str = ""
    reason: str = ""
    second_person: str = ""


@dataclass(frozen=True, slots=True)
class ZRow:
    """One Z of one device."""

    device: str
    number: int
    taken_at: datetime
    shift_id: str
    attendant: str
    payments: int
    gross: Money
    refunds: int
    refunded: Money
    perpetual: Money
    upto_seq: int
    unsent: int
    head: str


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Something an auditor must look at; `closed_at` is None while nobody has."""

    occurred_at: datetime
    cause: str
    detail: str
    actor: str
    lane: str = ""
    session_id: str = ""
    amount: Money | None = None
    closed_at: datetime | None = None
    closed_by: str = ""
    note: str = ""


PAYMENTS: Export[PaymentRow] = Export(
    "payments",
    Text("Payments"),
    (
        Column("paid_at", Text("Paid at"), lambda row: row.paid_at),
        Column("receipt", Text("Receipt"), lambda row: row.receipt),
        Column("ticket", Text("Ticket"), lambda row: row.ticket),
        Column("method", Text("Method"), lambda row: Word(row.method, worded(METHODS, row.method))),
        Column("amount", Text("Amount"), lambda row: row.amount),
        Column("currency", Text("Currency"), lambda row: row.amount.currency),
        Column("tendered", Text("Given"), lambda row: row.tendered),
        Column("change", Text("Change"), lambda row: row.change),
        Column("reference", Text("Approval"), lambda row: row.reference),
        Column("lane", Text("Lane"), lambda row: row.lane),
        Column("shift", Text("Shift"), lambda row: row.shift_id),
        Column("z", Text("Z"), lambda row: row.z),
        Column("session", Text("Session"), lambda row: row.session_id),
    ),
)

REFUNDS: Export[RefundRow] = Export(
    "refunds",
    Text("Refunds"),
    (
        Column("refunded_at", Text("Refunded at"), lambda row: row.refunded_at),
        Column("correction", Text("Correction"), lambda row: row.correction),
        Column("corrects", Text("Corrects receipt"), lambda row: row.corrects),
        Column("ticket", Text("Ticket"), lambda row: row.ticket),
        Column("method", Text("Method"), lambda row: Word(row.method, worded(METHODS, row.method))),
        Column("amount", Text("Amount"), lambda row: row.amount),
        Column("currency", Text("Currency"), lambda row: row.amount.currency),
        Column("cause", Text("Cause"), lambda row: Word(row.cause, worded(CORRECTIONS, row.cause))),
        Column("reason", Text("Reason"), lambda row: row.reason),
        Column("reference", Text("Approval"), lambda row: row.reference),
        Column("second_person", Text("Second person"), lambda row: row.second_person),
        Column("shift", Text("Shift"), lambda row: row.shift_id),
        Column("z", Text("Z"), lambda row: row.z),
        Column("session", Text("Session"), lambda row: row.session_id),
    ),
)

SESSIONS: Export[SessionRow] = Export(
    "sessions",
    Text("Stays"),
    (
        Column("entered_at", Text("Entered"), lambda row: row.entered_at),
        Column("left_at", Text("Left"), lambda row: row.left_at),
        Column("ticket", Text("Ticket"), lambda row: row.ticket),
        Column("admittance", Text("Let in by"), lambda row: row.admittance),
        Column("vehicle_class", Text("Vehicle"), lambda row: row.vehicle_class),
        Column("tariff", Text("Tariff"), lambda row: row.tariff),
        Column("state", Text("State"), lambda row: row.state),
        Column("paid", Text("Paid"), lambda row: row.paid),
        Column("currency", Text("Currency"), lambda row: row.paid.currency),
        Column("session", Text("Session"), lambda row: row.session_id),
    ),
)

CASH: Export[CashRow] = Export(
    "cash",
    Text("Cash drawer"),
    (
        Column("moved_at", Text("Date"), lambda row: row.moved_at),
        Column("cause", Text("Cause"), lambda row: Word(row.cause, worded(CASH_CAUSES, row.cause))),
        Column("amount", Text("Amount"), lambda row: row.amount),
        Column("currency", Text("Currency"), lambda row: row.amount.currency),
        Column("attendant", Text("Attendant"), lambda row: row.attendant),
        Column("second_person", Text("Second person"), lambda row: row.second_person),
        Column("reason", Text("Reason"), lambda row: row.reason),
        Column("reference", Text("Belongs to"), lambda row: row.reference),
        Column("shift", Text("Shift"), lambda row: row.shift_id),
    ),
)

Z_REPORTS: Export[ZRow] = Export(
    "z_reports",
    Text("Z reports"),
    (
        Column("device", Text("Booth"), lambda row: row.device),
        Column("number", Text("Number"), lambda row: row.number),
        Column("taken_at", Text("Date"), lambda row: row.taken_at),
        Column("attendant", Text("Attendant"), lambda row: row.attendant),
        Column("payments", Text("Payments"), lambda row: row.payments),
        Column("gross", Text("Gross"), lambda row: row.gross),
        Column("refunds", Text("Refunds"), lambda row: row.refunds),
        Column("refunded", Text("Refunded"), lambda row: row.refunded),
        Column("net", Text("Net"), lambda row: row.gross - row.refunded),
        Column("perpetual", Text("Total since ever"), lambda row: row.perpetual),
        Column("currency", Text("Currency"), lambda row: row.gross.currency),
        Column("upto_seq", Text("Facts up to"), lambda row: row.upto_seq),
        Column("unsent", Text("Facts not sent yet"), lambda row: row.unsent),
        Column("head", Text("Journal head"), lambda row: row.head),
        Column("shift", Text("Shift"), lambda row: row.shift_id),
    ),
)

EXCEPTIONS_LIST: Export[ExceptionRow] = Export(
    "exceptions",
    Text("Exceptions"),
    (
        Column("occurred_at", Text("Date"), lambda row: row.occurred_at),
        Column("cause", Text("Cause"), lambda row: Word(row.cause, worded(EXCEPTIONS, row.cause))),
        Column("detail", Text("Detail"), lambda row: row.detail),
        Column("amount", Text("Amount"), lambda row: row.amount),
        Column(
            "currency",
            Text("Currency"),
            lambda row: row.amount.currency if row.amount is not None else None,
        ),
        Column("actor", Text("By"), lambda row: row.actor),
        Column("lane", Text("Lane"), lambda row: row.lane),
        Column("session", Text("Session"), lambda row: row.session_id),
        Column("closed_at", Text("Closed at"), lambda row: row.closed_at),
        Column("closed_by", Text("Closed by"), lambda row: row.closed_by),
        Column("note", Text("Note"), lambda row: row.note),
    ),
)
