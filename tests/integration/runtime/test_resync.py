"""After a gate stood open the booth proposes to forget where passes are, and only then."""

from __future__ import annotations

import pytest

from kiosk.domain.facts import passes
from kiosk.domain.passes import Firmness, Group
from kiosk.domain.signals import Input, Level
from kiosk.domain.staff import Role
from kiosk.lane import events as ev
from kiosk.store.verify import verify
from tests.support.people import at_the_desk
from tests.support.site import EXIT, SETTLED_SECONDS, Rig

TAIL_SECONDS = 30
"""Longer than a trailer may still come."""
PROPOSED = "pass.resync_proposed"


@pytest.fixture(autouse=True)
def somebody(rig: Rig) -> None:
    """A supervisor at the desk."""
    at_the_desk(rig, Role.SUPERVISOR)


def have_group(rig: Rig, passback: Firmness) -> None:
    site = rig.services.site
    with site.store.write() as unit:
        group = Group("office", "Office", passback=passback)
        unit.record(passes.PassGroupSet(group), site.here())


def keep_open(rig: Rig, *, on: bool) -> None:
    rig.desk.order(EXIT, ev.KeepOpenOrdered(rig.desk.authority("Traffic jam"), on))
    rig.turn(EXIT)
    limit = ((Input.BOOM_CLOSED, Level.OFF), (Input.BOOM_OPEN, Level.ON)) if on else ()
    rig.tell(EXIT, *(ev.InputChanged(wire, level) for wire, level in limit))


def drive_out(rig: Rig) -> None:
    """Over both loops, without a word."""
    for wire, level in (
        (Input.APPROACH, Level.ON),
        (Input.SAFETY, Level.ON),
        (Input.APPROACH, Level.OFF),
        (Input.SAFETY, Level.OFF),
    ):
        rig.tell(EXIT, ev.InputChanged(wire, level))
        rig.clock.pass_time(10 * SETTLED_SECONDS)
        rig.turn(EXIT)
    rig.clock.pass_time(TAIL_SECONDS)
    rig.turn(EXIT)


def proposed(rig: Rig) -> list[str]:
    with rig.services.site.store.read() as unit:
        return [each.detail for each in unit.exceptions.open() if each.cause == PROPOSED]


@pytest.mark.parametrize("passback", [Firmness.HARD, Firmness.SOFT])
def test_as_many_cars_as_went_through_stand_in_the_proposal(rig: Rig, passback: Firmness) -> None:
    have_group(rig, passback)
    keep_open(rig, on=True)
    drive_out(rig)
    drive_out(rig)
    assert proposed(rig) == []
    keep_open(rig, on=False)
    assert proposed(rig) == ["2"]
    assert verify(rig.services.site.store) == []


def test_what_went_before_does_not_count_again(rig: Rig) -> None:
    keep_open(rig, on=True)
    drive_out(rig)
    keep_open(rig, on=False)
    have_group(rig, Firmness.HARD)
    keep_open(rig, on=True)
    keep_open(rig, on=False)
    assert proposed(rig) == []


def test_a_gate_that_nobody_went_through_proposes_nothing(rig: Rig) -> None:
    have_group(rig, Firmness.HARD)
    keep_open(rig, on=True)
    keep_open(rig, on=False)
    keep_open(rig, on=False)
    assert proposed(rig) == []


@pytest.mark.parametrize("passback", [None, Firmness.OFF])
def test_where_no_pass_is_followed_nothing_is_proposed(rig: Rig, passback: Firmness | None) -> None:
    if passback is not None:
        have_group(rig, passback)
    keep_open(rig, on=True)
    drive_out(rig)
    keep_open(rig, on=False)
    assert proposed(rig) == []


def test_after_an_evacuation_it_is_proposed_too(rig: Rig) -> None:
    have_group(rig, Firmness.HARD)
    rig.tell(EXIT, ev.InputChanged(Input.FIRE, Level.ON))
    rig.clock.pass_time(10 * SETTLED_SECONDS)
    rig.turn(EXIT)
    assert rig.phase(EXIT) == "Evacuating"
    drive_out(rig)
    rig.tell(EXIT, ev.InputChanged(Input.FIRE, Level.OFF))
    rig.clock.pass_time(10 * SETTLED_SECONDS)
    rig.turn(EXIT)
    rig.desk.order(EXIT, ev.EvacuationEnded(rig.desk.authority("False alarm")))
    rig.turn(EXIT)
    assert proposed(rig) == [""]


def test_one_proposal_is_enough(rig: Rig) -> None:
    have_group(rig, Firmness.HARD)
    for _ in range(2):
        keep_open(rig, on=True)
        drive_out(rig)
        keep_open(rig, on=False)
    assert proposed(rig) == ["1"]
