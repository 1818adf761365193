"""The drawing says what the engines do."""

import pytest

from kiosk.domain.signals import LaneKind
from kiosk.lane.diagram import OF_KIND, mermaid


@pytest.mark.parametrize("kind", list(LaneKind))
def test_every_phase_of_the_lane_is_drawn_and_no_other(kind: LaneKind) -> None:
    drawn = mermaid(kind)
    for phase in OF_KIND[kind]:
        assert phase.__name__ in drawn
    for other in set(OF_KIND[LaneKind.ENTRY]) ^ set(OF_KIND[LaneKind.EXIT]):
        if other not in OF_KIND[kind]:
            assert other.__name__ not in drawn


def test_the_way_of_an_ordinary_car_is_drawn() -> None:
    drawn = mermaid(LaneKind.ENTRY)
    for arrow in (
        "Idle --> Armed: approach settles",
        "Armed --> Registering: ticket button",
        "Registering --> Opening: on disk",
        "Printing --> Opening: printed",
        "Taking --> Opening: ticket taken on",
        "Opening --> Passing: boom open on",
        "Closing --> Idle: boom closed on",
    ):
        assert arrow in drawn


def test_drawing_twice_gives_the_same() -> None:
    assert mermaid(LaneKind.EXIT) == mermaid(LaneKind.EXIT)
