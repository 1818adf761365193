"""Two tills, a lane and a late terminal on one ticket: whoever wins, it is paid once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.races import race_many

RACES = 150


@pytest.mark.parametrize("seed", [1, 2])
def test_a_ticket_is_paid_once_whoever_wins(tmp_path: Path, seed: int) -> None:
    race_many(tmp_path, seed, RACES)
