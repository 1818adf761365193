"""Tables cut into columns, whoever measures: characters on paper, dots, or points of a PDF.

The figures get columns as wide as their widest, and what is left is for the words they are of.
Where that is too little, the words stand across above their figures; and where not even the
figures fit (long sums on a 58 mm roll), the table becomes a list of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.reports.sheet import Cells, Pair, Row, Sheet, Table, Words, printable, wrap

Measure: TypeAlias = Callable[[str], float]
"""How wide a text is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: as many cells as there are columns, empty ones included."""

    cells: Cells
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's columns, the first for words, and its lines from the headings to the total."""

    widths: tuple[float, ...]
    lines: tuple[Line, ...]


def lay_out(table: Table, width: float, gap: float, measure: Measure) -> Grid | None:
    """Fit a table into `width`, `gap` between its columns; None when it must become a list."""
    lines = _lines(table)
    figures = tuple(
        max(measure(cell) for cell in column)
        for column in zip(*(line.cells[1:] for line in lines), strict=True)
    )
    label = width - sum(figures) - gap * len(figures)
    if label < 0:
        return None
    cut = tuple(one for line in lines for one in _cut(line, label, width, measure))
    return Grid((label, *figures), cut)


def listed(table: Table) -> Sheet:
    """The same table as a list, for papers too narrow for its columns."""
    rows: list[Row] = [Words(table.title, centre=False, bold=True)]
    for (label, *figures), bold in _body(table):
        if len(figures) == 1:  # a label and a figure: a pair needs no heading
            rows.append(Pair(label, figures[0], bold))
            continue
        headings = table.headings or ("",) * len(figures)
        rows.append(Words(label, centre=False, bold=bold))
        pairs = zip(headings, figures, strict=True)
        rows += [Pair(heading, figure, bold) for heading, figure in pairs if figure]
    return tuple(rows)


def _cut(line: Line, label: float, width: float, measure: Measure) -> list[Line]:
    """Words too long for their column stand across, above their figures."""
    words, *figures = line.cells
    if measure(words) <= label:
        return [line]
    empty = ("",) * len(figures)
    across = wrap(words, lambda part: measure(part) <= width)
    below = [Line(("", *figures), line.bold)] if any(figures) else []
    return [*(Line((part, *empty), line.bold) for part in across), *below]


def _lines(table: Table) -> list[Line]:
    """Title and headings, rows, total, with nothing in them that a printer may not get."""
    body = _body(table)
    headings = table.headings or ("",) * (len(body[0][0]) - 1 if body else 0)
    return [
        Line(tuple(printable(cell) for cell in cells), bold)
        for cells, bold in [((table.title, *headings), True), *body]
    ]


def _body(table: Table) -> list[tuple[Cells, bool]]:
    """The lines below the title, and whether they are bold."""
    rows = [(row, False) for row in table.rows]
    return [*rows, (table.total, True)] if table.total else rows
