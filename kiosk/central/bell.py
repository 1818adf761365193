"""Wakes the pulls that wait for news of a facility."""

from __future__ import annotations

import asyncio


class Bell:
    """One bell per facility; used from the server's event loop only.

    Listen first, then look at the database, then wait: news between looking and waiting is heard.
    """

    def __init__(self) -> None:
        self._listening: dict[str, asyncio.Event] = {}
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether the server is on its way down and nobody shall wait any more."""
        return self._closed

    def listen(self, facility_id: str) -> asyncio.Event:
        """Return what the next ring sets."""
        return self._listening.setdefault(facility_id, asyncio.Event())

    def ring(self, facility_id: str) -> None:
        """Wake everybody who listens to this facility."""
        if heard := self._listening.pop(facility_id, None):
            heard.set()

    def close(self) -> None:
        """Wake everybody for good."""
        self._closed = True
        for facility_id in tuple(self._listening):
            self.ring(facility_id)


async def heard(news: asyncio.Event, seconds: float) -> None:
    """Return when the bell rang or the time is over."""
    try:
        async with asyncio.timeout(seconds):
            await news.wait()
    except TimeoutError:
        return
