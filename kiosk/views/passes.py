"""The passes page: find a pass, see where it stands, sell, renew, top up, block, put right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.passes import Group, Pass, PassKind, PassState, Presence, standing
from kiosk.domain.payment import Method
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.views.cashier import Offer
from kiosk.views.charging import Charging
from kiosk.views.lanes_board import Order
from kiosk.views.mood import Mood
from kiosk.views.tilling import Missing
from kiosk.views.wording import refusal_text


class PassAction(StrEnum):
    """What can be done with a pass."""

    SELL = "sell"
    RENEW = "renew"
    TOP_UP = "top_up"
    BLOCK = "block"
    UNBLOCK = "unblock"
    NEUTRALISE = "neutralise"
    NEUTRALISE_GROUP = "neutralise_group"
    VOUCHERS = "vouchers"


PASS_ORDERS: Mapping[PassAction, Order] = {
    PassAction.SELL: Order(Right.SELL_PASS, "S", Text("Sell a pass")),
    PassAction.RENEW: Order(Right.SELL_PASS, "R", Text("Renew")),
    PassAction.TOP_UP: Order(Right.SELL_PASS, "T", Text("Top up")),
    PassAction.BLOCK: Order(
        Right.BLOCK_PASS,
        "B",
        Text("Block"),
        (Text("Lost or stolen"), Text("Not paid"), Text("Misused")),
    ),
    PassAction.UNBLOCK: Order(
        Right.BLOCK_PASS, "B", Text("Unblock"), (Text("Found again"), Text("Paid"), Text("Mistake"))
    ),
    PassAction.NEUTRALISE: Order(
        Right.SELL_PASS,
        "N",
        Text("Forget where it is"),
        (Text("Drove out unseen"), Text("Came in unseen"), Text("Gate stood open")),
    ),
    PassAction.NEUTRALISE_GROUP: Order(
        Right.BLOCK_PASS,
        "W",
        Text("Forget where all are"),
        (Text("Gate stood open"), Text("Evacuation"), Text("Lane was out of order")),
    ),
    PassAction.VOUCHERS: Order(Right.SET_TERMS, "V", Text("Print vouchers")),
}
FORMS = frozenset({PassAction.SELL, PassAction.RENEW, PassAction.TOP_UP})
"""Done by a form with an amount; the others ask why."""


VOUCHERS_MAX = 100
"""At once: they come out of a printer at a lane."""
GROUPS_OFFERED = 3
"""Beside all groups: one row of keys."""


class Term(StrEnum):
    """How long a pass that is sold or renewed is good: days, counted from now or from its end."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


TERMS: Mapping[Term, tuple[Text, int]] = {
    Term.WEEK: (Text("1 week"), 7),
    Term.MONTH: (Text("1 month"), 30),
    Term.QUARTER: (Text("3 months"), 91),
    Term.YEAR: (Text("1 year"), 365),
}
"""Each with its days."""


@dataclass(frozen=True, slots=True)
class Search:
    """Find passes by holder, plate or code; a scan finds one."""

    text: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Show this pass; none of them where it is empty."""

    pass_id: str


@dataclass(frozen=True, slots=True)
class Sell:
    """A new pass; `price` is stored on a value pass, `entries` count a multi-entry's."""

    kind: PassKind
    group_id: str
    holder: str
    term: Term
    price: Money
    given: Money
    plate: str = ""
    entries: int = 0
    missing: Missing | None = None
    method: Method = Method.CASH


@dataclass(frozen=True, slots=True)
class Renew:
    """Let a pass be good for longer, with more entries if it counts them."""

    pass_id: str
    term: Term
    price: Money
    given: Money
    entries: int = 0
    missing: Missing | None = None
    method: Method = Method.CASH


@dataclass(frozen=True, slots=True)
class TopUp:
    """Store money on a value pass."""

    pass_id: str
    price: Money
    given: Money
    missing: Missing | None = None
    method: Method = Method.CASH


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Ask no more for the card that is asked for; its outcome decides."""


@dataclass(frozen=True, slots=True)
class Mend:
    """Block, unblock, or forget where it is."""

    pass_id: str
    action: PassAction
    reason: str


@dataclass(frozen=True, slots=True)
class MendGroup:
    """Forget where the passes of a group are; of all groups where it is empty."""

    group_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PrintVouchers:
    """Make so many vouchers of single use for a shop, good for this long; one paper each, or A4."""

    offer: Offer
    count: int
    term: Term
    on_pages: bool = False


Wish = Search | Choose | Sell | Renew | TopUp | GiveUp | Mend | MendGroup | PrintVouchers
Sale = Sell | Renew | TopUp


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group, and how many of its passes are inside."""

    group: Group
    inside: int


