"""The tables of booth and centre: one metadata, two engines.

`journal` is the truth. Every table in `PROJECTIONS` can be emptied and filled again from it. The
tables in `LOCAL` belong to one machine (secrets, cursors, enrolled devices) and are in no journal.

Keys begin with `facility_id`, so that the centre's tables can be distributed by it. Instants are
UTC milliseconds, money is minor units beside its currency, hashes are bytes. There are no foreign
keys: facts of several booths reach the centre in any order, and none of them is ever refused.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)


def _table(name: str, *parts: SchemaItem) -> Table:
    """A table that SQLite keeps in the order of its key: one tree less to write at each commit."""
    return Table(name, metadata, *parts, sqlite_with_rowid=False)


def _key(*names: str) -> list[Column[str] | PrimaryKeyConstraint]:
    """`facility_id` and these text columns, together the primary key."""
    columns = [Column(name, String, nullable=False) for name in ("facility_id", *names)]
    return [*columns, PrimaryKeyConstraint("facility_id", *names)]


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False)


def _text_or_null(name: str) -> Column[str]:
    return Column(name, String)


def _int(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False)


def _int_or_null(name: str) -> Column[int]:
    return Column(name, BigInteger)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


journal = _table(
    "journal",
    Column("facility_id", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    # The order in which this store took the events, without gaps: what a pull goes by and a
    # rebuild repeats.
    Column("arrival", BigInteger, nullable=False),
    Column("event_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("occurred_ms", BigInteger, nullable=False),
    Column("monotonic_ms", BigInteger, nullable=False),
    Column("lane_id", String),
    Column("session_id", String),
    Column("actor", String, nullable=False),
    Column("offline", Boolean, nullable=False),
    Column("forced", Boolean, nullable=False),
    # Only for events made elsewhere: when they came, and a digest that guards that instant.
    Column("received_ms", BigInteger),
    Column("received_digest", LargeBinary),
    PrimaryKeyConstraint("facility_id", "origin", "epoch", "seq"),
    UniqueConstraint("facility_id", "arrival"),
    UniqueConstraint("facility_id", "event_id"),
    CheckConstraint("epoch > 0 AND seq > 0 AND arrival > 0", name="counts"),
)

facilities = _table(
    "facilities",
    *_key(),
    _int_or_null("spaces"),
    _int("adjusted"),
)

lanes = _table(
    "lanes",
    *_key("lane_id"),
    _text_or_null("kind"),
    _int_or_null("number"),
    _text("name"),
    _text("mode"),
    _flag("keep_open"),
    _flag("evacuating"),
    _text("out_of_service"),
    _text("help_cause"),
    _int("passages"),
    _int("unpaired"),
    # The stay whose movement through this lane is authorised and not yet proven or given up.
    _text_or_null("entering"),
    _text_or_null("leaving"),
)

sessions = _table(
    "sessions",
    *_key("session_id"),
    _text("code"),
    _text("admittance"),
    _text("entry_lane"),
    _int("entered_ms"),
    _text("state"),
    _text("tariff"),
    _int("tariff_version"),
    _text("vehicle_class"),
    _text_or_null("booking_id"),
    _int_or_null("fee_minor"),
    _text_or_null("fee_currency"),
    _int_or_null("activated_ms"),
    _text_or_null("exit_lane"),
    _int_or_null("exited_ms"),
    _text_or_null("flagged"),
    Index(None, "facility_id", "code"),
    Index(None, "facility_id", "state", "entered_ms"),
)

tickets = _table(
    "tickets",
    *_key("code"),
    _int("number"),
    _text("session_id"),
    _text("lane_id"),
    _int("issued_ms"),
    _text("payload"),
    _text("state"),
    _text("reason"),
    Index(None, "facility_id", "session_id"),
    Index(None, "facility_id", "lane_id", "number"),
)

payment_attempts = _table(
    "payment_attempts",
    *_key("attempt_id"),
    _text("origin"),
    _text("session_id"),
    _text("lane_id"),
    _text("method"),
    _int("amount_minor"),
    _text("currency"),
    _int("started_ms"),
    _text("state"),
    _text("reason"),
    Index(
        "uq_payment_attempts_one_open",
        "facility_id",
        "session_id",
        "origin",
        unique=True,
        sqlite_where=text("state IN ('open', 'unknown')"),
        postgresql_where=text("state IN ('open', 'unknown')"),
    ),
)

payments = _table(
    "payments",
    *_key("attempt_id"),
    _text("session_id"),
    _text("lane_id"),
    _text("method"),
    _int("amount_minor"),
    _text("currency"),
    _int("paid_ms"),
    _int("leave_by_ms"),
    _text("reference"),
    _int_or_null("tendered_minor"),
    _int_or_null("change_minor"),
    _text_or_null("shift_id"),
    _text("actor"),
    Index(None, "facility_id", "session_id"),
    Index(None, "facility_id", "paid_ms"),
    Index(None, "facility_id", "shift_id"),
)

receipts = _table(
    "receipts",
    Column("facility_id", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("number", BigInteger, nullable=False),
    _text("session_id"),
    _text("attempt_id"),
    _int("issued_ms"),
    PrimaryKeyConstraint("facility_id", "origin", "number"),
)

bookings = _table(
    "bookings",
    *_key("booking_id"),
    _text("code"),
    _int("starts_ms"),
    _int("ends_ms"),
    _text("state"),
    _text("name"),
    _text("plate"),
    _text("vehicle_class"),
    _text_or_null("session_id"),
    _text("reason"),
    Index(None, "facility_id", "code", unique=True),
    Index(None, "facility_id", "starts_ms"),
)

shifts = _table(
    "shifts",
    *_key("shift_id"),
    _text("staff_id"),
    _int("opened_ms"),
    _int("float_minor"),
    _text("currency"),
    _int_or_null("closed_ms"),
    _int_or_null("counted_minor"),
    Index(None, "facility_id", "closed_ms"),
)

staff = _table(
    "staff",
    *_key("staff_id"),
    _text("name"),
    _text("role"),
    _flag("active"),
)

keys = _table(
    "keys",
    Column("facility_id", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("key_id", BigInteger, nullable=False),
    _text("public_key"),
    _int("published_ms"),
    PrimaryKeyConstraint("facility_id", "origin", "key_id"),
)

tariffs = _table(
    "tariffs",
    Column("facility_id", String, nullable=False),
    Column("tariff", String, nullable=False),
    Column("version", BigInteger, nullable=False),
    _text("rules"),
    _int("published_ms"),
    PrimaryKeyConstraint("facility_id", "tariff", "version"),
)

exceptions = _table(
    "exceptions",
    *_key("event_id"),
    _text("cause"),
    _int("occurred_ms"),
    _text_or_null("lane_id"),
    _text_or_null("session_id"),
    _text("actor"),
    _text("detail"),
    _int_or_null("amount_minor"),
    _text_or_null("currency"),
    _int_or_null("closed_ms"),
    _text_or_null("closed_by"),
    _text("note"),
    Index(None, "facility_id", "closed_ms", "occurred_ms"),
)

# Facts that came before what they are about (another booth's session); applied when it comes.
waiting = _table(
    "waiting",
    Column("facility_id", String, nullable=False),
    Column("arrival", BigInteger, nullable=False),
    _text("subject"),
    PrimaryKeyConstraint("facility_id", "arrival"),
    Index(None, "facility_id", "subject", "arrival"),
)

local_state = _table(
    "local_state",
    *_key("name"),
    _text("value"),
)

staff_secrets = _table(
    "staff_secrets",
    *_key("staff_id"),
    _text("pin_hash"),
    _int("failures"),
)

devices = _table(
    "devices",
    *_key("device_id"),
    _text("name"),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    _int("enrolled_ms"),
    _int_or_null("revoked_ms"),
)

enrolments = _table(
    "enrolments",
    Column("facility_id", String, nullable=False),
    Column("code_hash", LargeBinary, nullable=False, unique=True),
    _text("name"),
    _int("made_ms"),
    _int("expires_ms"),
    _int_or_null("used_ms"),
    _text_or_null("device_id"),
    PrimaryKeyConstraint("facility_id", "code_hash"),
)

PROJECTIONS: tuple[Table, ...] = (
    facilities,
    lanes,
    sessions,
    tickets,
    payment_attempts,
    payments,
    receipts,
    bookings,
    shifts,
    staff,
    keys,
    tariffs,
    exceptions,
    waiting,
)
LOCAL: tuple[Table, ...] = (local_state, staff_secrets, devices, enrolments)
