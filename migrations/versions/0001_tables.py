"""The tables of the first release: journal, its projections, and what is local to one machine.

Frozen as they were then: later changes are migrations of their own, whatever `store.schema` says.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table and index."""
    _journal()
    _facilities()
    _lanes()
    _sessions()
    _tickets()
    _payment_attempts()
    _payments()
    _receipts()
    _bookings()
    _shifts()
    _staff()
    _keys()
    _tariffs()
    _exceptions()
    _waiting()
    _local_state()
    _staff_secrets()
    _devices()
    _enrolments()


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("arrival", sa.BigInteger, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("prev_hash", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("occurred_ms", sa.BigInteger, nullable=False),
        sa.Column("monotonic_ms", sa.BigInteger, nullable=False),
        sa.Column("lane_id", sa.String),
        sa.Column("session_id", sa.String),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("offline", sa.Boolean, nullable=False),
        sa.Column("forced", sa.Boolean, nullable=False),
        sa.Column("received_ms", sa.BigInteger),
        sa.Column("received_digest", sa.LargeBinary),
        sa.CheckConstraint("epoch > 0 AND seq > 0 AND arrival > 0", name=op.f("ck_journal_counts")),
        sa.PrimaryKeyConstraint("facility_id", "origin", "epoch", "seq", name="pk_journal"),
        sa.UniqueConstraint("facility_id", "arrival", name="uq_journal_facility_id_arrival"),
        sa.UniqueConstraint("facility_id", "event_id", name="uq_journal_facility_id_event_id"),
        sqlite_with_rowid=False,
    )


def _facilities() -> None:
    op.create_table(
        "facilities",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("spaces", sa.BigInteger),
        sa.Column("adjusted", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", name="pk_facilities"),
        sqlite_with_rowid=False,
    )


def _lanes() -> None:
    op.create_table(
        "lanes",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("lane_id", sa.String, nullable=False),
        sa.Column("kind", sa.String),
        sa.Column("number", sa.BigInteger),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("mode", sa.String, nullable=False),
        sa.Column("keep_open", sa.Boolean, nullable=False),
        sa.Column("evacuating", sa.Boolean, nullable=False),
        sa.Column("out_of_service", sa.String, nullable=False),
        sa.Column("help_cause", sa.String, nullable=False),
        sa.Column("passages", sa.BigInteger, nullable=False),
        sa.Column("unpaired", sa.BigInteger, nullable=False),
        sa.Column("entering", sa.String),
        sa.Column("leaving", sa.String),
        sa.PrimaryKeyConstraint("facility_id", "lane_id", name="pk_lanes"),
        sqlite_with_rowid=False,
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("session_id", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("admittance", sa.String, nullable=False),
        sa.Column("entry_lane", sa.String, nullable=False),
        sa.Column("entered_ms", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("tariff", sa.String, nullable=False),
        sa.Column("tariff_version", sa.BigInteger, nullable=False),
        sa.Column("vehicle_class", sa.String, nullable=False),
        sa.Column("booking_id", sa.String),
        sa.Column("fee_minor", sa.BigInteger),
        sa.Column("fee_currency", sa.String),
        sa.Column("activated_ms", sa.BigInteger),
        sa.Column("exit_lane", sa.String),
        sa.Column("exited_ms", sa.BigInteger),
        sa.Column("flagged", sa.String),
        sa.PrimaryKeyConstraint("facility_id", "session_id", name="pk_sessions"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sessions_facility_id_code", "sessions", ["facility_id", "code"])
    op.create_index(
        "ix_sessions_facility_id_state_entered_ms",
        "sessions",
        ["facility_id", "state", "entered_ms"],
    )


def _tickets() -> None:
    op.create_table(
        "tickets",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("session_id", sa.String, nullable=False),
        sa.Column("lane_id", sa.String, nullable=False),
        sa.Column("issued_ms", sa.BigInteger, nullable=False),
        sa.Column("payload", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "code", name="pk_tickets"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_tickets_facility_id_lane_id_number", "tickets", ["facility_id", "lane_id", "number"]
    )
    op.create_index("ix_tickets_facility_id_session_id", "tickets", ["facility_id", "session_id"])


def _payment_attempts() -> None:
    op.create_table(
        "payment_attempts",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("attempt_id", sa.String, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("session_id", sa.String, nullable=False),
        sa.Column("lane_id", sa.String, nullable=False),
        sa.Column("method", sa.String, nullable=False),
        sa.Column("amount_minor", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("started_ms", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "attempt_id", name="pk_payment_attempts"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_payment_attempts_one_open",
        "payment_attempts",
        ["facility_id", "session_id", "origin"],
        unique=True,
        sqlite_where=sa.text("state IN ('open', 'unknown')"),
        postgresql_where=sa.text("state IN ('open', 'unknown')"),
    )


def _payments() -> None:
    op.create_table(
        "payments",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("attempt_id", sa.String, nullable=False),
        sa.Column("session_id", sa.String, nullable=False),
        sa.Column("lane_id", sa.String, nullable=False),
        sa.Column("method", sa.String, nullable=False),
        sa.Column("amount_minor", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("paid_ms", sa.BigInteger, nullable=False),
        sa.Column("leave_by_ms", sa.BigInteger, nullable=False),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("tendered_minor", sa.BigInteger),
        sa.Column("change_minor", sa.BigInteger),
        sa.Column("shift_id", sa.String),
        sa.Column("actor", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "attempt_id", name="pk_payments"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_payments_facility_id_paid_ms", "payments", ["facility_id", "paid_ms"])
    op.create_index("ix_payments_facility_id_session_id", "payments", ["facility_id", "session_id"])
    op.create_index("ix_payments_facility_id_shift_id", "payments", ["facility_id", "shift_id"])


def _receipts() -> None:
    op.create_table(
        "receipts",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("session_id", sa.String, nullable=False),
        sa.Column("attempt_id", sa.String, nullable=False),
        sa.Column("issued_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "origin", "number", name="pk_receipts"),
        sqlite_with_rowid=False,
    )


def _bookings() -> None:
    op.create_table(
        "bookings",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("booking_id", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("starts_ms", sa.BigInteger, nullable=False),
        sa.Column("ends_ms", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("plate", sa.String, nullable=False),
        sa.Column("vehicle_class", sa.String, nullable=False),
        sa.Column("session_id", sa.String),
        sa.Column("reason", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "booking_id", name="pk_bookings"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_bookings_facility_id_code", "bookings", ["facility_id", "code"], unique=True
    )
    op.create_index("ix_bookings_facility_id_starts_ms", "bookings", ["facility_id", "starts_ms"])


def _shifts() -> None:
    op.create_table(
        "shifts",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("shift_id", sa.String, nullable=False),
        sa.Column("staff_id", sa.String, nullable=False),
        sa.Column("opened_ms", sa.BigInteger, nullable=False),
        sa.Column("float_minor", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("closed_ms", sa.BigInteger),
        sa.Column("counted_minor", sa.BigInteger),
        sa.PrimaryKeyConstraint("facility_id", "shift_id", name="pk_shifts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shifts_facility_id_closed_ms", "shifts", ["facility_id", "closed_ms"])


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("staff_id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "staff_id", name="pk_staff"),
        sqlite_with_rowid=False,
    )


def _keys() -> None:
    op.create_table(
        "keys",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("key_id", sa.BigInteger, nullable=False),
        sa.Column("public_key", sa.String, nullable=False),
        sa.Column("published_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "origin", "key_id", name="pk_keys"),
        sqlite_with_rowid=False,
    )


def _tariffs() -> None:
    op.create_table(
        "tariffs",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("tariff", sa.String, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("rules", sa.String, nullable=False),
        sa.Column("published_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "tariff", "version", name="pk_tariffs"),
        sqlite_with_rowid=False,
    )


def _exceptions() -> None:
    op.create_table(
        "exceptions",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("cause", sa.String, nullable=False),
        sa.Column("occurred_ms", sa.BigInteger, nullable=False),
        sa.Column("lane_id", sa.String),
        sa.Column("session_id", sa.String),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("detail", sa.String, nullable=False),
        sa.Column("amount_minor", sa.BigInteger),
        sa.Column("currency", sa.String),
        sa.Column("closed_ms", sa.BigInteger),
        sa.Column("closed_by", sa.String),
        sa.Column("note", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "event_id", name="pk_exceptions"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_exceptions_facility_id_closed_ms_occurred_ms",
        "exceptions",
        ["facility_id", "closed_ms", "occurred_ms"],
    )


def _waiting() -> None:
    op.create_table(
        "waiting",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("arrival", sa.BigInteger, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "arrival", name="pk_waiting"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_waiting_facility_id_subject_arrival", "waiting", ["facility_id", "subject", "arrival"]
    )


def _local_state() -> None:
    op.create_table(
        "local_state",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "name", name="pk_local_state"),
        sqlite_with_rowid=False,
    )


def _staff_secrets() -> None:
    op.create_table(
        "staff_secrets",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("staff_id", sa.String, nullable=False),
        sa.Column("pin_hash", sa.String, nullable=False),
        sa.Column("failures", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("facility_id", "staff_id", name="pk_staff_secrets"),
        sqlite_with_rowid=False,
    )


def _devices() -> None:
    op.create_table(
        "devices",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("device_id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("token_hash", sa.LargeBinary, nullable=False),
        sa.Column("enrolled_ms", sa.BigInteger, nullable=False),
        sa.Column("revoked_ms", sa.BigInteger),
        sa.PrimaryKeyConstraint("facility_id", "device_id", name="pk_devices"),
        sa.UniqueConstraint("token_hash", name="uq_devices_token_hash"),
        sqlite_with_rowid=False,
    )


def _enrolments() -> None:
    op.create_table(
        "enrolments",
        sa.Column("facility_id", sa.String, nullable=False),
        sa.Column("code_hash", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("made_ms", sa.BigInteger, nullable=False),
        sa.Column("expires_ms", sa.BigInteger, nullable=False),
        sa.Column("used_ms", sa.BigInteger),
        sa.Column("device_id", sa.String),
        sa.PrimaryKeyConstraint("facility_id", "code_hash", name="pk_enrolments"),
        sa.UniqueConstraint("code_hash", name="uq_enrolments_code_hash"),
        sqlite_with_rowid=False,
    )
