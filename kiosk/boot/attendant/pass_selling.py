"""What selling passes and printing vouchers asks of the desk; all on the jobs' thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind
from kiosk.domain.payment import Method
from kiosk.domain.ticket import Refusal
from kiosk.runtime.cashier import Rest
from kiosk.runtime.desk import Desk
from kiosk.runtime.pass_goods import NewPass
from kiosk.runtime.pass_sales import Charge, PassSold, Payment, Tender
from kiosk.runtime.pass_sales import Sale as Answer
from kiosk.views.passes import TERMS, PrintVouchers, Renew, Sale, Sell, Term, TopUp


def good_until(start: datetime, term: Term, zone: tzinfo) -> datetime:
    """The last second of the facility's day on which this term ends, in UTC."""
    _, days = TERMS[term]
    last = start.astimezone(zone) + timedelta(days=days)
    return last.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(UTC)


def sell(
    desk: Desk, wish: Sale, now: datetime, zone: tzinfo, told: Callable[[str], None]
) -> Answer:
    """Sell, renew or top up, and print what belongs to it; a card is only asked for."""
    answer = _sell(desk, wish, _payment(wish, told), now, zone)
    if isinstance(answer, PassSold):
        print_papers(desk, wish, answer)
    return answer


def print_papers(desk: Desk, wish: Sale, sold: PassSold) -> None:
    """The receipt, the voucher for missing change, and the card where it says something new."""
    desk.papers.sale(sold.pass_.pass_id)
    if sold.voucher is not None:
        desk.papers.change_voucher(sold.voucher)
    if not isinstance(wish, TopUp):
        desk.papers.card(sold.pass_)


def _payment(wish: Sale, told: Callable[[str], None]) -> Payment:
    """What costs nothing is asked of nobody."""
    if wish.method is not Method.CASH and wish.price:
        return Charge(wish.price, wish.method, told)
    rest = Rest(wish.missing.value) if wish.missing else Rest.ASK
    return Tender(wish.price, wish.given, rest=rest)


def _sell(desk: Desk, wish: Sale, payment: Payment, now: datetime, zone: tzinfo) -> Answer:
    sales = desk.pass_sales
    match wish:
        case Sell():
            return sales.sell(_new(wish, now, zone), payment)
        case Renew():
            pass_ = _pass(desk, wish.pass_id)
            start = now if pass_ is None else max(now, pass_.valid_until)
            until = good_until(start, wish.term, zone)
            return sales.renew(wish.pass_id, until, payment, wish.entries)
        case TopUp():
            return sales.top_up(wish.pass_id, payment)


@dataclass(frozen=True, slots=True)
class VouchersPrinted:
    """Vouchers that were made, by their numbers; `file` is the PDF they are in, if they are."""

    first: int
    last: int
    file: Path | None


def print_vouchers(
    desk: Desk, wish: PrintVouchers, now: datetime, zone: tzinfo
) -> VouchersPrinted | Refusal:
    """Make the vouchers, then print them; their numbers are used up even if no paper comes."""
    offer = wish.offer
    until = good_until(now, wish.term, zone)
    issued = desk.validating.issue(offer.merchant_id, offer.benefit, wish.count, until)
    if isinstance(issued, Refusal):
        return issued
    file = desk.papers.merchant_vouchers(offer.merchant, issued, on_pages=wish.on_pages)
    return VouchersPrinted(issued[0].number, issued[-1].number, file)


def _new(wish: Sell, now: datetime, zone: tzinfo) -> NewPass:
    stores = wish.kind is PassKind.VALUE
    stored: Money | None = wish.price if stores else None
    return NewPass(
        kind=wish.kind,
        group_id=wish.group_id,
        holder=wish.holder,
        valid_from=now.replace(microsecond=0),
        valid_until=good_until(now, wish.term, zone),
        plate=wish.plate,
        entries=wish.entries or None,
        stored=stored,
    )


def _pass(desk: Desk, pass_id: str) -> Pass | None:
    with desk.counter.site.store.read() as unit:
        return unit.passes.find(pass_id)
