"""Between a lane's links and its engine: device reports become lane events and journaled faults."""

from __future__ import annotations

import logging
from collections.abc import Callable

from kiosk.devices import messages as device
from kiosk.domain.event import Body
from kiosk.domain.facts import lanes
from kiosk.domain.signals import Device, Input, Level
from kiosk.lane import events as ev
from kiosk.lane.engine import Event

log = logging.getLogger(__name__)

_BLOCKING = {
    device.Fault.UNPLUGGED,
    device.Fault.NO_ANSWER,
    device.Fault.LINKAGE_MODE,
    device.Fault.PAPER_OUT,
    device.Fault.COVER_OPEN,
    device.Fault.PRINTER_ERROR,
}
"""Faults with which a device cannot do its work; the others are only shown."""


class Wiring:
    """Hears one device of one lane. Called on that device's port thread."""

    def __init__(
        self,
        kind: Device,
        tell: Callable[[Event], None],
        note: Callable[[Body], None],
    ) -> None:
        self._kind = kind
        self._tell = tell
        self._note = note
        self._standing: dict[device.Fault, str] = {}
        self._online = False

    def hear(self, report: device.Report) -> None:
        """Take one report."""
        match report:
            case device.InputChanged(wire, level):
                self._tell(ev.InputChanged(wire, level))
            case device.JobPrinted(job_id):
                self._job(job_id, None)
            case device.JobFailed(job_id, reason):
                self._job(job_id, reason.value)
            case device.PaperTaken(job_id) if job_id.startswith("ticket:"):
                self._tell(ev.InputChanged(Input.TICKET_TAKEN, Level.ON))
            case device.Scanned(text):
                self._tell(ev.CodeOffered(text))
            case device.ScanRefused(reason):
                self._tell(ev.CodeOffered(""))
                log.info("scan refused: %s", reason)
            case device.CommandFailed(command, reason):
                log.warning("command %s failed: %s", command, reason.value)
            case _:
                self._hear_of_itself(report)

    def _hear_of_itself(self, report: device.Report) -> None:
        """What a device says about how it is; anything else is nobody's business here."""
        match report:
            case device.FaultRaised(name, fault, detail):
                self._standing[fault] = detail
                self._note(lanes.DeviceFaultRaised(name, fault.value, detail))
            case device.FaultCleared(name, fault):
                self._standing.pop(fault, None)
                self._note(lanes.DeviceFaultCleared(name, fault.value))
            case device.Online():
                self._online = True
            case device.Offline():
                self._online = False
            case _:
                return
        self._changed()

    def _job(self, job_id: str, failed: str | None) -> None:
        what, _, code = job_id.partition(":")
        if what != "ticket":
            if failed:
                log.warning("paper %s not printed: %s", job_id, failed)
            return
        self._tell(ev.PrintFailed(code, failed) if failed else ev.TicketPrinted(code))

    def _changed(self) -> None:
        blocking = [fault.value for fault in self._standing if fault in _BLOCKING]
        self._tell(
            ev.DeviceChanged(
                self._kind,
                ready=self._online and not blocking,
                fault=blocking[0] if blocking else next((f.value for f in self._standing), ""),
            )
        )
