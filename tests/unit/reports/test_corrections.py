"""What stands on a correction, and that its tax is what the receipt's was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.payment import Method
from kiosk.reports.corrections import correction_sheet, correction_taxes
from kiosk.reports.sheet import Heading, Pair, Sheet, Table, Words
from tests.support.money_papers import CORRECTION, euros, taxed
from tests.support.paper import ISSUER, RECEIPT, english


def pairs(sheet: Sheet) -> dict[str, str]:
    return {row.label: row.value for row in sheet if isinstance(row, Pair)}


def test_a_correction_has_its_own_number_and_names_the_first_receipt() -> None:
    sheet = correction_sheet(CORRECTION, ISSUER, english)
    assert pairs(sheet) == {
        "Number": "B1-000043",
        "Date": "2026-11-20 13:20",
        "Corrects receipt": "B1-000042",
        "Receipt dated": "2026-11-20 13:00",
        "Ticket": "4K7-2MX-9",
        "Entered": "2026-11-20 03:00",
        "Refund": "-€5.00",
        "Total": "-€5.00",
        "Net": "-€4.20",
        "VAT 19 %": "-€0.80",
        "Reason": "Charged for another car",
        "Cash": "-€5.00",
        "Booth": "Booth 1",
        "Session": RECEIPT.session_id,
    }
    assert Words("Correction", bold=True) in sheet
    assert sheet[: 1 + len(ISSUER.supplier)] == (
        Heading("Garage Central"),
        *(Words(line) for line in ISSUER.supplier),
    )


@pytest.mark.parametrize(
    ("cause", "label"),
    [
        ("refund", "Refund"),
        ("void", "Payment voided"),
        ("orphan", "Payment taken by mistake"),
    ],
)
def test_a_void_looks_like_a_refund_and_says_what_it_is(cause: str, label: str) -> None:
    found = pairs(correction_sheet(replace(CORRECTION, cause=cause), ISSUER, english))
    assert found[label] == "-€5.00"


def test_a_card_refund_names_the_approval() -> None:
    card = replace(CORRECTION, method=Method.CARD, reference="R0007")
    found = pairs(correction_sheet(card, ISSUER, english))
    assert (found["Card"], found["Approval"]) == ("-€5.00", "R0007")


def test_a_reprint_is_marked() -> None:
    copy = correction_sheet(replace(CORRECTION, copy=True), ISSUER, english)
    assert copy == (Heading("COPY"), *correction_sheet(CORRECTION, ISSUER, english))


def test_several_rates_stand_in_a_table() -> None:
    both = replace(CORRECTION, taxes=(taxed(1900, 1000, 190), taxed(700, 290, 20)))
    (table,) = [row for row in correction_sheet(both, ISSUER, english) if isinstance(row, Table)]
    assert table == Table(
        "VAT",
        (("19 %", "-€3.34", "-€0.63", "-€3.97"), ("7 %", "-€0.96", "-€0.07", "-€1.03")),
        ("Net", "Tax", "Gross"),
        ("Total", "-€4.30", "-€0.70", "-€5.00"),
    )


def test_a_receipt_without_tax_of_its_own_has_the_rate_of_the_house() -> None:
    bare = replace(CORRECTION, taxes=())
    assert pairs(correction_sheet(bare, ISSUER, english))["VAT 19 %"] == "-€0.80"
    assert correction_taxes(bare, replace(ISSUER, vat_basis_points=None)) == ()


@given(st.lists(st.integers(1, 400), min_size=1, max_size=6))
def test_refunds_one_by_one_take_back_the_tax_of_the_receipt(parts: list[int]) -> None:
    tax = earlier = 0
    for amount in (*parts, max(0, 1500 - sum(parts))):
        amount = min(amount, 1500 - earlier)
        one = replace(CORRECTION, amount=euros(amount), earlier=euros(earlier))
        (part,) = correction_taxes(one, ISSUER)
        assert part.gross == euros(-amount)
        tax, earlier = tax + part.tax.minor, earlier + amount
    assert (earlier, tax) == (1500, -239)
