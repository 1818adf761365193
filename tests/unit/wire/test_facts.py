"""Events as bytes: what is sealed can be read by everybody, and nothing else can."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.event import KINDS, Circumstances, Event, Unread
from kiosk.domain.facts.booth import CapacitySet
from kiosk.domain.facts.stays import SessionActivated, SessionFlagged, TicketTaken
from kiosk.domain.money import Money
from kiosk.wire.facts import (
    GENESIS,
    MAX_BODY_BYTES,
    BadEvent,
    Head,
    body_bytes,
    chain_hash,
    event_from_json,
    event_json,
    read_body,
    seal,
)
from kiosk.wire.instants import instant_of, ms_of

NOW = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
HEAD = Head("booth-1", 1)
WHERE = Circumstances("garage-1", NOW, 5, "anna", "entry-1", "s1")

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
words = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), min_size=1,
                max_size=40)  # fmt: skip
instants = st.integers(0, 4_102_444_800_000).map(instant_of)  # to the year 2100


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Anything a field of this type may hold."""
    if isinstance(hint, UnionType):
        return st.one_of(*[values_of(each) for each in get_args(hint)])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        if parts[-1] is Ellipsis:
            return st.lists(values_of(parts[0]), max_size=3).map(tuple)
        return st.tuples(*[values_of(each) for each in parts])
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Money:
        return bodies_of(hint)
    return {
        str: texts,
        int: st.integers(-(2**63), 2**63 - 1),
        bool: st.booleans(),
        datetime: instants,
        Money: st.builds(Money, st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "INR"])),
        type(None): st.none(),
    }[hint]


def bodies_of(body: type) -> st.SearchStrategy[Any]:
    """A body, or a value of ours inside one."""
    hints = get_type_hints(body)
    return st.builds(body, **{field.name: values_of(hints[field.name]) for field in fields(body)})


bodies = st.sampled_from(sorted(KINDS)).flatmap(lambda kind: bodies_of(KINDS[kind]))
places = st.builds(
    Circumstances,
    facility_id=words,
    occurred_at=instants,
    monotonic_ms=st.integers(0, 2**40),
    actor=words,
    lane_id=st.none() | words,
    session_id=st.none() | words,
    offline=st.booleans(),
    forced=st.booleans(),
)
events = st.builds(seal, st.just(HEAD), words, bodies, places)


@given(event=events)
def test_every_event_survives_the_wire(event: Event) -> None:
    line = event_json(event)
    assert event_from_json(line) == event
    assert b"\n" not in line
    assert chain_hash(event) == event.hash


@given(body=bodies)
def test_a_body_has_one_way_to_be_written(body: Any) -> None:
    kind = next(kind for kind, its_type in KINDS.items() if its_type is type(body))
    data = body_bytes(body)
    assert read_body(kind, 1, data) == body
    assert body_bytes(read_body(kind, 1, data)) == data


@given(event=events, data=st.data())
def test_a_change_anywhere_breaks_the_hash(event: Event, data: st.DataObject) -> None:
    where = event.circumstances
    changed = data.draw(
        st.sampled_from(
            [
                replace(event, event_id=event.event_id + "x"),
                replace(event, origin=event.origin + "x"),
                replace(event, epoch=event.epoch + 1),
                replace(event, seq=event.seq + 1),
                replace(event, prev_hash=bytes([1]) * 32),
                replace(event, version=event.version + 1),
                replace(event, data=event.data + b" "),
                replace(event, body=Unread("another.kind")),
                *[
                    replace(event, circumstances=replace(where, **change))
                    for change in (
                        {"facility_id": where.facility_id + "x"},
                        {"occurred_at": where.occurred_at + timedelta(milliseconds=1)},
                        {"monotonic_ms": where.monotonic_ms + 1},
                        {"actor": where.actor + "x"},
                        {"lane_id": "x" + (where.lane_id or "")},
                        {"session_id": "x" + (where.session_id or "")},
                        {"offline": not where.offline},
                        {"forced": not where.forced},
                    )
                ],
            ]
        )
    )
    assert chain_hash(changed) != event.hash


def test_a_chain_starts_from_nothing_and_each_event_holds_the_one_before() -> None:
    first = seal(HEAD, "e1", TicketTaken("K1"), WHERE)
    second = seal(Head("booth-1", 1, 1, first.hash), "e2", TicketTaken("K2"), WHERE)
    assert (first.seq, first.prev_hash) == (1, GENESIS)
    assert (second.seq, second.prev_hash) == (2, first.hash)


