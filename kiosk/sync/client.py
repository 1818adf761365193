"""The booth's telephone to the centre: every exchange ends, stays small, and can be believed.

One total deadline covers name look-up, connecting, sending and reading. A reply is read as raw
bytes up to a cap, never decompressed, never redirected, and must be the strict JSON we expect.
Whatever goes wrong is one `CentreTrouble` with a cause, so that an attendant sees "no internet"
and not a traceback.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import httpx2
import msgspec

from kiosk.domain.address import is_safe_road
from kiosk.wire import strict
from kiosk.wire.messages import Ack, Enrol, Enrolled, Pulled, Push

DEADLINE_SECONDS = 15.0
"""Total, for one exchange; a pull's own waiting comes on top."""

T = TypeVar("T")

_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})


class Cause(StrEnum):
    """Why the centre could not be asked."""

    INTERNET = "internet"
    """No name service or no route: the trouble is on this side."""
    CENTRE = "centre"
    """The way is there, the centre does not answer, or not well."""
    IMPOSTOR = "impostor"
    """Something else answered: a captive portal, a proxy, another server."""
    REFUSED = "refused"
    """The centre does not accept our token (any more)."""
    TOO_LARGE = "too_large"
    """The message was larger than the centre takes."""


class CentreTrouble(Exception):
    """One exchange failed. `retry_after_seconds` is what the centre asked for, if it did."""

    def __init__(self, cause: Cause, detail: str, retry_after_seconds: float | None = None) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause = cause
        self.detail = detail
        self.retry_after_seconds = retry_after_seconds


class CentreClient:
    """One booth's connection to `url` (https, or http to this very machine).

    `authorities` is a PEM file to trust instead of the system's, for a centre with its own. Use it
    from one event loop only.
    """

    def __init__(
        self,
        url: str,
        token: str = "",
        *,
        authorities: Path | None = None,
        deadline_seconds: float = DEADLINE_SECONDS,
    ) -> None:
        if not is_safe_road(url):
            raise ValueError(f"{url!r}: the centre's address must begin with https://")
        self._deadline_seconds = deadline_seconds
        self._http = httpx2.AsyncClient(
            base_url=url,
            headers={"Accept-Encoding": "identity", "Accept": "application/json"}
            | ({"Authorization": f"Bearer {token}"} if token else {}),
            follow_redirects=False,
            trust_env=False,
            timeout=None,
            verify=ssl.create_default_context(cafile=authorities),
        )

    async def push(self, message: Push) -> Ack:
        """Send events; raises `CentreTrouble`."""
        return await self._exchange("POST", "/v1/push", Ack, message)

    async def pull(self, cursor: int, limit: int, wait_seconds: int) -> Pulled:
        """Ask for at most `limit` events after `cursor`; raises `CentreTrouble`."""
        path = f"/v1/pull?cursor={cursor}&limit={limit}&wait={wait_seconds}"
        return await self._exchange("GET", path, Pulled, extra_seconds=wait_seconds)

    async def enrol(self, message: Enrol) -> Enrolled:
        """Trade a one-time code for a token; raises `CentreTrouble`."""
        return await self._exchange("POST", "/v1/enrol", Enrolled, message)

    async def close(self) -> None:
        """Hang up."""
        await self._http.aclose()

    async def _exchange(
        self,
        method: str,
        path: str,
        kind: type[T],
        message: msgspec.Struct | None = None,
        extra_seconds: float = 0,
    ) -> T:
        content = None if message is None else msgspec.json.encode(message)
        headers = {} if content is None else {"Content-Type": "application/json"}
        try:
            async with (
                asyncio.timeout(self._deadline_seconds + extra_seconds),
                self._http.stream(method, path, content=content, headers=headers) as reply,
            ):
                data = await _read(reply)
        except TimeoutError as late:
            raise CentreTrouble(Cause.CENTRE, "no complete answer in time") from late
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as failed:
            raise CentreTrouble(_cause(failed), str(failed) or type(failed).__name__) from failed
        _check_status(reply)
        try:
            return strict.decode(data, kind)
        except strict.BadMessage as wrong:
            raise CentreTrouble(Cause.IMPOSTOR, f"not our protocol: {wrong}") from wrong


async def _read(reply: httpx2.Response) -> bytes:
    if reply.headers.get("content-encoding", "identity") != "identity":
        raise CentreTrouble(Cause.IMPOSTOR, "the answer is compressed, which we did not ask for")
    data = bytearray()
    # Without a size argument: with one, the chunks of a slow reply would be collected first.
    async for chunk in reply.aiter_raw():
        data += chunk
        if len(data) > strict.MAX_BYTES:
            raise CentreTrouble(Cause.IMPOSTOR, f"the answer is longer than {strict.MAX_BYTES}")
    return bytes(data)


def _check_status(reply: httpx2.Response) -> None:
    status = reply.status_code
    is_json = reply.headers.get("content-type", "").startswith("application/json")
    if status in (200, 201) and is_json:
        return
    detail = f"status {status}"
    if not is_json or status < 400:
        # A server in trouble may well answer in HTML; nobody else's login page is a 5xx.
        cause = Cause.CENTRE if status >= 500 else Cause.IMPOSTOR
        raise CentreTrouble(cause, f"{detail}, not JSON", _retry_after(reply))
    cause = {401: Cause.REFUSED, 403: Cause.REFUSED, 413: Cause.TOO_LARGE}.get(status, Cause.CENTRE)
    raise CentreTrouble(cause, detail, _retry_after(reply))


def _retry_after(reply: httpx2.Response) -> float | None:
    """Seconds the centre asks us to stay away; dates and nonsense are ignored."""
    text = reply.headers.get("retry-after", "")
    return float(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def _cause(failed: BaseException) -> Cause:
    """Look through the chain of exceptions for the one that says where the way ended."""
    link: BaseException | None = failed
    while link is not None:
        if isinstance(link, ssl.SSLError):
            return Cause.IMPOSTOR
        if isinstance(link, socket.gaierror):
            return Cause.INTERNET
        if isinstance(link, OSError) and link.errno in _NO_ROUTE:
            return Cause.INTERNET
        link = link.__cause__ or link.__context__
    return Cause.CENTRE
