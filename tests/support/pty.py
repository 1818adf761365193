"""Cables for tests: reports to wait for, raw ptys to speak on, and socat pairs to cut."""

import os
import pty
import select
import subprocess
import threading
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.devices.messages import Report

DEADLINE_SECONDS = 10.0


class Reports:
    """Collects what a link delivers, and lets a test wait for it."""

    def __init__(self) -> None:
        self._arrived = threading.Condition()
        self._seen: list[Report] = []

    def put(self, report: Report) -> None:
        """Take a report, from any thread: this is what a link delivers to."""
        with self._arrived:
            self._seen.append(report)
            self._arrived.notify_all()

    @property
    def seen(self) -> list[Report]:
        """Everything so far, oldest first."""
        with self._arrived:
            return list(self._seen)

    def wait_for(self, *wanted: Report) -> None:
        """Wait until each of these has arrived, then forget everything up to the last of them."""
        self.wait_until(lambda seen: all(report in seen for report in wanted), str(wanted))
        with self._arrived:
            last = max(self._seen.index(report) for report in wanted)
            del self._seen[: last + 1]

    def wait_until(self, holds: Callable[[list[Report]], bool], what: str) -> None:
        """Wait until `holds` is true of everything seen; fail with what was seen instead."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: holds(self._seen), DEADLINE_SECONDS):
                raise AssertionError(f"waited for {what}, saw {self._seen}")


class RawPty:
    """The device's end of a pty whose booth's end is at `path`; speaks bytes and nothing else."""

    def __init__(self, path: Path) -> None:
        self._device, self._booth = pty.openpty()
        tty.setraw(self._booth)
        path.symlink_to(os.ttyname(self._booth))

    def read(self, count: int) -> bytes:
        """Return exactly `count` bytes, or fail at the deadline."""
        data = b""
        end = time.monotonic() + DEADLINE_SECONDS
        while len(data) < count:
            left = end - time.monotonic()
            readable, _, _ = select.select([self._device], [], [], max(0.0, left))
            if not readable:
                raise AssertionError(f"wanted {count} bytes, got {data.hex(' ')}")
            data += os.read(self._device, count - len(data))
        return data

    def write(self, data: bytes) -> None:
        """Send bytes to the booth."""
        os.write(self._device, data)

    def close(self) -> None:
        """Cut the cable."""
        os.close(self._device)
        os.close(self._booth)


@contextmanager
def socat_pair(one: Path, other: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Two ptys joined by socat under these names; killing the process pulls the cable."""
    process = subprocess.Popen(
        ["socat", f"pty,raw,echo=0,link={one}", f"pty,raw,echo=0,link={other}"]
    )
    try:
        wait_until(lambda: one.exists() and other.exists(), "socat's ptys")
        yield process
    finally:
        process.kill()
        process.wait()


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Wait for something that gives no notice, such as another process; fail at the deadline."""
    end = time.monotonic() + DEADLINE_SECONDS
    pause = threading.Event()
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"waited for {what}")
        pause.wait(0.002)