@dataclass(frozen=True, slots=True)
class PassFacts:
    """What the page is told. `short`: change the drawer cannot give for the sale being made."""

    now: datetime
    currency: str
    found: tuple[Pass, ...] = ()
    chosen: Pass | None = None
    group: Group | None = None
    warning: Text | None = None
    groups: tuple[GroupRow, ...] = ()
    offers: tuple[Offer, ...] = ()
    """What shops may give, for vouchers."""
    expiring: tuple[Pass, ...] = ()
    short: Money | None = None
    methods: tuple[Method, ...] = (Method.CASH,)
    """How a pass can be paid here."""
    charging: Charging | None = None
    sold: int = 0
    """Sales and prints made so far: a form is emptied by the next one, and by nothing else."""
    trouble: Text | None = None
    done: Text | None = None


@dataclass(frozen=True, slots=True)
class PassCard:
    """The pass in front of us. `balance` and `entries` only where its kind has them."""

    pass_: Pass
    group: str
    standing: Text
    mood: Mood
    where: Text
    balance: Money | None
    entries: int | None
    warning: Text | None


@dataclass(frozen=True, slots=True)
class PassesView:
    """Everything the page needs to draw itself. `listed` are found passes, else those ending."""

    listed: tuple[Pass, ...]
    list_title: Text
    card: PassCard | None
    groups: tuple[GroupRow, ...]
    offers: tuple[Offer, ...]
    actions: tuple[PassAction, ...]
    currency: str
    short: Money | None
    methods: tuple[Method, ...]
    charging: Charging | None
    sold: int
    trouble: Text | None
    done: Text | None


def passes_view(facts: PassFacts, staff: Staff) -> PassesView:
    """Show the passes to this person."""
    return PassesView(
        listed=facts.found or facts.expiring,
        list_title=Text("Found") if facts.found else Text("Ending within two weeks"),
        card=_card(facts) if facts.chosen else None,
        groups=facts.groups,
        offers=facts.offers,
        actions=_actions(facts, staff),
        currency=facts.currency,
        short=facts.short,
        methods=facts.methods,
        charging=facts.charging,
        sold=facts.sold,
        trouble=facts.trouble,
        done=facts.done,
    )


def _card(facts: PassFacts) -> PassCard | None:
    pass_ = facts.chosen
    if pass_ is None:
        return None
    refusal = standing(pass_, facts.now)
    return PassCard(
        pass_=pass_,
        group=facts.group.name if facts.group else pass_.group_id,
        standing=refusal_text(refusal) if refusal else Text("Good"),
        mood=Mood.STOP if refusal else Mood.WAIT if facts.warning else Mood.GO,
        where=WHERE[pass_.presence],
        balance=pass_.balance if pass_.kind is PassKind.VALUE else None,
        entries=pass_.entries_left if pass_.kind is PassKind.MULTI_ENTRY else None,
        warning=facts.warning,
    )


WHERE: Mapping[Presence, Text] = {
    Presence.INSIDE: Text("Inside"),
    Presence.OUTSIDE: Text("Outside"),
    Presence.NEUTRAL: Text("Not known"),
}


def groups_offered(view: PassesView) -> tuple[Group, ...]:
    """The groups that have a key: that of the chosen pass first, then as they come."""
    chosen = view.card.pass_.group_id if view.card else ""
    groups = sorted((row.group for row in view.groups), key=lambda one: one.group_id != chosen)
    return tuple(groups[:GROUPS_OFFERED])


def _actions(facts: PassFacts, staff: Staff) -> tuple[PassAction, ...]:
    pass_ = facts.chosen
    blocked = pass_ is not None and pass_.state is PassState.BLOCKED
    sensible = {
        PassAction.SELL: bool(facts.groups),
        PassAction.RENEW: pass_ is not None,
        PassAction.TOP_UP: pass_ is not None and pass_.kind is PassKind.VALUE,
        PassAction.BLOCK: pass_ is not None and not blocked,
        PassAction.UNBLOCK: blocked,
        PassAction.NEUTRALISE: pass_ is not None and pass_.presence is not Presence.NEUTRAL,
        PassAction.NEUTRALISE_GROUP: bool(facts.groups),
        PassAction.VOUCHERS: pass_ is None and bool(facts.offers),
    }
    return tuple(
        action
        for action, order in PASS_ORDERS.items()
        if sensible[action] and staff.may(order.right)
    )
