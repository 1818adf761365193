"""Reads stays that are over, as visits a tariff can price: in pages, so that nothing piles up.

Each page is meant for a short transaction of its own: a month read in one would keep SQLite from
folding its log back into the file for as long as somebody thinks about prices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, and_, bindparam, func, or_, select

from kiosk.domain.passes import Pass
from kiosk.domain.session import Admittance, SessionState
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.store.passes import Passes
from kiosk.store.schema import bookings, sessions
from kiosk.store.schema_money import validations
from kiosk.store.scope import Scope
from kiosk.store.sessions import Sessions
from kiosk.tariff.visit import Interval, Visit
from kiosk.wire.instants import instant_of, ms_of

PAGE_STAYS = 500
EARLIER_STAYS_MAX = 20
"""Re-entries followed back; nobody comes back twenty times within minutes."""
LAST_MS = 2**62

_ENDED = (
    sessions.c.facility_id == bindparam("facility"),
    sessions.c.state == SessionState.ENDED,
    sessions.c.exited_ms.is_not(None),
    sessions.c.fee_minor.is_(None),
    sessions.c.entered_ms >= bindparam("since"),
    sessions.c.entered_ms < bindparam("until"),
)
_COUNT = select(func.count().label("count")).select_from(sessions).where(*_ENDED)
_PAGE = (
    select(
        sessions,
        bookings.c.starts_ms.label("booking_starts_ms"),
        bookings.c.ends_ms.label("booking_ends_ms"),
    )
    .outerjoin_from(
        sessions,
        bookings,
        and_(
            bookings.c.facility_id == sessions.c.facility_id,
            bookings.c.booking_id == sessions.c.booking_id,
        ),
    )
    .where(
        *_ENDED,
        or_(
            sessions.c.entered_ms > bindparam("since"),
            sessions.c.session_id > bindparam("after"),
        ),
    )
    .order_by(sessions.c.entered_ms, sessions.c.session_id)
    .limit(PAGE_STAYS)
)
_BENEFITS = (
    select(validations.c.session_id, validations.c.kind, validations.c.value, validations.c.rate)
    .where(
        validations.c.facility_id == bindparam("facility"),
        validations.c.withdrawn_ms.is_(None),
        validations.c.session_id.in_(bindparam("sessions", expanding=True)),
    )
    .order_by(validations.c.applied_ms, validations.c.validation_id)
)


@dataclass(frozen=True, slots=True)
class PastStay:
    """One stay that is over, under the tariff version it had; `pass_` is what it began on."""

    tariff: str
    tariff_version: int
    visit: Visit
    pass_: Pass | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Stays that began at `since` or later and before `until`; None: no limit."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some stays in the order in which they began; `after` is where the next page goes on."""

    stays: tuple[PastStay, ...]
    after: Place | None


Place = tuple[int, str]
"""An entry in milliseconds, and of equal ones the session's id."""


class PastStays:
    """Stays that are over and whose price is a tariff's: a lost ticket's fixed price is none."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def count(self, period: Period) -> int:
        """How many there are."""
        since, until = _edges(period)
        count: int = self._scope.rows(_COUNT, since=since, until=until)[0]["count"]
        return count

    def page(self, period: Period, after: Place | None = None) -> Page:
        """The first page, or the one that goes on after another."""
        since, until = _edges(period)
        began, name = after or (since, "")
        rows = self._scope.rows(_PAGE, since=began, until=until, after=name)
        given = self._benefits([row["session_id"] for row in rows])
        last = rows[-1] if len(rows) == PAGE_STAYS else None
        return Page(
            tuple(self._stay(row, (*given[row["session_id"]],)) for row in rows),
            None if last is None else (last["entered_ms"], last["session_id"]),
        )

    def _stay(self, row: RowMapping, given: tuple[Benefit, ...]) -> PastStay:
        booking = None
        if row["booking_starts_ms"] is not None:
            booking = instant_of(row["booking_starts_ms"]), instant_of(row["booking_ends_ms"])
        entered_at = instant_of(row["entered_ms"])
        visit = Visit(
            entered_at=entered_at,
            left_at=max(entered_at, instant_of(row["exited_ms"])),
            vehicle_class=row["vehicle_class"],
            occupancy_percent=row["occupancy_percent"],
            booking=booking,
            earlier=earlier_stays(Sessions(self._scope), row["continues"]),
            validations=given,
        )
        on_pass = row["admittance"] == Admittance.PASS
        pass_ = Passes(self._scope).of_session(row["session_id"]) if on_pass else None
        return PastStay(row["tariff"], row["tariff_version"], visit, pass_)

    def _benefits(self, session_ids: Sequence[str]) -> Mapping[str, list[Benefit]]:
        found: dict[str, list[Benefit]] = defaultdict(list)
        if session_ids:
            for row in self._scope.rows(_BENEFITS, sessions=session_ids):
                benefit = Benefit(BenefitKind(row["kind"]), row["value"], row["rate"])
                found[row["session_id"]].append(benefit)
        return found


def earlier_stays(stays: Sessions, continues: str | None) -> tuple[Interval, ...]:
    """The stays that one goes on with (`Session.continues`), oldest first."""
    found: list[Interval] = []
    before = continues
    while before is not None and len(found) < EARLIER_STAYS_MAX:
        stay = stays.find(before)
        if stay is None or stay.exited_at is None:
            break
        found.append((stay.entered_at, stay.exited_at))
        before = stay.continues
    return tuple(reversed(found))


def _edges(period: Period) -> tuple[int, int]:
    """The same in milliseconds."""
    since, until = period.since, period.until
    return 0 if since is None else ms_of(since), LAST_MS if until is None else ms_of(until)
