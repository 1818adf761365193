"""Two tills, a lane and a late terminal that want the money of one ticket, each on its own thread.

The dice of a seed say whose step comes next, and which steps go off together. Whoever wins, the
stay is paid once, the drawer holds what was paid in cash, and money that came too late is a task.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from kiosk.domain.facts import stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.staff import Role, Staff
from kiosk.runtime.answers import CardRunning, PriceChanged
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.desk import Desk
from kiosk.runtime.orders import Asked
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.till import Till
from kiosk.store.payments import AttemptState
from kiosk.store.verify import verify
from tests.support.scripted import Scripted
from tests.support.site import EXIT, drive_in, new_clock, new_settings, open_booth

TOGETHER = 0.4
"""How often two steps go off at the same time."""
BY_CARD = 0.4
"""How often a cashier asks a card."""

Step = Callable[[], None]


@dataclass(slots=True)
class Ticket:
    """What a race is about, and who holds what of it."""

    session_id: str
    price: int
    shown: dict[str, Stay] = field(default_factory=dict)
    attempts: list[str] = field(default_factory=list)
    taken: int = 0
    """How often a till said that it took the money."""


class Races:
    """One booth, four threads, many tickets."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = Random(seed)
        self.clock = new_clock()
        self.services = open_booth(folder, self.clock, new_settings(folder))
        self.site = self.services.site
        self.card = Scripted()
        lanes = {EXIT: {Method.CARD: self.card}}
        self.till = Till(self.site, lanes, lambda _lane, _told: None)
        self.desks = [self._desk(name) for name in ("olga", "mila")]
        self.cash = 0
        self.tasks = 0
        self._open = ExitStack()
        self.threads = [
            self._open.enter_context(ThreadPoolExecutor(1, name)) for name in ("a", "b", "c", "d")
        ]

    def close(self) -> None:
        """End."""
        self._open.close()
        self.services.close()

    def audit(self) -> None:
        """Everything adds up, over all races."""
        with self.site.store.read() as unit:
            moved, shift = unit.books.pending(), unit.shifts.current()
            tasks = unit.refunds.orphans()
            assert shift is not None
            assert unit.drawer.expected(shift.shift_id).minor == self.cash
        by_card = sum(
            each.amount.minor
            for each in moved.payments + moved.orphans
            if each.method is Method.CARD
        )
        assert by_card == sum(self.card.moved.values())
        assert len(tasks) == self.tasks
        assert verify(self.site.store) == []

    def race(self) -> None:
        """One ticket, to its end."""
        car = drive_in(self.services)
        ticket = Ticket(car.session_id, self.dice.randrange(1, 40) * 50)
        with self.site.store.write() as unit:
            fixed = stays.FeeFixed(ticket.session_id, Money(ticket.price), "test")
            unit.record(fixed, self.site.here(EXIT, ticket.session_id))
        actors = [
            self._cashier(ticket, 0),
            self._cashier(ticket, 1),
            self._lane(ticket),
            self._terminal(ticket),
        ]
        self._run(actors)
        self._settle(ticket)
        self._judge(ticket)

    def _run(self, actors: list[Iterator[Step]]) -> None:
        """Take steps in the order the dice say, each on its actor's thread; some together."""
        ready = dict(enumerate(actors))
        while ready:
            together = 2 if self.dice.random() < TOGETHER else 1
            chosen = self.dice.sample(sorted(ready), min(together, len(ready)))
            running = []
            for which in chosen:
                step = next(ready[which], None)
                if step is None:
                    del ready[which]
                else:
                    running.append(self.threads[which].submit(step))
            wait(running)
            for done in running:
                done.result()

    def _cashier(self, ticket: Ticket, which: int) -> Iterator[Step]:
        """Look at the stay, then take cash or a card for it; some look again after a no."""
        name, desk = f"till {which}", self.desks[which]
        for _ in range(self.dice.randint(1, 2)):
            yield lambda: self._show(ticket, name)

            def take() -> None:
                stay = ticket.shown[name]
                if not stay.due:
                    return
                taken = desk.cashier.take_cash(stay, stay.due + Money(50))
                assert isinstance(taken, CashTaken | PriceChanged | CardRunning), taken
                if isinstance(taken, CashTaken):
                    ticket.taken += 1

            def ask() -> None:
                stay = ticket.shown[name]
                if not stay.due:
                    return
                asked = desk.stay_cards.ask(stay)
                assert isinstance(asked, Asked | PriceChanged | CardRunning), asked
                if isinstance(asked, Asked):
                    ticket.attempts.append(asked.attempt_id)

            yield ask if self.dice.random() < BY_CARD else take

    def _lane(self, ticket: Ticket) -> Iterator[Step]:
        """Quote, ask the terminal, ask what became of it; some try a second time."""
        for _ in range(self.dice.randint(1, 2)):
            yield lambda: self._show(ticket, "lane")

            def begin() -> None:
                stay = ticket.shown["lane"]
                if stay.due:
                    ticket.attempts.append(self.till.begin(EXIT, stay, Method.CARD).attempt_id)

            yield begin
            if self.dice.random() < 0.5:
                yield lambda: self._ask(ticket)

    def _terminal(self, ticket: Ticket) -> Iterator[Step]:
        """Answer what was asked: at once, late, with a no first, or by silence."""
        for _ in range(self.dice.randint(1, 4)):
            said = self.dice.choice(["paid", "declined", "unknown", "silent"])

            def answer(said: str = said) -> None:
                for name in [each for each in ticket.attempts if each in self.card.waiting]:
                    match said:
                        case "paid":
                            self.card.pay(name)
                        case "declined" if name not in self.card.moved:
                            self.card.decline(name)
                        case "silent":
                            self.card.move(name)
                        case _:
                            self.card.lose(name)

            yield answer

    def _ask(self, ticket: Ticket) -> None:
        for name in list(ticket.attempts):
            self.till.settle(name)

    def _show(self, ticket: Ticket, name: str) -> None:
        with self.site.store.read() as unit:
            session = unit.sessions.find(ticket.session_id)
            assert session is not None
            ticket.shown[name] = self.site.stay(unit, session, self.clock.now())

    def _settle(self, ticket: Ticket) -> None:
        """In the end every attempt has an outcome, and somebody has taken what is still due."""
        for name in ticket.attempts:
            self.till.settle(name)
            if name in self.card.moved:
                self.card.pay(name)  # a terminal owns up in the end, however late
            elif name in self.card.waiting:
                self.card.decline(name)
        self.clock.pass_time(self.site.exit_grace.total_seconds() + 1)
        self._show(ticket, "end")
        stay = ticket.shown["end"]
        if stay.due:
            assert isinstance(self.desks[0].cashier.take_cash(stay, stay.due), CashTaken)
            ticket.taken += 1

    def _judge(self, ticket: Ticket) -> None:
        with self.site.store.read() as unit:
            paid = unit.payments.of_session(ticket.session_id)
            states = [unit.payments.attempt(name) for name in ticket.attempts]
            assert unit.payments.open_attempts(ticket.session_id) == []
        assert [each.amount.minor for each in paid] == [ticket.price], "one payment, all of it"
        by_cash = sum(each.method is Method.CASH for each in paid)
        assert by_cash == ticket.taken
        self.cash += by_cash * ticket.price
        late = [each for each in states if each and each.state is AttemptState.ORPHANED]
        self.tasks += len(late)
        moved = [name for name in ticket.attempts if name in self.card.moved]
        assert len(moved) == len(late) + (1 - by_cash)

    def _desk(self, name: str) -> Desk:
        papers = {EXIT: Paperwork(self.site, EXIT, "Exit 1", "TM-T88III")}
        desk = Desk(self.site, self.till, {}, papers, self.services.pepper)
        desk.staff = Staff(name, name, Role.ADMIN)
        return desk


def race_many(folder: Path, seed: int, number: int) -> None:
    """So many races in one file, then its audit."""
    races = Races(folder, seed)
    try:
        for _ in range(number):
            races.race()
        races.audit()
    finally:
        races.close()
