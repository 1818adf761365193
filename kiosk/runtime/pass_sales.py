"""Selling passes over the counter: new ones, renewals, stored money. For cash.

A sale is a payment whose "session" is the pass itself, in one commit with what was sold: no pass
without its money, no money without its pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.cash import TooLittle as NotEnough
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import passes
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind
from kiosk.domain.quote import Line, Quote, Stay
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import NOTHING
from kiosk.runtime import change_vouchers, drawer
from kiosk.runtime.answers import ChangeShort, NoShift, TooLittle
from kiosk.runtime.cashier import Rest
from kiosk.runtime.change_vouchers import new_code
from kiosk.runtime.counter import Counter
from kiosk.runtime.taking import Taking
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.unit import Transaction
from kiosk.wire.vouchers import PassPaper, pass_payload


class Sold(StrEnum):
    """What was sold: the words of `PassSold.what`."""

    SALE = "sale"
    RENEWAL = "renewal"
    TOP_UP = "top_up"


@dataclass(frozen=True, slots=True)
class NewPass:
    """A pass somebody wants. `stored` is what a value pass starts with, `entries` a multi-entry's.

    What is stored is paid for: it is part of the price that `sell` takes.
    """

    kind: PassKind
    group_id: str
    holder: str
    valid_from: datetime
    valid_until: datetime
    plate: str = ""
    vehicle_class: str = "car"
    entries: int | None = None
    stored: Money | None = None


@dataclass(frozen=True, slots=True)
class Tender:
    """Cash for a pass: the price, what was given for it, and what becomes of missing change."""

    price: Money
    given: Money
    pieces: Pieces = ()
    rest: Rest = Rest.ASK


@dataclass(frozen=True, slots=True)
class PassSold:
    """Paid: the pass as it is now, and what to give back."""

    pass_: Pass
    attempt_id: str
    change: Money
    pieces: Pieces = ()
    voucher: ChangeVoucher | None = None


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A tender that reaches its price, and the drawer it goes into."""

    tender: Tender
    handed: drawer.Handed
    shift_id: str


Sale = PassSold | TooLittle | ChangeShort | NoShift | Refusal


