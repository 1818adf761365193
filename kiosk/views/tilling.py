"""What a cashier asks for over the counter, as values: each is done, or answered with a named no.

A wish says everything that is needed to carry it out, so that it can be carried out again word for
word when a second person has agreed, or when the driver takes a voucher for missing change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.validation import Benefit


class Missing(StrEnum):
    """What becomes of change that the drawer cannot give."""

    VOUCHER = "voucher"
    KEPT = "kept"
    """The driver waives it, and the books say so."""


@dataclass(frozen=True, slots=True)
class TakeCash:
    """Cash for a stay: `given` for all of what is due, or for a `part` of it."""

    session_id: str
    given: Money
    part: Money | None = None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class TakeWallet:
    """Pay the stay on the counter with the money stored on the pass that was shown."""

    session_id: str
    part: Money | None = None


@dataclass(frozen=True, slots=True)
class TakeCard:
    """A card for what the stay on the counter owes, or for a `part` of it."""

    session_id: str
    part: Money | None = None


@dataclass(frozen=True, slots=True)
class GiveUpCard:
    """The card that is asked to pay this stay shall no longer be asked."""

    session_id: str


@dataclass(frozen=True, slots=True)
class TakeVoucher:
    """A change voucher: it pays the stay on the counter, and is paid out where there is none."""

    text: str


@dataclass(frozen=True, slots=True)
class Validate:
    """Give a merchant's benefit to the stay on the counter."""

    session_id: str
    merchant_id: str
    benefit: Benefit


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Let a validation of the stay on the counter count no more."""

    session_id: str
    validation_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class AdjustFee:
    """Change what the stay on the counter costs; minus is cheaper."""

    session_id: str
    amount: Money
    reason: str


@dataclass(frozen=True, slots=True)
class ForgiveDebt:
    """Ask no more for what a car that left owes."""

    session_id: str
    reason: str


Wish = (
    TakeCash
    | TakeWallet
    | TakeCard
    | GiveUpCard
    | TakeVoucher
    | Validate
    | Withdraw
    | AdjustFee
    | ForgiveDebt
)
