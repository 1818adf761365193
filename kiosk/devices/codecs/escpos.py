"""ESC/POS printer on a serial line; the job's bytes come ready, this adds asking and confirming.

Sources: Epson's command manuals, and Custom's KPM150H for the presenter. A serial printer swallows
every byte whether or not it prints, so:

* before a job `DLE EOT 1, 2, 4` (real-time status) must say that it can print;
* after the job comes `GS r 1`, which the printer answers once it has worked through everything
  before it: that answer, and nothing else, makes a job printed;
* meanwhile the real-time status tells of paper out or an open cover, which end the wait;
* what a printer has not confirmed may still sit in it, with its own `GS r 1` behind it. So after
  opening and after such a job we *fence*: one `GS r 1` of our own and then silence on the line,
  before the next job. No late confirmation can be taken for another ticket's.
"""

from collections import deque
from dataclasses import dataclass

from kiosk.devices.codecs.escpos_status import (
    Confirmation,
    Mouth,
    Noise,
    Replies,
    Reply,
    Status,
    StatusByte,
)
from kiosk.devices.codecs.presenter import Presenter
from kiosk.devices.faults import Faults
from kiosk.devices.messages import (
    AskStatus,
    CommandDone,
    CommandFailed,
    Failure,
    Fault,
    JobFailed,
    JobPrinted,
    KickDrawer,
    Offline,
    Online,
    Paper,
    PrinterCommand,
    PrinterFault,
    PrinterState,
    PrintJob,
    Report,
)

ASK_STATUS = b"\x10\x04\x01\x10\x04\x02\x10\x04\x04"
ASK_CONFIRMATION = b"\x1d\x72\x01"
KICK_DRAWER = b"\x1b\x70\x00\x19\xfa"

IDLE_STATUS_SECONDS = 5.0
BUSY_STATUS_SECONDS = 1.0
ANSWER_SECONDS = 1.0
LATE_SECONDS = 0.5
"""Status bytes carry no number: let late ones pass before asking again."""
SILENT_ROUNDS = 2
CONFIRM_SECONDS = 10.0
FENCE_QUIET_SECONDS = 0.5
_STATUS_BYTES = 3
_BITS_PER_CHARACTER = 11
_NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What the protocol needs to know of a model."""

    presenter: bool = False
    """Whether it tells when the paper was taken out of its mouth (DLE EOT 20)."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A job that has not begun."""

    job: PrintJob
    expires_at: float


@dataclass(frozen=True, slots=True)
class _Fencing:
    """Our own GS r 1 is out; answered, the fence holds once the line was quiet until then."""

    give_up_at: float
    quiet_at: float = _NEVER


@dataclass(frozen=True, slots=True)
class _Printing:
    """The job is out and its confirmation is awaited."""

    job: PrintJob
    give_up_at: float


