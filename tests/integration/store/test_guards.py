"""Guards: whoever holds the connection, what happened is not changed."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kiosk.domain.facts.booth import ShiftClosed
from kiosk.store.store import Store
from kiosk.store.trouble import Contradicted, StoreTrouble
from tests.support.stores import TEN, open_store, record, record_one_of_each


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET actor = 'nobody' WHERE seq = 1",
        "DELETE FROM journal WHERE seq = 1",
        "UPDATE payments SET amount_minor = 0",
        "DELETE FROM payments",
        "UPDATE receipts SET number = 2",
        "DELETE FROM receipts",
        "DELETE FROM shifts",
        "UPDATE shifts SET counted_minor = 0 WHERE closed_ms IS NOT NULL",
    ],
)
def test_the_database_refuses(store: Store, statement: str) -> None:
    with store.write() as unit:
        record_one_of_each(unit)
    with pytest.raises(IntegrityError), store.engines.writer.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("table", ["journal", "payments", "receipts", "shifts"])
def test_a_server_does_not_truncate_either(postgres_url: str, table: str) -> None:
    store = open_store(postgres_url)
    with pytest.raises(IntegrityError), store.engines.writer.begin() as connection:
        connection.execute(text(f"TRUNCATE {table}"))
    store.close()


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(StoreTrouble, match=r"cannot be written|read-only"), store.read() as unit:
        unit.local.set("heartbeat", "now")


def test_a_closed_shift_is_not_closed_again(store: Store) -> None:
    with store.write() as unit:
        record_one_of_each(unit)
    with pytest.raises(Contradicted):
        record(store, ShiftClosed("shift-1", TEN))
