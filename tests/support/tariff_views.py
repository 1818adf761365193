"""The tariff page with something on it: a file beside the one in force, mistakes, a comparison."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk.domain.staff import Role, Staff
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.check import Finding, Problem
from kiosk.tariff.comparison import Comparing, Comparison
from kiosk.tariff.reading import TariffErrors
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.visit import Visit
from kiosk.views.stay_form import Field
from kiosk.views.tariff import Opened, TariffFacts, TariffView, Trial, tariff_view
from tests.support.tariffs import BERLIN

CONFIG = Path(__file__).parents[2] / "resources" / "config"
TODAY = date(2026, 11, 20)
OWNER = Staff("s-9", "Ada Horn", Role.OWNER)
TECHNICIAN = Staff("s-3", "Tomáš Horn", Role.TECHNICIAN)
TYPED = {
    Field.ENTERED: "2026-11-20 18:15",
    Field.LEFT: "+36:30",
    Field.VEHICLE: "car",
    Field.VALIDATIONS: "60 min; 25 %",
}
FILE = "/media/ada/STICK/prices-2027-from-january.toml"
OWN_RULES = (CONFIG / "tariff.toml").read_text("utf-8")
OTHER_RULES = (CONFIG / "tariffs" / "blocks.toml").read_text("utf-8")
FINDINGS = (
    Finding(Problem.OVERLAP, "visitors", "band 'Night' takes a part of 'Sundays and holidays'"),
    Finding(Problem.FALLS, "visitors", "a stay of just over 24:00 h costs 300, 23:00 h costs 900"),
)


def own() -> Tariff:
    """The version in force."""
    return load_tariff(OWN_RULES)


def opened() -> Opened:
    """A file without mistakes, checked."""
    return Opened(FILE, OTHER_RULES, load_tariff(OTHER_RULES), findings=FINDINGS)


def broken() -> Opened:
    """A file with mistakes."""
    rules = OTHER_RULES.replace('"EUR"', '"euro"').replace("minutes = 60\n", "minutes = 0\n")
    try:
        load_tariff(rules)
    except TariffErrors as errors:
        return Opened(FILE, rules, errors=errors.errors)
    raise AssertionError("these rules were to be wrong")


def comparison() -> Comparison:
    """Three weeks of stays under both."""
    comparing, prices = Comparing(load_tariff(OTHER_RULES)), own()
    for number in range(300):
        begin = datetime(2026, 11, 1, 7, tzinfo=BERLIN) + timedelta(minutes=97 * number)
        length = timedelta(minutes=(12, 45, 100, 400, 2_000)[number % 5])
        comparing.take(prices, Visit(begin, begin + length))
    return comparing.result()


def facts(**parts: object) -> TariffFacts:
    """What the page is told; version 4 is in force."""
    told: dict[str, object] = {
        "version": 4,
        "latest": 4,
        "tariff": own(),
        "typed": TYPED,
        **parts,
    }
    return TariffFacts(TODAY, **told)  # type: ignore[arg-type]


def views() -> dict[str, TariffView]:
    """The page in its states, for pictures and the layout test."""
    found = comparison()
    tried = Trial(done=300, of=300, found=found)
    return {
        "in force": tariff_view(facts(), OWNER),
        "opened": tariff_view(facts(opened=opened(), trial=tried), OWNER),
        "broken": tariff_view(
            facts(opened=broken(), typed={**TYPED, Field.LEFT: "2026-11-19 10:00"}), OWNER
        ),
        "running": tariff_view(
            facts(opened=opened(), trial=Trial(running=True, done=41_500, of=100_000)), TECHNICIAN
        ),
    }
