"""The real booth, started as `main.py` starts it, with somebody watching: rows 4 to 6 and the soak.

Run as `python -m tests.bench.watched_booth [--traffic] booth --site FILE ...`. Says on standard
output when its first screen began to paint and when every lane was armed (started, at rest, no
device missing). With `--traffic` the boards are polled 200 times a second instead of 20, so that
ten thousand cars do not take a week, and every driver at an exit taps Card.
"""

from __future__ import annotations

import sys

from kiosk.boot import booth as house
from kiosk.cli import main
from kiosk.domain.payment import Method
from kiosk.lane.state import Idle, Lane, Quoted
from tests.bench.bare_window import FirstPaint, say

TRAFFIC_POLL_SECONDS = 0.005


class WatchedBooth(house.Booth):
    """A booth that tells when it is ready."""

    armed = False
    traffic = False

    def show(self, *, windowed: bool) -> None:
        """See `Booth.show`."""
        super().show(windowed=windowed)
        FirstPaint(next(iter(self.windows.values())))

    def _lane_changed(self, lane_id: str, lane: Lane) -> None:
        super()._lane_changed(lane_id, lane)
        if not WatchedBooth.armed and all(map(_is_armed, self.states.values())):
            WatchedBooth.armed = True
            say("armed")
        if WatchedBooth.traffic and isinstance(lane.phase, Quoted):
            self.windows[lane_id].method_tapped.emit(Method.CARD.value)


def _is_armed(lane: Lane) -> bool:
    return lane.started and not lane.missing and isinstance(lane.phase, Idle)


def _poll_often() -> None:
    from kiosk.devices.codecs import modbus8  # pymodbus is no part of a start to the first screen

    modbus8.POLL_SECONDS = TRAFFIC_POLL_SECONDS


def run() -> None:
    """Put the watched booth in the house's place, then start as always."""
    if "--traffic" in sys.argv:
        sys.argv.remove("--traffic")
        WatchedBooth.traffic = True
        _poll_often()
    setattr(house, "Booth", WatchedBooth)  # noqa: B010 - a name mypy takes for fixed
    main()


if __name__ == "__main__":
    run()
