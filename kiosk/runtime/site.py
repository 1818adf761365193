"""What every lane of one booth shares: settings, clock, store, keys, tariffs, paper's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.config.settings import Settings
from kiosk.domain.event import Circumstances
from kiosk.domain.money import Money
from kiosk.domain.quote import Line, Quote, Stay
from kiosk.domain.session import Session
from kiosk.domain.wording import Text
from kiosk.runtime.clock import Clock
from kiosk.store.store import Store
from kiosk.store.unit import Transaction
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.tariff import Tariff
from kiosk.wire.ticket import Keyring, Signer

TARIFF = "standard"
"""The tariff that new stays get; other names come with other tariffs."""

Say = Callable[[Text], str]


@dataclass(slots=True)
class Site:
    """One booth's shared services. Built once by `boot`; only `offline` ever changes."""

    settings: Settings
    clock: Clock
    store: Store
    signer: Signer
    keyring: Keyring
    say: Say
    wire_monotonic: Callable[[], float]
    """The machine's own monotonic clock, for what happens on wires: rehearsals do not move it."""
    offline: bool = True
    _tariffs: dict[tuple[str, int], Tariff] = field(default_factory=dict)

    @property
    def exit_grace(self) -> timedelta:
        """How long a paid car may take to reach the exit."""
        return timedelta(minutes=self.settings.facility.exit_grace_minutes)

    def here(
        self,
        lane_id: str | None = None,
        session_id: str | None = None,
        actor: str = "booth",
        *,
        forced: bool = False,
    ) -> Circumstances:
        """The circumstances of something that happens now."""
        return Circumstances(
            facility_id=self.settings.facility.id,
            occurred_at=self.clock.now(),
            monotonic_ms=int(self.clock.monotonic() * 1000),
            actor=actor,
            lane_id=lane_id,
            session_id=session_id,
            offline=self.offline,
            forced=forced,
        )

    def nothing(self) -> Money:
        """No money, in the facility's currency."""
        return Money(0, self.settings.facility.currency)

    def tariff(self, unit: Transaction, name: str, version: int) -> Tariff:
        """One published version, parsed once; versions never change."""
        key = (name, version)
        if key not in self._tariffs:
            self._tariffs[key] = load_tariff(unit.tariffs.rules(name, version))
        return self._tariffs[key]

    def _quote(self, unit: Transaction, session: Session, now: datetime) -> Quote:
        if session.fee is not None:
            why = Text("Lost ticket") if session.fee else Text("Paid at another till")
            return Quote((Line(why, session.fee),), session.fee.currency)
        tariff = self.tariff(unit, session.tariff, session.tariff_version)
        return tariff.quote(session.entered_at, max(now, session.entered_at), session.vehicle_class)

    def stay(self, unit: Transaction, session: Session, now: datetime) -> Stay:
        """What this session owes at `now`: a pure function of session, version and payments.

        Inside the exit grace nothing more is due; after it only the additional amount is.
        """
        quote = self._quote(unit, session, now)
        in_grace = session.leave_by_at is not None and now <= session.leave_by_at
        owed = max(0, quote.total.minor - session.paid.minor)
        return Stay(
            session_id=session.session_id,
            code=session.code,
            entered_at=session.entered_at,
            quoted_at=now,
            quote=quote,
            paid=session.paid,
            due=Money(0 if in_grace else owed, quote.currency),
            leave_by_at=session.leave_by_at,
            vehicle_class=session.vehicle_class,
            booking_id=session.booking_id,
        )
