"""The cashier's page: the stay that was found, what it costs, and what was just paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Line, Stay
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Right, Staff
from kiosk.domain.ticket import Refusal
from kiosk.domain.validation import Benefit
from kiosk.domain.wording import Text
from kiosk.views.cash import quick_notes
from kiosk.views.charging import Charging, paying_text
from kiosk.views.codes import grouped
from kiosk.views.lanes_board import LaneFacts, Order, stay_at
from kiosk.views.lost import LostFacts
from kiosk.views.mood import Mood
from kiosk.views.wording import refusal_text

NO_MONEY = Money(0)


class CashierAction(Enum):
    """What a cashier can do besides taking cash."""

    CARD = "card"
    CANCEL_CARD = "cancel_card"
    LOST = "lost"
    DAMAGED = "damaged"
    NIL_EXIT = "nil_exit"
    IOU = "iou"
    VALIDATE = "validate"
    WITHDRAW = "withdraw"
    WALLET = "wallet"
    VOUCHER = "voucher"
    ADJUST = "adjust"
    FORGIVE = "forgive"


CASHIER_ORDERS: Mapping[CashierAction, Order] = {
    CashierAction.CARD: Order(Right.TAKE_MONEY, "C", Text("Card")),
    CashierAction.CANCEL_CARD: Order(Right.TAKE_MONEY, "C", Text("Cancel the card")),
    CashierAction.LOST: Order(
        Right.LOST_TICKET,
        "L",
        Text("Lost ticket"),
        (Text("Driver lost it"), Text("Never got one"), Text("Machine kept it")),
    ),
    CashierAction.DAMAGED: Order(
        Right.LOST_TICKET,
        "G",
        Text("Damaged"),
        (Text("Torn"), Text("Wet"), Text("Bad print"), Text("Scanner cannot read it")),
    ),
    CashierAction.NIL_EXIT: Order(
        Right.NIL_EXIT,
        "N",
        Text("Nil exit"),
        (Text("Complaint accepted"), Text("Our fault"), Text("Emergency"), Text("Staff or guest")),
    ),
    CashierAction.IOU: Order(
        Right.NIL_EXIT,
        "I",
        Text("IOU"),
        (Text("No money at hand"), Text("Card did not work"), Text("Cannot give change")),
    ),
    CashierAction.VALIDATE: Order(Right.VALIDATE, "V", Text("Validate")),
    CashierAction.WITHDRAW: Order(
        Right.VALIDATE,
        "T",
        Text("Take validation back"),
        (Text("Wrong ticket"), Text("Wrong shop"), Text("Mistake")),
    ),
    CashierAction.WALLET: Order(Right.TAKE_MONEY, "W", Text("Take from pass")),
    CashierAction.VOUCHER: Order(Right.TAKE_MONEY, "U", Text("Voucher")),
    CashierAction.ADJUST: Order(
        Right.ADJUST_FEE,
        "F",
        Text("Change the fee"),
        (Text("Complaint accepted"), Text("Our fault"), Text("Wrong tariff"), Text("Agreed price")),
    ),
    CashierAction.FORGIVE: Order(
        Right.FORGIVE_DEBT,
        "F",
        Text("Forgive the debt"),
        (Text("Complaint accepted"), Text("Our fault"), Text("Cannot be collected")),
    ),
}
CHEAPER, DEARER = "cheaper", "dearer"


@dataclass(frozen=True, slots=True)
class StayCard:
    """The stay on the counter. `due` is what is still to be paid after `paid`."""

    session_id: str
    code: str
    entered_at: datetime
    lasted: Text
    lines: tuple[Line, ...]
    paid: Money
    due: Money
    leave_by: Text | None = None
    parts: tuple[Part, ...] = ()
    """What was paid piece by piece; more than `paid` where some of it was given back."""


@dataclass(frozen=True, slots=True)
class Part:
    """One payment of a stay."""

    method: Method
    amount: Money
    paid_at: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """A benefit that a merchant may give."""

    merchant_id: str
    merchant: str
    benefit: Benefit


@dataclass(frozen=True, slots=True)
class Counting:
    """A validation that counts for the stay."""

    validation_id: str
    merchant: str
    benefit: Benefit


@dataclass(frozen=True, slots=True)
class Purse:
    """A value pass that was shown beside the price: whose it is, and what is stored on it."""

    text: str
    holder: str
    balance: Money


@dataclass(frozen=True, slots=True)
class Settled:
    """The payment just booked: shown until the next code, so that the change is given right."""

    session_id: str
    amount: Money
    given: Money
    change: Money
    pieces: tuple[tuple[Money, int], ...] = ()
    voucher: Money | None = None
    """Change that went out as a voucher."""


@dataclass(frozen=True, slots=True)
class Exit:
    """An exit lane the cashier can send a car to."""

    lane_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence above the card, with its mood."""

    mood: Mood
    text: Text


@dataclass(frozen=True, slots=True)
class Receipt:
    """One of the last payments, for a belated receipt."""

    session_id: str
    code: str
    amount: Money
    paid_at: datetime


