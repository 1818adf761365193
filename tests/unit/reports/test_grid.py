"""Tables in columns, whatever the width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reports.grid import Line, lay_out, listed
from kiosk.reports.paper import set_paper
from kiosk.reports.sheet import Pair, Table, Words
from tests.support.paper import commands, plain_text

PAYMENTS = Table(
    "Payments",
    (("Cash", "31", "146.50"), ("Change voucher", "1", "1.50")),
    ("Count", "Amount"),
    ("Together", "32", "148.00"),
)
WIDE, NARROW = "TM-T20II", "POS-5890"


def test_figures_get_what_they_need_and_words_the_rest() -> None:
    grid = lay_out(PAYMENTS, 32, 2, len)
    assert grid is not None
    assert list(grid.widths) == [17, 5, 6]
    assert grid.lines == (
        Line(("Payments", "Count", "Amount"), bold=True),
        Line(("Cash", "31", "146.50")),
        Line(("Change voucher", "1", "1.50")),
        Line(("Together", "32", "148.00"), bold=True),
    )


def test_words_too_long_for_their_column_stand_across() -> None:
    grid = lay_out(PAYMENTS, 24, 2, len)
    assert grid is not None
    assert grid.lines[2:4] == (
        Line(("Change voucher", "", "")),
        Line(("", "1", "1.50")),
    )


def test_a_title_without_headings_leaves_no_empty_line() -> None:
    grid = lay_out(Table("Ticket accountability", (("Issued", "171"),)), 14, 2, len)
    assert grid is not None
    assert grid.lines == (
        Line(("Ticket", ""), bold=True),
        Line(("accountability", ""), bold=True),
        Line(("Issued", "171")),
    )


def test_figures_too_wide_for_the_paper_make_a_list() -> None:
    assert lay_out(PAYMENTS, 14, 2, len) is None
    assert listed(PAYMENTS) == (
        Words("Payments", centre=False, bold=True),
        Words("Cash", centre=False),
        Pair("Count", "31"),
        Pair("Amount", "146.50"),
        Words("Change voucher", centre=False),
        Pair("Count", "1"),
        Pair("Amount", "1.50"),
        Words("Together", centre=False, bold=True),
        Pair("Count", "32", bold=True),
        Pair("Amount", "148.00", bold=True),
    )


def test_a_list_of_single_figures_needs_no_headings() -> None:
    table = Table("Tickets", (("Issued", "171"),), total=("Missing", "0"))
    assert listed(table) == (
        Words("Tickets", centre=False, bold=True),
        Pair("Issued", "171"),
        Pair("Missing", "0", bold=True),
    )


def test_a_table_without_rows_is_its_title() -> None:
    grid = lay_out(Table("Exceptions", ()), 20, 2, len)
    assert grid is not None
    assert grid.lines == (Line(("Exceptions",), bold=True),)


cells = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6), st.integers(8, 60))
def test_no_figure_is_lost_and_every_line_fits(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    grid = lay_out(Table("T", tuple(rows)), width, 2, len)
    if grid is None:
        assert max(len(a) for _, a, _ in rows) + max(len(b) for _, _, b in rows) + 4 > width
        return
    assert sum(grid.widths) + 4 == width
    figures = [line.cells[1:] for line in grid.lines if any(line.cells[1:])]
    assert figures == [row[1:] for row in rows]
    assert all(len(line.cells[0]) <= width for line in grid.lines)


def test_columns_stand_below_each_other_on_paper() -> None:
    assert plain_text(set_paper((PAYMENTS,), NARROW)).split(b"\n")[:4] == [
        b"Payments           Count  Amount",
        b"Cash                  31  146.50",
        b"Change voucher         1    1.50",
        b"Together              32  148.00",
    ]


@pytest.mark.parametrize("profile", [WIDE, NARROW])
def test_a_table_in_a_script_the_printer_lacks_is_drawn_line_by_line(profile: str) -> None:
    table = Table("المدفوعات", (("نقدا", "31", "146.50"),), ("العدد", "المبلغ"))
    job = set_paper((table,), profile)
    drawn = [command for command in commands(job) if command.startswith(b"\x1dv0")]
    assert len(drawn) == 2
    assert plain_text(job).strip() == b""


def test_a_name_in_another_script_draws_the_whole_table() -> None:
    table = Table("Validations", (("سينما", "1", "3.00"), ("Cinema", "1", "3.00")))
    job = set_paper((table,), WIDE)
    assert len([one for one in commands(job) if one.startswith(b"\x1dv0")]) == 3


def test_what_a_name_contains_is_no_command() -> None:
    table = Table("\x1bp\x00", (("\x10\x14\x01", "\x1b@1"),), total=("\x1d", "\x00"))
    plain = Table("p", (("x", "@1"),), total=("x", "x"))
    assert commands(set_paper((table,), WIDE)) == commands(set_paper((plain,), WIDE))
