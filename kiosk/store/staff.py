"""The people who sign on, and (apart from them, in no journal) what proves who they are."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import RowMapping, bindparam, delete, insert, select, update

from kiosk.domain.staff import Role, Staff
from kiosk.store.schema import staff, staff_secrets
from kiosk.store.scope import Scope

_ALL = (
    select(staff)
    .where(staff.c.facility_id == bindparam("facility"))
    .order_by(staff.c.name, staff.c.staff_id)
)
_FIND = _ALL.where(staff.c.staff_id == bindparam("staff"))

_OF_STAFF = (
    staff_secrets.c.facility_id == bindparam("facility"),
    staff_secrets.c.staff_id == bindparam("staff"),
)
_PIN = select(staff_secrets.c.pin_hash, staff_secrets.c.failures).where(*_OF_STAFF)
_FAILED = update(staff_secrets).where(*_OF_STAFF).values(failures=staff_secrets.c.failures + 1)
_SUCCEEDED = update(staff_secrets).where(*_OF_STAFF).values(failures=0)
_FORGET = delete(staff_secrets).where(*_OF_STAFF)
_SET = insert(staff_secrets)
_ANYBODY = select(staff_secrets.c.staff_id).where(_OF_STAFF[0]).limit(1)


class People:
    """The staff of one facility."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def all(self) -> list[Staff]:
        """Everybody, by name."""
        rows = self._scope.connection.execute(_ALL, {"facility": self._scope.facility_id})
        return [_staff(row) for row in rows.mappings()]

    def find(self, staff_id: str) -> Staff | None:
        """The person with this id."""
        rows = self._scope.connection.execute(
            _FIND, {"facility": self._scope.facility_id, "staff": staff_id}
        )
        row = rows.mappings().first()
        return None if row is None else _staff(row)


class Pin(NamedTuple):
    """What is kept of a PIN, and how often it was wrong since it was last right."""

    pin_hash: str
    failures: int


class Secrets:
    """PIN hashes and failures. Local to this machine: they never enter the journal."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def set_pin(self, staff_id: str, pin_hash: str) -> None:
        """Give this person a new PIN (its argon2id hash), with no failures."""
        who = self._who(staff_id)
        self._scope.connection.execute(_FORGET, who)
        self._scope.connection.execute(
            _SET,
            {
                "facility_id": self._scope.facility_id,
                "staff_id": staff_id,
                "pin_hash": pin_hash,
                "failures": 0,
            },
        )

    def pin(self, staff_id: str) -> Pin | None:
        """The hash and the failures, if this person has a PIN here."""
        row = self._scope.connection.execute(_PIN, self._who(staff_id)).first()
        return None if row is None else Pin(row.pin_hash, row.failures)

    def anybody(self) -> bool:
        """Whether anybody ever got a PIN at this machine; before that it is its first start."""
        here = {"facility": self._scope.facility_id}
        return self._scope.connection.execute(_ANYBODY, here).first() is not None

    def note_failure(self, staff_id: str) -> None:
        """Count a failure; to be committed *before* the PIN is looked at."""
        self._scope.connection.execute(_FAILED, self._who(staff_id))

    def note_success(self, staff_id: str) -> None:
        """The PIN was right: failures start at 0 again."""
        self._scope.connection.execute(_SUCCEEDED, self._who(staff_id))

    def _who(self, staff_id: str) -> dict[str, str]:
        return {"facility": self._scope.facility_id, "staff": staff_id}


def _staff(row: RowMapping) -> Staff:
    return Staff(
        staff_id=row["staff_id"],
        name=row["name"],
        role=Role(row["role"]),
        active=bool(row["active"]),
    )
