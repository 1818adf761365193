"""Whose store this is, and what every repository of one transaction shares."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Executable, RowMapping


@dataclass(frozen=True, slots=True)
class Identity:
    """Which facility and device a store belongs to, and how often its journal began anew.

    `currency` is the facility's: what a sum of no payments is counted in.
    """

    facility_id: str
    origin: str
    epoch: int = 1
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Scope:
    """One connection inside one transaction, for one facility."""

    connection: Connection
    facility_id: str
    own: Identity

    def rows(self, query: Executable, **values: object) -> list[RowMapping]:
        """What a query with a place for `facility` finds here."""
        values["facility"] = self.facility_id
        return list(self.connection.execute(query, values).mappings())
