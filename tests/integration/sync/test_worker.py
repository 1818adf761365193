"""A booth's worker against a real centre, over networks and servers that misbehave."""

import shutil
import threading
from pathlib import Path

import pytest

from kiosk.domain.facts.booth import SyncAlarmRaised
from kiosk.sync.client import Cause
from kiosk.sync.worker import SyncStatus
from kiosk.wire.instants import instant_of, ms_of
from tests.support import evil_server
from tests.support.centre import Booth, Site, booth, paid_stay, running_centre
from tests.support.evil_server import Manners, evil, says
from tests.support.lossy_network import Fate, lossy_network


def alarms(one: Booth) -> list[str]:
    return [e.body.alarm for e in one.journal() if isinstance(e.body, SyncAlarmRaised)]


def everything(one: Booth, cars: int = 30) -> None:
    for car in range(cars):
        one.record(*paid_stay(f"{car:03}"))


def test_what_happens_here_is_at_the_centre_afterwards(site: Site, north: Booth) -> None:
    everything(north)
    north.drain()
    assert site.journal("booth-1") == north.journal()
    assert (north.status.reachable, north.status.unsent, north.status.alarm) == (True, 0, None)
    assert north.status.last_ack_at is not None


@pytest.mark.parametrize("fate", Fate)
def test_every_fact_arrives_exactly_once_whatever_the_network_does(
    site: Site, tmp_path: Path, fate: Fate
) -> None:
    with (
        lossy_network(site.url) as (network, url),
        booth(tmp_path / "booth.db", url, site.enrol("booth-1")) as one,
    ):
        site.book()
        for car in range(4):
            one.record(*paid_stay(f"{car:03}"))
            network.fates.extend([fate, Fate.THROUGH])
            one.turn_until(lambda: not network.fates)
        one.drain()
        one.turn_until(lambda: bool(_codes(one)))
        assert site.journal("booth-1") == one.journal()
        assert alarms(one) == []


def _codes(one: Booth) -> list[str]:
    with one.store.read() as unit:
        return [booking.code for booking in unit.bookings.upcoming(one.clock.at.replace(year=2025))]


def test_a_centre_that_was_away_is_caught_up_with(site: Site, tmp_path: Path) -> None:
    with (
        lossy_network(site.url) as (network, url),
        booth(tmp_path / "booth.db", url, site.enrol("booth-1")) as one,
    ):
        network.fates.extend([Fate.REQUEST_LOST] * 5)
        everything(one, 3)
        one.worker.turn()
        assert (one.status.reachable, one.status.cause) == (False, Cause.CENTRE)
        assert one.status.next_try_at is not None
        one.drain()
        assert one.status.reachable is True
        assert one.status.next_try_at is None


def test_the_back_off_survives_a_restart_and_try_now_ends_it(site: Site, tmp_path: Path) -> None:
    token = site.enrol("booth-1")
    with evil(evil_server.hang_up) as url, booth(tmp_path / "booth.db", url, token) as one:
        everything(one, 1)
        for _ in range(4):
            one.worker.turn()
            one.clock.later(1000)
        one.worker.turn()
        waiting_until = one.status.next_try_at
        assert waiting_until is not None
    with booth(tmp_path / "booth.db", site.url, token) as one:
        assert one.worker._pace.failures == 5
        assert one.worker._pace.retry_at == instant_of(ms_of(waiting_until))
        one.worker.try_now()
        one.worker.turn()
        assert one.status.unsent == 0


def test_a_backlog_larger_than_a_message_goes_in_several(site: Site, north: Booth) -> None:
    north.record(*(fact for n in range(8) for fact in paid_stay(f"{n}" * 20_000)))
    north.drain()
    assert site.journal("booth-1") == north.journal()


def test_a_fact_does_not_wait_for_a_pull_to_end(site: Site, north: Booth) -> None:
    """The worker hangs on the line for news, and hangs up the moment there is something to say."""
    north.drain()
    arrived = threading.Event()
    publish = north.worker._publish

    def seen(status: SyncStatus) -> None:
        publish(status)
        if status.unsent == 0 and status.head.seq == 4:
            arrived.set()

    north.worker._publish = seen
    thread = threading.Thread(target=north.worker.run)
    thread.start()
    north.record(*paid_stay("one"))
    north.worker.nudge()
    assert arrived.wait(timeout=20)
    north.worker.stop()
    thread.join(timeout=20)
    assert not thread.is_alive()
    assert site.journal("booth-1") == north.journal()


# --- what is not the centre, or not in its right mind ----------------------------------------


LIE = says(b'{"epoch":1,"seq":4,"hash":"' + b"ab" * 32 + b'","verdicts":[]}')
AHEAD = says(b'{"epoch":1,"seq":99,"hash":"' + b"ab" * 32 + b'","verdicts":[]}')
OTHER_EPOCH = says(b'{"epoch":7,"seq":0,"hash":"' + b"00" * 32 + b'","verdicts":[]}')
NOTHING_TAKEN = says(b'{"epoch":1,"seq":0,"hash":"' + b"00" * 32 + b'","verdicts":[]}')


