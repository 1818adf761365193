"""The passes page at work: find, sell, renew, top up, block and put right, each with its paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial

from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.sentences import no
from kiosk.domain.money import Money
from kiosk.domain.passes import Group, Pass, PassKind
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.runtime.answers import ChangeShort, NoShift, TooLittle
from kiosk.runtime.cashier import Rest
from kiosk.runtime.clock import Clock
from kiosk.runtime.desk import Desk
from kiosk.runtime.pass_desk import PassFound
from kiosk.runtime.pass_sales import NewPass, PassSold, Tender
from kiosk.runtime.validating import PrintedVoucher
from kiosk.views.cashier import Offer
from kiosk.views.passes import (
    TERMS,
    Choose,
    GroupRow,
    Mend,
    MendGroup,
    PassAction,
    PassFacts,
    PrintVouchers,
    Renew,
    Sale,
    Search,
    Sell,
    Term,
    TopUp,
    Wish,
)

SOLD = Text("Done: {price} for the pass of {holder}.")
SOLD_BACK = Text("Done: {price} for the pass of {holder}. Give back {change}.")
PRINTED = Text("Vouchers {first} to {last} are printed.")
FORGOTTEN = Text("Done. The next use of each pass decides where it is.")
NOTHING_FOUND = Text("Nothing was found.")

Answer = PassSold | TooLittle | ChangeShort | NoShift | Refusal


@dataclass(frozen=True, slots=True)
class Now:
    """What changes by itself: how full the groups are, what shops give, which passes end soon."""

    groups: tuple[GroupRow, ...]
    offers: tuple[Offer, ...]
    expiring: tuple[Pass, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; one pass alone comes with its group and its warning."""

    passes: tuple[Pass, ...]
    one: PassFound | None = None


class PassWork:
    """Everything about passes."""

    def __init__(
        self,
        road: Road,
        clock: Clock,
        zone: tzinfo,
        currency: str,
        booked: Callable[[], None],
    ) -> None:
        self._road = road
        self._clock = clock
        self._zone = zone
        self._booked = booked
        self.facts = PassFacts(clock.now(), currency)

    def clear(self) -> None:
        """Somebody else sits down."""
        self.facts = PassFacts(
            self._clock.now(), self.facts.currency, groups=self.facts.groups, sold=self.facts.sold
        )

    def look(self) -> None:
        """Ask for what changes by itself."""
        self._road.ask(partial(now_of, self._road.desk), self._is_now)

    def wish(self, wish: Wish) -> None:
        """Do what is asked for."""
        desk = self._road.desk
        match wish:
            case Search(text):
                self._road.ask(partial(search, desk, text), self._found)
            case Choose(""):
                self.facts = replace(self.facts, chosen=None, group=None, warning=None, found=())
                self._road.changed()
            case Choose(pass_id):
                listed = (*self.facts.found, *self.facts.expiring)
                chosen = next((each for each in listed if each.pass_id == pass_id), None)
                if chosen is not None:
                    self._road.ask(lambda: desk.passes.find(chosen.code), self._chosen)
            case Mend():
                self._road.ask(partial(mend, desk, wish), self._chosen)
            case MendGroup(group_id, reason):
                self._road.ask(
                    lambda: desk.passes.neutralise_group(group_id, reason),
                    lambda _: self._forgotten(),
                )
            case PrintVouchers():
                self._road.ask(
                    partial(print_vouchers, desk, wish, self._clock.now(), self._zone),
                    self._printed,
                )
            case Sell() | Renew() | TopUp():
                self._road.ask(
                    partial(sell, desk, wish, self._clock.now(), self._zone),
                    partial(self._sold, wish),
                )

    def _found(self, found: Found) -> None:
        self.facts = replace(
            self.facts,
            now=self._clock.now(),
            found=found.passes,
            trouble=None if found.passes else NOTHING_FOUND,
            done=None,
        )
        if found.one is not None:
            self._show(found.one.pass_, found.one.group, found.one.warning)
        self._road.changed()

    def _chosen(self, answer: PassFound | Refusal) -> None:
        if isinstance(answer, PassFound):
            self._show(answer.pass_, answer.group, answer.warning)
            self._road.changed()
            self.look()
        else:
            self.tell(no(answer))

    def _printed(self, issued: tuple[PrintedVoucher, ...] | Refusal) -> None:
        if isinstance(issued, Refusal):
            self.tell(no(issued))
            return
        done = PRINTED.with_values(first=issued[0].number, last=issued[-1].number)
        self.facts = replace(self.facts, sold=self.facts.sold + 1, trouble=None, done=done)
        self._road.changed()

    def _forgotten(self) -> None:
        """The pass that is shown may be one of them."""
        self.facts = replace(self.facts, trouble=None, done=FORGOTTEN)
        self._road.changed()
        self.look()
        chosen, desk = self.facts.chosen, self._road.desk
        if chosen is not None:
            self._road.ask(lambda: desk.passes.find(chosen.code), self._chosen)

    def _show(self, pass_: Pass, group: Group | None, warning: Text | None) -> None:
        """This pass, and the same in every list it stands in."""
        found = tuple(pass_ if each.pass_id == pass_.pass_id else each for each in self.facts.found)
        self.facts = replace(
            self.facts,
            now=self._clock.now(),
            chosen=pass_,
            group=group,
            warning=warning,
            found=found,
            trouble=None,
        )

    def _sold(self, wish: Sale, answer: Answer) -> None:
        match answer:
            case PassSold(pass_, _, change):
                template = SOLD_BACK if change else SOLD
                done = template.with_values(price=wish.price, holder=pass_.holder, change=change)
                self._show(pass_, None, None)
                self.facts = replace(
                    self.facts, found=(pass_,), short=None, sold=self.facts.sold + 1, done=done
                )
                self._road.changed()
                self._booked()
                desk = self._road.desk
                self._road.ask(lambda: desk.passes.find(pass_.code), self._chosen)
            case ChangeShort(short):
                self.facts = replace(self.facts, short=short, trouble=None, done=None)
                self._road.changed()
            case _:
                self.tell(no(answer))

    def _is_now(self, now: Now) -> None:
        self.facts = replace(
            self.facts,
            now=self._clock.now(),
            groups=now.groups,
            offers=now.offers,
            expiring=now.expiring,
        )
        self._road.changed()

    def tell(self, trouble: Text) -> None:
        """Say why something was not done."""
        self.facts = replace(self.facts, trouble=trouble, done=None, short=None)
        self._road.changed()


