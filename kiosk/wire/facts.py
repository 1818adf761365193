"""The event as bytes: canonical bodies, the hash chain, and strict JSON for wire and export.

One line of JSON is one event. Its body is carried as the very bytes its origin wrote, because
the chain covers them:

    hash = SHA-256(DOMAIN || envelope || SHA-256(body) || prev_hash)

`envelope` is the compact JSON array of an `Envelope`, every other field in it, so no two
different envelopes share their bytes. The first event of an epoch has 32 zero bytes before it.
The body goes in as its own digest: personal data can be erased later and the chain still proves
the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Annotated, NamedTuple

import msgspec

from kiosk.domain.event import KIND_OF, KINDS, VERSION, Body, Circumstances, Event, Unread
from kiosk.wire.instants import instant_of, ms_of

GENESIS = bytes(32)
"""What the first event of an epoch is chained to."""
MAX_BODY_BYTES = 65_536
MAX_MS = 253_402_300_799_999
"""The last millisecond a datetime can hold (year 9999)."""

_DOMAIN = b"boomgate.event.1\n"
_PRINTABLE = r"^[^\x00-\x1f\x7f]*\Z"

_Word = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=_PRINTABLE)]
_Count = Annotated[int, msgspec.Meta(ge=1, le=2**53)]
_Hash = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Millis = Annotated[int, msgspec.Meta(ge=0, le=MAX_MS)]

_encoder = msgspec.json.Encoder(order="sorted")
_decoders: dict[str, msgspec.json.Decoder[Body]] = {
    kind: msgspec.json.Decoder(body) for kind, body in KINDS.items()
}
_instants = {
    kind: tuple(field.name for field in fields(body) if "datetime" in str(field.type))
    for kind, body in KINDS.items()
}
_NUL_ESCAPE = re.compile(rb"\\u0000")


class BadEvent(ValueError):
    """These bytes are not an event; the message says where they stop being one."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of one journal: the event the next one is chained to (`seq` 0: nothing yet)."""

    origin: str
    epoch: int
    seq: int = 0
    hash: bytes = GENESIS


class Envelope(NamedTuple):
    """Everything an event's hash covers beside its body and its past, in the order of the bytes."""

    event_id: _Word
    origin: _Word
    epoch: _Count
    seq: _Count
    kind: _Word
    version: _Count
    occurred_ms: _Millis
    monotonic_ms: _Millis
    facility_id: _Word
    lane_id: _Word | None
    session_id: _Word | None
    actor: _Word
    offline: bool
    forced: bool

    def link(self, data: bytes, prev_hash: bytes) -> bytes:
        """The hash of the event with this body, chained to `prev_hash`."""
        return _link(msgspec.json.encode(self), data, prev_hash)


