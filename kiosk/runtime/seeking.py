"""Finds stays whose paper is not at hand: a lost ticket, a car that followed another one out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from kiosk.domain.quote import Stay
from kiosk.domain.session import Admittance, Session
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction

LISTED_MAX = 7
_LOOKED_AT = 50

BY_PAPER = frozenset({Admittance.TICKET, Admittance.ATTENDANT})
"""How a car came in whose driver got a ticket to lose."""


def stays_near(
    site: Site,
    unit: Transaction,
    came_at: datetime,
    priced_at: datetime,
    admitted: Collection[Admittance] = frozenset(Admittance),
) -> tuple[tuple[Session, Stay], ...]:
    """The stays that began nearest to `came_at`, by `priced_at`, and may still be inside."""
    near = unit.sessions.near(came_at, _LOOKED_AT)
    there = (each for each in near if each.admittance in admitted)
    found = [each for each in there if each.entered_at <= priced_at][:LISTED_MAX]
    return tuple((each, site.stay(unit, each, priced_at)) for each in found)
