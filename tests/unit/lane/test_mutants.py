"""Mutants: engines with one thing broken. A law and worlds that let one of them live are too kind.

Each mutant rewrites a few words of an engine's source in place and names the trial that must catch
it: the law on a sample of situations, or a dozen worlds of one kind. The unbroken engine passes
every one of these trials: that is the first test.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from types import ModuleType

import pytest

from kiosk.domain.signals import Device, LaneKind
from kiosk.lane import (
    approach,
    clocks,
    course,
    entry,
    evacuation,
    ledger,
    mercy,
    moves,
    orders,
    passage,
    paying,
    policy,
    recovery,
    release,
    senses,
    state,
    subject,
)
from kiosk.lane import exit as exit_lane
from kiosk.lane.engine import step
from kiosk.lane.listing import EVENTS, PHASES
from kiosk.lane.rules import PulseSemantics, Rules
from tests.support.lane_world import Faults, World
from tests.unit.lane.test_law import OF_KIND, SENSES, check

MODULES = (
    approach,
    clocks,
    course,
    entry,
    evacuation,
    exit_lane,
    ledger,
    mercy,
    moves,
    orders,
    passage,
    paying,
    policy,
    recovery,
    release,
    senses,
    subject,
)
WORLDS = 12
MEMORY = Rules(pulse_semantics=PulseSemantics.MEMORY)
CLOSING_BY_US = Rules(closes_by_us=True)

Edit = tuple[ModuleType, str, str]
Trial = Callable[[], None]


def the_law() -> None:
    """A sample of the law; raises AssertionError where it is broken."""
    for kind, phase, rules in product(LaneKind, PHASES, (CLOSING_BY_US, MEMORY)):
        for lane in _sample(kind, phase) if isinstance(phase, OF_KIND[kind]) else ():
            for event in EVENTS:
                after, effects = step(lane, event, rules)
                check(lane, event, after, effects, rules)


def _sample(kind: LaneKind, phase: state.Phase) -> Iterator[state.Lane]:
    for sense in SENSES[::5]:
        lane = state.Lane(kind, phase, sense, missing=frozenset(), started=True)
        yield lane
        yield replace(lane, missing=frozenset({Device.BOARD}))
        yield replace(lane, senses=replace(sense, safety_seen=True))


def worlds(kind: LaneKind, faults: Faults, rules: Rules | None = None) -> Trial:
    """A dozen worlds of one kind; raises AssertionError where an invariant is broken."""

    def run() -> None:
        for seed in range(WORLDS):
            World(kind, seed, faults, rules or Rules()).run()

    return run


RUDE = Faults(manners=0.7)
ENTRY, EXIT = LaneKind.ENTRY, LaneKind.EXIT
NO_ANSWER = worlds(EXIT, Faults(terminal=0.3, manners=0.7))


OWING_AFTER_ALL = "_owing(lane, phase.stay, declined=True)\n        case _"
NO_LOOK_AT_A = "_ticket(lane: Lane) -> Step:\n    if False"
COUNTED = "ledger.completed(lane.kind, going)"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One broken thing: what was written, what stands there instead, and who must notice."""

    name: str
    trial: Trial
    edits: tuple[Edit, ...]


def mutant(name: str, trial: Trial, *edits: Edit) -> Mutant:
    """Shorter to read in a table."""
    return Mutant(name, trial, edits)