class EventMessage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event as it travels; `body` is its exact bytes, hashes are hex, `occurred_at` UTC ms."""

    event_id: _Word
    origin: _Word
    epoch: _Count
    seq: _Count
    prev_hash: _Hash
    hash: _Hash
    kind: _Word
    version: _Count
    occurred_at: _Millis
    monotonic_ms: _Millis
    facility_id: _Word
    lane_id: _Word | None
    session_id: _Word | None
    actor: _Word
    offline: bool
    forced: bool
    body: msgspec.Raw


_messages = msgspec.json.Decoder(EventMessage)
_envelopes = msgspec.json.Decoder(Envelope)


def body_bytes(body: Body) -> bytes:
    """The one way to write a body: compact JSON, keys sorted. Raises `BadEvent` for no text."""
    try:
        return _encoder.encode(body)
    except UnicodeEncodeError as trouble:
        raise BadEvent(str(trouble)) from trouble


def read_body(kind: str, version: int, data: bytes) -> Body:
    """The body these bytes say, or `Unread` when this program cannot vouch for every one of them.

    Only bytes that are exactly what we would write ourselves count as read: a field too many, a
    key twice or a space too much may mean more than we understand. NUL characters are no text
    (PostgreSQL refuses them, SQLite cuts there), a time without its zone is no instant.
    """
    decoder = _decoders.get(kind)
    if decoder is None or version != VERSION or _NUL_ESCAPE.search(data):
        return Unread(kind)
    try:
        body = decoder.decode(data)
        exact = body_bytes(body) == data
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return Unread(kind)
    moments = (getattr(body, name) for name in _instants[kind])
    if not exact or any(moment and moment.tzinfo is None for moment in moments):
        return Unread(kind)
    return body


def seal(prev: Head, event_id: str, body: Body, circumstances: Circumstances) -> Event:
    """Give a new fact its place after `prev`; its instant is cut to whole milliseconds.

    Raises `BadEvent` for what no other program could read back: a text with a NUL, a field of the
    wrong type, a name too long. Such a fact must not enter the chain, where it would stay for ever.
    """
    kind = KIND_OF[type(body)]
    data = body_bytes(body)
    if len(data) > MAX_BODY_BYTES:
        raise BadEvent(f"a body of {len(data)} bytes is larger than {MAX_BODY_BYTES}")
    if isinstance(read_body(kind, VERSION, data), Unread):
        raise BadEvent(f"nobody could read this {kind} back: {body!r}")
    if circumstances.occurred_at.microsecond % 1000:
        whole = instant_of(ms_of(circumstances.occurred_at))
        circumstances = replace(circumstances, occurred_at=whole)
    seq = prev.seq + 1
    envelope = _envelope(event_id, prev.origin, prev.epoch, seq, kind, VERSION, circumstances)
    try:
        said = msgspec.json.encode(envelope)
        _envelopes.decode(said)
    except (msgspec.ValidationError, UnicodeEncodeError) as trouble:
        raise BadEvent(f"{trouble} of {envelope!r}") from trouble
    return Event(
        event_id=event_id,
        origin=prev.origin,
        epoch=prev.epoch,
        seq=seq,
        prev_hash=prev.hash,
        hash=_link(said, data, prev.hash),
        circumstances=circumstances,
        body=body,
        version=VERSION,
        data=data,
    )


def chain_hash(event: Event) -> bytes:
    """The hash this event must carry."""
    envelope = _envelope(
        event.event_id,
        event.origin,
        event.epoch,
        event.seq,
        event.kind,
        event.version,
        event.circumstances,
    )
    return envelope.link(event.data, event.prev_hash)


def event_message(event: Event) -> EventMessage:
    """The event in the form that travels."""
    where = event.circumstances
    return EventMessage(
        event_id=event.event_id,
        origin=event.origin,
        epoch=event.epoch,
        seq=event.seq,
        prev_hash=event.prev_hash.hex(),
        hash=event.hash.hex(),
        kind=event.kind,
        version=event.version,
        occurred_at=ms_of(where.occurred_at),
        monotonic_ms=where.monotonic_ms,
        facility_id=where.facility_id,
        lane_id=where.lane_id,
        session_id=where.session_id,
        actor=where.actor,
        offline=where.offline,
        forced=where.forced,
        body=msgspec.Raw(event.data),
    )


def event_of(message: EventMessage) -> Event:
    """The event a message carries. Says nothing yet about its hash: see `chain_hash`."""
    data = bytes(message.body)
    if len(data) > MAX_BODY_BYTES:
        raise BadEvent(f"body of {len(data)} bytes is larger than {MAX_BODY_BYTES}")
    return Event(
        event_id=message.event_id,
        origin=message.origin,
        epoch=message.epoch,
        seq=message.seq,
        prev_hash=bytes.fromhex(message.prev_hash),
        hash=bytes.fromhex(message.hash),
        circumstances=Circumstances(
            facility_id=message.facility_id,
            occurred_at=instant_of(message.occurred_at),
            monotonic_ms=message.monotonic_ms,
            actor=message.actor,
            lane_id=message.lane_id,
            session_id=message.session_id,
            offline=message.offline,
            forced=message.forced,
        ),
        body=read_body(message.kind, message.version, data),
        version=message.version,
        data=data,
    )


def event_json(event: Event) -> bytes:
    """One line of JSON without its line feed."""
    return msgspec.json.encode(event_message(event))


def event_from_json(line: bytes) -> Event:
    """Read one line of `event_json`. Raises `BadEvent` for anything else, whatever it is."""
    try:
        return event_of(_messages.decode(line))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as trouble:
        raise BadEvent(str(trouble)) from trouble


def _link(said: bytes, data: bytes, prev_hash: bytes) -> bytes:
    """The hash over an envelope's bytes, a body's and the past."""
    return sha256(_DOMAIN + said + sha256(data).digest() + prev_hash).digest()


def _envelope(
    event_id: str,
    origin: str,
    epoch: int,
    seq: int,
    kind: str,
    version: int,
    where: Circumstances,
) -> Envelope:
    return Envelope(
        event_id=event_id,
        origin=origin,
        epoch=epoch,
        seq=seq,
        kind=kind,
        version=version,
        occurred_ms=ms_of(where.occurred_at),
        monotonic_ms=where.monotonic_ms,
        facility_id=where.facility_id,
        lane_id=where.lane_id,
        session_id=where.session_id,
        actor=where.actor,
        offline=where.offline,
        forced=where.forced,
    )
