"""Recording: journal and tables together or not at all, in an order without gaps."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.domain.event import KINDS
from kiosk.domain.facts import lanes, stays
from kiosk.store.projections.catalogue import CHANGES, JOURNAL_ONLY, STEPS
from kiosk.store.store import Store
from kiosk.store.trouble import Contradicted
from kiosk.store.verify import rebuild, verify
from kiosk.wire.facts import GENESIS, BadEvent, Head, chain_hash
from tests.support.stores import (
    here,
    issued,
    one_of_each,
    open_store,
    paid,
    paying,
    receive_from_elsewhere,
    record,
    record_one_of_each,
    started,
)


def test_a_fact_is_recorded_and_applied_together(store: Store) -> None:
    with store.write() as unit:
        event = unit.record(started("s1"), here("entry-1", "s1"))
    with store.read() as unit:
        assert unit.journal.since("booth-1", 1, 0, 10) == [event]
        session = unit.sessions.find("s1")
    assert session is not None
    assert session.entry_lane == "entry-1"


def test_one_fact_that_breaks_a_rule_undoes_all_of_its_transaction(store: Store) -> None:
    with store.write() as unit:
        unit.record(started("s1"), here())
    with pytest.raises(Contradicted):
        record(store, lanes.ManualOpened("delivery"), started("s1"))
    with store.read() as unit:
        assert unit.journal.head().seq == 1
        assert unit.exceptions.count() == 0


def test_a_failed_transaction_leaves_no_gap_in_the_numbers(store: Store) -> None:
    for session in ("s1", "s1", "s2", "s2", "s3"):
        try:
            with store.write() as unit:
                unit.record(started(session), here())
        except Contradicted:
            continue
    with store.read() as unit:
        assert [event.seq for event in unit.journal.since("booth-1", 1, 0, 10)] == [1, 2, 3]
    assert verify(store) == []


def test_an_error_of_the_caller_undoes_its_transaction_too(store: Store) -> None:
    def fail_after_recording() -> None:
        with store.write() as unit:
            unit.record(started("s1"), here())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_recording()
    with store.write() as unit:
        assert unit.record(started("s1"), here()).seq == 1


def test_each_event_is_chained_to_the_one_before_it(store: Store) -> None:
    with store.write() as unit:
        events = [unit.record(started(f"s{n}"), here()) for n in range(3)]
    with store.write() as unit:
        events.append(unit.record(started("s9"), here()))
    assert [event.prev_hash for event in events] == [GENESIS, *(e.hash for e in events[:-1])]
    assert all(chain_hash(event) == event.hash for event in events)


def test_the_chain_goes_on_after_a_restart(database: str) -> None:
    for number in range(3):
        store = open_store(database)
        with store.write() as unit:
            assert unit.record(started(f"s{number}"), here()).seq == number + 1
        store.close()


def test_a_journal_that_begins_anew_has_a_higher_epoch(database: str) -> None:
    store = open_store(database)
    with store.write() as unit:
        unit.record(started("s1"), here())
    store.close()
    store = open_store(database, epoch=3)
    with store.write() as unit:
        event = unit.record(started("s2"), here())
    store.close()
    assert (event.epoch, event.seq, event.prev_hash) == (3, 1, GENESIS)
    again = open_store(database)
    assert again.identity.epoch == 3
    with again.read() as unit:
        assert unit.journal.head() == Head("booth-1", 3, 1, event.hash)
    assert verify(again) == []
    again.close()


def test_four_threads_leave_no_gap_and_no_fork(store: Store) -> None:
    def record_many(thread: int) -> None:
        for number in range(25):
            with store.write() as unit:
                unit.record(started(f"s{thread}-{number}"), here())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(record_many, range(4)))
    with store.read() as unit:
        assert [e.seq for e in unit.journal.since("booth-1", 1, 0, 200)] == list(range(1, 101))
    assert verify(store) == []


def test_readers_do_not_wait_for_the_writer(store: Store) -> None:
    with store.write() as writing:
        writing.record(started("s1"), here())
        with store.read() as reading:
            assert reading.sessions.find("s1") is None
        assert writing.sessions.find("s1") is not None


def test_a_reader_sees_one_moment_however_long_it_looks(store: Store) -> None:
    with store.read() as reading:
        assert reading.sessions.find("s1") is None
        with store.write() as unit:
            unit.record(started("s1"), here())
        assert reading.sessions.find("s1") is None


def test_a_unit_reads_what_it_recorded(store: Store) -> None:
    with store.write() as unit:
        event = unit.record(started("s1"), here())
        assert unit.journal.head().hash == event.hash
        assert unit.journal.with_id(event.event_id) == event


@pytest.mark.parametrize(
    "twice",
    [
        lambda: (paying("a1", "s1"), paying("a2", "s1")),
        lambda: (paying("a1", "s1"), paying("a1", "s2")),
        lambda: (paid("a1", "s1"), paid("a1", "s1")),
        lambda: (started("s1"), started("s1")),
        lambda: (issued("s1", 1, "K1"), issued("s2", 2, "K1")),
    ],
    ids=["open attempts of a session", "attempt", "payments of an attempt", "session", "code"],
)
def test_the_database_allows_it_only_once(
    store: Store, twice: Callable[[], tuple[object, object]]
) -> None:
    first, second = twice()
    with store.write() as unit:
        unit.record(first, here())
    with pytest.raises(Contradicted), store.write() as unit:
        unit.record(second, here())


def test_a_new_attempt_may_start_once_the_last_one_is_settled(store: Store) -> None:
    with store.write() as unit:
        unit.record(paying("a1", "s1"), here())
        unit.record(paid("a1", "s1"), here())
        unit.record(paying("a2", "s1"), here())
    with store.read() as unit:
        assert [each.intent.attempt_id for each in unit.payments.open_attempts("s1")] == ["a2"]


def test_what_nobody_could_read_back_is_not_recorded(store: Store) -> None:
    with pytest.raises(BadEvent), store.write() as unit:
        unit.record(stays.SessionFlagged("s1", "a\0b"), here())
    with pytest.raises(BadEvent), store.write() as unit:
        unit.record(stays.SessionFlagged("s1", "fine"), here(actor="x" * 65))
    with store.read() as unit:
        assert unit.journal.head().seq == 0


def test_a_fact_of_another_facility_is_our_bug(store: Store) -> None:
    with pytest.raises(ValueError, match="elsewhere"), store.write() as unit:
        unit.record(started("s1"), here(facility="elsewhere"))


def test_every_kind_of_fact_has_its_place_in_the_catalogue() -> None:
    placed = STEPS.keys() | CHANGES.keys() | JOURNAL_ONLY
    assert placed == set(KINDS.values())
    assert not JOURNAL_ONLY & (STEPS.keys() | CHANGES.keys())


def test_the_sample_holds_every_kind_of_fact() -> None:
    kinds = {type(body) for body, _ in one_of_each()}
    missing = {body.__name__ for body in KINDS.values()} - {kind.__name__ for kind in kinds}
    assert missing == {"ExceptionClosed"}  # `record_one_of_each` adds it


def test_the_tables_can_be_made_again_from_the_journal(store: Store) -> None:
    with store.write() as unit:
        record_one_of_each(unit)
        receive_from_elsewhere(unit)
    assert verify(store) == []
    with store.read() as unit:
        length = unit.journal.last_arrival()
    assert rebuild(store) == length
    assert verify(store) == []
