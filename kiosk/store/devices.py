"""The booths a centre knows: one-time enrolment codes and tokens, both kept as hashes only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, insert, select, update

from kiosk.store.schema import devices, enrolments
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of, ms_of

_ADD_CODE = insert(enrolments)
_CODE = select(enrolments).where(enrolments.c.code_hash == bindparam("its_code"))
_USE_CODE = (
    update(enrolments)
    .where(
        enrolments.c.code_hash == bindparam("its_code"),
        enrolments.c.used_ms.is_(None),
        enrolments.c.expires_ms > bindparam("now"),
    )
    .values(used_ms=bindparam("now"), device_id=bindparam("device"))
)
_ADD = insert(devices)
_LET_IN_AGAIN = (
    update(devices)
    .where(
        devices.c.facility_id == bindparam("its_facility"),
        devices.c.device_id == bindparam("its_device"),
        devices.c.revoked_ms.is_not(None),
    )
    .values(
        name=bindparam("name"),
        token_hash=bindparam("token_hash"),
        enrolled_ms=bindparam("enrolled_ms"),
        revoked_ms=None,
    )
)
_BY_TOKEN = select(devices).where(
    devices.c.token_hash == bindparam("its_token"), devices.c.revoked_ms.is_(None)
)
_ALL = (
    select(devices)
    .where(devices.c.facility_id == bindparam("facility"))
    .order_by(devices.c.enrolled_ms, devices.c.device_id)
)
_REVOKE = (
    update(devices)
    .where(
        devices.c.facility_id == bindparam("facility"),
        devices.c.device_id == bindparam("device"),
        devices.c.revoked_ms.is_(None),
    )
    .values(revoked_ms=bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class EnrolledDevice:
    """A booth the centre knows. `device_id` is the origin of its events."""

    facility_id: str
    device_id: str
    name: str
    enrolled_at: datetime
    revoked_at: datetime | None = None


class Devices:
    """Enrolled booths and the codes that let them in."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add_code(
        self, code_hash: bytes, name: str, made_at: datetime, expires_at: datetime
    ) -> None:
        """Allow one booth of this facility to enrol with the code that has this hash."""
        self._scope.connection.execute(
            _ADD_CODE,
            {
                "facility_id": self._scope.facility_id,
                "code_hash": code_hash,
                "name": name,
                "made_ms": ms_of(made_at),
                "expires_ms": ms_of(expires_at),
                "used_ms": None,
                "device_id": None,
            },
        )

    def enrol(
        self, code_hash: bytes, device_id: str, token_hash: bytes, now: datetime
    ) -> EnrolledDevice | None:
        """Use the code up and let the booth in, at whatever facility the code is for.

        A booth that was revoked comes back under its own name, with a new token. None when there
        is no such code, or it was used or has run out: all look the same.
        """
        connection, key = self._scope.connection, {"its_code": code_hash}
        used = connection.execute(_USE_CODE, {**key, "now": ms_of(now), "device": device_id})
        if used.rowcount == 0:
            return None
        code = connection.execute(_CODE, key).mappings().one()
        row = {
            "facility_id": code["facility_id"],
            "device_id": device_id,
            "name": code["name"],
            "token_hash": token_hash,
            "enrolled_ms": ms_of(now),
            "revoked_ms": None,
        }
        again = {"its_facility": code["facility_id"], "its_device": device_id}
        known = {key: row[key] for key in ("name", "token_hash", "enrolled_ms")}
        if connection.execute(_LET_IN_AGAIN, again | known).rowcount == 0:
            connection.execute(_ADD, row)
        return EnrolledDevice(code["facility_id"], device_id, code["name"], now)

    def by_token(self, token_hash: bytes) -> EnrolledDevice | None:
        """The booth with this token, of any facility; None once it is revoked."""
        rows = self._scope.connection.execute(_BY_TOKEN, {"its_token": token_hash})
        row = rows.mappings().first()
        return None if row is None else _device(row)

    def revoke(self, device_id: str, now: datetime) -> bool:
        """Let this booth in no more; False when there is none, or it was revoked before."""
        values = {"facility": self._scope.facility_id, "device": device_id, "now": ms_of(now)}
        return self._scope.connection.execute(_REVOKE, values).rowcount > 0

    def all(self) -> list[EnrolledDevice]:
        """Every booth of this facility, revoked ones too."""
        rows = self._scope.connection.execute(_ALL, {"facility": self._scope.facility_id})
        return [_device(row) for row in rows.mappings()]


def _device(row: RowMapping) -> EnrolledDevice:
    revoked = row["revoked_ms"]
    return EnrolledDevice(
        facility_id=row["facility_id"],
        device_id=row["device_id"],
        name=row["name"],
        enrolled_at=instant_of(row["enrolled_ms"]),
        revoked_at=None if revoked is None else instant_of(revoked),
    )
