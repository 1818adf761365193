"""Is the centre there, and its database too? For load balancers and `kiosk doctor`."""

from __future__ import annotations

from fastapi import APIRouter, Response

from kiosk.central.centre import Centre
from kiosk.central.door import answer, describe
from kiosk.wire.messages import Health


def routes(centre: Centre) -> APIRouter:
    """`GET /v1/health`, open to everybody."""
    router = APIRouter(tags=["health"])

    def ask_the_database() -> None:
        with centre.store.read() as unit:
            unit.local.get("health")

    @router.get("/v1/health", **describe(None, Health, refuses=(503,)))
    async def health() -> Response:
        """Say ok when the database answers."""
        await centre.work(ask_the_database)
        return answer(Health(status="ok"))

    return router
