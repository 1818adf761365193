"""Lifts the guards of what must not change, for a rebuild and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from kiosk.store.schema import PROJECTIONS

_TRIGGERS = text("SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'")


@contextmanager
def guards_lifted(connection: Connection) -> Iterator[None]:
    """The guards of the projections are off inside; on both engines part of the transaction."""
    names = {table.name for table in PROJECTIONS}
    if connection.dialect.name != "sqlite":
        for name in sorted(names):
            connection.execute(text(f"ALTER TABLE {name} DISABLE TRIGGER USER"))
        yield
        for name in sorted(names):
            connection.execute(text(f"ALTER TABLE {name} ENABLE TRIGGER USER"))
        return
    triggers = [row for row in connection.execute(_TRIGGERS) if row.tbl_name in names]
    for trigger in triggers:
        connection.execute(text(f"DROP TRIGGER {trigger.name}"))
    yield
    for trigger in triggers:
        connection.exec_driver_sql(trigger.sql)
