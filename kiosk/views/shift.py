"""The shift page: the drawer's day, from a counted float to the count that closes it.

The count is blind: before it is made this page says nothing of what the drawer must hold, and an X
on the screen leaves the drawer out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.cash import countable
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.views.lanes_board import Order
from kiosk.views.mood import Mood


class ShiftAction(StrEnum):
    """What can be done with a shift and its drawer."""

    OPEN = "open"
    DROP = "drop"
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    LOOK = "look"
    CLOSE = "close"
    HAND_OVER = "hand_over"


_BANK = Text("Change from the bank")
SHIFT_ORDERS: Mapping[ShiftAction, Order] = {
    ShiftAction.OPEN: Order(Right.RUN_SHIFT, "O", Text("Open with a float")),
    ShiftAction.DROP: Order(
        Right.MOVE_CASH, "D", Text("Drop"), (Text("Into the safe"), Text("To the bank"))
    ),
    ShiftAction.PAID_IN: Order(
        Right.MOVE_CASH, "I", Text("Paid in"), (_BANK, Text("Found money"), Text("Other money in"))
    ),
    ShiftAction.PAID_OUT: Order(
        Right.MOVE_CASH,
        "U",
        Text("Paid out"),
        (Text("Supplies"), Text("Taxi or delivery"), Text("Other money out")),
    ),
    ShiftAction.LOOK: Order(Right.RUN_SHIFT, "X", Text("X report")),
    ShiftAction.CLOSE: Order(Right.CLOSE_SHIFT, "C", Text("Count and close")),
    ShiftAction.HAND_OVER: Order(Right.CLOSE_SHIFT, "H", Text("Count and hand over")),
}
COUNTED = frozenset({ShiftAction.OPEN, ShiftAction.CLOSE, ShiftAction.HAND_OVER})
"""Done by counting notes and coins."""


@dataclass(frozen=True, slots=True)
class OpenShift:
    """Begin with this float (value to number)."""

    numbers: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class MoveCash:
    """A drop, or cash paid in or out."""

    action: ShiftAction
    amount: Money
    reason: str


@dataclass(frozen=True, slots=True)
class CloseShift:
    """End the shift with this count; `hand_over`: the next person goes on with it."""

    numbers: Mapping[int, int]
    hand_over: bool = False


@dataclass(frozen=True, slots=True)
class LookAtFigures:
    """An X: the figures as they stand."""


Wish = OpenShift | MoveCash | CloseShift | LookAtFigures


@dataclass(frozen=True, slots=True)
class Running:
    """The shift that runs; `counted_float` says whether its drawer's pieces are known.

    `moved`: cash went in or out already, so that no float can be given to it any more.
    """

    name: str
    opened_at: datetime
    float_: Money
    counted_float: bool
    moved: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """An X or a Z on the screen: money by method, what went back, what stays."""

    title: Text
    payments: tuple[tuple[Method, int, Money], ...]
    refunds: tuple[tuple[Method, int, Money], ...]
    net: Money
    perpetual: Money
    unsettled: int = 0
    expected: Money | None = None
    counted: Money | None = None

    @property
    def over_short(self) -> Money | None:
        """Counted minus expected, once somebody has counted."""
        if self.counted is None or self.expected is None:
            return None
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """What the page is told. `trouble` is why the last thing was not done, `done` that it was."""

    currency: str
    running: Running | None = None
    report: Report | None = None
    counts: int = 0
    """How many counts were taken: one that was begun ends with the next."""
    trouble: Text | None = None
    done: Text | None = None


@dataclass(frozen=True, slots=True)
class ShiftView:
    """Everything the page needs to draw itself."""

    title: Text
    detail: Text
    actions: tuple[ShiftAction, ...]
    pieces: tuple[Money, ...]
    """Every note and coin that may be counted, largest first."""
    report: Report | None
    counts: int
    trouble: Text | None
    done: Text | None
    currency: str


def shift_view(facts: ShiftFacts, staff: Staff) -> ShiftView:
    """Show the shift to this person."""
    return ShiftView(
        title=_title(facts.running),
        detail=_detail(facts.running),
        actions=_actions(facts.running, staff),
        pieces=tuple(Money(value, facts.currency) for value in countable(facts.currency)),
        report=facts.report,
        counts=facts.counts,
        trouble=facts.trouble,
        done=facts.done,
        currency=facts.currency,
    )


def _title(running: Running | None) -> Text:
    if running is None:
        return Text("No shift open")
    return Text("{name} since {time}").with_values(name=running.name, time=running.opened_at)


def _detail(running: Running | None) -> Text:
    if running is None:
        return Text("Count the float into the drawer and open one.")
    if not running.counted_float:
        return Text("The float was not counted: change is not checked against the drawer.")
    return Text("Float {amount}. Change is checked against the drawer.").with_values(
        amount=running.float_
    )


def _actions(running: Running | None, staff: Staff) -> tuple[ShiftAction, ...]:
    runs = running is not None
    sensible = {
        ShiftAction.OPEN: running is None or not running.moved,
        ShiftAction.DROP: runs,
        ShiftAction.PAID_IN: runs,
        ShiftAction.PAID_OUT: runs,
        ShiftAction.LOOK: True,
        ShiftAction.CLOSE: runs,
        ShiftAction.HAND_OVER: runs,
    }
    return tuple(
        action
        for action, order in SHIFT_ORDERS.items()
        if sensible[action] and staff.may(order.right)
    )


def verdict_on(report: Report | None) -> tuple[Text | None, Mood]:
    """Over, short or exact, in a word beside the sign; nothing before a count."""
    off = report.over_short if report else None
    if off is None:
        return None, Mood.CALM
    if not off:
        return Text("The drawer is exact."), Mood.GO
    if off.minor > 0:
        return Text("Over by {amount}").with_values(amount=off), Mood.WAIT
    return Text("Short by {amount}").with_values(amount=-off), Mood.STOP
