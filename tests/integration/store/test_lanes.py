"""Lanes: their counts, what people made of them, and the step they were in."""

import pytest

from kiosk.domain.facts import lanes, payments, stays
from kiosk.domain.session import Admission
from kiosk.domain.signals import LaneKind, LaneMode
from kiosk.domain.ticket import Ticket
from kiosk.lane.events import OpenStep
from kiosk.store.lanes import LaneState
from kiosk.store.store import Store
from tests.support.stores import FACILITY, NOW, issued, paid, paying, record_at, started


def test_occupancy_is_entries_minus_exits(store: Store) -> None:
    record_at(store, "in", lanes.LaneInstalled(LaneKind.ENTRY, 1))
    record_at(store, "out", lanes.LaneInstalled(LaneKind.EXIT, 2))
    record_at(store, "in", *[lanes.PassageCompleted(f"s{n}") for n in range(5)])
    record_at(store, "in", lanes.TailgateDetected())
    record_at(store, "out", lanes.PassageCompleted("s0"), lanes.PassageCompleted())
    with store.read() as unit:
        assert unit.sessions.occupancy() == 4
        assert unit.lanes.state("in").entries == 6
        assert unit.lanes.state("out").exits == 2
        assert (unit.lanes.unpaired("in"), unit.lanes.unpaired("out")) == (1, 1)


def test_a_tailgate_that_got_its_session_is_counted_once(store: Store) -> None:
    record_at(store, "in", lanes.LaneInstalled(LaneKind.ENTRY, 1), lanes.TailgateDetected())
    record_at(store, "in", lanes.TailgateAccepted("s1", "seen"))
    with store.read() as unit:
        assert (unit.sessions.occupancy(), unit.lanes.unpaired("in")) == (1, 0)


def test_a_lane_is_what_people_made_of_it(store: Store) -> None:
    record_at(
        store, "in",
        lanes.LaneInstalled(LaneKind.ENTRY, 4, "North"),
        lanes.LaneModeSet(LaneMode.CLOSED, "flood"),
        lanes.KeepOpenSet(True, "fair"),
        lanes.LaneWentOutOfService("boom_stuck"),
        lanes.EvacuationStarted(),
        lanes.HelpCalled("driver"),
    )  # fmt: skip
    expected = LaneState(
        "in", LaneKind.ENTRY, 4, "North", LaneMode.CLOSED, True, True, "boom_stuck", "driver"
    )
    with store.read() as unit:
        assert unit.lanes.state("in") == expected
        assert unit.lanes.all() == [expected]
        assert unit.lanes.state("never heard of") == LaneState("never heard of")


def test_an_entry_is_unfinished_until_the_passage_or_the_end_of_its_paper(store: Store) -> None:
    record_at(store, "in", started("s1", "K1"), issued("s1", 1, "K1"), session="s1")
    ticket = Ticket("K1", 1, FACILITY, "in", "s1", NOW, "PAYLOAD-s1")
    admission = Admission("s1", NOW, started("s1").admittance, ticket)
    with store.read() as unit:
        assert unit.lanes.open_step("in") == OpenStep(admission)
        assert unit.lanes.open_step("other") == OpenStep()
    record_at(store, "in", stays.TicketTaken("K1"), session="s1")
    with store.read() as unit:
        assert unit.lanes.open_step("in") == OpenStep(admission, taken=True)


@pytest.mark.parametrize(
    "body",
    [
        stays.SessionActivated("s1", NOW),
        stays.SessionBackedOut("s1"),
        stays.TicketVoided("K1", "not_taken"),
        lanes.LaneReset("test"),
    ],
    ids=lambda body: type(body).__name__,
)
def test_an_entry_is_over(store: Store, body: object) -> None:
    record_at(store, "in", started("s1", "K1"), issued("s1", 1, "K1"), session="s1")
    record_at(store, "in", body, session="s1")
    with store.read() as unit:
        assert unit.lanes.open_step("in") == OpenStep()


def test_an_exit_is_unfinished_until_the_car_is_gone_or_back(store: Store) -> None:
    record_at(store, "in", started("s1", booking="b1"))
    record_at(store, "out", paying("a1", "s1"), stays.ExitAuthorised("s1", "paid"))
    with store.read() as unit:
        assert unit.lanes.open_step("out") == OpenStep(
            authorised_session="s1",
            authorised_booking="b1",
            open_attempt="a1",
            attempt_session="s1",
        )
    record_at(store, "out", paid("a1", "s1"), stays.SessionEnded("s1", NOW))
    with store.read() as unit:
        assert unit.lanes.open_step("out") == OpenStep()


def test_every_payment_without_an_outcome_is_asked_about_again(store: Store) -> None:
    record_at(store, "in", started("s1"), started("s2"))
    record_at(store, "out", paying("a1", "s1"), payments.PaymentUnknown("a1", "s1"))
    record_at(store, "out", paying("a2", "s2"))
    with store.read() as unit:
        step = unit.lanes.open_step("out")
    asked = {(step.open_attempt, step.attempt_session), *step.more_attempts}
    assert asked == {("a1", "s1"), ("a2", "s2")}
