"""Reading: what the ledger says after what happened, as frozen values."""

from datetime import timedelta

import pytest

from kiosk.domain.booking import BookingState
from kiosk.domain.facts import bookings, booth, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.session import SessionState
from kiosk.domain.staff import Role, Staff
from kiosk.domain.ticket import TicketState
from kiosk.store.payments import AttemptState
from kiosk.store.published import PublicKey
from kiosk.store.shifts import Takings
from kiosk.store.staff import Pin
from kiosk.store.store import Store
from tests.support.stores import (
    NOW,
    TEN,
    here,
    issued,
    paid,
    paying,
    record,
    record_at,
    record_one_of_each,
    started,
)

# --- sessions and the count


def test_a_correction_moves_the_count_and_no_passage(store: Store) -> None:
    record(store, booth.OccupancyAdjusted(3, "counted"), booth.OccupancyAdjusted(-1, "again"))
    record(store, booth.CapacitySet(100), booth.CapacitySet(120))
    with store.read() as unit:
        assert (unit.sessions.occupancy(), unit.sessions.spaces()) == (2, 120)


def test_a_ticket_alone_is_nobody_inside(store: Store) -> None:
    record(store, started("s1"), started("s2"), stays.SessionActivated("s2", NOW))
    with store.read() as unit:
        assert [session.session_id for session in unit.sessions.inside()] == ["s2"]


def test_a_session_knows_what_it_paid_and_until_when_it_may_leave(store: Store) -> None:
    record(store, started("s1"), paying("a1", "s1"), paid("a1", "s1"))
    with store.read() as unit:
        session = unit.sessions.find("s1")
        assert unit.sessions.by_code("C-s1") == session
    assert session is not None
    assert (session.paid, session.leave_by_at) == (TEN, NOW + timedelta(minutes=15))


def test_a_code_used_twice_names_the_latest_stay(store: Store) -> None:
    later = stays.SessionStarted(
        "s2", "BOOK1", started("s").admittance, NOW + timedelta(hours=3), "standard", 1, "car"
    )
    record(store, started("s1", "BOOK1"), later)
    with store.read() as unit:
        found = unit.sessions.by_code("BOOK1")
    assert found is not None
    assert found.session_id == "s2"


@pytest.mark.parametrize(
    ("text", "found"), [("K1", ["K1A", "K1B"]), ("k1a", ["K1A"]), ("%", []), ("_1", []), ("\\", [])]
)
def test_a_search_takes_its_text_as_text(store: Store, text: str, found: list[str]) -> None:
    record(store, started("s1", "K1A"), started("s2", "K1B"), started("s3", "X1"))
    with store.read() as unit:
        assert sorted(session.code for session in unit.sessions.search(text)) == found


def test_an_exit_given_up_puts_the_session_back(store: Store) -> None:
    record(store, started("s1"), stays.SessionActivated("s1", NOW))
    record(store, stays.ExitAuthorised("s1", "paid"), stays.ExitAbandoned("s1"))
    with store.read() as unit:
        session = unit.sessions.find("s1")
    assert session is not None
    assert session.state is SessionState.ACTIVE


def test_an_instant_that_the_fact_does_not_say_is_when_it_occurred(store: Store) -> None:
    with store.write() as unit:
        unit.record(started("s1"), here())
        unit.record(stays.SessionEnded("s1"), here(after=90))
    with store.read() as unit:
        session = unit.sessions.find("s1")
    assert session is not None
    assert session.exited_at == NOW + timedelta(seconds=90)


# --- tickets


def test_ticket_numbers_of_a_lane_are_never_used_again(store: Store) -> None:
    record_at(store, "in", started("s1"), issued("s1", 1))
    record_at(store, "in", stays.TicketVoided("C-s1", "paper_out"))
    record_at(store, "other", started("s2"), issued("s2", 41))
    with store.read() as unit:
        assert [unit.tickets.next_number(lane) for lane in ("in", "other", "new")] == [2, 42, 1]


@pytest.mark.parametrize(
    ("bodies", "state"),
    [
        ([], TicketState.ISSUED),
        ([stays.TicketTaken("C-s1")], TicketState.TAKEN),
        ([stays.TicketTaken("C-s1"), stays.TicketVoided("C-s1", "x")], TicketState.VOID),
        ([stays.TicketBlocked("C-s1", "lost")], TicketState.BLOCKED),
        ([stays.TicketReplaced("C-s1", "K2", 2, "s1", "P")], TicketState.BLOCKED),
        ([stays.SessionBackedOut("s1")], TicketState.VOID),
        ([stays.SessionEnded("s1", NOW)], TicketState.USED),
        ([stays.TicketBlocked("C-s1", "x"), stays.TicketTaken("C-s1")], TicketState.BLOCKED),
        ([stays.TicketVoided("C-s1", "x"), stays.SessionEnded("s1", NOW)], TicketState.VOID),
    ],
)
def test_a_ticket_is_what_became_of_it(
    store: Store, bodies: list[object], state: TicketState
) -> None:
    record(store, started("s1"), issued("s1"), *bodies)
    with store.read() as unit:
        ticket = unit.tickets.find("C-s1")
        assert unit.tickets.find("nothing") is None
    assert ticket is not None
    assert ticket.state is state


