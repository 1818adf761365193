"""A real centre on loopback and real booths beside it, for tests of sync and of the API."""

import json
import random
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2

from kiosk.central.app import create_app
from kiosk.central.centre import new_admin_token
from kiosk.central.server import CentreServer
from kiosk.central.settings import CentreSettings
from kiosk.domain.event import Body, Circumstances, Event
from kiosk.domain.facts.payments import PaymentStarted, PaymentSucceeded
from kiosk.domain.facts.stays import SessionActivated, SessionStarted
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.session import Admittance
from kiosk.store.store import Store
from kiosk.sync.client import CentreClient
from kiosk.sync.outbox import standing
from kiosk.sync.worker import SyncStatus, SyncWorker
from kiosk.wire.messages import MAX_WAIT_SECONDS

FACILITY = "north"


class TestClock:
    """Wall time by hand, monotonic time as it is, chance by seed."""

    __test__ = False

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 12, tzinfo=UTC)
        self._chance = random.Random(1)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return time.monotonic()

    def chance(self) -> float:
        return self._chance.random()

    def later(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


def ids(name: str) -> Callable[[], str]:
    """Event ids that say whose they are."""
    return lambda: f"{name}-{secrets.token_hex(8)}"


@dataclass
class Site:
    """A running centre, and its administrator."""

    store: Store
    admin: httpx2.Client
    url: str
    admin_token: str
    clock: TestClock = field(default_factory=TestClock)

    def enrol(self, device_id: str, facility: str = FACILITY) -> str:
        """Let a booth in; returns its token."""
        made = self.admin.post(f"/v1/facilities/{facility}/enrolments", json={"name": device_id})
        assert made.status_code == 201, made.text
        enrolled = self.admin.post(
            "/v1/enrol", json={"code": made.json()["code"], "device_id": device_id}
        )
        assert enrolled.status_code == 201, enrolled.text
        return str(enrolled.json()["token"])

    def book(self, key: str = "booking-0001", facility: str = FACILITY, **fields: object) -> Any:
        """Make a booking over HTTP and return what the centre says."""
        wanted = {"starts_at": "2026-11-20T13:00:00Z", "ends_at": "2026-11-20T15:00:00Z"} | fields
        made = self.admin.post(
            f"/v1/facilities/{facility}/bookings", json=wanted, headers={"Idempotency-Key": key}
        )
        assert made.status_code == 201, made.text
        return made.json()

    def journal(self, origin: str, facility: str = FACILITY, epoch: int = 1) -> list[Event]:
        """What the centre has of one booth."""
        with self.store.read(facility) as unit:
            return unit.journal.since(origin, epoch, 0, 100_000)


@contextmanager
def running_centre(database: Path | str, **settings: Any) -> Iterator[Site]:
    """A centre on this database, served over HTTP."""
    clock = TestClock()
    store = Store.open(database, facility_id="centre", origin="centre", ids=ids("centre"))
    token = new_admin_token(store, secrets.token_bytes)
    server = CentreServer(create_app(store, CentreSettings(clock, **settings)))
    server.start()
    headers = {"Authorization": f"Bearer {token}"}
    try:
        with httpx2.Client(
            base_url=server.url, headers=headers, trust_env=False, timeout=30
        ) as admin:
            yield Site(store, admin, server.url, token, clock)
    finally:
        server.stop()
        store.close()


@dataclass
class Booth:
    """A booth's store and its sync worker; turns are taken by the test."""

    store: Store
    worker: SyncWorker
    clock: TestClock
    token: str
    shown: list[SyncStatus]

    def record(self, *bodies: Body) -> list[Event]:
        """Let these happen at the booth."""
        where = Circumstances(FACILITY, self.clock.now(), 1, lane_id="entry-1")
        with self.store.write() as unit:
            return [unit.record(body, where) for body in bodies]

    def journal(self) -> list[Event]:
        """Its own journal."""
        with self.store.read() as unit:
            head = unit.journal.head()
            return unit.journal.since(head.origin, head.epoch, 0, 100_000)

    @property
    def status(self) -> SyncStatus:
        """What people are shown last."""
        return self.shown[-1]

    @property
    def unsent(self) -> int:
        """How much is unsent now; `status` only knows what was at the end of a turn."""
        with self.store.read() as unit:
            return standing(unit).unsent

    @property
    def acknowledged(self) -> int:
        """Up to where the centre proved to have it."""
        with self.store.read() as unit:
            text = unit.local.get("sync.acknowledged")
        return 0 if text is None else int(json.loads(text)["seq"])

    def turn_until(self, done: Callable[[], bool], turns: int = 200) -> None:
        """Take turns until something is so; back-off passes by the test's clock."""
        for _ in range(turns):
            if done():
                return
            self.clock.later(1000)
            self.worker.turn()
        raise AssertionError(f"not after {turns} turns; last: {self.status}")

    def drain(self) -> None:
        """Take turns until everything is acknowledged, whatever was recorded meanwhile included."""
        self.turn_until(lambda: bool(self.shown) and self.unsent == 0)


def paid_stay(name: str, minor: int = 450) -> list[Body]:
    """A car came and paid."""
    at = datetime(2026, 11, 20, 10, tzinfo=UTC)
    money = Money(minor)
    return [
        SessionStarted(name, f"C{name}", Admittance.TICKET, at, "standard", 1, "car"),
        SessionActivated(name, at),
        PaymentStarted(f"pay-{name}", name, Method.CASH, money),
        PaymentSucceeded(f"pay-{name}", name, Method.CASH, money, at + timedelta(hours=3)),
    ]


@contextmanager
def booth(
    database: Path,
    url: str,
    token: str,
    origin: str = "booth-1",
    epoch: int = 1,
    patience_seconds: int = MAX_WAIT_SECONDS,
    **connection: Any,
) -> Iterator[Booth]:
    """A booth of the facility that talks to a centre at this address."""
    clock = TestClock()
    store = Store.open(database, facility_id=FACILITY, origin=origin, epoch=epoch, ids=ids(origin))
    shown: list[SyncStatus] = []
    client = CentreClient(url, token, **connection)
    worker = SyncWorker(store, client, clock, shown.append, patience_seconds)
    try:
        yield Booth(store, worker, clock, token, shown)
    finally:
        worker.close()
        store.close()
