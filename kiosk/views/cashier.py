"""The cashier's page: the stay that was found, what it costs, and what was just paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, Stay
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Right, Staff
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.views.cash import pieces, quick_notes
from kiosk.views.codes import grouped
from kiosk.views.lanes_board import LaneFacts, Order, stay_at
from kiosk.views.mood import Mood
from kiosk.views.wording import refusal_text

NO_MONEY = Money(0)


class CashierAction(Enum):
    """What a cashier can do besides taking money."""

    LOST = "lost"
    DAMAGED = "damaged"
    NIL_EXIT = "nil_exit"
    IOU = "iou"


CASHIER_ORDERS: Mapping[CashierAction, Order] = {
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
}


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


@dataclass(frozen=True, slots=True)
class Settled:
    """The payment just booked: shown until the next code, so that the change is given right."""

    session_id: str
    amount: Money
    given: Money
    change: Money
    pieces: tuple[tuple[Money, int], ...] = ()


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
    settled: tuple[str, Money, Money] | None = None
    """(session_id, amount, given) of the payment just booked."""
    message: Text | None = None
    receipts: tuple[Receipt, ...] = ()
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
    car_at_exit: bool
    quick_notes: tuple[Money, ...]
    actions: tuple[CashierAction, ...]
    may_take_money: bool
    receipts: tuple[Receipt, ...]
    today: Text


def cashier_view(counter: Counter, lanes: Iterable[LaneFacts], staff: Staff) -> CashierView:
    """Show the counter to this person."""
    exits = [facts for facts in lanes if facts.lane.kind is LaneKind.EXIT]
    session_id = counter.stay.session_id if counter.stay else None
    standing = _standing(exits, session_id)
    due = counter.stay.due if counter.stay else Money(0, counter.taken_today.currency)
    return CashierView(
        card=_card(counter.stay) if counter.stay else None,
        settled=_settled(counter.settled),
        notice=_notice(counter),
        exits=tuple(Exit(facts.lane_id, facts.name) for facts in exits),
        chosen=(standing or _likely(exits)),
        car_at_exit=standing is not None,
        quick_notes=quick_notes(due),
        actions=tuple(a for a, order in CASHIER_ORDERS.items() if staff.may(order.right)),
        may_take_money=staff.may(Right.TAKE_MONEY),
        receipts=counter.receipts,
        today=Text("{count} payments · {amount}").with_values(
            count=counter.payments_today, amount=counter.taken_today
        ),
    )


def _card(stay: Stay) -> StayCard:
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
    )


def _settled(settled: tuple[str, Money, Money] | None) -> Settled | None:
    if settled is None:
        return None
    session_id, paid, given = settled
    return Settled(session_id, paid, given, given - paid, pieces(given - paid))


def _notice(counter: Counter) -> Notice | None:
    if counter.message is not None:
        return Notice(Mood.WAIT, counter.message)
    if counter.refusal is not None:
        return Notice(Mood.STOP, refusal_text(counter.refusal))
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
