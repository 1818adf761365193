"""The mouth of a kiosk printer: a ticket that was seen there and is gone was taken.

Custom KPM150H and kin, DLE EOT 20. The sensor is asked only while a ticket is on its way out.
"""

from dataclasses import dataclass

from kiosk.devices.messages import PaperTaken, Report

ASK_MOUTH = b"\x10\x04\x14"
ASK_SECONDS = 0.1
PATIENCE_SECONDS = 10.0
"""A printer that has not shown the paper by then has no sensor that works: nothing is reported."""


@dataclass(slots=True)
class Presenter:
    """Follows the newest printed ticket out of the mouth."""

    _job_id: str = ""
    _until: float = 0.0
    _seen: bool = False
    _ask_at: float | None = None

    def follow(self, job_id: str, now: float) -> None:
        """This job was printed: its paper is in the mouth, or will be at once."""
        self._job_id = job_id
        self._until = now + PATIENCE_SECONDS
        self._seen = False
        self._ask_at = now

    def tick(self, now: float) -> bytes:
        """Return the question that is due, if one is."""
        if self._ask_at is None or now < self._ask_at:
            return b""
        if not self._seen and now >= self._until:
            self._ask_at = None
            return b""
        self._ask_at = now + ASK_SECONDS
        return ASK_MOUTH

    def told(self, paper_present: bool) -> list[Report]:
        """Take the printer's answer."""
        if self._ask_at is None:
            return []
        if paper_present:
            self._seen = True
        elif self._seen:
            self._ask_at = None
            return [PaperTaken(self._job_id)]
        return []

    def due(self) -> float | None:
        """When to ask next."""
        return self._ask_at
