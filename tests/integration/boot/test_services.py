"""What a booth finds in its folder when it opens it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tests.support.site import new_clock, new_settings, open_booth

PRINTERS = pickle.dumps({"profiles": {"TM-T88III": {"codePages": {"0": "CP437"}}}})


@pytest.mark.parametrize(
    ("written", "stays"), [(0, False), (len(PRINTERS) // 2, False), (len(PRINTERS), True)]
)
def test_printers_that_a_power_cut_left_half_written_are_forgotten(
    tmp_path: Path, written: int, stays: bool
) -> None:
    settings = new_settings(tmp_path)
    kept = tmp_path / settings.booth.data / "cache" / "3.11.7.capabilities.pickle"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(PRINTERS[:written])
    open_booth(tmp_path, new_clock(), settings).close()
    assert kept.exists() is stays
