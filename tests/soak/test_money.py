"""The long proofs of money: what `make test` tries by the hundred, by the ten thousand.

`make soak` runs them; about half an hour on two cores.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.kills import SCENARIOS, kill_at_every_step
from tests.support.money_model import live_many
from tests.support.races import race_many

FILES, IN_EACH = 100, 100
"""Ten thousand, many to a file."""
CHAINS, TIMES = 10, 20
"""Two hundred kills at each step, in chains of restarts."""


@pytest.mark.parametrize("seed", range(FILES))
def test_ten_thousand_lives_of_money_agree_with_plain_additions(tmp_path: Path, seed: int) -> None:
    live_many(tmp_path, seed, IN_EACH)


@pytest.mark.parametrize("seed", range(FILES))
def test_ten_thousand_races_leave_one_payment_each(tmp_path: Path, seed: int) -> None:
    race_many(tmp_path, seed, IN_EACH)


@pytest.mark.parametrize("chain", range(CHAINS))
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_two_hundred_kills_at_every_step_lose_nothing(
    tmp_path: Path, scenario: str, chain: int
) -> None:
    assert kill_at_every_step(tmp_path, scenario, TIMES, seed=chain * 1000) >= TIMES
