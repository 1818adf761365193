"""Tariffs at the desk: what is in force, what fits this booth, and publishing the next version.

A version is published whole or not at all: it is read again here, whatever the window has checked.
Stays that have begun keep theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.config.settings import Facility
from kiosk.domain.facts.booth import TariffPublished
from kiosk.domain.staff import Right
from kiosk.runtime.counter import Counter
from kiosk.store.price_lists import STANDARD
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.reading import TariffError, TariffErrors
from kiosk.tariff.tariff import Tariff, UnknownVehicleClass


@dataclass(frozen=True, slots=True)
class InForce:
    """What a stay that begins now gets. `latest` is the last version, which may begin later."""

    version: int
    latest: int
    tariff: Tariff


@dataclass(frozen=True, slots=True)
class Published:
    """New stays get this version from its first day on."""

    version: int


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Nothing was published: somebody else was first, with this version."""

    version: int


@dataclass(frozen=True, slots=True)
class Unfit:
    """Nothing was published: these mistakes stand against it."""

    errors: tuple[TariffError, ...]


class TariffDesk:
    """Called from the jobs thread, as every part of the desk."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    def in_force(self) -> InForce:
        """The version of now. Raises `LookupError` where none was ever published."""
        with self._site.store.read() as unit:
            _, latest = unit.tariffs.latest(STANDARD)
            name, version = self._site.tariff_now(unit, self._site.clock.now())
            return InForce(version, latest, self._site.tariff(unit, name, version))

    def publish(self, rules: str, after: int) -> Published | Overtaken | Unfit:
        """Publish a file's text as the version next to `after`, the last one that was seen."""
        self._counter.need(Right.SET_TARIFF)
        read = read_fitting(rules, self._site.settings.facility)
        if not isinstance(read, Tariff):
            return Unfit(read)
        with self._site.store.write() as unit:
            _, latest = unit.tariffs.latest(STANDARD)
            if latest != after:
                return Overtaken(latest)
            unit.record(TariffPublished(STANDARD, latest + 1, rules), self._counter.here())
        return Published(latest + 1)


def read_fitting(rules: str, facility: Facility) -> Tariff | tuple[TariffError, ...]:
    """A tariff that this facility can use, or every mistake in its text."""
    try:
        tariff = load_tariff(rules)
    except TariffErrors as errors:
        return errors.errors
    return (*_misfits(tariff, facility),) or tariff


def _misfits(tariff: Tariff, facility: Facility) -> Iterator[TariffError]:
    if tariff.currency != facility.currency:
        problem = f"is {tariff.currency!r}, and this car park takes {facility.currency!r}"
        yield TariffError("currency", problem, f'Write currency = "{facility.currency}"')
    if tariff.zone is not None and tariff.zone.key != facility.zone:
        problem = f"is {tariff.zone.key!r}, and this car park stands in {facility.zone!r}"
        yield TariffError("zone", problem, f'Write zone = "{facility.zone}"')
    try:
        tariff.summary()
    except UnknownVehicleClass:
        remedy = "Add [prices.car], or write [[rate]] with a last one for everybody"
        yield TariffError("prices", "has no price for a car", remedy)
