"""What a lane knows: its senses, its devices, its mode, and the phase it is in.

Senses are folded in for every event, so no phase can miss a sensor change; phases say where we are.
Both lanes share these; `entry.Phase` and `exit.Phase` say which of them each uses.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admission
from kiosk.domain.signals import Device, Input, LaneKind, LaneMode, Level
from kiosk.domain.ticket import Refusal


@dataclass(frozen=True, slots=True)
class Senses:
    """The debounced wires. A lane wakes up knowing nothing: everything unknown."""

    approach: Level = Level.UNKNOWN
    safety: Level = Level.UNKNOWN
    safety_seen: bool = False
    """Loop B's wire says occupied, settled or not: enough to forbid closing, not to count a car."""
    departure: Level = Level.UNKNOWN
    boom_open: Level = Level.UNKNOWN
    boom_closed: Level = Level.UNKNOWN
    boom_detached: Level = Level.OFF
    fire: Level = Level.OFF
    on_battery: Level = Level.OFF
    door_open: Level = Level.OFF
    present: bool = False
    """An attendant vouches for a car loop A does not see (force presence)."""
    pending: tuple[tuple[Input, Level], ...] = ()
    """Levels that have been seen but not for long enough to count."""

    @property
    def car_waiting(self) -> bool:
        """Whether somebody stands at the station; unknown is nobody, for issuing."""
        return self.approach is Level.ON or self.present

    @property
    def under_boom(self) -> bool:
        """Whether a car must be assumed under the boom: unknown counts as occupied."""
        return self.safety is not Level.OFF or self.safety_seen

    @property
    def station_free(self) -> bool:
        """Whether certainly nobody stands at the station; unknown is not free."""
        return self.approach is Level.OFF and not self.present

    @property
    def fully_open(self) -> bool:
        """Whether the boom stands open. Limits that contradict each other say nothing."""
        return self.boom_open is Level.ON and self.boom_closed is not Level.ON

    @property
    def fully_closed(self) -> bool:
        """Whether the boom lies closed. Limits that contradict each other say nothing."""
        return self.boom_closed is Level.ON and self.boom_open is not Level.ON

    @property
    def blind(self) -> bool:
        """Whether a car could move now without being seen."""
        return Level.UNKNOWN in (self.approach, self.safety)


# --- phases both lanes use


@dataclass(frozen=True, slots=True)
class Idle:
    """Nobody is here."""


@dataclass(frozen=True, slots=True)
class Armed:
    """A car stands on A and may ask. `still_there`: the driver was asked whether it goes on."""

    still_there: bool = False


@dataclass(frozen=True, slots=True)
class Checking:
    """A code is being looked up, beside a `stay` whose price was on the screen already."""

    code: str
    stay: Stay | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A named no is on the screen; the driver may try again, or pay for the `stay` as before."""

    refusal: Refusal
    code: str = ""
    stay: Stay | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """The authorised movement in progress, carried through Opening, Passing and Closing.

    `session_id` is None for a manual opening. `entered` once B was seen, `tries` counts pulses.
    """

    session_id: str | None
    cause: str
    admission: Admission | None = None
    stay: Stay | None = None
    tries: int = 1
    entered: bool = False
    receipt_wanted: bool = False
    cleared: bool = False
    """The car is past A: B was covered while A was free."""
    nosed: bool = False
    """It had touched B and came back: leaving now is a *late* back-out."""
    departed: bool = False
    """Loop C saw it."""
    follower: bool = False
    """Another car came onto A behind it."""
    blind: bool = False
    """For a while nobody could have seen it move, so it may be gone without proof."""
    counted: bool = False
    """Its facts are in the ledger already."""
    booking_id: str | None = None
    """Known where neither admission nor stay is: after a restart."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The pulse is out; waiting for the boom to say it is open."""

    going: Pass


@dataclass(frozen=True, slots=True)
class Passing:
    """The boom is up; waiting for the loops to prove the movement. `stalled`: nothing moves."""

    going: Pass
    stalled: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The movement is proven (or given up); waiting for the boom to say it is closed."""

    last: Pass
    asked: bool = False
    """Our one close pulse is out (only where barriers do not close themselves)."""


@dataclass(frozen=True, slots=True)
class OutOfService:
    """A person is needed. `reason` is a machine word (`boom_stuck`, `boom_up_at_start`, ...).

    `going` is the authorised car that was held up by it, if there was one.
    """

    reason: str
    going: Pass | None = None


@dataclass(frozen=True, slots=True)
class Evacuating:
    """Fire: open, and nothing else matters."""


# --- entry only


@dataclass(frozen=True, slots=True)
class Registering:
    """Session and ticket are being written; `attempt` 2 is the last."""

    attempt: int = 1


@dataclass(frozen=True, slots=True)
class Printing:
    """The ticket is on its way out of the printer; `attempt` 2 is the last.

    `taken`: the driver was quicker than the printer's own confirmation.
    """

    admission: Admission
    attempt: int = 1
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Taking:
    """The ticket hangs in the slot."""

    admission: Admission
    reminded: bool = False


# --- exit only


@dataclass(frozen=True, slots=True)
class Quoted:
    """The price is shown; the driver chooses how to pay."""

    stay: Stay
    declined: bool = False
    still_there: bool = False


@dataclass(frozen=True, slots=True)
class CashWanted:
    """The driver goes for cash at the booth; the till will answer with `PaidElsewhere`."""

    stay: Stay


@dataclass(frozen=True, slots=True)
class Paying:
    """An attempt is running. `attempt_id` is None until its intent is on disk.

    `left`: the car backed out meanwhile, so the outcome opens nothing.
    """

    stay: Stay
    method: Method
    attempt_id: str | None = None
    cancelling: bool = False
    left: bool = False
    show: str = ""
    """The text of the QR code that the driver's own app reads (UPI)."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Nobody knows whether money moved; asking again by the attempt's id, a person is called."""

    stay: Stay
    attempt_id: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Only a person (or the release time) can go on; `cause` says why. The stay, if it is known."""

    cause: str
    stay: Stay | None = None


Phase = (
    Idle
    | Armed
    | Checking
    | Refused
    | Opening
    | Passing
    | Closing
    | OutOfService
    | Evacuating
    | Registering
    | Printing
    | Taking
    | Quoted
    | CashWanted
    | Paying
    | Unsettled
    | Waiting
)


@dataclass(frozen=True, slots=True)
class Lane:
    """Everything an engine knows of its lane."""

    kind: LaneKind
    phase: Phase = Idle()
    senses: Senses = Senses()
    mode: LaneMode = LaneMode.OPEN
    full: bool = False
    keep_open: bool = False
    missing: frozenset[Device] = field(
        default_factory=lambda: frozenset({Device.BOARD, Device.PRINTER, Device.SCANNER})
    )
    """Devices that do not work now; what each blocks is in the engines."""
    faults: tuple[tuple[Device, str], ...] = ()
    clock_doubted: bool = False
    unreachable: frozenset[str] = frozenset()
    calling: str = ""
    """Why the lane rings in the booth; empty when it does not."""
    flickers: int = 0
    """Loop flickers too short to count since the last `NoiseCounted`."""
    settling: tuple[tuple[str, str], ...] = ()
    """Payments without a known outcome: (attempt, session). Asked again until they have one."""
    against: bool = False
    """A car came onto B from outside: whoever reaches A next came the wrong way."""
    started: bool = False
    """False until `Restarted` was handled: a lane serves nobody before it knows where it is."""
