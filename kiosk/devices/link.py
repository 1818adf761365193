"""The only code that touches a port: one owner thread pumps one transport through one codec.

On loss everything is *unknown*, never "off". The port is closed first (an open descriptor keeps a
USB adapter's old name taken), then reopened by its stable name after 0.5 to 5 seconds, and the
device counts as online only after its codec's probe was answered. What was queued while the port
was gone is never sent: a boom must not move for a car that has left.
"""

import queue
import select
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kiosk.devices.codec import Codec
from kiosk.devices.faults import Faults
from kiosk.devices.messages import Fault, Report
from kiosk.devices.transports import PortLost, Transport
from kiosk.devices.wake import Wake

FIRST_RETRY_SECONDS = 0.5
LONGEST_RETRY_SECONDS = 5.0
IDLE_SECONDS = 60.0
STOP_SECONDS = 5.0
HISTORY_FRAMES = 1000

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class WireFrame:
    """What went over the wire in one go, for the technician's raw log."""

    at: float
    """Monotonic seconds."""
    sent: bool
    data: bytes

    @property
    def hex(self) -> str:
        """The bytes as a person reads them."""
        return self.data.hex(" ")


class Link(Generic[C]):
    """Owns one port. `send` and `history` are for any thread, `turn` for the owner alone.

    `deliver` is called on the owner's thread and must not block; `monotonic` gives seconds;
    `jitter` gets a delay in seconds and returns the one to wait, so that ports that were lost
    together do not come back in step.
    """

    def __init__(
        self,
        device: str,
        codec: Codec[C],
        open_port: Callable[[], Transport],
        deliver: Callable[[Report], None],
        *,
        monotonic: Callable[[], float],
        jitter: Callable[[float], float],
    ) -> None:
        self.device = device
        self._codec = codec
        self._open_port = open_port
        self._deliver = deliver
        self._monotonic = monotonic
        self._jitter = jitter
        self._faults = Faults(device)
        self._commands: queue.SimpleQueue[tuple[C, float | None]] = queue.SimpleQueue()
        self._history: deque[tuple[float, bool, bytes]] = deque(maxlen=HISTORY_FRAMES)
        self._wake = Wake()
        self._port: Transport | None = None
        self._wake_only = [self._wake.fileno()]
        self._listening: list[int] = []
        """The descriptors of the wake and of the port."""
        self._unsent = b""
        self._unsent_by = 0.0
        self._attempts = 0
        self._retry_at = monotonic()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def send(self, command: C, expires_at: float | None = None) -> None:
        """Hand over a command, from any thread; its outcome comes back as a report.

        Not sent by `expires_at` (monotonic seconds), it is dropped and reported as expired.
        """
        self._commands.put((command, expires_at))
        self._wake.call()

    def history(self) -> tuple[WireFrame, ...]:
        """The last frames in both directions, oldest first; from any thread."""
        return tuple(WireFrame(*frame) for frame in self._history.copy())

    def start(self) -> None:
        """Run the owner's thread."""
        self._thread = threading.Thread(target=self.run, name=f"port-{self.device}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the owner's loop and close the port; commands sent later go nowhere."""
        self._stopping = True
        self._wake.call()
        if self._thread is not None:
            self._thread.join(STOP_SECONDS)

    def run(self) -> None:
        """The owner's loop, for `start` or for a thread of the caller's, until `stop`.

        It may be run again after it raised; what was under way then has been reported as failed.
        """
        try:
            while not self._stopping:
                self.turn()
        except BaseException:
            self._give_up()
            raise
        self.close()

    def close(self) -> None:
        """Give everything back: the owner's last act, done by `run` at its end."""
        self._give_up()
        self._wake.close()

    def turn(self, wait: float = IDLE_SECONDS) -> None:
        """Wait at most `wait` seconds for bytes, a command or a deadline; then do what is due."""
        try:
            if self._port is not None:
                self._pump(self._port, wait)
            elif self._monotonic() >= self._retry_at:
                self._reopen()
            else:
                self._rest(wait)
        except PortLost as lost:
            self._lose(str(lost))

    def _pump(self, port: Transport, wait: float) -> None:
        # Boards are polled 20 times a second with cold caches: what need not be called, is not.
        codec = self._codec
        due, patient = codec.due(), codec.patient
        writing: list[int] = []
        if due is not None:
            wait = min(wait, due - self._monotonic())
        if self._unsent:
            wait = min(wait, self._unsent_by - self._monotonic())
            writing = self._listening[1:]
        listening = self._wake_only if patient else self._listening
        readable, _, _ = select.select(listening, writing, (), max(0.0, wait))
        if self._wake_only[0] in readable:
            self._wake.heard()
        data = port.read() if patient or self._listening[1] in readable else b""
        now = self._monotonic()
        if data:
            self._attempts = 0
            self._history.append((now, False, data))
            self._tell(codec.feed(data, now))
        if not self._commands.empty():
            self._submit_commands(now)
        data, reports = codec.tick(now)
        if reports:
            self._tell(reports)
        if data or self._unsent:
            self._write(port, data, now)

    def _write(self, port: Transport, data: bytes, now: float) -> None:
        if data:
            self._history.append((now, True, data))
        fresh = not self._unsent
        whole = self._unsent + data
        taken = port.write(whole)
        self._unsent = whole[taken:]
        if not self._unsent:
            return
        if fresh or taken:
            self._unsent_by = now + port.write_seconds(len(self._unsent))
        elif now >= self._unsent_by:
            raise PortLost(f"the port has not taken {len(self._unsent)} bytes in time")

    def _reopen(self) -> None:
        self._port = self._open_port()
        self._listening = [*self._wake_only, self._port.fileno()]
        self._tell(self._faults.cleared(Fault.UNPLUGGED))
        self._codec.opened(self._monotonic())
        self._wake.call()  # it may have something to say first

    def _rest(self, wait: float) -> None:
        now = self._monotonic()
        self._submit_commands(now)  # the codec refuses them: there is no port
        wait = max(0.0, min(wait, self._retry_at - now))
        readable, _, _ = select.select(self._wake_only, [], [], wait)
        if readable:
            self._wake.heard()

    def _lose(self, why: str) -> None:
        self._hang_up()
        delay = min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2**self._attempts)
        self._attempts = min(self._attempts + 1, 10)
        self._retry_at = self._monotonic() + self._jitter(delay)
        raised = self._faults.raised(Fault.UNPLUGGED, why)
        if raised:
            self._tell([*self._codec.closed(), *raised])

    def _give_up(self) -> None:
        self._hang_up()
        self._tell(self._codec.closed())

    def _hang_up(self) -> None:
        self._unsent = b""
        if self._port is not None:
            self._port.close()
            self._port = None

    def _submit_commands(self, now: float) -> None:
        while not self._commands.empty():
            command, expires_at = self._commands.get()
            self._tell(self._codec.submit(command, expires_at, now))

    def _tell(self, reports: Iterable[Report]) -> None:
        for report in reports:
            self._deliver(report)
