"""The books: every movement of money goes into exactly one Z, and the drawer adds up."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.event import Body
from kiosk.domain.facts import booth, cash, payments
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.store.books import Books, ItemKind
from kiosk.store.shifts import Takings
from kiosk.store.store import Store
from kiosk.store.trouble import Contradicted
from kiosk.store.verify import verify
from tests.support.money import euros, issued_change, refunded, refunding, z_taken
from tests.support.stores import (
    NOW,
    TEN,
    Elsewhere,
    here,
    open_store,
    paid,
    paying,
    record,
    started,
)

# --- Z reports


def take_z(store: Store, shift: str | None = None) -> None:
    """End the period as a till does: figures and report in one transaction."""
    with store.write() as unit:
        moved, last = unit.books.pending(), unit.books.last_z()
        gross, back = moved.gross.minor, moved.refunded.minor
        unit.record(
            cash.ZTaken(
                number=last.number + 1 if last else 1,
                shift_id=shift,
                upto_seq=unit.journal.head().seq,
                currency="EUR",
                gross_minor=gross,
                refunded_minor=back,
                perpetual_minor=(last.perpetual.minor if last else 0) + gross - back,
                payments=moved.payment_count,
                refunds=moved.refund_count,
                unsent=0,
                head=unit.journal.head().hash.hex(),
            ),
            here(actor="anna"),
        )


def test_a_z_takes_what_moved_since_the_last_one(store: Store) -> None:
    record(store, paying("a1", "s1"), paid("a1", "s1"), paying("a2", "s2"), paid("a2", "s2", "x"))
    take_z(store)
    record(store, refunding("r1", "a1", euros(4)), refunded("r1", "a1", euros(4)))
    with store.read() as unit:
        books = unit.books
        moved = books.pending()
        assert [(each.kind, each.item_id) for each in books.pending_items()] == [
            (ItemKind.REFUND, "r1")
        ]
    assert (moved.payments, moved.refunds) == ((), (Takings(Method.CARD, euros(4), 1),))
    take_z(store)
    with store.read() as unit:
        first, second = unit.books.z(1), unit.books.last_z()
        assert unit.books.recent(5) == (second, first)
        assert unit.books.recent(1) == (second,)
        assert {each.item_id for each in unit.books.items(1)} == {"a1", "a2"}
        assert unit.books.moved(2) == moved
    assert first is not None
    assert second is not None
    assert (first.gross, first.payments, first.perpetual) == (euros(20), 2, euros(20))
    assert (second.number, second.refunded, second.perpetual) == (2, euros(4), euros(16))
    assert verify(store) == []


def test_an_orphan_is_money_that_came_in(store: Store) -> None:
    record(
        store,
        paying("a1", "s1"),
        payments.PaymentFailed("a1", "s1", "cancelled"),
        payments.PaymentOrphaned("a1", "s1", TEN),
    )
    with store.read() as unit:
        moved = unit.books.pending()
    assert moved.orphans == (Takings(Method.CARD, TEN, 1),)
    assert (moved.gross, moved.payment_count) == (TEN, 1)


def test_a_number_is_used_once(store: Store) -> None:
    record(store, z_taken(1))
    with pytest.raises(Contradicted):
        record(store, z_taken(1))


def test_a_journal_that_begins_anew_counts_its_own_z_reports(database: str) -> None:
    store = open_store(database)
    record(store, paying("a1", "s1"), paid("a1", "s1"))
    take_z(store)
    store.close()
    anew = open_store(database, epoch=2)
    with anew.read() as unit:
        assert unit.books.last_z() is None
    record(anew, paying("a2", "s2"), paid("a2", "s2"))
    take_z(anew)
    with anew.read() as unit:
        assert [each.item_id for each in unit.books.items(1)] == ["a2"]
    assert verify(anew) == []
    anew.close()


DAYS = st.lists(st.sampled_from(["one", "two", "back", "orphan", "z one", "z two"]), max_size=30)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=DAYS)
def test_every_movement_of_every_device_is_in_exactly_one_z(
    day: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Two booths record, the centre hears of both: it has the same books as each."""
    folder = tmp_path_factory.mktemp("books")
    booths = {name: open_store(folder / f"{name}.db", name) for name in ("one", "two")}
    numbers = count(1)
    for word in day:
        number = next(numbers)
        attempt, store = f"a{number}", booths["two" if "two" in word else "one"]
        start = (paying(attempt, f"s{number}"),)
        facts: dict[str, tuple[Body, ...]] = {
            "one": (*start, paid(attempt, f"s{number}")),
            "two": (*start, paid(attempt, f"s{number}")),
            "back": (
                *start,
                paid(attempt, f"s{number}"),
                refunding(f"r{number}", attempt, euros(4)),
                refunded(f"r{number}", attempt, euros(4)),
            ),
            "orphan": (
                *start,
                payments.PaymentFailed(attempt, f"s{number}", "cancelled"),
                payments.PaymentOrphaned(attempt, f"s{number}", TEN),
            ),
        }
        if word in facts:
            record(store, *facts[word])
        else:
            take_z(store)
    for store in booths.values():
        take_z(store)
    centre = open_store(folder / "centre.db", "centre")
    for name, store in booths.items():
        with store.read() as unit:
            facts_of_it = unit.journal.since(name, 1, 0, 10_000)
        with centre.write() as unit:
            for fact in facts_of_it:
                assert unit.receive(fact, NOW).reason == ""
    for name, store in booths.items():
        check_books(store, centre, name)
        store.close()
    centre.close()


