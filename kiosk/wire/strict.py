"""The one way in for JSON from outside: size, depth and doubled keys are checked before meaning.

Parsers differ over doubled keys, NaN and deep nesting (RFC 8259 leaves them open), and what two
programs read differently is a way past one of them. Here all of it is refused, for every message
in either direction; types are strict as well (false is not 0, "1" is not 1).
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

import msgspec

MAX_BYTES = 2_000_000
"""Largest message either end reads, decompressed."""
MAX_DEPTH = 16

T = TypeVar("T")

_ALL_BUT_BRACKETS = re.compile(rb'[^][{}"]+|"[^"\\]*+(?:\\.[^"\\]*+)*+"')


class BadMessage(ValueError):
    """These bytes are not the message they should be; the text says why."""


def decode(data: bytes, kind: type[T], limit: int = MAX_BYTES) -> T:
    """Read strict JSON into a message type, or raise `BadMessage`; never anything else."""
    if len(data) > limit:
        raise BadMessage(f"{len(data)} bytes are more than {limit}")
    try:
        json.loads(data.decode("utf-8"), object_pairs_hook=_drop, parse_constant=_refuse)
        # Only now: in well-formed JSON every string ends, so looking for the brackets is linear.
        if _depth(data) > MAX_DEPTH:
            raise BadMessage(f"nested deeper than {MAX_DEPTH}")
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, ValueError, RecursionError) as wrong:
        raise BadMessage(str(wrong)) from wrong


def _drop(pairs: list[tuple[str, Any]]) -> None:
    """Look at one object's keys and forget it: no tree of the message is ever held."""
    if len(dict(pairs)) != len(pairs):
        raise BadMessage("an object says one thing twice")


def _refuse(word: str) -> None:
    raise BadMessage(f"{word} is not a number")


def _depth(data: bytes) -> int:
    depth = deepest = 0
    for bracket in _ALL_BUT_BRACKETS.sub(b"", data):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest
