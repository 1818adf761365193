"""Stores to test with, and facts to put into them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from kiosk.domain.event import Body, Circumstances, Event
from kiosk.domain.facts import bookings, booth, lanes, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.session import Admittance
from kiosk.domain.signals import LaneKind, LaneMode
from kiosk.domain.staff import Role
from kiosk.store.store import Store
from kiosk.store.unit import Transaction
from kiosk.wire.facts import Head, seal

FACILITY = "garage-1"
NOW = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
TEN = Money(1000, "EUR")


def numbered_ids(prefix: str = "event") -> Callable[[], str]:
    """Ids that say in which order they were asked for."""
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def open_store(where: str | Path, origin: str = "booth-1", *, epoch: int = 1) -> Store:
    """A store of the test facility. Its event ids are unique among origins and openings."""
    prefix = f"{origin}-{epoch}-{next(_openings)}"
    return Store.open(
        where, facility_id=FACILITY, origin=origin, ids=numbered_ids(prefix), epoch=epoch
    )


_openings = count(1)


def here(
    lane: str | None = None,
    session: str | None = None,
    *,
    actor: str = "booth",
    after: float = 0.0,
    facility: str = FACILITY,
) -> Circumstances:
    """Circumstances `after` seconds past the test's morning."""
    return Circumstances(
        facility_id=facility,
        occurred_at=NOW + timedelta(seconds=after),
        monotonic_ms=int(after * 1000),
        actor=actor,
        lane_id=lane,
        session_id=session,
    )


def started(session: str, code: str = "", booking: str | None = None) -> stays.SessionStarted:
    """A car was let begin its stay."""
    admittance = Admittance.TICKET if booking is None else Admittance.BOOKING
    return stays.SessionStarted(
        session, code or f"C-{session}", admittance, NOW, "standard", 1, "car", booking
    )


def issued(session: str, number: int = 1, code: str = "") -> stays.TicketIssued:
    """Its ticket exists."""
    return stays.TicketIssued(code or f"C-{session}", number, session, NOW, f"PAYLOAD-{session}")


def paying(attempt: str, session: str) -> payments.PaymentStarted:
    """About to ask for ten."""
    return payments.PaymentStarted(attempt, session, Method.CARD, TEN)


def paid(attempt: str, session: str, shift: str | None = None) -> payments.PaymentSucceeded:
    """Ten were paid, in cash if there is a shift."""
    cash = shift is not None
    return payments.PaymentSucceeded(
        attempt,
        session,
        Method.CASH if cash else Method.CARD,
        TEN,
        NOW + timedelta(minutes=15),
        reference="auth 123",
        tendered=Money(2000, "EUR") if cash else None,
        change=TEN if cash else None,
        shift_id=shift,
    )


@dataclass(slots=True)
class Elsewhere:
    """The journal of another device: seals facts without any store."""

    origin: str = "booth-2"
    epoch: int = 1
    head: Head = field(init=False)

    def __post_init__(self) -> None:
        self.head = Head(self.origin, self.epoch)

    def seal(self, body: Body, circumstances: Circumstances | None = None) -> Event:
        """Its next event."""
        name = f"{self.origin}-{self.epoch}-{self.head.seq + 1}"
        event = seal(self.head, name, body, circumstances or here())
        self.head = Head(self.origin, self.epoch, event.seq, event.hash)
        return event


def one_of_each() -> list[tuple[Body, Circumstances]]:
    """Facts of every kind in an order that could happen, so that every table has rows."""
    from tests.support.money import money_of_each

    return [*first_of_each(), *money_of_each()]


