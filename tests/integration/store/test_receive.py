"""Receiving: every event once, in the order of its origin, never refused for what it says."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from kiosk.domain.event import Event, Unread
from kiosk.domain.facts import bookings, booth, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.session import SessionState
from kiosk.store.payments import AttemptState
from kiosk.store.receiving import Taken, Verdict
from kiosk.store.store import Store
from kiosk.store.verify import rebuild, verify
from kiosk.wire.facts import chain_hash, event_from_json, event_json
from tests.support.stores import NOW, TEN, Elsewhere, here, issued, paid, paying, record, started

ACCEPTED = Verdict(Taken.ACCEPTED)


def receive(store: Store, *events: Event) -> list[Verdict]:
    with store.write() as unit:
        return [unit.receive(event, NOW) for event in events]


def conflict(reason: str) -> Verdict:
    return Verdict(Taken.CONFLICT, reason)


def test_an_event_made_elsewhere_is_stored_as_it_is_and_applied(store: Store) -> None:
    event = Elsewhere().seal(started("s1"), here("entry-9", "s1"))
    assert receive(store, event) == [ACCEPTED]
    with store.read() as unit:
        assert unit.journal.since("booth-2", 1, 0, 10) == [event]
        assert unit.sessions.find("s1") is not None


def test_the_same_event_again_changes_nothing(store: Store) -> None:
    event = Elsewhere().seal(booth.OccupancyAdjusted(5, "counted"))
    assert receive(store, event, event) == [ACCEPTED, Verdict(Taken.DUPLICATE)]
    assert receive(store, event) == [Verdict(Taken.DUPLICATE)]
    with store.read() as unit:
        assert unit.sessions.occupancy() == 5
        assert unit.journal.last_arrival() == 1


def test_a_place_that_is_taken_is_a_fork(store: Store) -> None:
    assert receive(store, Elsewhere().seal(started("s1"))) == [ACCEPTED]
    assert receive(store, Elsewhere().seal(started("s2"))) == [conflict("fork")]


def test_another_past_is_a_fork(store: Store) -> None:
    ours, theirs = Elsewhere(), Elsewhere()
    theirs.seal(started("s2"))
    assert receive(store, ours.seal(started("s1"))) == [ACCEPTED]
    assert receive(store, theirs.seal(started("s3"))) == [conflict("fork")]


def test_a_missing_event_is_a_gap_until_it_comes(store: Store) -> None:
    other = Elsewhere()
    first, second = other.seal(started("s1")), other.seal(started("s2"))
    assert receive(store, second) == [conflict("gap")]
    assert receive(store, first, second) == [ACCEPTED, ACCEPTED]


def test_an_event_that_was_tampered_with_is_refused(store: Store) -> None:
    event = Elsewhere().seal(payments.AmountOwed("s1", TEN, "iou"))
    dearer = event.data.replace(b"1000", b"9000")
    for forged in (
        replace(event, data=dearer),
        replace(event, hash=bytes(32)),
        replace(event, circumstances=replace(event.circumstances, actor="somebody")),
        replace(event, event_id="another"),
    ):
        assert receive(store, forged) == [conflict("damaged")]
    assert receive(store, event) == [ACCEPTED]


def test_an_id_that_another_event_has_is_refused(store: Store) -> None:
    first = Elsewhere().seal(started("s1"))
    copied = replace(Elsewhere("booth-3").seal(started("s2")), event_id=first.event_id)
    copied = replace(copied, hash=chain_hash(copied))
    assert receive(store, first, copied) == [ACCEPTED, conflict("identity")]


def test_an_event_of_another_facility_is_refused(store: Store) -> None:
    event = Elsewhere().seal(started("s1"), here(facility="harbour"))
    assert receive(store, event) == [conflict("facility")]


def test_each_epoch_of_an_origin_is_a_journal_of_its_own(store: Store) -> None:
    old, new = Elsewhere(epoch=1), Elsewhere(epoch=2)
    events = [old.seal(started("s1")), new.seal(started("s2")), old.seal(started("s3"))]
    assert receive(store, *events) == [ACCEPTED] * 3


def test_a_fact_that_contradicts_the_tables_is_kept_and_shown(store: Store) -> None:
    record(store, started("s1", "K1"), issued("s1", 1, "K1"))
    other = Elsewhere()
    clash, after = other.seal(issued("s9", 1, "K1")), other.seal(started("s9"))
    assert receive(store, clash, after) == [Verdict(Taken.ACCEPTED, "not_applied"), ACCEPTED]
    with store.read() as unit:
        (exception,) = unit.exceptions.open()
        ticket = unit.tickets.find("K1")
    assert (exception.cause, exception.detail) == ("not_applied", "ticket.issued")
    assert ticket is not None
    assert ticket.session_id == "s1"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(("capacity_set", "capacity_melted"), id="a newer kind"),
        pytest.param(('"version":1', '"version":2'), id="a newer version"),
        pytest.param(('"spaces":7', '"spaces":7,"colour":"red"'), id="a field we do not know"),
        pytest.param(('"spaces":7', '"spaces":"7"'), id="a field of another type"),
        pytest.param(('"spaces":7', '"spaces": 7'), id="other bytes for the same body"),
    ],
)
def test_a_fact_we_cannot_read_is_kept_and_what_follows_it_flows(
    store: Store, line: tuple[str, str]
) -> None:
    other = Elsewhere()
    text = event_json(other.seal(booth.CapacitySet(7))).decode().replace(*line)
    strange = event_from_json(text.encode())
    strange = replace(strange, hash=chain_hash(strange))
    assert isinstance(strange.body, Unread)
    other.head = replace(other.head, hash=strange.hash)
    verdicts = receive(store, strange, other.seal(started("s1")))
    assert verdicts == [Verdict(Taken.ACCEPTED, "not_applied"), ACCEPTED]
    with store.read() as unit:
        assert unit.journal.since("booth-2", 1, 0, 1) == [strange]
        assert unit.sessions.spaces() is None
    assert verify(store) == []


def test_a_number_no_column_holds_is_kept_and_shown(store: Store) -> None:
    other = Elsewhere()
    huge = other.seal(booth.OccupancyAdjusted(2**63, "typing error"))
    assert receive(store, huge, other.seal(started("s1"))) == [
        Verdict(Taken.ACCEPTED, "not_applied"),
        ACCEPTED,
    ]


def test_a_payment_counts_before_its_session_is_heard_of(store: Store) -> None:
    here_first = Elsewhere("booth-2")
    assert receive(
        store, here_first.seal(paying("a1", "s1")), here_first.seal(paid("a1", "s1"))
    ) == [ACCEPTED, ACCEPTED]
    with store.read() as unit:
        assert unit.payments.paid("s1") == TEN
    receive(store, Elsewhere("booth-3").seal(started("s1")))
    with store.read() as unit:
        session = unit.sessions.find("s1")
    assert session is not None
    assert session.paid == TEN
    assert session.leave_by_at == NOW + timedelta(minutes=15)


def test_a_car_that_left_elsewhere_before_we_heard_of_it_is_gone(store: Store) -> None:
    entry, exit_ = Elsewhere("booth-2"), Elsewhere("booth-3")
    left = exit_.seal(stays.SessionEnded("s1", NOW + timedelta(hours=1)), here("exit-1", "s1"))
    assert receive(store, left) == [Verdict(Taken.ACCEPTED, "waiting")]
    receive(store, entry.seal(started("s1")), entry.seal(stays.SessionActivated("s1", NOW)))
    with store.read() as unit:
        session = unit.sessions.find("s1")
    assert session is not None
    assert (session.state, session.exit_lane) == (SessionState.ENDED, "exit-1")
    assert verify(store) == []


def test_the_order_of_arrival_does_not_change_what_became_of_a_stay(store: Store) -> None:
    """Entry, exit and till are three devices; their journals interleave in every way."""
    for number, order in enumerate(permutations("eexxt")):
        if number % 7:  # every 7th of 120 is plenty for two engines
            continue
        name = f"s{number}"
        entry, exit_, till = (Elsewhere(f"{who}-{number}") for who in ("entry", "exit", "till"))
        journals = {
            "e": [entry.seal(started(name)), entry.seal(stays.SessionActivated(name, NOW))],
            "x": [
                exit_.seal(stays.ExitAuthorised(name, "paid"), here("exit-1")),
                exit_.seal(stays.SessionEnded(name, NOW), here("exit-1")),
            ],
            "t": [till.seal(paid(f"a{number}", name))],
        }
        receive(store, *[journals[who].pop(0) for who in order])
        with store.read() as unit:
            session = unit.sessions.find(name)
        assert session is not None
        assert (session.state, session.paid) == (SessionState.ENDED, TEN), order
    assert verify(store) == []


def test_two_booths_may_try_to_be_paid_for_one_session(store: Store) -> None:
    one, two = Elsewhere("booth-2"), Elsewhere("booth-3")
    verdicts = receive(
        store,
        one.seal(paying("a1", "s1")),
        two.seal(paying("a2", "s1")),
        one.seal(paid("a1", "s1")),
        two.seal(paid("a2", "s1")),
    )
    assert verdicts == [ACCEPTED] * 4
    with store.read() as unit:
        assert unit.payments.paid("s1") == Money(2000, "EUR")


def test_a_late_answer_does_not_reopen_what_is_settled(store: Store) -> None:
    record(store, paying("a1", "s1"), paid("a1", "s1"))
    record(store, payments.PaymentUnknown("a1", "s1"), payments.PaymentFailed("a1", "s1", "late"))
    with store.read() as unit:
        attempt = unit.payments.attempt("a1")
    assert attempt is not None
    assert attempt.state is AttemptState.PAID


def test_a_cancelled_booking_whose_car_drove_in_is_active(store: Store) -> None:
    centre, booth_2 = Elsewhere("centre"), Elsewhere("booth-2")
    confirmed = bookings.BookingConfirmed("b1", "BOOK1", NOW, NOW + timedelta(hours=1))
    receive(
        store,
        booth_2.seal(bookings.BookingActivated("b1", "s1")),
        centre.seal(confirmed),
        centre.seal(bookings.BookingCancelled("b1", "too late")),
    )
    with store.read() as unit:
        booking = unit.bookings.find("b1")
    assert booking is not None
    assert booking.state == "active"


def test_a_rebuild_repeats_what_waited_and_what_clashed(store: Store) -> None:
    entry, exit_ = Elsewhere("booth-2"), Elsewhere("booth-3")
    receive(
        store,
        exit_.seal(stays.SessionEnded("s1", NOW)),
        exit_.seal(stays.SessionEnded("never-heard-of", NOW)),
        exit_.seal(booth.ExceptionClosed("booth-2-2", "seen")),
        entry.seal(started("s1")),
        entry.seal(stays.SessionFlagged("s1", "odd")),
        entry.seal(started("s1")),
    )
    with store.read() as unit:
        before = (unit.sessions.find("s1"), unit.exceptions.open())
    rebuild(store)
    with store.read() as unit:
        assert (unit.sessions.find("s1"), unit.exceptions.open()) == before
    assert verify(store) == []