def test_the_hash_of_a_known_event_never_changes() -> None:
    """A vector: whoever changes the form of bytes or chain breaks every journal in the field."""
    event = seal(HEAD, "0190a0b0-0000-7000-8000-000000000001", TicketTaken("4K72MX9"), WHERE)
    assert event.data == b'{"code":"4K72MX9","verified":true}'
    assert event.hash.hex() == "a498c7472f7bef464bb309c29d638ea80d5ad9b7504754c6be157106aa2d8dae"


def test_an_instant_is_cut_to_whole_milliseconds() -> None:
    exact = replace(WHERE, occurred_at=NOW + timedelta(microseconds=1999))
    event = seal(HEAD, "e1", TicketTaken("K1"), exact)
    assert event.circumstances.occurred_at == NOW + timedelta(milliseconds=1)


@given(ms=st.integers(-62_135_596_800_000, 253_402_300_799_999))
def test_milliseconds_and_instants_are_the_same_thing(ms: int) -> None:
    assert ms_of(instant_of(ms)) == ms


def test_an_instant_counts_the_same_in_every_zone() -> None:
    assert ms_of(NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))) == ms_of(NOW)
    with pytest.raises(TypeError):
        ms_of(NOW.replace(tzinfo=None))


@pytest.mark.parametrize(
    "body",
    [
        SessionFlagged("s1", "a\0b"),
        SessionFlagged("s1", "\ud800"),
        SessionFlagged("s1", "x" * MAX_BODY_BYTES),
        SessionFlagged("s1", 7),  # type: ignore[arg-type]
        SessionActivated("s1", NOW.replace(tzinfo=None)),
        CapacitySet(1.5),  # type: ignore[arg-type]
    ],
    ids=["nul", "surrogate", "too long", "wrong type", "no zone", "a float"],
)
def test_a_body_nobody_could_read_is_not_sealed(body: object) -> None:
    with pytest.raises(BadEvent):
        seal(HEAD, "e1", body, WHERE)


@pytest.mark.parametrize(
    "change",
    [{"actor": ""}, {"actor": "x" * 65}, {"lane_id": "a\nb"}, {"facility_id": "\ud800"},
     {"monotonic_ms": -1}],
    ids=str,
)  # fmt: skip
def test_circumstances_nobody_could_read_are_not_sealed(change: dict[str, Any]) -> None:
    with pytest.raises(BadEvent):
        seal(HEAD, "e1", TicketTaken("K1"), replace(WHERE, **change))


LINE = event_json(seal(HEAD, "e1", CapacitySet(7), WHERE)).decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"seq":1', '"seq":0'),
        ('"seq":1', '"seq":1.0'),
        ('"seq":1', '"seq":"1"'),
        ('"seq":1', '"seq":true'),
        ('"seq":1', '"seq":99999999999999999999'),
        ('"offline":false', '"offline":0'),
        ('"offline":false', '"offline":null'),
        ('"actor":"anna"', '"actor":null'),
        ('"actor":"anna"', '"actor":"an\\u0000na"'),
        ('"actor":"anna"', '"actor":"anna","colour":"red"'),
        ('"hash":"', '"hash":"00'),
        ('"occurred_at":', '"occurred_at":-'),
        ('"occurred_at":', '"occurred_at":99'),
        ('"monotonic_ms":5', '"monotonic_ms":NaN'),
        ('"body":', '"corpse":'),
        ("{", "["),
        ("}", ""),
    ],
)
def test_a_line_that_is_no_event_is_refused(old: str, new: str) -> None:
    assert old in LINE
    with pytest.raises(BadEvent):
        event_from_json(LINE.replace(old, new, 1).encode())


@given(noise=st.binary(max_size=300))
def test_noise_is_refused(noise: bytes) -> None:
    with pytest.raises(BadEvent):
        event_from_json(noise)


@given(place=st.integers(0, len(LINE) - 1), byte=st.integers(0, 255))
def test_a_damaged_line_is_refused_or_its_hash_says_so(place: int, byte: int) -> None:
    line = LINE.encode()
    damaged = line[:place] + bytes([byte]) + line[place + 1 :]
    try:
        event = event_from_json(damaged)
    except BadEvent:
        return
    assert damaged.lower() == line.lower() or chain_hash(event) != event.hash


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_deep_nesting_is_refused_or_unread(depth: int) -> None:
    deep = "[" * depth + "]" * depth
    line = LINE.replace('{"spaces":7}', deep).encode()
    try:
        event = event_from_json(line)
    except BadEvent:
        return
    assert isinstance(event.body, Unread)
