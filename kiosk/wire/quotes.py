"""A quote as programs read it: the command line and the centre's API say it in these words.

A line's `text` is the English sentence; screens and papers say the same line in their reader's
language, since both come from one `Quote`.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from kiosk.domain.quote import Quote
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.wire.english import english
from kiosk.wire.messages import Instant, Name
from kiosk.wire.messages import Text as Words

MOST_PARTS = 20
"""Earlier stays or validations in one question."""

Minor = Annotated[int, msgspec.Meta(ge=0, le=10**9)]


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[starts_at, ends_at)`."""

    starts_at: Instant
    ends_at: Instant


class BenefitWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A validation. `value`: minutes, minor units or whole percent; `rate` for a rate switch."""

    kind: Literal["time", "amount", "percent", "full", "rate"]
    value: Minor = 0
    rate: Words = ""

    def benefit(self) -> Benefit:
        """As the tariff takes it."""
        return Benefit(BenefitKind(self.kind), self.value, self.rate)


class QuoteWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A stay that nobody has made yet, or not here.

    `version` asks for one version of the tariff; without it, the one that a stay gets that begins
    at `entered_at`. `occupancy_percent` is how full it was then.
    """

    entered_at: Instant
    left_at: Instant
    version: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)] | None = None
    vehicle_class: Name = "car"
    spot_type: Words = ""
    zone: Words = ""
    occupancy_percent: Annotated[int, msgspec.Meta(ge=0, le=1000)] | None = None
    booking: Span | None = None
    pass_group: Words | None = None
    pass_valid: Span | None = None
    earlier: Annotated[list[Span], msgspec.Meta(max_length=MOST_PARTS)] = []
    validations: Annotated[list[BenefitWanted], msgspec.Meta(max_length=MOST_PARTS)] = []


class QuotedLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One reason and what it adds, in minor units."""

    text: str
    minor: int


class QuotedTax(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The part of the total one rate is due on; `basis_points`: 1900 is 19 %."""

    label: str
    basis_points: int
    net_minor: int
    tax_minor: int
    gross_minor: int


class Quoted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A price that explains itself; the lines add up to `total_minor`."""

    currency: str
    total_minor: int
    lines: list[QuotedLine]
    taxes: list[QuotedTax]


class StayQuoted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a stay under this ticket costs at `quoted_at`, and what of it is still due.

    `leave_by_at` is set once it is paid: until then nothing more is due.
    """

    session_id: str
    code: str
    tariff: str
    version: int
    entered_at: Instant
    quoted_at: Instant
    quote: Quoted
    paid_minor: int
    due_minor: int
    leave_by_at: Instant | None


def quoted(quote: Quote) -> Quoted:
    """Put a quote into words for programs."""
    return Quoted(
        currency=quote.currency,
        total_minor=quote.total.minor,
        lines=[
            QuotedLine(text=english(line.text), minor=line.amount.minor) for line in quote.lines
        ],
        taxes=[
            QuotedTax(
                label=tax.label,
                basis_points=tax.basis_points,
                net_minor=tax.net.minor,
                tax_minor=tax.tax.minor,
                gross_minor=tax.gross.minor,
            )
            for tax in quote.taxes
        ],
    )
