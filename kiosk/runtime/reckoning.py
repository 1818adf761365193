"""X and Z: the figures of this device's books, as values for screen and paper.

What moved comes from the books (every payment and refund is in exactly one Z), the rest from the
facts between two Zs. An X is what a Z taken now would say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import msgspec

from kiosk.domain.cash import CashCause
from kiosk.domain.money import Money
from kiosk.domain.quote import Tax
from kiosk.domain.session import Admittance
from kiosk.reports import figures as report
from kiosk.reports import vat
from kiosk.reports.figures import Figures, Tally
from kiosk.runtime.period import Period, own_facts
from kiosk.runtime.site import Site
from kiosk.store.books import Item, ItemKind, Z
from kiosk.store.payments import Payment
from kiosk.store.shifts import Shift
from kiosk.store.unit import Transaction

SENT = "sync.acknowledged"
"""The local value under which the sync keeps how far the centre has our journal."""
INSIDE = "z.inside."
"""Local values: how many stays with a ticket were inside when a Z was taken."""
TICKETED = (Admittance.TICKET, Admittance.ATTENDANT)
"""Stays that have paper of their own."""
TOP_UP = "top_up"
"""What is not taxed when it is sold: stored money is, when it pays for parking."""


class _Sent(msgspec.Struct, frozen=True):
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class _Span:
    """From the Z before (None: from the beginning) to `upto` of our own journal."""

    before: Z | None
    upto: int
    taken_at: datetime
    items: tuple[Item, ...]


def x_figures(site: Site, unit: Transaction) -> Figures:
    """What happened since the last Z, as it stands."""
    last, head = unit.books.last_z(), unit.journal.head()
    span = _Span(last, head.seq, site.clock.now(), unit.books.pending_items())
    moved = unit.books.pending()
    before = last.perpetual if last else site.nothing()
    records = report.Records(head.seq, unsent(unit), head.hash.hex())
    inside = _tickets_inside(unit)
    shift = unit.shifts.current()
    return _figures(
        site, unit, span, records, before + moved.gross - moved.refunded, None, inside, shift
    )


def z_figures(site: Site, unit: Transaction, z: Z) -> Figures:
    """A Z as it was taken, for its paper and for every copy of it."""
    before = unit.books.z(z.number - 1)
    span = _Span(before, z.upto_seq, z.taken_at, unit.books.items(z.number))
    records = report.Records(z.upto_seq, z.unsent, z.head)
    counted = unit.local.get(f"{INSIDE}{z.number}")
    inside = int(counted) if counted is not None else None
    shift = _shift_of(unit, z)
    return _figures(site, unit, span, records, z.perpetual, z.number, inside, shift)


def note_inside(unit: Transaction, number: int) -> None:
    """Keep what a Z says of tickets: it cannot be counted any more when cars have moved."""
    unit.local.set(f"{INSIDE}{number}", str(_tickets_inside(unit)))


def unsent(unit: Transaction) -> int:
    """How many of our facts the centre has not acknowledged."""
    head, text = unit.journal.head(), unit.local.get(SENT)
    if text is None:
        return head.seq
    sent = msgspec.json.decode(text, type=_Sent)
    return head.seq - (sent.seq if sent.epoch == head.epoch else 0)


def _figures(
    site: Site,
    unit: Transaction,
    span: _Span,
    records: report.Records,
    perpetual: Money,
    number: int | None,
    inside: int | None,
    shift: Shift | None,
) -> Figures:
    currency = site.settings.facility.currency
    period = _period(site, unit, span)
    into, back = _ways(span.items)
    return Figures(
        device=site.settings.booth.id,
        currency=currency,
        taken_at=span.taken_at,
        payments=report.by_method((each.method, each.amount) for each in into),
        refunds=report.by_method((each.method, each.amount) for each in back),
        orphans=report.total(
            (Tally(1, each.amount) for each in into if each.kind is ItemKind.ORPHAN), currency
        ),
        voids=period.voids,
        adjustments=period.adjustments,
        unsettled=_unsettled(unit, currency),
        taxes=vat.summary(_taxes(site, unit, into, back)),
        perpetual=perpetual,
        records=records,
        number=number,
        previous=span.before.number if span.before else None,
        since_at=span.before.taken_at if span.before else None,
        shift=_whose(unit, shift),
        first_receipt=_receipt(site, period.first_receipt),
        last_receipt=_receipt(site, period.last_receipt),
        drawer=_drawer(period, currency),
        validations=_by_merchant(unit, period),
        pass_sales=tuple(sorted(period.pass_sales.items())),
        promises=tuple(sorted(period.promises.items())),
        exceptions=tuple(sorted(period.exceptions.items())),
        tickets=_tickets(unit, period, span, inside),
        passages=period.passages(),
    )


def _period(site: Site, unit: Transaction, span: _Span) -> Period:
    kinds = {lane.id: lane.kind for lane in site.settings.lane}
    period = Period(site.settings.facility.currency, kinds)
    head = unit.journal.head()
    since = span.before.upto_seq if span.before else 0
    for event in own_facts(unit, head.epoch, head.origin, since, span.upto):
        period.take(event)
    return period


def _ways(items: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    into: list[Item] = []
    back: list[Item] = []
    for item in items:
        (back if item.kind is ItemKind.REFUND else into).append(item)
    return into, back


def _taxes(site: Site, unit: Transaction, into: list[Item], back: list[Item]) -> Iterator[Tax]:
    """The tax inside every payment, and taken back with every refund; orphans bought nothing."""
    for item in into:
        if item.kind is ItemKind.PAYMENT:
            yield from tax_of(site, unit, item.item_id)
    for item in back:
        refund = unit.refunds.find(item.item_id)
        if refund is None or refund.cause == ItemKind.ORPHAN:
            continue
        earlier = sum(
            each.amount.minor
            for each in unit.refunds.of_attempt(refund.attempt_id)
            if each.settled_at and refund.settled_at and each.settled_at < refund.settled_at
        )
        whole = tax_of(site, unit, refund.attempt_id)
        before = Money(earlier, refund.amount.currency)
        yield from vat.negated(vat.part_of(whole, before, refund.amount))


def tax_of(site: Site, unit: Transaction, attempt_id: str) -> vat.Taxes:
    """The tax inside one payment, as its receipt has it; a part of a price has a part of it."""
    attempt = unit.payments.attempt(attempt_id)
    if attempt is None:
        return ()
    house = site.settings.facility.vat_percent * 100 or None
    paid = unit.payments.of_session(attempt.intent.session_id)
    payment = next((each for each in paid if each.attempt_id == attempt_id), None)
    session = unit.sessions.find(attempt.intent.session_id)
    if payment is None:
        return ()
    if session is None:
        sold = unit.passes.sales(attempt.intent.session_id)
        stored = any(each.attempt_id == attempt_id and each.what == TOP_UP for each in sold)
        taxed = house is not None and not stored
        return (vat.inclusive(payment.amount, house),) if taxed and house else ()
    quote = site.stay(unit, session, payment.paid_at).quote
    return vat.taxes_of(quote, _before(paid, payment), payment.amount, house)


def _before(paid: list[Payment], payment: Payment) -> Money:
    minor = sum(each.amount.minor for each in paid[: paid.index(payment)])
    return Money(minor, payment.amount.currency)


def _unsettled(unit: Transaction, currency: str) -> Tally:
    amounts = [each.intent.amount for each in unit.payments.open_attempts()]
    amounts += [each.amount for each in unit.refunds.open()]
    return report.total((Tally(1, amount) for amount in amounts), currency)


def _drawer(period: Period, currency: str) -> report.Drawer | None:
    if not period.moves:
        return None
    counted = period.counted
    pieces = counted.pieces if counted else ()
    return report.Drawer(
        moves=tuple((each, period.moves[each]) for each in CashCause if each in period.moves),
        change=Money(period.change_minor, currency),
        kept=period.kept,
        counted=counted.counted if counted else None,
        pieces=report.pieces(pieces, period.expected_pieces(), currency) if counted else (),
    )


def _by_merchant(unit: Transaction, period: Period) -> report.Named:
    """By the name people know."""
    named = {}
    for merchant_id, tally in period.validations.items():
        merchant = unit.validations.merchant(merchant_id)
        named[merchant.name if merchant else merchant_id] = tally
    return tuple(sorted(named.items()))


def _tickets(
    unit: Transaction, period: Period, span: _Span, inside: int | None
) -> report.Tickets | None:
    before = unit.local.get(f"{INSIDE}{span.before.number}") if span.before else "0"
    if inside is None or before is None:
        return None
    return report.Tickets(
        inside_before=int(before),
        issued=period.tickets,
        collected=_on_tickets(unit, period.ended),
        void=_on_tickets(unit, period.backed_out),
        inside=inside,
    )


def _tickets_inside(unit: Transaction) -> int:
    return sum(each.admittance in TICKETED for each in unit.sessions.inside())


def _on_tickets(unit: Transaction, session_ids: Iterable[str]) -> int:
    sessions = (unit.sessions.find(session_id) for session_id in session_ids)
    return sum(each is not None and each.admittance in TICKETED for each in sessions)


def _receipt(site: Site, number: int) -> str:
    return f"{site.settings.booth.id}-{number:06}" if number else ""


def _shift_of(unit: Transaction, z: Z) -> Shift | None:
    figures = unit.shifts.figures(z.shift_id) if z.shift_id else None
    return figures.shift if figures else None


def _whose(unit: Transaction, shift: Shift | None) -> report.Shift | None:
    if shift is None:
        return None
    holder = unit.staff.find(shift.staff_id)
    return report.Shift(holder.name if holder else "", shift.opened_at, shift.closed_at)
