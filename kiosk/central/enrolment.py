"""Letting booths in, and out again.

An administrator makes a code, a technician types it in at the booth, the booth trades it for its
token. The code works once; code and token are kept as hashes; a revoked token is unknown from then
on, and what the booth recorded meanwhile waits in its journal.
"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from kiosk.central.centre import TOKEN_BYTES, Centre, digest_of
from kiosk.central.door import DeviceId, FacilityId, Refused, answer, describe, read
from kiosk.domain.ticket import spoken_code
from kiosk.store.devices import EnrolledDevice
from kiosk.store.trouble import Contradicted
from kiosk.wire.codes import check_code, secret_code
from kiosk.wire.messages import Device, Devices, Enrol, Enrolled, Enrolment, EnrolmentWanted


def routes(centre: Centre) -> APIRouter:
    """Enrolment codes, enrolment itself, and the list of booths."""
    router = APIRouter(tags=["booths"])
    limit = centre.settings.max_body_bytes

    @router.post(
        "/v1/facilities/{facility_id}/enrolments",
        **describe(EnrolmentWanted, Enrolment, status=201, refuses=(401, 422)),
    )
    async def make_code(facility_id: FacilityId, request: Request) -> Response:
        """Make a one-time code that lets one more booth in (administrator)."""
        await centre.admin(request)
        wanted = await read(request, EnrolmentWanted, limit)
        made = await centre.work(lambda: _make_code(centre, facility_id, wanted.name))
        return answer(made, 201)

    @router.post("/v1/enrol", **describe(Enrol, Enrolled, status=201, refuses=(403, 409, 422)))
    async def enrol(request: Request) -> Response:
        """Trade a one-time code for a token (booth)."""
        message = await read(request, Enrol, limit)
        enrolled = await centre.work(lambda: _enrol(centre, message))
        return answer(enrolled, 201)

    @router.get(
        "/v1/facilities/{facility_id}/devices", **describe(None, Devices, refuses=(401, 422))
    )
    async def list_devices(facility_id: FacilityId, request: Request) -> Response:
        """List every booth a facility ever had (administrator)."""
        await centre.admin(request)
        devices = await centre.work(lambda: _devices(centre, facility_id))
        return answer(Devices(devices=[_shown(device) for device in devices]))

    @router.post(
        "/v1/facilities/{facility_id}/devices/{device_id}/revoke",
        **describe(None, Device, refuses=(401, 404, 422)),
    )
    async def revoke(facility_id: FacilityId, device_id: DeviceId, request: Request) -> Response:
        """Let a booth in no more (administrator). Asking again changes nothing."""
        await centre.admin(request)
        return answer(_shown(await centre.work(lambda: _revoke(centre, facility_id, device_id))))

    return router


def _make_code(centre: Centre, facility_id: str, name: str) -> Enrolment:
    code = secret_code(centre.settings.chance(5))
    now = centre.settings.clock.now()
    expires_at = now + centre.settings.enrolment_lasts
    with centre.store.write(facility_id) as unit:
        unit.devices.add_code(digest_of(code), name, now, expires_at)
    return Enrolment(
        code=spoken_code(code), facility_id=facility_id, name=name, expires_at=expires_at
    )


def _enrol(centre: Centre, message: Enrol) -> Enrolled:
    token = centre.settings.chance(TOKEN_BYTES).hex()
    digest = digest_of(check_code(message.code) or "")
    try:
        with centre.store.write() as unit:
            device = unit.devices.enrol(
                digest, message.device_id, digest_of(token), centre.settings.clock.now()
            )
    except Contradicted as taken:
        raise Refused(409, "device_taken", "a booth of this name is enrolled already") from taken
    if device is None:
        raise Refused(403, "bad_code", "this code is unknown, used, or too old")
    return Enrolled(token=token, device_id=device.device_id, facility_id=device.facility_id)


def _devices(centre: Centre, facility_id: str) -> list[EnrolledDevice]:
    with centre.store.read(facility_id) as unit:
        return unit.devices.all()


def _revoke(centre: Centre, facility_id: str, device_id: str) -> EnrolledDevice:
    with centre.store.write(facility_id) as unit:
        unit.devices.revoke(device_id, centre.settings.clock.now())
        for device in unit.devices.all():
            if device.device_id == device_id:
                return device
    raise Refused(404, "unknown_device", "this facility has no such booth")


def _shown(device: EnrolledDevice) -> Device:
    return Device(
        device_id=device.device_id,
        facility_id=device.facility_id,
        name=device.name,
        enrolled_at=device.enrolled_at,
        revoked_at=device.revoked_at,
    )
