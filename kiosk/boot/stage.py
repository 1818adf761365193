"""A whole garage on stage: centre and booth as processes of their own, devices simulated on ptys.

The day's scenes (and the end-to-end tests) speak in a driver's and an attendant's verbs; everything
they do reaches the booth as bytes on a wire, a tap on a window, or HTTP.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from kiosk.boot.demo_site import LANES, write_site
from kiosk.boot.processes import BoothProcess, CentreProcess
from kiosk.boot.simulation import SimulatedCounter, SimulatedLane
from kiosk.boot.syncing import TOKEN_FILE, enrol
from kiosk.domain.signals import Input, LaneKind
from kiosk.runtime.clock import SystemClock
from kiosk.ui.garage.paper import codes_on

LOOK_SECONDS = 0.02
PATIENCE_SECONDS = 20.0
STEADY_SECONDS = 0.35
"""Longer than a lane's debounce and two polls of its board: a level held so long was seen."""


class SceneFailed(AssertionError):
    """What a scene waited for did not happen; the message says what that was."""


class Stage:
    """Everything there is to play with. `folder` keeps all files; call `open`, then `close`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.papers: list[tuple[str, bytes]] = []
        """Every paper that came out: (lane, exact bytes), in order."""
        ports = folder / "ports"
        ports.mkdir(parents=True, exist_ok=True)
        self._ports = ports
        self.lanes = {
            lane_id: SimulatedLane(
                lane_id,
                kind,
                ports,
                time.monotonic,
                on_paper=partial(self._keep, lane_id),
                travel_seconds=0.3,
            )
            for lane_id, kind, _ in LANES
        }
        self.counter = SimulatedCounter(ports, time.monotonic)
        self.centre = CentreProcess(folder / "centre.db", folder / "centre.log")
        self.booth: BoothProcess

    def _keep(self, lane_id: str, data: bytes) -> None:
        self.papers.append((lane_id, data))

    @property
    def entry(self) -> SimulatedLane:
        """The entry lane's devices."""
        return next(each for each in self.lanes.values() if each.kind is LaneKind.ENTRY)

    @property
    def exit(self) -> SimulatedLane:
        """The exit lane's devices."""
        return next(each for each in self.lanes.values() if each.kind is LaneKind.EXIT)

    # --- curtain

    def open(self) -> None:
        """Start the centre, enrol the booth there, plug the devices in, start the booth."""
        self.centre.start()
        site = write_site(self.folder, self._ports, self.centre.url)
        if not (self.folder / TOKEN_FILE).exists():
            enrol(self.centre.url, new_enrolment(self.centre), "booth-1", self.folder)
        for lane in self.lanes.values():
            lane.start()
        self.counter.start()
        self.booth = BoothProcess(site, self.folder / "booth.log")
        self.start_booth()

    def start_booth(self) -> None:
        """Start the booth's process and wait until every lane serves, and its window stands."""
        self.booth.start()
        self.until(lambda: all(each["started"] for each in self.look().values()), "lanes to start")
        self.until(lambda: self.booth.ask("ready"), "the attendant's window")

    def close(self) -> None:
        """Close the booth's windows, then the centre, then pull the plugs."""
        self.booth.stop()
        self.centre.stop()
        for lane in self.lanes.values():
            lane.stop()
        self.counter.stop()

    # --- looking

    def until(self, seen: Callable[[], Any], what: str, seconds: float = PATIENCE_SECONDS) -> Any:
        """Wait until `seen` is true and return it; `SceneFailed` says what never came."""
        end = time.monotonic() + seconds
        while not (found := seen()):
            if time.monotonic() > end:
                raise SceneFailed(f"waited {seconds:.0f} s for {what}; lanes: {self.look()}")
            Event().wait(LOOK_SECONDS)
        return found

    def look(self) -> dict[str, Any]:
        """How the booth says its lanes are."""
        lanes: dict[str, Any] = self.booth.ask("lanes")
        return lanes

    def phase(self, lane: SimulatedLane, *wanted: str) -> None:
        """Wait until this lane is in one of these phases."""
        self.until(
            lambda: self.look()[lane.lane_id]["phase"] in wanted,
            f"{lane.lane_id} to be {' or '.join(wanted)}",
        )

    def grab(self, window: str, name: str) -> None:
        """Keep a picture of a window as `screens/<name>.png`."""
        screens = self.folder / "screens"
        screens.mkdir(exist_ok=True)
        self.booth.tell(do="grab", window=window, path=str(screens / f"{name}.png"))

    # --- a car

    def arrive(self, lane: SimulatedLane) -> None:
        """Drive onto loop A."""
        lane.set(Input.APPROACH, True)
        self.phase(lane, "Armed", "Waiting")

    def booth_misses(self, lane: SimulatedLane, device: str) -> None:
        """Wait until the booth has noticed that a device does not work."""
        self.until(lambda: device in self.look()[lane.lane_id]["missing"], f"{device} to be missed")

    def booth_has(self, lane: SimulatedLane, device: str) -> None:
        """Wait until the booth has noticed that a device works again."""
        self.until(
            lambda: device not in self.look()[lane.lane_id]["missing"], f"{device} to be back"
        )

    def everything_sent(self) -> None:
        """Wait until the centre has acknowledged everything."""
        self.until(
            lambda: (sync := self.booth.ask("sync"))["reachable"] and sync["unsent"] == 0,
            "everything to be sent",
        )

    def leave_backwards(self, lane: SimulatedLane) -> None:
        """Back off loop A."""
        lane.set(Input.APPROACH, False)

    def take_a_ticket(self) -> str:
        """Press, wait for the paper, pull it; returns what its QR says."""
        printed = len(self.papers)
        self.entry.press()
        self.until(lambda: len(self.papers) > printed, "a ticket to be printed")
        self.phase(self.entry, "Taking")
        self.entry.take_ticket()
        return self.last_payload()

    def last_payload(self) -> str:
        """What the QR of the last paper says."""
        codes = codes_on(self.papers[-1][1])
        if not codes:
            raise SceneFailed("the last paper has no QR")
        return codes[0]

    def drive_through(self, lane: SimulatedLane) -> None:
        """Wait for the boom, drive over B and away, and let the barrier close."""
        self.until(lambda: lane.barrier.is_open, f"the boom of {lane.lane_id} to open")
        lane.set(Input.SAFETY, True)
        self.steady()
        lane.set(Input.APPROACH, False)
        self.steady()
        lane.set(Input.SAFETY, False)
        self.phase(lane, "Idle")

    def enter(self) -> str:
        """One ordinary car drives in; returns its ticket."""
        self.arrive(self.entry)
        payload = self.take_a_ticket()
        self.drive_through(self.entry)
        return payload

    def show_ticket(self, payload: str) -> None:
        """Drive to the exit and hold the ticket to the reader."""
        self.arrive(self.exit)
        self.exit.scanner.scan(payload)

    def pay_by_card(self, payload: str) -> None:
        """Drive to the exit, pay by card, drive out."""
        self.show_ticket(payload)
        self.phase(self.exit, "Quoted")
        self.tap("exit-1", "Card")
        self.drive_through(self.exit)

    def pay_cash(self, payload: str) -> int:
        """Drive to the exit, pay the attendant in cash, drive out; returns the minor units paid."""
        self.show_ticket(payload)
        self.phase(self.exit, "Quoted")
        self.tap("exit-1", "Cash")
        self.phase(self.exit, "CashWanted")
        due: int = self.look()["exit-1"]["due_minor"]
        self.cash_at_the_booth(payload, due)
        self.drive_through(self.exit)
        return due

    def steady(self) -> None:
        """Hold still until the lanes have seen it."""
        Event().wait(STEADY_SECONDS)

    # --- fingers

    def tap(self, window: str, words: str) -> None:
        """Tap the button that says so, as soon as it is there."""

        self._act(do="tap", window=window, words=words)

    def type(self, window: str, words: str, text: str) -> None:
        """Type into the field that says so, and press Enter."""

        self._act(do="type", window=window, words=words, text=text)

    def _act(self, **order: str) -> None:
        """Do it as soon as what is meant is on the screen."""
        answer = "nothing"

        def acted() -> bool:
            nonlocal answer
            try:
                self.booth.tell(**order)
            except LookupError as missing:
                answer = str(missing)
                return False
            return True

        try:
            self.until(acted, f"{order['words']!r} in {order['window']}")
        except SceneFailed as failed:
            raise SceneFailed(f"{failed}; {answer}") from None

    def cash_at_the_booth(self, code: str, due_minor: int) -> None:
        """The attendant scans the ticket, counts what is due into the drawer and presses Enter."""
        self.tap("attendant", "Cashier")
        self.type("attendant", "Scan", code)
        self.until(lambda: self.booth.ask("counter") is not None, "the cashier to see the stay")
        self.type("attendant", "Given", f"{due_minor // 100}.{due_minor % 100:02}")

    # --- the centre

    def post(self, path: str, message: dict[str, Any], **headers: str) -> dict[str, Any]:
        """Ask something of the centre as its administrator."""
        return ask_centre(self.centre, path, message, **headers)

    def book(self, starts_in: timedelta, lasts: timedelta, name: str) -> str:
        """Book a stay at the centre; returns what the driver's QR says."""
        clock = SystemClock()
        starts_at = clock.now() + timedelta(seconds=self.booth.ahead) + starts_in
        made = self.post(
            "/v1/facilities/hlavna/bookings",
            {
                "starts_at": starts_at.isoformat(),
                "ends_at": (starts_at + lasts).isoformat(),
                "name": name,
            },
            **{"Idempotency-Key": clock.new_id()},
        )
        return str(made["qr_text"])


def new_enrolment(centre: CentreProcess) -> str:
    """A one-time code for the demo's booth, made by the centre's administrator."""
    made = ask_centre(centre, "/v1/facilities/hlavna/enrolments", {"name": "Booth 1"})
    return str(made["code"])


def ask_centre(
    centre: CentreProcess, path: str, message: dict[str, Any], **headers: str
) -> dict[str, Any]:
    """Post something to the centre as its administrator; raises for a refusal."""
    import httpx2

    reply = httpx2.post(
        centre.url + path,
        json=message,
        headers={"Authorization": f"Bearer {centre.admin_token}", **headers},
        timeout=PATIENCE_SECONDS,
    )
    reply.raise_for_status()
    answer: dict[str, Any] = reply.json()
    return answer
