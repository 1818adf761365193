"""The cashier's page at work: whatever is scanned or typed, and every way to take money for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kiosk.boot.attendant.card_taking import MONEY_BACK, CardTaking, Running, not_paid
from kiosk.boot.attendant.card_taking import Answer as CardAnswer
from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.seeing import Beside, Seen, beside, purse_of, redeem, see
from kiosk.boot.attendant.sentences import as_money, no
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.runtime.answers import (
    CardRunning,
    ChangeShort,
    DrawerShort,
    NoShift,
    PriceChanged,
    SecondNeeded,
    SecondRefused,
    TooLittle,
    TooMuch,
)
from kiosk.runtime.cashier import (
    BalanceShort,
    CashTaken,
    PaidOut,
    Rest,
    VoucherTaken,
    WalletTaken,
)
from kiosk.runtime.desk import BoothNow
from kiosk.runtime.fees import Adjusted, Forgiven
from kiosk.runtime.orders import MoneyBack, NotPaid
from kiosk.runtime.second import Second
from kiosk.runtime.stay_cards import CardPaid
from kiosk.runtime.validating import Validated
from kiosk.views.cashier import Counter, Purse, Settled
from kiosk.views.codes import grouped
from kiosk.views.tilling import (
    AdjustFee,
    ForgiveDebt,
    GiveUpCard,
    TakeCard,
    TakeCash,
    TakeVoucher,
    TakeWallet,
    Validate,
    Wish,
    Withdraw,
)

BY_CARD = Text("Paid by card: {amount} for {code}.")
TAKEN = Text("Taken: {amount}. Still to pay: {due}.")
TAKEN_BACK = Text("Taken: {amount}. Give back {change}. Still to pay: {due}.")


class CounterWork:
    """Everything about the stay on the counter."""

    def __init__(self, road: Road, booked: Callable[[], None]) -> None:
        """`booked` is called when money moved, for whatever shows today's figures."""
        self._road = road
        self._booked = booked
        self._cards = CardTaking(road, self._card_became)
        self.counter = Counter()

    @property
    def shown(self) -> Counter:
        """What lies on the counter, with the card that is asked for it."""
        stay = self.counter.stay
        charging = self._cards.charging(stay.session_id) if stay is not None else None
        return replace(self.counter, charging=charging)

    def clear(self) -> None:
        """Somebody else sits down: nothing lies on the counter. Cards go on being asked."""
        self.counter = Counter()

    def on_booth(self, now: BoothNow) -> None:
        """What changes by itself."""
        self.counter = replace(
            self.counter,
            receipts=now.receipts,
            payments_today=now.payments,
            taken_today=now.taken,
        )

    def tell(self, message: Text) -> None:
        """Say why something was not done; what lies on the counter stays there."""
        self.counter = replace(self.counter, message=message, refusal=None, done=None)
        self._road.changed()

    def lay(self, stay: Stay, done: Text | None = None) -> None:
        """This stay is paid for now, whoever found it."""
        self._show(stay, done=done)

    def take_away(self, session_id: str) -> None:
        """This stay was dealt with elsewhere, if it still lies here."""
        if self.counter.stay is not None and self.counter.stay.session_id == session_id:
            self._show(None)

    # --- finding

    def find(self, text: str) -> None:
        """A scan or a typed code: a ticket, a pass, a voucher, a slip that says what is owed."""
        counter = self.counter
        self._road.ask(partial(see, self._road.desk, text, counter), partial(self._saw, text))

    def _saw(self, text: str, seen: Seen) -> None:
        stay = self.counter.stay
        if seen.no is not None:
            if isinstance(seen.no, Refusal):
                kept = stay if stay and stay.due else None
                self._show(kept, refusal=seen.no, owing=self.counter.owing and kept is not None)
            else:
                self.tell(no(seen.no))
        elif seen.stay is not None:
            self._show(seen.stay, owing=seen.owing)
            if seen.stay.pass_id and seen.stay.due:
                self._road.ask(
                    partial(purse_of, self._road.desk, seen.stay.code), self._offer_purse
                )
        elif seen.purse is not None:
            self._offer_purse(seen.purse)
        elif seen.validated is not None:
            self._validated(seen.validated)
        elif seen.voucher is not None:
            self._voucher_taken(seen.voucher)

    def _offer_purse(self, purse: Purse | None) -> None:
        self.counter = replace(self.counter, purse=purse, message=None, refusal=None, done=None)
        self._road.changed()

    # --- wishes

    def wish(self, wish: Wish) -> None:
        """Do what the cashier asks for, if the stay it was about still lies there."""
        stay = self.counter.stay
        if isinstance(wish, TakeVoucher):
            self._take_voucher(wish, stay)
        elif stay is not None and stay.session_id == wish.session_id:
            self._about(stay, wish)

    def _about(self, stay: Stay, wish: Wish) -> None:
        match wish:
            case TakeCash():
                self._take_cash(stay, wish)
            case TakeWallet(_, part):
                self._take_wallet(stay, part)
            case TakeCard(_, part):
                self.counter = replace(self.counter, message=None, refusal=None, done=None)
                self._cards.take(stay, part)
            case GiveUpCard(session_id):
                self._cards.give_up(session_id)
            case Validate(session_id, merchant_id, benefit):
                desk = self._road.desk.validating
                self._road.ask(
                    lambda: desk.by_merchant(session_id, merchant_id, benefit), self._validated
                )
            case Withdraw():
                self._withdraw(wish)
            case AdjustFee():
                self._adjust(stay, wish, None)
            case ForgiveDebt():
                self._forgive(stay, wish, None)
            case TakeVoucher():
                pass

    def _take_cash(self, stay: Stay, wish: TakeCash) -> None:
        desk, due = self._road.desk, wish.part or stay.due
        rest = Rest(wish.missing.value) if wish.missing else Rest.ASK

        def take() -> CashTaken | TooLittle | ChangeShort | PriceChanged | CardRunning | NoShift:
            taken = desk.cashier.take_cash(stay, wish.given, part=wish.part, rest=rest)
            if isinstance(taken, CashTaken) and taken.voucher is not None:
                desk.papers.change_voucher(taken.voucher)
            return taken

        def taken(
            answer: CashTaken | TooLittle | ChangeShort | PriceChanged | CardRunning | NoShift,
        ) -> None:
            match answer:
                case CashTaken(after, change, pieces, voucher):
                    settled = Settled(
                        session_id=stay.session_id,
                        amount=due,
                        given=wish.given,
                        change=change,
                        pieces=as_money(pieces, due.currency),
                        voucher=voucher.amount if voucher else None,
                    )
                    self._taken(after, settled)
                case PriceChanged(after):
                    self._price_changed(after)
                case _:
                    self.tell(no(answer))

        self._road.ask(take, taken)

    def _take_wallet(self, stay: Stay, part: Money | None) -> None:
        purse = self.counter.purse
        if purse is None:
            return
        most = min(part or stay.due, purse.balance, key=lambda money: money.minor)

        def taken(
            answer: WalletTaken | BalanceShort | PriceChanged | CardRunning | Refusal,
        ) -> None:
            match answer:
                case WalletTaken(after, amount):
                    nothing = amount - amount
                    settled = Settled(stay.session_id, amount, amount, nothing)
                    self._taken(after, settled)
                case BalanceShort(balance):
                    self._offer_purse(replace(purse, balance=balance))
                case PriceChanged(after):
                    self._price_changed(after)
                case CardRunning() | Refusal():
                    self.tell(no(answer))

        cashier = self._road.desk.cashier
        self._road.ask(lambda: cashier.take_wallet(stay, purse.text, most), taken)

    def _card_became(self, card: Running, answer: CardAnswer) -> None:
        """The stay it was for may lie here no more: then it is only said."""
        stay, price = self.counter.stay, card.charging.price
        here = stay is not None and stay.session_id == card.session_id
        match answer:
            case CardPaid(after, taken) if here:
                self._taken(after, Settled(card.session_id, taken, taken, taken - taken))
            case CardPaid():
                code = grouped(card.code) or card.code
                done = BY_CARD.with_values(amount=price, code=code)
                self.counter = replace(self.counter, message=None, refusal=None, done=done)
                self._road.changed()
                self._booked()
            case PriceChanged(after) if here:
                self._price_changed(after)
            case NotPaid():
                self.tell(not_paid(answer))
            case MoneyBack():
                self.tell(MONEY_BACK.with_values(price=price))
            case CardRunning():
                self.tell(no(answer))
            case PriceChanged():
                pass  # it lies here no more, and nothing was asked

    def _take_voucher(self, wish: TakeVoucher, stay: Stay | None) -> None:
        cashier = self._road.desk.cashier
        if stay is None or not stay.due:
            self._road.ask(lambda: cashier.pay_out(wish.text), self._paid_out)
        else:
            self._road.ask(lambda: redeem(self._road.desk, stay, wish.text), self._voucher_taken)

    def _paid_out(self, answer: PaidOut | NoShift | DrawerShort | Refusal) -> None:
        if isinstance(answer, PaidOut):
            pieces = as_money(answer.pieces, answer.amount.currency)
            nothing = answer.amount - answer.amount
            settled = Settled("", nothing, answer.amount, answer.amount, pieces)
            self._show(None, settled=settled)
            self._booked()
        else:
            self.tell(no(answer))

    def _voucher_taken(
        self, answer: VoucherTaken | PriceChanged | CardRunning | NoShift | DrawerShort | Refusal
    ) -> None:
        match answer:
            case VoucherTaken(after, taken, voucher, cash, pieces):
                left = voucher.amount if voucher else None
                given = taken + cash
                back = as_money(pieces, taken.currency)
                self._taken(after, Settled(after.session_id, taken, given, cash, back, left))
            case PriceChanged(after):
                self._price_changed(after)
            case _:
                self.tell(no(answer))

    def _withdraw(self, wish: Withdraw) -> None:
        desk = self._road.desk.validating

        def withdrawn(answer: Stay | CardRunning | Refusal) -> None:
            if isinstance(answer, Stay):
                self._show(answer, done=Text("The validation counts no more."))
            else:
                self.tell(no(answer))

        self._road.ask(
            lambda: desk.withdraw(wish.session_id, wish.validation_id, wish.reason), withdrawn
        )

    def _adjust(self, stay: Stay, wish: AdjustFee, second: Second | None) -> None:
        fees = self._road.desk.fees

        def adjusted(
            answer: Adjusted | TooMuch | PriceChanged | CardRunning | SecondNeeded | SecondRefused,
        ) -> None:
            match answer:
                case SecondNeeded() | SecondRefused():
                    what = Text("Change a fee by {amount}").with_values(amount=wish.amount)
                    again = partial(self._adjust, stay, wish)
                    self._road.agree(answer, what, again, self.tell)
                case Adjusted(after) | PriceChanged(after):
                    self._road.agreement = None
                    self._show(after)
                case _:
                    self._road.agreement = None
                    self.tell(no(answer))

        self._road.ask(lambda: fees.adjust(stay, wish.amount, wish.reason, second), adjusted)

    def _forgive(self, stay: Stay, wish: ForgiveDebt, second: Second | None) -> None:
        fees = self._road.desk.fees

        def forgiven(
            answer: Forgiven | CardRunning | SecondNeeded | SecondRefused | Refusal,
        ) -> None:
            match answer:
                case SecondNeeded() | SecondRefused():
                    what = Text("Forgive a debt of {amount}").with_values(amount=stay.due)
                    again = partial(self._forgive, stay, wish)
                    self._road.agree(answer, what, again, self.tell)
                case Forgiven(amount):
                    self._road.agreement = None
                    self._show(None, done=Text("Forgiven: {amount}").with_values(amount=amount))
                case CardRunning() | Refusal():
                    self._road.agreement = None
                    self.tell(no(answer))

        self._road.ask(lambda: fees.forgive(wish.session_id, wish.reason, second), forgiven)

    # --- showing

    def _validated(self, answer: Validated | CardRunning | Refusal) -> None:
        if isinstance(answer, Validated):
            done = Text("Validated: {amount} off").with_values(amount=answer.worth)
            self._show(answer.stay, done=done)
        else:
            self.tell(no(answer))

    def _taken(self, after: Stay, settled: Settled) -> None:
        """Money came: the change is shown until the next code, or beside what is still due."""
        if not after.due:
            self._show(None, settled=settled)
        else:
            template = TAKEN_BACK if settled.change else TAKEN
            done = template.with_values(amount=settled.amount, change=settled.change, due=after.due)
            self._show(after, done=done, owing=self.counter.owing)
        self._booked()

    def _price_changed(self, after: Stay) -> None:
        if self.counter.settled is None:  # else it was the second tap of one payment
            message = Text("The price has changed. Look again before you take money.")
            self._show(after, message=message, owing=self.counter.owing)

    def _show(
        self,
        stay: Stay | None,
        *,
        refusal: Refusal | None = None,
        settled: Settled | None = None,
        message: Text | None = None,
        done: Text | None = None,
        owing: bool = False,
    ) -> None:
        before = self.counter.stay
        same = stay is not None and before is not None and before.session_id == stay.session_id
        self.counter = replace(
            self.counter,
            stay=stay,
            refusal=refusal,
            settled=settled,
            message=message,
            done=done,
            owing=owing,
            parts=self.counter.parts if same else (),
            counting=self.counter.counting if same else (),
            purse=self.counter.purse if same else None,
        )
        self._road.changed()
        if stay is not None:
            self._road.ask(partial(beside, self._road.desk, stay.session_id), self._lie_beside)

    def _lie_beside(self, now: Beside) -> None:
        self.counter = replace(
            self.counter,
            parts=now.parts,
            offers=now.offers,
            counting=now.counting,
            drawer=now.drawer,
            by_card=now.by_card,
        )
        self._road.changed()
