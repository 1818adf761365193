"""kill -9 between every pair of steps of a payment loses nothing and doubles nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.kills import SCENARIOS, kill_at_every_step

TIMES = 3
"""At each step; `tests/soak` does it 200 times."""


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_kill_at_any_step_loses_and_doubles_nothing(tmp_path: Path, scenario: str) -> None:
    assert kill_at_every_step(tmp_path, scenario, TIMES) >= TIMES