class PassSales:
    """Passes for money."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    def sell(self, new: NewPass, tender: Tender) -> Sale:
        """Sell a new pass for cash; its card is printed from what comes back."""
        self._counter.need(Right.SELL_PASS)
        _right_terms(new, tender)
        pass_id, code = self._site.clock.new_id(), new_code(self._site.clock)
        here = self._counter.here(pass_id)
        with self._site.store.write() as unit:
            if unit.passes.group(new.group_id) is None:
                return Refusal.NOT_ACCEPTED
            weighed = self._weighed(unit, tender, here)
            if not isinstance(weighed, _Weighed):
                return weighed
            unit.record(self._issued(new, pass_id, code), here)
            sold = self._take(unit, (pass_id, code), Sold.SALE, weighed, here)
            if new.stored:
                self._store(unit, pass_id, new.stored, Sold.SALE, sold.attempt_id, here)
        return self._after(sold)

    def renew(
        self, pass_id: str, valid_until: datetime, tender: Tender, more_entries: int = 0
    ) -> Sale:
        """Let a pass be good until another instant, with more entries if it counts them."""
        self._counter.need(Right.SELL_PASS)
        here = self._counter.here(pass_id)
        with self._site.store.write() as unit:
            pass_ = unit.passes.find(pass_id)
            if pass_ is None:
                return Refusal.UNKNOWN
            if valid_until < pass_.valid_until or more_entries < 0:
                raise ValueError("a renewal makes nothing shorter")
            weighed = self._weighed(unit, tender, here)
            if not isinstance(weighed, _Weighed):
                return weighed
            sold = self._take(unit, (pass_id, pass_.code), Sold.RENEWAL, weighed, here)
            unit.record(passes.PassRenewed(pass_id, valid_until, more_entries), here)
        return self._after(sold)

    def top_up(self, pass_id: str, tender: Tender) -> Sale:
        """Store the price on a value pass."""
        self._counter.need(Right.SELL_PASS)
        here = self._counter.here(pass_id)
        with self._site.store.write() as unit:
            pass_ = unit.passes.find(pass_id)
            if pass_ is None:
                return Refusal.UNKNOWN
            if pass_.kind is not PassKind.VALUE:
                return Refusal.NOT_ACCEPTED
            weighed = self._weighed(unit, tender, here)
            if not isinstance(weighed, _Weighed):
                return weighed
            sold = self._take(unit, (pass_id, pass_.code), Sold.TOP_UP, weighed, here)
            self._store(unit, pass_id, tender.price, Sold.TOP_UP, sold.attempt_id, here)
        return self._after(sold)

    def _issued(self, new: NewPass, pass_id: str, code: str) -> passes.PassIssued:
        facility_id = self._site.settings.facility.id
        paper = PassPaper(
            facility_id, code, new.kind, new.valid_from, new.valid_until, new.group_id
        )
        return passes.PassIssued(
            pass_id=pass_id,
            code=code,
            kind=new.kind,
            group_id=new.group_id,
            holder=new.holder,
            valid_from=new.valid_from,
            valid_until=new.valid_until,
            payload=pass_payload(paper, self._site.signer),
            plate=new.plate,
            vehicle_class=new.vehicle_class,
            entries=new.entries if new.kind is PassKind.MULTI_ENTRY else None,
        )

    def _weighed(
        self, unit: Transaction, tender: Tender, here: Circumstances
    ) -> _Weighed | TooLittle | ChangeShort | NoShift:
        """The tender against the price; nothing of it is recorded yet."""
        shift = drawer.running_shift(self._site, unit, here)
        if shift is None:
            return NoShift()
        handed = drawer.weigh(unit, shift.shift_id, tender.price, tender.given, tender.pieces)
        if isinstance(handed, NotEnough):
            return TooLittle(handed.missing)
        if handed.short and tender.rest not in (Rest.VOUCHER, Rest.KEPT):
            return ChangeShort(handed.short, handed.change, handed.back)
        return _Weighed(tender, handed, shift.shift_id)

    def _take(
        self,
        unit: Transaction,
        which: tuple[str, str],
        what: Sold,
        weighed: _Weighed,
        here: Circumstances,
    ) -> PassSold:
        """The money for the pass with this (id, code)."""
        pass_id, code = which
        tender, handed = weighed.tender, weighed.handed
        attempt_id, voucher = "", None
        if tender.price:
            taking = Taking(self._site, unit, here, weighed.shift_id)
            stay = _as_stay(pass_id, code, tender.price, here.occurred_at)
            attempt_id = taking.cash(stay, tender.price, tender.given, handed)
            unit.record(passes.PassSold(pass_id, attempt_id, what.value, tender.price), here)
        if handed.short and tender.rest is Rest.VOUCHER:
            voucher = change_vouchers.issue(
                self._site, unit, here, pass_id, attempt_id, handed.short
            )
        pass_ = unit.passes.find(pass_id)
        if pass_ is None:
            raise LookupError(f"no pass {pass_id!r}, and yet it was sold")
        return PassSold(pass_, attempt_id, handed.change, handed.back, voucher)

    def _store(
        self,
        unit: Transaction,
        pass_id: str,
        amount: Money,
        what: Sold,
        attempt_id: str,
        here: Circumstances,
    ) -> None:
        unit.record(passes.WalletCredited(pass_id, amount, what.value, attempt_id), here)

    def _after(self, sold: PassSold) -> PassSold:
        """The pass as it is with all that was recorded, and an open drawer."""
        self._counter.paperwork().kick_drawer()
        with self._site.store.read() as unit:
            now = unit.passes.find(sold.pass_.pass_id) or sold.pass_
        return PassSold(now, sold.attempt_id, sold.change, sold.pieces, sold.voucher)


def _as_stay(pass_id: str, code: str, price: Money, now: datetime) -> Stay:
    """What is paid for a pass, in the shape of what is paid for a stay."""
    nothing = Money(0, price.currency)
    quote = Quote((Line(NOTHING, price),), price.currency)
    return Stay(pass_id, code, now, now, quote, paid=nothing, due=price)


def _right_terms(new: NewPass, tender: Tender) -> None:
    """ValueError for a pass that nobody can mean."""
    if not new.holder or new.valid_until <= new.valid_from:
        raise ValueError("a pass has a holder and some time")
    if new.kind is PassKind.MULTI_ENTRY and not new.entries:
        raise ValueError("a multi-entry pass has entries")
    stored = new.stored.minor if new.stored else 0
    if stored and new.kind is not PassKind.VALUE:
        raise ValueError("only a value pass stores money")
    if not 0 <= stored <= tender.price.minor:
        raise ValueError("what is stored is paid for")
