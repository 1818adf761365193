"""Cars that followed another one get their stay, at a real desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.facts import booth, stays
from kiosk.domain.staff import Role
from kiosk.domain.ticket import spoken_code
from tests.support.counter_window import CounterWindow
from tests.support.happenings import happen, left_of, strand
from tests.support.site import ENTRY, EXIT, HOUR, Car, drive_in
from tests.support.tailgates import follow, open_exceptions, unpaired

KEY = Qt.Key


def pick_tailgate(counter: CounterWindow, lane_id: str) -> str:
    """A car follows another one, an hour passes, and somebody picks that; the exception's id."""
    counter.rig.clock.pass_time(1)
    event_id = follow(counter.rig, lane_id)
    counter.rig.clock.pass_time(HOUR.total_seconds())
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    return event_id


def is_open(counter: CounterWindow, event_id: str) -> bool:
    return event_id in [each.event_id for each in open_exceptions(counter.rig)]


def test_a_car_that_followed_in_gets_a_ticket_by_four_keys(counter: CounterWindow) -> None:
    event_id = pick_tailgate(counter, ENTRY)
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert not is_open(counter, event_id)
    with counter.rig.services.site.store.read() as unit:
        (inside,) = unit.sessions.inside()
    assert counter.says(spoken_code(inside.code))
    assert counter.says("comes out of the printer")
    assert counter.says("Tailgating accepted")
    assert not counter.window.exceptions.busy()


def test_where_no_printer_took_it_the_code_is_said(counter: CounterWindow) -> None:
    counter.rig.lanes.papers[EXIT].link = None
    pick_tailgate(counter, ENTRY)
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert counter.says("No printer took it. Its code: ")


def test_an_attendant_gives_a_ticket_at_once_and_still_cannot_close(
    counter: CounterWindow,
) -> None:
    counter.sit_down(Role.ATTENDANT)
    event_id = pick_tailgate(counter, ENTRY)
    assert not counter.window.exceptions.reason.isVisible()
    counter.press(KEY.Key_2)
    counter.confirm()
    assert not is_open(counter, event_id)
    assert unpaired(counter.rig, ENTRY) == 0
    counter.press(KEY.Key_1)
    assert not counter.window.exceptions.busy()


def test_a_tailgate_can_be_closed_with_a_note_like_any_other(counter: CounterWindow) -> None:
    event_id = pick_tailgate(counter, ENTRY)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert not is_open(counter, event_id)
    assert counter.rig.kinds("session.") == []
    assert unpaired(counter.rig, ENTRY) == 1


def test_the_stay_that_followed_out_is_found_by_when_it_came(counter: CounterWindow) -> None:
    now = counter.rig.clock.now()
    cars = {hours: drive_in(counter.rig.services, now - HOUR * hours) for hours in (6, 1)}
    event_id = pick_tailgate(counter, EXIT)
    counter.press(KEY.Key_T)
    assert counter.says(spoken_code(cars[1].code))
    came = (now - HOUR * 6).astimezone(counter.rig.services.site.zone)
    counter.type(f"{came:%H:%M}")
    counter.settle()
    counter.press(KEY.Key_1)
    assert counter.says(spoken_code(cars[6].code))
    counter.press(KEY.Key_1)
    counter.confirm()
    assert not is_open(counter, event_id)
    assert left_of(counter, cars[6]) == 1500
    assert counter.says("Still owed: €15.00")
    assert counter.window.exceptions.list.isVisible()
    with counter.rig.services.site.store.read() as unit:
        assert [each.session_id for each in unit.sessions.inside()] == [cars[1].session_id]


def test_a_paid_stay_that_followed_out_owes_nothing(counter: CounterWindow, car: Car) -> None:
    counter.press(KEY.Key_E)
    counter.enter()
    event_id = follow(counter.rig, EXIT)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert not is_open(counter, event_id)
    assert counter.says("Nothing is owed.")