# --- payments


def test_an_attempt_follows_what_is_reported(store: Store) -> None:
    record_at(store, "out", paying("a1", "s1"))
    with store.read() as unit:
        attempt = unit.payments.attempt("a1")
    assert attempt is not None
    assert (attempt.state, attempt.intent.lane_id) == (AttemptState.OPEN, "out")
    for body, state in (
        (payments.PaymentUnknown("a1", "s1"), AttemptState.UNKNOWN),
        (payments.PaymentFailed("a1", "s1", "declined"), AttemptState.FAILED),
        (payments.PaymentOrphaned("a1", "s1", TEN), AttemptState.ORPHANED),
    ):
        record(store, body)
        with store.read() as unit:
            attempt = unit.payments.attempt("a1")
        assert attempt is not None
        assert attempt.state is state


def test_payments_are_summed_by_session_and_by_method(store: Store) -> None:
    record(store, paying("a1", "s1"), paid("a1", "s1"), paying("a2", "s1"), paid("a2", "s1", "x"))
    record(store, paying("a3", "s2"), paid("a3", "s2"))
    with store.read() as unit:
        assert unit.payments.paid("s1") == Money(2000)
        assert unit.payments.paid("nobody") == Money(0)
        assert unit.payments.by_method(NOW) == {Method.CARD: Money(2000), Method.CASH: TEN}
        assert unit.payments.by_method(NOW + timedelta(seconds=1)) == {}
        cash = unit.payments.of_session("s1")[1]
    assert (cash.tendered, cash.change, cash.shift_id) == (Money(2000), TEN, "x")


def test_receipt_numbers_have_no_gaps(store: Store) -> None:
    for number in (1, 2, 3):
        with store.write() as unit:
            assert unit.payments.next_receipt_number() == number
            unit.record(payments.ReceiptIssued(number, "s1", f"a{number}"), here())


# --- bookings


def test_bookings_still_expected_come_in_their_order(store: Store) -> None:
    def booking(name: str, hours: int) -> bookings.BookingConfirmed:
        starts = NOW + timedelta(hours=hours)
        return bookings.BookingConfirmed(name, name.upper(), starts, starts + timedelta(hours=1))

    record(store, *[booking(f"b{hours}", hours) for hours in (3, 1, 2, -5)])
    record(store, bookings.BookingCancelled("b2"), bookings.BookingActivated("b3", "s1"))
    with store.read() as unit:
        assert [each.booking_id for each in unit.bookings.upcoming(NOW)] == ["b1"]
        found = unit.bookings.by_code("B3")
        assert unit.bookings.by_code("nothing") is None
    assert found is not None
    assert found.state is BookingState.ACTIVE


# --- shifts, staff, what is published


def test_a_shift_counts_its_cash_on_top_of_its_float(store: Store) -> None:
    record(store, booth.ShiftOpened("x", "anna", Money(5000)))
    record(store, paying("a1", "s1"), paid("a1", "s1", "x"), paying("a2", "s2"), paid("a2", "s2"))
    with store.read() as unit:
        current = unit.shifts.current()
        figures = unit.shifts.figures("x")
    assert current is not None
    assert figures is not None
    assert (figures.shift, figures.expected) == (current, Money(6000))
    assert figures.takings == (Takings(Method.CASH, TEN, 1),)
    record(store, booth.ShiftClosed("x", Money(5900)))
    with store.read() as unit:
        assert unit.shifts.current() is None
        figures = unit.shifts.figures("x")
    assert figures is not None
    assert figures.shift.counted == Money(5900)


def test_staff_enrolled_again_have_the_new_role(store: Store) -> None:
    record(store, booth.StaffEnrolled("anna", "Anna", Role.ATTENDANT))
    record(store, booth.StaffEnrolled("anna", "Anna B.", Role.SUPERVISOR))
    with store.read() as unit:
        assert unit.staff.all() == [Staff("anna", "Anna B.", Role.SUPERVISOR)]
        assert unit.staff.find("nobody") is None


