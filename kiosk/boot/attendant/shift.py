"""The shift page at work: float, drops, the blind count that closes, and the figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.sentences import no
from kiosk.domain.cash import CashCause, Miscounted
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.reports.figures import Figures
from kiosk.runtime.answers import DrawerShort, NoShift, SecondNeeded, SecondRefused
from kiosk.runtime.desk import Desk
from kiosk.runtime.second import Second
from kiosk.runtime.shift_desk import AlreadyOpen, Closed, HandedOver, Moved, Opened
from kiosk.views.shift import (
    CloseShift,
    LookAtFigures,
    MoveCash,
    OpenShift,
    Report,
    Running,
    ShiftAction,
    ShiftFacts,
    Wish,
)

MISCOUNTED = Text("Some of these numbers cannot be right. Count again.")
OPENED = Text("The shift is open.")
STILL_OPEN = Text("A shift is open already. Count and close it first.")
CLOSED = Text("The shift is closed. Z {number} is printed.")
MOVED = Text("Done: {amount}")
FAR_OFF = Text("Close a shift whose drawer is far off")
TAKE_OVER = Text("Take over the drawer and the booth")

Ended = Closed | HandedOver | SecondNeeded | SecondRefused | Miscounted | NoShift


class ShiftWork:
    """Everything about the drawer's day."""

    def __init__(self, road: Road, currency: str, sat_down: Callable[[Staff], None]) -> None:
        """`sat_down` is told who took the booth over with the drawer."""
        self._road = road
        self._sat_down = sat_down
        self.facts = ShiftFacts(currency)

    def clear(self) -> None:
        """Somebody else sits down: no old figures, no old words."""
        facts = self.facts
        self.facts = ShiftFacts(facts.currency, facts.running, counts=facts.counts)

    def look(self) -> None:
        """Ask which shift runs."""
        self._road.ask(partial(running, self._road.desk), self._runs)

    def wish(self, wish: Wish) -> None:
        """Do what is asked for."""
        desk = self._road.desk
        match wish:
            case OpenShift(numbers):
                self._road.ask(lambda: desk.shifts.open(numbers), self._opened)
            case MoveCash():
                self._road.ask(partial(move, desk, wish), self._moved)
            case LookAtFigures():
                self._road.ask(partial(look_at, desk), self._looked)
            case CloseShift(hand_over=True):
                hand_over = partial(self._hand_over, wish)
                self._road.ask_second(Right.RUN_SHIFT, TAKE_OVER, hand_over, self.tell)
            case CloseShift():
                self._close(wish, None, None)

    def _hand_over(self, wish: CloseShift, to: Second) -> None:
        self._close(wish, to, None)

    def _close(self, wish: CloseShift, to: Second | None, second: Second | None) -> None:
        """Count and close; the count stays on the page until it was taken."""
        self._road.ask(
            partial(end, self._road.desk, wish, to, second), partial(self._ended, wish, to, second)
        )

    def _ended(
        self, wish: CloseShift, to: Second | None, second: Second | None, answer: Ended
    ) -> None:
        match answer:
            case SecondNeeded():
                again = partial(self._close, wish, to)
                self._road.agree(answer, FAR_OFF, again, self.tell)
            case SecondRefused() if to is not None and second is None:
                again = partial(self._hand_over, wish)
                self._road.agree(answer, TAKE_OVER, again, self.tell)
            case SecondRefused():
                again = partial(self._close, wish, to)
                self._road.agree(answer, FAR_OFF, again, self.tell)
            case Closed() | HandedOver():
                self._road.agreement = None
                closed = answer.closed if isinstance(answer, HandedOver) else answer
                done = CLOSED.with_values(number=closed.z.number or 0)
                self.facts = replace(
                    self.facts,
                    running=None,
                    report=report(closed.z),
                    counts=self.facts.counts + 1,
                    trouble=None,
                    done=done,
                )
                if isinstance(answer, HandedOver):
                    self._sat_down(answer.staff)
                self._road.changed()
                self.look()
            case Miscounted() | NoShift():
                self._road.agreement = None
                self.tell(MISCOUNTED if isinstance(answer, Miscounted) else no(answer))

    def _opened(self, answer: Opened | AlreadyOpen | Miscounted) -> None:
        match answer:
            case Opened():
                self.facts = replace(self.facts, counts=self.facts.counts + 1)
                self._done(OPENED)
                self.look()
            case AlreadyOpen():
                self.tell(STILL_OPEN)
            case Miscounted():
                self.tell(MISCOUNTED)

    def _moved(self, answer: Moved | NoShift | DrawerShort) -> None:
        if isinstance(answer, Moved):
            self._done(MOVED.with_values(amount=answer.amount))
        else:
            self.tell(no(answer))

    def _looked(self, figures: Figures) -> None:
        self.facts = replace(self.facts, report=report(figures), trouble=None, done=None)
        self._road.changed()

    def _runs(self, now: Running | None) -> None:
        self.facts = replace(self.facts, running=now)
        self._road.changed()

    def tell(self, trouble: Text) -> None:
        """Say why something was not done."""
        self.facts = replace(self.facts, trouble=trouble, done=None)
        self._road.changed()

    def _done(self, done: Text) -> None:
        self.facts = replace(self.facts, trouble=None, done=done)
        self._road.changed()


