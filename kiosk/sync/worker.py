"""The sync thread: sends what happened here, fetches what happened elsewhere, says how it stands.

It owns one event loop, in which every exchange has a total deadline and a waiting pull can be cut
short the moment something is to be sent. Lanes never wait for it; nothing it meets out there is
worse than a back-off.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from kiosk.domain.event import Circumstances
from kiosk.store.store import Store
from kiosk.store.trouble import StoreTrouble
from kiosk.sync import outbox, plan
from kiosk.sync.client import Cause, CentreClient, CentreTrouble
from kiosk.wire.batch import fitting
from kiosk.wire.facts import Head
from kiosk.wire.messages import MAX_WAIT_SECONDS, Push

STORE_TROUBLE_SECONDS = 5.0
COMPARE_SECONDS = 600.0
"""Between two comparisons of the money: each adds up all payments at both ends."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What people are shown. `reachable` is None until the first exchange ended."""

    head: Head
    unsent: int
    reachable: bool | None = None
    cause: Cause | None = None
    last_ack_at: datetime | None = None
    next_try_at: datetime | None = None
    alarm: str | None = None


class Clock(Protocol):
    """What the worker takes from the world."""

    def now(self) -> datetime:
        """The instant, aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...

    def chance(self) -> float:
        """A number in [0, 1)."""
        ...


class SyncWorker:
    """One booth's side of the conversation. `run` and `turn` belong to one thread."""

    def __init__(
        self,
        store: Store,
        client: CentreClient,
        clock: Clock,
        publish: Callable[[SyncStatus], None],
        patience_seconds: int = MAX_WAIT_SECONDS,
    ) -> None:
        self._store = store
        self._client = client
        self._clock = clock
        self._publish = publish
        self._patience_seconds = patience_seconds
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._loop = self._runner.get_loop()
        self._woken = asyncio.Event()
        self._stopped = False
        self._impatient = False
        self._reachable: bool | None = None
        self._cause: Cause | None = None
        self._shown: SyncStatus | None = None
        self._compared_at: float | None = None
        with store.read() as unit:
            self._pace = outbox.load_pace(unit)

    def nudge(self) -> None:
        """Something new is in the journal; callable from any thread."""
        with suppress(RuntimeError):  # it has hung up already
            self._loop.call_soon_threadsafe(self._woken.set)

    def try_now(self) -> None:
        """Forget the back-off; callable from any thread."""
        self._impatient = True
        self.nudge()

    def stop(self) -> None:
        """End `run` soon; callable from any thread."""
        self._stopped = True
        self.nudge()

    def run(self) -> None:
        """Take turns until `stop`, then hang up."""
        try:
            while not self._stopped:
                self.turn()
        finally:
            self.close()

    def turn(self) -> None:
        """Make one move: an exchange with the centre, or a rest until something happens."""
        self._runner.run(self._turn())

    def close(self) -> None:
        """Hang up, for whoever calls `turn` himself; once is enough."""
        if self._loop.is_closed():
            return
        self._runner.run(self._client.close())
        self._runner.close()

    async def _turn(self) -> None:
        self._woken.clear()
        if self._stopped:
            return
        if self._impatient:
            self._impatient = False
            self._pace = plan.try_now(self._pace)
        try:
            where = self._look()
            self._show(where)
            await self._move(where.unsent)
            self._show(self._look())
        except StoreTrouble as trouble:
            log.error("sync stopped for a while by the store: %s", trouble)
            await self._rest(STORE_TROUBLE_SECONDS)

    async def _move(self, unsent: int) -> None:
        try:
            now = self._clock.now()
            match plan.next_move(self._pace, unsent, now, self._patience_seconds):
                case plan.Push(limit):
                    await self._push(limit)
                case plan.Pull(seconds):
                    await self._pull(seconds)
                case plan.Rest(seconds):
                    await self._rest(seconds)
        except CentreTrouble as trouble:
            self._back_off(trouble)

    async def _push(self, limit: int) -> None:
        compare = self._comparison_due()
        with self._store.read() as unit:
            # One snapshot: the money belongs to exactly these events.
            where = outbox.standing(unit)
            ours = where.sending
            lines = fitting(outbox.unsent_events(unit, where, limit))
            sums = outbox.own_money(unit, ours) if compare else None
        ack = await self._client.push(Push(epoch=ours.epoch, events=lines, compare=compare))
        with self._store.write() as unit:
            judgement = plan.judge(ack, ours, outbox.own_hash(unit, ours, ack.seq))
            money = plan.money_difference(ack, ours, sums)
            outbox.settle(unit, ours, judgement, money, self._circumstances())
        if money is not None:
            self._compared_at = self._clock.monotonic()
        if judgement.acknowledged is None or judgement.acknowledged <= where.acknowledged:
            raise CentreTrouble(Cause.CENTRE, judgement.detail or "nothing was taken")
        self._answered(plan.after_push(self._pace))

    async def _pull(self, seconds: int) -> None:
        begun_at = self._clock.now()
        with self._store.read() as unit:
            cursor = outbox.cursor(unit)
        asking = asyncio.ensure_future(self._client.pull(cursor, plan.PULL_LIMIT, seconds))
        woken = asyncio.ensure_future(self._woken.wait())
        try:
            waiting = {asking, woken} if seconds else {asking}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                self._pace = plan.after_cut(self._pace)
                return
            pulled = asking.result()
        finally:
            await _cancel(asking, woken)
        if pulled.events or pulled.cursor != cursor:
            lines = [bytes(raw) for raw in pulled.events]
            with self._store.write() as unit:
                outbox.take_in(unit, lines, pulled.cursor, self._circumstances())
        self._answered(plan.after_pull(self._pace, len(pulled.events), begun_at))

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return

    def _comparison_due(self) -> bool:
        since = self._compared_at
        return since is None or self._clock.monotonic() - since >= COMPARE_SECONDS

    def _answered(self, pace: plan.Pace) -> None:
        """The centre answered: nothing of an earlier failure remains."""
        had_failed = self._pace.failures > 0
        self._pace, self._reachable, self._cause = pace, True, None
        if had_failed:
            self._save_pace()

    def _back_off(self, trouble: CentreTrouble) -> None:
        log.warning("centre not reached (%s): %s", trouble.cause, trouble.detail)
        if trouble.cause is Cause.TOO_LARGE:
            self._pace = plan.after_too_large(self._pace)
        self._pace = plan.after_failure(
            self._pace, self._clock.now(), self._clock.chance(), trouble.retry_after_seconds
        )
        self._reachable, self._cause = False, trouble.cause
        self._save_pace()

    def _save_pace(self) -> None:
        with self._store.write() as unit:
            outbox.save_pace(unit, self._pace)

    def _look(self) -> outbox.Standing:
        with self._store.read() as unit:
            return outbox.standing(unit)

    def _show(self, where: outbox.Standing) -> None:
        status = SyncStatus(
            head=where.head,
            unsent=where.unsent,
            reachable=self._reachable,
            cause=self._cause,
            last_ack_at=where.acknowledged_at,
            next_try_at=self._pace.retry_at,
            alarm=where.alarm,
        )
        if status != self._shown:
            self._shown = status
            self._publish(status)

    def _circumstances(self) -> Circumstances:
        return Circumstances(
            facility_id=self._store.identity.facility_id,
            occurred_at=self._clock.now(),
            monotonic_ms=int(self._clock.monotonic() * 1000),
            actor="sync",
        )


async def _cancel(*tasks: asyncio.Future[Any]) -> None:
    """End what is still under way, and wait until it ended: no connection is left behind."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
