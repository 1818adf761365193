"""The feed: a cursor passes nothing, however the writers' commits fall."""

import threading
from concurrent.futures import ThreadPoolExecutor

from kiosk.store.store import Store
from tests.support.stores import FACILITY, NOW, Elsewhere, here, open_store, record, started


def pull(store: Store, cursor: int, not_origin: str = "nobody") -> tuple[list[str], int]:
    with store.read() as unit:
        events, cursor = unit.feed.since(FACILITY, cursor, not_origin, 10)
    return [event.event_id for event in events], cursor


def test_a_pull_gets_what_others_did_and_not_its_own(store: Store) -> None:
    other = Elsewhere()
    theirs = other.seal(started("s1"))
    with store.write() as unit:
        unit.receive(theirs, NOW)
    (ours,) = record(store, started("s2"))
    assert pull(store, 0, "booth-1") == ([theirs.event_id], 2)
    assert pull(store, 0, "booth-2") == ([ours.event_id], 2)
    assert pull(store, 2) == ([], 2)


def test_a_full_page_says_where_to_go_on(store: Store) -> None:
    ids = [event.event_id for event in record(store, *[started(f"s{n}") for n in range(25)])]
    seen: list[str] = []
    cursor = 0
    for _ in range(3):
        page, cursor = pull(store, cursor)
        seen += page
    assert (seen, cursor) == (ids, 25)


def test_a_writer_that_commits_late_is_not_passed_by(postgres_url: str) -> None:
    """Two servers on one database: without the lock the second one's number would be seen first."""
    slow, fast = open_store(postgres_url, "centre-1"), open_store(postgres_url, "centre-2")
    with slow.write() as unit:
        late = unit.record(started("s1"), here())
        second = threading.Thread(target=record, args=(fast, started("s2")))
        second.start()
        assert pull(slow, 0) == ([], 0)
        assert _comes_to_the_lock(slow, second)
        assert pull(slow, 0) == ([], 0)
    second.join()
    seen, cursor = pull(slow, 0)
    assert (seen[0], len(seen), cursor) == (late.event_id, 2, 2)
    slow.close()
    fast.close()


def test_pulling_beside_four_writers_misses_nothing(postgres_url: str) -> None:
    stores = [open_store(postgres_url, f"centre-{n}") for n in range(4)]
    done = threading.Event()
    seen: list[str] = []

    def follow() -> None:
        cursor, idle = 0, False
        while not idle:
            last_look = done.is_set()
            page, cursor = pull(stores[0], cursor)
            seen.extend(page)
            idle = last_look and not page

    follower = threading.Thread(target=follow)
    follower.start()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(_write_forty, stores))
    done.set()
    follower.join()
    assert len(seen) == len(set(seen)) == 160
    for store in stores:
        store.close()


def _write_forty(store: Store) -> None:
    for number in range(40):
        record(store, started(f"{store.identity.origin}-{number}"))


def _comes_to_the_lock(store: Store, writer: threading.Thread) -> bool:
    """Whether the writer waits for the facility's lock, rather than running through."""
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    while writer.is_alive():
        with store.engines.reader.connect() as connection:
            if connection.exec_driver_sql(waiting).scalar_one():
                return True
    return False
