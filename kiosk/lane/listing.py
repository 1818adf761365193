"""One example of every phase and every event: the diagram is drawn from it, the law tried on it.

The values are made up and mean nothing; that no phase and no event is missing is tested.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kiosk.domain.money import Money
from kiosk.domain.payment import Cancelled, Declined, Method, Paid, Unknown
from kiosk.domain.quote import Line, Quote, Stay
from kiosk.domain.session import Admission, Admittance
from kiosk.domain.signals import Device, Input, LaneMode, Level
from kiosk.domain.ticket import Refusal, Ticket
from kiosk.domain.wording import Text
from kiosk.lane import clocks, state
from kiosk.lane import events as ev

SEASON = "a season pass"
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
TICKET = Ticket("4K72MX9", 7, "facility", "entry", "session", NOON, "payload")
WITH_TICKET = Admission("session", NOON, Admittance.TICKET, TICKET)
WITH_BOOKING = Admission("session", NOON, Admittance.BOOKING, booking_id="booking")
QUOTE = Quote((Line(Text("Parking"), Money(350)),))
OWING = Stay("session", "4K72MX9", NOON, NOON, QUOTE, paid=Money(0), due=Money(350))
PAID = Stay("session", "4K72MX9", NOON, NOON, QUOTE, Money(350), Money(0), leave_by_at=NOON)
FREE = Stay("session", "4K72MX9", NOON, NOON, Quote(()), Money(0), Money(0))
WITH_WALLET = replace(OWING, pass_id=SEASON, wallet=Money(500))
DRIVING_IN = state.Pass("session", "ticket", WITH_TICKET)
DRIVING_OUT = state.Pass("session", "paid", stay=PAID)
WAVED_ON = state.Pass(None, "attendant")
BY = ev.Authority("somebody", "because")
ATTEMPT = "attempt"
ANOTHER = "another attempt"

PHASES: tuple[state.Phase, ...] = (
    state.Idle(),
    state.Armed(),
    state.Armed(still_there=True),
    state.Checking("4K72MX9"),
    state.Checking("4K72MX9", OWING),
    state.Refused(Refusal.UNKNOWN),
    state.Refused(Refusal.UNKNOWN, "4K72MX9", OWING),
    state.Registering(),
    state.Registering(attempt=2),
    state.Printing(WITH_TICKET),
    state.Printing(WITH_TICKET, attempt=2),
    state.Printing(WITH_TICKET, taken=True),
    state.Taking(WITH_TICKET),
    state.Taking(WITH_TICKET, reminded=True),
    state.Quoted(OWING),
    state.Quoted(OWING, still_there=True),
    state.Quoted(WITH_WALLET),
    state.CashWanted(OWING),
    state.Paying(OWING, Method.CARD),
    state.Paying(OWING, Method.CARD, ATTEMPT),
    state.Paying(OWING, Method.UPI, ATTEMPT, show="upi://pay?tr=attempt"),
    state.Paying(OWING, Method.CARD, ATTEMPT, cancelling=True),
    state.Paying(OWING, Method.CARD, ATTEMPT, cancelling=True, left=True),
    state.Unsettled(OWING, ATTEMPT),
    state.Waiting("device", OWING),
    state.Waiting("store", OWING),
    state.Waiting("board", PAID),
    state.Waiting("printer"),
    state.Opening(DRIVING_IN),
    state.Opening(DRIVING_OUT),
    state.Opening(WAVED_ON),
    state.Opening(state.Pass("session", "resumed", blind=True)),
    state.Opening(state.Pass("session", "attendant_unrecorded", stay=OWING)),
    state.Passing(DRIVING_IN),
    state.Passing(DRIVING_OUT),
    state.Passing(state.Pass("session", "paid", stay=PAID, entered=True)),
    state.Passing(state.Pass("session", "paid", stay=PAID, entered=True, cleared=True)),
    state.Passing(state.Pass(None, "attendant", entered=True, cleared=True, follower=True)),
    state.Passing(DRIVING_OUT, stalled=True),
    state.Closing(state.Pass("session", "paid", stay=PAID, entered=True, counted=True)),
    state.Closing(state.Pass("session", "ticket", WITH_TICKET)),
    state.Closing(state.Pass(None, "attendant", counted=True, follower=True), asked=True),
    state.OutOfService("boom_up"),
    state.OutOfService("boom_stuck", DRIVING_OUT),
    state.OutOfService("board", DRIVING_IN),
    state.Evacuating(),
)

CLOCKS = (
    *(clocks.debounce(wire) for wire in (Input.APPROACH, Input.SAFETY, Input.DEPARTURE)),
    *(clocks.debounce(wire) for wire in (Input.FIRE, Input.BOOM_DETACHED)),
    *(clocks.stuck(wire) for wire in (Input.APPROACH, Input.SAFETY)),
    clocks.AGAINST,
    clocks.BACK_OUT,
    clocks.CHECK,
    clocks.CLOSE,
    clocks.CLOSE_PULSE,
    clocks.IDLE,
    clocks.NOISE,
    clocks.OPEN,
    clocks.PAY,
    clocks.PRINT,
    clocks.REFUSED,
    clocks.RELEASE,
    clocks.REMIND,
    clocks.SETTLE,
    clocks.STALLED,
    clocks.STILL_THERE,
    clocks.TAIL,
    clocks.UNVERIFIED,
    clocks.VOID,
)

EVENTS: tuple[ev.Event, ...] = (
    *(ev.InputChanged(wire, level) for wire in Input for level in Level),
    *(ev.TimerFired(name) for name in CLOCKS),
    *(ev.DeviceChanged(device, ready) for device in Device for ready in (True, False)),
    ev.TicketRequested(),
    ev.CodeOffered("4K72MX9"),
    *(ev.MethodChosen(method) for method in Method),
    ev.BackTapped(),
    ev.MoreTimeTapped(),
    ev.ReceiptWanted(),
    ev.HelpTapped(),
    ev.EntryGranted(Admittance.BOOKING, "booking"),
    ev.EntryGranted(Admittance.PASS, pass_id=SEASON),
    *(ev.StayFound(stay) for stay in (OWING, PAID, FREE, WITH_WALLET)),
    ev.CredentialRefused(Refusal.UNKNOWN, "4K72MX9"),
    *(ev.SessionBegun(admission) for admission in (WITH_TICKET, WITH_BOOKING)),
    ev.RecordFailed("disk full"),
    ev.TicketPrinted("4K72MX9"),
    ev.PrintFailed("4K72MX9", "paper_out"),
    ev.PaymentBegun(ATTEMPT, Method.CARD),
    ev.PaymentBegun(ATTEMPT, Method.UPI, "upi://pay?tr=attempt"),
    *(ev.PaymentReported(end(ATTEMPT)) for end in (Declined, Cancelled, Unknown)),
    ev.PaymentReported(Paid(ATTEMPT), NOON),
    ev.PaymentReported(Paid(ANOTHER), NOON),
    ev.PaidElsewhere("session", PAID),
    ev.ManualOpenOrdered(BY),
    ev.KeepOpenOrdered(BY, on=True),
    ev.KeepOpenOrdered(BY, on=False),
    *(ev.ModeOrdered(BY, mode) for mode in LaneMode),
    ev.PresenceForced(BY),
    ev.LaneResetOrdered(BY),
    ev.NilExitOrdered(BY),
    ev.IouOrdered(BY),
    ev.LostTicketOrdered(BY, fee=Money(2000)),
    ev.ReissueOrdered(BY, "4K72MX9"),
    ev.TicketReissued(TICKET),
    ev.VoidOrdered(BY),
    ev.HelpAnswered(BY),
    ev.EvacuationEnded(BY),
    ev.FullChanged(full=True),
    ev.EvacuationSignalled(),
    ev.ClockDoubted(doubted=True),
    *(ev.GatewayChanged("gateway", reachable) for reachable in (True, False)),
    ev.Restarted(ev.OpenStep()),
    ev.Restarted(ev.OpenStep(admission=WITH_TICKET)),
    ev.Restarted(ev.OpenStep(admission=WITH_TICKET, taken=True)),
    ev.Restarted(ev.OpenStep(authorised_session="session")),
    ev.Restarted(ev.OpenStep(open_attempt=ATTEMPT, attempt_session="session")),
    ev.Restarted(ev.OpenStep(), evacuating=True),
)
