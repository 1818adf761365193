"""Facts about the drawer, and about papers that stand for money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money

Pieces = tuple[tuple[int, int], ...]
"""(minor units of a note or coin, how many); negative counts leave the drawer."""


@dataclass(frozen=True, slots=True)
class CashMoved:
    """Cash came into the drawer or left it (negative). Their sum is what the drawer must hold.

    `cause` is a `domain.cash.CashCause` word; `reference` the attempt, refund or voucher it is for.
    `pieces` sum up to `amount`; empty where nobody counted pieces.
    """

    shift_id: str
    cause: str
    amount: Money
    pieces: Pieces = ()
    reference: str = ""
    reason: str = ""
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class DrawerCounted:
    """A blind count: what was in the drawer, what had to be, and the difference (over is plus)."""

    shift_id: str
    counted: Money
    expected: Money
    over_short: Money
    pieces: Pieces
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeVoucherIssued:
    """The drawer could not give `amount` back: a signed voucher stands for it, once."""

    voucher_id: str
    session_id: str
    attempt_id: str
    amount: Money
    expires_at: datetime
    payload: str


@dataclass(frozen=True, slots=True)
class ChangeVoucherRedeemed:
    """That voucher was paid out in cash, or paid for a stay (`attempt_id`)."""

    voucher_id: str
    amount: Money
    attempt_id: str = ""


@dataclass(frozen=True, slots=True)
class ZTaken:
    """The numbered end of a period at this device, with every payment and refund not yet in one.

    `number` runs without gaps per device. Totals are minor units of `currency`: `gross` since the
    last Z, `perpetual` since the first. `upto_seq` is the last fact it covers; `unsent` how many
    facts the centre had not acknowledged, `head` (hex) the journal's head hash before this fact.
    """

    number: int
    shift_id: str | None
    upto_seq: int
    currency: str
    gross_minor: int
    refunded_minor: int
    perpetual_minor: int
    payments: int
    refunds: int
    unsent: int
    head: str
