"""A lost ticket at the counter: what it may cost, and what a person then says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.views.seeking import FoundStay

ON_FOOT = "on_foot"
"""The driver came to the counter, and gets a new ticket there."""


@dataclass(frozen=True, slots=True)
class Seek:
    """Look for stays by what is typed of when the car came in; nothing typed: the last ones."""

    typed: str


@dataclass(frozen=True, slots=True)
class Declare:
    """The ticket is lost: of this stay, of one since `entered_at`, or (neither) for the flat fee.

    `lane_id` is the exit where the car stands, or `ON_FOOT`; `total` the price that was shown.
    """

    lane_id: str
    reason: str
    total: Money
    session_id: str | None = None
    entered_at: datetime | None = None


Wish = Seek | Declare


@dataclass(frozen=True, slots=True)
class LostFacts:
    """What was found for what was typed. `since` is the price from `came_at` on."""

    typed: str = ""
    wrong: Text | None = None
    fee: Money | None = None
    came_at: datetime | None = None
    since: Money | None = None
    stays: tuple[FoundStay, ...] = ()
    settled: int = 0
    """How many were done: what is being asked for ends with the next."""
