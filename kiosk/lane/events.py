"""Everything a lane can be told. Frozen values; whoever posts them stamped the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.payment import Method, Outcome
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, Input, LaneMode, Level
from kiosk.domain.ticket import Refusal, Ticket
from kiosk.domain.wording import Text


@dataclass(frozen=True, slots=True)
class InputChanged:
    """A wire of the gate board moved."""

    input: Input
    level: Level


@dataclass(frozen=True, slots=True)
class TimerFired:
    """A timer this lane started ran out."""

    name: str


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """A device works, or does not and why (`fault` words of `devices.messages`)."""

    device: Device
    ready: bool
    fault: str = ""


# --- the driver


@dataclass(frozen=True, slots=True)
class TicketRequested:
    """The on-screen ticket button; the real one arrives as `InputChanged(TICKET_BUTTON)`."""


@dataclass(frozen=True, slots=True)
class CodeOffered:
    """A scan, or a code typed on the screen or by an attendant (`typed`). Any text at all."""

    text: str
    typed: bool = False


@dataclass(frozen=True, slots=True)
class MethodChosen:
    """How the driver wants to pay."""

    method: Method


@dataclass(frozen=True, slots=True)
class BackTapped:
    """Back, or cancel."""


@dataclass(frozen=True, slots=True)
class MoreTimeTapped:
    """Still there."""


@dataclass(frozen=True, slots=True)
class ReceiptWanted:
    """The driver wants a receipt for what was just paid."""


@dataclass(frozen=True, slots=True)
class HelpTapped:
    """The on-screen help button."""


# --- answers to effects


@dataclass(frozen=True, slots=True)
class EntryGranted:
    """A booking, pass or plate may enter (answer to `LookUp` at an entry)."""

    admittance: Admittance
    booking_id: str | None = None
    pass_id: str | None = None
    soft: str = ""
    """Rules of the pass's group that were broken and only noted (`Refusal` words)."""
    note: Text | None = None
    """What the driver should know of the pass: it ends soon."""


@dataclass(frozen=True, slots=True)
class StayFound:
    """The session and its price now (answer to `LookUp` and `Requote` at an exit)."""

    stay: Stay


@dataclass(frozen=True, slots=True)
class CredentialRefused:
    """A named no (answer to `LookUp`)."""

    refusal: Refusal
    code: str = ""


@dataclass(frozen=True, slots=True)
class SessionBegun:
    """Session (and ticket) are on disk (answer to `BeginSession`)."""

    admission: Admission


@dataclass(frozen=True, slots=True)
class RecordFailed:
    """The disk said no: that fact did not happen, nor any later effect of its step."""

    reason: str


@dataclass(frozen=True, slots=True)
class TicketPrinted:
    """The printer itself confirmed the ticket with this code."""

    code: str


@dataclass(frozen=True, slots=True)
class PrintFailed:
    """The printer did not confirm this ticket or paper; `reason` is a fault word."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaymentBegun:
    """The intent is on disk and the provider was asked (answer to `BeginPayment`)."""

    attempt_id: str
    method: Method
    show: str = ""
    """What the driver's own app must read from our screen (UPI), as the text of a QR code."""


@dataclass(frozen=True, slots=True)
class PaymentReported:
    """What the provider said, by the exact attempt. Already on disk. `leave_by_at` when paid."""

    outcome: Outcome
    leave_by_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PaidElsewhere:
    """The till took money for this session (or cleared it) while it stood here; already on disk."""

    session_id: str
    stay: Stay


# --- people with a PIN


@dataclass(frozen=True, slots=True)
class Authority:
    """Behind every order: who, why, and the second person where one was needed."""

    actor: str
    reason: str
    second_person: str | None = None


@dataclass(frozen=True, slots=True)
class ManualOpenOrdered:
    """Open for one car."""

    by: Authority


@dataclass(frozen=True, slots=True)
class KeepOpenOrdered:
    """Latch the boom up, or release it."""

    by: Authority
    on: bool = True


@dataclass(frozen=True, slots=True)
class ModeOrdered:
    """Change the lane's mode."""

    by: Authority
    mode: LaneMode = LaneMode.OPEN


@dataclass(frozen=True, slots=True)
class PresenceForced:
    """Treat loop A as occupied: a motorcycle it does not see."""

    by: Authority


@dataclass(frozen=True, slots=True)
class LaneResetOrdered:
    """Back to rest; ends an out-of-service."""

    by: Authority


@dataclass(frozen=True, slots=True)
class NilExitOrdered:
    """Let the car at the exit go without paying what it owes."""

    by: Authority


@dataclass(frozen=True, slots=True)
class IouOrdered:
    """Let it go against a printed promise to pay."""

    by: Authority


@dataclass(frozen=True, slots=True)
class LostTicketOrdered:
    """The driver has no ticket: the flat `fee`, or a stay proven since `entered_at`."""

    by: Authority
    fee: Money | None = None
    session_id: str | None = None
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReissueOrdered:
    """A damaged ticket: print a successor for the session with this code."""

    by: Authority
    code: str = ""


@dataclass(frozen=True, slots=True)
class TicketReissued:
    """The successor ticket is on disk (answer to `ReissueTicket`)."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class VoidOrdered:
    """Void the ticket or abandon the transaction in progress."""

    by: Authority


@dataclass(frozen=True, slots=True)
class TailgateAccepted:
    """Give the last unpaired passage this session."""

    by: Authority
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    """Somebody took the call."""

    by: Authority


@dataclass(frozen=True, slots=True)
class EvacuationEnded:
    """A person ends the evacuation."""

    by: Authority


# --- the house


@dataclass(frozen=True, slots=True)
class FullChanged:
    """The counter reached capacity, or left it."""

    full: bool


@dataclass(frozen=True, slots=True)
class EvacuationSignalled:
    """Another lane's fire input fired."""


@dataclass(frozen=True, slots=True)
class ClockDoubted:
    """The wall clock went backwards (`doubted`): no tickets until a person confirms it."""

    doubted: bool


@dataclass(frozen=True, slots=True)
class GatewayChanged:
    """Causes of not being able to take money, kept apart: centre, internet, gateway, device."""

    cause: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class OpenStep:
    """What the journal says was unfinished in this lane when the program last stopped."""

    admission: Admission | None = None
    taken: bool = False
    authorised_session: str | None = None
    authorised_booking: str | None = None
    open_attempt: str | None = None
    attempt_session: str | None = None
    more_attempts: tuple[tuple[str, str], ...] = ()
    """Further (attempt, session) without an outcome: of cars that had left before it came."""


@dataclass(frozen=True, slots=True)
class Restarted:
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
    | TailgateAccepted
    | HelpAnswered
    | EvacuationEnded
    | FullChanged
    | EvacuationSignalled
    | ClockDoubted
    | GatewayChanged
    | Restarted
)
"""Everything that can be posted to a lane. `Authority` and `OpenStep` are parts of events."""
