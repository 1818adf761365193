"""Lists of facts as files for other programs: CSV after RFC 4180, and XLSX.

Both are written row by row, so a year takes no more memory than a day. CSV is for programs: UTF-8
with a byte order mark (Excel asks for it), instants in ISO 8601 and UTC, plain decimal amounts, and
column names that never change. XLSX is for people: headings in their language, numbers and dates
that are ones, times where the gate stands.

No cell of either is ever a formula: what would begin one wears an apostrophe in front (OWASP ASVS
5.0, 1.2.10), and so does whatever begins with an apostrophe, so that nothing is lost.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, BinaryIO, Generic, TypeAlias, TypeVar, assert_never
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.reports.sheet import Say, printable

SHEET_ROWS_MAX = 1_048_576
"""Excel's limit, headings included; what is more goes on a next sheet."""
CELL_LETTERS_MAX = 32_000
"""Excel takes 32,767, apostrophe and escapes included."""
SHEET_NAME_MAX = 26
_FLUSH_CHARACTERS = 1 << 16
_FORMULA_SIGNS = ("=", "+", "-", "@")
_EDGES = ("\t", "\r", "\n", "\0", "'", "<r>")
"""An apostrophe, so that the one in front is told from one that was there; and what XlsxWriter
would take for its own markup."""


@dataclass(frozen=True, slots=True)
class Word:
    """A machine word, which CSV shows, and what people read."""

    word: str
    text: Text


Value: TypeAlias = str | int | Money | datetime | Word | None
RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """One column: its name in CSV for ever, its heading in XLSX, and how a row fills it."""

    name: str
    heading: Text
    value: Callable[[RowT], Value]


@dataclass(frozen=True, slots=True)
class Export(Generic[RowT]):
    """One kind of list. `name` is for files, `title` for people."""

    name: str
    title: Text
    columns: tuple[Column[RowT], ...]


def write_csv(export: Export[RowT], rows: Iterable[RowT], target: BinaryIO) -> int:
    """Write the list; returns how many rows. `target` stays open."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    text.write("\ufeff")
    writer.writerow([column.name for column in export.columns])
    count = 0
    for row in rows:
        writer.writerow([_plain(column.value(row)) for column in export.columns])
        count += 1
        if text.tell() > _FLUSH_CHARACTERS:
            _flush(text, target)
    _flush(text, target)
    return count


def write_xlsx(
    export: Export[RowT],
    rows: Iterable[RowT],
    target: BinaryIO,
    say: Say,
    zone: ZoneInfo,
    made_at: datetime,
) -> int:
    """Write the list as a workbook; returns how many rows. `target` stays open.

    Instants are shown in `zone`; Excel knows none. Rows wait in a temporary file until the workbook
    is put together.
    """
    pages = _Pages(export, target, say, zone, made_at)
    count = 0
    for row in rows:
        pages.add(row)
        count += 1
    pages.close()
    return count


def harmless(text: str) -> str:
    """A cell's text: no control characters, and nothing that a spreadsheet would calculate."""
    shown = printable(text[:CELL_LETTERS_MAX])
    first = unicodedata.normalize("NFKC", shown[:1])  # full-width signs calculate as well
    dangerous = first.startswith(_FORMULA_SIGNS) or text.startswith(_EDGES)
    return f"'{shown}" if dangerous or shown.startswith(_EDGES) else shown


class _Pages(Generic[RowT]):
    """A workbook in the making: as many sheets as its rows need."""

    def __init__(
        self, export: Export[RowT], target: BinaryIO, say: Say, zone: ZoneInfo, made_at: datetime
    ) -> None:
        import xlsxwriter  # at first use: a lane never exports

        self._export = export
        self._say = say
        self._zone = zone
        self._book = xlsxwriter.Workbook(target, {"constant_memory": True})
        self._book.set_properties({"created": made_at.astimezone(UTC), "author": "Boomgate"})
        self._heading = self._book.add_format({"bold": True, "bottom": 1})
        self._instant = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._amounts: dict[int, Any] = {}
        self._sheets = 0
        self._sheet = self._add_sheet()
        self._line = 1

    def add(self, row: RowT) -> None:
        """The next row."""
        if self._line == SHEET_ROWS_MAX:
            self._sheet, self._line = self._add_sheet(), 1
        for place, column in enumerate(self._export.columns):
            self._write(place, column.value(row))
        self._line += 1

    def close(self) -> None:
        """Put the workbook together."""
        self._book.close()

    def _add_sheet(self) -> Any:
        self._sheets += 1
        title = _sheet_name(self._say(self._export.title))
        sheet = self._book.add_worksheet(title if self._sheets == 1 else f"{title} {self._sheets}")
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._export.columns):
            heading = self._say(column.heading)
            sheet.set_column(place, place, max(12, len(heading) + 2))
            sheet.write_string(0, place, harmless(heading), self._heading)
        return sheet

    def _write(self, place: int, value: Value) -> None:
        match value:
            case None:
                pass
            case str():
                self._write_text(place, value)
            case Word(_, text):
                self._write_text(place, self._say(text))
            case int():
                self._sheet.write_number(self._line, place, value)
            case Money():
                form = self._amount_format(value.digits)
                self._sheet.write_number(self._line, place, _decimal(value), form)
            case datetime():
                local = value.astimezone(self._zone).replace(tzinfo=None, microsecond=0)
                self._sheet.write_datetime(self._line, place, local, self._instant)
            case _:
                assert_never(value)

    def _write_text(self, place: int, text: str) -> None:
        if shown := harmless(text):  # an empty text would make a cell that only looks empty
            self._sheet.write_string(self._line, place, shown)

    def _amount_format(self, digits: int) -> Any:
        if digits not in self._amounts:
            fraction = f".{'0' * digits}" if digits else ""
            self._amounts[digits] = self._book.add_format({"num_format": f"#,##0{fraction}"})
        return self._amounts[digits]


def _plain(value: Value) -> str:
    """One cell of CSV."""
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case Word(word, _):
            return harmless(word)
        case int():
            return str(value)
        case Money():
            return f"{_decimal(value):f}"
        case datetime():
            return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        case _:
            assert_never(value)


def _decimal(amount: Money) -> Decimal:
    return Decimal(amount.minor).scaleb(-amount.digits)


def _flush(text: io.StringIO, target: BinaryIO) -> None:
    target.write(text.getvalue().encode())
    text.seek(0)
    text.truncate()


def _sheet_name(title: str) -> str:
    """A name Excel takes: short, without the signs that mean something in a reference."""
    kept = "".join(letter for letter in harmless(title) if letter not in "[]:*?/\\'")
    return kept[:SHEET_NAME_MAX] or "1"
