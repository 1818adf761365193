"""The staff page at work: people enrolled, changed, let go and taken back, and PINs made new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.sentences import no_staff
from kiosk.domain.staff import Staff
from kiosk.domain.wording import Text
from kiosk.runtime.desk import Desk
from kiosk.runtime.second import WrongPin
from kiosk.runtime.staff_desk import StaffRefusal
from kiosk.views.sign_on import wrong_pin
from kiosk.views.staff_page import (
    ChangePerson,
    LetGo,
    Member,
    MyPin,
    NewPerson,
    NewPin,
    StaffFacts,
    TakeBack,
    Wish,
)

Answer = Staff | StaffRefusal | WrongPin

ENROLLED = Text("{name} may sign on now, with the PIN you typed.")
CHANGED = Text("On record: {name}.")
PIN_IS_NEW = Text("{name} has a new PIN at this booth.")
MY_PIN_IS_NEW = Text("You have a new PIN at this booth.")
GONE = Text("{name} may do nothing here any more.")
BACK = Text("{name} works here again, with the PIN you typed.")


class StaffWork:
    """Everything about people."""

    def __init__(self, road: Road, settled: Callable[[], None]) -> None:
        """`settled` is called after a change: other pages show people too."""
        self._road = road
        self._settled = settled
        self.facts = StaffFacts()

    def clear(self) -> None:
        """Somebody else sits down: what was typed before them is gone."""
        self.facts = StaffFacts(settled=self.facts.settled + 1)

    def look(self) -> None:
        """Ask who works here."""
        self._road.ask(partial(members, self._road.desk), self._are_now)

    def wish(self, wish: Wish) -> None:
        """Do what is asked for."""
        desk = self._road.desk.staff_desk
        match wish:
            case NewPerson(name, role, pin):
                self._ask(lambda: desk.enrol(name, role, pin), ENROLLED)
            case ChangePerson(staff_id, name, role):
                self._ask(lambda: desk.change(staff_id, name, role), CHANGED)
            case NewPin(staff_id, pin):
                self._ask(lambda: desk.new_pin(staff_id, pin), PIN_IS_NEW)
            case MyPin(old, pin):
                self._ask(lambda: desk.change_my_pin(old, pin), MY_PIN_IS_NEW)
            case LetGo(staff_id, reason):
                self._ask(lambda: desk.let_go(staff_id, reason), GONE)
            case TakeBack(staff_id, role, pin):
                self._ask(lambda: desk.take_back(staff_id, role, pin), BACK)

    def tell(self, trouble: Text) -> None:
        """Say why something was not done."""
        self.facts = replace(self.facts, trouble=trouble, done=None)
        self._road.changed()

    def _ask(self, question: Callable[[], Answer], done: Text) -> None:
        def answered(answer: Answer) -> None:
            match answer:
                case Staff():
                    self._done(done.with_values(name=answer.name))
                case StaffRefusal():
                    self.tell(no_staff(answer))
                case WrongPin(left):
                    self.tell(wrong_pin(left))
            self.look()

        self._road.ask(question, answered)

    def _done(self, done: Text) -> None:
        self.facts = replace(self.facts, settled=self.facts.settled + 1, trouble=None, done=done)
        self._road.changed()
        self._settled()

    def _are_now(self, people: tuple[Member, ...]) -> None:
        self.facts = replace(self.facts, people=people)
        self._road.changed()


# --- on the jobs' thread


def members(desk: Desk) -> tuple[Member, ...]:
    """Everybody the house knows, as the page lists them."""
    return tuple(
        Member(
            known.staff.staff_id,
            known.staff.name,
            known.staff.role,
            known.staff.active,
            known.failures,
        )
        for known in desk.staff_desk.people()
    )
