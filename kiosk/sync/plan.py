"""What the sync worker does next, and what an answer of the centre is worth. Pure.

Push and pull alternate, so that a steady stream of facts starves neither the bookings on their way
to us nor the other way round. A failure is never the last: back-off grows to a limit, with jitter
so that a thousand booths do not return in the same second, and outlives a restart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.wire.facts import Head
from kiosk.wire.messages import MAX_BATCH, MAX_WAIT_SECONDS, Ack

FIRST_BACK_OFF_SECONDS = 1.0
MAX_BACK_OFF_SECONDS = 300.0
MAX_RETRY_AFTER_SECONDS = 900.0
"""The longest pause we let a centre ask for."""
PULL_LIMIT = 50
"""Events in one pull: taken in at once, while the lanes wait for the writer."""
PULL_GAP_SECONDS = 1.0
"""Between two pulls that brought nothing: for a proxy that answers a long poll at once."""


@dataclass(frozen=True, slots=True)
class Push:
    """Send the next unsent events, at most so many."""

    limit: int


@dataclass(frozen=True, slots=True)
class Pull:
    """Ask for news; the centre may keep us waiting for so many seconds."""

    wait_seconds: int


@dataclass(frozen=True, slots=True)
class Rest:
    """Nothing to do for so many seconds."""

    seconds: float


Move = Push | Pull | Rest


@dataclass(frozen=True, slots=True)
class Pace:
    """How the conversation goes; `failures` and `retry_at` survive a restart."""

    failures: int = 0
    retry_at: datetime | None = None
    pushed_last: bool = False
    emptied_at: datetime | None = None
    """When the last pull that brought nothing was begun."""
    batch: int = MAX_BATCH
    greeted: bool = False
    """Whether the last exchange succeeded; until one did, nobody waits long for an answer."""


def next_move(
    pace: Pace, unsent: int, now: datetime, patience_seconds: int = MAX_WAIT_SECONDS
) -> Move:
    """Return the next move. `patience_seconds`: how long a pull may be kept waiting for news."""
    if (pause := _until(pace.retry_at, now, MAX_RETRY_AFTER_SECONDS)) > 0:
        return Rest(pause)
    if unsent and not pace.pushed_last:
        return Push(pace.batch)
    if pace.emptied_at is not None:
        gap_ends = pace.emptied_at + timedelta(seconds=PULL_GAP_SECONDS)
        if (pause := _until(gap_ends, now, PULL_GAP_SECONDS)) > 0:
            return Push(pace.batch) if unsent else Rest(pause)
    return Pull(0 if unsent or not pace.greeted else patience_seconds)


def after_push(pace: Pace) -> Pace:
    """A push was acknowledged."""
    return Pace(pushed_last=True, emptied_at=pace.emptied_at, batch=min(pace.batch * 2, MAX_BATCH))


def after_pull(pace: Pace, brought: int, begun_at: datetime) -> Pace:
    """A pull was answered."""
    emptied_at = None if brought else begun_at
    return Pace(emptied_at=emptied_at, batch=pace.batch, greeted=True)


def after_cut(pace: Pace) -> Pace:
    """We hung up a waiting pull ourselves, because there is something to send."""
    return replace(pace, pushed_last=False)


def after_failure(pace: Pace, now: datetime, chance: float, asked: float | None = None) -> Pace:
    """An exchange failed. `chance` in [0, 1); `asked`: seconds the centre told us to stay away."""
    failures = pace.failures + 1
    doubled = FIRST_BACK_OFF_SECONDS * 2 ** min(failures - 1, 16)
    seconds = min(doubled, MAX_BACK_OFF_SECONDS) * (0.5 + chance / 2)
    if asked is not None:
        seconds = max(seconds, min(asked, MAX_RETRY_AFTER_SECONDS))
    retry_at = now + timedelta(seconds=seconds)
    return replace(pace, failures=failures, retry_at=retry_at, greeted=False)


def after_too_large(pace: Pace) -> Pace:
    """The batch was refused for its size: halve it."""
    return replace(pace, batch=max(1, pace.batch // 2))


def try_now(pace: Pace) -> Pace:
    """Somebody pressed the button: forget the back-off, keep nothing against anybody."""
    return replace(pace, failures=0, retry_at=None, emptied_at=None)


# --- what an answer is worth -----------------------------------------------------------------


class Alarm(StrEnum):
    """How booth and centre can disagree; the words of `SyncAlarmRaised`."""

    GAP = "gap"
    """An event is missing before one that came."""
    FORK = "fork"
    """Two different events want one place."""
    SUM = "sum"
    """The same facts, but not the same money."""
    REFUSED = "refused"
    """A fact that cannot be taken at all: damaged, foreign, unreadable."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`acknowledged`: the seq up to which the centre proved to hold our events, if it did.

    `alarm` and `detail` name a disagreement about events; it may come beside an acknowledgement.
    """

    acknowledged: int | None
    alarm: Alarm | None = None
    detail: str = ""


def judge(ack: Ack, head: Head, own_hash: bytes | None) -> Judgement:
    """Weigh an answer against our own journal of that epoch.

    `head` is where it ends and `own_hash` ours at `ack.seq` (None if we have no such event). The
    acknowledged mark may go back: a centre restored from a backup proves an earlier point and
    gets the rest again.
    """
    if not ack.proves(head.epoch, own_hash):
        if own_hash is None:
            known = f"the centre holds {ack.seq} events of epoch {ack.epoch}"
            return Judgement(None, Alarm.FORK, f"{known}, we have {head.seq}")
        return Judgement(None, Alarm.FORK, f"event {ack.seq} has another hash at the centre")
    reasons = [verdict.reason for verdict in ack.verdicts if verdict.verdict == "conflict"]
    if "fork" in reasons:
        return Judgement(ack.seq, Alarm.FORK, f"the centre has another event after {ack.seq}")
    if refused := [reason for reason in reasons if reason != "gap"]:
        return Judgement(ack.seq, Alarm.REFUSED, f"event {ack.seq + 1}: {refused[0]}")
    return Judgement(ack.seq)


def money_difference(ack: Ack, head: Head, own_sums: Mapping[str, int] | None) -> str | None:
    """Say how the centre's money differs from ours: empty if it does not, None if nobody can say.

    Money is comparable when both ends have added it up over the very same events.
    """
    if ack.seq != head.seq or ack.sums is None or own_sums is None:
        return None
    return "" if ack.sums == own_sums else f"the centre has {ack.sums}, we have {dict(own_sums)}"


def _until(instant: datetime | None, now: datetime, longest: float) -> float:
    """Seconds until an instant; none if it lies further off than we ever wait (a clock stepped)."""
    seconds = 0.0 if instant is None else (instant - now).total_seconds()
    return seconds if seconds <= longest else 0.0
