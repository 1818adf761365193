"""Tells each lane what the journal says was unfinished, once its board has said how things stand.

A lane that learned of an authorised car before it could see would call a person for every restart.
A board that does not answer in time is given up: then not seeing is the answer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from kiosk.lane.events import Restarted
from kiosk.lane.state import Lane

BOARD_SECONDS = 3.0
"""A live board answers its probe and two polls in a tenth of this, at 9600 baud too."""


class Starts:
    """Holds each lane's `Restarted` back. Every method may be called from any thread."""

    def __init__(
        self,
        restarts: dict[str, Restarted],
        without_board: Iterable[str],
        tell: Callable[[str, Restarted], None],
    ) -> None:
        self._waiting = dict(restarts)
        self._tell = tell
        self._patience = threading.Timer(BOARD_SECONDS, self.give_up)
        self._patience.daemon = True
        for lane_id in without_board:
            self._release(lane_id)

    def start(self) -> None:
        """Begin to wait."""
        self._patience.start()

    def stop(self) -> None:
        """Wait no longer, tell nobody."""
        self._patience.cancel()

    def seen(self, lane_id: str, lane: Lane) -> None:
        """A lane published itself: with open eyes it may learn what it was doing."""
        if not (lane.started or lane.senses.blind):
            self._release(lane_id)

    def give_up(self) -> None:
        """Tell the lanes whose boards have not answered."""
        for lane_id in tuple(self._waiting):
            self._release(lane_id)

    def _release(self, lane_id: str) -> None:
        restarted = self._waiting.pop(lane_id, None)  # atomic: whoever gets it tells it
        if restarted is not None:
            self._tell(lane_id, restarted)
