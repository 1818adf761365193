"""A small world around one lane engine: cars over loops, a boom of its own mind, drivers, a till.

Time is simulated and chance comes from one seed, so a world that fails can be played again. The
world is nastier than any vendor: its terminal charges and says nothing, its board vanishes, its
disk fills up, its program is killed in mid-car. What must hold all the time is checked at every
effect (`lane_invariants`); that life goes on once the faults have stopped, at the end.
"""

from __future__ import annotations

import heapq
import random
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count

from kiosk.domain.money import Money
from kiosk.domain.payment import Declined, Outcome, Paid, Unknown
from kiosk.domain.quote import Quote, Stay
from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, Input, LaneKind, Level
from kiosk.domain.ticket import Refusal, Ticket
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.engine import step
from kiosk.lane.rules import Rules
from kiosk.lane.state import Lane
from tests.support.lane_invariants import Books, check_effect
from tests.support.lane_people import Attendant, Driver

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
DUE = Money(350)
HEAL = 1000.0
"""Seconds after which every fault stops."""
END = HEAL + 1000.0
BOOM_SECONDS = 1.5
RULES = Rules()


class DiskFull(Exception):
    """The commit failed; nothing of it happened."""


@dataclass(frozen=True, slots=True)
class Faults:
    """How often each thing goes wrong, per car or per minute; zero is never."""

    board: float = 0.0
    restart: float = 0.0
    store: float = 0.0
    printer: float = 0.0
    terminal: float = 0.0
    gateway: float = 0.0
    boom: float = 0.0
    noise: float = 0.0
    absent: float = 0.0
    manners: float = 0.0

    @property
    def sees_everything(self) -> bool:
        """Whether the loops are watched without a gap, so that every car can be accounted for."""
        return not (self.board or self.restart or self.store or self.boom)


@dataclass(slots=True)
class Boom:
    """The barrier's own controller: it opens when asked and closes when B is free."""

    world: World
    state: str = "closed"
    latched: bool = False
    broken: bool = False
    moves: int = 0

    def open(self) -> None:
        """One open pulse."""
        if self.broken or self.state in ("open", "opening"):
            return
        self._move("opening", "open")

    def close(self) -> None:
        """Come down, but never onto a car: the controller sees B itself."""
        if self.latched or self.broken or self.world.on_b() or self.state != "open":
            return
        self._move("closing", "closed")

    def car_on_b(self) -> None:
        """Its own safety: what closes opens again."""
        if self.state == "closing":
            self._move("opening", "open")

    def car_off_b(self) -> None:
        """It closes itself a moment after the car has left."""
        if not self.world.rules.closes_by_us:
            self.world.later(1.0, self.close)

    def _move(self, going: str, arrived: str) -> None:
        self.moves += 1
        this, self.state = self.moves, going
        self.world.tell_limits()

        def arrive() -> None:
            if self.moves == this:
                self.state = arrived
                self.world.tell_limits()
                if arrived == "open" and not self.world.rules.closes_by_us:
                    self.world.later(20.0, self.close)

        self.world.later(BOOM_SECONDS, arrive)


