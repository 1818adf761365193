"""Lost tickets at work: what they may cost, and the price on the counter once it is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from kiosk.boot.attendant.cashier import CounterWork
from kiosk.boot.attendant.places import place_name
from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.sentences import no
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.lane.state import Idle, Lane, Refused
from kiosk.runtime.answers import SecondNeeded, SecondRefused
from kiosk.runtime.clock import Clock
from kiosk.runtime.desk import Desk
from kiosk.runtime.lost_desk import AtLane, NewTicket, NoCar, Proof
from kiosk.runtime.second import Second
from kiosk.views.codes import grouped
from kiosk.views.lanes_board import stay_at
from kiosk.views.lost import ON_FOOT, Declare, LostFacts, Seek, Wish
from kiosk.views.seeking import found_stay, read_came

Answer = AtLane | NewTicket | NoCar | SecondNeeded | SecondRefused | Refusal

NEW_TICKET = Text("The new ticket is {code}.")
NOT_PRINTED = Text("No printer took the new ticket. Write its code down: {code}")
NO_CAR = Text("No car waits there, or it is being served. Choose the exit where it stands.")
LESS = Text("A lost ticket for {amount}, less than the flat fee")


class LostWork:
    """What is asked and said of a lost ticket; the stay then lies on the counter like any other."""

    def __init__(
        self,
        road: Road,
        clock: Clock,
        counter: CounterWork,
        lanes: Mapping[str, Lane],
        done: Callable[[], None],
    ) -> None:
        """`lanes` are the lanes as they are now; `done` is called when something was recorded."""
        self._road = road
        self._clock = clock
        self._counter = counter
        self._lanes = lanes
        self._done = done
        self._awaited: tuple[str, str | None] | None = None
        self._laid: tuple[str, str] | None = None
        """Lane and stay of what was put on the counter from there."""
        self._declaring = False
        self.facts = LostFacts()

    def clear(self) -> None:
        """Somebody else sits down."""
        self.facts = LostFacts(settled=self.facts.settled + 1)
        self._awaited = self._laid = None

    def wish(self, wish: Wish) -> None:
        """Do what is asked for."""
        match wish:
            case Seek(typed):
                question = partial(_options, self._road.desk, self._clock, typed)
                self._road.ask(question, self._found)
            case Declare():
                self._declare(wish, None)

    def lane_changed(self, lane_id: str, lane: Lane) -> None:
        """The lane that was told has priced the stay: whoever stands at the counter sees it too.

        Until it is dealt with there: by card, or the car turns back.
        """
        if self._laid is not None and self._laid[0] == lane_id:
            still = stay_at(lane)
            if still is None or still.session_id != self._laid[1]:
                self._counter.take_away(self._laid[1])
                self._laid = None
        if self._awaited is None or self._awaited[0] != lane_id:
            return
        stay = stay_at(lane)
        if stay is not None and stay.session_id != self._awaited[1]:
            self._awaited, self._laid = None, (lane_id, stay.session_id)
            self._counter.lay(stay)
        elif isinstance(lane.phase, Idle | Refused):
            self._awaited = None

    def _found(self, found: LostFacts) -> None:
        self.facts = replace(found, settled=self.facts.settled)
        self._road.changed()

    def _declare(self, wish: Declare, second: Second | None) -> None:
        """Once: pressed twice, a flat fee would begin two stays."""
        if self._declaring:
            return
        self._declaring = True
        desk = self._road.desk.lost
        lane_id = "" if wish.lane_id == ON_FOOT else wish.lane_id
        before = stay_at(self._lanes[lane_id]) if lane_id in self._lanes else None
        proof = Proof(wish.session_id, wish.entered_at)

        def declared(answer: Answer) -> None:
            if isinstance(answer, SecondNeeded | SecondRefused):
                what = LESS.with_values(amount=wish.total)
                again = partial(self._declare, wish)
                self._road.agree(answer, what, again, self._counter.tell)
                return
            self._road.agreement = None
            match answer:
                case AtLane():
                    self._awaited = (lane_id, before.session_id if before else None)
                    self._settle()
                    self.lane_changed(lane_id, self._lanes[lane_id])
                case NewTicket(stay, code, printed):
                    self._settle()
                    said = NEW_TICKET if printed else NOT_PRINTED
                    self._counter.lay(stay, said.with_values(code=grouped(code) or code))
                case NoCar():
                    self._counter.tell(NO_CAR)
                case Refusal():
                    self._counter.tell(no(answer))

        self._road.ask(lambda: desk.declare(proof, lane_id, wish.reason, second), declared)
        self._road.ask(lambda: None, lambda _: self._ready())  # comes after it, failed or not

    def _ready(self) -> None:
        self._declaring = False

    def _settle(self) -> None:
        self.facts = LostFacts(settled=self.facts.settled + 1)
        self._road.changed()
        self._done()


# --- on the jobs' thread


def _options(desk: Desk, clock: Clock, typed: str) -> LostFacts:
    """Every price there may be, for what is typed."""
    site = desk.counter.site
    came = read_came(typed, site.zone, clock.now())
    came_at = None if isinstance(came, Text) else came
    options = desk.lost.options(came_at)
    found = tuple(
        found_stay(stay, place_name(site, session.entry_lane)) for session, stay in options.stays
    )
    wrong = came if isinstance(came, Text) else None
    return LostFacts(typed, wrong, options.fee, came_at, options.since, found)
