"""Strict JSON: what other parsers wave through, this one names."""

import contextlib
import json
from datetime import datetime

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.wire import strict
from kiosk.wire.messages import BookingWanted, Push
from kiosk.wire.strict import BadMessage, decode

BOOKING = {"starts_at": "2026-11-20T12:00:00Z", "ends_at": "2026-11-20T14:00:00+00:00"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "Expecting value"),
        (b"<html>Please sign in</html>", "Expecting value"),
        (b'{"epoch":1,"epoch":2,"events":[1]}', "one thing twice"),
        (b'{"epoch":1,"events":[{"a":1,"a":1}]}', "one thing twice"),
        (b'{"epoch":NaN,"events":[1]}', "NaN is not a number"),
        (b'{"epoch":1,"events":[-Infinity]}', "-Infinity is not a number"),
        (b'{"epoch":true,"events":[1]}', "got `bool`"),
        (b'{"epoch":1.0,"events":[1]}', "got `float`"),
        (b'{"epoch":"1","events":[1]}', "got `str`"),
        (b'{"epoch":0,"events":[1]}', "Expected `int` >= 1"),
        (b'{"epoch":9223372036854775808,"events":[1]}', "out of range|<="),
        (b'{"epoch":' + b"9" * 5000 + b',"events":[1]}', "4300"),
        (b'{"epoch":1,"events":[]}', "length >= 1"),
        (b'{"epoch":1,"events":[1],"more":0}', "unknown field"),
        (b'{"epoch":1}', "missing required field"),
        (b'{"epoch":1,"events":[' + b"1," * 500 + b"1]}", "length <= 500"),
        (b'{"epoch":1,"events":["\xff"]}', "utf-8"),
        (b'{"epoch":1,"events":[1]} 2', "Extra data"),
        (b'\xef\xbb\xbf{"epoch":1,"events":[1]}', "BOM"),
        (b'{"epoch":1,"events":[' + b"[" * 15 + b"]" * 15 + b"]}", "nested deeper"),
        (b"[" * 100_000, "recursion"),
    ],
)
def test_what_is_not_plainly_our_message_is_refused(text: bytes, why: str) -> None:
    with pytest.raises(BadMessage, match=why):
        decode(text, Push)


def test_brackets_inside_strings_are_no_depth() -> None:
    deep = json.dumps({"epoch": 1, "events": ['[[[[\\"[[[[{{{{"' * 20]}).encode()
    assert decode(deep, Push).epoch == 1


def test_events_keep_their_exact_bytes() -> None:
    message = decode(b'{"epoch":1,"events":[{"b":1, "a":"\\u00e4"}]}', Push)
    assert bytes(message.events[0]) == b'{"b":1, "a":"\\u00e4"}'


def test_what_is_too_large_is_not_even_looked_at() -> None:
    with pytest.raises(BadMessage, match="11 bytes are more than 10"):
        decode(b"not json...", Push, limit=10)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("starts_at", "2026-11-20T12:00:00"),
        ("starts_at", 1763640000),
        ("starts_at", "tomorrow"),
        ("name", "a\nb"),
        ("name", "x" * 81),
        ("vehicle_class", "../car"),
        ("vehicle_class", ""),
        ("plate", "\x1bp"),
    ],
)
def test_a_booking_with_a_wrong_field_is_refused(field: str, value: object) -> None:
    with pytest.raises(BadMessage, match=field):
        decode(json.dumps(BOOKING | {field: value}).encode(), BookingWanted)


def test_instants_are_aware() -> None:
    wanted = decode(json.dumps(BOOKING).encode(), BookingWanted)
    assert isinstance(wanted.starts_at, datetime)
    assert wanted.starts_at.tzinfo is not None


@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")),
    )
)
@example(b'{"epoch":1,"events":["\\ud800"]}')
@example(b'"' + b'\\"' * 900_000)
@example(b'["' + b'\\\\"'[:2] * 100_000 + b'"]')
@example(b'{"a":' * 100_000)
def test_any_bytes_are_a_message_or_a_bad_one(data: bytes) -> None:
    with contextlib.suppress(BadMessage):
        decode(data, Push)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)  # fmt: skip


@given(value=json_values)
def test_plain_json_means_the_same_here_as_elsewhere(value: object) -> None:
    assert decode(msgspec.json.encode(value), object) == value


@given(value=json_values)
def test_depth_counts_what_is_nested(value: object) -> None:
    assert strict._depth(msgspec.json.encode(value)) == _depth(value)


def _depth(value: object) -> int:
    match value:
        case dict():
            return 1 + max(map(_depth, value.values()), default=0)
        case list():
            return 1 + max(map(_depth, value), default=0)
    return 0
