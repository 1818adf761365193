"""One unit of work: everything read and written in one transaction, for one facility."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.domain.event import Body, Circumstances, Event
from kiosk.store.adjustments import Adjustments
from kiosk.store.bookings import Bookings
from kiosk.store.books import Books
from kiosk.store.chain import Chain
from kiosk.store.change_vouchers import ChangeVouchers
from kiosk.store.debts import Debts
from kiosk.store.devices import Devices
from kiosk.store.drawer import Drawer
from kiosk.store.exceptions import Exceptions
from kiosk.store.journal import Feed, Journal
from kiosk.store.lanes import Lanes
from kiosk.store.lists import Lists
from kiosk.store.local import Local
from kiosk.store.passes import Passes
from kiosk.store.past_stays import PastStays
from kiosk.store.payments import Payments
from kiosk.store.projections.apply import apply_own
from kiosk.store.published import Keys, Tariffs
from kiosk.store.receiving import Verdict, receive
from kiosk.store.refunds import Refunds
from kiosk.store.scope import Scope
from kiosk.store.sessions import Sessions
from kiosk.store.shifts import Shifts
from kiosk.store.staff import People, Secrets
from kiosk.store.tickets import Tickets
from kiosk.store.validations import Validations
from kiosk.wire.facts import seal


class Transaction:
    """Every repository sees the same connection, and so the same moment."""

    def __init__(self, scope: Scope, chain: Chain, ids: Callable[[], str]) -> None:
        self._scope = scope
        self._chain = chain
        self._ids = ids

    @property
    def facility_id(self) -> str:
        """The facility whose rows this unit sees."""
        return self._scope.facility_id

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
    def past_stays(self) -> PastStays:
        """Stays that are over, page by page, to be priced again."""
        return PastStays(self._scope)

    @property
    def tickets(self) -> Tickets:
        """Paper credentials."""
        return Tickets(self._scope)

    @property
    def payments(self) -> Payments:
        """Attempts, payments, receipt numbers."""
        return Payments(self._scope)

    @property
    def refunds(self) -> Refunds:
        """Money given back, and money that must be."""
        return Refunds(self._scope)

    @property
    def adjustments(self) -> Adjustments:
        """What people changed of fees."""
        return Adjustments(self._scope)

    @property
    def debts(self) -> Debts:
        """What released cars owe."""
        return Debts(self._scope)

    @property
    def change_vouchers(self) -> ChangeVouchers:
        """Papers that stand for change."""
        return ChangeVouchers(self._scope)

    @property
    def drawer(self) -> Drawer:
        """Cash, shift by shift."""
        return Drawer(self._scope)

    @property
    def books(self) -> Books:
        """What moved at this device, and its Z reports."""
        return Books(self._scope)

    @property
    def passes(self) -> Passes:
        """Passes, their groups, and where they are."""
        return Passes(self._scope)

    @property
    def validations(self) -> Validations:
        """Merchants and what they give."""
        return Validations(self._scope)

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
    def lists(self) -> Lists:
        """What an owner takes out, row by row."""
        return Lists(self._scope)

    @property
    def local(self) -> Local:
        """Named values of this machine."""
        return Local(self._scope)

    @property
    def devices(self) -> Devices:
        """Enrolled booths (centre)."""
        return Devices(self._scope)
