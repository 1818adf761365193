"""A pty that stands for a device's cable: a stable name, an other end, and everything that breaks.

The name is a symbolic link to the pty of the moment, as udev's `by-id` names are. Pulling the
plug closes the pty and removes the link; plugging in makes a new pty under the old name.
"""

import contextlib
import errno
import os
import pty
import queue
import select
import threading
import tty
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.devices.wake import Wake

IDLE_SECONDS = 60.0
STOP_SECONDS = 5.0
_READ_BYTES = 65536


class Peer(Protocol):
    """A simulated device as a value machine, without any I/O."""

    def hear(self, data: bytes, now: float) -> None:
        """Take what the booth sent, in any chunking."""
        ...

    def speak(self, now: float) -> bytes:
        """Let time pass; return what the device says now."""
        ...

    def due(self) -> float | None:
        """When `speak` has something to do next; None when only bytes matter."""
        ...


@dataclass(frozen=True, slots=True)
class Mischief:
    """What goes wrong between the device and the booth; the default is a good cable."""

    silent: bool = False
    """Nothing the device says arrives."""
    late_seconds: float = 0.0
    halved: bool = False
    """Only the first half of whatever the device says in one go arrives."""
    noise: bytes = b""
    """Put before whatever the device says."""


class SimulatedPort:
    """Runs one peer behind one name. Made plugged out; `plug` makes the name appear.

    `turn` is for tests without a thread; after `start` every method may be called from any thread.
    """

    def __init__(self, path: Path, peer: Peer, monotonic: Callable[[], float]) -> None:
        self._path = path
        self._peer = peer
        self._monotonic = monotonic
        self._mischief = Mischief()
        self._wake = Wake()
        self._errands: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._late: deque[tuple[float, bytes]] = deque()
        self._unsent = bytearray()
        self._ends: tuple[int, int] | None = None
        self._stopping = False
        self._thread: threading.Thread | None = None

    def plug(self) -> None:
        """Make the name appear, with a new pty behind it."""
        self.run(self._plug)

    def unplug(self) -> None:
        """Make the name and the pty behind it disappear."""
        self.run(self._unplug)

    def misbehave(self, mischief: Mischief) -> None:
        """Break the cable in this way from now on; `Mischief()` mends it."""
        self._mischief = mischief

    def run(self, errand: Callable[[], None]) -> None:
        """Run something on the peer's thread and wait for it, so that the peer needs no lock."""
        thread = self._thread
        if thread is None or thread is threading.current_thread() or not thread.is_alive():
            errand()
            return
        done = threading.Event()

        def run_and_tell() -> None:
            try:
                errand()
            finally:
                done.set()

        self._errands.put(run_and_tell)
        self._wake.call()
        if not done.wait(STOP_SECONDS):
            raise TimeoutError(f"the simulated device behind {self._path} is stuck")

    def start(self) -> None:
        """Plug in and serve on a thread of its own."""
        self.plug()
        self._thread = threading.Thread(target=self._serve, name=f"sim-{self._path}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop serving, and pull the plug for good."""
        self._stopping = True
        self._wake.call()
        if self._thread is not None:
            self._thread.join(STOP_SECONDS)
        self._unplug()
        self._wake.close()

    def turn(self, wait: float = IDLE_SECONDS) -> None:
        """Do what is due; then wait at most `wait` seconds for bytes, a call or a deadline."""
        while not self._errands.empty():
            self._errands.get()()
        now = self._monotonic()
        self._say(self._peer.speak(now), now)
        self._send(now)
        readers: list[int | Wake] = [self._wake]
        writers: list[int] = []
        if self._ends:
            readers.append(self._ends[0])
            writers += [self._ends[0]] if self._unsent else []
        readable, _, _ = select.select(readers, writers, [], self._patience(wait))
        if self._wake in readable:
            self._wake.heard()
        if self._ends and self._ends[0] in readable:
            heard = self._read(self._ends[0])
            self._peer.hear(heard, self._monotonic())

    def _serve(self) -> None:
        while not self._stopping:
            self.turn()

    def _patience(self, wait: float) -> float:
        deadlines = [due for due in (self._peer.due(),) if due is not None]
        deadlines += [at for at, _ in list(self._late)[:1]]
        return max(0.0, min([wait, *(at - self._monotonic() for at in deadlines)]))

    def _say(self, data: bytes, now: float) -> None:
        mischief = self._mischief
        if not data or mischief.silent:
            return
        if mischief.halved:
            data = data[: len(data) // 2]
        self._late.append((now + mischief.late_seconds, mischief.noise + data))

    def _send(self, now: float) -> None:
        while self._late and self._late[0][0] <= now:
            self._unsent += self._late.popleft()[1]
        if self._ends is None:
            self._unsent.clear()
        elif self._unsent:
            with contextlib.suppress(BlockingIOError):
                del self._unsent[: os.write(self._ends[0], self._unsent)]

    def _read(self, end: int) -> bytes:
        try:
            return os.read(end, _READ_BYTES)
        except OSError as error:
            if error.errno not in (errno.EIO, errno.EAGAIN):
                raise
            return b""

    def _plug(self) -> None:
        if self._ends:
            return
        device, booth = pty.openpty()
        tty.setraw(booth)
        os.set_blocking(device, False)
        # Our own hold on the booth's end keeps the pty alive while the booth has it closed.
        self._ends = (device, booth)
        fresh = self._path.with_name(f"{self._path.name}.new")
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(os.ttyname(booth))
        fresh.replace(self._path)

    def _unplug(self) -> None:
        if self._ends is None:
            return
        self._path.unlink(missing_ok=True)
        for end in self._ends:
            os.close(end)
        self._ends = None
        self._unsent.clear()
        self._late.clear()
