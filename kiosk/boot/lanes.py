"""Builds a site's lanes: engine, runner, links, till; joined so that facts only flow forward."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.boot.services import Services
from kiosk.config.settings import DeviceAt, LaneAt
from kiosk.devices.catalogue import BOARDS, PRINTERS, SCANNERS, Installation, Model
from kiosk.devices.link import Link
from kiosk.devices.messages import Report, SetSign
from kiosk.devices.transports import PortSettings, Transport, open_transport
from kiosk.domain.counter import COUNTER
from kiosk.domain.event import Body
from kiosk.domain.facts.lanes import DeviceFaultRaised
from kiosk.domain.payment import Method
from kiosk.domain.signals import Device
from kiosk.lane import events as ev
from kiosk.lane.engine import ENGINES, Event
from kiosk.lane.rules import Rules
from kiosk.lane.state import Lane
from kiosk.payments.cash import Cash
from kiosk.payments.catalogue import TERMINALS
from kiosk.payments.provider import Provider
from kiosk.payments.terminal import CardTerminal
from kiosk.payments.terminal import Wiring as TerminalWiring
from kiosk.runtime.lane_runner import LaneRunner
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.performer import Performer
from kiosk.runtime.till import Till
from kiosk.runtime.watch import CLOCK_DOUBTED
from kiosk.runtime.wiring import Wiring
from kiosk.store.trouble import StoreTrouble

if TYPE_CHECKING:
    from kiosk.payments.upi import Upi

JITTER = 0.2
PSP_ACCESS = "psp.token"
"""A file of the booth's folder (mode 0600), as all secrets are."""


@dataclass(slots=True)
class Lanes:
    """Every lane of the booth, ready to start."""

    runners: dict[str, LaneRunner]
    papers: dict[str, Paperwork]
    links: list[Link[Any]]
    boards: list[Link[Any]]
    terminals: list[CardTerminal]
    till: Till
    upi: Upi | None = None

    def tell(self, lane_id: str, event: Event) -> None:
        """Tell one lane something."""
        self.runners[lane_id].post(event)

    def tell_all(self, event: Event) -> None:
        """Tell every lane."""
        for runner in self.runners.values():
            runner.post(event)

    def show_full(self, full: bool) -> None:
        """Switch every FULL sign."""
        for board in self.boards:
            board.send(SetSign(full))

    def start(self) -> None:
        """Start every thread; each lane first learns what the journal says it was doing."""
        for lane_id, runner in self.runners.items():
            runner.start(f"lane-{lane_id}")
        for link in self.links:
            link.start()
        for terminal in self.terminals:
            terminal.start()
        if self.upi is not None:
            self.upi.start()

    def stop(self) -> None:
        """Lanes first: what they have is finished, and a port that closes is no news to them."""
        for runner in self.runners.values():
            runner.stop()
        for terminal in self.terminals:
            terminal.stop()
        if self.upi is not None:
            self.upi.stop()
        for link in self.links:
            link.stop()


def build_lanes(services: Services, publish: Callable[[str, Lane], None]) -> Lanes:
    """Build all lanes of the site. `publish` hears every change, on the lane's thread."""
    site = services.site
    providers: dict[str, Mapping[Method, Provider]] = {}
    runners: dict[str, LaneRunner] = {}
    till = Till(site, providers, lambda lane_id, event: runners[lane_id].post(event))
    lanes = Lanes(runners, {}, [], [], [], till, _upi(services))
    for at in site.settings.lane:
        _build_lane(services, at, lanes, providers, publish)
    if device := site.settings.booth.terminal:
        providers[COUNTER] = {Method.CARD: _counter_terminal(services, device, lanes)}
    return lanes


def restarts(services: Services) -> dict[str, ev.Restarted]:
    """What the journal says was unfinished in each lane, its mode and its latches."""
    with services.site.store.read() as unit:
        ledgers = {at.id: unit.lanes.state(at.id) for at in services.site.settings.lane}
        return {
            lane_id: ev.Restarted(
                unit.lanes.open_step(lane_id),
                mode=ledger.mode,
                keep_open=ledger.keep_open,
                evacuating=ledger.evacuating,
            )
            for lane_id, ledger in ledgers.items()
        }


def open_steps(services: Services, lanes: Lanes) -> None:
    """Tell each lane at once what was unfinished, whatever its board says."""
    doubt_clock(services, lanes)
    for lane_id, restarted in restarts(services).items():
        lanes.tell(lane_id, restarted)


def doubt_clock(services: Services, lanes: Lanes) -> None:
    """A clock that went back stays in doubt over a restart."""
    with services.site.store.read() as unit:
        if unit.local.get(CLOCK_DOUBTED):
            lanes.tell_all(ev.ClockDoubted(doubted=True))


