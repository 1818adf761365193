"""The client against servers that do what they should not, over real sockets."""

import asyncio
import socket
import ssl
import tracemalloc
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from kiosk.sync.client import Cause, CentreClient, CentreTrouble
from kiosk.wire.messages import Pulled
from tests.support import evil_server
from tests.support.evil_server import Manners, evil, says

ANSWER = b'{"events":[],"cursor":9}'


def pull(url: str, deadline_seconds: float = 5.0, authorities: Path | None = None) -> Pulled:
    """One pull without waiting, in its own event loop."""

    async def ask() -> Pulled:
        client = CentreClient(
            url, "token", authorities=authorities, deadline_seconds=deadline_seconds
        )
        try:
            return await client.pull(cursor=7, limit=50, wait_seconds=0)
        finally:
            await client.close()

    return asyncio.run(ask())


def trouble(manners: Manners, deadline_seconds: float = 5.0) -> CentreTrouble:
    with evil(manners) as url, pytest.raises(CentreTrouble) as caught:
        pull(url, deadline_seconds)
    return caught.value


def test_a_good_answer_is_understood() -> None:
    visits: list[bytes] = []
    with evil(says(ANSWER), visits) as url:
        assert pull(url) == Pulled(events=[], cursor=9)
    [request] = visits
    assert request.startswith(b"GET /v1/pull?cursor=7&limit=50&wait=0 HTTP/1.1\r\n")
    assert b"authorization: bearer token\r\n" in request.lower()
    assert b"accept-encoding: identity\r\n" in request.lower()


@pytest.mark.parametrize(
    "manners", [evil_server.silent, evil_server.drip, evil_server.drip_headers]
)
def test_every_exchange_ends_by_its_deadline(manners: Manners) -> None:
    assert trouble(manners, deadline_seconds=0.3).cause is Cause.CENTRE


@pytest.mark.parametrize(
    ("manners", "cause"),
    [
        (evil_server.hang_up, Cause.CENTRE),
        (evil_server.cut_short, Cause.CENTRE),
        (evil_server.noise, Cause.CENTRE),
        (evil_server.flood, Cause.IMPOSTOR),
        (evil_server.bomb, Cause.IMPOSTOR),
        (evil_server.portal, Cause.IMPOSTOR),
        (says(b'{"ok":true}'), Cause.IMPOSTOR),
        (says(b""), Cause.IMPOSTOR),
        (says(b'{"events":[],"cursor":9,"cursor":10}'), Cause.IMPOSTOR),
        (says(b'{"events":[],"cursor":NaN}'), Cause.IMPOSTOR),
        (says(b'{"events":[],"cursor":-1}'), Cause.IMPOSTOR),
        (says(b'{"events":[],"cursor":9.0}'), Cause.IMPOSTOR),
        (says(b"[" * 1_000_000), Cause.IMPOSTOR),
        (says(b'{"events":["\xff"],"cursor":9}'), Cause.IMPOSTOR),
        (says(b"{}", status="401 Unauthorized"), Cause.REFUSED),
        (says(b"{}", status="403 Forbidden"), Cause.REFUSED),
        (says(b"{}", status="404 Not Found"), Cause.CENTRE),
        (says(b"{}", status="413 Content Too Large"), Cause.TOO_LARGE),
        (says(b"{}", status="500 Internal Server Error"), Cause.CENTRE),
        (says(b"oops", status="502 Bad Gateway", kind="text/html"), Cause.CENTRE),
        (says(b"{}", status="204 No Content"), Cause.IMPOSTOR),
        (says(b"no such page", status="404 Not Found", kind="text/html"), Cause.IMPOSTOR),
    ],
)
def test_whatever_answers_is_one_trouble_with_a_cause(manners: Manners, cause: Cause) -> None:
    assert trouble(manners).cause is cause


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("Retry-After: 30", 30.0),
        ("Retry-After: Fri, 20 Nov 2026 12:00:00 GMT", None),
        ("Retry-After: -1", None),
        ("Retry-After: 99999999999", None),
        ("X-Nothing: 1", None),
    ],
)
def test_a_busy_centre_may_say_when_to_come_back(header: str, seconds: float | None) -> None:
    manners = says(b"{}", header, status="429 Too Many Requests")
    assert trouble(manners).retry_after_seconds == seconds


def test_a_redirect_is_not_followed() -> None:
    visits: list[bytes] = []
    with evil(says(ANSWER), visits) as elsewhere:
        assert trouble(evil_server.sends_to(elsewhere)).cause is Cause.IMPOSTOR
    assert visits == []


@pytest.mark.parametrize("manners", [evil_server.flood, evil_server.bomb])
def test_memory_stays_bounded_whatever_is_sent(manners: Manners) -> None:
    with evil(manners) as url:
        tracemalloc.start()
        with pytest.raises(CentreTrouble):
            pull(url)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 10_000_000


def test_nobody_listening_is_the_centres_trouble() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    with pytest.raises(CentreTrouble) as caught:
        pull(f"http://127.0.0.1:{port}")
    assert caught.value.cause is Cause.CENTRE


def test_a_name_nobody_knows_is_the_internets_trouble() -> None:
    with pytest.raises(CentreTrouble) as caught:
        pull("https://centre.invalid")
    assert caught.value.cause is Cause.INTERNET


def test_a_certificate_nobody_vouches_for_is_an_impostors(tmp_path: Path) -> None:
    with (
        evil(says(ANSWER), tls=own_certificate(tmp_path)) as url,
        pytest.raises(CentreTrouble) as caught,
    ):
        pull(url)
    assert caught.value.cause is Cause.IMPOSTOR


def test_a_centre_with_its_own_authority_is_believed_when_we_are_told_so(tmp_path: Path) -> None:
    with evil(says(ANSWER), tls=own_certificate(tmp_path)) as url:
        assert pull(url, authorities=tmp_path / "own.pem") == Pulled(events=[], cursor=9)


@pytest.mark.parametrize(
    "url",
    ["http://centre.example", "http://10.0.0.1:8080", "ftp://centre.example", "centre.example", ""],
)
def test_plain_http_leaves_this_machine_never(url: str) -> None:
    with pytest.raises(ValueError, match="must begin with https"):
        CentreClient(url)


def own_certificate(folder: Path) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate it signed itself (left in `own.pem`)."""
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "centre")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .sign(key, None)
    )
    own = folder / "own.pem"
    own.write_bytes(certificate.public_bytes(Encoding.PEM))
    secret = folder / "own.key"
    secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, secret)
    return context
