"""What stands on the card of a pass, and on the receipt for it."""

from dataclasses import replace

import pytest

from kiosk.domain.passes import PassKind
from kiosk.reports.cards import card_sheet, sale_sheet
from kiosk.reports.sheet import Heading, Pair, Qr, Sheet, ShortCode, Words
from tests.support.money_papers import SALE, SEASON, WALLET, euros
from tests.support.paper import ISSUER, PAYLOAD, english


def pairs(sheet: Sheet) -> dict[str, str]:
    return {row.label: row.value for row in sheet if isinstance(row, Pair)}


def words(sheet: Sheet) -> list[str]:
    return [row.text for row in sheet if isinstance(row, Heading | Words | ShortCode)]


def test_a_card_says_whose_it_is_and_how_long_it_is_good() -> None:
    sheet = card_sheet(SEASON, ISSUER, english)
    assert pairs(sheet) == {
        "Holder": "Jana Nováková",
        "Valid from": "2026-11-20 13:00",
        "Valid until": "2026-12-20 13:00",
        "Plate": "B AB 123",
    }
    assert words(sheet) == [
        "Garage Central",
        "Season pass",
        "7H2-K9M-4QX",
        "Hold this code to the reader when you drive in and out.",
    ]
    assert Qr(PAYLOAD) in sheet


def test_a_value_pass_says_what_is_on_it() -> None:
    found = pairs(card_sheet(WALLET, ISSUER, english))
    assert found["Stored money"] == "€43.50"
    assert "Plate" not in found


def test_a_multi_entry_pass_says_how_often_it_opens() -> None:
    ten = replace(SEASON, kind=PassKind.MULTI_ENTRY, entries_left=10)
    sheet = card_sheet(ten, ISSUER, english)
    assert pairs(sheet)["Entries left"] == "10"
    assert "Multi-entry pass" in words(sheet)


def test_a_sale_is_a_receipt_with_tax_and_approval() -> None:
    sheet = sale_sheet(SALE, ISSUER, english)
    assert words(sheet) == ["Garage Central", *ISSUER.supplier, "Pass sold"]
    assert pairs(sheet) == {
        "Receipt": "B1-000044",
        "Date": "2026-11-20 13:00",
        "Season pass": "€89.00",
        "Total": "€89.00",
        "Net": "€74.79",
        "VAT 19 %": "€14.21",
        "Card": "€89.00",
        "Approval": "A00018",
        "Pass": "7H2-K9M-4QX",
        "Holder": "Jana Nováková",
        "Valid from": "2026-11-20 13:00",
        "Valid until": "2026-12-20 13:00",
        "Plate": "B AB 123",
        "Booth": "Booth 1",
    }


@pytest.mark.parametrize(("what", "words_"), [("sale", "Pass sold"), ("renewal", "Pass renewed")])
def test_a_receipt_says_what_was_sold(what: str, words_: str) -> None:
    assert words_ in words(sale_sheet(replace(SALE, what=what), ISSUER, english))


def test_a_top_up_has_no_tax_and_says_what_is_stored_now() -> None:
    top_up = replace(SALE, pass_=WALLET, what="top_up", price=euros(2000), taxes=())
    sheet = sale_sheet(top_up, ISSUER, english)
    found = pairs(sheet)
    assert (found["Value pass"], found["Stored money"]) == ("€20.00", "€43.50")
    assert "Net" not in found
    assert "Pass topped up" in words(sheet)


def test_a_reprint_is_marked() -> None:
    copy = sale_sheet(replace(SALE, copy=True), ISSUER, english)
    assert copy == (Heading("COPY"), *sale_sheet(SALE, ISSUER, english))
