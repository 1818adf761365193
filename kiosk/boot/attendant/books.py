"""The reports page at work: the Zs of this booth, as they were taken."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.shift import report
from kiosk.domain.wording import Text
from kiosk.reports.figures import Figures
from kiosk.runtime.desk import Desk
from kiosk.views.books import BooksFacts, PrintZ, ShowZ, Wish, ZRow

GONE = Text("This Z is not of this booth.")
PRINTED = Text("A copy of Z {number} is printed.")


class BooksWork:
    """Everything about reports that were taken."""

    def __init__(self, road: Road) -> None:
        self._road = road
        self.facts = BooksFacts()

    def clear(self) -> None:
        """Somebody else sits down."""
        self.facts = BooksFacts()

    def look(self) -> None:
        """Ask for the last Zs, and where the journal stands."""
        self._road.ask(partial(books, self._road.desk), self._is_now)

    def wish(self, wish: Wish) -> None:
        """Do what is asked for."""
        desk, number = self._road.desk, wish.number
        match wish:
            case ShowZ():
                self._road.ask(lambda: desk.shifts.z(number), partial(self._shows, number))
            case PrintZ():
                self._road.ask(partial(print_again, desk, number), partial(self._printed, number))

    def tell(self, trouble: Text) -> None:
        """Say why something was not done."""
        self.facts = replace(self.facts, trouble=trouble, done=None)
        self._road.changed()

    def _shows(self, number: int, figures: Figures | None) -> None:
        if figures is None:
            self.tell(GONE)
            return
        self.facts = replace(
            self.facts, number=number, report=report(figures), trouble=None, done=None
        )
        self._road.changed()

    def _printed(self, number: int, found: bool) -> None:
        if not found:
            self.tell(GONE)
            return
        done = PRINTED.with_values(number=number)
        self.facts = replace(self.facts, trouble=None, done=done)
        self._road.changed()

    def _is_now(self, now: BooksFacts) -> None:
        self.facts = replace(self.facts, zs=now.zs, seq=now.seq, head=now.head)
        self._road.changed()


# --- on the jobs' thread


def books(desk: Desk) -> BooksFacts:
    """The last Zs, the newest first, and the journal's head."""
    with desk.counter.site.store.read() as unit:
        names = {each.staff_id: each.name for each in unit.staff.all()}
        head = unit.journal.head()
    zs = tuple(
        ZRow(each.number, each.taken_at, each.gross - each.refunded, names.get(each.actor, ""))
        for each in desk.shifts.last()
    )
    return BooksFacts(zs, seq=head.seq, head=head.hash.hex())


def print_again(desk: Desk, number: int) -> bool:
    """Print a copy of a Z; False where there is none."""
    figures = desk.shifts.z(number)
    if figures is not None:
        desk.papers.closing(figures, copy=True)
    return figures is not None
