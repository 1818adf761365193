"""The tables of money beside the payments: giving back, the drawer, passes, validations, Z reports.

Projections like those in `schema`, which lists them. `z_items` is every movement of money that a Z
report closes: a payment, money that came for an attempt given up (`orphan`), a refund.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    PrimaryKeyConstraint,
    String,
    text,
)

from kiosk.store.columns import (
    flag,
    key,
    number,
    number_or_null,
    table,
    word,
    word_or_null,
)

refunds = table(
    "refunds",
    *key("refund_id"),
    word("origin"),
    word("attempt_id"),
    word("session_id"),
    word("lane_id"),
    word("method"),
    number("amount_minor"),
    word("currency"),
    word("cause"),
    word("reason"),
    word_or_null("second_person"),
    word("actor"),
    number("started_ms"),
    word("state"),
    number_or_null("settled_ms"),
    word("reference"),
    word("failure"),
    word_or_null("shift_id"),
    Index(None, "facility_id", "attempt_id"),
    Index(None, "facility_id", "session_id"),
    Index(None, "facility_id", "shift_id"),
    Index(
        "ix_refunds_open",
        "facility_id",
        "started_ms",
        sqlite_where=text("state IN ('open', 'unknown')"),
    ),
    CheckConstraint("amount_minor > 0", name="gives"),
)

adjustments = table(
    "adjustments",
    *key("adjustment_id"),
    word("origin"),
    word("session_id"),
    number("amount_minor"),
    word("currency"),
    word("reason"),
    word_or_null("second_person"),
    word("actor"),
    number("adjusted_ms"),
    Index(None, "facility_id", "session_id"),
    Index(None, "facility_id", "adjusted_ms"),
)

debts = table(
    "debts",
    *key("session_id"),
    number("amount_minor"),
    word("currency"),
    word("cause"),
    word("reason"),
    word("actor"),
    number("owed_ms"),
    number("settled_minor"),
    number_or_null("settled_ms"),
    word("attempt_id"),
    Index(
        "ix_debts_open",
        "facility_id",
        "owed_ms",
        sqlite_where=text("settled_minor < amount_minor"),
    ),
    CheckConstraint("settled_minor BETWEEN 0 AND amount_minor", name="settles"),
)

change_vouchers = table(
    "change_vouchers",
    *key("voucher_id"),
    word("origin"),
    word("session_id"),
    word("attempt_id"),
    number("amount_minor"),
    word("currency"),
    number("issued_ms"),
    number("expires_ms"),
    word("payload"),
    number_or_null("redeemed_ms"),
    number_or_null("redeemed_minor"),
    word("redeemed_by"),
    Index(None, "facility_id", "session_id"),
    Index(
        "ix_change_vouchers_open",
        "facility_id",
        "issued_ms",
        sqlite_where=text("redeemed_ms IS NULL"),
    ),
    CheckConstraint("redeemed_minor BETWEEN 0 AND amount_minor", name="redeems"),
)

cash_moves = table(
    "cash_moves",
    *key("event_id"),
    word("origin"),
    word("shift_id"),
    word("cause"),
    number("amount_minor"),
    word("currency"),
    # Notes and coins as "500:2,200:-1": minor units and how many; empty where nobody counted.
    word("pieces"),
    word("reference"),
    word("reason"),
    word_or_null("second_person"),
    word("actor"),
    number("moved_ms"),
    Index(None, "facility_id", "shift_id"),
    Index(None, "facility_id", "moved_ms"),
)

drawer_counts = table(
    "drawer_counts",
    *key("event_id"),
    word("origin"),
    word("shift_id"),
    number("counted_minor"),
    number("expected_minor"),
    number("over_short_minor"),
    word("currency"),
    word("pieces"),
    word_or_null("second_person"),
    word("actor"),
    number("counted_ms"),
    Index(None, "facility_id", "shift_id"),
)

z_reports = table(
    "z_reports",
    Column("facility_id", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("number", BigInteger, nullable=False),
    word_or_null("shift_id"),
    number("upto_seq"),
    word("currency"),
    number("gross_minor"),
    number("refunded_minor"),
    number("perpetual_minor"),
    number("payments"),
    number("refunds"),
    number("unsent"),
    word("head"),
    word("actor"),
    number("taken_ms"),
    PrimaryKeyConstraint("facility_id", "origin", "epoch", "number"),
)

z_items = table(
    "z_items",
    *key("kind", "item_id"),
    word("origin"),
    number("epoch"),
    word("method"),
    number("amount_minor"),
    word("currency"),
    number("moved_ms"),
    # The Z that took it; nothing changes it after.
    number_or_null("number"),
    Index(None, "facility_id", "origin", "epoch", "number"),
)

pass_groups = table(
    "pass_groups",
    *key("group_id"),
    word("name"),
    number_or_null("spaces"),
    word("quota"),
    word("passback"),
    word("zone"),
    number("warn_days"),
)

passes = table(
    "passes",
    *key("pass_id"),
    word("code"),
    word("kind"),
    word("group_id"),
    word("holder"),
    word("plate"),
    word("vehicle_class"),
    number("issued_ms"),
    number("valid_from_ms"),
    number("valid_until_ms"),
    word("payload"),
    word("state"),
    word("reason"),
    number("balance_minor"),
    # Of the first money that came onto it.
    word_or_null("currency"),
    number_or_null("entries_left"),
    Index(None, "facility_id", "code", unique=True),
    Index(None, "facility_id", "group_id"),
    Index(None, "facility_id", "valid_until_ms"),
    CheckConstraint("balance_minor >= 0", name="no_overdraft"),
    CheckConstraint("entries_left >= 0", name="no_more_entries"),
)

pass_presence = table(
    "pass_presence",
    *key("pass_id", "zone"),
    word("presence"),
    number("since_ms"),
    word("reason"),
)

pass_uses = table(
    "pass_uses",
    *key("session_id"),
    word("pass_id"),
    number("used_ms"),
    word("soft"),
    Index(None, "facility_id", "pass_id", "used_ms"),
)

pass_sales = table(
    "pass_sales",
    *key("event_id"),
    word("origin"),
    word("pass_id"),
    word("attempt_id"),
    word("what"),
    number("price_minor"),
    word("currency"),
    word("actor"),
    number("sold_ms"),
    Index(None, "facility_id", "pass_id"),
    Index(None, "facility_id", "sold_ms"),
)

merchants = table(
    "merchants",
    *key("merchant_id"),
    word("name"),
    # A JSON list of `domain.validation.Benefit`.
    word("benefits"),
    number_or_null("daily_count"),
    number_or_null("monthly_minor"),
    flag("active"),
    # The last number of its paper vouchers.
    number("vouchers"),
)

validations = table(
    "validations",
    *key("validation_id"),
    word("origin"),
    word("session_id"),
    word("merchant_id"),
    word("kind"),
    number("value"),
    word("rate"),
    word("source"),
    # Nothing where there was no paper voucher: a voucher counts once.
    word_or_null("voucher"),
    number("worth_minor"),
    word("currency"),
    word_or_null("shift_id"),
    word("actor"),
    number("applied_ms"),
    number_or_null("withdrawn_ms"),
    word("reason"),
    Index(None, "facility_id", "session_id"),
    Index(None, "facility_id", "voucher", unique=True),
    Index(None, "facility_id", "merchant_id", "applied_ms"),
    Index(None, "facility_id", "shift_id"),
)

MONEY = (
    refunds,
    adjustments,
    debts,
    change_vouchers,
    cash_moves,
    drawer_counts,
    z_reports,
    z_items,
    pass_groups,
    passes,
    pass_presence,
    pass_uses,
    pass_sales,
    merchants,
    validations,
)
