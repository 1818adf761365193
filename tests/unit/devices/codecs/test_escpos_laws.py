"""Laws of the printer's codec: any bytes, in any pieces, never print what was not printed."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.messages import (
    JobFailed,
    JobPrinted,
    PaperTaken,
    PrintJob,
)
from kiosk.devices.simulated.printer import PrinterPeer
from tests.unit.devices.printer_talk import (
    FINE,
    JOB,
    TICKET,
    printing,
    ready,
)


@given(cuts=st.lists(st.integers(0, 12), max_size=6), presenter=st.booleans())
def test_chunking_does_not_change_the_meaning(cuts: list[int], presenter: bool) -> None:
    wire = b"\x11" + FINE + b"\x10\x00\x00\x00" + b"\x00" + b"\x13"
    whole, cut = ready(presenter=presenter), ready(presenter=presenter)
    whole.say(JOB)
    whole.hear(wire)
    cut.say(JOB)
    edges = [0, *sorted(place for place in cuts if place < len(wire)), len(wire)]
    for start, end in pairwise(edges):
        cut.hear(wire[start:end])
    assert whole.heard() == cut.heard() == [JobPrinted("t1")]


@given(noise=st.lists(st.binary(max_size=300), max_size=10), presenter=st.booleans())
def test_noise_never_raises_and_never_prints_anything(noise: list[bytes], presenter: bool) -> None:
    talk = ready(presenter=presenter)
    for data in noise:
        talk.hear(data)
        talk.wait(0.7)
    assert not [r for r in talk.heard() if isinstance(r, JobPrinted | PaperTaken)]
    assert all(TICKET not in data for data in talk.sent)


CONFIRMATIONS = {b for b in range(256) if b & 0x90 == 0 and b & 0x0F in (0x00, 0x03, 0x0C, 0x0F)}


@given(noise=st.lists(st.sampled_from(sorted(set(range(256)) - CONFIRMATIONS)), max_size=60))
def test_nothing_but_a_confirmation_confirms(noise: list[int]) -> None:
    talk = printing()
    talk.hear(bytes(noise))
    assert not [r for r in talk.heard() if isinstance(r, JobPrinted)]


@given(
    noise=st.lists(st.binary(max_size=300), max_size=6),
    jobs=st.lists(st.sampled_from(["a", "b", "c"]), max_size=3, unique=True),
)
def test_after_noise_a_good_printer_prints_and_every_job_ends_once(
    noise: list[bytes], jobs: list[str]
) -> None:
    talk = ready()
    for data in noise:
        talk.hear(data)
        talk.wait(0.3)
    talk.wait(3.0)
    talk.peer = PrinterPeer(lambda data: None, presenter=False)
    talk.wait(40.0)
    talk.heard()
    for job in jobs:
        talk.say(PrintJob(job, TICKET))
    talk.wait(5.0)
    ends = [r for r in talk.heard() if isinstance(r, JobPrinted | JobFailed)]
    assert ends == [JobPrinted(job) for job in jobs]
