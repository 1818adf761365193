"""Reads what the owner publishes to booths: tariff versions and the keys that check tickets."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from kiosk.store.prepared import Prepared
from kiosk.store.schema import keys, tariffs
from kiosk.store.scope import Scope

_LATEST = Prepared(
    select(tariffs.c.tariff, tariffs.c.version)
    .where(
        tariffs.c.facility_id == bindparam("facility"),
        tariffs.c.tariff == bindparam("tariff"),
    )
    .order_by(tariffs.c.version.desc())
    .limit(1)
)
_RULES = select(tariffs.c.rules).where(
    tariffs.c.facility_id == bindparam("facility"),
    tariffs.c.tariff == bindparam("tariff"),
    tariffs.c.version == bindparam("version"),
)
_KEYS = (
    select(keys)
    .where(keys.c.facility_id == bindparam("facility"))
    .order_by(keys.c.origin, keys.c.key_id)
)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A booth's Ed25519 public key (32 bytes as hex), by which others read its tickets."""

    origin: str
    key_id: int
    public_key: str


class Tariffs:
    """The tariff versions of one facility. A version never changes."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def latest(self, tariff: str) -> tuple[str, int]:
        """(tariff, version) of its newest version. Raises `LookupError` when there is none."""
        values = {"facility": self._scope.facility_id, "tariff": tariff}
        rows = _LATEST.rows(self._scope.connection, values)
        if not rows:
            raise LookupError(f"no tariff {tariff!r} was published")
        return rows[0]["tariff"], rows[0]["version"]

    def rules(self, tariff: str, version: int) -> str:
        """The TOML text of one version. Raises `LookupError` when there is none."""
        rules: str | None = self._scope.connection.execute(
            _RULES, {"facility": self._scope.facility_id, "tariff": tariff, "version": version}
        ).scalar_one_or_none()
        if rules is None:
            raise LookupError(f"no version {version} of tariff {tariff!r} was published")
        return rules


class Keys:
    """The public keys of one facility's booths."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def all(self) -> list[PublicKey]:
        """Every key that was published, old ones too: old paper still comes back."""
        rows = self._scope.connection.execute(_KEYS, {"facility": self._scope.facility_id})
        return [PublicKey(row.origin, row.key_id, row.public_key) for row in rows]