def check_books(store: Store, centre: Store, name: str) -> None:
    with store.read() as unit, centre.read() as there:
        reports = unit.books.recent(1000)
        assert unit.books.pending_items() == ()
        items = [item for z in reports for item in unit.books.items(z.number)]
        assert len({(item.kind, item.item_id) for item in items}) == len(items)
        known = Books(replace(there._scope, own=store.identity))
        assert known.recent(1000) == reports
        for z in reports:
            moved = unit.books.moved(z.number)
            assert (moved.gross, moved.refunded) == (z.gross, z.refunded)
            assert (moved.payment_count, moved.refund_count) == (z.payments, z.refunds)
            assert known.items(z.number) == unit.books.items(z.number)
        signed = sum(
            -item.amount.minor if item.kind is ItemKind.REFUND else item.amount.minor
            for item in items
        )
        assert reports[0].perpetual.minor == signed
        assert there.payments.takings(name) == unit.payments.takings(name)


# --- corrections


def test_a_correction_takes_the_next_number_of_the_receipts(store: Store) -> None:
    record(store, paying("a1", "s1"), paid("a1", "s1"), payments.ReceiptIssued(1, "s1", "a1"))
    record(store, refunding("r1", "a1"), refunded("r1", "a1"))
    with store.read() as unit:
        number = unit.payments.next_receipt_number()
    record(store, payments.CorrectionIssued(number, 1, "s1", "r1"))
    with store.read() as unit:
        correction = unit.payments.correction("r1")
        assert unit.payments.receipt_number("a1") == 1
        assert unit.payments.next_receipt_number() == 3
        assert unit.payments.document(2) == correction
        receipt = unit.payments.document(1)
    assert correction is not None
    assert receipt is not None
    assert (correction.kind, correction.corrects) == ("correction", 1)
    assert (receipt.kind, receipt.attempt_id) == ("receipt", "a1")


# --- the drawer


def moved(cause: str, amount: Money, pieces: Pieces = (), reference: str = "") -> Body:
    return cash.CashMoved("shift-1", cause, amount, pieces, reference)


def open_shift(store: Store) -> None:
    record(store, booth.ShiftOpened("shift-1", "anna", euros(50)))


def test_the_drawer_must_hold_the_sum_of_its_movements(store: Store) -> None:
    open_shift(store)
    record(
        store,
        moved("float", euros(50), ((1000, 5),)),
        paying("a1", "s1"),
        paid("a1", "s1", "shift-1"),
        moved("sale", TEN, ((2000, 1), (1000, -1)), "a1"),
        moved("drop", -euros(20), ((2000, -1),)),
    )
    with store.read() as unit:
        assert unit.drawer.expected("shift-1") == euros(40)
        assert unit.drawer.pieces("shift-1") == {1000: 4}
        assert [each.cause for each in unit.drawer.moves("shift-1")] == ["float", "sale", "drop"]
        figures = unit.shifts.figures("shift-1")
    assert figures is not None
    assert figures.expected == euros(40)


def test_pieces_are_not_known_once_nobody_counted_them(store: Store) -> None:
    open_shift(store)
    record(store, moved("float", euros(50), ((1000, 5),)))
    record(store, moved("sale", euros(3), (), "a1"), moved("sale", euros(2), ((200, 1),), "a2"))
    with store.read() as unit:
        assert unit.drawer.pieces("shift-1") == {}
        assert unit.drawer.pieces("no such shift") == {}


def test_a_shift_of_before_counts_its_float_and_its_cash(store: Store) -> None:
    """It was open while the program was upgraded: one payment has no movement, one has."""
    open_shift(store)
    record(store, paying("a1", "s1"), paid("a1", "s1", "shift-1"))
    with store.read() as unit:
        assert unit.drawer.expected("shift-1") == euros(60)
    record(store, paying("a2", "s2"), paid("a2", "s2", "shift-1"), moved("sale", TEN, (), "a2"))
    with store.read() as unit:
        assert unit.drawer.expected("shift-1") == euros(70)


def test_refunds_of_a_shift_are_beside_what_it_took(store: Store) -> None:
    open_shift(store)
    record(store, moved("float", euros(50)), paying("a1", "s1"), paid("a1", "s1", "shift-1"))
    record(store, moved("sale", TEN, (), "a1"), refunding("r1", "a1", euros(4)))
    record(store, refunded("r1", "a1", euros(4), "shift-1"), moved("refund", -euros(4)))
    with store.read() as unit:
        figures = unit.shifts.figures("shift-1")
    assert figures is not None
    assert figures.takings == (Takings(Method.CASH, TEN, 1),)
    assert figures.refunds == (Takings(Method.CARD, euros(4), 1),)
    assert figures.expected == euros(56)


