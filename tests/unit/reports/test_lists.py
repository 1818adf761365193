"""The columns of every list an owner takes out."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.payment import Method
from kiosk.reports.export import Export, write_csv, write_xlsx
from kiosk.reports.lists import (
    CASH,
    EXCEPTIONS_LIST,
    PAYMENTS,
    REFUNDS,
    SESSIONS,
    Z_REPORTS,
    CashRow,
    ExceptionRow,
    PaymentRow,
    RefundRow,
    SessionRow,
    ZRow,
)
from tests.support.money_papers import euros
from tests.support.paper import NOON, english

PAYMENT = PaymentRow(
    NOON, "B1-42", "s1", "4K72MX9", Method.CASH, euros(1500), "", euros(2000), euros(500), "exit-1"
)
REFUND = RefundRow(
    NOON, "B1-43", "B1-42", "s1", "4K72MX9", Method.CARD, euros(500), "void", "=evil()", z=7
)
SESSION = SessionRow("s1", "4K72MX9", "ticket", "car", NOON, None, "active", "day 3", euros(1500))
DROP = CashRow(NOON, "shift-1", "Maria", "drop", euros(-10000), reason="Safe")
TAKEN = ZRow(
    *("booth-1", 42, NOON, "shift-1", "Maria", 142, euros(111010), 2, euros(1400)),
    *(euros(128435010), 48213, 12, "9f2c"),
)
OPENED = ExceptionRow(NOON, "lane.manual_opened", "help", "maria", lane="exit-1")

LISTS: list[tuple[Export[Any], object, dict[str, str]]] = [
    (
        PAYMENTS,
        PAYMENT,
        {
            "paid_at": "2026-11-20T12:00:00Z",
            "receipt": "B1-42",
            "ticket": "4K72MX9",
            "method": "cash",
            "amount": "15.00",
            "currency": "EUR",
            "tendered": "20.00",
            "change": "5.00",
            "reference": "",
            "lane": "exit-1",
            "shift": "",
            "z": "",
            "session": "s1",
        },
    ),
    (
        REFUNDS,
        REFUND,
        {
            "refunded_at": "2026-11-20T12:00:00Z",
            "correction": "B1-43",
            "corrects": "B1-42",
            "ticket": "4K72MX9",
            "method": "card",
            "amount": "5.00",
            "currency": "EUR",
            "cause": "void",
            "reason": "'=evil()",
            "reference": "",
            "second_person": "",
            "shift": "",
            "z": "7",
            "session": "s1",
        },
    ),
    (
        SESSIONS,
        SESSION,
        {
            "entered_at": "2026-11-20T12:00:00Z",
            "left_at": "",
            "ticket": "4K72MX9",
            "admittance": "ticket",
            "vehicle_class": "car",
            "tariff": "day 3",
            "state": "active",
            "paid": "15.00",
            "currency": "EUR",
            "session": "s1",
        },
    ),
    (
        CASH,
        DROP,
        {
            "moved_at": "2026-11-20T12:00:00Z",
            "cause": "drop",
            "amount": "-100.00",
            "currency": "EUR",
            "attendant": "Maria",
            "second_person": "",
            "reason": "Safe",
            "reference": "",
            "shift": "shift-1",
        },
    ),
    (
        Z_REPORTS,
        TAKEN,
        {
            "device": "booth-1",
            "number": "42",
            "taken_at": "2026-11-20T12:00:00Z",
            "attendant": "Maria",
            "payments": "142",
            "gross": "1110.10",
            "refunds": "2",
            "refunded": "14.00",
            "net": "1096.10",
            "perpetual": "1284350.10",
            "currency": "EUR",
            "upto_seq": "48213",
            "unsent": "12",
            "head": "9f2c",
            "shift": "shift-1",
        },
    ),
    (
        EXCEPTIONS_LIST,
        OPENED,
        {
            "occurred_at": "2026-11-20T12:00:00Z",
            "cause": "lane.manual_opened",
            "detail": "help",
            "amount": "",
            "currency": "",
            "actor": "maria",
            "lane": "exit-1",
            "session": "",
            "closed_at": "",
            "closed_by": "",
            "note": "",
        },
    ),
]


@pytest.mark.parametrize(("export", "row", "cells"), LISTS)
def test_a_row_reads(export: Export[Any], row: object, cells: dict[str, str]) -> None:
    target = io.BytesIO()
    write_csv(export, [row], target)
    text = target.getvalue().decode("utf-8-sig")
    assert list(csv.DictReader(io.StringIO(text, newline=""))) == [cells]


def test_an_exception_about_nothing_in_money_still_has_its_currency() -> None:
    target = io.BytesIO()
    write_csv(EXCEPTIONS_LIST, [replace(OPENED, amount=euros(0))], target)
    assert b",0.00,EUR,maria," in target.getvalue()


@pytest.mark.parametrize(("export", "row", "cells"), LISTS)
def test_every_list_makes_a_workbook(
    export: Export[Any], row: object, cells: dict[str, str]
) -> None:
    target = io.BytesIO()
    zone = ZoneInfo("Europe/Berlin")
    assert write_xlsx(export, [row], target, english, zone, NOON + timedelta(1)) == 1
    assert target.getvalue()[:2] == b"PK"
    assert len({column.heading.template for column in export.columns}) == len(cells)
