"""Statements of the lane's path: written in Core, compiled once, handed to the driver as text.

For every execution Core looks its cache up, builds a context and processes each value. On the path
from button to boom that costs more than SQLite's own work; the text of a statement never changes,
so it is kept (design/speed.md row 1). Values go to the driver as they are: str, int, bool, bytes
or None. Errors are SQLAlchemy's, as everywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

from kiosk.store.ways import driver_of

Values = Mapping[str, object]


class Prepared:
    """One statement with named places.

    A SELECT must have no columns that need SQLAlchemy's own hand (booleans are 0 and 1 in SQLite).
    """

    def __init__(self, statement: Insert | Update | Delete | Select[Any]) -> None:
        self._statement = statement
        self._texts: dict[str, _Text] = {}

    def rows(self, connection: Connection, values: Values) -> list[dict[str, Any]]:
        """Execute a SELECT; returns its rows by column name."""
        text = self._text(connection.dialect)
        row = text.row(values)
        try:
            cursor = driver_of(connection).execute(text.sql, row)
            found = cursor.fetchall()
        except text.errors as trouble:
            raise text.told(row, trouble) from trouble
        if not found:
            return []
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, each, strict=True)) for each in found]

    def run(self, connection: Connection, values: Values) -> int:
        """Execute once; returns how many rows it touched."""
        text = self._text(connection.dialect)
        row = text.row(values)
        try:
            touched: int = driver_of(connection).execute(text.sql, row).rowcount
        except text.errors as trouble:
            raise text.told(row, trouble) from trouble
        return touched

    def run_all(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Execute for each of these."""
        text = self._text(connection.dialect)
        laid_out: list[Any] = [text.row(values) for values in rows]
        try:
            driver_of(connection).cursor().executemany(text.sql, laid_out)
        except text.errors as trouble:
            raise text.told(laid_out, trouble) from trouble

    def _text(self, dialect: Dialect) -> _Text:
        text = self._texts.get(dialect.name)
        if text is None:
            text = self._texts[dialect.name] = _Text(self._statement.compile(dialect=dialect))
        return text


def _picker(names: Sequence[str]) -> Callable[[Values], tuple[object, ...]]:
    """Lays named values out by position, in one step of C where it can."""
    if len(names) < 2:  # `itemgetter` gives one value as it is, not in a tuple
        return lambda values: tuple([values[name] for name in names])
    return itemgetter(*names)


class _Text:
    """SQL for one driver, how its values are laid out, and what its errors are."""

    def __init__(self, compiled: SQLCompiler) -> None:
        self.sql = compiled.string
        self.errors: type[Exception] = compiled.dialect.loaded_dbapi.Error
        self._constants = {k: v for k, v in compiled.params.items() if v is not None}
        self._in_order = _picker(compiled.positiontup or ()) if compiled.positional else dict

    def row(self, values: Values) -> tuple[object, ...] | dict[str, object]:
        """The values by position (SQLite) or by name (psycopg)."""
        if self._constants:
            values = {**self._constants, **values}
        return self._in_order(values)

    def told(self, row: Any, trouble: Exception) -> BaseException:
        """The driver's error as SQLAlchemy's."""
        return DBAPIError.instance(self.sql, row, trouble, self.errors)
