"""Paper that works without any server: signed entry tickets and exit passes.

Inside the QR: ``BG1`` and then base32 (upper case, no padding) of a MessagePack array followed by
its Ed25519 signature (64 bytes, RFC 8032). That stays in the QR's alphanumeric mode and survives
scanners that type. The arrays, whose second element is always the version:

* ticket ``[1, 1, key id, facility, lane, number, issued at (s), tariff, vehicle class]``
* exit pass ``[2, 1, key id, facility, ticket code, paid until (s), amount, currency, till]``
* debt slip ``[3, 1, key id, facility, ticket code, released at (s), amount, currency, lane]``

Names (facility, tariff, vehicle class, till) are 1-24 printable ASCII characters without spaces.

A valid signature alone never opens a lane: the ledger decides. It lets an exit that has not heard
of the session price it, and one without any network let a paid car go. The short code under the
QR (`wire.codes`) is handed on from here, so that whoever deals with tickets needs one module.
"""

from __future__ import annotations

import binascii
import hashlib
from base64 import b32decode, b32encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain.money import Money
from kiosk.domain.ticket import Refusal
from kiosk.wire.codes import LANES, NUMBERS, check_code, secret_code, short_code

__all__ = [
    "PREFIX",
    "DebtSlip",
    "EntryTicket",
    "ExitPass",
    "Keyring",
    "Signer",
    "check_code",
    "debt_slip_payload",
    "entry_ticket_payload",
    "exit_pass_payload",
    "key_id_of",
    "read_payload",
    "secret_code",
    "short_code",
]

PREFIX = "BG1"
MAX_TEXT = 400
"""Longest text that is looked at, in characters; the longest of ours has 256."""
SIGNATURE_BYTES = 64

_CONTEXT = b"boomgate paper 1\0"  # signed with the payload, so no other signature can pass for one
_VERSION: Literal[1] = 1

_Seconds = Annotated[int, msgspec.Meta(ge=0, le=0xFFFF_FFFF)]
_Word = Annotated[str, msgspec.Meta(pattern=r"\A[!-~]{1,24}\Z")]
_KeyId = Annotated[int, msgspec.Meta(ge=0, le=0xFFFF_FFFF)]
_Lane = Annotated[int, msgspec.Meta(ge=0, lt=LANES)]
_Number = Annotated[int, msgspec.Meta(ge=0, lt=NUMBERS)]
_Minor = Annotated[int, msgspec.Meta(ge=0, le=0xFFFF_FFFF)]
_Code = Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-HJKMNP-TV-Z]{7,9}\Z")]
"""A ticket's short code (7), or a booking's (9)."""
_Currency = Annotated[str, msgspec.Meta(pattern=r"\A[A-Z]{3}\Z")]


class _TicketPayload(
    msgspec.Struct, frozen=True, array_like=True, tag=1, forbid_unknown_fields=True
):
    version: Literal[1]
    key_id: _KeyId
    facility: _Word
    lane: _Lane
    number: _Number
    issued: _Seconds
    tariff: _Word
    vehicle_class: _Word


class _PassPayload(msgspec.Struct, frozen=True, array_like=True, tag=2, forbid_unknown_fields=True):
    version: Literal[1]
    key_id: _KeyId
    facility: _Word
    code: _Code
    paid_until: _Seconds
    minor: _Minor
    currency: _Currency
    till: _Word


class _DebtPayload(msgspec.Struct, frozen=True, array_like=True, tag=3, forbid_unknown_fields=True):
    version: Literal[1]
    key_id: _KeyId
    facility: _Word
    code: _Code
    released: _Seconds
    minor: _Minor
    currency: _Currency
    till: _Word


_Payload = _TicketPayload | _PassPayload | _DebtPayload
_decoder = msgspec.msgpack.Decoder(_Payload)


@dataclass(frozen=True, slots=True)
class EntryTicket:
    """What an entry ticket says. `issued_at` is cut to whole seconds."""

    facility_id: str
    lane_number: int
    number: int
    issued_at: datetime
    tariff: str
    vehicle_class: str

    @property
    def code(self) -> str:
        """The short code under the QR, its key in the ledger."""
        return short_code(self.lane_number, self.number)


@dataclass(frozen=True, slots=True)
class ExitPass:
    """What a paid exit pass says: this ticket's car may leave until `leave_by_at`."""

    facility_id: str
    code: str
    leave_by_at: datetime
    amount: Money
    till: str


@dataclass(frozen=True, slots=True)
class DebtSlip:
    """What the slip of a car that was let go says: `amount` is owed since `released_at`."""

    facility_id: str
    code: str
    released_at: datetime
    amount: Money
    till: str


Paper = EntryTicket | ExitPass | DebtSlip
"""What signed paper can say."""


