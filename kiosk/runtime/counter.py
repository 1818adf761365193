"""The counter: who stands at it, what they may do, and the lanes and printers within reach.

Every part of the desk (cash, refunds, shift, passes, validations) works on the same counter.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.config.settings import LaneAt
from kiosk.domain.event import Circumstances
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.session import Session, SessionState
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Right, Staff
from kiosk.lane import events as ev
from kiosk.lane.subject import stay_of
from kiosk.runtime import owing
from kiosk.runtime.answers import NotAllowed, SecondNeeded, SecondRefused
from kiosk.runtime.lane_runner import LaneRunner
from kiosk.runtime.office import Office
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.second import Pins, Second
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction


class Counter:
    """One booth's counter. `staff` is the person who is signed on."""

    def __init__(
        self,
        site: Site,
        lanes: Mapping[str, LaneRunner],
        papers: Mapping[str, Paperwork],
        pins: Pins,
    ) -> None:
        self.site = site
        self.lanes = lanes
        self.papers = papers
        self.pins = pins
        self.staff: Staff | None = None
        self.office: Office | None = None

    @property
    def actor(self) -> str:
        """The name under which facts are recorded."""
        return self.staff.staff_id if self.staff else "booth"

    def need(self, right: Right) -> None:
        """Raise `NotAllowed` unless the person here may do that, by what the ledger says now.

        They may have been let go meanwhile, or have another role, by a word from another booth.
        """
        if self.staff is not None:
            with self.site.store.read() as unit:
                self.staff = unit.staff.find(self.staff.staff_id) or self.staff
        if self.staff is None or not self.staff.may(right):
            raise NotAllowed(right)

    def word_for(
        self, amount: Money, right: Right, second: Second | None
    ) -> str | SecondNeeded | SecondRefused | None:
        """The second person's id where the amount is above the house's limit, None below it."""
        if abs(amount.minor) <= self.site.settings.facility.refund_limit_minor:
            return None
        return self.pins.agreed(second, right, self.actor)

    def here(self, session_id: str | None = None, *, forced: bool = False) -> Circumstances:
        """The circumstances of what this person does now, at the lane where the car stands."""
        lane_id = self.lane_of(session_id) if session_id else None
        return self.site.here(lane_id, session_id, self.actor, forced=forced)

    def lane_of(self, session_id: str) -> str | None:
        """The lane where this session's car stands and is asked for money."""
        for lane_id, runner in self.lanes.items():
            stay = stay_of(runner.state.phase)
            if stay is not None and stay.session_id == session_id:
                return lane_id
        return None

    def paperwork(self, session_id: str | None = None) -> Paperwork:
        """The printer at the car, else the one for the counter: the first exit's, or lane's."""
        standing = self.lane_of(session_id) if session_id else None
        return self.papers[standing or self.nearest_exit().id]

    def announce(self, session_id: str) -> Stay:
        """What this stay owes now. The lane where it stands goes on by that; else paper does.

        Call it after every commit that changed what a stay owes.
        """
        with self.site.store.read() as unit:
            session = session_of(unit, session_id)
            now = self.site.clock.now()
            stay = self.site.stay(unit, session, now)
        standing = self.lane_of(session_id)
        if standing is not None:
            self.lanes[standing].post(ev.PaidElsewhere(session_id, stay))
        elif _needs_pass(session, stay):
            self.papers[self.nearest_exit().id].print_exit_pass(stay)
        return stay

    def money_came(self, session_id: str) -> Stay:
        """`announce`, and what is shown at the counter then."""
        self.announce(session_id)
        return self.shown(session_id)

    def shown(self, session_id: str) -> Stay:
        """What this stay owes now; a debt is shown as a debt."""
        with self.site.store.read() as unit:
            session = session_of(unit, session_id)
            stay = self.site.stay(unit, session, self.site.clock.now())
            debt = owing.open_debt(unit, session)
        return stay if debt is None else owing.owed_since(stay, debt)

    def nearest_exit(self) -> LaneAt:
        """Whose printer is the counter's: the first exit's, else the first lane's."""
        lanes = self.site.settings.lane
        return next((each for each in lanes if each.kind is LaneKind.EXIT), lanes[0])


def session_of(unit: Transaction, session_id: str) -> Session:
    """A session that somebody was shown; LookupError if the ledger has none."""
    session = unit.sessions.find(session_id)
    if session is None:
        raise LookupError(f"the ledger holds no session {session_id!r}, and yet it was shown")
    return session


def _needs_pass(session: Session, stay: Stay) -> bool:
    """A car that is still inside and has all paid until some time from now on."""
    inside = session.state is not SessionState.ENDED
    return inside and not stay.due and stay.leave_by_at is not None and stay.paid.minor > 0
