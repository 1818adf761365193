"""A price that explains itself line by line; screen, paper, report and API read the same lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.wording import Text


class LineKind(StrEnum):
    """What a line is about; tax rates hang on `parking` and `fees`."""

    PARKING = "parking"
    """What the time costs: free minutes, blocks, bands, caps, an earlier stay's share."""
    FEES = "fees"
    """Penalties for overstaying."""
    VALIDATION = "validation"
    TAX = "tax"
    """Tax on top of the prices; tax inside the prices has no line of its own."""
    ROUNDING = "rounding"
    ADJUSTMENT = "adjustment"
    """What a person changed, after the tariff had spoken."""


@dataclass(frozen=True, slots=True)
class Line:
    """One reason and what it adds to the price; negative for caps and discounts."""

    text: Text
    amount: Money
    kind: LineKind = LineKind.PARKING


@dataclass(frozen=True, slots=True)
class Tax:
    """The part of a total that one tax rate is due on: `gross = net + tax`.

    `basis_points` are hundredths of a percent: 1900 is 19 %.
    """

    label: str
    basis_points: int
    net: Money
    tax: Money
    gross: Money


@dataclass(frozen=True, slots=True)
class Quote:
    """The lines of a price. Their sum is the total; there is no other total.

    `taxes` splits the same total by tax rate; empty when the tariff names no tax or nothing is due.
    """

    lines: tuple[Line, ...]
    currency: str = "EUR"
    taxes: tuple[Tax, ...] = ()

    @property
    def total(self) -> Money:
        """What the whole stay costs, before anything already paid."""
        return Money(sum(line.amount.minor for line in self.lines), self.currency)


def with_line(quote: Quote, line: Line) -> Quote:
    """The quote with one more line; what it adds or takes is taxed as the parts it comes from.

    More is taxed at the first rate; less is taken from the first part, and what that does not have
    from the next. Tax inside an amount is rounded half up.
    """
    rest, parts = line.amount.minor, []
    for each in quote.taxes:
        step = max(rest, -each.gross.minor)
        rest -= step
        parts.append(_grown(each, step))
    kept = tuple(each for each in parts if each.gross)
    return Quote((*quote.lines, line), quote.currency, kept)


def _grown(part: Tax, by: int) -> Tax:
    gross, points = part.gross.minor + by, part.basis_points
    tax = (2 * gross * points + 10_000 + points) // (2 * (10_000 + points))
    currency = part.gross.currency
    if not by:
        return part
    return Tax(
        part.label,
        points,
        Money(gross - tax, currency),
        Money(tax, currency),
        Money(gross, currency),
    )


@dataclass(frozen=True, slots=True)
class Stay:
    """What the exit knows of a session at `quoted_at`: the price it shows is the price it takes.

    `due` is the total and what people adjusted, minus what is paid. `leave_by_at` is set once
    paid: until then the gate opens with nothing more to pay (exit grace).
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
    pass_id: str | None = None
    """The pass this stay began on, or one that was shown beside its price."""
    wallet: Money | None = None
    """The money stored on that pass, if it is a value pass."""
    note: Text | None = None
    """What the driver should know of that pass: it ends soon."""

    @property
    def covered_by_wallet(self) -> bool:
        """Whether the stored money pays all that is due."""
        return self.wallet is not None and self.wallet.minor >= self.due.minor > 0
