"""Reads shifts and what they took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Executable,
    RowMapping,
    Select,
    Table,
    bindparam,
    cast,
    func,
    select,
)

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.store.drawer import Drawer
from kiosk.store.schema import payments, shifts
from kiosk.store.schema_money import refunds
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of

_SHIFT = select(shifts).where(shifts.c.facility_id == bindparam("facility"))
_FIND = _SHIFT.where(shifts.c.shift_id == bindparam("shift"))
_CURRENT = _SHIFT.where(shifts.c.closed_ms.is_(None)).order_by(shifts.c.opened_ms.desc()).limit(1)


def _by_method(moved: Table) -> Select[tuple[str, str, int, int]]:
    """Payments or refunds of one shift, summed up."""
    return (
        select(
            moved.c.method,
            moved.c.currency,
            cast(func.sum(moved.c.amount_minor), BigInteger).label("minor"),
            func.count().label("count"),
        )
        .where(
            moved.c.facility_id == bindparam("facility"),
            moved.c.shift_id == bindparam("shift"),
        )
        .group_by(moved.c.method, moved.c.currency)
        .order_by(moved.c.method, moved.c.currency)
    )


_TAKEN = _by_method(payments)
# A refund belongs to a shift from its success on.
_GIVEN_BACK = _by_method(refunds)


@dataclass(frozen=True, slots=True)
class Shift:
    """A cashier's shift; `closed_at` and `counted` once it is over."""

    shift_id: str
    staff_id: str
    opened_at: datetime
    float_: Money
    closed_at: datetime | None = None
    counted: Money | None = None


@dataclass(frozen=True, slots=True)
class Takings:
    """What came in by one method, in how many payments; or what went back by it."""

    method: Method
    amount: Money
    count: int


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """What a shift took and gave back. `expected` is what its drawer must hold (`Drawer`)."""

    shift: Shift
    takings: tuple[Takings, ...]
    expected: Money
    refunds: tuple[Takings, ...] = ()


class Shifts:
    """The shifts of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def current(self) -> Shift | None:
        """The shift that is open now."""
        row = self._first(_CURRENT)
        return None if row is None else _shift(row)

    def figures(self, shift_id: str) -> ShiftFigures | None:
        """What this shift took so far."""
        row = self._first(_FIND, shift=shift_id)
        if row is None:
            return None
        return ShiftFigures(
            shift=_shift(row),
            takings=self._takings(_TAKEN, shift_id),
            expected=Drawer(self._scope).expected(shift_id),
            refunds=self._takings(_GIVEN_BACK, shift_id),
        )

    def _takings(self, query: Executable, shift_id: str) -> tuple[Takings, ...]:
        return tuple(
            Takings(Method(each["method"]), Money(each["minor"], each["currency"]), each["count"])
            for each in self._rows(query, shift=shift_id)
        )

    def _first(self, query: Executable, **values: object) -> RowMapping | None:
        return next(iter(self._rows(query, **values)), None)

    def _rows(self, query: Executable, **values: object) -> list[RowMapping]:
        values["facility"] = self._scope.facility_id
        return list(self._scope.connection.execute(query, values).mappings())


def _shift(row: RowMapping) -> Shift:
    closed, counted, currency = row["closed_ms"], row["counted_minor"], row["currency"]
    return Shift(
        shift_id=row["shift_id"],
        staff_id=row["staff_id"],
        opened_at=instant_of(row["opened_ms"]),
        float_=Money(row["float_minor"], currency),
        closed_at=None if closed is None else instant_of(closed),
        counted=None if counted is None else Money(counted, currency),
    )