def _build_lane(
    services: Services,
    at: LaneAt,
    lanes: Lanes,
    providers: dict[str, Mapping[Method, Provider]],
    publish: Callable[[str, Lane], None],
) -> None:
    site = services.site
    profile = at.printer.profile if at.printer else "default"
    paperwork = Paperwork(site, at.id, at.name, profile)
    performer = Performer(site, at, lanes.till, paperwork, partial(_spread, lanes))
    runner = LaneRunner(
        Lane(at.kind),
        ENGINES[at.kind],
        _rules(at),
        performer,
        partial(publish, at.id),
        site.clock.monotonic,
        partial(_recover, services, at),
    )
    lanes.runners[at.id] = runner
    lanes.papers[at.id] = paperwork
    methods: dict[Method, Provider] = {Method.CASH: Cash()}
    if lanes.upi is not None:
        methods[Method.UPI] = lanes.upi
    for kind, device in _devices(at):
        name = f"{at.id}-{kind.value}"
        wiring = Wiring(kind, runner.post, partial(_note, services, at.id))
        if kind is Device.TERMINAL:
            terminal = _terminal(services, device, name, wiring, lanes.till)
            lanes.terminals.append(terminal)
            methods[Method.CARD] = terminal
            continue
        link = build_link(services, kind, device, name, wiring.hear)
        lanes.links.append(link)
        performer.links[kind] = link
        if kind is Device.PRINTER:
            paperwork.link = link
        if kind is Device.BOARD:
            lanes.boards.append(link)
    providers[at.id] = methods


def _rules(at: LaneAt) -> Rules:
    """The lane's rules, with the owner's policies for what cannot be reached laid over them."""
    policies = dict(at.rules.unreachable) | at.unreachable
    return replace(at.rules, unreachable=tuple(policies.items()))


def _devices(at: LaneAt) -> list[tuple[Device, DeviceAt]]:
    found = ((kind, getattr(at, kind.value)) for kind in Device)
    return [(kind, device) for kind, device in found if device is not None]


def build_link(
    services: Services,
    kind: Device,
    device: DeviceAt,
    name: str,
    hear: Callable[[Report], None],
) -> Link[Any]:
    """The link to one device; `hear` gets its reports on the port's own thread."""
    models: dict[Device, Mapping[str, Model[Any, Any]]] = {
        Device.BOARD: BOARDS,
        Device.PRINTER: PRINTERS,
        Device.SCANNER: SCANNERS,
    }
    codec = models[kind][device.model].codec(name, Installation(baud=device.baud))
    return Link(
        name,
        codec,
        partial(_open, services.folder, device),
        hear,
        monotonic=services.site.wire_monotonic,
        jitter=partial(_jitter, services),
    )


def _terminal(
    services: Services, device: DeviceAt, name: str, wiring: Wiring, till: Till
) -> CardTerminal:
    return TERMINALS[device.model].connect(
        TerminalWiring(
            device=name,
            serial=device.serial,
            open_port=partial(_open, services.folder, device),
            deliver=wiring.hear,
            stray=till.report,
            monotonic=services.site.clock.monotonic,
            jitter=partial(_jitter, services),
        )
    )


def _counter_terminal(services: Services, device: DeviceAt, lanes: Lanes) -> CardTerminal:
    """The counter's own: no lane hears how it is, its faults are noted under the counter's name."""
    note = partial(_note, services, COUNTER)
    wiring = Wiring(Device.TERMINAL, lambda _event: None, note)
    terminal = _terminal(services, device, f"{COUNTER}-terminal", wiring, lanes.till)
    lanes.terminals.append(terminal)
    return terminal


def _upi(services: Services) -> Upi | None:
    """The payment service of bank apps, where the site has an account; its token is a secret."""
    account = services.site.settings.facility.upi
    if account is None:
        return None
    from kiosk.payments import upi  # HTTP: only where it is wanted

    token = services.folder / PSP_ACCESS
    return upi.Upi(
        upi.Wiring(
            payee=account.payee,
            name=account.name,
            url=account.psp,
            monotonic=services.site.clock.monotonic,
            token=token.read_text("ascii").strip() if token.exists() else "",
        )
    )


def _open(folder: Path, device: DeviceAt) -> Transport:
    return open_transport(device.port, PortSettings(baud=device.baud))


def _jitter(services: Services, seconds: float) -> float:
    return seconds * (1 - JITTER + 2 * JITTER * services.site.clock.chance())


def _note(services: Services, lane_id: str, body: Body) -> None:
    """Journal a device's fault. A full disk must not stop the port's thread from reporting it."""
    try:
        with services.site.store.write() as unit:
            unit.record(body, services.site.here(lane_id, actor="device"))
    except StoreTrouble:
        return


def _spread(lanes: Lanes, origin: str) -> None:
    for lane_id, runner in lanes.runners.items():
        if lane_id != origin:
            runner.post(ev.EvacuationSignalled())


def _recover(services: Services, at: LaneAt, crashed: Lane) -> tuple[Lane, Event]:
    """A lane that fell over our bug begins again: wires as last seen, the rest from the journal."""
    _note(services, at.id, DeviceFaultRaised("lane", "crashed"))
    with services.site.store.read() as unit:
        ledger, step = unit.lanes.state(at.id), unit.lanes.open_step(at.id)
    lane = Lane(
        at.kind,
        senses=crashed.senses,
        missing=crashed.missing,
        faults=crashed.faults,
        full=crashed.full,
        clock_doubted=crashed.clock_doubted,
        unreachable=crashed.unreachable,
    )
    return lane, ev.Restarted(step, ledger.mode, ledger.keep_open, ledger.evacuating)
