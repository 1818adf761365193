"""One unit of work: everything read and written in one transaction, for one facility."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.domain.event import Body, Circumstances, Event
from kiosk.store.bookings import Bookings
from kiosk.store.chain import Chain
from kiosk.store.devices import Devices
from kiosk.store.exceptions import Exceptions
from kiosk.store.journal import Feed, Journal
from kiosk.store.lanes import Lanes
from kiosk.store.local import Local
from kiosk.store.payments import Payments
from kiosk.store.projections.apply import apply_own
from kiosk.store.published import Keys, Tariffs
from kiosk.store.receiving import Verdict, receive
from kiosk.store.scope import Scope
from kiosk.store.sessions import Sessions
from kiosk.store.shifts import Shifts
from kiosk.store.staff import People, Secrets
from kiosk.store.tickets import Tickets
from kiosk.wire.facts import seal


class Transaction:
    """Every repository sees the same connection, and so the same moment."""

    def __init__(self, scope: Scope, chain: Chain, ids: Callable[[], str]) -> None:
        self._scope = scope
        self._chain = chain
        self._ids = ids

    def record(self, body: Body, circumstances: Circumstances) -> Event:
        """Append a fact to our journal and apply it to the tables: the only way anything changes.

        Raises `BadEvent` for a body nobody could read back, and when the block ends or earlier
        `Contradicted` for one that breaks a rule of the ledger.
        """
        if circumstances.facility_id != self._scope.facility_id:
            raise ValueError(f"{circumstances.facility_id!r} is not the facility of this unit")
        head = self._chain.head(self._scope.own.origin, self._scope.own.epoch)
        event = seal(head, self._ids(), body, circumstances)
        arrival = self._chain.append(event)
        apply_own(self._scope.connection, event, arrival)
        return event

    def receive(self, event: Event, received_at: datetime) -> Verdict:
        """Take an event made elsewhere. Never raises for what it says."""
        return receive(self._scope, self._chain, event, received_at)

    @property
    def journal(self) -> Journal:
        """Every fact."""
        self._chain.flush()
        return Journal(self._scope)

    @property
    def feed(self) -> Feed:
        """Every fact by the order of its arrival, for those who pull."""
        self._chain.flush()
        return Feed(self._scope)

    @property
    def sessions(self) -> Sessions:
        """Stays, and how many cars are inside."""
        return Sessions(self._scope)

    @property
    def tickets(self) -> Tickets:
        """Paper credentials."""
        return Tickets(self._scope)

    @property
    def payments(self) -> Payments:
        """Attempts, payments, receipt numbers."""
        return Payments(self._scope)

    @property
    def bookings(self) -> Bookings:
        """Planned stays."""
        return Bookings(self._scope)

    @property
    def lanes(self) -> Lanes:
        """Modes, counts and unfinished steps."""
        return Lanes(self._scope)

    @property
    def shifts(self) -> Shifts:
        """Cashiers' shifts."""
        return Shifts(self._scope)

    @property
    def staff(self) -> People:
        """Who may sign on."""
        return People(self._scope)

    @property
    def secrets(self) -> Secrets:
        """What proves who signs on; of this machine."""
        return Secrets(self._scope)

    @property
    def tariffs(self) -> Tariffs:
        """Published tariff versions."""
        return Tariffs(self._scope)

    @property
    def keys(self) -> Keys:
        """Published public keys."""
        return Keys(self._scope)

    @property
    def exceptions(self) -> Exceptions:
        """What an auditor must look at."""
        return Exceptions(self._scope)

    @property
    def local(self) -> Local:
        """Named values of this machine."""
        return Local(self._scope)

    @property
    def devices(self) -> Devices:
        """Enrolled booths (centre)."""
        return Devices(self._scope)