def test_esc_goes_back_one_step_at_a_time(counter: CounterWindow) -> None:
    drive_in(counter.rig.services)
    event_id = pick_tailgate(counter, EXIT)
    page = counter.window.exceptions
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_1)
    assert page.tailgate.reason.isVisible()
    assert page.list.isVisible()
    counter.plain(KEY.Key_Escape)
    assert page.tailgate.seeking
    assert not page.list.isVisible()
    counter.plain(KEY.Key_Escape)
    assert page.reason.isVisible()
    assert not page.tailgate.isVisible()
    counter.plain(KEY.Key_Escape)
    assert not page.busy()
    assert not page.accept.isVisible()
    assert is_open(counter, event_id)


def test_esc_leads_an_attendant_out_of_the_stays(counter: CounterWindow) -> None:
    counter.sit_down(Role.ATTENDANT)
    pick_tailgate(counter, EXIT)
    page = counter.window.exceptions
    assert page.tailgate.seeking
    counter.plain(KEY.Key_Escape)
    assert not page.busy()
    assert page.list.isVisible()
    assert counter.says("Pick a car that followed another one")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("whenever", "Write a time"), ("31.12.2030 8:00", "The car had left by then.")],
)
def test_a_time_that_helps_nobody_is_said_to(counter: CounterWindow, typed: str, said: str) -> None:
    drive_in(counter.rig.services)
    pick_tailgate(counter, EXIT)
    counter.press(KEY.Key_T)
    counter.type(typed)
    counter.settle()
    assert counter.says(said)
    counter.press(KEY.Key_1)
    assert counter.window.exceptions.tailgate.seeking


def test_where_no_stay_may_have_left_it_says_so(counter: CounterWindow) -> None:
    pick_tailgate(counter, EXIT)
    counter.press(KEY.Key_T)
    assert counter.says("No stay is open that began before then.")


def close_elsewhere(counter: CounterWindow, event_id: str) -> None:
    """Another booth's person was faster."""
    site = counter.rig.services.site
    with site.store.write() as unit:
        unit.record(booth.ExceptionClosed(event_id, "from elsewhere"), site.here())


@pytest.mark.parametrize("lane_id", [ENTRY, EXIT])
def test_a_tailgate_somebody_has_closed_meanwhile_gets_nothing(
    counter: CounterWindow, lane_id: str
) -> None:
    drive_in(counter.rig.services)
    event_id = pick_tailgate(counter, lane_id)
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_1)
    counter.type(": seen")
    close_elsewhere(counter, event_id)
    counter.confirm()
    assert counter.says("Somebody has closed this already.")
    assert counter.rig.kinds("lane.tailgate_accepted") == []
    for _ in range(3):
        counter.plain(KEY.Key_Escape)
    assert not counter.window.exceptions.busy()


def test_a_stay_that_is_over_meanwhile_is_not_the_one(counter: CounterWindow) -> None:
    car = drive_in(counter.rig.services)
    event_id = pick_tailgate(counter, EXIT)
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_1)
    site = counter.rig.services.site
    with site.store.write() as unit:
        unit.record(stays.SessionEnded(car.session_id), site.here(EXIT, car.session_id))
    counter.confirm()
    assert counter.says("That stay is over already")
    assert is_open(counter, event_id)
    counter.plain(KEY.Key_Escape)
    assert counter.says("No stay is open that began before then.")


def test_a_running_card_payment_is_waited_for(counter: CounterWindow) -> None:
    car = strand(counter, 360)
    event_id = pick_tailgate(counter, EXIT)
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert counter.says("A card payment is running")
    assert is_open(counter, event_id)
    with counter.rig.services.site.store.read() as unit:
        assert [each.session_id for each in unit.sessions.inside()] == [car.session_id]


def test_at_another_booths_lane_there_is_only_closing(counter: CounterWindow) -> None:
    pick_tailgate(counter, "exit-elsewhere")
    page = counter.window.exceptions
    assert page.reason.isVisible()
    assert not page.accept.isVisible()
    counter.press(KEY.Key_T)
    assert not page.tailgate.isVisible()


def test_nothing_else_than_a_tailgate_is_accepted(counter: CounterWindow) -> None:
    happen(counter, "Ambulance")
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    assert counter.window.exceptions.reason.isVisible()
    assert not counter.window.exceptions.accept.isVisible()
