"""Lists as CSV and XLSX, read back by somebody else; no cell of them ever calculates."""

import csv
import io
import re
import tracemalloc
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import BinaryIO
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.reports import export as exporting
from kiosk.reports.export import (
    CELL_LETTERS_MAX,
    Column,
    Export,
    Value,
    Word,
    harmless,
    write_csv,
    write_xlsx,
)
from tests.support.paper import NOON, english

BERLIN = ZoneInfo("Europe/Berlin")
NAMESPACE = {"": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
Row = tuple[Value, ...]
FIVE: Export[Row] = Export(
    "things",
    Text("Things"),
    (
        Column("at", Text("When"), lambda row: row[0]),
        Column("name", Text("Who"), lambda row: row[1]),
        Column("method", Text("How"), lambda row: row[2]),
        Column("amount", Text("How much"), lambda row: row[3]),
        Column("count", Text("How many"), lambda row: row[4]),
    ),
)
CARD = Word("card", Text("Card"))
ROWS: list[Row] = [
    (NOON, "Jana", CARD, Money(1250), 3),
    (NOON + timedelta(seconds=1), 'Łódź "x", y', None, Money(-5), 0),
    (None, "سينما", CARD, Money(300, "JPY"), -1),
    (None, "", None, Money(1, "KWD"), None),
]
NAMES: Export[str] = Export(
    "names", Text("Names"), (Column("name", Text("Name"), lambda row: row),)
)


def as_csv(rows: list[Row]) -> bytes:
    target = io.BytesIO()
    assert write_csv(FIVE, iter(rows), target) == len(rows)
    return target.getvalue()


def as_xlsx(rows: list[Row]) -> bytes:
    target = io.BytesIO()
    assert write_xlsx(FIVE, iter(rows), target, english, BERLIN, NOON) == len(rows)
    return target.getvalue()


def cells(book: bytes, sheet: int = 1) -> list[list[tuple[str, str | None]]]:
    """(type, content) of every cell of a sheet, read by nobody's library: as the XML says."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        root = ET.fromstring(parts.read(f"xl/worksheets/sheet{sheet}.xml"))
    return [
        [
            (cell.get("t", "n"), cell.findtext("v", None, NAMESPACE))
            if cell.get("t") != "inlineStr"
            else ("inlineStr", cell.findtext("is/t", "", NAMESPACE))
            for cell in row.findall("c", NAMESPACE)
        ]
        for row in root.iterfind("sheetData/row", NAMESPACE)
    ]


def test_csv_is_exactly_these_bytes() -> None:
    assert as_csv(ROWS).decode() == (
        "\ufeffat,name,method,amount,count\r\n"
        "2026-11-20T12:00:00Z,Jana,card,12.50,3\r\n"
        '2026-11-20T12:00:01Z,"Łódź ""x"", y",,-0.05,0\r\n'
        ",سينما,card,300,-1\r\n"
        ",,,0.001,\r\n"
    )


def test_an_empty_list_still_has_its_headings() -> None:
    assert as_csv([]) == b"\xef\xbb\xbfat,name,method,amount,count\r\n"
    assert [[content for _, content in row] for row in cells(as_xlsx([]))] == [
        ["When", "Who", "How", "How much", "How many"]
    ]


def test_xlsx_has_numbers_dates_and_peoples_words() -> None:
    headings, first, second, third, fourth = cells(as_xlsx(ROWS))
    assert headings[0] == ("inlineStr", "When")
    assert first[1:] == [("inlineStr", "Jana"), ("inlineStr", "Card"), ("n", "12.50"), ("n", "3")]
    assert second[1:] == [("inlineStr", 'Łódź "x", y'), ("n", "-0.05"), ("n", "0")]
    assert third == [("inlineStr", "سينما"), ("inlineStr", "Card"), ("n", "300"), ("n", "-1")]
    assert fourth[-1] == ("n", "0.001")


def test_an_instant_is_a_date_where_the_gate_stands() -> None:
    kind, serial = cells(as_xlsx(ROWS))[1][0]
    assert kind == "n"
    since = timedelta(seconds=round(float(serial or 0) * 86_400))  # Excel counts days from 1899
    assert datetime(1899, 12, 30, 0, 0, tzinfo=UTC) + since == datetime(
        2026, 11, 20, 13, 0, tzinfo=UTC
    )
    with zipfile.ZipFile(io.BytesIO(as_xlsx(ROWS))) as parts:
        styles = parts.read("xl/styles.xml").decode()
    assert 'formatCode="yyyy-mm-dd hh:mm:ss"' in styles
    assert 'formatCode="#,##0.000"' in styles  # Kuwait counts in thousandths


def test_the_same_list_is_the_same_file() -> None:
    assert as_xlsx(ROWS) == as_xlsx(ROWS)


def test_what_does_not_fit_a_sheet_goes_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "SHEET_ROWS_MAX", 3)
    book = as_xlsx(ROWS)
    assert [len(cells(book, sheet)) for sheet in (1, 2)] == [3, 3]
    assert cells(book, 2)[0][0] == ("inlineStr", "When")
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        assert re.findall(r'<sheet name="([^"]+)"', parts.read("xl/workbook.xml").decode()) == [
            "Things",
            "Things 2",
        ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("In/out: [all]", "Inout all"),
        ("Sehr lange Überschrift einer Liste von Dingen", "Sehr lange Überschrift ein"),
        ("''", "1"),
    ],
)
def test_a_title_becomes_a_name_excel_takes(title: str, name: str) -> None:
    target = io.BytesIO()
    write_xlsx(Export("x", Text(title), NAMES.columns), [], target, english, BERLIN, NOON)
    with zipfile.ZipFile(target) as parts:
        assert f'<sheet name="{name}"' in parts.read("xl/workbook.xml").decode()


# --- text is data ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1", "'+49 30 1"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\rname", "'name"),
        ("  =1", "'=1"),
        ("\x00=1", "'=1"),
        ("\u200b=1", "'=1"),
        ("＝1", "'＝1"),  # noqa: RUF001 - that is the point
        ("'quoted", "''quoted"),
        ("<r>raw</r>", "'<r>raw</r>"),
        ("B-AB 123", "B-AB 123"),
        ("a=b", "a=b"),
        ("two\nlines", "two lines"),
        ("bell\x07", "bell"),
        ("", ""),
    ],
)
def test_a_cell_never_begins_like_a_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell


nasty = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\x00", "'", "＝", "<r>", "</r>", '"']),  # noqa: RUF001
    ),
    max_size=5,
).map("".join)


@given(nasty)
def test_no_text_at_all_calculates(text: str) -> None:
    cell = harmless(text)
    assert unicodedata.normalize("NFKC", cell[:1]) not in {"=", "+", "-", "@"}
    assert all(unicodedata.category(letter) not in ("Cc", "Cs") for letter in cell)


@given(st.lists(nasty, max_size=8))
def test_csv_gives_every_cell_back(names: list[str]) -> None:
    target = io.BytesIO()
    write_csv(NAMES, names, target)
    read = list(csv.reader(io.StringIO(target.getvalue().decode("utf-8-sig"), newline="")))
    assert [row[0] if row else "" for row in read] == ["name", *map(harmless, names)]


@given(st.lists(nasty, max_size=8))
def test_xlsx_gives_every_cell_back_as_text(names: list[str]) -> None:
    target = io.BytesIO()
    write_xlsx(NAMES, names, target, english, BERLIN, NOON)
    found = [cell for row in cells(target.getvalue())[1:] for cell in row]
    assert found == [("inlineStr", escaped) for escaped in map(harmless, names) if escaped]


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=20))
def test_a_harmless_text_is_told_from_an_escaped_one(text: str) -> None:
    assert harmless(text).removeprefix("'") == text


def test_a_text_too_long_for_excel_is_cut() -> None:
    assert len(harmless("=" * 40_000)) == CELL_LETTERS_MAX + 1


# --- a year takes no more memory than a day -------------------------------------------------------


class Counted(io.RawIOBase):
    """A file nobody keeps."""

    def __init__(self) -> None:
        self.taken = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        size = len(data)  # type: ignore[arg-type]
        self.taken += size
        return size


def many(count: int) -> Iterator[Row]:
    for number in range(count):
        yield (NOON.astimezone(UTC), f"name {number}", CARD, Money(number), number)


def test_csv_is_written_as_it_goes() -> None:
    target = Counted()
    stream: BinaryIO = target  # type: ignore[assignment]
    tracemalloc.start()
    write_csv(FIVE, many(20_000), stream)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert target.taken > 800_000
    assert peak < 600_000


def test_xlsx_keeps_no_row_either() -> None:
    peaks = []
    for count in (500, 5000):
        tracemalloc.start()
        write_xlsx(FIVE, many(count), io.BytesIO(), english, BERLIN, NOON)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 600_000
