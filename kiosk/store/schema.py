"""The tables of booth and centre: one metadata, two engines.

`journal` is the truth. Every table in `PROJECTIONS` can be emptied and filled again from it. The
tables in `LOCAL` belong to one machine (secrets, cursors, enrolled devices) and are in no journal.

Keys begin with `facility_id`, so that the centre's tables can be distributed by it. Instants are
UTC milliseconds, money is minor units beside its currency, hashes are bytes. There are no foreign
keys: facts of several booths reach the centre in any order, and none of them is ever refused.

Indexes of a part of the rows are that on PostgreSQL too; only the migrations say so there, because
naming it here would load PostgreSQL's dialect at every start of a booth (25 ms, 2 MB).
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
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    text,
)

from kiosk.store.columns import (
    flag,
    key,
    metadata,
    number,
    number_or_null,
    table,
    word,
    word_or_null,
)
from kiosk.store.schema_money import MONEY

__all__ = ["LOCAL", "PROJECTIONS", "metadata"]

journal = table(
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

facilities = table(
    "facilities",
    *key(),
    number_or_null("spaces"),
    number("adjusted"),
)

lanes = table(
    "lanes",
    *key("lane_id"),
    word_or_null("kind"),
    number_or_null("number"),
    word("name"),
    word("mode"),
    flag("keep_open"),
    flag("evacuating"),
    word("out_of_service"),
    word("help_cause"),
    number("passages"),
    number("unpaired"),
    # The stay whose movement through this lane is authorised and not yet proven or given up.
    word_or_null("entering"),
    word_or_null("leaving"),
)

sessions = table(
    "sessions",
    *key("session_id"),
    word("code"),
    word("admittance"),
    word("entry_lane"),
    number("entered_ms"),
    word("state"),
    word("tariff"),
    number("tariff_version"),
    word("vehicle_class"),
    word_or_null("booking_id"),
    number_or_null("fee_minor"),
    word_or_null("fee_currency"),
    number_or_null("activated_ms"),
    word_or_null("exit_lane"),
    number_or_null("exited_ms"),
    word_or_null("flagged"),
    # How full the facility was at the entry, and the stay this one goes on with.
    number_or_null("occupancy_percent"),
    word_or_null("continues"),
    Index(None, "facility_id", "code"),
    Index(None, "facility_id", "state", "entered_ms"),
)

tickets = table(
    "tickets",
    *key("code"),
    number("number"),
    word("session_id"),
    word("lane_id"),
    number("issued_ms"),
    word("payload"),
    word("state"),
    word("reason"),
    Index(None, "facility_id", "session_id"),
    Index(None, "facility_id", "lane_id", "number"),
)

payment_attempts = table(
    "payment_attempts",
    *key("attempt_id"),
    word("origin"),
    word("session_id"),
    word("lane_id"),
    word("method"),
    number("amount_minor"),
    word("currency"),
    number("started_ms"),
    word("state"),
    word("reason"),
    Index(
        "uq_payment_attempts_one_open",
        "facility_id",
        "session_id",
        "origin",
        unique=True,
        sqlite_where=text("state IN ('open', 'unknown')"),
    ),
)

payments = table(
    "payments",
    *key("attempt_id"),
    word("session_id"),
    word("lane_id"),
    word("method"),
    number("amount_minor"),
    word("currency"),
    number("paid_ms"),
    number("leave_by_ms"),
    word("reference"),
    number_or_null("tendered_minor"),
    number_or_null("change_minor"),
    word_or_null("shift_id"),
    word("actor"),
    Index(None, "facility_id", "session_id"),
    Index(None, "facility_id", "paid_ms"),
    Index(None, "facility_id", "shift_id"),
)

receipts = table(
    "receipts",
    Column("facility_id", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("number", BigInteger, nullable=False),
    word("session_id"),
    word("attempt_id"),
    number("issued_ms"),
    # `receipt`, or `correction` of the receipt with the number `corrects`.
    Column("kind", String, nullable=False, server_default="receipt"),
    number_or_null("corrects"),
    word_or_null("refund_id"),
    PrimaryKeyConstraint("facility_id", "origin", "number"),
    Index(None, "facility_id", "attempt_id"),
)

bookings = table(
    "bookings",
    *key("booking_id"),
    word("code"),
    number("starts_ms"),
    number("ends_ms"),
    word("state"),
    word("name"),
    word("plate"),
    word("vehicle_class"),
    word_or_null("session_id"),
    word("reason"),
    Index(None, "facility_id", "code", unique=True),
    Index(None, "facility_id", "starts_ms"),
)

shifts = table(
    "shifts",
    *key("shift_id"),
    word("staff_id"),
    number("opened_ms"),
    number("float_minor"),
    word("currency"),
    number_or_null("closed_ms"),
    number_or_null("counted_minor"),
    Index(None, "facility_id", "closed_ms"),
)

staff = table(
    "staff",
    *key("staff_id"),
    word("name"),
    word("role"),
    flag("active"),
)

keys = table(
    "keys",
    Column("facility_id", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("key_id", BigInteger, nullable=False),
    word("public_key"),
    number("published_ms"),
    PrimaryKeyConstraint("facility_id", "origin", "key_id"),
)

tariffs = table(
    "tariffs",
    Column("facility_id", String, nullable=False),
    Column("tariff", String, nullable=False),
    Column("version", BigInteger, nullable=False),
    word("rules"),
    number("published_ms"),
    PrimaryKeyConstraint("facility_id", "tariff", "version"),
)

exceptions = table(
    "exceptions",
    *key("event_id"),
    word("cause"),
    number("occurred_ms"),
    word_or_null("lane_id"),
    word_or_null("session_id"),
    word("actor"),
    word("detail"),
    number_or_null("amount_minor"),
    word_or_null("currency"),
    number_or_null("closed_ms"),
    word_or_null("closed_by"),
    word("note"),
    Index(None, "facility_id", "closed_ms", "occurred_ms"),
)

# Facts that came before what they are about (another booth's session); applied when it comes.
waiting = table(
    "waiting",
    Column("facility_id", String, nullable=False),
    Column("arrival", BigInteger, nullable=False),
    word("subject"),
    PrimaryKeyConstraint("facility_id", "arrival"),
    Index(None, "facility_id", "subject", "arrival"),
)

local_state = table(
    "local_state",
    *key("name"),
    word("value"),
)

staff_secrets = table(
    "staff_secrets",
    *key("staff_id"),
    word("pin_hash"),
    number("failures"),
)

devices = table(
    "devices",
    *key("device_id"),
    word("name"),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    number("enrolled_ms"),
    number_or_null("revoked_ms"),
)

enrolments = table(
    "enrolments",
    Column("facility_id", String, nullable=False),
    Column("code_hash", LargeBinary, nullable=False, unique=True),
    word("name"),
    number("made_ms"),
    number("expires_ms"),
    number_or_null("used_ms"),
    word_or_null("device_id"),
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
    *MONEY,
)
LOCAL: tuple[Table, ...] = (local_state, staff_secrets, devices, enrolments)
