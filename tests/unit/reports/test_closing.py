"""What stands on an X and a Z, row by row."""

from dataclasses import replace

import pytest

from kiosk.domain.cash import CashCause
from kiosk.domain.event import KINDS
from kiosk.domain.payment import Method
from kiosk.reports.closing import closing_sheet, closing_title
from kiosk.reports.figures import Figures, Piece, Tally
from kiosk.reports.sheet import Cells, Heading, Pair, Sheet, Table, Words
from kiosk.reports.wording import CASH_CAUSES, EXCEPTIONS, METHODS
from kiosk.store.projections.exceptions import NOT_APPLIED, REMARKS
from tests.support.money_papers import DRAWER, X, Z, euros
from tests.support.paper import ISSUER, english

SHEET = closing_sheet(Z, ISSUER, english)


def table(title: str, sheet: Sheet = SHEET) -> Table:
    (found,) = [row for row in sheet if isinstance(row, Table) and row.title == title]
    return found


def titles(sheet: Sheet) -> list[str]:
    return [row.title for row in sheet if isinstance(row, Table)]


def pairs(sheet: Sheet) -> dict[str, str]:
    return {row.label: row.value for row in sheet if isinstance(row, Pair)}


def words(sheet: Sheet) -> list[str]:
    return [row.text for row in sheet if isinstance(row, Heading | Words)]


def test_a_z_says_which_it_is_whose_and_since_when() -> None:
    assert words(SHEET)[:5] == ["Garage Central", *ISSUER.supplier, "Z report 42"]
    assert pairs(SHEET) == {
        "Booth": "booth-1",
        "Date": "2026-11-20 21:00",
        "Z before": "41",
        "Since": "2026-11-19 21:00",
        "Shift": "Maria Schmidt",
        "From": "2026-11-20 07:00",
        "To": "2026-11-20 21:00",
    }


def test_an_x_closes_nothing_and_is_signed_by_nobody() -> None:
    sheet = closing_sheet(X, ISSUER, english)
    assert words(sheet)[4:6] == ["X report", "This closes nothing: the figures go on."]
    assert pairs(sheet)["To"] == "–"
    assert "Signature" in words(SHEET)
    assert "Signature" not in words(sheet)


def test_the_first_z_has_none_before_it() -> None:
    first = replace(Z, number=1, previous=None, since_at=None)
    found = pairs(closing_sheet(first, ISSUER, english))
    assert found["Z before"] == "–"
    assert "Since" not in found


def test_a_reprint_says_so_and_is_otherwise_the_same() -> None:
    assert closing_sheet(Z, ISSUER, english, copy=True) == (Heading("COPY"), *SHEET)


TABLES: list[tuple[str, Cells, tuple[Cells, ...], Cells]] = [
    (
        "Payments",
        ("Count", "Amount"),
        (
            ("Cash", "31", "€146.50"),
            ("Card", "104", "€923.10"),
            ("Stored money", "6", "€39.00"),
            ("Change voucher", "1", "€1.50"),
        ),
        ("Together", "142", "€1110.10"),
    ),
    (
        "Refunds",
        ("Count", "Amount"),
        (("Cash", "1", "€5.00"), ("Card", "1", "€9.00")),
        ("Together", "2", "€14.00"),
    ),
    (
        "Result",
        (),
        (("Gross", "€1110.10"), ("Refunds", "-€14.00"), ("Net", "€1096.10")),
        ("Total since ever", "€1284350.10"),
    ),
    (
        "VAT",
        ("Net", "Tax", "Gross"),
        (("19 %", "€904.28", "€171.82", "€1076.10"), ("0 %", "€20.00", "€0.00", "€20.00")),
        ("Total", "€924.28", "€171.82", "€1096.10"),
    ),
    (
        "To look at",
        ("Count", "Amount"),
        (
            ("Money that came too late", "1", "€9.00"),
            ("Voided payments", "1", "€9.00"),
            ("Prices changed by hand", "2", "-€7.00"),
            ("Change not given", "1", "€0.50"),
            ("Without an outcome yet", "0", "€0.00"),
        ),
        (),
    ),
    (
        "Cash drawer",
        ("Count", "Amount"),
        (
            ("Float", "1", "€100.00"),
            ("Cash sales", "31", "€215.00"),
            ("Change given", "", "-€68.50"),
            ("Cash refunds", "1", "-€5.00"),
            ("Drops", "1", "-€100.00"),
            ("Paid out", "1", "-€12.50"),
        ),
        ("Expected", "", "€129.00"),
    ),
    (
        "Blind count",
        (),
        (("Counted", "€128.80"), ("Expected", "€129.00")),
        ("Over or short", "-€0.20"),
    ),
    (
        "Notes and coins",
        ("Count", "Worth", "Difference"),
        (
            ("€50.00", "1", "€50.00", "€0.00"),
            ("€10.00", "4", "€40.00", "€0.00"),
            ("€5.00", "6", "€30.00", "€0.00"),
            ("€1.00", "7", "€7.00", "€0.00"),
            ("€0.20", "9", "€1.80", "-€0.20"),
        ),
        (),
    ),
    (
        "Validations",
        ("Count", "Amount"),
        (("Cinema Lux", "23", "€69.00"), ("Restaurant Zum Goldenen Hirschen", "4", "€12.00")),
        (),
    ),
    (
        "Passes",
        ("Count", "Amount"),
        (("Pass sold", "1", "€89.00"), ("Pass topped up", "2", "€50.00")),
        (),
    ),
    (
        "Debts and change vouchers",
        ("Count", "Amount"),
        (
            ("Released owing", "1", "€4.50"),
            ("Debts paid", "1", "€3.00"),
            ("Change vouchers issued", "1", "€1.50"),
            ("Change vouchers redeemed", "1", "€1.50"),
        ),
        (),
    ),
    (
        "Tickets",
        (),
        (
            ("Inside before", "38"),
            ("Issued", "171"),
            ("Collected", "-164"),
            ("Void", "-3"),
            ("Inside now", "-41"),
        ),
        ("Not accounted for", "1"),
    ),
    (
        "Passages",
        ("Cars", "Stays", "Difference"),
        (("In", "169", "168", "+1"), ("Out", "164", "164", "0")),
        (),
    ),
    (
        "Exceptions",
        (),
        (
            ("Exits without payment", "2"),
            ("Opened by hand", "3"),
            ("Lost tickets", "1"),
            ("Drove through without permission", "1"),
        ),
        ("Together", "7"),
    ),
    (
        "Records",
        (),
        (
            ("First receipt", "B1-000910"),
            ("Last receipt", "B1-001053"),
            ("Facts up to", "48213"),
            ("Facts not sent yet", "12"),
        ),
        (),
    ),
]


