"""The rate simulator and the check as processes beside a booth."""

from __future__ import annotations

import queue
from pathlib import Path
from typing import Any

import pytest

from kiosk.boot.rate_simulation import check, simulate
from kiosk.domain.facts import booth, stays
from kiosk.domain.session import Admittance
from kiosk.tariff.check import Problem
from kiosk.tariff.comparison import Comparison, Share
from tests.support.stores import NOW, here, open_store

PATIENCE_SECONDS = 60
OWN = (
    'name = "standard"\ncurrency = "EUR"\nzone = "Europe/Berlin"\n'
    '[[rate]]\nname = "visitors"\nstrategy = "flat"\n[rate.flat]\nprice_minor = 200\n'
)
OTHER = OWN.replace("200", "500")
FALLING = OWN.replace("flat", "slabs").replace(
    "[rate.slabs]\nprice_minor = 200",
    "[[rate.slabs]]\nup_to_minutes = 60\nprice_minor = 300\n[[rate.slabs]]\nprice_minor = 200",
)


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A booth's file with stays that are over; the booth still has it open for writing."""
    store = open_store(tmp_path / "booth.db")
    with store.write() as unit:
        unit.record(booth.TariffPublished("standard", 1, OWN), here())
        for number in range(700):
            name = f"s{number}"
            began = stays.SessionStarted(name, name, Admittance.TICKET, NOW, "standard", 1, "car")
            for body in (began, stays.SessionActivated(name), stays.SessionEnded(name, NOW)):
                unit.record(body, here("entry-1", name))
    store.close()
    return str(tmp_path / "booth.db")


def test_progress_comes_first_and_the_comparison_last(database: str) -> None:
    told: queue.SimpleQueue[Any] = queue.SimpleQueue()
    run = simulate(
        database, OTHER, ("2026-11-20", ""), lambda *far: told.put(far), told.put, told.put
    )
    run.join()
    heard = [told.get(timeout=PATIENCE_SECONDS) for _ in range(4)]
    assert heard[:3] == [(0, 700), (500, 700), (700, 700)]
    assert isinstance(heard[3], Comparison)
    assert heard[3].total == Share(700, 140_000, 350_000)
    assert told.empty()


def test_a_run_that_was_cancelled_says_nothing_more(database: str) -> None:
    told: list[object] = []
    run = simulate(database, OTHER, ("", ""), lambda *_far: None, told.append, told.append)
    run.cancel()
    run.join()
    run.cancel()
    assert told == []


def test_what_cannot_be_done_is_told_in_its_own_words(database: str) -> None:
    told: list[object] = []
    dollars = OTHER.replace("EUR", "USD")
    run = simulate(database, dollars, ("", ""), lambda *_far: None, _never, told.append)
    run.join()
    (words,) = told
    assert "cannot be compared" in str(words)


def test_the_check_finds_what_a_person_would_be_told() -> None:
    told: list[Any] = []
    check(FALLING, told.append, _never).join()
    ((finding,),) = told
    assert finding.problem is Problem.FALLS
    assert finding.rate == "visitors"


def _never(*_what: object) -> None:
    raise AssertionError("this was not to be called")
