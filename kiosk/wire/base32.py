"""Base32 of RFC 4648 without padding, in one spelling only: the text inside our QR codes.

The standard library goes through its bytes five at a time in Python, which is most of what a
ticket's payload costs. Here all symbols move at once, as one large number: half of them eight bits
apart instead of five, then half of each half, nine times.
"""

from __future__ import annotations

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
SYMBOLS_MAX = 512
"""Longest text either way; the longest QR of ours has half of it."""


def _steps() -> list[tuple[int, int, int]]:
    """(bits to move by, what stays, what moves) for groups of 256 symbols, 128, ... 1."""
    steps = []
    group = SYMBOLS_MAX // 2
    while group:
        stays = sum(
            (1 << 5 * group) - 1 << 16 * group * n for n in range(SYMBOLS_MAX // group // 2)
        )
        steps.append((3 * group, stays, stays << 5 * group))
        group //= 2
    return steps


_STEPS = _steps()
_SYMBOLS = ALPHABET + bytes(256 - len(ALPHABET))
_VALUES = bytes(max(0, ALPHABET.find(byte)) for byte in range(256))


def encode(data: bytes) -> str:
    """Write these bytes. Raises `ValueError` for more than `SYMBOLS_MAX` symbols."""
    length = -(-len(data) * 8 // 5)
    if length > SYMBOLS_MAX:
        raise ValueError(f"{len(data)} bytes are too many")
    number = int.from_bytes(data, "big") << length * 5 - len(data) * 8
    for shift, stays, moves in _STEPS:
        number = number & stays | (number & moves) << shift
    return number.to_bytes(length, "big").translate(_SYMBOLS).decode("ascii")


def decode(text: str) -> bytes | None:
    """The bytes that `encode` writes like this; None when there are none."""
    symbols = text.encode()
    spare = len(symbols) * 5 % 8
    if len(symbols) > SYMBOLS_MAX or spare > 4 or symbols.translate(None, ALPHABET):
        return None
    number = int.from_bytes(symbols.translate(_VALUES), "big")
    for shift, stays, moves in reversed(_STEPS):
        number = number & stays | number >> shift & moves
    if number & (1 << spare) - 1:
        return None
    return (number >> spare).to_bytes(len(symbols) * 5 // 8, "big")
