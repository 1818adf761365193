"""Everything a lane can ask for. Carried out in order, and that order is the promise:

a `Record` (or `BeginSession`, `BeginPayment`) that fails cancels every effect after it in the same
step and comes back as `RecordFailed`. So *save first, then act* is simply the order of a tuple.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from kiosk.domain.event import Body
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admittance
from kiosk.domain.signals import Light
from kiosk.domain.ticket import Ticket
from kiosk.domain.wording import Text


class StartTimer(Struct, frozen=True):
    """(Re)start the named timer."""

    name: str
    seconds: float


class StopTimer(Struct, frozen=True):
    """Forget the named timer; harmless if it does not run."""

    name: str


class Record(Struct, frozen=True):
    """Commit these facts in one transaction. `performer` adds envelope, ids and time."""

    bodies: tuple[Body, ...]
    session_id: str | None = None
    actor: str = "lane"
    forced: bool = False


class BeginSession(Struct, frozen=True):
    """Commit a new session and, for a driver without a credential, its signed ticket."""

    admittance: Admittance = Admittance.TICKET
    booking_id: str | None = None
    pass_id: str | None = None
    soft: str = ""
    note: Text | None = None


class LookUp(Struct, frozen=True):
    """Verify a code and say what it may do here, or for the session whose price is shown."""

    code: str
    typed: bool = False
    beside: str | None = None


class Requote(Struct, frozen=True):
    """Price this session as of now (after a pause, a grace overrun, a validation)."""

    session_id: str


class PrintTicket(Struct, frozen=True):
    """Print an entry ticket; the printer's answer comes later."""

    ticket: Ticket


class PrintReceipt(Struct, frozen=True):
    """Print the receipt of this session's last payment; nobody waits for it."""

    session_id: str


class PrintSlip(Struct, frozen=True):
    """Print the signed slip of a car released owing money."""

    session_id: str
    stay: Stay
    cause: str


class ReissueTicket(Struct, frozen=True):
    """Commit a successor for a damaged or lost ticket."""

    code: str
    actor: str
    reason: str


class DeclareLost(Struct, frozen=True):
    """Commit that a ticket is lost (block it, prove the stay) and price it; answer: `StayFound`.

    Either the flat `fee`, or a known session and, where it was proven, its `entered_at`.
    """

    actor: str
    reason: str
    fee: Money | None = None
    session_id: str | None = None
    entered_at: datetime | None = None
    second_person: str | None = None


class BeginPayment(Struct, frozen=True):
    """Commit the intent for what is due, then ask the provider."""

    stay: Stay
    method: Method


class SettlePayment(Struct, frozen=True):
    """Ask the provider what became of this attempt."""

    attempt_id: str


class CancelPayment(Struct, frozen=True):
    """Ask the provider to give up; its answer decides, not our wish."""

    attempt_id: str


class OpenBarrier(Struct, frozen=True):
    """One board-timed open pulse. Expires quickly: never sent late."""


class KeepOpenBarrier(Struct, frozen=True):
    """Latch the boom up, or release the latch."""

    on: bool


class CloseBarrier(Struct, frozen=True):
    """One close pulse; only for barriers that do not close themselves."""


class SetLight(Struct, frozen=True):
    """The traffic light."""

    light: Light


class CallAttendant(Struct, frozen=True):
    """Ring in the booth; `cause` is a machine word."""

    cause: str


class StopCalling(Struct, frozen=True):
    """The call is over."""


class SpreadEvacuation(Struct, frozen=True):
    """Tell every other lane of the facility."""


Effect = (
    StartTimer
    | StopTimer
    | Record
    | BeginSession
    | LookUp
    | Requote
    | PrintTicket
    | PrintReceipt
    | PrintSlip
    | ReissueTicket
    | DeclareLost
    | BeginPayment
    | SettlePayment
    | CancelPayment
    | OpenBarrier
    | KeepOpenBarrier
    | CloseBarrier
    | SetLight
    | CallAttendant
    | StopCalling
    | SpreadEvacuation
)
