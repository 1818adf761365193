"""What every lane of one booth shares: settings, clock, store, keys, tariffs, paper's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.config.settings import Settings
from kiosk.domain.event import Circumstances
from kiosk.domain.money import Money
from kiosk.domain.passes import Pass
from kiosk.domain.quote import Stay
from kiosk.domain.session import Session
from kiosk.domain.validation import Benefit
from kiosk.domain.wording import Text
from kiosk.runtime.clock import Clock
from kiosk.store.price_lists import STANDARD, PriceLists
from kiosk.store.pricing import stay_at
from kiosk.store.store import Store
from kiosk.store.unit import Transaction
from kiosk.tariff.tariff import Tariff
from kiosk.wire.ticket import Keyring, Signer

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
    _price_lists: PriceLists = field(default_factory=PriceLists)

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

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the facility."""
        return ZoneInfo(self.settings.facility.zone)

    def nothing(self) -> Money:
        """No money, in the facility's currency."""
        return Money(0, self.settings.facility.currency)

    def tariff(self, unit: Transaction, name: str, version: int) -> Tariff:
        """One published version."""
        return self._price_lists.tariff(unit, name, version)

    def tariff_now(self, unit: Transaction, now: datetime, name: str = STANDARD) -> tuple[str, int]:
        """The version that stays get that begin now; `LookupError` when nothing was published."""
        return self._price_lists.at(unit, now, name)

    def price_now(self, unit: Transaction) -> Text:
        """What a stay that begins now costs, in a sentence for the entry and the ticket."""
        now = self.clock.now()
        return self.tariff(unit, *self.tariff_now(unit, now)).summary(entered_at=now)

    def stay(
        self,
        unit: Transaction,
        session: Session,
        now: datetime,
        *,
        also: tuple[Benefit, ...] = (),
        shown: Pass | None = None,
    ) -> Stay:
        """What this session owes at `now`; see `pricing.stay_at`."""
        return stay_at(self._price_lists, unit, session, now, also=also, shown=shown)
