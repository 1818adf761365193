"""Whether what was shown is still owed: asked inside the transaction that takes the money.

A price is a pure function, so the stay that was shown is priced again *for the instant it was
shown*: time alone changes nothing; money that came in, a validation, a changed fee, a refund does.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, Quote, Stay
from kiosk.domain.session import Session, SessionState
from kiosk.domain.wording import Text
from kiosk.runtime.answers import CardRunning, PriceChanged
from kiosk.runtime.site import Site
from kiosk.store.debts import Debt
from kiosk.store.unit import Transaction


def changed(site: Site, unit: Transaction, stay: Stay) -> PriceChanged | CardRunning | None:
    """Why money for this stay may not be taken as it was shown; None when it may.

    Nothing is taken where nothing is due.
    """
    if unit.payments.open_attempts(stay.session_id):
        return CardRunning()
    session = unit.sessions.find(stay.session_id)
    if session is None:
        raise LookupError(f"the ledger holds no session {stay.session_id!r}, and yet it was shown")
    debt = open_debt(unit, session)
    then = site.stay(unit, session, stay.quoted_at)
    if debt is not None:
        then = owed_since(then, debt)
    if stay.due and (then.due, then.paid) == (stay.due, stay.paid):
        return None
    now = site.stay(unit, session, site.clock.now())
    return PriceChanged(now if debt is None else owed_since(now, debt))


def open_debt(unit: Transaction, session: Session) -> Debt | None:
    """What a car that has left still owes."""
    if session.state is not SessionState.ENDED:
        return None
    debt = unit.debts.find(session.session_id)
    return debt if debt is not None and debt.left else None


def owed_since(stay: Stay, debt: Debt) -> Stay:
    """The stay of a car that left owing: its price stands still, `debt.left` of it is due."""
    line = Line(Text("Owed since {at:moment}").with_values(at=debt.owed_at), debt.left)
    quote = Quote((line,), debt.left.currency)
    return replace(stay, quote=quote, due=debt.left, paid=stay.paid, leave_by_at=None)


def at_most(amount: Money | None, stay: Stay) -> Money:
    """The part of a price that is taken now: all of it unless less was said."""
    if amount is None or amount.minor > stay.due.minor:
        return stay.due
    if amount.minor <= 0:
        raise ValueError("a part of a price is more than nothing")
    return amount