def test_failures_are_counted_until_a_success(store: Store) -> None:
    with store.write() as unit:
        assert unit.secrets.pin("anna") is None
        unit.secrets.set_pin("anna", "hash")
    for _ in range(3):
        with store.write() as unit:
            unit.secrets.note_failure("anna")
    with store.read() as unit:
        assert unit.secrets.pin("anna") == Pin("hash", 3)
    with store.write() as unit:
        unit.secrets.note_success("anna")
        assert unit.secrets.pin("anna") == Pin("hash", 0)
        unit.secrets.set_pin("anna", "other")
        assert unit.secrets.pin("anna") == Pin("other", 0)


def test_the_newest_tariff_version_is_the_latest(store: Store) -> None:
    record(store, *[booth.TariffPublished("standard", n, f"v{n}") for n in (9, 10)])
    with store.read() as unit:
        assert unit.tariffs.latest("standard") == ("standard", 10)
        assert unit.tariffs.rules("standard", 9) == "v9"
        with pytest.raises(LookupError):
            unit.tariffs.latest("night")
        with pytest.raises(LookupError):
            unit.tariffs.rules("standard", 11)


def test_every_published_key_stays_known(store: Store) -> None:
    record(store, booth.KeyPublished(1, "aa"), booth.KeyPublished(2, "bb"))
    with store.read() as unit:
        assert unit.keys.all() == [PublicKey("booth-1", 1, "aa"), PublicKey("booth-1", 2, "bb")]


# --- exceptions, local values, devices


def test_exceptions_are_open_until_somebody_closes_them(store: Store) -> None:
    with store.write() as unit:
        event = unit.record(
            payments.AmountOwed("s1", TEN, "released"), here("out", "s1", actor="lane")
        )
    with store.read() as unit:
        (exception,) = unit.exceptions.open()
    assert (exception.cause, exception.detail) == ("payment.owed", "released")
    assert (exception.amount, exception.lane_id, exception.actor) == (TEN, "out", "lane")
    record(store, booth.ExceptionClosed(event.event_id, "paid by transfer"))
    with store.read() as unit:
        assert (unit.exceptions.open(), unit.exceptions.count()) == ([], 0)


def test_local_values_are_kept_outside_the_journal(store: Store) -> None:
    with store.write() as unit:
        assert unit.local.get("cursor") is None
        unit.local.set("cursor", "7")
        unit.local.set("cursor", "8")
    with store.read() as unit:
        assert unit.local.get("cursor") == "8"
        assert unit.journal.last_arrival() == 0


def test_a_code_lets_one_booth_in_once(store: Store) -> None:
    code, token = b"c" * 32, b"t" * 32
    with store.write("harbour") as unit:
        unit.devices.add_code(code, "North booth", NOW, NOW + timedelta(minutes=10))
    late = NOW + timedelta(minutes=10)
    with store.write() as unit:
        assert unit.devices.enrol(code, "booth-9", token, late) is None
        assert unit.devices.enrol(b"x" * 32, "booth-9", token, NOW) is None
        device = unit.devices.enrol(code, "booth-9", token, NOW)
        assert unit.devices.enrol(code, "booth-8", b"u" * 32, NOW) is None
    assert device is not None
    assert (device.facility_id, device.name) == ("harbour", "North booth")
    with store.read() as unit:
        assert unit.devices.by_token(token) == device
        assert unit.devices.by_token(b"x" * 32) is None


def test_a_revoked_booth_is_known_and_not_let_in(store: Store) -> None:
    with store.write() as unit:
        unit.devices.add_code(b"c" * 32, "North", NOW, NOW + timedelta(minutes=10))
        unit.devices.enrol(b"c" * 32, "booth-9", b"t" * 32, NOW)
        assert unit.devices.revoke("booth-9", NOW)
        assert not unit.devices.revoke("booth-9", NOW)
    with store.read() as unit:
        assert unit.devices.by_token(b"t" * 32) is None
        assert [device.revoked_at for device in unit.devices.all()] == [NOW]


def test_two_facilities_do_not_see_each_other(store: Store) -> None:
    with store.write() as unit:
        record_one_of_each(unit)
    with store.write("harbour") as unit:
        unit.record(started("s1"), here(facility="harbour"))
        assert unit.journal.head().seq == 1
    with store.read("harbour") as unit:
        assert unit.sessions.occupancy() == 0
        assert unit.exceptions.count() == 0
        session = unit.sessions.find("s1")
    assert session is not None
    assert session.state is SessionState.STARTED


def test_an_export_has_one_event_a_line(store: Store) -> None:
    with store.write() as unit:
        record_one_of_each(unit)
    with store.read() as unit:
        lines = list(unit.journal.export())
        assert len(lines) == unit.journal.last_arrival()
    assert not any("\n" in line for line in lines)
