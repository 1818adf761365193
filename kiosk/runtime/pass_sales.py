"""Selling passes over the counter: new ones, renewals, stored money; for cash, or by card.

A sale is a payment whose "session" is the pass itself. Cash lies on the counter, so intent, money
and pass are one commit. A card is asked: the intent is durable first, and the pass changes hands in
the commit that accepts the money (see `orders`); until then nothing of it exists.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from kiosk.domain.cash import TooLittle as NotEnough
from kiosk.domain.counter import device_place
from kiosk.domain.event import Circumstances
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.passes import Pass
from kiosk.domain.payment import Intent, Method
from kiosk.domain.quote import Line, Quote, Stay
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import NOTHING
from kiosk.runtime import change_vouchers, drawer, pass_goods
from kiosk.runtime.answers import CardRunning, ChangeShort, NoShift, TooLittle
from kiosk.runtime.cashier import Rest
from kiosk.runtime.counter import Counter
from kiosk.runtime.orders import Asked, MoneyBack, NotPaid, Order
from kiosk.runtime.pass_goods import NewPass, PassGoods
from kiosk.runtime.taking import Taking
from kiosk.runtime.till import Till
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.payments import AttemptState
from kiosk.store.unit import Transaction

ASKED_FOR = (Method.CARD,)
"""Ways to pay a pass that somebody else must be asked for; cash is always taken."""


@dataclass(frozen=True, slots=True)
class Tender:
    """Cash for a pass: the price, what was given for it, and what becomes of missing change."""

    price: Money
    given: Money
    pieces: Pieces = ()
    rest: Rest = Rest.ASK


@dataclass(frozen=True, slots=True)
class Charge:
    """A price that is asked for elsewhere. `told` is told the attempt of every news, on any thread.

    `PassSales.became` says what the news are.
    """

    price: Money
    method: Method
    told: Callable[[str], None]


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


Payment = Tender | Charge
Sale = PassSold | Asked | NotPaid | TooLittle | ChangeShort | NoShift | CardRunning | Refusal


class PassSales:
    """Passes for money."""

    def __init__(self, counter: Counter, till: Till) -> None:
        self._counter = counter
        self._site = counter.site
        self._till = till

    def methods(self) -> tuple[Method, ...]:
        """The ways in which a pass can be paid here."""
        asked = tuple(each for each in ASKED_FOR if self._till.counter_place(each))
        return (Method.CASH, *asked)

    def sell(self, new: NewPass, payment: Payment) -> Sale:
        """Sell a new pass; its card is printed from what comes back."""
        return self._pay(pass_goods.new_pass(self._site, new, payment.price), payment)

    def renew(
        self, pass_id: str, valid_until: datetime, payment: Payment, more_entries: int = 0
    ) -> Sale:
        """Let a pass be good until another instant, with more entries if it counts them."""
        pass_ = self._pass(pass_id)
        if pass_ is None:
            return Refusal.UNKNOWN
        goods = pass_goods.renewal(pass_, valid_until, more_entries, payment.price)
        return self._pay(goods, payment)

    def top_up(self, pass_id: str, payment: Payment) -> Sale:
        """Store the price on a value pass."""
        pass_ = self._pass(pass_id)
        if pass_ is None:
            return Refusal.UNKNOWN
        return self._pay(pass_goods.top_up(pass_, payment.price), payment)

    def became(self, attempt_id: str) -> PassSold | Asked | NotPaid | MoneyBack:
        """What the ledger knows of a card that was asked for."""
        with self._site.store.read() as unit:
            attempt = unit.payments.attempt(attempt_id)
            if attempt is None:
                raise LookupError(f"no attempt {attempt_id!r}, and yet it was begun")
            intent = attempt.intent
            pass_ = unit.passes.find(intent.session_id)
        match attempt.state:
            case AttemptState.PAID if pass_ is not None:
                return PassSold(pass_, attempt_id, self._site.nothing())
            case AttemptState.FAILED:
                return NotPaid(attempt.reason)
            case AttemptState.OPEN | AttemptState.UNKNOWN:
                doubt = attempt_id in self._till.orders.doubtful()
                return Asked(attempt_id, device_place(intent.lane_id), doubt)
            case _:
                return MoneyBack()

    def give_up(self, attempt_id: str) -> None:
        """Wish that a card is no longer asked for; its outcome decides."""
        self._till.cancel(attempt_id)

    # --- by whichever way

    def _pay(self, goods: PassGoods, payment: Payment) -> Sale:
        self._counter.need(Right.SELL_PASS)
        if isinstance(payment, Charge):
            return self._charge(goods, payment)
        here = self._counter.here(goods.pass_id)
        with self._site.store.write() as unit:
            if no := _refused(unit, goods):
                return no
            weighed = self._weighed(unit, payment, here)
            if not isinstance(weighed, _Weighed):
                return weighed
            sold = self._take(unit, goods, weighed, here)
        self._counter.paperwork().kick_drawer()
        return sold

    def _charge(self, goods: PassGoods, charge: Charge) -> Sale:
        """The durable intent, then the provider; `charge.told` says when to look."""
        place, actor = self._till.counter_place(charge.method), self._counter.actor
        if place is None:
            return NotPaid("no_provider")
        if charge.price.minor <= 0:
            raise ValueError("nobody is asked for nothing")
        intent = Intent(
            self._site.clock.new_id(), goods.pass_id, place, charge.method, charge.price
        )
        order = Order(intent, actor, charge.told, goods)
        no = self._till.collect(order, partial(_refused, goods=goods))
        return Asked(intent.attempt_id, device_place(place)) if no is None else no

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
        self, unit: Transaction, goods: PassGoods, weighed: _Weighed, here: Circumstances
    ) -> PassSold:
        """The money, and what it is for."""
        tender, handed = weighed.tender, weighed.handed
        attempt_id, voucher = "", None
        if tender.price:
            taking = Taking(self._site, unit, here, weighed.shift_id)
            stay = _as_stay(goods, here.occurred_at)
            attempt_id = taking.cash(stay, tender.price, tender.given, handed)
        goods.hand_over(unit, here, attempt_id)
        if handed.short and tender.rest is Rest.VOUCHER:
            voucher = change_vouchers.issue(
                self._site, unit, here, goods.pass_id, attempt_id, handed.short
            )
        pass_ = unit.passes.find(goods.pass_id)
        if pass_ is None:
            raise LookupError(f"no pass {goods.pass_id!r}, and yet it was sold")
        return PassSold(pass_, attempt_id, handed.change, handed.back, voucher)

    def _pass(self, pass_id: str) -> Pass | None:
        with self._site.store.read() as unit:
            return unit.passes.find(pass_id)


def _refused(unit: Transaction, goods: PassGoods) -> CardRunning | Refusal | None:
    """Why nobody is asked for money; a pass that is being paid already is not paid twice."""
    if unit.payments.open_attempts(goods.pass_id):
        return CardRunning()
    return goods.refused(unit)


def _as_stay(goods: PassGoods, now: datetime) -> Stay:
    """What is paid for a pass, in the shape of what is paid for a stay."""
    price = goods.price
    nothing = Money(0, price.currency)
    quote = Quote((Line(NOTHING, price),), price.currency)
    return Stay(goods.pass_id, goods.code, now, now, quote, paid=nothing, due=price)
