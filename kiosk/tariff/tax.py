"""Tax and rounding: from the lines of a fare to the quote that is shown and paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, LineKind, Quote, Tax
from kiosk.domain.wording import Text
from kiosk.tariff.fare import total
from kiosk.tariff.reading import MOST_MINOR, Table

WHOLE = 10_000
"""A hundred percent in basis points."""
TAXED = (LineKind.PARKING, LineKind.FEES)


class Mode(StrEnum):
    """What happens to a part of a unit."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Rounding:
    """The total is a multiple of `step_minor`."""

    step_minor: int
    mode: Mode = Mode.HALF_UP

    def difference(self, minor: int) -> int:
        """What has to be added to an amount, which is not negative."""
        return divided(minor, self.step_minor, self.mode) * self.step_minor - minor


@dataclass(frozen=True, slots=True)
class Taxation:
    """Basis points for parking and for fees; `inclusive`: the prices contain the tax."""

    label: str
    inclusive: bool
    parking: int
    fees: int
    rounding: Mode = Mode.HALF_UP

    def parts(self, parking: int, fees: int, currency: str) -> tuple[Tax, ...]:
        """Split amounts (gross where inclusive, else net) by tax rate, parking's first."""
        amounts: dict[int, int] = {}
        for points, minor in ((self.parking, parking), (self.fees, fees)):
            amounts[points] = amounts.get(points, 0) + minor
        return tuple(
            self._part(points, minor, currency) for points, minor in amounts.items() if minor
        )

    def _part(self, points: int, minor: int, currency: str) -> Tax:
        below = WHOLE + points if self.inclusive else WHOLE
        tax = divided(minor * points, below, self.rounding)
        net = minor - tax if self.inclusive else minor
        amounts = (Money(net, currency), Money(tax, currency), Money(net + tax, currency))
        return Tax(self.label, points, *amounts)


def divided(numerator: int, denominator: int, mode: Mode) -> int:
    """A quotient of non-negative whole numbers as a whole number."""
    quotient, rest = divmod(numerator, denominator)
    match mode:
        case Mode.DOWN:
            return quotient
        case Mode.UP:
            return quotient + (rest > 0)
        case Mode.HALF_UP:
            return quotient + (2 * rest >= denominator)
        case Mode.HALF_EVEN:
            half = 2 * rest == denominator
            return quotient + (quotient % 2 if half else 2 * rest > denominator)


def settled(
    lines: Sequence[Line], currency: str, taxation: Taxation | None, rounding: Rounding | None
) -> Quote:
    """The quote of a fare: its lines, tax on top if there is any, and the rounding."""
    parking = total(lines, LineKind.PARKING, LineKind.VALIDATION)
    fees = total(lines, LineKind.FEES)
    if taxation is None or taxation.inclusive:
        change = 0 if rounding is None else rounding.difference(parking + fees)
        lines = (*lines, *_rounding_lines(change, currency))
        if taxation is None:
            return Quote(tuple(lines), currency)
        rounded = max(0, parking + change)
        fees += parking + change - rounded
        return Quote(tuple(lines), currency, taxation.parts(rounded, fees, currency))
    parts = taxation.parts(parking, fees, currency)
    lines = (*lines, *(_tax_line(part) for part in parts if part.basis_points))
    change = 0 if rounding is None else rounding.difference(total(lines, *LineKind))
    lines = (*lines, *_rounding_lines(change, currency))
    if change:
        odd = Money(change, currency)
        parts = (*parts, Tax("Rounding", 0, odd, Money(0, currency), odd))
    return Quote(tuple(lines), currency, parts)


def _tax_line(part: Tax) -> Line:
    text = Text("{label} {percent} %")
    percent = f"{part.basis_points // 100}.{part.basis_points % 100:02}".rstrip("0").rstrip(".")
    return Line(text.with_values(label=part.label, percent=percent), part.tax, LineKind.TAX)


def _rounding_lines(change: int, currency: str) -> tuple[Line, ...]:
    line = Line(Text("Rounding"), Money(change, currency), LineKind.ROUNDING)
    return (line,) if change else ()


def load_tax(head: Table) -> Taxation | None:
    """Read `[tax]`."""
    if not head.has("tax"):
        return None
    table = head.read_table("tax", "Write a table [tax] with label and basis_points, or remove it")
    label = table.read_text("label", 'Write what the receipt shall say, such as label = "VAT"')
    inclusive = table.read_flag("inclusive", default=True)
    points = table.read_whole("basis_points", 0, WHOLE)
    modes = (Mode.HALF_UP, Mode.HALF_EVEN, Mode.DOWN)
    mode = table.read_choice("rounding", modes, required=False) or Mode.HALF_UP
    kinds: dict[str, int] = {}
    if table.has("kinds"):
        inner = table.read_table("kinds", "Write a table [tax.kinds] with fees = 0, or remove it")
        kinds = {kind: inner.read_whole(kind, 0, WHOLE) for kind in TAXED if inner.has(kind)}
        inner.finish()
    table.finish()
    parking, fees = (kinds.get(kind, points) for kind in TAXED)
    return Taxation(label, inclusive, parking, fees, Mode(mode))


def load_rounding(head: Table) -> Rounding | None:
    """Read `[rounding]`."""
    if not head.has("rounding"):
        return None
    table = head.read_table("rounding", "Write a table [rounding] with step_minor, or remove it")
    step = table.read_whole("step_minor", 1, MOST_MINOR)
    mode = table.read_choice("mode", (*Mode,), required=False) or Mode.HALF_UP
    table.finish()
    return Rounding(step, Mode(mode))
