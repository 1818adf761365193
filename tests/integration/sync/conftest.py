"""A running centre and one booth of its facility."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.centre import Booth, Site, booth, running_centre


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with running_centre(tmp_path / "centre.db") as running:
        yield running


@pytest.fixture
def north(site: Site, tmp_path: Path) -> Iterator[Booth]:
    with booth(tmp_path / "booth.db", site.url, site.enrol("booth-1")) as one:
        yield one
