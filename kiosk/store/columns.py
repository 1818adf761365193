"""What every table is made of: one metadata, and how its keys and columns are written.

Keys begin with `facility_id`, so that the centre's tables can be distributed by it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)
from sqlalchemy.schema import SchemaItem

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)


def table(name: str, *parts: SchemaItem) -> Table:
    """A table that SQLite keeps in the order of its key: one tree less to write at each commit."""
    return Table(name, metadata, *parts, sqlite_with_rowid=False)


def key(*names: str) -> list[Column[str] | PrimaryKeyConstraint]:
    """`facility_id` and these text columns, together the primary key."""
    columns = [Column(name, String, nullable=False) for name in ("facility_id", *names)]
    return [*columns, PrimaryKeyConstraint("facility_id", *names)]


def word(name: str) -> Column[str]:
    """Text; empty where there is nothing to say."""
    return Column(name, String, nullable=False)


def word_or_null(name: str) -> Column[str]:
    """Text, or nothing where nobody knows."""
    return Column(name, String)


def number(name: str) -> Column[int]:
    """Whole: minor units, UTC milliseconds, counts."""
    return Column(name, BigInteger, nullable=False)


def number_or_null(name: str) -> Column[int]:
    """A whole number, or nothing where there is none."""
    return Column(name, BigInteger)


def flag(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)
