"""The faults a device has now, so that each is raised once and cleared once."""

from kiosk.devices.messages import Fault, FaultCleared, FaultRaised, Report


class Faults:
    """Remembers which faults of one device stand; every method returns what to report."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._standing: set[Fault] = set()

    def raised(self, fault: Fault, detail: str) -> list[Report]:
        """Report a fault unless it stands already."""
        if fault in self._standing:
            return []
        self._standing.add(fault)
        return [FaultRaised(self._device, fault, detail)]

    def cleared(self, *faults: Fault) -> list[Report]:
        """Report that these are over, those of them that stood."""
        over = [fault for fault in faults if fault in self._standing]
        self._standing.difference_update(over)
        return [FaultCleared(self._device, fault) for fault in over]

    def all_cleared(self) -> list[Report]:
        """Report that none stands any more, in the order of the catalogue of faults."""
        return self.cleared(*Fault)
