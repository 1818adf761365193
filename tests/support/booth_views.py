"""A busy booth for tests and pictures: four lanes in different moods, a ticket on the counter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, Quote, Stay
from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, LaneKind, LaneMode, Level
from kiosk.domain.staff import Role, Staff
from kiosk.domain.wording import Text
from kiosk.lane import state
from kiosk.views.attendant import (
    AttendantView,
    BoothFacts,
    ShiftFacts,
    SyncFacts,
    Work,
    attendant_view,
)
from kiosk.views.books import BooksFacts
from kiosk.views.cashier import Counter, Receipt
from kiosk.views.exceptions import ExceptionFacts
from kiosk.views.lanes_board import LaneFacts
from kiosk.views.passes import PassFacts
from kiosk.views.refunds import RefundFacts
from kiosk.views.shift import ShiftFacts as ShiftPageFacts
from kiosk.views.sign_on import SignOnView, sign_on_view
from kiosk.views.staff_page import StaffFacts
from kiosk.views.tariff import TariffView

NOW = datetime(2026, 11, 20, 10, 58, tzinfo=UTC)
ENTERED = NOW - timedelta(hours=2, minutes=17)
MIRA = Staff("s-1", "Mira Kováč", Role.SUPERVISOR)
JONAS = Staff("s-2", "Jonas Weber", Role.ATTENDANT)
TOMAS = Staff("s-3", "Tomáš Horn", Role.TECHNICIAN)
STAFF = (MIRA, JONAS, TOMAS)

QUOTE = Quote(
    (
        Line(Text("First {minutes} min free").with_values(minutes=10), Money(0)),
        Line(Text("{count} × {minutes} min").with_values(count=5, minutes=30), Money(600)),
        Line(Text("Daily cap"), Money(-240)),
    )
)
STAY = Stay("session-9", "4K72MX9", ENTERED, NOW, QUOTE, paid=Money(0), due=Money(360))
ADMITTED = Admission("session-1", ENTERED, Admittance.TICKET)
CLEAR = state.Senses(
    approach=Level.OFF, safety=Level.OFF, boom_open=Level.OFF, boom_closed=Level.ON
)
SEEN = replace(CLEAR, approach=Level.ON)
UNDER = state.Senses(approach=Level.ON, safety=Level.ON, boom_open=Level.ON, boom_closed=Level.OFF)
WELL = state.Lane(
    LaneKind.ENTRY,
    started=True,
    missing=frozenset(),
    senses=CLEAR,
)


def lane(kind: LaneKind = LaneKind.ENTRY, phase: state.Phase | None = None) -> state.Lane:
    """A lane in good order, in this phase."""
    return replace(WELL, kind=kind, phase=phase or state.Idle())


def lanes() -> tuple[LaneFacts, ...]:
    """Two entries, two exits: driving in, closed, broken and calling, and one about to pay."""
    going = state.Pass("session-1", "ticket")
    broken = replace(
        lane(LaneKind.EXIT, state.OutOfService("boom_stuck")),
        faults=((Device.PRINTER, "paper_low"), (Device.SCANNER, "unplugged")),
        calling="boom_stuck",
        senses=state.Senses(approach=Level.ON, safety=Level.OFF),
        keep_open=True,
    )
    return (
        LaneFacts(
            "entry-1", "Entry 1", replace(lane(phase=state.Passing(going)), senses=UNDER), "4K72MY1"
        ),
        LaneFacts("entry-2", "Entry 2", replace(WELL, mode=LaneMode.CLOSED), "4K72MW3"),
        LaneFacts("exit-1", "Exit 1", broken),
        LaneFacts(
            "exit-2", "Exit 2", replace(lane(LaneKind.EXIT, state.Quoted(STAY)), senses=SEEN)
        ),
    )


def zoned_lanes() -> tuple[LaneFacts, ...]:
    """Three entries, two of them to the roof; in the first everything may be ordered."""
    entry_1, entry_2, *exits = lanes()
    taking = replace(entry_1.lane, phase=state.Taking(ADMITTED), clock_doubted=True, senses=CLEAR)
    third = replace(entry_2, lane_id="entry-3", name="Entry 3", last_code="")
    roof = (replace(entry_1, zone="roof", lane=taking), replace(entry_2, zone="roof"))
    return (*roof, third, *exits)


def counter(stay: Stay | None = STAY) -> Counter:
    """The cashier's counter with a morning's work behind it."""
    receipts = tuple(
        Receipt(f"session-{n}", code, Money(minor), NOW - timedelta(minutes=7 * n))
        for n, (code, minor) in enumerate(
            (("4K7-2MA-3", 240), ("4K7-2K0-P", 1200), ("4K7-2J4-7", 90)), 1
        )
    )
    return Counter(stay, receipts=receipts, payments_today=41, taken_today=Money(21240))


def booth() -> BoothFacts:
    """A booth online, in its shift."""
    sync = SyncFacts(reachable=True, last_ack_at=NOW - timedelta(seconds=4))
    return BoothFacts(
        NOW,
        sync,
        printer=Text("Paper is low"),
        shift=ShiftFacts("Mira", ENTERED),
        exceptions=3,
    )


def attendant(
    staff: Staff | None = MIRA,
    counter_: Counter | None = None,
    lanes_: tuple[LaneFacts, ...] | None = None,
    banner: Text | None = None,
    people: tuple[Staff, ...] = STAFF,
    failures: Mapping[str, int] | None = None,
    refused: str | None = None,
    shift: ShiftPageFacts | None = None,
    passes: PassFacts | None = None,
    refunds: RefundFacts | None = None,
    books: BooksFacts | None = None,
    second: SignOnView | None = None,
    tariff: TariffView | None = None,
    exceptions: ExceptionFacts | None = None,
    members: StaffFacts | None = None,
) -> AttendantView:
    """The whole window for this person."""
    return attendant_view(
        "Garage Hlavná",
        staff,
        sign_on_view(people, failures or {}, refused),
        lanes() if lanes_ is None else lanes_,
        Work(
            counter_ or counter(),
            shift or ShiftPageFacts("EUR"),
            passes or PassFacts(NOW, "EUR"),
            refunds or RefundFacts(),
            books or BooksFacts(),
            tariff,
            exceptions or ExceptionFacts(),
            members or StaffFacts(),
        ),
        booth(),
        banner,
        second,
    )
