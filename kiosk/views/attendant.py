"""The attendant's window as plain values: who is on, what rings, and the bar that never hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kiosk.domain.staff import Staff
from kiosk.domain.wording import Text
from kiosk.views.books import BooksFacts, BooksView, books_view
from kiosk.views.cashier import CashierView, Counter, cashier_view
from kiosk.views.exceptions import ExceptionFacts, ExceptionsView, exceptions_view
from kiosk.views.lanes_board import LaneFacts, LaneTile, lane_tile
from kiosk.views.mood import Mood
from kiosk.views.passes import PassesView, PassFacts, passes_view
from kiosk.views.refunds import RefundFacts, RefundsView, refunds_view
from kiosk.views.shift import ShiftFacts as DrawerFacts
from kiosk.views.shift import ShiftView, shift_view
from kiosk.views.sign_on import ROLES, SignOnView
from kiosk.views.staff_page import StaffFacts, StaffView, staff_view
from kiosk.views.tariff import TariffView


@dataclass(frozen=True, slots=True)
class SyncFacts:
    """How it stands with the centre. `alarm`: gap, fork or sum, a disagreement for a person."""

    reachable: bool
    unsent: int = 0
    last_ack_at: datetime | None = None
    next_try_at: datetime | None = None
    alarm: str = ""
    cause: str = ""
    """Why it is not reachable: `internet` (no way out) or `centre` (the way is there)."""


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """The shift that runs."""

    name: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class BoothFacts:
    """What the status bar is told. `printer` says what is wrong with the till's printer."""

    now: datetime
    sync: SyncFacts | None
    printer: Text | None = None
    shift: ShiftFacts | None = None
    exceptions: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """What lies on every page of the window."""

    counter: Counter
    shift: DrawerFacts
    passes: PassFacts
    refunds: RefundFacts
    books: BooksFacts
    tariff: TariffView | None = None
    """The tariff page as this person sees it; computed where its facts change, and only then."""
    exceptions: ExceptionFacts = field(default_factory=ExceptionFacts)
    staff: StaffFacts = field(default_factory=StaffFacts)


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One fact in the status bar; `topic` says of what, where the text alone does not."""

    mood: Mood
    text: Text
    topic: Text | None = None


@dataclass(frozen=True, slots=True)
class AttendantView:
    """The whole window. With `sign_on` set nothing else but the status bar may be shown.

    With `second` set, another person is asked to agree before anything else goes on.
    """

    site: str
    sign_on: SignOnView | None
    who: str
    role: Text | None
    lanes: tuple[LaneTile, ...]
    cashier: CashierView | None
    shift: ShiftView | None
    passes: PassesView | None
    refunds: RefundsView | None
    books: BooksView | None
    status: tuple[StatusItem, ...]
    banner: Text | None = None
    second: SignOnView | None = None
    tariff: TariffView | None = None
    exceptions: ExceptionsView | None = None
    staff: StaffView | None = None


def attendant_view(
    site: str,
    staff: Staff | None,
    sign_on: SignOnView,
    lanes: Sequence[LaneFacts],
    work: Work,
    booth: BoothFacts,
    banner: Text | None = None,
    second: SignOnView | None = None,
) -> AttendantView:
    """The window for whoever is signed on; for nobody, the sign-on page and the lanes' moods."""
    nobody = Staff("", "", next(iter(ROLES)), active=False)
    tiles = tuple(lane_tile(facts, staff or nobody, lanes) for facts in lanes)
    return AttendantView(
        site=site,
        sign_on=None if staff else sign_on,
        who=staff.name if staff else "",
        role=ROLES[staff.role] if staff else None,
        lanes=tiles,
        cashier=cashier_view(work.counter, lanes, staff) if staff else None,
        shift=shift_view(work.shift, staff) if staff else None,
        passes=passes_view(work.passes, staff) if staff else None,
        refunds=refunds_view(work.refunds, staff) if staff else None,
        books=books_view(work.books, staff) if staff else None,
        status=status_items(booth, faults=sum(len(tile.faults) for tile in tiles)),
        banner=banner,
        second=second if staff else None,
        tariff=work.tariff if staff else None,
        exceptions=exceptions_view(work.exceptions, staff) if staff else None,
        staff=staff_view(work.staff, staff) if staff else None,
    )


def status_items(booth: BoothFacts, faults: int) -> tuple[StatusItem, ...]:
    """Centre, printer, shift, faults, exceptions: always all of them, in this order."""
    return (
        _centre(booth.sync, booth.now),
        StatusItem(Mood.STOP, booth.printer, Text("Printer"))
        if booth.printer
        else StatusItem(Mood.GO, Text("Printer ready")),
        _shift(booth.shift),
        StatusItem(Mood.STOP, Text("Faults: {count}").with_values(count=faults))
        if faults
        else StatusItem(Mood.GO, Text("No faults")),
        StatusItem(Mood.WAIT, Text("Exceptions: {count}").with_values(count=booth.exceptions))
        if booth.exceptions
        else StatusItem(Mood.CALM, Text("No exceptions")),
    )


def _centre(sync: SyncFacts | None, now: datetime) -> StatusItem:
    if sync is None:
        return StatusItem(Mood.CALM, Text("No centre"))
    if sync.alarm:
        return StatusItem(Mood.STOP, Text("Centre disagrees: call the technician"))
    if not sync.reachable:
        return StatusItem(
            Mood.WAIT, Text("Offline, {count} waiting").with_values(count=sync.unsent)
        )
    if sync.unsent:
        return StatusItem(Mood.WAIT, Text("Centre: sending {count}").with_values(count=sync.unsent))
    if sync.last_ack_at is None:
        return StatusItem(Mood.GO, Text("Centre: connected"))
    ago = max(timedelta(0), now - sync.last_ack_at)
    if ago < timedelta(minutes=1):
        return StatusItem(
            Mood.GO, Text("Centre: all sent, {seconds} s ago").with_values(seconds=ago.seconds)
        )
    return StatusItem(Mood.GO, Text("Centre: all sent, {ago} ago").with_values(ago=ago))


def _shift(shift: ShiftFacts | None) -> StatusItem:
    if shift is None:
        return StatusItem(Mood.CALM, Text("No shift open"))
    return StatusItem(
        Mood.GO,
        Text("Shift: {name} since {time}").with_values(name=shift.name, time=shift.opened_at),
    )