@pytest.mark.parametrize(("title", "headings", "rows", "total"), TABLES)
def test_a_table_says(title: str, headings: Cells, rows: tuple[Cells, ...], total: Cells) -> None:
    assert table(title) == Table(title, rows, headings, total)


def test_there_is_no_other_table() -> None:
    assert titles(SHEET) == [title for title, *_ in TABLES]


def test_the_head_of_the_journal_can_be_compared_by_eye() -> None:
    assert words(SHEET)[-3:-1] == ["Journal head", " ".join(["9f2c41d0", "7be3a865"] * 4)]


def test_a_quiet_day_leaves_out_what_there_was_not() -> None:
    nothing = Tally(0, euros(0))
    quiet = Figures(
        device="booth-1",
        currency="EUR",
        taken_at=Z.taken_at,
        payments=(),
        refunds=(),
        orphans=nothing,
        voids=nothing,
        adjustments=nothing,
        unsettled=nothing,
        taxes=(),
        perpetual=euros(500),
        records=Z.records,
    )
    sheet = closing_sheet(quiet, ISSUER, english)
    assert titles(sheet) == ["Payments", "Result", "To look at", "Exceptions", "Records"]
    assert table("Payments", sheet).total == ("Together", "0", "€0.00")
    assert table("Exceptions", sheet) == Table("Exceptions", (), total=("Together", "0"))
    assert table("Records", sheet).rows[0] == ("First receipt", "–")


def test_a_drawer_that_is_not_counted_yet_does_not_say_over_or_short() -> None:
    assert "Blind count" not in titles(closing_sheet(X, ISSUER, english))


def test_what_is_too_much_wears_a_plus() -> None:
    over = replace(Z, drawer=replace(DRAWER, counted=euros(13000)))
    assert table("Blind count", closing_sheet(over, ISSUER, english)).total[1] == "+€1.00"


def test_pieces_nobody_expected_have_no_difference() -> None:
    counted = replace(Z, drawer=replace(DRAWER, pieces=(Piece(euros(5000), 2),)))
    found = table("Notes and coins", closing_sheet(counted, ISSUER, english))
    assert (found.headings, found.rows) == (("Count", "Worth"), (("€50.00", "2", "€100.00"),))


def test_the_moves_on_paper_add_up_to_what_is_expected() -> None:
    shown = [row[2] for row in table("Cash drawer").rows]
    minor = [int(amount.replace("€", "").replace(".", "")) for amount in shown]
    assert sum(minor) == DRAWER.expected.minor


@pytest.mark.parametrize(
    ("number", "title"), [(None, "X report"), (1, "Z report 1"), (1234, "Z report 1234")]
)
def test_a_report_is_called_what_it_is(number: int | None, title: str) -> None:
    assert closing_title(replace(Z, number=number), english) == title


def test_every_way_to_pay_and_every_cause_has_words() -> None:
    assert set(METHODS) == set(Method)
    assert set(CASH_CAUSES) == set(CashCause)


def test_all_an_auditor_must_look_at_has_words() -> None:
    names = {body: name for name, body in KINDS.items()}
    noted = {names[body] for body in REMARKS}
    assert noted | {NOT_APPLIED} == {".".join(word.split(".")[:2]) for word in EXCEPTIONS}


def test_a_word_nobody_worded_is_shown_as_it_is() -> None:
    strange = replace(Z, exceptions=(("gate.eaten_by_goat", 1),))
    found = table("Exceptions", closing_sheet(strange, ISSUER, english))
    assert found.rows == (("gate.eaten by goat", "1"),)
