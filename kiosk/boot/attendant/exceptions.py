"""The exceptions page at work: what is open, what came of it, cars that followed another one, debts
let go, payments in doubt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from kiosk.boot.attendant.places import place_name
from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.sentences import no
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.runtime.answers import CardRunning, SecondNeeded, SecondRefused
from kiosk.runtime.desk import Desk
from kiosk.runtime.exception_desk import SettledByWord
from kiosk.runtime.fees import Forgiven
from kiosk.runtime.second import Second
from kiosk.runtime.site import Site
from kiosk.runtime.tailgating import CAUSE, Gone, NoTailgate, TicketGiven
from kiosk.store.debts import Debt
from kiosk.store.payments import Attempt
from kiosk.store.unit import Transaction
from kiosk.views.codes import grouped
from kiosk.views.exceptions import (
    Close,
    ExceptionFacts,
    ForgetPasses,
    Forgive,
    InDoubt,
    LetIn,
    LetOut,
    Owed,
    Remarkable,
    SeekStay,
    Settle,
    Sought,
    ToCashier,
    Wish,
)
from kiosk.views.seeking import STILL_TO_COME, found_stay, read_came

LISTED_MAX = 100
CLOSED = Text("Closed, with your note.")
CLOSED_BEFORE = Text("Somebody has closed this already.")
WAS_PAID = Text("On record: {amount} was paid.")
WAS_NOT_PAID = Text("On record: {amount} was not paid.")
SAY_PAID = Text("Say that {amount} was paid")
SAY_NOT_PAID = Text("Say that {amount} was not paid")
TICKET_OUT = Text("Its ticket comes out of the printer here. Its code: {code}")
NO_PAPER = Text("No printer took it. Its code: {code}")
LEFT_OWING = Text("That stay is over. Still owed: {amount}")
LEFT_PAID = Text("That stay is over. Nothing is owed.")
NOT_THAT_ONE = Text("That stay is over already, or its car is leaving now. Pick another one.")
LEFT_BEFORE = Text("The car had left by then.")
FORGOTTEN = Text("Where passes are is forgotten; their next use decides.")
NOBODY = Text("No stay is open that began before then.")


class ExceptionWork:
    """Everything about exceptions and debts."""

    def __init__(
        self, road: Road, to_cashier: Callable[[str], None], settled: Callable[[], None]
    ) -> None:
        """`to_cashier` shows the counter with this code; `settled` is called after a change."""
        self._road = road
        self._to_cashier = to_cashier
        self._settled = settled
        self.facts = ExceptionFacts()

    def clear(self) -> None:
        """Somebody else sits down."""
        self.facts = ExceptionFacts(settled=self.facts.settled)

    def look(self) -> None:
        """Ask for what is open."""
        self._road.ask(partial(open_now, self._road.desk), self._is_now)

    def wish(self, wish: Wish) -> None:
        """Do what is asked for."""
        match wish:
            case Close(event_id, note):
                desk = self._road.desk.exceptions
                self._road.ask(lambda: desk.close(event_id, note), self._closed)
            case ToCashier(code):
                self._to_cashier(code)
            case Forgive():
                self._forgive(wish, None)
            case Settle():
                self._settle(wish, None)
            case LetIn(event_id, reason):
                tailgates = self._road.desk.tailgates
                self._road.ask(lambda: tailgates.let_in(event_id, reason), self._accepted)
            case LetOut(event_id, session_id, reason):
                tailgates = self._road.desk.tailgates
                self._road.ask(
                    lambda: tailgates.let_out(event_id, session_id, reason), self._accepted
                )
            case SeekStay():
                self._seek(wish)
            case ForgetPasses(event_id, reason):
                desk = self._road.desk.exceptions
                self._road.ask(lambda: desk.forget_passes(event_id, reason), self._forgotten)

    def tell(self, trouble: Text) -> None:
        """Say why something was not done."""
        self.facts = replace(self.facts, trouble=trouble, done=None)
        self._road.changed()

    def _closed(self, closed: bool) -> None:
        if closed:
            self._done(CLOSED)
        else:
            self.tell(CLOSED_BEFORE)
            self.look()

    def _accepted(self, answer: TicketGiven | Gone | CardRunning | NoTailgate | Refusal) -> None:
        match answer:
            case TicketGiven(code, printed):
                said = TICKET_OUT if printed else NO_PAPER
                self._done(said.with_values(code=grouped(code)))
            case Gone(owed):
                self._done(LEFT_OWING.with_values(amount=owed) if owed else LEFT_PAID)
            case NoTailgate():
                self._closed(closed=False)
            case CardRunning():
                self.tell(no(answer))
            case Refusal():
                self.tell(NOT_THAT_ONE)

    def _forgotten(self, forgotten: bool) -> None:
        if forgotten:
            self._done(FORGOTTEN)
        else:
            self._closed(closed=False)

    def _seek(self, wish: SeekStay) -> None:
        open_ones = self.facts.exceptions
        one = next((each for each in open_ones if each.event_id == wish.event_id), None)
        if one is None:
            self._closed(closed=False)
            return

        def sought(answer: Sought | NoTailgate) -> None:
            if isinstance(answer, NoTailgate):
                self._closed(closed=False)
                return
            self.facts = replace(self.facts, sought=answer)
            self._road.changed()

        self._road.ask(partial(_sought, self._road.desk, wish, one.occurred_at), sought)

    def _forgive(self, wish: Forgive, second: Second | None) -> None:
        fees = self._road.desk.fees

        def forgiven(
            answer: Forgiven | CardRunning | SecondNeeded | SecondRefused | Refusal,
        ) -> None:
            if isinstance(answer, SecondNeeded | SecondRefused):
                what = Text("Forgive a debt of {amount}").with_values(amount=wish.left)
                self._road.agree(answer, what, partial(self._forgive, wish), self.tell)
                return
            self._road.agreement = None
            if isinstance(answer, Forgiven):
                self._done(Text("Forgiven: {amount}").with_values(amount=answer.amount))
            else:
                self.tell(no(answer))

        self._road.ask(lambda: fees.forgive(wish.session_id, wish.reason, second), forgiven)

    def _settle(self, wish: Settle, second: Second | None) -> None:
        desk = self._road.desk.exceptions

        def settled(answer: SettledByWord | SecondNeeded | SecondRefused | Refusal) -> None:
            if isinstance(answer, SecondNeeded | SecondRefused):
                what = (SAY_PAID if wish.paid else SAY_NOT_PAID).with_values(amount=wish.amount)
                self._road.agree(answer, what, partial(self._settle, wish), self.tell)
                return
            self._road.agreement = None
            if isinstance(answer, SettledByWord):
                done = WAS_PAID if answer.paid else WAS_NOT_PAID
                self._done(done.with_values(amount=answer.amount))
            else:
                self.tell(no(answer))

        self._road.ask(
            lambda: desk.settle(wish.attempt_id, wish.reason, paid=wish.paid, second=second),
            settled,
        )

    def _done(self, done: Text) -> None:
        self.facts = replace(self.facts, settled=self.facts.settled + 1, trouble=None, done=done)
        self._road.changed()
        self._settled()
        self.look()

    def _is_now(self, now: ExceptionFacts) -> None:
        self.facts = replace(
            self.facts,
            exceptions=now.exceptions,
            count=now.count,
            debts=now.debts,
            doubts=now.doubts,
        )
        self._road.changed()


# --- on the jobs' thread


def open_now(desk: Desk) -> ExceptionFacts:
    """Open exceptions, the newest first; open debts and payments in doubt, the oldest first."""
    site = desk.counter.site
    kinds = {at.id: at.kind for at in site.settings.lane}
    stranded = desk.exceptions.stranded()
    with site.store.read() as unit:
        names = {each.staff_id: each.name for each in unit.staff.all()}
        exceptions = tuple(
            Remarkable(
                each.event_id,
                each.cause,
                each.occurred_at,
                place_name(site, each.lane_id or ""),
                names.get(each.actor, ""),
                each.detail,
                each.amount,
                kinds.get(each.lane_id or "") if each.cause == CAUSE else None,
            )
            for each in unit.exceptions.open(LISTED_MAX)
        )
        debts = tuple(_owed(unit, debt) for debt in unit.debts.open())
        doubts = tuple(_in_doubt(site, unit, each) for each in stranded)
        return ExceptionFacts(exceptions, unit.exceptions.count(), debts, doubts)


def _sought(desk: Desk, wish: SeekStay, seen_at: datetime) -> Sought | NoTailgate:
    """What may have left at `seen_at`; a time that was typed is one before then."""
    site = desk.counter.site
    came = read_came(wish.typed, site.zone, seen_at)
    if isinstance(came, Text):
        return Sought(wish.event_id, wrong=LEFT_BEFORE if came is STILL_TO_COME else came)
    near = desk.tailgates.stays_near(wish.event_id, came)
    if isinstance(near, NoTailgate):
        return near
    found = tuple(found_stay(stay, place_name(site, session.entry_lane)) for session, stay in near)
    return Sought(wish.event_id, found, None if found else NOBODY)


def _owed(unit: Transaction, debt: Debt) -> Owed:
    session = unit.sessions.find(debt.session_id)
    code = session.code if session else ""
    return Owed(debt.session_id, code, debt.left, debt.owed_at, debt.cause)


def _in_doubt(site: Site, unit: Transaction, attempt: Attempt) -> InDoubt:
    intent = attempt.intent
    behind = unit.sessions.find(intent.session_id) or unit.passes.find(intent.session_id)
    return InDoubt(
        attempt_id=intent.attempt_id,
        code=behind.code if behind else "",
        method=intent.method,
        amount=intent.amount,
        started_at=attempt.started_at,
        lane=place_name(site, intent.lane_id),
    )
