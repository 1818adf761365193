"""Wakes a thread that waits in `select`, so that nothing has to poll a queue."""

import contextlib
import socket


class Wake:
    """A descriptor that becomes readable when any thread calls `call`.

    A pair of sockets and not a pipe: calling after `close` is harmless, since a closed socket
    forgets its number, while a closed pipe's number may already be somebody else's file.
    """

    def __init__(self) -> None:
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)

    def fileno(self) -> int:
        """The descriptor to wait for."""
        return self._inside.fileno()

    def call(self) -> None:
        """Make the waiting thread return; calls that are not yet heard count as one."""
        with contextlib.suppress(OSError):  # full: it is awake already; closed: nobody waits
            self._outside.send(b"\0")

    def heard(self) -> None:
        """Forget the calls so far; only the waiting thread does this."""
        with contextlib.suppress(BlockingIOError):
            self._inside.recv(4096)

    def close(self) -> None:
        """Give both descriptors back."""
        self._inside.close()
        self._outside.close()
