"""What stands on each paper."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.ticket import spoken_code
from kiosk.reports.documents import (
    debt_sheet,
    pass_sheet,
    receipt_sheet,
    ticket_sheet,
)
from kiosk.reports.sheet import Heading, Pair, Qr, Sheet, ShortCode, Table, Words
from tests.support.money_papers import SPLIT, taxed
from tests.support.paper import (
    DEBT,
    ISSUER,
    NOON,
    PAID_STAY,
    PAYLOAD,
    QUOTE,
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


def test_a_tariff_with_several_rates_shows_them_in_a_table() -> None:
    quote = replace(QUOTE, taxes=(taxed(1900, 1000, 190), taxed(700, 290, 20)))
    sheet = receipt_sheet(replace(RECEIPT, quote=quote), ISSUER, english)
    assert [row for row in sheet if isinstance(row, Table)] == [
        Table(
            "VAT",
            (("19 %", "€10.00", "€1.90", "€11.90"), ("7 %", "€2.90", "€0.20", "€3.10")),
            ("Net", "Tax", "Gross"),
            ("Total", "€12.90", "€2.10", "€15.00"),
        )
    ]
    assert "Net" not in pairs(sheet)


def test_a_rate_goes_by_the_name_the_tariff_gives_it() -> None:
    quote = replace(QUOTE, taxes=(taxed(1000, 1364, 136, "GST"),))
    assert pairs(receipt_sheet(replace(RECEIPT, quote=quote), ISSUER, english))["GST 10 %"] == (
        "€1.36"
    )


def test_several_payments_stand_on_one_receipt_each_in_its_own_way() -> None:
    rows = [row for row in receipt_sheet(SPLIT, ISSUER, english) if isinstance(row, Pair)]
    at = [row.label for row in rows].index("Card")
    assert [(row.label, row.value) for row in rows[at : at + 6]] == [
        ("Card", "€10.00"),
        ("Approval", "A00017"),
        ("Cash", "€10.00"),
        ("Change", "€3.00"),
        ("Change as a voucher", "€1.50"),
        ("Change not given", "€0.50"),
    ]


def test_a_change_voucher_says_its_worth_its_code_and_what_is_left_of_it() -> None:
    spent = replace(
        RECEIPT,
        method=Method.VOUCHER,
        reference="9TQ4K2M7X",
        tendered=Money(2000),
        change=None,
        change_voucher=Money(500),
    )
    found = pairs(receipt_sheet(spent, ISSUER, english))
    assert (found["Change voucher"], found["Voucher"]) == ("€20.00", "9TQ4K2M7X")
    assert found["Change as a voucher"] == "€5.00"
    assert {"Approval", "Change not given"}.isdisjoint(found)


def test_change_that_was_given_back_leaves_nothing_to_say() -> None:
    found = pairs(receipt_sheet(RECEIPT, ISSUER, english))
    assert {"Change as a voucher", "Change not given"}.isdisjoint(found)


def test_a_part_says_what_is_still_due() -> None:
    part = replace(RECEIPT, amount=Money(600), earlier=Money(400), tendered=None, change=None)
    found = pairs(receipt_sheet(part, ISSUER, english))
    assert [found[label] for label in ("Paid before", "Paid now", "Still due")] == [
        "€4.00",
        "€6.00",
        "€5.00",
    ]


def test_a_price_changed_by_hand_is_a_line_of_its_own() -> None:
    cheaper = replace(RECEIPT, adjusted=Money(-500), amount=Money(1000), tendered=None, change=None)
    found = pairs(receipt_sheet(cheaper, ISSUER, english))
    assert (found["Price changed by hand"], found["Total"]) == ("-€5.00", "€10.00")
    assert {"Paid before", "Still due"}.isdisjoint(found)


def test_a_belated_receipt_has_the_day_it_was_issued_and_the_day_it_was_paid() -> None:
    late = replace(RECEIPT, issued_at=NOON + timedelta(days=3))
    found = pairs(receipt_sheet(late, ISSUER, english))
    assert (found["Date"], found["Paid"]) == ("2026-11-23 13:00", "2026-11-20 13:00")


def test_the_receipt_of_a_debt_says_since_when_it_was_owed() -> None:
    settled = replace(RECEIPT, owed_since_at=NOON - timedelta(days=7))
    found = pairs(receipt_sheet(settled, ISSUER, english))
    assert found["Owed since"] == "2026-11-13 13:00"


@pytest.mark.parametrize(
    ("method", "label"),
    [
        (Method.WALLET, "Stored money"),
        (Method.UPI, "UPI"),
        (Method.VOUCHER, "Change voucher"),
    ],
)
def test_every_way_to_pay_has_its_name(method: Method, label: str) -> None:
    one = replace(RECEIPT, method=method, tendered=None, change=None)
    assert pairs(receipt_sheet(one, ISSUER, english))[label] == "€15.00"


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


def test_a_short_code_is_spoken_in_groups() -> None:
    codes = [spoken_code(code) for code in ("4K72MX9", "4K72MX", "")]
    assert codes == ["4K7-2MX-9", "4K7-2MX", ""]
