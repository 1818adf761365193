"""The gate board's codec: what it asks, what it believes, and what it never sends twice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.codecs.board_map import WAVESHARE_8IO, BoardMap, Pin
from kiosk.devices.codecs.modbus8 import GateBoard
from kiosk.devices.messages import (
    BoardCommand,
    CommandDone,
    CommandFailed,
    Failure,
    Fault,
    FaultCleared,
    FaultRaised,
    InputChanged,
    KeepOpen,
    Offline,
    Online,
    PassageCount,
    PulseClose,
    PulseOpen,
    Report,
    SetLight,
    SetSign,
)
from kiosk.devices.simulated.board import BoardPeer, crc16
from kiosk.domain.signals import Input, Level, Light
from tests.unit.devices.conversation import Conversation

POLL = bytes.fromhex("01 02 00 00 00 08 79 CC")
ASK_LINKAGE = bytes.fromhex("01 03 10 00 00 08 40 CC")
NORMAL = bytes.fromhex("01 03 10" + "00" * 16 + "E4 59")
NO_FIRE = 0b1000_0000


def inputs(lines: int) -> bytes:
    """The board's answer to a poll, lowest bit first line."""
    frame = bytes([1, 2, 1, lines])
    return frame + crc16(frame)


def probed(board: BoardMap = WAVESHARE_8IO) -> Conversation[BoardCommand]:
    """A board that has just answered its probe with everything quiet."""
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate", board, baud=115200)).open()
    talk.hear(NORMAL)
    for _ in range(2):
        talk.until_sent()
        talk.hear(inputs(NO_FIRE))
    talk.wait(0.01)
    talk.heard()
    talk.sent.clear()
    return talk


def polled(talk: Conversation[BoardCommand], *reads: int) -> list[Report]:
    """Answer as many polls with these reads."""
    for lines in reads:
        talk.until_sent()
        talk.hear(inputs(lines))
    return talk.heard()


def test_the_probe_asks_for_linkage_and_then_for_the_inputs() -> None:
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate", baud=115200)).open()
    talk.hear(NORMAL)
    talk.wait(0.01)
    assert talk.sent == [ASK_LINKAGE, POLL]
    assert talk.heard() == []
    talk.hear(inputs(NO_FIRE))
    assert talk.heard() == [Online("gate")]


def test_what_goes_out_is_what_the_maker_prints() -> None:
    board = BoardMap(inputs={}, open_coil=0, keep_open_coil=0, pulse_tenths=7)
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate", board)).open()
    talk.hear(inputs(0))
    talk.wait(0.01)
    talk.heard()
    talk.sent.clear()
    pulse = bytes.fromhex("01 05 02 00 00 07 8D B0")
    on = bytes.fromhex("01 05 00 00 FF 00 8C 3A")
    off = bytes.fromhex("01 05 00 00 00 00 CD CA")
    for command, frame in ((PulseOpen(), pulse), (KeepOpen(True), on), (KeepOpen(False), off)):
        talk.say(command)
        talk.hear(frame)
        assert talk.sent.pop() == frame
        assert talk.heard() == [CommandDone(command)]
        talk.wait(0.005)


@pytest.mark.parametrize(
    ("signal", "line"),
    [(signal, pin.line) for signal, pin in WAVESHARE_8IO.inputs.items() if not pin.inverted],
)
def test_a_change_needs_two_equal_reads_unless_waiting_is_the_greater_harm(
    signal: Input, line: int
) -> None:
    talk = probed()
    at_once = {Input.SAFETY, Input.TICKET_BUTTON, Input.HELP_BUTTON}
    on = NO_FIRE | 1 << line
    first, second = polled(talk, on), polled(talk, on)
    assert (first, second) == (
        ([InputChanged(signal, Level.ON)], [])
        if signal in at_once
        else ([], [InputChanged(signal, Level.ON)])
    )
    assert polled(talk, NO_FIRE) == []
    assert polled(talk, NO_FIRE) == [InputChanged(signal, Level.OFF)]


def test_fire_counts_at_the_first_read_and_a_cut_wire_is_fire() -> None:
    assert polled(probed(), 0) == [InputChanged(Input.FIRE, Level.ON)]


def test_one_odd_read_between_equal_ones_changes_nothing() -> None:
    talk = probed()
    assert polled(talk, NO_FIRE | 1, NO_FIRE, NO_FIRE | 1, NO_FIRE) == []


def test_a_boom_that_is_open_and_closed_at_once_is_neither() -> None:
    talk = probed()
    both = NO_FIRE | 1 << 4 | 1 << 5
    assert polled(talk, NO_FIRE | 1 << 4, NO_FIRE | 1 << 4) == [
        InputChanged(Input.BOOM_OPEN, Level.ON)
    ]
    detail = "the boom reports fully open and fully closed"
    assert polled(talk, both, both) == [
        InputChanged(Input.BOOM_OPEN, Level.UNKNOWN),
        InputChanged(Input.BOOM_CLOSED, Level.UNKNOWN),
        FaultRaised("gate", Fault.CONTRADICTION, detail),
    ]
    assert polled(talk, NO_FIRE | 1 << 5, NO_FIRE | 1 << 5) == [
        InputChanged(Input.BOOM_OPEN, Level.OFF),
        InputChanged(Input.BOOM_CLOSED, Level.ON),
        FaultCleared("gate", Fault.CONTRADICTION),
    ]


