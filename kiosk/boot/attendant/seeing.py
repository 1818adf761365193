"""What lies on the counter, asked of the desk: what a scan turned out to be, what is beside a stay.

Every function here runs on the jobs' thread.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.passes import PassKind
from kiosk.domain.quote import Stay
from kiosk.domain.ticket import Refusal
from kiosk.runtime.answers import CardRunning, DrawerShort, NoShift, PriceChanged
from kiosk.runtime.cashier import Rest, VoucherTaken
from kiosk.runtime.desk import Desk, Found
from kiosk.runtime.pass_desk import PassFound
from kiosk.runtime.validating import Validated
from kiosk.views.cashier import Counter, Counting, Offer, Part, Purse

OFFERS_MAX = 9
"""As many as have keys."""
WITHDRAWN_MAX = 6
"""The same beside three reasons."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a scan or a code turned out to be. At most one of them is set."""

    stay: Stay | None = None
    owing: bool = False
    purse: Purse | None = None
    validated: Validated | None = None
    voucher: VoucherTaken | None = None
    no: Refusal | CardRunning | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside a stay: its payments and validations, who else may validate, the drawer.

    `by_card`: a card can be taken here.
    """

    parts: tuple[Part, ...]
    offers: tuple[Offer, ...]
    counting: tuple[Counting, ...]
    drawer: dict[int, int]
    by_card: bool


def see(desk: Desk, text: str, counter: Counter) -> Seen:
    """What this text is, for what lies on the counter now."""
    stay = counter.stay if counter.stay is not None and counter.stay.due else None
    shown_before = counter.purse is not None and counter.purse.text == text
    if stay is not None and not shown_before and (purse := purse_of(desk, text)):
        return Seen(purse=purse)
    found = desk.find(text)
    if isinstance(found, Found):
        return Seen(found.stay)
    if found is Refusal.TICKET_FIRST and stay is not None:
        return _beside_the_price(desk, text, stay)
    if found is Refusal.ALREADY_USED and isinstance(debt := desk.fees.debt(text), Stay):
        return Seen(debt, owing=True)
    return Seen(no=found)


def _beside_the_price(desk: Desk, text: str, stay: Stay) -> Seen:
    """A merchant's voucher lowers the price; one of ours for change pays it."""
    validated = desk.validating.by_paper(stay.session_id, text)
    if isinstance(validated, Validated):
        return Seen(validated=validated)
    if validated is Refusal.NOT_ACCEPTED:
        taken = redeem(desk, stay, text)
        if isinstance(taken, VoucherTaken):
            return Seen(voucher=taken)
        if isinstance(taken, Refusal) and taken is not Refusal.NOT_ACCEPTED:
            return Seen(no=taken)
    return Seen(no=validated)


def redeem(
    desk: Desk, stay: Stay, text: str
) -> VoucherTaken | PriceChanged | CardRunning | NoShift | DrawerShort | Refusal:
    """Pay with a change voucher; what is left of it is cash, else printed as a new one."""
    taken = desk.cashier.take_voucher(stay, text, Rest.CASH)
    if isinstance(taken, NoShift | DrawerShort):
        taken = desk.cashier.take_voucher(stay, text, Rest.VOUCHER)
    if isinstance(taken, VoucherTaken) and taken.voucher is not None:
        desk.papers.change_voucher(taken.voucher)
    return taken


def purse_of(desk: Desk, text: str) -> Purse | None:
    """The value pass behind a scan or a code, if it holds money."""
    found = desk.passes.find(text)
    if not isinstance(found, PassFound):
        return None
    pass_ = found.pass_
    if pass_.kind is not PassKind.VALUE or not pass_.balance:
        return None
    return Purse(text, pass_.holder, pass_.balance)


def beside(desk: Desk, session_id: str) -> Beside:
    """What lies beside this stay."""
    parts = desk.cashier.parts(session_id)
    merchants = desk.validating.merchants()
    counting = desk.validating.given(session_id)
    given = {each.merchant_id for each in counting}
    offers = (
        Offer(merchant.merchant_id, merchant.name, benefit)
        for merchant in merchants
        if merchant.merchant_id not in given
        for benefit in merchant.benefits
    )
    return Beside(
        parts=tuple(Part(each.method, each.amount, each.paid_at) for each in parts),
        offers=tuple(offers)[:OFFERS_MAX],
        counting=tuple(
            Counting(each.validation_id, each.merchant, each.benefit)
            for each in counting[:WITHDRAWN_MAX]
        ),
        drawer=desk.shifts.pieces(),
        by_card=desk.stay_cards.offered(),
    )
