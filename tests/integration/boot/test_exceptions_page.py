"""The exceptions page at a real desk: notes, debts paid or let go, gates that stood open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.facts import booth, passes
from kiosk.domain.staff import Role
from kiosk.domain.ticket import spoken_code
from kiosk.store.exceptions import OpenException
from kiosk.ui.attendant.pages import CASHIER
from tests.support.counter_window import CounterWindow
from tests.support.happenings import happen, leave_owing, left_of, strand
from tests.support.people import PIN
from tests.support.site import EXIT

KEY = Qt.Key


def open_now(counter: CounterWindow) -> list[OpenException]:
    """What nobody has dealt with, the newest first."""
    with counter.rig.services.site.store.read() as unit:
        return unit.exceptions.open()


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


# --- a gate stood open


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
