"""What may reach a printer, and how lines are broken."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reports.sheet import fold_pair, printable, wrap


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("B-AB 123", "B-AB 123"),
        ("\x1bp\x00\x19\xfaB-AB", "p\xfaB-AB"),
        ("a\x10\x14\x01\x00\x01b", "ab"),
        ("two\nlines\tof text\r", "two lines of text"),
        ("4,50\xa0€", "4,50 €"),
        ("c1: \x9b\x85!", "c1: !"),
        ("joined \u200d and marked \u200f", "joined \u200d and marked \u200f"),
        ("\u202eevil\u202c", "evil"),
        ("half \ud800 a pair", "half  a pair"),
        ("", ""),
    ],
)
def test_only_what_can_be_seen_is_kept(text: str, kept: str) -> None:
    assert printable(text) == kept


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    kept = printable(text)
    assert all(unicodedata.category(letter) not in ("Cc", "Cs", "Co", "Cn") for letter in kept)
    assert printable(kept) == kept


def fits(line: str) -> bool:
    return len(line) <= 10


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("just enough", ["just", "enough"]),
        ("ten digits", ["ten digits"]),
        ("incomprehensible", ["incomprehe", "nsible"]),
        ("an incomprehensible word", ["an", "incomprehe", "nsible", "word"]),
    ],
)
def test_lines_break_between_words_where_they_can(text: str, lines: list[str]) -> None:
    assert wrap(text, fits) == lines


@given(st.text("ab ", max_size=60))
def test_wrapping_loses_no_letter_and_every_line_fits(text: str) -> None:
    lines = wrap(text, fits)
    assert all(fits(line) for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_pair_that_does_not_fit_has_its_value_below() -> None:
    assert fold_pair("Net", "1.00", fits) == [("Net", "1.00")]
    assert fold_pair("Receipt no", "B1-42", fits) == [("Receipt no", ""), ("", "B1-42")]
