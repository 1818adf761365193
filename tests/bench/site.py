"""The site that is measured: its settings file, and the booth's services without any window."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.boot.demo_site import EXAMPLES
from kiosk.boot.lanes import Lanes, build_lanes, open_steps
from kiosk.boot.services import Services, open_services
from kiosk.config.load import load
from kiosk.domain.signals import LaneKind
from kiosk.domain.wording import Text
from kiosk.lane.engine import Event
from kiosk.lane.state import Idle, Lane
from kiosk.reports.paper import prepare
from kiosk.runtime.clock import SystemClock

FACILITY = "bench"
ENTRY, EXIT = "entry-1", "exit-1"
PATIENCE_SECONDS = 30.0

_SITE = """tariff = "tariff.toml"

[facility]
id = "bench"
name = "Bench"
zone = "Europe/Berlin"
languages = ["en", "de", "ar"]
spaces = 100000

[booth]
data = "data"
"""
_LANE = """
[[lane]]
id = "{id}"
kind = "{kind}"
name = "Lane {number}"
number = {number}
board = {{ port = "{ports}/{id}-board", model = "waveshare-8io" }}
printer = {{ port = "{ports}/{id}-printer", model = "escpos", baud = 115200 }}
scanner = {{ port = "{ports}/{id}-scanner", model = "serial-scanner" }}
"""
_TERMINAL = (
    'terminal = {{ port = "{ports}/{id}-terminal", model = "card-line", serial = "SIM-0001" }}\n'
)
HURRIED = "rules = { debounce_seconds = 0.01, tail_seconds = 0.05 }\n"
"""Loops that are believed at once: for traffic, never for latencies."""


def lanes_of(pairs: int) -> list[tuple[str, LaneKind]]:
    """(lane id, kind) of so many entries, each with an exit."""
    numbers = range(1, pairs + 1)
    return [
        lane
        for n in numbers
        for lane in ((f"entry-{n}", LaneKind.ENTRY), (f"exit-{n}", LaneKind.EXIT))
    ]


def write_site(
    folder: Path,
    *,
    ports: Path | None = None,
    pairs: int = 1,
    terminals: bool = True,
    rules: str = "",
    tariff: str = "",
) -> Path:
    """Write site.toml and tariff.toml into `folder`; ports are those in `folder/ports`, or said."""
    folder.mkdir(parents=True, exist_ok=True)
    ports = ports or folder / "ports"
    text = _SITE
    for number, (lane_id, kind) in enumerate(lanes_of(pairs), 1):
        fields = {"id": lane_id, "kind": kind.value, "number": number, "ports": ports}
        text += _LANE.format(**fields)
        if terminals and kind is LaneKind.EXIT:
            text += _TERMINAL.format(**fields)
        text += rules
    site = folder / "site.toml"
    site.write_text(text, "utf-8")
    if tariff:
        (folder / "tariff.toml").write_text(tariff, "utf-8")
    else:
        shutil.copyfile(EXAMPLES / "tariff.toml", folder / "tariff.toml")
    return site


def services_of(folder: Path) -> Services:
    """Open the booth of the site in `folder`, as the booth itself does."""
    return open_services(
        load(folder / "site.toml"), folder, SystemClock(), time.monotonic, _in_english
    )


def _in_english(text: Text) -> str:
    return text.template.format(**dict(text.values))


@dataclass(slots=True)
class RunningLanes:
    """Real runners, performers and links of a site, no windows; and how its lanes stand."""

    services: Services
    lanes: Lanes = field(init=False)
    _states: dict[str, Lane] = field(default_factory=dict)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.lanes = build_lanes(self.services, self._publish)
        for at in self.services.site.settings.lane:
            if at.printer:
                prepare(at.printer.profile)
        open_steps(self.services, self.lanes)
        self.lanes.start()
        for lane_id in self.lanes.runners:
            self.until(lane_id, lambda lane: lane.started and not lane.missing, "to be armed")
            self.until(lane_id, lambda lane: isinstance(lane.phase, Idle), "to be free")

    def tell(self, lane_id: str, event: Event) -> None:
        """Tell one lane something."""
        self.lanes.tell(lane_id, event)

    def until(self, lane_id: str, holds: Callable[[Lane], bool], what: str) -> None:
        """Wait until it holds of the lane."""

        def seen() -> bool:
            return lane_id in self._states and holds(self._states[lane_id])

        with self._changed:
            if not self._changed.wait_for(seen, PATIENCE_SECONDS):
                raise TimeoutError(f"{lane_id} was {what}; it is {self._states.get(lane_id)}")

    def stop(self) -> None:
        """End every thread, close the journal."""
        self.lanes.stop()
        self.services.close()

    def _publish(self, lane_id: str, lane: Lane) -> None:
        with self._changed:
            self._states[lane_id] = lane
            self._changed.notify_all()
