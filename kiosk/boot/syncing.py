"""Joins a booth to its centre: one-time enrolment, and the sync worker on a thread of its own."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.boot.services import Services
from kiosk.views.attendant import SyncFacts

if TYPE_CHECKING:
    from kiosk.sync.worker import SyncStatus, SyncWorker

TOKEN_FILE = "centre.token"  # noqa: S105 - the name of the file, not the token


def enrol(url: str, code: str, device_id: str, folder: Path) -> None:
    """Trade the technician's one-time code for this booth's token and keep it (mode 0600).

    Raises `CentreTrouble` in words a technician understands.
    """
    from kiosk.sync.client import CentreClient
    from kiosk.wire.messages import Enrol

    async def trade() -> str:
        client = CentreClient(url)
        try:
            enrolled = await client.enrol(Enrol(code=code, device_id=device_id))
        finally:
            await client.close()
        return enrolled.token

    token = asyncio.run(trade())
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / TOKEN_FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(token)
        file.flush()
        os.fsync(file.fileno())  # the centre says it only once


class Sync:
    """The worker's thread. Without an address or a token it stays quiet and says so."""

    def __init__(self, services: Services, publish: Callable[[SyncFacts], None]) -> None:
        self._services = services
        self._publish = publish
        self._worker: SyncWorker | None = None
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Begin, if there is a centre to speak to."""
        if self._services.site.settings.centre is not None:
            self._thread.start()

    def nudge(self) -> None:
        """Something new is in the journal."""
        if self._worker is not None:
            self._worker.nudge()

    def try_now(self) -> None:
        """Forget the back-off."""
        if self._worker is not None:
            self._worker.try_now()

    def stop(self) -> None:
        """End the thread; what is unsent stays in the journal and goes out next time."""
        if self._worker is not None:
            self._worker.stop()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        from kiosk.sync.client import CentreClient
        from kiosk.sync.worker import SyncWorker

        site, token = self._services.site, self._services.folder / TOKEN_FILE
        centre = site.settings.centre
        if centre is None or not token.is_file():
            self._publish(SyncFacts(reachable=False))
            return
        self._worker = SyncWorker(
            site.store,
            CentreClient(centre.url, token.read_text("ascii").strip()),
            site.clock,
            self._on_status,
        )
        self._worker.run()

    def _on_status(self, status: SyncStatus) -> None:
        self._services.site.offline = not status.reachable
        self._publish(
            SyncFacts(
                reachable=bool(status.reachable),
                unsent=status.unsent,
                last_ack_at=status.last_ack_at,
                next_try_at=status.next_try_at,
                alarm=status.alarm or "",
                cause="" if status.reachable else _cause(status),
            )
        )


def _cause(status: SyncStatus) -> str:
    """The two causes a lane tells apart; an impostor or a refusal is the centre's side too."""
    return "internet" if status.cause == "internet" else "centre"
