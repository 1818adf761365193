"""The database itself refuses to change what happened.

Journal, payments and receipts take no UPDATE and no DELETE, a closed shift takes no change: whoever
holds the connection, a correction is a new fact (design/trust.md rule 5). A SQLite file is marked
as ours.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPLICATION_ID = 0x424D4754
APPEND_ONLY = ("journal", "payments", "receipts")

_POSTGRES_REFUSE = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append only', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def upgrade() -> None:
    """Add the guards of this engine."""
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgres()


def _guard_sqlite() -> None:
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append only'); END"
            )
    op.execute(
        "CREATE TRIGGER shifts_no_delete BEFORE DELETE ON shifts "
        "BEGIN SELECT RAISE(ABORT, 'shifts are kept'); END"
    )
    op.execute(
        "CREATE TRIGGER shifts_no_update BEFORE UPDATE ON shifts WHEN OLD.closed_ms IS NOT NULL "
        "BEGIN SELECT RAISE(ABORT, 'a closed shift does not change'); END"
    )


def _guard_postgres() -> None:
    op.execute(_POSTGRES_REFUSE)
    for table in APPEND_ONLY:
        _refuse(f"{table}_append_only", f"UPDATE OR DELETE ON {table} FOR EACH ROW")
        _refuse(f"{table}_no_truncate", f"TRUNCATE ON {table}")
    _refuse("shifts_no_delete", "DELETE ON shifts FOR EACH ROW")
    _refuse("shifts_no_truncate", "TRUNCATE ON shifts")
    _refuse("shifts_no_update", "UPDATE ON shifts FOR EACH ROW WHEN (OLD.closed_ms IS NOT NULL)")


def _refuse(trigger: str, what: str) -> None:
    op.execute(f"CREATE TRIGGER {trigger} BEFORE {what} EXECUTE FUNCTION refuse_change()")
