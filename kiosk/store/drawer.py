"""Reads the cash drawer: what moved, what must be in it, and how it was counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, RowMapping, bindparam, cast, func, select

from kiosk.domain.cash import CashCause
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.store.schema import payments, shifts
from kiosk.store.schema_money import cash_moves, drawer_counts
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of

_OF_SHIFT = (
    cash_moves.c.facility_id == bindparam("facility"),
    cash_moves.c.shift_id == bindparam("shift"),
)
_MOVES = select(cash_moves).where(*_OF_SHIFT).order_by(cash_moves.c.moved_ms, cash_moves.c.event_id)
_COUNTS = (
    select(drawer_counts)
    .where(
        drawer_counts.c.facility_id == bindparam("facility"),
        drawer_counts.c.shift_id == bindparam("shift"),
    )
    .order_by(drawer_counts.c.counted_ms, drawer_counts.c.event_id)
)
_SHIFT = select(shifts.c.float_minor, shifts.c.currency).where(
    shifts.c.facility_id == bindparam("facility"),
    shifts.c.shift_id == bindparam("shift"),
)
# Cash of a time when the drawer's movements were not recorded yet.
_UNMOVED = select(
    cast(func.coalesce(func.sum(payments.c.amount_minor), 0), BigInteger).label("minor")
).where(
    payments.c.facility_id == bindparam("facility"),
    payments.c.shift_id == bindparam("shift"),
    payments.c.method == Method.CASH,
    payments.c.attempt_id.not_in(select(cash_moves.c.reference).where(*_OF_SHIFT)),
)


@dataclass(frozen=True, slots=True)
class CashMove:
    """Cash that came into the drawer, or left it (negative). `pieces` where somebody counted.

    `cause` is a `CashCause` word, or one of a newer program's.
    """

    event_id: str
    shift_id: str
    cause: str
    amount: Money
    moved_at: datetime
    actor: str
    pieces: Pieces = ()
    reference: str = ""
    reason: str = ""
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class DrawerCount:
    """A blind count; `over_short` is counted minus expected."""

    event_id: str
    shift_id: str
    counted: Money
    expected: Money
    over_short: Money
    pieces: Pieces
    counted_at: datetime
    actor: str
    second_person: str | None = None


class Drawer:
    """The drawer of one facility's cashiers, shift by shift."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def moves(self, shift_id: str) -> tuple[CashMove, ...]:
        """Every movement of this shift, in order."""
        return tuple(_move(row) for row in self._scope.rows(_MOVES, shift=shift_id))

    def pieces(self, shift_id: str) -> dict[int, int]:
        """How many of each note and coin (minor units) the drawer holds.

        Empty when it is not known: cash moved of which nobody counted the pieces.
        """
        held: Counter[int] = Counter()
        for move in self.moves(shift_id):
            if move.amount and not move.pieces:
                return {}
            for minor, count in move.pieces:
                held[minor] += count
        return {minor: held[minor] for minor in sorted(held, reverse=True) if held[minor]}

    def expected(self, shift_id: str) -> Money:
        """What must be in the drawer: the sum of its movements.

        A shift that began before movements were recorded: its float, and its cash payments that
        no movement is for, count as well.
        """
        moves = self.moves(shift_id)
        begun = self._scope.rows(_SHIFT, shift=shift_id)
        (unmoved,) = self._scope.rows(_UNMOVED, shift=shift_id)
        minor: int = sum(move.amount.minor for move in moves) + unmoved["minor"]
        if begun and not any(move.cause == CashCause.FLOAT for move in moves):
            minor += begun[0]["float_minor"]
        return Money(minor, begun[0]["currency"] if begun else self._scope.own.currency)

    def counts(self, shift_id: str) -> tuple[DrawerCount, ...]:
        """Every count of this shift, in order."""
        return tuple(_count(row) for row in self._scope.rows(_COUNTS, shift=shift_id))


def _move(row: RowMapping) -> CashMove:
    return CashMove(
        event_id=row["event_id"],
        shift_id=row["shift_id"],
        cause=row["cause"],
        amount=Money(row["amount_minor"], row["currency"]),
        moved_at=instant_of(row["moved_ms"]),
        actor=row["actor"],
        pieces=_read(row["pieces"]),
        reference=row["reference"],
        reason=row["reason"],
        second_person=row["second_person"],
    )


def _count(row: RowMapping) -> DrawerCount:
    currency = row["currency"]
    return DrawerCount(
        event_id=row["event_id"],
        shift_id=row["shift_id"],
        counted=Money(row["counted_minor"], currency),
        expected=Money(row["expected_minor"], currency),
        over_short=Money(row["over_short_minor"], currency),
        pieces=_read(row["pieces"]),
        counted_at=instant_of(row["counted_ms"]),
        actor=row["actor"],
        second_person=row["second_person"],
    )


def _read(written: str) -> Pieces:
    pairs = (each.split(":") for each in written.split(",") if each)
    return tuple((int(minor), int(count)) for minor, count in pairs)
