"""Row 7: the price of a 30-day stay under the hardest tariff, beside loops written for it alone."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.civil import to_moment
from kiosk.tariff.visit import Visit
from tests.bench import plain_tariff
from tests.bench.figures import Line, interleaved, times

HARDEST = Path(__file__).with_name("hardest.toml")
MONTH = timedelta(days=30)
COMPARED = 20_000
"""Random stays for which the totals must be the same before anything is measured."""


class Stay(NamedTuple):
    """One stay, as the loops take it."""

    begin: int
    end: int
    occupancy: int
    minutes_off: int
    percent_off: int


def measure(*, rounds: int, each: int) -> list[Line]:
    """The goal of row 7; `each` stays a round."""
    tariff = load_tariff(HARDEST.read_text("utf-8"))
    chance = random.Random(7)
    for stay in (_stay(chance, None) for _ in range(COMPARED)):
        priced = tariff.price(_visit(stay)).total.minor
        for jump in (False, True):
            if plain_tariff.total(*stay, jump=jump) != priced:
                raise ValueError(f"the loop gives another price than {priced} for {stay}")
    stays = [_stay(chance, MONTH) for _ in range(each)]
    visits = [_visit(stay) for stay in stays]
    ours, by_block, by_stretch = interleaved(
        rounds,
        [
            lambda: _timed(lambda number: tariff.price(visits[number]), visits),
            lambda: _timed(lambda number: plain_tariff.total(*stays[number]), visits),
            lambda: _timed(lambda number: plain_tariff.total(*stays[number], jump=True), visits),
        ],
    )
    what = "quote of a 30-day stay, hardest tariff, with its lines"
    line = times(7, what, "integer loop for that tariff alone", "ms", ours, by_block, 5.0)
    nearest = times(
        7, what, "the same, from stretch to stretch (total only)", "ms", ours, by_stretch, 5.0
    )
    speed = f"{1000 / ours.median:,.0f} such quotes a second"
    return [replace(line, note=speed), nearest]


def _stay(chance: random.Random, length: timedelta | None) -> Stay:
    """In the loops' year, by the minute; of any length up to a month where none is given."""
    begin = plain_tariff.BEGINS[400] + chance.randrange(280 * 1_440) * plain_tariff.MINUTE
    minutes = chance.choice((60, 1_440, 43_200)) if length is None else 0
    parked = chance.randrange(16, minutes + 16) * plain_tariff.MINUTE if minutes else 0
    if length is not None:
        parked = length // timedelta(microseconds=1)
    return Stay(
        begin,
        begin + parked,
        chance.randrange(101),
        chance.choice((0, 60, 180)),
        chance.choice((0, 25, 50)),
    )


def _visit(stay: Stay) -> Visit:
    given = (
        *((Benefit(BenefitKind.TIME, stay.minutes_off),) if stay.minutes_off else ()),
        *((Benefit(BenefitKind.PERCENT, stay.percent_off),) if stay.percent_off else ()),
    )
    return Visit(
        to_moment(stay.begin),
        to_moment(stay.end),
        occupancy_percent=stay.occupancy,
        validations=given,
    )


def _timed(act: Callable[[int], object], visits: Sequence[Visit]) -> list[float]:
    """Milliseconds of each."""
    found = []
    for number in range(len(visits)):
        began = time.perf_counter()
        act(number)
        found.append((time.perf_counter() - began) * 1000)
    return found
