"""What every route works with: the store, the settings, the bell, and who is asking.

Booths hold a random token each, people (in this slice) one administrator's token; the database has
only their SHA-256, which is enough for 256 random bits. Rate limits and people's own accounts will
stand here too.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from typing import TypeVar

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from kiosk.central.bell import Bell
from kiosk.central.door import Refused
from kiosk.central.settings import CentreSettings
from kiosk.domain.event import Circumstances
from kiosk.store.devices import EnrolledDevice
from kiosk.store.store import Store

TOKEN_BYTES = 32

_ADMIN = "centre.admin_token"
_WHO = {"WWW-Authenticate": "Bearer"}

T = TypeVar("T")


class Centre:
    """One running centre."""

    def __init__(self, store: Store, settings: CentreSettings) -> None:
        self.store = store
        self.settings = settings
        self.bell = Bell()

    async def work(self, task: Callable[[], T]) -> T:
        """Run something that asks the database, beside the event loop."""
        return await run_in_threadpool(task)

    def circumstances(self, facility_id: str, actor: str) -> Circumstances:
        """Who and when, for a fact the centre makes."""
        clock = self.settings.clock
        return Circumstances(facility_id, clock.now(), int(clock.monotonic() * 1000), actor)

    async def device(self, request: Request) -> EnrolledDevice:
        """The booth that is asking; raises `Refused` for anybody else."""
        digest = digest_of(_bearer(request))

        def find() -> EnrolledDevice | None:
            with self.store.read() as unit:
                return unit.devices.by_token(digest)

        device = await self.work(find)
        if device is None:
            raise Refused(401, "unknown_device", "no booth with this token is enrolled", _WHO)
        return device

    async def admin(self, request: Request) -> None:
        """Let only the administrator pass; raises `Refused` for anybody else."""
        digest = digest_of(_bearer(request)).hex()

        def expected() -> str:
            with self.store.read() as unit:
                return unit.local.get(_ADMIN) or ""

        if not hmac.compare_digest(digest, await self.work(expected)):
            raise Refused(401, "not_admin", "this needs the administrator's token", _WHO)


def first_admin_token(store: Store, chance: Callable[[int], bytes]) -> str | None:
    """Make the administrator's token at the first start; None when there is one already."""
    with store.read() as unit:
        known = unit.local.get(_ADMIN) is not None
    return None if known else new_admin_token(store, chance)


def new_admin_token(store: Store, chance: Callable[[int], bytes]) -> str:
    """Make the administrator's token anew; the one before is worth nothing from now on.

    It is not kept: whoever asks for it must show it now.
    """
    token = chance(TOKEN_BYTES).hex()
    with store.write() as unit:
        unit.local.set(_ADMIN, digest_of(token).hex())
    return token


def digest_of(secret: str) -> bytes:
    """What the database keeps of a token or code."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refused(401, "no_token", "a bearer token is needed", _WHO)
    return token.strip()
