"""What a lane asks is found by an index, however many years of rows the file holds."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from kiosk.store.store import Store
from kiosk.store.unit import Transaction
from tests.support.stores import NOW

QUESTIONS: dict[str, Callable[[Transaction], object]] = {
    "session": lambda unit: unit.sessions.find("s1"),
    "session by code": lambda unit: unit.sessions.by_code("K1"),
    "ticket": lambda unit: unit.tickets.find("K1"),
    "next ticket": lambda unit: unit.tickets.next_number("entry-1"),
    "paid": lambda unit: unit.payments.paid("s1"),
    "payments": lambda unit: unit.payments.of_session("s1"),
    "attempt": lambda unit: unit.payments.attempt("a1"),
    "open attempts": lambda unit: unit.payments.open_attempts("s1"),
    "booking": lambda unit: unit.bookings.by_code("BOOK1"),
    "unfinished step": lambda unit: unit.lanes.open_step("entry-1"),
    "head": lambda unit: unit.journal.head(),
    "facts since": lambda unit: unit.journal.since("booth-1", 1, 0, 10),
    "fact by id": lambda unit: unit.journal.with_id("event-1"),
    "exceptions": lambda unit: unit.exceptions.open(10),
    "refunds of a stay": lambda unit: unit.refunds.of_session("s1"),
    "refunds of a payment": lambda unit: unit.refunds.refunded_minor("a2"),
    "open refunds": lambda unit: unit.refunds.open(),
    "orphans": lambda unit: unit.refunds.orphans(),
    "adjustments": lambda unit: unit.adjustments.of_session("s1"),
    "debt": lambda unit: unit.debts.find("s2"),
    "open debts": lambda unit: unit.debts.open(),
    "change voucher": lambda unit: unit.change_vouchers.find("v1"),
    "open change vouchers": lambda unit: unit.change_vouchers.open(),
    "cash": lambda unit: unit.drawer.moves("shift-2"),
    "expected cash": lambda unit: unit.drawer.expected("shift-2"),
    "what the next Z takes": lambda unit: unit.books.pending(),
    "last Z": lambda unit: unit.books.last_z(),
    "pass": lambda unit: unit.passes.by_code("P-p1"),
    "pass of a stay": lambda unit: unit.passes.of_session("s6"),
    "passes inside": lambda unit: unit.passes.inside("staff"),
    "validations": lambda unit: unit.validations.of_session("s1"),
    "voucher": lambda unit: unit.validations.voucher_used("cinema-1"),
    "used by a merchant": lambda unit: unit.validations.used_since("cinema", NOW),
}
WHOLE = ("(facility_id=?)", "(facility_id=? AND origin=?)")
"""How SQLite says that a search looks at every row, or at every fact of a booth."""
SMALL = ("uq_payment_attempts_one_open", "ix_refunds_open", "ix_debts_open", "vouchers_open")
"""Indexes of nothing but what is under way or still owed: all of it is little."""


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_of_a_lane_reads_a_whole_table(sqlite_store: Store, question: str) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, text: str, values: object, *_: object) -> None:
        asked.append((text, values))

    event.listen(sqlite_store.engines.reader.engine, "before_cursor_execute", note)
    with sqlite_store.read() as unit:
        driver = unit._scope.connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(lambda text: asked.append((text, ())))
        QUESTIONS[question](unit)
        driver.set_trace_callback(None)
        reads = [each for each in asked if each[0].startswith("SELECT")]
        assert reads
        for text, values in reads:
            plan = [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {text}", values)]
            for step in plan:
                assert not step.startswith("SCAN"), (text, plan)
                whole = step.endswith(WHOLE) and not any(name in step for name in SMALL)
                assert not whole or "LIMIT" in text, (text, plan)
