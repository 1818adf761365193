"""Every combination of devices that are not there: the lane starts, says so, serves what is left.

Real wires to simulated devices, the real lanes with their threads; what is missing was never
plugged in.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest

from kiosk.boot.lanes import Lanes, build_lanes, open_steps
from kiosk.boot.services import Services
from kiosk.boot.simulation import SimulatedLane
from kiosk.domain.facts import bookings
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.signals import Device, Input, LaneKind
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.lane.state import Lane, Refused
from kiosk.runtime.clock import ShiftedClock, SystemClock
from kiosk.runtime.desk import CashTaken, Desk
from kiosk.views.driver import DriverView, SiteFacts, Tap
from kiosk.views.entry import entry_view
from kiosk.views.exit import exit_view
from tests.support.pty import wait_until
from tests.support.site import ENTRY, EXIT, HOUR, Car, drive_in, open_booth, stay_of

SUBSETS = [set(some) for count in range(5) for some in combinations(Device, count)]
BOOKING = "B00K1NG77"
PIN = "274913"


@dataclass(slots=True)
class Garage:
    """A booth with threads, and the devices it has."""

    services: Services
    missing: set[Device]
    devices: dict[str, SimulatedLane]
    states: dict[str, Lane] = field(default_factory=dict)
    lanes: Lanes = field(init=False)

    def __post_init__(self) -> None:
        for lane in self.devices.values():
            lane.start()
            for device in self.missing:
                if simulated := getattr(lane, device.value):
                    simulated.port.unplug()
        self.lanes = build_lanes(self.services, self.states.__setitem__)
        open_steps(self.services, self.lanes)
        self.lanes.start()

    def stop(self) -> None:
        """End everything."""
        self.lanes.stop()
        for lane in self.devices.values():
            lane.stop()
        self.services.close()

    def until(self, lane_id: str, *phases: str) -> Lane:
        """Wait until the lane is in one of these phases."""

        def there() -> bool:
            return type(self.states[lane_id].phase).__name__ in phases

        wait_until(there, f"{lane_id} to be {phases}")
        return self.states[lane_id]

    def arrive(self, lane_id: str) -> None:
        """A car comes onto loop A and is seen."""
        self.devices[lane_id].set(Input.APPROACH, True)
        self.until(lane_id, "Armed")

    def offer(self, lane_id: str, text: str) -> None:
        """Hold a code to the reader, or type it where there is none."""
        if Device.SCANNER in self.missing:
            self.lanes.tell(lane_id, ev.CodeOffered(text, typed=True))
        else:
            self.devices[lane_id].scanner.scan(text)

    def opens(self, lane_id: str) -> None:
        """Wait until the boom is up."""
        wait_until(lambda: self.devices[lane_id].barrier.is_open, f"{lane_id} to open")

    def view(self, lane_id: str) -> DriverView:
        """What the driver sees."""
        site = SiteFacts("Garage", lane_id, self.services.site.clock.now())
        return (entry_view if lane_id == ENTRY else exit_view)(self.states[lane_id], site)

    def taps(self, lane_id: str) -> set[Tap]:
        """What the driver may tap."""
        return {choice.tap for choice in self.view(lane_id).choices}


@pytest.fixture(
    params=SUBSETS, ids=lambda some: "+".join(sorted(each.value for each in some)) or "nothing"
)
def garage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Garage]:
    """A garage in which these devices are missing."""
    devices = {
        lane_id: SimulatedLane(lane_id, kind, tmp_path, time.monotonic, travel_seconds=0.05)
        for lane_id, kind in ((ENTRY, LaneKind.ENTRY), (EXIT, LaneKind.EXIT))
    }
    services = open_booth(tmp_path, ShiftedClock(SystemClock()))
    made = Garage(services, request.param, devices)
    yield made
    made.stop()


def serves(garage: Garage, lane_id: str) -> bool:
    """Whether this lane has started and knows what it misses: an entry never had a terminal."""
    lane = garage.states.get(lane_id)
    missing = garage.missing - ({Device.TERMINAL} if lane_id == ENTRY else set())
    return lane is not None and lane.started and lane.missing == missing


def test_whatever_is_missing_each_lane_serves_what_is_left(garage: Garage) -> None:
    for lane_id in (ENTRY, EXIT):
        wait_until(partial(serves, garage, lane_id), f"{lane_id} to know what it has")
    book(garage)
    car = drive_in(garage.services)
    if Device.BOARD in garage.missing:
        nothing_moves(garage, car)
        return
    enters(garage)
    leaves(garage, car)


def book(garage: Garage) -> None:
    """A booking for now."""
    site = garage.services.site
    now = site.clock.now()
    with site.store.write() as unit:
        unit.record(bookings.BookingConfirmed("b1", BOOKING, now, now + HOUR), site.here())


def nothing_moves(garage: Garage, car: Car) -> None:
    """Without its board a lane sees nobody and opens for nobody, and says so."""
    for lane_id, text in ((ENTRY, BOOKING), (EXIT, car.code)):
        assert garage.view(lane_id).headline.template == "Out of service"
        garage.lanes.tell(lane_id, ev.TicketRequested())
        garage.offer(lane_id, text)
    for runner in garage.lanes.runners.values():
        runner.stop()
    assert [lane.barrier.pulses for lane in garage.devices.values()] == [0, 0]


def enters(garage: Garage) -> None:
    """By ticket where there is paper, else by booking."""
    garage.arrive(ENTRY)
    printer = Device.PRINTER not in garage.missing
    assert (Tap.TICKET in garage.taps(ENTRY)) is printer
    garage.devices[ENTRY].press()
    if printer:
        garage.until(ENTRY, "Taking")
        garage.devices[ENTRY].take_ticket()
    else:
        refused = garage.until(ENTRY, "Refused").phase
        assert isinstance(refused, Refused)
        assert refused.refusal is Refusal.NO_PAPER
        garage.offer(ENTRY, BOOKING)
    garage.opens(ENTRY)


def leaves(garage: Garage, car: Car) -> None:
    """By card where there is a terminal, else in cash over the counter."""
    terminal = Device.TERMINAL not in garage.missing
    garage.arrive(EXIT)
    garage.offer(EXIT, car.payload if Device.SCANNER not in garage.missing else car.code)
    garage.until(EXIT, "Quoted")
    assert (Tap.CARD in garage.taps(EXIT)) is terminal
    assert Tap.CASH in garage.taps(EXIT)
    if terminal:
        garage.lanes.tell(EXIT, ev.MethodChosen(Method.CARD))
    else:
        pay_cash(garage, car)
    garage.opens(EXIT)


def pay_cash(garage: Garage, car: Car) -> None:
    """The attendant takes what is due."""
    lanes = garage.lanes
    desk = Desk(
        garage.services.site, lanes.till, lanes.runners, lanes.papers, garage.services.pepper
    )
    desk.sign_on(desk.enrol("Ada", PIN, Role.ADMIN).staff_id, PIN)
    taken = desk.take_cash(stay_of(garage.services, car), Money(2000))
    assert isinstance(taken, CashTaken)
