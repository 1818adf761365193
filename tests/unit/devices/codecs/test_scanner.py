"""The scanner's codec: whole codes, once, and nothing that is none."""

from itertools import pairwise
from typing import Never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.codecs.scanner import MAX_LENGTH, TOO_LONG, UNREADABLE, Scanner
from kiosk.devices.messages import Offline, Online, Scanned, ScanRefused
from tests.unit.devices.conversation import Conversation

CODES = st.text(st.characters(min_codepoint=0x30, max_codepoint=0x5A), min_size=1, max_size=40)


def ready() -> Conversation[Never]:
    """A scanner on an open port."""
    talk = Conversation[Never](Scanner("scanner")).open()
    assert talk.heard() == [Online("scanner")]
    return talk


@pytest.mark.parametrize(
    "frame",
    [
        b"BG1ABC\r",
        b"BG1ABC\n",
        b"BG1ABC\r\n",
        b"\x02BG1ABC\x03",
        b"]Q1BG1ABC\r\n",
        b"\x02]C1BG1ABC\x03\r\n",
        b"\x00BG1ABC\x00\r",
        b" BG1ABC \r",
    ],
)
def test_framing_is_not_part_of_the_code(frame: bytes) -> None:
    talk = ready()
    talk.hear(frame)
    assert talk.heard() == [Scanned("BG1ABC")]


def test_without_a_suffix_a_pause_ends_the_code() -> None:
    talk = ready()
    talk.hear(b"BG1")
    talk.wait(0.05)
    talk.hear(b"ABC")
    talk.wait(0.09)
    assert talk.heard() == []
    talk.wait(0.02)
    assert talk.heard() == [Scanned("BG1ABC")]


def test_the_same_code_counts_again_after_a_while() -> None:
    talk = ready()
    for _ in range(8):
        talk.hear(b"BG1ABC\r")
        talk.wait(0.3)
    assert talk.heard() == [Scanned("BG1ABC")]
    talk.wait(0.2)
    talk.hear(b"BG1ABC\r")
    assert talk.heard() == [Scanned("BG1ABC")]


def test_another_code_counts_at_once() -> None:
    talk = ready()
    talk.hear(b"ONE\rTWO\rONE\r")
    assert talk.heard() == [Scanned("ONE"), Scanned("TWO"), Scanned("ONE")]


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        (b"X" * (MAX_LENGTH + 1) + b"\r", TOO_LONG),
        (b"X" * 1_000_000 + b"\r", TOO_LONG),
        (b"BG1\x1bABC\r", UNREADABLE),
        ("BG1ÄBC\r".encode(), UNREADABLE),
        (b"\xff\xfe\r", UNREADABLE),
    ],
)
def test_what_cannot_be_a_code_is_refused_by_name(frame: bytes, reason: str) -> None:
    talk = ready()
    talk.hear(frame)
    assert talk.heard() == [ScanRefused(reason)]
    talk.hear(b"BG1ABC\r")
    assert talk.heard() == [Scanned("BG1ABC")]


@pytest.mark.parametrize("frame", [b"\r\n\r\n", b"\x02\x03", b"\x00\r", b"   \r", b"]Q1\r"])
def test_an_empty_frame_is_nothing(frame: bytes) -> None:
    talk = ready()
    talk.hear(frame)
    talk.wait(1.0)
    assert talk.heard() == []


def test_a_code_cut_off_by_the_loss_of_the_port_is_none() -> None:
    talk = ready()
    talk.hear(b"BG1")
    assert talk.close() == [Offline("scanner")]
    talk.open()
    talk.hear(b"ABC\r")
    assert talk.heard() == [Online("scanner"), Scanned("ABC")]


@given(codes=st.lists(CODES, min_size=1, max_size=5), cuts=st.lists(st.integers(0, 200)))
def test_chunking_does_not_change_the_meaning(codes: list[str], cuts: list[int]) -> None:
    wire = "".join(f"{code}\r\n" for code in codes).encode()
    whole, cut = ready(), ready()
    whole.hear(wire)
    edges = [0, *sorted(place for place in cuts if place < len(wire)), len(wire)]
    for start, end in pairwise(edges):
        cut.hear(wire[start:end])
    assert whole.heard() == cut.heard() != []


@given(noise=st.lists(st.binary(max_size=700), max_size=6))
def test_noise_never_raises_and_never_blocks_what_follows(noise: list[bytes]) -> None:
    talk = ready()
    for data in noise:
        talk.hear(data)
        talk.wait(0.03)
    talk.wait(5.0)
    talk.heard()
    talk.hear(b"BG1ABC\r")
    assert talk.heard() == [Scanned("BG1ABC")]


@given(noise=st.binary(max_size=700))
def test_only_bytes_that_came_are_ever_scanned(noise: bytes) -> None:
    talk = ready()
    talk.hear(noise)
    talk.wait(1.0)
    for report in talk.heard():
        if isinstance(report, Scanned):
            assert report.text.encode() in noise.replace(b"\0", b"").replace(b"\x02", b"")
