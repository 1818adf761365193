"""What people with a PIN do: sign on, find a stay, take cash, give orders to lanes.

Every order names its actor and reason, is checked against the actor's rights here (the window only
hides what it may not show), and becomes a lane event that the engine records. Money, refunds,
shifts, passes and validations have parts of their own, on the same counter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.event import Circumstances
from kiosk.domain.facts import booth
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.session import Session
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Right, Role, Staff
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.lane.engine import Event
from kiosk.runtime.answers import CardRunning, NotAllowed, PriceChanged, TooLittle
from kiosk.runtime.cashier import Cashier, CashTaken, Rest
from kiosk.runtime.counter import Counter, session_of
from kiosk.runtime.credentials import look_up
from kiosk.runtime.exception_desk import ExceptionDesk
from kiosk.runtime.fees import FeeDesk
from kiosk.runtime.lane_runner import LaneRunner
from kiosk.runtime.lost_desk import LostDesk
from kiosk.runtime.money_papers import MoneyPapers
from kiosk.runtime.office import Office
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.pass_desk import PassDesk
from kiosk.runtime.pass_sales import PassSales
from kiosk.runtime.refund_desk import RefundDesk
from kiosk.runtime.second import CORNER_FAILURES, Pins, WrongPin
from kiosk.runtime.shift_desk import ShiftDesk
from kiosk.runtime.site import Site
from kiosk.runtime.staff_desk import StaffDesk
from kiosk.runtime.stay_cards import StayCards
from kiosk.runtime.tailgating import TailgateDesk
from kiosk.runtime.till import Till
from kiosk.runtime.validating import ValidationDesk
from kiosk.runtime.watch import CLOCK_DOUBTED
from kiosk.store.staff import Pin
from kiosk.store.unit import Transaction
from kiosk.views.cashier import Receipt

__all__ = [
    "BoothNow",
    "CardRunning",
    "CashTaken",
    "Desk",
    "Found",
    "NotAllowed",
    "PriceChanged",
    "SignOnRefused",
    "SignedOn",
    "TooLittle",
]

RECEIPTS_SHOWN = 8

_ORDERS: Mapping[type, Right] = {
    ev.ManualOpenOrdered: Right.OPEN_LANE,
    ev.PresenceForced: Right.OPEN_LANE,
    ev.KeepOpenOrdered: Right.KEEP_LANE_OPEN,
    ev.ModeOrdered: Right.SET_LANE_MODE,
    ev.LaneResetOrdered: Right.RESET_LANE,
    ev.NilExitOrdered: Right.NIL_EXIT,
    ev.IouOrdered: Right.NIL_EXIT,
    ev.ReissueOrdered: Right.LOST_TICKET,
    ev.VoidOrdered: Right.VOID_TICKET,
    ev.HelpAnswered: Right.ANSWER_HELP,
    ev.EvacuationEnded: Right.END_EVACUATION,
}


@dataclass(frozen=True, slots=True)
class SignedOn:
    """This person holds the booth now."""

    staff: Staff


@dataclass(frozen=True, slots=True)
class SignOnRefused:
    """Wrong PIN or locked; `left` tries remain before the lock."""

    left: int


@dataclass(frozen=True, slots=True)
class Found:
    """A stay the cashier asked for, and the exit lane it stands at (if it does)."""

    stay: Stay
    session: Session
    lane_id: str | None


@dataclass(frozen=True, slots=True)
class BoothNow:
    """What changes by itself: people, their wrong PINs, the running shift, what needs a look.

    `people` are those who may sign on here; where there are none, `first_start` enrols.
    """

    people: tuple[Staff, ...]
    failures: Mapping[str, int]
    exceptions: int
    taken: Money
    shift_name: str = ""
    shift_opened_at: datetime | None = None
    payments: int = 0
    receipts: tuple[Receipt, ...] = ()
    first_start: bool = False


class Desk:
    """The attendant's side of the booth. Called from the jobs thread only."""

    def __init__(
        self,
        site: Site,
        till: Till,
        lanes: Mapping[str, LaneRunner],
        papers: Mapping[str, Paperwork],
        pepper: bytes,
    ) -> None:
        self._site = site
        self._till = till
        self._lanes = lanes
        self.counter = counter = Counter(site, lanes, papers, Pins(site, pepper))
        self.cashier = Cashier(counter)
        self.fees = FeeDesk(counter)
        self.refunds = RefundDesk(counter, till.refunds)
        self.exceptions = ExceptionDesk(counter, till)
        self.lost = LostDesk(counter)
        self.tailgates = TailgateDesk(counter)
        self.shifts = ShiftDesk(counter)
        self.passes = PassDesk(counter)
        self.pass_sales = PassSales(counter, till)
        self.stay_cards = StayCards(counter, till)
        self.validating = ValidationDesk(counter)
        self.papers = MoneyPapers(counter)
        self.staff_desk = StaffDesk(counter)

    @property
    def staff(self) -> Staff | None:
        """The person who is signed on."""
        return self.counter.staff

    @staff.setter
    def staff(self, staff: Staff | None) -> None:
        self.counter.staff = staff

    @property
    def office(self) -> Office | None:
        """The counter's office printer, if it has one."""
        return self.counter.office

    @office.setter
    def office(self, office: Office | None) -> None:
        self.counter.office = office

    def look(self) -> BoothNow:
        """Everything that changes by itself; money in doubt is asked about on the way."""
        self.stay_cards.take_up()
        self._till.refunds.settle_open()
        self._till.settle_orders()
        self._till.doubt_stranded()
        with self._site.store.read() as unit:
            known = tuple(_who_may_sign_on(unit))
            people = tuple(staff for staff, _ in known)
            failures = {staff.staff_id: pin.failures for staff, pin in known}
            first_start = not unit.secrets.anybody()
            exceptions = unit.exceptions.count()
            shift = unit.shifts.current()
            figures = unit.shifts.figures(shift.shift_id) if shift else None
            holder = unit.staff.find(shift.staff_id) if shift else None
            receipts = tuple(_receipts(unit))
        if shift is None or figures is None:
            nothing = self._site.nothing()
            return BoothNow(
                people,
                failures,
                exceptions,
                taken=nothing,
                receipts=receipts,
                first_start=first_start,
            )
        taken = sum(each.amount.minor for each in figures.takings)
        return BoothNow(
            people,
            failures,
            exceptions,
            shift_name=holder.name if holder else "",
            shift_opened_at=shift.opened_at,
            payments=sum(each.count for each in figures.takings),
            taken=Money(taken, self._site.settings.facility.currency),
            receipts=receipts,
            first_start=first_start,
        )

    # --- who is here

    def people(self) -> list[Staff]:
        """Everybody who may sign on at this booth: who works here, and has a PIN here."""
        with self._site.store.read() as unit:
            return [staff for staff, _ in _who_may_sign_on(unit)]

    def enrol(self, name: str, pin: str, role: Role) -> Staff:
        """Enrol a person: the first one freely (there are no default accounts), others by right.

        The first at this machine: people of another booth are known here, but have no PIN here.
        `staff_desk` has the rules of the house for all others.
        """
        with self._site.store.read() as unit:
            first = not unit.secrets.anybody()
        if not first:
            self.counter.need(Right.ENROL_STAFF)
        hashed = self.counter.pins.hashed(pin)
        staff = Staff(self._site.clock.new_id(), name, role)
        with self._site.store.write() as unit:
            unit.record(booth.StaffEnrolled(staff.staff_id, name, role), self._here())
            unit.secrets.set_pin(staff.staff_id, hashed)
        return staff

    def sign_on(self, staff_id: str, pin: str) -> SignedOn | SignOnRefused:
        """Check a PIN, and let this person hold the booth."""
        checked = self.counter.pins.check(staff_id, pin, self._signed_on)
        if isinstance(checked, WrongPin):
            return SignOnRefused(checked.left)
        self.staff = checked
        return SignedOn(checked)

    def _signed_on(self, unit: Transaction, staff: Staff) -> None:
        """Without a shift one begins, unless this booth asks for a counted float."""
        here = self._here(staff.staff_id)
        unit.local.set(CORNER_FAILURES, "0")
        unit.record(booth.StaffSignedOn(staff.staff_id), here)
        asks = self._site.settings.booth.float_required
        if unit.shifts.current() is None and staff.may(Right.RUN_SHIFT) and not asks:
            nothing = self._site.nothing()
            opened = booth.ShiftOpened(self._site.clock.new_id(), staff.staff_id, nothing)
            unit.record(opened, here)

    def sign_off(self, reason: str = "") -> None:
        """Leave the booth, or lock it."""
        if self.staff is None:
            return
        with self._site.store.write() as unit:
            unit.record(
                booth.StaffSignedOff(self.staff.staff_id, reason), self._here(self.staff.staff_id)
            )
        self.staff = None

    # --- money

    def find(self, text: str) -> Found | Refusal:
        """The stay behind a scan or a typed code, priced now."""
        answer = look_up(self._site, LaneKind.EXIT, text)
        if not isinstance(answer, ev.StayFound):
            return answer.refusal if isinstance(answer, ev.CredentialRefused) else Refusal.UNKNOWN
        with self._site.store.read() as unit:
            session = session_of(unit, answer.stay.session_id)
        return Found(answer.stay, session, self.counter.lane_of(session.session_id))

    def take_cash(
        self, stay: Stay, tendered: Money
    ) -> CashTaken | TooLittle | PriceChanged | CardRunning:
        """Take all of the price in cash; change the drawer cannot give becomes a voucher.

        Raises `NotAllowed` where a shift must be opened first. `cashier` knows every other way.
        """
        taken = self.cashier.take_cash(stay, tendered, rest=Rest.VOUCHER)
        if isinstance(taken, CashTaken | TooLittle | PriceChanged | CardRunning):
            return taken
        raise NotAllowed(Right.RUN_SHIFT)

    def print_receipt(self, session_id: str) -> None:
        """Print the receipt of a session's last payment, also long after.

        With a copy come the change vouchers that nobody has used: for paper that never came out.
        """
        self.counter.need(Right.TAKE_MONEY)
        paperwork = self.counter.paperwork(session_id)
        receipt = paperwork.receipt(session_id)
        if receipt is None:
            return
        if receipt.copy:
            self.papers.change_vouchers_again(session_id)
        if self.office is None:
            paperwork.print_made(receipt)
        else:
            self.office.print_receipt(receipt, paperwork.issuer(), self._site.say)

    # --- lanes

    def order(self, lane_id: str, order: Event) -> None:
        """Give a lane an order, if this person may."""
        self.counter.need(_ORDERS[type(order)])
        self._lanes[lane_id].post(order)

    def confirm_clock(self) -> None:
        """A person looked at the clock and says it is right: tickets may be issued again."""
        self.counter.need(Right.RESET_LANE)
        with self._site.store.write() as unit:
            unit.record(booth.ClockConfirmed(), self._here(self.counter.actor))
            unit.local.set(CLOCK_DOUBTED, "")
        for runner in self._lanes.values():
            runner.post(ev.ClockDoubted(doubted=False))

    def authority(self, reason: str, second_person: str | None = None) -> ev.Authority:
        """This person's name on an order."""
        return ev.Authority(self.counter.actor, reason, second_person)

    def _here(self, actor: str = "booth") -> Circumstances:
        return self._site.here(actor=actor)


def _who_may_sign_on(unit: Transaction) -> Iterator[tuple[Staff, Pin]]:
    for staff in unit.staff.all():
        pin = unit.secrets.pin(staff.staff_id)
        if staff.active and pin is not None:
            yield staff, pin


def _receipts(unit: Transaction) -> Iterator[Receipt]:
    """The last payments, for receipts asked for later."""
    for payment in unit.payments.recent(RECEIPTS_SHOWN):
        if session := unit.sessions.find(payment.session_id):
            yield Receipt(payment.session_id, session.code, payment.amount, payment.paid_at)
