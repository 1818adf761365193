"""The centre on a port: in the foreground (`kiosk centre`), or in its own thread for the demo."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

GRACE_SECONDS = 3
"""How long requests in flight (waiting pulls, above all) may hold up the end."""
KEEP_ALIVE_SECONDS = 60


class CentreServer:
    """Serves one app on one port. The port is bound here, so 0 finds a free one."""

    def __init__(self, app: FastAPI, host: str = "127.0.0.1", port: int = 0) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family)
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        self._thread = threading.Thread(target=self.run, name="centre")
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self._socket.getsockname()[1]}"

    def run(self, announce: Callable[[str], None] | None = None) -> None:
        """Serve until SIGINT, SIGTERM or `stop`; says where once connections are taken."""
        if announce is not None:
            announce(f"The centre is ready on {self.url} (its API is described at {self.url}/docs)")
        with _signals_heard_once():
            self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Serve in a thread; the port takes connections from now on."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread that `start` began and wait for it."""
        self._server.should_exit = True
        self._thread.join()


@contextmanager
def _signals_heard_once() -> Iterator[None]:
    """Uvicorn ends gracefully on a signal and then raises it again, for whoever came before it.

    Here nobody needs to hear it twice: the caller still has a store to close.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {
        number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