@pytest.mark.parametrize(
    "manners",
    [
        evil_server.silent,
        evil_server.drip,
        evil_server.hang_up,
        evil_server.cut_short,
        evil_server.noise,
        evil_server.flood,
        evil_server.bomb,
        evil_server.portal,
        says(b"{}"),
        says(b"", status="302 Found"),
        says(b"{}", status="400 Bad Request"),
        says(b"{}", status="401 Unauthorized"),
        says(b"{}", status="404 Not Found"),
        says(b"{}", status="409 Conflict"),
        says(b"{}", status="413 Content Too Large"),
        says(b"{}", status="429 Too Many Requests"),
        says(b"{}", status="500 Internal Server Error"),
        LIE,
        AHEAD,
        OTHER_EPOCH,
        NOTHING_TAKEN,
    ],
)
def test_no_answer_but_the_centres_moves_the_mark_and_nothing_is_lost(
    site: Site, tmp_path: Path, manners: Manners
) -> None:
    token = site.enrol("booth-1")
    with evil(manners) as url, booth(tmp_path / "b.db", url, token, deadline_seconds=0.3) as one:
        one.record(*paid_stay("one"))
        for _ in range(3):
            one.worker.turn()
            one.clock.later(1000)
        assert one.acknowledged == 0
        assert one.status.reachable is False
    with booth(tmp_path / "b.db", site.url, token) as one:
        one.worker.try_now()
        one.drain()
        assert site.journal("booth-1") == one.journal()


def test_a_batch_the_centre_finds_too_large_is_cut(tmp_path: Path) -> None:
    with (
        running_centre(tmp_path / "centre.db", max_body_bytes=4_000) as site,
        booth(tmp_path / "booth.db", site.url, site.enrol("booth-1")) as one,
    ):
        everything(one, 10)
        one.drain()
        assert site.journal("booth-1") == one.journal()


# --- disagreements ---------------------------------------------------------------------------


def test_an_acknowledgement_with_a_foreign_hash_is_an_alarm_raised_once(
    site: Site, tmp_path: Path
) -> None:
    token = site.enrol("booth-1")
    with evil(LIE) as url, booth(tmp_path / "booth.db", url, token) as one:
        one.record(*paid_stay("one"))
        for _ in range(4):
            one.worker.turn()
            one.clock.later(1000)
        assert alarms(one) == ["fork"]
        assert one.status.alarm == "fork"
    with booth(tmp_path / "booth.db", site.url, token) as one:
        one.worker.try_now()
        one.drain()
        assert one.status.alarm is None


def test_a_booth_restored_from_a_backup_is_a_fork_and_a_new_epoch_goes_on(
    site: Site, tmp_path: Path
) -> None:
    token, file, backup = site.enrol("booth-1"), tmp_path / "booth.db", tmp_path / "backup.db"
    with booth(file, site.url, token) as one:
        one.record(*paid_stay("one"))
        one.drain()
    shutil.copy(file, backup)
    with booth(file, site.url, token) as one:
        one.record(*paid_stay("two"))
        one.drain()
    file.unlink()
    shutil.copy(backup, file)
    with booth(file, site.url, token) as one:
        one.record(*paid_stay("three"))
        for _ in range(4):
            one.worker.turn()
            one.clock.later(1000)
        assert alarms(one) == ["fork"]
    file.unlink()
    shutil.copy(backup, file)
    with booth(file, site.url, token, epoch=2) as one:
        one.worker.try_now()
        one.record(*paid_stay("four"))
        one.drain()
        assert site.journal("booth-1", epoch=2) == one.journal()
        assert alarms(one) == []


def test_a_centre_restored_from_a_backup_gets_the_rest_again(tmp_path: Path) -> None:
    file, backup = tmp_path / "centre.db", tmp_path / "backup.db"
    with running_centre(file) as site:
        token = site.enrol("booth-1")
        with booth(tmp_path / "booth.db", site.url, token) as one:
            one.record(*paid_stay("one"))
            one.drain()
    shutil.copy(file, backup)
    with running_centre(file) as site, booth(tmp_path / "booth.db", site.url, token) as one:
        one.record(*paid_stay("two"))
        one.drain()
    file.unlink()
    shutil.copy(backup, file)
    with running_centre(file) as site, booth(tmp_path / "booth.db", site.url, token) as one:
        one.record(*paid_stay("three"))
        one.drain()
        assert site.journal("booth-1") == one.journal()
        assert alarms(one) == []


def test_a_difference_in_money_is_an_alarm(site: Site, north: Booth) -> None:
    """The centre's tables were changed behind its journal's back."""
    north.record(*paid_stay("one"))
    north.drain()
    with site.store.engines.writer.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS payments_no_update")
        connection.exec_driver_sql("UPDATE payments SET amount_minor = 449")
    north.worker._compared_at = None
    north.record(*paid_stay("two"))
    north.turn_until(lambda: "sum" in alarms(north))
    north.drain()
    assert alarms(north) == ["sum"]
    assert north.status.alarm == "sum"
