"""A few named values that belong to this machine alone: heartbeat, sync cursor, back-off.

Not journaled and not sent: they change often and say nothing about what happened. Written in the
same transaction as the facts they go with.
"""

from __future__ import annotations

from sqlalchemy import bindparam, insert, select, update

from kiosk.store.schema import local_state
from kiosk.store.scope import Scope

_NAMED = (
    local_state.c.facility_id == bindparam("facility"),
    local_state.c.name == bindparam("key"),
)
_GET = select(local_state.c.value).where(*_NAMED)
_REPLACE = update(local_state).where(*_NAMED).values(value=bindparam("new"))
_ADD = insert(local_state)


class Local:
    """Named texts of this machine."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, key: str) -> str | None:
        """The value, or None when it was never set."""
        value: str | None = self._scope.connection.execute(
            _GET, {"facility": self._scope.facility_id, "key": key}
        ).scalar_one_or_none()
        return value

    def set(self, key: str, value: str) -> None:
        """Remember it."""
        facility, connection = self._scope.facility_id, self._scope.connection
        replaced = connection.execute(_REPLACE, {"facility": facility, "key": key, "new": value})
        if replaced.rowcount == 0:
            connection.execute(_ADD, {"facility_id": facility, "name": key, "value": value})
