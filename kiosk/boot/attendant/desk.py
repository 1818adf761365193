"""Joins the attendant's window to the desk: who is here, orders to lanes, and what is shown.

What the pages of money do is in modules of their own, one for each page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from kiosk.boot.attendant.books import BooksWork
from kiosk.boot.attendant.cashier import CounterWork
from kiosk.boot.attendant.exceptions import ExceptionWork
from kiosk.boot.attendant.lost import LostWork
from kiosk.boot.attendant.passes import PassWork
from kiosk.boot.attendant.refunds import RefundWork
from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.shift import ShiftWork
from kiosk.boot.attendant.staff import StaffWork
from kiosk.boot.attendant.tariff import TariffWork
from kiosk.domain.signals import Device, LaneKind, LaneMode
from kiosk.domain.staff import Role, Staff
from kiosk.domain.wording import Text
from kiosk.lane import events as ev
from kiosk.lane.engine import Event
from kiosk.lane.state import CashWanted, Lane
from kiosk.runtime.clock import Clock
from kiosk.runtime.desk import BoothNow, Desk, NotAllowed, SignedOn, SignOnRefused
from kiosk.runtime.jobs import Jobs
from kiosk.runtime.office import OfficeTrouble
from kiosk.ui.attendant.pages import (
    BOOKS,
    CASHIER,
    EXCEPTIONS,
    PASSES,
    REFUNDS,
    SHIFT,
    STAFF,
    TARIFF,
)
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.views import books, exceptions, lost, passes, refunds, shift, staff_page, tariff, tilling
from kiosk.views.attendant import BoothFacts, ShiftFacts, SyncFacts, Work, attendant_view
from kiosk.views.cashier import Counter
from kiosk.views.codes import grouped
from kiosk.views.lanes_board import LaneFacts, code_of
from kiosk.views.sign_on import SignOnView, sign_on_view
from kiosk.views.wording import fault_text

PageWork = ShiftWork | PassWork | RefundWork | BooksWork | ExceptionWork | StaffWork
LET_GO = "let go"
"""Why the booth was left by itself: the person does not work here any more."""


class AttendantDesk:
    """One window, one desk."""

    def __init__(
        self,
        window: AttendantWindow,
        desk: Desk,
        jobs: Jobs,
        clock: Clock,
        site: str,
        names: Mapping[str, str],
        banner: Text | None = None,
        help_answered: Callable[[str], None] = lambda _lane_id: None,
        tariff_published: Callable[[], None] = lambda: None,
    ) -> None:
        self._window = window
        self._desk = desk
        facility = desk.counter.site.settings.facility
        self._road = road = Road(desk, jobs, self._render, self._failed)
        self._lanes: dict[str, Lane] = {}
        self._counter = CounterWork(road, self.look)
        self._lost = LostWork(road, clock, self._counter, self._lanes, self.look)
        self._shift = ShiftWork(road, facility.currency, self._sat_down)
        self._refunds = RefundWork(road, desk.counter.site.settings.booth.id, self.look)
        self._passes = PassWork(road, clock, ZoneInfo(facility.zone), facility.currency, self.look)
        self._books = BooksWork(road)
        self._exceptions = ExceptionWork(road, self._to_cashier, self.look)
        self._staff = StaffWork(road, self.look)
        self._tariff = TariffWork(road, clock, desk.counter, tariff_published)
        self._pages: Mapping[int, PageWork] = {
            SHIFT: self._shift,
            PASSES: self._passes,
            REFUNDS: self._refunds,
            BOOKS: self._books,
            EXCEPTIONS: self._exceptions,
            STAFF: self._staff,
        }
        self._clock = clock
        self._site = site
        self._names = names
        self._banner = banner
        self._help_answered = help_answered
        self._codes: dict[str, str] = {}
        """The last ticket, booking or pass that each lane saw."""
        lanes = desk.counter.site.settings.lane
        self._zones = {at.id: at.zone for at in lanes}
        self._entries = [at.id for at in lanes if at.kind is LaneKind.ENTRY]
        self._failures: Mapping[str, int] = {}
        self._refused: str | None = None
        self._first_start = True
        self._booth = BoothFacts(clock.now(), None)
        self._connect()
        self.look()

    def stop(self) -> None:
        """End what runs beside the window."""
        self._tariff.stop()

    def leave_kiosk(self, lane_id: str, pin: str) -> bool:
        """Whether this PIN may close the program; on the jobs' thread."""
        return self._desk.counter.pins.leave_kiosk(lane_id, pin) is not None

    def lane_changed(self, lane_id: str, lane: Lane) -> None:
        """A lane published itself."""
        self._lanes[lane_id] = lane
        code = code_of(lane.phase)
        if grouped(code):  # not whatever was held to a reader
            self._codes[lane_id] = code
        self._lost.lane_changed(lane_id, lane)
        self._render()

    def sync_changed(self, sync: SyncFacts) -> None:
        """The sync worker published itself."""
        self._booth = replace(self._booth, sync=sync)
        self._render()

    def look(self) -> None:
        """Ask for everything that changes by itself: people, shift, exceptions, today's takings."""
        self._road.ask(self._desk.look, self._on_booth)

    @property
    def counter(self) -> Counter:
        """What lies on the counter."""
        return replace(self._counter.shown, lost=self._lost.facts)

    def _connect(self) -> None:
        window = self._window
        window.signed_on.connect(self._sign_on)
        window.enrolled.connect(self._enrol)
        window.signed_off.connect(self._sign_off)
        window.code_offered.connect(self._counter.find)
        window.receipt_ordered.connect(self._receipt)
        window.asked.connect(self._wish)
        window.page_shown.connect(self._page_shown)
        window.second_said.connect(self._second_said)
        window.second_cancelled.connect(self._road.settled)
        window.open_ordered.connect(self._plain(ev.ManualOpenOrdered))
        window.reset_ordered.connect(self._plain(ev.LaneResetOrdered))
        window.presence_ordered.connect(self._plain(ev.PresenceForced))
        window.void_ordered.connect(self._plain(ev.VoidOrdered))
        window.evacuation_ended.connect(self._plain(ev.EvacuationEnded))
        window.nil_exit_ordered.connect(self._plain(ev.NilExitOrdered))
        window.iou_ordered.connect(self._plain(ev.IouOrdered))
        window.keep_open_ordered.connect(self._keep_open)
        window.mode_ordered.connect(self._set_mode)
        window.modes_ordered.connect(self._set_modes)
        window.help_answered.connect(self._answer_help)
        window.clock_confirmed.connect(self._confirm_clock)
        window.reissue_ordered.connect(self._reissue)

    # --- who is here

    def _sign_on(self, staff_id: str, pin: str) -> None:
        def answered(result: SignedOn | SignOnRefused) -> None:
            if isinstance(result, SignedOn):
                self._refused = None
                self._sat_down(result.staff)
            else:
                self._refused = staff_id
            self.look()

        self._road.ask(lambda: self._desk.sign_on(staff_id, pin), answered)

    def _sat_down(self, staff: Staff) -> None:
        """This person holds the booth: nothing of the one before lies about."""
        self._road.staff = staff
        for part in (self._counter, self._lost, self._tariff, *self._pages.values()):
            part.clear()
        self._shift.look()

    def _second_said(self, staff_id: str, pin: str) -> None:
        self._road.said(staff_id, pin)
        self.look()  # a wrong PIN counts, and is seen

    def _enrol(self, name: str, role: str, pin: str) -> None:
        def enrolled(staff: Staff) -> None:
            self._sign_on(staff.staff_id, pin)

        self._road.ask(lambda: self._desk.enrol(name, pin, Role(role)), enrolled)

    def enrol_first(
        self, people: Sequence[tuple[str, Role]], pin: str, floats: Mapping[int, int]
    ) -> None:
        """Enrol these where nobody is known yet (the demo's own people); the first lets them in.

        And counts the first shift's float: value of a piece to how many lie in the drawer.
        """

        def enrol() -> None:
            if self._desk.people():
                return
            for name, role in people:
                enrolled = self._desk.enrol(name, pin, role)
                self._desk.staff = self._desk.staff or enrolled
            self._desk.shifts.open(floats)
            self._desk.staff = None

        self._road.ask(enrol, lambda _: self.look())

    def _sign_off(self, reason: str) -> None:
        self._road.staff = None
        self._road.settled()
        self._road.ask(lambda: self._desk.sign_off(reason), lambda _: self.look())

    # --- pages

    def _wish(self, wish: object) -> None:
        """A page asks for something: to whoever does such things."""
        if isinstance(wish, shift.Wish):
            self._shift.wish(wish)
        elif isinstance(wish, refunds.Wish):
            self._refunds.wish(wish)
        elif isinstance(wish, tilling.Wish):
            self._counter.wish(wish)
        elif isinstance(wish, lost.Wish):
            self._lost.wish(wish)
        elif isinstance(wish, passes.Wish):
            self._passes.wish(wish)
        elif isinstance(wish, tariff.Wish):
            self._tariff.wish(wish)
        elif isinstance(wish, books.Wish):
            self._books.wish(wish)
        elif isinstance(wish, exceptions.Wish):
            self._exceptions.wish(wish)
        elif isinstance(wish, staff_page.Wish):
            self._staff.wish(wish)
        else:
            raise TypeError(f"nobody does {wish!r}")

    def _page_shown(self, place: int) -> None:
        """What changes by itself is asked for where it is seen."""
        if self._road.staff is None:
            return
        if place == CASHIER:
            self.look()
        elif place == TARIFF:
            self._tariff.look()
        elif place in self._pages:
            self._pages[place].look()

    def _to_cashier(self, code: str) -> None:
        """The stay or the debt behind this code, where money is taken."""
        self._window.show_page(CASHIER)
        self._counter.find(code)

    def _receipt(self, session_id: str) -> None:
        self._road.ask(lambda: self._desk.print_receipt(session_id), lambda _: None)

    # --- orders

    def _plain(self, order: Callable[[ev.Authority], Event]) -> Callable[[str, str], None]:
        """A slot for an order that says nothing but where and why."""

        def give(lane_id: str, reason: str) -> None:
            self._order(lane_id, reason, order)

        return give

    def _keep_open(self, lane_id: str, on: bool, reason: str) -> None:
        self._order(lane_id, reason, lambda by: ev.KeepOpenOrdered(by, on))

    def _set_mode(self, lane_id: str, mode: str, reason: str) -> None:
        self._order(lane_id, reason, lambda by: ev.ModeOrdered(by, LaneMode(mode)))

    def _set_modes(self, lane_id: str, everywhere: bool, mode: str, reason: str) -> None:
        zone = self._zones.get(lane_id, "")
        for each in self._entries:
            if everywhere or self._zones[each] == zone:
                self._set_mode(each, mode, reason)

    def _answer_help(self, lane_id: str) -> None:
        self._order(lane_id, "", ev.HelpAnswered)
        self._help_answered(lane_id)
        phase = self._lanes[lane_id].phase if lane_id in self._lanes else None
        if isinstance(phase, CashWanted) and self.counter.stay is None:
            self._to_cashier(phase.stay.code)  # whoever comes with cash is served at once

    def _confirm_clock(self) -> None:
        self._road.ask(self._desk.confirm_clock, lambda _: self.look())

    def _reissue(self, code: str, lane_id: str, reason: str) -> None:
        self._order(lane_id, reason, lambda by: ev.ReissueOrdered(by, code))

    def _order(self, lane_id: str, reason: str, order: Callable[[ev.Authority], Event]) -> None:
        def give() -> None:
            self._desk.order(lane_id, order(self._desk.authority(reason)))

        self._road.ask(give, lambda _: self.look())

    # --- showing

    def _failed(self, trouble: BaseException) -> None:
        if isinstance(trouble, NotAllowed):
            message = Text("You do not have the right to do that.")
        elif isinstance(trouble, OfficeTrouble):
            message = Text("The office printer did not take it: {words}").with_values(
                words=str(trouble)
            )
        else:
            message = Text("That was not saved. Please try again, or call the technician.")
        self._road.agreement = None
        teller = self._pages.get(self._window.place) or self._counter
        teller.tell(message)

    def _on_booth(self, now: BoothNow) -> None:
        self._road.people, self._failures = now.people, now.failures
        self._first_start = now.first_start
        self._know_again(now.people)
        if now.exceptions != self._booth.exceptions and self._window.place == EXCEPTIONS:
            self._exceptions.look()
        self._booth = replace(
            self._booth,
            now=self._clock.now(),
            printer=self._printer_trouble(),
            shift=ShiftFacts(now.shift_name, now.shift_opened_at) if now.shift_opened_at else None,
            exceptions=now.exceptions,
        )
        self._counter.on_booth(now)
        self._render()

    def _know_again(self, people: Sequence[Staff]) -> None:
        """Whoever is signed on may have been let go meanwhile, or have another name or role."""
        mine = self._road.staff
        if mine is None:
            return
        self._road.staff = next((p for p in people if p.staff_id == mine.staff_id), None)
        if self._road.staff is None:
            self._sign_off(LET_GO)

    def _printer_trouble(self) -> Text | None:
        """What is wrong with a printer, if anything is, for the status bar."""
        faults = (each for lane in self._lanes.values() for each in lane.faults)
        return next((fault_text(word) for kind, word in faults if kind is Device.PRINTER), None)

    def _render(self) -> None:
        facts = [
            LaneFacts(
                lane_id,
                name,
                self._lanes[lane_id],
                self._codes.get(lane_id, ""),
                self._zones.get(lane_id, ""),
            )
            for lane_id, name in self._names.items()
            if lane_id in self._lanes
        ]
        self._window.render_view(
            attendant_view(
                self._site,
                self._road.staff,
                sign_on_view(
                    self._road.people,
                    self._failures,
                    self._refused,
                    first_start=self._first_start,
                ),
                facts,
                Work(
                    self.counter,
                    self._shift.facts,
                    self._passes.facts,
                    self._refunds.facts,
                    self._books.facts,
                    self._tariff.view(),
                    self._exceptions.facts,
                    self._staff.facts,
                ),
                replace(self._booth, now=self._clock.now()),
                self._banner,
                self._second(),
            )
        )

    def _second(self) -> SignOnView | None:
        """Who may agree to what waits for a second person."""
        waits = self._road.agreement
        if waits is None:
            return None
        return sign_on_view(waits.people, self._failures, waits.refused, hint=waits.what)
