"""Published tariff versions, parsed: the booth prices by them, and the centre by the same ones."""

from __future__ import annotations

from datetime import datetime

from kiosk.store.unit import Transaction
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.tariff import Tariff

STANDARD = "standard"
"""The tariff that new stays get; other names come with other tariffs."""
KEPT = 256
"""Parsed versions at hand; a centre has the lists of many facilities."""


class PriceLists:
    """Reads versions and keeps them parsed, since a version never changes. For any thread."""

    def __init__(self) -> None:
        self._parsed: dict[tuple[str, str, int], Tariff] = {}

    def tariff(self, unit: Transaction, name: str, version: int) -> Tariff:
        """One published version. Raises `LookupError` when there is none."""
        key = (unit.facility_id, name, version)
        found = self._parsed.get(key)
        if found is None:
            found = load_tariff(unit.tariffs.rules(name, version))
            if len(self._parsed) >= KEPT:
                self._parsed.clear()
            self._parsed[key] = found
        return found

    def at(self, unit: Transaction, now: datetime, name: str = STANDARD) -> tuple[str, int]:
        """The version that stays get that begin at `now`: the newest whose first day has come.

        Raises `LookupError` when nothing was published.
        """
        name, version = unit.tariffs.latest(name)
        while version > 1:
            begins = self.tariff(unit, name, version).valid_from
            if begins is None or begins <= now:
                break
            version -= 1
        return name, version