def test_three_silent_polls_make_every_input_unknown_once() -> None:
    talk = probed()
    talk.wait(10.0)
    reports = talk.heard()
    unknown = [InputChanged(signal, Level.UNKNOWN) for signal in WAVESHARE_8IO.inputs]
    detail = "3 requests without a valid answer"
    assert reports == [*unknown, Offline("gate"), FaultRaised("gate", Fault.NO_ANSWER, detail)]
    talk.until_sent()
    assert talk.sent == [ASK_LINKAGE]
    talk.hear(NORMAL)
    assert FaultCleared("gate", Fault.NO_ANSWER) in talk.heard()
    talk.wait(0.05)
    talk.hear(inputs(NO_FIRE | 2))
    assert talk.heard() == [Online("gate"), InputChanged(Input.SAFETY, Level.ON)]


def test_two_silent_polls_say_nothing_yet() -> None:
    talk = probed()
    for _ in range(3):
        talk.until_sent()
    assert talk.heard() == []
    talk.hear(inputs(NO_FIRE))
    assert talk.heard() == []


def test_a_late_answer_is_not_taken_for_the_next_one() -> None:
    talk = probed()
    talk.until_sent()
    talk.wait(0.45)
    talk.sent.clear()
    talk.hear(inputs(NO_FIRE | 2))
    talk.wait(0.1)
    assert talk.heard() == []
    assert talk.sent == []
    talk.wait(0.06)
    assert talk.sent == [POLL]


def test_a_pulse_is_sent_once_whatever_happens() -> None:
    talk = probed()
    talk.say(PulseOpen())
    pulses = [data for data in talk.sent if data[1] == 5]
    talk.wait(5.0)
    assert [data for data in talk.sent if data[1] == 5] == pulses
    assert len(pulses) == 1
    assert CommandFailed(PulseOpen(), Failure.NO_ANSWER) in talk.heard()


def test_an_exception_reply_refuses_the_command() -> None:
    talk = probed()
    talk.say(PulseOpen())
    refusal = bytes([1, 0x85, 4])
    talk.hear(refusal + crc16(refusal))
    assert talk.heard() == [CommandFailed(PulseOpen(), Failure.REFUSED)]


def test_an_echo_of_something_else_is_not_done() -> None:
    talk = probed()
    talk.say(PulseOpen())
    other = bytes([1, 5, 2, 3, 0, 5])
    talk.hear(other + crc16(other))
    assert talk.heard() == [CommandFailed(PulseOpen(), Failure.WRONG_ANSWER)]


def test_a_garbled_echo_may_have_happened() -> None:
    talk = probed()
    talk.say(PulseOpen())
    talk.hear(b"\x01\x05\x02\x00\x00\x05\x00\x00")
    talk.wait(0.3)
    failed = CommandFailed(PulseOpen(), Failure.WRONG_ANSWER)
    assert talk.heard() == [failed]
    assert failed.reason.may_have_happened


def test_a_command_that_expired_behind_a_silent_poll_is_never_sent() -> None:
    talk = probed()
    talk.until_sent()
    assert talk.sent == [POLL]
    talk.say(PulseOpen(), expires_at=talk.now + 0.2)
    talk.wait(0.5)
    assert talk.heard() == [CommandFailed(PulseOpen(), Failure.EXPIRED)]
    talk.wait(5.0)
    assert all(data[1] != 5 for data in talk.sent)


@pytest.mark.parametrize("command", [PulseOpen(), KeepOpen(True), SetLight(Light.GO)])
def test_without_a_port_a_command_fails_and_stays_unsent(command: BoardCommand) -> None:
    talk = probed()
    talk.close()
    talk.say(command)
    assert talk.heard() == [CommandFailed(command, Failure.OFFLINE)]
    talk.open()
    talk.hear(NORMAL)
    talk.wait(1.0)
    assert all(data[1] != 5 for data in talk.sent)


def test_losing_the_port_fails_the_command_under_way_and_those_behind_it() -> None:
    talk = probed()
    talk.say(PulseOpen())
    talk.say(SetSign(True))
    unknown = [InputChanged(signal, Level.UNKNOWN) for signal in WAVESHARE_8IO.inputs]
    assert talk.close() == [
        *unknown,
        CommandFailed(SetSign(True), Failure.OFFLINE),
        Offline("gate"),
        CommandFailed(PulseOpen(), Failure.PORT_LOST),
    ]


