"""Worlds: random cars, drivers, faults and restarts against what must always hold.

Each seed picks its own faults (many are zero, so that they do not mask each other); in the end
everything heals, and then a lane that serves nobody is as wrong as one that opens for nothing.
"""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.signals import LaneKind
from kiosk.lane.rules import NextTransaction, PulseSemantics, Rules
from tests.support.lane_world import Faults, World

RATES = st.sampled_from((0.0, 0.0, 0.02, 0.1))
FAULTS = st.builds(
    Faults,
    board=RATES,
    restart=RATES,
    store=RATES,
    printer=RATES,
    terminal=RATES,
    gateway=RATES,
    boom=RATES,
    noise=st.sampled_from((0.0, 0.3)),
    absent=RATES,
    manners=st.sampled_from((0.0, 0.5)),
)
RULES = st.builds(
    Rules,
    pulse_semantics=st.sampled_from(PulseSemantics),
    next_transaction=st.sampled_from(
        (NextTransaction.AFTER_CLOSED, NextTransaction.AFTER_SAFETY_CLEAR)
    ),
    closes_by_us=st.booleans(),
)


@settings(max_examples=60)
@given(
    kind=st.sampled_from(LaneKind),
    seed=st.integers(0, 2**32),
    faults=FAULTS,
    rules=RULES,
)
def test_every_world_keeps_the_invariants_and_comes_back_to_life(
    kind: LaneKind, seed: int, faults: Faults, rules: Rules
) -> None:
    World(kind, seed, faults, rules).run()


@pytest.mark.parametrize("kind", list(LaneKind))
def test_a_world_without_faults_serves_every_car(kind: LaneKind) -> None:
    world = World(kind, seed=1)
    world.run()
    assert world.driver.served > 50
    assert world.driver.arrived - world.driver.served <= 1


def test_the_same_seed_is_the_same_world() -> None:
    faults = Faults(board=0.1, restart=0.1, terminal=0.1, manners=0.5)
    worlds = [World(LaneKind.EXIT, 7, faults) for _ in range(2)]
    for world in worlds:
        world.run()
    assert worlds[0].books.facts == worlds[1].books.facts


def test_chance_is_never_global() -> None:
    state = random.getstate()
    World(LaneKind.ENTRY, 3, Faults(manners=0.5)).run()
    assert random.getstate() == state
