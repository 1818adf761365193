"""Make a failing pair of tariff and visit as small as it goes, by leaving things out."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from kiosk.tariff.visit import Visit
from tests.support.slow_compare import with_changes

Table = dict[str, Any]
Fails = Callable[[Table, Visit], bool]

EMPTY = {
    "spot_type": "",
    "zone": "",
    "occupancy_percent": None,
    "booking": None,
    "pass_group": None,
    "pass_valid": None,
    "vehicle_class": "car",
}


def shrunk(table: Table, visit: Visit, fails: Fails) -> tuple[Table, Visit]:
    """A smaller pair that still fails, and of which no single part can be left out."""
    smaller = True
    while smaller:
        smaller = False
        for less in _smaller_tables(table):
            if fails(less, visit):
                table, smaller = less, True
                break
        for simpler in _simpler_visits(visit):
            if fails(table, simpler):
                visit, smaller = simpler, True
                break
    return table, visit


def _smaller_tables(table: Table) -> Iterator[Table]:
    for path in list(_paths(table)):
        less = copy.deepcopy(table)
        part: Any = less
        for step in path[:-1]:
            part = part[step]
        del part[path[-1]]
        yield less


def _paths(part: object, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    keys = part if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in keys:
        yield (*above, key)
        yield from _paths(part[key], (*above, key))  # type: ignore[index]


def _simpler_visits(visit: Visit) -> Iterator[Visit]:
    for name, empty in EMPTY.items():
        if getattr(visit, name) != empty:
            yield with_changes(visit, **{name: empty})
    for name in ("earlier", "validations"):
        several = getattr(visit, name)
        for n in range(len(several)):
            yield with_changes(visit, **{name: (*several[:n], *several[n + 1 :])})
    length = visit.left_at - visit.entered_at
    if length.total_seconds() > 1:
        yield with_changes(visit, left_at=visit.entered_at + length / 2)
    if visit.entered_at.microsecond:
        yield with_changes(visit, entered_at=visit.entered_at.replace(microsecond=0))
