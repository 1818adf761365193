"""Ports of every kind: opened, read, written, lost, always in the same words."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest
import serial
from serial.rfc2217 import PortManager
from serial.rfc2217 import Serial as Remote

from kiosk.devices.transports import PortLost, Transport, memory_pair, open_transport
from tests.support.pty import RawPty, wait_until


def read(port: Transport, count: int) -> bytes:
    """Collect `count` bytes, however they are cut."""
    data = bytearray()

    def enough() -> bool:
        data.extend(port.read())
        return len(data) >= count

    wait_until(enough, f"{count} bytes")
    return bytes(data)


@contextmanager
def served(answer: bytes) -> Iterator[int]:
    """A TCP server that answers its first bytes and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with server.accept()[0] as peer:
                peer.recv(100)
                peer.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


def test_a_serial_port_reads_writes_and_is_lost(tmp_path: Path) -> None:
    wire = RawPty(tmp_path / "port")
    port = open_transport(str(tmp_path / "port"))
    assert port.read() == b""
    assert port.write(b"hello") == 5
    assert wire.read(5) == b"hello"
    wire.write(b"world")
    assert read(port, 5) == b"world"
    wire.close()
    with pytest.raises(PortLost, match="is gone"):
        port.read()
    with pytest.raises(PortLost, match="is gone"):
        port.write(b"x")
    port.close()
    port.close()


def test_a_port_is_ours_alone(tmp_path: Path) -> None:
    wire = RawPty(tmp_path / "port")
    port = open_transport(str(tmp_path / "port"))
    with pytest.raises(PortLost, match="cannot be opened"):
        open_transport(str(tmp_path / "port"))
    port.close()
    open_transport(str(tmp_path / "port")).close()
    wire.close()


def test_a_full_port_takes_what_it_can_and_never_blocks(tmp_path: Path) -> None:
    wire = RawPty(tmp_path / "port")
    port = open_transport(str(tmp_path / "port"))
    taken = [port.write(b"x" * 65536) for _ in range(10)]
    assert taken[-1] == 0 < taken[0]
    port.close()
    wire.close()


def test_a_pattern_must_match_exactly_one_port(tmp_path: Path) -> None:
    pattern = str(tmp_path / "usb-Board*")
    with pytest.raises(PortLost, match="no port matches"):
        open_transport(pattern)
    wires = [RawPty(tmp_path / "usb-Board-1")]
    open_transport(pattern).close()
    wires.append(RawPty(tmp_path / "usb-Board-2"))
    with pytest.raises(PortLost, match="2 ports match"):
        open_transport(pattern)
    for wire in wires:
        wire.close()


@pytest.mark.parametrize(
    "where",
    [
        "socket://127.0.0.1:1",
        "socket://127.0.0.1",
        "socket://127.0.0.1:notaport",
        "socket://",
        "rfc2217://127.0.0.1:1",
        "/dev/there-is-no-such-port",
        "/dev/null",
        "",
    ],
)
def test_what_cannot_be_opened_is_lost_and_nothing_else(where: str) -> None:
    with pytest.raises(PortLost):
        open_transport(where)


def test_a_socket_reads_writes_and_is_lost() -> None:
    with served(b"world") as number:
        port = open_transport(f"socket://127.0.0.1:{number}")
        assert port.write(b"hello") == 5
        assert read(port, 5) == b"world"
        with pytest.raises(PortLost):
            wait_until(lambda: port.read() != b"", "the hang-up")
        port.close()
        port.close()


@pytest.mark.filterwarnings("ignore:set(Daemon|Name)")  # pyserial 3.5 starts its thread the old way
def test_a_remote_serial_port_reads_writes_and_is_lost() -> None:
    """Against the server side of RFC 2217 that pyserial brings along, with a looped cable."""
    everything = bytes(range(256))  # FF is telnet's escape, 11 and 13 are flow control
    hang_up = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        peer = listening.accept()[0]
        peer.settimeout(0.01)
        with serial.serial_for_url("loop://", timeout=0) as loop, peer.makefile("wb") as stream:
            # The stubs describe the client's classes; the server takes any port and stream.
            manager = PortManager(cast("Remote", loop), cast("Remote", stream))
            while not hang_up.is_set():
                with contextlib.suppress(TimeoutError):
                    loop.write(b"".join(manager.filter(peer.recv(4096))))
                stream.write(b"".join(manager.escape(loop.read(4096))))
                stream.flush()
        peer.close()

    server = threading.Thread(target=serve)
    server.start()
    port = open_transport(f"rfc2217://127.0.0.1:{listening.getsockname()[1]}")
    assert port.write(everything) == len(everything)
    assert read(port, len(everything)) == everything
    hang_up.set()
    server.join()
    with pytest.raises(PortLost):
        wait_until(lambda: port.read() != b"", "the hang-up")
    port.close()
    port.close()
    listening.close()


def test_a_pair_in_memory_is_a_cable() -> None:
    one, other = memory_pair()
    one.write(b"hello")
    assert other.read() == b"hello"
    assert other.read() == b""
    one.close()
    with pytest.raises(PortLost):
        other.read()
    with pytest.raises(PortLost):
        other.write(b"x")
    other.close()
