"""The lists an owner takes out, as both engines give them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice, pairwise

import pytest

from kiosk.domain.event import Body
from kiosk.domain.facts import payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.reports.lists import CashRow, PaymentRow, RefundRow, SessionRow, ZRow
from kiosk.store.lists import Lists
from kiosk.store.past_stays import Period
from kiosk.store.store import Store
from tests.support.money import euros
from tests.support.stores import (
    NOW,
    TEN,
    Elsewhere,
    here,
    paid,
    paying,
    record_one_of_each,
    started,
)

ALL = Period()
READERS: dict[str, Callable[[Lists, Period], Iterator[object]]] = {
    "payments": Lists.payments,
    "refunds": Lists.refunds,
    "sessions": Lists.sessions,
    "cash": Lists.cash,
    "z": Lists.z_reports,
    "exceptions": Lists.exceptions,
}


@pytest.fixture
def full(store: Store) -> Store:
    """A store in which everything happened once."""
    with store.write() as unit:
        record_one_of_each(unit)
    return store


def test_a_payment_names_its_receipt_its_ticket_and_its_z(full: Store) -> None:
    with full.read() as unit:
        rows = {row.session_id: row for row in unit.lists.payments(ALL)}
    assert rows["s1"] == PaymentRow(
        paid_at=NOW + timedelta(seconds=3500),
        receipt="booth-1-000001",
        session_id="s1",
        ticket="K1",
        method=Method.CASH,
        amount=TEN,
        reference="auth 123",
        tendered=euros(20),
        change=TEN,
        shift_id="shift-1",
        z=1,
    )
    assert rows["p1"].ticket == "", "a pass was paid, not a stay"
    assert (rows["p1"].receipt, rows["p1"].z) == ("", None)


def test_only_refunds_that_went_back_are_listed_with_what_they_correct(full: Store) -> None:
    with full.read() as unit:
        (row,) = unit.lists.refunds(ALL)
    assert row == RefundRow(
        refunded_at=NOW + timedelta(seconds=5000),
        correction="booth-1-000002",
        corrects="booth-1-000001",
        session_id="s1",
        ticket="K1",
        method=Method.CARD,
        amount=euros(3),
        cause="refund",
        reason="broken lift",
        reference="ref 9",
        second_person="olga",
        shift_id="shift-2",
    )


def test_a_stay_shows_what_is_left_of_its_payments(full: Store) -> None:
    with full.read() as unit:
        rows = {row.session_id: row for row in unit.lists.sessions(ALL)}
    assert rows["s1"] == SessionRow(
        session_id="s1",
        ticket="K1",
        admittance="ticket",
        vehicle_class="car",
        entered_at=NOW,
        left_at=NOW + timedelta(hours=1),
        state="ended",
        tariff="standard 1",
        paid=euros(7),
    )
    assert rows["s5"].paid == Money(0)


def test_cash_z_and_exceptions_name_people_not_their_ids(full: Store) -> None:
    with full.read() as unit:
        moves = list(unit.lists.cash(ALL))
        (z,) = unit.lists.z_reports(ALL)
        opened = [row for row in unit.lists.exceptions(ALL) if row.cause == "lane.manual_opened"]
    at = NOW + timedelta(seconds=5100)
    milk = CashRow(at, "shift-2", "Anna", "paid_out", -euros(5), "", "milk", "olga")
    assert milk in moves
    assert z == ZRow(
        *("booth-1", 1, at, "shift-1", "Anna", 2, euros(20), 0, Money(0), euros(20), 40, 5),
        head="ab" * 32,
    )
    assert [(row.actor, row.detail, row.closed_by, row.note) for row in opened] == [
        ("Anna", "delivery", "olga", "a parcel")
    ]


@pytest.mark.parametrize("name", READERS)
def test_a_period_is_half_open_and_its_parts_are_the_whole(full: Store, name: str) -> None:
    cuts = [None, *(NOW + timedelta(seconds=n) for n in (-3600, 0, 60, 3500, 5000, 5100)), None]
    with full.read() as unit:
        whole = list(READERS[name](unit.lists, ALL))
        parts = [
            row
            for since, until in pairwise(cuts)
            for row in READERS[name](unit.lists, Period(since, until))
        ]
    assert whole
    assert parts == whole


def test_rows_are_read_as_they_are_asked_for(store: Store) -> None:
    with store.write() as unit:
        for number in range(1_200):
            name = f"s{number}"
            unit.record(started(name), here("entry-1", name))
    with store.read() as unit:
        walk = unit.lists.sessions(ALL)
        assert len(list(islice(walk, 3))) == 3
        assert sum(1 for _ in unit.lists.sessions(ALL)) == 1_200


def test_two_booths_receipts_with_one_number_stay_apart(store: Store) -> None:
    def sale(name: str) -> list[Body]:
        return [
            started(name),
            stays.SessionActivated(name),
            paying(f"a-{name}", name),
            paid(f"a-{name}", name),
            payments.ReceiptIssued(7, name, f"a-{name}"),
        ]

    other = Elsewhere("booth-2")
    with store.write() as unit:
        for body in sale("here"):
            unit.record(body, here("exit-1", "here"))
        for body in sale("there"):
            unit.receive(other.seal(body, here("exit-9", "there", after=1)), NOW)
    with store.read() as unit:
        receipts = [row.receipt for row in unit.lists.payments(ALL)]
    assert receipts == ["booth-1-000007", "booth-2-000007"]
