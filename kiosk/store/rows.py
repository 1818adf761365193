"""Reads rows exactly as they lie in the database, to compare them and to doubt them.

Repositories see values after SQLAlchemy has made them agreeable: a damaged 3 in a boolean column is
True there. An auditor must see the 3. Text that is no UTF-8 any more comes with surrogates instead
of an error, so that one damaged cell does not hide the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Integer,
    LargeBinary,
    String,
    Table,
    text,
)

from kiosk.store.engine import Engines

STREAM_ROWS = 1000

Raw = tuple[object, ...]
Key = tuple[tuple[int, Any], ...]

_TYPES: dict[type, type] = {String: str, BigInteger: int, Integer: int, LargeBinary: bytes}


@contextmanager
def raw_reading(engines: Engines) -> Iterator[Connection]:
    """A snapshot whose text is not checked."""
    with engines.reader.connect() as connection:
        sqlite = connection.connection.driver_connection if engines.path else None
        if sqlite is not None:
            sqlite.text_factory = _leniently
        try:
            yield connection
        finally:
            if sqlite is not None:
                sqlite.text_factory = str


def raw_rows(connection: Connection, table: Table, order: tuple[str, ...]) -> Iterator[Raw]:
    """Every row of a table, in a byte-wise order of these columns. Booleans are 0 and 1."""
    collation = "" if connection.dialect.name == "sqlite" else ' COLLATE "C"'
    names = ", ".join(column.name for column in table.columns)
    by = ", ".join(
        f"{name}{collation if isinstance(table.c[name].type, String) else ''}" for name in order
    )
    query = text(f"SELECT {names} FROM {table.name} ORDER BY {by}")  # noqa: S608 - our own names
    rows = connection.execute(query, execution_options={"yield_per": STREAM_ROWS})
    for row in rows:
        yield tuple(int(value) if isinstance(value, bool) else value for value in row)


def key_of(row: Raw, places: tuple[int, ...]) -> Key:
    """The row's key as something that sorts whatever types damage has put there."""
    return tuple(_sortable(row[place]) for place in places)


def is_sound(column: Column[Any], value: object) -> bool:
    """Whether this column can hold this value at all."""
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Boolean):
        return type(value) is int and value in (0, 1)
    if type(value) is not _TYPES[type(column.type)]:
        return False
    return not isinstance(value, str) or value.isascii() or _is_utf8(value)


def _is_utf8(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _sortable(value: object) -> tuple[int, Any]:
    match value:
        case None:
            return 0, 0
        case int() | float():
            return 1, value
        case str():
            return 2, value.encode("utf-8", "surrogateescape")
        case _:
            return 3, value


def _leniently(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
