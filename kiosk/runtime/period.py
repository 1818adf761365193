"""What happened at this device between two places of its own journal, counted: for X and Z.

The tables say how things stand, the journal what happened when; so a report of long ago can be
printed again, and comes out the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.domain.cash import CashCause
from kiosk.domain.event import Event
from kiosk.domain.facts import booth, cash, lanes, passes, payments, stays, validations
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.refund import RefundCause
from kiosk.domain.signals import LaneKind
from kiosk.reports.figures import Passages, Tally
from kiosk.store.projections.exceptions import REMARKS
from kiosk.store.unit import Transaction

OWED_CAUSES = ("nil_exit", "iou", "released", "tailgated")
"""Debts that a report counts apart."""
ROWS = 500
"""Events read at once."""


@dataclass(slots=True)
class Period:
    """Running counts; `take` is told every fact of the period, in order."""

    currency: str
    lanes: Mapping[str, LaneKind]
    moves: dict[str, Tally] = field(default_factory=dict)
    validations: dict[str, Tally] = field(default_factory=dict)
    pass_sales: dict[str, Tally] = field(default_factory=dict)
    promises: dict[str, Tally] = field(default_factory=dict)
    exceptions: Counter[str] = field(default_factory=Counter)
    passed: Counter[LaneKind] = field(default_factory=Counter)
    tickets: int = 0
    began: int = 0
    ended: list[str] = field(default_factory=list)
    backed_out: list[str] = field(default_factory=list)
    voids: Tally = field(init=False)
    adjustments: Tally = field(init=False)
    kept: Tally = field(init=False)
    change_minor: int = 0
    first_receipt: int = 0
    last_receipt: int = 0
    counted: cash.DrawerCounted | None = None
    _held: Counter[int] = field(default_factory=Counter)
    _float_counted: bool = False
    _all_counted: bool = True
    _causes: dict[str, str] = field(default_factory=dict)
    _kept: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.voids = self.adjustments = self.kept = self._nothing()

    def take(self, event: Event) -> None:
        """Count one fact."""
        body = event.body
        if (remark := REMARKS.get(type(body))) and remark(body) is not None:
            self.exceptions[_name_of(event)] += 1
        self._money(body)
        self._traffic(event)

    def passages(self) -> Passages:
        """Cars the loops saw beside stays the ledger began and ended."""
        return Passages(
            cars_in=self.passed[LaneKind.ENTRY],
            sessions_in=self.began,
            cars_out=self.passed[LaneKind.EXIT],
            sessions_out=len(self.ended),
        )

    def expected_pieces(self) -> Pieces:
        """What the drawer had to hold in notes and coins; empty where that is not known."""
        if not (self._float_counted and self._all_counted):
            return ()
        return tuple((value, number) for value, number in self._held.items() if number)

    def _money(self, body: object) -> None:  # noqa: C901 - one arm per kind of fact
        match body:
            case booth.ShiftOpened():
                self._new_drawer()
            case cash.CashMoved():
                self._cash(body)
            case cash.DrawerCounted():
                self.counted = body
            case payments.PaymentSucceeded(method=Method.CASH, tendered=Money(), change=Money()):
                self.change_minor += body.change.minor if body.change else 0
                self._keep(body)
            case cash.ChangeVoucherIssued(amount=amount, attempt_id=attempt_id):
                self._count(self.promises, "change_voucher_issued", amount)
                self._unkeep(attempt_id, amount)
            case cash.ChangeVoucherRedeemed(amount=amount):
                self._count(self.promises, "change_voucher_redeemed", amount)
            case payments.AmountOwed(amount=amount):
                self._count(self.promises, "debt_issued", amount)
            case payments.DebtSettled(amount=amount, attempt_id=paid):
                self._count(self.promises, "debt_settled" if paid else "debt_forgiven", amount)
            case payments.FeeAdjusted(amount=amount):
                self.adjustments += Tally(1, amount)
            case payments.RefundStarted(refund_id=refund_id, cause=cause):
                self._causes[refund_id] = cause
            case payments.RefundSucceeded(refund_id=refund_id, amount=amount):
                if self._causes.get(refund_id) == RefundCause.VOID:
                    self.voids += Tally(1, amount)
            case payments.ReceiptIssued(number=number) | payments.CorrectionIssued(number=number):
                self.first_receipt = self.first_receipt or number
                self.last_receipt = number
            case passes.PassSold(what=what, price=price):
                self._count(self.pass_sales, what, price)
            case validations.ValidationApplied(merchant_id=merchant_id, worth=worth):
                self._count(self.validations, merchant_id, worth)
            case _:
                pass

    def _traffic(self, event: Event) -> None:
        match event.body:
            case lanes.PassageCompleted() | lanes.TailgateDetected():
                kind = self.lanes.get(event.circumstances.lane_id or "")
                if kind is not None:
                    self.passed[kind] += 1
            case stays.SessionActivated():
                self.began += 1
            case stays.SessionEnded(session_id):
                self.ended.append(session_id)
            case stays.SessionBackedOut(session_id):
                self.backed_out.append(session_id)
            case stays.TicketIssued():
                self.tickets += 1
            case _:
                pass

    def _cash(self, move: cash.CashMoved) -> None:
        self._count(self.moves, move.cause, move.amount)
        self._float_counted |= move.cause == CashCause.FLOAT and bool(move.pieces)
        self._all_counted &= bool(move.pieces) or not move.amount
        for value, number in move.pieces:
            self._held[value] += number

    def _new_drawer(self) -> None:
        """A shift begins with a drawer of its own; what the one before moved is its business."""
        self.moves.clear()
        self._held.clear()
        self._float_counted, self._all_counted = False, True
        self.kept, self.change_minor, self.counted = self._nothing(), 0, None

    def _keep(self, paid: payments.PaymentSucceeded) -> None:
        """What of a tender neither paid nor went back, until a voucher for it turns up."""
        if paid.tendered is None or paid.change is None:
            return
        rest = paid.tendered - paid.amount - paid.change
        if rest.minor > 0:
            self.kept += Tally(1, rest)
            self._kept.add(paid.attempt_id)

    def _unkeep(self, attempt_id: str, amount: Money) -> None:
        if attempt_id in self._kept:
            self._kept.remove(attempt_id)
            self.kept += Tally(-1, -amount)

    def _count(self, tallies: dict[str, Tally], name: str, amount: Money) -> None:
        tallies[name] = tallies.get(name, self._nothing()) + Tally(1, amount)

    def _nothing(self) -> Tally:
        return Tally(0, Money(0, self.currency))


def _name_of(event: Event) -> str:
    """The kind of a fact on the list of exceptions; a debt also says how it came about."""
    cause = event.body.cause if isinstance(event.body, payments.AmountOwed) else ""
    return f"{event.kind}.{cause}" if cause in OWED_CAUSES else event.kind


def own_facts(unit: Transaction, epoch: int, origin: str, after: int, upto: int) -> Iterator[Event]:
    """Our own events with `after < seq <= upto`, in order."""
    while after < upto:
        events = unit.journal.since(origin, epoch, after, min(ROWS, upto - after))
        if not events:
            return
        yield from events
        after = events[-1].seq
