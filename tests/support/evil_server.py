"""Servers that are not the centre, or not in their right mind: real sockets on loopback.

`with evil(manners.drip) as url:` answers every request with the given manners until the block ends.
"""

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Manners = Callable[[socket.socket, threading.Event], None]
"""Gets the connection after one request was read, and an event that says the test is over."""


@contextmanager
def evil(
    manners: Manners, visits: list[bytes] | None = None, tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """Serve with these manners; what was asked is appended to `visits`."""
    over = threading.Event()
    threads: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.05)

        def host() -> None:
            while not over.is_set():
                with suppress(TimeoutError, OSError):
                    guest, _ = door.accept()
                    thread = threading.Thread(target=receive, args=(guest,))
                    thread.start()
                    threads.append(thread)

        def receive(guest: socket.socket) -> None:
            with guest, suppress(OSError):
                guest.settimeout(5)
                if tls is not None:
                    guest = tls.wrap_socket(guest, server_side=True)
                with guest:
                    request = _request(guest)
                    if visits is not None:
                        visits.append(request)
                    manners(guest, over)

        main = threading.Thread(target=host)
        main.start()
        try:
            scheme = "http" if tls is None else "https"
            yield f"{scheme}://127.0.0.1:{door.getsockname()[1]}"
        finally:
            over.set()
            for thread in (main, *threads):
                thread.join(timeout=10)


def says(
    body: bytes, *headers: str, status: str = "200 OK", kind: str = "application/json"
) -> Manners:
    """Answer properly in form: this status, these headers, this body."""
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *headers,
    ]
    reply = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    return lambda guest, over: guest.sendall(reply)


def silent(guest: socket.socket, over: threading.Event) -> None:
    """Never answer."""
    over.wait(30)


def drip(guest: socket.socket, over: threading.Event) -> None:
    """A byte now and then: fast enough for every read timeout, and never an end."""
    guest.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
    )
    while not over.wait(0.02):
        guest.sendall(b" ")


def drip_headers(guest: socket.socket, over: threading.Event) -> None:
    """The same before the first line is complete."""
    while not over.wait(0.02):
        guest.sendall(b"H")


def hang_up(guest: socket.socket, over: threading.Event) -> None:
    """Close without a word."""


def cut_short(guest: socket.socket, over: threading.Event) -> None:
    """Promise more than is sent."""
    guest.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
    )


def noise(guest: socket.socket, over: threading.Event) -> None:
    """Something that is not HTTP at all."""
    guest.sendall(bytes(range(256)) * 8)


def flood(guest: socket.socket, over: threading.Event) -> None:
    """A reply without end."""
    guest.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    while not over.is_set():
        guest.sendall(chunk)


bomb = says(gzip.compress(b" " * 100_000_000, 9), "Content-Encoding: gzip")
"""A hundred megabytes in a hundred kilobytes."""
portal = says(b"<html><h1>Welcome to our WLAN</h1></html>", kind="text/html")
"""What a hotel answers to everything."""


def sends_to(url: str) -> Manners:
    """Redirect to somewhere else."""
    return says(b"", f"Location: {url}/v1/push", status="302 Found", kind="text/html")


def _request(guest: socket.socket) -> bytes:
    """Read one request's head; whatever body follows is left unread."""
    data = b""
    while b"\r\n\r\n" not in data and (chunk := guest.recv(65536)):
        data += chunk
    return data
