"""Cars that followed another one through a rig's lanes."""

from __future__ import annotations

from kiosk.domain.facts import lanes
from kiosk.store.exceptions import OpenException
from tests.support.site import Rig


def follow(rig: Rig, lane_id: str) -> str:
    """A car follows another one through this lane now; the id of the exception it raised."""
    site = rig.services.site
    with site.store.write() as unit:
        return unit.record(lanes.TailgateDetected(), site.here(lane_id)).event_id


def open_exceptions(rig: Rig) -> list[OpenException]:
    """What nobody has dealt with, the newest first."""
    with rig.services.site.store.read() as unit:
        return unit.exceptions.open()


def unpaired(rig: Rig, lane_id: str) -> int:
    """Cars this lane has counted that have no stay."""
    with rig.services.site.store.read() as unit:
        return unit.lanes.unpaired(lane_id)
