"""Open byte pipes to devices: serial ports, TCP sockets, remote serial ports, pairs in memory.

pyserial loses a port in many voices (plain `OSError`, `SerialException`, `termios.error`,
`TypeError`, its `is_open` still true); here they all become `PortLost`. Reading and writing go
straight to the descriptor: quicker than pyserial's own `read`, and a `select` can wait for it.
"""

import contextlib
import os
import socket
import termios
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import urlsplit

import serial

CONNECT_SECONDS = 2.0
_READ_BYTES = 4096
_BITS_PER_CHARACTER = 11
_WRITE_SLACK_SECONDS = 1.0
_SOCKET_WRITE_SECONDS = 5.0
_REMOTE_READ_SECONDS = 0.1
_PORT_ERRORS = (OSError, termios.error, TypeError, ValueError)  # SerialException is an OSError


class PortLost(Exception):
    """The port cannot be opened, is gone, or does not take our bytes; the text says which."""


@dataclass(frozen=True, slots=True)
class PortSettings:
    """How a serial line is set; ignored by sockets."""

    baud: int = 9600
    parity: Literal["N", "E", "O"] = "N"
    stop_bits: Literal[1, 2] = 1
    rtscts: bool = False


class Transport(Protocol):
    """An open byte pipe that never blocks. Every method but `close` may raise `PortLost`."""

    def fileno(self) -> int:
        """A descriptor that is readable when `read` has something to say."""
        ...

    def read(self) -> bytes:
        """Return what has arrived; empty when nothing has."""
        ...

    def write(self, data: bytes) -> int:
        """Send what the pipe takes now; return how many bytes that was."""
        ...

    def write_seconds(self, count: int) -> float:
        """How long `count` bytes may take before the pipe counts as stuck."""
        ...

    def close(self) -> None:
        """Give the port back; never raises, harmless when repeated."""
        ...


def open_transport(where: str, settings: PortSettings | None = None) -> Transport:
    """Open a port by its name.

    `where` is a device path, a pattern for one (`/dev/serial/by-id/usb-FTDI*`; exactly one port
    may match), `socket://host:port` or `rfc2217://host:port`. Raises `PortLost`.
    """
    settings = settings or PortSettings()
    if where.startswith("socket://"):
        return _connect(where)
    if where.startswith("rfc2217://"):
        return RemoteSerialPort(where, settings)
    return SerialPort(_one_path(where), settings)


def memory_pair() -> tuple[Transport, Transport]:
    """Two ends of one pipe in memory, for tests and for devices inside the process."""
    here, there = socket.socketpair()
    return SocketPort(here, "memory"), SocketPort(there, "memory")


class SerialPort:
    """A serial port of this machine, or a pty, opened for us alone."""

    def __init__(self, path: str, settings: PortSettings) -> None:
        self._path = path
        self._baud = settings.baud
        try:
            self._serial = serial.Serial(
                path,
                baudrate=settings.baud,
                parity=settings.parity,
                stopbits=settings.stop_bits,
                rtscts=settings.rtscts,
                timeout=0,
                inter_byte_timeout=0,  # VMIN 1: nothing to read is an error, and b"" only loss
                exclusive=True,
            )
            self._descriptor: int = self._serial.fileno()
        except _PORT_ERRORS as error:
            raise PortLost(f"{path} cannot be opened: {error}") from error

    def fileno(self) -> int:
        """The port's own descriptor."""
        return self._descriptor

    def read(self) -> bytes:
        """Return what has arrived; readable without bytes means that the port is gone."""
        try:
            data = os.read(self._descriptor, _READ_BYTES)
        except BlockingIOError:
            return b""
        except _PORT_ERRORS as error:
            raise PortLost(f"{self._path} is gone: {error}") from error
        if not data:
            raise PortLost(f"{self._path} is gone")
        return data

    def write(self, data: bytes) -> int:
        """Send what the kernel's buffer takes now."""
        try:
            return os.write(self._descriptor, data)
        except BlockingIOError:
            return 0
        except _PORT_ERRORS as error:
            raise PortLost(f"{self._path} is gone: {error}") from error

    def write_seconds(self, count: int) -> float:
        """The time on the wire and a second."""
        return count * _BITS_PER_CHARACTER / self._baud + _WRITE_SLACK_SECONDS

    def close(self) -> None:
        """Drop what is unsent first: a kernel may hold `close` for 30 s to get rid of it."""
        self._descriptor = -1
        with contextlib.suppress(*_PORT_ERRORS):
            self._serial.reset_output_buffer()
        with contextlib.suppress(*_PORT_ERRORS):
            self._serial.close()


