"""The line to the card terminal: every form is read, everything else is nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.payments.card_line import (
    MAX_LINE,
    Answer,
    Introduced,
    Lines,
    Word,
    ask,
    cancel,
    hello,
    parse,
    pay,
    refund,
)


def test_what_the_booth_says_is_what_the_page_of_the_protocol_shows() -> None:
    said = hello() + pay("01-ab", Money(450)) + cancel("01-ab") + ask("01-ab")
    assert said == b"HELLO\nPAY 01-ab 450 EUR\nCANCEL 01-ab\nASK 01-ab\n"
    assert refund("02-cd", Money(50), "01-ab") == b"REFUND 02-cd 50 EUR 01-ab\n"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("TERMINAL SIM-0001", Introduced("SIM-0001")),
        ("APPROVED a1 450 EUR A00001", Answer(Word.APPROVED, "a1", Money(450), "A00001")),
        ("DECLINED a1 expired_card", Answer(Word.DECLINED, "a1", None, "expired_card")),
        ("REFUNDED r1 50 EUR R00001", Answer(Word.REFUNDED, "r1", Money(50), "R00001")),
        ("REFUSED r1 exceeds", Answer(Word.REFUSED, "r1", None, "exceeds")),
        ("REFUNDED r1 R00001", None),
        ("CANCELLED a1", Answer(Word.CANCELLED, "a1")),
        ("BUSY a1", Answer(Word.BUSY, "a1")),
        ("PENDING a1", Answer(Word.PENDING, "a1")),
        ("NOTFOUND a1", Answer(Word.NOT_FOUND, "a1")),
        ("APPROVED a1", None),
        ("APPROVED a1 4.50 EUR A00001", None),
        ("APPROVED a1 -450 EUR A00001", None),
        ("APPROVED a1 ٤٥٠ EUR A00001", None),
        ("approved a1 450 EUR A00001", None),
        ("APPROVED  a1 450 EUR A00001", None),
        ("DECLINED a1 a b", None),
        ("TERMINAL ", None),
        ("", None),
    ],
)
def test_a_line_means_what_it_says_or_nothing(
    text: str, meaning: Introduced | Answer | None
) -> None:
    assert parse(text) == meaning


def test_an_overlong_line_is_dropped_up_to_its_end_and_the_next_is_heard() -> None:
    assert Lines().feed(b"x" * (MAX_LINE + 1) + b"\nBUSY a1\n") == ["BUSY a1"]
    assert Lines().feed(b"x" * MAX_LINE + b"\n") == ["x" * MAX_LINE]


@given(data=st.binary(max_size=300), cuts=st.lists(st.integers(0, 300), max_size=5))
def test_chunking_does_not_change_the_lines(data: bytes, cuts: list[int]) -> None:
    whole = data + b"\nTERMINAL x\n"
    lines = Lines()
    edges = [0, *sorted(min(cut, len(whole)) for cut in cuts), len(whole)]
    got = [line for a, b in pairwise(edges) for line in lines.feed(whole[a:b])]
    assert got == Lines().feed(whole)
    assert got[-1] == "TERMINAL x"
