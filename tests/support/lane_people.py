"""The people of a lane's world: drivers who do what drivers do, and an attendant now and then."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Input, LaneKind, Level
from kiosk.lane import events as ev
from kiosk.lane import state

if TYPE_CHECKING:
    from tests.support.lane_world import World

PATIENCE_SECONDS = 240.0
TAKEN = ev.InputChanged(Input.TICKET_TAKEN, Level.ON)


@dataclass(slots=True)
class Car:
    """A car and who drives it. `manner` is what it will do that the design has a row for."""

    number: int
    manner: str
    code: str
    arrived_at: float
    on_a: bool = True
    on_b: bool = False
    moving: bool = False
    session_id: str | None = None
    let_by: str | None = None


@dataclass(slots=True)
class Driver:
    """Drives one car after the other up to the lane, and acts on what the screen says."""

    world: World
    cars: list[Car] = field(default_factory=list)
    paper: str | None = None
    served: int = 0
    arrived: int = 0
    last_gone_at: float = 0.0
    left_at: float = 0.0
    left_a_at: float = 0.0
    coming_back: str = ""

    def tick(self) -> None:
        """Once a second: look at the screen, and do something or nothing."""
        world = self.world
        world.later(1.0, self.tick)
        car = self.at_station()
        if car is None:
            # Close behind an ordinary car, or when all are gone: between a car and its trailer,
            # two loops cannot tell a queue from a tailgater.
            close_behind = all(each.manner == "ordinary" for each in self.cars)
            room = world.now - self.left_a_at > 0.5 and world.now - self.left_at > 8
            if close_behind and room and world.chance.random() < 0.1:
                self.arrive()
        elif not car.moving:
            self._act(car)

    def at_station(self) -> Car | None:
        """The car that stands at the screen."""
        return next((car for car in self.cars if car.on_a), None)

    def arrive(self) -> Car:
        """The next car drives up, with a session inside if this is an exit."""
        world = self.world
        self.arrived += 1
        manner = "ordinary"
        if not world.healed and world.chance.random() < world.faults.manners:
            manner = world.chance.choice(
                ("abandons", "backs_out", "noses", "trailer", "leaves_ticket", "tailgated", "lost")
                + ("comes_back",) * (world.kind is LaneKind.EXIT)
            )
        code = f"booking{self.arrived}"
        if world.kind is LaneKind.EXIT:
            code = self.coming_back or world.books.park(self.arrived)
            self.coming_back = ""
        car = Car(self.arrived, manner, "nonsense" if manner == "lost" else code, world.now)
        car.session_id = world.books.tickets.get(code)
        self.cars.append(car)
        world.tell_wires()
        return car

    def _act(self, car: Car) -> None:
        world, phase = self.world, self.world.lane.phase
        chance = world.chance.random
        waited = world.now - car.arrived_at
        if (car.manner == "abandons" and waited > 10 and chance() < 0.3) or (
            world.kind is LaneKind.ENTRY and waited > PATIENCE_SECONDS
        ):
            self.leave_backwards(car)
        elif self._may_drive(car):
            self._drive(car)
        else:
            self._use_screen(car, phase)

    def _use_screen(self, car: Car, phase: state.Phase) -> None:
        world = self.world
        chance = world.chance.random
        match phase:
            case state.Armed() if world.kind is LaneKind.EXIT or chance() < 0.2:
                world.tell(ev.CodeOffered(car.code))
            case state.Armed() | state.Refused() if world.kind is LaneKind.ENTRY:
                world.tell(ev.InputChanged(Input.TICKET_BUTTON, Level.ON))
            case state.Refused() if chance() < 0.2:
                world.tell(ev.HelpTapped())
            case state.Taking() if car.manner == "leaves_ticket":
                self.leave_backwards(car)
            case state.Taking() if chance() < 0.4:
                world.tell(TAKEN)
            case state.Quoted():
                method = Method.CASH if chance() < 0.2 else Method.CARD
                world.tell(ev.MethodChosen(method))
            case state.Unsettled() if car.manner in ("comes_back", "abandons"):
                self.coming_back = car.code if car.manner == "comes_back" else ""
                self.leave_backwards(car)
            case state.Paying() if chance() < 0.02:
                world.tell(ev.BackTapped())
            case state.Idle() | state.Waiting() | state.OutOfService() if chance() < 0.05:
                world.tell(ev.HelpTapped())
            case _:
                pass

    def _may_drive(self, car: Car) -> bool:
        """The boom is up and the screen means this car."""
        phase = self.world.lane.phase
        if isinstance(phase, state.Evacuating):
            return self.world.boom.state == "open"
        if self.world.boom.state != "open" or not isinstance(phase, state.Passing):
            return False
        going = phase.going
        car.let_by = going.session_id
        if going.counted or going.session_id is None:
            return not going.counted
        if going.cause == "resumed" or going.blind:
            return True  # the program may take this car for another; the driver sees an open boom
        if self.world.kind is LaneKind.ENTRY:
            car.session_id = going.session_id
        return going.session_id == car.session_id

    def _drive(self, car: Car) -> None:
        later = self.world.later
        car.moving = True
        match car.manner:
            case "backs_out":
                later(1.0, lambda: self.leave_backwards(car))
            case "noses":
                self._over(car, on_b=True)
                later(2.0, lambda: self._over(car, on_b=False))
                later(5.0, lambda: self.leave_backwards(car))
            case "trailer":
                self._through(car)
                later(2.8, lambda: self._over(car, on_b=False))
                later(3.4, lambda: self._over(car, on_b=True))
                later(4.5, lambda: self._gone(car))
            case _:
                self._through(car)
                if car.manner == "tailgated":
                    later(2.2, self._tailgate)
                later(self.world.chance.uniform(3.0, 5.0), lambda: self._gone(car))

    def _through(self, car: Car) -> None:
        self.world.later(1.0, lambda: self._over(car, on_b=True))
        self.world.later(2.0, lambda: self._over(car, on_a=False, on_b=True))

    def _tailgate(self) -> None:
        """The next car follows before the first has left B."""
        car = self.arrive()
        car.moving = True
        car.manner = "tailgates"
        car.session_id = None
        self.world.later(0.5, lambda: self._over(car, on_b=True))
        self.world.later(1.5, lambda: self._over(car, on_a=False, on_b=True))
        self.world.later(3.5, lambda: self._gone(car))

    def _over(self, car: Car, *, on_b: bool, on_a: bool = True) -> None:
        was = self.world.on_b()
        if car.on_a and not on_a:
            self.left_a_at = self.world.now
        car.on_a, car.on_b = on_a and car.on_a, on_b
        if self.world.on_b() and not was:
            self.world.boom.car_on_b()
        if was and not self.world.on_b():
            self.world.books.b_left_at = self.world.now
            self.world.boom.car_off_b()
        self.world.tell_wires()

    def _gone(self, car: Car) -> None:
        self.world.books.drove_through(car)
        self.served += 1
        self.last_gone_at = self.world.now
        self._over(car, on_a=False, on_b=False)
        self.cars.remove(car)
        self.left_at = self.world.now

    def leave_backwards(self, car: Car) -> None:
        """Back out of the lane, whatever the screen says."""
        car.moving = True
        self._over(car, on_a=False, on_b=False)
        self.cars.remove(car)
        self.left_at = self.world.now


@dataclass(slots=True)
class Attendant:
    """Answers calls after a while, when there; takes cash, opens, and puts lanes back to rest."""

    world: World
    ringing_since: float | None = None
    away_until: float = 0.0

    def tick(self) -> None:
        """Every five seconds."""
        world = self.world
        world.later(5.0, self.tick)
        if not world.healed and world.chance.random() < world.faults.absent:
            self.away_until = world.now + world.chance.uniform(60, 400)
        needed = bool(world.lane.calling) or isinstance(world.lane.phase, state.OutOfService)
        if not needed or (world.now < self.away_until and not world.healed):
            self.ringing_since = None
            return
        if self.ringing_since is None:
            self.ringing_since = world.now
        elif world.now - self.ringing_since > world.chance.uniform(5, 60):
            self.ringing_since = None
            self._help()

    def _help(self) -> None:
        world, by = self.world, ev.Authority("attendant", "help")
        calling = world.lane.calling
        world.tell(ev.HelpAnswered(by))
        match world.lane.phase:
            case state.OutOfService(going=going):
                in_need = going is not None or world.kind is LaneKind.EXIT
                order = ev.ManualOpenOrdered(by) if in_need else ev.LaneResetOrdered(by)
                world.tell(order)
            case state.Waiting("store") | state.Waiting(stay=None) | state.Refused():
                self._let_in_or_out(by)
            case state.Quoted(stay) | state.CashWanted(stay) | state.Waiting(stay=Stay() as stay):
                self._take_cash(stay)
            case state.Unsettled() if calling and world.chance.random() < 0.3:
                world.tell(ev.NilExitOrdered(by))
            case state.Idle() | state.Armed() if self.world.driver.at_station() is not None:
                self._let_in_or_out(by)
            case state.Passing(stalled=True):
                world.tell(ev.LaneResetOrdered(by))
            case _:
                pass

    def _let_in_or_out(self, by: ev.Authority) -> None:
        out = self.world.kind is LaneKind.EXIT
        self.world.tell(ev.ManualOpenOrdered(by) if out else ev.LaneResetOrdered(by))

    def _take_cash(self, stay: Stay) -> None:
        world = self.world
        if not stay.due or world.broken_disk:
            return
        if stay.session_id in world.books.open_attempts.values():
            return
        world.books.take_cash(stay.session_id)
        world.tell(ev.PaidElsewhere(stay.session_id, world.stay(stay.session_id)))
