"""Reads the books of a device: what moved since its last Z report, and its Z reports.

A movement is a payment, money that came for an attempt given up (an orphan, somebody gives it
back), or a refund. Each belongs to the device that recorded it and goes into exactly one Z.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Executable, RowMapping, bindparam, cast, func, select, text

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.store.schema_money import z_items, z_reports
from kiosk.store.scope import Scope
from kiosk.store.shifts import Takings
from kiosk.wire.instants import instant_of


class ItemKind(StrEnum):
    """`ORPHAN` is money that came for an attempt given up."""

    PAYMENT = "payment"
    ORPHAN = "orphan"
    REFUND = "refund"


IS_MONEY_IN = text("z_items.kind IN ('payment', 'orphan')")
"""Money that somebody gave us, in SQL; words of the key, not values."""

_OWN = (
    z_reports.c.facility_id == bindparam("facility"),
    z_reports.c.origin == bindparam("origin"),
    z_reports.c.epoch == bindparam("epoch"),
)
_RECENT = select(z_reports).where(*_OWN).order_by(z_reports.c.number.desc())
_LAST = _RECENT.limit(bindparam("limit"))
_NUMBERED = select(z_reports).where(*_OWN, z_reports.c.number == bindparam("number"))
_OWN_ITEMS = (
    z_items.c.facility_id == bindparam("facility"),
    z_items.c.origin == bindparam("origin"),
    z_items.c.epoch == bindparam("epoch"),
)
_TALLY = (
    select(
        z_items.c.kind,
        z_items.c.method,
        z_items.c.currency,
        cast(func.sum(z_items.c.amount_minor), BigInteger).label("minor"),
        func.count().label("count"),
    )
    .where(*_OWN_ITEMS)
    .group_by(z_items.c.kind, z_items.c.method, z_items.c.currency)
    .order_by(z_items.c.method, z_items.c.currency)
)
_TALLY_PENDING = _TALLY.where(z_items.c.number.is_(None))
_TALLY_OF_Z = _TALLY.where(z_items.c.number == bindparam("number"))
_ITEMS = select(z_items).where(*_OWN_ITEMS).order_by(z_items.c.moved_ms, z_items.c.item_id)
_ITEMS_PENDING = _ITEMS.where(z_items.c.number.is_(None))
_ITEMS_OF_Z = _ITEMS.where(z_items.c.number == bindparam("number"))


@dataclass(frozen=True, slots=True)
class Z:
    """A Z report as it was taken. `gross` since the one before, `perpetual` since the first.

    `upto_seq` is the last fact it covers, `unsent` how many facts the centre had not acknowledged
    then, `head` (hex) the hash of the journal's end.
    """

    number: int
    taken_at: datetime
    shift_id: str | None
    upto_seq: int
    gross: Money
    refunded: Money
    perpetual: Money
    payments: int
    refunds: int
    unsent: int
    head: str
    actor: str


@dataclass(frozen=True, slots=True)
class Item:
    """One movement of money that goes into a Z. `amount` is positive, also of a refund.

    `item_id` is the attempt's id, or the refund's.
    """

    kind: ItemKind
    item_id: str
    method: Method
    amount: Money
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved, by method: in by payments and by orphans, out by refunds."""

    payments: tuple[Takings, ...]
    orphans: tuple[Takings, ...]
    refunds: tuple[Takings, ...]
    currency: str

    @property
    def gross(self) -> Money:
        """All that came in: what a Z calls gross."""
        return self._sum((*self.payments, *self.orphans))

    @property
    def refunded(self) -> Money:
        """All that went back."""
        return self._sum(self.refunds)

    @property
    def payment_count(self) -> int:
        """How many times money came in."""
        return sum(each.count for each in (*self.payments, *self.orphans))

    @property
    def refund_count(self) -> int:
        """How many times money went back."""
        return sum(each.count for each in self.refunds)

    def _sum(self, takings: Sequence[Takings]) -> Money:
        return sum((each.amount for each in takings), Money(0, self.currency))


class Books:
    """The books of this device."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def last_z(self) -> Z | None:
        """This device's last Z; the next has its number plus one, the first is 1."""
        return next(iter(self.recent(1)), None)

    def z(self, number: int) -> Z | None:
        """The Z with this number."""
        found = self._rows(_NUMBERED, number=number)
        return self._z(found[0]) if found else None

    def recent(self, limit: int) -> tuple[Z, ...]:
        """The last Z reports, newest first."""
        return tuple(self._z(row) for row in self._rows(_LAST, limit=limit))

    def pending(self) -> Moved:
        """What the next Z takes."""
        return self._moved(self._rows(_TALLY_PENDING))

    def pending_items(self) -> tuple[Item, ...]:
        """Each movement the next Z takes, oldest first."""
        return tuple(_item(row) for row in self._rows(_ITEMS_PENDING))

    def moved(self, number: int) -> Moved:
        """What the Z with this number took."""
        return self._moved(self._rows(_TALLY_OF_Z, number=number))

    def items(self, number: int) -> tuple[Item, ...]:
        """Each movement the Z with this number took, oldest first."""
        return tuple(_item(row) for row in self._rows(_ITEMS_OF_Z, number=number))

    def _rows(self, query: Executable, **values: object) -> list[RowMapping]:
        own = self._scope.own
        return self._scope.rows(query, origin=own.origin, epoch=own.epoch, **values)

    def _moved(self, rows: list[RowMapping]) -> Moved:
        by_kind: dict[ItemKind, list[Takings]] = {kind: [] for kind in ItemKind}
        for row in rows:
            takings = Takings(
                Method(row["method"]), Money(row["minor"], row["currency"]), row["count"]
            )
            by_kind[ItemKind(row["kind"])].append(takings)
        return Moved(
            payments=tuple(by_kind[ItemKind.PAYMENT]),
            orphans=tuple(by_kind[ItemKind.ORPHAN]),
            refunds=tuple(by_kind[ItemKind.REFUND]),
            currency=rows[0]["currency"] if rows else self._scope.own.currency,
        )

    def _z(self, row: RowMapping) -> Z:
        currency = row["currency"]
        return Z(
            number=row["number"],
            taken_at=instant_of(row["taken_ms"]),
            shift_id=row["shift_id"],
            upto_seq=row["upto_seq"],
            gross=Money(row["gross_minor"], currency),
            refunded=Money(row["refunded_minor"], currency),
            perpetual=Money(row["perpetual_minor"], currency),
            payments=row["payments"],
            refunds=row["refunds"],
            unsent=row["unsent"],
            head=row["head"],
            actor=row["actor"],
        )


def _item(row: RowMapping) -> Item:
    return Item(
        kind=ItemKind(row["kind"]),
        item_id=row["item_id"],
        method=Method(row["method"]),
        amount=Money(row["amount_minor"], row["currency"]),
        moved_at=instant_of(row["moved_ms"]),
    )
