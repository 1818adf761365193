"""Who is let in, how often, and until when."""

import secrets
from pathlib import Path

import httpx2
import pytest

from kiosk.central.centre import first_admin_token, new_admin_token
from tests.support.centre import FACILITY, Booth, Site, paid_stay, running_centre

CODES = f"/v1/facilities/{FACILITY}/enrolments"


def code(site: Site) -> str:
    return str(site.admin.post(CODES, json={"name": "North booth"}).json()["code"])


def enrol(site: Site, code: str, device_id: str = "booth-1") -> httpx2.Response:
    """As a booth does it: without any token."""
    body = {"code": code, "device_id": device_id}
    return httpx2.post(f"{site.url}/v1/enrol", json=body, trust_env=False)


def test_a_code_lets_one_booth_in(site: Site) -> None:
    one = code(site)
    first = enrol(site, one)
    assert first.status_code == 201
    assert first.json()["facility_id"] == FACILITY
    assert enrol(site, one, "booth-2").status_code == 403


def test_a_code_may_be_typed_as_people_type(site: Site) -> None:
    assert enrol(site, code(site).lower().replace("-", " ")).status_code == 201


def test_a_code_runs_out(site: Site) -> None:
    one = code(site)
    site.clock.later(3601)
    assert enrol(site, one).json()["error"] == "bad_code"


@pytest.mark.parametrize("wrong", ["000-000-000", "x", "\u0000", "\U0001f697", "9" * 64])
def test_a_wrong_code_lets_nobody_in(site: Site, wrong: str) -> None:
    code(site)
    assert enrol(site, wrong).status_code == 403


def test_a_name_in_use_is_not_given_twice(site: Site) -> None:
    enrol(site, code(site))
    again = enrol(site, code(site))
    assert (again.status_code, again.json()["error"]) == (409, "device_taken")


def test_a_name_refused_does_not_use_the_code_up(site: Site) -> None:
    enrol(site, code(site))
    second = code(site)
    assert enrol(site, second).status_code == 409
    assert enrol(site, second, "booth-2").status_code == 201


def test_a_revoked_booth_is_refused_and_keeps_its_facts(site: Site, north: Booth) -> None:
    north.drain()
    revoke = f"/v1/facilities/{FACILITY}/devices/booth-1/revoke"
    assert site.admin.post(revoke).json()["revoked_at"] is not None
    assert site.admin.post(revoke).status_code == 200
    north.record(*paid_stay("one"))
    north.worker.try_now()
    north.worker.turn()
    assert north.status.cause == "refused"
    assert (north.status.reachable, north.status.unsent) == (False, 4)


def test_a_revoked_booth_comes_back_under_its_own_name_with_a_new_token(site: Site) -> None:
    lost = site.enrol("booth-7")
    site.admin.post(f"/v1/facilities/{FACILITY}/devices/booth-7/revoke")
    found = site.enrol("booth-7")
    pull = "/v1/pull?cursor=0&wait=0"
    statuses = [
        site.admin.get(pull, headers={"Authorization": f"Bearer {token}"}).status_code
        for token in (lost, found)
    ]
    assert statuses == [401, 200]
    [device] = site.admin.get(f"/v1/facilities/{FACILITY}/devices").json()["devices"]
    assert device["revoked_at"] is None


def test_nobody_can_be_revoked_who_was_never_let_in(site: Site) -> None:
    refused = site.admin.post(f"/v1/facilities/{FACILITY}/devices/booth-9/revoke")
    assert (refused.status_code, refused.json()["error"]) == (404, "unknown_device")


def test_the_list_names_every_booth(site: Site, north: Booth) -> None:
    [device] = site.admin.get(f"/v1/facilities/{FACILITY}/devices").json()["devices"]
    assert (device["device_id"], device["name"], device["revoked_at"]) == (
        "booth-1",
        "booth-1",
        None,
    )


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", CODES),
        ("GET", f"/v1/facilities/{FACILITY}/devices"),
        ("POST", f"/v1/facilities/{FACILITY}/devices/booth-1/revoke"),
        ("POST", f"/v1/facilities/{FACILITY}/bookings"),
    ],
)
def test_a_booths_token_is_no_administrators(site: Site, method: str, path: str) -> None:
    headers = {"Authorization": f"Bearer {site.enrol('booth-1')}", "Idempotency-Key": "12345678"}
    assert site.admin.request(method, path, headers=headers, json={}).status_code == 401


@pytest.mark.parametrize(("method", "path"), [("POST", "/v1/push"), ("GET", "/v1/pull")])
def test_the_administrators_token_is_no_booths(site: Site, method: str, path: str) -> None:
    assert site.admin.request(method, path).json()["error"] == "unknown_device"


@pytest.mark.parametrize("token", [b"", b"Basic abc", b"Bearer", b"Bearer \xe4", b"x" * 9000])
def test_no_token_no_entry(site: Site, token: bytes) -> None:
    refused = site.admin.get("/v1/pull", headers=[(b"Authorization", token)])
    assert refused.status_code == 401


def test_the_database_holds_no_secret_in_the_clear(tmp_path: Path) -> None:
    with running_centre(tmp_path / "centre.db") as site:
        said = [site.admin_token, site.enrol("booth-1"), code(site).replace("-", "")]
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("centre.db*"))
    for secret in said:
        assert secret.encode() not in kept


def test_the_administrators_token_is_made_once_and_can_be_replaced(site: Site) -> None:
    assert first_admin_token(site.store, secrets.token_bytes) is None
    listing = f"/v1/facilities/{FACILITY}/devices"
    assert site.admin.get(listing).status_code == 200
    replaced = new_admin_token(site.store, secrets.token_bytes)
    assert site.admin.get(listing).status_code == 401
    headers = {"Authorization": f"Bearer {replaced}"}
    assert site.admin.get(listing, headers=headers).status_code == 200
