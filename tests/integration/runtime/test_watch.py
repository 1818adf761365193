"""What the watch writes down and says: the booth lives, its clock was set, it is full."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.boot.services import Services
from kiosk.domain.facts import booth
from kiosk.runtime.watch import HEARTBEAT, Watch, gap_seconds
from tests.support.clock import HandClock
from tests.support.site import (
    drive_in,
    journal_kinds,
    new_clock,
    new_settings,
    open_booth,
    read_only_disk,
)
from tests.support.stores import NOW

BEAT = 5.0


@dataclass(slots=True)
class Seen:
    """What the watch said."""

    steps: list[int] = field(default_factory=list)
    full: list[bool] = field(default_factory=list)


def watch(services: Services) -> tuple[Watch, Seen]:
    """A watch that has looked once."""
    seen = Seen()
    made = Watch(services.site, seen.steps.append, seen.full.append)
    made.turn()
    return made, seen


def steps(services: Services) -> list[int]:
    """The clock's steps as the journal has them, in milliseconds."""
    with services.site.store.read() as unit:
        bodies = [event.body for event in unit.journal.since("booth-1", 1, 0, 1000)]
    return [body.by_ms for body in bodies if isinstance(body, booth.ClockStepped)]


def test_every_turn_leaves_a_heartbeat(services: Services, clock: HandClock) -> None:
    made, _ = watch(services)
    clock.pass_time(BEAT)
    made.turn()
    with services.site.store.read() as unit:
        assert unit.local.get(HEARTBEAT) == clock.now().isoformat()


@pytest.mark.parametrize("step", [-3600.0, -2.0, 2.0, 86_400.0])
def test_a_step_of_the_wall_clock_is_journaled_once_and_told(
    services: Services, clock: HandClock, step: float
) -> None:
    made, seen = watch(services)
    clock.pass_time(BEAT)
    clock.step_wall(step)
    made.turn()
    clock.pass_time(BEAT)
    made.turn()
    assert steps(services) == seen.steps == [int(step * 1000)]


@pytest.mark.parametrize("drift", [-1.9, 0.0, 1.9])
def test_a_drifting_clock_is_no_step(services: Services, clock: HandClock, drift: float) -> None:
    made, seen = watch(services)
    clock.pass_time(BEAT)
    clock.step_wall(drift)
    made.turn()
    assert (steps(services), seen.steps) == ([], [])


def test_a_step_that_could_not_be_journaled_is_found_again(
    services: Services, clock: HandClock
) -> None:
    made, seen = watch(services)
    with read_only_disk(services):
        clock.step_wall(-60)
        made.turn()
        assert seen.steps == []
    made.turn()
    assert steps(services) == seen.steps == [-60_000]


def test_full_is_said_when_it_begins_and_when_it_ends(tmp_path: Path, clock: HandClock) -> None:
    services = open_booth(tmp_path, clock, new_settings(tmp_path, spaces=1))
    made, seen = watch(services)
    assert seen.full == [False]
    drive_in(services)
    made.turn()
    made.turn()
    assert seen.full == [False, True]
    with services.site.store.write() as unit:
        unit.record(booth.OccupancyAdjusted(-1, "counted by hand"), services.site.here())
    made.turn()
    assert seen.full == [False, True, False]
    services.close()


def test_its_thread_beats_at_once_and_ends_when_asked(services: Services) -> None:
    seen = Seen()
    made = Watch(services.site, seen.steps.append, seen.full.append)
    made.start()
    made.stop()
    assert seen.full == [False]


def test_the_next_start_journals_how_long_the_booth_was_away(
    tmp_path: Path, services: Services, clock: HandClock
) -> None:
    watch(services)
    services.close()
    later = new_clock()
    later.pass_time((clock.now() - NOW).total_seconds() + 120)
    again = open_booth(tmp_path, later)
    with again.site.store.read() as unit:
        bodies = [event.body for event in unit.journal.since("booth-1", 1, 0, 1000)]
    again.close()
    gaps = [body.gap_seconds for body in bodies if isinstance(body, booth.BoothStarted)]
    assert gaps == [None, 120]


def test_a_second_start_publishes_only_what_changed(tmp_path: Path, services: Services) -> None:
    before = journal_kinds(services)
    services.close()
    again = open_booth(tmp_path, new_clock())
    assert journal_kinds(again)[len(before) :] == ["system.booth_started"]
    again.close()


def test_a_gap_is_never_negative_and_unknown_without_a_heartbeat() -> None:
    assert gap_seconds(None, NOW) is None
    assert gap_seconds(NOW.isoformat(), NOW - timedelta(hours=1)) == 0
    assert gap_seconds(NOW.isoformat(), NOW + timedelta(seconds=90.9)) == 90
