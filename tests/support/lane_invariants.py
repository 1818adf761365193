"""What must hold in a lane's world: at every effect, and at the end of the day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kiosk.domain.facts import lanes, payments, stays
from kiosk.domain.payment import Outcome, Paid
from kiosk.domain.session import Admission
from kiosk.domain.signals import LaneKind, Level
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane import state
from kiosk.lane.listing import TICKET, WITH_TICKET
from kiosk.lane.orders import UNRECORDED
from kiosk.lane.rules import PulseSemantics

if TYPE_CHECKING:
    from tests.support.lane_people import Car
    from tests.support.lane_world import World

SETTLED_SECONDS = 120.0
"""L3: once the provider answers again, an attempt has its end within two minutes."""
QUIET_SECONDS = 900.0
"""L1: a healed lane serves a car within 15 minutes."""


def check_effect(
    world: World,
    before: state.Lane,
    event: ev.Event,
    effect: do.Effect,
    committed: list[do.Effect],
) -> None:
    """S1, S2, S5 and S6, before the effect is carried out. `committed`: what came before it."""
    match effect:
        case do.CloseBarrier():
            assert world.lane.senses.safety is Level.OFF, "S1: closed over B"
            assert not world.on_b(), "S1: closed over a car"
            assert world.now - world.books.b_left_at >= 1.5, "S2: closed too soon"
        case do.OpenBarrier():
            assert world.board, "S6: a pulse to a board that is not there"
            ordered = any(
                isinstance(body, lanes.BarrierOrdered)
                for each in committed
                if isinstance(each, do.Record)
                for body in each.bodies
            )
            egress = (
                world.kind is LaneKind.EXIT
                and isinstance(event, ev.RecordFailed)
                and isinstance(before.phase, state.Opening)
                and before.phase.going.cause == UNRECORDED
            )
            assert ordered or egress, "S5: opened without a record"
        case do.BeginSession():
            assert world.driver.at_station() is not None, "a ticket without a car"
        case _:
            pass


def _is_there(world: World, session_id: str) -> None:
    """The boom opens for the car that paid, and for none that came after it."""
    car = world.driver.at_station()
    if car is None:
        assert world.now - world.driver.left_at < 1.0, "S5: opened for nobody"
    else:
        assert car.session_id == session_id, "A1: opened for another car"


@dataclass(slots=True)
class Books:
    """The ledger as the world sees it, and what really happened beside it."""

    facts: list[object] = field(default_factory=list)
    tickets: dict[str, str] = field(default_factory=dict)
    sessions: list[str] = field(default_factory=list)
    activated: list[str] = field(default_factory=list)
    backed_out: set[str] = field(default_factory=set)
    flagged: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    authorised: dict[str, str] = field(default_factory=dict)
    ended: list[str] = field(default_factory=list)
    paid: set[str] = field(default_factory=set)
    attempts: dict[str, str] = field(default_factory=dict)
    open_attempts: dict[str, str] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    charges: list[str] = field(default_factory=list)
    through: list[Car] = field(default_factory=list)
    begun_at: dict[str, float] = field(default_factory=dict)
    b_left_at: float = -100.0

    # --- the ledger

    def write(self, body: object, world: World) -> None:  # noqa: C901 - one arm a fact
        """One committed fact."""
        self.facts.append(body)
        match body:
            case stays.SessionActivated(session_id):
                assert session_id not in self.activated, "A1: entered twice"
                assert session_id not in self.backed_out, "A1: a void session entered"
                self.activated.append(session_id)
            case stays.SessionBackedOut(session_id):
                assert session_id not in self.activated, "A1: backed out after entering"
                self.backed_out.add(session_id)
            case stays.SessionFlagged(session_id):
                self.flagged.add(session_id)
            case stays.TicketTaken(code):
                self.taken.add(self.tickets[code])
            case stays.ExitAuthorised(session_id, cause):
                assert session_id not in self.ended, "A1: left twice"
                if cause in ("paid", "grace", "free"):
                    assert session_id in self.paid, "A1: let go unpaid"
                    _is_there(world, session_id)
                self.authorised[session_id] = cause
            case stays.ExitAbandoned(session_id):
                self.authorised.pop(session_id, None)
            case stays.SessionEnded(session_id):
                assert session_id not in self.ended, "A1: left twice"
                self.ended.append(session_id)
                self.authorised.pop(session_id, None)
            case payments.AmountOwed(session_id) if world.gateway:
                assert session_id not in self.paid, "charged and owed"
            case lanes.BarrierOrdered("retry"):
                assert world.boom.state != "open", "retried an open boom"
                assert world.rules.pulse_semantics is PulseSemantics.NON_MEMORY, "retried memory"
            case _:
                pass

    def begin_session(self, world: World) -> str:
        """A new session at the entry."""
        session_id = f"s{len(self.sessions)}"
        self.sessions.append(session_id)
        return session_id

    def park(self, number: int) -> str:
        """A session that is already inside; returns the code of its ticket."""
        code = f"Tin{number}"
        self.tickets[code] = f"in{number}"
        return code

    def open_step(self, kind: LaneKind) -> ev.OpenStep:
        """What the journal says was unfinished when the program stopped."""
        attempts = list(self.open_attempts.items())
        attempt_id, attempt_session = attempts[0] if attempts else (None, None)
        if kind is LaneKind.EXIT:
            session = next((each for each in self.authorised if each not in self.flagged), None)
            return ev.OpenStep(
                authorised_session=session,
                open_attempt=attempt_id,
                attempt_session=attempt_session,
                more_attempts=tuple(attempts[1:]),
            )
        settled = self.backed_out | self.flagged | set(self.activated)
        unfinished = [each for each in self.sessions if each not in settled]
        if not unfinished:
            return ev.OpenStep()
        return ev.OpenStep(self._admission(unfinished[-1]), taken=unfinished[-1] in self.taken)

    def _admission(self, session_id: str) -> Admission:
        code = f"T{session_id}"
        ticket = replace(TICKET, code=code, session_id=session_id)
        return replace(
            WITH_TICKET, session_id=session_id, ticket=ticket if code in self.tickets else None
        )

    # --- money

    def begin_attempt(self, session_id: str, now: float) -> str:
        """A durable intent; a second one beside an open one is the thing that must not be."""
        assert session_id not in self.open_attempts.values(), "M4: two open attempts"
        assert session_id not in self.paid, "M1: charged again"
        attempt_id = f"a{len(self.attempts)}"
        self.attempts[attempt_id] = session_id
        self.open_attempts[attempt_id] = session_id
        self.begun_at[attempt_id] = now
        return attempt_id

    def decide(self, outcome: Outcome) -> None:
        """What the bank really did."""
        self.outcomes[outcome.attempt_id] = outcome
        if isinstance(outcome, Paid):
            self.charges.append(self.attempts[outcome.attempt_id])

    def take_cash(self, session_id: str) -> None:
        """Money over the counter."""
        self.charges.append(session_id)
        self.paid.add(session_id)

    # --- what really happened

    def drove_through(self, car: Car) -> None:
        """A car is really through."""
        self.through.append(car)

    def check_end(self, world: World) -> None:
        """M1, O1, A1 and L1, L2, when everything has healed and gone quiet."""
        assert len(self.charges) == len(set(self.charges)), "M1: charged twice"
        self._check_life(world)
        if world.faults.sees_everything:
            self._check_count(world)
        if world.kind is LaneKind.ENTRY:
            self._check_entry(world)
        else:
            self._check_exit(world)

    def _check_life(self, world: World) -> None:
        assert world.now - world.driver.last_gone_at < QUIET_SECONDS, "L1: a dead lane"
        car = world.driver.at_station()
        if car is not None and world.kind is LaneKind.EXIT:
            assert world.now - car.arrived_at < QUIET_SECONDS, "L1: trapped"
        if isinstance(world.lane.phase, state.Idle):
            assert set(world.timers) <= {"noise", "against"}, "L2: a timer leaks"
        for attempt_id in self.open_attempts:
            age = world.now - self.begun_at[attempt_id]
            assert age < SETTLED_SECONDS, "L3: an attempt nobody asks about"

    def _check_count(self, world: World) -> None:
        counted = sum(
            isinstance(
                each, lanes.PassageCompleted | lanes.TailgateDetected | lanes.PassageUnauthorised
            )
            for each in self.facts
        )
        under_way = sum(car.moving for car in world.driver.cars) + 1
        assert abs(counted - len(self.through)) <= under_way, "O1: the count is wrong"

    def _check_entry(self, world: World) -> None:
        resolved = self.backed_out | self.flagged | set(self.activated)
        open_now = [each for each in self.sessions if each not in resolved]
        if not world.faults.store:
            assert len(open_now) <= 1, "a session nobody decided about"
        real = [car.session_id for car in self.through if car.session_id is not None]
        for session_id in self.backed_out:
            assert session_id not in real, "O1: inside with a void session"

    def _check_exit(self, world: World) -> None:
        for car in self.through:
            session_id = car.session_id
            if car.manner in ("tailgates", "lost") or session_id is None:
                continue
            quiet = world.now - world.driver.last_gone_at > 5.0
            if world.faults.sees_everything and car.let_by == session_id and quiet:
                assert session_id in self.ended, "O1: gone and still inside"
