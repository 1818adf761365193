"""A booth's real services in a folder, its lanes without threads, and cars that are already inside.

Everything is what `kiosk.boot` builds; only clocks stand still, ports lead nowhere unless a test
plugs something in, and lanes take their turns when they are told to.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from kiosk.boot.lanes import Lanes, build_lanes, open_steps
from kiosk.boot.services import Services, open_services
from kiosk.config.settings import DeviceAt, Facility, LaneAt, Settings
from kiosk.domain.facts import lanes as lane_facts
from kiosk.domain.facts import stays
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admittance
from kiosk.domain.signals import Device, Input, LaneKind, Level
from kiosk.domain.wording import Text
from kiosk.lane import events as ev
from kiosk.lane.state import Lane
from kiosk.runtime.clock import Clock
from kiosk.runtime.desk import Desk
from kiosk.runtime.lane_runner import LaneRunner
from kiosk.store.price_lists import STANDARD
from kiosk.store.ways import driver_of
from kiosk.wire.ticket import EntryTicket, entry_ticket_payload
from tests.support.clock import HandClock
from tests.support.stores import FACILITY

TARIFF_FILE = Path(__file__).parents[2] / "resources" / "config" / "tariff.toml"
ENTRY, EXIT = "entry-1", "exit-1"
HOUR = timedelta(hours=1)
SETTLED_SECONDS = 0.2
"""Longer than a loop bounces."""

_openings = count(1)
_numbers = count(1)


def new_settings(ports: Path, **facility: int) -> Settings:
    """One entry and one exit with everything, their ports in `ports`."""

    def at(lane_id: str, device: str, model: str) -> DeviceAt:
        return DeviceAt(str(ports / f"{lane_id}-{device}"), model, baud=115200, serial="SIM-0001")

    def lane(lane_id: str, kind: LaneKind, number: int) -> LaneAt:
        return LaneAt(
            id=lane_id,
            kind=kind,
            name=lane_id,
            number=number,
            board=at(lane_id, "board", "waveshare-8io"),
            printer=at(lane_id, "printer", "escpos"),
            scanner=at(lane_id, "scanner", "serial-scanner"),
            terminal=at(lane_id, "terminal", "card-line") if kind is LaneKind.EXIT else None,
        )

    return Settings(
        facility=Facility(FACILITY, "Garage", "Europe/Bratislava", **facility),  # type: ignore[arg-type]
        lane=(lane(ENTRY, LaneKind.ENTRY, 1), lane(EXIT, LaneKind.EXIT, 2)),
        tariff="tariff.toml",
    )


def open_booth(folder: Path, clock: Clock, settings: Settings | None = None) -> Services:
    """Open (or open again) the booth that lives in `folder`."""
    shutil.copyfile(TARIFF_FILE, folder / "tariff.toml")
    settings = settings or new_settings(folder)
    return open_services(settings, folder, clock, clock.monotonic, _in_english)


def new_clock() -> HandClock:
    """A clock whose ids are unlike those of any start before."""
    return HandClock(prefix=f"start{next(_openings)}")


def _in_english(text: Text) -> str:
    return text.template.format(**dict(text.values))


@dataclass(frozen=True, slots=True)
class Car:
    """A car inside, and the paper its driver holds."""

    session_id: str
    code: str
    payload: str


def signed_ticket(services: Services, **changes: object) -> EntryTicket:
    """A ticket nobody has heard of yet; its paper is `paper_of` it."""
    fields: dict[str, object] = {
        "facility_id": FACILITY,
        "lane_number": 1,
        "number": 1000 + next(_numbers),
        "issued_at": services.site.clock.now().replace(microsecond=0),
        "tariff": STANDARD,
        "vehicle_class": "car",
    }
    return EntryTicket(**{**fields, **changes})  # type: ignore[arg-type]


def paper_of(services: Services, ticket: EntryTicket) -> str:
    """The text of its QR, signed by this booth."""
    return entry_ticket_payload(ticket, services.site.signer)


def drive_in(services: Services, entered_at: datetime | None = None) -> Car:
    """Record a car that took a ticket and drove in, an hour ago unless said."""
    site = services.site
    entered_at = entered_at or site.clock.now() - HOUR
    ticket = signed_ticket(services, issued_at=entered_at)
    car = Car(f"session-{ticket.number}", ticket.code, paper_of(services, ticket))
    here = site.here(ENTRY, car.session_id)
    with site.store.write() as unit:
        tariff, version = unit.tariffs.latest(STANDARD)
        started = stays.SessionStarted(
            session_id=car.session_id,
            code=car.code,
            admittance=Admittance.TICKET,
            entered_at=entered_at,
            tariff=tariff,
            tariff_version=version,
            vehicle_class="car",
        )
        unit.record(started, here)
        issued = stays.TicketIssued(
            car.code, ticket.number, car.session_id, entered_at, car.payload
        )
        unit.record(issued, here)
        unit.record(stays.TicketTaken(car.code), here)
        unit.record(stays.SessionActivated(car.session_id, entered_at), here)
        unit.record(lane_facts.PassageCompleted(car.session_id), here)
    return car


def stay_of(services: Services, car: Car) -> Stay:
    """What this car owes now."""
    with services.site.store.read() as unit:
        session = unit.sessions.find(car.session_id)
        assert session is not None
        return services.site.stay(unit, session, services.site.clock.now())


@dataclass(slots=True)
class Rig:
    """A booth whose lanes turn by hand. `published` is every lane as it was last seen."""

    services: Services
    clock: HandClock
    published: dict[str, Lane] = field(default_factory=dict)
    lanes: Lanes = field(init=False)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.lanes = build_lanes(self.services, self.published.__setitem__)
        self.desk = Desk(
            self.services.site,
            self.lanes.till,
            self.lanes.runners,
            self.lanes.papers,
            self.services.pepper,
        )
        open_steps(self.services, self.lanes)
        for lane_id, runner in self.lanes.runners.items():
            for device in Device:
                runner.post(ev.DeviceChanged(device, ready=True))
            for wire in (Input.APPROACH, Input.SAFETY, Input.BOOM_OPEN):
                runner.post(ev.InputChanged(wire, Level.OFF))
            runner.post(ev.InputChanged(Input.BOOM_CLOSED, Level.ON))
            self.turn(lane_id)

    def close(self) -> None:
        """Give the ports back that were never opened, and close the booth."""
        for link in (*self.lanes.links, *(each.link for each in self.lanes.terminals)):
            link.close()
        self.services.close()

    def tell(self, lane_id: str, *events: ev.Event) -> None:
        """Post these, and let the lane act on them."""
        for event in events:
            self.lanes.tell(lane_id, event)
        self.turn(lane_id)

    def turn(self, lane_id: str) -> None:
        """Let a lane take every turn that is due now."""
        take_turns(self.lanes.runners[lane_id])

    def arrive(self, lane_id: str) -> None:
        """A car comes onto loop A and stands still."""
        self.tell(lane_id, ev.InputChanged(Input.APPROACH, Level.ON))
        self.clock.pass_time(SETTLED_SECONDS)
        self.turn(lane_id)

    def phase(self, lane_id: str) -> str:
        """The name of the phase this lane is in."""
        return type(self.lanes.runners[lane_id].state.phase).__name__

    def kinds(self, prefix: str = "") -> list[str]:
        """The kinds of every fact in the journal that begin so, in order."""
        return journal_kinds(self.services, prefix)


def take_turns(runner: LaneRunner) -> None:
    """Let a runner without a thread act until it has nothing to do at this instant."""
    while not runner._mailbox.empty() or runner._until_next_timer(1.0) <= 0:
        runner.turn(0)


@contextmanager
def read_only_disk(services: Services) -> Iterator[None]:
    """Until the end of the block the disk takes no more writes."""

    def switch(word: str) -> None:
        with services.site.store.engines.writer.connect() as connection:
            driver_of(connection).execute(f"PRAGMA query_only = {word}")

    switch("ON")
    yield
    switch("OFF")


def journal_kinds(services: Services, prefix: str = "") -> list[str]:
    """The kinds of every fact in the journal that begin so, in order."""
    with services.site.store.read() as unit:
        events = unit.journal.since("booth-1", 1, 0, 10_000)
    return [event.kind for event in events if event.kind.startswith(prefix)]
