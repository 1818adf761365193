"""Guards: whoever holds the connection, what happened is not changed."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kiosk.domain.facts.booth import ShiftClosed
from kiosk.store.store import Store
from kiosk.store.trouble import Contradicted, StoreTrouble
from tests.support.stores import TEN, open_store, record, record_one_of_each

KEPT = (
    "adjustments",
    "cash_moves",
    "change_vouchers",
    "drawer_counts",
    "pass_sales",
    "refunds",
    "validations",
    "z_items",
    "z_reports",
)


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
        "UPDATE adjustments SET amount_minor = 0",
        "UPDATE cash_moves SET amount_minor = 0",
        "UPDATE drawer_counts SET over_short_minor = 0",
        "UPDATE z_reports SET perpetual_minor = 0",
        "UPDATE pass_sales SET price_minor = 0",
        "UPDATE refunds SET amount_minor = 1 WHERE state = 'unknown'",
        "UPDATE refunds SET second_person = NULL WHERE state = 'unknown'",
        "UPDATE refunds SET state = 'failed' WHERE state = 'succeeded'",
        "UPDATE refunds SET state = 'open' WHERE state = 'failed'",
        "UPDATE refunds SET reference = 'another' WHERE state = 'succeeded'",
        "UPDATE refunds SET shift_id = NULL WHERE state = 'succeeded'",
        "UPDATE z_items SET amount_minor = 1 WHERE number IS NULL",
        "UPDATE z_items SET number = 2 WHERE number = 1",
        "UPDATE z_items SET number = NULL WHERE number = 1",
        "UPDATE change_vouchers SET amount_minor = 1 WHERE redeemed_ms IS NULL",
        "UPDATE change_vouchers SET redeemed_ms = 1 WHERE redeemed_ms IS NOT NULL",
        "UPDATE change_vouchers SET redeemed_ms = NULL WHERE redeemed_ms IS NOT NULL",
        "UPDATE change_vouchers SET redeemed_minor = amount_minor + 1 WHERE redeemed_ms IS NULL",
        "UPDATE validations SET voucher = NULL",
        "UPDATE validations SET voucher = 'cinema-1'",
        "UPDATE passes SET balance_minor = -1",
        "UPDATE passes SET entries_left = -1",
        "UPDATE debts SET settled_minor = amount_minor + 1",
        *(f"DELETE FROM {table}" for table in KEPT),
    ],
)
def test_the_database_refuses(store: Store, statement: str) -> None:
    with store.write() as unit:
        record_one_of_each(unit)
    with pytest.raises(IntegrityError), store.engines.writer.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("table", ["journal", "payments", "receipts", "shifts", *KEPT])
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
