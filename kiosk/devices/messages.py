"""What the house says to devices and what devices say back, as frozen values.

Commands are imperative and go down to one device through its `Link`; reports say what a
device told us and come up from it. No message carries a time: whoever receives it stamps it.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from kiosk.domain.signals import Input, Level, Light


class Paper(Enum):
    """How much paper a printer says it has."""

    OK = "ok"
    LOW = "low"
    OUT = "out"
    UNKNOWN = "unknown"


class Fault(Enum):
    """What can be wrong with a device; shown to people until it is cleared."""

    UNPLUGGED = "unplugged"
    """The port is gone, cannot be opened, or does not take our bytes."""
    NO_ANSWER = "no_answer"
    """The port is there and the device says nothing."""
    BAD_FRAME = "bad_frame"
    """The device answers with bytes that make no sense (wrong baud rate, noise, another device)."""
    LINKAGE_MODE = "linkage_mode"
    """The board's own inputs may drive its relays, or it does not say; set it to normal mode."""
    CONTRADICTION = "contradiction"
    """The boom says fully open and fully closed at once."""
    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"
    COVER_OPEN = "cover_open"
    PRINTER_ERROR = "printer_error"


class Failure(Enum):
    """Why a command was not carried out, or is not known to have been."""

    EXPIRED = "expired"
    """It waited longer than the sender allowed and was never sent."""
    OFFLINE = "offline"
    """There was no open port; it was never sent and never will be."""
    NOT_WIRED = "not_wired"
    """This board has no output for it."""
    REFUSED = "refused"
    """The device understood and said no."""
    NO_ANSWER = "no_answer"
    """It was sent and nothing came back: it may have happened."""
    WRONG_ANSWER = "wrong_answer"
    """It was sent and the answer was for something else: it may have happened."""
    PORT_LOST = "port_lost"
    """The port went while the answer was awaited: it may have happened."""

    @property
    def may_have_happened(self) -> bool:
        """Whether the device may have acted all the same, so that a retry could act twice."""
        return self in (Failure.NO_ANSWER, Failure.WRONG_ANSWER, Failure.PORT_LOST)


class PrinterFault(Enum):
    """Why a print job failed. A failed job is void even if paper came out."""

    OFFLINE = "offline"
    """No open port, or the printer says it is offline and not why."""
    EXPIRED = "expired"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    ERROR = "error"
    """Cutter, head or another error the printer reports."""
    NO_ANSWER = "no_answer"
    """The printer is silent."""
    UNCONFIRMED = "unconfirmed"
    """The printer answers and says all is well, but never confirmed this job."""
    PORT_LOST = "port_lost"


# Commands to a gate board


@dataclass(frozen=True, slots=True)
class PulseOpen:
    """Ask the barrier to open: one contact pulse that the board itself ends."""


@dataclass(frozen=True, slots=True)
class PulseClose:
    """Ask the barrier to close: one contact pulse that the board itself ends."""


@dataclass(frozen=True, slots=True)
class KeepOpen:
    """Hold the barrier's open contact, or let it go. Stays as it is until told otherwise."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetLight:
    """Switch the lane's traffic light."""

    light: Light


@dataclass(frozen=True, slots=True)
class SetSign:
    """Switch the FULL sign on, or back to FREE."""

    full: bool


BoardCommand: TypeAlias = PulseOpen | PulseClose | KeepOpen | SetLight | SetSign


# Commands to a printer


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Print `data` (ready ESC/POS bytes, cut included) and say under `job_id` how it went."""

    job_id: str
    data: bytes


@dataclass(frozen=True, slots=True)
class KickDrawer:
    """Open the cash drawer that hangs on the printer; no printer confirms this."""


@dataclass(frozen=True, slots=True)
class AskStatus:
    """Ask the printer how it is now; answered by a `PrinterState` even if nothing changed."""


PrinterCommand: TypeAlias = PrintJob | KickDrawer | AskStatus

Command: TypeAlias = BoardCommand | PrinterCommand


# Reports of a gate board


@dataclass(frozen=True, slots=True)
class InputChanged:
    """An input has a new level; the first level after going online is a change too."""

    input: Input
    level: Level


@dataclass(frozen=True, slots=True)
class PassageCount:
    """The board's own count of passages, never reset by us; sent when it changes."""

    total: int


# Reports of a printer


@dataclass(frozen=True, slots=True)
class JobPrinted:
    """The printer itself confirmed that it has worked through the whole job."""

    job_id: str


@dataclass(frozen=True, slots=True)
class JobFailed:
    """The job was not printed, or nobody can say that it was: treat it as not printed."""

    job_id: str
    reason: PrinterFault


@dataclass(frozen=True, slots=True)
class PrinterState:
    """How the printer is; sent when it changes and after `AskStatus`."""

    online: bool
    paper: Paper
    cover_open: bool


@dataclass(frozen=True, slots=True)
class PaperTaken:
    """The paper of this job was seen in the mouth of the printer and is gone now."""

    job_id: str


# Reports of a scanner


@dataclass(frozen=True, slots=True)
class Scanned:
    """A code was read: its text, without the scanner's framing. The text is not trusted."""

    text: str


@dataclass(frozen=True, slots=True)
class ScanRefused:
    """Something was read that cannot be a code of ours: overlong, cut off or unreadable."""

    reason: str


# Reports of any device


@dataclass(frozen=True, slots=True)
class CommandDone:
    """The device answered that it carried the command out (a drawer kick: that it was sent)."""

    command: Command


@dataclass(frozen=True, slots=True)
class CommandFailed:
    """The command was not carried out; see `Failure.may_have_happened` before repeating it."""

    command: Command
    reason: Failure


@dataclass(frozen=True, slots=True)
class Online:
    """The device answered its probe. Outputs are as the device has them: set them again."""

    device: str


@dataclass(frozen=True, slots=True)
class Offline:
    """The device is out of reach; nothing it said before may be relied on."""

    device: str


@dataclass(frozen=True, slots=True)
class FaultRaised:
    """Something is wrong with this device from now on. Raised once, until cleared."""

    device: str
    fault: Fault
    detail: str


@dataclass(frozen=True, slots=True)
class FaultCleared:
    """That is over, or can no longer be told because a graver fault hides it."""

    device: str
    fault: Fault


BoardReport: TypeAlias = InputChanged | PassageCount
PrinterReport: TypeAlias = JobPrinted | JobFailed | PrinterState | PaperTaken
ScannerReport: TypeAlias = Scanned | ScanRefused
DeviceReport: TypeAlias = (
    CommandDone | CommandFailed | Online | Offline | FaultRaised | FaultCleared
)
Report: TypeAlias = BoardReport | PrinterReport | ScannerReport | DeviceReport