def first_of_each() -> list[tuple[Body, Circumstances]]:
    """Facts of every kind that there was before those of money (schema 0003)."""
    entry, exit_ = "entry-1", "exit-1"
    one, two, three = (here(entry, name) for name in ("s1", "s2", "s3"))
    out, till = here(exit_, "s1", after=3600), here(None, "s1", actor="anna", after=3500)
    anna = here(actor="anna", after=4000)
    desk = here(entry, actor="anna", after=60)
    return [
        (booth.BoothStarted("0.1.0", None, "3.40.1"), here()),
        (lanes.LaneInstalled(LaneKind.ENTRY, 1, "North in"), here(entry)),
        (lanes.LaneInstalled(LaneKind.EXIT, 2, "North out"), here(exit_)),
        (booth.KeyPublished(7, "ab" * 32), here()),
        (booth.TariffPublished("standard", 1, 'currency = "EUR"'), here()),
        (booth.CapacitySet(120), here()),
        (booth.StaffEnrolled("anna", "Anna", Role.ATTENDANT), here()),
        (booth.SignOnRefused("anna", 10), here()),
        (booth.StaffSignedOn("anna"), anna),
        (booth.ShiftOpened("shift-1", "anna", Money(5000, "EUR")), anna),
        (bookings.BookingConfirmed("b1", "BOOK1", NOW, NOW + timedelta(hours=4), "Kim", "AB 1"),
         here()),
        (bookings.BookingConfirmed("b2", "BOOK2", NOW, NOW + timedelta(hours=2)), here()),
        (bookings.BookingCancelled("b2", "rain"), here()),
        (started("s1", "K1"), one),
        (issued("s1", 1, "K1"), one),
        (stays.TicketTaken("K1"), one),
        (lanes.BarrierOrdered("ticket"), one),
        (stays.SessionActivated("s1", NOW + timedelta(seconds=20)), one),
        (lanes.PassageCompleted("s1"), one),
        (lanes.TailgateDetected(), here(entry, after=25)),
        (lanes.TailgateAccepted("s1", "seen on camera"), desk),
        (started("s2", "BOOK1", "b1"), two),
        (bookings.BookingActivated("b1", "s2"), two),
        (stays.SessionActivated("s2"), two),
        (lanes.PassageCompleted("s2"), two),
        (started("s3", "K3"), three),
        (issued("s3", 2, "K3"), three),
        (stays.TicketVoided("K3", "paper_out"), three),
        (stays.SessionBackedOut("s3", late=True), three),
        (started("s4", "K4"), here(entry, "s4")),
        (issued("s4", 3, "K4"), here(entry, "s4")),
        (stays.SessionFlagged("s4", "take_unverified"), here(entry, "s4")),
        (stays.TicketReplaced("K4", "K5", 4, "s4", "PAYLOAD-K5"), desk),
        (stays.TicketBlocked("K5", "lost"), desk),
        (stays.EntryTimeProven("s4", NOW - timedelta(hours=1), "camera", "olga"), desk),
        (stays.FeeFixed("s4", Money(2500, "EUR"), "lost ticket"), desk),
        (lanes.CredentialRefused("already_used", "K9"), here(exit_)),
        (paying("a1", "s1"), out),
        (payments.PaymentFailed("a1", "s1", "declined"), out),
        (payments.PaymentOrphaned("a1", "s1", TEN), out),
        (paying("a2", "s1"), till),
        (paid("a2", "s1", "shift-1"), till),
        (payments.ReceiptIssued(1, "s1", "a2"), till),
        (booth.DrawerOpened("change"), till),
        (stays.ExitPassIssued("s1", NOW + timedelta(hours=1), "PASS"), till),
        (stays.ExitAuthorised("s1", "paid"), out),
        (stays.ExitAbandoned("s1", late=True), out),
        (stays.ExitAuthorised("s1", "grace"), out),
        (stays.SessionEnded("s1", NOW + timedelta(hours=1)), out),
        (lanes.PassageCompleted("s1"), out),
        (paying("a3", "s2"), here(exit_, "s2")),
        (payments.PaymentUnknown("a3", "s2"), here(exit_, "s2")),
        (payments.AmountOwed("s2", TEN, "released", "no answer"), here(exit_, "s2")),
        (stays.ExitAuthorised("s2", "released"), here(exit_, "s2")),
        (bookings.BookingCompleted("b1", "s2"), here(exit_, "s2")),
        (stays.SessionEnded("s2", None, assumed=True), here(exit_, "s2", after=9000)),
        (lanes.PassageUnauthorised(), here(entry)),
        (lanes.WrongWayDetected(), here(entry)),
        (lanes.ApproachAbandoned(), here(entry)),
        (lanes.PassageStalled(), here(entry)),
        (lanes.NoiseCounted(3), here(entry)),
        (lanes.BarrierFailed("open"), here(entry)),
        (lanes.LaneWentOutOfService("boom_stuck"), here(entry)),
        (lanes.LaneReturnedToService("repaired"), desk),
        (lanes.LaneReset("test"), desk),
        (lanes.LaneWentOutOfService("printer"), here(exit_)),
        (lanes.LaneModeSet(LaneMode.FULL, "event"), desk),
        (lanes.ManualOpened("delivery"), desk),
        (lanes.KeepOpenSet(True, "market day"), desk),
        (lanes.PresenceForced("motorcycle"), desk),
        (lanes.BoomUpAtStart(), here(entry)),
        (lanes.HelpCalled("driver"), here(entry)),
        (lanes.HelpAnswered(), desk),
        (lanes.HelpCalled("lost_ticket"), here(exit_)),
        (lanes.EvacuationStarted(), here(entry)),
        (lanes.EvacuationStarted(), here(exit_)),
        (lanes.EvacuationEnded("drill"), desk),
        (lanes.DeviceFaultRaised("printer", "paper_out"), here(entry)),
        (lanes.DeviceFaultCleared("printer", "paper_out"), here(entry)),
        (booth.ClockStepped(-5000), here()),
        (booth.ClockConfirmed(), anna),
        (booth.OccupancyAdjusted(-1, "counted by hand"), anna),
        (booth.SyncAlarmRaised("gap", "7 is missing"), here()),
        (booth.ShiftClosed("shift-1", Money(6000, "EUR")), anna),
        (booth.StaffSignedOff("anna"), anna),
        (booth.ShiftOpened("shift-2", "anna", Money(5000, "EUR")), anna),
        (started("s5", "K6"), here(entry, "s5")),
        (issued("s5", 5, "K6"), here(entry, "s5")),
        (stays.ExitAuthorised("s5", "nil"), here(exit_, "s5")),
        (lanes.PassageCompleted(), here(entry)),
    ]  # fmt: skip


