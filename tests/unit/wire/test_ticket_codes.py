"""The short code: what a tired person may do to it, and what it still catches."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.ticket import spoken_code
from kiosk.wire import codes
from kiosk.wire.codes import ALPHABET, check_code, secret_code, short_code

lanes = st.integers(0, 63)
numbers = st.integers(0, 2**24 - 1)
any_code = st.one_of(
    st.builds(short_code, lanes, numbers),
    st.builds(secret_code, st.binary(min_size=5, max_size=5)),
)


@given(code=any_code)
def test_every_code_we_make_is_one_of_ours(code: str) -> None:
    assert check_code(code) == code
    assert set(code) <= set(ALPHABET)


@given(code=any_code)
def test_every_single_wrong_symbol_is_caught(code: str) -> None:
    for place, right in enumerate(code):
        for wrong in ALPHABET:
            if wrong != right:
                assert check_code(code[:place] + wrong + code[place + 1 :]) is None


@given(code=any_code)
def test_every_swap_of_neighbours_is_caught(code: str) -> None:
    for place in range(len(code) - 1):
        left, right = code[place], code[place + 1]
        if left != right:
            assert check_code(code[:place] + right + left + code[place + 2 :]) is None


def test_the_check_symbol_catches_every_pair_of_symbols_in_every_place() -> None:
    """Exhaustive, not sampled: by linearity a change is caught when its own sum is not zero."""
    for length in (codes.CODE_LENGTH, codes.SECRET_LENGTH):
        for place in range(length):
            for change in range(1, 32):
                single = _word(length, {place: change})
                assert codes._syndrome(single) != 0
                if place + 1 < length:
                    # A swap changes both neighbours by the same amount.
                    assert codes._syndrome(_word(length, {place: change, place + 1: change})) != 0


@given(lane=lanes, number=numbers)
def test_every_lane_and_number_has_a_code_of_its_own(lane: int, number: int) -> None:
    """The scrambling can be undone step by step, so no two tickets share a code."""
    value = 0
    for symbol in short_code(lane, number)[:-1]:
        value = value * 32 + ALPHABET.index(symbol)
    for multiplier in reversed(codes._MULTIPLIERS):
        value ^= value >> 15
        value = value * pow(multiplier, -1, 1 << 30) % (1 << 30)
    value ^= codes._START
    assert (value >> 24, value & 0xFFFFFF) == (lane, number)


def test_neighbouring_tickets_do_not_look_alike() -> None:
    printed = [short_code(lane, number) for lane in (0, 1, 63) for number in range(5_000)]
    alike = [sum(a == b for a, b in zip(x, y, strict=True)) for x, y in pairwise(printed)]
    assert max(alike) <= 4
    assert sum(alike) / len(alike) < 0.5
    assert len(set(printed)) == len(printed)


def test_a_code_may_be_typed_as_people_type() -> None:
    code = short_code(3, 1234)
    assert check_code(f" {spoken_code(code).lower()} ") == code
    assert check_code(" ".join(code)) == code


def test_look_alikes_are_forgiven() -> None:
    code = next(c for c in (short_code(0, n) for n in range(500)) if "1" in c and "0" in c)
    for one, nought in ("I", "O"), ("l", "o"), ("i", "0"), ("L", "O"):
        assert check_code(code.replace("1", one).replace("0", nought)) == code


@given(text=st.text())
@example("")
@example("\u0661" * 7)
@example("\u0131" * 7)
@example("000000")
@example("00000000")
@example("0" * 10_000_000)
@example("U000000")
def test_any_text_is_a_code_of_ours_or_nothing(text: str) -> None:
    code = check_code(text)
    assert code is None or check_code(code) == code


def test_what_unicode_calls_a_digit_is_no_symbol() -> None:
    code = short_code(0, 1)
    assert check_code(code.translate({ord("0") + n: 0x0660 + n for n in range(10)})) is None
    assert check_code("\u017f" + code[1:]) is None


@pytest.mark.parametrize(("lane", "number"), [(64, 0), (-1, 0), (0, 1 << 24), (0, -1)])
def test_a_lane_or_number_out_of_range_has_no_code(lane: int, number: int) -> None:
    with pytest.raises(ValueError, match="no code"):
        short_code(lane, number)


@pytest.mark.parametrize("chance", [b"", b"1234", b"123456"])
def test_a_secret_code_needs_all_its_chance(chance: bytes) -> None:
    with pytest.raises(ValueError, match="five random bytes"):
        secret_code(chance)


def test_codes_are_spoken_in_threes() -> None:
    assert spoken_code("4K72MX9") == "4K7-2MX-9"
    assert spoken_code("4K72MX9AB") == "4K7-2MX-9AB"


def test_the_codes_are_what_they_were() -> None:
    """Printed paper outlives a release: a change here strands the cars that are inside."""
    assert [short_code(0, 0), short_code(0, 1), short_code(3, 1234), short_code(63, 2**24 - 1)] == [
        "8XB7H0E",
        "8YMS5HH",
        "VM6XGFK",
        "E825MQQ",
    ]
    assert secret_code(b"\x01\x23\x45\x67\x89") == "04HMASW95"


def _word(length: int, symbols: dict[int, int]) -> str:
    return "".join(ALPHABET[symbols.get(place, 0)] for place in range(length))
