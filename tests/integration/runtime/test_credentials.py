"""Every answer a scanned or typed text can get, from a real ledger: each no has its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.boot.services import Services
from kiosk.domain.event import Body
from kiosk.domain.facts import bookings, stays
from kiosk.domain.money import Money
from kiosk.domain.session import Admittance
from kiosk.domain.signals import LaneKind
from kiosk.domain.ticket import Refusal, spoken_code
from kiosk.lane import events as ev
from kiosk.runtime.credentials import look_up
from kiosk.wire.ticket import (
    PREFIX,
    ExitPass,
    Signer,
    entry_ticket_payload,
    exit_pass_payload,
    key_id_of,
    short_code,
)
from tests.support.clock import HandClock
from tests.support.site import (
    EXIT,
    HOUR,
    Car,
    drive_in,
    journal_kinds,
    paper_of,
    signed_ticket,
)

ENTRY_LANE, EXIT_LANE = LaneKind.ENTRY, LaneKind.EXIT
STRANGER = Signer(bytes(range(32)), key_id_of(Signer(bytes(range(32)), 0).public_key))
EARLY, LATE = timedelta(minutes=30), timedelta(minutes=60)


def refusal(services: Services, kind: LaneKind, text: str) -> Refusal | None:
    """Why this text opens nothing here; None when it does."""
    answer = look_up(services.site, kind, text)
    return answer.refusal if isinstance(answer, ev.CredentialRefused) else None


def record(services: Services, session_id: str, *bodies: Body) -> None:
    """Something happened to this session at the exit."""
    with services.site.store.write() as unit:
        for body in bodies:
            unit.record(body, services.site.here(EXIT, session_id))


def book(services: Services, starts_at: datetime, state: str = "confirmed") -> str:
    """A booking of two hours in this state; returns what its QR says."""
    here = services.site.here()
    changes: dict[str, Body] = {
        "active": bookings.BookingActivated("b1", "s1"),
        "completed": bookings.BookingCompleted("b1", "s1"),
        "cancelled": bookings.BookingCancelled("b1", "rain"),
    }
    confirmed = bookings.BookingConfirmed("b1", "B00K1NG77", starts_at, starts_at + 2 * HOUR)
    with services.site.store.write() as unit:
        unit.record(confirmed, here)
        if state in changes:
            unit.record(changes[state], here)
    return "B00K1NG77"


# --- at the exit


@pytest.mark.parametrize(
    "spelling",
    [
        lambda car: car.payload,
        lambda car: f"  {car.payload.lower()}\r\n",
        lambda car: car.code,
        lambda car: spoken_code(car.code).lower(),
        lambda car: f" {car.code} ",
    ],
)
def test_a_ticket_is_known_by_its_qr_and_by_its_code(
    services: Services, spelling: Callable[[Car], str]
) -> None:
    car = drive_in(services)
    answer = look_up(services.site, EXIT_LANE, spelling(car))
    assert isinstance(answer, ev.StayFound)
    assert answer.stay.session_id == car.session_id
    assert answer.stay.due == Money(300), "two started half hours"


@pytest.mark.parametrize(
    ("happens", "named"),
    [
        (lambda car: stays.SessionEnded(car.session_id, None), Refusal.ALREADY_USED),
        (lambda car: stays.TicketVoided(car.code, "not taken"), Refusal.VOID),
        (lambda car: stays.SessionBackedOut(car.session_id), Refusal.VOID),
        (lambda car: stays.TicketBlocked(car.code, "lost"), Refusal.BLOCKED),
        (
            lambda car: stays.TicketReplaced(car.code, "NEWCODE", 9, car.session_id, "P", "torn"),
            Refusal.BLOCKED,
        ),
    ],
)
def test_a_ticket_that_is_over_is_refused_by_what_became_of_it(
    services: Services, happens: Callable[[Car], Body], named: Refusal
) -> None:
    car = drive_in(services)
    record(services, car.session_id, happens(car))
    assert refusal(services, EXIT_LANE, car.payload) is named
    assert refusal(services, EXIT_LANE, car.code) is named


def test_a_ticket_used_twice_is_refused_the_second_time(services: Services) -> None:
    car = drive_in(services)
    assert refusal(services, EXIT_LANE, car.payload) is None
    record(services, car.session_id, stays.SessionEnded(car.session_id, None))
    assert refusal(services, EXIT_LANE, car.payload) is Refusal.ALREADY_USED


def test_paper_of_another_garage_is_called_that(services: Services) -> None:
    ticket = signed_ticket(services, facility_id="garage-9")
    assert refusal(services, EXIT_LANE, paper_of(services, ticket)) is Refusal.OTHER_FACILITY


def test_paper_signed_by_a_key_nobody_published_is_unknown(services: Services) -> None:
    car = drive_in(services)
    theirs = entry_ticket_payload(signed_ticket(services, number=77), STRANGER)
    assert refusal(services, EXIT_LANE, theirs) is Refusal.UNKNOWN
    assert refusal(services, EXIT_LANE, car.payload) is None


def test_paper_under_our_keys_name_with_another_signature_is_forged(services: Services) -> None:
    car = drive_in(services)
    forger = Signer(bytes(32), services.site.signer.key_id)
    copy = entry_ticket_payload(signed_ticket(services, number=77), forger)
    assert refusal(services, EXIT_LANE, copy) is Refusal.FORGED
    assert refusal(services, EXIT_LANE, car.payload) is None


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_an_edited_paper_never_opens_anything(services: Services, data: st.DataObject) -> None:
    payload = paper_of(services, signed_ticket(services, number=4711))
    place = data.draw(st.integers(len(PREFIX), len(payload) - 1))
    symbol = data.draw(
        st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").filter(
            lambda symbol: symbol != payload[place]
        )
    )
    edited = payload[:place] + symbol + payload[place + 1 :]
    assert refusal(services, EXIT_LANE, edited) in (
        Refusal.FORGED,
        Refusal.UNREADABLE,
        Refusal.OTHER_FACILITY,
        Refusal.UNKNOWN,
    )


def exit_pass(services: Services, code: str, late: timedelta = timedelta()) -> str:
    leave_by_at = services.site.clock.now() - late
    paper = ExitPass("garage-1", code, leave_by_at, Money(150), EXIT)
    return exit_pass_payload(paper, services.site.signer)


def test_an_exit_pass_stands_for_the_stay_that_the_ledger_knows(services: Services) -> None:
    car = drive_in(services)
    found = look_up(services.site, EXIT_LANE, exit_pass(services, car.code))
    assert isinstance(found, ev.StayFound)
    assert found.stay.due, "the ledger knows that it was not paid, whatever the paper says"


def test_an_exit_pass_nobody_here_has_heard_of_opens_until_its_time(services: Services) -> None:
    text = exit_pass(services, short_code(63, 1))
    found = look_up(services.site, EXIT_LANE, text)
    assert isinstance(found, ev.StayFound)
    assert found.stay.due == Money(0)
    with services.site.store.read() as unit:
        session = unit.sessions.find(found.stay.session_id)
        assert session is not None
        assert session.flagged == "known_from_paper_only"
    again = look_up(services.site, EXIT_LANE, text)
    assert isinstance(again, ev.StayFound)
    assert again.stay.session_id == found.stay.session_id


def test_an_unheard_of_exit_pass_is_expired_afterwards_and_never_enters(services: Services) -> None:
    late = exit_pass(services, short_code(63, 2), timedelta(minutes=1))
    assert refusal(services, EXIT_LANE, late) is Refusal.EXPIRED
    good = exit_pass(services, short_code(63, 3))
    assert refusal(services, ENTRY_LANE, good) is Refusal.UNKNOWN


# --- paper the ledger has never heard of


def test_our_own_unheard_of_paper_is_believed_at_the_exit_and_flagged(services: Services) -> None:
    ticket = signed_ticket(services, issued_at=services.site.clock.now() - HOUR)
    text = paper_of(services, ticket)
    answer = look_up(services.site, EXIT_LANE, text)
    assert isinstance(answer, ev.StayFound)
    assert (answer.stay.entered_at, answer.stay.due) == (ticket.issued_at, Money(300))
    with services.site.store.read() as unit:
        session = unit.sessions.by_code(ticket.code)
        assert session is not None
        assert session.flagged == "known_from_paper_only"
        assert unit.exceptions.count() == 1


def test_it_is_written_down_once_however_often_it_is_shown(services: Services) -> None:
    text = paper_of(services, signed_ticket(services))
    first, second = (look_up(services.site, EXIT_LANE, text) for _ in range(2))
    assert isinstance(first, ev.StayFound)
    assert isinstance(second, ev.StayFound)
    assert first.stay.session_id == second.stay.session_id
    assert journal_kinds(services, "session.").count("session.started") == 1


def test_it_never_opens_an_entry(services: Services) -> None:
    before = journal_kinds(services)
    text = paper_of(services, signed_ticket(services))
    assert refusal(services, ENTRY_LANE, text) is Refusal.UNKNOWN
    assert journal_kinds(services) == before


def test_its_code_without_the_paper_is_not_believed(services: Services) -> None:
    assert refusal(services, EXIT_LANE, signed_ticket(services).code) is Refusal.UNKNOWN


@pytest.mark.parametrize("changes", [{"tariff": "weekend"}, {"vehicle_class": "bus"}])
def test_paper_nobody_here_can_price_is_unknown_and_leaves_no_trace(
    services: Services, changes: dict[str, object]
) -> None:
    before = journal_kinds(services)
    text = paper_of(services, signed_ticket(services, **changes))
    assert refusal(services, EXIT_LANE, text) is Refusal.UNKNOWN
    assert journal_kinds(services) == before


def test_two_lanes_papers_with_one_number_are_two_stays(services: Services) -> None:
    texts = [paper_of(services, signed_ticket(services, number=5, lane_number=n)) for n in (1, 2)]
    found = [look_up(services.site, EXIT_LANE, text) for text in texts]
    assert (
        len({answer.stay.session_id for answer in found if isinstance(answer, ev.StayFound)}) == 2
    )


# --- at the entry


def test_a_ticket_opens_no_entry(services: Services) -> None:
    car = drive_in(services)
    assert refusal(services, ENTRY_LANE, car.payload) is Refusal.WRONG_LANE


@pytest.mark.parametrize(
    ("starts_in", "state", "named"),
    [
        (EARLY + timedelta(milliseconds=1), "confirmed", Refusal.TOO_EARLY),
        (EARLY, "confirmed", None),
        (timedelta(0), "confirmed", None),
        (-2 * HOUR + timedelta(milliseconds=1), "confirmed", None),
        (-2 * HOUR, "confirmed", Refusal.TOO_LATE),
        (timedelta(0), "cancelled", Refusal.CANCELLED),
        (timedelta(0), "active", Refusal.ALREADY_INSIDE),
        (timedelta(0), "completed", Refusal.ALREADY_USED),
    ],
)
def test_a_booking_enters_in_its_time_once(
    services: Services,
    clock: HandClock,
    starts_in: timedelta,
    state: str,
    named: Refusal | None,
) -> None:
    code = book(services, clock.now() + starts_in, state)
    assert refusal(services, ENTRY_LANE, code) is named
    if named is None:
        granted = look_up(services.site, ENTRY_LANE, f" {code.lower()} ")
        assert granted == ev.EntryGranted(Admittance.BOOKING, "b1")


def test_a_booking_that_never_drove_in_opens_no_exit(services: Services, clock: HandClock) -> None:
    assert refusal(services, EXIT_LANE, book(services, clock.now())) is Refusal.WRONG_LANE


# --- any text at all


@given(text=st.one_of(st.text(), st.text(st.characters()), st.text().map(PREFIX.__add__)))
@example(text="")
@example(text="\0")
@example(text="\ud800")
@example(text="' OR 1=1 --")
@example(text="A" * 5000)
@example(text=PREFIX + "A" * 5000)
@example(text="%")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gets_a_named_no_and_changes_nothing(services: Services, text: str) -> None:
    before = journal_kinds(services)
    for kind in LaneKind:
        assert refusal(services, kind, text) in (
            Refusal.UNKNOWN,
            Refusal.UNREADABLE,
            Refusal.OTHER_FACILITY,
        )
    assert journal_kinds(services) == before


@given(data=st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_get_a_named_no(services: Services, data: bytes) -> None:
    for codec, errors in (("latin-1", "strict"), ("utf-8", "surrogateescape")):
        assert refusal(services, EXIT_LANE, data.decode(codec, errors)) is not None
