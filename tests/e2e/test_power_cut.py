"""kill -9 at seeded moments of an entry and of an exit: the driver goes on, and the books add up.

The dice choose after which act of the driver the plug is pulled, and how soon after it. Everything
between the act and the cut (a commit, a paper half printed, a card being charged, a boom on its
way) is hit sooner or later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from threading import Event

import pytest

from kiosk.boot.checks import Check, check_day
from kiosk.boot.scenes import Tally
from kiosk.boot.simulation import SimulatedLane
from kiosk.boot.stage import SceneFailed, Stage
from kiosk.domain.signals import Input
from kiosk.runtime.clock import SystemClock
from kiosk.store.store import Store

SEED, CUTS = 2026, 5
CUT_WITHIN_SECONDS = 0.3
ROUNDS = 60
"""How often a driver looks up and does the next sensible thing before we call them trapped."""
OCCUPANCY = "occupancy = entries - exits"
"""Not held here: a car that moved while nobody looked is written down as not seen, and flagged."""

Act = Callable[[], None]


class Driver:
    """One car at one lane, its driver's acts in order, and what they do after a power cut."""

    def __init__(self, stage: Stage, lane: SimulatedLane, ticket: str = "") -> None:
        self.stage = stage
        self.lane = lane
        self.ticket = ticket
        self._papers = len(stage.papers)

    def acts(self) -> list[Act]:
        """Everything this driver does, undisturbed."""
        come = self._at_entry() if not self.ticket else self._at_exit()
        return [*come, self._onto_b, self._off_a, self._off_b]

    def go_on(self) -> None:
        """After the cut: do the next sensible thing until the car is through."""
        for _ in range(ROUNDS):
            if self._through():
                self.stage.phase(self.lane, "Idle")
                return
            self._next_thing(self.stage.look()[self.lane.lane_id]["phase"])
            self.stage.steady()
        raise SceneFailed(f"trapped at {self.lane.lane_id}: {self.stage.look()}")

    def _at_entry(self) -> list[Act]:
        return [lambda: self.stage.arrive(self.lane), self._press, self._take]

    def _at_exit(self) -> list[Act]:
        return [lambda: self.stage.arrive(self.lane), self._scan, self._pay]

    def _press(self) -> None:
        self.lane.press()

    def _take(self) -> None:
        self.stage.phase(self.lane, "Taking")
        self._take_what_came()

    def _take_what_came(self) -> None:
        self.ticket = self.stage.last_payload()
        self.lane.take_ticket()

    def _scan(self) -> None:
        self.lane.scanner.scan(self.ticket)

    def _pay(self) -> None:
        self.stage.phase(self.lane, "Quoted")
        self.stage.tap(self.lane.lane_id, "Card")

    def _onto_b(self) -> None:
        self.stage.until(lambda: self.lane.barrier.is_open, f"{self.lane.lane_id} to open")
        self.lane.set(Input.SAFETY, True)

    def _off_a(self) -> None:
        self.stage.steady()
        self.lane.set(Input.APPROACH, False)

    def _off_b(self) -> None:
        self.stage.steady()
        self.lane.set(Input.SAFETY, False)

    def _through(self) -> bool:
        return not self.lane.inputs[Input.APPROACH] and not self.lane.inputs[Input.SAFETY]

    def _next_thing(self, phase: str) -> None:
        if self.lane.inputs[Input.SAFETY]:
            (self._off_a if self.lane.inputs[Input.APPROACH] else self._off_b)()
            return
        match phase:
            case "Opening" | "Passing" if self.lane.barrier.is_open:
                self._onto_b()
            case "Armed" | "Refused" if self.lane is self.stage.entry:
                self._press()
            case "Armed" | "Refused":
                self._scan()
            case "Taking":
                self._take_what_came()
            case "Quoted":
                self.stage.tap(self.lane.lane_id, "Card")
            case "Unsettled" | "Waiting":
                self.stage.booth.advance(8)  # the booth asks again what became of the money
            case _:
                pass


def cut_the_power(stage: Stage, acts: list[Act], dice: Random) -> None:
    """Let the driver do these, pull the plug soon after the last one, start the booth again."""
    for act in acts:
        act()
    Event().wait(dice.uniform(0, CUT_WITHIN_SECONDS))
    stage.booth.kill()
    stage.start_booth()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """One garage for all the cuts: what one leaves behind, the next one meets."""
    made = Stage(tmp_path)
    made.open()
    yield made
    made.close()


def test_cars_get_in_and_out_through_power_cuts_and_everything_adds_up(stage: Stage) -> None:
    dice = Random(SEED)
    ways = [dice.sample(range(1, 7), CUTS) for _ in ("in", "out")]
    for acts_in, acts_out in zip(*ways, strict=True):
        coming = Driver(stage, stage.entry)
        cut_the_power(stage, coming.acts()[:acts_in], dice)
        coming.go_on()
        stage.booth.advance(dice.uniform(1200, 7200))
        leaving = Driver(stage, stage.exit, coming.ticket)
        cut_the_power(stage, leaving.acts()[:acts_out], dice)
        leaving.go_on()
    stage.everything_sent()
    stage.close()
    assert stage.exit.terminal is not None
    assert len(stage.exit.terminal.ledger) == CUTS, "every car paid, and paid once"
    assert [each for each in audit(stage) if not each.holds and each.name != OCCUPANCY] == []


def audit(stage: Stage) -> list[Check]:
    """Hold the memories of the devices, the booth and the centre against each other."""
    ids = SystemClock().new_id

    def look(name: str, origin: str) -> Store:
        path = stage.folder / name
        return Store.open(path, facility_id="hlavna", origin=origin, ids=ids, create=False)

    booth, centre = look("booth.db", "booth-1"), look("centre.db", "centre")
    checks = check_day(stage, Tally(), booth, centre)
    booth.close()
    centre.close()
    return checks
