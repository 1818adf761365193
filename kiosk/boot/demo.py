"""The demo: a centre, a booth and a garage on this computer; only the devices are simulated."""

from __future__ import annotations

import secrets
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from kiosk.boot.booth import Booth
from kiosk.boot.demo_papers import Pocket
from kiosk.boot.demo_site import LANES, write_site
from kiosk.boot.garage import Garage
from kiosk.boot.logs import say, set_up_logs
from kiosk.boot.processes import CentreProcess
from kiosk.boot.rehearsing import pass_time
from kiosk.boot.simulation import SimulatedCounter, SimulatedLane
from kiosk.boot.stage import new_enrolment
from kiosk.boot.syncing import TOKEN_FILE, enrol
from kiosk.config.load import load
from kiosk.domain.staff import Role
from kiosk.domain.wording import Text
from kiosk.runtime.clock import ShiftedClock, SystemClock
from kiosk.ui.application import create_application

DRAW_SECONDS = 0.1
HOUR_SECONDS = 3600.0
PIN_FILE = "demo.pin"
AHEAD_FILE = "demo.ahead"
"""How many seconds the visitor has let pass: this data folder's clock never goes back."""
PEOPLE = (("Demo", Role.ADMIN), ("Second", Role.SUPERVISOR))
"""The second one agrees where one person is not enough; both have the same PIN."""
FLOAT = {2000: 3, 1000: 5, 500: 8, 200: 20, 100: 20, 50: 20, 20: 20, 10: 20}
"""What lies in the drawer when the first shift begins: value in cents to how many."""
PLACES = ((0, 0, 620, 400), (0, 440, 620, 400), (0, 280), (630, 0, 1290, 860))
"""Where the windows come up on 1920x1080: entry, exit, attendant behind them, garage beside."""


def run_demo(data: Path | None) -> int:
    """Run the demo until its windows close; returns the exit code."""
    set_up_logs()
    folder = (data or Path(tempfile.mkdtemp(prefix="boomgate-demo-"))).resolve()
    ports = folder / "ports"
    ports.mkdir(parents=True, exist_ok=True)
    say(f"The demo keeps its data in {folder}")
    centre = CentreProcess(folder / "centre.db", folder / "centre.log")
    centre.start()
    say(f"The centre is on {centre.url}, its API is described at {centre.url}/docs")
    site = write_site(folder, ports, centre.url)
    if not (folder / TOKEN_FILE).exists():
        enrol(centre.url, new_enrolment(centre), "booth-1", folder)
    pin = _pin(folder)
    say(f"Sign on at the booth as Demo with the PIN {pin}")
    application = create_application(sys.argv[:1])
    booth = Booth(
        load(site),
        folder,
        ShiftedClock(SystemClock(), _ahead(folder)),
        banner=Text("Demo: the PIN is {pin}").with_values(pin=pin),
    )
    lanes = {
        lane_id: SimulatedLane(lane_id, kind, ports, time.monotonic) for lane_id, kind, _ in LANES
    }
    counter = SimulatedCounter(ports, time.monotonic)
    counter.start()
    garage = Garage(booth, lanes, centre, counter)
    for lane in lanes.values():
        lane.start()
    garage.window.hour_passed.connect(partial(_pass_hour, booth, folder))
    booth.assembled.append(partial(_open, booth, garage, pin))
    booth.show(windowed=True)
    code = application.exec()
    booth.stop()
    for lane in lanes.values():
        lane.stop()
    counter.stop()
    centre.stop()
    return booth.failed or code


def _open(booth: Booth, garage: Garage, pin: str) -> None:
    """Enrol people, fill the visitor's hand, and put the four windows where all can be seen."""
    if not (booth.desk and booth.attendant and booth.services and booth.lanes):
        raise RuntimeError("the booth is not assembled")
    booth.desk.enrol_first(PEOPLE, pin, FLOAT)
    issuer = booth.lanes.papers[LANES[0][0]].issuer()
    garage.fill(Pocket(booth.services.site, issuer))
    garage.draw()
    garage.window.show()
    booth.every(DRAW_SECONDS, garage.draw)
    windows = (*booth.windows.values(), booth.attendant, garage.window)
    for window, (x, y, *size) in zip(windows, PLACES, strict=False):
        window.move(x, y)
        if size:
            window.resize(*size)
    for window in booth.windows.values():
        window.raise_()


def _pin(folder: Path) -> str:
    """The demo's own PIN: made once per data folder, said on the banner."""
    file = folder / PIN_FILE
    if not file.exists():
        file.write_text(f"{secrets.randbelow(10**6):06}", "ascii")
    return file.read_text("ascii")


def _ahead(folder: Path) -> float:
    """How far ahead of the machine's clock this data folder's is, in seconds."""
    file = folder / AHEAD_FILE
    return float(file.read_text("ascii")) if file.exists() else 0.0


def _pass_hour(booth: Booth, folder: Path) -> None:
    """An hour passes for the booth at once; the next start goes on from there."""
    pass_time(booth, HOUR_SECONDS)
    (folder / AHEAD_FILE).write_text(str(booth.clock.ahead_seconds), "ascii")
    booth.screens.draw()
