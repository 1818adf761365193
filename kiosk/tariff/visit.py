"""A visit: everything about one stay that its price may depend on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.validation import Benefit, BenefitKind

CAR = "car"

Interval = tuple[datetime, datetime]
"""Two aware instants, the first included, the second not."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One stay as the tariff sees it. All instants are aware, in any zone.

    `occupancy_percent` is how full the facility was at entry, None when nobody knows.
    `booking` is when it starts and ends. `pass_group` is the group of the pass that was shown,
    `pass_valid` when that pass is valid (None: always). `earlier` are the same car's stays before
    this one; those that the tariff's re-entry rule joins count as part of it.
    `given_by` says who gave which kind of validation: its line names them, no price depends on it.
    """

    entered_at: datetime
    left_at: datetime
    vehicle_class: str = CAR
    spot_type: str = ""
    zone: str = ""
    occupancy_percent: int | None = None
    booking: Interval | None = None
    pass_group: str | None = None
    pass_valid: Interval | None = None
    earlier: tuple[Interval, ...] = ()
    validations: tuple[Benefit, ...] = ()
    given_by: tuple[tuple[BenefitKind, str], ...] = ()
