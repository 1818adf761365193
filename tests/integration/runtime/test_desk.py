"""People with a PIN at a real ledger: who gets in, who may do what, what cash does to a stay."""

from __future__ import annotations

import typing
from pathlib import Path

import pytest

from kiosk.domain.event import KIND_OF
from kiosk.domain.facts.stays import ExitPassIssued
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Device, LaneMode
from kiosk.domain.staff import PIN_FAILURES_MAX, Right, Role
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.lane.engine import Event
from kiosk.runtime.desk import (
    CashTaken,
    Desk,
    Found,
    NotAllowed,
    PriceChanged,
    SignedOn,
    SignOnRefused,
    TooLittle,
)
from kiosk.runtime.lane_runner import LaneRunner
from kiosk.runtime.second import Pins
from tests.support.people import PIN, at_the_desk, enrol
from tests.support.site import ENTRY, EXIT, Rig, drive_in, new_clock, open_booth, stay_of

WRONG = "111111"
PASS_ISSUED = KIND_OF[ExitPassIssued]
BY = ev.Authority("somebody", "because")
EVERYBODY = set(Role)
BOOTH = EVERYBODY - {Role.TECHNICIAN}
SUPERVISION = BOOTH - {Role.ATTENDANT}

WHO_MAY: dict[Event, set[Role]] = {
    ev.ManualOpenOrdered(BY): EVERYBODY,
    ev.PresenceForced(BY): EVERYBODY,
    ev.KeepOpenOrdered(BY): BOOTH,
    ev.ModeOrdered(BY, LaneMode.CLOSED): SUPERVISION,
    ev.LaneResetOrdered(BY): SUPERVISION | {Role.TECHNICIAN},
    ev.NilExitOrdered(BY): BOOTH,
    ev.IouOrdered(BY): BOOTH,
    ev.ReissueOrdered(BY): BOOTH,
    ev.VoidOrdered(BY): SUPERVISION,
    ev.HelpAnswered(BY): BOOTH,
    ev.EvacuationEnded(BY): SUPERVISION,
}
OF_ITS_OWN_DESK = {ev.LostTicketOrdered}
"""Given by `LostDesk`, with rights of its own tests."""


# --- enrolling


def test_the_first_person_enrols_freely_and_the_next_only_by_right(rig: Rig) -> None:
    assert rig.desk.people() == []
    first = rig.desk.enrol("Ada", PIN, Role.ADMIN)
    assert rig.desk.people() == [first]
    with pytest.raises(NotAllowed):
        rig.desk.enrol("Bob", PIN, Role.ATTENDANT)
    rig.desk.sign_on(first.staff_id, PIN)
    second = rig.desk.enrol("Bob", PIN, Role.ATTENDANT)
    rig.desk.sign_on(second.staff_id, PIN)
    with pytest.raises(NotAllowed) as no:
        rig.desk.enrol("Cyd", PIN, Role.ADMIN)
    assert no.value.right is Right.ENROL_STAFF
    assert [each.name for each in rig.desk.people()] == ["Ada", "Bob"]


@pytest.mark.parametrize("pin", ["", "12345", "12345a", "      ", "-12345", "١٢٣٤٥٦", "12345\n6"])
def test_a_pin_of_fewer_than_six_digits_enrols_nobody(rig: Rig, pin: str) -> None:
    with pytest.raises(ValueError, match="at least 6 digits"):
        rig.desk.enrol("Ada", pin, Role.ADMIN)
    assert rig.desk.people() == []
    assert rig.kinds("staff.") == []


# --- signing on


