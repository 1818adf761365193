"""A booth's services in a folder of their own, under a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.boot.services import Services
from tests.support.clock import HandClock
from tests.support.site import Rig, new_clock, open_booth


@pytest.fixture
def clock() -> HandClock:
    """The booth's clock."""
    return new_clock()


@pytest.fixture
def services(tmp_path: Path, clock: HandClock) -> Iterator[Services]:
    """The booth's first start."""
    opened = open_booth(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def rig(services: Services, clock: HandClock) -> Iterator[Rig]:
    """Its lanes and its desk; nothing runs by itself."""
    made = Rig(services, clock)
    yield made
    made.close()
