"""The exceptions page at a real desk: notes, cars that followed another one, and debts that are
paid or let go.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.facts import booth, lanes, passes, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.staff import Role
from kiosk.domain.ticket import spoken_code
from kiosk.store.exceptions import OpenException
from kiosk.ui.attendant.pages import CASHIER
from tests.support.counter_window import CounterWindow
from tests.support.people import PIN
from tests.support.site import ENTRY, EXIT, HOUR, Car, drive_in
from tests.support.tailgates import follow, unpaired

KEY = Qt.Key


def open_now(counter: CounterWindow) -> list[OpenException]:
    """What nobody has dealt with, the newest first."""
    with counter.rig.services.site.store.read() as unit:
        return unit.exceptions.open()


def happen(counter: CounterWindow, *reasons: str) -> None:
    """Somebody opened the exit by hand, once for each reason."""
    site = counter.rig.services.site
    for reason in reasons:
        counter.rig.clock.pass_time(60)
        with site.store.write() as unit:
            unit.record(lanes.ManualOpened(reason), site.here(EXIT))


def leave_owing(counter: CounterWindow, minor: int) -> Car:
    """A car that left and owes this much."""
    site = counter.rig.services.site
    car = drive_in(counter.rig.services)
    with site.store.write() as unit:
        here = site.here(EXIT, car.session_id)
        unit.record(payments.AmountOwed(car.session_id, Money(minor), "iou"), here)
        unit.record(stays.SessionEnded(car.session_id, site.clock.now()), here)
    return car


def left_of(counter: CounterWindow, car: Car) -> int:
    with counter.rig.services.site.store.read() as unit:
        debt = unit.debts.find(car.session_id)
    assert debt is not None
    return debt.left.minor


def test_closing_one_keeps_the_note_and_leaves_the_others(counter: CounterWindow) -> None:
    happen(counter, "Ambulance", "Complaint")
    counter.plain(KEY.Key_F9)
    assert counter.says("Opened by hand")
    counter.press(KEY.Key_1)
    counter.type("it was the mayor")
    counter.confirm()
    assert [each.detail for each in open_now(counter)] == ["Ambulance"]
    assert counter.says("Closed, with your note.")
    with counter.rig.services.site.store.read() as unit:
        last = unit.journal.arrived(unit.journal.last_arrival())
    assert isinstance(last.body, booth.ExceptionClosed)
    assert last.body.note == "it was the mayor"
    assert counter.rig.desk.staff is not None
    assert last.circumstances.actor == counter.rig.desk.staff.staff_id


def test_nothing_is_closed_without_a_word(counter: CounterWindow) -> None:
    happen(counter, "Ambulance")
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert len(open_now(counter)) == 1
    counter.plain(KEY.Key_Escape)
    assert not counter.window.exceptions.busy()


def test_what_somebody_else_has_closed_is_not_closed_again(counter: CounterWindow) -> None:
    happen(counter, "Ambulance")
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    site = counter.rig.services.site
    with site.store.write() as unit:
        (one,) = unit.exceptions.open()
        unit.record(booth.ExceptionClosed(one.event_id, "from elsewhere"), site.here())
    counter.type("mine")
    counter.confirm()
    assert counter.says("Somebody has closed this already.")
    assert counter.rig.kinds("system.exception_closed") == ["system.exception_closed"]


def test_an_attendant_looks_and_cannot_close(counter: CounterWindow) -> None:
    happen(counter, "Ambulance")
    counter.sit_down(Role.ATTENDANT)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    assert counter.says("A supervisor closes them.")
    assert not counter.window.exceptions.busy()


def test_the_tenth_is_reached_by_keys(counter: CounterWindow) -> None:
    happen(counter, *(f"Reason {number}" for number in range(10)))
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_N)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert "Reason 0" not in [each.detail for each in open_now(counter)]


def test_a_debt_goes_to_the_cashier_by_its_code(counter: CounterWindow) -> None:
    car = leave_owing(counter, 360)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_D)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_C)
    assert counter.window.place == CASHIER
    assert counter.due == 360
    counter.press(KEY.Key_E)
    counter.enter()
    assert left_of(counter, car) == 0


def test_a_small_debt_is_let_go_by_one_person_with_a_reason(counter: CounterWindow) -> None:
    car = leave_owing(counter, 360)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_D)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_F)
    counter.press(KEY.Key_3)
    counter.confirm()
    assert left_of(counter, car) == 0
    assert counter.says("Nobody owes anything.")


def test_a_large_debt_needs_another_person(counter: CounterWindow) -> None:
    car = leave_owing(counter, 4200)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_D)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_F)
    counter.type("died")
    counter.confirm()
    assert counter.window.second.isVisible()
    counter.plain(KEY.Key_Escape)
    assert left_of(counter, car) == 4200
    assert counter.window.exceptions.reason.note.text() == "died"
    counter.confirm()
    counter.type(PIN, enter=True)
    assert left_of(counter, car) == 0
    assert not counter.window.second.isVisible()


def test_what_happens_while_the_page_is_shown_appears_on_it(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F9)
    assert counter.says("Nothing waits for a look.")
    happen(counter, "Ambulance")
    counter.desk.look()
    counter.settle()
    assert counter.says("Opened by hand")


def test_a_note_being_written_is_not_lost_to_the_other_list(counter: CounterWindow) -> None:
    happen(counter, "Ambulance")
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    counter.type("half a")
    counter.press(KEY.Key_D)
    assert counter.window.exceptions.reason.note.text().startswith("half a")
    assert counter.window.exceptions.busy()


def strand(counter: CounterWindow, minor: int) -> Car:
    """A car whose card was asked for at a lane that is gone from the settings since."""
    site = counter.rig.services.site
    car = drive_in(counter.rig.services)
    with site.store.write() as unit:
        here = site.here("exit-old", car.session_id)
        started = payments.PaymentStarted("a-1", car.session_id, Method.CARD, Money(minor))
        unit.record(started, here)
    counter.desk.look()
    counter.settle()
    return car


def test_the_list_of_payments_in_doubt_is_there_when_one_is(counter: CounterWindow) -> None:
    counter.plain(KEY.Key_F9)
    assert not counter.window.exceptions.doubt.isVisible()
    car = strand(counter, 360)
    assert counter.says("Payments without an outcome")
    counter.press(KEY.Key_B)
    assert counter.says("Ask the bank")
    assert counter.says(spoken_code(car.code))


@pytest.mark.parametrize(("key", "paid"), [(KEY.Key_P, 360), (KEY.Key_T, 0)])
def test_what_the_bank_said_is_put_on_record(
    counter: CounterWindow, key: Qt.Key, paid: int
) -> None:
    car = strand(counter, 360)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_B)
    counter.press(KEY.Key_1)
    counter.press(key)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert sum(each.amount.minor for each in counter.payments(car.session_id)) == paid
    assert counter.says("was paid" if paid else "was not paid")
    assert counter.says("No payment is in doubt.")
    assert not counter.window.exceptions.busy()


def test_a_large_one_needs_another_persons_word(counter: CounterWindow) -> None:
    car = strand(counter, 4200)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_B)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_P)
    counter.type("their list")
    counter.confirm()
    assert counter.window.second.isVisible()
    assert counter.payments(car.session_id) == []
    counter.type(PIN, enter=True)
    assert [each.reference for each in counter.payments(car.session_id)] == ["their list"]


def test_an_attendant_is_told_who_settles_it(counter: CounterWindow) -> None:
    strand(counter, 360)
    counter.sit_down(Role.ATTENDANT)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_B)
    counter.press(KEY.Key_1)
    assert counter.says("A supervisor asks the bank.")
    assert not counter.window.exceptions.paid.isVisible()


# --- cars that followed another one


def pick_tailgate(counter: CounterWindow, lane_id: str) -> str:
    """A car follows another one, an hour passes, and somebody picks that; the exception's id."""
    counter.rig.clock.pass_time(1)
    event_id = follow(counter.rig, lane_id)
    counter.rig.clock.pass_time(HOUR.total_seconds())
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    return event_id


