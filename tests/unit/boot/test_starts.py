"""When a lane learns what was unfinished: with open eyes, or after its board was given up; once."""

from __future__ import annotations

from kiosk.boot.starts import Starts
from kiosk.domain.signals import LaneKind, Level
from kiosk.lane.events import OpenStep, Restarted
from kiosk.lane.state import Lane, Senses

RESTARTED = Restarted(OpenStep())
BLIND = Lane(LaneKind.ENTRY)
SEEING = Lane(LaneKind.ENTRY, senses=Senses(approach=Level.OFF, safety=Level.OFF))


def starts(*without_board: str) -> tuple[Starts, list[str]]:
    told: list[str] = []
    made = Starts(
        {"entry": RESTARTED, "exit": RESTARTED},
        without_board,
        lambda lane_id, _restarted: told.append(lane_id),
    )
    return made, told


def test_a_lane_that_cannot_see_yet_is_told_nothing() -> None:
    made, told = starts()
    made.seen("entry", BLIND)
    assert told == []


def test_a_lane_learns_it_with_its_first_look_and_only_once() -> None:
    made, told = starts()
    made.seen("entry", SEEING)
    made.seen("entry", SEEING)
    made.give_up()
    assert told == ["entry", "exit"]


def test_a_lane_without_a_board_is_told_at_once() -> None:
    _, told = starts("exit")
    assert told == ["exit"]
