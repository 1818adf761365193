"""What all signed papers share: the key, the seal, and the one spelling of it in a QR code.

A paper's text is ``BG1`` and then base32 (upper case, no padding) of a MessagePack array followed
by its Ed25519 signature (64 bytes, RFC 8032). That stays in the QR's alphanumeric mode and survives
scanners that type. What the arrays say is in `wire.ticket` and `wire.vouchers`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain.ticket import Refusal
from kiosk.wire import base32

PREFIX = "BG1"
MAX_TEXT = 400
"""Longest text that is looked at, in characters; the longest of ours has 287."""
SIGNATURE_BYTES = 64
VERSION: Literal[1] = 1

Seconds = Annotated[int, msgspec.Meta(ge=0, le=0xFFFF_FFFF)]
Word = Annotated[str, msgspec.Meta(pattern=r"\A[!-~]{1,24}\Z")]
KeyId = Annotated[int, msgspec.Meta(ge=0, le=0xFFFF_FFFF)]
Minor = Annotated[int, msgspec.Meta(ge=0, le=0xFFFF_FFFF)]
Code = Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-HJKMNP-TV-Z]{7,9}\Z")]
"""A ticket's short code (7), or a secret one (9): a booking's, a pass's, a change voucher's."""
Currency = Annotated[str, msgspec.Meta(pattern=r"\A[A-Z]{3}\Z")]

_CONTEXT = b"boomgate paper 1\0"  # signed with the payload, so no other signature can pass for one


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


def sealed(payload: msgspec.Struct, decoder: msgspec.msgpack.Decoder[Any], signer: Signer) -> str:
    """Return a payload as the text of a QR; ValueError for one that `decoder` would not read."""
    data = msgspec.msgpack.encode(payload)
    try:
        decoder.decode(data)
    except msgspec.ValidationError as wrong:
        raise ValueError(f"does not fit on paper: {wrong}") from wrong
    return PREFIX + base32.encode(data + signer.sign(data))


def unsealed(text: str) -> tuple[bytes, bytes] | None:
    """Take scanned text apart into payload and signature, unchecked; None: it is not our paper."""
    if len(text) > MAX_TEXT or not text.isascii():
        return None
    text = text.strip().upper()
    if not text.startswith(PREFIX):
        return None
    raw = base32.decode(text.removeprefix(PREFIX))
    if raw is None or len(raw) <= SIGNATURE_BYTES:
        return None
    return raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
