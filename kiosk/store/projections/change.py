"""A change to one row that may not be there yet.

Facts of several booths reach a store in any order: a car can leave at one booth before its entry
at another is heard of. Such a fact waits for its subject; all else about it is applied at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Table,
    bindparam,
    case,
    insert,
    or_,
    select,
)

from kiosk.domain.event import Event
from kiosk.store.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Change:
    """One UPDATE of the row that `key` of the body names, with `values` for its other places.

    `word` is the kind of subject: what waits for it waits for `word:key`. `must_find` is for facts
    that are only true beside their row (money leaves against it): our own never wait. An INSERT
    that looks for its row (`insert_if`) is a change too.
    """

    word: str
    statement: Prepared
    key: Callable[[Any], str]
    values: Callable[[Event], dict[str, object]] = lambda _event: {}
    must_find: bool = False

    def subject(self, event: Event) -> str:
        """What this event is about."""
        return f"{self.word}:{self.key(event.body)}"

    def apply(self, connection: Connection, event: Event) -> bool:
        """Carry it out; False when there is no such row yet."""
        values = self.values(event)
        values["its_facility"] = event.circumstances.facility_id
        values["its_key"] = self.key(event.body)
        return self.statement.run(connection, values) > 0


def of_its_row(table: Table, key: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The WHERE of a change: this facility, this key."""
    return table.c.facility_id == bindparam("its_facility"), table.c[key] == bindparam("its_key")


def when(table: Table, states: tuple[str, ...], then: str) -> ColumnElement[str]:
    """The state `then` if the row is in one of `states`, else what it is: facts may come late."""
    is_one = or_(*(table.c.state == state for state in states))
    return case((is_one, then), else_=table.c.state)


def insert_if(table: Table, condition: ColumnElement[bool]) -> Insert:
    """A row of `new_` values for every column, where the condition holds; none elsewhere."""
    columns = list(table.columns)
    row = select(*(bindparam(f"new_{column.name}", type_=column.type) for column in columns))
    return insert(table).from_select(columns, row.where(condition))


def new(row: dict[str, object]) -> dict[str, object]:
    """Values for `insert_if`."""
    return {f"new_{name}": value for name, value in row.items()}