@dataclass(slots=True)
class World:
    """One lane, everything around it, and the books of what was written down."""

    kind: LaneKind
    seed: int
    faults: Faults = Faults()
    rules: Rules = RULES
    now: float = 0.0
    healed: bool = False
    board: bool = True
    broken_disk: bool = False
    gateway: bool = True
    printer: bool = True
    books: Books = field(default_factory=Books)
    timers: dict[str, float] = field(default_factory=dict)
    lane: Lane = field(init=False)
    chance: random.Random = field(init=False)
    boom: Boom = field(init=False)
    driver: Driver = field(init=False)
    attendant: Attendant = field(init=False)
    _heap: list[tuple[float, int, Callable[[], None]]] = field(default_factory=list)
    _order: Iterator[int] = field(default_factory=count)
    _wires: dict[Input, Level] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.boom = Boom(self)
        self.driver = Driver(self)
        self.attendant = Attendant(self)
        self.lane = Lane(self.kind)
        self.start()

    # --- time

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        """Let this happen then."""
        heapq.heappush(self._heap, (self.now + seconds, next(self._order), act))

    def run(self) -> None:
        """Live until the end; raises AssertionError where the world is not as it must be."""
        self.later(1.0, self.driver.tick)
        self.later(5.0, self.attendant.tick)
        self.later(10.0, self._misfortune)
        self.later(HEAL, self._heal)
        while self.now < END:
            due = min(self.timers.values(), default=END)
            if self._heap and self._heap[0][0] <= due:
                self.now, _, act = heapq.heappop(self._heap)
                act()
            elif due >= END:
                self.now = END
            else:
                name = min(self.timers, key=self.timers.__getitem__)
                self.now = self.timers.pop(name)
                self.tell(ev.TimerFired(name))
        self.books.check_end(self)

    # --- the program

    def start(self) -> None:
        """The program starts (again): it knows nothing but the journal and the wires."""
        self.timers.clear()
        self.lane = Lane(self.kind)
        for device in Device:
            works = self.board if device is Device.BOARD else True
            works = self.printer if device is Device.PRINTER else works
            self.tell(ev.DeviceChanged(device, works))
        self._wires.clear()
        self.tell_wires()
        self.tell(ev.GatewayChanged("gateway", self.gateway))
        self.tell(ev.Restarted(self.books.open_step(self.kind)))

    def tell(self, event: ev.Event) -> None:
        """What a lane runner does: step, carry out in order, feed answers back."""
        waiting = deque([event])
        while waiting:
            event = waiting.popleft()
            before = self.lane
            self.lane, effects = step(self.lane, event, self.rules)
            committed: list[do.Effect] = []
            for effect in effects:
                check_effect(self, before, event, effect, committed)
                try:
                    waiting.extend(self._carry_out(effect))
                except DiskFull:
                    waiting.append(ev.RecordFailed("full"))
                    break
                committed.append(effect)

    def _carry_out(self, effect: do.Effect) -> tuple[ev.Event, ...]:  # noqa: C901 - one arm each
        match effect:
            case do.StartTimer(name, seconds):
                self.timers[name] = self.now + seconds
            case do.StopTimer(name):
                self.timers.pop(name, None)
            case do.Record(bodies):
                self._commit()
                for body in bodies:
                    self.books.write(body, self)
            case do.BeginSession(admittance, booking_id):
                self._commit()
                return (ev.SessionBegun(self._begin(admittance, booking_id)),)
            case do.LookUp(code):
                return (self._look_up(code),)
            case do.Requote(session_id):
                return (ev.StayFound(self.stay(session_id)),)
            case do.PrintTicket(ticket):
                self._print(ticket)
            case do.BeginPayment(stay, method):
                self._commit()
                attempt_id = self.books.begin_attempt(stay.session_id, self.now)
                self.later(self.chance.uniform(2, 15), lambda: self._charge(attempt_id))
                return (ev.PaymentBegun(attempt_id, method),)
            case do.SettlePayment(attempt_id):
                self.later(0.5, lambda: self._settle(attempt_id))
            case do.OpenBarrier():
                self.boom.open()
            case do.CloseBarrier():
                self.boom.close()
            case do.KeepOpenBarrier(on):
                self.boom.latched = on
                self.boom.open() if on else self.boom.car_off_b()
            case _:
                pass
        return ()

    def _commit(self) -> None:
        if self.broken_disk:
            raise DiskFull

    def _begin(self, admittance: Admittance, booking_id: str | None) -> Admission:
        session_id = self.books.begin_session(self)
        if booking_id is not None:
            return Admission(session_id, NOON, admittance, None, booking_id)
        ticket = Ticket(f"T{session_id}", 1, "f", "entry", session_id, NOON, "payload")
        self.books.tickets[ticket.code] = session_id
        return Admission(session_id, NOON, admittance, ticket)

    def _look_up(self, code: str) -> ev.Event:
        if self.kind is LaneKind.ENTRY:
            return ev.EntryGranted(Admittance.BOOKING, code)
        session_id = self.books.tickets.get(code)
        if session_id is None:
            return ev.CredentialRefused(Refusal.UNKNOWN, code)
        if session_id in self.books.ended:
            return ev.CredentialRefused(Refusal.ALREADY_USED, code)
        return ev.StayFound(self.stay(session_id))

    def stay(self, session_id: str) -> Stay:
        """What the ledger says is due now."""
        paid = session_id in self.books.paid
        stay = Stay(session_id, f"T{session_id}", NOON, NOON, Quote(()), Money(0), DUE)
        return replace(stay, paid=DUE, due=Money(0), leave_by_at=NOON) if paid else stay

    # --- devices

    def _print(self, ticket: Ticket) -> None:
        answer: ev.Event = ev.TicketPrinted(ticket.code)
        if self.chance.random() < self.faults.printer and not self.healed:
            if self.chance.random() < 0.3:
                return  # not a word
            answer = ev.PrintFailed(ticket.code, "printer_error")
        else:
            self.driver.paper = ticket.code
        self.later(self.chance.uniform(0.5, 3), lambda: self.tell(answer))

    def _charge(self, attempt_id: str) -> None:
        """The bank does something; what it says is another matter."""
        if attempt_id in self.books.outcomes:
            return
        outcome: Outcome = Paid(attempt_id)
        luck = self.chance.random()
        if luck < self.faults.terminal and not self.healed:
            outcome = Declined(attempt_id)
        self.books.decide(outcome)
        if luck > 1 - self.faults.terminal and not self.healed:
            self.report(Unknown(attempt_id))
        else:
            self.report(outcome)

    def _settle(self, attempt_id: str) -> None:
        known = self.books.outcomes.get(attempt_id)
        answers = self.gateway and (self.healed or self.chance.random() < 0.1)
        self.report(known if known is not None and answers else Unknown(attempt_id))

    def report(self, outcome: Outcome) -> None:
        """The provider's word: first into the ledger, then to the lane."""
        if isinstance(outcome, Paid):
            self.books.paid.add(self.books.attempts[outcome.attempt_id])
        if not isinstance(outcome, Unknown):
            self.books.open_attempts.pop(outcome.attempt_id, None)
        self.tell(ev.PaymentReported(outcome, NOON if isinstance(outcome, Paid) else None))

    # --- wires

    def on_b(self) -> bool:
        """Whether anything really is under the boom."""
        return any(car.on_b for car in self.driver.cars)

    def tell_limits(self) -> None:
        """The boom moved."""
        self._wire(Input.BOOM_OPEN, self.boom.state == "open")
        self._wire(Input.BOOM_CLOSED, self.boom.state == "closed")

    def tell_wires(self) -> None:
        """Report what has changed, if there is a board to report it."""
        self._wire(Input.APPROACH, any(car.on_a for car in self.driver.cars))
        self._wire(Input.SAFETY, self.on_b())
        self.tell_limits()

    def _wire(self, wire: Input, on: bool) -> None:
        level = Level.ON if on else Level.OFF
        if self.board and self._wires.get(wire) is not level:
            self._wires[wire] = level
            self.tell(ev.InputChanged(wire, level))

    # --- misfortune

    def _misfortune(self) -> None:
        """Every ten seconds something may break, for a while."""
        if self.healed:
            return
        self.later(10.0, self._misfortune)
        happens = self.chance.random
        if happens() < self.faults.restart:
            self.start()
        if happens() < self.faults.board and self.board:
            self._board(on=False)
            self.later(self.chance.uniform(1, 60), lambda: self._board(on=True))
        if happens() < self.faults.store:
            self.broken_disk = True
            self.later(self.chance.uniform(5, 60), self._mend_disk)
        if happens() < self.faults.gateway:
            self._gateway(on=False)
            self.later(self.chance.uniform(60, 300), lambda: self._gateway(on=True))
        if happens() < self.faults.boom:
            self.boom.broken = True
            self.later(self.chance.uniform(5, 40), self._mend_boom)
        if happens() < self.faults.noise:
            self._flicker(self.chance.choice((Input.APPROACH, Input.SAFETY)))

    def _flicker(self, wire: Input) -> None:
        level = self._wires.get(wire)
        if self.board and level is not None:
            other = Level.OFF if level is Level.ON else Level.ON
            self.tell(ev.InputChanged(wire, other))
            self._wires[wire] = other
            self.later(0.08, self.tell_wires)

    def _board(self, *, on: bool) -> None:
        if self.board is on:
            return
        self.board = on
        self._wires.clear()
        self.tell(ev.DeviceChanged(Device.BOARD, on, "" if on else "unplugged"))
        self.tell_wires()

    def _gateway(self, *, on: bool) -> None:
        self.gateway = on
        self.tell(ev.GatewayChanged("gateway", on))

    def _mend_disk(self) -> None:
        self.broken_disk = False

    def _mend_boom(self) -> None:
        self.boom.broken = False

    def _heal(self) -> None:
        self.healed = True
        self._mend_disk()
        self._mend_boom()
        self._gateway(on=True)
        self._board(on=True)
        self.tell_wires()
