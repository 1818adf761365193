"""What stands on each paper."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.ticket import spoken_code
from kiosk.reports.documents import (
    debt_sheet,
    pass_sheet,
    receipt_sheet,
    ticket_sheet,
    vat_within,
)
from kiosk.reports.sheet import Heading, Pair, Qr, Sheet, ShortCode, Words
from tests.support.paper import (
    DEBT,
    ISSUER,
    PAID_STAY,
    PAYLOAD,
    RECEIPT,
    TICKET,
    english,
)


def pairs(sheet: Sheet) -> dict[str, str]:
    return {row.label: row.value for row in sheet if isinstance(row, Pair)}


def words(sheet: Sheet) -> list[str]:
    return [row.text for row in sheet if isinstance(row, Heading | Words | ShortCode)]


def test_a_ticket_says_where_when_what_it_costs_and_what_to_do() -> None:
    sheet = ticket_sheet(TICKET, ISSUER, english)
    assert words(sheet) == [
        "Garage Central",
        "Entry 1",
        "4K7-2MX-9",
        "€1.50 per 30 min",
        "Please pay before you leave.",
    ]
    assert pairs(sheet) == {"Entered": "2026-11-20 13:00"}
    assert Qr(PAYLOAD) in sheet


def test_a_receipt_adds_up_and_names_everybody() -> None:
    sheet = receipt_sheet(RECEIPT, ISSUER, english)
    assert words(sheet)[:4] == ["Garage Central", *ISSUER.supplier]
    assert words(sheet)[-1] == "Please leave by 13:15"
    assert pairs(sheet) == {
        "Receipt": "B1-000042",
        "Date": "2026-11-20 13:00",
        "Ticket": "4K7-2MX-9",
        "Entered": "2026-11-20 03:00",
        "Plate": "B AB 123",
        "20 × 30 min": "€30.00",
        "Daily cap": "-€15.00",
        "Total": "€15.00",
        "Net": "€12.61",
        "VAT 19 %": "€2.39",
        "Cash": "€20.00",
        "Change": "€5.00",
        "Booth": "Booth 1",
        "Session": RECEIPT.session_id,
    }


def test_a_card_receipt_names_the_approval_and_no_change() -> None:
    card = replace(
        RECEIPT, method=Method.CARD, tendered=None, change=None, reference="A00017", plate=""
    )
    found = pairs(receipt_sheet(card, ISSUER, english))
    assert (found["Card"], found["Approval"]) == ("€15.00", "A00017")
    assert {"Cash", "Change", "Plate"}.isdisjoint(found)


def test_a_second_payment_says_what_was_paid_before_and_taxes_only_itself() -> None:
    rest = replace(RECEIPT, earlier=Money(900), amount=Money(600), tendered=None, change=None)
    found = pairs(receipt_sheet(rest, ISSUER, english))
    assert (found["Paid before"], found["Paid now"]) == ("€9.00", "€6.00")
    assert (found["Net"], found["VAT 19 %"]) == ("€5.04", "€0.96")


def test_a_reprint_is_the_same_paper_marked_copy() -> None:
    copy = receipt_sheet(replace(RECEIPT, copy=True), ISSUER, english)
    assert copy == (Heading("COPY"), *receipt_sheet(RECEIPT, ISSUER, english))


def test_without_a_rate_there_are_no_vat_lines() -> None:
    found = pairs(receipt_sheet(RECEIPT, replace(ISSUER, vat_basis_points=None), english))
    assert "Net" not in found
    assert not any(label.startswith("VAT") for label in found)


@pytest.mark.parametrize(("basis_points", "shown"), [(1900, "19"), (550, "5.5"), (825, "8.25")])
def test_the_rate_is_shown_without_needless_digits(basis_points: int, shown: str) -> None:
    issuer = replace(ISSUER, vat_basis_points=basis_points)
    assert f"VAT {shown} %" in pairs(receipt_sheet(RECEIPT, issuer, english))


def test_a_slip_says_what_is_owed_and_how_to_pay() -> None:
    sheet = debt_sheet(DEBT, ISSUER, english)
    assert pairs(sheet)["To pay"] == "€15.00"
    assert pairs(sheet)["Left"] == "2026-11-20 13:00"
    assert {"Payment still due", ISSUER.pay_later} <= set(words(sheet))
    assert Qr(PAYLOAD) in sheet


def test_a_slip_without_a_signature_has_no_code() -> None:
    assert not any(
        isinstance(row, Qr) for row in debt_sheet(replace(DEBT, payload=""), ISSUER, english)
    )


def test_an_exit_pass_says_until_when() -> None:
    sheet = pass_sheet(PAID_STAY, ISSUER, english)
    assert pairs(sheet) == {"Paid": "€15.00", "Leave by": "2026-11-20 13:15"}
    assert Qr(PAYLOAD) in sheet


@pytest.mark.parametrize(
    ("gross", "basis_points", "tax"),
    [(119, 1900, 19), (1500, 1900, 239), (100, 0, 0), (0, 1900, 0), (3, 10_000, 2), (1, 10_000, 1)],
)
def test_the_tax_inside_an_amount_is_rounded_half_up(
    gross: int, basis_points: int, tax: int
) -> None:
    assert vat_within(Money(gross), basis_points) == Money(tax)


@given(gross=st.integers(0, 10**9), basis_points=st.integers(0, 10_000))
def test_the_tax_is_within_half_a_unit_of_the_exact_one(gross: int, basis_points: int) -> None:
    tax = vat_within(Money(gross), basis_points).minor
    whole = 10_000 + basis_points
    assert -whole <= 2 * (tax * whole - gross * basis_points) <= whole


def test_a_short_code_is_spoken_in_groups() -> None:
    codes = [spoken_code(code) for code in ("4K72MX9", "4K72MX", "")]
    assert codes == ["4K7-2MX-9", "4K7-2MX", ""]
