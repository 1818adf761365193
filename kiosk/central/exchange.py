"""Push and pull: the centre's half of the protocol in `wire.messages`.

Facts are reported, not asked for: an event is stored first and interpreted after, and one that
cannot be taken spoils no other. What the centre makes and what a booth reports reaches the other
booths of the facility by the same feed.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from kiosk.central.bell import heard
from kiosk.central.centre import Centre
from kiosk.central.door import answer, describe, read
from kiosk.store.devices import EnrolledDevice
from kiosk.store.receiving import Verdict as Judged
from kiosk.store.unit import Transaction
from kiosk.wire.batch import fitting
from kiosk.wire.facts import BadEvent, event_from_json
from kiosk.wire.messages import MAX_BATCH, MAX_WAIT_SECONDS, Ack, Pulled, Push, Verdict

Cursor = Annotated[int, Query(ge=0, le=2**53, description="Where the last pull ended; 0 at first")]
Limit = Annotated[int, Query(ge=1, le=MAX_BATCH, description="Most events to send")]
Wait = Annotated[int, Query(ge=0, le=MAX_WAIT_SECONDS, description="Seconds to wait for news")]


def routes(centre: Centre) -> APIRouter:
    """`POST /v1/push` and `GET /v1/pull`, for enrolled booths."""
    router = APIRouter(tags=["sync"])

    @router.post("/v1/push", **describe(Push, Ack, refuses=(400, 401, 413, 415, 422, 503)))
    async def push(request: Request) -> Response:
        """Take a booth's events, in the order of its journal."""
        device = await centre.device(request)
        message = await read(request, Push, centre.settings.max_body_bytes)
        ack = await centre.work(lambda: _take(centre, device, message))
        if any(verdict.verdict == "accepted" for verdict in ack.verdicts):
            centre.bell.ring(device.facility_id)
        return answer(ack)

    @router.get("/v1/pull", **describe(None, Pulled, refuses=(401, 422, 503)))
    async def pull(
        request: Request, cursor: Cursor = 0, limit: Limit = MAX_BATCH, wait: Wait = 0
    ) -> Response:
        """Say what others did at the booth's facility; wait for it, if asked to."""
        device = await centre.device(request)
        return answer(await _wait_for_news(centre, device, request, cursor, limit, wait))

    return router


async def _wait_for_news(
    centre: Centre, device: EnrolledDevice, request: Request, cursor: int, limit: int, wait: int
) -> Pulled:
    ends = centre.settings.clock.monotonic() + wait
    while True:
        news = centre.bell.listen(device.facility_id)
        pulled = await centre.work(lambda: _news(centre, device, cursor, limit))
        left = ends - centre.settings.clock.monotonic()
        if pulled.events or left <= 0 or await request.is_disconnected():
            return pulled
        await heard(news, min(left, centre.settings.recheck_seconds))


def _news(centre: Centre, device: EnrolledDevice, cursor: int, limit: int) -> Pulled:
    facility, origin = device.facility_id, device.device_id
    with centre.store.read(facility) as unit:
        events, after = unit.feed.since(facility, cursor, origin, limit)
        lines = fitting(events)
        if len(lines) < len(events):
            _, after = unit.feed.since(facility, cursor, origin, len(lines))
    return Pulled(events=lines, cursor=after)


def _take(centre: Centre, device: EnrolledDevice, message: Push) -> Ack:
    with centre.store.write(device.facility_id) as unit:
        verdicts = [
            _taken(centre, unit, device, message.epoch, bytes(line)) for line in message.events
        ]
        head = unit.journal.head(device.device_id, message.epoch)
        sums = unit.payments.takings(device.device_id) if message.compare else None
    return Ack(
        epoch=message.epoch, seq=head.seq, hash=head.hash.hex(), sums=sums, verdicts=verdicts
    )


def _taken(
    centre: Centre, unit: Transaction, device: EnrolledDevice, epoch: int, line: bytes
) -> Verdict:
    try:
        event = event_from_json(line)
    except BadEvent:
        return Verdict(verdict="conflict", reason="unreadable")
    if (event.origin, event.epoch) != (device.device_id, epoch):
        return Verdict(verdict="conflict", reason="foreign")
    judged: Judged = unit.receive(event, centre.settings.clock.now())
    return Verdict(verdict=judged.taken.value, reason=judged.reason)
