"""Takes money over the counter, whole or in parts: cash, stored money, vouchers for change.

Every part is an attempt of its own, in one commit with all it moves. Nobody pays twice: what was
shown must still be owed inside that commit. What the drawer cannot give back is said before.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.cash import CashCause, leaving
from kiosk.domain.cash import TooLittle as NotEnough
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import passes
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind, standing
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.runtime import change_vouchers, drawer, owing
from kiosk.runtime.answers import (
    CardRunning,
    ChangeShort,
    DrawerShort,
    NoShift,
    PriceChanged,
    TooLittle,
)
from kiosk.runtime.counter import Counter
from kiosk.runtime.holding import pass_behind
from kiosk.runtime.taking import Taking
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.payments import Payment
from kiosk.store.unit import Transaction


class Rest(StrEnum):
    """What becomes of money that cannot, or shall not, be given back as it is."""

    ASK = "ask"
    VOUCHER = "voucher"
    KEPT = "kept"
    """The driver waives it; the books say so."""
    CASH = "cash"


@dataclass(frozen=True, slots=True)
class CashTaken:
    """Paid: what to give back, in which pieces, and the stay as it is now.

    `voucher` stands for change that could not be given; `kept` is what the driver waived of it.
    """

    stay: Stay
    change: Money
    pieces: Pieces = ()
    voucher: ChangeVoucher | None = None
    kept: Money | None = None


@dataclass(frozen=True, slots=True)
class WalletTaken:
    """Paid with stored money; `balance` is what is left of it."""

    stay: Stay
    taken: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class BalanceShort:
    """The pass holds less than that; nothing was recorded."""

    balance: Money


@dataclass(frozen=True, slots=True)
class VoucherTaken:
    """Paid with a change voucher; what was left of it went out as `voucher`, or as `cash`."""

    stay: Stay
    taken: Money
    voucher: ChangeVoucher | None
    cash: Money
    pieces: Pieces = ()


@dataclass(frozen=True, slots=True)
class PaidOut:
    """A change voucher became cash again."""

    amount: Money
    pieces: Pieces


class Cashier:
    """Money for stays, and for what cars that left still owe."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    def before(
        self, stay: Stay, tendered: Money, part: Money | None = None, pieces: Pieces = ()
    ) -> drawer.Handed | TooLittle:
        """What would go back for this tender, to be said before it is accepted. Only reads."""
        with self._site.store.read() as unit:
            shift = unit.shifts.current()
            due = owing.at_most(part, stay)
            handed = drawer.weigh(unit, shift.shift_id if shift else None, due, tendered, pieces)
        return TooLittle(handed.missing) if isinstance(handed, NotEnough) else handed

    def take_cash(
        self,
        stay: Stay,
        tendered: Money,
        *,
        part: Money | None = None,
        pieces: Pieces = (),
        rest: Rest = Rest.ASK,
    ) -> CashTaken | TooLittle | ChangeShort | PriceChanged | CardRunning | NoShift:
        """Take cash for all or a `part` of what is due; the lane at the car goes on by itself."""
        self._counter.need(Right.TAKE_MONEY)
        here = self._counter.here(stay.session_id)
        due = owing.at_most(part, stay)
        with self._site.store.write() as unit:
            if refused := owing.changed(self._site, unit, stay):
                return refused
            shift = drawer.running_shift(self._site, unit, here)
            if shift is None:
                return NoShift()
            handed = drawer.weigh(unit, shift.shift_id, due, tendered, pieces)
            if isinstance(handed, NotEnough):
                return TooLittle(handed.missing)
            if handed.short and rest not in (Rest.VOUCHER, Rest.KEPT):
                return ChangeShort(handed.short, handed.change, handed.back)
            taking = Taking(self._site, unit, here, shift.shift_id)
            attempt_id = taking.cash(stay, due, tendered, handed)
            voucher = None
            if handed.short and rest is Rest.VOUCHER:
                voucher = change_vouchers.issue(
                    self._site, unit, here, stay.session_id, attempt_id, handed.short
                )
        self._counter.paperwork(stay.session_id).kick_drawer()
        kept = handed.short if handed.short and voucher is None else None
        paid = self._counter.money_came(stay.session_id)
        return CashTaken(paid, handed.change, handed.back, voucher, kept)

    def take_wallet(
        self, stay: Stay, text: str, amount: Money | None = None
    ) -> WalletTaken | BalanceShort | PriceChanged | CardRunning | Refusal:
        """Take stored money from the pass behind a scan or code; all that is due unless less."""
        self._counter.need(Right.TAKE_MONEY)
        here = self._counter.here(stay.session_id)
        due = owing.at_most(amount, stay)
        with self._site.store.write() as unit:
            if refused := owing.changed(self._site, unit, stay):
                return refused
            pass_ = pass_behind(self._site, unit, text)
            if isinstance(pass_, Refusal):
                return pass_
            if pass_.kind is not PassKind.VALUE:
                return Refusal.NOT_ACCEPTED
            if refusal := standing(pass_, here.occurred_at):
                return refusal
            if pass_.balance.minor < due.minor:
                return BalanceShort(pass_.balance)
            taking = Taking(self._site, unit, here, drawer.current_shift(unit))
            attempt_id = taking.paid(stay, due, Method.WALLET, pass_.code)
            unit.record(passes.WalletDebited(pass_.pass_id, due, attempt_id), here)
        return WalletTaken(self._counter.money_came(stay.session_id), due, pass_.balance - due)

    def take_voucher(
        self, stay: Stay, text: str, rest: Rest = Rest.VOUCHER
    ) -> VoucherTaken | PriceChanged | CardRunning | NoShift | DrawerShort | Refusal:
        """Take a change voucher; what it is worth above the price goes out as `rest` says."""
        self._counter.need(Right.TAKE_MONEY)
        here = self._counter.here(stay.session_id)
        with self._site.store.write() as unit:
            if refused := owing.changed(self._site, unit, stay):
                return refused
            voucher = change_vouchers.find(self._site, unit, text)
            if isinstance(voucher, Refusal):
                return voucher
            due = owing.at_most(voucher.amount, stay)
            left, cash = voucher.amount - due, self._site.nothing()
            pieces: Pieces = ()
            if left and rest is Rest.CASH:
                out = self._out_for(unit, here, voucher, left)
                if isinstance(out, NoShift | DrawerShort):
                    return out
                cash, pieces = left, out
            taking = Taking(self._site, unit, here, drawer.current_shift(unit))
            new = change_vouchers.spend(taking, stay, voucher, cash)
        if cash:
            self._counter.paperwork(stay.session_id).kick_drawer()
        return VoucherTaken(self._counter.money_came(stay.session_id), due, new, cash, pieces)

    def pay_out(self, text: str) -> PaidOut | NoShift | DrawerShort | Refusal:
        """Give cash for a change voucher, without any stay."""
        self._counter.need(Right.TAKE_MONEY)
        here = self._counter.here()
        with self._site.store.write() as unit:
            voucher = change_vouchers.find(self._site, unit, text)
            if isinstance(voucher, Refusal):
                return voucher
            out = self._out_for(unit, here, voucher, voucher.amount)
            if isinstance(out, NoShift | DrawerShort):
                return out
            change_vouchers.redeem(unit, here, voucher)
        self._counter.paperwork().kick_drawer()
        return PaidOut(voucher.amount, out)

    def parts(self, session_id: str) -> tuple[Payment, ...]:
        """What was taken for this stay so far, part by part."""
        with self._site.store.read() as unit:
            return tuple(unit.payments.of_session(session_id))

    def _out_for(
        self, unit: Transaction, here: Circumstances, voucher: ChangeVoucher, amount: Money
    ) -> Pieces | NoShift | DrawerShort:
        """Cash for paper leaves the drawer."""
        shift = drawer.running_shift(self._site, unit, here)
        if shift is None:
            return NoShift()
        pieces = drawer.outward(unit, shift.shift_id, amount)
        if isinstance(pieces, DrawerShort):
            return pieces
        cause, reference = CashCause.CHANGE_VOUCHER, voucher.voucher_id
        drawer.moved(
            unit, here, shift.shift_id, cause, -amount, leaving(pieces), reference=reference
        )
        return pieces
