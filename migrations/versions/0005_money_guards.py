"""Money that the database itself guards, whoever holds the connection.

Never more goes back than came in; a movement of money gets into one Z and stays there; a change
voucher comes back once; what happened in the drawer is not changed. (A wallet that cannot fall
below zero and a voucher that counts once are rules of the tables themselves.) SQLite is told about
the new indexes, as in 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

APPEND_ONLY = ("adjustments", "cash_moves", "drawer_counts", "pass_sales", "z_reports")
MAY_CHANGE = {
    "change_vouchers": ("redeemed_ms", "redeemed_minor", "redeemed_by"),
    "refunds": ("state", "settled_ms", "reference", "failure", "shift_id"),
    "validations": ("withdrawn_ms", "reason"),
    "z_items": ("number",),
}
"""Tables whose rows stay, and the columns that say what became of them."""

SETTLED = {
    "change_vouchers": "OLD.redeemed_ms IS NOT NULL",
    "z_items": "OLD.number IS NOT NULL",
}
"""When a row takes no change at all any more: the same again would be a second time."""

REFUNDED = "OLD.state IN ('succeeded', 'failed')"
"""A refund's end may be heard again; another end is refused."""

_POSTGRES_LIMIT = """
CREATE FUNCTION refuse_too_much_back() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    came bigint;
    went bigint;
BEGIN
    -- Two that give back of one payment wait for each other here.
    PERFORM 1 FROM z_items WHERE facility_id = NEW.facility_id
        AND kind IN ('payment', 'orphan') AND item_id = NEW.attempt_id
        ORDER BY kind FOR UPDATE;
    SELECT coalesce(sum(amount_minor), 0) INTO came FROM z_items
        WHERE facility_id = NEW.facility_id AND kind IN ('payment', 'orphan')
        AND item_id = NEW.attempt_id AND currency = NEW.currency;
    SELECT coalesce(sum(amount_minor), 0) INTO went FROM refunds
        WHERE facility_id = NEW.facility_id AND attempt_id = NEW.attempt_id
        AND state <> 'failed';
    IF went + NEW.amount_minor > came THEN
        RAISE EXCEPTION 'more would go back than was paid'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""
_SQLITE_LIMIT = """
CREATE TRIGGER refunds_limit BEFORE INSERT ON refunds WHEN NEW.amount_minor + (
    SELECT coalesce(sum(amount_minor), 0) FROM refunds
    WHERE facility_id = NEW.facility_id AND attempt_id = NEW.attempt_id AND state <> 'failed'
) > (
    SELECT coalesce(sum(amount_minor), 0) FROM z_items
    WHERE facility_id = NEW.facility_id AND kind IN ('payment', 'orphan')
    AND item_id = NEW.attempt_id AND currency = NEW.currency
)
BEGIN SELECT RAISE(ABORT, 'more would go back than was paid'); END
"""

ROWS = 1_000_000
ROWS_FOR_EACH = {
    ("receipts", "ix_receipts_facility_id_attempt_id"): (ROWS, 1),
    ("refunds", "refunds"): (ROWS, 1),
    ("refunds", "ix_refunds_facility_id_attempt_id"): (ROWS, 1),
    ("refunds", "ix_refunds_facility_id_session_id"): (ROWS, 1),
    ("refunds", "ix_refunds_facility_id_shift_id"): (ROWS, 200),
    ("refunds", "ix_refunds_open"): (10, 1),
    ("adjustments", "adjustments"): (ROWS, 1),
    ("adjustments", "ix_adjustments_facility_id_session_id"): (ROWS, 1),
    ("adjustments", "ix_adjustments_facility_id_adjusted_ms"): (ROWS, 1),
    ("debts", "debts"): (ROWS, 1),
    ("debts", "ix_debts_open"): (100, 1),
    ("change_vouchers", "change_vouchers"): (ROWS, 1),
    ("change_vouchers", "ix_change_vouchers_facility_id_session_id"): (ROWS, 1),
    ("change_vouchers", "ix_change_vouchers_open"): (100, 1),
    ("cash_moves", "cash_moves"): (ROWS, 1),
    ("cash_moves", "ix_cash_moves_facility_id_shift_id"): (ROWS, 200),
    ("cash_moves", "ix_cash_moves_facility_id_moved_ms"): (ROWS, 1),
    ("drawer_counts", "drawer_counts"): (ROWS, 1),
    ("drawer_counts", "ix_drawer_counts_facility_id_shift_id"): (ROWS, 1),
    ("z_reports", "z_reports"): (ROWS, ROWS, ROWS, 1),
    ("z_items", "z_items"): (ROWS, ROWS, 1),
    ("z_items", "ix_z_items_facility_id_origin_epoch_number"): (ROWS, ROWS, ROWS, 1000),
    ("passes", "passes"): (ROWS, 1),
    ("passes", "ix_passes_facility_id_code"): (ROWS, 1),
    ("passes", "ix_passes_facility_id_group_id"): (ROWS, 200),
    ("passes", "ix_passes_facility_id_valid_until_ms"): (ROWS, 1),
    ("pass_presence", "pass_presence"): (ROWS, 1, 1),
    ("pass_uses", "pass_uses"): (ROWS, 1),
    ("pass_uses", "ix_pass_uses_facility_id_pass_id_used_ms"): (ROWS, 200, 1),
    ("pass_sales", "pass_sales"): (ROWS, 1),
    ("pass_sales", "ix_pass_sales_facility_id_pass_id"): (ROWS, 10),
    ("pass_sales", "ix_pass_sales_facility_id_sold_ms"): (ROWS, 1),
    ("validations", "validations"): (ROWS, 1),
    ("validations", "ix_validations_facility_id_session_id"): (ROWS, 1),
    ("validations", "ix_validations_facility_id_voucher"): (ROWS, 1),
    ("validations", "ix_validations_facility_id_merchant_id_applied_ms"): (ROWS, 10_000, 1),
    ("validations", "ix_validations_facility_id_shift_id"): (ROWS, 200),
}
"""As in 0003: how many rows share the first column of an index, its first two, and so on."""


def upgrade() -> None:
    """Add the guards of this engine."""
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
        _tell_planner()
    else:
        _guard_postgres()


def _guard_sqlite() -> None:
    for table in APPEND_ONLY:
        _sqlite_trigger(f"{table}_no_update", f"UPDATE ON {table}", f"{table} is append only")
    for table in MAY_CHANGE:
        refused = _refused_change(table, "IS NOT")
        _sqlite_trigger(
            f"{table}_no_update", f"UPDATE ON {table} WHEN {refused}", f"{table} are settled once"
        )
    for table in (*APPEND_ONLY, *MAY_CHANGE):
        _sqlite_trigger(f"{table}_no_delete", f"DELETE ON {table}", f"{table} are kept")
    op.execute(_SQLITE_LIMIT)


def _sqlite_trigger(name: str, when: str, words: str) -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{words}'); END")


def _guard_postgres() -> None:
    for table in APPEND_ONLY:
        _refuse(f"{table}_append_only", f"UPDATE OR DELETE ON {table} FOR EACH ROW")
    for table in MAY_CHANGE:
        changed = _refused_change(table, "IS DISTINCT FROM")
        _refuse(f"{table}_no_update", f"UPDATE ON {table} FOR EACH ROW WHEN ({changed})")
        _refuse(f"{table}_no_delete", f"DELETE ON {table} FOR EACH ROW")
    for table in (*APPEND_ONLY, *MAY_CHANGE):
        _refuse(f"{table}_no_truncate", f"TRUNCATE ON {table}")
    op.execute(_POSTGRES_LIMIT)
    op.execute(
        "CREATE TRIGGER refunds_limit BEFORE INSERT ON refunds "
        "FOR EACH ROW EXECUTE FUNCTION refuse_too_much_back()"
    )


def _refuse(trigger: str, what: str) -> None:
    op.execute(f"CREATE TRIGGER {trigger} BEFORE {what} EXECUTE FUNCTION refuse_change()")


def _refused_change(table: str, differs: str) -> str:
    """Of a column that stays, or of any once the row is settled."""
    names = [column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)]
    changed = {name: f"OLD.{name} {differs} NEW.{name}" for name in names}
    refused = [changed[name] for name in names if name not in MAY_CHANGE[table]]
    if table in SETTLED:
        refused.append(SETTLED[table])
    if table == "refunds":
        outcome = " OR ".join(changed[name] for name in MAY_CHANGE[table])
        refused.append(f"({REFUNDED} AND ({outcome}))")
    return " OR ".join(refused)


def _tell_planner() -> None:
    told = [
        {"tbl": table, "idx": index, "stat": " ".join(str(n) for n in (ROWS, *counts))}
        for (table, index), counts in ROWS_FOR_EACH.items()
    ]
    statement = sa.text("INSERT INTO sqlite_stat1 VALUES (:tbl, :idx, :stat)")
    op.get_bind().execute(statement, told)
