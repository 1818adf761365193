"""What a device says, and what its lane and the journal hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from kiosk.devices import messages as device
from kiosk.domain.event import Body
from kiosk.domain.facts import lanes as facts
from kiosk.domain.signals import Device, Input, Level
from kiosk.lane import events as ev
from kiosk.lane.engine import Event
from kiosk.runtime.wiring import Wiring

NAME = "entry-1-printer"
ONLINE, OFFLINE = device.Online(NAME), device.Offline(NAME)
TAKEN = ev.InputChanged(Input.TICKET_TAKEN, Level.ON)


def raised(fault: device.Fault) -> device.FaultRaised:
    return device.FaultRaised(NAME, fault, "seen on the wire")


def cleared(fault: device.Fault) -> device.FaultCleared:
    return device.FaultCleared(NAME, fault)


def state(fault: str = "", *, ready: bool) -> ev.DeviceChanged:
    return ev.DeviceChanged(Device.PRINTER, ready, fault)


@dataclass(slots=True)
class Ears:
    """A wiring, what it told the lane and what it had written down."""

    told: list[Event] = field(default_factory=list)
    noted: list[Body] = field(default_factory=list)
    wiring: Wiring = field(init=False)

    def __post_init__(self) -> None:
        self.wiring = Wiring(Device.PRINTER, self.told.append, self.noted.append)

    def hear(self, reports: Sequence[device.Report]) -> None:
        for report in reports:
            self.wiring.hear(report)


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (
            device.InputChanged(Input.SAFETY, Level.UNKNOWN),
            ev.InputChanged(Input.SAFETY, Level.UNKNOWN),
        ),
        (device.JobPrinted("ticket:4K72MX9"), ev.TicketPrinted("4K72MX9")),
        (
            device.JobFailed("ticket:4K72MX9", device.PrinterFault.UNCONFIRMED),
            ev.PrintFailed("4K72MX9", "unconfirmed"),
        ),
        (device.PaperTaken("ticket:4K72MX9"), TAKEN),
        (device.PaperTaken("receipt:17"), None),
        (device.JobPrinted("receipt:17"), None),
        (device.JobFailed("receipt:17", device.PrinterFault.PAPER_OUT), None),
        (device.JobFailed("slip:s1", device.PrinterFault.PAPER_OUT), None),
        (device.Scanned("BG1ABC"), ev.CodeOffered("BG1ABC")),
        (device.ScanRefused("overlong"), ev.CodeOffered("")),
        (ONLINE, state(ready=True)),
        (OFFLINE, state(ready=False)),
        (device.CommandFailed(device.PulseOpen(), device.Failure.EXPIRED), None),
        (device.CommandDone(device.PulseOpen()), None),
        (device.PrinterState(online=True, paper=device.Paper.LOW, cover_open=False), None),
        (device.PassageCount(17), None),
    ],
)
def test_a_report_becomes_an_event_or_is_nobodys_business(
    report: device.Report, told: Event | None
) -> None:
    ears = Ears()
    ears.hear([report])
    assert ears.told == ([] if told is None else [told])
    assert ears.noted == []


@pytest.mark.parametrize(
    ("reports", "last"),
    [
        ([ONLINE, OFFLINE], state(ready=False)),
        ([OFFLINE, ONLINE], state(ready=True)),
        ([ONLINE, raised(device.Fault.PAPER_OUT)], state("paper_out", ready=False)),
        (
            [ONLINE, raised(device.Fault.PAPER_OUT), cleared(device.Fault.PAPER_OUT)],
            state(ready=True),
        ),
        ([ONLINE, raised(device.Fault.PAPER_LOW)], state("paper_low", ready=True)),
        (
            [ONLINE, raised(device.Fault.PAPER_LOW), raised(device.Fault.COVER_OPEN)],
            state("cover_open", ready=False),
        ),
        (
            [
                ONLINE,
                raised(device.Fault.PAPER_OUT),
                raised(device.Fault.COVER_OPEN),
                cleared(device.Fault.COVER_OPEN),
            ],
            state("paper_out", ready=False),
        ),
        ([raised(device.Fault.UNPLUGGED)], state("unplugged", ready=False)),
        ([raised(device.Fault.UNPLUGGED), cleared(device.Fault.UNPLUGGED)], state(ready=False)),
        ([cleared(device.Fault.PAPER_LOW), ONLINE], state(ready=True)),
    ],
)
def test_a_device_is_ready_when_it_is_online_and_nothing_stands_in_its_way(
    reports: list[device.Report], last: Event
) -> None:
    ears = Ears()
    ears.hear(reports)
    assert ears.told[-1] == last
    assert len(ears.told) == len(reports)


@pytest.mark.parametrize("fault", list(device.Fault))
def test_every_fault_is_written_down_when_it_comes_and_when_it_goes(fault: device.Fault) -> None:
    ears = Ears()
    ears.hear([ONLINE, raised(fault), cleared(fault)])
    assert ears.noted == [
        facts.DeviceFaultRaised(NAME, fault.value, "seen on the wire"),
        facts.DeviceFaultCleared(NAME, fault.value),
    ]
    assert ears.told[-1] == state(ready=True)
