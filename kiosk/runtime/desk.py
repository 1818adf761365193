"""What people with a PIN do: sign on, find a stay, take cash, give orders to lanes.

Every order names its actor and reason, is checked against the actor's rights here (the window only
hides what it may not show), and becomes a lane event that the engine records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from kiosk.domain.event import Circumstances
from kiosk.domain.facts import booth
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.session import Session
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import PIN_DIGITS_MIN, PIN_FAILURES_MAX, Right, Role, Staff
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.lane.engine import Event
from kiosk.lane.subject import stay_of
from kiosk.payments.cash import Short, count
from kiosk.runtime.credentials import look_up
from kiosk.runtime.lane_runner import LaneRunner
from kiosk.runtime.office import Office
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.site import Site
from kiosk.runtime.till import Till
from kiosk.runtime.watch import CLOCK_DOUBTED
from kiosk.store.unit import Transaction
from kiosk.views.cashier import Receipt

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's minimum for argon2id: about 20 ms, one core."""

RECEIPTS_SHOWN = 8

_ORDERS: Mapping[type, Right] = {
    ev.ManualOpenOrdered: Right.OPEN_LANE,
    ev.PresenceForced: Right.OPEN_LANE,
    ev.KeepOpenOrdered: Right.KEEP_LANE_OPEN,
    ev.ModeOrdered: Right.SET_LANE_MODE,
    ev.LaneResetOrdered: Right.RESET_LANE,
    ev.NilExitOrdered: Right.NIL_EXIT,
    ev.IouOrdered: Right.NIL_EXIT,
    ev.LostTicketOrdered: Right.LOST_TICKET,
    ev.ReissueOrdered: Right.LOST_TICKET,
    ev.TailgateAccepted: Right.LOST_TICKET,
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
class CashTaken:
    """Paid: what to give back, and the stay as it is now."""

    stay: Stay
    change: Money


@dataclass(frozen=True, slots=True)
class TooLittle:
    """Not enough; nothing was recorded."""

    missing: Money


@dataclass(frozen=True, slots=True)
class PriceChanged:
    """Money came in for this stay after it was shown (a card, a second tap); nothing recorded."""

    stay: Stay


@dataclass(frozen=True, slots=True)
class BoothNow:
    """What changes by itself: people, their wrong PINs, the running shift, what needs a look."""

    people: tuple[Staff, ...]
    failures: Mapping[str, int]
    exceptions: int
    taken: Money
    shift_name: str = ""
    shift_opened_at: datetime | None = None
    payments: int = 0
    receipts: tuple[Receipt, ...] = ()


@dataclass(frozen=True, slots=True)
class CardRunning:
    """A card payment for this stay has no outcome yet; nothing was recorded, nobody pays twice."""


class NotAllowed(Exception):
    """This person may not do that."""

    def __init__(self, right: Right) -> None:
        self.right = right
        super().__init__(f"needs the right {right.value}")


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
        self._papers = papers
        self._pepper = pepper.hex()
        self.staff: Staff | None = None
        self.office: Office | None = None

    @property
    def lost_fee(self) -> Money:
        """What a lost ticket costs when the stay cannot be proven."""
        facility = self._site.settings.facility
        return Money(facility.lost_ticket_minor, facility.currency)

    def look(self) -> BoothNow:
        """Everything that changes by itself."""
        with self._site.store.read() as unit:
            people = tuple(each for each in unit.staff.all() if each.active)
            pins = ((each.staff_id, unit.secrets.pin(each.staff_id)) for each in people)
            failures = {staff_id: pin.failures for staff_id, pin in pins if pin}
            exceptions = unit.exceptions.count()
            shift = unit.shifts.current()
            figures = unit.shifts.figures(shift.shift_id) if shift else None
            holder = unit.staff.find(shift.staff_id) if shift else None
            receipts = tuple(_receipts(unit))
        if shift is None or figures is None:
            nothing = self._site.nothing()
            return BoothNow(people, failures, exceptions, taken=nothing, receipts=receipts)
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
        )

    # --- who is here

    def people(self) -> list[Staff]:
        """Everybody who may sign on; empty means the first start, which enrols."""
        with self._site.store.read() as unit:
            return [each for each in unit.staff.all() if each.active]

    def enrol(self, name: str, pin: str, role: Role) -> Staff:
        """Enrol a person: the first one freely (there are no default accounts), others by right."""
        if self.people():
            self._need(Right.ENROL_STAFF)
        if len(pin) < PIN_DIGITS_MIN or not (pin.isascii() and pin.isdecimal()):
            raise ValueError(f"a PIN has at least {PIN_DIGITS_MIN} digits")
        staff = Staff(self._site.clock.new_id(), name, role)
        with self._site.store.write() as unit:
            unit.record(booth.StaffEnrolled(staff.staff_id, name, role), self._here())
            unit.secrets.set_pin(staff.staff_id, _HASHER.hash(pin + self._pepper))
        return staff

    def sign_on(self, staff_id: str, pin: str) -> SignedOn | SignOnRefused:
        """Check a PIN. The failure is counted on disk *before* the PIN is looked at."""
        store = self._site.store
        with store.write() as unit:
            staff = unit.staff.find(staff_id)
            secret = unit.secrets.pin(staff_id)
            if staff is None or secret is None or not staff.active:
                return SignOnRefused(0)
            hashed, failures = secret
            if failures >= PIN_FAILURES_MAX:
                return SignOnRefused(0)
            unit.secrets.note_failure(staff_id)
        if not self._matches(hashed, pin):
            with store.write() as unit:
                unit.record(booth.SignOnRefused(staff_id, failures + 1), self._here())
            return SignOnRefused(PIN_FAILURES_MAX - failures - 1)
        with store.write() as unit:
            unit.secrets.note_success(staff_id)
            unit.record(booth.StaffSignedOn(staff_id), self._here(staff_id))
            if unit.shifts.current() is None and staff.may(Right.RUN_SHIFT):
                opened = booth.ShiftOpened(
                    self._site.clock.new_id(), staff_id, self._site.nothing()
                )
                unit.record(opened, self._here(staff_id))
        self.staff = staff
        return SignedOn(staff)

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
            session = _session(unit, answer.stay.session_id)
        return Found(answer.stay, session, self._lane_of(session.session_id))

    def take_cash(
        self, stay: Stay, tendered: Money
    ) -> CashTaken | TooLittle | PriceChanged | CardRunning:
        """Take cash for the stay that was shown; the lane it stands at goes on by itself."""
        self._need(Right.TAKE_MONEY)
        with self._site.store.read() as unit:
            if unit.payments.open_attempts(stay.session_id):
                return CardRunning()
        counted = count(stay.due, tendered)
        if isinstance(counted, Short):
            return TooLittle(counted.missing)
        standing = self._lane_of(stay.session_id)
        paperwork = self._papers[standing or self._nearest_exit()]
        change = self._till.take_cash(standing, stay, tendered, self._actor())
        paid = self._stay_now(stay.session_id)
        if change is None:
            return PriceChanged(paid)
        paperwork.kick_drawer()
        if standing is not None:
            self._lanes[standing].post(ev.PaidElsewhere(stay.session_id, paid))
        else:
            paperwork.print_exit_pass(paid)
        return CashTaken(paid, change)

    def _stay_now(self, session_id: str) -> Stay:
        with self._site.store.read() as unit:
            return self._site.stay(unit, _session(unit, session_id), self._site.clock.now())

    def print_receipt(self, session_id: str) -> None:
        """Print the receipt of a session's last payment, also long after."""
        self._need(Right.TAKE_MONEY)
        paperwork = self._papers[self._lane_of(session_id) or self._nearest_exit()]
        if self.office is None:
            paperwork.print_receipt(session_id)
        elif receipt := paperwork.receipt(session_id):
            self.office.print_receipt(receipt, paperwork.issuer(), self._site.say)

    # --- lanes

    def order(self, lane_id: str, order: Event) -> None:
        """Give a lane an order, if this person may."""
        self._need(_ORDERS[type(order)])
        self._lanes[lane_id].post(order)

    def confirm_clock(self) -> None:
        """A person looked at the clock and says it is right: tickets may be issued again."""
        self._need(Right.RESET_LANE)
        with self._site.store.write() as unit:
            unit.record(booth.ClockConfirmed(), self._here(self._actor()))
            unit.local.set(CLOCK_DOUBTED, "")
        for runner in self._lanes.values():
            runner.post(ev.ClockDoubted(doubted=False))

    def authority(self, reason: str, second_person: str | None = None) -> ev.Authority:
        """This person's name on an order."""
        return ev.Authority(self._actor(), reason, second_person)

    def _lane_of(self, session_id: str) -> str | None:
        for lane_id, runner in self._lanes.items():
            stay = stay_of(runner.state.phase)
            if stay is not None and stay.session_id == session_id:
                return lane_id
        return None

    def _nearest_exit(self) -> str:
        """Where paper for the counter comes out: the first exit, else the first lane."""
        lanes = self._site.settings.lane
        return next((each.id for each in lanes if each.kind is LaneKind.EXIT), lanes[0].id)

    def _need(self, right: Right) -> None:
        if self.staff is None or not self.staff.may(right):
            raise NotAllowed(right)

    def _actor(self) -> str:
        return self.staff.staff_id if self.staff else "booth"

    def _here(self, actor: str = "booth") -> Circumstances:
        return self._site.here(actor=actor)

    def _matches(self, hashed: str, pin: str) -> bool:
        try:
            return _HASHER.verify(hashed, pin + self._pepper)
        except (VerifyMismatchError, InvalidHashError):
            return False


def _receipts(unit: Transaction) -> Iterator[Receipt]:
    """The last payments, for receipts asked for later."""
    for payment in unit.payments.recent(RECEIPTS_SHOWN):
        if session := unit.sessions.find(payment.session_id):
            yield Receipt(payment.session_id, session.code, payment.amount, payment.paid_at)


def _session(unit: Transaction, session_id: str) -> Session:
    session = unit.sessions.find(session_id)
    if session is None:
        raise LookupError(f"the ledger holds no session {session_id!r}, and yet it was shown")
    return session
