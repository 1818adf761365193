"""Gate board: Modbus RTU with 8 inputs and 8 relays (Waveshare Modbus RTU IO 8CH and kin).

The board never speaks unasked, so we poll its inputs 20 times a second (FC 02) and put writes
(FC 05) between the polls. A boom contact is a *flash*: the board ends the pulse itself.

* A write is sent once. Its echo must match; a repeat is the sender's decision, since a silent
  board may have acted all the same, and some barriers count pulses.
* RTU answers carry no number: after a silence we wait out the slowest device before asking again,
  so that a late answer cannot pass for the next one.
* At rest (no input on but a boom that is down, no command, a prompt board) an answer is left
  waiting until the next poll: one wake-up a poll, not two. The first sign of anything ends that; it
  is seen one poll late, at an empty lane only. A silent board is noticed no later for it.
* `SILENT_ROUNDS` requests in a row without an answer, and the board is out of reach: every input
  is unknown, waiting commands fail, and the probe starts again.
"""

from collections import deque
from dataclasses import dataclass

from kiosk.devices.codecs.board_map import WAVESHARE_8IO, BoardMap
from kiosk.devices.codecs.inputs import InputFilter
from kiosk.devices.codecs.rtu import (
    COIL_OFF,
    COIL_ON,
    FLASH_ON,
    Answer,
    Bits,
    CoilWritten,
    NoAnswer,
    ReadInputs,
    ReadRegisters,
    Refused,
    Request,
    RtuMaster,
    Words,
    WriteCoil,
)
from kiosk.devices.faults import Faults
from kiosk.devices.messages import (
    BoardCommand,
    CommandDone,
    CommandFailed,
    Failure,
    Fault,
    KeepOpen,
    Offline,
    Online,
    PassageCount,
    PulseClose,
    PulseOpen,
    Report,
    SetLight,
    SetSign,
)
from kiosk.domain.signals import Light

POLL_SECONDS = 0.05
COUNTER_SECONDS = 1.0
ANSWER_SECONDS = 0.3
LATE_SECONDS = 0.3
"""How long after `ANSWER_SECONDS` the slowest device may still answer."""
SILENT_ROUNDS = 3
_SILENT_GAP_CHARACTERS = 3.5
_SHORTEST_GAP_SECONDS = 0.00175
_BITS_PER_CHARACTER = 11


@dataclass(frozen=True, slots=True)
class _Order:
    """A command and the writes it still takes."""

    command: BoardCommand
    writes: tuple[WriteCoil, ...]
    expires_at: float | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """The one request that is under way; `order` when it is a write."""

    request: Request
    order: _Order | None = None


