"""What is unsent, and what the centre has proved to hold: the sync state of one booth's store.

Sent means `seq <= acknowledged`, never a flag on an event; the cursor of a pull moves in the same
transaction as what it brought. All of it lives in `local_state`, so it survives a restart and goes
with the file when that is restored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from kiosk.domain.event import Circumstances, Event
from kiosk.domain.facts.booth import SyncAlarmRaised
from kiosk.store.unit import Transaction
from kiosk.sync.plan import Alarm, Judgement, Pace
from kiosk.wire.facts import GENESIS, BadEvent, Head, event_from_json
from kiosk.wire.instants import instant_of, ms_of

FIRST_EPOCH = 1
ALARMS = frozenset(Alarm)

_ACKNOWLEDGED = "sync.acknowledged"
_ACKNOWLEDGED_AT = "sync.acknowledged_at"
_CURSOR = "sync.cursor"
_PACE = "sync.pace"
_PUSH_ALARM = "sync.alarm.push"
_PULL_ALARM = "sync.alarm.pull"
_MONEY_ALARM = "sync.alarm.money"
_ALARMS = (_PUSH_ALARM, _PULL_ALARM, _MONEY_ALARM)


class _Mark(msgspec.Struct, frozen=True):
    epoch: int
    seq: int


class _Pause(msgspec.Struct, frozen=True):
    failures: int
    retry_at_ms: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the conversation got. `sending` is the end of the journal now being sent, which is
    an older epoch's until the centre has all of it."""

    head: Head
    sending: Head
    acknowledged: int
    unsent: int
    acknowledged_at: datetime | None
    alarm: str | None


def standing(unit: Transaction) -> Standing:
    """Read how far we are."""
    head = unit.journal.head()
    mark = _mark(unit, head)
    sending = head
    if mark.epoch != head.epoch:
        older = unit.journal.head(head.origin, mark.epoch)
        if older.seq > mark.seq:
            sending = older
        else:
            mark = _Mark(head.epoch, 0)
    later = 0 if sending is head else head.seq
    since = unit.local.get(_ACKNOWLEDGED_AT)
    return Standing(
        head=head,
        sending=sending,
        acknowledged=mark.seq,
        unsent=sending.seq - mark.seq + later,
        acknowledged_at=None if since is None else instant_of(int(since)),
        alarm=next(filter(None, map(unit.local.get, _ALARMS)), None),
    )


def unsent_events(unit: Transaction, where: Standing, limit: int) -> list[Event]:
    """The next events to send, in order."""
    sending = where.sending
    return unit.journal.since(sending.origin, sending.epoch, where.acknowledged, limit)


def own_hash(unit: Transaction, sending: Head, seq: int) -> bytes | None:
    """The hash of our own event at this place; None when there is no such event."""
    if seq == 0:
        return GENESIS
    event = unit.journal.at(sending.origin, sending.epoch, seq)
    return None if event is None else event.hash


def own_money(unit: Transaction, sending: Head) -> dict[str, int] | None:
    """All money this booth ever took; None where the centre may rightly know of more.

    That is so in every epoch after the first: it began because an older file was lost.
    """
    return unit.payments.takings(sending.origin) if sending.epoch == FIRST_EPOCH else None


def settle(
    unit: Transaction,
    sending: Head,
    judgement: Judgement,
    money: str | None,
    where: Circumstances,
) -> None:
    """Write down what an answer proved. An alarm is recorded once, until it is over.

    `money` is what `plan.money_difference` said of the same answer.
    """
    if judgement.acknowledged is not None:
        mark = _Mark(sending.epoch, judgement.acknowledged)
        unit.local.set(_ACKNOWLEDGED, msgspec.json.encode(mark).decode())
        unit.local.set(_ACKNOWLEDGED_AT, str(ms_of(where.occurred_at)))
    _alarm(unit, _PUSH_ALARM, judgement.alarm, judgement.detail, where)
    if money is not None:
        _alarm(unit, _MONEY_ALARM, Alarm.SUM if money else None, money, where)


def cursor(unit: Transaction) -> int:
    """Where the next pull begins."""
    return int(unit.local.get(_CURSOR) or 0)


def take_in(unit: Transaction, events: list[bytes], next_cursor: int, where: Circumstances) -> None:
    """Take what others did (`event_json`), and move the cursor with it.

    What cannot be taken holds nothing up, and is an alarm.
    """
    alarm, detail = None, ""
    for line in events:
        origin, reason = _taken(unit, line, where.occurred_at)
        if reason and alarm is None:
            alarm = Alarm(reason) if reason in ALARMS else Alarm.REFUSED
            detail = f"an event of {origin}: {reason}"
    if events:
        _alarm(unit, _PULL_ALARM, alarm, detail, where)
    unit.local.set(_CURSOR, str(next_cursor))


def load_pace(unit: Transaction) -> Pace:
    """The back-off as the last run left it."""
    text = unit.local.get(_PACE)
    if text is None:
        return Pace()
    pause = msgspec.json.decode(text, type=_Pause)
    retry_at = None if pause.retry_at_ms is None else instant_of(pause.retry_at_ms)
    return Pace(failures=pause.failures, retry_at=retry_at)


def save_pace(unit: Transaction, pace: Pace) -> None:
    """Remember the back-off beyond this run."""
    retry_at_ms = None if pace.retry_at is None else ms_of(pace.retry_at)
    unit.local.set(_PACE, msgspec.json.encode(_Pause(pace.failures, retry_at_ms)).decode())


def _mark(unit: Transaction, head: Head) -> _Mark:
    text = unit.local.get(_ACKNOWLEDGED)
    return _Mark(head.epoch, 0) if text is None else msgspec.json.decode(text, type=_Mark)


def _taken(unit: Transaction, line: bytes, received_at: datetime) -> tuple[str, str]:
    """Take one event in; (its origin, why not or nothing)."""
    try:
        event = event_from_json(line)
    except BadEvent:
        return "somebody", "unreadable"
    verdict = unit.receive(event, received_at)
    return event.origin, "" if verdict.stored else verdict.reason


def _alarm(
    unit: Transaction, side: str, alarm: Alarm | None, detail: str, where: Circumstances
) -> None:
    before, now = unit.local.get(side) or "", alarm or ""
    if now != before:
        unit.local.set(side, now)
        if alarm is not None:
            unit.record(SyncAlarmRaised(alarm, detail), where)