class Signer:
    """Signs paper with the booth's own Ed25519 key (`private_key`: its 32 byte seed)."""

    def __init__(self, private_key: bytes, key_id: int) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private_key)
        self.key_id = key_id

    @property
    def public_key(self) -> bytes:
        """The 32 bytes that others check our paper with."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """Return the 64 byte signature of a payload."""
        return self._key.sign(_CONTEXT + data)


class Keyring:
    """The public keys of every booth of the facility, by key id."""

    def __init__(self, keys: Mapping[int, bytes]) -> None:
        self._keys = {
            key_id: Ed25519PublicKey.from_public_bytes(key) for key_id, key in keys.items()
        }

    def check(self, key_id: int, data: bytes, signature: bytes) -> Refusal | None:
        """Return why this signature does not count, or None when it does."""
        key = self._keys.get(key_id)
        if key is None:
            return Refusal.UNKNOWN
        try:
            key.verify(signature, _CONTEXT + data)
        except InvalidSignature:
            return Refusal.FORGED
        return None


def key_id_of(public_key: bytes) -> int:
    """Return the id a key goes by on paper: the first 32 bits of its SHA-256."""
    return int.from_bytes(hashlib.sha256(public_key).digest()[:4], "big")


def entry_ticket_payload(ticket: EntryTicket, signer: Signer) -> str:
    """Return the text for a ticket's QR; ValueError for a value that does not fit the format."""
    return _sealed(
        _TicketPayload(
            version=_VERSION,
            key_id=signer.key_id,
            facility=ticket.facility_id,
            lane=ticket.lane_number,
            number=ticket.number,
            issued=int(ticket.issued_at.timestamp()),
            tariff=ticket.tariff,
            vehicle_class=ticket.vehicle_class,
        ),
        signer,
    )


def exit_pass_payload(exit_pass: ExitPass, signer: Signer) -> str:
    """Return the text for an exit pass's QR; ValueError for a value that does not fit."""
    return _sealed(
        _PassPayload(
            version=_VERSION,
            key_id=signer.key_id,
            facility=exit_pass.facility_id,
            code=exit_pass.code,
            paid_until=int(exit_pass.leave_by_at.timestamp()),
            minor=exit_pass.amount.minor,
            currency=exit_pass.amount.currency,
            till=exit_pass.till,
        ),
        signer,
    )


def debt_slip_payload(slip: DebtSlip, signer: Signer) -> str:
    """Return the text for a debt slip's QR; ValueError for a value that does not fit."""
    return _sealed(
        _DebtPayload(
            version=_VERSION,
            key_id=signer.key_id,
            facility=slip.facility_id,
            code=slip.code,
            released=int(slip.released_at.timestamp()),
            minor=slip.amount.minor,
            currency=slip.amount.currency,
            till=slip.till,
        ),
        signer,
    )


def read_payload(text: str, keyring: Keyring, facility_id: str) -> Paper | Refusal:
    """Return what scanned text says, or why it says nothing: never an exception, for any text.

    UNREADABLE: not our paper. OTHER_FACILITY: ours, from elsewhere. UNKNOWN: signed by a key
    this booth has not heard of. FORGED: the signature is not that key's.
    """
    raw = _unwrapped(text)
    if raw is None:
        return Refusal.UNREADABLE
    data, signature = raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
    try:
        payload = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Refusal.UNREADABLE
    if payload.facility != facility_id:
        return Refusal.OTHER_FACILITY
    return keyring.check(payload.key_id, data, signature) or _meaning(payload)


def _sealed(payload: _Payload, signer: Signer) -> str:
    data = msgspec.msgpack.encode(payload)
    try:
        _decoder.decode(data)
    except msgspec.ValidationError as wrong:
        raise ValueError(f"does not fit on paper: {wrong}") from wrong
    return PREFIX + b32encode(data + signer.sign(data)).decode("ascii").rstrip("=")


def _unwrapped(text: str) -> bytes | None:
    if len(text) > MAX_TEXT or not text.isascii():
        return None
    text = text.strip().upper()
    if not text.startswith(PREFIX):
        return None
    symbols = text.removeprefix(PREFIX)
    try:
        raw = b32decode(symbols + "=" * (-len(symbols) % 8))
    except binascii.Error:
        return None
    # Base32 leaves spare bits at the end: only one spelling of a payload is ours.
    canonical = b32encode(raw).decode("ascii").rstrip("=") == symbols
    return raw if canonical and len(raw) > SIGNATURE_BYTES else None


def _meaning(payload: _Payload) -> Paper:
    match payload:
        case _TicketPayload():
            return EntryTicket(
                facility_id=payload.facility,
                lane_number=payload.lane,
                number=payload.number,
                issued_at=datetime.fromtimestamp(payload.issued, UTC),
                tariff=payload.tariff,
                vehicle_class=payload.vehicle_class,
            )
        case _PassPayload():
            return ExitPass(
                facility_id=payload.facility,
                code=payload.code,
                leave_by_at=datetime.fromtimestamp(payload.paid_until, UTC),
                amount=Money(payload.minor, payload.currency),
                till=payload.till,
            )
        case _DebtPayload():
            return DebtSlip(
                facility_id=payload.facility,
                code=payload.code,
                released_at=datetime.fromtimestamp(payload.released, UTC),
                amount=Money(payload.minor, payload.currency),
                till=payload.till,
            )
