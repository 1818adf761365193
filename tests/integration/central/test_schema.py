"""Schemathesis against the published schema: whatever it sends is answered as the schema says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from kiosk.central.app import create_app
from kiosk.central.centre import digest_of, first_admin_token
from kiosk.central.settings import CentreSettings
from kiosk.domain.event import Circumstances
from kiosk.domain.facts.booth import TariffPublished
from kiosk.store.store import Store
from tests.support.centre import FACILITY, TestClock, ids
from tests.support.tariffs import EVERYTHING

ROUTES = [
    ("GET", "/v1/health"),
    ("POST", "/v1/facilities/{facility_id}/enrolments"),
    ("POST", "/v1/enrol"),
    ("GET", "/v1/facilities/{facility_id}/devices"),
    ("POST", "/v1/facilities/{facility_id}/devices/{device_id}/revoke"),
    ("POST", "/v1/push"),
    ("GET", "/v1/pull"),
    ("POST", "/v1/facilities/{facility_id}/bookings"),
    ("POST", "/v1/facilities/{facility_id}/quotes"),
    ("GET", "/v1/facilities/{facility_id}/stays/{code}/quote"),
]


TOKENS = {"admin": bytes(32).hex(), "device": "booth", "nobody": "nobody"}


@pytest.fixture
def api(tmp_path: Path) -> Iterator[Any]:
    clock = TestClock()
    store = Store.open(
        tmp_path / "centre.db", facility_id="centre", origin="centre", ids=ids("centre")
    )
    assert first_admin_token(store, bytes) == TOKENS["admin"]
    with store.write(FACILITY) as unit:
        unit.devices.add_code(b"code", "north", clock.now(), clock.at.replace(year=2030))
        unit.devices.enrol(b"code", "booth-1", digest_of(TOKENS["device"]), clock.now())
        unit.record(
            TariffPublished("standard", 1, EVERYTHING), Circumstances(FACILITY, clock.at, 1)
        )
    app = create_app(store, CentreSettings(clock))
    yield schemathesis.openapi.from_asgi("/openapi.json", app)
    store.close()


def test_the_list_above_is_complete(api: Any) -> None:
    served = {(found.ok().method.upper(), found.ok().path) for found in api.get_all_operations()}
    assert served == set(ROUTES)


@pytest.mark.parametrize("who", TOKENS)
@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_whatever_is_sent_is_answered_as_the_schema_says(
    api: Any, method: str, path: str, mode: GenerationMode, who: str
) -> None:
    if (path, mode) == ("/v1/health", GenerationMode.NEGATIVE):
        return  # it takes nothing that could be wrong
    operation = api[path][method]
    headers = {"Authorization": f"Bearer {TOKENS[who]}"}

    @settings(max_examples=15, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        if path == "/v1/pull" and isinstance(case.query, dict):
            case.query["wait"] = 0
        # No schema can say that a stay ends after it begins, nor that 1.0 is no whole number.
        case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])

    ask()
