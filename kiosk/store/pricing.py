"""What a session costs: its tariff's version, and everything the ledger holds that bears on it.

A pure function of session, version, pass, validations, adjustments and the instant: screen, paper,
till and dispute come here for the same lines.
"""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind, expiry_warning, standing
from kiosk.domain.quote import Line, LineKind, Quote, Stay, with_line
from kiosk.domain.session import Admittance, Session
from kiosk.domain.validation import Benefit
from kiosk.domain.wording import Text
from kiosk.store.past_stays import earlier_stays
from kiosk.store.price_lists import PriceLists
from kiosk.store.unit import Transaction
from kiosk.tariff.passes import price_on_pass
from kiosk.tariff.visit import Interval, Visit


def quote(
    lists: PriceLists,
    unit: Transaction,
    session: Session,
    now: datetime,
    also: tuple[Benefit, ...] = (),
) -> Quote:
    """The price of this session at `now`, line by line; `also` counts as if it had been given."""
    return _adjusted(_priced(lists, unit, session, now, also), session)


def stay_at(
    lists: PriceLists,
    unit: Transaction,
    session: Session,
    now: datetime,
    *,
    also: tuple[Benefit, ...] = (),
    shown: Pass | None = None,
) -> Stay:
    """What this session owes at `now`: a pure function of session, version and payments.

    Inside the exit grace nothing more is due; after it only the additional amount is. `also`
    are benefits that would count too, `shown` a pass that was held to the reader beside it.
    """
    quoted = quote(lists, unit, session, now, also)
    paid_for = session.leave_by_at if session.paid.minor > 0 else None  # not when it went back
    in_grace = paid_for is not None and now <= paid_for
    owed = max(0, quoted.total.minor - session.paid.minor)
    if shown is None and session.admittance is Admittance.PASS:
        shown = unit.passes.of_session(session.session_id)
    return Stay(
        session_id=session.session_id,
        code=session.code,
        entered_at=session.entered_at,
        quoted_at=now,
        quote=quoted,
        paid=session.paid,
        due=Money(0 if in_grace else owed, quoted.currency),
        leave_by_at=session.leave_by_at,
        vehicle_class=session.vehicle_class,
        booking_id=session.booking_id,
        pass_id=shown.pass_id if shown else None,
        wallet=_stored_on(shown, now),
        note=_ending(unit, shown, now),
    )


def _priced(
    lists: PriceLists, unit: Transaction, session: Session, now: datetime, also: tuple[Benefit, ...]
) -> Quote:
    if session.fee is not None:
        why = Text("Lost ticket") if session.fee else Text("Paid at another till")
        return Quote((Line(why, session.fee),), session.fee.currency)
    tariff = lists.tariff(unit, session.tariff, session.tariff_version)
    given = unit.validations.of_session(session.session_id)
    visit = Visit(
        entered_at=session.entered_at,
        left_at=max(now, session.entered_at),
        vehicle_class=session.vehicle_class,
        occupancy_percent=session.occupancy_percent,
        booking=_booking(unit, session),
        earlier=earlier_stays(unit.sessions, session.continues),
        validations=(*(each.benefit for each in given), *also),
        given_by=tuple((each.benefit.kind, each.merchant) for each in given),
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


def _stored_on(shown: Pass | None, now: datetime) -> Money | None:
    """The money a value pass can pay with; none while it is blocked or out of its time."""
    if shown is None or shown.kind is not PassKind.VALUE or standing(shown, now):
        return None
    return shown.balance


def _ending(unit: Transaction, shown: Pass | None, now: datetime) -> Text | None:
    """What to tell a driver whose pass ends within its group's days of warning."""
    group = unit.passes.group(shown.group_id) if shown else None
    return expiry_warning(shown, group, now) if shown and group else None