class GateBoard:
    """Codec of one gate board; see `kiosk.devices.codec.Codec`."""

    # One conversation, from the opening of the port to its loss; `_restart` begins it.
    patient: bool
    """While a board at rest is polled, and nobody wants anything of it."""
    _asked: _Asked | None
    _asked_at: float
    _probe: deque[Request]
    _silent: int
    _garbled: bool
    _quiet_until: float
    _poll_at: float
    _resting: bytes | None
    """The answer that means nothing new, while the board is at rest and answers promptly."""
    _count_at: float

    def __init__(
        self, device: str, board: BoardMap = WAVESHARE_8IO, *, baud: int = 9600, unit: int = 1
    ) -> None:
        gap = _SILENT_GAP_CHARACTERS * _BITS_PER_CHARACTER / baud
        self._gap_seconds = max(_SHORTEST_GAP_SECONDS, gap)
        self._device = device
        self._board = board
        self._rtu = RtuMaster(unit)
        self._inputs = InputFilter(board.inputs)
        self._faults = Faults(device)
        self._poll = _Asked(ReadInputs(0, board.lines))
        self._poll_frame = self._rtu.frame(self._poll.request)
        self._open = False
        self._online = False
        self._orders: deque[_Order] = deque()
        self._heard = b""
        self._counted: int | None = None
        self._restart(0.0)

    def opened(self, now: float) -> None:
        """Begin with the probe: linkage mode, passage counter, then the inputs."""
        self._open = True
        self._restart(now)

    def closed(self) -> list[Report]:
        """Every input is unknown; what waited or was under way has failed."""
        self._open = False
        failed: list[Report] = []
        if self._asked and self._asked.order:
            failed = [CommandFailed(self._asked.order.command, Failure.PORT_LOST)]
        self.patient = False
        self._asked = None
        return [*self._out_of_reach(), *failed, *self._faults.all_cleared()]

    def submit(self, command: BoardCommand, expires_at: float | None, now: float) -> list[Report]:
        """Queue a command; while the board is out of reach it fails, and is never sent later."""
        if not self._online:
            return [CommandFailed(command, Failure.OFFLINE)]
        writes = self._writes(command)
        if not writes:
            return [CommandFailed(command, Failure.NOT_WIRED)]
        self._orders.append(_Order(command, writes, expires_at))
        self.patient = False
        return []

    def feed(self, data: bytes, now: float) -> list[Report]:
        """Collect the answer we wait for; whatever comes unasked is late or noise."""
        if self._asked is None:
            return []
        self._heard += data
        if self.patient and self._heard == self._resting:
            self._end_exchange(now)
            return []
        answer = self._rtu.read(self._heard, self._asked.request)
        if isinstance(answer, NoAnswer):
            if answer is NoAnswer.GARBLED:
                self._heard = b""
                self._garbled = True
            return []
        return self._answered(answer, self._asked, now)

    def tick(self, now: float) -> tuple[bytes, list[Report]]:
        """Give up on an overdue answer, drop expired commands, send the next request."""
        reports: list[Report] = []
        if self._asked:
            if now >= self._asked_at + ANSWER_SECONDS:
                reports += self._unanswered(self._asked, now)
            elif now >= self._poll_at:
                self.patient = False  # not prompt any more: listen for it
        if self._orders:
            reports += self._expire(now)
        if not self._open or self._asked or now < self._quiet_until:
            return b"", reports
        self._asked = self._next(now)
        if self._asked is None:
            return b"", reports
        self._asked_at = now
        self._heard = b""
        if self._asked is self._poll:
            self.patient = self._resting is not None
            return self._poll_frame, reports
        return self._rtu.frame(self._asked.request), reports

    def due(self) -> float | None:
        """The answer's deadline, the end of the pause, or the next poll."""
        if not self._open:
            return None
        if self._asked:
            return self._poll_at if self.patient else self._asked_at + ANSWER_SECONDS
        waiting = self._orders or self._probe
        return self._quiet_until if waiting else max(self._quiet_until, self._poll_at)

    def _restart(self, now: float) -> None:
        self.patient = False
        self._asked = None
        self._asked_at = now
        self._silent = 0
        self._garbled = False
        self._quiet_until = now
        self._poll_at = now
        self._resting = None
        self._count_at = now + COUNTER_SECONDS
        self._probe = deque()
        if self._board.linkage_register is not None:
            self._probe.append(ReadRegisters(self._board.linkage_register, self._board.lines))
        if self._board.counter_register is not None:
            self._probe.append(ReadRegisters(self._board.counter_register, 2))

    def _next(self, now: float) -> _Asked | None:
        if self._probe:
            return _Asked(self._probe[0])
        if self._orders and now < self._poll_at + POLL_SECONDS:  # writes first, polls never starve
            order = self._orders.popleft()
            return _Asked(order.writes[0], order)
        if now < self._poll_at:
            return None
        if self._board.counter_register is not None and now >= self._count_at:
            self._count_at = now + COUNTER_SECONDS
            return _Asked(ReadRegisters(self._board.counter_register, 2))
        self._poll_at = now + POLL_SECONDS
        if self._resting:  # boards at rest are polled at the same instants: one wake-up for all
            self._poll_at = (round(now / POLL_SECONDS) + 1) * POLL_SECONDS
        return self._poll

    def _answered(self, answer: Answer, asked: _Asked, now: float) -> list[Report]:
        if isinstance(asked.request, ReadInputs) and isinstance(answer, Refused):
            self._garbled = True  # a board without inputs is not a gate board
            return self._unanswered(asked, now)
        self._end_exchange(now)
        if self._probe and asked.request == self._probe[0]:
            self._probe.popleft()
        reports = self._faults.cleared(Fault.NO_ANSWER, Fault.BAD_FRAME)
        match asked.request, answer:
            case ReadInputs(), Bits(lines):
                reports += self._sensed(lines)
                prompt = now <= self._asked_at + POLL_SECONDS / 2
                self._resting = self._heard if prompt and self._inputs.at_rest else None
                return reports
            case ReadRegisters(first), _ if first == self._board.linkage_register:
                return reports + self._linkage(answer)
            case ReadRegisters(), Words((high, low)):
                return reports + self._count(high << 16 | low)
            case WriteCoil(), _ if asked.order:
                return reports + self._written(answer, asked.order)
            case _:
                return reports

    def _end_exchange(self, now: float) -> None:
        # A board whose answer was left to wait until the next poll has long been silent.
        waited = self.patient and now >= self._poll_at
        self._quiet_until = now if waited else now + self._gap_seconds
        self._asked = None
        self.patient = False
        self._silent = 0
        self._garbled = False

    def _sensed(self, lines: tuple[bool, ...]) -> list[Report]:
        reports: list[Report] = []
        if not self._online:
            self._online = True
            reports.append(Online(self._device))
        reports += self._inputs.read(lines)
        if self._inputs.contradicting:
            detail = "the boom reports fully open and fully closed"
            return reports + self._faults.raised(Fault.CONTRADICTION, detail)
        return reports + self._faults.cleared(Fault.CONTRADICTION)

    def _linkage(self, answer: Answer) -> list[Report]:
        match answer:
            case Words(modes) if not any(modes):
                return self._faults.cleared(Fault.LINKAGE_MODE)
            case Words(modes):
                channels = ", ".join(str(n) for n, mode in enumerate(modes) if mode)
                detail = f"inputs drive relays on channel {channels}"
            case _:
                detail = "the board does not say whether its inputs drive its relays"
        return self._faults.raised(Fault.LINKAGE_MODE, detail)

    def _count(self, total: int) -> list[Report]:
        if total == self._counted:
            return []
        self._counted = total
        return [PassageCount(total)]

    def _written(self, answer: Answer, order: _Order) -> list[Report]:
        write, *rest = order.writes
        match answer:
            case CoilWritten(address, value) if (address, value) == (write.address, write.value):
                if not rest:
                    return [CommandDone(order.command)]
                self._orders.appendleft(_Order(order.command, tuple(rest), expires_at=None))
                return []
            case Refused():
                return [CommandFailed(order.command, Failure.REFUSED)]
            case _:
                return [CommandFailed(order.command, Failure.WRONG_ANSWER)]

    def _unanswered(self, asked: _Asked, now: float) -> list[Report]:
        self.patient = False
        self._resting = None
        self._asked = None
        self._quiet_until = now + LATE_SECONDS
        self._silent += 1
        reports: list[Report] = []
        garbled = self._garbled or bool(self._heard)
        if asked.order:
            reason = Failure.WRONG_ANSWER if garbled else Failure.NO_ANSWER
            reports.append(CommandFailed(asked.order.command, reason))
        if self._silent < SILENT_ROUNDS:
            self._garbled = garbled
            return reports
        fault = Fault.BAD_FRAME if garbled else Fault.NO_ANSWER
        raised = self._faults.raised(fault, f"{SILENT_ROUNDS} requests without a valid answer")
        self._restart(now)
        self._quiet_until = now + LATE_SECONDS
        return [*reports, *self._out_of_reach(), *raised] if raised else reports

    def _out_of_reach(self) -> list[Report]:
        reports: list[Report] = [*self._inputs.forget()]
        reports += [CommandFailed(order.command, Failure.OFFLINE) for order in self._orders]
        self._orders.clear()
        if self._online:
            self._online = False
            reports.append(Offline(self._device))
        return reports

    def _expire(self, now: float) -> list[Report]:
        late = [o for o in self._orders if o.expires_at is not None and now >= o.expires_at]
        for order in late:
            self._orders.remove(order)
        return [CommandFailed(order.command, Failure.EXPIRED) for order in late]

    def _writes(self, command: BoardCommand) -> tuple[WriteCoil, ...]:
        board = self._board
        match command:
            case PulseOpen():
                return self._pulse(board.open_coil)
            case PulseClose():
                return self._pulse(board.close_coil)
            case KeepOpen(on):
                return _latch(board.keep_open_coil, on)
            case SetSign(full):
                return _latch(board.full_coil, full)
            case SetLight(light):
                go = _latch(board.go_coil, light is Light.GO)
                stop = _latch(board.stop_coil, light is Light.STOP)
                # The lamp that goes dark goes first: never red and green together.
                return stop + go if light is Light.GO else go + stop

    def _pulse(self, coil: int | None) -> tuple[WriteCoil, ...]:
        if coil is None:
            return ()
        return (WriteCoil(FLASH_ON + coil, self._board.pulse_tenths),)


def _latch(coil: int | None, on: bool) -> tuple[WriteCoil, ...]:
    return () if coil is None else (WriteCoil(coil, COIL_ON if on else COIL_OFF),)
