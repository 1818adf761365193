"""Passes at the counter: find them, their groups, block them, and put right where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from kiosk.domain.facts import passes
from kiosk.domain.passes import Group, Pass, PassState, Presence, expiry_warning
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.runtime.counter import Counter
from kiosk.runtime.holding import pass_behind
from kiosk.store.unit import Transaction

EXPIRING_DAYS = 14


@dataclass(frozen=True, slots=True)
class PassFound:
    """A pass, its group, and what its holder should be told."""

    pass_: Pass
    group: Group | None
    warning: Text | None = None


@dataclass(frozen=True, slots=True)
class GroupNow:
    """A group, and how many of its passes are inside."""

    group: Group
    inside: int


class PassDesk:
    """Everything about passes that needs a person."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    # --- looking

    def find(self, text: str) -> PassFound | Refusal:
        """The pass behind a scan or a typed code, good or not."""
        with self._site.store.read() as unit:
            pass_ = pass_behind(self._site, unit, text)
            return pass_ if isinstance(pass_, Refusal) else self._found(unit, pass_)

    def search(self, text: str) -> tuple[Pass, ...]:
        """Passes by holder, plate or code."""
        with self._site.store.read() as unit:
            return unit.passes.search(text)

    def groups(self) -> tuple[GroupNow, ...]:
        """Every group with its counts."""
        with self._site.store.read() as unit:
            groups = unit.passes.groups()
            return tuple(GroupNow(each, unit.passes.inside(each.group_id)) for each in groups)

    def expiring(self, days: int = EXPIRING_DAYS) -> tuple[Pass, ...]:
        """Passes that end within so many days, the next one first."""
        now = self._site.clock.now()
        with self._site.store.read() as unit:
            return unit.passes.expiring(now + timedelta(days=days), now)

    # --- putting right

    def set_group(self, group: Group) -> None:
        """Say the rules of a group; the latest word counts."""
        self._counter.need(Right.SET_TERMS)
        with self._site.store.write() as unit:
            unit.record(passes.PassGroupSet(group), self._counter.here())

    def block(self, pass_id: str, reason: str) -> PassFound | Refusal:
        """Let a pass open nothing until it is unblocked."""
        return self._mend(Right.BLOCK_PASS, pass_id, passes.PassBlocked(pass_id, reason), reason)

    def unblock(self, pass_id: str, reason: str) -> PassFound | Refusal:
        """Let a blocked pass be good again."""
        return self._mend(Right.BLOCK_PASS, pass_id, passes.PassUnblocked(pass_id, reason), reason)

    def neutralise(self, pass_id: str, reason: str) -> PassFound | Refusal:
        """Say that nobody knows where this pass is: its next use decides."""
        with self._site.store.read() as unit:
            pass_ = unit.passes.find(pass_id)
            group = unit.passes.group(pass_.group_id) if pass_ else None
        zone = group.zone if group else ""
        moved = passes.PassMoved(pass_id, Presence.NEUTRAL, zone, reason)
        return self._mend(Right.SELL_PASS, pass_id, moved, reason)

    def neutralise_group(self, group_id: str, reason: str) -> None:
        """The same for all passes of a group (all groups when empty): a gate stood open."""
        self._counter.need(Right.BLOCK_PASS)
        _right_reason(reason)
        with self._site.store.write() as unit:
            unit.record(passes.PassesNeutralised(group_id, reason), self._counter.here(forced=True))

    def _mend(self, right: Right, pass_id: str, body: object, reason: str) -> PassFound | Refusal:
        self._counter.need(right)
        _right_reason(reason)
        with self._site.store.write() as unit:
            if unit.passes.find(pass_id) is None:
                return Refusal.UNKNOWN
            unit.record(body, self._counter.here(forced=True))
            pass_ = unit.passes.find(pass_id)
            return self._found(unit, pass_) if pass_ else Refusal.UNKNOWN

    def _found(self, unit: Transaction, pass_: Pass) -> PassFound:
        group = unit.passes.group(pass_.group_id)
        warning = None
        if group is not None and pass_.state is PassState.ACTIVE:
            warning = expiry_warning(pass_, group, self._site.clock.now())
        return PassFound(pass_, group, warning)


def _right_reason(reason: str) -> None:
    if not reason:
        raise ValueError("what a person does to a pass has a reason")
