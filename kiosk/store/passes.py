"""Reads passes, their groups, and where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Executable, RowMapping, and_, bindparam, func, or_, select

from kiosk.domain.money import Money
from kiosk.domain.passes import Firmness, Group, Pass, PassKind, PassState, Presence
from kiosk.store.schema import sessions
from kiosk.store.schema_money import pass_groups, pass_presence, pass_sales, pass_uses, passes
from kiosk.store.scope import Scope
from kiosk.wire.instants import instant_of, ms_of

_ZONE = func.coalesce(pass_groups.c.zone, "")
_PASSES = (
    select(passes, pass_presence.c.presence)
    .outerjoin_from(
        passes,
        pass_groups,
        and_(
            pass_groups.c.facility_id == passes.c.facility_id,
            pass_groups.c.group_id == passes.c.group_id,
        ),
    )
    .outerjoin(
        pass_presence,
        and_(
            pass_presence.c.facility_id == passes.c.facility_id,
            pass_presence.c.pass_id == passes.c.pass_id,
            pass_presence.c.zone == _ZONE,
        ),
    )
    .where(passes.c.facility_id == bindparam("facility"))
)
_FIND = _PASSES.where(passes.c.pass_id == bindparam("pass"))
_BY_CODE = _PASSES.where(passes.c.code == bindparam("code"))
_OF_SESSION = _PASSES.join(
    pass_uses,
    and_(
        pass_uses.c.facility_id == passes.c.facility_id,
        pass_uses.c.pass_id == passes.c.pass_id,
    ),
).where(pass_uses.c.session_id == bindparam("session"))
_OPEN_SESSION = (
    select(pass_uses.c.session_id)
    .join_from(
        pass_uses,
        sessions,
        and_(
            sessions.c.facility_id == pass_uses.c.facility_id,
            sessions.c.session_id == pass_uses.c.session_id,
        ),
    )
    .where(
        pass_uses.c.facility_id == bindparam("facility"),
        pass_uses.c.pass_id == bindparam("pass"),
        sessions.c.state.in_(("started", "active", "leaving")),
    )
    .order_by(sessions.c.entered_ms.desc())
    .limit(1)
)
_SEARCH = (
    _PASSES.where(
        or_(
            func.lower(passes.c.holder).like(bindparam("pattern"), escape="\\"),
            func.lower(passes.c.plate).like(bindparam("pattern"), escape="\\"),
            func.lower(passes.c.code).like(bindparam("pattern"), escape="\\"),
        )
    )
    .order_by(passes.c.holder, passes.c.pass_id)
    .limit(bindparam("limit"))
)
_EXPIRING = _PASSES.where(
    passes.c.state == PassState.ACTIVE,
    passes.c.valid_until_ms >= bindparam("since"),
    passes.c.valid_until_ms < bindparam("before"),
).order_by(passes.c.valid_until_ms, passes.c.pass_id)
_GROUPS = (
    select(pass_groups)
    .where(pass_groups.c.facility_id == bindparam("facility"))
    .order_by(pass_groups.c.name, pass_groups.c.group_id)
)
_GROUP = _GROUPS.where(pass_groups.c.group_id == bindparam("group"))
_INSIDE = (
    select(func.count().label("inside"))
    .select_from(passes)
    .join(
        pass_presence,
        and_(
            pass_presence.c.facility_id == passes.c.facility_id,
            pass_presence.c.pass_id == passes.c.pass_id,
        ),
    )
    .where(
        passes.c.facility_id == bindparam("facility"),
        passes.c.group_id == bindparam("group"),
        pass_presence.c.presence == Presence.INSIDE,
        pass_presence.c.zone
        == func.coalesce(
            select(pass_groups.c.zone)
            .where(
                pass_groups.c.facility_id == bindparam("facility"),
                pass_groups.c.group_id == bindparam("group"),
            )
            .scalar_subquery(),
            "",
        ),
    )
)
_PRESENCE = select(pass_presence.c.presence).where(
    pass_presence.c.facility_id == bindparam("facility"),
    pass_presence.c.pass_id == bindparam("pass"),
    pass_presence.c.zone == bindparam("zone"),
)
_SALES = (
    select(pass_sales)
    .where(pass_sales.c.facility_id == bindparam("facility"))
    .order_by(pass_sales.c.sold_ms, pass_sales.c.event_id)
)
_SALES_OF = _SALES.where(pass_sales.c.pass_id == bindparam("pass"))
_SOLD_SINCE = _SALES.where(pass_sales.c.sold_ms >= bindparam("since"))


@dataclass(frozen=True, slots=True)
class PassSale:
    """Money taken for a pass: `what` is sale, renewal or top-up."""

    pass_id: str
    attempt_id: str
    what: str
    price: Money
    sold_at: datetime
    actor: str


class Passes:
    """The passes of one facility. `Pass.presence` is where it is in its group's zone."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def find(self, pass_id: str) -> Pass | None:
        """The pass with this id."""
        return self._first(_FIND, **{"pass": pass_id})

    def by_code(self, code: str) -> Pass | None:
        """The pass with this short code."""
        return self._first(_BY_CODE, code=code)

    def of_session(self, session_id: str) -> Pass | None:
        """The pass this stay began on."""
        return self._first(_OF_SESSION, session=session_id)

    def open_session(self, pass_id: str) -> str | None:
        """The stay that began on this pass last and has not ended."""
        rows = self._scope.rows(_OPEN_SESSION, **{"pass": pass_id})
        return rows[0]["session_id"] if rows else None

    def search(self, text: str, limit: int = 20) -> tuple[Pass, ...]:
        """Passes whose holder, plate or code contains `text`, by holder."""
        escaped = text.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return self._all(_SEARCH, pattern=f"%{escaped}%", limit=limit)

    def expiring(self, before: datetime, since: datetime | None = None) -> tuple[Pass, ...]:
        """Passes not blocked that end before then (and not before `since`), the next one first."""
        return self._all(_EXPIRING, before=ms_of(before), since=ms_of(since) if since else 0)

    def group(self, group_id: str) -> Group | None:
        """The group with this id."""
        rows = self._scope.rows(_GROUP, group=group_id)
        return _group(rows[0]) if rows else None

    def groups(self) -> tuple[Group, ...]:
        """Every group, by name."""
        return tuple(_group(row) for row in self._scope.rows(_GROUPS))

    def inside(self, group_id: str) -> int:
        """How many passes of this group are inside its zone."""
        inside: int = self._scope.rows(_INSIDE, group=group_id)[0]["inside"]
        return inside

    def presence(self, pass_id: str, zone: str = "") -> Presence:
        """Where this pass is in a zone; `NEUTRAL` where it never moved: its next use decides."""
        rows = self._scope.rows(_PRESENCE, **{"pass": pass_id, "zone": zone})
        return Presence(rows[0]["presence"]) if rows else Presence.NEUTRAL

    def sales(self, pass_id: str) -> tuple[PassSale, ...]:
        """What was sold of this pass, oldest first."""
        return tuple(_sale(row) for row in self._scope.rows(_SALES_OF, **{"pass": pass_id}))

    def sold_since(self, at: datetime) -> tuple[PassSale, ...]:
        """Every sale since then, oldest first."""
        return tuple(_sale(row) for row in self._scope.rows(_SOLD_SINCE, since=ms_of(at)))

    def _first(self, query: Executable, **values: object) -> Pass | None:
        return next(iter(self._all(query, **values)), None)

    def _all(self, query: Executable, **values: object) -> tuple[Pass, ...]:
        return tuple(self._pass(row) for row in self._scope.rows(query, **values))

    def _pass(self, row: RowMapping) -> Pass:
        return Pass(
            pass_id=row["pass_id"],
            code=row["code"],
            kind=PassKind(row["kind"]),
            group_id=row["group_id"],
            holder=row["holder"],
            valid_from=instant_of(row["valid_from_ms"]),
            valid_until=instant_of(row["valid_until_ms"]),
            state=PassState(row["state"]),
            presence=Presence(row["presence"] or Presence.NEUTRAL),
            balance=Money(row["balance_minor"], row["currency"] or self._scope.own.currency),
            entries_left=row["entries_left"],
            plate=row["plate"],
            vehicle_class=row["vehicle_class"],
            payload=row["payload"],
            reason=row["reason"],
        )


def _group(row: RowMapping) -> Group:
    return Group(
        group_id=row["group_id"],
        name=row["name"],
        spaces=row["spaces"],
        quota=Firmness(row["quota"]),
        passback=Firmness(row["passback"]),
        zone=row["zone"],
        warn_days=row["warn_days"],
    )


def _sale(row: RowMapping) -> PassSale:
    return PassSale(
        pass_id=row["pass_id"],
        attempt_id=row["attempt_id"],
        what=row["what"],
        price=Money(row["price_minor"], row["currency"]),
        sold_at=instant_of(row["sold_ms"]),
        actor=row["actor"],
    )