def report(figures: Figures) -> Report:
    """An X or a Z for the screen. An X leaves the drawer out: the count is blind."""
    number, drawer = figures.number, figures.drawer
    counted = drawer.counted if drawer and number is not None else None
    return Report(
        title=Text("X report")
        if number is None
        else Text("Z report {number}").with_values(number=number),
        payments=tuple((method, each.count, each.amount) for method, each in figures.payments),
        refunds=tuple((method, each.count, each.amount) for method, each in figures.refunds),
        net=figures.net,
        perpetual=figures.perpetual,
        unsettled=figures.unsettled.count,
        expected=drawer.expected if drawer and counted is not None else None,
        counted=counted,
    )


# --- on the jobs' thread


def running(desk: Desk) -> Running | None:
    """The shift that runs, by its holder's name."""
    shift = desk.shifts.current()
    if shift is None:
        return None
    with desk.counter.site.store.read() as unit:
        holder = unit.staff.find(shift.staff_id)
        moves = unit.drawer.moves(shift.shift_id)
    floats = (each.amount for each in moves if each.cause == CashCause.FLOAT)
    float_ = sum(floats, desk.counter.site.nothing())
    name = holder.name if holder else ""
    counted = bool(desk.shifts.pieces())
    return Running(name, shift.opened_at, float_, counted_float=counted, moved=bool(moves))


def move(desk: Desk, wish: MoveCash) -> Moved | NoShift | DrawerShort:
    """A drop, or cash paid in or out."""
    match wish.action:
        case ShiftAction.PAID_IN:
            return desk.shifts.paid_in(wish.amount, wish.reason)
        case ShiftAction.PAID_OUT:
            return desk.shifts.paid_out(wish.amount, wish.reason)
        case _:
            return desk.shifts.drop(wish.amount, wish.reason)


def end(desk: Desk, wish: CloseShift, to: Second | None, second: Second | None) -> Ended:
    """Close, and print the Z."""
    if to is None:
        answer: Ended = desk.shifts.close(wish.numbers, second)
    else:
        answer = desk.shifts.hand_over(wish.numbers, to, second)
    if isinstance(answer, Closed):
        desk.papers.closing(answer.z)
    elif isinstance(answer, HandedOver):
        desk.papers.closing(answer.closed.z)
    return answer


def look_at(desk: Desk) -> Figures:
    """An X, on the screen and on paper."""
    figures = desk.shifts.x()
    desk.papers.closing(figures)
    return figures
