"""The short code under a QR: what people read aloud and type when a scanner does not read.

Seven symbols for a ticket (six and a check symbol), nine for what must not be guessed (a booking, a
pass, a voucher for change, an enrolment), of Crockford's base32 alphabet. The check symbol is a
weighted sum over GF(32), which catches what hands get wrong.
"""

from __future__ import annotations

LANES = 1 << 6
NUMBERS = 1 << 24
"""Tickets of one lane before its numbers run out: 16 million."""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O or U."""
CODE_LENGTH = 7
SECRET_LENGTH = 9

_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}
_LOOK_ALIKE = str.maketrans("ILO", "110", " -")
_MAX_TYPED = 32
_BITS = 30
_MASK = (1 << _BITS) - 1
_START = 0x1D872B41 & _MASK  # so that nobody's code is all zeros because his number is
_MULTIPLIERS = (0x2C1B3C6D, 0x297A2D39, 0x1B56C4E9)  # odd, so each step can be undone
_REDUCTION = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


def short_code(lane_number: int, number: int) -> str:
    """Return the 7 symbols of a ticket; each pair of lane (0-63) and number has its own.

    Neighbouring numbers are scrambled apart, so that a mistyped or overheard code does not turn
    into the ticket printed before it. It is no secret: the ledger and the QR are what count.
    """
    if not (0 <= lane_number < LANES and 0 <= number < NUMBERS):
        raise ValueError(f"no code for lane {lane_number}, number {number}")
    value = (lane_number << 24 | number) ^ _START
    for multiplier in _MULTIPLIERS:
        value = value * multiplier & _MASK
        value ^= value >> _BITS // 2
    return _with_check(value, CODE_LENGTH - 1)


def secret_code(chance: bytes) -> str:
    """Return 9 symbols nobody guesses, made of five random bytes: a booking's, a pass's."""
    if len(chance) != 5:
        raise ValueError("a secret code takes five random bytes")
    return _with_check(int.from_bytes(chance, "big"), SECRET_LENGTH - 1)


def check_code(text: str) -> str | None:
    """Return the code somebody typed or scanned, tidied, or None when it is not one of ours.

    Spaces, dashes and lower case are forgiven, and I, L and O for 1, 1 and 0. The check symbol
    catches every single wrong symbol and every two neighbours swapped.
    """
    if len(text) > _MAX_TYPED or not text.isascii():
        return None
    code = text.strip().upper().translate(_LOOK_ALIKE)
    if len(code) not in (CODE_LENGTH, SECRET_LENGTH) or not _VALUE.keys() >= set(code):
        return None
    return code if _syndrome(code) == 0 else None


def _with_check(value: int, length: int) -> str:
    digits = [ALPHABET[value >> 5 * place & 31] for place in reversed(range(length))]
    data = "".join(digits)
    return data + ALPHABET[_syndrome(data + ALPHABET[0])]


def _syndrome(code: str) -> int:
    """Zero for a good code: the symbols as a polynomial over GF(32), at its generator.

    Symbol weights are 1, a, a^2... from the right: none is zero and no two are equal, hence
    the promise of `check_code`.
    """
    total = 0
    for symbol in code:
        total <<= 1
        if total & 32:
            total ^= _REDUCTION
        total ^= _VALUE[symbol]
    return total
