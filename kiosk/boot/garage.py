"""Joins the garage's window to the simulated devices: a visitor's doings become bytes on wires."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import datetime
from functools import partial

from kiosk.boot.booth import Booth
from kiosk.boot.demo_papers import Pocket
from kiosk.boot.processes import CentreProcess
from kiosk.boot.simulation import SimulatedCounter, SimulatedLane
from kiosk.boot.wires import said
from kiosk.config.settings import LaneAt
from kiosk.devices.link import WireFrame
from kiosk.devices.messages import Paper as Roll
from kiosk.domain.signals import Input, Level
from kiosk.domain.staff import Role, Staff
from kiosk.domain.wording import Text
from kiosk.lane.state import Idle
from kiosk.payments.simulated_terminal import Card
from kiosk.ui.garage.paper import codes_on
from kiosk.ui.garage.window import GarageWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import staff_theme
from kiosk.views.garage import (
    Frame,
    GarageFault,
    GarageLane,
    GarageView,
    Paper,
    loops_covered,
)
from kiosk.views.lanes_board import LaneFacts, lane_tile

FRAMES = 4
BYTES_LETTERS = 44
MEANING_LETTERS = 28
NOBODY = Staff("", "", Role.ATTENDANT, active=False)


class Garage:
    """One window over the simulated lanes. Its faults stand until the visitor takes them back."""

    def __init__(
        self,
        booth: Booth,
        lanes: Mapping[str, SimulatedLane],
        centre: CentreProcess,
        counter: SimulatedCounter,
    ) -> None:
        self._booth = booth
        self._lanes = lanes
        self._centre = centre
        self._counter = counter
        self._pocket: Pocket | None = None
        self._faults: dict[str, set[GarageFault]] = {lane_id: set() for lane_id in ("", *lanes)}
        self._slots: dict[str, Paper | None] = dict.fromkeys(lanes)
        self._hand: list[Paper] = []
        self._printed = 0
        self._said: dict[tuple[str, WireFrame], str] = {}
        """The last frames that said something; a wire's own history is soon full of polls."""
        self.window = GarageWindow(staff_theme(), Language("en", booth.zone))
        for lane_id, lane in lanes.items():
            lane.on_paper = partial(self.on_paper, lane_id)
        self._connect()

    def fill(self, pocket: Pocket) -> None:
        """Put papers into the visitor's hand, before any ticket."""
        self._pocket = pocket
        self._hand[:0] = pocket.papers()

    def on_paper(self, lane_id: str, data: bytes) -> None:
        """A printer cut a paper off; called on its own thread."""
        self._printed += 1
        codes = codes_on(data)
        self._slots[lane_id] = Paper(self._printed, data, codes[0] if codes else "")

    def draw(self) -> None:
        """Show how everything stands now."""
        self.window.render_view(
            GarageView(
                lanes=tuple(self._lane(at) for at in self._booth.settings.lane),
                hand=tuple(self._hand),
                faults=frozenset(self._faults[""]),
                frames=self._frames(),
                nobody_waits=all(isinstance(s.phase, Idle) for s in self._booth.states.values()),
            )
        )

    def _connect(self) -> None:
        window = self.window
        window.driven.connect(self._drive)
        window.button_pressed.connect(lambda lane_id: self._lanes[lane_id].press())
        window.help_pressed.connect(lambda lane_id: self._lanes[lane_id].press(Input.HELP_BUTTON))
        window.ticket_taken.connect(self._take)
        window.scanned.connect(lambda lane_id, text: self._lanes[lane_id].scanner.scan(text))
        window.shown_at_booth.connect(self._counter.scanner.scan)
        window.card_presented.connect(self._present)
        window.fault_toggled.connect(self._break)

    def _drive(self, lane_id: str, noses: tuple[float, ...]) -> None:
        covered = loops_covered(noses)
        self._lanes[lane_id].set(Input.APPROACH, covered.approach)
        self._lanes[lane_id].set(Input.SAFETY, covered.safety)

    def _present(self, lane_id: str, card: str) -> None:
        """The driver has one card, wherever it is held to a terminal."""
        self._lanes[lane_id].present_card(Card(card))
        self._counter.terminal.hold(Card(card))

    def _take(self, lane_id: str) -> None:
        if paper := self._slots[lane_id]:
            if self._pocket and (chaser := self._pocket.chaser(paper.payload)):
                self._hand.append(chaser)
            self._hand.append(paper)
            self._slots[lane_id] = None
            self._lanes[lane_id].take_ticket()

    def _break(self, lane_id: str, name: str, on: bool) -> None:
        fault = GarageFault(name)
        (self._faults[lane_id].add if on else self._faults[lane_id].discard)(fault)
        if fault is GarageFault.CENTRE_DOWN:
            # Starting it again takes a second: not on the window's thread.
            change = self._centre.stop if on else self._centre.start
            threading.Thread(target=change, daemon=True).start()
        elif fault is GarageFault.POWER_CUT:
            for lane in self._lanes.values():
                lane.power(on=not on)
        else:
            self._break_lane(self._lanes[lane_id], fault, on)

    def _break_lane(self, lane: SimulatedLane, fault: GarageFault, on: bool) -> None:
        match fault:
            case GarageFault.PAPER_OUT:
                lane.printer.set_paper(Roll.OUT if on else Roll.OK)
            case GarageFault.PRINTER_UNPLUGGED:
                (lane.printer.port.unplug if on else lane.printer.port.plug)()
            case GarageFault.BOARD_UNPLUGGED:
                (lane.board.port.unplug if on else lane.board.port.plug)()
            case GarageFault.APPROACH_STUCK:
                lane.stick(Input.APPROACH, on)
            case GarageFault.BOOM_STUCK:
                lane.barrier.state.stuck = on
            case GarageFault.BOOM_BROKEN:
                lane.barrier.state.broken = on
            case GarageFault.CARD_SILENT:
                lane.present_card(Card.MUTE if on else Card.APPROVE)
            case GarageFault.FIRE:
                lane.set(Input.FIRE, on)
            case GarageFault.CENTRE_DOWN | GarageFault.POWER_CUT:
                raise ValueError(f"{fault} is not one lane's")

    def _lane(self, at: LaneAt) -> GarageLane:
        lane = self._lanes[at.id]
        tile = lane_tile(LaneFacts(at.id, at.name, self._booth.states[at.id]), NOBODY)
        return GarageLane(
            lane_id=at.id,
            name=at.name,
            kind=at.kind,
            approach=_level(lane.inputs.get(Input.APPROACH)),
            safety=_level(lane.inputs.get(Input.SAFETY)),
            boom_degrees=round(lane.barrier.state.angle),
            light=lane.light,
            mood=tile.mood,
            headline=tile.word,
            slot=self._slots[at.id],
            faults=frozenset(self._faults[at.id]),
            terminal=Text("Ready") if lane.terminal else None,
        )

    def _frames(self) -> tuple[Frame, ...]:
        """The last frames that say something, newest first; polls and their echoes left out."""
        if self._booth.lanes is None:
            return ()
        found = self._said | {
            (link.device, frame): meaning
            for link in self._booth.lanes.links
            for frame in link.history()[-200:]
            if (meaning := said(link.device, frame)) is not None
        }
        newest = sorted(found, key=lambda each: each[1].at, reverse=True)[:FRAMES]
        self._said = {each: found[each] for each in newest}
        return tuple(
            Frame(
                self._clock(frame.at),
                device,
                frame.sent,
                _short(frame.hex, BYTES_LETTERS),
                _short(meaning, MEANING_LETTERS),
            )
            for (device, frame), meaning in self._said.items()
        )

    def _clock(self, monotonic: float) -> str:
        services = self._booth.services
        assert services is not None  # noqa: S101 - frames come from lanes, which it opened
        ago = services.site.wire_monotonic() - monotonic
        moment = datetime.fromtimestamp(self._booth.clock.now().timestamp() - ago, self._booth.zone)
        return f"{moment:%H:%M:%S}.{moment.microsecond // 1000:03}"


def _short(words: str, letters: int) -> str:
    """A scan of a signed paper is longer than any window."""
    return words if len(words) <= letters else f"{words[:letters].rstrip()}…"


def _level(active: bool | None) -> Level:
    if active is None:
        return Level.UNKNOWN
    return Level.ON if active else Level.OFF
