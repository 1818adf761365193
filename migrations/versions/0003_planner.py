"""SQLite learns that a facility is no choice: in a booth's file every row is of the same one.

Without statistics it takes the first key column for telling. Since the tables lie in the order of
their keys, it then reads a whole table through its key rather than a few rows through an index:
60 ms instead of 0.1 for the payments of one session among 100,000. So it is told what a year of
one busy lane looks like. `ANALYZE` may measure instead, once there is something to measure.
"""

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROWS = 1_000_000

ROWS_FOR_EACH = {
    ("journal", "journal"): (ROWS, ROWS, ROWS, 1),
    ("journal", "sqlite_autoindex_journal_2"): (ROWS, 1),
    ("journal", "sqlite_autoindex_journal_3"): (ROWS, 1),
    ("sessions", "sessions"): (ROWS, 1),
    ("sessions", "ix_sessions_facility_id_code"): (ROWS, 1),
    ("sessions", "ix_sessions_facility_id_state_entered_ms"): (ROWS, 1000, 1),
    ("tickets", "tickets"): (ROWS, 1),
    ("tickets", "ix_tickets_facility_id_session_id"): (ROWS, 1),
    ("tickets", "ix_tickets_facility_id_lane_id_number"): (ROWS, 100_000, 1),
    ("payment_attempts", "payment_attempts"): (ROWS, 1),
    ("payment_attempts", "uq_payment_attempts_one_open"): (ROWS, 1, 1),
    ("payments", "payments"): (ROWS, 1),
    ("payments", "ix_payments_facility_id_session_id"): (ROWS, 1),
    ("payments", "ix_payments_facility_id_paid_ms"): (ROWS, 1),
    ("payments", "ix_payments_facility_id_shift_id"): (ROWS, 200),
    ("receipts", "receipts"): (ROWS, ROWS, 1),
    ("bookings", "bookings"): (ROWS, 1),
    ("bookings", "ix_bookings_facility_id_code"): (ROWS, 1),
    ("bookings", "ix_bookings_facility_id_starts_ms"): (ROWS, 10),
    ("exceptions", "exceptions"): (ROWS, 1),
    ("exceptions", "ix_exceptions_facility_id_closed_ms_occurred_ms"): (ROWS, 10, 1),
}
"""How many rows share the first column of an index, its first two, and so on; by table and index
(a table's key goes by the table's name)."""


def upgrade() -> None:
    """Write the statistics; PostgreSQL gathers its own."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    op.execute("ANALYZE sqlite_master")  # makes the table of statistics where there is none
    told = [
        {"tbl": table, "idx": index, "stat": " ".join(str(n) for n in (ROWS, *counts))}
        for (table, index), counts in ROWS_FOR_EACH.items()
    ]
    connection.execute(text("DELETE FROM sqlite_stat1"))
    connection.execute(text("INSERT INTO sqlite_stat1 VALUES (:tbl, :idx, :stat)"), told)
