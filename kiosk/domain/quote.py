"""A price that explains itself line by line; screen, paper, report and API read the same lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.wording import Text


@dataclass(frozen=True, slots=True)
class Line:
    """One reason and what it adds to the price; negative for caps and discounts."""

    text: Text
    amount: Money


@dataclass(frozen=True, slots=True)
class Quote:
    """The lines of a price. Their sum is the total; there is no other total."""

    lines: tuple[Line, ...]
    currency: str = "EUR"

    @property
    def total(self) -> Money:
        """What the whole stay costs, before anything already paid."""
        return Money(sum(line.amount.minor for line in self.lines), self.currency)


@dataclass(frozen=True, slots=True)
class Stay:
    """What the exit knows of a session at `quoted_at`: the price it shows is the price it takes.

    `due` is the total minus what is paid. `leave_by_at` is set once paid: until then the
    gate opens with nothing more to pay (exit grace).
    """

    session_id: str
    code: str
    entered_at: datetime
    quoted_at: datetime
    quote: Quote
    paid: Money
    due: Money
    leave_by_at: datetime | None = None
    vehicle_class: str = "car"
    booking_id: str | None = None