def is_open(counter: CounterWindow, event_id: str) -> bool:
    return event_id in [each.event_id for each in open_now(counter)]


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


def stood_open(counter: CounterWindow, passages: int | None = 3) -> None:
    """The exit stood open, and cars went through."""
    site = counter.rig.services.site
    with site.store.write() as unit:
        unit.record(passes.ResyncProposed(passages), site.here(EXIT))


def test_after_a_gate_stood_open_one_answer_forgets_where_all_passes_are(
    counter: CounterWindow,
) -> None:
    stood_open(counter)
    counter.plain(KEY.Key_F9)
    assert counter.says("Cars without a stay: 3")
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_T)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert counter.says("their next use decides")
    assert counter.rig.kinds("pass.neutralised") == ["pass.neutralised"]
    assert [each.cause for each in open_now(counter)] == ["pass.neutralised"]


@pytest.mark.parametrize("passages", [None, 1])
def test_a_proposal_may_be_closed_and_then_nothing_is_forgotten(
    counter: CounterWindow, passages: int | None
) -> None:
    stood_open(counter, passages)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_T)
    counter.plain(KEY.Key_Escape)
    assert not counter.window.exceptions.busy()
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_1)
    counter.confirm()
    assert open_now(counter) == []
    assert counter.rig.kinds("pass.neutralised") == []


def test_what_is_dealt_with_meanwhile_forgets_nothing(counter: CounterWindow) -> None:
    stood_open(counter)
    counter.plain(KEY.Key_F9)
    counter.press(KEY.Key_1)
    counter.press(KEY.Key_T)
    site = counter.rig.services.site
    with site.store.write() as unit:
        (one,) = unit.exceptions.open()
        unit.record(booth.ExceptionClosed(one.event_id, "from elsewhere"), site.here())
    counter.press(KEY.Key_1)
    counter.confirm()
    assert counter.says("Somebody has closed this already.")
    assert counter.rig.kinds("pass.neutralised") == []