MUTANTS = (
    mutant(
        "opens before it has written why",
        the_law,
        (passage, "record, *paper, do.OpenBarrier()", "do.OpenBarrier(), record, *paper"),
    ),
    mutant(
        "closes over a car",
        worlds(ENTRY, RUDE, CLOSING_BY_US),
        (passage, "clear = not lane.senses.under_boom and (", "clear = True or ("),
        (clocks, "(_, asked) if not senses.under_boom", "(_, asked) if True"),
    ),
    mutant(
        "closes over a car it sees only now",
        the_law,
        (passage, "not lane.senses.under_boom and (", "lane.senses.safety is Level.OFF and ("),
        (clocks, "(_, asked) if not senses.under_boom", "(_, asked) if senses.safety is Level.OFF"),
    ),
    mutant(
        "believes every flicker",
        worlds(ENTRY, Faults(noise=0.5)),
        (senses, "or wire not in SETTLES", "or True"),
    ),
    mutant(
        "asks a counting barrier twice",
        worlds(EXIT, Faults(boom=0.2), MEMORY),
        (passage, "rules.pulse_semantics is PulseSemantics.NON_MEMORY", "True"),
    ),
    mutant(
        "sends a pulse of before again",
        the_law,
        (passage, "and not going.blind  #", "#"),
    ),
    mutant(
        "sends a pulse to a lost board",
        the_law,
        (release, "if Device.BOARD in lane.missing:", "if False:"),
    ),
    mutant(
        "takes any outcome for its own",
        NO_ANSWER,
        (paying, "if outcome.attempt_id == lane.phase.attempt_id", "if True"),
    ),
    mutant(
        "takes unknown for declined",
        NO_ANSWER,
        (paying, "_unknown(lane, phase, attempt_id)\n        case _", OWING_AFTER_ALL),
    ),
    mutant(
        "opens for whoever stands there when the money of a car that left arrives",
        worlds(EXIT, RUDE),
        (paying, "case _ if phase.left:", "case _ if False:"),
    ),
    mutant(
        "forgets the open attempt of a car that comes back",
        NO_ANSWER,
        (release, "(attempt_id := open_attempt(lane, stay.session_id)) is not None", "False"),
    ),
    mutant(
        "asks about a payment once and no more",
        NO_ANSWER,
        (clocks, "running.pop(event.name, None)", "pass"),
    ),
    mutant(
        "never asks about a payment",
        NO_ANSWER,
        (paying, "tuple(do.SettlePayment(attempt) for attempt, _ in lane.settling)", "()"),
    ),
    mutant(
        "lets a car go whatever it owes",
        worlds(EXIT, Faults()),
        (release, "if stay.due.minor <= 0:", "if True:"),
    ),
    mutant(
        "leaves a valid ticket in the slot",
        worlds(ENTRY, RUDE),
        (entry, 'bodies = ledger.withdrawn(admission, "car_gone")', "bodies = ()"),
    ),
    mutant(
        "gives a ticket without a car",
        the_law,
        (entry, "_ticket(lane: Lane) -> Step:\n    if not lane.senses.car_waiting", NO_LOOK_AT_A),
    ),
    mutant(
        "goes on issuing what it cannot save",
        worlds(ENTRY, Faults(store=0.3)),
        (entry, "    stopped = OutOfService(", "    return lane, ()\n    stopped = OutOfService("),
    ),
    mutant(
        "counts a car that backed out",
        worlds(ENTRY, RUDE),
        (passage, "ledger.turned_back(lane.kind, going, here=here)", COUNTED),
    ),
    mutant(
        "counts a car that only nosed in",
        worlds(ENTRY, RUDE),
        (passage, "if going.cleared and not came_back:", "if True:"),
    ),
    mutant(
        "overlooks the car behind",
        worlds(EXIT, RUDE),
        (senses, "going.follower or (going.cleared and senses.car_waiting)", "False"),
    ),
    mutant(
        "forgets the car before the tailgater",
        worlds(EXIT, RUDE),
        (passage, "*ledger.completed(lane.kind, going), lanes.Tail", "*(), lanes.Tail"),
    ),
    mutant(
        "calls a car back out that nobody watched",
        worlds(ENTRY, Faults(board=0.3)),
        (ledger, "if going.blind:", "if False:"),
    ),
    mutant(
        "lets a failing record cancel a timer",
        the_law,
        (course, "*effects,\n        *senses", "*clocks.wind(lane, after, event, rules),\n*senses"),
        (course, "*clocks.wind(lane, after, event, rules),\n        *_out", "*effects,\n*_out"),
    ),
)


@contextmanager
def broken(mutant: Mutant) -> Iterator[None]:
    """The engine with this mutant in it, everywhere its functions are known by name."""
    kept = {module: dict(vars(module)) for module in MODULES}
    sources: dict[ModuleType, str] = {}
    for module, old, new in mutant.edits:
        source = sources.get(module) or inspect.getsource(module)
        assert source.count(old) == 1, f"{module.__name__} does not say {old!r} once"
        sources[module] = source.replace(old, new)
    try:
        for module, source in sources.items():
            _rewrite(module, source)
        yield
    finally:
        for module, names in kept.items():
            vars(module).clear()
            vars(module).update(names)


def _rewrite(module: ModuleType, source: str) -> None:
    before = dict(vars(module))
    exec(compile(source, str(module.__file__), "exec"), vars(module))
    renewed = {id(old): vars(module)[name] for name, old in before.items() if callable(old)}
    for other in MODULES:
        for name, value in list(vars(other).items()):
            if id(value) in renewed:
                setattr(other, name, renewed[id(value)])


@pytest.mark.parametrize("trial", dict.fromkeys(each.trial for each in MUTANTS))
def test_the_unbroken_engine_passes_every_trial(trial: Trial) -> None:
    trial()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_no_mutant_lives(mutant: Mutant) -> None:
    with broken(mutant), pytest.raises(AssertionError):
        mutant.trial()
