"""Everything a lane can be told. Frozen values; whoever posts them stamped the time."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from kiosk.domain.money import Money
from kiosk.domain.payment import Method, Outcome
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, Input, LaneMode, Level
from kiosk.domain.ticket import Refusal, Ticket
from kiosk.domain.wording import Text


class InputChanged(Struct, frozen=True):
    """A wire of the gate board moved."""

    input: Input
    level: Level


class TimerFired(Struct, frozen=True):
    """A timer this lane started ran out."""

    name: str


class DeviceChanged(Struct, frozen=True):
    """A device works, or does not and why (`fault` words of `devices.messages`)."""

    device: Device
    ready: bool
    fault: str = ""


# --- the driver


class TicketRequested(Struct, frozen=True):
    """The on-screen ticket button; the real one arrives as `InputChanged(TICKET_BUTTON)`."""


class CodeOffered(Struct, frozen=True):
    """A scan, or a code typed on the screen or by an attendant (`typed`). Any text at all."""

    text: str
    typed: bool = False


class MethodChosen(Struct, frozen=True):
    """How the driver wants to pay."""

    method: Method


class BackTapped(Struct, frozen=True):
    """Back, or cancel."""


class MoreTimeTapped(Struct, frozen=True):
    """Still there."""


class ReceiptWanted(Struct, frozen=True):
    """The driver wants a receipt for what was just paid."""


class HelpTapped(Struct, frozen=True):
    """The on-screen help button."""


# --- answers to effects


class EntryGranted(Struct, frozen=True):
    """A booking, pass or plate may enter (answer to `LookUp` at an entry)."""

    admittance: Admittance
    booking_id: str | None = None
    pass_id: str | None = None
    soft: str = ""
    """Rules of the pass's group that were broken and only noted (`Refusal` words)."""
    note: Text | None = None
    """What the driver should know of the pass: it ends soon."""


class StayFound(Struct, frozen=True):
    """The session and its price now (answer to `LookUp` and `Requote` at an exit)."""

    stay: Stay


class CredentialRefused(Struct, frozen=True):
    """A named no (answer to `LookUp`)."""

    refusal: Refusal
    code: str = ""


class SessionBegun(Struct, frozen=True):
    """Session (and ticket) are on disk (answer to `BeginSession`)."""

    admission: Admission


class RecordFailed(Struct, frozen=True):
    """The disk said no: that fact did not happen, nor any later effect of its step."""

    reason: str


class TicketPrinted(Struct, frozen=True):
    """The printer itself confirmed the ticket with this code."""

    code: str


class PrintFailed(Struct, frozen=True):
    """The printer did not confirm this ticket or paper; `reason` is a fault word."""

    code: str
    reason: str


class PaymentBegun(Struct, frozen=True):
    """The intent is on disk and the provider was asked (answer to `BeginPayment`)."""

    attempt_id: str
    method: Method
    show: str = ""
    """What the driver's own app must read from our screen (UPI), as the text of a QR code."""


class PaymentReported(Struct, frozen=True):
    """What the provider said, by the exact attempt. Already on disk. `leave_by_at` when paid."""

    outcome: Outcome
    leave_by_at: datetime | None = None


class PaidElsewhere(Struct, frozen=True):
    """The till took money for this session (or cleared it) while it stood here; already on disk."""

    session_id: str
    stay: Stay


# --- people with a PIN


class Authority(Struct, frozen=True):
    """Behind every order: who, why, and the second person where one was needed."""

    actor: str
    reason: str
    second_person: str | None = None


class ManualOpenOrdered(Struct, frozen=True):
    """Open for one car."""

    by: Authority


class KeepOpenOrdered(Struct, frozen=True):
    """Latch the boom up, or release it."""

    by: Authority
    on: bool = True


class ModeOrdered(Struct, frozen=True):
    """Change the lane's mode."""

    by: Authority
    mode: LaneMode = LaneMode.OPEN


class PresenceForced(Struct, frozen=True):
    """Treat loop A as occupied: a motorcycle it does not see."""

    by: Authority


class LaneResetOrdered(Struct, frozen=True):
    """Back to rest; ends an out-of-service."""

    by: Authority


class NilExitOrdered(Struct, frozen=True):
    """Let the car at the exit go without paying what it owes."""

    by: Authority


class IouOrdered(Struct, frozen=True):
    """Let it go against a printed promise to pay."""

    by: Authority


class LostTicketOrdered(Struct, frozen=True):
    """The driver has no ticket: the flat `fee`, or a stay proven since `entered_at`."""

    by: Authority
    fee: Money | None = None
    session_id: str | None = None
    entered_at: datetime | None = None


class ReissueOrdered(Struct, frozen=True):
    """A damaged ticket: print a successor for the session with this code."""

    by: Authority
    code: str = ""


class TicketReissued(Struct, frozen=True):
    """The successor ticket is on disk (answer to `ReissueTicket`)."""

    ticket: Ticket


class VoidOrdered(Struct, frozen=True):
    """Void the ticket or abandon the transaction in progress."""

    by: Authority


class HelpAnswered(Struct, frozen=True):
    """Somebody took the call."""

    by: Authority


class EvacuationEnded(Struct, frozen=True):
    """A person ends the evacuation."""

    by: Authority


# --- the house


class FullChanged(Struct, frozen=True):
    """The counter reached capacity, or left it."""

    full: bool


class EvacuationSignalled(Struct, frozen=True):
    """Another lane's fire input fired."""


class ClockDoubted(Struct, frozen=True):
    """The wall clock went backwards (`doubted`): no tickets until a person confirms it."""

    doubted: bool


class GatewayChanged(Struct, frozen=True):
    """Causes of not being able to take money, kept apart: centre, internet, gateway, device."""

    cause: str
    reachable: bool


class OpenStep(Struct, frozen=True):
    """What the journal says was unfinished in this lane when the program last stopped."""

    admission: Admission | None = None
    taken: bool = False
    authorised_session: str | None = None
    authorised_booking: str | None = None
    open_attempt: str | None = None
    attempt_session: str | None = None
    more_attempts: tuple[tuple[str, str], ...] = ()
    """Further (attempt, session) without an outcome: of cars that had left before it came."""


class Restarted(Struct, frozen=True):
    """The program started; posted once the board has answered (or was given up)."""

    step: OpenStep
    mode: LaneMode = LaneMode.OPEN
    keep_open: bool = False
    evacuating: bool = False


Event = (
    InputChanged
    | TimerFired
    | DeviceChanged
    | TicketRequested
    | CodeOffered
    | MethodChosen
    | BackTapped
    | MoreTimeTapped
    | ReceiptWanted
    | HelpTapped
    | EntryGranted
    | StayFound
    | CredentialRefused
    | SessionBegun
    | RecordFailed
    | TicketPrinted
    | PrintFailed
    | PaymentBegun
    | PaymentReported
    | PaidElsewhere
    | ManualOpenOrdered
    | KeepOpenOrdered
    | ModeOrdered
    | PresenceForced
    | LaneResetOrdered
    | NilExitOrdered
    | IouOrdered
    | LostTicketOrdered
    | ReissueOrdered
    | TicketReissued
    | VoidOrdered
    | HelpAnswered
    | EvacuationEnded
    | FullChanged
    | EvacuationSignalled
    | ClockDoubted
    | GatewayChanged
    | Restarted
)
"""Everything that can be posted to a lane. `Authority` and `OpenStep` are parts of events."""
