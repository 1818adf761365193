"""What the bare means reach on the wire: a select loop, raw SQL, one signature, prepared bytes.

No threads, no engine, no codec, no journal's chain: what is left is the pty, the disk's commit and
the Ed25519 signature that paper needs. A booth cannot be quicker than this in Python.
"""

from __future__ import annotations

import os
import select
import time
import tty
from base64 import b32decode, b32encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.devices.simulated.board import crc16
from kiosk.wire.ticket import PREFIX, SIGNATURE_BYTES
from tests.bench.device_end import DeviceEnd
from tests.bench.raw_sqlite import Entry, Leave, RawBooth
from tests.bench.site import ENTRY, EXIT

POLL_SECONDS = 0.05
_BUTTON = 1 << 2
_POLL = b"\x01\x02\x00\x00\x00\x08"
_PULSE = b"\x01\x05\x02\x00\x00\x05"
_ASK_STATUS = b"\x10\x04\x01\x10\x04\x02\x10\x04\x04"
_CONTEXT = b"boomgate paper 1\0"
_ANSWER_BYTES, _STATUS_BYTES = 6, 3


class RawPort:
    """A descriptor and two system calls."""

    def __init__(self, path: Path) -> None:
        self.handle = os.open(path, os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self.handle)

    def write(self, data: bytes) -> None:
        """Send."""
        os.write(self.handle, data)

    def read(self, count: int, seconds: float = 5.0) -> bytes:
        """So many bytes, or fewer if they do not come in time."""
        data = b""
        while len(data) < count:
            if not select.select([self.handle], [], [], seconds)[0]:
                break
            data += os.read(self.handle, count - len(data))
        return data

    def read_line(self) -> bytes:
        """Everything up to a carriage return."""
        data = b""
        while not data.endswith(b"\r"):
            select.select([self.handle], [], [])
            data += os.read(self.handle, 4096)
        return data[:-1]

    def close(self) -> None:
        """Give it back."""
        os.close(self.handle)


class RawPaper:
    """A ticket of the booth's own, cut open at its payload: only a signature is to be put in."""

    def __init__(self, printed: bytes, payload: str) -> None:
        before, marker, self._after = printed.partition(payload.encode())
        if not marker:
            raise ValueError("the ticket does not carry its payload as it is: no native QR")
        self._before = before
        self._signed = unwrapped(payload)[:-SIGNATURE_BYTES]
        self._key = Ed25519PrivateKey.generate()

    def ticket(self) -> bytes:
        """Sign, and lay the bytes out."""
        signature = self._key.sign(_CONTEXT + self._signed)
        payload = PREFIX.encode() + b32encode(self._signed + signature).rstrip(b"=")
        return self._before + payload + self._after


class RawEntry:
    """Button in, commit, sign, ticket out. `asks` the printer how it is first, as a booth must."""

    def __init__(self, devices: DeviceEnd, booth: RawBooth, paper: RawPaper, *, asks: bool) -> None:
        self._devices = devices
        self._booth = booth
        self._paper = paper
        self._asks = asks
        self._poll = _POLL + crc16(_POLL)
        self._board = RawPort(devices.ports / f"{ENTRY}-board")
        self._printer = RawPort(devices.ports / f"{ENTRY}-printer")

    def serve(self, entry: Entry) -> float:
        """One driver presses; returns the seconds the devices measured."""
        self._devices.say("press")
        due = time.monotonic()
        while True:
            time.sleep(max(0.0, due - time.monotonic()))
            due += POLL_SECONDS
            self._board.write(self._poll)
            if self._board.read(_ANSWER_BYTES)[3] & _BUTTON:
                break
        self._booth.let_in(entry)
        data = self._paper.ticket()
        if self._asks:
            self._printer.write(_ASK_STATUS)
            self._printer.read(_STATUS_BYTES)
        self._printer.write(data)
        return self._devices.hear()

    def close(self) -> None:
        """Give the ports back."""
        self._board.close()
        self._printer.close()


class RawExit:
    """Code in, check, read, commit, pulse out."""

    def __init__(self, devices: DeviceEnd, booth: RawBooth, public_key: bytes) -> None:
        self._devices = devices
        self._booth = booth
        self._key = Ed25519PublicKey.from_public_bytes(public_key)
        self._pulse = _PULSE + crc16(_PULSE)
        self._board = RawPort(devices.ports / f"{EXIT}-board")
        self._scanner = RawPort(devices.ports / f"{EXIT}-scanner")

    def serve(self, code: str, payload: str, leave: Leave) -> float:
        """One driver shows a paid ticket; returns the seconds the devices measured."""
        self._devices.say(f"scan {payload}")
        raw = unwrapped(self._scanner.read_line().decode())
        data, signature = raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
        self._key.verify(signature, _CONTEXT + data)
        self._booth.let_out(code, leave)
        self._board.write(self._pulse)
        seconds = self._devices.hear()
        self._board.read(len(self._pulse))
        return seconds

    def close(self) -> None:
        """Give the ports back."""
        self._board.close()
        self._scanner.close()


def unwrapped(payload: str) -> bytes:
    """The bytes behind the text of a QR: what was signed, and the signature."""
    symbols = payload.removeprefix(PREFIX)
    return b32decode(symbols + "=" * (-len(symbols) % 8))