def test_a_count_is_kept_with_what_was_expected(store: Store) -> None:
    open_shift(store)
    over = cash.DrawerCounted(
        "shift-1", euros(51), euros(50), euros(1), ((5000, 1), (100, 1)), "olga"
    )
    record(store, over)
    with store.read() as unit:
        (counted,) = unit.drawer.counts("shift-1")
        (exception,) = unit.exceptions.open()
    assert (counted.over_short, counted.pieces) == (euros(1), ((5000, 1), (100, 1)))
    assert (exception.cause, exception.amount) == ("shift.drawer_counted", euros(1))


# --- change vouchers and debts


def test_a_change_voucher_comes_back_once(store: Store) -> None:
    record(store, issued_change("v1"))
    with store.read() as unit:
        voucher = unit.change_vouchers.find("v1")
        assert unit.change_vouchers.open() == unit.change_vouchers.of_session("s1") == (voucher,)
    record(store, cash.ChangeVoucherRedeemed("v1", TEN, "a9"))
    for attempt in ("a9", ""):
        with pytest.raises(Contradicted):
            record(store, cash.ChangeVoucherRedeemed("v1", TEN, attempt))
    with store.read() as unit:
        voucher = unit.change_vouchers.find("v1")
        assert unit.change_vouchers.open() == ()
    assert voucher is not None
    assert (voucher.redeemed, voucher.redeemed_by, voucher.redeemed_at) == (TEN, "a9", NOW)


def test_a_voucher_that_came_back_elsewhere_first_is_known_once_it_is_heard_of(
    store: Store,
) -> None:
    issuer, other, third = Elsewhere("booth-2"), Elsewhere("booth-3"), Elsewhere("booth-4")
    with store.write() as unit:
        first = unit.receive(other.seal(cash.ChangeVoucherRedeemed("v1", TEN)), NOW)
        unit.receive(issuer.seal(issued_change("v1")), NOW)
        twice = unit.receive(third.seal(cash.ChangeVoucherRedeemed("v1", TEN)), NOW)
        assert unit.change_vouchers.open() == ()
    assert (first.reason, twice.reason) == ("waiting", "not_applied")
    assert verify(store) == []


def test_a_debt_is_settled_in_parts_and_never_beyond(store: Store) -> None:
    record(store, payments.AmountOwed("s1", TEN, "iou", "no money"))
    record(store, payments.DebtSettled("s1", euros(4), "a1"))
    with store.read() as unit:
        (debt,) = unit.debts.open()
    assert (debt.left, debt.amount, debt.attempt_id) == (euros(6), TEN, "a1")
    with pytest.raises(Contradicted):
        record(store, payments.DebtSettled("s1", euros(7), "a2"))
    record(store, payments.DebtSettled("s1", euros(6), "", "forgiven"))
    with store.read() as unit:
        assert unit.debts.open() == ()
        settled = unit.debts.find("s1")
    assert settled is not None
    assert (settled.left, settled.settled_at) == (euros(0), NOW)


def test_a_car_that_leaves_again_owes_what_it_owes_then(store: Store) -> None:
    with store.write() as unit:
        unit.record(payments.AmountOwed("s1", TEN, "iou"), here())
        unit.record(payments.DebtSettled("s1", TEN, "a1"), here())
        unit.record(payments.AmountOwed("s1", euros(3), "released"), here(after=60))
    with store.read() as unit:
        (debt,) = unit.debts.open()
        assert unit.debts.find("s2") is None
    assert (debt.left, debt.cause) == (euros(3), "released")
    assert debt.owed_at == NOW + timedelta(minutes=1)
    assert debt.settled_at is None


def test_what_an_auditor_must_see_is_on_the_list(store: Store) -> None:
    record(
        store,
        started("s1"),
        paying("a1", "s1"),
        paid("a1", "s1"),
        payments.FeeAdjusted("x1", "s1", -euros(3), "waited", "olga"),
        replace(refunding("r1", "a1"), cause="void"),
        payments.RefundUnknown("r1", "a1", "s1"),
        payments.RefundFailed("r1", "a1", "s1", "declined"),
        payments.AmountOwed("s1", TEN, "iou"),
        payments.DebtSettled("s1", TEN, "", "forgiven"),
        moved("float", euros(50)),
        replace(moved("paid_out", -euros(5)), reason="milk"),
        moved("drop", -euros(20)),
    )
    with store.read() as unit:
        listed = {each.cause: (each.detail, each.amount) for each in unit.exceptions.open()}
    assert listed == {
        "payment.fee_adjusted": ("waited", -euros(3)),
        "payment.refund_started": ("void: broken lift", TEN),
        "payment.refund_unknown": ("", None),
        "payment.refund_failed": ("declined", None),
        "payment.owed": ("iou", TEN),
        "payment.debt_settled": ("forgiven", TEN),
        "shift.cash_moved": ("milk", -euros(5)),
    }
