"""One example of every screen a driver may ever see, for pictures, tests and a technician's look.

Made by the real view functions from real lanes, so a sample can never show what a lane could not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Line, LineKind, Quote, Stay
from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, LaneKind, LaneMode
from kiosk.domain.ticket import Refusal, Ticket
from kiosk.domain.wording import Text
from kiosk.lane import state
from kiosk.lane.state import Lane, Pass, Phase
from kiosk.views.driver import DriverView, SiteFacts
from kiosk.views.entry import entry_view
from kiosk.views.exit import exit_view

ENTERED = datetime(2026, 11, 20, 8, 41, tzinfo=UTC)
QUOTED = ENTERED + timedelta(hours=2, minutes=17)
TARIFF = Text("Up to {grace} min free, {price} per {minutes} min, at most {cap} a day").with_values(
    grace=10, price=Money(120), minutes=30, cap=Money(1400)
)
ENTRY_SITE = SiteFacts("Garage Hlavná", "Entry 1", ENTERED, free=132, tariff=TARIFF)
EXIT_SITE = SiteFacts("Garage Hlavná", "Exit 2", QUOTED, price_holds=timedelta(minutes=5))

TICKET = Ticket("4K72MX9", 1042, "hlavna", "entry-1", "session", ENTERED, "BG1")
ADMISSION = Admission("session", ENTERED, Admittance.TICKET, TICKET)
ENDS = Text("Your pass is valid until {ends_at:moment}").with_values(
    ends_at=ENTERED + timedelta(days=3)
)
WITH_PASS = Admission(
    "session",
    ENTERED,
    Admittance.PASS,
    pass_id="pass-1",  # noqa: S106 - a season pass
    note=ENDS,
)
BOOKED = Admission("session", ENTERED, Admittance.BOOKING, booking_id="booking")
STAY = Stay(
    session_id="session",
    code=TICKET.code,
    entered_at=ENTERED,
    quoted_at=QUOTED,
    quote=Quote(
        (
            Line(Text("First {minutes} min free").with_values(minutes=10), Money(0)),
            Line(Text("{count} × {minutes} min").with_values(count=5, minutes=30), Money(600)),
            Line(Text("Daily cap"), Money(-240)),
        )
    ),
    paid=Money(0),
    due=Money(360),
)
VALIDATED = replace(
    STAY,
    quote=Quote(
        (
            *STAY.quote.lines,
            Line(
                Text("{by}: {minutes} min free").with_values(by="Kino Lumière", minutes=30),
                Money(-120),
                LineKind.VALIDATION,
            ),
        )
    ),
    due=Money(240),
)
ON_PASS = replace(STAY, pass_id="pass-1", wallet=Money(2640))  # noqa: S106 - a value pass
UPI_TEXT = (
    "upi://pay?pa=garage@bank&pn=Garage%20Hlavn%C3%A1&tr=0192f0c1a2b37c4d8e9fa0b1c2d3e4f5"
    "&am=3.60&cu=INR&tn=Parking%204K7-2MX-9"
)
PAID = replace(STAY, paid=Money(360), due=Money(0), leave_by_at=QUOTED + timedelta(minutes=15))
LONG = replace(
    STAY,
    entered_at=ENTERED - timedelta(days=12),
    quote=Quote(
        tuple(
            Line(Text("{count} × {minutes} min").with_values(count=day, minutes=30), Money(1400))
            for day in range(1, 14)
        )
    ),
    paid=Money(6200),
    due=Money(12000),
)
READY = frozenset[Device]()


def _lane(kind: LaneKind, phase: Phase, **changes: Any) -> Lane:
    return replace(Lane(kind, phase, missing=READY, started=True), **changes)


def _entry(phase: Phase, site: SiteFacts = ENTRY_SITE, **changes: Any) -> DriverView:
    return entry_view(_lane(LaneKind.ENTRY, phase, **changes), site)


def _exit(phase: Phase, site: SiteFacts = EXIT_SITE, **changes: Any) -> DriverView:
    return exit_view(_lane(LaneKind.EXIT, phase, **changes), site)


def _going(cause: str, stay: Stay | None = None, **changes: Any) -> Pass:
    return replace(Pass("session", cause, stay=stay), **changes)


def _no(missing: Device) -> frozenset[Device]:
    return frozenset({missing})


ENTRY: Mapping[str, DriverView] = {
    "starting": _entry(state.Idle(), started=False),
    "welcome": _entry(state.Idle()),
    "full": _entry(state.Idle(), full=True),
    "closed": _entry(state.Idle(), mode=LaneMode.CLOSED),
    "closed-to-all": _entry(state.Idle(), mode=LaneMode.CLOSED_TO_ALL),
    "choose": _entry(state.Armed()),
    "choose-without-bookings": _entry(
        state.Armed(), replace(ENTRY_SITE, takes_bookings=False, free=None)
    ),
    "choose-without-reader": _entry(state.Armed(), missing=_no(Device.SCANNER)),
    "choose-full": _entry(state.Armed(), full=True),
    "choose-closed": _entry(state.Armed(), mode=LaneMode.CLOSED),
    "no-paper": _entry(state.Armed(), missing=_no(Device.PRINTER)),
    "still-there": _entry(state.Armed(still_there=True)),
    "checking": _entry(state.Checking("4K72MX9")),
    "registering": _entry(state.Registering()),
    "printing-again": _entry(state.Printing(ADMISSION, attempt=2)),
    "take": _entry(state.Taking(ADMISSION)),
    "take-reminded": _entry(state.Taking(ADMISSION, reminded=True)),
    "opening": _entry(state.Opening(_going("ticket", admission=ADMISSION))),
    "opening-booked": _entry(state.Opening(_going("booking", admission=BOOKED))),
    "opening-pass": _entry(state.Opening(_going("pass", admission=WITH_PASS))),
    "drive-in-pass": _entry(state.Passing(_going("pass", admission=WITH_PASS))),
    "drive-in": _entry(state.Passing(_going("ticket"))),
    "stalled": _entry(state.Passing(_going("ticket"), stalled=True)),
    "closing": _entry(state.Closing(_going("ticket"))),
    "waiting": _entry(state.Waiting("print_failed"), calling="print_failed"),
    "help-called": _entry(state.Armed(), calling="help"),
    "help-answered": _entry(state.Armed(), replace(ENTRY_SITE, help_answered=True)),
    "out-of-service": _entry(state.OutOfService("boom_stuck")),
    "no-board": _entry(state.Idle(), missing=_no(Device.BOARD)),
    "fire": _entry(state.Evacuating()),
    **{f"refused-{refusal}": _entry(state.Refused(refusal)) for refusal in Refusal},
}
EXIT: Mapping[str, DriverView] = {
    "starting": _exit(state.Idle(), started=False),
    "rest": _exit(state.Idle()),
    "scan": _exit(state.Armed()),
    "scan-without-reader": _exit(state.Armed(), missing=_no(Device.SCANNER)),
    "still-there": _exit(state.Quoted(STAY, still_there=True)),
    "checking": _exit(state.Checking("4K72MX9")),
    "price": _exit(state.Quoted(STAY)),
    "price-long": _exit(state.Quoted(LONG)),
    "price-validated": _exit(state.Quoted(VALIDATED)),
    "price-with-pass": _exit(state.Quoted(ON_PASS)),
    "price-every-way": _exit(state.Quoted(ON_PASS), replace(EXIT_SITE, takes_upi=True)),
    "price-declined": _exit(state.Quoted(STAY, declined=True)),
    "price-no-card": _exit(state.Quoted(STAY), missing=_no(Device.TERMINAL)),
    "price-no-way": _exit(
        state.Quoted(STAY),
        replace(EXIT_SITE, cash_at_booth=False),
        unreachable=frozenset({"gateway"}),
    ),
    "cash": _exit(state.CashWanted(STAY), calling="cash"),
    "paying-begins": _exit(state.Paying(STAY, Method.CARD)),
    "paying": _exit(state.Paying(STAY, Method.CARD, "attempt")),
    "paying-upi": _exit(state.Paying(STAY, Method.UPI, "attempt", show=UPI_TEXT)),
    "paying-wallet": _exit(state.Paying(ON_PASS, Method.WALLET, "attempt")),
    "paying-cancelling": _exit(state.Paying(STAY, Method.CARD, "attempt", cancelling=True)),
    "unsettled": _exit(state.Unsettled(STAY, "attempt"), calling="payment_unknown"),
    "waiting-limit": _exit(state.Waiting("limit", STAY), calling="limit"),
    "waiting": _exit(state.Waiting("no_method", STAY), calling="no_method"),
    "opening-paid": _exit(state.Opening(_going("paid", PAID))),
    "goodbye-paid": _exit(state.Passing(_going("paid", PAID))),
    "goodbye-receipt": _exit(state.Passing(_going("paid", PAID, receipt_wanted=True))),
    "goodbye-free": _exit(state.Passing(_going("free"))),
    "goodbye-pass-ends": _exit(
        state.Passing(_going("free", replace(STAY, due=Money(0), note=ENDS)))
    ),
    "goodbye-paid-pass-ends": _exit(state.Passing(_going("paid", replace(PAID, note=ENDS)))),
    "opening-pass-ends": _exit(
        state.Opening(_going("free", replace(STAY, due=Money(0), note=ENDS)))
    ),
    "goodbye-owing": _exit(state.Passing(_going("released", STAY))),
    "stalled": _exit(state.Passing(_going("paid", PAID), stalled=True)),
    "closing": _exit(state.Closing(_going("paid", PAID))),
    "out-of-service": _exit(state.OutOfService("boom_stuck")),
    "fire": _exit(state.Evacuating()),
    "voucher-refused": _exit(state.Refused(Refusal.VOUCHER_USED, stay=STAY)),
    **{f"refused-{refusal}": _exit(state.Refused(refusal)) for refusal in Refusal},
}
DRIVER: Mapping[str, DriverView] = {
    **{f"entry-{name}": view for name, view in ENTRY.items()},
    **{f"exit-{name}": view for name, view in EXIT.items()},
}
