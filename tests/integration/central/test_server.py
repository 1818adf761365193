"""The centre as a process: where it listens, how it ends, what its pages need."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from kiosk.central.server import CentreServer
from tests.support.centre import Site

CENTRE = """
import sys
from pathlib import Path

from kiosk.central.app import create_app
from kiosk.central.server import CentreServer
from kiosk.central.settings import CentreSettings
from kiosk.store.store import Store
from tests.support.centre import TestClock, ids

store = Store.open(Path(sys.argv[1]), facility_id="centre", origin="centre", ids=ids("centre"))
app = create_app(store, CentreSettings(TestClock()))
CentreServer(app).run(lambda line: print(line, flush=True))
store.close()
print("closed", flush=True)
"""


@pytest.fixture
def process(tmp_path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", CENTRE, str(tmp_path / "centre.db")]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_is_and_ends_although_somebody_hangs_on_the_line(
    process: "subprocess.Popen[str]", sign: signal.Signals
) -> None:
    with process:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)", process.stdout.readline())
        assert found is not None
        # Takes up a connection with half a request for ever.
        with socket.create_connection(("127.0.0.1", int(found[1]))) as hung:
            hung.sendall(b"POST /v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")
            health = httpx2.get(f"{found[0]}/v1/health", trust_env=False)
            assert health.json() == {"status": "ok"}
            process.send_signal(sign)
            assert process.stdout.readline() == "closed\n"
    assert process.returncode == 0


def test_a_taken_port_is_said_at_once(site: Site) -> None:
    port = int(site.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        CentreServer(FastAPI(), port=port)


def test_the_api_page_asks_no_other_server(site: Site) -> None:
    page = site.admin.get("/docs")
    assert page.status_code == 200
    assert "//" not in re.sub(r"<!--.*?-->", "", page.text.replace("</", ""))
    for wanted in re.findall(r'(?:src|href)="(/[^"]+)"', page.text):
        assert site.admin.get(wanted).status_code == 200
    assert "swagger-ui" in site.admin.get("/web/swagger-ui.css").text
    assert "SwaggerUIBundle" in site.admin.get("/web/swagger-ui-bundle.js").text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("DELETE", "/v1/push", 405),
        ("GET", "/redoc", 404),
        ("GET", "/v1/facilities/..%2F..%2Fetc/devices", 404),
        ("GET", "/v1/facilities/-north/devices", 422),
    ],
)
def test_what_is_not_served_is_a_problem_too(
    site: Site, method: str, path: str, status: int
) -> None:
    answer = site.admin.request(method, path)
    assert (answer.status_code, set(answer.json())) == (status, {"error", "detail"})