@dataclass(frozen=True, slots=True)
class Counter:
    """What the cashier page is told: at most one of `stay`, `refusal` and `settled` is new."""

    stay: Stay | None = None
    refusal: Refusal | None = None
    settled: Settled | None = None
    message: Text | None = None
    done: Text | None = None
    """What was just done, where money is still due."""
    owing: bool = False
    """The car of `stay` has left: what is due is its debt."""
    parts: tuple[Part, ...] = ()
    by_card: bool = False
    """A card can be taken here."""
    charging: Charging | None = None
    """A card that is asked to pay for `stay`."""
    offers: tuple[Offer, ...] = ()
    counting: tuple[Counting, ...] = ()
    purse: Purse | None = None
    drawer: Mapping[int, int] = field(default_factory=dict)
    """What change must come from, value to number; empty where nobody counted."""
    receipts: tuple[Receipt, ...] = ()
    lost: LostFacts = field(default_factory=LostFacts)
    payments_today: int = 0
    taken_today: Money = NO_MONEY


@dataclass(frozen=True, slots=True)
class CashierView:
    """Everything the cashier page needs to draw itself. `chosen` is the exit proposed first."""

    card: StayCard | None
    settled: Settled | None
    notice: Notice | None
    exits: tuple[Exit, ...]
    chosen: str | None
    waiting: str | None
    """An exit where a car stands, one that calls before others."""
    car_at_exit: bool
    quick_notes: tuple[Money, ...]
    offers: tuple[Offer, ...]
    counting: tuple[Counting, ...]
    purse: Purse | None
    drawer: Mapping[int, int]
    actions: tuple[CashierAction, ...]
    may_take_money: bool
    """And nobody else does: no card is asked for it."""
    charging: Charging | None
    lost: LostFacts
    receipts: tuple[Receipt, ...]
    today: Text


def cashier_view(counter: Counter, lanes: Iterable[LaneFacts], staff: Staff) -> CashierView:
    """Show the counter to this person."""
    exits = [facts for facts in lanes if facts.lane.kind is LaneKind.EXIT]
    session_id = counter.stay.session_id if counter.stay else None
    standing = _standing(exits, session_id)
    due = counter.stay.due if counter.stay else Money(0, counter.taken_today.currency)
    return CashierView(
        card=_card(counter.stay, counter.parts) if counter.stay else None,
        settled=counter.settled,
        notice=_notice(counter),
        exits=tuple(Exit(facts.lane_id, facts.name) for facts in exits),
        chosen=(standing or _likely(exits)),
        waiting=standing or _likely([each for each in exits if each.lane.senses.car_waiting]),
        car_at_exit=standing is not None,
        quick_notes=quick_notes(due),
        offers=counter.offers,
        counting=counter.counting,
        purse=counter.purse,
        drawer=counter.drawer,
        actions=_actions(counter, staff),
        may_take_money=staff.may(Right.TAKE_MONEY) and counter.charging is None,
        charging=counter.charging,
        lost=counter.lost,
        receipts=counter.receipts,
        today=Text("Payments: {count} · {amount}").with_values(
            count=counter.payments_today, amount=counter.taken_today
        ),
    )


def _actions(counter: Counter, staff: Staff) -> tuple[CashierAction, ...]:
    """What makes sense for what lies on the counter, and this person may do.

    While a card is asked to pay for it, nothing else touches its price.
    """
    charging = counter.charging
    free = counter.stay is not None and charging is None
    due = free and counter.stay is not None and bool(counter.stay.due)
    sensible = {
        CashierAction.CARD: due and counter.by_card,
        CashierAction.CANCEL_CARD: charging is not None and not charging.doubt,
        CashierAction.LOST: not counter.owing,
        CashierAction.DAMAGED: not counter.owing,
        CashierAction.NIL_EXIT: not counter.owing,
        CashierAction.IOU: not counter.owing,
        CashierAction.VALIDATE: due and not counter.owing and bool(counter.offers),
        CashierAction.WITHDRAW: free and not counter.owing and bool(counter.counting),
        CashierAction.WALLET: due and counter.purse is not None,
        CashierAction.VOUCHER: True,
        CashierAction.ADJUST: free and not counter.owing,
        CashierAction.FORGIVE: due and counter.owing,
    }
    return tuple(
        action
        for action, order in CASHIER_ORDERS.items()
        if sensible[action] and staff.may(order.right)
    )


def _card(stay: Stay, parts: tuple[Part, ...]) -> StayCard:
    leave_by = None
    if stay.leave_by_at is not None and not stay.due:
        leave_by = Text("Paid. Leave by {time}.").with_values(time=stay.leave_by_at)
    return StayCard(
        session_id=stay.session_id,
        code=grouped(stay.code) or stay.code,
        entered_at=stay.entered_at,
        lasted=Text("since {time} · {duration}").with_values(
            time=stay.entered_at, duration=stay.quoted_at - stay.entered_at
        ),
        lines=stay.quote.lines,
        paid=stay.paid,
        due=stay.due,
        leave_by=leave_by,
        parts=parts,
    )


def _notice(counter: Counter) -> Notice | None:
    if counter.message is not None:
        return Notice(Mood.WAIT, counter.message)
    if counter.refusal is not None:
        return Notice(Mood.STOP, refusal_text(counter.refusal))
    if counter.charging is not None:
        return Notice(Mood.WAIT, paying_text(counter.charging))
    if counter.done is not None:
        return Notice(Mood.GO, counter.done)
    return None


def _standing(exits: Iterable[LaneFacts], session_id: str | None) -> str | None:
    """The exit where the car of this session stands."""
    for facts in exits:
        stay = stay_at(facts.lane)
        if stay is not None and stay.session_id == session_id:
            return facts.lane_id
    return None


def _likely(exits: list[LaneFacts]) -> str | None:
    """The exit that calls, else one with a car, else the first."""
    ranked = sorted(
        exits, key=lambda facts: (not facts.lane.calling, not facts.lane.senses.car_waiting)
    )
    return ranked[0].lane_id if ranked else None
