"""The price curve: what stays of growing length cost, for simulators and drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, timedelta

from kiosk.domain.money import Money
from kiosk.tariff.rate import Rate
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.visit import Visit

TELLING_HOURS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24, 30, 36, 48, 72, 96, 120, 168)
TELLING_MINUTES = (10, 15, 30, 45, *(hours * 60 for hours in TELLING_HOURS))
"""Lengths of stay that people ask for."""


@dataclass(frozen=True, slots=True)
class Point:
    """A stay of exactly `minutes` costs `price`."""

    minutes: int
    price: Money


def price_curve(
    tariff: Tariff, rate: Rate, visit: Visit, lengths: Iterable[int] = TELLING_MINUTES
) -> Iterator[Point]:
    """What a visit costs by a rate if it ends so many elapsed minutes after its entry."""
    begin = visit.entered_at.astimezone(UTC)
    for minutes in lengths:
        longer = replace(visit, left_at=begin + timedelta(minutes=minutes))
        yield Point(minutes, tariff.price_by(rate, longer).total)