def test_what_is_not_wired_fails_by_name() -> None:
    talk = probed(BoardMap(WAVESHARE_8IO.inputs, linkage_register=0x1000))
    talk.say(PulseClose())
    assert talk.heard() == [CommandFailed(PulseClose(), Failure.NOT_WIRED)]


def test_the_lamp_that_goes_dark_goes_first() -> None:
    peer = BoardPeer(WAVESHARE_8IO, lambda coil, on: seen.append((coil, on)), unit=1)
    seen: list[tuple[int, bool]] = []
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate"), peer).open()
    talk.wait(0.2)
    for light in (Light.GO, Light.STOP, Light.OFF):
        talk.say(SetLight(light))
        talk.wait(0.1)
    assert seen == [(4, False), (3, True), (3, False), (4, True), (3, False), (4, False)]


@pytest.mark.parametrize(
    ("answer", "detail"),
    [
        (b"\x01\x03\x10" + b"\0\0\0\1" + b"\0" * 12, "inputs drive relays on channel 1"),
        (b"\x01\x83\x02", "the board does not say whether its inputs drive its relays"),
    ],
)
def test_a_board_whose_inputs_may_drive_relays_raises_a_fault(answer: bytes, detail: str) -> None:
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate")).open()
    talk.hear(answer + crc16(answer))
    assert talk.heard() == [FaultRaised("gate", Fault.LINKAGE_MODE, detail)]
    talk.wait(0.05)
    talk.hear(inputs(NO_FIRE))
    assert Online("gate") in talk.heard()


def test_a_device_that_answers_nonsense_is_told_from_one_that_is_silent() -> None:
    talk = probed()
    for _ in range(3):
        talk.until_sent()
        talk.hear(b"Hello!\r\n")
    talk.wait(0.5)
    raised = [report for report in talk.heard() if isinstance(report, FaultRaised)]
    assert [report.fault for report in raised] == [Fault.BAD_FRAME]


def test_a_board_that_refuses_to_read_inputs_is_out_of_reach() -> None:
    talk = probed()
    refusal = bytes([1, 0x82, 1])
    for _ in range(3):
        talk.until_sent()
        talk.hear(refusal + crc16(refusal))
    assert Offline("gate") in talk.heard()


def test_the_boards_own_counter_is_read_at_the_start_and_every_second() -> None:
    board = BoardMap({Input.SAFETY: Pin(0)}, counter_register=0x20)
    peer = BoardPeer(board, lambda coil, on: None, unit=1)
    peer.passages = 70_000
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate", board), peer).open()
    talk.wait(0.5)
    assert talk.heard()[0] == PassageCount(70_000)
    peer.passages += 1
    talk.wait(1.2)
    assert talk.heard() == [PassageCount(70_001)]


def test_inputs_are_polled_twenty_times_a_second() -> None:
    peer = BoardPeer(WAVESHARE_8IO, lambda coil, on: None, unit=1)
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate"), peer).open()
    talk.wait(10.0)
    assert talk.sent.count(POLL) in range(199, 203)


def test_writes_do_not_starve_the_polls() -> None:
    peer = BoardPeer(WAVESHARE_8IO, lambda coil, on: None, unit=1)
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate"), peer).open()
    talk.wait(0.1)
    for _ in range(200):
        talk.say(KeepOpen(True))
    talk.sent.clear()
    talk.wait(0.5)
    assert talk.sent.count(POLL) >= 4


@given(cuts=st.lists(st.integers(0, 29), max_size=6), lines=st.integers(0, 255))
def test_chunking_does_not_change_the_meaning(cuts: list[int], lines: int) -> None:
    whole, cut = probed(), probed()
    for talk, places in ((whole, []), (cut, cuts)):
        for _ in range(2):
            talk.until_sent()
            answer = inputs(lines)
            edges = [0, *sorted(place for place in places if place < len(answer)), len(answer)]
            for start, end in pairwise(edges):
                talk.hear(answer[start:end])
    assert whole.heard() == cut.heard()


@given(noise=st.lists(st.binary(max_size=400), max_size=8))
def test_noise_never_raises_never_invents_and_never_blocks_what_follows(
    noise: list[bytes],
) -> None:
    talk = probed()
    for data in noise:
        talk.hear(data)
        talk.wait(0.13)
    changes = [report for report in talk.heard() if isinstance(report, InputChanged)]
    assert all(change.level is Level.UNKNOWN for change in changes)
    peer = BoardPeer(WAVESHARE_8IO, lambda coil, on: None, unit=1)
    peer.lines[1] = True
    talk.wait(0.7)
    talk.peer = peer
    talk.wait(2.0)
    assert InputChanged(Input.SAFETY, Level.ON) in talk.heard()


@given(place=st.integers(0, 5), change=st.integers(1, 255))
def test_a_damaged_answer_is_no_answer(place: int, change: int) -> None:
    talk = probed()
    frame = bytearray(inputs(0b0111_1111))
    frame[place] ^= change
    talk.until_sent()
    talk.hear(bytes(frame))
    assert talk.heard() == []
