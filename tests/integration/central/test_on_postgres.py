"""The same centre on PostgreSQL: what a server database could do differently."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.centre import Booth, Site, booth, paid_stay, running_centre


@pytest.fixture
def site(postgres_url: str) -> Iterator[Site]:
    with running_centre(postgres_url) as running:
        yield running


def test_bookings_come_down_and_facts_go_up_exactly_once(
    site: Site, north: Booth, tmp_path: Path
) -> None:
    made = site.book(name="Ada")
    north.record(*paid_stay("one"))
    north.drain()
    north.worker.turn()
    with north.store.read() as unit:
        assert unit.bookings.by_code(made["code"]) is not None
    assert site.journal("booth-1") == north.journal()
    assert north.status.alarm is None


def test_many_at_once_with_one_key_make_one_booking(site: Site, north: Booth) -> None:
    with ThreadPoolExecutor(8) as pool:
        codes = set(pool.map(lambda _: site.book()["code"], range(24)))
    assert len(codes) == 1
    assert len(site.journal("centre")) == 1


def test_many_booths_and_bookings_at_once_lose_nothing(site: Site, tmp_path: Path) -> None:
    with ExitStack() as stack:
        booths = [
            stack.enter_context(
                booth(tmp_path / f"{n}.db", site.url, site.enrol(f"booth-{n}"), origin=f"booth-{n}")
            )
            for n in range(4)
        ]
        for number, one in enumerate(booths):
            for car in range(10):
                one.record(*paid_stay(f"{number}-{car}"))
        with ThreadPoolExecutor(8) as pool:
            drained = [pool.submit(one.drain) for one in booths]
            booked = [pool.submit(site.book, key=f"booking-{n:04}") for n in range(20)]
            for done in (*drained, *booked):
                done.result()
        for number, one in enumerate(booths):
            one.turn_until(lambda one=one: _heard(one) == 20 + 3 * 40)  # type: ignore[misc]
            assert site.journal(f"booth-{number}") == one.journal()


def _heard(one: Booth) -> int:
    """How many events of others a booth has."""
    with one.store.read() as unit:
        return unit.journal.last_arrival() - unit.journal.head().seq