def record(store: Store, *bodies: Body) -> list[Event]:
    """Record these in one transaction, nowhere in particular."""
    with store.write() as unit:
        return [unit.record(body, here()) for body in bodies]


def record_at(store: Store, lane: str, *bodies: Body, session: str | None = None) -> None:
    """Record these in one transaction at this lane."""
    with store.write() as unit:
        for body in bodies:
            unit.record(body, here(lane, session))


def record_one_of_each(unit: Transaction) -> None:
    """Fill every table by our own facts, and close the exception that one of them raised."""
    for body, circumstances in one_of_each():
        event = unit.record(body, circumstances)
        if isinstance(body, lanes.ManualOpened):
            unit.record(booth.ExceptionClosed(event.event_id, "a parcel"), here(actor="olga"))


def receive_from_elsewhere(unit: Transaction, other: Elsewhere | None = None) -> None:
    """Add facts of another booth: two apply, one waits for its subject, one clashes."""
    other = other or Elsewhere()
    received_at = NOW + timedelta(hours=2)
    for event in (
        other.seal(started("x1"), here("exit-9", "x1")),
        other.seal(stays.SessionActivated("x1", NOW), here("exit-9", "x1")),
        other.seal(stays.SessionEnded("unheard-of", NOW), here("exit-9", "unheard-of")),
        other.seal(issued("x1", 9, "K1"), here("exit-9", "x1")),
    ):
        unit.receive(event, received_at)
