"""The road between the attendant's window and the desk: wishes go there, answers come back.

The window lives on its own thread, the desk on the jobs'; between them go only frozen values. Where
the desk asks for a second person, the wish waits here until somebody has agreed or nobody will.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.runtime.answers import SecondNeeded, SecondRefused
from kiosk.runtime.desk import Desk
from kiosk.runtime.jobs import Jobs
from kiosk.runtime.second import Second

T = TypeVar("T")

NOBODY_ELSE = Text("Nobody else here has the right to agree to that.")


@dataclass(frozen=True, slots=True)
class Agreement:
    """A wish that waits for another person: who may agree, to what, and how it goes on then.

    `refused` is whose PIN was just wrong.
    """

    people: tuple[Staff, ...]
    what: Text
    again: Callable[[Second], None]
    refused: str | None = None


class Road:
    """What every page of the window needs: the desk, a worker, and a way to say that it changed."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        changed: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self.desk = desk
        self.changed = changed
        self.staff: Staff | None = None
        self.people: tuple[Staff, ...] = ()
        self.agreement: Agreement | None = None
        self._jobs = jobs
        self._failed = failed
        self._asked = ""

    def ask(self, question: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Run `question` on the jobs' thread, `answer` on this one."""
        self._jobs.ask(question, answer, self._failed)

    def post(self, call: Callable[[], None]) -> None:
        """Call this on the window's thread; from any other."""
        self._jobs.post(call)

    def agree(
        self,
        answer: SecondNeeded | SecondRefused,
        what: Text,
        again: Callable[[Second], None],
        trouble: Callable[[Text], None],
    ) -> None:
        """Ask another person, or tell that there is none who may."""
        if isinstance(answer, SecondNeeded):
            self.ask_second(answer.right, what, again, trouble)
        elif self.agreement is not None:
            self.agreement = Agreement(self.agreement.people, what, again, self._asked)
            self.changed()
        else:
            trouble(NOBODY_ELSE)

    def ask_second(
        self,
        right: Right,
        what: Text,
        again: Callable[[Second], None],
        trouble: Callable[[Text], None],
    ) -> None:
        """Ask for the word of somebody else who has this right."""
        mine = self.staff.staff_id if self.staff else ""
        people = tuple(p for p in self.people if p.staff_id != mine and p.may(right))
        if not people:
            trouble(NOBODY_ELSE)
            return
        self.agreement = Agreement(people, what, again)
        self.changed()

    def said(self, staff_id: str, pin: str) -> None:
        """Somebody agreed, with this PIN."""
        if self.agreement is not None:
            self._asked = staff_id
            self.agreement.again(Second(staff_id, pin))

    def settled(self) -> None:
        """Nobody is asked any more: it was done, or given up."""
        self.agreement = None
        self.changed()
