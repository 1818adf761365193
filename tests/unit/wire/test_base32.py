"""Base32 as the standard library writes it, and no second spelling of anything."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.wire.base32 import ALPHABET, SYMBOLS_MAX, decode, encode

LONGEST = SYMBOLS_MAX * 5 // 8


def standard(data: bytes) -> str:
    """What the standard library writes, without its padding."""
    return base64.b32encode(data).decode().rstrip("=")


@pytest.mark.parametrize("length", range(LONGEST + 1))
def test_every_length_is_written_as_the_standard_library_does(length: int) -> None:
    data = bytes((7 * length + 31 * n) % 256 for n in range(length))
    assert encode(data) == standard(data)
    assert decode(standard(data)) == data


@given(st.binary(max_size=LONGEST))
def test_what_is_written_reads_back(data: bytes) -> None:
    assert encode(data) == standard(data)
    assert decode(encode(data)) == data


@given(st.text(st.sampled_from(ALPHABET.decode()), max_size=40))
def test_no_bytes_have_two_spellings(text: str) -> None:
    data = decode(text)
    assert data is None or encode(data) == text


@given(st.text(max_size=30))
def test_any_other_text_says_nothing(text: str) -> None:
    assert (decode(text) is None) == (text not in _spellings(text))


def _spellings(text: str) -> set[str]:
    """The one text that says what this one says, or nothing."""
    try:
        return {standard(base64.b32decode(text + "=" * (-len(text) % 8)))}
    except ValueError:
        return set()


@pytest.mark.parametrize("text", ["A", "AAA", "AAAAAA", "AB", "aa", "A=", "A1", "Ä"])
def test_a_text_nobody_wrote_is_refused(text: str) -> None:
    assert decode(text) is None


def test_more_than_the_longest_is_refused_both_ways() -> None:
    with pytest.raises(ValueError, match="too many"):
        encode(bytes(LONGEST + 1))
    assert decode("A" * (SYMBOLS_MAX + 8)) is None