def good_until(start: datetime, term: Term, zone: tzinfo) -> datetime:
    """The last second of the facility's day on which this term ends, in UTC."""
    _, days = TERMS[term]
    last = start.astimezone(zone) + timedelta(days=days)
    return last.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(UTC)


# --- on the jobs' thread


def now_of(desk: Desk) -> Now:
    """How full the groups are, what shops may give, and which passes end soon."""
    offers = tuple(
        Offer(merchant.merchant_id, merchant.name, benefit)
        for merchant in desk.validating.merchants()
        for benefit in merchant.benefits
    )
    groups = tuple(GroupRow(each.group, each.inside) for each in desk.passes.groups())
    return Now(groups, offers, desk.passes.expiring())


def search(desk: Desk, text: str) -> Found:
    """A scan or a code finds one pass; anything else is a part of a holder, a plate or a code."""
    one = desk.passes.find(text)
    if isinstance(one, PassFound):
        return Found((one.pass_,), one)
    found = desk.passes.search(text)
    if len(found) == 1:
        alone = desk.passes.find(found[0].code)
        return Found(found, alone if isinstance(alone, PassFound) else None)
    return Found(found)


def mend(desk: Desk, wish: Mend) -> PassFound | Refusal:
    """Block, unblock, or forget where it is."""
    match wish.action:
        case PassAction.BLOCK:
            return desk.passes.block(wish.pass_id, wish.reason)
        case PassAction.UNBLOCK:
            return desk.passes.unblock(wish.pass_id, wish.reason)
        case _:
            return desk.passes.neutralise(wish.pass_id, wish.reason)


def sell(desk: Desk, wish: Sale, now: datetime, zone: tzinfo) -> Answer:
    """Sell, renew or top up for cash, and print what belongs to it."""
    rest = Rest(wish.missing.value) if wish.missing else Rest.ASK
    tender = Tender(wish.price, wish.given, rest=rest)
    sales = desk.pass_sales
    answer: Answer
    match wish:
        case Sell():
            answer = sales.sell(_new(wish, now, zone), tender)
        case Renew():
            pass_ = _pass(desk, wish.pass_id)
            start = now if pass_ is None else max(now, pass_.valid_until)
            until = good_until(start, wish.term, zone)
            answer = sales.renew(wish.pass_id, until, tender, wish.entries)
        case TopUp():
            answer = sales.top_up(wish.pass_id, tender)
    if isinstance(answer, PassSold):
        desk.papers.sale(answer.pass_.pass_id)
        if answer.voucher is not None:
            desk.papers.change_voucher(answer.voucher)
        if not isinstance(wish, TopUp):
            desk.papers.card(answer.pass_)
    return answer


def print_vouchers(
    desk: Desk, wish: PrintVouchers, now: datetime, zone: tzinfo
) -> tuple[PrintedVoucher, ...] | Refusal:
    """Make the vouchers, then print them; their numbers are used up even if no paper comes."""
    offer = wish.offer
    until = good_until(now, wish.term, zone)
    issued = desk.validating.issue(offer.merchant_id, offer.benefit, wish.count, until)
    if not isinstance(issued, Refusal):
        desk.papers.merchant_vouchers(offer.merchant, issued)
    return issued


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
