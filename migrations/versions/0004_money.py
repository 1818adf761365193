"""The tables of money: giving back, the drawer, passes, validations, Z reports.

Those of a booth that has worked already are filled from its journal, as a rebuild would fill them.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BATCH = 1000


def upgrade() -> None:
    """Add the tables and what they already hold."""
    _new_columns()
    _giving_back()
    _debts_and_vouchers()
    _drawer()
    _books()
    _passes()
    _pass_movements()
    _validations()
    _fill()


def _new_columns() -> None:
    op.add_column("sessions", sa.Column("occupancy_percent", sa.BigInteger))
    op.add_column("sessions", sa.Column("continues", sa.String))
    kind = sa.Column("kind", sa.String, nullable=False, server_default="receipt")
    op.add_column("receipts", kind)
    op.add_column("receipts", sa.Column("corrects", sa.BigInteger))
    op.add_column("receipts", sa.Column("refund_id", sa.String))
    _index("receipts", "attempt_id")


def _giving_back() -> None:
    _table(
        "refunds",
        ("refund_id",),
        _words("origin", "attempt_id", "session_id", "lane_id", "method"),
        [_number("amount_minor")],
        _words("currency", "cause", "reason"),
        [_word_or_null("second_person"), _word("actor"), _number("started_ms"), _word("state")],
        [_number_or_null("settled_ms"), _word("reference"), _word("failure")],
        [_word_or_null("shift_id")],
        [_check("refunds", "gives", "amount_minor > 0")],
    )
    _index("refunds", "attempt_id")
    _index("refunds", "session_id")
    _index("refunds", "shift_id")
    _partial_index("ix_refunds_open", "refunds", "started_ms", "state IN ('open', 'unknown')")
    _table(
        "adjustments",
        ("adjustment_id",),
        [_word("origin"), _word("session_id"), _number("amount_minor")],
        [_word("currency"), _word("reason"), _word_or_null("second_person")],
        [_word("actor"), _number("adjusted_ms")],
    )
    _index("adjustments", "session_id")
    _index("adjustments", "adjusted_ms")


def _debts_and_vouchers() -> None:
    _table(
        "debts",
        ("session_id",),
        [_number("amount_minor")],
        _words("currency", "cause", "reason", "actor"),
        [_number("owed_ms"), _number("settled_minor"), _number_or_null("settled_ms")],
        [_word("attempt_id")],
        [_check("debts", "settles", "settled_minor BETWEEN 0 AND amount_minor")],
    )
    _partial_index("ix_debts_open", "debts", "owed_ms", "settled_minor < amount_minor")
    _table(
        "change_vouchers",
        ("voucher_id",),
        _words("origin", "session_id", "attempt_id"),
        [_number("amount_minor"), _word("currency"), _number("issued_ms"), _number("expires_ms")],
        [_word("payload"), _number_or_null("redeemed_ms"), _number_or_null("redeemed_minor")],
        [_word("redeemed_by")],
        [_check("change_vouchers", "redeems", "redeemed_minor BETWEEN 0 AND amount_minor")],
    )
    _index("change_vouchers", "session_id")
    _partial_index("ix_change_vouchers_open", "change_vouchers", "issued_ms", "redeemed_ms IS NULL")


def _drawer() -> None:
    _table(
        "cash_moves",
        ("event_id",),
        _words("origin", "shift_id", "cause"),
        [_number("amount_minor")],
        _words("currency", "pieces", "reference", "reason"),
        [_word_or_null("second_person"), _word("actor"), _number("moved_ms")],
    )
    _index("cash_moves", "shift_id")
    _index("cash_moves", "moved_ms")
    _table(
        "drawer_counts",
        ("event_id",),
        _words("origin", "shift_id"),
        [_number("counted_minor"), _number("expected_minor"), _number("over_short_minor")],
        _words("currency", "pieces"),
        [_word_or_null("second_person"), _word("actor"), _number("counted_ms")],
    )
    _index("drawer_counts", "shift_id")


def _books() -> None:
    op.create_table(
        "z_reports",
        _word("facility_id"),
        _word("origin"),
        _number("epoch"),
        _number("number"),
        _word_or_null("shift_id"),
        _number("upto_seq"),
        _word("currency"),
        _number("gross_minor"),
        _number("refunded_minor"),
        _number("perpetual_minor"),
        _number("payments"),
        _number("refunds"),
        _number("unsent"),
        _word("head"),
        _word("actor"),
        _number("taken_ms"),
        sa.PrimaryKeyConstraint("facility_id", "origin", "epoch", "number", name="pk_z_reports"),
        sqlite_with_rowid=False,
    )
    _table(
        "z_items",
        ("kind", "item_id"),
        [_word("origin"), _number("epoch"), _word("method"), _number("amount_minor")],
        [_word("currency"), _number("moved_ms"), _number_or_null("number")],
    )
    _index("z_items", "origin", "epoch", "number")


def _passes() -> None:
    _table(
        "pass_groups",
        ("group_id",),
        [_word("name"), _number_or_null("spaces"), _word("quota"), _word("passback")],
        [_word("zone"), _number("warn_days")],
    )
    _table(
        "passes",
        ("pass_id",),
        _words("code", "kind", "group_id", "holder", "plate", "vehicle_class"),
        [_number("issued_ms"), _number("valid_from_ms"), _number("valid_until_ms")],
        _words("payload", "state", "reason"),
        [_number("balance_minor"), _word_or_null("currency"), _number_or_null("entries_left")],
        [_check("passes", "no_overdraft", "balance_minor >= 0")],
        [_check("passes", "no_more_entries", "entries_left >= 0")],
    )
    _index("passes", "code", unique=True)
    _index("passes", "group_id")
    _index("passes", "valid_until_ms")


def _pass_movements() -> None:
    _table(
        "pass_presence",
        ("pass_id", "zone"),
        [_word("presence"), _number("since_ms"), _word("reason")],
    )
    _table("pass_uses", ("session_id",), [_word("pass_id"), _number("used_ms"), _word("soft")])
    _index("pass_uses", "pass_id", "used_ms")
    _table(
        "pass_sales",
        ("event_id",),
        _words("origin", "pass_id", "attempt_id", "what"),
        [_number("price_minor"), _word("currency"), _word("actor"), _number("sold_ms")],
    )
    _index("pass_sales", "pass_id")
    _index("pass_sales", "sold_ms")


def _validations() -> None:
    active = sa.Column("active", sa.Boolean, nullable=False)
    _table(
        "merchants",
        ("merchant_id",),
        [_word("name"), _word("benefits"), _number_or_null("daily_count")],
        [_number_or_null("monthly_minor"), active, _number("vouchers")],
    )
    _table(
        "validations",
        ("validation_id",),
        _words("origin", "session_id", "merchant_id", "kind"),
        [_number("value"), _word("rate"), _word("source"), _word_or_null("voucher")],
        [_number("worth_minor"), _word("currency"), _word_or_null("shift_id"), _word("actor")],
        [_number("applied_ms"), _number_or_null("withdrawn_ms"), _word("reason")],
    )
    _index("validations", "session_id")
    _index("validations", "voucher", unique=True)
    _index("validations", "merchant_id", "applied_ms")
    _index("validations", "shift_id")


def _fill() -> None:
    """What the journal already says about the new tables: money that moved, and debts."""
    _insert("z_items", (_item(fact, "payment") for fact in _facts("payment.succeeded")))
    orphans: dict[object, dict[str, object]] = {}
    for fact in _facts("payment.orphaned"):  # heard twice, it is the same money
        item = _item(fact, "orphan")
        orphans.setdefault((item["facility_id"], item["item_id"]), item)
    _insert("z_items", orphans.values())
    debts = (_debt(fact) for fact in _facts("payment.owed"))  # the last one is all it owes
    _insert("debts", {(debt["facility_id"], debt["session_id"]): debt for debt in debts}.values())


_FACTS = """
SELECT facility_id, origin, epoch, body, actor, occurred_ms FROM journal
WHERE kind = :kind AND NOT EXISTS (
    SELECT 1 FROM exceptions WHERE exceptions.facility_id = journal.facility_id
    AND exceptions.event_id = journal.event_id AND exceptions.cause = 'not_applied'
)
ORDER BY facility_id, arrival
"""


def _facts(kind: str) -> Iterator[sa.Row[Any]]:
    """The facts of this kind that the tables took, as they came."""
    streaming = {"yield_per": BATCH}
    return iter(op.get_bind().execute(sa.text(_FACTS), {"kind": kind}, execution_options=streaming))


def _item(fact: sa.Row[Any], kind: str) -> dict[str, object]:
    body = json.loads(fact.body)
    return {
        "facility_id": fact.facility_id,
        "kind": kind,
        "item_id": body["attempt_id"],
        "origin": fact.origin,
        "epoch": fact.epoch,
        "method": body.get("method", "card"),  # only a terminal answers after it was given up
        "amount_minor": body["amount"]["minor"],
        "currency": body["amount"]["currency"],
        "moved_ms": fact.occurred_ms,
        "number": None,
    }


def _debt(fact: sa.Row[Any]) -> dict[str, object]:
    body = json.loads(fact.body)
    return {
        "facility_id": fact.facility_id,
        "session_id": body["session_id"],
        "amount_minor": body["amount"]["minor"],
        "currency": body["amount"]["currency"],
        "cause": body["cause"],
        "reason": body["reason"],
        "actor": fact.actor,
        "owed_ms": fact.occurred_ms,
        "settled_minor": 0,
        "settled_ms": None,
        "attempt_id": "",
    }


def _insert(name: str, rows: Iterable[dict[str, object]]) -> None:
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        table = sa.table(name, *(sa.column(column) for column in batch[0]))
        op.get_bind().execute(sa.insert(table), batch)


def _table(name: str, key: tuple[str, ...], *parts: list[SchemaItem]) -> None:
    keyed = ("facility_id", *key)
    op.create_table(
        name,
        *_words(*keyed),
        *(part for some in parts for part in some),
        sa.PrimaryKeyConstraint(*keyed, name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )


def _index(table: str, *columns: str, unique: bool = False) -> None:
    keyed = ["facility_id", *columns]
    op.create_index(f"ix_{table}_{'_'.join(keyed)}", table, keyed, unique=unique)


def _partial_index(name: str, table: str, column: str, where: str) -> None:
    op.create_index(
        name,
        table,
        ["facility_id", column],
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _words(*names: str) -> list[SchemaItem]:
    return [_word(name) for name in names]


def _word_or_null(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False)


def _number_or_null(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger)
