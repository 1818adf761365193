"""The refunds page at work: find what was paid, give it back, follow what is on its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.sentences import no
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.runtime.answers import DrawerShort, NoShift, SecondNeeded, SecondRefused, TooMuch
from kiosk.runtime.desk import Desk
from kiosk.runtime.refund_desk import Nobody, Progress, Refundable, RefundBegun
from kiosk.runtime.second import Second
from kiosk.store.refunds import RefundState
from kiosk.views.refunds import (
    AskAgain,
    Flying,
    GiveBack,
    Late,
    LookUp,
    Paid,
    PrintReceipt,
    RefundFacts,
    Wish,
)

GIVEN_BACK = Text("Given back: {amount}")
FROM_THE_DRAWER = Text("Given back: {amount}. Take it from the drawer.")
ON_ITS_WAY = Text("{amount} are on their way back.")
NOBODY = Text("That way back is closed now: its terminal or service cannot be reached.")
PRINTED = Text("The receipt comes out of the printer once more.")
REFUND_OF = Text("Give {amount} back")

Answer = (
    RefundBegun | TooMuch | SecondNeeded | SecondRefused | NoShift | DrawerShort | Nobody | Refusal
)


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits for somebody: money that came too late, and refunds without an end."""

    tasks: tuple[Late, ...]
    flying: tuple[Flying, ...]


class RefundWork:
    """Everything about giving money back."""

    def __init__(self, road: Road, booth_id: str, booked: Callable[[], None]) -> None:
        self._road = road
        self._booth_id = booth_id
        self._booked = booked
        self._text = ""
        self.facts = RefundFacts()

    def clear(self) -> None:
        """Somebody else sits down."""
        self._text, self.facts = "", RefundFacts(given=self.facts.given)

    def look(self) -> None:
        """Ask for what waits for somebody."""
        self._road.ask(partial(pending, self._road.desk), self._waits)

    def wish(self, wish: Wish) -> None:
        """Do what is asked for."""
        desk = self._road.desk
        match wish:
            case LookUp(text):
                self._text = text
                self._road.ask(lambda: desk.refunds.look(text), self._found)
            case GiveBack():
                self._give_back(wish, None)
            case AskAgain(refund_id):
                self._road.ask(lambda: desk.refunds.ask_again(refund_id), lambda _: self.look())
            case PrintReceipt(session_id):
                self._road.ask(lambda: desk.print_receipt(session_id), lambda _: self._printed())

    def _give_back(self, wish: GiveBack, second: Second | None) -> None:
        self._road.ask(
            partial(give_back, self._road.desk, wish, second), partial(self._given_back, wish)
        )

    def _given_back(self, wish: GiveBack, answer: Answer) -> None:
        if isinstance(answer, SecondNeeded | SecondRefused):
            what = REFUND_OF.with_values(amount=wish.amount)
            self._road.agree(answer, what, partial(self._give_back, wish), self.tell)
            return
        self._road.agreement = None
        match answer:
            case RefundBegun(_, Progress.RUNNING):
                self._done(ON_ITS_WAY.with_values(amount=wish.amount))
            case RefundBegun(pieces=pieces):
                template = FROM_THE_DRAWER if pieces or wish.in_cash else GIVEN_BACK
                self._done(template.with_values(amount=wish.amount))
            case Nobody():
                self.tell(NOBODY)
            case _:
                self.tell(no(answer))

    def _found(self, answer: Refundable | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.facts = replace(
                self.facts, code="", session_id="", payments=(), trouble=no(answer), done=None
            )
        else:
            paid = tuple(
                Paid(
                    each.attempt_id,
                    each.method,
                    each.amount,
                    each.left,
                    each.paid_at,
                    f"{self._booth_id}-{each.receipt:06}" if each.receipt else "",
                )
                for each in answer.payments
            )
            self.facts = replace(
                self.facts,
                code=answer.code,
                session_id="" if answer.of_pass else answer.session_id,
                payments=paid,
                trouble=None,
                done=None,
            )
        self._road.changed()

    def _printed(self) -> None:
        self.facts = replace(self.facts, trouble=None, done=PRINTED)
        self._road.changed()

    def _waits(self, now: Pending) -> None:
        done = self._still_so(self.facts.done, now.flying)
        self.facts = replace(self.facts, tasks=now.tasks, flying=now.flying, done=done)
        self._road.changed()

    def tell(self, trouble: Text) -> None:
        """Say why something was not done."""
        self.facts = replace(self.facts, trouble=trouble, done=None)
        self._road.changed()

    def _done(self, done: Text) -> None:
        """Say it once, and show what is left now."""
        self.facts = replace(self.facts, given=self.facts.given + 1, trouble=None, done=done)
        self._road.changed()
        self._booked()
        self.look()
        if self._text:
            text, desk = self._text, self._road.desk
            self._road.ask(lambda: desk.refunds.look(text), partial(self._again, done))

    def _again(self, done: Text, answer: Refundable | Refusal) -> None:
        self._found(answer)
        shown = self._still_so(done, self.facts.flying)
        self.facts = replace(self.facts, trouble=None, done=shown)
        self._road.changed()

    def _still_so(self, done: Text | None, flying: tuple[Flying, ...]) -> Text | None:
        """What flew has landed, one way or the other: the payment's own line says which."""
        landed = done is not None and done.template == ON_ITS_WAY.template and not flying
        return None if landed else done


# --- on the jobs' thread


def pending(desk: Desk) -> Pending:
    """What waits for somebody."""
    return Pending(
        tasks=tuple(
            Late(each.attempt_id, each.method, each.left, each.arrived_at)
            for each in desk.refunds.tasks()
        ),
        flying=tuple(
            Flying(
                each.refund_id,
                each.method,
                each.amount,
                each.started_at,
                unknown=each.state is RefundState.UNKNOWN,
            )
            for each in desk.refunds.in_flight()
        ),
    )


def give_back(desk: Desk, wish: GiveBack, second: Second | None) -> Answer:
    """Begin the refund; what is done at once gets its papers at once."""
    answer = desk.refunds.give_back(
        wish.attempt_id,
        wish.amount,
        wish.reason,
        cause=wish.cause,
        in_cash=wish.in_cash,
        second=second,
    )
    if isinstance(answer, RefundBegun) and answer.progress is Progress.DONE:
        desk.papers.correction(answer.refund_id)
        if answer.voucher is not None:
            desk.papers.change_voucher(answer.voucher)
    return answer
