"""The gate board at rest: its answers are left to wait, and nothing is noticed too late for it."""

import pytest

from kiosk.devices.codecs.modbus8 import ANSWER_SECONDS, LATE_SECONDS, POLL_SECONDS, GateBoard
from kiosk.devices.link import Link
from kiosk.devices.messages import (
    BoardCommand,
    InputChanged,
    Offline,
    PulseOpen,
    Report,
    SetLight,
)
from kiosk.devices.simulated.board import crc16
from kiosk.devices.transports import memory_pair
from kiosk.domain.signals import Input, Level, Light
from tests.unit.devices.conversation import Conversation

POLL = bytes.fromhex("01 02 00 00 00 08 79 CC")
NORMAL = bytes.fromhex("01 03 10" + "00" * 16 + "E4 59")
NO_FIRE, BOOM_DOWN = 0b1000_0000, 0b0010_0000
REST = NO_FIRE | BOOM_DOWN


def inputs(lines: int) -> bytes:
    """The board's answer to a poll, lowest bit first line."""
    frame = bytes([1, 2, 1, lines])
    return frame + crc16(frame)


def polled(lines: int = REST) -> Conversation[BoardCommand]:
    """A board that has just been asked again, after it was promptly read like this a few times."""
    talk: Conversation[BoardCommand] = Conversation(GateBoard("gate", baud=115200)).open()
    talk.hear(NORMAL)
    for _ in range(3):
        talk.until_sent()
        talk.hear(inputs(lines))
    talk.until_sent()
    talk.heard()
    return talk


def leave_waiting(talk: Conversation[BoardCommand], lines: int) -> list[Report]:
    """Let the answer come at once, but hear it only when the codec wants to be woken."""
    due = talk.codec.due()
    assert due is not None
    talk.now = due
    talk.sent.clear()
    talk.hear(inputs(lines))
    return talk.heard()


def test_an_answer_of_rest_is_read_with_the_next_question() -> None:
    talk = polled()
    for _ in range(10):
        asked_at = talk.now
        assert talk.codec.patient
        assert leave_waiting(talk, REST) == []
        assert talk.now - asked_at == pytest.approx(POLL_SECONDS)
        assert talk.sent == [POLL], "one wake-up hears and asks"


@pytest.mark.parametrize("line", [0, 1, 2, 3, 4, 6])
def test_with_anything_on_every_answer_is_heard_at_once(line: int) -> None:
    assert not polled(REST | 1 << line).codec.patient


@pytest.mark.parametrize("lines", [NO_FIRE, BOOM_DOWN])
def test_a_boom_that_is_not_down_and_a_fire_are_no_rest(lines: int) -> None:
    assert not polled(lines).codec.patient


def test_a_change_ends_the_patience_and_the_second_read_comes_at_once() -> None:
    talk = polled()
    assert leave_waiting(talk, REST | 1) == [], "an approach needs two equal reads"
    assert talk.sent == [POLL]
    assert not talk.codec.patient
    talk.hear(inputs(REST | 1))
    assert talk.heard() == [InputChanged(Input.APPROACH, Level.ON)]


def test_a_vehicle_on_the_safety_loop_is_seen_at_the_first_read() -> None:
    assert leave_waiting(polled(), REST | 2) == [InputChanged(Input.SAFETY, Level.ON)]


def test_rest_begins_again_once_everything_has_settled() -> None:
    talk = polled(REST | 1)
    patient = []
    for _ in range(3):
        patient.append(talk.codec.patient)
        talk.hear(inputs(REST))
        talk.until_sent()
    assert patient == [False, False, True]


def test_a_command_ends_the_patience_and_is_not_delayed() -> None:
    talk = polled()
    talk.wait(0.01)
    talk.hear(inputs(REST))
    talk.sent.clear()
    talk.say(PulseOpen())
    assert not talk.codec.patient
    talk.wait(0.002)
    assert [data[1] for data in talk.sent] == [5]


def test_a_command_behind_an_unanswered_question_waits_for_bytes() -> None:
    talk = polled()
    talk.sent.clear()
    talk.say(SetLight(Light.GO))
    assert not talk.codec.patient
    assert talk.sent == []
    talk.hear(inputs(REST))
    talk.wait(0.002)
    assert [data[1] for data in talk.sent] == [5]


def test_a_board_that_is_not_prompt_is_listened_to() -> None:
    talk = polled()
    talk.wait(POLL_SECONDS)
    assert not talk.codec.patient, "its answer was not there in time"
    talk.hear(inputs(REST))
    talk.until_sent()
    assert not talk.codec.patient, "nor may the next one be"
    talk.hear(inputs(REST))
    talk.until_sent()
    assert talk.codec.patient


def test_a_board_that_falls_silent_at_rest_is_noticed_as_soon_as_any() -> None:
    talk = polled()
    asked_at = talk.now
    rounds = 3 * ANSWER_SECONDS + 2 * LATE_SECONDS
    talk.wait(rounds - 0.01)
    assert talk.heard() == []
    talk.wait(0.011)
    assert Offline("gate") in talk.heard()
    assert talk.now - asked_at == pytest.approx(rounds, abs=0.01)


def test_boards_at_rest_are_asked_at_the_same_instants() -> None:
    talks = polled(), polled()
    talks[1].now += 0.0213
    for talk in talks:
        for _ in range(5):
            leave_waiting(talk, REST)
    assert [talk.sent for talk in talks] == [[POLL], [POLL]]
    assert talks[0].codec.due() == talks[1].codec.due()


def test_one_turn_of_the_link_hears_the_answer_and_asks_again() -> None:
    now = 100.0
    booth, device = memory_pair()
    board = GateBoard("gate", baud=115200)
    reports: list[Report] = []
    link: Link[BoardCommand] = Link(
        "gate",
        board,
        lambda: booth,
        reports.append,
        monotonic=lambda: now,
        jitter=lambda seconds: seconds,
    )
    asked = 0
    for answer in (b"", NORMAL, *[inputs(REST)] * 6):
        device.write(answer)
        link.turn(wait=0)
        now = max(now, board.due() or now)
        link.turn(wait=0)
        device.read()
    reports.clear()
    for _ in range(5):
        assert board.patient
        device.write(inputs(REST))
        now = board.due() or now
        link.turn(wait=0)
        asked += device.read() == POLL
    assert (asked, reports) == (5, [])
    link.close()
    device.close()
