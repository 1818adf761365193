"""Joins the attendant's window to the desk: signals become jobs, answers become views.

Lives on the window's thread, the desk on the jobs' thread; between them go only frozen values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Device, LaneMode
from kiosk.domain.staff import Role, Staff
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.lane import events as ev
from kiosk.lane.engine import Event
from kiosk.lane.state import Lane
from kiosk.runtime.clock import Clock
from kiosk.runtime.desk import (
    BoothNow,
    CardRunning,
    CashTaken,
    Desk,
    Found,
    NotAllowed,
    PriceChanged,
    SignedOn,
    SignOnRefused,
    TooLittle,
)
from kiosk.runtime.jobs import Jobs
from kiosk.runtime.office import OfficeTrouble
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.views.attendant import BoothFacts, ShiftFacts, SyncFacts, attendant_view
from kiosk.views.cashier import Counter
from kiosk.views.lanes_board import LaneFacts
from kiosk.views.sign_on import sign_on_view
from kiosk.views.wording import fault_text

T = TypeVar("T")


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
    ) -> None:
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._clock = clock
        self._site = site
        self._names = names
        self._banner = banner
        self._help_answered = help_answered
        self._lanes: dict[str, Lane] = {}
        self._codes: dict[str, str] = {}
        self._people: tuple[Staff, ...] = ()
        self._failures: Mapping[str, int] = {}
        self._refused: str | None = None
        self._staff: Staff | None = None
        self.counter = Counter()
        self._booth = BoothFacts(clock.now(), None)
        self._connect()
        self.look()

    def lane_changed(self, lane_id: str, lane: Lane) -> None:
        """A lane published itself."""
        self._lanes[lane_id] = lane
        self._render()

    def sync_changed(self, sync: SyncFacts) -> None:
        """The sync worker published itself."""
        self._booth = replace(self._booth, sync=sync)
        self._render()

    def look(self) -> None:
        """Ask for everything that changes by itself: people, shift, exceptions, today's takings."""
        self._ask(self._desk.look, self._on_booth)

    def _connect(self) -> None:
        window = self._window
        window.signed_on.connect(self._sign_on)
        window.enrolled.connect(self._enrol)
        window.signed_off.connect(self._sign_off)
        window.code_offered.connect(self._find)
        window.cash_given.connect(self._take_cash)
        window.receipt_ordered.connect(self._receipt)
        window.open_ordered.connect(self._plain(ev.ManualOpenOrdered))
        window.reset_ordered.connect(self._plain(ev.LaneResetOrdered))
        window.presence_ordered.connect(self._plain(ev.PresenceForced))
        window.void_ordered.connect(self._plain(ev.VoidOrdered))
        window.evacuation_ended.connect(self._plain(ev.EvacuationEnded))
        window.nil_exit_ordered.connect(self._plain(ev.NilExitOrdered))
        window.iou_ordered.connect(self._plain(ev.IouOrdered))
        window.keep_open_ordered.connect(self._keep_open)
        window.mode_ordered.connect(self._set_mode)
        window.help_answered.connect(self._answer_help)
        window.clock_confirmed.connect(self._confirm_clock)
        window.lost_ordered.connect(self._lost)
        window.reissue_ordered.connect(self._reissue)

    # --- who is here

    def _sign_on(self, staff_id: str, pin: str) -> None:
        def answered(result: SignedOn | SignOnRefused) -> None:
            if isinstance(result, SignedOn):
                self._staff, self._refused, self.counter = result.staff, None, Counter()
            else:
                self._refused = staff_id
            self.look()

        self._ask(lambda: self._desk.sign_on(staff_id, pin), answered)

    def _enrol(self, name: str, role: str, pin: str) -> None:
        def enrolled(staff: Staff) -> None:
            self._sign_on(staff.staff_id, pin)

        self._ask(lambda: self._desk.enrol(name, pin, Role(role)), enrolled)

    def enrol_first(self, name: str, role: Role, pin: str) -> None:
        """Enrol somebody where nobody is known yet (the demo's own person)."""

        def enrol() -> None:
            if not self._desk.people():
                self._desk.enrol(name, pin, role)

        self._ask(enrol, lambda _: self.look())

    def _sign_off(self, reason: str) -> None:
        self._staff = None
        self._render()
        self._ask(lambda: self._desk.sign_off(reason), lambda _: self.look())

    # --- the counter

    def _find(self, text: str) -> None:
        def found(result: Found | Refusal) -> None:
            if isinstance(result, Found):
                self._show(stay=result.stay)
            else:
                self._show(refusal=result)

        self._ask(lambda: self._desk.find(text), found)

    def _take_cash(self, session_id: str, tendered_minor: int) -> None:
        stay = self.counter.stay
        if stay is None or stay.session_id != session_id:
            return
        tendered = Money(tendered_minor, stay.due.currency)

        def taken(result: CashTaken | TooLittle | PriceChanged | CardRunning) -> None:
            if isinstance(result, CardRunning):
                running = Text("A card payment is running for this ticket. Wait for its outcome.")
                self._show(stay=stay, message=running)
                return
            if isinstance(result, PriceChanged):
                if self.counter.settled is None:  # else it was the second tap of one payment
                    self._show(stay=result.stay)
                return
            if isinstance(result, TooLittle):
                self._show(
                    stay=stay,
                    message=Text("{missing} is missing.").with_values(missing=result.missing),
                )
                return
            self._show(settled=(session_id, stay.due, tendered))
            self.look()

        self._ask(lambda: self._desk.take_cash(stay, tendered), taken)

    def _receipt(self, session_id: str) -> None:
        self._ask(lambda: self._desk.print_receipt(session_id), lambda _: None)

    def _show(
        self,
        stay: Stay | None = None,
        refusal: Refusal | None = None,
        settled: tuple[str, Money, Money] | None = None,
        message: Text | None = None,
    ) -> None:
        self.counter = replace(
            self.counter, stay=stay, refusal=refusal, settled=settled, message=message
        )
        self._render()

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

    def _answer_help(self, lane_id: str) -> None:
        self._order(lane_id, "", ev.HelpAnswered)
        self._help_answered(lane_id)

    def _confirm_clock(self) -> None:
        self._ask(self._desk.confirm_clock, lambda _: self.look())

    def _lost(self, lane_id: str, reason: str) -> None:
        self._order(lane_id, reason, lambda by: ev.LostTicketOrdered(by, self._desk.lost_fee))

    def _reissue(self, code: str, lane_id: str, reason: str) -> None:
        self._order(lane_id, reason, lambda by: ev.ReissueOrdered(by, code))

    def _order(self, lane_id: str, reason: str, order: Callable[[ev.Authority], Event]) -> None:
        def give() -> None:
            self._desk.order(lane_id, order(self._desk.authority(reason)))

        self._ask(give, lambda _: self.look())

    # --- showing

    def _ask(self, question: Callable[[], T], answer: Callable[[T], None]) -> None:
        self._jobs.ask(question, answer, self._failed)

    def _failed(self, trouble: BaseException) -> None:
        if isinstance(trouble, NotAllowed):
            message = Text("You do not have the right to do that.")
        elif isinstance(trouble, OfficeTrouble):
            message = Text("The office printer did not take it: {words}").with_values(
                words=str(trouble)
            )
        else:
            message = Text("That was not saved. Please try again, or call the technician.")
        self._show(stay=self.counter.stay, message=message)

    def _on_booth(self, now: BoothNow) -> None:
        self._people, self._failures = now.people, now.failures
        self._booth = replace(
            self._booth,
            now=self._clock.now(),
            printer=self._printer_trouble(),
            shift=ShiftFacts(1, now.shift_name, now.shift_opened_at)
            if now.shift_opened_at
            else None,
            exceptions=now.exceptions,
        )
        self.counter = replace(
            self.counter,
            receipts=now.receipts,
            payments_today=now.payments,
            taken_today=now.taken,
        )
        self._render()

    def _printer_trouble(self) -> Text | None:
        """What is wrong with a printer, if anything is, for the status bar."""
        faults = (each for lane in self._lanes.values() for each in lane.faults)
        return next((fault_text(word) for kind, word in faults if kind is Device.PRINTER), None)

    def _render(self) -> None:
        facts = [
            LaneFacts(lane_id, name, self._lanes[lane_id], self._codes.get(lane_id, ""))
            for lane_id, name in self._names.items()
            if lane_id in self._lanes
        ]
        self._window.render_view(
            attendant_view(
                self._site,
                self._staff,
                sign_on_view(self._people, self._failures, self._refused),
                facts,
                self.counter,
                replace(self._booth, now=self._clock.now()),
                self._banner,
            )
        )
