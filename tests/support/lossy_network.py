"""A network that loses, doubles and delays: a real proxy between a booth and its centre."""

import re
import socket
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from urllib.parse import urlsplit

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Fate(StrEnum):
    """What becomes of one exchange."""

    THROUGH = "through"
    REQUEST_LOST = "request_lost"
    REPLY_LOST = "reply_lost"
    TWICE = "twice"
    LATE = "late"
    """The request is lost for now, and arrives after a later one."""


class LossyNetwork:
    """Forwards one request per connection; `fates` are used up in order, then all goes through."""

    def __init__(self, centre: str) -> None:
        parts = urlsplit(centre)
        self._centre = (parts.hostname or "", parts.port or 0)
        self.fates: deque[Fate] = deque()
        self._late: deque[bytes] = deque()

    def carry(self, guest: socket.socket) -> None:
        """Let one exchange meet its fate."""
        request = _whole_message(guest)
        if not request:
            return
        fate = self.fates.popleft() if self.fates else Fate.THROUGH
        match fate:
            case Fate.REQUEST_LOST:
                return
            case Fate.LATE:
                self._late.append(request)
                return
            case Fate.TWICE:
                self._ask(request)
        reply = self._ask(request)
        while self._late:
            self._ask(self._late.popleft())
        if fate is not Fate.REPLY_LOST:
            guest.sendall(reply)

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(self._centre, timeout=30) as centre:
            head, _, body = request.partition(b"\r\n\r\n")
            centre.sendall(head + b"\r\nConnection: close\r\n\r\n" + body)
            reply = b""
            while chunk := centre.recv(65536):
                reply += chunk
            return reply


@contextmanager
def lossy_network(centre: str) -> Iterator[tuple[LossyNetwork, str]]:
    """A network and the address at which the centre seems to be."""
    network = LossyNetwork(centre)
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.05)

        def host() -> None:
            while not over.is_set():
                with suppress(TimeoutError, OSError):
                    guest, _ = door.accept()
                    with guest:
                        guest.settimeout(30)
                        network.carry(guest)

        thread = threading.Thread(target=host)
        thread.start()
        try:
            yield network, f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            over.set()
            thread.join()


def _whole_message(guest: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = guest.recv(65536)
        if not chunk:
            return b""
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    found = LENGTH.search(head)
    while len(body) < (int(found[1]) if found else 0):
        body += guest.recv(65536)
    return head + b"\r\n\r\n" + body
