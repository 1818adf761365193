"""What a lane asks is found by an index, however many years of rows the file holds."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from kiosk.store.store import Store
from kiosk.store.unit import Transaction

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
}
WHOLE = ("(facility_id=?)", "(facility_id=? AND origin=?)")
"""How SQLite says that a search looks at every row, or at every fact of a booth."""
SMALL = "uq_payment_attempts_one_open"
"""An index of nothing but payments under way: all of it is little."""


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_of_a_lane_reads_a_whole_table(sqlite_store: Store, question: str) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, text: str, values: object, *_: object) -> None:
        asked.append((text, values))

    event.listen(sqlite_store.engines.reader, "before_cursor_execute", note)
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
                whole = step.endswith(WHOLE) and SMALL not in step
                assert not whole or "LIMIT" in text, (text, plan)
