"""What money that comes in at the counter leaves in the ledger: for stays, debts and passes."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.cash import CashCause
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import payments
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.runtime import drawer, owing
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction


@dataclass(frozen=True, slots=True)
class Taking:
    """The facts of money that comes in at the counter, inside one write transaction."""

    site: Site
    unit: Transaction
    here: Circumstances
    shift_id: str | None

    def cash(self, stay: Stay, amount: Money, tendered: Money, handed: drawer.Handed) -> str:
        """Cash for this stay (or for a pass that goes by as one); returns the attempt's id."""
        attempt_id = self.paid(stay, amount, Method.CASH, tendered=tendered, change=handed.change)
        shift_id, stays_in = self.shift_id or "", tendered - handed.change
        drawer.moved(
            self.unit,
            self.here,
            shift_id,
            CashCause.SALE,
            stays_in,
            handed.moved,
            reference=attempt_id,
        )
        return attempt_id

    def paid(
        self,
        stay: Stay,
        amount: Money,
        method: Method,
        reference: str = "",
        *,
        tendered: Money | None = None,
        change: Money | None = None,
    ) -> str:
        """Intent and success of one part, and of a debt that it settles; the attempt's id."""
        attempt_id = self.site.clock.new_id()
        session = self.unit.sessions.find(stay.session_id)
        debt = owing.open_debt(self.unit, session) if session else None
        # Only who has paid all may take time to leave: a part starts no grace.
        graced = amount.minor >= stay.due.minor and debt is None
        leave_by_at = self.here.occurred_at + self.site.exit_grace if graced else stay.entered_at
        self.unit.record(
            payments.PaymentStarted(attempt_id, stay.session_id, method, amount), self.here
        )
        self.unit.record(
            payments.PaymentSucceeded(
                attempt_id=attempt_id,
                session_id=stay.session_id,
                method=method,
                amount=amount,
                leave_by_at=leave_by_at,
                reference=reference,
                tendered=tendered,
                change=change,
                shift_id=self.shift_id,
            ),
            self.here,
        )
        if debt is not None:
            self.unit.record(payments.DebtSettled(stay.session_id, amount, attempt_id), self.here)
        return attempt_id
