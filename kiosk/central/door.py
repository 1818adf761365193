"""The one door in and out: bodies to messages, messages to bodies, and every no as a `Problem`.

FastAPI's own validation coerces and accepts doubled keys, so bodies go through `wire.strict`
instead; their schemas are published from the same message types.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import msgspec
from fastapi import FastAPI, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from kiosk.store.trouble import StoreTrouble
from kiosk.wire import strict
from kiosk.wire.messages import Problem

T = TypeVar("T")

_NAME = Path(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,23}$")
FacilityId = Annotated[str, _NAME]
DeviceId = Annotated[str, _NAME]


class Refused(Exception):
    """This request gets a no: an HTTP status, a word for programs and a sentence for people."""

    def __init__(
        self, status: int, error: str, detail: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.problem = Problem(error=error, detail=detail)
        self.headers = dict(headers or {})


async def read(request: Request, kind: type[T], limit: int) -> T:
    """Read the body as a message; `limit` bytes, also after decompression. Raises `Refused`."""
    data = await _body(request, limit)
    try:
        return strict.decode(data, kind, limit)
    except strict.BadMessage as wrong:
        raise Refused(422, "bad_message", str(wrong)) from wrong


def answer(message: msgspec.Struct, status: int = 200) -> Response:
    """Send a message."""
    return Response(msgspec.json.encode(message), status, media_type="application/json")


def describe(
    takes: type[msgspec.Struct] | None,
    gives: type[msgspec.Struct],
    *,
    status: int = 200,
    refuses: tuple[int, ...] = (),
) -> dict[str, Any]:
    """Return the arguments that tell a route's documentation what travels."""
    described: dict[str, Any] = {
        "status_code": status,
        "responses": {
            status: {"description": "Done.", "content": _content(gives)},
            **{no: {"description": "No.", "content": _content(Problem)} for no in refuses},
        },
        "response_class": Response,
        "response_model": None,
    }
    if takes is not None:
        body = {"required": True, "content": _content(takes)}
        described["openapi_extra"] = {"requestBody": body}
    return described


def schemas(*messages: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the JSON schemas of messages, by name, for the OpenAPI document."""
    _, components = msgspec.json.schema_components(
        messages, ref_template="#/components/schemas/{name}"
    )
    return {name: _portable(schema) for name, schema in components.items()}


def add_refusals(app: FastAPI) -> None:
    """Give every kind of no the same form."""

    for kind in (Refused, StoreTrouble, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _no)


async def _no(_: Request, no: Exception) -> Response:
    match no:
        case Refused():
            reply = answer(no.problem, no.status)
            reply.headers.update(no.headers)
        case StoreTrouble():
            reply = answer(Problem(error="store_trouble", detail=no.message), 503)
        case RequestValidationError():
            wrong = "; ".join(f"{error['loc'][-1]}: {error['msg']}" for error in no.errors())
            reply = answer(Problem(error="bad_request", detail=wrong), 422)
        case HTTPException():
            reply = answer(Problem(error="not_served", detail=str(no.detail)), no.status_code)
            reply.headers.update(no.headers or {})
        case _:
            raise no
    return reply


async def _body(request: Request, limit: int) -> bytes:
    encoding = request.headers.get("content-encoding", "identity")
    if encoding not in ("identity", "gzip"):
        raise Refused(415, "bad_encoding", "bodies come as they are, or as gzip")
    unpack = zlib.decompressobj(wbits=31) if encoding == "gzip" else None
    data, received = bytearray(), 0
    async for chunk in request.stream():
        received += len(chunk)
        try:
            # One byte over the limit is enough to know; a bomb is never unpacked further.
            data += unpack.decompress(chunk, limit + 1 - len(data)) if unpack else chunk
        except zlib.error as wrong:
            raise Refused(400, "bad_encoding", "this is not gzip") from wrong
        if max(len(data), received) > limit:
            raise Refused(413, "too_large", f"a body has at most {limit} bytes")
    if unpack and (not unpack.eof or unpack.unused_data):
        raise Refused(400, "bad_encoding", "the gzip body does not end where it says")
    return bytes(data)


def _content(message: type[msgspec.Struct]) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{message.__name__}"}
    return {"application/json": {"schema": schema}}


def _portable(schema: Any) -> Any:
    """Python's end of text is `\\Z`; in the dialect of JSON schema `$` already means that."""
    match schema:
        case dict():
            return {
                key: value.replace(r"\Z", "$") if key == "pattern" else _portable(value)
                for key, value in schema.items()
            }
        case list():
            return [_portable(item) for item in schema]
    return schema
