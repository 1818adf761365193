"""Price lists that real car parks have published give the published prices, to the minute.

Each file in `published/` is a price list from public facts, with its source in the comments at its
head. Beside it stands the table of what stays cost: entry by the wall clock, length (a plus is a
microsecond more), price, and what else matters for the price.
"""

import tomllib
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.money import Money
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.check import Problem, check
from kiosk.tariff.tariff import Tariff, in_force
from kiosk.tariff.visit import CAR, Visit
from tests.support.slow_tariff import money, slow_price
from tests.support.tariffs import after, at, length

FOLDER = Path(__file__).parent / "published"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def text(name: str) -> str:
    return (FOLDER / f"{name}.toml").read_text("utf-8")


def rows(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def read(prices: Tariff, row: str) -> tuple[Visit, str]:
    """The visit that a row is about, and the price it gives."""
    day, clock, parked, price, *facts = row.split()
    came = at(f"{day} {clock}", prices.zone or ZoneInfo("UTC"))
    known = dict(fact.split("=") for fact in facts)
    named = known.get("validated")
    visit = Visit(
        came,
        after(came, length(parked)),
        known.get("class", CAR),
        zone=known.get("zone", ""),
        validations=(Benefit(BenefitKind.RATE, rate=named),) if named else (),
    )
    return visit, f"{price} {prices.currency}"


CASES = [pytest.param(n, row, id=f"{n} {' '.join(row.split())}") for n in NAMES for row in rows(n)]


@pytest.mark.parametrize(("name", "row"), CASES)
def test_a_stay_costs_what_was_published(name: str, row: str) -> None:
    prices = load_tariff(text(name))
    visit, published = read(prices, row)
    assert money(prices.price(visit).total) == published


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_model_reads_the_list_alike(name: str) -> None:
    prices, table = load_tariff(text(name)), tomllib.loads(text(name))
    for row in rows(name):
        visit, published = read(prices, row)
        assert money(Money(slow_price(table, visit).total, prices.currency)) == published, row


@pytest.mark.parametrize("name", NAMES)
def test_every_list_says_where_it_was_published(name: str) -> None:
    head = text(name).split("\n\n")[0]
    assert all(line.startswith("# ") for line in head.splitlines())
    assert "\n# http" in head
    assert "read 20" in head


@pytest.mark.parametrize("name", NAMES)
def test_no_published_price_falls_with_time(name: str) -> None:
    prices = load_tariff(text(name))
    assert all(finding.problem is not Problem.FALLS for finding in check(prices, 2026))
    visits = [read(prices, row)[0] for row in rows(name)]
    for one, other in pairwise(visits):
        if one == replace(other, left_at=one.left_at) and one.left_at <= other.left_at:
            assert prices.price(one).total <= prices.price(other).total


def test_the_lists_have_many_shapes() -> None:
    shapes = {
        (rate.strategy.__class__, len(rate.caps), bool(rate.free_minutes), rate.free_minutes_count)
        for name in NAMES
        for rate in load_tariff(text(name)).rates
    }
    assert len(NAMES) >= 10
    assert len(shapes) >= 10


def test_the_dearer_first_hour_in_stuttgart_holds_from_its_day_on() -> None:
    old, new = load_tariff(text("stuttgart-2010")), load_tariff(text("stuttgart-2015"))
    day = at("2015-10-01 00:00")
    assert in_force((old, new), day - timedelta(seconds=1)) is old
    assert in_force((old, new), day) is new
