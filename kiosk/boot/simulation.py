"""One lane's worth of simulated devices behind real ptys, with a car's worth of verbs; a counter's.

The demo's garage, the scripted day and the end-to-end tests all drive through this: whatever they
do reaches the booth only as bytes on a wire.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kiosk.devices.codecs.board_map import WAVESHARE_8IO
from kiosk.devices.simulated.barrier import SimulatedBarrier
from kiosk.devices.simulated.board import SimulatedBoard
from kiosk.devices.simulated.port import SimulatedPort
from kiosk.devices.simulated.printer import SimulatedPrinter
from kiosk.devices.simulated.scanner import SimulatedScanner
from kiosk.domain.counter import COUNTER
from kiosk.domain.signals import Input, LaneKind, Light
from kiosk.payments.simulated_terminal import Card, SimulatedTerminal

TICK_SECONDS = 0.02
TERMINAL_SERIAL, COUNTER_SERIAL = "SIM-0001", "SIM-0002"


class SimulatedLane:
    """Board, barrier, printer, scanner and (at an exit) card terminal of one lane.

    Ports appear as `<folder>/<lane>-board` and so on. `on_paper(data)` hears every ticket's bytes.
    """

    def __init__(
        self,
        lane_id: str,
        kind: LaneKind,
        folder: Path,
        monotonic: Callable[[], float],
        *,
        on_paper: Callable[[bytes], None] = lambda _data: None,
        travel_seconds: float = 1.2,
    ) -> None:
        self.lane_id = lane_id
        self.kind = kind
        self._monotonic = monotonic
        self.on_paper = on_paper
        self._button = False
        self.barrier = SimulatedBarrier(travel_seconds=travel_seconds)
        self.inputs: dict[Input, bool] = {}
        self.stuck: set[Input] = set()
        self.lights: dict[int, bool] = {}
        self.coil_writes: Counter[int] = Counter()
        self.board = SimulatedBoard(self.path(folder, "board"), monotonic, on_coil=self._on_coil)
        self.printer = SimulatedPrinter(
            self.path(folder, "printer"), monotonic, on_ticket=self._on_ticket
        )
        self.scanner = SimulatedScanner(self.path(folder, "scanner"), monotonic)
        self.terminal = (
            SimulatedTerminal(self.path(folder, "terminal"), monotonic, serial=TERMINAL_SERIAL)
            if kind is LaneKind.EXIT
            else None
        )
        self._stop = threading.Event()
        self._ticker = threading.Thread(target=self._tick, name=f"barrier-{lane_id}", daemon=True)

    def path(self, folder: Path, device: str) -> Path:
        """Where a device's port appears."""
        return folder / f"{self.lane_id}-{device}"

    def start(self) -> None:
        """Plug everything in."""
        for port in self._ports():
            port.start()
        for wire in (Input.APPROACH, Input.SAFETY, Input.TICKET_BUTTON, Input.HELP_BUTTON):
            self.set(wire, False)
        self.set(Input.TICKET_TAKEN, False)
        self.set(Input.FIRE, False)
        self.set(Input.BOOM_CLOSED, True)
        self.set(Input.BOOM_OPEN, False)
        self._ticker.start()

    def stop(self) -> None:
        """Pull every plug."""
        self._stop.set()
        self._ticker.join()
        for port in self._ports():
            port.stop()

    def set(self, wire: Input, active: bool) -> None:
        """Make an input active or not, unless it is stuck. Loop B is wired to the barrier too."""
        if wire in self.stuck or self.inputs.get(wire) == active:
            return
        self.inputs[wire] = active
        if wire is Input.SAFETY:
            self.barrier.on_safety(active, self._monotonic())
        self.board.set_input(wire, active=active)

    def take_ticket(self) -> None:
        """Pull the paper out of the slot: the sensor pulses."""
        self.set(Input.TICKET_TAKEN, True)
        self._later(0.4, lambda: self.set(Input.TICKET_TAKEN, False))

    def press(self, wire: Input = Input.TICKET_BUTTON) -> None:
        """Press and release a button."""
        self.set(wire, True)
        self._later(0.3, lambda: self.set(wire, False))

    def stick(self, wire: Input, stuck: bool) -> None:
        """Hold a wire active whatever happens, or let it follow the world again."""
        if stuck:
            self.set(wire, True)
            self.stuck.add(wire)
        else:
            self.stuck.discard(wire)
            self.set(wire, False)

    def power(self, *, on: bool) -> None:
        """Cut every device's power, or bring it back; the boom stays where it is."""
        for port in self._ports():
            (port.plug if on else port.unplug)()

    def present_card(self, card: Card) -> None:
        """What the next card does."""
        if self.terminal is not None:
            self.terminal.hold(card)

    @property
    def light(self) -> Light:
        """What the traffic light shows."""
        if self.lights.get(WAVESHARE_8IO.go_coil or -1):
            return Light.GO
        return Light.STOP if self.lights.get(WAVESHARE_8IO.stop_coil or -1) else Light.OFF

    def _ports(self) -> list[SimulatedPort]:
        ports = [self.board.port, self.printer.port, self.scanner.port]
        return [*ports, self.terminal.port] if self.terminal else ports

    def _later(self, seconds: float, errand: Callable[[], None]) -> None:
        timer = threading.Timer(seconds, errand)
        timer.daemon = True
        timer.start()

    def _on_coil(self, coil: int, on: bool) -> None:
        self.lights[coil] = on
        self.coil_writes[coil] += on
        self.barrier.on_coil(coil, on)

    def _on_ticket(self, data: bytes) -> None:
        self.on_paper(data)

    def _tick(self) -> None:
        while not self._stop.wait(TICK_SECONDS):
            self.barrier.tick(self._monotonic())
            self.set(Input.BOOM_OPEN, self.barrier.is_open)
            self.set(Input.BOOM_CLOSED, self.barrier.is_closed)


class SimulatedCounter:
    """The cashier's own scanner and card terminal: `<folder>/counter-scanner` and so on."""

    def __init__(self, folder: Path, monotonic: Callable[[], float]) -> None:
        self.scanner = SimulatedScanner(folder / f"{COUNTER}-scanner", monotonic)
        path = folder / f"{COUNTER}-terminal"
        self.terminal = SimulatedTerminal(path, monotonic, serial=COUNTER_SERIAL)

    def start(self) -> None:
        """Plug everything in."""
        self.scanner.port.start()
        self.terminal.port.start()

    def stop(self) -> None:
        """Pull every plug."""
        self.scanner.port.stop()
        self.terminal.port.stop()
