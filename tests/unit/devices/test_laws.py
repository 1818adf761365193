"""What holds of every codec, whatever the device, the cable and the people do."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.codecs.board_map import WAVESHARE_8IO
from kiosk.devices.codecs.escpos import EscposPrinter, PrinterProfile
from kiosk.devices.codecs.modbus8 import GateBoard
from kiosk.devices.codecs.scanner import Scanner
from kiosk.devices.faults import Faults
from kiosk.devices.messages import (
    BoardCommand,
    CommandDone,
    CommandFailed,
    Fault,
    FaultCleared,
    FaultRaised,
    InputChanged,
    JobFailed,
    JobPrinted,
    KeepOpen,
    Offline,
    Online,
    Paper,
    PrinterCommand,
    PrintJob,
    PulseClose,
    PulseOpen,
    Report,
    SetLight,
    SetSign,
)
from kiosk.devices.simulated.board import BoardPeer
from kiosk.devices.simulated.port import Peer
from kiosk.devices.simulated.printer import PrinterPeer
from kiosk.domain.signals import Level, Light
from tests.unit.devices.conversation import Conversation


@dataclass(frozen=True)
class Pull:
    """Pull the plug if it is in, else put it in."""


@dataclass(frozen=True)
class Cut:
    """Let the device hear and say nothing from now on, or let it be heard again."""


@dataclass(frozen=True)
class Noise:
    """Bytes from nowhere."""

    data: bytes


@dataclass(frozen=True)
class Wait:
    """Time passes."""

    seconds: float


@dataclass(frozen=True)
class Say:
    """A command, with so many seconds to live or without end."""

    number: int
    seconds: float | None


Step = Pull | Cut | Noise | Wait | Say
STEPS = st.lists(
    st.one_of(
        st.just(Pull()),
        st.just(Cut()),
        st.builds(Noise, st.binary(max_size=40)),
        st.builds(Wait, st.sampled_from([0.0, 0.003, 0.05, 0.31, 1.2, 7.0, 30.0])),
        st.builds(Say, st.integers(0, 4), st.sampled_from([None, 0.0, 0.1, 3.0])),
    ),
    max_size=30,
)


def play(
    talk: Conversation[PrinterCommand] | Conversation[BoardCommand],
    peer: Peer,
    steps: list[Step],
    say: Callable[[Say], None],
) -> list[Report]:
    """Play the steps, then heal everything and wait; return all reports."""
    plugged, cut = True, False
    for step in [*steps, Wait(60.0)]:
        talk.peer = peer if plugged and not cut else None
        match step:
            case Pull():
                plugged = not plugged
                talk.peer = peer if plugged and not cut else None
                if plugged:
                    talk.open()
                else:
                    talk.reports += talk.close()
            case Cut():
                cut = not cut
            case Noise(data):
                if plugged:
                    talk.hear(data)
            case Wait(seconds):
                talk.wait(seconds)
            case Say():
                say(step)
    return talk.heard()


@given(steps=STEPS)
def test_every_command_to_a_board_ends_exactly_once(steps: list[Step]) -> None:
    commands: list[BoardCommand] = [
        PulseOpen(),
        PulseClose(),
        KeepOpen(True),
        SetLight(Light.GO),
        SetSign(True),
    ]
    said: list[BoardCommand] = []
    pulses: list[int] = []
    peer = BoardPeer(WAVESHARE_8IO, lambda coil, on: pulses.append(coil) if on else None, unit=1)
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate"), peer).open()

    def say(step: Say) -> None:
        command = commands[step.number]
        said.append(command)
        talk.say(command, None if step.seconds is None else talk.now + step.seconds)

    reports = play(talk, peer, steps, say)
    ends = [r for r in reports if isinstance(r, CommandDone | CommandFailed)]
    assert sorted(map(repr, said)) == sorted(repr(end.command) for end in ends)
    certain = sum(isinstance(e, CommandDone) for e in ends if e.command == PulseOpen())
    perhaps = sum(
        isinstance(e, CommandFailed) and e.reason.may_have_happened
        for e in ends
        if e.command == PulseOpen()
    )
    assert certain <= pulses.count(0) <= certain + perhaps


@given(steps=STEPS)
def test_every_print_job_ends_exactly_once_and_a_printed_one_is_on_paper(
    steps: list[Step],
) -> None:
    said: list[str] = []
    tickets: list[bytes] = []
    peer = PrinterPeer(tickets.append, presenter=False)
    talk: Conversation[PrinterCommand] = Conversation(EscposPrinter("printer"), peer).open()

    def say(step: Say) -> None:
        if step.number == 4:  # somebody takes the paper out, or puts it back
            peer.load(Paper.OUT if peer.paper is Paper.OK else Paper.OK, None)
            return
        said.append(f"job {len(said)}")
        data = said[-1].encode() + b"\n\x1dV\x00"
        talk.say(
            PrintJob(said[-1], data), None if step.seconds is None else talk.now + step.seconds
        )

    # One byte of noise may look like the printer's confirmation; no codec could tell.
    steps = [step for step in steps if not isinstance(step, Noise)]
    reports = play(talk, peer, steps, say)
    ends = [r for r in reports if isinstance(r, JobPrinted | JobFailed)]
    assert sorted(said) == sorted(end.job_id for end in ends)
    for end in ends:
        data = end.job_id.encode() + b"\n\x1dV\x00"
        assert tickets.count(data) <= 1
        if isinstance(end, JobPrinted):
            assert data in tickets


@given(steps=STEPS)
def test_online_and_offline_and_every_fault_take_turns(steps: list[Step]) -> None:
    peer = BoardPeer(WAVESHARE_8IO, lambda coil, on: None, unit=1)
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate"), peer).open()
    online = False
    standing: set[Fault] = set()
    known: set[object] = set()
    for report in play(talk, peer, steps, lambda step: None):
        match report:
            case Online():
                assert not online
                online = True
            case Offline():
                assert online
                assert not known
                online = False
            case FaultRaised(_, fault):
                assert fault not in standing
                standing.add(fault)
            case FaultCleared(_, fault):
                standing.remove(fault)
            case InputChanged(signal, Level.UNKNOWN):
                known.discard(signal)
            case InputChanged(signal):
                assert online
                known.add(signal)


@pytest.mark.parametrize(
    "codec",
    [
        GateBoard("x"),
        EscposPrinter("x"),
        EscposPrinter("x", PrinterProfile(presenter=True)),
        Scanner("x"),
    ],
)
def test_a_codec_without_a_port_says_nothing_and_waits_for_nothing(
    codec: GateBoard | EscposPrinter | Scanner,
) -> None:
    assert codec.tick(1.0) == (b"", [])
    assert codec.due() is None
    codec.closed()
    assert codec.tick(2.0) == (b"", [])
    assert codec.due() is None


def test_a_fault_is_raised_once_and_cleared_once() -> None:
    faults = Faults("gate")
    assert faults.raised(Fault.NO_ANSWER, "why") == [FaultRaised("gate", Fault.NO_ANSWER, "why")]
    assert faults.raised(Fault.NO_ANSWER, "again") == []
    faults.raised(Fault.PAPER_OUT, "")
    assert faults.cleared(Fault.NO_ANSWER, Fault.COVER_OPEN) == [
        FaultCleared("gate", Fault.NO_ANSWER)
    ]
    assert faults.all_cleared() == [FaultCleared("gate", Fault.PAPER_OUT)]
    assert faults.all_cleared() == []
