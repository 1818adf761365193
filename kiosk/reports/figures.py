"""What an X or a Z shows, as values: the same figures, and a Z has a number. Pure.

They stand side by side for whoever closes a shift: money by every way it came and went, what the
drawer had to hold and held, tickets and passages against sessions, and what an auditor must look
at. Each pair that has to agree comes with its difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Tax


@dataclass(frozen=True, slots=True)
class Tally:
    """How many, and how much together."""

    count: int
    amount: Money

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.count + other.count, self.amount + other.amount)


Named = tuple[tuple[str, Tally], ...]
"""Tallies by the machine word or the name they go by, in the order they are shown in."""

ByMethod = tuple[tuple[Method, Tally], ...]
Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Shift:
    """Whose figures these are. `closed_at` is None while the shift runs."""

    attendant: str
    opened_at: datetime
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """How many notes or coins of one value lay in the drawer, and had to (None: nobody knows)."""

    value: Money
    counted: int
    expected: int | None = None

    @property
    def worth(self) -> Money:
        """What the counted ones are together."""
        return Money(self.value.minor * self.counted, self.value.currency)

    @property
    def over_short(self) -> Money | None:
        """What is too much (plus) or missing (minus) in this piece."""
        if self.expected is None:
            return None
        return Money(self.value.minor * (self.counted - self.expected), self.value.currency)


@dataclass(frozen=True, slots=True)
class Drawer:
    """Every movement by its cause (`domain.cash.CashCause` words), and the blind count.

    A sale moves what was handed over minus the `change` that went back. `kept` is change that could
    not be given and for which no voucher stands either; it is in the drawer as a part of sales.
    `counted` is None before the count.
    """

    moves: Named
    change: Money
    kept: Tally
    counted: Money | None = None
    pieces: tuple[Piece, ...] = ()

    @property
    def expected(self) -> Money:
        """What had to be in the drawer: the sum of all that moved."""
        nothing = Money(0, self.change.currency)
        return sum((tally.amount for _, tally in self.moves), nothing)

    @property
    def over_short(self) -> Money | None:
        """Counted minus expected: over is plus."""
        return None if self.counted is None else self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Tickets:
    """Every ticket ends in exactly one of collected, void and inside."""

    inside_before: int
    issued: int
    collected: int
    void: int
    inside: int

    @property
    def missing(self) -> int:
        """How many nobody can account for; 0 on a good day."""
        return self.inside_before + self.issued - self.collected - self.void - self.inside


@dataclass(frozen=True, slots=True)
class Passages:
    """Cars the loops saw, and stays the ledger began and ended, each way."""

    cars_in: int
    sessions_in: int
    cars_out: int
    sessions_out: int


@dataclass(frozen=True, slots=True)
class Records:
    """The state of the journal: the last fact covered, those the centre lacks, the head (hex)."""

    upto_seq: int
    unsent: int
    head: str


@dataclass(frozen=True, slots=True)
class Figures:
    """One X (`number` None) or Z of one device. `since_at`: when the Z before was taken.

    `payments` holds all money that came, `orphans` among it: what came for attempts that had been
    given up. `refunds` holds every refund that succeeded, `voids` among them.
    `taxes` are by rate and net of refunds. `perpetual` is all gross ever minus all refunds, with
    these. `unsettled` are payments and refunds whose outcome nobody knows; no Z has them yet.
    `exceptions` are counted by the fact's kind.
    """

    device: str
    currency: str
    taken_at: datetime
    payments: ByMethod
    refunds: ByMethod
    orphans: Tally
    voids: Tally
    adjustments: Tally
    unsettled: Tally
    taxes: tuple[Tax, ...]
    perpetual: Money
    records: Records
    number: int | None = None
    previous: int | None = None
    since_at: datetime | None = None
    shift: Shift | None = None
    first_receipt: str = ""
    last_receipt: str = ""
    drawer: Drawer | None = None
    validations: Named = ()
    pass_sales: Named = ()
    promises: Named = ()
    """Debts and change vouchers, issued and settled: `PROMISES` words."""
    exceptions: tuple[tuple[str, int], ...] = ()
    tickets: Tickets | None = None
    passages: Passages | None = None

    @property
    def gross(self) -> Tally:
        """All payments together."""
        return total((tally for _, tally in self.payments), self.currency)

    @property
    def refunded(self) -> Tally:
        """All refunds together, as a positive amount."""
        return total((tally for _, tally in self.refunds), self.currency)

    @property
    def net(self) -> Money:
        """What stays: payments minus refunds."""
        return self.gross.amount - self.refunded.amount


def total(tallies: Iterable[Tally], currency: str) -> Tally:
    """Many tallies as one; none are nothing."""
    return sum(tallies, Tally(0, Money(0, currency)))


def by_method(moved: Iterable[tuple[Method, Money]]) -> ByMethod:
    """Payments (or refunds) counted and added up by method, in the order of `Method`."""
    found = _added_up(moved)
    return tuple((method, found[method]) for method in Method if method in found)


def by_name(moved: Iterable[tuple[str, Money]], order: Sequence[str] = ()) -> Named:
    """The same by any other word: first those in `order`, then the others by the alphabet."""
    found = _added_up(moved)
    others = sorted(name for name in found if name not in order)
    return tuple((name, found[name]) for name in (*order, *others) if name in found)


def pieces(
    counted: Iterable[tuple[int, int]], expected: Iterable[tuple[int, int]], currency: str
) -> tuple[Piece, ...]:
    """A blind count beside what the drawer had to hold, both as (minor units, how many).

    Largest first. Without anything expected nobody knew the pieces, and none is over or short.
    """
    lay, due = dict(counted), {value: count for value, count in expected if count}
    return tuple(
        Piece(Money(value, currency), lay.get(value, 0), due.get(value, 0) if due else None)
        for value in sorted({*lay, *due}, reverse=True)
        if lay.get(value) or due.get(value)
    )


def _added_up(moved: Iterable[tuple[Word, Money]]) -> dict[Word, Tally]:
    found: dict[Word, Tally] = {}
    for word, amount in moved:
        one = Tally(1, amount)
        found[word] = found[word] + one if word in found else one
    return found
