"""Random payments and refunds: the ledger never says another number than plain additions do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.money_model import live_many

SEQUENCES = 150


@pytest.mark.parametrize("seed", [1, 2])
def test_every_number_is_what_plain_additions_make_of_it(tmp_path: Path, seed: int) -> None:
    live_many(tmp_path, seed, SEQUENCES)
