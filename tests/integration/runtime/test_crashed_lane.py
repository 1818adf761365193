"""What a lane that fell over our bug begins again with: its wires, and what the journal says."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.signals import Device, Input, LaneMode, Level
from kiosk.lane import events as ev
from kiosk.lane.state import Idle, Lane, Printing
from tests.support.site import ENTRY, Rig

BY = ev.Authority("anna", "market day")


def crash(rig: Rig, lane_id: str) -> Lane:
    """Let the lane begin again as its runner does after a crash; returns it as it then is."""
    runner = rig.lanes.runners[lane_id]
    runner._begin_again()
    rig.turn(lane_id)
    return runner.state


def printing(rig: Rig) -> str:
    """The code of the ticket that is being printed."""
    phase = rig.lanes.runners[ENTRY].state.phase
    assert isinstance(phase, Printing)
    assert phase.admission.ticket is not None
    return phase.admission.ticket.code


def test_a_car_under_the_boom_is_still_on_its_way_after_a_crash(rig: Rig) -> None:
    rig.arrive(ENTRY)
    rig.tell(ENTRY, ev.TicketRequested())
    rig.tell(ENTRY, ev.TicketPrinted(printing(rig)))
    rig.tell(ENTRY, ev.InputChanged(Input.TICKET_TAKEN, Level.ON))
    assert rig.phase(ENTRY) == "Opening"
    lane = crash(rig, ENTRY)
    assert lane.senses.approach is Level.ON
    assert rig.phase(ENTRY) == "Opening"
    assert rig.kinds("device.fault_raised") == ["device.fault_raised"]


def test_modes_latches_and_doubts_outlive_a_crash(rig: Rig) -> None:
    rig.tell(
        ENTRY,
        ev.ModeOrdered(BY, LaneMode.CLOSED),
        ev.KeepOpenOrdered(BY, on=True),
        ev.ClockDoubted(doubted=True),
        ev.GatewayChanged("centre", reachable=False),
        ev.FullChanged(full=True),
        ev.DeviceChanged(Device.PRINTER, ready=False, fault="paper_out"),
    )
    before = rig.lanes.runners[ENTRY].state
    lane = crash(rig, ENTRY)
    assert replace(lane, phase=Idle()) == replace(before, phase=Idle())