def test_a_right_pin_signs_on_and_opens_the_shift_of_those_who_run_one(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    at_the_desk(rig, Role.ATTENDANT)
    assert rig.kinds("shift.") == ["shift.opened"]
    assert rig.desk.look().shift_name == "Ada", "who came first runs it"


def test_a_technician_runs_no_shift(rig: Rig) -> None:
    first = rig.desk.enrol("Tess", PIN, Role.TECHNICIAN)
    assert rig.desk.sign_on(first.staff_id, PIN) == SignedOn(first)
    assert rig.kinds("shift.") == []


def test_signing_off_leaves_nobody_at_the_desk(rig: Rig) -> None:
    at_the_desk(rig, Role.ADMIN)
    rig.desk.sign_off("lunch")
    rig.desk.sign_off("twice is harmless")
    assert rig.desk.staff is None
    assert rig.kinds("staff.")[-1] == "staff.signed_off"
    assert rig.kinds("staff.").count("staff.signed_off") == 1


def test_somebody_unknown_is_refused(rig: Rig) -> None:
    assert rig.desk.sign_on("nobody", PIN) == SignOnRefused(0)


def test_every_wrong_pin_costs_a_try_and_a_right_one_gives_them_back(rig: Rig) -> None:
    staff = enrol(rig, Role.ADMIN)
    left = [rig.desk.sign_on(staff.staff_id, WRONG) for _ in range(3)]
    assert left == [SignOnRefused(PIN_FAILURES_MAX - n) for n in (1, 2, 3)]
    assert rig.desk.look().failures == {staff.staff_id: 3}
    assert rig.desk.sign_on(staff.staff_id, PIN) == SignedOn(staff)
    assert rig.desk.look().failures == {staff.staff_id: 0}
    assert rig.desk.sign_on(staff.staff_id, WRONG) == SignOnRefused(PIN_FAILURES_MAX - 1)


def test_ten_wrong_pins_lock_the_person_and_a_restart_does_not_help(
    tmp_path: Path, rig: Rig
) -> None:
    staff = enrol(rig, Role.ADMIN)
    for _ in range(PIN_FAILURES_MAX):
        rig.desk.sign_on(staff.staff_id, WRONG)
    assert rig.desk.sign_on(staff.staff_id, PIN) == SignOnRefused(0)
    rig.services.close()
    clock = new_clock()
    again = Rig(open_booth(tmp_path, clock), clock)
    assert again.desk.sign_on(staff.staff_id, PIN) == SignOnRefused(0)
    assert again.desk.staff is None
    again.close()


def test_a_failure_is_on_disk_before_the_pin_is_looked_at(rig: Rig) -> None:
    """Whoever pulls the plug in the middle of a guess has used up a try."""
    seen: list[int] = []

    class Unplugged(Pins):
        def _matches(self, hashed: str, pin: str) -> bool:
            with rig.services.site.store.read() as unit:
                secret = unit.secrets.pin(staff.staff_id)
            seen.append(secret.failures if secret else -1)
            return super()._matches(hashed, pin)

    staff = enrol(rig, Role.ADMIN)
    lanes = rig.lanes
    desk = Desk(rig.services.site, lanes.till, lanes.runners, lanes.papers, rig.services.pepper)
    desk.counter.pins = Unplugged(rig.services.site, rig.services.pepper)
    desk.sign_on(staff.staff_id, WRONG)
    desk.sign_on(staff.staff_id, PIN)
    assert seen == [1, 2]


def test_a_hash_from_a_machine_with_another_pepper_opens_nothing(tmp_path: Path, rig: Rig) -> None:
    staff = enrol(rig, Role.ADMIN)
    rig.services.close()
    (rig.services.folder / "pepper").write_bytes(bytes(32))
    clock = new_clock()
    again = Rig(open_booth(tmp_path, clock), clock)
    assert isinstance(again.desk.sign_on(staff.staff_id, PIN), SignOnRefused)
    again.close()


# --- orders


def test_every_order_there_is_stands_in_the_table() -> None:
    orders = {each for each in typing.get_args(Event) if "by" in each.__struct_fields__}
    assert orders - OF_ITS_OWN_DESK == {type(order) for order in WHO_MAY}


@pytest.mark.parametrize("role", list(Role))
def test_a_person_gives_the_orders_of_their_role_and_no_other(rig: Rig, role: Role) -> None:
    at_the_desk(rig, role)
    mailbox = rig.lanes.runners[EXIT]._mailbox
    for order, roles in WHO_MAY.items():
        if role in roles:
            rig.desk.order(EXIT, order)
            assert mailbox.get_nowait() is order
        else:
            with pytest.raises(NotAllowed):
                rig.desk.order(EXIT, order)
        assert mailbox.empty()


@pytest.mark.parametrize("order", list(WHO_MAY))
def test_nobody_gives_no_orders(rig: Rig, order: Event) -> None:
    with pytest.raises(NotAllowed):
        rig.desk.order(EXIT, order)


def test_money_is_for_those_who_may_take_it(rig: Rig) -> None:
    stay = stay_of(rig.services, drive_in(rig.services))
    at_the_desk(rig, Role.TECHNICIAN)
    with pytest.raises(NotAllowed):
        rig.desk.take_cash(stay, stay.due)
    with pytest.raises(NotAllowed):
        rig.desk.print_receipt(stay.session_id)
    assert rig.kinds("payment.") == []


def test_an_order_carries_the_name_of_who_gave_it(rig: Rig) -> None:
    staff = at_the_desk(rig, Role.ATTENDANT)
    rig.desk.order(ENTRY, ev.ManualOpenOrdered(rig.desk.authority("a delivery")))
    rig.turn(ENTRY)
    with rig.services.site.store.read() as unit:
        opened = [e for e in unit.journal.since("booth-1", 1, 0, 999) if "manual" in e.kind]
    assert [(event.circumstances.actor, event.body.reason) for event in opened] == [
        (staff.staff_id, "a delivery")
    ]


# --- the counter


def show(rig: Rig, text: str) -> Stay:
    """Find a stay as a cashier does."""
    found = rig.desk.find(text)
    assert isinstance(found, Found)
    return found.stay


def test_a_stay_is_found_by_paper_and_code_and_a_no_has_its_name(rig: Rig) -> None:
    car = drive_in(rig.services)
    assert show(rig, car.payload) == show(rig, car.code)
    assert rig.desk.find("4K7 2MX") in (Refusal.UNKNOWN, Refusal.UNREADABLE)


@pytest.mark.parametrize(("given", "change"), [(300, 0), (500, 200), (10_000, 9_700)])
def test_enough_cash_pays_and_gives_change(rig: Rig, given: int, change: int) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    stay = show(rig, drive_in(rig.services).code)
    taken = rig.desk.take_cash(stay, Money(given))
    assert isinstance(taken, CashTaken)
    assert (taken.change, taken.stay.due, taken.stay.paid) == (Money(change), Money(0), Money(300))
    looked = rig.desk.look()
    assert (looked.payments, looked.taken) == (1, Money(300))
    assert rig.kinds()[-1] == PASS_ISSUED, "the car is not at an exit yet"


@pytest.mark.parametrize("given", [0, 1, 299])
def test_too_little_cash_records_nothing(rig: Rig, given: int) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    stay = show(rig, drive_in(rig.services).code)
    assert rig.desk.take_cash(stay, Money(given)) == TooLittle(Money(300 - given))
    assert rig.kinds("payment.") == []


def test_a_second_tap_takes_no_second_payment(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    stay = show(rig, drive_in(rig.services).code)
    first, second = (rig.desk.take_cash(stay, Money(500)) for _ in range(2))
    assert isinstance(first, CashTaken)
    assert second == PriceChanged(first.stay)
    assert rig.kinds("payment.") == ["payment.started", "payment.succeeded"]


def test_cash_for_the_car_at_the_exit_reaches_its_lane(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    car = drive_in(rig.services)
    rig.arrive(EXIT)
    rig.tell(EXIT, ev.CodeOffered(car.payload))
    assert rig.phase(EXIT) == "Quoted"
    found = rig.desk.find(car.code)
    assert isinstance(found, Found)
    assert found.lane_id == EXIT
    rig.desk.take_cash(found.stay, found.stay.due)
    rig.turn(EXIT)
    assert rig.phase(EXIT) == "Opening"
    assert PASS_ISSUED not in rig.kinds(), "it needs no paper"


def test_a_receipt_is_numbered_once_and_a_second_one_is_a_copy(rig: Rig) -> None:
    at_the_desk(rig, Role.ATTENDANT)
    stay = show(rig, drive_in(rig.services).code)
    rig.desk.print_receipt(stay.session_id)
    assert rig.kinds("payment.receipt") == [], "nothing was paid yet"
    rig.desk.take_cash(stay, stay.due)
    rig.desk.print_receipt(stay.session_id)
    rig.desk.print_receipt(stay.session_id)
    assert rig.kinds("payment.receipt") == ["payment.receipt_issued"]


def test_a_doubted_clock_is_confirmed_by_those_who_may_reset_a_lane(rig: Rig) -> None:
    for lane_id in (ENTRY, EXIT):
        rig.tell(lane_id, ev.ClockDoubted(doubted=True))
    at_the_desk(rig, Role.ATTENDANT)
    with pytest.raises(NotAllowed):
        rig.desk.confirm_clock()
    at_the_desk(rig, Role.SUPERVISOR)
    rig.desk.confirm_clock()
    assert rig.kinds("system.clock") == ["system.clock_confirmed"]
    for lane_id in (ENTRY, EXIT):
        rig.turn(lane_id)
        assert not rig.lanes.runners[lane_id].state.clock_doubted


def test_a_lane_with_everything_serves(rig: Rig) -> None:
    """The rig itself: a car, a press, a paper on its way to the printer."""
    runner: LaneRunner = rig.lanes.runners[ENTRY]
    rig.arrive(ENTRY)
    rig.tell(ENTRY, ev.TicketRequested())
    assert rig.phase(ENTRY) == "Printing"
    assert Device.PRINTER not in runner.state.missing
    assert rig.kinds("ticket.") == ["ticket.issued"]
