"""A device on a real wire with a running link: what the tests of this folder share."""

import time
from pathlib import Path
from typing import TypeVar

from kiosk.devices.codec import Codec
from kiosk.devices.link import Link
from kiosk.devices.transports import PortSettings, open_transport
from tests.support.pty import Reports

C = TypeVar("C")

FAST = PortSettings(baud=115200)


def connect(where: str | Path, codec: Codec[C], *, device: str) -> tuple[Link[C], Reports]:
    """Make a link to `where`, not started; `device` is the codec's own name for it."""
    reports = Reports()
    link = Link(
        device,
        codec,
        lambda: open_transport(str(where), FAST),
        reports.put,
        monotonic=time.monotonic,
        jitter=lambda seconds: seconds / 10,
    )
    return link, reports
