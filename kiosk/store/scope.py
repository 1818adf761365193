"""Whose store this is, and what every repository of one transaction shares."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection


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
