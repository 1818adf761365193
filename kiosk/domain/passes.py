"""Passes: a right to park that was given beforehand, and when it opens a lane.

Entry, exit and till ask the same rules (`standing`, `decide_entry`, `decide_exit`), from values
alone: the pass, its group's rules, how many of the group are inside, and what the ledger believes
of where it is. The checks run in this order: known, blocked, valid now, this zone, passback, the
group's spaces, and what is left on it. An entry fails closed; at the exit nobody is trapped: what a
pass does not cover there becomes a fee.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text


class PassKind(StrEnum):
    """Season: any stay in its time. Multi-entry: so many stays. Value: money that pays stays."""

    SEASON = "season"
    MULTI_ENTRY = "multi_entry"
    VALUE = "value"


class PassState(StrEnum):
    """`ACTIVE` may open; expiry is not a state but a time."""

    ACTIVE = "active"
    BLOCKED = "blocked"


class Presence(StrEnum):
    """Where the ledger believes a pass is; `NEUTRAL` is not known: the next use decides."""

    OUTSIDE = "outside"
    INSIDE = "inside"
    NEUTRAL = "neutral"


class Firmness(StrEnum):
    """What a broken rule does: refuse (hard), open and note it (soft), nothing (off)."""

    HARD = "hard"
    SOFT = "soft"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that passes share. `spaces` None: as many inside as have cards.

    `warn_days`: how long before its end a pass says so. Weekly hours are the tariff's business.
    """

    group_id: str
    name: str
    spaces: int | None = None
    quota: Firmness = Firmness.HARD
    passback: Firmness = Firmness.HARD
    zone: str = ""
    warn_days: int = 7


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass as the ledger has it now. `balance` and `entries_left` where its kind has them."""

    pass_id: str
    code: str
    kind: PassKind
    group_id: str
    holder: str
    valid_from: datetime
    valid_until: datetime
    state: PassState
    presence: Presence
    balance: Money
    entries_left: int | None = None
    plate: str = ""
    vehicle_class: str = "car"
    payload: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Admit:
    """The pass opens the entry. `soft`: what a hard rule would have refused, to be written down.

    `warning` tells the driver that the pass ends soon.
    """

    soft: tuple[Refusal, ...] = ()
    warning: Text | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """The pass may leave. The stay costs what anybody pays from `pays_from` on; None: nothing.

    A value pass covers no time: its stay is priced from the entry, and its money pays.
    """

    pays_from: datetime | None = None
    soft: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Refuse:
    """The pass opens nothing here."""

    refusal: Refusal


def standing(pass_: Pass, now: datetime) -> Refusal | None:
    """Why this pass is worth nothing now, wherever it is shown; None while it is good."""
    if pass_.state is PassState.BLOCKED:
        return Refusal.PASS_BLOCKED
    if now < pass_.valid_from:
        return Refusal.NOT_YET_VALID
    if now >= pass_.valid_until:
        return Refusal.PASS_EXPIRED
    return None


def decide_entry(
    pass_: Pass | None,
    group: Group | None,
    *,
    inside: int,
    now: datetime,
    zone: str = "",
    offline: bool = False,
) -> Admit | Refuse:
    """Whether a pass may begin a stay in `zone`, where its `presence` is the one of that zone.

    `inside` counts the group's passes that are in now. `offline`: other booths may know more, so
    where the pass is stays a guess, and a passback rule only notes it. Without its group's rules
    (they have not arrived yet) a pass gets the defaults.
    """
    if pass_ is None:
        return Refuse(Refusal.UNKNOWN)
    rules = group or Group(pass_.group_id, name="")
    refusal = standing(pass_, now) or (Refusal.WRONG_LANE if _elsewhere(rules, zone) else None)
    if refusal:
        return Refuse(refusal)
    soft: list[Refusal] = []
    for broken, firmness, named in (
        (pass_.presence is Presence.INSIDE, _passback(rules, offline), Refusal.PASSBACK),
        (_crowded(pass_, rules, inside), rules.quota, Refusal.GROUP_FULL),
    ):
        if broken and firmness is Firmness.HARD:
            return Refuse(named)
        if broken and firmness is Firmness.SOFT:
            soft.append(named)
    refusal = _used_up(pass_)
    return Refuse(refusal) if refusal else Admit(tuple(soft), expiry_warning(pass_, rules, now))


def decide_exit(
    pass_: Pass | None,
    group: Group | None,
    *,
    entered_at: datetime | None,
    now: datetime,
    offline: bool = False,
) -> Leave | Refuse:
    """Whether a pass may leave, and from when on its stay must be paid.

    `entered_at` begins the stay that is open on this pass, None if the ledger has none. With a
    stay nobody is refused. Without one there is nothing to price: a good season or multi-entry
    pass leaves where passback is not hard or nobody can know, every other needs a person.
    """
    if pass_ is None:
        return Refuse(Refusal.UNKNOWN)
    rules = group or Group(pass_.group_id, name="")
    firmness = _passback(rules, offline)
    broken = pass_.presence is Presence.OUTSIDE
    soft = (Refusal.NO_STAY,) if broken and firmness is not Firmness.OFF else ()
    if entered_at is not None:
        return Leave(uncovered_from(pass_, entered_at, now), soft)
    if refusal := standing(pass_, now):
        return Refuse(refusal)
    if pass_.kind is PassKind.VALUE or (broken and firmness is Firmness.HARD):
        return Refuse(Refusal.NO_STAY)
    return Leave(None, soft)


def uncovered_from(pass_: Pass, entered_at: datetime, now: datetime) -> datetime | None:
    """From when on a stay on this pass costs what anybody pays; None if it covers all of it."""
    match standing(pass_, now):
        case None if pass_.kind is not PassKind.VALUE:
            return None
        case Refusal.PASS_EXPIRED if pass_.kind is not PassKind.VALUE:
            return max(entered_at, pass_.valid_until)
        case _:
            return entered_at


def expiry_warning(pass_: Pass, group: Group, now: datetime) -> Text | None:
    """What to tell a driver whose pass ends within the group's `warn_days`."""
    left = pass_.valid_until - now
    if not timedelta() < left <= timedelta(days=group.warn_days):
        return None
    return Text("Your pass is valid until {ends_at:moment}").with_values(ends_at=pass_.valid_until)


def _elsewhere(rules: Group, zone: str) -> bool:
    """A lane without a zone is the way into all of them."""
    return bool(rules.zone) and zone not in ("", rules.zone)


def _passback(rules: Group, offline: bool) -> Firmness:
    """Offline, hard becomes soft: what another booth saw may not have come here."""
    return Firmness.SOFT if offline and rules.passback is Firmness.HARD else rules.passback


def _crowded(pass_: Pass, rules: Group, inside: int) -> bool:
    """Whether the others have taken all spaces; a pass that counts as inside has its own."""
    others = inside - (pass_.presence is Presence.INSIDE)
    return rules.spaces is not None and others >= rules.spaces


def _used_up(pass_: Pass) -> Refusal | None:
    """What a pass of its kind has to have left to begin a stay."""
    match pass_.kind:
        case PassKind.MULTI_ENTRY if not pass_.entries_left or pass_.entries_left < 1:
            return Refusal.NO_ENTRIES_LEFT
        case PassKind.VALUE if pass_.balance.minor <= 0:
            return Refusal.EMPTY_WALLET
        case _:
            return None
