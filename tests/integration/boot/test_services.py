"""What a booth finds in its folder when it opens it."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config.settings import MerchantAt, PassGroupAt, Settings
from kiosk.domain.facts import validations
from tests.support.site import journal_kinds, new_clock, new_settings, open_booth

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


TERMS = ("pass.group_set", "validation.merchant_set")
CINEMA = MerchantAt("cinema", "Cinema", ("60 min",))
STAFF = PassGroupAt("staff", "Staff", spaces=2)


def settings_with(folder: Path, *merchants: MerchantAt) -> Settings:
    return replace(new_settings(folder), merchant=merchants, pass_group=(STAFF,))


def said_at_a_start(folder: Path, settings: Settings) -> list[str]:
    """Start the booth and end it: every fact about terms that is in the journal then, in order."""
    services = open_booth(folder, new_clock(), settings)
    kinds = [kind for kind in journal_kinds(services, "") if kind in TERMS]
    services.close()
    return kinds


def test_a_start_writes_down_what_the_file_says_new_and_nothing_twice(tmp_path: Path) -> None:
    first = ["validation.merchant_set", "pass.group_set"]
    assert said_at_a_start(tmp_path, settings_with(tmp_path, CINEMA)) == first
    assert said_at_a_start(tmp_path, settings_with(tmp_path, CINEMA)) == first
    closed = replace(CINEMA, active=False)
    said = [*first, "validation.merchant_set"]
    assert said_at_a_start(tmp_path, settings_with(tmp_path, closed)) == said
    services = open_booth(tmp_path, new_clock(), settings_with(tmp_path, closed))
    with services.site.store.read() as unit:
        merchant, group = unit.validations.merchant("cinema"), unit.passes.group("staff")
    services.close()
    assert merchant is not None
    assert not merchant.active
    assert group is not None
    assert group.spaces == 2


def test_terms_from_elsewhere_are_newer_than_a_file_that_did_not_change(tmp_path: Path) -> None:
    settings = settings_with(tmp_path, CINEMA)
    services = open_booth(tmp_path, new_clock(), settings)
    with services.site.store.write() as unit:
        merchant = unit.validations.merchant("cinema")
        assert merchant is not None
        renamed = replace(merchant, name="Opera")
        unit.record(validations.MerchantSet(renamed), services.site.here())
    services.close()
    services = open_booth(tmp_path, new_clock(), settings)
    with services.site.store.read() as unit:
        assert unit.validations.merchant("cinema") == renamed
    services.close()
