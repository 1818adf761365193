"""The exceptions page: what somebody must look at, what cars that left still owe, and payments
that nobody can be asked about any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.views.seeking import FoundStay

RESYNC = "pass.resync_proposed"
"""The cause of a proposal to forget where passes are."""

REASONS_CLOSED = (
    Text("Looked at: all is well"),
    Text("Settled with the driver"),
    Text("Technician is told"),
)
REASONS_FORGIVEN = (
    Text("Complaint accepted"),
    Text("Our fault"),
    Text("Cannot be collected"),
)
REASONS_SETTLED = (
    Text("The bank says so"),
    Text("The terminal's own list says so"),
)

REASONS_FORGOTTEN = (Text("Gate stood open"), Text("Evacuation"), Text("Lane was out of order"))
REASONS_FOLLOWED = (
    Text("Seen on the camera"),
    Text("Seen from the booth"),
    Text("The driver said so"),
)


@dataclass(frozen=True, slots=True)
class Close:
    """Somebody looked at an exception, and says what came of it."""

    event_id: str
    note: str


@dataclass(frozen=True, slots=True)
class ToCashier:
    """Put the debt behind this code on the cashier's counter."""

    code: str


@dataclass(frozen=True, slots=True)
class Forgive:
    """Ask no more for this debt."""

    session_id: str
    left: Money
    reason: str


@dataclass(frozen=True, slots=True)
class Settle:
    """Say of a payment in doubt that it was paid, or was not."""

    attempt_id: str
    amount: Money
    paid: bool
    reason: str


@dataclass(frozen=True, slots=True)
class LetIn:
    """Give the car that followed another one in a stay since then, and a ticket."""

    event_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class SeekStay:
    """Look for the stay that followed another one out, by what is typed of when it came in."""

    event_id: str
    typed: str


@dataclass(frozen=True, slots=True)
class LetOut:
    """This stay left behind another car."""

    event_id: str
    session_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ForgetPasses:
    """After a gate stood open: nobody knows where passes are, their next use decides."""

    event_id: str
    reason: str


Wish = Close | ToCashier | Forgive | Settle | LetIn | SeekStay | LetOut | ForgetPasses


@dataclass(frozen=True, slots=True)
class Remarkable:
    """An open exception. `cause` and `detail` are words of the journal; `lane` and `who` names.

    `tailgate` says, of a car that followed another one, what kind of lane that was; None for all
    else, and for a lane that this booth does not have.
    """

    event_id: str
    cause: str
    occurred_at: datetime
    lane: str = ""
    who: str = ""
    detail: str = ""
    amount: Money | None = None
    tailgate: LaneKind | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """Stays that may have left with this tailgate, or what is wrong with what was typed."""

    event_id: str
    stays: tuple[FoundStay, ...] = ()
    wrong: Text | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """What a car that left still owes. `code` is empty where its stay is not known here."""

    session_id: str
    code: str
    left: Money
    owed_at: datetime
    cause: str


@dataclass(frozen=True, slots=True)
class InDoubt:
    """A payment whose terminal, service or lane is gone from the settings, before its outcome came.

    `code` is the ticket's or the pass's, empty where neither is known here; `lane` is a name.
    """

    attempt_id: str
    code: str
    method: Method
    amount: Money
    started_at: datetime
    lane: str


@dataclass(frozen=True, slots=True)
class ExceptionFacts:
    """What the page is told. `count` is of all open exceptions, listed or not."""

    exceptions: tuple[Remarkable, ...] = ()
    count: int = 0
    debts: tuple[Owed, ...] = ()
    doubts: tuple[InDoubt, ...] = ()
    settled: int = 0
    """How many were dealt with: what is being asked for ends with the next."""
    sought: Sought | None = None
    trouble: Text | None = None
    done: Text | None = None


@dataclass(frozen=True, slots=True)
class ExceptionsView:
    """Everything the page needs to draw itself."""

    exceptions: tuple[Remarkable, ...]
    count: int
    debts: tuple[Owed, ...]
    doubts: tuple[InDoubt, ...]
    may_close: bool
    may_accept: bool
    may_forget: bool
    may_forgive: bool
    may_settle: bool
    may_take_money: bool
    settled: int
    sought: Sought | None
    trouble: Text | None
    done: Text | None


def exceptions_view(facts: ExceptionFacts, staff: Staff) -> ExceptionsView | None:
    """Show them to this person, if money and lanes are their business."""
    if not staff.may(Right.RUN_SHIFT):
        return None
    return ExceptionsView(
        exceptions=facts.exceptions,
        count=facts.count,
        debts=facts.debts,
        doubts=facts.doubts,
        may_close=staff.may(Right.CLOSE_EXCEPTION),
        may_accept=staff.may(Right.LOST_TICKET),
        may_forget=staff.may(Right.BLOCK_PASS),
        may_forgive=staff.may(Right.FORGIVE_DEBT),
        may_settle=staff.may(Right.SETTLE_PAYMENT),
        may_take_money=staff.may(Right.TAKE_MONEY),
        settled=facts.settled,
        sought=facts.sought,
        trouble=facts.trouble,
        done=facts.done,
    )
