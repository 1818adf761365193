"""A comparison of two price lists as a list for other programs: by day, by rate, by length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.reports.export import Column, Export, Word
from kiosk.tariff.comparison import LONGER, Comparison, Share

GROUPS = {
    "all": Text("All stays"),
    "day": Text("Day"),
    "rate": Text("Rate"),
    "length": Text("Length of stay"),
    "dearer": Text("Dearer"),
    "cheaper": Text("Cheaper"),
}


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One group of stays: what it goes by, which of them, and what they cost before and after."""

    by: str
    name: str
    stays: int
    before: Money
    after: Money


COMPARISON: Export[ComparisonRow] = Export(
    "comparison",
    Text("Comparison of rates"),
    (
        Column("by", Text("Grouped by"), lambda row: Word(row.by, GROUPS[row.by])),
        Column("name", Text("Name"), lambda row: row.name),
        Column("stays", Text("How many"), lambda row: row.stays),
        Column("before", Text("As it is"), lambda row: row.before),
        Column("after", Text("Under the other"), lambda row: row.after),
        Column("change", Text("Difference"), lambda row: row.after - row.before),
        Column("currency", Text("Currency"), lambda row: row.after.currency),
    ),
)


def comparison_rows(found: Comparison) -> Iterator[ComparisonRow]:
    """All groups, the whole first. A length is named by its upper end in minutes."""
    currency = found.currency

    def row(by: str, name: str, share: Share) -> ComparisonRow:
        before, after = Money(share.before_minor, currency), Money(share.after_minor, currency)
        return ComparisonRow(by, name, share.stays, before, after)

    yield row("all", "", found.total)
    yield row("dearer", "", found.dearer)
    yield row("cheaper", "", found.cheaper)
    for day, share in found.by_day:
        yield row("day", day.isoformat(), share)
    for rate, share in found.by_rate:
        yield row("rate", rate, share)
    for minutes, share in found.by_length:
        yield row("length", str(minutes) if minutes != LONGER else "longer", share)