class EscposPrinter:
    """Codec of one printer; see `kiosk.devices.codec.Codec`."""

    patient = False

    # One conversation, from the opening of the port to its loss; `_restart` begins it.
    _out: bytearray
    _replies: Replies
    _stage: _Fencing | _Printing | None
    _fenced: bool
    _mute: bool
    _status: Status | None
    _state: PrinterState | None
    _state_wanted: bool
    _status_bytes: list[int]
    _status_at: float
    _status_by: float
    _silent: int
    _noisy: bool
    _presenter: Presenter

    def __init__(
        self, device: str, profile: PrinterProfile | None = None, *, baud: int = 9600
    ) -> None:
        self._device = device
        self._profile = profile or PrinterProfile()
        self._byte_seconds = _BITS_PER_CHARACTER / baud
        self._faults = Faults(device)
        self._open = False
        self._online = False
        self._jobs: deque[_Waiting] = deque()
        self._restart(0.0)

    def opened(self, now: float) -> None:
        """Begin with the probe: how are you?"""
        self._open = True
        self._restart(now)

    def closed(self) -> list[Report]:
        """Fail the job under way and those that wait; nothing is known of the printer."""
        self._open = False
        failed = self._job_over(PrinterFault.PORT_LOST) + self._jobs_over(PrinterFault.OFFLINE)
        self._stage = None
        return failed + self._out_of_reach() + self._faults.all_cleared()

    def submit(self, command: PrinterCommand, expires_at: float | None, now: float) -> list[Report]:
        """Queue a job, kick the drawer, or ask; out of reach, jobs and kicks fail at once."""
        match command:
            case PrintJob(job_id) if not self._online:
                return [JobFailed(job_id, PrinterFault.OFFLINE)]
            case PrintJob():
                expiry = _NEVER if expires_at is None else expires_at
                self._jobs.append(_Waiting(command, expiry))
            case KickDrawer() if not self._online:
                return [CommandFailed(command, Failure.OFFLINE)]
            case KickDrawer() if expires_at is not None and now >= expires_at:
                return [CommandFailed(command, Failure.EXPIRED)]
            case KickDrawer():
                self._out += KICK_DRAWER
                return [CommandDone(command)]
            case AskStatus():
                self._state_wanted = True
        if self._stage is None:
            self._ask_status_soon(now)
        return []

    def feed(self, data: bytes, now: float) -> list[Report]:
        """Take the printer's answers; what was not asked for is dropped."""
        reports: list[Report] = []
        for reply in self._replies.feed(data, now):
            reports += self._replied(reply, now)
        return reports

    def tick(self, now: float) -> tuple[bytes, list[Report]]:
        """Give up on overdue answers, go on after the fence, ask what is to be asked next."""
        if not self._open:
            return b"", []
        reports = self._expire(now)
        if now >= self._status_by:
            reports += self._silence(now)
        match self._stage:
            case _Fencing(quiet_at=quiet_at) if now >= quiet_at:
                self._fence_holds(now)
            case _Fencing(give_up_at) | _Printing(_, give_up_at) if now >= give_up_at:
                reports += self._unconfirmed(now)
            case _:
                pass
        self._out += self._presenter.tick(now)
        if now >= self._status_at:
            self._status_bytes.clear()
            self._status_by = now + ANSWER_SECONDS
            self._status_at = _NEVER
            self._out += ASK_STATUS
        out, self._out = bytes(self._out), bytearray()
        return out, reports

    def due(self) -> float | None:
        """The nearest of all deadlines; None while there is no port."""
        if not self._open:
            return None
        deadlines = [self._status_at, self._status_by]
        deadlines += [waiting.expires_at for waiting in self._jobs]
        match self._stage:
            case _Fencing(give_up_at, quiet_at):
                deadlines += [give_up_at, quiet_at]
            case _Printing(_, give_up_at):
                deadlines.append(give_up_at)
            case None:
                pass
        if (ask_at := self._presenter.due()) is not None:
            deadlines.append(ask_at)
        return min(deadlines)

    def _restart(self, now: float) -> None:
        self._out = bytearray()
        self._replies = Replies()
        self._stage = None
        self._fenced = False
        self._mute = False
        self._status = None
        self._state = None
        self._state_wanted = False
        self._status_bytes = []
        self._status_at = now
        self._status_by = _NEVER
        self._silent = 0
        self._noisy = False
        self._presenter = Presenter()

    def _replied(self, reply: Reply, now: float) -> list[Report]:
        match reply:
            case StatusByte(value) if self._status_by < _NEVER:
                self._status_bytes.append(value)
                if len(self._status_bytes) == _STATUS_BYTES:
                    return self._status_came(Status(*self._status_bytes), now)
            case Confirmation(paper_out):
                return self._confirmed(paper_out, now)
            case Mouth(present):
                return self._presenter.told(present)
            case Noise():
                self._noisy = True
            case _:
                pass
        return []

    # Status

    def _ask_status_soon(self, now: float) -> None:
        if self._status_by == _NEVER:  # or the answer under way will do, and must not be mixed up
            self._status_at = now

    def _status_came(self, status: Status, now: float) -> list[Report]:
        self._status = status
        self._status_by = _NEVER
        self._silent = 0
        self._noisy = False
        self._status_at = now + (BUSY_STATUS_SECONDS if self._stage else IDLE_STATUS_SECONDS)
        reports = self._faults.cleared(Fault.NO_ANSWER, Fault.BAD_FRAME)
        if not self._online:
            self._online = True
            reports.append(Online(self._device))
        reports += self._tell_state(status)
        if self._stage is None:
            return reports + self._begin(status, now)
        trouble = status.trouble
        if trouble is None or trouble is PrinterFault.OFFLINE:  # offline alone may pass by itself
            return reports
        return reports + self._give_up(trouble, now)

    def _tell_state(self, status: Status) -> list[Report]:
        state = PrinterState(not status.offline, status.paper_level, status.cover_open)
        reports: list[Report] = [state] if self._state_wanted or state != self._state else []
        self._state, self._state_wanted = state, False
        reports += self._stands(Fault.PAPER_OUT, state.paper is Paper.OUT, "no paper")
        reports += self._stands(Fault.PAPER_LOW, state.paper is Paper.LOW, "paper is near its end")
        reports += self._stands(Fault.COVER_OPEN, state.cover_open, "the cover is open")
        detail = "it does not confirm what it prints" if self._mute else "the printer says error"
        return reports + self._stands(Fault.PRINTER_ERROR, status.failed or self._mute, detail)

    def _stands(self, fault: Fault, stands: bool, detail: str) -> list[Report]:
        return self._faults.raised(fault, detail) if stands else self._faults.cleared(fault)

    def _silence(self, now: float) -> list[Report]:
        self._status = None
        self._status_by = _NEVER
        self._status_at = now + LATE_SECONDS
        if isinstance(self._stage, _Printing):  # may be too busy to say more; its deadline decides
            return []
        self._silent += 1
        reports = self._jobs_over(PrinterFault.NO_ANSWER)
        if self._silent < SILENT_ROUNDS:
            return reports
        self._stage = None
        fault = Fault.BAD_FRAME if self._noisy else Fault.NO_ANSWER
        raised = self._faults.raised(fault, f"{SILENT_ROUNDS} status queries without an answer")
        return [*reports, *raised, *self._out_of_reach()]

    def _out_of_reach(self) -> list[Report]:
        if not self._online:
            return []
        self._online = False
        self._state = None
        return [PrinterState(False, Paper.UNKNOWN, False), Offline(self._device)]

    # Jobs

    def _begin(self, status: Status, now: float) -> list[Report]:
        reports = self._expire(now)
        if status.trouble:
            return reports + self._jobs_over(status.trouble)
        if not self._fenced:
            self._stage = _Fencing(give_up_at=now + CONFIRM_SECONDS)
            self._status_at = now + BUSY_STATUS_SECONDS
            self._out += ASK_CONFIRMATION
        elif self._jobs:
            job = self._jobs.popleft().job
            wire_seconds = len(job.data) * self._byte_seconds
            self._stage = _Printing(job, now + wire_seconds + CONFIRM_SECONDS)
            self._status_at = now + wire_seconds + BUSY_STATUS_SECONDS
            self._out += job.data + ASK_CONFIRMATION
        return reports

    def _fence_holds(self, now: float) -> None:
        self._rest(now)
        self._fenced = True
        self._mute = False

    def _confirmed(self, paper_out: bool, now: float) -> list[Report]:
        match self._stage:
            case _Fencing(give_up_at):
                self._stage = _Fencing(give_up_at, quiet_at=now + FENCE_QUIET_SECONDS)
                return []
            case _Printing() if paper_out:
                return self._give_up(PrinterFault.PAPER_OUT, now)
            case _Printing(job):
                self._rest(now)
                if self._profile.presenter:
                    self._presenter.follow(job.job_id, now)
                return [JobPrinted(job.job_id)]
            case None:
                return []

    def _unconfirmed(self, now: float) -> list[Report]:
        reports: list[Report] = []
        self._mute = isinstance(self._stage, _Fencing)
        if self._mute:
            reports += self._jobs_over(PrinterFault.UNCONFIRMED)
        if self._status is None:
            reason = PrinterFault.NO_ANSWER
        else:
            reason = self._status.trouble or PrinterFault.UNCONFIRMED
        return reports + self._give_up(reason, now)

    def _give_up(self, reason: PrinterFault, now: float) -> list[Report]:
        self._fenced = False
        over = self._job_over(reason)
        self._rest(now)
        return over

    def _rest(self, now: float) -> None:
        """Go back to idle; what waits is looked at as soon as the status is known again."""
        self._stage = None
        if self._jobs:
            self._ask_status_soon(now)

    def _job_over(self, reason: PrinterFault) -> list[Report]:
        match self._stage:
            case _Printing(job):
                return [JobFailed(job.job_id, reason)]
            case _:
                return []

    def _jobs_over(self, reason: PrinterFault) -> list[Report]:
        failed: list[Report] = [JobFailed(waiting.job.job_id, reason) for waiting in self._jobs]
        self._jobs.clear()
        return failed

    def _expire(self, now: float) -> list[Report]:
        late = [waiting for waiting in self._jobs if now >= waiting.expires_at]
        for waiting in late:
            self._jobs.remove(waiting)
        return [JobFailed(waiting.job.job_id, PrinterFault.EXPIRED) for waiting in late]
