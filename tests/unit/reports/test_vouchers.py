"""What stands on papers that stand for money."""

from dataclasses import replace

import pytest

from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.reports.sheet import Heading, Pair, Qr, Sheet, ShortCode, Words
from kiosk.reports.vouchers import change_voucher_sheet, voucher_sheet
from tests.support.money_papers import CHANGE_VOUCHER, VOUCHER
from tests.support.paper import ISSUER, PAYLOAD, english


def pairs(sheet: Sheet) -> dict[str, str]:
    return {row.label: row.value for row in sheet if isinstance(row, Pair)}


def words(sheet: Sheet) -> list[str]:
    return [row.text for row in sheet if isinstance(row, Heading | Words | ShortCode)]


def test_a_change_voucher_says_how_much_how_long_and_how_often() -> None:
    sheet = change_voucher_sheet(CHANGE_VOUCHER, ISSUER, english)
    assert words(sheet) == [
        "Garage Central",
        *ISSUER.supplier,
        "Change voucher",
        "€1.50",
        "9TQ-4K2-M7X",
        "Good once: for cash at the till, or to pay for parking.",
    ]
    assert pairs(sheet) == {
        "Valid until": "2027-02-18 13:00",
        "Date": "2026-11-20 13:00",
        "Receipt": "B1-000042",
        "Booth": "Booth 1",
    }
    assert Qr(PAYLOAD) in sheet


def test_a_change_voucher_without_a_receipt_names_none() -> None:
    bare = replace(CHANGE_VOUCHER, receipt="")
    assert "Receipt" not in pairs(change_voucher_sheet(bare, ISSUER, english))


@pytest.mark.parametrize(
    ("benefit", "shown"),
    [
        (Benefit(BenefitKind.TIME, 120), "120 min free"),
        (Benefit(BenefitKind.AMOUNT, 250), "€2.50 off"),
        (Benefit(BenefitKind.PERCENT, 20), "20 % off"),
        (Benefit(BenefitKind.FULL), "Free parking"),
        (Benefit(BenefitKind.RATE, rate="evening"), "Special rate: evening"),
    ],
)
def test_a_voucher_says_what_it_gives(benefit: Benefit, shown: str) -> None:
    sheet = voucher_sheet(replace(VOUCHER, benefit=benefit), ISSUER, english)
    assert words(sheet) == [
        "Garage Central",
        "Cinema Lux",
        shown,
        "Hold this code to the reader before you pay. Good once.",
    ]
    assert pairs(sheet) == {"Voucher": "1001", "Valid until": "2026-12-20 13:00"}
    assert Qr(PAYLOAD) in sheet


def test_a_chaser_names_its_ticket() -> None:
    chaser = voucher_sheet(replace(VOUCHER, bound_code="4K72MX9"), ISSUER, english)
    assert Words("Only for ticket 4K7-2MX-9", bold=True) in chaser
