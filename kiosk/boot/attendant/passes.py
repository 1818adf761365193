"""The passes page at work: find, sell, renew, top up, block and put right, each with its paper.

A card is asked for elsewhere: the wish waits here until the ledger knows what became of it, also
when the page shows something else by then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import partial

from kiosk.boot.attendant.card_taking import MONEY_BACK, not_paid
from kiosk.boot.attendant.pass_selling import (
    VouchersPrinted,
    print_papers,
    print_vouchers,
    sell,
)
from kiosk.boot.attendant.places import place_name
from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.sentences import no
from kiosk.domain.passes import Group, Pass
from kiosk.domain.payment import Method
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.runtime.answers import CardRunning, ChangeShort
from kiosk.runtime.clock import Clock
from kiosk.runtime.desk import Desk
from kiosk.runtime.orders import Asked, MoneyBack, NotPaid
from kiosk.runtime.pass_desk import PassFound
from kiosk.runtime.pass_sales import PassSold
from kiosk.runtime.pass_sales import Sale as Answer
from kiosk.views.cashier import Offer
from kiosk.views.charging import Charging
from kiosk.views.passes import (
    Choose,
    GiveUp,
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
    TopUp,
    Wish,
)

SOLD = Text("Done: {price} for the pass of {holder}.")
SOLD_BACK = Text("Done: {price} for the pass of {holder}. Give back {change}.")
PRINTED = Text("Vouchers {first} to {last} are printed.")
ON_PAGES = Text("Vouchers {first} to {last} are on A4 pages: {file}")
FORGOTTEN = Text("Done. The next use of each pass decides where it is.")
NOTHING_FOUND = Text("Nothing was found.")
RUNNING = Text("A card is asked to pay for this pass already. Wait for its outcome.")
KEEP_ASKING = Text("We keep asking. As soon as the money is known to have come, the pass is sold.")


@dataclass(frozen=True, slots=True)
class Now:
    """What changes by itself: how full the groups are, what shops give, which passes end soon.

    `methods`: how passes can be paid here.
    """

    methods: tuple[Method, ...]
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
        self._running: dict[str, Sale] = {}
        self._shown = ""
        """The attempt that the form waits for, of those that run."""
        self.facts = PassFacts(clock.now(), currency)

    def clear(self) -> None:
        """Somebody else sits down. A card that is asked for goes on being asked."""
        before = self.facts
        self.facts = PassFacts(
            self._clock.now(),
            before.currency,
            groups=before.groups,
            methods=before.methods,
            charging=before.charging,
            sold=before.sold,
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
                    partial(sell, desk, wish, self._clock.now(), self._zone, self._told),
                    partial(self._sold, wish),
                )
            case GiveUp():
                self._give_up()

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

    def _printed(self, answer: VouchersPrinted | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.tell(no(answer))
            return
        done = PRINTED.with_values(first=answer.first, last=answer.last)
        if answer.file is not None:
            done = ON_PAGES.with_values(first=answer.first, last=answer.last, file=str(answer.file))
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
            case PassSold():
                self._is_sold(wish, answer)
            case Asked(attempt_id):
                self._running[attempt_id] = wish
                self._shown = attempt_id
                self._charging(wish, answer)
            case ChangeShort(short):
                self.facts = replace(self.facts, short=short, trouble=None, done=None)
                self._road.changed()
            case NotPaid():
                self.tell(not_paid(answer))
            case CardRunning():
                self.tell(RUNNING)
            case _:
                self.tell(no(answer))

    def _is_sold(self, wish: Sale, sold: PassSold) -> None:
        """Show the pass; the form that asked for it is emptied."""
        pass_, change = sold.pass_, sold.change
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

    # --- a card that is asked for

    def _told(self, attempt_id: str) -> None:
        """There is news of an attempt; on a provider's thread."""
        self._road.post(partial(self._look_at, attempt_id))

    def _look_at(self, attempt_id: str) -> None:
        sales = self._road.desk.pass_sales
        self._road.ask(lambda: sales.became(attempt_id), partial(self._became, attempt_id))

    def _charging(self, wish: Sale, asked: Asked) -> None:
        place = place_name(self._road.desk.counter.site, asked.lane_id)
        charging = Charging(wish.price, place, asked.doubt)
        self.facts = replace(self.facts, charging=charging, short=None, trouble=None, done=None)
        self._road.changed()

    def _became(self, attempt_id: str, answer: PassSold | Asked | NotPaid | MoneyBack) -> None:
        wish, shown = self._running.get(attempt_id), attempt_id == self._shown
        if wish is None:
            return  # heard before
        if isinstance(answer, Asked):
            if shown:
                self._charging(wish, answer)
            return
        del self._running[attempt_id]
        if shown:
            self._shown, self.facts = "", replace(self.facts, charging=None)
        match answer:
            case PassSold():
                self._road.ask(partial(print_papers, self._road.desk, wish, answer), lambda _: None)
                if shown:
                    self._is_sold(wish, answer)
                else:
                    self._sold_meanwhile(wish, answer)
            case NotPaid():
                self.tell(not_paid(answer))
            case MoneyBack():
                self.tell(MONEY_BACK.with_values(price=wish.price))

    def _sold_meanwhile(self, wish: Sale, sold: PassSold) -> None:
        """The page shows something else by now: say it, and leave that alone."""
        done = SOLD.with_values(price=wish.price, holder=sold.pass_.holder)
        self.facts = replace(self.facts, trouble=None, done=done)
        self._road.changed()
        self._booked()
        self.look()

    def _give_up(self) -> None:
        """Cancel what is asked for; what is in doubt cannot be, but need not be waited for."""
        charging, attempt_id, sales = self.facts.charging, self._shown, self._road.desk.pass_sales
        if charging is None:
            return
        if charging.doubt:
            self._shown = ""
            self.facts = replace(self.facts, charging=None, trouble=KEEP_ASKING, done=None)
            self._road.changed()
        else:
            self._road.ask(lambda: sales.give_up(attempt_id), lambda _: None)

    def _is_now(self, now: Now) -> None:
        self.facts = replace(
            self.facts,
            now=self._clock.now(),
            methods=now.methods,
            groups=now.groups,
            offers=now.offers,
            expiring=now.expiring,
        )
        self._road.changed()

    def tell(self, trouble: Text) -> None:
        """Say why something was not done."""
        self.facts = replace(self.facts, trouble=trouble, done=None, short=None)
        self._road.changed()


# --- on the jobs' thread


def now_of(desk: Desk) -> Now:
    """How full the groups are, what shops may give, and which passes end soon."""
    offers = tuple(
        Offer(merchant.merchant_id, merchant.name, benefit)
        for merchant in desk.validating.merchants()
        for benefit in merchant.benefits
    )
    groups = tuple(GroupRow(each.group, each.inside) for each in desk.passes.groups())
    return Now(desk.pass_sales.methods(), groups, offers, desk.passes.expiring())


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
