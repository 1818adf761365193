"""A desk whose card terminal hangs on a real wire, for what is sold there by card."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

from kiosk.boot.services import Services
from kiosk.devices.transports import open_transport
from kiosk.domain.facts import passes as pass_facts
from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind
from kiosk.domain.payment import Intent, Method, Outcome
from kiosk.domain.staff import Role
from kiosk.payments.catalogue import TERMINALS
from kiosk.payments.simulated_terminal import Card, SimulatedTerminal
from kiosk.payments.terminal import CardTerminal, Wiring
from kiosk.runtime.clock import ShiftedClock, SystemClock
from kiosk.runtime.desk import Desk
from kiosk.runtime.orders import Asked
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.pass_goods import NewPass
from kiosk.runtime.pass_sales import Charge
from kiosk.runtime.till import Till
from kiosk.store.verify import verify
from tests.support.passes import GROUP
from tests.support.site import EXIT, journal_kinds, open_booth

DEADLINE_SECONDS = 10.0
PRICE = Money(9000)
ANSWER, IN_FLIGHT = 60.0, 90.0
"""How long an answer is waited for, and how long a charge may take to appear."""
MONTH = timedelta(days=30)

_probes = count(1)


@dataclass(slots=True)
class CardDesk:
    """A desk whose card terminal hangs on a real wire. `told` are the attempts with news."""

    folder: Path
    place: str = EXIT
    """Whose terminal it is: a lane's, or the counter's own."""
    clock: ShiftedClock = field(default_factory=lambda: ShiftedClock(SystemClock()))
    told: queue.Queue[str] = field(default_factory=queue.Queue)
    lane_told: list[object] = field(default_factory=list)
    far: SimulatedTerminal = field(init=False)
    services: Services = field(init=False)
    near: CardTerminal = field(init=False)
    till: Till = field(init=False)
    desk: Desk = field(init=False)

    def open(self) -> None:
        """Plug the terminal in, start the booth, enrol somebody, and set a group."""
        self.far = TERMINALS["card-line"].simulated(self.folder / "terminal", time.monotonic)
        self.far.port.start()
        self.start()
        self.desk.enrol("Mila", "274913", Role.OWNER)
        self.desk.staff = self.desk.people()[0]
        self.desk.passes.set_group(GROUP)

    def start(self) -> None:
        """Start the booth (again) on what is on the disk."""
        self.services = open_booth(self.folder, self.clock)
        online = threading.Event()
        self.near = TERMINALS["card-line"].connect(
            Wiring(
                device="terminal",
                serial="SIM-0001",
                open_port=lambda: open_transport(str(self.folder / "terminal")),
                deliver=lambda _report: online.set(),
                stray=self._stray,
                monotonic=self.clock.monotonic,
                jitter=lambda _seconds: 0.0,
            )
        )
        lanes = {self.place: {Method.CARD: self.near}}
        self.till = Till(self.services.site, lanes, lambda _lane, it: self.lane_told.append(it))
        papers = {EXIT: Paperwork(self.services.site, EXIT, "Exit 1", "TM-T88III")}
        self.desk = Desk(self.services.site, self.till, {}, papers, self.services.pepper)
        people = self.desk.people()
        self.desk.staff = people[0] if people else None
        self.near.start()
        assert online.wait(DEADLINE_SECONDS)

    def _stray(self, outcome: Outcome) -> None:
        self.till.report(outcome)

    def restart(self) -> None:
        """The program ends, and begins again on the same disk."""
        self.stop()
        self.start()

    def stop(self) -> None:
        """End the booth in an orderly way."""
        self.near.stop()
        self.services.close()

    def wanted(self, kind: PassKind = PassKind.SEASON, stored: Money | None = None) -> NewPass:
        """A pass of this kind for a month."""
        now = self.clock.now().replace(microsecond=0)
        entries = 10 if kind is PassKind.MULTI_ENTRY else None
        return NewPass(
            kind, GROUP.group_id, "Jana", now, now + MONTH, entries=entries, stored=stored
        )

    def charge(self, card: Card = Card.APPROVE, price: Money = PRICE) -> Charge:
        """A card that does this, held to the terminal once the one before is out of doubt."""
        self.clock.ahead_seconds += IN_FLIGHT
        self.far.hold(card)
        return Charge(price, Method.CARD, self.told.put)

    def ask(self, card: Card = Card.APPROVE) -> str:
        """Ask a card for a season pass; returns the attempt's id."""
        asked = self.desk.pass_sales.sell(self.wanted(), self.charge(card))
        assert isinstance(asked, Asked), asked
        return asked.attempt_id

    def news(self) -> object:
        """What became of the attempt that there is news of next."""
        return self.desk.pass_sales.became(self.told.get(timeout=DEADLINE_SECONDS))

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and the terminal's thread notice."""
        self.heard()
        self.clock.ahead_seconds += seconds
        self.near.cancel(self._probe())  # of an attempt nobody knows: it only wakes the thread

    def heard(self) -> None:
        """Wait until the terminal has surely dealt with everything said so far."""
        answered = threading.Event()
        self.near.settle(self._probe(), lambda _outcome: answered.set())
        assert answered.wait(DEADLINE_SECONDS)

    def _probe(self) -> Intent:
        return Intent(f"probe-{next(_probes)}", "s0", EXIT, Method.CARD, PRICE)

    def passes(self) -> list[Pass]:
        """Every pass there is."""
        with self.services.site.store.read() as unit:
            return list(unit.passes.search("Jana"))

    def nothing_was_sold(self) -> bool:
        """Whether no pass and no payment is in the books."""
        kinds = journal_kinds(self.services)
        sold = {"pass.issued", "pass.sold", "payment.succeeded"} & set(kinds)
        return not sold and self.passes() == []

    def books_agree(self) -> None:
        """What the terminal charged is sold, or must go back; the ledger is whole."""
        charged = {each.attempt_id: each.amount for each in self.far.ledger}
        with self.services.site.store.read() as unit:
            items = {
                each.item_id: each.amount
                for each in unit.books.pending_items()
                if each.method is Method.CARD and each.kind != "refund"
            }
            sales = {each.attempt_id for each in self.passes_sold()}
            owed = {each.attempt_id for each in unit.refunds.orphans()}
        assert items == charged
        assert {name for name in charged if name not in owed} == sales
        assert verify(self.services.site.store) == []

    def passes_sold(self) -> list[pass_facts.PassSold]:
        """Every sale by the journal."""
        with self.services.site.store.read() as unit:
            events = unit.journal.since("booth-1", 1, 0, 10_000)
        return [event.body for event in events if event.kind == "pass.sold"]
