"""What a session costs: its tariff's version, and everything the ledger holds that bears on it.

A pure function of session, version, pass, validations, adjustments and the instant: screen, paper,
till and dispute come here for the same lines.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, LineKind, Quote, with_line
from kiosk.domain.session import Admittance, Session
from kiosk.domain.validation import Benefit
from kiosk.domain.wording import Text
from kiosk.store.past_stays import earlier_stays
from kiosk.store.unit import Transaction
from kiosk.tariff.passes import price_on_pass
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.visit import Interval, Visit


class Tariffs(Protocol):
    """Where published versions are kept, parsed."""

    def tariff(self, unit: Transaction, name: str, version: int) -> Tariff:
        """One published version."""
        ...


def quote(
    tariffs: Tariffs,
    unit: Transaction,
    session: Session,
    now: datetime,
    also: tuple[Benefit, ...] = (),
) -> Quote:
    """The price of this session at `now`, line by line; `also` counts as if it had been given."""
    return _adjusted(_priced(tariffs, unit, session, now, also), session)


def _priced(
    tariffs: Tariffs, unit: Transaction, session: Session, now: datetime, also: tuple[Benefit, ...]
) -> Quote:
    if session.fee is not None:
        why = Text("Lost ticket") if session.fee else Text("Paid at another till")
        return Quote((Line(why, session.fee),), session.fee.currency)
    tariff = tariffs.tariff(unit, session.tariff, session.tariff_version)
    given = tuple(each.benefit for each in unit.validations.of_session(session.session_id))
    visit = Visit(
        entered_at=session.entered_at,
        left_at=max(now, session.entered_at),
        vehicle_class=session.vehicle_class,
        occupancy_percent=session.occupancy_percent,
        booking=_booking(unit, session),
        earlier=earlier_stays(unit.sessions, session.continues),
        validations=(*given, *also),
    )
    if session.admittance is not Admittance.PASS:
        return tariff.price(visit)
    pass_ = unit.passes.of_session(session.session_id)
    return tariff.price(visit) if pass_ is None else price_on_pass(tariff, visit, pass_)


def _booking(unit: Transaction, session: Session) -> Interval | None:
    booking = unit.bookings.find(session.booking_id) if session.booking_id else None
    return None if booking is None else (booking.starts_at, booking.ends_at)


def _adjusted(priced: Quote, session: Session) -> Quote:
    """What a person changed, as a line; a price never falls below nothing."""
    change = max(session.adjusted.minor, -priced.total.minor)
    if not change:
        return priced
    line = Line(Text("Changed by hand"), Money(change, priced.currency), LineKind.ADJUSTMENT)
    return with_line(priced, line)