class SocketPort:
    """A connected stream socket."""

    def __init__(self, connected: socket.socket, name: str) -> None:
        self._socket = connected
        self._socket.setblocking(False)
        self._name = name

    def fileno(self) -> int:
        """The socket's descriptor."""
        return self._socket.fileno()

    def read(self) -> bytes:
        """Return what has arrived; the end of the stream is the loss of the port."""
        try:
            data = self._socket.recv(_READ_BYTES)
        except BlockingIOError:
            return b""
        except _PORT_ERRORS as error:
            raise PortLost(f"{self._name} is gone: {error}") from error
        if not data:
            raise PortLost(f"{self._name} closed the connection")
        return data

    def write(self, data: bytes) -> int:
        """Send what the socket's buffer takes now."""
        try:
            return self._socket.send(data)
        except BlockingIOError:
            return 0
        except _PORT_ERRORS as error:
            raise PortLost(f"{self._name} is gone: {error}") from error

    def write_seconds(self, count: int) -> float:
        """A fixed patience, since nobody knows what is behind a socket."""
        return _SOCKET_WRITE_SECONDS

    def close(self) -> None:
        """Close the socket."""
        with contextlib.suppress(*_PORT_ERRORS):
            self._socket.close()


class RemoteSerialPort:
    """A serial port behind an RFC 2217 server, through pyserial.

    pyserial's client has no descriptor to wait for: a small thread moves what it receives into a
    socket pair, and tells of the loss by closing its end.
    """

    def __init__(self, url: str, settings: PortSettings) -> None:
        # Servers on a pty never answer the control option; without this, opening fails.
        url = url if "?" in url else f"{url}?ign_set_control"
        try:
            self._serial = serial.serial_for_url(
                url,
                baudrate=settings.baud,
                parity=settings.parity,
                stopbits=settings.stop_bits,
                timeout=_REMOTE_READ_SECONDS,
            )
        except _PORT_ERRORS as error:
            raise PortLost(f"{url} cannot be opened: {error}") from error
        inside, self._outside = socket.socketpair()
        self._received = SocketPort(inside, url)
        self._closing = threading.Event()
        self._mover = threading.Thread(target=self._move, name=f"remote-{url}", daemon=True)
        self._mover.start()

    def fileno(self) -> int:
        """The descriptor where received bytes come out."""
        return self._received.fileno()

    def read(self) -> bytes:
        """Return what has arrived."""
        return self._received.read()

    def write(self, data: bytes) -> int:
        """Send all of it; pyserial escapes and sends in one go."""
        try:
            self._serial.write(data)
        except _PORT_ERRORS as error:
            raise PortLost(f"the remote port is gone: {error}") from error
        return len(data)

    def write_seconds(self, count: int) -> float:
        """A fixed patience, since the wire is at the other end."""
        return _SOCKET_WRITE_SECONDS

    def close(self) -> None:
        """Let the moving thread finish, then hang up."""
        self._closing.set()
        self._mover.join()
        with contextlib.suppress(*_PORT_ERRORS):
            self._serial.close()
        self._received.close()

    def _move(self) -> None:
        with contextlib.suppress(*_PORT_ERRORS), self._outside:
            while not self._closing.is_set():
                self._outside.sendall(self._serial.read(max(1, self._serial.in_waiting)))


def _connect(url: str) -> SocketPort:
    try:
        parts = urlsplit(url)
        address = (parts.hostname or "", parts.port or 0)
        connected = socket.create_connection(address, timeout=CONNECT_SECONDS)
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    except _PORT_ERRORS as error:
        raise PortLost(f"{url} cannot be reached: {error}") from error
    return SocketPort(connected, url)


def _one_path(pattern: str) -> str:
    if not any(character in pattern for character in "*?["):
        return pattern
    path = Path(pattern)
    found = sorted(str(match) for match in path.parent.glob(path.name))
    if len(found) != 1:
        which = "no port matches" if not found else f"{len(found)} ports match"
        raise PortLost(f"{which} {pattern}; it must be exactly one")
    return found[0]
