"""The refunds page: what was paid, what of it can go back, and what is still on its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.refund import RefundCause
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.views.codes import grouped

REASONS = (
    Text("Paid twice"),
    Text("Wrong amount"),
    Text("Complaint accepted"),
    Text("Device out of order"),
)
REASONS_LATE = (Text("Came after the payment was given up"),)


@dataclass(frozen=True, slots=True)
class Way:
    """How money may go back: why (which decides whether the fee is due again), and as what."""

    key: str
    label: Text
    cause: RefundCause
    right: Right
    in_cash: bool = False


WAYS = (
    Way("refund", Text("Refund"), RefundCause.REFUND, Right.REFUND),
    Way("void", Text("Void: the fee is due again"), RefundCause.VOID, Right.VOID_PAYMENT),
    Way(
        "refund_cash",
        Text("Give back in cash"),
        RefundCause.REFUND,
        Right.REFUND_IN_CASH,
        in_cash=True,
    ),
)
LATE = Way("orphan", Text("Refund"), RefundCause.ORPHAN, Right.REFUND)


@dataclass(frozen=True, slots=True)
class LookUp:
    """Find what was paid on a ticket, a pass, or a receipt's number."""

    text: str


@dataclass(frozen=True, slots=True)
class GiveBack:
    """Give (a part of) one payment back."""

    attempt_id: str
    amount: Money
    reason: str
    cause: RefundCause
    in_cash: bool = False


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Ask the provider once more what became of a refund."""

    refund_id: str


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """Print the last receipt of this stay once more."""

    session_id: str


Wish = LookUp | GiveBack | AskAgain | PrintReceipt


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment, and how much of it has not gone back. `receipt` is its number as printed."""

    attempt_id: str
    method: Method
    amount: Money
    left: Money
    paid_at: datetime
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Late:
    """Money that came after its payment was given up: somebody must give it back."""

    attempt_id: str
    method: Method
    left: Money
    arrived_at: datetime


@dataclass(frozen=True, slots=True)
class Flying:
    """A refund whose end nobody knows yet; `unknown`: the provider was asked and did not say."""

    refund_id: str
    method: Method
    amount: Money
    started_at: datetime
    unknown: bool


@dataclass(frozen=True, slots=True)
class RefundFacts:
    """What the page is told. `code` is what the payments belong to; empty before a search."""

    code: str = ""
    session_id: str = ""
    """The stay they paid; empty where it was a pass."""
    payments: tuple[Paid, ...] = ()
    tasks: tuple[Late, ...] = ()
    flying: tuple[Flying, ...] = ()
    given: int = 0
    """How many refunds were begun: one that is being asked for ends with the next."""
    trouble: Text | None = None
    done: Text | None = None


@dataclass(frozen=True, slots=True)
class RefundsView:
    """Everything the page needs to draw itself. `ways` are those this person may choose."""

    found: Text | None
    payments: tuple[Paid, ...]
    tasks: tuple[Late, ...]
    flying: tuple[Flying, ...]
    ways: tuple[Way, ...]
    may_refund: bool
    receipt_of: str
    """The stay whose receipt can be printed again; empty where there is none."""
    given: int
    trouble: Text | None
    done: Text | None


def refunds_view(facts: RefundFacts, staff: Staff) -> RefundsView:
    """Show the refunds to this person."""
    found = None
    if facts.code:
        shown = grouped(facts.code) or facts.code
        template = Text("Paid on {code}") if facts.payments else Text("Nothing was paid on {code}")
        found = template.with_values(code=shown)
    return RefundsView(
        found=found,
        payments=facts.payments,
        tasks=facts.tasks,
        flying=facts.flying,
        ways=tuple(way for way in WAYS if staff.may(way.right)),
        may_refund=staff.may(Right.REFUND),
        receipt_of=facts.session_id if facts.payments and staff.may(Right.TAKE_MONEY) else "",
        given=facts.given,
        trouble=facts.trouble,
        done=facts.done,
    )


def ways_for(paid: Paid, ways: tuple[Way, ...]) -> Mapping[str, Way]:
    """What of `ways` makes sense for this payment: cash goes back as cash anyway."""
    return {way.key: way for way in ways if not (way.in_cash and paid.method is Method.CASH)}
